import DataFormats
import Indicators
import Testing
import Words

@Suite("Number formats")
struct NumberFormatTests {
  @Test(
    "A number keeps its written decimals, unless a precision is stated",
    arguments: [
      ("0", nil, "0"), ("12", nil, "12"), ("1.50", nil, "1.50"), ("-3", nil, "−3"), ("-0.0", nil, "0.0"),
      ("12", 1, "12.0"), ("1.25", 1, "1.3"), ("1.35", 1, "1.4"), ("-1.25", 1, "−1.3"), ("0.04", 1, "0.0"),
      ("-0.04", 1, "0.0"), ("9.96", 1, "10.0"), ("99999.5", 0, "100,000"), ("0.5", 0, "1"), ("0.49", 0, "0"),
      ("0.30", 5, "0.30000"), ("5", 1, "5.0"), ("-5", 2, "−5.00"), ("0.05", nil, "0.05"), ("-0.05", nil, "−0.05"),
      ("67.00", 9, "67.000000000"),
      // longer than a double
      ("0.12345678901234567", nil, "0.12345678901234567"), ("0.12345678901234567", 2, "0.12"),
      ("-1234567.8901234567", nil, "−1,234,567.8901234567"), ("12345678901.123456", 6, "12,345,678,901.123456"),
      ("9007199254740993", 1, "9,007,199,254,740,993"), ("1e308", 2, "1e308"), ("-1.5e308", nil, "−1.5e308"),
      ("5e-324", nil, "5e−324"), ("5e-324", 1, "0.0"),
      // 2.675 and 1.005 are slightly less in binary
      ("2.675", 2, "2.68"), ("1.005", 2, "1.01"), ("-1.005", 2, "−1.01"), ("1.0049", 2, "1.00"),
    ] as [(String, Int?, String)])
  func precision(_ written: String, _ precision: Int?, _ expected: String) throws {
    #expect(NumberFormat.text(try #require(DecimalNumber(written)), precision: precision, .chinese) == expected)
  }

  @Test(
    "Digits are grouped by three, from 10,000 on in Chinese and from 1,000 on in English",
    arguments: [
      ("999", "999"), ("1000", "1000"), ("2021", "2021"), ("9999.5", "9999.5"), ("10000", "10,000"),
      ("-10000", "−10,000"), ("123456", "123,456"), ("1234567.89", "1,234,567.89"), ("-69541", "−69,541"),
      ("1e6", "1,000,000"), ("1e-7", "0.0000001"), ("1210207200000000", "1,210,207,200,000,000"),
      ("12345678901234567", "12,345,678,901,234,567"), ("-9007199254740993", "−9,007,199,254,740,993"),
      ("100000000000000000000000000", "100,000,000,000,000,000,000,000,000"),
    ])
  func grouping(_ written: String, _ expected: String) throws {
    #expect(NumberFormat.text(try #require(DecimalNumber(written)), .chinese) == expected)
  }

  @Test(
    "Computed numbers are rounded half away from zero",
    arguments: [
      (0.866666, 2, "0.87"), (1.005, 2, "1.01"), (-0.5, 0, "−1"), (14.05, 1, "14.1"), (3, 2, "3.00"),
      (0.1 + 0.2, 1, "0.3"),
      (2_251_799_813_685_249, 0, "2,251,799,813,685,249"), (123_456_789_012_345, 9, "123,456,789,012,345.00000"),
    ])
  func computed(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(NumberFormat.text(value, decimals: decimals, .chinese) == expected)
  }

  @Test(
    "Percentages are whole; only 1 or more is 100 %, and only 0 is 0 %",
    arguments: [
      (0.63, "63%"), (0.627, "63%"), (0.994, "99%"), (0.996, "99%"), (1, "100%"), (0.9999999999, "100%"),
      (1.004, "100%"), (1.7017, "170%"), (0, "0%"), (0.004, "<1%"), (0.005, "1%"), (-0.004, ">−1%"), (-0.1, "−10%"),
      (0.29, "29%"), (12.345, "1235%"), (123.45, "12,345%"), (0.1 + 0.2 - 0.3, "0%"), (0.3 - 0.1 - 0.2, "0%"),
    ])
  func percent(_ share: Double, _ expected: String) {
    #expect(NumberFormat.percent(share, .english) == expected)
  }

