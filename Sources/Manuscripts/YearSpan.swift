/// The years that a text joins: `2026-2030`, `2026 to 2030`, `2025/30`, `FY2025 to FY2029`, 2026年至2030年,
/// `1 April 2026 to 31 March 2031`.
struct YearSpan {
  let years: ClosedRange<Int>
  /// Tokens of the text before and after the span.
  let before, after: Int

  private enum Token: Equatable {
    /// Four digits.
    case year(Int)
    /// Any other digits.
    case number(String)
    /// In lower case.
    case word(String)
    case sign(Unicode.Scalar)
  }

  /// The spans of a text, in order.
  static func all(in text: String) -> [YearSpan] {
    let tokens = tokens(of: text)
    var spans: [YearSpan] = []
    var index = 0
    while index < tokens.count {
      if let (years, end) = span(tokens, at: index) {
        spans.append(YearSpan(years: years, before: index, after: tokens.count - end))
        index = end
      } else {
        index += 1
      }
    }
    return spans
  }

  // MARK: Reading

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var run = ""
    var isDigits = false
    func end() {
      guard !run.isEmpty else { return }
      if !isDigits {
        tokens.append(.word(run.lowercased()))
      } else if run.utf8.count == 4, let year = Int(run), (1990..<2100).contains(year) {
        tokens.append(.year(year))
      } else {
        tokens.append(.number(run))
      }
      run = ""
    }
    for scalar in text.unicodeScalars {
      // Full-width digits are digits.
      let plain = (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      let isDigit = ("0"..."9").contains(plain)
      let isLetter = !plain.isWide && plain.properties.isAlphabetic
      guard isDigit || isLetter else {
        end()
        if !isSpace(plain), plain != "\n" { tokens.append(.sign(plain)) }
        continue
      }
      if isDigit != isDigits { end() }
      isDigits = isDigit
      run.unicodeScalars.append(plain)
    }
    end()
    return tokens
  }

  private static let dashes = Set("-‐‑‒–—−~～〜－至到".unicodeScalars)
  private static let links: Set<String> = ["to", "through", "thru", "until", "till", "bis"]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
  /// Words between a day or a link and a year.
  private static let fillers: Set<String> = [
    "the", "end", "of", "st", "nd", "rd", "th", "fiscal", "financial", "year", "fy", "start", "beginning", "and",
    "including",
  ]
  private static let chinese = Set("年月日初底末起".unicodeScalars)

  private static func token(_ tokens: [Token], _ index: Int) -> Token? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  private static func span(_ tokens: [Token], at start: Int) -> (ClosedRange<Int>, end: Int)? {
    guard let first = year(tokens, at: start) else { return nil }
    if let short = shortSpan(tokens, from: first) { return short }
    var index = first.end
    // 2026年4月1日至…; the years of a fiscal year were read with it.
    while isPartOfDate(token(tokens, index)) { index += 1 }
    let isBetween = (max(0, start - 4)..<start).contains { tokens[$0] == .word("between") }
    switch token(tokens, index) {
    case .sign(let sign) where dashes.contains(sign):
      while case .sign(let sign) = token(tokens, index), dashes.contains(sign) { index += 1 }
    case .word(let word) where links.contains(word) || word == "and" && isBetween: index += 1
    default: return nil
    }
    let limit = index + 6
    while index < limit, year(tokens, at: index) == nil {
      switch token(tokens, index) {
      case .word(let word) where fillers.contains(word) || months.contains(word): index += 1
      case .number(let digits) where digits.utf8.count <= 2: index += 1
      default: return nil
      }
    }
    guard let last = year(tokens, at: index) else { return nil }
    let end = last.isFiscal ? last.year + 1 : last.year
    var after = last.end
    while isPartOfDate(token(tokens, after)) { after += 1 }
    return isSpan(first.year, end) ? (first.year...end, after) : nil
  }

  private static func isSpan(_ first: Int, _ last: Int) -> Bool { last > first && last - first <= 40 }

  private static func isPartOfDate(_ token: Token?) -> Bool {
    switch token {
    case .sign(let sign): chinese.contains(sign)
    case .number(let digits): digits.utf8.count <= 2
    default: false
    }
  }

  /// A year, also as `FY25` and, with `isFiscal`, as `2025/26`.
  private static func year(_ tokens: [Token], at index: Int) -> (year: Int, end: Int, isFiscal: Bool)? {
    var index = index
    let isNamed = token(tokens, index) == .word("fy")
    if isNamed { index += 1 }
    let first: Int
    switch token(tokens, index) {
    case .year(let year): first = year
    case .number(let digits) where isNamed && digits.utf8.count == 2: first = 2000 + (Int(digits) ?? 0)
    default: return nil
    }
    if isFollowed(tokens, index, by: (first + 1) % 100) { return (first, index + 3, true) }
    return (first, index + 1, false)
  }

  private static func isFollowed(_ tokens: [Token], _ index: Int, by short: Int) -> Bool {
    guard case .sign(let sign) = token(tokens, index + 1), sign == "/" || dashes.contains(sign),
      case .number(let digits) = token(tokens, index + 2)
    else { return false }
    return digits.utf8.count == 2 && Int(digits) == short
  }

  /// 2025/30 and 2025–30. 2025-12-31 is a date, and 2025/26 a single year.
  private static func shortSpan(
    _ tokens: [Token], from first: (year: Int, end: Int, isFiscal: Bool)
  ) -> (ClosedRange<Int>, end: Int)? {
    guard !first.isFiscal, case .sign(let sign) = token(tokens, first.end), sign == "/" || dashes.contains(sign),
      case .number(let digits) = token(tokens, first.end + 1), digits.utf8.count == 2, let short = Int(digits),
      short > first.year % 100 + 1
    else { return nil }
    switch token(tokens, first.end + 2) {
    case .sign(let next) where next == "/" || next == "." || next == "%" || dashes.contains(next) || next == "月":
      return nil
    case .word(let word) where months.contains(word): return nil
    default: break
    }
    let last = first.year / 100 * 100 + short
    return isSpan(first.year, last) ? (first.year...last, first.end + 2) : nil
  }
}
