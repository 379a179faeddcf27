import Bytes
import DataFormats
import Words

// Targets that are not one number for one time.
extension IndicatorWords {
  /// `−50% against 2020, to 600 kt`, `比2020年降低50%，至600千吨`.
  static func append(
    relative share: DecimalNumber, _ target: IndicatorTarget, of indicator: Indicator, _ form: FigureForm,
    _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    func appendChange(to bytes: inout ByteBuffer) {
      bytes.append(share.value < 0 ? .relativeDown : .relativeUp, language) { place, bytes in
        switch place {
        case .baseline:
          if let start = indicator.baseline?.period {
            bytes.append(start, language)
          } else {
            bytes.append(.theBaseline, language)
          }
        case .change:
          if share.value > 0 { bytes.append(UInt8(ascii: "+")) }
          bytes.append(figure: share, language)
          bytes.append(text: language.numbers.percent)
        default:
          bytes.append(figure: share.magnitude, language)
          bytes.append(text: language.numbers.percent)
        }
      }
    }
    guard let value = indicator.value(of: target) else { return appendChange(to: &bytes) }
    bytes.append(.relativeTo, language) { place, bytes in
      guard place == .figure else { return appendChange(to: &bytes) }
      append(comparisonOf: target, of: indicator, language, to: &bytes) { bytes in
        let scale = indicator.scale(language)
        let decimals = indicator.decimals(of: target)
        let start = bytes.count
        append(figure: value, decimals: decimals, scale, language, to: &bytes)
        append(unitOf: indicator, scale, form, language, behindNumberAt: start, to: &bytes) {
          scale?.operands(of: value, decimals: decimals) ?? PluralOperands(value, decimals: decimals)
        }
      }
    }
  }

  /// `25 to 30 days`, `25至30天`.
  static func append(
    from low: DecimalNumber, to high: DecimalNumber, _ target: IndicatorTarget, of indicator: Indicator,
    _ form: FigureForm, _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    append(perYearOf: indicator, language, to: &bytes) { bytes in
      append(approximately: target, language, to: &bytes) { bytes in
        bytes.append(.between, language) { place, bytes in
          if place == .low {
            let start = bytes.count
            append(figure: low, of: indicator, indicator.scale(language), language, to: &bytes)
            if let unit = indicator.unit, let currency = CurrencySign(of: unit),
              form == .whole || currency.rest.isEmpty
            {
              insert(currency, beforeNumberAt: start, language, in: &bytes)
            }
          } else {
            append(value: high, of: indicator, form, language, to: &bytes)
          }
        }
      }
    }
  }

  /// Appends the target of a rate, as `2.5% a year`, or of anything else. A unit with words says itself that the rate is
  /// for a year.
  static func append(
    perYearOf indicator: Indicator, _ language: WordLanguage, to bytes: inout ByteBuffer,
    _ figure: (inout ByteBuffer) -> Void
  ) {
    guard isOfEachYear(indicator) else { return figure(&bytes) }
    bytes.append(.perYear, language) { _, bytes in figure(&bytes) }
  }

  /// A target of the indicator that is written as `figure`, with the words that it is one of each year where that must
  /// be said.
  package static func perYear(_ figure: String, of indicator: Indicator, _ language: WordLanguage) -> String {
    isOfEachYear(indicator) ? language.text(.perYear, [.figure: figure]) : figure
  }

  private static func isOfEachYear(_ indicator: Indicator) -> Bool {
    indicator.kind == .rate && indicator.target?.goal.isForEveryPeriod != true
      && indicator.unit.map(isSign(unit:)) ?? false
  }

  /// `at least 50 days every year`, `每年不低于50天`.
  static func append(
    every number: DecimalNumber, _ target: IndicatorTarget, of indicator: Indicator, _ form: FigureForm,
    _ language: WordLanguage, to bytes: inout ByteBuffer
  ) {
    // `at least 900 homes a year`
    if form == .whole, indicator.hasUnitOfPeriod {
      return append(comparisonOf: target, of: indicator, language, to: &bytes) {
        append(value: number, of: indicator, form, language, to: &$0)
      }
    }
    let sentence: Sentence =
      switch indicator.boundedPeriod {
      case .month: .everyMonth
      case .quarter, .fiscalPart(_, .quarter): .everyQuarter
      case .half, .fiscalPart(_, .half): .everyHalfYear
      case .year, .fiscalYear, .range, .day, nil: .everyYear
      }
    bytes.append(sentence, language) { _, bytes in
      append(comparisonOf: target, of: indicator, language, to: &bytes) {
        append(value: number, of: indicator, form, language, to: &$0)
      }
    }
  }

  /// The periods in which a floor, a ceiling or a target for every period was not kept: `2021, 2023`; of more than four
  /// how many, and the last of them: `29 of 44 months, the last in August 2026`. Nil if all were.
  package static func brokenPeriods(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let periods = indicator.brokenPeriods
    guard let last = periods.last else { return nil }
    guard periods.count > 4 else { return joined(periods.map { $0.text(language) }, by: .listSeparator, language) }
    let sentence: Sentence =
      switch last {
      case .month: .brokenMonths
      case .quarter, .fiscalPart(_, .quarter): .brokenQuarters
      case .year, .fiscalYear: .brokenYears
      case .half, .fiscalPart(_, .half), .range, .day: .brokenFigures
      }
    return language.text(
      sentence, period: last,
      [.count: String(periods.count), .total: String(indicator.boundedObservations.count)])
  }

  /// In how many periods the bound was kept: `met in 7 of 11 months`; nil if in all, or if there is only one.
  package static func keptPeriods(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let broken = indicator.brokenPeriods
    guard let last = broken.last else { return nil }
    let sentence: Sentence =
      switch last {
      case .month: .keptMonths
      case .quarter, .fiscalPart(_, .quarter): .keptQuarters
      case .year, .fiscalYear: .keptYears
      case .half, .fiscalPart(_, .half), .range, .day: .keptFigures
      }
    let total = indicator.boundedObservations.count
    // With a single period, the status already says it.
    guard total > 1 else { return nil }
    let kept = total - broken.count
    return language.text(sentence, count: kept, [.count: String(kept), .total: String(total)])
  }

  /// The note on a figure that is beyond the bound of its period.
  package static func brokenMark(_ language: WordLanguage) -> String { language[.brokenMark] }
}

extension Indicator {
  /// The decimals of the number to reach: those of the written target; for a change, those of the baseline if there are
  /// more; for one in per cent at most one more than the baseline's. Where all figures are whole, a number that comes
  /// of per cent is whole as well if it has two digits, unless the figure that is judged would look equal to it: 127
  /// people, not 127.2.
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
      let computed = computedDecimals(of: value)
      return start == 0 && computed == 0 ? precisionInForce(0) : decimals
    case .phrase?, .direction?, .done?, nil: return 0
    }
  }
}
