import Bytes
import DataFormats
import Diagnostics
import Files
import Indicators
import Markup
import SiteSources
import Words

/// Turns a planner's own table into indicators and their values.
struct TableImport {
  private(set) var indicators: [ImportedIndicator] = []
  private var findings: TableFindings
  private var rows = RowState()

  let columns: ImportedColumns
  let comma: ImportedNumber.Comma
  private let answers: ImportAnswers
  /// The unit of all figures, as written above the table: 单位：万元.
  private let unitAbove: String?

  /// The values that a row takes from the rows above it.
  private struct RowState {
    /// The indices of indicators by id or name: a table with a row for each value names its indicator in each.
    var known: [String: Int] = [:]
    /// A row across the table, such as 一、创新驱动, is the category of those below it.
    var category: String?
    /// A row below the table looks like one that names a group, until a row of figures follows it.
    var trailing: Located<String>?
  }

  /// The parts of the table that were left out.
  var diagnostics: [Diagnostic] { findings.diagnostics }
  var table: DataTable { findings.table }

  /// Throws an `ImportQuestion` for what neither the table nor `answers` say.
  init(_ table: DataTable, plan: PlanPeriod, _ answers: ImportAnswers) throws {
    self.answers = answers
    findings = TableFindings(table)
    let columns = try ImportedColumns(table.header.map(\.value), plan: plan, answers)
    let numbers = columns.roles.indices.filter { columns.roles[$0].isNumber }
    self.columns = columns
    comma = try ImportedNumber.Comma(
      cells: table.rows.flatMap { row in numbers.map { row.cells[$0].value } },
      isEastAsian: table.header.contains { WritingSystem.eastAsian.occurs(in: $0.value) }, answers)
    unitAbove = table.outside.lazy.compactMap { TableImport.unit(statedBy: $0.value) }.first
    reportWhatIsNotRead()
    try refuseSeveralRowsOfHeads()
    for row in table.rows where !isRepeatedHead(row) { try read(row) }
    if let trailing = rows.trailing { reportBeside(trailing, .warning) }
    for index in indicators.indices { try settle(&indicators[index]) }
    for indicator in indicators { warnOfShares(indicator) }
    makeIDs()
    reportMissingTargets()
  }

  // MARK: The whole table

  private mutating func reportWhatIsNotRead() {
    for cell in table.outside where TableImport.unit(statedBy: cell.value) == nil || unitAbove == nil {
      reportBeside(cell, .note)
    }
    let roles = columns.roles
    findings.reportUnknownColumns { roles[$0] == .unknown }
  }

  private func refuseSeveralRowsOfHeads() throws {
    guard let row = table.rows.first, let name = columns.roles.firstIndex(of: .column(.name)),
      !row.cells[name].value.isEmpty, row.cells[name].value == table.header[name].value
    else { return }
    throw Author.Refusal(
      "the table has several rows of headings, and planpress cannot tell how they belong together",
      hint: "write the headings of all columns into one row, such as '2025 target' (2025年目标)")
  }

  private mutating func reportMissingTargets() {
    let hasTargets = columns.roles.contains { role in
      switch role {
      case .target, .growth: true
      default: false
      }
    }
    for indicator in indicators where hasTargets && indicator.targets.isEmpty {
      findings.report(
        "'\(indicator.name)' has no target in the table", hint: "write one into the register, or delete the entry",
        at: indicator.location)
    }
  }

  /// A cell that is not taken over. Only a table whose numbers cannot be read at all is refused (`ImportQuestion`).
  mutating func report(_ code: DiagnosticCode, _ message: Message, hint: Message, at cell: Located<String>) {
    findings.report(code, message, hint: hint, at: cell)
  }

  mutating func noteMissing(_ cell: Located<String>) { findings.noteMissing(cell) }

  private mutating func reportBeside(_ cell: Located<String>, _ severity: Diagnostic.Severity) {
    findings.reportBeside(
      cell, severity, home: "write it into the text of the plan, or as the note of an indicator")
  }

  // MARK: Rows

