import DataFormats

/// The contents of a column of a table of figures, by its heading in English or Chinese.
package enum TableColumn: Hashable, Sendable {
  case id, name, unit, period, value, status, source, note, baseline, target, department, kind, category, plan
  /// Who reported a value, and when. They are in the author's file and are not published.
  case reportedBy, reportedOn

  /// Nil for any other heading. Spaces and letter case do not matter.
  package init?(head: String) {
    guard let column = TableColumn.heads[head.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }] else {
      return nil
    }
    self = column
  }

  /// Without spaces, `_` and `-`, in lower case.
  private static let heads: [String: TableColumn] = {
    let words: [(TableColumn, [String])] = [
      (.id, ["id", "indicatorid", "code", "编号", "代码", "指标编号", "指标代码"]),
      (.name, ["indicator", "name", "indicatorname", "指标", "指标名称", "名称"]),
      (.unit, ["unit", "units", "unitmeasure", "单位", "计量单位"]),
      (.period, ["year", "period", "timeperiod", "年份", "年度", "时期", "时间", "期间"]),
      (.value, ["value", "数值", "值", "实际值", "完成值", "完成情况"]),
      (.status, ["status", "状态"]),
      (.source, ["source", "来源", "数据来源", "资料来源"]),
      (.note, ["note", "notes", "comment", "comments", "commentobs", "remark", "remarks", "备注", "说明", "注"]),
      (.baseline, ["baseline", "base", "基期", "基期值", "基准值", "现状值"]),
      (.target, ["target", "goal", "目标", "目标值", "规划目标"]),
      (.department, ["department", "lead", "leaddepartment", "部门", "责任部门", "责任单位", "牵头部门", "牵头单位", "主管部门"]),
      (.kind, ["kind", "类型"]),
      (.category, ["category", "类别", "分类", "领域"]),
      (.plan, ["plan", "规划"]),
      (.reportedBy, ["reportedby", "填报人"]), (.reportedOn, ["reportedon", "填报日期"]),
    ]
    return Dictionary(uniqueKeysWithValues: words.flatMap { column, heads in heads.map { ($0, column) } })
  }()
}

extension Period {
  /// Reads a period as tables head their columns: `2021`, and also `2021年`, `2021年6月`, `2021年第3季度`.
  package init?(cell text: String) {
    if let period = Period(text) {
      if case .range = period { return nil }
      self = period
      return
    }
    let parts = text.filter { !$0.isWhitespace }.split(separator: "年", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, let year = Period(String(parts[0]))?.year else { return nil }
    var rest = parts[1]
    if rest.isEmpty || rest == "度" {
      self = .year(year)
      return
    }
    if rest.hasSuffix("月"), let month = Int(rest.dropLast()), (1...12).contains(month) {
      self = .month(year, month: month)
      return
    }
    guard rest.hasSuffix("季度") else { return nil }
    rest = rest.dropLast(2)
    if rest.hasPrefix("第") { rest = rest.dropFirst() }
    guard let quarter = ["1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4][rest] else { return nil }
    self = .quarter(year, quarter: quarter)
  }
}
