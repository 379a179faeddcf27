import Bytes
import DataFormats

// Figures with their units, as readers see them. Each exists twice: as a String, and appended to bytes for tables, which
// have hundreds.
extension IndicatorWords {
  /// `13.5件`, `65%`, `20 million`: a space separates the number only from units in Latin letters.
  package static func figure(_ number: String, unit: String?) -> String {
    ByteBuffer.text {
      $0.append(text: number)
      append(unit: unit, to: &$0)
    }
  }

  /// A value of the indicator, with its unit.
  package static func value(_ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(value: number, of: indicator, .whole, language, to: &$0) }
  }

  /// A value in the unit of the indicator itself, whatever the scale of its other figures.
  package static func unscaledValue(
    _ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text {
      append(figure: number, of: indicator, nil, language, to: &$0)
      append(unit: indicator.unit, to: &$0)
    }
  }

  /// A value without scale and unit, for tables whose head has the unit.
  package static func bareValue(
    _ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text { append(figure: number, of: indicator, nil, language, to: &$0) }
  }

  /// `60.6%（2019年）`, `60.6% (2019)`. Nil without a baseline.
  package static func baseline(of indicator: Indicator, _ language: WordLanguage) -> String? {
    indicator.baseline == nil ? nil : ByteBuffer.text { append(baselineOf: indicator, language, to: &$0) }
  }

  /// The latest figure with its period; nil without figures.
  package static func latest(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let latest = ByteBuffer.text { append(latest: indicator.latest, of: indicator, language, to: &$0) }
    return latest.isEmpty ? nil : latest
  }

  /// The figure that a status is for, with its period; nil without one. It is the latest one, unless that is for a later time
  /// than the target's.
  package static func judged(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let judged = assessment.latest else { return latest(of: indicator, language) }
    return ByteBuffer.text { append(latest: judged, of: indicator, language, to: &$0) }
  }

  /// The target with its period: `5名左右（2025年）`, `less than 5.5% (2025)`.
  package static func target(of indicator: Indicator, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(targetOf: indicator, language, to: &$0) }
  }

  /// The target without its period, for sentences.
  package static func goal(of indicator: Indicator, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(goalOf: indicator, language, to: &$0) }
  }

  static func goal(of indicator: Indicator, _ target: IndicatorTarget, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(target, of: indicator, .whole, language, to: &$0) }
  }

  /// A difference between two values, in percentage points for shares.
  package static func difference(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    guard indicator.isShare else { return computed(value, of: indicator, language) }
    return ByteBuffer.text {
      $0.append(figure: value, decimals: indicator.computedDecimals(of: value), language)
      $0.append(literal: points(language))
    }
  }

  /// A computed number in the indicator's unit, with the digits of `Indicator.computedDecimals`.
  package static func computed(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    ByteBuffer.text {
      let scale = indicator.scale(language)
      $0.append(
        figure: value / (scale?.factor ?? 1), decimals: indicator.computedDecimals(of: value, in: scale), language)
      append(unitOf: indicator, scale, .whole, language, to: &$0)
    }
  }

  private static func points(_ language: WordLanguage) -> StaticString {
    language == .chinese ? "个百分点" : " percentage points"
  }
}

/// How much of a figure is written.
package enum FigureForm {
  /// With unit and date.
  case whole
  /// Without date, and without any unit but a sign such as %: for tables, which say both elsewhere.
  case short
}

// MARK: - Bytes

extension IndicatorWords {
  /// Appends nothing without a baseline.
  package static func append(
    baselineOf indicator: Indicator, _ language: WordLanguage, form: FigureForm = .whole, to bytes: inout ByteBuffer
  ) {
    guard let baseline = indicator.baseline else { return }
    append(value: baseline.value, of: indicator, form, language, to: &bytes)
    append(date: baseline.period, form, language, to: &bytes)
  }

  /// Appends nothing without a figure.
  package static func append(
    latest: Observation?, of indicator: Indicator, _ language: WordLanguage, form: FigureForm = .whole,
    to bytes: inout ByteBuffer
  ) {
    guard let latest else { return }
    if let state = latest.state {
      bytes.append(text: word(for: state, language))
    } else if let value = latest.value {
      append(value: value, of: indicator, form, language, to: &bytes)
    } else {
      return
    }
    append(date: latest.period, form, language, to: &bytes)
    if let caveat = caveat(of: latest, indicator, form, language) {
      bytes.append(text: language == .chinese ? "，\(caveat)" : ", \(caveat)")
    }
  }

  package static func append(
    targetOf indicator: Indicator, _ language: WordLanguage, form: FigureForm = .whole, to bytes: inout ByteBuffer
  ) {
    append(goalOf: indicator, language, form: form, to: &bytes)
    if let target = indicator.target, target.isPeriodKnown { append(date: target.period, form, language, to: &bytes) }
  }

  package static func append(
    goalOf indicator: Indicator, _ language: WordLanguage, form: FigureForm = .whole, to bytes: inout ByteBuffer
  ) {
    guard let target = indicator.target else { return bytes.append(literal: language == .chinese ? "未设" : "none") }
    append(target, of: indicator, form, language, to: &bytes)
  }

