#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one file looks like from outside.
package struct FileStamp: Hashable, Sendable {
  package let size: Int
  /// Nanoseconds since 1970.
  package let changed: Int64
  /// With the kind and the permissions in its upper bits.
  package let inode: UInt64

  package init(size: Int, changed: Int64, inode: UInt64) {
    self.size = size
    self.changed = changed
    self.inode = inode
  }

  /// Nil where there is no file.
  init?(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileSystem.failure("access", path)
    }
    self.init(status)
  }

  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(status, changed: FileStamp.nanoseconds(time))
  }

  /// Of a file that others write: a tool may have put its time of change back, but not that of its entry. Files of ours
  /// get another entry when they are renamed, after they were looked at.
  init(ofSource status: stat) {
    #if canImport(Darwin)
      let (content, entry) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (content, entry) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(status, changed: max(FileStamp.nanoseconds(content), FileStamp.nanoseconds(entry)))
  }

  private init(_ status: stat, changed: Int64) {
    size = Int(status.st_size)
    self.changed = changed
    inode = UInt64(status.st_ino) ^ UInt64(status.st_mode) << 40
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Longer than the tick of any kernel's clock that we know: a file that was written within one could be written once
  /// more without looking any different.
  package static let tick: Int64 = 20_000_000
}
