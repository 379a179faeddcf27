import Bytes
import DataFormats
import Words

// Figures with their units, as readers see them. Each exists twice: as a String, and appended to bytes for tables, which
// have hundreds.
extension IndicatorWords {
  /// `13.5件`, `65%`, `20 million`: a space separates the number only from units in Latin letters.
  package static func figure(_ number: String, unit: String?, _ language: WordLanguage) -> String {
    ByteBuffer.text {
      $0.isolate(language) { bytes in
        bytes.append(text: number)
        append(unit: unit, .whole, language, behindNumberAt: 0, to: &bytes)
      }
    }
  }

  /// A value of the indicator, with its unit.
  package static func value(_ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(value: number, of: indicator, .whole, language, to: &$0) }
  }

  /// A value with no more of its unit than a sign such as £, for places that say the unit elsewhere.
  package static func shortValue(
    _ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text { append(value: number, of: indicator, .short, language, to: &$0) }
  }

  /// A value in the unit of the indicator itself, whatever the scale of its other figures.
  package static func unscaledValue(
    _ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text {
      append(figure: number, of: indicator, nil, language, to: &$0)
      append(unitOf: indicator, beside: number, nil, .whole, language, behindNumberAt: 0, to: &$0)
    }
  }

  /// A value without scale and unit, for tables whose heading has the unit.
  package static func bareValue(
    _ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text { append(figure: number, of: indicator, nil, language, to: &$0) }
  }

  /// `60.6%（2019年）`, `60.6% (2019)`. Nil without a baseline.
  package static func baseline(of indicator: Indicator, _ language: WordLanguage) -> String? {
    indicator.baseline == nil ? nil : ByteBuffer.text { append(baselineOf: indicator, language, to: &$0) }
  }

  /// The target with its period: `5名左右（2025年）`, `less than 5.5% (2025)`.
  package static func target(of indicator: Indicator, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(targetOf: indicator, language, to: &$0) }
  }

  /// The target without its period, for sentences.
  package static func goal(of indicator: Indicator, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(goalOf: indicator, language, to: &$0) }
  }

  package static func goal(of indicator: Indicator, _ target: IndicatorTarget, _ language: WordLanguage) -> String {
    ByteBuffer.text { append(target, of: indicator, .whole, language, to: &$0) }
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
      bytes.append(.clauseSeparator, language)
      bytes.append(text: caveat)
    }
  }

  package static func append(
    targetOf indicator: Indicator, _ language: WordLanguage, form: FigureForm = .whole, to bytes: inout ByteBuffer
  ) {
    append(goalOf: indicator, language, form: form, to: &bytes)
    if let period = indicator.targetPeriod {
      append(date: period, form, language, to: &bytes)
    } else if form == .whole, indicator.target?.isPeriodAssumed == true {
      bytes.append(text: language.text(.inBrackets, [.text: language[.withoutDueDate]]))
    }
  }

  package static func append(
    goalOf indicator: Indicator, _ language: WordLanguage, form: FigureForm = .whole, to bytes: inout ByteBuffer
  ) {
    guard let target = indicator.target else {
      // Where nothing is promised, a trend still has a good side.
      let word: Word =
        switch indicator.direction {
        case .up?: .goalNoneUp
        case .down?: .goalNoneDown
        case nil: .goalNone
        }
      return bytes.append(word, language)
    }
    append(target, of: indicator, form, language, to: &bytes)
  }

  private static func append(
    _ target: IndicatorTarget, of indicator: Indicator, _ form: FigureForm, _ language: WordLanguage,
    to bytes: inout ByteBuffer
  ) {
    switch target.goal {
    case .phrase(let text): bytes.append(text: text)
    case .direction:
      switch target.direction ?? indicator.direction {
      case .down?: bytes.append(.goalDown, language)
      case .up?: bytes.append(.goalUp, language)
      // A target that was given up is in the history of the one before it.
      case nil: bytes.append(.goalNone, language)
      }
    case .done(let text?): bytes.append(text: text)
    case .done(nil): bytes.append(.goalDone, language)
    case .value(let number):
      append(perYearOf: indicator, language, to: &bytes) { bytes in
        append(comparisonOf: target, of: indicator, language, to: &bytes) {
          append(value: number, of: indicator, form, language, to: &$0)
        }
      }
    case .relative(let share): append(relative: share, target, of: indicator, form, language, to: &bytes)
    case .between(let low, let high): append(from: low, to: high, target, of: indicator, form, language, to: &bytes)
    case .every(let number): append(every: number, target, of: indicator, form, language, to: &bytes)
    case .change(let number):
      bytes.append(number.value < 0 ? .changeDown : .changeUp, language) { _, bytes in
        append(comparisonOf: target, of: indicator, language, to: &bytes) { bytes in
          let scale = indicator.scale(language)
          // A change of a share is in percentage points, not per cent of the share.
          if indicator.isShare, indicator.baseline != nil {
            let operands = PluralOperands(number.value, decimals: indicator.writtenDecimals(of: number))
            appendPoints(operands, language, to: &bytes) {
              append(figure: number.magnitude, of: indicator, scale, language, to: &$0)
            }
          } else {
            let start = bytes.count
            append(figure: number.magnitude, of: indicator, scale, language, to: &bytes)
            append(
              unitOf: indicator, beside: number.magnitude, scale, form, language, behindNumberAt: start, to: &bytes)
          }
        }
      }
    }
  }

  static func append(
    value number: DecimalNumber, of indicator: Indicator, _ form: FigureForm = .whole,
    _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    let scale = indicator.scale(language)
    func write(to bytes: inout ByteBuffer) {
      let start = bytes.count
      append(figure: number, of: indicator, scale, language, to: &bytes)
      append(unitOf: indicator, beside: number, scale, form, language, behindNumberAt: start, to: &bytes)
    }
    if case .short = form { return write(to: &bytes) }
    bytes.isolate(language, write)
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

  /// Appends a computed figure with `decimals` decimals, without its unit.
  static func append(
    figure value: Double, decimals: Int, _ scale: NumberScale?, _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    if let scale {
      bytes.append(figure: value, decimals: decimals, in: scale, language)
    } else {
      bytes.append(figure: value, decimals: decimals, language)
    }
  }

  /// Appends the unit of a figure in a scale: `亿人`, ` million people`. `number` is what chooses its form: the number as
  /// written before the unit.
  static func append(
    unitOf indicator: Indicator, _ scale: NumberScale?, _ form: FigureForm, _ language: WordLanguage,
    behindNumberAt start: Int, to bytes: inout ByteBuffer, beside number: () -> PluralOperands
  ) {
    let unit: String? =
      if let scale {
        scale.head(unit: indicator.unit, beside: number(), language)
      } else if let unit = indicator.unit, language.hasCountedUnits {
        language.unit(unit, beside: number())
      } else {
        indicator.unit
      }
    append(unit: unit, form, language, behindNumberAt: start, to: &bytes)
  }

  /// Appends the unit of the figure that precedes it in this scale.
  static func append(
    unitOf indicator: Indicator, beside figure: DecimalNumber, _ scale: NumberScale?, _ form: FigureForm,
    _ language: WordLanguage, behindNumberAt start: Int, to bytes: inout ByteBuffer
  ) {
    append(unitOf: indicator, scale, form, language, behindNumberAt: start, to: &bytes) {
      let decimals = indicator.shownDecimals(of: figure) ?? figure.decimals
      return scale?.operands(of: figure.value, decimals: decimals) ?? PluralOperands(figure.value, decimals: decimals)
    }
  }

  /// The symbol written with the number even if the unit is in the heading: the whole unit, such as %, £ or US$, or what a
  /// longer one begins with, such as the % of `% of households`. Nil for a unit that begins with a word, and for one such
  /// as `£ million`, of which the £ alone would say too little.
  package static func sign(of unit: String) -> String? {
    // Asked of each figure, and nearly all units begin with another byte.
    switch unit.utf8.first {
    case UInt8(ascii: "%"): return "%"
    case 0xC2, 0xE2, 0xEF: break
    default: return CurrencySign.isWhole(unit) ? unit : nil
    }
    return switch unit.unicodeScalars.first {
    case "％", "‰", "℃": String(unit.prefix(1))
    case "°": String(unit.prefix { $0 != " " })
    default: CurrencySign.isWhole(unit) ? unit : nil
    }
  }

  /// Whether the sign says the whole unit.
  package static func isSign(unit: String) -> Bool { sign(of: unit) == unit }

  /// Whether the sign is the whole unit, and follows the number.
  package static func isSignBehind(unit: String, _ language: WordLanguage) -> Bool {
    isSign(unit: unit) && (language.numbers.currency == .after || !CurrencySign.isWhole(unit))
  }

  /// `start` is where the number before it begins: the sign of a currency may precede its digits, as in `−£62.3 million`. A
  /// unit such as `1/10万` has no 1 after a number.
  static func append(
    unit: String?, _ form: FigureForm, _ language: WordLanguage, behindNumberAt start: Int, to bytes: inout ByteBuffer
  ) {
    guard let unit, let first = unit.unicodeScalars.first else { return }
    switch first {
    case "/",
      "1" where unit.utf8.starts(with: "1/".utf8):
      if case .short = form { return }
      bytes.append(text: first == "/" ? unit : String(unit.dropFirst()))
    case "%", "％", "‰", "°", "℃":
      guard let sign = sign(of: unit) else { return }
      let rest = if case .short = form { "" } else { String(unit.dropFirst(sign.count)) }
      bytes.append(text: sign == "%" ? language.numbers.percent : sign)
      bytes.append(text: rest)
    default:
      let currency = CurrencySign(of: unit)
      if case .short = form, currency?.rest.isEmpty != true { return }
      if let currency, insert(currency, beforeNumberAt: start, language, in: &bytes) {
        guard let first = currency.rest.unicodeScalars.first else { return }
        if first.value < 0x2E80, first != "/" { bytes.append(text: "\u{A0}") }
        return bytes.append(text: currency.rest)
      }
      if let currency, unit.hasPrefix(currency.sign) {
        bytes.append(text: "\u{202F}")
      } else if first.value < 0x2E80 {
        bytes.append(UInt8(ascii: " "))
      }
      bytes.append(text: unit)
    }
  }

  /// Puts the sign of a currency before the digits of a number, in a language that puts it there. Returns whether it does.
  @discardableResult
  static func insert(
    _ currency: CurrencySign, beforeNumberAt start: Int, _ language: WordLanguage, in bytes: inout ByteBuffer
  ) -> Bool {
    guard language.numbers.currency == .before else { return false }
    let minus = language.numbers.minus
    let isNegative = bytes.withBytes(from: start) { $0.starts(with: minus.utf8) }
    bytes.insert([.init(at: isNegative ? minus.utf8.count : 0, Array(currency.sign.utf8))], from: start)
    return true
  }

  static func append(
    date period: Period, _ form: FigureForm, _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    if case .short = form { return }
    bytes.append(.inBrackets, language) { _, bytes in bytes.append(period, language) }
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
    if target.isComparatorWritten || isBound || target.goal.isForEveryPeriod
      || !target.comparator.wantsMore && indicator.isLimit
    {
      let sentence: Sentence =
        switch target.comparator {
        case .atLeast: .atLeast
        case .moreThan: .moreThan
        case .atMost: .atMost
        case .lessThan: .lessThan
        }
      bytes.append(sentence, language) { _, bytes in
        append(approximately: target, language, to: &bytes, figure)
      }
    } else {
      append(approximately: target, language, to: &bytes, figure)
    }
  }

  /// Appends a figure, with "about" if the plan says so.
  static func append(
    approximately target: IndicatorTarget, _ language: WordLanguage, to bytes: inout ByteBuffer,
    _ figure: (inout ByteBuffer) -> Void
  ) {
    guard target.isApproximate else { return figure(&bytes) }
    bytes.append(.approximately, language) { _, bytes in figure(&bytes) }
  }
}
