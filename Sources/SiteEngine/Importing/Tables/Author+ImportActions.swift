import Actions
import DataFormats
import Diagnostics
import Files
import Indicators
import SiteSources

extension Author {
  /// The entries that an import of actions added to a site, or would add.
  package struct ImportedActions: Sendable {
    package let register: String
    /// The lines that were added to it.
    package let entries: [String]
    /// How many actions they are.
    package let count: Int
    /// The names of actions that were there already.
    package let known: [String]
    package let diagnostics: [Diagnostic]
  }

  /// Adds the rows of a division of labour (任务分工表), `.xlsx` or `.csv`, to a plan's register of actions. An action whose
  /// id or name is there already keeps its entry. With `isDryRun`, nothing is written.
  package func importActions(_ path: String, answers: ImportAnswers, isDryRun: Bool) throws -> Checked<ImportedActions>
  {
    let folder = path.folderPart
    let loader = SourceLoader(siteDirectory: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
    let read = try TableReader(loader).plannersTables(of: path.lastPart, isHeader: Author.isHeaderOfActions)
    guard let file = read.value else { return Checked(failed: read.diagnostics) }
    let found = file.tables(of: "a table of actions", named: answers.sheet, isHeader: Author.isHeaderOfActions)
    let problems = read.diagnostics + found.diagnostics
    guard let tables = found.value, !problems.hasErrors else { return Checked(failed: problems) }
    guard let chosen = tables.first(where: { answers.sheet == nil || $0.source.sheetName == answers.sheet }) else {
      throw Refusal("no sheet '\(answers.sheet ?? "")' has a table of actions")
    }
    let (table, hidden) = file.withoutHidden(chosen)
    let columns = table.header.map { head -> ActionColumn? in
      // 2025年进展情况: such a column tells in sentences how far the task is.
      let tellsProgress = ["进展", "进度", "完成情况"].contains(where: head.value.contains)
      return ActionColumn(heading: head.value) ?? (tellsProgress ? .state : nil)
    }
    guard let name = columns.lastIndex(of: .name) else {
      throw Refusal(
        "the table has no column with the names of its actions", hint: "call it 'Task' or 任务, in the first row")
    }
    let plan = try planFolder(answers.plan)
    var rows = ActionRows(table, columns, name: name, sections: SectionColumn(self, plan: plan))
    rows.diagnostics += file.left(besides: table) + hidden
    for cell in table.outside {
      rows.diagnostics.append(
        Diagnostic(
          .note, .importTable, "'\(cell.value)' stands beside the table, and is not imported",
          hint: "write it into the text of the plan, or as the note of an action",
          at: table.source.location(of: cell.range)))
    }
    for column in table.header.indices where columns[column] == nil {
      guard !table.header[column].value.isEmpty else { continue }
      rows.diagnostics.append(
        Diagnostic(
          .warning, .importTable, "column '\(table.header[column].value)' is not taken over",
          hint: "write what it says into the register, or give it another heading",
          at: table.source.location(of: table.header[column].range)))
    }
    let existing = site.actions.flatMap(\.entries) + site.pages.flatMap(\.fields.actions)
    var ids = Set(existing.map(\.id.value))
    let names = Set(existing.map(\.name))
    var known: [String] = []
    var entries: [String] = []
    var count = 0
    var seen: [String: String] = [:]
    for row in table.rows {
      guard let entry = rows.entry(row.cells, yaml) else { continue }
      rows.reportRepeated(entry.name, code: entry.code, in: row.cells, &seen)
      // Rows of the same table do not count as present.
      if names.contains(entry.name) || entry.hasOwnID && ids.contains(entry.id) {
        known.append(entry.name)
        continue
      }
      // Two tasks whose names begin alike have different addresses.
      var id = entry.id
      var number = 2
      while ids.contains(id) {
        id = "\(entry.id)-\(number)"
        number += 1
      }
      ids.insert(id)
      entries += ["- id: \(yaml(id))"] + entry.lines
      count += 1
    }
    guard count > 0 || !known.isEmpty else { throw Refusal("the table has no row with an action") }
    var register = "\(SourceTree.contentFolder)/\(plan.appending(part: "\(RegisterKind.actions.rawValue).yaml"))"
    if !isDryRun, count > 0 { register = try append(actions: entries, count: count, plan: plan) }
    return Checked(
      ImportedActions(
        register: register, entries: entries, count: count, known: known,
        diagnostics: problems.withoutNotes + rows.diagnostics))
  }

  /// Adds the lines of actions at the end of a plan's register. Returns its path.
  func append(actions lines: [String], count: Int, plan: String?) throws -> String {
    try append(lines, count: count, toRegister: .actions, plan: plan) { source in
      YAMLParser.parse(source).value.map { node in
        Action.list(node, in: source, needsIDs: true, reportingTo: DiagnosticSink()).count
      }
    }.path
  }

  static func isHeaderOfActions(_ cells: [String]) -> Bool {
    let columns = cells.compactMap { ActionColumn(heading: $0) }
    return columns.contains(.name) && columns.contains { [.lead, .support, .due, .start, .state].contains($0) }
  }
}

/// Makes entries of the rows of a table of actions.
private struct ActionRows {
  let table: DataTable
  let columns: [ActionColumn?]
  let name: Int
  /// The column of what several actions belong to, left of their names: 重点任务 beside 具体举措.
  private let group: Int?
  /// Its text in this row, or in one above.
  private var groupText: String?
  private let sections: SectionColumn
  var diagnostics: [Diagnostic] = []

