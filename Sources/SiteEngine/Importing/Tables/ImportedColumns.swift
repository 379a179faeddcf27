import DataFormats
import Indicators

/// The roles of the columns of a planner's own table.
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
    /// Departments beside the one in charge (配合单位).
    case support
    /// The definition and the method of calculation (指标解释, 计算方法).
    case definition, method
    /// The indicator's own number in English plans, such as 1.a.
    case code
    /// The direction that is better.
    case direction
    case unknown

    /// Whether its cells have figures.
    var isNumber: Bool {
      switch self {
      case .baseline, .target, .value, .growth, .column(.value): true
      default: false
      }
    }
  }

  private(set) var roles: [Role]
  /// Columns of names left of the last one, for rows that it does not name: 一级指标 beside 二级指标.
  let earlierNames: [Int]
  /// The text in brackets in each heading, such as the unit.
  let brackets: [String?]

  /// Whether a row of cells names the columns of a table of indicators.
  static func isHeader(_ cells: [String]) -> Bool {
    let roles = cells.map { role(of: split($0).head) }
    guard roles.contains(.column(.name)) || roles.contains(.column(.id)) else { return false }
    return roles.contains { role in
      switch role {
      case .baseline, .target, .value, .growth, .column(.value), .column(.unit), .column(.department): true
      default: false
      }
    }
  }

  /// Asks what a column for the plan's last year holds, if the table has columns for years between and none for
  /// targets.
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
    roles = ImportedColumns.ofOwnPlace(roles, header)
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
    earlierNames = roles.indices.filter { roles[$0] == .column(.name) }.dropLast()
    self.roles = ImportedColumns.withoutRepeated(roles)
    brackets = heads.map(\.bracket)
  }

  /// The heading without spaces and brackets, and the text in the brackets.
  private static func split(_ cell: String) -> (head: String, bracket: String?) {
    let text = cell.filter { !$0.isWhitespace }
    guard let open = text.firstIndex(where: { "(（[【".contains($0) }), open > text.startIndex else { return (text, nil) }
    let inner = text[text.index(after: open)...]
    let close = inner.firstIndex { ")）]】".contains($0) } ?? inner.endIndex
    let rest = close < inner.endIndex ? inner[inner.index(after: close)...] : ""
    let bracket = String(inner[..<close])
    return (String(text[..<open]) + rest, bracket.isEmpty ? nil : bracket)
  }

  /// If only one of several columns can be read, the later ones are unknown. The first column of names is that of
  /// groups: 一级指标 beside 二级指标.
  private static func withoutRepeated(_ roles: [Role]) -> [Role] {
    var roles = roles
    let names = roles.indices.filter { roles[$0] == .column(.name) }
    if names.count > 1 {
      for index in names.dropLast() { roles[index] = .unknown }
      if !roles.contains(.column(.category)) { roles[names[0]] = .column(.category) }
    }
    let departments = roles.indices.filter { roles[$0] == .column(.department) }
    for index in departments.dropFirst() { roles[index] = .support }
    var seen: Set<Role> = []
    var hasBaseline = false
    for (index, role) in roles.enumerated() {
      switch role {
      case .baseline(let period):
        // A second base year is a figure of its time.
        if hasBaseline { roles[index] = period.map { .value($0) } ?? .unknown }
        hasBaseline = true
      case .column(.note), .support, .number, .unknown, .baselineYear, .targetYear, .target, .value, .growth: break
      default: if !seen.insert(role).inserted { roles[index] = .unknown }
      }
    }
    return roles
  }

  private static let names: Set<String> = [
    "measure", "performancemeasure", "performanceindicator", "keyperformanceindicator", "metric", "kpi",
    "outcomemeasure", "主要指标", "具体指标", "核心指标", "考核指标", "指标体系", "二级指标", "三级指标", "指标内容", "keyindicator",
    "headlineindicator", "successmeasure", "measureofsuccess", "whatwewillmeasure", "评价指标", "监测指标", "发展指标",
  ]
  /// Columns that one word names, in lower case and without spaces.
  private static let plain: [String: Role] = {
    let words: [(Role, [String])] = [
      (
        .column(.department),
        [
          "owner", "leaddivision", "division", "leadagency", "agency", "responsible", "leadunit", "leadoffice",
          "responsibledepartment", "responsibleagency", "responsibility", "accountable", "leadofficer", "leadteam",
          "leadorganisation", "leadorganization", "dataowner", "牵头", "牵头责任单位", "主责单位", "责任主体", "负责单位", "负责部门",
          "数据提供单位", "牵头市级部门", "指标责任单位",
        ]
      ),
      (
        .support,
        [
          "support", "supporting", "partners", "partner", "supportingdepartments", "配合单位", "配合部门", "协同单位", "协同部门",
          "参与单位",
          "协办单位", "参加单位",
        ]
      ),
      (.nature, ["属性", "指标属性", "性质", "指标性质", "指标类型", "类型", "nature"]),
      (.column(.unit), ["uom", "计算单位", "单位名称", "unitofmeasure", "unitofmeasurement", "measurementunit", "计量", "量纲"]),
      (.number, ["序号", "no", "no.", "#"]),
      (
        .column(.category),
        [
          "theme", "priority", "pillar", "outcome", "objective", "strategicobjective", "strategicpriority", "focusarea",
          "goalarea", "domain", "topic", "area", "policyarea", "themes", "sector", "themearea", "主题", "维度", "板块", "方面",
          "大类", "指标类别", "目标类别", "序列",
        ]
      ),
      (.column(.source), ["datasource", "sourceofdata", "sources", "数据出处", "指标来源", "数据来源单位"]),
      (.column(.note), ["备注说明", "情况说明", "注释", "comments/notes"]),
      (
        .targetYear,
        [
          "due", "duedate", "bywhen", "targetdate", "deadline", "timeframe", "截止时间", "完成时限", "完成时间", "达标年份", "达成时间",
          "目标时间", "实现时间", "完成年限", "时限",
        ]
      ),
      (.baselineYear, ["baselinedate", "基期时间", "基准时间"]),
      (.definition, ["definition", "description", "指标解释", "指标说明", "指标定义", "定义", "指标含义", "统计口径", "口径"]),
      (.method, ["method", "methodology", "calculation", "计算方法", "计算公式", "测算方法"]),
      (.code, ["ref", "ref.", "reference", "indicatorno", "indicatorno.", "indicatornumber", "kpino", "kpino."]),
      (.direction, ["direction", "desireddirection", "polarity", "指标方向", "指标趋向", "趋向"]),
    ]
    return Dictionary(
      words.flatMap { role, words in words.map { ($0, role) } }, uniquingKeysWith: { first, _ in first })
  }()

  private static func role(of head: String) -> Role {
    let lower = head.lowercased()
    if names.contains(lower) { return .column(.name) }
    if let role = plain[lower] { return role }
    if let column = TableColumn(head: head) {
      switch column {
      case .baseline: return .baseline(nil)
      case .target: return .target(nil)
      default: return .column(column)
      }
    }
    if let period = Period(cell: head) { return .value(period) }
    // 2025年目标, 2020年基期值, Target 2025.
    let year = period(in: lower)
    let words = lower.filter { !$0.isNumber && $0 != "年" }
    func has(_ parts: [String]) -> Bool { parts.contains(where: words.contains) }
    // 2025年 年均增长: over all years of the plan, also below the heading of one.
    if lower.contains("年均") || ["annualgrowth", "averagegrowth", "growthperyear"].contains(where: words.contains) {
      return .growth
    }
    // The growth of one year is not a figure of the indicator.
    if has(["增速", "增长", "同比", "增减", "growth", "change"]), year != nil { return .unknown }
    if year == nil {
      if has(["增速", "增长率", "growthrate"]) || ["累计", "五年累计", "累计增长"].contains(lower) { return .growth }
      let isYear = lower.hasSuffix("年份") || lower.hasSuffix("年度") || lower.hasSuffix("year")
      if isYear, ["目标", "target", "goal"].contains(where: words.contains) { return .targetYear }
      if isYear, ["基期", "基准", "现状", "baseline"].contains(where: words.contains) { return .baselineYear }
    }
    // 2025年预计, 2024年快报数: figures, not targets.
    if let year, has(["预计完成", "预计", "快报", "初步", "estimate", "forecast", "latest"]), !has(["目标", "target"]) {
      return .value(year)
    }
    if has(["目标", "规划值", "规划数", "计划值", "计划数", "预期值", "期末", "target", "goal", "ambition"])
      || ["规划", "计划", "预期", "plan", "planned"].contains(words) && year != nil
    {
      return .target(year)
    }
    if has(["基期", "基准", "基数", "基础值", "基年", "现状", "现值", "当前值", "起始值", "baseline", "base"])
      || ["current", "currentvalue", "currentlevel", "startingpoint", "currentposition"].contains(words)
    {
      return .baseline(year)
    }
    if let year, has(["实际", "完成", "实绩", "数值", "绝对值", "绝对量", "总量", "actual", "value", "result", "outturn"]) {
      return .value(year)
    }
    // 指标来源, 指标编码 and the like are about indicators.
    let isAbout = ["来源", "编码", "编号", "类", "级别", "说明", "解释", "定义", "口径", "出处", "依据"].contains(where: words.hasSuffix)
    if words.hasPrefix("指标") && !isAbout || words.hasSuffix("指标") || words.hasPrefix("indicator") {
      return .column(.name)
    }
    return .unknown
  }

  /// Whether a heading names the indicators or what belongs to one of them: such a column has no heading below it.
  static func isOfNames(_ cell: String) -> Bool {
    [.column(.name), .column(.id), .column(.unit), .number].contains(role(of: split(cell).head))
  }

  /// Whether a head is that of the names of indicators.
  static func isOfName(_ cell: String) -> Bool { role(of: split(cell).head) == .column(.name) }

  private static let plans: [(name: String, end: String)] = [
    ("十三五", "2020"), ("十四五", "2025"), ("十五五", "2030"), ("十六五", "2035"),
  ]

  /// The period of a head with other words: the half-year of Actuals 2026 H1, the budget year of FY24/25 Actual, or else its
  /// year.
  private static func period(in head: String) -> Period? {
    let plain = head.replacing("fy", with: "")
    if let first = plain.firstIndex(where: { ("0"..."9").contains($0) }) {
      let rest = plain[first...]
      let isPart = { (character: Character) in character.isNumber || "hq/-–".contains(character) }
      let part = rest.prefix(while: isPart)
      // FY24/25
      let short = part.split { "/-–".contains($0) }.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
      if head.contains("fy"), short.count == 2, short[1] == (short[0] + 1) % 100, part.utf8.count == 5 {
        return Period("20\(part)")
      }
      if part.count > 4, let period = Period(String(part)), !period.isYear { return period }
    }
    return year(in: head)
  }

  /// The only group of four digits, or the last year of a five-year plan: “十四五”末.
  static func year(in text: String) -> Period? {
    let named = plans.filter { text.contains($0.name) }
    if named.count == 1 { return Period(named[0].end) }
    let groups = text.split { !("0"..."9").contains($0) }.filter { $0.count == 4 }
    return groups.count == 1 ? Period(String(groups[0])) : nil
  }
}
