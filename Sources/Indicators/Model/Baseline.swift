import DataFormats

/// The value an indicator starts from.
package struct Baseline: Hashable, Sendable {
  package let value: DecimalNumber
  private let packedPeriod: PackedPeriod

  package var period: Period { packedPeriod.period }
  /// The end of its period, in years.
  var end: Double { packedPeriod.end }

  init(period: Period, value: DecimalNumber) {
    self.value = value
    packedPeriod = PackedPeriod(period)
  }
}
