/// The result of an assessment; see `Documentation/Content/5-progress.md`. The raw values appear in the data files. In
/// the order of the classes, which every list, bar and table follows.
package enum IndicatorStatus: String, CaseIterable, Sendable {
  case achieved
  case achievedEarly = "achieved-early"
  case held

  case ahead
  case onTrack = "on-track"
  /// Milestones only.
  case started
  /// A direction without a number.
  case improving
  /// A floor or a ceiling is kept now and was not before.
  case backWithin = "back-within"

  case behind, reversing, missed
  /// A floor or a ceiling is not kept; or a target for every period was not kept in one of them.
  case breached
  /// Directions without a number.
  case worsening
  case littleChange = "little-change"

  case noData = "no-data"
  case notAssessable = "not-assessable"
  /// Milestones only.
  case planned

  /// 0-based position in `allCases`. A switch, because `firstIndex(of:)` compares raw values as text.
  package var ordinal: Int {
    switch self {
    case .achieved: 0
    case .achievedEarly: 1
    case .held: 2
    case .ahead: 3
    case .onTrack: 4
    case .started: 5
    case .improving: 6
    case .backWithin: 7
    case .behind: 8
    case .reversing: 9
    case .missed: 10
    case .breached: 11
    case .worsening: 12
    case .littleChange: 13
    case .noData: 14
    case .notAssessable: 15
    case .planned: 16
    }
  }

  /// The class that the status belongs to.
  package var statusClass: StatusClass {
    switch self {
    case .achieved, .achievedEarly, .held: .met
    case .ahead, .onTrack, .started, .improving, .backWithin: .onCourse
    case .behind, .reversing, .missed, .breached, .worsening, .littleChange: .atRisk
    case .noData, .notAssessable, .planned: .cannotSay
    }
  }
}

/// The meaning of a status for the promise, in four classes. Totals, bars, matrices and filters use them; the raw
/// values appear in the data files.
package enum StatusClass: String, CaseIterable, Sendable {
  /// Met or held.
  case met
  case onCourse = "on-course"
  case atRisk = "at-risk"
  case cannotSay = "cannot-say"
}

/// Why there is no verdict, or a cautious one. The raw values appear in the data files.
package enum StatusReason: String, CaseIterable, Sendable {
  // With `no-data`.

  /// There are no figures.
  case noFigures = "none"
  /// The newest figure is for the baseline's time or earlier.
  case baselineOnly = "baseline-only"
  /// The target's time is over and there is no figure for it. Also with `missed`: a milestone without a newer report.
  case overdue

  // With `not-assessable`.

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
  /// A sum of amounts whose periods share some time, so that an amount would count twice.
  case overlap = "overlapping-periods"
  /// The target is on the side of the baseline that is worse.
  case wrongSide = "wrong-side"
  /// The target is zero growth, and no share of zero exists.
  case zeroTarget = "zero-target"
  /// The indicator is no longer followed: see `Retirement`.
  case givenUp = "given-up"
  /// A figure is too large to compute with; see `DecimalNumber.limit`.
  case outOfRange = "out-of-range"

  // With `achieved`.

  /// A milestone was done after its due date.
  case doneLate = "done-late"

  // With `behind`.

  /// The value is beyond the far end of a range.
  case pastRange = "past-range"

  // With `on-track`, `ahead`, `behind` and `not-assessable`.

  /// The difference that would give another status is smaller than the range of the figures.
  case withinRange = "within-range"

  /// The figure is for a part of a year and the baseline for a whole one, or the target for periods of another length. Also
  /// with `reversing`, `improving`, `worsening` and `little-change`.
  case periodLength = "period-length"
}
