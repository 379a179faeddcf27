import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written sequentially. The caller must call `close` or `abandon`.
package struct FileWriting {
  private let path: String
  private let descriptor: Int32

  /// Creates or truncates the file, and creates its folder if needed. With `O_EXCL` it throws if the file exists.
  package init(_ path: String, _ flag: Int32 = O_TRUNC) throws {
    self.path = path
    let flags = O_WRONLY | O_CREAT | flag | O_CLOEXEC | O_NOFOLLOW
    var descriptor = path.withCString { open($0, flags, 0o644) }
    if descriptor < 0, errno == ENOENT {
      try FileSystem.createDirectory(path.folderPart)
      descriptor = open(path, flags, 0o644)
    }
    guard descriptor >= 0 else { throw FileSystem.failure("create", path) }
    self.descriptor = descriptor
  }

  func append(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer(append) }

  package func append(_ bytes: borrowing ByteBuffer) throws { try bytes.withBytes(append) }

  private func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var written = 0
    while written < bytes.count {
      let done = write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if done < 0, errno == EINTR { continue }
      guard done > 0 else { throw FileSystem.failure("write", path) }
      written += done
    }
  }

  /// Returns the stamp of the finished file.
  @discardableResult
  package func close() throws -> FileStamp {
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    guard closeDescriptor(descriptor) == 0, isKnown else { throw FileSystem.failure("close", path) }
    return FileStamp(status)
  }

  package func abandon() { _ = closeDescriptor(descriptor) }
}

/// A file that is read sequentially.
package struct FileReading {
  private let path: String
  private let descriptor: Int32

  /// Nil if the file does not exist.
  package init?(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { return }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw FileSystem.failure("open", path)
  }

  package var stamp: FileStamp? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
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
    if failed { throw FileSystem.failure("read", path) }
    return bytes
  }

  /// Returns to the start of the file and copies its first `count` bytes.
  package func copy(first count: Int, to file: FileWriting) throws {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileSystem.failure("read", path) }
    var left = count
    while left > 0 {
      let bytes = try next(min(left, 1 << 20))
      guard !bytes.isEmpty else { throw FileSystem.failure("read", path) }
      try file.append(bytes)
      left -= bytes.count
    }
  }

  package func close() { _ = closeDescriptor(descriptor) }
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
