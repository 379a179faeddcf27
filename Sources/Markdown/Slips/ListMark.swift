import Bytes

/// The mark of a list in other notations than Markdown: `1、`, `1.第`, `（一）`, `•`, `[1]`, `a)`.
struct ListMark {
  /// The length in bytes.
  let length: Int
  /// The mark of Markdown for it; nil for a number that belongs to the text, `（一）` and `[1]`.
  let markdown: String?

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let first = line.first, line.count > 3 else { return nil }
    func starts(_ text: StaticString, at index: Int = 0) -> Bool {
      text.withUTF8Buffer { line.count - index > $0.count && line.dropFirst(index).starts(with: $0) }
    }
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "+"):
      // `*项`, but no `*强调*`.
      guard (0xE4...0xE9).contains(line[1]), !line.dropFirst().contains(first) else { return nil }
      (length, markdown) = (1, "-")
    case UInt8(ascii: "-"):
      // `-项` and `-[ ] 项`, but no `-5`, no `--` and no `-x`.
      let isBox = line[1] == UInt8(ascii: "[") && (line[2] == UInt8(ascii: "]") || line[3] == UInt8(ascii: "]"))
      guard (0xE3...0xE9).contains(line[1]) || isBox else { return nil }
      (length, markdown) = (1, "-")
    case UInt8(ascii: "["):
      // `[1] 文献`: entries of a list of references.
      let digits = line.dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
      guard (1...3).contains(digits), starts("] ", at: digits + 1) else { return nil }
      (length, markdown) = (digits + 2, nil)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
      guard digits <= 3 else { return nil }
      let number = String(decoding: line.prefix(digits), as: UTF8.self)
      if starts("、", at: digits) || starts("．", at: digits) || starts("）", at: digits) {
        (length, markdown) = (digits + 3, "\(number).")
      } else if starts(".", at: digits) || starts(")", at: digits), (0xE3...0xE9).contains(line[digits + 1]) {
        (length, markdown) = (digits + 1, "\(number).")
      } else if starts(")", at: digits), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(line[digits + 1]) {
        (length, markdown) = (digits + 1, "\(number).")
      } else {
        return nil
      }
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      guard let mark = ListMark.letters(line) else { return nil }
      (length, markdown) = mark
    case UInt8(ascii: "("):
      if line[1].isASCIILetter, starts(") ", at: 2) {
        (length, markdown) = (3, nil)
        return
      }
      guard let end = ListMark.endOfNumber(line, from: 1), starts(")", at: end) || starts("）", at: end) else {
        return nil
      }
      (length, markdown) = (end + (line[end] == UInt8(ascii: ")") ? 1 : 3), nil)
    case 0xEF:
      // －, and the bullets of Word's fonts of signs (U+F000 to U+F0FF).
      if starts("－") || (0x80...0x83).contains(line[1]) {
        guard !starts("－", at: 3) else { return nil }
        (length, markdown) = (3, "-")
        return
      }
      guard starts("（"), let end = ListMark.endOfNumber(line, from: 3), starts("）", at: end) || starts(")", at: end)
      else { return nil }
      (length, markdown) = (end + (line[end] == UInt8(ascii: ")") ? 1 : 3), nil)
    case 0xC2:
      guard starts("·") else { return nil }
      (length, markdown) = (2, "-")
    case 0xE2:
      let bullets: [StaticString] = ["•", "●", "○", "■", "□", "◆", "◇", "▪", "➢", "✓", "√"]
      if bullets.contains(where: { starts($0) }) {
        (length, markdown) = (3, "-")
      } else if starts("–") || starts("—") {
        // `——` begins a signature.
        guard !starts("—", at: 3), !starts("–", at: 3) else { return nil }
        (length, markdown) = (3, "-")
      } else if line[1] == 0x91, (0xA0...0xB3).contains(line[2]) {
        (length, markdown) = (3, nil)
      } else {
        return nil
      }
    case 0xE4...0xE9:
      guard ListMark.isPhrase(line) else { return nil }
      (length, markdown) = (0, nil)
    default: return nil
    }
  }

  /// Whether a line that begins with a small letter may begin with `a)`, `a.`, `a．`, `ii.` or the `o` of a word
  /// processor.
  static func mayBeginWithLetter(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    let next = bytes[index + 1]
    return next == UInt8(ascii: ")") || next == UInt8(ascii: ".") || next == 0xEF || next == 0xE3
      || bytes[index] == UInt8(ascii: "o") && next == UInt8(ascii: " ")
      || isRoman(bytes[index]) && isRoman(next)
  }

  /// `a) `, `a. `, `a．`, `a）`, `a、`, `iv. `: letters are part of the text. `o First`: a bullet of a word processor.
  private static func letters(_ line: UnsafeBufferPointer<UInt8>) -> (length: Int, markdown: String?)? {
    let isBullet = line[0] == UInt8(ascii: "o") && line[1] == UInt8(ascii: " ")
    if isBullet { return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(line[2]) ? (1, "-") : nil }
    var end = 1
    while end < min(line.count - 3, 5), isRoman(line[0]), isRoman(line[end]) { end += 1 }
    switch (line[end], line[end + 1], line[end + 2]) {
    case (UInt8(ascii: ")"), UInt8(ascii: " "), _), (UInt8(ascii: "."), UInt8(ascii: " "), _): return (end + 1, nil)
    case (UInt8(ascii: ")"), 0xE4...0xE9, _), (UInt8(ascii: "."), 0xE4...0xE9, _): return (end + 1, nil)
    case (0xEF, 0xBC, 0x8E), (0xEF, 0xBC, 0x89), (0xE3, 0x80, 0x81): return (end + 3, nil)
    default: return nil
    }
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "i") || byte == UInt8(ascii: "v") || byte == UInt8(ascii: "x")
  }

  /// `一是…`, and `第一条　…`: the words belong to the text.
  private static func isPhrase(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    func isCharacter(_ index: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
      index + 2 < line.count && line[index] == a && line[index + 1] == b && line[index + 2] == c
    }
    let isOrdinal = isCharacter(0, 0xE7, 0xAC, 0xAC)  // 第
    guard let end = endOfNumber(line, from: isOrdinal ? 3 : 0), end > (isOrdinal ? 3 : 0) else { return false }
    if !isOrdinal { return line[0] >= 0x80 && isCharacter(end, 0xE6, 0x98, 0xAF) }  // 是
    guard isCharacter(end, 0xE6, 0x9D, 0xA1), end + 3 < line.count else { return false }  // 条
    return line[end + 3] == UInt8(ascii: " ") || isCharacter(end + 3, 0xE3, 0x80, 0x80)
  }

  /// Whether the first of three bytes and more begins a Chinese number, or 第.
  static func mayBeginNumber(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let (first, second, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
    return isChineseDigit(first, second, third) || first == 0xE7 && second == 0xAC && third == 0xAC
  }

  /// The offset after a number in Chinese or Arabic digits; nil if there is none.
  static func endOfNumber(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < line.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= line[index] { index += 1 }
    if index > start { return index < line.count ? index : nil }
    while index + 3 < line.count, isChineseDigit(line[index], line[index + 1], line[index + 2]) { index += 3 }
    return index > start ? index : nil
  }

  private static func isChineseDigit(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    // 一 七 三 九 二 五 八 六 十 四 百
    case (0xE4, 0xB8, 0x80), (0xE4, 0xB8, 0x83), (0xE4, 0xB8, 0x89), (0xE4, 0xB9, 0x9D), (0xE4, 0xBA, 0x8C),
      (0xE4, 0xBA, 0x94), (0xE5, 0x85, 0xAB), (0xE5, 0x85, 0xAD), (0xE5, 0x8D, 0x81), (0xE5, 0x9B, 0x9B),
      (0xE7, 0x99, 0xBE):
      true
    default: false
    }
  }
}

