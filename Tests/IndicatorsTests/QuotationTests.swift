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
      ("two and a half", ["2 and a half", "50 %"]), ("2021–2025, 2024/25", []),
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
    ])
  func agreement(_ fields: String, _ quotation: String, _ expected: QuotedNumbers) throws {
    #expect(QuotedNumbers(quotation, of: try indicator(fields)) == expected)
  }
}

extension String {
  fileprivate var trimmingSuffixSpace: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
