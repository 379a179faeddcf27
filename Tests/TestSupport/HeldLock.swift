#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds the lock on an output folder, as a running build does.
package struct HeldLock: ~Copyable {
  private let descriptor: Int32

  package init(on folder: String) throws(HeldLockError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw HeldLockError() }
  }

  deinit { close(descriptor) }
}

package struct HeldLockError: Error {}
