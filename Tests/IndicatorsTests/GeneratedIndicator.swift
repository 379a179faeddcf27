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
    let tenths: Int128?
    let state: MilestoneState?
  }

  var kind: Kind
  var baseline: (year: Int, tenths: Int128)?
  var targetYear: Int
  var goal: Int128
  var isChange = false
  var comparator: Comparator?
  var isApproximate = false
  var values: [Value] = []
  var breaks: [Int] = []
  /// Interim targets, by year.
  var interim: [(year: Int, tenths: Int128)] = []
  var direction: Direction?

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
    if kind != .milestone {
      if chance(3) { comparator = Comparator.allCases[Int.random(in: 0..<4, using: &random)] }
      isApproximate = chance(4)
      if kind != .floor, kind != .ceiling, chance(12) { breaks = [Int.random(in: 2019...2025, using: &random)] }
    }

    if kind == .level && hasBaseline || kind == .cumulative || kind == .annual, chance(3) {
      let least = kind == .level ? -2 : 1
      for year in min(targetYear, max(2021, (baseline?.year ?? 2020) + 1))..<targetYear where chance(2) {
        interim.append((year, 10 * tenths(least...15)))
      }
    }
    if kind == .level, comparator == nil, chance(4) { direction = chance(2) ? .up : .down }
    let scale: ClosedRange<Int> = kind == .rate ? -20...150 : kind == .annual ? -5...40 : -40...220
    let last = Int.random(in: 2019...2026, using: &random)
    for year in Int.random(in: min(2019, last)...last, using: &random)...last where !chance(8) {
      let state: MilestoneState? =
        kind == .milestone ? MilestoneState.allCases[Int.random(in: 0..<3, using: &random)] : nil
      let number: Int128? =
        if kind == .milestone || chance(15) { nil } else if kind == .rate { 5 * tenths(-4...24) } else if chance(3) {
          tenths(scale)
        } else { 5 * tenths(scale.lowerBound / 5...scale.upperBound / 5) }
      // The last period may be a quarter.
      let quarter =
        kind != .rate && kind != .annual && year == last && chance(4) ? Int.random(in: 1...3, using: &random) : 4
      values.append(
        Value(
          period: quarter == 4 ? "\(year)" : "\(year) Q\(quarter)", end: Int128(year * 12 + quarter * 3),
          tenths: number,
          state: state))
    }
    if chance(15) { values = [] }
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
    } else {
      var target = "year: \(targetYear), \(isChange ? "change" : "value"): \(written(goal))"
      if !interim.isEmpty {
        let texts = interim.map { "{year: \($0.year), value: \(written($0.tenths))}" }
        parts.append("targets: [\(texts.joined(separator: ", "))]")
      }
      if let direction { parts.append("direction: \(direction.rawValue)") }
      if let comparator { target += ", comparator: '\(comparator.rawValue)'" }
      if isApproximate { target += ", approx: true" }
      parts.append("target: {\(target)}")
    }
    if !breaks.isEmpty { parts.append("breaks: \(breaks)") }
    let texts = values.map { "\($0.period): \($0.state?.rawValue ?? $0.tenths.map(written) ?? "~")" }
    if !texts.isEmpty { parts.append("values: {\(texts.joined(separator: ", "))}") }
    return parts.joined(separator: ", ")
  }

  private func written(_ tenths: Int128) -> String {
    "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

// MARK: - Expected assessment

extension GeneratedIndicator {
  struct Expectation {
    var status: IndicatorStatus
    var reason: StatusReason?
    var time: Fraction?
    var progress: Fraction?
    var expected: Fraction?
    var margin: Fraction?
    var requiredChange: Fraction?
    var projection: Fraction?
    /// Whether a number is exactly on the edge between two statuses.
    var isOnEdge = false
  }

  private var baseEnd: Int128 { Int128(((baseline?.year ?? 2020) + 1) * 12) }
  private var targetEnd: Int128 { Int128((targetYear + 1) * 12) }

  /// The number to reach.
  private var bound: Fraction {
    let isAdded = isChange && kind != .cumulative && kind != .annual
    return Fraction(goal + (isAdded ? baseline?.tenths ?? 0 : 0), 10)
  }

  /// Whether more is better, where the author says so.
  private var wantsMore: Bool? {
    switch comparator {
    case .atLeast?, .moreThan?: true
    case .atMost?, .lessThan?: false
    case nil: direction.map { $0 == .up }
    }
  }

  /// 5 % of the target; of a change, of the change.
  private var slack: Fraction { isApproximate ? Fraction(abs(isChange ? goal : bound.above), 200) : Fraction(0) }

  private func holds(_ value: Fraction, _ bound: Fraction, _ comparator: Comparator, slack: Fraction) -> Bool {
    switch comparator {
    case .atLeast: value >= bound - slack
    case .moreThan: value > bound - slack
    case .atMost: value <= bound + slack
    case .lessThan: value < bound + slack
    }
  }

  var expected: Expectation {
    guard let latest = values.last(where: { $0.tenths != nil || $0.state != nil }) else {
      return Expectation(status: .noData, reason: .noFigures)
    }
    let time = Fraction(latest.end - baseEnd, targetEnd - baseEnd)
    if kind == .milestone { return milestone(latest, time) }
    let value = Fraction(latest.tenths ?? 0, 10)
    if latest.end <= baseEnd, kind != .level || baseline != nil {
      return Expectation(status: .noData, reason: .baselineOnly)
    }
    switch kind {
    case .floor, .ceiling: return bounded(value, time)
    case .rate: return rate(latest, time)
    case .level where baseline == nil: return levelWithoutBaseline(latest, value, time)
    default: return moving(latest, value, time)
    }
  }

  private func milestone(_ latest: Value, _ time: Fraction) -> Expectation {
    let isOver = time >= Fraction(1)
    return switch latest.state {
    case .done: Expectation(status: isOver ? .achieved : .achievedEarly, time: time)
    case .started: Expectation(status: isOver ? .missed : .started, time: time)
    default: Expectation(status: isOver ? .missed : .planned, time: time)
    }
  }

  private func bounded(_ value: Fraction, _ time: Fraction) -> Expectation {
    let comparator = comparator ?? (kind == .floor ? .atLeast : .atMost)
    let isFloor = comparator == .atLeast || comparator == .moreThan
    let wasBreached = values.contains {
      guard let tenths = $0.tenths, $0.end > baseEnd else { return false }
      return !holds(Fraction(tenths, 10), bound, comparator, slack: slack)
    }
    return Expectation(
      status: !holds(value, bound, comparator, slack: slack) ? .breached : wasBreached ? .backWithin : .held,
      time: time,
      margin: isFloor ? value - bound : bound - value,
      isOnEdge: value == (isFloor ? bound - slack : bound + slack))
  }

  private func hasBreak(after start: Int128, upTo end: Int128) -> Bool {
    breaks.contains { Int128(($0 + 1) * 12) > start && Int128(($0 + 1) * 12) <= end }
  }

  // MARK: Rates

  private func rate(_ latest: Value, _ time: Fraction) -> Expectation {
    let rates = values.filter { $0.end > baseEnd }.compactMap(\.tenths)
    if rates.isEmpty { return Expectation(status: .noData, reason: .baselineOnly) }
    if hasBreak(after: baseEnd, upTo: latest.end) {
      return Expectation(status: .notAssessable, reason: .breakInSeries, time: time)
    }
    if goal == 0 { return Expectation(status: .notAssessable, reason: .zeroTarget, time: time) }
    // A growth of r tenths of a per cent is a factor of (1000 + r)/1000.
    let unit: Int128 = rates.reduce(1) { power, _ in power * 1000 }
    let achieved = rates.reduce(1) { $0 * (1000 + $1) } - unit
    let required = rates.reduce(1) { power, _ in power * (1000 + goal) } - unit
    let q = Fraction(achieved, required)
    // High is good: more growth of a positive rate, a stronger fall of a negative one.
    let isHighGood =
      switch comparator {
      case nil: true
      case .atLeast, .moreThan: goal > 0
      case .atMost, .lessThan: goal < 0
      }
    let isStrict = comparator == .moreThan || comparator == .lessThan
    var result = Expectation(status: .onTrack, time: time, progress: q)
    let (low, high) = (Fraction(19, 20), Fraction(21, 20))
    result.isOnEdge = q == low || q == high || q == Fraction(1)
    if time >= Fraction(1) {
      let comparator: Comparator = isHighGood ? (isStrict ? .moreThan : .atLeast) : (isStrict ? .lessThan : .atMost)
      let isMet = holds(q, Fraction(1), comparator, slack: isApproximate ? Fraction(1, 20) : Fraction(0))
      result.status = isMet ? .achieved : .missed
    } else if isHighGood {
      result.status = q < Fraction(0) ? .reversing : q >= high ? .ahead : q <= low ? .behind : .onTrack
    } else {
      result.status = q >= high ? .behind : q <= low ? .ahead : .onTrack
    }
    return result
  }

  // MARK: Levels and increases

  private func levelWithoutBaseline(_ latest: Value, _ value: Fraction, _ time: Fraction) -> Expectation {
    let isMet = holds(value, bound, comparator ?? (direction == .down ? .atMost : .atLeast), slack: slack)
    let isOver = time >= Fraction(1)
    var result = Expectation(status: .missed, time: time)
    if isMet {
      result.status = isOver ? .achieved : .achievedEarly
    } else if !isOver {
      result.status = .notAssessable
      result.reason = .noBaseline
      result.requiredChange = perYear(bound - value, from: latest)
    }
    if let first = values.first(where: { $0.tenths != nil }), let number = first.tenths {
      result.projection = line(from: (first.end, Fraction(number, 10)), to: latest, value)
    }
    return result
  }

  private func moving(_ latest: Value, _ given: Fraction, _ time: Fraction) -> Expectation {
    let start = kind == .level ? Fraction(baseline?.tenths ?? 0, 10) : Fraction(0)
    let amounts = values.filter { $0.end > baseEnd && $0.tenths != nil }
    if kind == .annual, amounts.isEmpty { return Expectation(status: .noData, reason: .baselineOnly) }
    if bound == start { return Expectation(status: .notAssessable, reason: .noDistance, time: time) }
    if hasBreak(after: baseEnd, upTo: latest.end) {
      return Expectation(status: .notAssessable, reason: .breakInSeries, time: time)
    }
    if kind == .level, let wantsMore, wantsMore != (bound > start) {
      return Expectation(status: .notAssessable, reason: .wrongSide, time: time)
    }
    var value = given
    if kind == .annual {
      if Int128(amounts.count) != (latest.end - baseEnd) / 12 {
        return Expectation(status: .notAssessable, reason: .missingPeriod, time: time)
      }
      value = Fraction(amounts.reduce(0) { $0 + ($1.tenths ?? 0) }, 10)
    } else if kind == .cumulative, isChange, let baseline {
      value = given - Fraction(baseline.tenths, 10)
    }
    return judged(latest, value, from: start, time)
  }

  /// Rules 4 to 7, with δ = 1/20.
  private func judged(_ latest: Value, _ value: Fraction, from start: Fraction, _ time: Fraction) -> Expectation {
    let p = (value - start) / (bound - start)
    let comparator = comparator ?? (direction.map { $0 == .up } ?? (bound > start) ? .atLeast : .atMost)
    let isMet = holds(value, bound, comparator, slack: slack)
    let delta = Fraction(1, 20)
    let path = path(at: latest.end, from: start)
    let e = path ?? time
    var result = Expectation(status: .onTrack, time: time, progress: p, expected: path)
    result.isOnEdge = p == e + delta || p == e - delta || value == bound
    if isMet {
      result.status = time < Fraction(1) ? .achievedEarly : .achieved
    } else {
      result.requiredChange = perYear(bound - value, from: latest)
      if time >= Fraction(1) {
        result.status = .missed
      } else if p < Fraction(0) {
        result.status = .reversing
      } else if p >= e + delta {
        result.status = .ahead
      } else if p <= e - delta {
        result.status = .behind
      }
    }
    // One report alone draws no line, unless the author wrote where it begins.
    if baseline != nil || values.count(where: { $0.tenths != nil }) >= 2 {
      result.projection = projection(latest, value, from: start)
    }
    return result
  }

  /// The share of the way that the interim targets expect, by straight lines from one to the next.
  private func path(at now: Int128, from start: Fraction) -> Fraction? {
    let points = interim.map { (end: Int128(($0.year + 1) * 12), value: Fraction($0.tenths, 10)) }
      .filter { $0.end > baseEnd && $0.end < targetEnd }
    if points.isEmpty { return nil }
    let all = [(end: baseEnd, value: start)] + points + [(end: targetEnd, value: bound)]
    guard now < targetEnd else { return Fraction(1) }
    for (before, after) in zip(all, all.dropFirst()) where now <= after.end {
      let value = before.value + (after.value - before.value) * Fraction(now - before.end, after.end - before.end)
      return (value - start) / (bound - start)
    }
    return nil
  }

  private func projection(_ latest: Value, _ value: Fraction, from start: Fraction) -> Fraction? {
    // A level, yearly amounts and a change have a known beginning; a total is followed from its first report.
    if kind != .cumulative || isChange && baseline != nil { return line(from: (baseEnd, start), to: latest, value) }
    guard let first = values.first(where: { $0.tenths != nil }), let number = first.tenths else { return nil }
    return line(from: (first.end, Fraction(number, 10)), to: latest, value)
  }

  private func perYear(_ distance: Fraction, from latest: Value) -> Fraction? {
    latest.end < targetEnd ? distance * Fraction(12, targetEnd - latest.end) : nil
  }

  private func line(from start: (end: Int128, value: Fraction), to latest: Value, _ value: Fraction) -> Fraction? {
    guard start.end < latest.end, latest.end < targetEnd, !hasBreak(after: start.end, upTo: latest.end) else {
      return nil
    }
    return start.value + (value - start.value) * Fraction(targetEnd - start.end, latest.end - start.end)
  }
}
