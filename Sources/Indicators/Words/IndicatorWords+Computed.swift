import Bytes
import DataFormats
import Words

// Numbers that are computed from the figures.
extension IndicatorWords {
  /// The distance between the judged figure and the target, or the change that leads from one to the other in a year; in
  /// percentage points for shares. It has the digits of those two.
  package static func difference(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    let operands = indicator.ends
    guard indicator.isShare else { return computed(value, from: operands, of: indicator, language) }
    let decimals = indicator.computedDecimals(of: value, from: operands)
    return ByteBuffer.text {
      appendPoints(PluralOperands(value, decimals: decimals), language, to: &$0) {
        $0.append(figure: value, decimals: decimals, language)
      }
    }
  }

  /// A value that is expected for a later time. It has no more digits than the judged figure, unless it takes more to see on
  /// which side of the target it is.
  package static func projection(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    let operands = indicator.ends?.first.map { [$0] }
    if indicator.scale(language) == nil, let rounded = rounded(value, of: indicator) {
      return language.text(
        .approximately, [.figure: computed(rounded, decimals: 0, of: indicator, language)])
    }
    guard indicator.scale(language) == nil, let bound = indicator.targetValue, !isNear(value, bound) else {
      return computed(value, from: operands, of: indicator, language)
    }
    var decimals = indicator.computedDecimals(of: value, from: operands)
    while decimals < 9, NumberFormat.isSame(value, bound, decimals: decimals) { decimals += 1 }
    return computed(value, decimals: decimals, of: indicator, language)
  }

  /// A projection of seven digits or more with four that count: no straight line through a few figures tells more. It has
  /// more of them if it takes those to see on which side of the target it is. Nil for one that keeps all its digits.
  private static func rounded(_ projection: Double, of indicator: Indicator) -> Double? {
    let size = abs(projection)
    guard size >= 1e6 else { return nil }
    var unit = 1.0
    while size / unit >= 1e4 { unit *= 10 }
    while unit > 1 {
      let rounded = (projection / unit).rounded() * unit
      guard let bound = indicator.targetValue, !isNear(projection, bound) else { return rounded }
      if rounded != bound, (rounded < bound) == (projection < bound) { return rounded }
      unit /= 10
    }
    return nil
  }

  /// A computed number in the indicator's unit, with the digits of `Indicator.computedDecimals`.
  package static func computed(
    _ value: Double, from operands: [DecimalNumber]? = nil, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    let decimals = indicator.computedDecimals(of: value, in: indicator.scale(language), from: operands)
    return computed(value, decimals: decimals, of: indicator, language)
  }

  /// `decimals` are those in the scale in which figures are shown.
  private static func computed(
    _ value: Double, decimals: Int, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text {
      let scale = indicator.scale(language)
      let scaled = value / (scale?.factor ?? 1)
      $0.isolate(language) { bytes in
        let start = bytes.count
        bytes.append(figure: scaled, decimals: decimals, language)
        append(unitOf: indicator, scale, .whole, language, behindNumberAt: start, to: &bytes) {
          PluralOperands(scaled, decimals: decimals)
        }
      }
    }
  }

  /// Appends a number of percentage points.
  static func appendPoints(
    _ number: PluralOperands, _ language: WordLanguage, to bytes: inout ByteBuffer, _ figure: (inout ByteBuffer) -> Void
  ) {
    bytes.append(.percentagePoints, for: number, language) { _, bytes in figure(&bytes) }
  }
}

extension Indicator {
  /// The figure that is judged and the number to reach, between which the distance is measured. Nil without either, and for
  /// amounts that are added up, whose sum has the digits of them all.
  var ends: [DecimalNumber]? {
    guard kind != .increase || measure != .annual || hasPeriodBounds, let figure = judgedFigure,
      let value = figure.value, let target = target(at: figure.period), let goal = goalValue(of: target)
    else { return nil }
    return [value, DecimalNumber(value: goal, decimals: decimals(of: target))]
  }
}
