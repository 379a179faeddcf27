import DataFormats
import Diagnostics

extension FieldReader {
  mutating func period(_ key: FieldKey) -> Period? {
    node(key).flatMap { period($0) }
  }

  func period(_ node: YAMLNode) -> Period? {
    if let text = node.asScalar, let period = Period(text.value) { return period }
    report(
      .indicatorPeriod, "\(node.asScalar.map { "'\($0.value)'" } ?? node.kindInWords) is not a period",
      hint: Period.hint(for: node.asScalar?.value ?? ""), at: node.range)
    return nil
  }

  /// Reads the time of a milestone, which may be a day.
  package mutating func dayOrPeriod(_ key: FieldKey) -> Period? {
    node(key).flatMap { dayOrPeriod($0) }
  }

  package func dayOrPeriod(_ node: YAMLNode) -> Period? {
    guard let text = node.asScalar else { return period(node) }
    return dayOrPeriod(text)
  }

  package func dayOrPeriod(_ text: Located<String>) -> Period? {
    guard CalendarDate.isWrittenAsDate(text.value) else { return period(text) }
    if let date = CalendarDate(text.value) { return .day(date) }
    report(.indicatorPeriod, "'\(text.value)' is a day that does not exist", at: text.range)
    return nil
  }

  /// Reads one period or a list of them.
  mutating func periods(_ key: FieldKey) -> [Period] {
    guard let node = node(key) else { return [] }
    return (node.asSequence ?? [node]).compactMap { period($0) }
  }

  /// Reads `notes: {2020: …}`, a note for each period.
  mutating func periodTexts(_ key: FieldKey) -> [(period: Period, text: String)] {
    guard let node = node(key) else { return [] }
    guard let entries = node.asMapping else {
      report(
        .wrongType, "'\(key)' needs the period of each note",
        hint: "write '\(key): {2020: …}', or 'note: …' for a note on the whole indicator",
        at: node.range)
      return []
    }
    return entries.compactMap { entry in
      guard !entry.value.isNull else {
        reportEmpty(entry)
        return nil
      }
      guard let text = entry.value.asScalar?.value else {
        report(.wrongType, "a note must be text", at: entry.value.range)
        return nil
      }
      return dayOrPeriod(entry.key).map { ($0, text) }
    }
  }

  func period(_ key: Located<String>) -> Period? {
    if let period = Period(key.value) { return period }
    report(
      .indicatorPeriod, "'\(key.value)' is not a period",
      hint: hintOnFullWidth(at: key.range) ?? Period.hint(for: key.value), at: key.range)
    return nil
  }
}

extension Period {
  /// The hint of every finding about a text that is not a period: what was meant, where that is plain.
  static func hint(for text: String) -> Message {
    if let meant = meant(by: text) { return "write '\(meant)'" }
    if text.contains("日"), let day = CalendarDate.meant(by: text) { return "write '\(day.description)'" }
    guard text.contains("：") else {
      return "write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011"
    }
    return "write ': ' and ', ' instead of '：' and '，', as in '{2021: 3, 2022: 4}'"
  }

  /// `2021年`, `2021年6月`, `2021.6`, `2021年第二季度` as planpress writes them.
  private static func meant(by text: String) -> String? {
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
          if scalar.properties.isWhitespace { return nil }
          return (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
        }))
    let year = plain.prefix(4)
    guard year.count == 4, year.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    var rest = plain.dropFirst(4)
    // 20211 is a slip, and no month.
    guard rest.first.map({ !$0.isNumber }) ?? true else { return nil }
    if rest.first == "年" { rest = rest.dropFirst() }
    var meant = String(year)
    if let match = rest.wholeMatch(of: /[-.\/]?([0-9]{1,2})月?(份)?/), let month = Int(match.output.1),
      (1...12).contains(month)
    {
      meant += month < 10 ? "-0\(month)" : "-\(month)"
    } else if let match = rest.wholeMatch(of: /第?([一二三四1-4])季度?/) {
      let quarters: [Substring: Int] = ["一": 1, "二": 2, "三": 3, "四": 4]
      meant += " Q\(quarters[match.output.1] ?? Int(match.output.1) ?? 1)"
    } else if !rest.isEmpty && rest != "度" && rest != "底" && rest != "末" {
      return nil
    }
    return meant != text && Period(meant) != nil ? meant : nil
  }
}
