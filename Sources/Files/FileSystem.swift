import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls of a build; their errors name the path. Paths are native file system paths.
package enum FileSystem {
  package enum EntryKind: Sendable {
    case file, directory, symbolicLink, other

    init(_ status: stat) {
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
    return try entries(in: stream) { try kind(of: "\(directory)/\($0)") }
      .sorted { $0.name.precedes($1.name) }  // sorted: reaches output
  }

  #if canImport(Darwin)
    typealias FolderStream = UnsafeMutablePointer<DIR>
  #else
    typealias FolderStream = OpaquePointer
  #endif

  /// `kind` is asked for where the file system does not report the kind of an entry with its name.
  static func entries(
    in stream: FolderStream, _ kind: (_ name: String) throws -> EntryKind?
  ) throws -> [(name: String, kind: EntryKind)] {
    var entries: [(name: String, kind: EntryKind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      let found: EntryKind =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .directory
        case Int32(DT_LNK): .symbolicLink
        case Int32(DT_UNKNOWN): try kind(name) ?? .other
        default: .other
        }
      entries.append((name, found))
    }
    return entries
  }

  /// Lists a folder in no particular order, without hidden files (`.name`), editors' backups (`name~`) and the files by
  /// which Excel locks a workbook that is open (`~$name`). Appends the names of subfolders to `folders`, and calls
  /// `visit` with the stamp of every other entry, and of folders whose names are not UTF-8. False if there is no such
  /// folder.
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
            name[length - 1] != CChar(bitPattern: UInt8(ascii: "~")),
            name[0] != CChar(bitPattern: UInt8(ascii: "~")) || name[1] != CChar(bitPattern: UInt8(ascii: "$"))
          else { return }
          if isFolder, let folder = String(validatingCString: name) { return folders.append(folder) }
          var status = stat()
          guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            // The entry was removed in the meantime.
            if errno == ENOENT { return }
            throw failure("access", "\(directory)/\(String(cString: name))")
          }
          let kind = EntryKind(status)
          // Some file systems do not report the kind of an entry in `readdir`.
          if kind == .directory, let folder = String(validatingCString: name) { return folders.append(folder) }
          try visit(UnsafeRawBufferPointer(start: name, count: length), kind, FileStamp(ofSource: status))
        }
      }
    }
    return true
  }

  /// The kind of entry at a path, without following a symbolic link; nil if nothing exists there.
  package static func kind(of path: String) throws -> EntryKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("access", path)
    }
    return EntryKind(status)
  }

  /// Whether a path leads to a folder, directly or through symbolic links.
  package static func isFolder(_ path: String) throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR || errno == ELOOP { return false }
      throw failure("access", path)
    }
    return EntryKind(status) == .directory
  }

  /// The size of a file, in bytes; nil if it cannot be read.
  package static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// All bytes of a file; nil if it does not exist.
  package static func contents(of path: String) throws -> [UInt8]? { try stampedContents(of: path)?.bytes }

  /// Throws if the entry at a path is not an ordinary file: the target of a link does not belong to the site, and a
  /// pipe may have no end. For files that planpress reads in order to write them again.
  package static func requireOrdinaryFile(_ path: String) throws {
    let found = try kind(of: path)
    if let found, found != .file {
      throw MachineError("change", path, reason: "it is not an ordinary file; put the file itself there")
    }
  }

  /// All bytes of a file that was `size` bytes long when it was listed; nil if it does not exist. If the size is
  /// unchanged, this saves the system call that reads it.
  package static func contents(of path: String, listedWith size: Int) throws -> [UInt8]? {
    guard let descriptor = try openToRead(path) else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size + 1, 0))
    }
    return bytes.count == size && size > 0 ? bytes : try stampedContents(of: descriptor, path).bytes
  }

  /// All bytes of a file with its stamp; nil if it does not exist.
  package static func stampedContents(of path: String) throws -> (bytes: [UInt8], stamp: FileStamp)? {
    guard let descriptor = try openToRead(path) else { return nil }
    defer { close(descriptor) }
    return try stampedContents(of: descriptor, path)
  }

  /// At most `count` bytes from the start of a file; nil if it does not exist.
  package static func beginning(of path: String, _ count: Int) throws -> [UInt8]? {
    guard let descriptor = try openToRead(path) else { return nil }
    defer { close(descriptor) }
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      done = pread(descriptor, buffer.baseAddress, count, 0)
      filled = max(0, done)
    }
    if done < 0 { throw failure("read", path) }
    return bytes
  }

  private static func openToRead(_ path: String) throws -> Int32? {
    // `withCString`, here and in other calls made for every page: a `String` argument would be copied for C.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    if descriptor >= 0 { return descriptor }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure("open", path)
  }

  /// Reads from the current offset, which must be the start of the file.
  private static func stampedContents(of descriptor: Int32, _ path: String) throws -> (bytes: [UInt8], stamp: FileStamp)
  {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("access", path) }
    return (try bytes(of: descriptor, status) { path }, FileStamp(status))
  }

  /// All bytes of an open file, from its start.
  static func bytes(of descriptor: Int32, _ status: stat, _ path: () -> String) throws -> [UInt8] {
    // A regular file ends at its size. Other files, and files that grow, are read until no byte follows.
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
      if problem { throw failure("read", path()) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if chunk.count < room || bytes.count == expected { return bytes }
      capacity = bytes.count * 2
    }
  }

  /// Writes a new file; throws if something already exists at `path`. Creates the folder if needed. After an error no
  /// part of the file is left.
  package static func writeNew(_ bytes: [UInt8], to path: String) throws {
    _ = try FileWriting(new: path).write { try $0.append(bytes) }
  }

  /// Replaces a file atomically: a reader sees the old bytes or the new, never a mixture. After an error the old bytes
  /// are there, and nothing else is left.
  package static func replace(_ path: String, with bytes: [UInt8]) throws {
    let temporary = path + temporarySuffix
    try removeFile(temporary)
    try writeNew(bytes, to: temporary)
    do { try rename(temporary, to: path) } catch {
      try removeFile(temporary)
      throw error
    }
  }

  /// Moves a file atomically, replacing any file at `target`.
  static func rename(_ path: String, to target: String) throws {
    #if canImport(Glibc)
      let result = Glibc.rename(path, target)
    #elseif canImport(Musl)
      let result = Musl.rename(path, target)
    #else
      let result = Darwin.rename(path, target)
    #endif
    guard result == 0 else { throw failure("replace", target) }
  }

  /// Appended to the name of a file while it is written next to the one it replaces.
  package static let temporarySuffix = ".planpress-new"

  /// Creates a folder and its missing ancestors.
  package static func createDirectory(_ path: String) throws {
    if path.withCString({ mkdir($0, 0o755) }) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw failure("create", path)
    }
    try createDirectory(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("create", path) }
  }

  /// Deletes a file. A folder at `path` is left alone; a path that cannot exist counts as deleted.
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

  /// The absolute path with symbolic links resolved; nil if nothing exists at `path`, or its links lead nowhere.
  package static func realPath(_ path: String) throws -> String? {
    guard let resolved = realpath(path, nil) else {
      if errno == ENOENT || errno == ENOTDIR || errno == ELOOP { return nil }
      throw failure("resolve", path)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static func failure(_ action: String, _ path: String) -> MachineError {
    MachineError(action, path, reason: String(cString: strerror(errno)))
  }
}
