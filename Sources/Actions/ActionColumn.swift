import DataFormats

/// What a column of a table of actions holds, by its heading: in a Markdown table, and in a division of labour (任务分工表).
package enum ActionColumn: String, CaseIterable, Sendable {
  case name, id, code, summary, lead, support, start, due, done, state, progress, budget, spent, indicators, programme,
    section
  case place, note

  /// Nil for a heading that is none of them; the column is then left as it stands.
  package init?(heading: String) {
    let word = heading.trimmed.lowercased()
    let bare = word.prefix { $0 != "（" && $0 != "(" }
    guard let column = ActionColumn.headings[String(bare).trimmed] else { return nil }
    self = column
  }

  private static let headings: [String: ActionColumn] = {
    let words: [(ActionColumn, [String])] = [
      (
        .name,
        [
          "name", "action", "task", "measure", "project", "milestone", "任务", "工作任务", "重点任务", "主要任务", "具体任务", "目标任务",
          "任务名称",
          "任务内容", "工作内容", "重点工作", "措施", "工作措施", "事项", "名称", "项目", "项目名称", "重点工程",
        ]
      ),
      (.id, ["id"]),
      (.summary, ["summary", "description", "content", "details", "主要内容", "建设内容", "主要建设内容", "建设规模和内容", "具体内容"]),
      (.code, ["code", "no.", "no", "number", "#", "序号", "编号"]),
      (.lead, ["lead", "department", "owner", "lead department", "responsible", "牵头单位", "牵头部门", "责任部门", "主责单位", "牵头"]),
      (
        .support,
        [
          "support", "partners", "supporting departments", "with", "责任单位", "配合单位", "配合部门", "参与单位", "参加单位", "协同单位",
          "协办单位",
        ]
      ),
      (.start, ["start", "begin", "begins", "from", "开始", "开始时间", "启动时间", "起始时间", "开工时间"]),
      (
        .due,
        ["due", "end", "ends", "deadline", "by", "until", "完成时限", "完成时间", "时限", "期限", "时间节点", "完成期限", "截止时间", "时间要求"]
      ),
      (.done, ["done", "completed", "完成日期", "实际完成"]),
      (.state, ["state", "status", "状态", "进展", "进展状态"]),
      (.progress, ["progress", "进度", "完成进度", "完成比例"]),
      (.budget, ["budget", "cost", "预算", "投资", "总投资", "资金"]),
      (.spent, ["spent", "已支出", "完成投资"]),
      (.indicators, ["indicators", "indicator", "指标"]),
      (.programme, ["programme", "program", "工程"]),
      (.section, ["section", "章节", "所属章节"]),
      (.place, ["place", "where", "地点", "建设地点"]),
      (.note, ["note", "notes", "remark", "remarks", "备注", "说明"]),
    ]
    return Dictionary(
      words.flatMap { column, words in words.map { ($0, column) } }, uniquingKeysWith: { first, _ in first })
  }()

  /// The states that cells name, in English and Chinese.
  package static func state(_ text: String) -> ReportedState? {
    switch text.trimmed.lowercased() {
    case "planned", "not started", "计划", "计划中", "未开始", "未启动": .planned
    case "started", "in progress", "under way", "underway", "ongoing", "进行中", "已启动", "推进中", "实施中", "在建": .started
    case "done", "completed", "complete", "完成", "已完成", "建成", "已建成": .done
    case "delayed", "late", "behind", "滞后", "延期", "延迟": .delayed
    case "stopped", "cancelled", "canceled", "abandoned", "停止", "终止", "取消", "已取消": .stopped
    default: nil
    }
  }

  /// The names of a list in a cell: 市教育局、市财政局.
  package static func names(_ text: String) -> [Substring] {
    text.listItems { "、，,；;".contains($0) || $0.isNewline }.map { name in
      var name = name.drop(while: \.isWhitespace)
      while name.last?.isWhitespace == true { name.removeLast() }
      return name
    }
    // A dash says that there is none.
    .filter { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
