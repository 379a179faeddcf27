/// A cell of a period column, read on its own.
struct PeriodCell: Sendable {
  enum Shape: Hashable, Sendable {
    case certain(Period)
    /// Two numbers whose meaning depends on the whole column: `2009-10`, `2012-2013`.
    case pair(PeriodPair)
  }

  let shape: Shape
  /// The period as it is written, without what a spreadsheet adds to it.
  let text: String
  /// The text after the period, such as `Note 5`, `*` or `baseline`.
  let remark: String?

  /// Nil for a text that is not a period.
  init?(_ text: String) {
    var words = PeriodWords(text)
    words.dropClock()
    let (head, remark) = PeriodCell.divided(words.text)
    guard let shape = PeriodCell.shape(of: PeriodTokens(head)) else { return nil }
    self.text = head
    if let remark, PeriodCell.isPartOfYear(remark) { return nil }
    if let remark, PeriodCell.saysFiscal(remark), case .pair(let pair) = shape, pair.length == 2 {
      self.shape = .certain(pair.fiscalYear)
    } else {
      self.shape = shape
    }
    self.remark = remark
  }

  // MARK: Remarks

  private static let opening: Set<Character> = [
    "[", "(", "（", "【", "*", "†", "‡", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰",
  ]

  /// Words that may follow a period without a bracket, in lower case.
  private static let plainRemarks: Set<String> = [
    "p", "r", "e", "f", "b", "provisional", "preliminary", "prov", "prov.", "estimate", "estimated", "est", "est.",
    "revised", "rev", "rev.", "forecast", "projected", "projection", "target", "baseline", "base", "base year",
    "baseline year", "final", "latest", "financial year", "fiscal year", "budget year", "academic year", "school year",
    "calendar year", "survey year", "底", "末", "年底", "年末", "财年", "财政年度", "学年",
  ]

  private static let fiscalRemarks: Set<String> = [
    "financial year", "fiscal year", "budget year", "academic year", "school year", "财年", "财政年度", "学年",
  ]

  /// The period, and the text after it without its brackets.
  private static func divided(_ text: String) -> (head: String, remark: String?) {
    if let start = text.firstIndex(where: opening.contains) {
      let head = String(text[..<start]).trimmingWhitespace
      var remark = String(text[start...]).trimmingWhitespace
      for (open, close) in [("[", "]"), ("(", ")"), ("（", "）"), ("【", "】")] as [(Character, Character)]
      where remark.first == open && remark.last == close && remark.count(where: { $0 == open }) == 1 {
        remark = String(remark.dropFirst().dropLast()).trimmingWhitespace
      }
      return (head, remark.isEmpty ? nil : remark)
    }
    // A word after the last digit, or after 年.
    guard let last = text.lastIndex(where: { $0.isASCII && $0.isNumber || $0 == "年" }) else { return (text, nil) }
    let end = text.index(after: last)
    let rest = String(text[end...]).trimmingWhitespace
    guard !rest.isEmpty, plainRemarks.contains(rest.lowercased()) else { return (text, nil) }
    let head = String(text[..<end])
    let isYearEnd = head.last == "年" && (rest == "底" || rest == "末")
    return (head.trimmingWhitespace, isYearEnd ? "年" + rest : rest)
  }

  /// Whether a remark says that the figure is for a part of the year, so that the year alone would be wrong.
  private static func isPartOfYear(_ remark: String) -> Bool {
    let lower = remark.lowercased()
    if lower.contains("季") || lower.contains("月") || lower.contains("半年") { return true }
    let words = lower.split { !$0.isLetter && !$0.isNumber }
    return words.contains { word in
      PeriodTokens.months[String(word)] != nil
        || word.count == 2 && "qh".contains(word.first ?? " ") && word.last?.isNumber == true
        || ["quarter", "half", "months", "month", "weeks", "spring", "summer", "autumn", "winter"].contains(word)
    }
  }

  private static func saysFiscal(_ remark: String) -> Bool { fiscalRemarks.contains(remark.lowercased()) }

  // MARK: Shapes

  private static func shape(of tokens: PeriodTokens) -> Shape? {
    if let period = tokens.period { return .certain(period) }
    if let pair = tokens.pair { return pair.isCertain ? .certain(pair.period(as: .ranges)) : .pair(pair) }
    return tokens.range.map { .certain(.range($0)) }
  }
}

/// Two years as they are written, or a year and a month: `2009-10`, `2012-2013`, `FY2012/13`.
struct PeriodPair: Hashable, Sendable {
  let first: Int
  /// The second number as written: 10 of `2009-10`, 2013 of `2012-2013`.
  let second: Int
  let join: PeriodJoin
  /// Whether the second has two digits.
  let isShort: Bool
  let isFY: Bool

  /// The second as a year; of two digits the first one that is not before `first`.
  var lastYear: Int {
    guard isShort else { return second }
    let year = first - first % 100 + second
    return year < first ? year + 100 : year
  }

  /// How many years it has if both numbers are years.
  var length: Int { lastYear - first + 1 }

  /// Whether it can only be several years.
  var isCertain: Bool { !isShort && length > 2 && !isFY }

  /// Its possible meanings. No mean is over more than 20 years written with two digits.
  var readings: [PeriodReading] {
    var readings: [PeriodReading] = []
    if isShort, !isFY, join != .to, join != .chineseTo, (1...12).contains(second) { readings.append(.months) }
    if length == 2 { readings.append(.fiscalYears) }
    if !isFY, length > (isShort ? 2 : 1), length <= (isShort ? 20 : 100) { readings.append(.ranges) }
    return readings
  }

  var fiscalYear: Period { .fiscalYear(FiscalYear(first, form: .pair(join, isLong: !isShort, isFY: isFY))) }

  /// `reading` is one of `readings`.
  func period(as reading: PeriodReading) -> Period {
    switch reading {
    case .months: .month(first, month: second)
    case .fiscalYears: fiscalYear
    case .ranges, .years: .range(PeriodRange(years: first...max(first, lastYear), isShort: isShort, join: join))
    }
  }
}

/// An author's statement on the periods of a column: `periods: fiscal-years`.
package enum PeriodReading: String, CaseIterable, Sendable {
  case years
  case fiscalYears = "fiscal-years"
  case months, ranges
}

/// The text of a cell in plain spelling.
private struct PeriodWords {
  var text: String

  /// Digits in ASCII, spaces in one form, and none at the ends.
  init(_ text: String) {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10) + 0x30))
      case 0xA0, 0x2007, 0x202F, 0x3000, 0x09, 0x0A, 0x0D: plain.append(" ")
      case 0x200B...0x200F, 0xFEFF: continue
      case 0x2010, 0x2011, 0x2212: plain.append("-")
      default: plain.append(scalar)
      }
    }
    self.text = String(plain).trimmingWhitespace
  }

  /// Removes what spreadsheets add: the decimals of `2021.0`, the time of `2021-06-30 00:00:00`.
  mutating func dropClock() {
    for ending in [".0", ".00", " 00:00:00", "T00:00:00", " 0:00"] where text.hasSuffix(ending) {
      let rest = text.dropLast(ending.count)
      if ending.first != "." || rest.count == 4 && rest.allSatisfy({ $0.isASCII && $0.isNumber }) {
        text = String(rest)
        return
      }
    }
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmingWhitespace: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
