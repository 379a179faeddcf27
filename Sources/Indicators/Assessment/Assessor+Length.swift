extension Assessor {
  /// The assessment, or a more cautious one where the figure is for a part of a year and the baseline for a whole one: a month
  /// neither meets nor misses what is promised for a year, and the reason says by what it was judged.
  func comparable(_ assessment: Assessment) -> Assessment {
    guard assessment.status.statusClass != .cannotSay, indicator.isPartOfYear(latest) else { return assessment }
    switch assessment.status {
    case .achievedEarly: return assessment.ofOtherLength(.ahead)
    case .achieved, .missed: return assessment.ofOtherLength(.notAssessable)
    default: return assessment.ofOtherLength(assessment.status)
    }
  }
}

extension Indicator {
  /// The assessment where no figure can be judged: there is none, or all are for longer or shorter periods than those that
  /// the target is for.
  func withoutJudgedFigure(until time: Double?) -> Assessment {
    let end = min(time ?? .infinity, judgedUntil)
    let newest = observations.last { $0.value != nil && !$0.end.isLater(than: end) }
    guard judgedMonths > 0, let newest else {
      return Assessment(status: .noData, reason: .noFigures, targetValue: targetValue)
    }
    return Assessment(status: .notAssessable, reason: .periodLength, latest: newest, targetValue: targetValue)
  }
}
