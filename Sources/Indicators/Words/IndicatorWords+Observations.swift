extension IndicatorWords {
  package static func word(for status: ObservationStatus, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch status {
      case .provisional: ("初步", "provisional")
      case .estimated: ("估计", "estimated")
      case .revised: ("修订", "revised")
      case .suppressed: ("未公布", "suppressed")
      }
    return language == .chinese ? words.chinese : words.english
  }

  /// How far an indicator is reported; nil if nobody says.
  package static func reporting(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let words: (chinese: String, english: String)
    switch indicator.reporting {
    case nil where indicator.isNonStatistical: words = ("非统计指标", "not a statistical indicator")
    case nil: return nil
    case .complete: words = ("已报告", "reported")
    case .inProgress: words = ("正在准备报告", "reporting in progress")
    case .notStarted: words = ("尚未报告", "not reported yet")
    case .notApplicable: words = ("不适用", "not applicable")
    }
    return language == .chinese ? words.chinese : words.english
  }

  package static func heading(_ heading: IndicatorMetadata.Entry.Heading, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch heading {
      case .purpose: ("指标意义", "Why it counts")
      case .method: ("计算方法", "Method")
      case .limitations: ("局限", "Limitations")
      case .coverage: ("覆盖范围", "Coverage")
      case .context: ("背景", "Context")
      case .contact: ("联系方式", "Contact")
      case .own(let text): (text, text)
      }
    return language == .chinese ? words.chinese : words.english
  }

  /// `4%–6%`, with the unit of the indicator.
  package static func range(_ range: ValueRange, of indicator: Indicator, _ language: WordLanguage) -> String {
    "\(value(range.low, of: indicator, language))–\(value(range.high, of: indicator, language))"
  }

  /// Why a figure is uncertain: `provisional, 4%–6%`. The short form leaves out the range. Nil if the figure is certain.
  static func caveat(
    of observation: Observation, _ indicator: Indicator, _ form: FigureForm, _ language: WordLanguage
  ) -> String? {
    let texts = [
      observation.status.map { word(for: $0, language) },
      form == .whole ? observation.range.map { range($0, of: indicator, language) } : nil,
    ].compactMap(\.self)
    return texts.isEmpty ? nil : texts.joined(separator: language == .chinese ? "，" : ", ")
  }

  /// How the rows of a file are shown that has none for the whole: by the dimension with the fewest parts. Nil for an
  /// indicator with figures for the whole, or without any.
  package static func withoutWhole(_ indicator: Indicator, _ language: WordLanguage) -> String? {
    guard !indicator.observations.contains(where: { $0.value != nil }), let shown = indicator.fewestParts else {
      return nil
    }
    return switch language {
    case .chinese: "数据文件没有总体数据，以下按“\(shown.name)”列出（\(shown.count)个部分）。"
    case .english:
      "The data has no figures for the whole; they are shown by \(shown.name) (\(shown.count) \(shown.count == 1 ? "part" : "parts"))."
    }
  }

  /// The rows that are only for the calculation of others; nil if there is none.
  package static func forCalculation(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let count = indicator.calculationLines.count
    guard count > 0 else { return nil }
    return language == .chinese
      ? "数据文件有\(count)行仅供计算，未列出。"
      : "\(count == 1 ? "1 row" : "\(count) rows") of the data file only for calculations, not shown."
  }

  /// The rows of the data file that are left out, for the notes of a page; nil if there is none.
  package static func leftOut(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let lines = indicator.leftOutLines
    guard !lines.isEmpty else { return nil }
    let shown = lines.prefix(20).map(String.init)
    switch language {
    case .chinese:
      let list = shown.joined(separator: "、") + (lines.count > 20 ? "等" : "")
      return "数据文件有\(lines.count)行未采用（第\(list)行）：时期或数值无法读取，或时期重复。"
    case .english:
      let list = shown.joined(separator: ", ") + (lines.count > 20 ? " …" : "")
      return
        "\(lines.count == 1 ? "1 row" : "\(lines.count) rows") of the data file left out (line\(lines.count == 1 ? "" : "s") \(list)): no valid period or number, or a period that is there already."
    }
  }
}
