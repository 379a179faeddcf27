import DataFormats
import Indicators

/// What the columns of a planner's own table hold.
struct ImportedColumns {
  enum Role: Hashable {
    case column(TableColumn)
    /// Binding or anticipatory (约束性, 预期性).
    case nature
    /// A number in the order of the table.
    case number
    /// Nil for the year before the plan.
    case baseline(Period?)
    /// Nil for the plan's last year.
    case target(Period?)
    case value(Period)
    /// The year of the baseline or of the target beside it.
    case baselineYear, targetYear
    /// The growth in each year or, in brackets, over all years: 年均增长[累计].
    case growth
    case unknown

    /// Whether its cells have figures.
    var isNumber: Bool {
      switch self {
      case .baseline, .target, .value, .growth, .column(.value): true
      case .column, .nature, .number, .baselineYear, .targetYear, .unknown: false
      }
    }
  }

  private(set) var roles: [Role]
  /// What stands in brackets in each head, such as the unit.
  let brackets: [String?]

  /// Whether a row of cells names the columns of a table of indicators.
  static func isHeader(_ cells: [String]) -> Bool {
    let roles = cells.map { role(of: split($0).head) }
    guard roles.contains(.column(.name)) || roles.contains(.column(.id)) else { return false }
    return roles.contains { role in
      switch role {
      case .baseline, .target, .value, .growth, .column(.value), .column(.unit), .column(.department): true
      case .column, .nature, .number, .baselineYear, .targetYear, .unknown: false
      }
    }
  }

  /// Asks what a column for the plan's last year holds, if the table has columns for years between and none for targets.
  init(_ header: [String], plan: PlanPeriod, _ answers: ImportAnswers) throws {
    let heads = header.map(ImportedColumns.split)
    var roles = heads.map { head, bracket -> Role in
      let role = ImportedColumns.role(of: head)
      // Baseline (2020), 目标（2025年）
      guard let period = bracket.flatMap({ Period(cell: $0) }) else { return role }
      switch role {
      case .baseline(nil): return .baseline(period)
      case .target(nil): return .target(period)
      default: return role
      }
    }
    let hasTarget = roles.contains { if case .target = $0 { true } else { false } }
    let hasBaseline = roles.contains { if case .baseline = $0 { true } else { false } }
    let years = roles.compactMap { role -> Int? in if case .value(let period) = role { period.year } else { nil } }
    for index in roles.indices {
      guard case .value(let period) = roles[index] else { continue }
      if period.year == plan.start - 1, !hasBaseline {
        roles[index] = .baseline(period)
      } else if period.year > plan.end, !hasTarget {
        roles[index] = .target(period)
      } else if period.year == plan.end, !hasTarget {
        let isOnlyYear = !years.contains { (plan.start..<plan.end).contains($0) }
        let choice: ImportAnswers.EndYear? = answers.end ?? (isOnlyYear ? .target : nil)
        guard let choice else {
          throw ImportQuestion(
            kind: .end, text: "does column '\(header[index])' hold targets or values?",
            choices: ImportAnswers.EndYear.allCases.map(\.rawValue))
        }
        if choice == .target { roles[index] = .target(period) }
      }
    }
    // A pillar of an English plan, left of its indicators.
    let targets = roles.indices.filter { if case .target = roles[$0] { true } else { false } }
    if targets.count > 1, let name = roles.firstIndex(of: .column(.name)),
      let goal = targets.first(where: { $0 < name && ["goal", "goals"].contains(heads[$0].head.lowercased()) })
    {
      roles[goal] = .column(.category)
    }
    self.roles = roles
    brackets = heads.map(\.bracket)
  }

  /// The head without spaces and without what stands in brackets, and that.
  private static func split(_ cell: String) -> (head: String, bracket: String?) {
    let text = cell.filter { !$0.isWhitespace }
    guard let open = text.firstIndex(where: { "(（[【".contains($0) }), open > text.startIndex else { return (text, nil) }
    let inner = text[text.index(after: open)...]
    let close = inner.firstIndex { ")）]】".contains($0) } ?? inner.endIndex
    let rest = close < inner.endIndex ? inner[inner.index(after: close)...] : ""
    let bracket = String(inner[..<close])
    return (String(text[..<open]) + rest, bracket.isEmpty ? nil : bracket)
  }

  private static let names: Set<String> = [
    "measure", "performancemeasure", "performanceindicator", "keyperformanceindicator", "metric", "kpi",
    "outcomemeasure", "主要指标", "具体指标", "核心指标", "考核指标", "指标体系", "二级指标", "三级指标",
  ]
  private static let departments: Set<String> = [
    "owner", "leaddivision", "division", "leadagency", "agency", "responsible", "leadunit", "leadoffice",
  ]

  private static func role(of head: String) -> Role {
    let lower = head.lowercased()
    if names.contains(lower) { return .column(.name) }
    if departments.contains(lower) { return .column(.department) }
    if ["属性", "指标属性", "性质", "指标性质", "指标类型", "类型", "nature"].contains(lower) { return .nature }
    if ["计算单位", "单位名称", "unitofmeasure", "unitofmeasurement"].contains(lower) { return .column(.unit) }
    if ["序号", "no", "no.", "#"].contains(lower) { return .number }
    if let column = TableColumn(head: head) {
      switch column {
      case .baseline: return .baseline(nil)
      case .target: return .target(nil)
      default: return .column(column)
      }
    }
    if let period = Period(cell: head) { return .value(period) }
    // 2025年目标, 2020年基期值, Target 2025.
    let year = self.year(in: lower)
    let words = lower.filter { !$0.isNumber && $0 != "年" }
    if year == nil {
      if ["年均增", "年均", "增速", "增长率", "annualgrowth", "growthrate"].contains(where: lower.contains)
        || ["累计", "五年累计"].contains(lower)
      {
        return .growth
      }
      let isYear = lower.hasSuffix("年份") || lower.hasSuffix("年度") || lower.hasSuffix("year")
      if isYear, ["目标", "target", "goal"].contains(where: words.contains) { return .targetYear }
      if isYear, ["基期", "基准", "现状", "baseline"].contains(where: words.contains) { return .baselineYear }
    }
    if ["目标", "规划值", "target", "goal"].contains(where: words.contains) { return .target(year) }
    if ["基期", "基准", "现状", "baseline", "base"].contains(where: words.contains) { return .baseline(year) }
    if let year, ["实际", "完成", "实绩", "数值", "actual", "value"].contains(where: words.contains) { return .value(year) }
    // 指标来源, 指标编码 and the like are about indicators.
    let isAbout = ["来源", "编码", "编号", "类", "级别", "说明", "解释", "定义", "口径", "出处", "依据"].contains(where: words.hasSuffix)
    if words.hasPrefix("指标") && !isAbout || words.hasSuffix("指标") || words.hasPrefix("indicator") {
      return .column(.name)
    }
    return .unknown
  }

  /// The only group of four digits.
  private static func year(in text: String) -> Period? {
    let groups = text.split { !("0"..."9").contains($0) }.filter { $0.count == 4 }
    return groups.count == 1 ? Period(String(groups[0])) : nil
  }
}
