/// How far an indicator is reported, in the order in which pages show it.
package enum ReportingState: String, CaseIterable, Sendable {
  case complete
  case inProgress = "in-progress"
  case notStarted = "not-started"
  case notApplicable = "not-applicable"
  /// It has no figures by its nature.
  case nonStatistical = "non-statistical"
  /// Nobody says.
  case unstated
}

extension Indicator {
  package var reportingState: ReportingState {
    switch reporting {
    case nil: isNonStatistical ? .nonStatistical : .unstated
    case .complete: .complete
    case .inProgress: .inProgress
    case .notStarted: .notStarted
    case .notApplicable: .notApplicable
    }
  }
}
