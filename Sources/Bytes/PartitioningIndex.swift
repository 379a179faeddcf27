extension RandomAccessCollection where Index == Int {
  /// The first index from which on a condition holds; the end if it never does. The elements for which it holds are
  /// after all others. Public, so that the compiler inlines the search.
  @inlinable public func partitioningIndex(where holds: (Element) throws -> Bool) rethrows -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if try holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
