/// How the progress of an indicator is measured. See `Documentation/Content/5-progress.md`.
package enum IndicatorKind: String, CaseIterable, Sendable {
  /// A state that moves from a baseline to a target.
  case level
  /// An amount that accumulates from zero.
  case increase
  /// A value that must not fall below its target.
  case floor
  /// A value that must not exceed its target.
  case ceiling
  /// Yearly growth in per cent.
  case rate
  /// Something that is done or not done.
  case milestone

  /// Whether the share of the time that has passed says something of the status. A rate is compared with the growth
  /// required up to now, and a milestone is done or not.
  package var isComparedWithTime: Bool {
    switch self {
    case .level, .increase, .floor, .ceiling: true
    case .rate, .milestone: false
    }
  }
}

package enum Nature: String, CaseIterable, Sendable {
  /// 约束性
  case binding
  /// 预期性
  case anticipatory
}

/// The meaning of each observation of an `increase`.
package enum Measure: String, CaseIterable, Sendable {
  /// The total since the beginning.
  case cumulative
  /// The amount of its own period.
  case annual
}

/// How far a milestone has come.
package enum MilestoneState: String, CaseIterable, Sendable {
  case planned, started, done
}
