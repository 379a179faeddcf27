import Indicators
import Markup

/// One decimal at most, without a locale: 63.2, -0.5, 7.
func tenths(_ number: Double) -> String {
  var bytes: [UInt8] = []
  bytes.append(tenths: number)
  return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
  /// As `tenths`, without a String.
  mutating func append(tenths number: Double) {
    let rounded = Int(NumberFormat.nearest(number * 10))
    if rounded < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = rounded.magnitude.quotientAndRemainder(dividingBy: 10)
    append(whole: whole)
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest))
  }

  private mutating func append(whole number: UInt) {
    if number >= 10 { append(whole: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
