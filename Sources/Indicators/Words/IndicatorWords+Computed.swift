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

  /// The change a year that leads to the target; nil where less than a year is left for it.
  package static func requiredChange(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard let change = assessment.requiredChangePerYear, yearsLeft(of: indicator, assessment) >= 1 - 1e-9 else {
      return nil
    }
    return difference(change, of: indicator, language)
  }

  /// `−31 minutes by the end of 2026`: the change that leads to the target where less than a year is left for it; nil for any
  /// other.
  package static func changeLeft(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    let years = yearsLeft(of: indicator, assessment)
    guard let change = assessment.requiredChangePerYear, let target = indicator.target, years < 1 - 1e-9 else {
      return nil
    }
    return language.text(
      .changeLeftBy, period: target.period,
      [.value: difference(roundedToTwelveDigits(change * years), of: indicator, language)])
  }

  private static func yearsLeft(of indicator: Indicator, _ assessment: Assessment) -> Double {
    guard let target = indicator.target, let latest = assessment.latest else { return 0 }
    return target.end - latest.end
  }

  /// `The plan counts from 10 in 2025; the figure published for that time is 14.` Nil where the two agree.
  package static func besideBaseline(of indicator: Indicator, _ language: WordLanguage) -> String? {
    guard let baseline = indicator.baseline, let value = indicator.figureBesideBaseline?.value else { return nil }
    return language.text(
      .baselineDiffers, period: baseline.period,
      [
        .baseline: self.value(baseline.value, of: indicator, language),
        .value: self.value(value, of: indicator, language),
      ])
  }

  /// `interim target missed: 11.9 in 2027 instead of 12`. Nil where none was, or where the target itself has been decided.
  package static func missedInterim(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard !indicator.interimTargets.isEmpty,
      [.ahead, .onTrack, .behind, .reversing].contains(assessment.status),
      let (target, value) = indicator.missedInterim(upTo: assessment.latest)
    else { return nil }
    return language.text(
      .interimMissed, period: target.period,
      [.value: second(value, of: indicator, language), .goal: goal(of: indicator, target, language)])
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

  /// A projection of seven digits or more with four that count: a straight line through a few figures is no more exact. It
  /// has more of them if it takes those to see on which side of the target it is. Nil for one that keeps all its digits.
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
