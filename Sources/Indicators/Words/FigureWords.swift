import DataFormats

// Figures with their units, as a reader sees them.
extension IndicatorWords {
  /// `13.5件`, `65%`, `20 million`: Chinese units and per cent stand close, Latin words behind a space.
  package static func figure(_ number: String, unit: String?, _ language: WordLanguage) -> String {
    guard let unit, let first = unit.unicodeScalars.first else { return number }
    let isClose = "%％‰°℃".unicodeScalars.contains(first) || first.value >= 0x2E80
    return isClose ? number + unit : "\(number) \(unit)"
  }

  /// A value of the indicator with its unit.
  package static func value(_ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage) -> String {
    figure(NumberFormat.text(number, precision: indicator.precision), unit: indicator.unit, language)
  }

  /// `60.6%（2019年）`, `60.6% (2019)`.
  package static func baseline(of indicator: Indicator, _ language: WordLanguage) -> String? {
    indicator.baseline.map {
      dated(value($0.value, of: indicator, language), $0.period, language)
    }
  }

  /// The latest figure with its period; nil where there is none.
  package static func latest(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let latest = assessment.latest else { return nil }
    if let state = latest.state { return dated(word(for: state, language), latest.period, language) }
    return latest.value.map { dated(value($0, of: indicator, language), latest.period, language) }
  }

  /// The target in words, with its year: `5名左右（2025年）`, `below 5.5% (2025)`.
  package static func target(of indicator: Indicator, _ language: WordLanguage) -> String {
    guard let target = indicator.target else { return language == .chinese ? "未设" : "none" }
    return dated(goal(of: indicator, target, language), target.period, language)
  }

  /// The target in words, without its year: what a sentence says.
  package static func goal(of indicator: Indicator, _ language: WordLanguage) -> String {
    guard let target = indicator.target else { return language == .chinese ? "未设" : "none" }
    return goal(of: indicator, target, language)
  }

  static func goal(of indicator: Indicator, _ target: IndicatorTarget, _ language: WordLanguage) -> String {
    switch target.goal {
    case .phrase(let text): return text
    case .done: return language == .chinese ? "完成" : "done"
    case .value(let number):
      return compared(value(number, of: indicator, language), target, of: indicator, language)
    case .change(let number):
      let digits = NumberFormat.text(
        DecimalNumber(value: abs(number.value), decimals: number.decimals), precision: indicator.precision)
      // What is added to a share is no share of it.
      let isOfShare = isShare(indicator) && indicator.baseline != nil
      let amount = isOfShare ? points(digits, language) : figure(digits, unit: indicator.unit, language)
      let words = compared(amount, target, of: indicator, language)
      switch language {
      case .chinese: return (number.value < 0 ? "累计降低" : "累计提高") + words
      case .english: return (number.value < 0 ? "down by " : "up by ") + words
      }
    }
  }

  /// A comparator stands in words where the plan wrote one, and at floors and ceilings.
  private static func compared(
    _ figure: String, _ target: IndicatorTarget, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    var text = figure
    if target.isApproximate { text = language == .chinese ? "\(figure)左右" : "about \(figure)" }
    let isBound = indicator.kind == .floor || indicator.kind == .ceiling
    guard target.isComparatorWritten || isBound else { return text }
    switch (target.comparator, language) {
    case (.atLeast, .chinese): return isBound || target.isComparatorWritten ? "不低于\(text)" : text
    case (.moreThan, .chinese): return "高于\(text)"
    case (.atMost, .chinese): return "不高于\(text)"
    case (.lessThan, .chinese): return "低于\(text)"
    case (.atLeast, .english): return "at least \(text)"
    case (.moreThan, .english): return "more than \(text)"
    case (.atMost, .english): return "at most \(text)"
    case (.lessThan, .english): return "less than \(text)"
    }
  }

  package static func dated(_ text: String, _ period: Period, _ language: WordLanguage) -> String {
    language == .chinese ? "\(text)（\(period.text(language))）" : "\(text) (\(period.text(language)))"
  }

  /// A difference between two values: of shares it is in percentage points.
  package static func difference(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    guard isShare(indicator) else { return computed(value, of: indicator, language) }
    return points(NumberFormat.text(value, decimals: computedDecimals(of: indicator)), language)
  }

  private static func isShare(_ indicator: Indicator) -> Bool { indicator.unit == "%" || indicator.unit == "％" }

  private static func points(_ number: String, _ language: WordLanguage) -> String {
    language == .chinese ? "\(number)个百分点" : "\(number) percentage points"
  }

  /// A computed number in the indicator's unit, with as many decimals as its figures have, and one more at most
  /// where they have none: what is computed must not look more exact than what is known.
  package static func computed(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    figure(NumberFormat.text(value, decimals: computedDecimals(of: indicator)), unit: indicator.unit, language)
  }

  private static func computedDecimals(of indicator: Indicator) -> Int {
    let written = indicator.observations.compactMap { $0.value?.decimals } + [indicator.baseline?.value.decimals ?? 0]
    return min(indicator.precision ?? 3, max(written.max() ?? 0, 1), 3)
  }
}
