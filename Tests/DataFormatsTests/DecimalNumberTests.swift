import Bytes
import TestSupport
import Testing

@testable import DataFormats

@Suite("Numbers and dates as written")
struct DecimalNumberTests {
  @Test(
    "Decimals are counted as written, with the exponent",
    arguments: [
      ("0", 0, 0), ("1.50", 1.5, 2), ("-3", -3, 0), ("+3.0", 3, 1), (".5", 0.5, 1), ("1.", 1, 0), ("007", 7, 0),
      ("2e3", 2000, 0), ("1.25e1", 12.5, 1), ("15e-1", 1.5, 1), ("1.5E+3", 1500, 0), ("0.1", 0.1, 1),
      ("999999999999999", 999_999_999_999_999, 0), ("0.123456789012", 0.123456789012, 12), ("15e13", 15e13, 0),
      ("000000000000000000000012.5", 12.5, 1),
    ] as [(String, Double, Int)])
  func reads(_ text: String, _ value: Double, _ decimals: Int) {
    #expect(DecimalNumber(text) == DecimalNumber(value: value, decimals: decimals))
  }

  @Test(
    "A number that a double does not hold as written keeps its text, as a JSON number",
    arguments: [
      ("9007199254740993", "9007199254740993", true, 0), ("+009007199254740993", "9007199254740993", true, 0),
      ("123456789.987654321", "123456789.987654321", false, 9),
      ("-.12345678901234567", "-0.12345678901234567", false, 17),
      ("1000000000000000", "1000000000000000", true, 0), ("1e308", "1e308", true, 0),
      ("-1.5E+308", "-1.5e308", true, 0),
      ("5e-324", "5e-324", false, 324), ("12345678901234567.", "12345678901234567", true, 0),
      ("1.0000000000000000", "1.0000000000000000", false, 16), ("0.0000000000001", "0.0000000000001", false, 13),
    ] as [(String, String, Bool, Int)])
  func long(_ text: String, _ long: String, _ isTooLarge: Bool, _ decimals: Int) throws {
    let number = try #require(DecimalNumber(text))
    #expect(number.longText == long)
    #expect(number.isInRange != isTooLarge)
    #expect(number.decimals == decimals)
    #expect(number.value == Double(text))
    #expect(ByteBuffer.text { $0.append(jsonNumber: number) } == long)
    #expect(number.magnitude.longText == long.replacing("-", with: "", maxReplacements: long.hasPrefix("-") ? 1 : 0))
  }

  @Test(
    "Text that is not a decimal number is rejected, with a likely repair",
    arguments: [
      ("", nil), (".", nil), ("-", nil), ("+-1", nil), ("1e", "write 1, and 'e' as its note"), ("e5", nil),
      ("abc", nil), (".inf", nil),
      ("nan", nil),
      ("0x1F", nil), ("1e999", nil), ("1e-99999999999999999999", nil), ("1.2.3", nil), ("约3", nil),
      ("1,234.5", "write 1234.5"), ("1_000", "write 1000"), (" 12", "write 12"), ("10 000", "write 10000"),
      ("１．５", "write 1.5"), ("−3", "write -3"),
      ("15%", "write the number without '%', which belongs in the unit"),
      // A comma or a point may separate decimals.
      ("12,5", "write 12.5"), ("0,75", "write 0.75"), ("1.234,5", "write 1234.5"),
      ("-1.234.567,89", "write -1234567.89"),
      ("1 234,5", "write 1234.5"), ("1'234.50", "write 1234.50"), ("0,750", "write 0.750"),
      ("12,5％", "write 12.5 without '%', which belongs in the unit"),
      ("1,234", "write 1234 if the comma groups thousands, or 1.234 if it begins the decimals"),
      ("１，２３４", "write 1234 if the comma groups thousands, or 1.234 if it begins the decimals"),
      ("1,234,567", "write 1234567"), ("1.234.567", "write 1234567"), ("12,34,567", nil), ("1,2,3", nil), ("5,", nil),
      ("10 00", nil), ("1,234,5", nil), ("1.234,567.8", nil),
      // Marks belong in a note.
      ("12.3*", "write 12.3, and '*' as its note"), ("12.3 (p)", "write 12.3, and '(p)' as its note"),
      ("12.3p", "write 12.3, and 'p' as its note"), ("12,3 e", "write 12.3, and 'e' as its note"),
      ("12.3¹", "write 12.3, and '¹' as its note"),
      ("1,234 †", "write 1234 if the comma groups thousands, or 1.234 if it begins the decimals, and '†' as its note"),
      ("12.3k", nil), ("12.3万", nil), ("12.3 (million)", nil), ("12.3 km", nil), ("5 p1", nil),
      // A suppressed count is no value.
      ("<5", "leave the value empty and write '<5' as its note: a bound is not a value"),
      ("> 95", "leave the value empty and write '> 95' as its note: a bound is not a value"),
      ("≤ 0,5", "leave the value empty and write '≤ 0,5' as its note: a bound is not a value"), ("<b", nil),
      ("<5*", "leave the value empty and write '<5*' as its note: a bound is not a value"),
      (">95%", "leave the value empty and write '>95%' as its note: a bound is not a value"),
      ("–3", "write -3"), ("—4,5", "write -4.5"), ("–", nil),
      ("(12)", "write -12 if the brackets mean a negative number, else 12"), ("(a)", nil),
      ("$12", "write 12 without '$', which belongs in the unit"),
      ("€ 1.234,5", "write 1234.5 without '€', which belongs in the unit"), ("￥", nil),
      ("7.5^a", "write 7.5, and '^a' as its note"), ("7.5^", nil), ("7^10x", nil),
      ("12.3\u{200B}", "write 12.3, without the invisible character U+200B"),
      ("\u{FEFF}1.5", "write 1.5, without the invisible character U+FEFF"),
    ] as [(String, String?)])
  func refuses(_ text: String, _ hint: String?) {
    #expect(DecimalNumber(text) == nil)
    #expect(DecimalNumber.hint(for: text)?.english == hint)
  }

