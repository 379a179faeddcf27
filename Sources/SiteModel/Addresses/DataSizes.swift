import Synchronization

/// The sizes of data files in bytes, for the pages that offer them. A file that was written before its page is not made
/// again for that; one that was not is measured. Both give one number, since the same site gives the same bytes, so that the
/// order of writing does not show.
///
/// The lock is there because pages and files are rendered on many threads.
package final class DataSizes: Sendable {
  private let known = Mutex<[DataAddress: Int]>([:])
  private let measure: @Sendable (DataAddress) -> Int?

  /// `measure` is nil for a file whose size is not known.
  package init(_ measure: @escaping @Sendable (DataAddress) -> Int?) {
    self.measure = measure
  }

  package subscript(address: DataAddress) -> Int? {
    if let size = known.withLock({ $0[address] }) { return size }
    guard let size = measure(address) else { return nil }
    note(size, of: address)
    return size
  }

  package func note(_ size: Int, of address: DataAddress) {
    known.withLock { $0[address] = size }
  }
}
