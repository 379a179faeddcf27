import Indicators
import TestSupport

/// A random indicator and its expected assessment. The plan is for 2021 to 2025.
struct GeneratedIndicator {
  enum Kind: String, CaseIterable, Sendable {
    case level, cumulative, annual, floor, ceiling, rate, milestone

    /// The statuses that a thousand examples must reach.
    var statuses: [IndicatorStatus] {
      let moving: [IndicatorStatus] = [
        .noData, .notAssessable, .achievedEarly, .achieved, .missed, .reversing, .ahead, .behind, .onTrack,
      ]
      return switch self {
      case .level, .cumulative, .annual: moving
      case .rate: moving.filter { $0 != .achievedEarly }
      case .floor, .ceiling: [.noData, .held, .breached, .backWithin]
      case .milestone: [.noData, .planned, .started, .achieved, .achievedEarly, .missed]
      }
    }
  }

  struct Value {
    let period: String
    /// Months from year 0 to the period's end.
    let end: Int128
    var tenths: Int128?
    let state: MilestoneState?
    /// In tenths.
    var range: (low: Int128, high: Int128)?

    var months: Int128 { period.contains("Q") ? 3 : 12 }
    /// The value and the ends of its range.
    var numbers: [Int128] { [tenths, range?.low, range?.high].compactMap(\.self) }
  }

  var kind: Kind
  var baseline: (year: Int, tenths: Int128)?
  var targetYear: Int
  var goal: Int128
  var isChange = false
  /// A change in tenths of a per cent of the baseline, in place of `goal`.
  var share: Int128?
  /// A range of tenths, in place of `goal`.
  var range: (low: Int128, high: Int128)?
  /// Whether `goal` and the interim targets are for every period.
  var isEvery = false
  /// The goal before it was changed, in tenths.
  var earlierGoal: Int128?
  var comparator: Comparator?
  var isApproximate = false
  var values: [Value] = []
  /// Whether any value or the baseline is below zero, even one that is not judged.
  var hasNegative = false
  var breaks: [Int] = []
  /// Interim targets, by year.
  var interim: [(year: Int, tenths: Int128)] = []
  var direction: Direction?
  /// Whether the target is a direction without a number.
  var isTrend = false
  /// A natural bound of a trend, in tenths.
  var limit: Int128?

  init(_ kind: Kind, using random: inout SplitMix) {
    self.kind = kind
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    func tenths(_ range: ClosedRange<Int>) -> Int128 { Int128(Int.random(in: range, using: &random)) }

    let hasBaseline = kind != .milestone && !chance(3)
    if hasBaseline { baseline = (Int.random(in: 2018...2021, using: &random), 10 * tenths(-2...10)) }
    targetYear = Int.random(in: 2022...2026, using: &random)
    // Whole numbers make it likely that a number is exactly on an edge.
    goal = kind == .rate ? [20, 50, 100, -50, 0][Int.random(in: 0..<5, using: &random)] : 10 * tenths(-4...20)
    if kind == .level || kind == .cumulative, !chance(3) {
      let start = kind == .level ? baseline?.tenths ?? 0 : 0
      goal = start + [100, 200, -100][Int.random(in: 0..<3, using: &random)]
    }
    // An increase to zero or less is an error.
    if kind == .cumulative || kind == .annual { goal = goal == 0 ? 100 : abs(goal) }
    isChange =
      kind != .milestone && kind != .rate && chance(5) && (hasBaseline || kind == .cumulative || kind == .annual)
    drawForm(hasBaseline: hasBaseline, using: &random)
    if kind != .milestone {
      if range == nil, chance(3) { comparator = Comparator.allCases[Int.random(in: 0..<4, using: &random)] }
      isApproximate = chance(4)
      if kind != .floor, kind != .ceiling, chance(12) { breaks = [Int.random(in: 2019...2025, using: &random)] }
    }

    if kind == .level && (hasBaseline || isEvery) || kind == .cumulative || kind == .annual, chance(3) {
      let least = kind == .level ? -2 : 1
      for year in min(targetYear, max(2021, (baseline?.year ?? 2020) + 1))..<targetYear where chance(2) {
        interim.append((year, 10 * tenths(least...15)))
      }
    }
    if kind == .level, comparator == nil, chance(4) { direction = chance(2) ? .up : .down }
    if kind == .level, range == nil, chance(6) { makeTrend(using: &random) }
    let scale: ClosedRange<Int> = kind == .rate ? -20...150 : kind == .annual ? -5...40 : -40...220
    let last = Int.random(in: 2019...2026, using: &random)
    for year in Int.random(in: min(2019, last)...last, using: &random)...last where !chance(8) {
      var state: MilestoneState? =
        kind == .milestone ? MilestoneState.allCases[Int.random(in: 0..<3, using: &random)] : nil
      // A milestone that is done stays done.
      if values.last?.state == .done { state = .done }
      let number: Int128? =
        if kind == .milestone || chance(15) { nil } else if kind == .rate { 5 * tenths(-4...24) } else if chance(3) {
          tenths(scale)
        } else { 5 * tenths(scale.lowerBound / 5...scale.upperBound / 5) }
      // The last period may be a quarter.
      let quarter =
        kind != .rate && kind != .annual && year == last && chance(4) ? Int.random(in: 1...3, using: &random) : 4
      var value = Value(
        period: quarter == 4 ? "\(year)" : "\(year) Q\(quarter)", end: Int128(year * 12 + quarter * 3), tenths: number,
        state: state)
      if let number, chance(5) { value.range = (number - tenths(0...25), number + tenths(0...25)) }
      values.append(value)
    }
    if chance(15) { values = [] }
    // The share and the range stay as they are; the goal of an increase is above zero.
    if kind != .milestone, share == nil, range == nil, !isTrend, chance(4) {
      let least = kind == .cumulative || kind == .annual ? 1 : -4
      earlierGoal = 10 * tenths(least...20)
      if earlierGoal == goal || kind == .rate { earlierGoal = goal + 10 }
    }
  }

