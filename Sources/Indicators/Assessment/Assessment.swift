/// The result of comparing the figures of an indicator with its target. DESIGN §5.
package struct Assessment: Sendable {
  package let status: IndicatorStatus
  package let reason: NotAssessableReason?
  /// The newest figure: the last observation with a value or a state.
  package let latest: Observation?
  /// Whether the status was set by hand rather than by a rule.
  package let isJudged: Bool
  /// One bit for each of `numbers`, in order, set if the number is known. Half the size of seven optionals.
  private let known: UInt8
  private let numbers: (Double, Double, Double, Double, Double, Double, Double)

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
