/// A number in a sentence, with what it counts.
///
/// Reads digits with separators (`1,234.5`, `１２`), Chinese numerals (`三百`, `一半`), English number words (`twenty-five`,
/// `half`), and what multiplies them: 百, 千, 万, 亿, hundred, thousand, million, billion. Years, dates and numbers inside a
/// name in quotation marks are left out.
package struct TextNumber: Hashable, Sendable {
  /// With its multiplier: 35000 for 3.5万. A half is 50 with the unit `%`.
  package let value: Double
  /// What directly follows the number, without a multiplier and without filler such as 多, 余, 名左右: `人`, `%`,
  /// `个百分点`, `days`. Empty at the end of a sentence part.
  package let unit: String
  /// What multiplies the number as written, of 万, 亿, million and the like: 10,000 for 3.5万. 百 and 千 belong to the number.
  let scale: Double
  /// The digits as written, without separators: `3.5`. Nil for words and Chinese numerals.
  let digits: String?
  /// The scalars of the number and of what multiplies it.
  let range: Range<Int>

  /// Every number of a text, in order.
  package static func all(in text: String) -> [TextNumber] {
    var reader = TextNumberReader(PlainScalars.of(text))
    return reader.numbers()
  }

  /// Every number of a text, in order. Counts that plans write with one numeral or none are numbers too, before a word that
  /// counts things: `两个中心`, `千名青年`.
  static func counts(in text: [Unicode.Scalar]) -> [TextNumber] {
    var reader = TextNumberReader(text)
    reader.readsCounts = true
    return reader.numbers()
  }
}

/// The scalars of a text with one change: full-width digits, letters and signs are their plain forms.
enum PlainScalars {
  static func of(_ text: some StringProtocol) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
  }
}

/// Reads the numbers of one text, scalar by scalar.
private struct TextNumberReader {
  private let text: [Unicode.Scalar]
  private var index = 0
  /// Where the number began that is being read.
  private var start = 0
  var readsCounts = false

  init(_ text: [Unicode.Scalar]) {
    self.text = text
  }

  /// The Chinese characters and marks that a number or a name in quotation marks may begin with.
  private static let starts = ScalarFilter(
    Array(quotes.keys) + chineseDigits.keys + chineseUnits.keys + factors.keys + "一半".unicodeScalars)

  mutating func numbers() -> [TextNumber] {
    var numbers: [TextNumber] = []
    while index < text.count {
      if text[index].value >= 0x2E80, !TextNumberReader.starts.mayContain(text[index]) {
        index += 1
        continue
      }
      if let closing = TextNumberReader.quotes[text[index]], let end = text[index...].firstIndex(of: closing) {
        index = end + 1
        continue
      }
      if let number = number() {
        if let number { numbers.append(number) }
      } else {
        index += 1
      }
    }
    return numbers
  }

  /// The number that begins here; an inner nil for one that does not count, and an outer nil if none begins here.
  private mutating func number() -> TextNumber?? {
    start = index
    if isDigit(index) {
      guard !isLetter(index - 1) else {
        skipWord()
        return .some(nil)
      }
      return digits()
    }
    if let number = chineseNumber() { return number }
    if isLetter(index) {
      if isLetter(index - 1) { return nil }
      return words()
    }
    return nil
  }

  private mutating func skipWord() {
    while index < text.count, isDigit(index) || isLetter(index) { index += 1 }
  }

  // MARK: Digits

  private mutating func digits() -> TextNumber? {
    let start = index
    var digits = ""
    while index < text.count {
      if isDigit(index) {
        digits.unicodeScalars.append(text[index])
      } else if text[index] == ",", isGroup(at: index + 1) {
        // A comma between groups of three digits.
      } else if text[index] == ".", isDigit(index + 1), !digits.contains(".") {
        digits.append(".")
      } else {
        break
      }
      index += 1
    }
    guard let value = Double(digits) else { return nil }
    let isGrouped = index - start > digits.utf8.count
    if !isGrouped && isYear(from: start, digits) || isLetter(index) && !isUnitWord() { return nil }
    return finish(value, digits)
  }