  @Test(
    "Where only whole numbers are valid, no hint has decimals",
    arguments: [
      ("2,021", "write 2021"), ("2 021", "write 2021"), ("12,5", nil), ("1.234,5", nil), ("1.234.567", "write 1234567"),
    ]
      as [(String, String?)])
  func wholeHints(_ text: String, _ hint: String?) {
    #expect(DecimalNumber.hint(for: text, isWhole: true)?.english == hint)
  }

  @Test("A hint never changes the digits of a number", .randomInput)
  func randomHints() {
    let input = RandomInput(seed: 13, rounds: 20_000)
    var random = input.generator
    let parts = ["0", "1", "7", "25", "234", ",", ".", " ", "-", "%", "*", "p", "(e)", "<", "\u{200B}", "'", "_", "５"]
    for _ in 0..<input.rounds {
      let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
      guard DecimalNumber(text) == nil, let hint = DecimalNumber.hint(for: text)?.english,
        let word = hint.split(separator: " ").dropFirst().first,
        DecimalNumber(String(word).replacing(",", with: "")) != nil
      else { continue }
      let number = hint.contains("(e)") || hint.contains("note") ? text.prefix { $0 != "(" } : text[...]
      let digits = number.replacing("５", with: "5").filter { ("0"..."9").contains($0) }
      #expect(word.filter { ("0"..."9").contains($0) } == digits, "\(text): \(hint)")
    }
  }

  @Test(
    "Existing days are parsed",
    arguments: [
      ("2021-03-11", "2021-03-11"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
      ("2021-03-11T10:00:00+08:00", "2021-03-11"), ("2021-03-11 10:00", "2021-03-11"), ("0001-01-01", "0001-01-01"),
      ("2023-02-29", nil), ("1900-02-29", nil), ("2021-04-31", nil), ("2021-13-01", nil), ("2021-00-01", nil),
      ("2021-01-00", nil), ("0000-01-01", nil), ("2021-3-11", nil), ("2021-03-11x", nil), ("2021/03/11", nil),
      ("2021-03-11T", nil), ("２021-03-11", nil), ("", nil),
    ] as [(String, String?)])
  func dates(_ text: String, _ expected: String?) {
    #expect(CalendarDate(text)?.description == expected)
  }

  @Test("Dates are ordered")
  func order() throws {
    let texts = ["2020-12-31", "2021-01-01", "2021-01-02", "2021-02-01"]
    #expect(try texts.reversed().map { try #require(CalendarDate($0)) }.sorted().map(\.description) == texts)
  }
}
