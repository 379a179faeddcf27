extension CellValue {
  /// The value as an author would write it in a CSV file: `65.3`, `65.3%`, `2021-06`. Nil for a formula without a
  /// result.
  package var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number): CellValue.decimal(number)
    case .percentage(let number): CellValue.decimal(number, timesTenTo: 2) + "%"
    case .date(let date):
      if date.showsDay {
        "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
      } else if date.showsMonth {
        "\(date.year)-\(twoDigits(date.month))"
      } else {
        String(date.year)
      }
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let code): code
    case .notComputed: nil
    }
  }

  /// A spreadsheet computes with 15 digits; the digits after them are those of the binary number.
  private static let mostDigits = 15
  private static let mostDecimals = 12

  /// The number times a power of ten, with at most 15 digits and 12 decimals, without zeros at its end.
  static func decimal(_ number: Double, timesTenTo power: Int = 0) -> String {
    guard number != 0 else { return "0" }
    // Covers nearly all figures: the general way costs as much as reading the cell.
    if power == 0, let text = shortDecimal(number) { return text }
    var digits: [UInt8] = []
    // The position of the decimal point among the digits.
    var point: Int?
    var exponent = 0
    var text = Substring(abs(number).description)
    if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }) ?? 0
      text = text[..<mark]
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - UInt8(ascii: "0")) }
    }
    var whole = (point ?? digits.count) + exponent + power
    while digits.first == 0 {
      digits.removeFirst()
      whole -= 1
    }
    round(&digits, to: min(mostDigits, whole + mostDecimals), &whole)
    while digits.last == 0 { digits.removeLast() }
    guard !digits.isEmpty else { return "0" }
    let sign = number < 0 ? "-" : ""
    let shown = digits.map { Character(Unicode.Scalar($0 + UInt8(ascii: "0"))) }
    if whole <= 0 { return sign + "0." + String(repeating: "0", count: -whole) + String(shown) }
    if whole >= digits.count { return sign + String(shown) + String(repeating: "0", count: whole - digits.count) }
    return sign + String(shown[..<whole]) + "." + String(shown[whole...])
  }

  /// The text of a number whose shortest text has no exponent, at most 15 digits and at most 12 decimals; nil for any
  /// other.
  private static func shortDecimal(_ number: Double) -> String? {
    guard abs(number) < 1e15 else { return nil }
    if let whole = Int(exactly: number) { return String(whole) }
    let text = number.description
    var (digits, decimals, hasPoint) = (0, 0, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if hasPoint { decimals += 1 }
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "-"): break
      default: return nil
      }
    }
    return digits <= mostDigits && decimals <= mostDecimals ? text : nil
  }

  /// Keeps `count` digits, rounded half up. `whole` is the number of digits before the point.
  private static func round(_ digits: inout [UInt8], to count: Int, _ whole: inout Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let isUp = digits[count] >= 5
    digits.removeSubrange(count...)
    guard isUp else { return }
    var index = count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      whole += 1
    }
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
