import Diagnostics

/// A table of texts whose cells know their locations: a CSV file, or a sheet of a workbook.
package struct DataTable: Sendable {
  package let source: TableSource
  package let header: [Located<String>]
  package let rows: [CSVRow]
  /// The texts of cells above the header and to the right of it, which belong to no column.
  package let outside: [Located<String>]

  /// `rows` have one cell for each column of the header.
  package init(
    _ source: TableSource, header: [Located<String>], rows: [CSVRow], outside: [Located<String>] = []
  ) {
    self.outside = outside
    self.source = source
    self.header = header
    self.rows = rows
  }

  package init(_ table: CSVTable, of text: SourceText) {
    source = TableSource(text)
    header = table.header
    rows = table.rows.filter { $0.cells.count == table.header.count }
    outside = []
  }
}

/// The source that the ranges of a table's cells refer to: a text, or a sheet of a workbook.
package struct TableSource: Sendable {
  /// The text; without bytes for a workbook.
  package let text: SourceText
  /// The name of the sheet; nil for a text.
  private let sheet: String?

  package init(_ text: SourceText) {
    self.text = text
    sheet = nil
  }

  /// A sheet of the workbook at `path`, which messages show.
  package init(path: String, sheet: String) {
    text = SourceText(path: path, bytes: [])
    self.sheet = sheet
  }

  package var path: String { text.path }
  /// Nil for a text.
  package var sheetName: String? { sheet }

  /// The columns of a sheet whose cells have ranges. No table of figures has as many.
  package static let mostColumns = 1024

  /// The range that represents a cell of a sheet; `row` is 1-based, `column` 0-based and below `mostColumns`.
  package static func range(row: Int, column: Int) -> SourceRange {
    let place = row * mostColumns + column
    return SourceRange(start: place, end: place)
  }

  package func location(of range: SourceRange) -> SourceLocation {
    guard let sheet else { return text.location(of: range) }
    let place = Int(range.start)
    return SourceLocation(
      path: text.path,
      cell: SheetCell(sheet: sheet, row: place / TableSource.mostColumns, column: place % TableSource.mostColumns))
  }

  /// The beginning of a line or row, 1-based.
  package func location(line: Int) -> SourceLocation {
    sheet == nil ? text.location(line: line) : location(of: TableSource.range(row: line, column: 0))
  }

  /// The word for a row in messages: `line` or `row`.
  package var rowWord: Message { sheet == nil ? "line" : "row" }
}
