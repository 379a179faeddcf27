#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A second opinion on a level: its compound growth compared with the growth that reaches the target, or, without a target
/// that is a number, with fixed thresholds. Statistical offices publish such verdicts. It never changes the status.
package struct GrowthAssessment: Hashable, Sendable {
  package enum Outcome: String, Sendable {
    case achieved, substantial, moderate, limited, deterioration
  }

  /// Why the method gives no verdict. The raw values appear in the data files.
  package enum Reason: String, Sendable {
    /// The kind is not a level, or the target is a range or a bound for each period.
    case kind
    case noBaseline = "no-baseline"
    case noFigures = "none"
    /// Less than a year between baseline and latest figure, or baseline and target.
    case tooShort = "too-short"
    /// Baseline and latest figure, or target, have different signs.
    case signChange = "sign-change"
    /// Baseline and target, or limit, are the same.
    case noDistance = "no-distance"
    case breakInSeries = "break-in-series"
    /// The target is on the side of the baseline that is worse.
    case wrongSide = "wrong-side"
    /// The ends of the figure's range would give different outcomes.
    case withinRange = "within-range"
    case outOfRange = "out-of-range"
  }

  /// Growth a year from the baseline to the latest figure, as a fraction; positive if the value grows.
  package let growth: Double
  /// Growth a year from the baseline to the target; nil without a target that is a number.
  package let needed: Double?
  /// The ratio of the two, or the growth alone, positive in the direction that is wanted.
  package let value: Double
  /// The part of the thresholds that a limit leaves, 0 to 1; 1 without a limit.
  package let room: Double
  /// −5 to 5.
  package let score: Double
  package let outcome: Outcome
  /// Whole years from the baseline to the latest figure, and to the target.
  package let years: Int
  package let neededYears: Int?
}

extension GrowthAssessment {
  /// Zero has no growth; the method takes this instead.
  static let leastBase = 0.001

  package static func of(_ indicator: Indicator) -> Result<GrowthAssessment, Unavailable> {
    guard let latest = indicator.judgedFigure, let current = latest.value else {
      return of(indicator, nil)
    }
    let result = of(indicator, (latest.period, current.value))
    guard let range = latest.range, case .success(let assessment) = result else { return result }
    // No verdict hangs on a difference that the figure does not show.
    for end in [range.low, range.high] {
      guard case .success(let other) = of(indicator, (latest.period, end.value)), other.outcome == assessment.outcome
      else { return .failure(.init(.withinRange)) }
    }
    return result
  }

  private static func of(
    _ indicator: Indicator, _ figure: (period: Period, value: Double)?
  ) -> Result<GrowthAssessment, Unavailable> {
    guard indicator.kind == .level else { return .failure(.init(.kind)) }
    switch indicator.target?.goal {
    case .between, .every: return .failure(.init(.kind))
    case .value, .change, .relative, .phrase, .direction, .done, nil: break
    }
    guard indicator.isInRange else { return .failure(.init(.outOfRange)) }
    guard let baseline = indicator.baseline else { return .failure(.init(.noBaseline)) }
    guard let (period, current) = figure else { return .failure(.init(.noFigures)) }
    let years = period.year - baseline.period.year
    guard years >= 1 else { return .failure(.init(.tooShort)) }
    if indicator.hasBreak(after: baseline.end, upTo: period.end) {
      return .failure(.init(.breakInSeries))
    }
    let start = nonzero(baseline.value.value)
    guard start * current >= 0 else { return .failure(.init(.signChange)) }
    let growth = pow(current / start, 1 / Double(years)) - 1
    let sign = start < 0 ? -1.0 : 1.0
    guard let bound = indicator.targetValue, let target = indicator.target else {
      return withoutTarget(indicator, start, growth, sign, years)
    }
    if indicator.isOnWrongSide { return .failure(.init(.wrongSide)) }
    let neededYears = target.period.year - baseline.period.year
    guard neededYears >= 1 else { return .failure(.init(.tooShort)) }
    let goal = nonzero(bound)
    guard start * goal > 0 else { return .failure(.init(.signChange)) }
    let needed = pow(goal / start, 1 / Double(neededYears)) - 1
    guard !isNear(goal, start), needed != 0 else { return .failure(.init(.noDistance)) }
    let wantsMore = indicator.direction.map { $0 == .up } ?? (bound > baseline.value.value)
    let value = sign * (wantsMore ? 1 : -1) * growth / abs(needed)
    guard value.isFinite else { return .failure(.init(.outOfRange)) }
    let comparator: Comparator =
      target.isComparatorWritten ? target.comparator : wantsMore ? .atLeast : .atMost
    let isMet = indicator.isMet(current, bound, by: comparator, of: target)
    let score = isMet ? 5 : value >= 0.6 ? min(7.1429 * value - 4.2857, 5) : max(4.1667 * value - 2.5, -5)
    return .success(
      GrowthAssessment(
        growth: growth, needed: needed, value: value, room: 1, score: score,
        outcome: isMet ? .achieved : outcome(score), years: years, neededYears: neededYears))
  }

  private static func withoutTarget(
    _ indicator: Indicator, _ start: Double, _ growth: Double, _ sign: Double, _ years: Int
  ) -> Result<GrowthAssessment, Unavailable> {
    // If no direction is stated, less counts as better.
    let value = sign * (indicator.direction == .up ? 1 : -1) * growth
    var room = 1.0
    if let limit = indicator.limit?.value {
      let ratio = limit == 0 ? 2 : start / limit
      // Mirrored above the limit: 120 of 100 is as near as 80.
      room = ratio >= 2 ? 1 : 1 - pow(max(ratio > 1 ? 2 - ratio : ratio, 0), 4.44)
    }
    guard room > 0 else { return .failure(.init(.noDistance)) }
    let score: Double
    if value >= 0.015 * room {
      score = min(500 * value / room - 5, 5)
    } else if value >= 0.005 * room {
      score = 250 * value / room - 1.25
    } else if value >= 0 {
      score = 500 * value / room - 2.5
    } else {
      score = max(125 * value - 2.5, -5)
    }
    guard score.isFinite else { return .failure(.init(.outOfRange)) }
    return .success(
      GrowthAssessment(
        growth: growth, needed: nil, value: value, room: room, score: score, outcome: outcome(score), years: years,
        neededYears: nil))
  }

  private static func nonzero(_ value: Double) -> Double { value == 0 ? leastBase : value }

  private static func outcome(_ score: Double) -> Outcome {
    func reaches(_ threshold: Double) -> Bool { isAtLeast(score, threshold) }
    return reaches(2.5) ? .substantial : reaches(0) ? .moderate : reaches(-2.5) ? .limited : .deterioration
  }

  /// A verdict that the method does not give.
  package struct Unavailable: Error, Hashable {
    package let reason: Reason
    init(_ reason: Reason) { self.reason = reason }
  }
}
