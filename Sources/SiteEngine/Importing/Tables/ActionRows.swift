import Actions
import Bytes
import DataFormats
import Diagnostics
import Indicators

/// Makes actions of the rows of a table.
struct ActionRows {
  private let columns: [ActionColumn?]
  /// The column of the names.
  private let name: Int
  /// The column of what several actions belong to, left of their names: 重点任务 beside 具体举措.
  private let group: Int?
  /// Its text in this row, or in one above.
  private var groupText: String?
  private let sections: SectionColumn
  /// Makes a YAML scalar of a text.
  private let yaml: (String) -> String
  private(set) var findings: TableFindings

  /// Refuses a table without a column of names.
  init(_ table: DataTable, sections: SectionColumn, yaml: @escaping (String) -> String) throws {
    let columns = table.header.map { ActionRows.column(headed: $0.value) }
    guard let name = columns.lastIndex(of: .name) else {
      throw Author.Refusal(
        "the table has no column with the names of its actions", hint: "call it 'Task' or 任务, in the first row")
    }
    self.columns = columns
    self.name = name
    self.sections = sections
    self.yaml = yaml
    group = columns[..<name].lastIndex(of: .name)
    findings = TableFindings(table)
    for cell in table.outside {
      findings.reportBeside(cell, home: "write it into the text of the plan, or as the note of an action")
    }
    findings.reportUnknownColumns { columns[$0] == nil }
  }

  private static func column(headed heading: String) -> ActionColumn? {
    if let column = ActionColumn(heading: heading) { return column }
    // 2025年进展情况: such a column describes the progress of the task in sentences.
    return ["进展", "进度", "完成情况"].contains(where: heading.contains) ? .state : nil
  }

  /// The action of a row; nil for a row without a name.
  mutating func action(_ row: CSVRow) -> ImportedAction? {
    let cells = row.cells
    guard let title = title(cells) else { return nil }
    var action = ImportedAction(name: title)
    if let group, let groupText, title != groupText { note(groupText, below: group, in: &action) }
    for (index, (cell, column)) in zip(cells, columns).enumerated() where !cell.value.isEmpty {
      if let column { read(cell, column, at: index, into: &action) }
    }
    if action.lead == nil, !action.support.isEmpty { action.lead = action.support.removeFirst() }
    return action
  }

  /// The name of an action. One without a name of its own is called as its group, if its row begins that.
  private mutating func title(_ cells: [Located<String>]) -> String? {
    let ownGroup = group.flatMap { cells.indices.contains($0) && !cells[$0].value.isEmpty ? cells[$0].value : nil }
    if let ownGroup { groupText = ownGroup }
    let own = cells.indices.contains(name) ? cells[name].value : ""
    return own.isEmpty ? ownGroup : own
  }

  private mutating func read(
    _ cell: Located<String>, _ column: ActionColumn, at index: Int, into action: inout ImportedAction
  ) {
    let text = cell.value
    switch column {
    case .name: break
    case .id: action.id = IndicatorID(text)?.text
    case .code, .summary, .programme, .place: action.add(column.rawValue, yaml(text))
    case .lead:
      let names = ActionColumn.names(text).map(String.init)
      action.lead = names.first
      action.support = names.dropFirst() + action.support
    case .support: action.support += ActionColumn.names(text).map(String.init)
    case .start, .due, .done: readTime(cell, column, at: index, into: &action)
    case .state, .progress: readReport(cell, at: index, into: &action)
    case .budget, .spent: readAmount(cell, column, at: index, into: &action)
    case .indicators:
      action.add(
        column.rawValue, "[\(ActionColumn.names(text).map { yaml(String($0)) }.joined(separator: ", "))]")
    case .section: readSection(cell, at: index, into: &action)
    case .note: action.notes.append(text)
    }
  }

  // MARK: Cells

