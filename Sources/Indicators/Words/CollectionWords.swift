import DataFormats

/// The words of a workbook in which a department reports its figures.
package struct CollectionWords: Sendable {
  package let language: WordLanguage

  package init(_ language: WordLanguage) {
    self.language = language
  }

  private func words(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  package var sheet: String { words("填报", "Figures") }
  package func title(_ site: String, _ period: Period, department: String) -> String {
    let time = words("\(period)\(period.isYear ? "年" : "")数据填报", "Figures for \(period)")
    return "\(site) · \(time) · \(department)"
  }
  package var instructions: String {
    words(
      "请填写黄色单元格，其他单元格已锁定。没有数据的，请在备注中说明原因。填好后保存并发回。",
      "Please fill in the yellow cells; all others are locked. Where there is no figure, say why in the note. Save the file and send it back."
    )
  }
  package var reportedBy: String { words("填报人", "Reported by") }
  package var reportedOn: String { words("填报日期", "Reported on") }
  package var noDepartment: String { words("未定部门", "No department") }

  /// The heads of the columns, in order.
  package func heads(_ period: Period) -> [String] {
    [
      words("编号", "id"), words("指标", "Indicator"), words("单位", "Unit"), words("上期", "Last period"),
      words("上期数值", "Last value"), words("目标年份", "Target period"), words("目标", "Target"),
      words("填报要求", "What is expected"), words("\(period)\(period.isYear ? "年" : "")数值", "Value \(period)"),
      words("来源", "Source"), words("备注", "Note"),
    ]
  }

  /// What the value of an indicator is, so that two people who report it mean the same number.
  package func expectation(_ indicator: Indicator) -> String {
    let unit = indicator.unit.map { words("，单位：\($0)", ", in \($0)") } ?? ""
    switch indicator.kind {
    case .increase where indicator.measure == .cumulative:
      return words(
        "\(indicator.plan.start)年以来的累计数\(unit)", "the total since \(indicator.plan.start)\(unit)")
    case .increase: return words("当期新增数\(unit)", "what was added in this period alone\(unit)")
    case .rate: return words("比上期增长的百分数，如6.5", "the growth over the period before in per cent, such as 6.5")
    case .level, .floor, .ceiling, .milestone:
      return indicator.isShare
        ? words("百分数，如65.3", "a number in per cent, such as 65.3")
        : words("期末数\(unit)", "the figure at the end of the period\(unit)")
    }
  }

  /// The heads of a new table of values.
  package var tableHeads: [String] {
    [words("编号", "id"), words("年份", "Year"), words("数值", "Value"), words("来源", "Source"), words("备注", "Note")]
  }
}

extension Period {
  package var isYear: Bool { if case .year = self { true } else { false } }
}
