import DataFormats

extension Assessor {
  /// The assessment, or "on track" instead of "ahead" and "behind" where the figures have a range and one end of it would
  /// give another status: no verdict hangs on a difference that the figures do not show.
  func withinRange(_ assessment: Assessment) -> Assessment {
    guard assessment.status == .ahead || assessment.status == .behind,
      observations.contains(where: { $0.range != nil })
    else { return assessment }
    let isCertain = [status { $0.low }, status { $0.high }].allSatisfy { $0 == assessment.status }
    return isCertain ? assessment : assessment.withinRange()
  }

  /// The status if every figure with a range were at one end of it.
  private func status(at end: (ValueRange) -> DecimalNumber) -> IndicatorStatus {
    let moved = observations.map { observation in
      observation.range.map { observation.with(value: end($0)) } ?? observation
    }
    return Assessor(
      indicator: indicator, observations: moved[...], latest: moved[...].latest ?? latest, rules: rules
    ).assessment().status
  }
}
