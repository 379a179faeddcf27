import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds bytes in a file that has no name, so that the memory of a build does not grow with the texts of its pages: they
/// are written once when a page is read, and read once when it is rendered. The system takes the file away with the
/// process, however that ends.
final class TextStore: Sendable {
  /// Bytes that stay in memory before any go into the file: the two calls of the system are a twentieth of a
  /// build's processor time. Found by trying: more of them bought nothing.
  private static let memory = 16 << 20

  private let held = Atomic<Int>(0)
  private let descriptor: Int32
  private let end = Atomic<Int>(0)
  private let trouble = Mutex<MachineError?>(nil)

  /// Nil where no file can be made; then the texts stay in memory.
  init?(in directory: String) {
    let path = "\(directory)/texts.planpress-new"
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0, unlink(path) == 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// What went wrong when bytes were read again; they came back empty then, and nothing made of them may be written.
  var failure: MachineError? { trouble.withLock(\.self) }

  /// Writes the bytes; the result reads them again. Nil where they are to stay where they are, also for want of room.
  func put(_ bytes: [UInt8]) -> (@Sendable () -> [UInt8])? {
    if held.wrappingAdd(bytes.count, ordering: .relaxed).newValue <= TextStore.memory { return nil }
    let start = end.wrappingAdd(bytes.count, ordering: .relaxed).oldValue
    var written = 0
    while written < bytes.count {
      let done = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written, off_t(start + written))
      }
      if done < 0, errno == EINTR { continue }
      guard done > 0 else { return nil }
      written += done
    }
    let count = bytes.count
    return { self.read(count, from: start) }
  }

  private func read(_ wanted: Int, from start: Int) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      count = 0
      while count < wanted {
        let done = pread(descriptor, buffer.baseAddress?.advanced(by: count), wanted - count, off_t(start + count))
        if done < 0, errno == EINTR { continue }
        guard done > 0 else { break }
        count += done
      }
    }
    if bytes.count == wanted { return bytes }
    trouble.withLock { $0 = MachineError("read", "the texts put aside", reason: String(cString: strerror(errno))) }
    return []
  }
}