  init(_ table: DataTable, _ columns: [ActionColumn?], name: Int, sections: SectionColumn) {
    self.sections = sections
    self.table = table
    self.columns = columns
    self.name = name
    group = columns[..<name].lastIndex(of: .name)
  }

  /// The lines of an entry below its id. Nil for a row without a name.
  mutating func entry(
    _ cells: [Located<String>], _ yaml: (String) -> String
  ) -> (id: String, hasOwnID: Bool, name: String, code: String?, lines: [String])? {
    if let group, cells.indices.contains(group), !cells[group].value.isEmpty { groupText = cells[group].value }
    let own = cells.indices.contains(name) ? cells[name].value : ""
    let isOfGroup = group.map { cells.indices.contains($0) && !cells[$0].value.isEmpty } ?? false
    guard let title = own.isEmpty ? (isOfGroup ? groupText : nil) : own, !title.isEmpty else { return nil }
    var id: String?
    var code: String?
    var lines = ["  name: \(yaml(title))"]
    var departments: (lead: String?, support: [String]) = (nil, [])
    var notes: [String] = []
    if let group, let groupText, title != groupText {
      notes.append("\(table.header[group].value)\(isChinese(groupText) ? "：" : ": ")\(groupText)")
    }
    func has(_ key: String) -> Bool { lines.contains { $0.hasPrefix("  \(key): ") } }
    func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0x3400 } }
    for (index, (cell, column)) in zip(cells, columns).enumerated() where !cell.value.isEmpty {
      let text = cell.value
      switch column {
      case .id: id = IndicatorID(text)?.text
      case .code:
        code = text
        lines.append("  code: \(yaml(text))")
      case .summary: lines.append("  summary: \(yaml(text))")
      case .lead:
        let names = ActionColumn.names(text).map(String.init)
        departments.lead = names.first
        departments.support = names.dropFirst() + departments.support
      case .support: departments.support += ActionColumn.names(text).map(String.init)
      case .start, .due, .done:
        if let note = date(column?.rawValue ?? "", cell, &lines) {
          notes.append("\(table.header[index].value): \(note)")
        }
      case .state, .progress:
        let report = ActionColumn.report(text)
        if let state = report.state, !has("state") { lines.append("  state: \(state.rawValue)") }
        if let share = report.share, !has("progress") { lines.append("  progress: \(share)") }
        // The rest of it is kept as a note.
        if !report.isWhole { notes.append("\(table.header[index].value)\(isChinese(text) ? "：" : ": ")\(text)") }
        if report.state == nil, report.share == nil {
          kept(
            cell, "'\(text)' is no state of an action; it stays as a note",
            hint: "write 'state:' with planned, started, done, delayed or stopped into the register")
        }
      case .budget, .spent:
        let key = column == .budget ? "budget" : "spent"
        if let amount = ActionShare.amount(text, under: table.header[index].value) {
          let unit = amount.unit.map { " \($0)" } ?? ""
          let written = ActionShare.amount(text)?.unit == nil && amount.unit != nil
          lines.append("  \(key): \(yaml(written ? "\(text.trimmingSpaces)\(unit)" : text))")
        } else {
          leftOut(cell, "'\(text)' begins with no number, and is left out")
        }
      case .indicators:
        lines.append("  indicators: [\(ActionColumn.names(text).map { yaml(String($0)) }.joined(separator: ", "))]")
      case .programme: lines.append("  programme: \(yaml(text))")
      case .section:
        switch sections.read(text) {
        case .path(let path): lines.append("  section: \(yaml(path))")
        case .several:
          notes.append("\(table.header[index].value): \(text)")
          kept(cell, "several sections of the plan are called '\(text)'; it stays as a note")
        case .unknown:
          notes.append("\(table.header[index].value): \(text)")
          kept(cell, "no section of the plan is called '\(text)'; it stays as a note")
        }
      case .place: lines.append("  place: \(yaml(text))")
      case .note: notes.append(text)
      case .name, nil: break
      }
    }
    if departments.lead == nil, !departments.support.isEmpty { departments.lead = departments.support.removeFirst() }
    if let lead = departments.lead {
      let support = departments.support.map(yaml).joined(separator: ", ")
      lines.append(
        support.isEmpty ? "  department: \(yaml(lead))" : "  department: {lead: \(yaml(lead)), support: [\(support)]}")
    }
    if !notes.isEmpty {
      lines.append(
        notes.count == 1
          ? "  note: \(yaml(notes[0]))" : "  note: [\(notes.map(yaml).joined(separator: ", "))]")
    }
    return (id ?? Action.id(ofName: title), id != nil, title, code, lines)
  }

  /// Returns what a time without an end says, such as 每年年底, which is worth a note.
  private mutating func date(_ key: String, _ cell: Located<String>, _ lines: inout [String]) -> String? {
    // 2025-26 is no month, and so a year of budgets or schools.
    var text = cell.value
    if let match = text.wholeMatch(of: /([0-9]{4})[-–]([0-9]{2})/), let first = Int(match.output.1),
      let last = Int(match.output.2), last > 12, last == (first + 1) % 100
    {
      text = "\(match.output.1)/\(match.output.2)"
    }
    switch ActionDate.read(text) {
    case .period(let period): lines.append("  \(key): \(period)")
    case .open: return cell.value.contains(where: \.isLetter) ? cell.value : nil
    case .ambiguous:
      leftOut(
        cell, "'\(cell.value)' may be a day in either of two months, and is left out",
        hint: "write '\(key):' as 2026-02-01: year, month, day")
    case .unknown:
      leftOut(
        cell, "'\(cell.value)' is not a date, and is left out",
        hint: "write '\(key):' into the register as 2026, 2026-06, 2026-06-30 or 2026 Q2")
    }
    return nil
  }

  /// Reports a second row with the name and the number of an earlier one, which may be the same action with another
  /// department. `seen` are the names, with the number of the first row.
  mutating func reportRepeated(
    _ title: String, code: String?, in cells: [Located<String>], _ seen: inout [String: String]
  ) {
    let first = seen[title]
    seen[title] = first ?? code ?? ""
    guard first == code ?? "", cells.indices.contains(name) else { return }
    diagnostics.append(
      Diagnostic(
        .warning, .importTable, "'\(title)' is in the table twice, and becomes two actions",
        hint: "if it is one action, keep one entry and name the other department under 'support'",
        at: table.source.location(of: cells[name].range)))
  }

  private mutating func kept(
    _ cell: Located<String>, _ message: Message,
    hint: Message = "write the section's path into the register: 'section: …'"
  ) {
    diagnostics.append(
      Diagnostic(
        .warning, .importTable, message, hint: hint,
        at: table.source.location(of: cell.range)))
  }

  private mutating func leftOut(
    _ cell: Located<String>, _ message: Message, hint: Message = "write it into the register by hand"
  ) {
    diagnostics.append(
      Diagnostic(
        .warning, .importTable, message, hint: hint,
        at: table.source.location(of: cell.range)))
  }
}