  /// Reads a row: a heading, a row of an indicator that is known already, or a new indicator.
  private mutating func read(_ row: CSVRow) throws {
    if isHeading(row) { return readHeading(row) }
    rows.trailing = nil
    let earlier = columns.earlierNames.last { !isEmpty(row.cells[$0].value) }.map { row.cells[$0].value }
    let own = text(.name, row).flatMap { isEmpty($0) ? nil : $0 }
    let name = TableImport.withoutNumber(TableImport.oneLine(own ?? earlier ?? text(.id, row) ?? ""))
    guard !name.isEmpty else { return reportMissingName(row) }
    if TableImport.isSum(name) { return reportSum(name, at: cell(.name, row) ?? row.cells[0]) }
    let key = key(of: row, named: name, hasOwnName: own != nil)
    if let index = rows.known[key] {
      var indicator = indicators[index]
      addValues(of: row, to: &indicator)
      indicators[index] = indicator
      return
    }
    rows.known[key] = indicators.count
    var indicator = try indicator(row, named: name)
    // 创新驱动, and empty cells below it
    if columns.roles.contains(.column(.category)) {
      if let own = indicator.category { rows.category = own } else { indicator.category = rows.category }
    } else {
      indicator.category = rows.category
    }
    indicators.append(indicator)
  }

  private mutating func readHeading(_ row: CSVRow) {
    let cell = row.cells.last { !$0.value.isEmpty } ?? row.cells[0]
    if TableImport.isRemark(cell.value) {
      reportBeside(cell, .warning)
    } else {
      rows.category = TableImport.withoutNumber(cell.value)
      rows.trailing = cell
    }
  }

  private mutating func reportSum(_ name: String, at cell: Located<String>) {
    report(
      .importTable, "'\(name)' is a sum of other rows, and is not imported",
      hint: "if it is an indicator, give it a name of its own", at: cell)
  }

  private mutating func reportMissingName(_ row: CSVRow) {
    if let sum = row.cells.first(where: { TableImport.isSum($0.value) }) { return reportSum(sum.value, at: sum) }
    guard let figure = zip(columns.roles, row.cells).first(where: { $0.isNumber && !isEmpty($1.value) })?.1 else {
      return
    }
    report(
      .importTable, "this row has figures and no name, and is not imported",
      hint: "write the name of the indicator into its row", at: figure)
  }

  /// The id of an indicator, or else its name. Reports an id that another indicator has.
  private mutating func key(of row: CSVRow, named name: String, hasOwnName: Bool) -> String {
    guard let id = text(.id, row) else { return name }
    guard let index = rows.known[id], hasOwnName, indicators[index].name != shownName(name) else { return id }
    report(
      .importTable,
      "two rows have the id '\(id)': '\(indicators[index].name)' and '\(name)'; the second gets another",
      hint: "give each row an id of its own", at: cell(.id, row) ?? row.cells[0])
    return "\(id) \(name)"
  }

  func cell(_ column: TableColumn, _ row: CSVRow) -> Located<String>? {
    columns.roles.firstIndex(of: .column(column)).map { row.cells[$0] }
  }

