import DataFormats

/// The second opinion by the growth of an indicator, with its formula and numbers.
extension IndicatorWords {
  /// Nil for an indicator that does not ask for it.
  package static func growth(of indicator: Indicator, _ language: WordLanguage) -> String? {
    guard indicator.isAssessedByGrowth else { return nil }
    let isChinese = language == .chinese
    switch GrowthAssessment.of(indicator) {
    case .failure(let failure):
      let why = word(for: failure.reason, language)
      return isChinese ? "另按年均增速判断：无法判断，\(why)。" : "By growth a year, as a second opinion: not available, \(why)."
    case .success(let result):
      guard let start = indicator.baseline?.value, let latest = indicator.judgedFigure?.value else { return nil }
      let score = NumberFormat.text(result.score, decimals: 1, language)
      var text = isChinese ? "另按年均增速判断：" : "By growth a year, as a second opinion: "
      text += word(for: result.outcome, language)
      text += isChinese ? "（得分\(score)，满分5）。" : " (score \(score) of 5). "
      text += isChinese ? "年均增速：" : "Growth a year: "
      text += formula(number(latest, of: indicator, language), start, result.years, result.growth, indicator, language)
      if let needed = result.needed, let years = result.neededYears {
        let goal = targetNumber(of: indicator, language)
        text += isChinese ? "；所需：" : "; needed: "
        text += formula(goal, start, years, needed, indicator, language)
        let ratio = NumberFormat.text(result.value, decimals: 2, language)
        text +=
          isChinese
          ? "；两者之比\(ratio)（0.95及以上为显著，0.6及以上为中等，0及以上为有限，小于0为倒退）。"
          : "; ratio \(ratio), where 0.95 or more is substantial, 0.6 or more moderate, 0 or more limited, below a deterioration."
      } else {
        let high = rate(0.015 * result.room, language)
        let medium = rate(0.005 * result.room, language)
        text +=
          isChinese
          ? "；朝所希望的方向\(high)及以上为显著，\(medium)及以上为中等，0及以上为有限，否则为倒退。"
          : "; in the direction wanted, \(high) or more is substantial, \(medium) or more moderate, 0 or more limited, else a deterioration."
      }
      if [start.value, indicator.targetValue ?? 1].contains(0) {
        text += isChinese ? "零按0.001计算。" : " Zero counts as 0.001."
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
    return NumberFormat.text(percent, decimals: decimals, language) + "%"
  }

  package static func word(for outcome: GrowthAssessment.Outcome, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch outcome {
      case .achieved: ("已达到目标", "target achieved")
      case .substantial: ("进展显著", "substantial progress")
      case .moderate: ("进展中等", "moderate progress")
      case .limited: ("进展有限", "limited progress")
      case .deterioration: ("倒退", "deterioration")
      }
    return language == .chinese ? words.chinese : words.english
  }

  private static func word(for reason: GrowthAssessment.Reason, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch reason {
      case .kind: ("此法只用于有单一目标值的水平值", "the method is for levels with one number to reach, or a direction")
      case .noBaseline: ("缺基期值", "there is no baseline")
      case .noFigures: ("尚无数据", "there are no figures")
      case .tooShort: ("基期后不足一年", "there is less than a year after the baseline")
      case .signChange: ("正负号有变化", "the sign changes")
      case .noDistance: ("基期值与目标值或限值相同", "baseline and target, or limit, are the same")
      case .breakInSeries: ("统计口径有变化", "the series was redefined in between")
      case .wrongSide: ("目标方向与基期相反", "the target is on the worse side of the baseline")
      case .withinRange: ("差异在数据误差范围内", "the difference is within the range of the figures")
      case .outOfRange: ("数值过大", "a figure is too large to compute with")
      }
    return language == .chinese ? words.chinese : words.english
  }
}
