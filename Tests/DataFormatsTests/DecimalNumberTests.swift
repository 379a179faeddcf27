import DataFormats
import Testing

@Suite("Numbers and dates as written")
struct DecimalNumberTests {
  @Test(
    "Decimals are counted as written, with the exponent",
    arguments: [
      ("0", 0, 0), ("1.50", 1.5, 2), ("-3", -3, 0), ("+3.0", 3, 1), (".5", 0.5, 1), ("1.", 1, 0), ("007", 7, 0),
      ("2e3", 2000, 0), ("1.25e1", 12.5, 1), ("15e-1", 1.5, 1), ("1.5E+3", 1500, 0), ("0.1", 0.1, 1),
      ("9007199254740993", 9_007_199_254_740_992, 0), ("123456789.987654321", 123_456_789.987654321, 9),
    ] as [(String, Double, Int)])
  func reads(_ text: String, _ value: Double, _ decimals: Int) {
    #expect(DecimalNumber(text) == DecimalNumber(value: value, decimals: decimals))
  }

  @Test(
    "Text that is not a decimal number is rejected, with a likely repair",
    arguments: [
      ("", nil), (".", nil), ("-", nil), ("+-1", nil), ("1e", nil), ("e5", nil), ("abc", nil), (".inf", nil),
      ("nan", nil),
      ("0x1F", nil), ("1e999", nil), ("1e-99999999999999999999", nil), ("1.2.3", nil), ("约3", nil),
      ("1,234.5", "write 1234.5"), ("1_000", "write 1000"), (" 12", "write 12"), ("10 000", "write 10000"),
      ("１．５", "write 1.5"), ("−3", "write -3"),
      ("15%", "write the number without '%', which belongs in the unit"),
    ] as [(String, String?)])
  func refuses(_ text: String, _ hint: String?) {
    #expect(DecimalNumber(text) == nil)
    #expect(DecimalNumber.hint(for: text) == hint)
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
