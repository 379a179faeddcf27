#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An order-independent hash of the paths, sizes, inodes and times of change of many files. Two stamps of an unchanged
/// folder are equal. No file is read.
package struct TreeStamp: Hashable, Sendable {
  package private(set) var files = 0
  package private(set) var sum: UInt64 = 0
  /// The latest time of change, in nanoseconds since 1970.
  package private(set) var latest: Int64 = 0

  package init() {}

  /// The stamp of one file.
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

  /// Adds everything below a folder that `SiteReader` would list; adds nothing if the folder does not exist.
  package mutating func add(folder root: String) throws {
    var folders = [root]
    while let folder = folders.popLast() {
      let name = TreeStamp.name(of: folder)
      var inside: [String] = []
      _ = try FileSystem.look(into: folder, folders: &inside) { add($2, named: $0, in: name) }
      folders += inside.map { "\(folder)/\($0)" }
    }
  }

  /// The hash of a folder's path, to which the names of its files are added.
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

  /// Adds one file by its path.
  package mutating func add(_ stamp: FileStamp, at path: String) {
    var name = ContentHash()
    name.combine(path)
    add(stamp, name)
  }

  /// Adds the stamp of other files.
  package mutating func add(_ other: TreeStamp) {
    sum = sum &+ other.sum
    files += other.files
    latest = max(latest, other.latest)
  }

  /// The stamp of the files listed in `lines`: paths relative to `folder`, each ended by a line break. Nil if one is
  /// missing.
  package static func of(_ lines: UnsafeRawBufferPointer, in folder: Folder) throws -> TreeStamp? {
    var stamp = TreeStamp()
    var path: [UInt8] = []
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.count
      let line = UnsafeRawBufferPointer(rebasing: lines[start..<end])
      // Zero-terminated for the system call.
      path.removeAll(keepingCapacity: true)
      path.append(contentsOf: line)
      path.append(0)
      var status = stat()
      let isThere = path.withUnsafeBytes {
        fstatat(folder.descriptor, $0.bindMemory(to: CChar.self).baseAddress!, &status, AT_SYMLINK_NOFOLLOW) == 0
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
