import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open folder of planpress's own files, such as the output folder. The folder itself may be reached through
/// symbolic links; below it, no part of a path may be one. Paths are relative to the folder.
///
/// For reading and deleting, a path through a link counts as missing; writing to it fails.
package final class Folder: Sendable {
  /// The path as given, for messages.
  package let path: String
  let descriptor: Int32

  /// Nil if there is no folder at `path`.
  package init?(existing path: String) throws {
    self.path = path
    descriptor = path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor < 0 else { return }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw FileSystem.failure("open", path)
  }

  /// Creates the folder if it is missing. With `isOwn`, a symbolic link at `path` is refused.
  package init(creating path: String, isOwn: Bool = false) throws {
    self.path = path
    try FileSystem.createDirectory(path)
    descriptor = path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isOwn ? O_NOFOLLOW : 0)) }
    guard descriptor < 0 else { return }
    if isOwn, try FileSystem.kind(of: path) == .symbolicLink {
      throw MachineError("write to", path, reason: "it is a symbolic link")
    }
    throw FileSystem.failure("open", path)
  }

  deinit { _ = closeDescriptor(descriptor) }

  /// The path as shown in messages.
  func whole(_ path: String) -> String { self.path.appending(part: path) }

  static func isMissing(_ number: Int32) -> Bool { number == ENOENT || number == ENOTDIR || number == ELOOP }

  // MARK: Reading

  /// The kind of entry at a path; nil if nothing exists there. A link is not followed in the last part only: the caller
  /// has checked the folders before it.
  package func kind(of path: String) throws -> FileSystem.EntryKind? {
    var status = stat()
    let result = path.withCString { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
    if result == 0 { return FileSystem.EntryKind(status) }
    if Folder.isMissing(errno) { return nil }
    throw FileSystem.failure("access", whole(path))
  }

  /// Whether an ordinary file is at a path, reached through no symbolic link.
  package func isFile(_ path: String) throws -> Bool {
    try inFolder(of: path) { (folder, name) -> Bool in
      var status = stat()
      return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && FileSystem.EntryKind(status) == .file
    } ?? false
  }

  /// Opens a file to read it; nil if it does not exist. Throws if it is not an ordinary file, and never waits for the
  /// other end of a pipe.
  func openToRead(_ path: String) throws -> Int32? {
    let opened = path.withCString { files_open_beneath(descriptor, $0, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0) }
    guard opened >= 0 else {
      if Folder.isMissing(errno) { return nil }
      throw errno == ENXIO ? notAFile(path) : FileSystem.failure("open", whole(path))
    }
    return opened
  }

  /// Throws unless the descriptor is that of an ordinary file.
  func status(of opened: Int32, _ path: String) throws -> stat {
    var status = stat()
    guard fstat(opened, &status) == 0 else { throw FileSystem.failure("access", whole(path)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notAFile(path) }
    return status
  }

  private func notAFile(_ path: String) -> MachineError {
    MachineError("read", whole(path), reason: "it is not an ordinary file; remove it")
  }

  /// All bytes of a file; nil if it does not exist.
  package func contents(of path: String) throws -> [UInt8]? { try stampedContents(of: path)?.bytes }

  /// All bytes of a file with its stamp; nil if it does not exist.
  package func stampedContents(of path: String) throws -> (bytes: [UInt8], stamp: FileStamp)? {
    guard let opened = try openToRead(path) else { return nil }
    defer { _ = closeDescriptor(opened) }
    let status = try self.status(of: opened, path)
    return (try FileSystem.bytes(of: opened, status) { self.whole(path) }, FileStamp(status))
  }

  /// The names in a folder, without `.` and `..`, in no particular order; nil if there is no such folder.
  package func entries(of path: String) throws -> [(name: String, kind: FileSystem.EntryKind)]? {
    let opened = path.withCString { files_open_beneath(descriptor, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
    guard opened >= 0, let stream = fdopendir(opened) else {
      let number = errno
      if opened >= 0 { _ = closeDescriptor(opened) }
      if Folder.isMissing(number) { return nil }
      throw FileSystem.failure("list", whole(path))
    }
    defer { closedir(stream) }
    return try FileSystem.entries(in: stream) { name in try self.kind(of: path.appending(part: name)) }
  }

  // MARK: Changing

  /// Calls `work` with a descriptor of the folder that holds an entry, and the name of the entry in it. Nil if there is
  /// no such folder.
  func inFolder<Result>(
    of path: String, _ work: (_ folder: Int32, _ name: UnsafePointer<CChar>) throws -> Result
  ) throws -> Result? {
    guard path.utf8.contains(UInt8(ascii: "/")) else { return try path.withCString { try work(descriptor, $0) } }
    let folder = path.folderPart.withCString { files_open_beneath(descriptor, $0, files_folder_flags(), 0) }
    guard folder >= 0 else {
      if Folder.isMissing(errno) || errno == ENAMETOOLONG { return nil }
      throw FileSystem.failure("access", whole(path.folderPart))
    }
    defer { _ = closeDescriptor(folder) }
    return try path.lastPart.withCString { try work(folder, $0) }
  }

  /// Creates a folder and its missing ancestors.
  package func createFolder(_ path: String) throws {
    func make() throws -> Bool {
      try inFolder(of: path) { (folder, name) -> Void in
        guard mkdirat(folder, name, 0o755) == 0 || errno == EEXIST else {
          throw FileSystem.failure("create", whole(path))
        }
      } != nil
    }
    if try make() { return }
    let parent = path.folderPart
    if !parent.isEmpty { try createFolder(parent) }
    guard try make() else { throw FileSystem.failure("create", whole(path)) }
  }

  /// Deletes a file. A folder at `path` is left alone; a path that cannot exist counts as deleted.
  package func removeFile(_ path: String) throws {
    _ = try inFolder(of: path) { (folder, name) -> Void in
      if unlinkat(folder, name, 0) == 0 || Folder.isMissing(errno) || errno == ENAMETOOLONG { return }
      let (mayBeFolder, problem) = (errno == EISDIR || errno == EPERM, FileSystem.failure("delete", whole(path)))
      var status = stat()
      guard mayBeFolder, fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
        FileSystem.EntryKind(status) == .directory
      else { throw problem }
    }
  }

  /// Removes a folder if it is empty.
  package func removeFolderIfEmpty(_ path: String) throws {
    _ = try inFolder(of: path) { (folder, name) -> Void in
      guard
        unlinkat(folder, name, AT_REMOVEDIR) == 0 || Folder.isMissing(errno) || errno == ENOTEMPTY || errno == EEXIST
          || errno == ENAMETOOLONG
      else { throw FileSystem.failure("delete", whole(path)) }
    }
  }

  /// Gives a file another name in its folder, atomically, replacing any file of that name.
  package func rename(_ path: String, to target: String) throws {
    precondition(path.folderPart == target.folderPart, "a file is renamed within its folder")
    let isDone = try inFolder(of: path) { (folder, name) -> Bool in
      target.lastPart.withCString { renameat(folder, name, folder, $0) } == 0
    }
    guard isDone == true else { throw FileSystem.failure("replace", whole(target)) }
  }

  /// Gives a file a second name in its folder. False if that fails: not every file system can.
  package func link(_ path: String, as second: String) throws -> Bool {
    precondition(path.folderPart == second.folderPart, "a file is linked within its folder")
    return try inFolder(of: path) { (folder, name) -> Bool in
      second.lastPart.withCString { linkat(folder, name, folder, $0, 0) } == 0
    } ?? false
  }

  /// Writes over a file in place, so that several processes may do it at once. Returns its stamp.
  package func overwrite(_ path: String, with bytes: [UInt8]) throws -> FileStamp {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK
    let opened = path.withCString { files_open_beneath(descriptor, $0, flags, 0o644) }
    guard opened >= 0 else { throw FileSystem.failure("write", whole(path)) }
    defer { _ = closeDescriptor(opened) }
    _ = try status(of: opened, path)
    guard pwrite(opened, bytes, bytes.count, 0) == bytes.count, ftruncate(opened, off_t(bytes.count)) == 0 else {
      throw FileSystem.failure("write", whole(path))
    }
    return FileStamp(try status(of: opened, path))
  }

  /// Replaces a file atomically: a reader sees the old bytes or the new, never a mixture. Returns its stamp.
  @discardableResult
  package func replace(_ path: String, with bytes: [UInt8]) throws -> FileStamp {
    let temporary = path + FileSystem.temporarySuffix
    let file = try FileWriting(replacing: temporary, in: self)
    let stamp = try file.write { try $0.append(bytes) }
    do { try rename(temporary, to: path) } catch {
      try removeFile(temporary)
      throw error
    }
    return stamp
  }
}

func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
