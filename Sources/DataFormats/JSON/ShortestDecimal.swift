/// The shortest decimal fraction that reads back as the same double; if there are several, the nearest to it. It has
/// the digits of `description`, but needs no String.
struct ShortestDecimal {
  /// 652890086852351 with 15 decimals is 0.652890086852351.
  let digits: UInt
  let decimals: Int

  /// Nil for rare numbers, which `description` handles: below 0.0001, from 10^10 on, and powers of two. Also nil for
  /// whole numbers.
  init?(_ magnitude: Double) {
    guard magnitude >= 0.0001, magnitude < 1e10, magnitude.significandBitPattern != 0 else { return nil }
    // The number is m · 2^-shift. Every fraction that is less than half of 2^-shift away reads back as the same number.
    // In units of 10^-decimals the number has 17 digits before the point, so its last digit is precise enough.
    let m = UInt128(magnitude.significandBitPattern | 1 << 52)
    let shift = 52 - Int(magnitude.exponent)
    var decimals = ShortestDecimal.decimals(of: magnitude)
    let power = ShortestDecimal.powersOfTen[decimals]
    // At most 54 + 67 bits. Doubled, so that half a step is an integer, too.
    let doubled = 2 * m * power
    let unit = UInt128(1) &<< UInt128(shift + 1)
    let whole = UInt64(truncatingIfNeeded: doubled &>> UInt128(shift + 1))
    let fraction = doubled & (unit - 1)
    var best: UInt64?
    var step: UInt64 = 1
    // Removes one digit as long as the nearest such fraction reads back.
    while true {
      let rest = whole % step
      let below = UInt128(rest) * unit + fraction
      let above = UInt128(step) * unit - below
      guard below != above else { return nil }
      guard min(below, above) < power else { break }
      best = (whole - rest + (below < above ? 0 : step)) / step
      step *= 10
      decimals -= 1
      guard decimals > 0 else { return nil }
    }
    guard let best else { return nil }
    digits = UInt(best)
    self.decimals = decimals + 1
  }

  /// The number of decimals with which a number has 17 digits.
  private static func decimals(of magnitude: Double) -> Int {
    switch magnitude {
    case ..<0.001: return 20
    case ..<0.01: return 19
    case ..<0.1: return 18
    case ..<1: return 17
    default:
      var decimals = 16
      var bound = 10.0
      while magnitude >= bound {
        decimals -= 1
        bound *= 10
      }
      return decimals
    }
  }

  private static let powersOfTen: [UInt128] = (0...20).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
