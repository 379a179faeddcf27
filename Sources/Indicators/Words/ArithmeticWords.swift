import DataFormats

/// How the progress of an indicator was worked out, with its own numbers, so that a reader can do it again.
extension IndicatorWords {
  /// One sentence without a full stop; nil where nothing was worked out.
  package static func arithmetic(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard let progress = assessment.progress, let bound = assessment.targetValue, let latest = assessment.latest?.value
    else { return nil }
    let target = plain(bound, of: indicator)
    let share = percent(progress)
    let work: String
    switch indicator.kind {
    case .level:
      guard let start = indicator.baseline?.value else { return nil }
      let from = plain(start, of: indicator)
      work = "(\(plain(latest, of: indicator)) − \(from)) ÷ (\(target) − \(from)) = \(share)"
    case .increase:
      work = "\(sum(of: indicator, latest, total: progress * bound)) ÷ \(target) = \(share)"
    case .rate:
      work = growth(of: indicator, bound, share, language)
    case .floor, .ceiling, .milestone: return nil
    }
    guard let time = assessment.timeProgress else { return work }
    switch language {
    case .chinese: return "\(work)；时序进度为\(percent(time))"
    case .english: return "\(work); \(percent(time)) of the time had passed"
    }
  }

  /// Yearly amounts are added up in the open: `90 + 80`.
  private static func sum(of indicator: Indicator, _ latest: DecimalNumber, total: Double) -> String {
    guard indicator.measure == .annual else {
      if case .change = indicator.target?.goal, let start = indicator.baseline {
        return "(\(plain(latest, of: indicator)) − \(plain(start.value, of: indicator)))"
      }
      return plain(latest, of: indicator)
    }
    let amounts = observed(indicator).map { plain($0, of: indicator) }
    return amounts.count == 1 ? amounts[0] : "(\(amounts.joined(separator: " + ")))"
  }

  private static func growth(
    of indicator: Indicator, _ bound: Double, _ share: String, _ language: WordLanguage
  ) -> String {
    let rates = observed(indicator)
    let achieved = rates.map { "(1 + \(plain($0, of: indicator))%)" }.joined(separator: " × ")
    let required = "(1 + \(plain(bound, of: indicator))%)" + (rates.count == 1 ? "" : "^\(rates.count)")
    return "[\(achieved) − 1] ÷ [\(required) − 1] = \(share)"
  }

  private static func observed(_ indicator: Indicator) -> [DecimalNumber] {
    let start = indicator.baselineTime
    return indicator.observations.compactMap { observation in
      observation.period.end > start && !isNear(observation.period.end, start) ? observation.value : nil
    }
  }

  /// Without its unit; a negative number in brackets, so that no two signs meet.
  private static func plain(_ number: DecimalNumber, of indicator: Indicator) -> String {
    bracketed(NumberFormat.text(number, precision: indicator.precision))
  }

  private static func plain(_ value: Double, of indicator: Indicator) -> String {
    bracketed(toReach(value, of: indicator))
  }

  private static func bracketed(_ text: String) -> String {
    text.hasPrefix("\u{2212}") ? "(\(text))" : text
  }
}
