#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a second build out of an output folder. The system releases the lock when the process ends, even by a crash.
package struct OutputLock {
  private let descriptor: Int32

  /// Throws if another build holds the lock.
  package init(directory: String) throws {
    descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystem.failure("open", directory) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let error =
        errno == EWOULDBLOCK
        ? MachineError("write to", directory, reason: "another planpress build is writing there")
        : FileSystem.failure("lock", directory)
      close(descriptor)
      throw error
    }
  }

  package func release() {
    close(descriptor)
  }
}
