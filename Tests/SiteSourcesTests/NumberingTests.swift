import Testing

@testable import SiteSources

struct NumberingTests {
  @Test(
    "Chinese plans number each level in a different style",
    arguments: [
      ([1], "第一章"), ([12], "第十二章"), ([3, 2], "二、"), ([1, 1, 10], "（十）"), ([1, 1, 1, 4], "4."),
      ([1, 1, 1, 1, 5], "(5)"), ([1, 1, 1, 1, 1, 1], nil),
    ])
  func chinesePlan(path: [Int], expected: String?) {
    #expect(Numbering.chinesePlan.number(at: path) == expected)
  }

  @Test("Decimal numbers include those of the levels above")
  func decimal() {
    #expect(Numbering.decimal.number(at: [1]) == "1")
    #expect(Numbering.decimal.number(at: [2, 10, 3]) == "2.10.3")
  }

  @Test(
    "Numbers below 10,000 are written as Chinese numerals",
    arguments: [
      (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
      (111, "一百一十一"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (2021, "二千零二十一"), (10000, "10000"),
    ])
  func numerals(number: Int, expected: String) {
    #expect(chineseNumeral(number) == expected)
  }

  @Test(
    "A pattern shows the style of a number by example",
    arguments: [
      ("第{一}章", 3, "第三章"), ("{1}.", 3, "3."), ("Part {I}", 4, "Part IV"), ("({a})", 28, "(ab)"),
      ("{A}", 1, "A"), ("{i}", 9, "ix"),
    ])
  func patterns(pattern: String, number: Int, expected: String) throws {
    #expect(try #require(NumberPattern(pattern)).text(number) == expected)
  }

  @Test("Invalid patterns are rejected", arguments: ["chapter", "{", "{2}", "{}", "第{一章"])
  func refused(pattern: String) {
    #expect(NumberPattern(pattern) == nil)
  }

  @Test(
    "The number at the start of a name gives its order",
    arguments: [
      ("2-incubation", 2, "incubation"), ("2021", nil, "2021"), ("03_x", 3, "x"), ("5g", nil, "5g"),
      ("10. 附录", 10, " 附录"), ("2024-report", 2024, "report"), ("2024-13-report", 2024, "13-report"),
      ("1200-03-x", 1200, "03-x"), ("2024-1-intro", 2024, "1-intro"), ("2024.05-x", 2024, "05-x"),
      ("2024-1.5-x", 2024, "1.5-x"),
    ])
  func orderedNames(name: String, order: Int?, rest: String) {
    #expect(OrderedName(name).order == order)
    #expect(OrderedName(name).name == rest)
  }

  @Test(
    "A date at the start of a name is its date, stays in the address and is no order",
    arguments: [
      ("2024-01-05-report", "2024-01-05", "report"), ("2024-01-05_report", "2024-01-05", "report"),
      ("2024-01-05 通报", "2024-01-05", "通报"), ("2024-01-05", "2024-01-05", "2024-01-05"),
      ("2024-03-report", nil, "report"), ("2024-03", nil, "2024-03"), ("2024-02-30-report", nil, "report"),
      ("1999-12-31-x", "1999-12-31", "x"), ("2024-03-5g", nil, "5g"), ("2024-1-5-会议", "2024-01-05", "会议"),
      ("2024.01.05-x", "2024-01-05", "x"), ("2024_1_5 x", "2024-01-05", "x"), ("2024年1月5日通报", "2024-01-05", "通报"),
      ("2024年12月31日 通报", "2024-12-31", "通报"), ("2024.1.5", "2024-01-05", "2024.1.5"),
    ] as [(String, String?, String)])
  func datedNames(_ name: String, _ date: String?, _ title: String) {
    let read = OrderedName(name)
    #expect(read.order == nil)
    #expect(read.name == name)
    #expect(read.date?.description == date)
    #expect(read.title == title)
  }

  @Test(
    "A date at the start of a name that no calendar has is told",
    arguments: [
      ("2023-13-31-x", "2023-13-31"), ("2024-02-30-report", "2024-02-30"), ("2023-02-29", "2023-02-29"),
      ("2024年2月30日通报", "2024年2月30日"), ("2024-02-29-x", nil), ("2024-13-report", nil), ("2024.15.3", nil),
      ("2-2024-13-31", nil),
    ] as [(String, String?)])
  func impossibleDates(_ name: String, _ date: String?) {
    #expect(OrderedName(name).impossibleDate == date)
    if date != nil { #expect(OrderedName(name).order == nil && OrderedName(name).name == name) }
  }

  @Test(
    "A Chinese number at the start of a name is its order, and stays part of the name",
    arguments: [
      ("第一章-土", 1), ("第二章 水", 2), ("第十章", 10), ("第二十一节", 21), ("第一百零三条", 103), ("第3章", 3), ("第四部分 田", 4),
      ("一、总则", 1), ("十二、附则", 12), ("（三）田", 3), ("(四) 林", 4), ("二-水", 2), ("二〇-x", 20), ("第一批项目", nil), ("一般要求", nil),
      ("三农", nil), ("十四五规划", nil), ("千里之行", nil), ("第", nil), ("（试行）", nil), ("百", nil),
    ] as [(String, Int?)])
  func chineseOrder(_ name: String, _ order: Int?) {
    #expect(OrderedName(name).order == order)
    #expect(OrderedName(name).name == name)
  }
}
