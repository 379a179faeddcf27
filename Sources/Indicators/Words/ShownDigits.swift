import Bytes
import DataFormats

// How many digits a figure is shown with: a stated precision, else no more than the data have.
extension Indicator {
  /// The decimals of a written figure; nil for those that are written.
  func shownDecimals(of number: DecimalNumber) -> Int? {
    if let precision { return precision }
    guard number.decimals > 0, number.isInRange, number.value == number.value.rounded(), hasWholeFigures else {
      return nil
    }
    return 0
  }

  /// Whether all figures are whole, as is the baseline, and three are known or one is 1,000 or more: then `.0` behind one
  /// comes from the program that wrote the file. By chance three figures with one decimal look so once in a thousand times.
  private var hasWholeFigures: Bool {
    guard isWhole(baseline?.value) else { return false }
    var count = 0
    var largest = abs(baseline?.value.value ?? 0)
    for index in observations.indices {
      guard let value = observations[index].value else { continue }
      guard isWhole(value) else { return false }
      count += 1
      largest = max(largest, abs(value.value))
    }
    return count >= 3 || largest >= 1000
  }

  private func isWhole(_ number: DecimalNumber?) -> Bool {
    guard let number else { return true }
    return number.longText == nil && number.value == number.value.rounded()
  }

  /// The decimals of a number that was computed from the figures: a stated precision; else those of the figures, at most
  /// three. A number that would lose its significant digits that way has more: two digits if the figures are whole or very
  /// small, else one. Zeros at the end are not among them.
  package func computedDecimals(of value: Double) -> Int {
    if let precision { return precision }
    var written = shownDecimals(of: baseline?.value)
    for index in observations.indices {
      if let value = observations[index].value { written = max(written, shownDecimals(of: value) ?? value.decimals) }
    }
    let least = min(written, 3)
    let size = abs(value)
    // Less than that is a rest of binary arithmetic.
    guard size > 1e-12 else { return least }
    var decimals = least
    var scaled = size
    for _ in 0..<least { scaled *= 10 }
    let wanted = (written == 0 || written > 3) ? 10.0 : 1.0
    while scaled < wanted, decimals < 12 {
      scaled *= 10
      decimals += 1
    }
    while decimals > least, NumberFormat.isSame(value, decimals: decimals, decimals - 1) { decimals -= 1 }
    return decimals
  }

  private func shownDecimals(of number: DecimalNumber?) -> Int {
    number.map { shownDecimals(of: $0) ?? $0.decimals } ?? 0
  }
}
