import DataFormats
import Diagnostics
import SiteSources

extension TableFile {
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
