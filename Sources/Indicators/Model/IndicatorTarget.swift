import DataFormats

/// What an indicator should reach, and by when.
package struct IndicatorTarget: Hashable, Sendable {
  package enum Goal: Hashable, Sendable {
    case value(DecimalNumber)
    /// An amount that is added to the baseline; of an `increase`, the amount itself.
    case change(DecimalNumber)
    /// Words without a number.
    case phrase(String)
    /// A direction without a number or words.
    case direction
    /// The completion of a milestone, in the plan's words if it has any.
    case done(String?)
  }

  package let goal: Goal
  private let packedPeriod: PackedPeriod
  /// As written, or the default of the indicator's kind.
  package let comparator: Comparator
  package let isComparatorWritten: Bool
  /// Written 左右 or 约 in a plan: met within 5 % of the target.
  package let isApproximate: Bool
  /// The plan's own wording of the deadline, for example 5年内.
  package let phrase: String?

  /// Which way is better, where the target says so itself.
  package let direction: Direction?
  /// Whether the plan names the period, or the target needs one. A direction without a number has none unless it names
  /// one.
  package let isPeriodKnown: Bool

  package var period: Period { packedPeriod.period }

  init(
    period: Period, isPeriodKnown: Bool = true, goal: Goal, comparator: Comparator, isComparatorWritten: Bool,
    isApproximate: Bool, phrase: String?, direction: Direction? = nil
  ) {
    self.direction = direction
    self.isPeriodKnown = isPeriodKnown
    self.goal = goal
    packedPeriod = PackedPeriod(period)
    self.comparator = comparator
    self.isComparatorWritten = isComparatorWritten
    self.isApproximate = isApproximate
    self.phrase = phrase
  }

  /// Whether the number, if there is one, is small enough to compute with.
  var isInRange: Bool {
    switch goal {
    case .value(let number), .change(let number): number.isInRange
    case .phrase, .direction, .done: true
    }
  }

  /// The tolerance of an approximate target as a fraction of its size.
  static let approximation = 0.05
}
