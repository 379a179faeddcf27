import DataFormats

extension Assessor {
  /// The assessment, or a more cautious one where the figures have a range and one end of it would give another status: no
  /// verdict hangs on a difference that the figures do not show.
  func withinRange(_ assessment: Assessment) -> Assessment {
    guard observations.contains(where: { $0.range != nil }), assessment.status.statusClass != .cannotSay else {
      return assessment
    }
    let others = [ValueRange.End.low, .high].map { assessed(at: $0).status }
    guard others.contains(where: { $0 != assessment.status }) else { return assessment }
    let all = others + [assessment.status]
    let places = all.compactMap(\.placeOnTheWay)
    if places.count == all.count, let low = places.min(), let high = places.max() {
      // The status nearest to "on track" of those that the range permits.
      let nearest = low > 0 ? low : high < 0 ? high : 0
      guard let status = IndicatorStatus.onTheWay(nearest), status != assessment.status else { return assessment }
      return assessment.withinRange(status)
    }
    // A bound that is kept at both ends is kept, whatever was kept before.
    let kept: [IndicatorStatus] = [.held, .backWithin]
    if all.allSatisfy(kept.contains) { return assessment }
    return assessment.withinRange(.notAssessable)
  }

  /// The assessment if every figure with a range were at one end of it.
  private func assessed(at end: ValueRange.End) -> Assessment {
    let moved = observations.map { observation in
      observation.range.map { observation.with(value: $0[end]) } ?? observation
    }
    return Assessor(
      indicator: indicator.with(observations: moved), observations: moved[...], latest: moved[...].latest ?? latest,
      rules: rules
    ).assessment()
  }
}

extension ValueRange {
  enum End { case low, high }

  subscript(end: End) -> DecimalNumber {
    switch end {
    case .low: low
    case .high: high
    }
  }
}

extension IndicatorStatus {
  /// Where a figure is before the target's time is over: 0 on track, positive ahead of it. Nil for all other statuses.
  fileprivate var placeOnTheWay: Int? {
    switch self {
    case .reversing: -2
    case .behind: -1
    case .onTrack: 0
    case .ahead: 1
    case .achievedEarly: 2
    case .achieved, .held, .backWithin, .started, .improving, .missed, .breached, .worsening, .littleChange, .noData,
      .notAssessable, .planned:
      nil
    }
  }

  fileprivate static func onTheWay(_ place: Int) -> IndicatorStatus? { allCases.first { $0.placeOnTheWay == place } }
}