/// A line that is a heading by its form alone: `一、总体要求`, `第二节 发展目标`.
enum TypedHeading {
  /// In bytes: thirty Chinese characters.
  private static let longest = 90

  static func isHeading(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = line.count
    while end > 0, line[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    guard end >= 9, end <= longest, !endsLikeText(line, end), let number = endOfNumber(line, to: end) else {
      return false
    }
    // A heading has no sentence in it.
    return !(number..<max(number, end - 2)).contains { isStop(line[$0], line[$0 + 1], line[$0 + 2]) }
  }

  /// The offset after `一、`, or `第一章` and the like.
  private static func endOfNumber(_ line: UnsafeBufferPointer<UInt8>, to end: Int) -> Int? {
    let isOrdinal = line[0] == 0xE7 && line[1] == 0xAC && line[2] == 0xAC  // 第
    guard let number = ListMark.endOfNumber(line, from: isOrdinal ? 3 : 0), number + 3 <= end else { return nil }
    if !isOrdinal {
      guard line[0] >= 0x80, line[number] == 0xE3, line[number + 1] == 0x80, line[number + 2] == 0x81 else {
        return nil
      }
      return number + 3
    }
    // 章 节 篇 编
    switch (line[number], line[number + 1], line[number + 2]) {
    case (0xE7, 0xAB, 0xA0), (0xE8, 0x8A, 0x82), (0xE7, 0xAF, 0x87), (0xE7, 0xBC, 0x96): break
    default: return nil
    }
    let after = number + 3
    // 第一章规定了… is a sentence; a heading has a space, or nothing more.
    guard after == end || line[after] == UInt8(ascii: " ") || line[after] == 0xE3 && line[after + 1] == 0x80 else {
      return nil
    }
    return after
  }

  /// Whether a line ends with punctuation other than a closing bracket or quotation mark.
  private static func endsLikeText(_ line: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    let (a, b, c) = (line[end - 3], line[end - 2], line[end - 1])
    if c < 0x80 { return ",.;:!?".utf8.contains(c) }
    return isStop(a, b, c) || a == 0xEF && b == 0xBC && (c == 0x8C || c == 0x9A) || a == 0xE3 && b == 0x80 && c == 0x81
  }

  /// 。 ！ ； ？
  private static func isStop(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F): true
    default: false
    }
  }
}
