/// A site's settings for the assessment of its indicators.
package struct AssessmentRules: Hashable, Sendable {
  /// δ, a fraction of the whole way: 0.05 is 5 %. An indicator is on track while its progress differs by less than δ
  /// from the progress expected; exactly at ±δ it is ahead or behind.
  package var tolerance = 0.05
  /// A direction without a number shows little change while the change a year is smaller than this fraction of the
  /// first value, or of its distance to the limit: 0.005 is 0.5 %.
  package var littleChange = 0.005
  /// The point in time up to which figures are known, in years as in `Period.end`. Without it nothing is overdue.
  package var knownUntil: Double?

  package init(tolerance: Double = 0.05, littleChange: Double = 0.005, knownUntil: Double? = nil) {
    self.tolerance = tolerance
    self.littleChange = littleChange
    self.knownUntil = knownUntil
  }
}
