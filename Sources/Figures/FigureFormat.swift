import DataFormats
import Indicators
import Words

/// The notation of the figures of one table: all in one scale, each with its digits.
struct FigureFormat {
  let indicator: Indicator
  let scale: NumberScale?
  let language: WordLanguage
  /// Decimals of the column: enough for every figure to keep its digits.
  private let least: Int

  /// `scale` is that of the column; nil writes each figure unchanged.
  init(_ indicator: Indicator, _ numbers: [DecimalNumber], scale: NumberScale?, _ language: WordLanguage) {
    self.indicator = indicator
    self.scale = scale
    self.language = language
    least =
      scale.map { scale in
        numbers.reduce(0) { max($0, scale.decimals(of: $1.value, decimals: indicator.writtenDecimals(of: $1))) }
      } ?? 0
  }

  /// Uses the scale that keeps every digit of the numbers.
  init(_ indicator: Indicator, _ numbers: [DecimalNumber], _ language: WordLanguage) {
    let isScaled = indicator.isInRange && numbers.allSatisfy { $0.longText == nil }
    let scale =
      isScaled
      ? NumberScale.exact(
        for: numbers.map { ($0.value, indicator.writtenDecimals(of: $0)) }, unit: indicator.unit, language)
      : nil
    self.init(indicator, numbers, scale: scale, language)
  }

  /// The number, with the unit if there is no scale.
  func text(of number: DecimalNumber) -> String {
    scaled(number) ?? IndicatorWords.unscaledValue(number, of: indicator, language)
  }

  /// The number without the unit, which the heading of the column has.
  func bareText(of number: DecimalNumber) -> String {
    scaled(number) ?? IndicatorWords.bareValue(number, of: indicator, language)
  }

  private func scaled(_ number: DecimalNumber) -> String? {
    scale.map {
      NumberFormat.text(
        number.value, decimals: indicator.writtenDecimals(of: number), in: $0, least: least, language)
    }
  }

  /// The unit with the scale for the heading of a column: `million t`. Nil without a scale.
  var head: String? { scale?.head(unit: indicator.unit, language) }
}
