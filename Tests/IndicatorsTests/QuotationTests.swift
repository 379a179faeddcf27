import Indicators
import Testing

@Suite("Numbers in sentences")
struct QuotationTests {
  @Test(
    "A number is read with its multiplier and its unit",
    arguments: [
      ("优良天数达到320天", ["320 天"]),
      ("培养技能人才3.5万人以上", ["35000 人以上"]),
      ("到2025年，常住人口城镇化率达到65%，2021年为60.6%", ["65 %", "60.6 %"]),
      ("实施“5111人才工程”，引进300名左右", ["300 名左右"]),
      ("投资１，２００亿元", ["120000000000 元"]),
      ("研发经费1,234.5万元", ["12345000 元"]),
      ("新增三百个、五千余名", ["300 个", "5000 名"]),
      ("覆盖一半乡镇，第二产业，一批项目", ["50 %"]),
      ("提高5个百分点", ["5 个百分点"]),
      ("下降百分之十八，其中百分之五，千分之三点二五", ["18 %", "5 %", "3.25 ‰"]),
      ("5G网络、G20、A320", []),
      ("3年内建成10座", ["3 年内建成", "10 座"]),
      ("reach 75 per cent by 2030", ["75 %"]),
      ("twenty-five million people, half of them women", ["25000000 people", "50 %"]),
      ("at least 1,500 km of paths in 2025", ["1500 km of paths in"]),
      ("two and a half", ["2.5"]), ("2021–2025, 2024/25", []),
      // whole numerals in English words
      ("three hundred and twenty days", ["320 days"]), ("one thousand one hundred homes", ["1100 homes"]),
      ("one thousand two hundred and fifty", ["1250"]), ("three hundred thousand trees", ["300000 trees"]),
      ("one million two hundred thousand", ["1200000"]),
      ("two parks and three schools", ["2 parks and three schools", "3 schools"]),
      // units that begin with a word for a thousand
      ("装机达到300万千瓦", ["3000000 千瓦"]), ("300千瓦、5千米、20千克", ["300 千瓦", "5 千米", "20 千克"]), ("3千吨", ["3000 吨"]),
      // words for shares and round numbers
      ("七成以上，8成，三成员", ["70 %", "80 %"]),
      ("a third of homes, two thirds, three-quarters", ["33.3 %", "66.7 %", "75 %"]),
      ("cut by a quarter, with a third party", ["25 %"]),
      ("one and a half million, half a million", ["1500000", "500000"]),
      ("a million trees, a hundred parks, 10k visits", ["1000000 trees", "100 parks", "10000 visits"]),
      ("halve emissions", ["50 %"]), ("千辆公交车、两所学校、三个中心", ["1000 辆公交车", "2 所学校", "3 个中心"]),
      // signs in units, and currencies
      ("35 µg/m³, 20 m2", ["35 µg/m³", "20 m2"]), ("35微克/立方米以下", ["35 微克/立方米以下"]),
      ("€400, £3bn, 20 $", ["400 €", "3000000000 £", "20 $"]),
      ("2025-06-30, 12月", []),
    ])
  func numbers(_ text: String, _ expected: [String]) {
    let found = TextNumber.all(in: text).map { number in
      let value = number.value == number.value.rounded() ? "\(Int(number.value))" : "\(number.value)"
      return "\(value) \(number.unit)".trimmingSuffixSpace
    }
    #expect(found == expected)
  }

