import Indicators

/// The range and the ticks of a value axis; ticks are round numbers.
struct ValueScale {
  let low: Double
  let high: Double
  let ticks: [Double]
  /// The decimals that distinguish the ticks.
  let decimals: Int

  /// `startsAtZero` is true if lengths show values, as those of columns do. Otherwise the axis starts at zero only if the
  /// values come near it: a line shows change, and the chart states where its axis starts.
  init(_ values: [Double], startsAtZero: Bool) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    let comesNearZero = low >= 0 && low <= 0.4 * high || high <= 0 && high >= 0.4 * low
    if startsAtZero || comesNearZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    if high - low < 1e-9 * max(1, abs(high)) {
      let pad = high == 0 ? 1 : abs(high) * 0.05
      high += pad
      if low != 0 { low -= pad }
    }
    let step = ValueScale.step((high - low) / 4)
    self.low = (low / step).rounded(.down) * step
    self.high = (high / step).rounded(.up) * step
    let count = Int(((self.high - self.low) / step).rounded())
    let first = self.low
    ticks = (0...max(1, count)).map { index in
      let value = first + Double(index) * step
      return abs(value) < step * 1e-9 ? 0 : value
    }
    decimals = ValueScale.decimals(of: step)
  }

  var includesZero: Bool { low <= 0 && high >= 0 }

  /// The smallest 1, 2 or 5 times a power of ten that is not below `minimum`.
  private static func step(_ minimum: Double) -> Double {
    var power = 1.0
    while power > minimum { power /= 10 }
    while power * 10 <= minimum { power *= 10 }
    for factor in [1.0, 2, 5] where factor * power >= minimum * 0.999 { return factor * power }
    return 10 * power
  }

  private static func decimals(of step: Double) -> Int {
    var decimals = 0
    var rest = step
    while decimals < 6, abs(rest - rest.rounded()) > 1e-6 {
      rest *= 10
      decimals += 1
    }
    return decimals
  }
}