  @Test("A space separates the number only from units in Latin letters")
  func units() {
    let figures: [(unit: String?, text: String)] = [
      ("件", "5件"), ("万人", "5万人"), ("million", "5 million"), ("score 0-100", "5 score 0-100"), ("%", "5%"),
      ("% of population", "5% of population"), ("‰", "5‰"), ("℃", "5℃"), ("°C", "5°C"), (nil, "5"), ("", "5"),
    ]
    for figure in figures { #expect(IndicatorWords.figure("5", unit: figure.unit, .english) == figure.text) }
  }

  @Test("A difference of shares is in percentage points; other differences are in the unit")
  func differences() throws {
    let share = try indicator("unit: '%', target: 65, values: {2021: 60.64}")
    #expect(IndicatorWords.difference(1.456, of: share, .chinese) == "1.46个百分点")
    #expect(IndicatorWords.difference(-0.3, of: share, .english) == "−0.30 percentage points")
    let whole = try indicator("unit: '%', target: 65, values: {2021: 60}")
    #expect(IndicatorWords.difference(1, of: whole, .english) == "1 percentage point")
    #expect(IndicatorWords.difference(2, of: whole, .english) == "2 percentage points")
    #expect(IndicatorWords.computed(65.004, of: share, .chinese) == "65.00%")
    let pieces = try indicator("unit: 件, target: 12, values: {2021: 7}")
    #expect(IndicatorWords.difference(1.456, of: pieces, .chinese) == "1.5件")
  }

  @Test(
    "In English, digits are grouped by three from 1,000 on",
    arguments: [
      ("999", "999"), ("1000", "1,000"), ("-4600", "−4,600"), ("9999.5", "9,999.5"), ("10000", "10,000"),
      ("9007199254740993", "9,007,199,254,740,993"),
    ])
  func englishGrouping(_ written: String, _ expected: String) throws {
    #expect(NumberFormat.text(try #require(DecimalNumber(written)), .english) == expected)
  }

  @Test(
    "A computed number has as many decimals as the figures, and two digits at least if those are whole",
    arguments: [
      ("target: 12, values: {2021: 7}", 2.123456, "2.1"), ("target: 12, values: {2021: 7}", 370, "370"),
      ("target: 12, values: {2021: 7}", 370.4, "370"), ("target: 12, values: {2021: 7}", 44.0, "44"),
      ("target: 12, values: {2021: 7}", 4.0, "4"), ("target: 12, values: {2021: 7}", 0.3333, "0.33"),
      ("target: 12, values: {2021: 7}", -0.5, "−0.5"), ("target: 12, values: {2021: 7}", 0, "0"),
      ("target: 12, values: {2021: 7.25}", 2.123456, "2.12"), ("target: 12, values: {2021: 7.2}", 5, "5.0"),
      ("baseline: 6.250, target: 12, values: {2021: 7.25}", 2.123456, "2.123"),
      ("target: 12, values: {2021: 7.12345}", 2.123456, "2.123"),
      ("precision: 0, target: 12, values: {2021: 7.25}", 2.123456, "2"),
      ("precision: 3, target: 12, values: {2021: 7.2}", 2.123456, "2.123"),
      // the very small
      ("target: 0.0009, values: {2021: 0.00012}", 0.000045678, "0.000046"),
      ("target: 9, values: {2021: 1.2}", 0.0123, "0.01"), ("target: 9, values: {2021: 1.2}", 0.1 + 0.2 - 0.3, "0.0"),
      ("precision: 1, target: 9, values: {2021: 1.2}", 0.0123, "0.0"),
    ] as [(String, Double, String)])
  func computedDecimals(_ fields: String, _ value: Double, _ expected: String) throws {
    #expect(IndicatorWords.computed(value, of: try indicator(fields), .english) == expected)
  }

  @Test(".0 after three whole figures or more is not shown, unless a precision asks for it")
  func spreadsheetZeros() throws {
    let numbers = { IndicatorWords.numbers(of: try indicator($0), .english) }
    #expect(try numbers("target: 500000, values: [424778.0, 424800.0, 430000.0]") == "424,778 → 424,800 → 430,000")
    // From 1,000 on, one figure is enough; a figure that is not whole keeps the decimals of all.
    #expect(try numbers("target: 500000, values: [1412000000.0]") == "1,412")
    #expect(try numbers("target: 5000, values: [1412.0, 1413.5]") == "1,412.0 → 1,413.5")
    #expect(try numbers("target: 50, values: [44.0]") == "44.0")
    #expect(try numbers("target: 9, values: [5.0, 6.0, 7.5]") == "5.0 → 6.0 → 7.5")
    #expect(try numbers("target: 9, values: [5.0, 6.0]") == "5.0 → 6.0")
    #expect(try numbers("target: 9, baseline: 4.3, values: [5.0, 6.0, 7.0]") == "5.0 → 6.0 → 7.0")
    #expect(try numbers("precision: 1, target: 9, values: [5, 6, 7.0]") == "5.0 → 6.0 → 7.0")
  }

  @Test(
    "An axis or a column has one scale, which its head names",
    arguments: [
      (99_999, "km", .english, nil, nil), (100_000, "km", .english, "thousand km", nil),
      (99_999_999, "km", .english, "million km", nil), (100_000_000, "km", .english, "million km", "million km"),
      (2.5e12, "CNY", .english, "billion CNY", "billion CNY"), (1e6, nil, .english, "million", nil),
      (100_000, "千米", .chinese, nil, nil), (100_000, "米", .chinese, "万米", "万米"),
      (1e6, "人", .english, "million 人", nil), (99_999, "米", .chinese, nil, nil),
      (250_000_000, "元", .chinese, "亿元", "万元"), (2.5e12, "元", .chinese, "万亿元", "亿元"),
      (2.5e9, "万元", .chinese, nil, nil), (2.5e9, "million t", .english, nil, nil), (2.5e9, "%", .english, nil, nil),
    ] as [(Double, String?, WordLanguage, String?, String?)])
  func scales(_ largest: Double, _ unit: String?, _ language: WordLanguage, _ axis: String?, _ column: String?) {
    #expect(NumberScale.axis(to: largest, unit: unit, language)?.head(unit: unit, language) == axis)
    #expect(NumberScale.exact(for: [(largest, 0)], unit: unit, language)?.head(unit: unit, language) == column)
  }

  @Test("The ticks of an axis keep the digits that distinguish them")
  func scaledTicks() throws {
    let million = try #require(NumberScale.axis(to: 5e6, unit: nil, .english))
    #expect(million.exactDecimals(of: [0, 500_000, 1_000_000]) == 1)
    #expect(million.exactDecimals(of: [100_050_000, 100_100_000]) == 2)
  }
}