  func text(_ column: TableColumn, _ row: CSVRow) -> String? {
    cell(column, row).flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  private func text(_ role: ImportedColumns.Role, _ row: CSVRow) -> String? {
    columns.roles.firstIndex(of: role).map { row.cells[$0].value }.flatMap { isEmpty($0) ? nil : $0 }
  }

  /// The names in the cells of a role, as 市住建局、市财政局 in each of two columns.
  private func names(_ role: ImportedColumns.Role, _ row: CSVRow) -> [String] {
    zip(columns.roles, row.cells).filter { $0.0 == role }
      .flatMap { $0.1.value.listItems { "、，,;；/".contains($0) || $0.isNewline } }
      .map { String($0).trimmingSpaces }
      // A dash says that there is none.
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// A row that only names a group, such as `一、创新驱动`, whose number may have a column of its own.
  private func isHeading(_ row: CSVRow) -> Bool {
    let filled = row.cells.indices.filter { !row.cells[$0].value.isEmpty }
    guard filled.count == 2, columns.roles[filled[0]] == .number else { return filled.count == 1 }
    // The indicators of a group are counted in figures.
    return !columns.roles[filled[1]].isNumber
      && row.cells[filled[0]].value.allSatisfy { "一二三四五六七八九十（）()、.．IVXABCDEFGH".contains($0) }
  }

  /// Whether a printed table names its columns again.
  private func isRepeatedHead(_ row: CSVRow) -> Bool {
    guard let name = columns.roles.firstIndex(of: .column(.name)) else { return false }
    let heads = table.header.map(\.value)
    return row.cells[name].value == heads[name] && ImportedColumns.isHeader(row.cells.map(\.value))
  }

  /// The name without a unit in brackets, and the unit: 森林覆盖率（%）. Where the unit has a column of its own, brackets
  /// belong to the name.
  private func divided(_ name: String) -> (shown: String, unit: String?) {
    guard columns.roles.firstIndex(of: .column(.unit)) == nil, let open = name.lastIndex(where: { "(（".contains($0) }),
      let last = name.last, ")）".contains(last)
    else { return (name, nil) }
    let inner = String(name[name.index(after: open)...].dropLast())
    return (String(name[..<open]).trimmingSpaces, inner)
  }

  private func shownName(_ name: String) -> String { divided(name).shown }

  private mutating func indicator(_ row: CSVRow, named name: String) throws -> ImportedIndicator {
    let (shown, bracket) = divided(name)
    var found = ImportedIndicator(
      id: text(.id, row) ?? "", name: shown, location: table.source.location(line: row.line))
    found.unit = text(.unit, row) ?? bracket
    if let unit = found.unit, ["—", "-", "/", "－"].contains(unit) { found.unit = nil }
    if found.unit == nil, !columns.roles.contains(.column(.unit)) { found.unit = unitAbove }
    if let unit = found.unit?.lowercased(), ["％", "per cent", "percent", "percentage", "pct", "百分比"].contains(unit) {
      found.unit = "%"
    }
    found.kind = text(.kind, row).flatMap { IndicatorKind(rawValue: $0) }
    found.category = text(.category, row)
    found.source = columns.roles.contains(.column(.value)) ? nil : text(.source, row)
    if !columns.roles.contains(.column(.value)) {
      for (role, cell) in zip(columns.roles, row.cells) where role == .column(.note) && !cell.value.isEmpty {
        found.add(note: TableImport.oneLine(cell.value))
      }
    }
    found.code = text(.code, row)
    found.definition = text(.definition, row).map(TableImport.oneLine)
    found.method = text(.method, row).map(TableImport.oneLine)
    for name in names(.column(.department), row) + names(.support, row) where !found.departments.contains(name) {
      found.departments.append(name)
    }
    if let index = columns.roles.firstIndex(of: .direction), !isEmpty(row.cells[index].value) {
      found.direction = TableImport.direction(row.cells[index].value)
      if found.direction == nil {
        report(
          .importTable, "'\(row.cells[index].value)' is not a direction, and is not imported",
          hint: "write 'direction: up' or 'direction: down' into the register", at: row.cells[index])
      }
    }
    if let index = columns.roles.firstIndex(of: .nature) {
      let word = row.cells[index].value
      found.nature = word.hasPrefix("约束") ? .binding : word.hasPrefix("预期") ? .anticipatory : Nature(rawValue: word)
    }
    addValues(of: row, to: &found)
    return found
  }

  // MARK: What follows from a whole row

  /// The kind of an increase, which brackets or the name say, and the order of targets.
  private func settle(_ indicator: inout ImportedIndicator) throws {
    let isTotal = indicator.targets.contains { if case .number(let number) = $0.goal { number.isTotal } else { false } }
    if indicator.kind == nil, isTotal, let baseline = indicator.baseline {
      // A number in brackets is the sum over all years; the baseline becomes a remark.
      let isChinese = indicator.name.containsHan
      let year = baseline.period.map { "\($0)" } ?? ""
      let value = NumberFormat.data(baseline.number.number) + (indicator.unit ?? "")
      let words = isChinese ? "基期\(year)：\(value)" : "Baseline \(year): \(value)"
      indicator.add(note: words)
      indicator.baseline = nil
    }
    if indicator.kind == nil, indicator.baseline == nil,
      isTotal || indicator.name.hasPrefix("新增") || indicator.name.hasPrefix("累计")
    {
      indicator.kind = .increase
    }
    if indicator.kind == nil, indicator.baseline == nil, indicator.unit == "%",
      indicator.name.hasSuffix("增长率") || indicator.name.hasSuffix("增速") || indicator.name.hasSuffix("增长")
    {
      indicator.kind = .rate
    }
    if indicator.kind == .increase {
      guard let measure = answers.measure ?? (indicator.values.count > 1 ? nil : .cumulative) else {
        throw ImportQuestion(
          kind: .measure,
          text: "do the values of '\(indicator.name)' count all since the beginning, or each year alone?",
          choices: Measure.allCases.map(\.rawValue))
      }
      indicator.measure = measure
    }
    keepSide(&indicator)
    keepNewestFigure(&indicator)
    indicator.targets.sort { a, b in
      guard let first = a.period else { return false }
      return b.period.map { first < $0 } ?? true
    }
  }

  /// A bound that the start keeps already, such as `<5.5` for 4.1, is to be kept: no figure grows or falls towards it.
  /// Only a level ends between two numbers.
  private func keepSide(_ indicator: inout ImportedIndicator) {
    if indicator.kind == nil, let start = indicator.baseline?.number.number ?? indicator.values.first?.number,
      case .number(let goal)? = indicator.targets.last?.goal, let comparator = goal.comparator, !goal.isTotal,
      comparator.holds(start.value, goal.number.value)
    {
      indicator.kind = comparator.wantsMore ? .floor : .ceiling
    }
    guard let kind = indicator.kind, kind != .level else { return }
    for index in indicator.targets.indices {
      if case .between(_, _, let words) = indicator.targets[index].goal { indicator.targets[index].goal = .text(words) }
    }
  }

  /// Where the figures end before the baseline, the baseline is the newest figure, and not only the start of the path.
  private func keepNewestFigure(_ indicator: inout ImportedIndicator) {
    guard indicator.kind != .increase, let baseline = indicator.baseline, let period = baseline.period,
      !indicator.values.isEmpty, indicator.values.allSatisfy({ $0.period < period })
    else { return }
    indicator.append((period, baseline.number.number, indicator.baselineStatus, "", ""))
  }

  /// 0.44 below the unit %: Excel keeps a share so.
  private mutating func warnOfShares(_ indicator: ImportedIndicator) {
    guard indicator.unit == "%", case .number(let goal)? = indicator.targets.last?.goal,
      let start = indicator.baseline?.number, start.unit == nil, start.number.value > 0, start.number.value < 1
    else { return }
    // 0.149 beside 18%: one of them is a share.
    let isMixed = goal.unit == "%" && goal.number.value > 20 * start.number.value
    guard isMixed || goal.unit == nil && goal.number.value > 0 && goal.number.value < 1 else { return }
    let (first, last) = (NumberFormat.data(start.number), NumberFormat.data(goal.number))
    findings.report(
      "'\(indicator.name)' goes from \(first) to \(last), and its unit is per cent",
      hint: "if shares are meant, write them as 44 in the register, not as 0.44", at: indicator.location)
  }

  /// Makes an id from the name of an indicator that has none, and numbers equal ids.
  private mutating func makeIDs() {
    var used: Set<String> = []
    for index in indicators.indices {
      indicators[index].isIDMade = IndicatorID(indicators[index].id) == nil
      var id = IndicatorID(indicators[index].id)?.text ?? Slug(indicators[index].name)?.text ?? "indicator"
      id = String(id.prefix(60))
      var unique = id
      var number = 2
      while !used.insert(unique.lowercased()).inserted {
        unique = "\(id)-\(number)"
        number += 1
      }
      indicators[index].id = unique
    }
  }
}
