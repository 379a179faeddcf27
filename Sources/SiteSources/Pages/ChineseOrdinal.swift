/// The number at the start of a name or a title in Chinese: `第三章 田`, `第3节`, `三、田`, `（三）田`.
package struct ChineseOrdinal {
  package let number: Int
  /// The ordinal as written, `第三章` or `三、`.
  package let written: Substring

  package init?(_ text: some StringProtocol) {
    // Nearly all names begin with another character.
    guard let first = text.utf8.first, first >= 0xE3 || first == UInt8(ascii: "(") else { return nil }
    let text = Substring(text)
    var rest = text
    let opening = rest.removeFirst()
    let isOrdinal = opening == "第"
    let isBracketed = opening == "（" || opening == "("
    if !isOrdinal && !isBracketed { rest = text }
    let digits = rest.prefix { ChineseOrdinal.isDigit($0) || $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let value = ChineseOrdinal.value(digits), let mark = rest.first else { return nil }
    let isMark =
      if isOrdinal {
        "章节篇编条卷部".contains(mark)
      } else if isBracketed {
        mark == "）" || mark == ")"
      } else {
        // An Arabic number without 第 is recognised by its own separators.
        "、.．-_ ".contains(mark) && digits.allSatisfy(ChineseOrdinal.isDigit)
      }
    guard isMark else { return nil }
    rest = rest.dropFirst()
    if isOrdinal, mark == "部", rest.first == "分" { rest = rest.dropFirst() }
    number = value
    written = text[..<rest.startIndex]
  }

  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

  private static func isDigit(_ character: Character) -> Bool {
    digits[character] != nil || units[character] != nil
  }

  /// 十二, 一百零三, 二〇, 12; nil for none of them, and above 9999.
  private static func value(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.count <= 9 else { return nil }
    if text.allSatisfy(\.isASCII) { return text.count <= 4 ? Int(text) : nil }
    if text.allSatisfy({ digits[$0] != nil }) {
      return text.count <= 4 ? text.reduce(0) { $0 * 10 + (digits[$1] ?? 0) } : nil
    }
    var sum = 0
    var digit: Int?
    for character in text {
      if let value = digits[character] {
        digit = value
      } else if let unit = units[character] {
        sum += max(1, digit ?? 1) * unit
        digit = nil
      } else {
        return nil
      }
    }
    return sum + (digit ?? 0)
  }
}
