import Actions
import Bytes
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
    let read = try plannersTables(of: path, isHeader: Author.isHeaderOfActions)
    guard let file = read.value else { return Checked(failed: read.diagnostics) }
    let found = file.tables(of: "a table of actions", named: answers.sheet, isHeader: Author.isHeaderOfActions)
    let problems = read.diagnostics + found.diagnostics
    guard let tables = found.value, !problems.hasErrors else { return Checked(failed: problems) }
    guard let chosen = tables.first(where: { answers.sheet == nil || $0.source.sheetName == answers.sheet }) else {
      throw Refusal("no sheet '\(answers.sheet ?? "")' has a table of actions")
    }
    let (table, hidden) = file.withoutHidden(chosen)
    let plan = try planFolder(answers.plan)
    var rows = try ActionRows(table, sections: SectionColumn(self, plan: plan), yaml: yaml)
    let existing = site.actions.flatMap(\.entries) + site.pages.flatMap(\.fields.actions)
    var ids = Set(existing.map(\.id.value))
    let names = Set(existing.map(\.name))
    var known: [String] = []
    var entries: [String] = []
    var count = 0
    var seen: [String: String] = [:]
    for row in table.rows {
      guard let action = rows.action(row) else { continue }
      rows.reportRepeated(action.name, code: action.code, in: row.cells, &seen)
      // Of the rows of one table none is there already.
      if names.contains(action.name) || action.id.map(ids.contains) ?? false {
        known.append(action.name)
        continue
      }
      // Two tasks whose names begin alike have different addresses.
      let own = action.id ?? Action.id(ofName: action.name)
      var (id, number) = (own, 2)
      while !ids.insert(id).inserted {
        id = "\(own)-\(number)"
        number += 1
      }
      entries += ["- id: \(yaml(id))"] + action.lines(yaml)
      count += 1
    }
    guard count > 0 || !known.isEmpty else { throw Refusal("the table has no row with an action") }
    var register = "\(SourceTree.contentFolder)/\(plan.appending(part: "\(RegisterKind.actions.rawValue).yaml"))"
    if !isDryRun, count > 0 { register = try append(actions: entries, count: count, plan: plan) }
    return Checked(
      ImportedActions(
        register: register, entries: entries, count: count, known: known,
        diagnostics: problems.withoutNotes + file.left(besides: table) + hidden + rows.findings.diagnostics))
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
