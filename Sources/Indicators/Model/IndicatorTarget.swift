import DataFormats

/// The goal of an indicator, and its time.
package struct IndicatorTarget: Hashable, Sendable {
  package enum Goal: Hashable, Sendable {
    case value(DecimalNumber)
    /// An amount that is added to the baseline; of an `increase`, the amount itself.
    case change(DecimalNumber)
    /// A change in per cent of the baseline's size: −50 halves it.
    case relative(DecimalNumber)
    /// A range, both ends included; the first is the lower one. Boxed, because it is rare and twice as large.
    indirect case between(DecimalNumber, DecimalNumber)
    /// A floor, or with `<=` a ceiling, for each period.
    case every(DecimalNumber)
    /// Words without a number.
    case phrase(String)
    /// A direction without a number or words.
    case direction
    /// The completion of a milestone, in the plan's words if it has any.
    case done(String?)
  }

  package let goal: Goal
  private let packedPeriod: PackedPeriod
  /// The comparator as written, or the default of the indicator's kind.
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

  /// Whether the period is only the end of the plan: the target is words without a time, and the plan names none.
  package let isPeriodAssumed: Bool

  package var period: Period { packedPeriod.period }
  /// The period as the plan names it, or as its end represents it; nil if pages say that there is none.
  package var statedPeriod: Period? { isPeriodKnown && !isPeriodAssumed ? period : nil }
  /// The end of its period, in years.
  package var end: Double { packedPeriod.end }

  init(
    period: Period, isPeriodKnown: Bool = true, isPeriodAssumed: Bool = false, goal: Goal, comparator: Comparator,
    isComparatorWritten: Bool, isApproximate: Bool, phrase: String?, direction: Direction? = nil
  ) {
    self.isPeriodAssumed = isPeriodAssumed
    self.direction = direction
    self.isPeriodKnown = isPeriodKnown
    self.goal = goal
    packedPeriod = PackedPeriod(period)
    self.comparator = comparator
    self.isComparatorWritten = isComparatorWritten
    self.isApproximate = isApproximate
    self.phrase = phrase
  }

  func with(direction: Direction?) -> IndicatorTarget {
    with(goal: goal, comparator: comparator, isComparatorWritten: isComparatorWritten, direction: direction)
  }

  /// The target with a comparator that its author wrote.
  func with(comparator: Comparator) -> IndicatorTarget {
    with(goal: goal, comparator: comparator, isComparatorWritten: true, direction: direction)
  }

  func with(goal: Goal) -> IndicatorTarget {
    with(goal: goal, comparator: comparator, isComparatorWritten: isComparatorWritten, direction: direction)
  }

  /// The target of a snapshot, which has the end of the plan as its time if pages say that there is none.
  func withoutTime() -> IndicatorTarget {
    with(
      goal: goal, comparator: comparator, isComparatorWritten: isComparatorWritten, direction: direction,
      isPeriodAssumed: true)
  }

  private func with(
    goal: Goal, comparator: Comparator, isComparatorWritten: Bool, direction: Direction?, isPeriodAssumed: Bool? = nil
  ) -> IndicatorTarget {
    IndicatorTarget(
      period: period, isPeriodKnown: isPeriodKnown, isPeriodAssumed: isPeriodAssumed ?? self.isPeriodAssumed,
      goal: goal,
      comparator: comparator, isComparatorWritten: isComparatorWritten, isApproximate: isApproximate, phrase: phrase,
      direction: direction)
  }

  /// The size of its largest number, or of the number that its share of the baseline comes to; 0 without one.
  func largest(from baseline: Baseline?) -> Double {
    switch goal {
    case .relative(let share):
      if let start = baseline?.value.value {
        max(abs(share.value), abs(start + abs(start) * share.value / 100))
      } else {
        abs(share.value)
      }
    case .value(let number), .change(let number), .every(let number): abs(number.value)
    case .between(let low, let high): max(abs(low.value), abs(high.value))
    case .phrase, .direction, .done: 0
    }
  }

  /// The tolerance of an approximate target as a fraction of its size.
  static let approximation = 0.05
}

extension IndicatorTarget.Goal {
  /// The numbers as written, in order.
  package var numbers: [DecimalNumber] {
    switch self {
    case .value(let number), .change(let number), .relative(let number), .every(let number): [number]
    case .between(let low, let high): [low, high]
    case .phrase, .direction, .done: []
    }
  }

  /// Whether values are compared with a number.
  package var isNumber: Bool {
    switch self {
    case .value, .change, .relative, .between, .every: true
    case .phrase, .direction, .done: false
    }
  }

  /// Whether the number to reach depends on the baseline, unless the values are amounts that are added up.
  var needsBaseline: Bool {
    switch self {
    case .change, .relative: true
    case .value, .between, .every, .phrase, .direction, .done: false
    }
  }

  package var isForEveryPeriod: Bool { if case .every = self { true } else { false } }
}

extension IndicatorTarget {
  /// The phrase for readers who see the period beside it; nil if it says no more than that, as `到2025年` does.
  package var phraseBesidePeriod: String? {
    guard let phrase, isPeriodKnown, phrase.contains(String(period.year)) else { return phrase }
    let rest = phrase.replacing(String(period.year), with: "").filter { $0 != "年" && $0 != " " }
    return rest.count <= 2 ? nil : phrase
  }
}
