import DataFormats

/// How progress of an indicator is measured.
package enum IndicatorKind: String, CaseIterable, Sendable {
  /// A state that moves from a baseline to a target.
  case level
  /// An amount that is added up from nothing.
  case increase
  /// A value that must not be fallen below.
  case floor
  /// A value that must not be exceeded.
  case ceiling
  /// Yearly growth in per cent.
  case rate
  /// A thing that is done or not.
  case milestone
}

package enum Nature: String, CaseIterable, Sendable {
  /// 约束性
  case binding
  /// 预期性
  case anticipatory
}

/// What the observations of an `increase` are.
package enum Measure: String, CaseIterable, Sendable {
  /// Each is the sum since the beginning.
  case cumulative
  /// Each is the amount of its own period.
  case annual
}

package enum Comparator: String, CaseIterable, Sendable {
  case atLeast = ">="
  case moreThan = ">"
  case atMost = "<="
  case lessThan = "<"

  func holds(_ value: Double, _ bound: Double) -> Bool {
    switch self {
    case .atLeast: value >= bound || isNear(value, bound)
    case .moreThan: value > bound && !isNear(value, bound)
    case .atMost: value <= bound || isNear(value, bound)
    case .lessThan: value < bound && !isNear(value, bound)
    }
  }

  /// Whether greater values are better.
  var wantsMore: Bool { self == .atLeast || self == .moreThan }

  /// The same with both sides' signs turned round.
  var reversed: Comparator {
    switch self {
    case .atLeast: .atMost
    case .moreThan: .lessThan
    case .atMost: .atLeast
    case .lessThan: .moreThan
    }
  }
}

/// Equal but for the rounding of binary fractions: 0.1 + 0.2 is 0.3.
func isNear(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-9 * max(1, max(abs(a), abs(b)))
}

/// A figure that was worked out, with twelve digits: 33.17 + 13.11 is 46.28 and not 46.280000000000001, as binary fractions
/// have it. Figures have fewer digits, and what is tiny or huge stays as it is.
func withoutBinaryNoise(_ number: Double) -> Double {
  guard abs(number) >= 1e-3, abs(number) < 1e12 else { return number }
  var scale = 1.0
  while abs(number) * scale < 1e11 { scale *= 10 }
  return nearestWhole(number * scale) / scale
}

/// How far a milestone has come.
package enum MilestoneState: String, CaseIterable, Sendable {
  case planned, started, done
}

/// DESIGN §5; the raw values are those of the data files.
package enum IndicatorStatus: String, CaseIterable, Sendable {
  case noData = "no-data"
  case held, breached
  case notAssessable = "not-assessable"
  case achievedEarly = "achieved-early"
  case achieved, missed, reversing, ahead
  case onTrack = "on-track"
  case behind
  /// Milestones only.
  case planned, started

  /// Its place among all cases, found without comparing their texts.
  package var place: Int {
    switch self {
    case .noData: 0
    case .held: 1
    case .breached: 2
    case .notAssessable: 3
    case .achievedEarly: 4
    case .achieved: 5
    case .missed: 6
    case .reversing: 7
    case .ahead: 8
    case .onTrack: 9
    case .behind: 10
    case .planned: 11
    case .started: 12
    }
  }
}

/// Why there are figures and yet no judgement.
package enum NotAssessableReason: String, CaseIterable, Sendable {
  /// The target is a phrase without a number.
  case phrase
  /// There is no target at all.
  case noTarget = "no-target"
  /// Baseline and target are the same value.
  case noDistance = "no-distance"
  /// The series was redefined between baseline and latest value.
  case breakInSeries = "break-in-series"
  /// A level without baseline that is not met before its time.
  case noBaseline = "no-baseline"
  /// A sum of yearly amounts with a year missing.
  case missingPeriod = "missing-period"
}

/// The years of a plan, both within it.
package struct PlanPeriod: Hashable, Sendable {
  package let start: Int
  package let end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The year before the plan starts: what a baseline without a year speaks of.
  var baselineYear: Int { start - 1 }
}
