import DataFormats
import Indicators

/// How the numbers of one chart are written: on its axis, on its labels and in its remarks alike.
struct AxisUnits {
  private let indicator: Indicator
  private let language: WordLanguage
  /// Nil if numbers are written in full.
  private let scale: NumberScale?
  private let decimals: Int

  init(_ chart: IndicatorChart, _ values: ValueScale) {
    indicator = chart.indicator
    language = chart.language
    let largest = max(abs(values.low), abs(values.high))
    scale = NumberScale.axis(to: largest, unit: chart.indicator.unit, chart.language)
    decimals = scale?.exactDecimals(of: values.ticks) ?? values.decimals
  }

  /// What stands above the axis: the unit with its scale. Nil if numbers are written in full.
  var head: String? { scale.map { $0.head(unit: indicator.unit, language) } }

  func tick(_ value: Double) -> String {
    NumberFormat.text(value / (scale?.factor ?? 1), decimals: decimals, language) + sign
  }

  /// A tick with the scale's word, for sentences.
  func tickInWords(_ value: Double) -> String {
    guard let head else { return tick(value) }
    return language == .chinese ? tick(value) + head : "\(tick(value)) \(head)"
  }

  /// A figure with the digits that tables show.
  func label(_ number: DecimalNumber) -> String {
    scaled(number.value) ?? IndicatorWords.number(number, of: indicator, language) + sign
  }

  func label(_ value: Double, decimals: Int) -> String {
    scaled(value) ?? NumberFormat.text(value, decimals: decimals, language) + sign
  }

  private func scaled(_ value: Double) -> String? {
    scale.map { NumberFormat.text(value / $0.factor, decimals: $0.decimals(of: [value]), language) }
  }

  private var sign: String { indicator.isShare ? "%" : "" }
}
