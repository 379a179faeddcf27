import DataFormats

/// The meaning of a column in a table of actions, known by its heading: in a Markdown table, and in a division of
/// labour (任务分工表).
package enum ActionColumn: String, CaseIterable, Sendable {
  case name, id, code, summary, lead, support, start, due, done, state, progress, budget, spent, indicators, programme,
    section
  case place, note

  /// Nil for an unknown heading; the column is then left unchanged. Headings in the other languages that planpress has words
  /// for are known too.
  package init?(heading: String) {
    let word = heading.trimmed.lowercased()
    let bare = String(word.prefix { $0 != "（" && $0 != "(" }).trimmed
    guard let column = ActionColumn.headings[bare] ?? ActionTableWords.headings[ActionTableWords.key(bare)] else {
      return nil
    }
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
          "具体举措", "主要举措", "工作举措", "重点举措", "改革举措", "举措", "具体措施", "主要措施", "任务分解", "具体工作",
        ]
      ),
      (.id, ["id"]),
      (
        .summary,
        [
          "summary", "description", "content", "details", "outcome", "outcomes", "output", "deliverable",
          "deliverables", "主要内容", "建设内容", "主要建设内容", "建设规模和内容", "具体内容",
        ]
      ),
      (.code, ["code", "ref", "ref.", "reference", "no.", "no", "number", "#", "序号", "编号"]),
      (
        .lead,
        [
          "lead", "department", "owner", "lead department", "responsible", "lead agency", "牵头单位", "牵头部门", "责任部门",
          "主责单位", "牵头", "负责单位", "主办单位",
          "责任主体", "牵头责任单位",
        ]
      ),
      (
        .support,
        [
          "support", "partners", "supporting departments", "with", "责任单位", "配合单位", "配合部门", "参与单位", "参加单位", "协同单位",
          "协办单位", "协同部门", "partner", "support departments",
        ]
      ),
      (.start, ["start", "begin", "begins", "from", "开始", "开始时间", "启动时间", "起始时间", "开工时间"]),
      (
        .due,
        [
          "due", "end", "ends", "deadline", "by", "until", "完成时限", "完成时间", "时限", "期限", "时间节点", "完成期限", "截止时间", "时间要求",
          "due date", "target date", "timeline", "timescale", "timescales", "timeframe", "time frame", "when",
          "by when", "completion", "竣工时间", "完工时间", "计划完成时间", "预计完成时间", "建成时间", "办结时限", "完成年限",
        ]
      ),
      (.done, ["done", "completed", "完成日期", "实际完成"]),
      (.state, ["state", "status", "状态", "进展", "进展状态", "建设状态"]),
      (.progress, ["progress", "进度", "完成进度", "完成比例", "形象进度", "工作进度", "建设进度", "% complete"]),
      (.budget, ["budget", "cost", "预算", "投资", "总投资", "资金", "投资额", "总投资额", "计划投资", "计划总投资", "估算投资", "投资估算", "投资规模"]),
      (.spent, ["spent", "已支出", "完成投资", "累计完成投资", "已完成投资"]),
      (.indicators, ["indicators", "indicator", "指标"]),
      (.programme, ["programme", "program", "工程"]),
      (.section, ["section", "章节", "所属章节"]),
      (.place, ["place", "where", "地点", "建设地点"]),
      (.note, ["note", "notes", "remark", "remarks", "备注", "说明"]),
    ]
    return Dictionary(
      words.flatMap { column, words in words.map { ($0, column) } }, uniquingKeysWith: { first, _ in first })
  }()

  /// The states that cells name.
  package static func state(_ text: String) -> ReportedState? {
    switch text.trimmed.lowercased() {
    case "planned", "not started", "not yet started", "in planning", "计划", "计划中", "未开始", "未启动", "尚未启动", "未开工", "待开工",
      "待启动", "拟建", "前期", "前期工作", "前期准备", "前期工作阶段", "筹备", "筹备中", "谋划中":
      .planned
    case "started", "in progress", "under way", "underway", "ongoing", "under construction", "on track", "进行中", "已启动",
      "推进中", "实施中",
      "在建",
      "已开工", "开工", "开工建设", "建设中", "施工中", "正在建设", "正在实施", "正在推进", "持续推进", "有序推进", "加快推进", "续建", "已开展":
      .started
    case "done", "completed", "complete", "finished", "完成", "已完成", "建成", "已建成", "竣工", "已竣工", "完工", "已完工", "全部完成", "已投用",
      "投入使用", "建成投用", "已建成投用", "已投入使用", "已交付", "已验收":
      .done
    case "delayed", "late", "behind", "behind schedule", "on hold", "off track", "滞后", "延期", "延迟", "进度滞后",
      "暂缓", "暂停":
      .delayed
    case "stopped", "cancelled", "canceled", "abandoned", "停止", "终止", "取消", "已取消": .stopped
    default: ActionTableWords.states[ActionTableWords.key(text)]
    }
  }

  /// An entry of a column of progress: a state (已开工), a share (45%), or a sentence with them.
  package struct Report: Sendable {
    package var state: ReportedState?
    /// The share in the form that `progress` takes.
    package var share: String?
    /// Whether the cell has no other text.
    package var isWhole: Bool
  }

  package static func report(_ text: String) -> Report {
    if let state = state(text) { return Report(state: state, isWhole: true) }
    if ActionShare.read(text) != nil { return Report(share: text.trimmed, isWhole: true) }
    // 已开工，完成45%: the first state that a clause names alone, and the only share.
    let clauses = text.split { "，,；;。、،؛".contains($0) || $0.isNewline }
    let states = clauses.compactMap { state(String($0)) }
    let shares = text.matches(of: /([0-9]+(?:\.[0-9]+)?)[%％]/).map { "\($0.output.1)%" }
    let share = shares.count == 1 && ActionShare.read(shares[0]) != nil ? shares[0] : nil
    return Report(state: states.first, share: share, isWhole: false)
  }

  /// The names of a list in a cell: 市教育局、市财政局.
  package static func names(_ text: String) -> [Substring] {
    text.listItems { "、，,；;،؛".contains($0) || $0.isNewline }.map { name in
      var name = name.drop(while: \.isWhitespace)
      while name.last?.isWhitespace == true { name.removeLast() }
      return name
    }
    // A dash means that there is none.
    .filter { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
