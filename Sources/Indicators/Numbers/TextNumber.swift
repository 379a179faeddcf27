import Bytes

/// A number in a sentence, with what it counts.
///
/// Reads digits with separators (`1,234.5`, `１２`), Chinese numerals (`三百`, `一半`), counts with one numeral or none
/// (`两个中心`, `千名青年`), English number words (`three hundred and twenty`, `half`), and what multiplies them: 百, 千, 万,
/// 亿, hundred, thousand, million, billion. Years, dates and numbers inside a
/// name in quotation marks are left out.
package struct TextNumber: Hashable, Sendable {
  /// With its multiplier: 35000 for 3.5万. A half is 50 with the unit `%`.
  package let value: Double
  /// The text directly after the number, without a multiplier and without filler such as 多, 余, 名左右: `人`, `%`, `个百分点`,
  /// `days`. Empty at the end of a sentence part.
  package let unit: String
  /// The multiplier of the number as written, of 万, 亿, million and the like: 10,000 for 3.5万. 百 and 千 belong to the
  /// number.
  let scale: Double
  /// The digits as written, without separators: `3.5`. Nil for words and Chinese numerals.
  let digits: String?
  /// The scalars of the number and of what multiplies it.
  package let range: Range<Int>

  /// Whether the value is a rounded one: a third is 33.3.
  package var isRounded = false

  /// Every number of a text, in order, in words too: `七成`, `a third`, `a million`, `€10k`.
  package static func all(in text: String) -> [TextNumber] { all(in: PlainScalars.of(text)) }

  static func all(in text: [Unicode.Scalar], _ marks: NumberMarks = .point) -> [TextNumber] {
    var reader = TextNumberReader(text)
    reader.marks = marks
    reader.readsWords = true
    return reader.numbers()
  }

  /// Every number of a text, in order, without words for shares and round numbers and without currencies, which the
  /// extraction of targets reads for itself.
  static func counts(in text: [Unicode.Scalar]) -> [TextNumber] {
    var reader = TextNumberReader(text)
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
struct TextNumberReader {
  let text: [Unicode.Scalar]
  var index = 0
  /// Where the number began that is being read.
  var start = 0
  /// Whether words for shares and round numbers are read, and currencies.
  var readsWords = false
  var marks = NumberMarks.point

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
      } else if marks.groups.contains(text[index]), isGroup(at: index + 1), !digits.contains("."),
        text[index] == "," || digits.utf8.count <= 3 || index - start > digits.utf8.count
      {
        // A mark between groups of three digits. A space after four digits or more is none: 2030 600 parks.
      } else if text[index] == marks.decimal, isDigit(index + 1), !digits.contains(".") {
        digits.append(".")
      } else {
        break
      }
      index += 1
    }
    guard let value = Double(digits) else { return nil }
    if readsWords, index < text.count, text[index] == "k" || text[index] == "K", !isLetter(index + 1) {
      index += 1
      return finish(value * 1000)
    }
    if readsWords, index < text.count, text[index] == "成", isTenths(index + 1) {
      index += 1
      return share(value * 10)
    }
    if readsWords, let share = fraction(of: value) { return share }
    let isGrouped = index - start > digits.utf8.count
    if !isGrouped && isYear(from: start, digits) || isLetter(index) && !isUnitWord() { return nil }
    return finish(value, digits)
  }

  /// 1/3 is a share. 9/10万 and 24/7 are not.
  private mutating func fraction(of part: Double) -> TextNumber? {
    guard index + 1 < text.count, text[index] == "/", part > 0, part == part.rounded(),
      start == 0 || text[start - 1] != "/"
    else { return nil }
    var end = index + 1
    while isDigit(end) { end += 1 }
    guard (index + 2...index + 3).contains(end), let whole = Double(text[(index + 1)..<end].string), part < whole,
      whole <= 10,
      end == text.count || !"/万千亿百".unicodeScalars.contains(text[end]) && (text[end].isHan || !isLetter(end))
    else { return nil }
    index = end
    return share(part / whole * 100)
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
    // The rest of a date or of a range of years is not a number either.
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

  // MARK: What follows a number

  /// Multiplies the number by what follows it, and reads its unit.
  mutating func finish(_ number: Double, _ digits: String? = nil, scale known: Double = 1) -> TextNumber {
    var value = number
    var scale = known
    let currency = currencyBefore
    while index < text.count {
      if let factor = TextNumberReader.factors[text[index]], !UnitWords.isThousandfold(text[index...]) {
        value *= factor
        if factor >= 1e4 { scale *= factor }
        index += 1
        continue
      }
      let word = nextWord(from: skippingSpaces())
      let short = currency == nil ? nil : TextNumberReader.shortFactors[word.text]
      guard let factor = TextNumberReader.large[word.text] ?? short else { break }
      value *= factor
      scale *= factor
      index = word.end
    }
    let range = start..<index
    while index < text.count, TextNumberReader.fillers.contains(text[index]) { index += 1 }
    return TextNumber(
      value: roundedToTwelveDigits(value), unit: currency ?? unit(), scale: scale, digits: digits, range: range)
  }

  private static let currencies = Set("€£$¥￥".unicodeScalars)
  private static let shortFactors: [String: Double] = ["m": 1e6, "mn": 1e6, "bn": 1e9]

  /// The € of €400.
  private var currencyBefore: String? {
    readsWords && start > 0 && TextNumberReader.currencies.contains(text[start - 1]) ? String(text[start - 1]) : nil
  }

  /// A share in per cent.
  func share(_ value: Double, isRounded: Bool = false) -> TextNumber {
    TextNumber(
      value: roundedToTwelveDigits(value), unit: "%", scale: 1, digits: nil, range: start..<index, isRounded: isRounded)
  }

  private mutating func unit() -> String {
    var end = skippingSpaces()
    guard end < text.count else { return "" }
    let start = end
    if text[end] == "%" || text[end] == "‰" || text[end] == "°" || text[end] == "℃" {
      index = end + 1
      return String(text[end])
    }
    if readsWords, TextNumberReader.currencies.contains(text[end]), !isDigit(end + 1) { return String(text[end]) }
    var unit = ""
    let isLatin = text[start].value < 0x2E80
    while end < text.count, isLatin ? isLatinUnit(end) : isChineseUnit(end),
      unit.unicodeScalars.count < (isLatin ? 40 : 12)
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

  /// A letter or sign of a unit such as `µg/m³`, `m2` or `low-income homes`.
  private func isLatinUnit(_ index: Int) -> Bool {
    switch text[index] {
    case " ", "/", "²", "³", "·": true
    case "-": isLetter(index - 1) && isLetter(index + 1)
    case "2", "3": isLetter(index - 1) && !isLetter(index + 1) && !isDigit(index + 1)
    default: isLetter(index)
    }
  }

  /// 微克/立方米
  private func isChineseUnit(_ index: Int) -> Bool {
    if text[index] == "/" { return index + 1 < text.count && text[index + 1].isHan }
    return text[index].value >= 0x2E80 && text[index].isLetter
  }

  func skippingSpaces() -> Int {
    var next = index
    while next < text.count, text[next] == " " || text[next] == "\u{A0}" { next += 1 }
    return next
  }

  // MARK: Scalars

  static let factors: [Unicode.Scalar: Double] = ["百": 100, "千": 1000, "万": 1e4, "亿": 1e8]
  private static let fillers: Set<Unicode.Scalar> = ["多", "余"]
  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "「": "」", "《": "》", "‘": "’"]

  func isDigit(_ index: Int) -> Bool { index >= 0 && index < text.count && ("0"..."9").contains(text[index]) }

  func isLetter(_ index: Int) -> Bool {
    index >= 0 && index < text.count && text[index].value < 0x2E80 && text[index].isLetter
  }

  /// Whether the Latin letters here are a unit rather than the rest of a name: 5G is a name, 5km is not.
  private func isUnitWord() -> Bool {
    TextNumberReader.unitWords.contains(nextWord(from: index).text) || currencyBefore != nil
      || readsWords && (text[index] == "µ" || text[index] == "μ")
  }

  private static let unitWords: Set<String> = [
    "km", "m", "kg", "t", "mm", "cm", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh", "ha", "l", "ml", "bn", "mn", "pp",
  ]

  func matches(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    return index + scalars.count <= text.count && Array(text[index..<index + scalars.count]) == scalars
  }
}
