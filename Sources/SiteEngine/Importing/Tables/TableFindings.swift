import DataFormats
import Diagnostics

/// The parts of a planner's table that an import leaves out.
struct TableFindings {
  let table: DataTable
  private(set) var diagnostics: [Diagnostic] = []

  init(_ table: DataTable) {
    self.table = table
  }

  /// A cell that is not taken over as it is.
  mutating func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message, at cell: Located<String>
  ) {
    diagnostics.append(Diagnostic(.warning, code, message, hint: hint, at: table.source.location(of: cell.range)))
  }

  /// A cell that says that there is no figure.
  mutating func noteMissing(_ cell: Located<String>) {
    diagnostics.append(
      Diagnostic(
        .note, .importTable, "'\(cell.value)' is taken for an empty cell",
        hint: "write the figure into the register when it is known", at: table.source.location(of: cell.range)))
  }

  /// Something about a whole row, at its entry in the register.
  mutating func report(_ message: Message, hint: Message, at location: SourceLocation) {
    diagnostics.append(Diagnostic(.warning, .importTable, message, hint: hint, at: location))
  }

  /// The columns that have a heading which says nothing to planpress.
  mutating func reportUnknownColumns(where isUnknown: (Int) -> Bool) {
    for (index, heading) in table.header.enumerated() where isUnknown(index) && !heading.value.isEmpty {
      report(
        .csvUnknownColumn, "column '\(heading.value)' is not imported",
        hint: "write what it says into the register, or give it another heading", at: heading)
    }
  }

  /// A text above, below or beside the table. `home` says where it can be written.
  mutating func reportBeside(_ cell: Located<String>, _ severity: Diagnostic.Severity = .note, home: Message) {
    diagnostics.append(
      Diagnostic(
        severity, .importTable, "'\(cell.value)' is outside the table and is not imported", hint: home,
        at: table.source.location(of: cell.range)))
  }
}
