#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The metadata that shows whether a file has changed, without reading its bytes.
package struct FileStamp: Hashable, Sendable {
  package let size: Int
  /// Nanoseconds since 1970.
  package let changed: Int64
  /// The file's kind and permissions are mixed into the upper bits.
  package let inode: UInt64

  package init(size: Int, changed: Int64, inode: UInt64) {
    self.size = size
    self.changed = changed
    self.inode = inode
  }

  /// Nil if there is no file at `path`.
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

  /// The stamp of a source file. Uses the later of `mtime` and `ctime`, since a tool can reset `mtime` but not `ctime`.
  /// Output files use `mtime` only: renaming them after they are stamped changes their `ctime`.
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

  /// The time in nanoseconds within which a file may be written twice and keep its stamp: longer than the clock tick of
  /// any kernel known to us.
  package static let tick: Int64 = 20_000_000
}
