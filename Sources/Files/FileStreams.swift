import Bytes
import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A new file that is written sequentially. The caller must call `close` or `abandon`.
package struct FileWriting {
  private let folder: Folder?
  private let path: String
  private let descriptor: Int32

  private static let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW

  /// Creates the file, and its folder if needed. Throws if something already exists at `path`.
  package init(new path: String, in folder: Folder) throws { try self.init(path, in: folder, replaces: false) }

  /// Creates the file by the rest of its path below another folder, which is open; nil if that fails.
  init?(new path: String, in folder: Folder, at rest: String, of descriptor: Int32) {
    self.folder = folder
    self.path = path
    self.descriptor = rest.withCString { files_open_beneath(descriptor, $0, FileWriting.flags, 0o644) }
    if self.descriptor < 0 { return nil }
  }

  /// Creates a temporary file, in place of one that a killed process left there. Throws if there is a folder.
  package init(replacing path: String, in folder: Folder) throws { try self.init(path, in: folder, replaces: true) }

  private init(_ path: String, in folder: Folder, replaces: Bool) throws {
    self.folder = folder
    self.path = path
    var descriptor = FileWriting.create(path, folder)
    if descriptor < 0, errno == ENOENT {
      let parent = path.folderPart
      if !parent.isEmpty { try folder.createFolder(parent) }
      descriptor = FileWriting.create(path, folder)
    }
    if descriptor < 0, replaces, errno == EEXIST {
      try folder.removeFile(path)
      descriptor = FileWriting.create(path, folder)
    }
    guard descriptor >= 0 else { throw FileSystem.failure("create", folder.whole(path)) }
    self.descriptor = descriptor
  }

  /// Creates a file by its full path, and its folder if needed. Throws if something already exists at `path`.
  init(new path: String) throws {
    folder = nil
    self.path = path
    var descriptor = path.withCString { open($0, FileWriting.flags, 0o644) }
    if descriptor < 0, errno == ENOENT {
      try FileSystem.createDirectory(path.folderPart)
      descriptor = open(path, FileWriting.flags, 0o644)
    }
    guard descriptor >= 0 else { throw FileSystem.failure("create", path) }
    self.descriptor = descriptor
  }

  private static func create(_ path: String, _ folder: Folder) -> Int32 {
    path.withCString { files_open_beneath(folder.descriptor, $0, flags, 0o644) }
  }

  private var whole: String { folder?.whole(path) ?? path }

  package func append(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer(append) }

  package func append(_ bytes: borrowing ByteBuffer) throws { try bytes.withBytes(append) }

  private func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var written = 0
    while written < bytes.count {
      let done = Self.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if done < 0, errno == EINTR { continue }
      guard done > 0 else { throw FileSystem.failure("write", whole) }
      written += done
    }
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// Writes the whole file and returns its stamp. After an error no part of the file is left.
  package func write(_ append: (FileWriting) throws -> Void) throws -> FileStamp {
    do { try append(self) } catch {
      abandon()
      throw error
    }
    return try close()
  }

  /// Returns the stamp of the finished file. After an error no part of the file is left.
  @discardableResult
  package func close() throws -> FileStamp {
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    guard closeDescriptor(descriptor) == 0, isKnown else {
      let error = FileSystem.failure("close", whole)
      remove()
      throw error
    }
    return FileStamp(status)
  }

  /// Deletes the file.
  package func abandon() {
    _ = closeDescriptor(descriptor)
    remove()
  }

  /// An error is already on its way, and what cannot be deleted either is found by the next build.
  private func remove() {
    if let folder { try? folder.removeFile(path) } else { try? FileSystem.removeFile(path) }
  }
}

/// A file that is read sequentially.
package struct FileReading {
  private let folder: Folder
  private let path: String
  private let descriptor: Int32
  package let stamp: FileStamp

  /// Nil if the file does not exist. Throws if it is not an ordinary file.
  package init?(_ path: String, in folder: Folder) throws {
    guard let opened = try folder.openToRead(path) else { return nil }
    do { stamp = FileStamp(try folder.status(of: opened, path)) } catch {
      _ = closeDescriptor(opened)
      throw error
    }
    self.folder = folder
    self.path = path
    descriptor = opened
  }

  /// Reads `count` bytes, or fewer at the end of the file.
  package func next(_ count: Int) throws -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let done = read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
        if done < 0, errno == EINTR { continue }
        if done < 0 { failed = true }
        if done <= 0 { break }
        filled += done
      }
    }
    if failed { throw FileSystem.failure("read", folder.whole(path)) }
    return bytes
  }

  /// Returns to the start of the file and copies its first `count` bytes.
  package func copy(first count: Int, to file: FileWriting) throws {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileSystem.failure("read", folder.whole(path)) }
    var left = count
    while left > 0 {
      let bytes = try next(min(left, 1 << 20))
      guard !bytes.isEmpty else { throw FileSystem.failure("read", folder.whole(path)) }
      try file.append(bytes)
      left -= bytes.count
    }
  }

  package func close() { _ = closeDescriptor(descriptor) }
}
