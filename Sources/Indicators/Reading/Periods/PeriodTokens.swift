import DataFormats

/// The numbers, words and marks of a cell of a period column.
struct PeriodTokens {
  private enum Token: Equatable {
    case digits(String)
    /// In lower case.
    case word(String)
    case join(PeriodJoin)
    /// Between two others that are not joined in another way.
    case space
  }

  private let tokens: ArraySlice<Token>

  private init(_ tokens: ArraySlice<Token>) { self.tokens = tokens }

  init(_ text: String) {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(.digits(String(digits)))
        rest = rest.dropFirst(digits.count)
      } else if first.isASCII, first.isLetter {
        let word = rest.prefix { $0.isASCII && $0.isLetter }
        tokens.append(PeriodTokens.token(word.lowercased()))
        rest = rest.dropFirst(word.count)
      } else if let word = PeriodTokens.chineseWords.first(where: { rest.hasPrefix($0) }) {
        tokens.append(word == "至" || word == "到" ? .join(.chineseTo) : .word(word))
        rest = rest.dropFirst(word.count)
      } else {
        rest = rest.dropFirst()
        switch first {
        case " ": tokens.append(.space)
        case "/": tokens.append(.join(.slash))
        case "-": tokens.append(.join(.hyphen))
        case "–": tokens.append(.join(.enDash))
        case "—": tokens.append(.join(.emDash))
        case "~", "～": tokens.append(.join(.tilde))
        case ".": tokens.append(.word("."))
        default: tokens.append(.word(String(first)))
        }
      }
    }
    self.init(PeriodTokens.withoutSpaces(tokens)[...])
  }

  private static func token(_ word: String) -> Token {
    word == "to" || word == "until" ? .join(.to) : .word(word)
  }

  /// Spaces stay only between two numbers.
  private static func withoutSpaces(_ tokens: [Token]) -> [Token] {
    var kept: [Token] = []
    for (index, token) in tokens.enumerated() {
      guard token == .space else {
        kept.append(token)
        continue
      }
      if case .digits? = kept.last, index + 1 < tokens.count, case .digits = tokens[index + 1] { kept.append(.space) }
    }
    return kept
  }

  private static let chineseWords = [
    "年度", "年", "月份", "月", "日", "第", "季度", "季", "上半年", "下半年", "前三季度", "至", "到", "一", "二", "三", "四",
  ].sorted { ($0.count, $0) > ($1.count, $1) }

  /// By name and by its first three letters.
  static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    var months: [String: Int] = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()

  // MARK: - Numbers

  private func digits(_ index: Int, _ count: ClosedRange<Int>) -> Int? {
    guard index < tokens.count, case .digits(let text) = tokens[tokens.startIndex + index], count.contains(text.count)
    else { return nil }
    return Int(text)
  }

  private func year(_ index: Int) -> Int? { digits(index, 4...4) }

  private func month(_ index: Int) -> Int? {
    if let number = digits(index, 1...2) { return (1...12).contains(number) ? number : nil }
    return word(index).flatMap { PeriodTokens.months[$0] }
  }

  private func word(_ index: Int) -> String? {
    guard index < tokens.count, case .word(let text) = tokens[tokens.startIndex + index] else { return nil }
    return text
  }

  private func join(_ index: Int) -> PeriodJoin? {
    guard index < tokens.count, case .join(let join) = tokens[tokens.startIndex + index] else { return nil }
    return join
  }

  private func isSpace(_ index: Int) -> Bool { index < tokens.count && tokens[tokens.startIndex + index] == .space }

  /// The tokens without those at `index`.
  private func without(_ index: Int) -> PeriodTokens {
    var rest = Array(tokens)
    rest.remove(at: index)
    return PeriodTokens(rest[...])
  }

  // MARK: - One period

  /// A single period, whatever the rest of its column says; nil for anything else.
  var period: Period? {
    guard !tokens.isEmpty else { return nil }
    if let year = year(0) { return period(in: year) ?? fiscalPart }
    if word(0) == "fy", tokens.count == 2, let year = year(1) { return .fiscalYear(FiscalYear(named: year)) }
    // June 2021, Jun-2021; Q3 2021, H1/2021.
    let mark = tokens.count - 2
    let hasMark = mark > 0 && (join(mark) == .hyphen || join(mark) == .slash || isSpace(mark))
    guard let year = year(tokens.count - 1) else { return fiscalPart }
    let head = PeriodTokens(tokens.dropLast(hasMark ? 2 : 1))
    if head.tokens.count == 1, let month = head.word(0).flatMap({ PeriodTokens.months[$0] }) {
      return .month(year, month: month)
    }
    return head.part(of: year) ?? fiscalPart
  }

  /// `FY2026 Q2`, `Q2 FY2026`, `2025/26 Q2`, `H1 2025-26`: which part of a budget year. Years joined by a word are
  /// several.
  private var fiscalPart: Period? {
    guard tokens.count > 3 else { return nil }
    func isGap(_ token: Token?) -> Bool { token == .space || token == .join(.hyphen) }
    var rest = tokens.dropFirst(2)
    var part = PeriodTokens(tokens.prefix(2)).yearPart
    if part == nil {
      rest = tokens.dropLast(2)
      part = PeriodTokens(tokens.suffix(2)).yearPart
      if isGap(rest.last) { rest.removeLast() }
    } else if isGap(rest.first) {
      rest.removeFirst()
    }
    guard let part else { return nil }
    let year = PeriodTokens(rest)
    if year.word(0) == "fy", rest.count == 2, let name = year.year(1) {
      return .fiscalPart(FiscalYear(named: name), part)
    }
    guard let pair = year.pair, pair.length == 2, pair.join != .to, pair.join != .chineseTo,
      case .fiscalYear(let fiscal) = pair.fiscalYear
    else { return nil }
    return .fiscalPart(fiscal, part)
  }

  /// The period that begins with a year.
  private func period(in year: Int) -> Period? {
    if tokens.count == 1 { return .year(year) }
    if let word = word(1), word == "年" || word == "年度" {
      return PeriodTokens(tokens.dropFirst(2)).chinesePart(of: year)
    }
    if word(1) == "上半年" || word(1) == "下半年" || word(1) == "前三季度" {
      return PeriodTokens(tokens.dropFirst()).chinesePart(of: year)
    }
    if isSpace(1), tokens.count == 3, digits(2, 2...2) != nil, let month = month(2) {
      return .month(year, month: month)
    }
    let rest = PeriodTokens(tokens.dropFirst(join(1) == .hyphen || isSpace(1) ? 2 : 1))
    if let part = rest.part(of: year) { return part }
    if rest.tokens.count == 1, let name = rest.word(0), let month = PeriodTokens.months[name] {
      return .month(year, month: month)
    }
    // 2021M06.
    if rest.tokens.count == 2, rest.word(0) == "m", let month = rest.month(1) { return .month(year, month: month) }
    guard let mark = join(1), mark == .hyphen || mark == .slash else { return nil }
    if tokens.count == 3, digits(2, 1...1) != nil, let month = month(2) { return .month(year, month: month) }
    guard tokens.count == 5, join(3) == mark, let month = digits(2, 1...2), let day = digits(4, 1...2) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day).map(Period.day)
  }

  /// `Q3`, `3Q`, `H1`, `1H`.
  private func part(of year: Int) -> Period? {
    switch yearPart {
    case .quarter(let quarter): .quarter(year, quarter: quarter)
    case .half(let half): .half(year, half: half)
    case nil: nil
    }
  }

  private var yearPart: YearPart? {
    guard tokens.count == 2, let letter = word(0) ?? word(1), let number = digits(0, 1...1) ?? digits(1, 1...1) else {
      return nil
    }
    switch letter {
    case "q" where (1...4).contains(number): return .quarter(number)
    case "h" where (1...2).contains(number): return .half(number)
    default: return nil
    }
  }

  /// The period of the text after `2021年`: nothing, `6月`, `6月30日`, `第3季度`, `上半年`, `1-9月`.
  private func chinesePart(of year: Int) -> Period? {
    if tokens.isEmpty { return .year(year) }
    if tokens.count == 1 {
      switch word(0) {
      case "上半年": return .half(year, half: 1)
      case "下半年": return .half(year, half: 2)
      case "前三季度":
        return .range(PeriodRange(year, statedStart: 1, months: 9, unit: .months, join: .hyphen))
      default: return nil
      }
    }
    let isMonth = { (index: Int) in word(index) == "月" || word(index) == "月份" }
    if let month = digits(0, 1...2), isMonth(1), (1...12).contains(month) {
      if tokens.count == 2 { return .month(year, month: month) }
      guard tokens.count == 4, let day = digits(2, 1...2), word(3) == "日" else { return nil }
      return CalendarDate(year: year, month: month, day: day).map(Period.day)
    }
    if let first = month(0), join(1) != nil, let last = month(2), tokens.count == 4, isMonth(3), first < last {
      return .range(PeriodRange(year, statedStart: first, months: last - first + 1, unit: .months, join: .hyphen))
    }
    let quarter = word(0) == "第" ? without(0) : self
    guard quarter.tokens.count == 2, quarter.word(1) == "季度" || quarter.word(1) == "季",
      let number = quarter.digits(0, 1...1)
        ?? ["一", "二", "三", "四"].firstIndex(of: quarter.word(0)).map({ $0 + 1 }), (1...4).contains(number)
    else { return nil }
    return .quarter(year, quarter: number)
  }

  // MARK: - Two numbers

  /// `2009-10`, `2012-2013`, `FY2012/13`; nil for anything else, and for two years if the second is not later.
  var pair: PeriodPair? {
    let isFY = word(0) == "fy"
    let rest = isFY ? PeriodTokens(tokens.dropFirst()) : self
    guard rest.tokens.count == 3, let first = rest.year(0), let join = rest.join(1) else { return nil }
    if let second = rest.year(2) {
      guard second > first, second - first < 100 else { return nil }
      return PeriodPair(first: first, second: second, join: join, isShort: false, isFY: isFY)
    }
    guard let second = rest.digits(2, 2...2) else { return nil }
    let pair = PeriodPair(first: first, second: second, join: join, isShort: true, isFY: isFY)
    return pair.readings.isEmpty ? nil : pair
  }

  /// `2007/08 to 2008/09`, `2020-04 to 2021-03`, `2021 Q1 - 2021 Q3`, `2021年至2023年`.
  var range: PeriodRange? {
    for index in tokens.indices {
      guard case .join(let join) = tokens[index],
        let first = PeriodTokens(tokens[..<index]).end, let last = PeriodTokens(tokens[(index + 1)...]).end,
        let from = first.months, let to = last.months, from.count == to.count, from.first < to.first
      else { continue }
      let months = to.first + to.count - from.first
      guard months <= 1200 else { return nil }
      switch (first, last) {
      case (.year(let year), .year(let last)):
        return PeriodRange(years: year...last, isShort: false, join: join)
      case (.fiscalYear(let year), .fiscalYear):
        return PeriodRange(year.year, statedStart: nil, months: months, unit: .fiscalYears, join: join)
      case (.month, .month), (.quarter, .quarter), (.half, .half):
        return PeriodRange(first.year, statedStart: from.first % 12 + 1, months: months, unit: .months, join: join)
      default: continue
      }
    }
    return nil
  }

  /// One end of a range. Two years there are a budget year, and a year with two digits after a hyphen a month.
  private var end: Period? {
    if let period { return period }
    guard let pair else { return nil }
    if pair.length == 2, pair.join == .slash { return pair.fiscalYear }
    return pair.isShort && pair.join == .hyphen && (1...12).contains(pair.second)
      ? .month(pair.first, month: pair.second) : nil
  }
}

extension [String] {
  fileprivate func firstIndex(of word: String?) -> Int? { word.flatMap { word in firstIndex { $0 == word } } }
}
