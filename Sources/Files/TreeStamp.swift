#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What many files look like from outside: one number from the paths, sizes, inodes and times of change of all of
/// them, in no order. Two looks at one unchanged folder are equal; reading no byte of any file.
package struct TreeStamp: Hashable, Sendable {
  package private(set) var files = 0
  package private(set) var sum: UInt64 = 0
  /// The latest time of change, in nanoseconds since 1970.
  package private(set) var latest: Int64 = 0

  package init() {}

  /// Of one file.
  package init(of file: FileStamp, at path: String) {
    add(file, at: path)
  }

  package init(files: Int, sum: UInt64) {
    self.files = files
    self.sum = sum
  }

  package static func == (a: TreeStamp, b: TreeStamp) -> Bool { a.files == b.files && a.sum == b.sum }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(files)
    hasher.combine(sum)
  }

  /// Everything below a folder that `SiteReader` would list, and nothing where there is none.
  package mutating func add(folder root: String) throws {
    var folders = [root]
    while let folder = folders.popLast() {
      let name = TreeStamp.name(of: folder)
      var inside: [String] = []
      _ = try FileSystem.look(into: folder, folders: &inside) { add($2, named: $0, in: name) }
      folders += inside.map { "\(folder)/\($0)" }
    }
  }

  /// For all that is in a folder.
  package static func name(of folder: String) -> ContentHash {
    var name = ContentHash()
    name.combine(folder)
    return name
  }

  package mutating func add(_ stamp: FileStamp, named file: UnsafeRawBufferPointer, in folder: ContentHash) {
    var name = folder
    name.combine(file)
    add(stamp, name)
  }

  /// A file that was looked at, by its path.
  package mutating func add(_ stamp: FileStamp, at path: String) {
    var name = ContentHash()
    name.combine(path)
    add(stamp, name)
  }

  /// Those of another look, at other files.
  package mutating func add(_ other: TreeStamp) {
    sum = sum &+ other.sum
    files += other.files
    latest = max(latest, other.latest)
  }

  /// The files whose paths below a folder stand in `lines`, one a line, each ended by a line break. Nil where one is
  /// missing.
  package static func of(_ lines: UnsafeRawBufferPointer, in folder: String) throws -> TreeStamp? {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return nil }
    defer { close(directory) }
    var stamp = TreeStamp()
    var path: [UInt8] = []
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.count
      let line = UnsafeRawBufferPointer(rebasing: lines[start..<end])
      // For the system, which wants a zero at the end.
      path.removeAll(keepingCapacity: true)
      path.append(contentsOf: line)
      path.append(0)
      var status = stat()
      let isThere = path.withUnsafeBytes {
        fstatat(directory, $0.bindMemory(to: CChar.self).baseAddress!, &status, AT_SYMLINK_NOFOLLOW) == 0
      }
      guard isThere else { return nil }
      var name = ContentHash()
      name.combine(line)
      stamp.add(FileStamp(status), name)
      start = end + 1
    }
    return stamp
  }

  private mutating func add(_ stamp: FileStamp, _ path: ContentHash) {
    sum = sum &+ TreeStamp.value(stamp, path)
    files += 1
    latest = max(latest, stamp.changed)
  }

  private static func value(_ stamp: FileStamp, _ path: ContentHash) -> UInt64 {
    var value = path
    value.combine(UInt64(bitPattern: Int64(stamp.size)))
    value.combine(UInt64(bitPattern: stamp.changed))
    value.combine(stamp.inode)
    return value.value
  }
}
