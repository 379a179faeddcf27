import Indicators

/// The range and the ticks of a value axis; ticks are round numbers. No figure is at the upper end of the axis, nor at the
/// lower end, unless that is zero.
struct ValueScale {
  let low: Double
  let high: Double
  let ticks: [Double]
  /// The decimals that distinguish the ticks.
  let decimals: Int

  /// `startsAtZero` is true if lengths show values, as those of columns do. Otherwise the axis starts at zero only if
  /// the values come near it: a line shows change, and the chart states where its axis starts. A small drawing has half
  /// as many ticks. `hasWholeTicks` is for numbers of things that cannot be halved.
  init(_ values: [Double], startsAtZero: Bool, isSmall: Bool = false, hasWholeTicks: Bool = false) {
    let values = values.map { abs($0) < ValueScale.smallest ? 0 : $0 }
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    let comesNearZero = low >= 0 && low <= 0.4 * high || high <= 0 && high >= 0.4 * low
    if startsAtZero || comesNearZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    if high - low < max(1e-9 * max(abs(high), abs(low)), ValueScale.smallest) {
      let pad = high == 0 ? 1 : abs(high) * 0.05
      high += pad
      if low != 0 { low -= pad }
    }
    let least = (high - low) / (isSmall ? 2 : 4)
    let (step, decimals) = hasWholeTicks && least < 1 ? (step: 1.0, decimals: 0) : ValueScale.step(least)
    var first = (low / step).rounded(.down) * step
    let last = (high / step).rounded(.up) * step
    // A line keeps clear of the axis below it. The axis of columns is at zero.
    if first != 0, !startsAtZero, low - first < (last - first) * ValueScale.headroom { first -= step }
    let room = (last - first) * ValueScale.headroom
    let start = first
    self.low = start != 0 && low - start < room ? start - room : start
    self.high = last != 0 && last - high < room ? last + room : last
    let count = Int(((last - start) / step).rounded())
    ticks = (0...max(1, count)).map { index in
      let value = start + Double(index) * step
      return abs(value) < step * 1e-9 ? 0 : value
    }
    self.decimals = decimals
  }

  var includesZero: Bool { low <= 0 && high >= 0 }

  /// The share of the axis that stays free beyond the outermost figure. Found by trying.
  private static let headroom = 0.07

  /// Numbers are printed with twelve decimals at most, so a smaller one is drawn as zero.
  private static let smallest = 1e-11

  /// The smallest 1, 2 or 5 times a power of ten that is not below `minimum`, and its number of decimals. `minimum` is
  /// positive and finite.
  private static func step(_ minimum: Double) -> (step: Double, decimals: Int) {
    precondition(minimum > 1e-18 && minimum < 1e18, "figures in range have a scale")
    var power = 1.0
    var exponent = 0
    while power > minimum {
      power /= 10
      exponent -= 1
    }
    while power * 10 <= minimum {
      power *= 10
      exponent += 1
    }
    for factor in [1.0, 2, 5] where factor * power >= minimum * 0.999 { return (factor * power, max(0, -exponent)) }
    return (10 * power, max(0, -exponent - 1))
  }
}

extension Indicator {
  /// Values for which a drawing of `values` needs room if the target is not a number: without them, any change would
  /// fill the drawing, however small. Together they are a tenth of the greatest value apart, and no share is above
  /// 100%.
  func margins(around values: [Double]) -> [Double] {
    guard targetValue == nil, targetRange == nil, let low = values.min(), let high = values.max() else { return [] }
    let span = max(abs(low), abs(high)) * 0.1
    guard high - low < span else { return [] }
    let top = min((low + high + span) / 2, isShare && high <= 100 ? 100 : .infinity)
    return [top - span, top]
  }

  /// Whether all its figures and targets are written without decimals.
  var hasWholeNumbers: Bool {
    let targets = interimTargets + [target].compactMap(\.self)
    return observations.allSatisfy { $0.value.map { writtenDecimals(of: $0) == 0 } ?? true }
      && (baseline.map { writtenDecimals(of: $0.value) == 0 } ?? true)
      && targets.allSatisfy { decimals(of: $0) == 0 }
      && comparisons.allSatisfy { $0.values.allSatisfy { writtenDecimals(of: $0.number) == 0 } }
  }
}
