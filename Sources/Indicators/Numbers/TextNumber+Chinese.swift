// Numbers in Chinese numerals.

extension TextNumberReader {
  static let chineseDigits: [Unicode.Scalar: Double] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  static let chineseUnits: [Unicode.Scalar: Double] = ["十": 10, "百": 100, "千": 1000]

  mutating func chineseNumber() -> TextNumber?? {
    let start = index
    if text[index] == "一" || text[index] == "半", matches("一半") || matches("半数") {
      index += 2
      return half
    }
    if let fraction = fraction() { return fraction }
    var total = 0.0
    var digit: Double?
    var hasUnit = false
    while index < text.count {
      if let value = TextNumberReader.chineseDigits[text[index]] {
        digit = value
      } else if let unit = TextNumberReader.chineseUnits[text[index]], digit != nil || text[index] == "十" {
        total += (digit ?? 1) * unit
        digit = nil
        hasUnit = true
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return bareCount() }
    if readsWords, !hasUnit, let digit, digit >= 2, index == start + 1, index < text.count, text[index] == "成",
      isTenths(index + 1), start == 0 || text[start - 1] != "第"
    {
      index += 1
      return share(digit * 10)
    }
    // A single numeral is part of a word more often than a number: 一批, 三农, 第二.
    let multiplied = index < text.count && (text[index] == "万" || text[index] == "亿")
    let isCount = (digit ?? 0) >= 2 && isCounted(index)
    guard hasUnit || multiplied || isCount, start == 0 || text[start - 1] != "第" else { return .some(nil) }
    if multiplied, text[index] == "万", let rest = hundreds(at: index + 1) {
      // 一万五千
      index = rest.end
      return finish((total + (digit ?? 0)) * 1e4 + rest.value)
    }
    return finish(total + (digit ?? 0))
  }

  /// Whether 成 before this place is tenths: 七成以上, 七成居民, but not 三成员 or 二成立.
  func isTenths(_ index: Int) -> Bool {
    index >= text.count || !"员立果为功本就熟效长都分年人交型套新品".unicodeScalars.contains(text[index])
  }

  /// `百分之十八`, `千分之三点五`: the numeral after it, with the sign as its unit.
  mutating func fraction() -> TextNumber? {
    guard matches("百分之") || matches("千分之") else { return nil }
    let unit = text[index] == "百" ? "%" : "‰"
    var (end, total, digit) = (index + 3, 0.0, Double?.none)
    while end < text.count {
      if let value = TextNumberReader.chineseDigits[text[end]] {
        digit = value
      } else if let factor = TextNumberReader.chineseUnits[text[end]] {
        total += (digit ?? 1) * factor
        digit = nil
      } else {
        break
      }
      end += 1
    }
    guard end > index + 3 else { return nil }
    var value = total + (digit ?? 0)
    if end + 1 < text.count, text[end] == "点", TextNumberReader.chineseDigits[text[end + 1]] != nil {
      var place = 0.1
      end += 1
      while end < text.count, let decimal = TextNumberReader.chineseDigits[text[end]] {
        value += decimal * place
        (place, end) = (place / 10, end + 1)
      }
    }
    index = end
    return TextNumber(
      value: roundedToTwelveDigits(value), unit: unit, scale: 1, digits: nil, range: start..<index)
  }

  /// A Chinese numeral with 百 or 千, after 万.
  func hundreds(at start: Int) -> (value: Double, end: Int)? {
    var (total, digit, end, hasUnit) = (0.0, Double?.none, start, false)
    while end < text.count {
      if let value = TextNumberReader.chineseDigits[text[end]] {
        digit = value
      } else if let unit = TextNumberReader.chineseUnits[text[end]], let value = digit {
        total += value * unit
        (digit, hasUnit) = (nil, true)
      } else {
        break
      }
      end += 1
    }
    return hasUnit ? (total + (digit ?? 0), end) : nil
  }

  /// 千名, 百家: a multiplier alone before a word that counts.
  mutating func bareCount() -> TextNumber?? {
    guard let factor = TextNumberReader.factors[text[index]], isCounted(index + 1),
      start == 0 || !TextNumberReader.notBeforeBareCount.contains(text[start - 1])
    else { return nil }
    index += 1
    if factor >= 1e4 {
      // 万名 is 1 of the unit 万名.
      index -= 1
      return finish(1)
    }
    return finish(factor)
  }

  static let notBeforeBareCount = Set("每第几数上成过多近半各以若".unicodeScalars)
  static let countWords = Set("名家个人亩座项件户公张辆套所处条支场台".unicodeScalars)

  func isCounted(_ index: Int) -> Bool {
    guard index < text.count, TextNumberReader.countWords.contains(text[index]) else { return false }
    // 千家万户, 百家争鸣: sayings.
    return index + 1 >= text.count || !"万千百争".unicodeScalars.contains(text[index + 1])
  }

  var half: TextNumber { share(50) }
}