  private func isGroup(at start: Int) -> Bool {
    (start..<start + 3).allSatisfy(isDigit) && !isDigit(start + 3)
  }

  /// Four digits from 1900 to 2199 before 年, `-`, `/`, or after a word such as `by` or `in`; or a part of a date.
  private mutating func isYear(from start: Int, _ digits: String) -> Bool {
    if index < text.count, text[index] == "年" || text[index] == "月" || text[index] == "日" {
      // 3年 counts years; 2025年 names one.
      return text[index] != "年" || digits.count == 4 && !digits.contains(".")
    }
    guard digits.count == 4, let year = Int(digits), (1900...2199).contains(year) else { return false }
    // The rest of a date or of a range of years is no number either.
    while index + 1 < text.count, ["-", "/", "–", "—"].contains(text[index]), isDigit(index + 1) {
      index += 1
      while isDigit(index) { index += 1 }
    }
    return isAtBoundary(index) && !followedByUnit()
  }

  private func isAtBoundary(_ index: Int) -> Bool {
    index >= text.count || !isLetter(index) || text[index].value < 0x80
  }

  private func followedByUnit() -> Bool {
    var next = index
    while next < text.count, text[next] == " " { next += 1 }
    guard next < text.count else { return false }
    return text[next] == "%" || text[next] == "‰" || text[next].value >= 0x2E80 && text[next].isLetter
  }

  // MARK: Chinese numerals

  private static let chineseDigits: [Unicode.Scalar: Double] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let chineseUnits: [Unicode.Scalar: Double] = ["十": 10, "百": 100, "千": 1000]

  private mutating func chineseNumber() -> TextNumber?? {
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
    guard index > start else { return readsCounts ? bareCount() : nil }
    // A single numeral is part of a word more often than a number: 一批, 三农, 第二.
    let multiplied = index < text.count && (text[index] == "万" || text[index] == "亿")
    let isCount = readsCounts && (digit ?? 0) >= 2 && isCounted(index)
    guard hasUnit || multiplied || isCount, start == 0 || text[start - 1] != "第" else { return .some(nil) }
    if multiplied, text[index] == "万", let rest = hundreds(at: index + 1) {
      // 一万五千
      index = rest.end
      return finish((total + (digit ?? 0)) * 1e4 + rest.value)
    }
    return finish(total + (digit ?? 0))
  }

