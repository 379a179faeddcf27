/// What the figures of an indicator say about its target.
package struct Assessment: Hashable, Sendable {
  package let status: IndicatorStatus
  package let reason: NotAssessableReason?
  package let latest: Observation?
  /// τ: 0 at the baseline's time, 1 at the target's; unrounded, not bounded.
  package let timeProgress: Double?
  /// p, or q of a rate: 1 is the target; unrounded, not bounded.
  package let progress: Double?
  /// The number to reach, a change added to its baseline.
  package let targetValue: Double?
  /// Distance from a floor or a ceiling; positive on the right side.
  package let margin: Double?
  /// Mean yearly growth of a rate so far, in per cent.
  package let achievedAverage: Double?
  /// Change per year from the latest value to the target, in the indicator's unit.
  package let requiredChangePerYear: Double?
  /// The value at the target's time on the straight line through the first point and the latest.
  package let projection: Double?
  /// Whether somebody judged it, and no rule.
  package let isJudged: Bool

  init(
    status: IndicatorStatus, reason: NotAssessableReason? = nil, latest: Observation? = nil,
    timeProgress: Double? = nil, progress: Double? = nil, targetValue: Double? = nil, margin: Double? = nil,
    achievedAverage: Double? = nil, requiredChangePerYear: Double? = nil, projection: Double? = nil,
    isJudged: Bool = false
  ) {
    self.status = status
    self.reason = reason
    self.latest = latest
    self.timeProgress = timeProgress
    self.progress = progress
    self.targetValue = targetValue
    self.margin = margin
    self.achievedAverage = achievedAverage
    self.requiredChangePerYear = requiredChangePerYear
    self.projection = projection
    self.isJudged = isJudged
  }
}