  @Test(
    "A sentence agrees with a target if it names its number",
    arguments: [
      ("unit: 天, target: 320", "优良天数达到320天", QuotedNumbers.agree),
      ("unit: 天, target: 300", "优良天数达到320天", .contradict([320])),
      ("unit: 万人, target: 3.5", "培养技能人才3.5万人以上", .agree),
      ("unit: 人, target: 35000", "培养技能人才3.5万人以上", .agree),
      ("unit: 万人, target: 4", "培养技能人才3.5万人以上", .contradict([3.5])),
      ("unit: \"%\", baseline: 60, target: 65", "提高5个百分点", .agree),
      ("unit: \"%\", baseline: 60, target: 66", "提高5个百分点", .contradict([5])),
      ("unit: 件, baseline: 10, target: 15", "增长50%", .agree),
      ("unit: 家, target: 3000", "实施“5111人才工程”，力争", .agree),
      ("unit: 家, target: 3000", "到2025年投资50亿元", .differ([5_000_000_000])),
      ("unit: 人, target: 300", "引进300名左右", .agree),
      ("unit: days, target: 320", "320 days a year", .agree),
      ("unit: days, target: 300", "320 days a year", .contradict([320])),
      ("target: {text: 大幅提高}", "达到320天", .agree),
      ("unit: 名, target: 3300", "新增3.3万名学生", .contradict([33000])),
      ("unit: 家, target: 20", "引进30家企业", .contradict([30])),
      ("unit: 个, baseline: 60, target: 66", "提高5个百分点", .differ([5])),
      // a relative target is in per cent
      ("unit: 吨, baseline: 200, target: {change: -20%}", "下降百分之十八", .contradict([18])),
      ("unit: t, baseline: 200, target: {change: -40%}", "cut emissions by half", .contradict([50])),
      ("unit: t, baseline: 200, target: {change: -50%}", "cut emissions by half", .agree),
      ("unit: t, baseline: 200, target: {change: -40%}", "cut 80 t", .agree),
      // whole numerals, and units with a thousand
      ("unit: days, target: 320", "three hundred and twenty days", .agree),
      ("unit: days, target: 300", "three hundred and twenty days", .contradict([320])),
      ("unit: 万千瓦, target: 300", "装机达到300万千瓦", .agree),
      ("unit: 万千瓦, target: 200", "装机达到300万千瓦", .contradict([300])),
      // beside numbers with the unit, other numbers do not count, and the factor does
      ("unit: jobs, target: 20", "create 100 jobs and 20 parks", .contradict([100])),
      ("unit: 万人, target: 50", "新增就业50人", .contradict([0.005])),
      ("unit: thousand jobs, target: 100", "create 100 jobs", .contradict([0.1])),
      ("unit: thousand jobs, target: 100", "create 100 thousand jobs", .agree),
      // ranges
      ("unit: \"%\", target: {between: [20, 30]}", "between 25 and 30 per cent", .contradict([25, 30])),
      ("unit: \"%\", target: {between: [25, 30]}", "between 25 and 30 per cent", .agree),
      ("unit: 个, target: {between: [3, 5]}", "3至5个", .agree),
      ("unit: 个, target: 5", "3至5个", .contradict([3, 5])),
      ("unit: 个, target: 3", "3至5个", .agree),
      ("unit: \"%\", target: 30", "从25%到30%", .agree),
      // words
      ("unit: \"%\", target: 60", "七成以上居民", .contradict([70])),
      ("unit: \"%\", target: 33", "a third of homes", .agree),
      ("unit: trees, target: 1000000", "plant a million trees", .agree),
      ("unit: 所, target: 5", "新建两所学校", .contradict([2])),
      // signs, currencies, and words around the unit
      ("unit: µg/m³, target: 25", "down to 35 µg/m³", .contradict([35])),
      ("unit: 微克/立方米, target: 25", "降到35微克/立方米", .contradict([35])),
      ("unit: €, target: 300", "pay €400 a month", .contradict([400])),
      ("unit: € million, target: 4", "invest €4m", .agree),
      ("unit: 公里, target: 100", "新建200公里道路", .contradict([200])),
      ("unit: homes, target: 10", "build 20 new affordable homes", .contradict([20])),
      ("unit: schools, target: 3", "five primary and secondary schools", .contradict([5])),
      ("unit: schools, target: 3", "20 parks and schools", .differ([20])),
      ("unit: t, target: 100", "cut 150 tonnes of waste", .contradict([150])),
      ("unit: tonnes, target: 150", "cut 150 metric tonnes", .agree),
      ("unit: ha, target: 100", "restore 150 hectares of wetland", .contradict([150])),
      ("unit: 人, target: 30000", "新增5万城镇就业人员", .contradict([50000])),
    ])
  func agreement(_ fields: String, _ quotation: String, _ expected: QuotedNumbers) throws {
    #expect(QuotedNumbers(quotation, .point, of: try indicator(fields)) == expected)
  }

  @Test(
    "Numbers are read with the marks of their language, and agree with a target by either",
    arguments: [
      ("unit: empleos, target: 60000", "Se crearán 60 000 empleos netos.", QuotedNumbers.agree),
      ("unit: empleos, target: 60000", "Se crearán 60\u{202F}000 empleos netos.", .agree),
      ("unit: empleos, target: 60000", "Se crearán 60.000 empleos netos.", .agree),
      ("unit: empleos, target: 60000", "Se crearán 6 000 empleos netos.", .contradict([6000])),
      ("unit: \"%\", target: 2.5", "crecerá un 2,5 % anual.", .agree),
      ("unit: \"%\", target: 2.6", "crecerá un 2,5 % anual.", .contradict([2.5])),
      ("unit: \"%\", target: 2.5", "crecerá un 2.5 % anual.", .agree),
      ("unit: €, target: 1234567.5", "1.234.567,50 €", .agree),
      ("unit: parques, target: 600", "en 2030 600 parques", .agree),
    ])
  func marks(_ fields: String, _ quotation: String, _ expected: QuotedNumbers) throws {
    #expect(QuotedNumbers(quotation, .comma, of: try indicator(fields)) == expected)
    // What agrees, agrees in every language.
    if expected == .agree { #expect(QuotedNumbers(quotation, .point, of: try indicator(fields)) == .agree) }
  }
}

extension String {
  fileprivate var trimmingSuffixSpace: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