  /// `百分之十八`, `千分之三点五`: the numeral behind it, with the sign as its unit.
  private mutating func fraction() -> TextNumber? {
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

  /// A Chinese numeral with 百 or 千, behind 万.
  private func hundreds(at start: Int) -> (value: Double, end: Int)? {
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
  private mutating func bareCount() -> TextNumber?? {
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

  private static let notBeforeBareCount = Set("每第几数上成过多近半各以若".unicodeScalars)
  private static let countWords = Set("名家个人亩座项件户公张辆套所处条支场台".unicodeScalars)

  private func isCounted(_ index: Int) -> Bool {
    guard index < text.count, TextNumberReader.countWords.contains(text[index]) else { return false }
    // 千家万户, 百家争鸣: sayings.
    return index + 1 >= text.count || !"万千百争".unicodeScalars.contains(text[index + 1])
  }

  private var half: TextNumber { TextNumber(value: 50, unit: "%", scale: 1, digits: nil, range: start..<index) }

  // MARK: English words

  private static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let large: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]

  private mutating func words() -> TextNumber?? {
    guard "oOtTfFsSeEnNhH".unicodeScalars.contains(text[index]) else {
      while index < text.count, isLetter(index), text[index].value < 0x80 { index += 1 }
      index = max(index, start + 1)
      return .some(nil)
    }
    var word = nextWord(from: index)
    if word.text == "half" {
      index = word.end
      return half
    }
    guard var value = TextNumberReader.small[word.text] else {
      index = word.end
      return .some(nil)
    }
    index = word.end
    // `one` alone is a pronoun more often than a number.
    let isAlone = value == 1
    if value >= 20, index < text.count, text[index] == "-" || text[index] == " " {
      word = nextWord(from: index + 1)
      if let ones = TextNumberReader.small[word.text], ones < 10 {
        value += ones
        index = word.end
      }
    }
    let end = index
    let number = finish(value)
    return isAlone && number.unit.isEmpty && index == end ? .some(nil) : number
  }

  private func nextWord(from start: Int) -> (text: String, end: Int) {
    var end = start
    var word = ""
    while end < text.count, isLetter(end), text[end].value < 0x80 {
      word.unicodeScalars.append(text[end])
      end += 1
    }
    return (word.lowercased(), max(end, start + 1))
  }

  // MARK: What follows a number

  /// Multiplies the number by what follows it, and reads its unit.
  private mutating func finish(_ number: Double, _ digits: String? = nil) -> TextNumber {
    var value = number
    var scale = 1.0
    while index < text.count {
      if let factor = TextNumberReader.factors[text[index]] {
        value *= factor
        if factor >= 1e4 { scale *= factor }
        index += 1
        continue
      }
      let word = nextWord(from: skippingSpaces())
      guard let factor = TextNumberReader.large[word.text] else { break }
      value *= factor
      scale *= factor
      index = word.end
    }
    let range = start..<index
    while index < text.count, TextNumberReader.fillers.contains(text[index]) { index += 1 }
    return TextNumber(value: value, unit: unit(), scale: scale, digits: digits, range: range)
  }

  private mutating func unit() -> String {
    var end = skippingSpaces()
    guard end < text.count else { return "" }
    let start = end
    if text[end] == "%" || text[end] == "‰" || text[end] == "°" || text[end] == "℃" {
      index = end + 1
      return String(text[end])
    }
    var unit = ""
    let isLatin = text[start].value < 0x2E80
    while end < text.count, text[end].isLetter || text[end] == "/" || isLatin && text[end] == " ",
      (text[end].value < 0x2E80) == isLatin, unit.unicodeScalars.count < (isLatin ? 24 : 8)
    {
      unit.unicodeScalars.append(text[end])
      end += 1
    }
    if isLatin {
      let words = unit.lowercased().split(separator: " ")
      if words.first == "percent" || words.prefix(2) == ["per", "cent"] { return "%" }
      return unit
    }
    return unit
  }

  private func skippingSpaces() -> Int {
    var next = index
    while next < text.count, text[next] == " " || text[next] == "\u{A0}" { next += 1 }
    return next
  }

  // MARK: Scalars

  private static let factors: [Unicode.Scalar: Double] = ["百": 100, "千": 1000, "万": 1e4, "亿": 1e8]
  private static let fillers: Set<Unicode.Scalar> = ["多", "余"]
  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "「": "」", "《": "》", "‘": "’"]

  private func isDigit(_ index: Int) -> Bool { index >= 0 && index < text.count && ("0"..."9").contains(text[index]) }

  private func isLetter(_ index: Int) -> Bool {
    index >= 0 && index < text.count && text[index].value < 0x2E80 && text[index].isLetter
  }

  /// Whether the Latin letters here are a unit rather than the rest of a name: 5G is a name, 5km is not.
  private func isUnitWord() -> Bool { TextNumberReader.unitWords.contains(nextWord(from: index).text) }

  private static let unitWords: Set<String> = [
    "km", "m", "kg", "t", "mm", "cm", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh", "ha", "l", "ml", "bn", "mn", "pp",
  ]

  private func matches(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    return index + scalars.count <= text.count && Array(text[index..<index + scalars.count]) == scalars
  }
}