  private mutating func readTime(
    _ cell: Located<String>, _ column: ActionColumn, at index: Int, into action: inout ImportedAction
  ) {
    // 2025-26 is not a month, so it is a budget or school year.
    var text = cell.value
    if let match = text.wholeMatch(of: /([0-9]{4})[-–]([0-9]{2})/), let first = Int(match.output.1),
      let last = Int(match.output.2), last > 12, last == (first + 1) % 100
    {
      text = "\(match.output.1)/\(match.output.2)"
    }
    switch ActionDate.read(text) {
    case .period(let period): action.add(column.rawValue, "\(period)")
    case .open:
      // A time without an end, such as 每年年底, is kept as a note.
      if cell.value.contains(where: \.isLetter) { action.notes.append("\(heading(index)): \(cell.value)") }
    case .ambiguous:
      reportLeftOut(
        cell, "'\(cell.value)' may be a day in either of two months, and is left out",
        hint: "write '\(column.rawValue):' as 2026-02-01: year, month, day")
    case .unknown:
      reportLeftOut(
        cell, "'\(cell.value)' is not a date, and is left out",
        hint: "write '\(column.rawValue):' into the register as 2026, 2026-06, 2026-06-30 or 2026 Q2")
    }
  }

  private mutating func readReport(_ cell: Located<String>, at index: Int, into action: inout ImportedAction) {
    let report = ActionColumn.report(cell.value)
    if let state = report.state, !action.has("state") { action.add("state", state.rawValue) }
    if let share = report.share, !action.has("progress") { action.add("progress", share) }
    // The rest of it is kept as a note.
    if !report.isWhole { note(cell.value, below: index, in: &action) }
    if report.state == nil, report.share == nil {
      findings.report(
        .importTable, "'\(cell.value)' is not a state of an action; it stays as a note",
        hint: "write 'state:' with planned, started, done, delayed or stopped into the register", at: cell)
    }
  }

  private mutating func readAmount(
    _ cell: Located<String>, _ column: ActionColumn, at index: Int, into action: inout ImportedAction
  ) {
    guard let amount = ActionShare.amount(cell.value, under: heading(index)) else {
      return reportLeftOut(cell, "'\(cell.value)' does not begin with a number, and is left out")
    }
    // The heading has the unit that the cell lacks: 投资（万元）.
    let unit = ActionShare.amount(cell.value)?.unit == nil ? amount.unit : nil
    action.add(column.rawValue, yaml(unit.map { "\(cell.value.trimmingSpaces) \($0)" } ?? cell.value))
  }

  private mutating func readSection(_ cell: Located<String>, at index: Int, into action: inout ImportedAction) {
    let hint: Message = "write the section's path into the register: 'section: …'"
    switch sections.read(cell.value) {
    case .path(let path): action.add("section", yaml(path))
    case .several:
      action.notes.append("\(heading(index)): \(cell.value)")
      findings.report(
        .importTable, "several sections of the plan are called '\(cell.value)'; it stays as a note", hint: hint,
        at: cell)
    case .unknown:
      action.notes.append("\(heading(index)): \(cell.value)")
      findings.report(
        .importTable, "no section of the plan is called '\(cell.value)'; it stays as a note", hint: hint, at: cell)
    }
  }

  // MARK: Notes and findings

  private func heading(_ index: Int) -> String { findings.table.header[index].value }

  /// Keeps a text as a note, after the heading of its column.
  private func note(_ text: String, below index: Int, in action: inout ImportedAction) {
    action.notes.append("\(heading(index))\(text.containsHan ? "：" : ": ")\(text)")
  }

  /// Reports a second row with the name and the number of an earlier one, which may be the same action with another
  /// department. `seen` are the names, with the number of the first row.
  mutating func reportRepeated(
    _ title: String, code: String?, in cells: [Located<String>], _ seen: inout [String: String]
  ) {
    let first = seen[title]
    seen[title] = first ?? code ?? ""
    guard first == code ?? "", cells.indices.contains(name) else { return }
    findings.report(
      .importTable, "'\(title)' is in the table twice, and becomes two actions",
      hint: "if it is one action, keep one entry and name the other department under 'support'", at: cells[name])
  }

  private mutating func reportLeftOut(
    _ cell: Located<String>, _ message: Message, hint: Message = "write it into the register by hand"
  ) {
    findings.report(.importTable, message, hint: hint, at: cell)
  }
}