  private static func append(
    _ target: IndicatorTarget, of indicator: Indicator, _ form: FigureForm, _ language: WordLanguage,
    to bytes: inout ByteBuffer
  ) {
    switch target.goal {
    case .phrase(let text): bytes.append(text: text)
    case .direction:
      switch (target.direction ?? indicator.direction, language) {
      case (.down?, .chinese): bytes.append(literal: "下降")
      case (.down?, .english): bytes.append(literal: "decrease")
      case (.up?, .chinese): bytes.append(literal: "上升")
      case (.up?, .english): bytes.append(literal: "increase")
      // A target that was given up stands in the history of the one before it.
      case (nil, .chinese): bytes.append(literal: "未设")
      case (nil, .english): bytes.append(literal: "none")
      }
    case .done(let text?): bytes.append(text: text)
    case .done(nil): bytes.append(literal: language == .chinese ? "完成" : "done")
    case .value(let number):
      append(comparisonOf: target, of: indicator, language, to: &bytes) {
        append(value: number, of: indicator, form, language, to: &$0)
      }
    case .relative(let share): append(relative: share, target, of: indicator, form, language, to: &bytes)
    case .between(let low, let high): append(from: low, to: high, target, of: indicator, form, language, to: &bytes)
    case .every(let number): append(every: number, target, of: indicator, form, language, to: &bytes)
    case .change(let number):
      switch language {
      case .chinese: bytes.append(literal: number.value < 0 ? "累计降低" : "累计提高")
      case .english: bytes.append(literal: number.value < 0 ? "down by " : "up by ")
      }
      append(comparisonOf: target, of: indicator, language, to: &bytes) { bytes in
        let scale = indicator.scale(language)
        append(figure: number.magnitude, of: indicator, scale, language, to: &bytes)
        // A change of a share is in percentage points, not per cent of the share.
        if indicator.isShare, indicator.baseline != nil {
          bytes.append(literal: points(language))
        } else {
          append(unitOf: indicator, scale, form, language, to: &bytes)
        }
      }
    }
  }

  static func append(
    value number: DecimalNumber, of indicator: Indicator, _ form: FigureForm = .whole,
    _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    let scale = indicator.scale(language)
    append(figure: number, of: indicator, scale, language, to: &bytes)
    append(unitOf: indicator, scale, form, language, to: &bytes)
  }

  /// Appends a figure without its unit. `scale` is that of the indicator.
  static func append(
    figure number: DecimalNumber, of indicator: Indicator, _ scale: NumberScale?, _ language: WordLanguage,
    to bytes: inout ByteBuffer
  ) {
    let decimals = indicator.shownDecimals(of: number)
    if let scale {
      bytes.append(figure: number.value, decimals: decimals ?? number.decimals, in: scale, language)
    } else {
      bytes.append(figure: number, precision: decimals, language)
    }
  }

  /// Appends a computed figure of so many decimals without its unit.
  static func append(
    figure value: Double, decimals: Int, _ scale: NumberScale?, _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    if let scale {
      bytes.append(figure: value, decimals: decimals, in: scale, language)
    } else {
      bytes.append(figure: value, decimals: decimals, language)
    }
  }

  /// Appends the unit of a figure in a scale: `亿人`, ` million people`.
  static func append(
    unitOf indicator: Indicator, _ scale: NumberScale?, _ form: FigureForm, _ language: WordLanguage,
    to bytes: inout ByteBuffer
  ) {
    append(unit: scale.map { $0.head(unit: indicator.unit, language) } ?? indicator.unit, form, to: &bytes)
  }

  /// Whether the unit is a sign that stands with the number even where units are said elsewhere.
  package static func isSign(unit: String) -> Bool {
    switch unit.unicodeScalars.first {
    case "%", "％", "‰", "°", "℃": true
    default: false
    }
  }

  static func append(unit: String?, _ form: FigureForm = .whole, to bytes: inout ByteBuffer) {
    guard let unit, let first = unit.unicodeScalars.first else { return }
    let isSign = isSign(unit: unit)
    if case .short = form, !isSign { return }
    if !isSign, first.value < 0x2E80 { bytes.append(UInt8(ascii: " ")) }
    bytes.append(text: unit)
  }

  private static func append(
    date period: Period, _ form: FigureForm, _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    if case .short = form { return }
    bytes.append(literal: language == .chinese ? "（" : " (")
    bytes.append(period, language)
    bytes.append(literal: language == .chinese ? "）" : ")")
  }

  /// Appends the comparator in words if the plan states one, and for floors and ceilings.
  static func append(
    comparisonOf target: IndicatorTarget, of indicator: Indicator, _ language: WordLanguage, to bytes: inout ByteBuffer,
    _ figure: (inout ByteBuffer) -> Void
  ) {
    let isBound =
      switch indicator.kind {
      case .floor, .ceiling: true
      case .level, .increase, .rate, .milestone: false
      }
    if target.isComparatorWritten || isBound || target.goal.isForEveryPeriod {
      switch (target.comparator, language) {
      case (.atLeast, .chinese): bytes.append(literal: "不低于")
      case (.moreThan, .chinese): bytes.append(literal: "高于")
      case (.atMost, .chinese): bytes.append(literal: "不高于")
      case (.lessThan, .chinese): bytes.append(literal: "低于")
      case (.atLeast, .english): bytes.append(literal: "at least ")
      case (.moreThan, .english): bytes.append(literal: "more than ")
      case (.atMost, .english): bytes.append(literal: "at most ")
      case (.lessThan, .english): bytes.append(literal: "less than ")
      }
    }
    if target.isApproximate, language == .english { bytes.append(literal: "about ") }
    figure(&bytes)
    if target.isApproximate, language == .chinese { bytes.append(literal: "左右") }
  }
}
