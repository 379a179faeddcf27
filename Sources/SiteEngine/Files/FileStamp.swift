#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one file looks like from outside.
struct FileStamp: Hashable, Sendable {
  let size: Int
  /// Nanoseconds since 1970.
  let changed: Int64
  /// With the kind and the permissions in its upper bits.
  let inode: UInt64

  init(size: Int, changed: Int64, inode: UInt64) {
    self.size = size
    self.changed = changed
    self.inode = inode
  }

  /// Nil where there is no file.
  init?(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileSystem.failure("look at", path)
    }
    self.init(status)
  }

  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    size = Int(status.st_size)
    changed = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    inode = UInt64(status.st_ino) ^ UInt64(status.st_mode) << 40
  }

  /// Longer than the tick of any kernel's clock that we know: a file that was written within one could be written once
  /// more without looking any different.
  static let tick: Int64 = 20_000_000
}
