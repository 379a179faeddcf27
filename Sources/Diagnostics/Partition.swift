/// The number of indices below `count` at the start for which a condition holds; it holds for none after them.
///
/// `Bytes` has the search for other targets. Diagnostics is beside it and does not import it.
func partition(_ count: Int, where isBefore: (Int) -> Bool) -> Int {
  var (low, high) = (0, count)
  while low < high {
    let middle = (low + high) / 2
    if isBefore(middle) { low = middle + 1 } else { high = middle }
  }
  return low
}
