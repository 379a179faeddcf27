import DataFormats
import Diagnostics
import SiteSources

extension TableFile {
  /// The table without the rows and columns that are hidden in its workbook, and a warning for each of them: like a hidden sheet,
  /// they may be for colleagues only.
  func withoutHidden(_ table: DataTable) -> (table: DataTable, hidden: [Diagnostic]) {
    guard case .workbook(let workbook, _) = self,
      let sheet = workbook.sheets.first(where: { $0.name == table.source.sheetName }),
      !sheet.hiddenRows.isEmpty || !sheet.hiddenColumns.isEmpty
    else { return (table, []) }
    var hidden: [Diagnostic] = []
    func leave(_ message: Message, hint: Message, at cell: Located<String>) {
      hidden.append(Diagnostic(.warning, .importTable, message, hint: hint, at: table.source.location(of: cell.range)))
    }
    let shown = table.header.indices.filter { index in !sheet.hiddenColumns.contains { $0.contains(index) } }
    for index in Set(table.header.indices).subtracting(shown).sorted() where !table.header[index].value.isEmpty {
      leave(
        "the hidden column '\(table.header[index].value)' is not imported",
        hint: "if readers should see it, show it in the workbook, and import that again", at: table.header[index])
    }
    var rows: [CSVRow] = []
    for row in table.rows {
      guard sheet.hiddenRows.contains(row.line) else {
        rows.append(CSVRow(line: row.line, cells: shown.map { row.cells[$0] }))
        continue
      }
      let own = table.header.indices.last { ImportedColumns.isOfName(table.header[$0].value) }
      guard
        let name = own.map({ row.cells[$0] }).flatMap({ $0.value.isEmpty ? nil : $0 })
          ?? row.cells.first(where: { $0.value.contains(where: \.isLetter) })
      else { continue }
      leave(
        "the hidden row of '\(name.value)' is not imported",
        hint: "if readers should see it, show it in the workbook, and import that again", at: name)
    }
    return (
      DataTable(table.source, header: shown.map { table.header[$0] }, rows: rows, outside: table.outside), hidden
    )
  }

  /// The parts of a workbook besides the imported table: other sheets, hidden ones, and comments on cells. Comments may be
  /// for colleagues only, so that none is published.
  func left(besides table: DataTable) -> [Diagnostic] {
    guard case .workbook(let workbook, let path) = self else { return [] }
    var left: [Diagnostic] = []
    for sheet in workbook.sheets {
      let source = TableSource(path: path, sheet: sheet.name)
      if sheet.name != table.source.sheetName, !sheet.rows.isEmpty {
        left.append(
          Diagnostic(
            .warning, .workbookSheet,
            sheet.isHidden
              ? "sheet '\(sheet.name)' is hidden, and is not imported" : "sheet '\(sheet.name)' is not imported",
            hint: "if it has a table for the site, import it with '--sheet \(sheet.name)'",
            at: SourceLocation(file: path)))
      }
      for comment in sheet.comments {
        let text = comment.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        left.append(
          Diagnostic(
            .warning, .importTable, "the comment on this cell is not imported: \(text)",
            hint: "if readers should know it, write it as the note of the indicator",
            at: source.location(
              of: TableSource.range(
                row: comment.position.row, column: min(comment.position.column, TableSource.mostColumns - 1)))))
      }
    }
    return left
  }
}
