import DataFormats
import Indicators
import Words

/// The notation of the numbers of one chart: on its axis, on its labels and in its remarks alike.
struct AxisUnits {
  private let indicator: Indicator
  private let language: WordLanguage
  /// Nil if numbers are written in full.
  private let scale: NumberScale?
  private let decimals: Int
  /// The sign at each number: of per cent, or of a currency if there is no scale above the axis.
  private let sign: String?
  /// The decimals of labels whose figures have more digits in the scale than a chart has room for; nil if all are kept.
  private let roundedDecimals: Int?

  init(_ chart: IndicatorChart, _ values: ValueScale) {
    indicator = chart.indicator
    language = chart.language
    let largest = max(abs(values.low), abs(values.high))
    if let exact = AxisUnits.scale(chart.indicator, to: largest, chart.language) {
      scale = exact
      roundedDecimals = nil
    } else if largest >= AxisUnits.longest,
      let rounding = NumberScale.axis(to: largest, unit: chart.indicator.unit, chart.language)
    {
      scale = rounding
      roundedDecimals = AxisUnits.decimals(keepingApart: chart.indicator, in: rounding, chart.language)
    } else {
      scale = nil
      roundedDecimals = nil
    }
    let isInFull = scale == nil
    sign = chart.indicator.unit.flatMap { unit in
      chart.indicator.isShare || isInFull && CurrencySign.isWhole(unit) ? unit : nil
    }
    decimals = scale?.exactDecimals(of: values.ticks) ?? values.decimals
  }

  /// Numbers of nine digits or more would take half the width of a phone; tables have all their digits.
  private static let longest = 1e8

  /// The fewest decimals that tell the labelled figures apart, so that none seems to have reached a target that it has
  /// not.
  private static func decimals(
    keepingApart indicator: Indicator, in scale: NumberScale, _ language: WordLanguage
  ) -> Int {
    let values = Set(
      [
        indicator.baseline?.value.value, indicator.latest?.value?.value, indicator.targetValue,
        indicator.original?.targetValue,
      ].compactMap(\.self))
    return (1..<mostDecimals).first { decimals in
      Set(values.map { NumberFormat.text($0 / scale.factor, decimals: decimals, language) }).count == values.count
    } ?? mostDecimals
  }

  /// The scale in which texts and tables state the figures. If they state them in full, the axis has its own scale,
  /// provided that its labels then need no more than one decimal: 110,022 people are not 110.022 thousand.
  private static func scale(_ indicator: Indicator, to largest: Double, _ language: WordLanguage) -> NumberScale? {
    if let scale = indicator.scale(language) { return scale }
    guard let scale = NumberScale.axis(to: largest, unit: indicator.unit, language) else { return nil }
    func isShort(_ value: Double, _ decimals: Int) -> Bool { scale.decimals(of: value, decimals: decimals) <= 1 }
    let figures = indicator.observations.compactMap(\.value) + [indicator.baseline?.value].compactMap(\.self)
    guard figures.allSatisfy({ isShort($0.value, indicator.writtenDecimals(of: $0)) }),
      indicator.targetValue.map({ isShort($0, indicator.decimals(of: indicator.target)) }) ?? true
    else { return nil }
    return scale
  }

  /// The text above the axis: the unit, with its scale. Nil without either, and for shares and currencies, whose
  /// numbers have their sign.
  var head: String? {
    if let scale { return scale.head(unit: indicator.unit, language) }
    return sign == nil ? indicator.unit : nil
  }

  func tick(_ value: Double) -> String {
    withSign(NumberFormat.text(value / (scale?.factor ?? 1), decimals: decimals, language))
  }

  /// A tick with the scale's word, for sentences.
  func tickInWords(_ value: Double) -> String {
    guard let scale else { return tick(value) }
    let operands = PluralOperands(value / scale.factor, decimals: decimals)
    return language.text(.scaled, [.number: tick(value), .scale: scale.word(beside: operands)])
  }

  /// A figure with all digits that tables show.
  func label(_ number: DecimalNumber) -> String {
    guard scale == nil || number.longText != nil && roundedDecimals == nil else {
      return label(number.value, decimals: indicator.writtenDecimals(of: number))
    }
    // A number that a double does not hold is written digit by digit, which no scale can.
    return withSign(IndicatorWords.number(number, of: indicator, in: nil, language))
  }

  /// A number with `decimals` decimals in the unit.
  func label(_ value: Double, decimals: Int) -> String {
    guard let scale else { return withSign(NumberFormat.text(value, decimals: decimals, language)) }
    if let roundedDecimals { return NumberFormat.text(value / scale.factor, decimals: roundedDecimals, language) }
    // There is no room for the digits of so small a figure on so long an axis; the table has them.
    guard scale.decimals(of: value, decimals: decimals) <= AxisUnits.mostDecimals else {
      return NumberFormat.text(value / scale.factor, decimals: 3, language)
    }
    return NumberFormat.text(value, decimals: decimals, in: scale, language)
  }

  private static let mostDecimals = 12

  /// A number that was computed from the figures.
  func label(computed value: Double) -> String {
    let scaled = value / (scale?.factor ?? 1)
    let decimals = indicator.computedDecimals(of: value, in: scale)
    // 24,000, not 24,000.00.
    let isWhole = NumberFormat.isSame(scaled, scaled.rounded(), decimals: decimals)
    return withSign(NumberFormat.text(scaled, decimals: isWhole ? 0 : decimals, language))
  }

  private func withSign(_ number: String) -> String {
    guard let sign else { return number }
    return indicator.isShare ? number + language.numbers.percent : IndicatorWords.figure(number, unit: sign, language)
  }
}
