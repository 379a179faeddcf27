/// The result of comparing the figures of an indicator with its target. See
/// `Documentation/Content/5-progress.md`.
package struct Assessment: Sendable {
  package let status: IndicatorStatus
  package let reason: StatusReason?
  /// The status of the last figure, where the target's time is over and its own figure is awaited.
  package let lastStatus: IndicatorStatus?
  /// The figure that the status is for: the last observation with a value or a state that the target is judged by.
  /// There may be newer ones, see `Indicator.judgedObservations`.
  package let latest: Observation?
  /// Whether the status was set by hand rather than by a rule.
  package let isJudged: Bool
  /// Whether the last three figures go the other way than the change from the baseline to the last of them.
  package let hasTurned: Bool
  /// One bit for each of `numbers`, in order, set if the number is known. Half the size of nine optionals.
  private let known: UInt16
  /// The bits of the numbers that look ahead from the latest figure: the change required, the projection and the trend.
  private static let lookingAhead: UInt16 = 32 | 64 | 256
  private let numbers: (Double, Double, Double, Double, Double, Double, Double, Double, Double)

  /// τ: 0 at the baseline's time, 1 at the target's; not rounded or bounded.
  package var timeProgress: Double? { known & 1 == 0 ? nil : numbers.0 }
  /// p, or q for a rate: 0 at the baseline, 1 at the target; not rounded or bounded.
  package var progress: Double? { known & 2 == 0 ? nil : numbers.1 }
  /// The number to reach, in the indicator's unit; a change is added to its baseline.
  package var targetValue: Double? { known & 4 == 0 ? nil : numbers.2 }
  /// Distance from a floor or ceiling, in the indicator's unit; negative if it is breached.
  package var margin: Double? { known & 8 == 0 ? nil : numbers.3 }
  /// Geometric mean of the yearly growth of a rate since the baseline, in per cent.
  package var achievedAverage: Double? { known & 16 == 0 ? nil : numbers.4 }
  /// Change per year from the latest value that reaches the target in time, in the indicator's unit.
  package var requiredChangePerYear: Double? { known & 32 == 0 ? nil : numbers.5 }
  /// The value at the target's time on the straight line through the first and the latest value.
  package var projection: Double? { known & 64 == 0 ? nil : numbers.6 }
  /// The share of the way that the plan's path expects at the latest value, where interim targets give a path.
  package var expectedProgress: Double? { known & 128 == 0 ? nil : numbers.7 }
  /// The change a year of a direction without a number, as a fraction of the first value, or of its distance to the
  /// limit. Positive if the value grows.
  package var trend: Double? { known & 256 == 0 ? nil : numbers.8 }

  init(
    status: IndicatorStatus, reason: StatusReason? = nil, lastStatus: IndicatorStatus? = nil,
    latest: Observation? = nil, timeProgress: Double? = nil, progress: Double? = nil, targetValue: Double? = nil,
    margin: Double? = nil, achievedAverage: Double? = nil, requiredChangePerYear: Double? = nil,
    projection: Double? = nil, expectedProgress: Double? = nil, trend: Double? = nil, isJudged: Bool = false,
    hasTurned: Bool = false
  ) {
    self.status = status
    self.reason = reason
    self.lastStatus = lastStatus
    self.latest = latest
    self.isJudged = isJudged
    self.hasTurned = hasTurned
    known =
      (timeProgress == nil ? 0 : 1) | (progress == nil ? 0 : 2) | (targetValue == nil ? 0 : 4)
      | (margin == nil ? 0 : 8) | (achievedAverage == nil ? 0 : 16) | (requiredChangePerYear == nil ? 0 : 32)
      | (projection == nil ? 0 : 64) | (expectedProgress == nil ? 0 : 128) | (trend == nil ? 0 : 256)
    numbers = (
      timeProgress ?? 0, progress ?? 0, targetValue ?? 0, margin ?? 0, achievedAverage ?? 0, requiredChangePerYear ?? 0,
      projection ?? 0, expectedProgress ?? 0, trend ?? 0
    )
    precondition(
      numbers.0.isFinite && numbers.1.isFinite && numbers.2.isFinite && numbers.3.isFinite && numbers.4.isFinite
        && numbers.5.isFinite && numbers.6.isFinite, "figures in range give finite numbers")
  }

  /// The figures of another assessment, with a status that a rule or a snapshot gives: it is not judged by hand. `isOver`
  /// leaves out the numbers that look ahead from the latest figure.
  private init(
    _ other: Assessment, status: IndicatorStatus, reason: StatusReason?, lastStatus: IndicatorStatus? = nil,
    isOver: Bool = false
  ) {
    self.status = status
    self.reason = reason
    self.lastStatus = lastStatus
    latest = other.latest
    isJudged = false
    hasTurned = other.hasTurned
    known = isOver ? other.known & ~Assessment.lookingAhead : other.known
    numbers = other.numbers
  }

  /// The assessment of a retired indicator: its last figure, and no status.
  package static func givenUp(_ indicator: Indicator) -> Assessment {
    Assessment(status: .notAssessable, reason: .givenUp, latest: indicator.latest)
  }

  /// Whether the status is that of a direction without a number.
  package var isOfDirection: Bool {
    switch status {
    case .improving, .worsening, .littleChange: !isJudged
    default: false
    }
  }

  /// The share of the way that the progress is compared with: on the plan's path, or else the share of the time that
  /// has passed. Nil for a rate, which is compared with the growth required up to now: with all of it.
  package func expected(of kind: IndicatorKind) -> Double? {
    kind == .rate ? nil : expectedProgress ?? timeProgress
  }

  /// The assessment with another status, because the difference from its own is within the range of the figures.
  func withinRange(_ status: IndicatorStatus) -> Assessment {
    Assessment(self, status: status, reason: .withinRange)
  }

  /// The assessment with a status that may be more cautious, because the figure is for a period of another length than
  /// the baseline or the target.
  func ofOtherLength(_ status: IndicatorStatus) -> Assessment {
    Assessment(self, status: status, reason: status == self.status ? reason ?? .periodLength : .periodLength)
  }

  /// The assessment with the status that a snapshot recorded, if today's rules would give another one. An unknown
  /// status changes nothing, and a retired indicator has none.
  package func withRecordedStatus(_ status: String?, reason: String?) -> Assessment {
    guard let recorded = status.flatMap(IndicatorStatus.init), recorded != self.status, self.reason != .givenUp else {
      return self
    }
    return Assessment(self, status: recorded, reason: reason.flatMap(StatusReason.init))
  }

  /// The assessment when the target's time is over and no figure for it is known. It has no `requiredChangePerYear`, `projection`
  /// and `trend`, because no time is left for them. A milestone that is not reported as done counts as missed.
  func overdue(_ kind: IndicatorKind) -> Assessment {
    Assessment(
      self, status: kind == .milestone ? .missed : .noData, reason: .overdue,
      lastStatus: latest == nil && !isJudged || reason == .baselineOnly ? nil : status, isOver: true)
  }
}
