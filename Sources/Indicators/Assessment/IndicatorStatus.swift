/// The result of an assessment. DESIGN §5; the raw values appear in the data files.
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

  /// 0-based position in `allCases`. A switch, because `firstIndex(of:)` compares raw values as text.
  package var ordinal: Int {
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

/// Why an indicator with figures has no status. The raw values appear in the data files.
package enum NotAssessableReason: String, CaseIterable, Sendable {
  /// The target is a phrase without a number.
  case phrase
  /// There is no target at all.
  case noTarget = "no-target"
  /// Baseline and target are the same value.
  case noDistance = "no-distance"
  /// The series was redefined between the baseline and the latest value.
  case breakInSeries = "break-in-series"
  /// A level without a baseline that has not been met before its deadline.
  case noBaseline = "no-baseline"
  /// A sum of yearly amounts in which a year is missing.
  case missingPeriod = "missing-period"
}