  /// Makes the target a direction alone.
  private mutating func makeTrend(using random: inout SplitMix) {
    isTrend = true
    direction = Bool.random(using: &random) ? .up : .down
    (isChange, share, isEvery, comparator, isApproximate, interim) = (false, nil, false, nil, false, [])
    if Int.random(in: 0..<3, using: &random) == 0 { limit = 10 * Int128(Int.random(in: 0...30, using: &random)) }
  }

  /// Draws a target that is not one number for one time.
  private mutating func drawForm(hasBaseline: Bool, using random: inout SplitMix) {
    let drawn = Int.random(in: 0..<12, using: &random)
    switch kind {
    case .level, .floor, .ceiling:
      if isChange { return }
      if drawn < 2, let start = baseline?.tenths, start != 0 {
        share = [-500, 250, -1000, 125, 400][Int.random(in: 0..<5, using: &random)]
      } else if kind == .level, drawn < 4 {
        let low = 10 * Int128(Int.random(in: -2...12, using: &random))
        range = (low, low + 10 * Int128(Int.random(in: 1...6, using: &random)))
      } else {
        isEvery = drawn == 4
      }
    case .annual, .rate: isEvery = !isChange && drawn < 2
    case .cumulative, .milestone: break
    }
  }

  /// The entry as an author would write it.
  var fields: String {
    var parts: [String] = []
    switch kind {
    case .cumulative: parts.append("kind: increase")
    case .annual: parts += ["kind: increase", "measure: annual"]
    default: parts.append("kind: \(kind)")
    }
    if let baseline { parts.append("baseline: {year: \(baseline.year), value: \(written(baseline.tenths))}") }
    if kind == .milestone {
      parts.append("due: \(targetYear)")
    } else if isTrend {
      parts.append("target: {direction: \(direction == .up ? "up" : "down")}")
      if let limit { parts.append("limit: \(written(limit))") }
    } else {
      var target = "year: \(targetYear), \(writtenGoal)"
      if !interim.isEmpty {
        let texts = interim.map { "{year: \($0.year), \(isEvery ? "every" : "value"): \(written($0.tenths))}" }
        parts.append("targets: [\(texts.joined(separator: ", "))]")
      }
      if let direction { parts.append("direction: \(direction.rawValue)") }
      if let comparator { target += ", comparator: '\(comparator.rawValue)'" }
      if isApproximate { target += ", approx: true" }
      if let earlierGoal {
        let key = isEvery ? "every" : isChange ? "change" : "value"
        target += ", earlier: [{\(key): \(written(earlierGoal)), until: 2022-05, why: a reason}]"
      }
      parts.append("target: {\(target)}")
    }
    if !breaks.isEmpty { parts.append("breaks: \(breaks)") }
    let texts = values.map { value in
      let number = value.tenths.map(written) ?? "~"
      let ends = value.range.map { ", low: \(written($0.low)), high: \(written($0.high))}" }
      return "\(value.period): \(value.state?.rawValue ?? ends.map { "{value: \(number)\($0)" } ?? number)"
    }
    if !texts.isEmpty { parts.append("values: {\(texts.joined(separator: ", "))}") }
    return parts.joined(separator: ", ")
  }

  private var writtenGoal: String {
    if let share { return "change: '\(written(share))%'" }
    if let range { return "between: [\(written(range.low)), \(written(range.high))]" }
    return "\(isEvery ? "every" : isChange ? "change" : "value"): \(written(goal))"
  }

  /// The indicator as if its target had not been changed.
  var original: GeneratedIndicator? {
    earlierGoal.map { earlier in
      var original = self
      (original.goal, original.earlierGoal) = (earlier, nil)
      return original
    }
  }

  private func written(_ tenths: Int128) -> String {
    "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
