#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a second build out of an output folder, and any build out of one that is being published. The system releases
/// the lock when the process ends, even by a crash.
package struct OutputLock: Sendable {
  /// A lock belongs to its descriptor, so it has one of its own.
  private let folder: Folder

  package enum Purpose: Sendable {
    /// Held by one process at a time.
    case writing
    /// Held by many at a time, but not while one writes.
    case reading
  }

  /// Throws if another process is in the way, or there is no such folder.
  package init(directory: String, for purpose: Purpose = .writing) throws {
    guard let folder = try Folder(existing: directory) else { throw FileSystem.failure("open", directory) }
    self.folder = folder
    guard flock(folder.descriptor, (purpose == .writing ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw FileSystem.failure("lock", directory) }
      throw purpose == .writing
        ? MachineError(
          "write to", directory, reason: "another planpress build is writing there, or publishing from there")
        : MachineError("publish from", directory, reason: "another planpress build is writing there")
    }
  }

  package func release() { flock(folder.descriptor, LOCK_UN) }

  /// Lets others read, but not write. Throws if someone else has begun to write in between.
  package func allowReading() throws {
    guard flock(folder.descriptor, LOCK_SH | LOCK_NB) == 0 else {
      throw MachineError("publish from", folder.path, reason: "another planpress build is writing there")
    }
  }
}
