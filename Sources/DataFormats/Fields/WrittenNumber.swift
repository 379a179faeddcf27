/// The parts of a number's text, `[-+]? ( . [0-9]+ | [0-9]+ ( . [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
struct WrittenNumber {
  /// The number of digits after the decimal point, once the exponent is written out.
  let decimals: Int
  /// Whether a double holds the number as it was written, and its decimals can be printed.
  let isShort: Bool
  /// The number by the grammar of JSON (RFC 8259 §6): without a plus sign and leading zeros, with a digit on both sides
  /// of the point. Zeros at the end are kept.
  let text: String

  /// The most decimals that numbers are printed with, unless they are printed as written.
  static let mostDecimals = 12
  /// A double holds every number with at most this many digits.
  private static let mostDigits = 15

  /// Nil for any other text.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    func skipSign() -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") else {
        return false
      }
      index += 1
      return bytes[index - 1] == UInt8(ascii: "-")
    }
    func skipDigits() -> Range<Int> {
      let start = index
      while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
      return start..<index
    }
    let isNegative = skipSign()
    let whole = skipDigits()
    var fraction = index..<index
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      fraction = skipDigits()
    }
    guard whole.count + fraction.count > 0 else { return nil }
    var exponent = 0
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      let isBelowOne = skipSign()
      let digits = skipDigits()
      guard digits.count > 0, let number = Int(String(decoding: bytes[digits], as: UTF8.self)), number < 1_000
      else { return nil }
      exponent = isBelowOne ? -number : number
    }
    guard index == bytes.count else { return nil }
    decimals = max(0, fraction.count - exponent)
    let digits = (Array(bytes[whole]) + bytes[fraction]).drop { $0 == UInt8(ascii: "0") }
    isShort = digits.count <= WrittenNumber.mostDigits && decimals <= WrittenNumber.mostDecimals
    let leading = bytes[whole].drop { $0 == UInt8(ascii: "0") }
    var text = isNegative ? "-" : ""
    text += leading.isEmpty ? "0" : String(decoding: leading, as: UTF8.self)
    if !fraction.isEmpty { text += "." + String(decoding: bytes[fraction], as: UTF8.self) }
    if exponent != 0 { text += "e\(exponent)" }
    self.text = text
  }
}
