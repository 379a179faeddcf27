/// What the figures of an indicator say about its target.
package struct Assessment: Sendable {
  package let status: IndicatorStatus
  package let reason: NotAssessableReason?
  package let latest: Observation?
  /// Whether somebody judged it, and no rule.
  package let isJudged: Bool
  /// One bit for each number, in their order: whether it is there. Apart from them, all take half of the room.
  private let known: UInt8
  private let numbers: (Double, Double, Double, Double, Double, Double, Double)

  /// τ: 0 at the baseline's time, 1 at the target's; unrounded, not bounded.
  package var timeProgress: Double? { known & 1 == 0 ? nil : numbers.0 }
  /// p, or q of a rate: 1 is the target; unrounded, not bounded.
  package var progress: Double? { known & 2 == 0 ? nil : numbers.1 }
  /// The number to reach, a change added to its baseline.
  package var targetValue: Double? { known & 4 == 0 ? nil : numbers.2 }
  /// Distance from a floor or a ceiling; positive on the right side.
  package var margin: Double? { known & 8 == 0 ? nil : numbers.3 }
  /// Mean yearly growth of a rate so far, in per cent.
  package var achievedAverage: Double? { known & 16 == 0 ? nil : numbers.4 }
  /// Change per year from the latest value to the target, in the indicator's unit.
  package var requiredChangePerYear: Double? { known & 32 == 0 ? nil : numbers.5 }
  /// The value at the target's time on the straight line through the first point and the latest.
  package var projection: Double? { known & 64 == 0 ? nil : numbers.6 }

  init(
    status: IndicatorStatus, reason: NotAssessableReason? = nil, latest: Observation? = nil,
    timeProgress: Double? = nil, progress: Double? = nil, targetValue: Double? = nil, margin: Double? = nil,
    achievedAverage: Double? = nil, requiredChangePerYear: Double? = nil, projection: Double? = nil,
    isJudged: Bool = false
  ) {
    self.status = status
    self.reason = reason
    self.latest = latest
    self.isJudged = isJudged
    known =
      (timeProgress == nil ? 0 : 1) | (progress == nil ? 0 : 2) | (targetValue == nil ? 0 : 4)
      | (margin == nil ? 0 : 8) | (achievedAverage == nil ? 0 : 16) | (requiredChangePerYear == nil ? 0 : 32)
      | (projection == nil ? 0 : 64)
    numbers = (
      timeProgress ?? 0, progress ?? 0, targetValue ?? 0, margin ?? 0, achievedAverage ?? 0, requiredChangePerYear ?? 0,
      projection ?? 0
    )
  }
}
