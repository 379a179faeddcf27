#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What many files look like from outside: one number from the paths, sizes, inodes and times of change of all of
/// them, in no order. Two looks at one unchanged folder are equal; reading no byte of any file.
struct TreeStamp: Hashable, Sendable {
  private(set) var files = 0
  private(set) var sum: UInt64 = 0
  /// The latest time of change, in nanoseconds since 1970.
  private(set) var latest: Int64 = 0

  init() {}

  init(files: Int, sum: UInt64) {
    self.files = files
    self.sum = sum
  }

  static func == (a: TreeStamp, b: TreeStamp) -> Bool { a.files == b.files && a.sum == b.sum }

  func hash(into hasher: inout Hasher) {
    hasher.combine(files)
    hasher.combine(sum)
  }

  /// Everything below a folder that `SiteReader` would read, and nothing where there is none.
  mutating func add(folder root: String) throws {
    var folders = [root]
    while let folder = folders.popLast() {
      guard let stream = opendir(folder) else {
        if errno == ENOENT || errno == ENOTDIR { continue }
        throw FileSystem.failure("list", folder)
      }
      defer { closedir(stream) }
      let inFolder = ContentSum.mixed(Fingerprint(Array(folder.utf8)).value)
      while let entry = readdir(stream) {
        try withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          try pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { name in
            let length = strlen(name)
            guard name[0] != CChar(bitPattern: UInt8(ascii: ".")), name[length - 1] != CChar(bitPattern: UInt8(ascii: "~"))
            else { return }
            if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
              folders.append("\(folder)/\(String(cString: name))")
              return
            }
            var status = stat()
            guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
              throw FileSystem.failure("look at", "\(folder)/\(String(cString: name))")
            }
            var path = Fingerprint()
            path.combine(UnsafeRawBufferPointer(start: name, count: length))
            add(status, inFolder ^ path.value)
          }
        }
      }
    }
  }

  /// One file.
  mutating func add(file path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw FileSystem.failure("look at", path) }
    add(status, Fingerprint(Array(path.utf8)).value)
  }

  /// The files at these paths in a folder. Nil where one is missing.
  static func of(_ paths: [String], in folder: String) throws -> TreeStamp? {
    var stamp = TreeStamp()
    for path in paths {
      var status = stat()
      guard lstat("\(folder)/\(path)", &status) == 0 else { return nil }
      var name = Fingerprint()
      name.combine(path.utf8)
      stamp.add(status, name.value)
    }
    return stamp
  }

  private mutating func add(_ status: stat, _ path: UInt64) {
    let time = FileStamp(status).changed
    var value = ContentSum.mixed(path)
    value = ContentSum.mixed(value ^ UInt64(bitPattern: Int64(status.st_size)))
    value = ContentSum.mixed(value ^ UInt64(bitPattern: time))
    value = ContentSum.mixed(value ^ UInt64(status.st_ino) ^ UInt64(status.st_mode) << 40)
    sum = sum &+ value
    files += 1
    latest = max(latest, time)
  }
}
