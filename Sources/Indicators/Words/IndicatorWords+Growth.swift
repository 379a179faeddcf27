import DataFormats
import Words

/// The second opinion by the growth of an indicator, with its formula and numbers.
extension IndicatorWords {
  /// Nil for an indicator that does not ask for it.
  package static func growth(of indicator: Indicator, _ language: WordLanguage) -> String? {
    guard indicator.isAssessedByGrowth else { return nil }
    switch GrowthAssessment.of(indicator) {
    case .failure(let failure):
      return language.text(.growthUnavailable, [.reason: word(for: failure.reason, language)])
    case .success(let result):
      guard let start = indicator.baseline?.value, let latest = indicator.judgedFigure?.value else { return nil }
      let first = language.text(
        .growthResult,
        [
          .outcome: word(for: result.outcome, language),
          .score: NumberFormat.text(result.score, decimals: 1, language),
          .formula: formula(
            number(latest, of: indicator, language), start, result.years, result.growth, indicator, language),
        ])
      var text: String
      if let needed = result.needed, let years = result.neededYears {
        let goal = targetNumber(of: indicator, language)
        text = language.text(
          .growthNeeded,
          [
            .result: first, .formula: formula(goal, start, years, needed, indicator, language),
            .ratio: NumberFormat.text(result.value, decimals: 2, language),
          ])
      } else {
        text = language.text(
          .growthDirection,
          [
            .result: first, .high: rate(0.015 * result.room, language), .low: rate(0.005 * result.room, language),
          ])
      }
      if [start.value, indicator.targetValue ?? 1].contains(0) {
        text += language[.betweenSentences] + language[.growthZero]
      }
      return text
    }
  }

  /// `(9.4 ÷ 6.3)^(1/2) − 1 = 22.2%`
  private static func formula(
    _ end: String, _ start: DecimalNumber, _ years: Int, _ growth: Double, _ indicator: Indicator,
    _ language: WordLanguage
  ) -> String {
    "(\(end) ÷ \(number(start, of: indicator, language)))^(1/\(years)) − 1 = \(rate(growth, language))"
  }

  /// In per cent with one decimal, or with as many as two significant digits take.
  private static func rate(_ share: Double, _ language: WordLanguage) -> String {
    let percent = share * 100
    let decimals = abs(percent) >= 1 || percent == 0 ? 1 : abs(percent) >= 0.1 ? 2 : 3
    return NumberFormat.text(percent, decimals: decimals, language) + language.numbers.percent
  }

  package static func word(for outcome: GrowthAssessment.Outcome, _ language: WordLanguage) -> String {
    switch outcome {
    case .achieved: language[.growthAchieved]
    case .substantial: language[.growthSubstantial]
    case .moderate: language[.growthModerate]
    case .limited: language[.growthLimited]
    case .deterioration: language[.growthDeterioration]
    }
  }

  private static func word(for reason: GrowthAssessment.Reason, _ language: WordLanguage) -> String {
    switch reason {
    case .kind: language[.growthReasonKind]
    case .noBaseline: language[.growthReasonNoBaseline]
    case .noFigures: language[.growthReasonNoFigures]
    case .tooShort: language[.growthReasonTooShort]
    case .signChange: language[.growthReasonSignChange]
    case .noDistance: language[.growthReasonNoDistance]
    case .breakInSeries: language[.growthReasonBreakInSeries]
    case .wrongSide: language[.reasonWrongSide]
    case .withinRange: language[.reasonWithinRange]
    case .outOfRange: language[.growthReasonOutOfRange]
    }
  }
}
