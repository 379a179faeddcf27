import DataFormats

extension DecimalNumber {
  /// A number that was computed of words, such as 3.5 for 三点五. Nil for one that no figure has: planpress computes with
  /// figures below 10^15.
  package init?(computed value: Double) {
    guard value.magnitude < 1e15 else { return nil }
    self.init(value == value.rounded() ? "\(Int(value))" : "\(value)")
  }
}
