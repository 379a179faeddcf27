import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls that a build makes, with errors that name the path. Paths are the machine's own.
package enum FileSystem {
  package enum EntryKind: Sendable {
    case file, directory, symbolicLink, other

    fileprivate init(_ status: stat) {
      self =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  package static func entries(of directory: String) throws -> [(name: String, kind: EntryKind)] {
    guard let stream = opendir(directory) else { throw failure("list", directory) }
    defer { closedir(stream) }
    var entries: [(name: String, kind: EntryKind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      let kind: EntryKind =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .directory
        case Int32(DT_LNK): .symbolicLink
        case Int32(DT_UNKNOWN): try self.kind(of: "\(directory)/\(name)") ?? .other
        default: .other
        }
      entries.append((name, kind))
    }
    entries.sort { $0.name.precedes($1.name) }  // sorted: reaches output
    return entries
  }

  /// Everything in a folder that an author may have put there: no hidden file (`.name`) and no editor's back-up
  /// (`name~`). In no order. Folders come by their names; of all else it tells what it looks like. False where there is
  /// no such folder.
  package static func look(
    into directory: String, folders: inout [String],
    _ visit: (_ name: UnsafeRawBufferPointer, _ kind: EntryKind, _ stamp: FileStamp) throws -> Void
  ) throws -> Bool {
    guard let stream = opendir(directory) else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw failure("list", directory)
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let isFolder = Int32(entry.pointee.d_type) == Int32(DT_DIR)
      try withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        try pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          name in
          let length = strlen(name)
          guard name[0] != CChar(bitPattern: UInt8(ascii: ".")),
            name[length - 1] != CChar(bitPattern: UInt8(ascii: "~"))
          else { return }
          if isFolder { return folders.append(String(cString: name)) }
          var status = stat()
          guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            // It went away meanwhile.
            if errno == ENOENT { return }
            throw failure("access", "\(directory)/\(String(cString: name))")
          }
          let kind = EntryKind(status)
          // Some file systems do not say in a list what is a folder.
          if kind == .directory { return folders.append(String(cString: name)) }
          try visit(UnsafeRawBufferPointer(start: name, count: length), kind, FileStamp(ofSource: status))
        }
      }
    }
    return true
  }

  /// What stands at a path, without following a link there; nil where nothing does.
  package static func kind(of path: String) throws -> EntryKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("access", path)
    }
    return EntryKind(status)
  }

  /// All bytes of a file; nil where there is none.
  package static func contents(of path: String) throws -> [UInt8]? { try stampedContents(of: path)?.bytes }

  /// The same of a file that had so many bytes when it was listed. Where it still has, it is read with one call of the
  /// system less, since nobody has to ask for its size.
  package static func contents(of path: String, listedWith size: Int) throws -> [UInt8]? {
    guard let descriptor = try openToRead(path) else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size + 1, 0))
    }
    return bytes.count == size && size > 0 ? bytes : try stampedContents(of: descriptor, path).bytes
  }

  /// The same, with what the file looks like.
  package static func stampedContents(of path: String) throws -> (bytes: [UInt8], stamp: FileStamp)? {
    guard let descriptor = try openToRead(path) else { return nil }
    defer { close(descriptor) }
    return try stampedContents(of: descriptor, path)
  }

  private static func openToRead(_ path: String) throws -> Int32? {
    // `withCString`, here and wherever every page comes by: a text that is given as it is would be copied for C.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    if descriptor >= 0 { return descriptor }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure("open", path)
  }

  /// From the start of a file on of which nothing was read.
  private static func stampedContents(of descriptor: Int32, _ path: String) throws -> (bytes: [UInt8], stamp: FileStamp)
  {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("access", path) }
    // An ordinary file ends where it says; of any other, and of one that grows, the end is what no byte follows.
    let expected = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : -1
    var capacity = Int(status.st_size)
    var bytes: [UInt8] = []
    while true {
      let room = expected > 0 && bytes.isEmpty ? expected : max(capacity + 1 - bytes.count, 4096)
      var problem = false
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = 0
        while count < room {
          let done = read(descriptor, buffer.baseAddress?.advanced(by: count), room - count)
          if done < 0, errno == EINTR { continue }
          if done < 0 { problem = true }
          if done <= 0 { break }
          count += done
        }
      }
      if problem { throw failure("read", path) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if chunk.count < room || bytes.count == expected { return (bytes, FileStamp(status)) }
      capacity = bytes.count * 2
    }
  }

  /// Writes a whole file, made new or emptied first.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    _ = try writeStamped(bytes, to: path)
  }

  /// The same, and tells what the file looks like now. The folder is made where it is missing.
  package static func writeStamped(_ bytes: [UInt8], to path: String) throws -> FileStamp {
    try write(to: path, O_TRUNC) { try $0.append(bytes) }
  }

  package static func writeStamped(_ bytes: borrowing ByteBuffer, to path: String) throws -> FileStamp {
    try write(to: path, O_TRUNC) { try $0.append(bytes) }
  }

  /// Writes a whole file that was not there; throws where something was. Tells what it looks like.
  package static func writeNewStamped(_ bytes: borrowing ByteBuffer, to path: String) throws -> FileStamp {
    try write(to: path, O_EXCL) { try $0.append(bytes) }
  }

  /// Writes a whole file that was not there; throws where something was.
  package static func writeNew(_ bytes: [UInt8], to path: String) throws {
    _ = try write(to: path, O_EXCL) { try $0.append(bytes) }
  }

  private static func write(to path: String, _ flag: Int32, _ append: (FileWriting) throws -> Void) throws -> FileStamp
  {
    let file = try FileWriting(path, flag)
    do { try append(file) } catch {
      file.abandon()
      throw error
    }
    return try file.close()
  }

  /// Replaces a file so that a reader sees the old bytes or the new, never half of them.
  package static func replace(_ path: String, with bytes: [UInt8]) throws {
    let temporary = path + temporarySuffix
    _ = try writeStamped(bytes, to: temporary)
    try rename(temporary, to: path)
  }

  static func replace(_ path: String, with bytes: borrowing ByteBuffer) throws {
    let temporary = path + temporarySuffix
    _ = try writeStamped(bytes, to: temporary)
    try rename(temporary, to: path)
  }

  /// Puts a file in the place of another, in one step.
  package static func rename(_ path: String, to place: String) throws {
    #if canImport(Glibc)
      let result = Glibc.rename(path, place)
    #elseif canImport(Musl)
      let result = Musl.rename(path, place)
    #else
      let result = Darwin.rename(path, place)
    #endif
    guard result == 0 else { throw failure("replace", place) }
  }

  /// What a file is called while it is written beside the one it replaces.
  package static let temporarySuffix = ".planpress-new"

  /// Makes a folder and those above it, where they are missing.
  package static func createDirectory(_ path: String) throws {
    if path.withCString({ mkdir($0, 0o755) }) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw failure("create", path)
    }
    try createDirectory(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("create", path) }
  }

  /// A folder that has come in the file's place stays, and what cannot be there is not there.
  package static func removeFile(_ path: String) throws {
    if unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG { return }
    let (mayBeFolder, problem) = (errno == EISDIR || errno == EPERM, failure("delete", path))
    guard mayBeFolder, try kind(of: path) == .directory else { throw problem }
  }

  /// Removes a folder if it is empty.
  package static func removeDirectoryIfEmpty(_ path: String) throws {
    guard
      rmdir(path) == 0 || errno == ENOTEMPTY || errno == EEXIST || errno == ENOENT || errno == ENOTDIR
        || errno == ENAMETOOLONG
    else {
      throw failure("delete", path)
    }
  }

  /// The absolute path of what exists at `path`, links followed.
  package static func realPath(_ path: String) throws -> String? {
    guard let resolved = realpath(path, nil) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("resolve", path)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static func failure(_ action: String, _ path: String) -> MachineError {
    MachineError(action, path, reason: String(cString: strerror(errno)))
  }
}
