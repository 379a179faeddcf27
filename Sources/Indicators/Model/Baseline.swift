import DataFormats

/// The value an indicator starts from.
package struct Baseline: Hashable, Sendable {
  package let value: DecimalNumber
  private let packedPeriod: PackedPeriod

  package var period: Period { packedPeriod.period }

  init(period: Period, value: DecimalNumber) {
    self.value = value
    packedPeriod = PackedPeriod(period)
  }
}
