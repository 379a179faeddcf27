import Bytes

/// The mark of an item before a sentence: `（一）`, `①`, `——`, `01`, `1.2.2`, `(a)`, `•`.
struct ListMarks {
  private let text: ArraySlice<Unicode.Scalar>

  /// The sentence without the marks in front of it.
  static func without(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> Range<Int> {
    var rest = text[sentence].drop(while: \.isSpace)
    while let end = ListMarks(text: rest).end { rest = rest[end...].drop(while: \.isSpace) }
    guard !rest.isEmpty else { return sentence }
    return rest.startIndex..<sentence.upperBound
  }

  /// Where a mark ends; nil if there is none.
  private var end: Int? {
    guard let first = text.first else { return nil }
    if Self.isEnclosed(first) || Self.bullets.contains(first) { return text.startIndex + 1 }
    if Self.dashes.contains(first) { return dash }
    return bracket ?? chineseNumeral ?? code ?? number
  }

  private static let bullets = Set("•●○■□◆◇★☆▪▫◦‣·*▲△▶►➢➤✓√※".unicodeScalars)
  private static let dashes = Set("—-–―".unicodeScalars)
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)

  /// ①, ⑴, ⒈, ❶, ㈠, ㊀
  private static func isEnclosed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3280...0x3289: true
    default: false
    }
  }

  private func scalar(_ index: Int) -> Unicode.Scalar { text.indices.contains(index) ? text[index] : "\n" }

  private func isDigit(_ index: Int) -> Bool { scalar(index).isASCIIDigit }

  private func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while index < text.endIndex, text[index].isSpace { index += 1 }
    return index
  }

  /// A dash before a number may be a minus.
  private var dash: Int? {
    var end = text.startIndex
    while Self.dashes.contains(scalar(end)) { end += 1 }
    return isDigit(end) && text[text.startIndex] != "—" ? nil : end
  }

  /// （一）, (1), (iv), 1), a), 【3】
  private var bracket: Int? {
    let isOpen = "(【[".unicodeScalars.contains(text[text.startIndex])
    let start = text.startIndex + (isOpen ? 1 : 0)
    var end = start
    while end < start + 4, isDigit(end) || Self.numerals.contains(scalar(end)) || isLatin(end) { end += 1 }
    guard end > start, ")】]".unicodeScalars.contains(scalar(end)) else { return nil }
    let inside = text[start..<end]
    guard
      inside.allSatisfy(\.isASCIIDigit) || inside.allSatisfy(Self.numerals.contains) || inside.count == 1
        || inside.allSatisfy({ "ivxIVX".unicodeScalars.contains($0) }), inside.count < 4 || !isDigit(start)
    else { return nil }
    return end + 1
  }

  private func isLatin(_ index: Int) -> Bool { scalar(index).value < 0x80 && scalar(index).isLetter }

  /// 一、, 第三，; 一、二级公路 has none.
  private var chineseNumeral: Int? {
    let start = text.startIndex + (text.first == "第" ? 1 : 0)
    var end = start
    while Self.numerals.contains(scalar(end)), end < start + 3 { end += 1 }
    guard end > start, scalar(end) == "、" || scalar(end) == "." || start > text.startIndex && scalar(end) == ",",
      !Self.numerals.contains(scalar(end + 1)), !"两几".unicodeScalars.contains(scalar(end + 1))
    else { return nil }
    return end + 1
  }

  /// A1 and H2.1 before what is to be done. M25 Junction has none.
  private var code: Int? {
    guard isLatin(text.startIndex), text[text.startIndex].properties.isUppercase, isDigit(text.startIndex + 1) else {
      return nil
    }
    var end = text.startIndex + 1
    var isDotted = false
    while isDigit(end) || scalar(end) == "." && isDigit(end + 1), end < text.startIndex + 8 {
      isDotted = isDotted || scalar(end) == "."
      end += 1
    }
    if scalar(end) == ":" { end += 1 }
    let next = skippingSpaces(end)
    return next > end && isDeed(next, isAny: isDotted) ? next : nil
  }

  /// 1.2.2, 01, 3、, 4.
  private var number: Int? {
    var end = text.startIndex
    var parts = 0
    while isDigit(end) {
      let start = end
      while isDigit(end) { end += 1 }
      guard end <= start + 2 else { return nil }
      parts += 1
      guard scalar(end) == ".", isDigit(end + 1) else { break }
      end += 1
    }
    guard parts > 0, parts <= 5 else { return nil }
    let isMarked = ".、:".unicodeScalars.contains(scalar(end)) && (!isDigit(end + 1) || isName(end + 1))
    let next = skippingSpaces(isMarked ? end + 1 : end)
    guard next < text.endIndex else { return nil }
    // 1.2.2 is not a number.
    if parts > 2 { return next > end || text[next].isHan ? next : nil }
    let isLedByZero = parts == 1 && text[text.startIndex] == "0"
    if text[next].isHan || text[next] == "“" {
      if isMarked { return scalar(end) == ":" ? nil : next }
      return (next > end || isLedByZero) && !isCounted(next) ? next : nil
    }
    // 1. Build 40 homes; 1.2 Add 40 miles; 12 Schools will open.
    guard next > end, !isDigit(next) || isMarked else { return nil }
    return isMarked && parts == 1 || isDeed(next, isAny: parts == 2 || isLedByZero) ? next : nil
  }

  /// 5G in 1、5G基站
  private func isName(_ start: Int) -> Bool {
    var end = start
    while isDigit(end) { end += 1 }
    return end > start && scalar(start - 1) == "、" && isLatin(end)
  }

  private static let behindNumbers = WordList("年 月 日 号 时 点 百 千 万 亿 多 余 几 来 大 强 倍 成 级 期")
  private static let names = WordList("人均 人口 人才 家庭 户籍 年均 日均")

  /// 3 所医院, 12 月: the number counts.
  private func isCounted(_ index: Int) -> Bool {
    let rest = text[index...]
    return !Self.names.isPrefix(of: rest)
      && (Self.behindNumbers.isPrefix(of: rest) || ChineseWords.units.isPrefix(of: rest))
  }

  private static let large: Set<String> = ["million", "billion", "trillion", "thousand", "hundred", "mbps", "gbps"]
  private static let objects: Set<String> = ["a", "an", "the", "at", "all", "our", "up", "to", "every", "over", "no"]

  /// Whether a capitalised word begins what is to be done: `Add` of 1.2 Add 40 miles. `isAny`: any word does; else it is a
  /// verb before its object. 5 Support hubs are counted.
  private func isDeed(_ start: Int, isAny: Bool) -> Bool {
    var end = start
    while isLatin(end) { end += 1 }
    guard end > start + 2 || text[start..<end].equals("By"), text[start].properties.isUppercase,
      text[start + 1].properties.isLowercase
    else { return false }
    let verb = text[start..<end].string.lowercased()
    if isAny { return !Self.large.contains(verb) }
    let next = skippingSpaces(end)
    guard EnglishTargets.isVerb(verb), next > end, next < text.endIndex else { return false }
    var last = next
    while isLatin(last) { last += 1 }
    return text[next].isASCIIDigit || "£$€".unicodeScalars.contains(text[next])
      || Self.objects.contains(text[next..<last].string.lowercased())
  }
}
