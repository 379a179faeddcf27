import Bytes
import DataFormats

// Targets that are not one number for one time.
extension IndicatorWords {
  /// `−50% against 2020, to 600 kt`, `比2020年降低50%，至600千吨`.
  static func append(
    relative share: DecimalNumber, _ target: IndicatorTarget, of indicator: Indicator, _ form: FigureForm,
    _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    let start = indicator.baseline?.period
    switch language {
    case .chinese:
      bytes.append(literal: "比")
      if let start { bytes.append(start, language) } else { bytes.append(literal: "基期") }
      bytes.append(literal: share.value < 0 ? "降低" : "提高")
      bytes.append(figure: share.magnitude, language)
      bytes.append(literal: "%")
    case .english:
      if share.value > 0 { bytes.append(UInt8(ascii: "+")) }
      bytes.append(figure: share, language)
      bytes.append(literal: "% against ")
      if let start { bytes.append(start, language) } else { bytes.append(literal: "the baseline") }
    }
    guard let value = indicator.value(of: target) else { return }
    bytes.append(literal: language == .chinese ? "，至" : ", to ")
    append(comparisonOf: target, of: indicator, language, to: &bytes) { bytes in
      let scale = indicator.scale(language)
      append(figure: value, decimals: indicator.decimals(of: target), scale, language, to: &bytes)
      append(unitOf: indicator, scale, form, language, to: &bytes)
    }
  }

  /// `25 to 30 days`, `25至30天`.
  static func append(
    from low: DecimalNumber, to high: DecimalNumber, _ target: IndicatorTarget, of indicator: Indicator,
    _ form: FigureForm, _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    if target.isApproximate, language == .english { bytes.append(literal: "about ") }
    append(figure: low, of: indicator, indicator.scale(language), language, to: &bytes)
    bytes.append(literal: language == .chinese ? "至" : " to ")
    append(value: high, of: indicator, form, language, to: &bytes)
    if target.isApproximate, language == .chinese { bytes.append(literal: "左右") }
  }

  /// `at least 50 days every year`, `每年不低于50天`.
  static func append(
    every number: DecimalNumber, _ target: IndicatorTarget, of indicator: Indicator, _ form: FigureForm,
    _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    let (chinese, english): (StaticString, StaticString) =
      switch indicator.observations.first?.period {
      case .month: ("每月", " every month")
      case .quarter: ("每季度", " every quarter")
      case .half: ("每半年", " every half-year")
      case .year, .fiscalYear, .range, .day, nil: ("每年", " every year")
      }
    if language == .chinese { bytes.append(literal: chinese) }
    append(comparisonOf: target, of: indicator, language, to: &bytes) {
      append(value: number, of: indicator, form, language, to: &$0)
    }
    if language == .english { bytes.append(literal: english) }
  }

  /// The periods in which a floor, a ceiling or a target for every period was not kept: `2021, 2023`. Nil if all were.
  package static func brokenPeriods(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let periods = indicator.brokenPeriods
    guard !periods.isEmpty else { return nil }
    return periods.map { $0.text(language) }.joined(separator: language == .chinese ? "、" : ", ")
  }

  /// The note on a figure that is beyond the bound of its period.
  package static func brokenMark(_ language: WordLanguage) -> String {
    language == .chinese ? "未守住。" : "Not kept."
  }
}

extension Indicator {
  /// The decimals of the number to reach: those of the written target; for a change, those of the baseline if there are
  /// more; for one in per cent at most one more than the baseline's.
  package func decimals(of target: IndicatorTarget?) -> Int {
    if let precision { return precision }
    let start = baseline?.value.decimals ?? 0
    switch target?.goal {
    case .value(let number)?, .every(let number)?: return number.decimals
    case .change(let number)?: return max(number.decimals, start)
    case .between(let low, let high)?: return max(low.decimals, high.decimals)
    case .relative?:
      guard let value = target.flatMap(value(of:)) else { return start }
      var (decimals, scaled) = (start, value)
      for _ in 0..<start { scaled *= 10 }
      if !isNear(scaled, scaled.rounded()) { decimals += 1 }
      return decimals
    case .phrase?, .direction?, .done?, nil: return 0
    }
  }
}
