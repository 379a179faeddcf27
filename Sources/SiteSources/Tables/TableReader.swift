import Bytes
import DataFormats
import Diagnostics
import Files
import Workbooks

/// Reads the tables of a CSV file or of a workbook.
package struct TableReader {
  private let loader: SourceLoader

  package init(_ loader: SourceLoader) {
    self.loader = loader
  }

  /// A workbook, or the table of a CSV file. `path` is relative to the loader's folder.
  package func tables(of path: String) throws -> Checked<TableFile> {
    guard path.pathExtension == "xlsx" else {
      let loaded = try loader.text(of: path)
      guard let text = loaded.value else { return Checked(failed: loaded.diagnostics) }
      return CSVTable.parse(text).map { .text(DataTable($0, of: text)) }
        .adding(loaded.diagnostics + text.invisibleCharactersOfData())
    }
    return try workbook(path).map { .workbook($0, path: path) }
  }

  /// A workbook with its comments, or the table of a CSV file whose headings may follow a title, and take several rows.
  package func plannersTables(of path: String, isHeader: ([String]) -> Bool) throws -> Checked<TableFile> {
    guard path.pathExtension != "xlsx" else {
      return try workbook(path, withComments: true).map { .workbook($0, path: path) }
    }
    let strict = try tables(of: path)
    if case .text(let table)? = strict.value, !strict.diagnostics.hasErrors, isHeader(table.header.map(\.value)) {
      return strict
    }
    let loaded = try loader.text(of: path)
    // A row with too many cells has a comma that nobody put in quotes.
    guard let text = loaded.value, text.firstInvalidUTF8 == nil,
      !strict.diagnostics.contains(where: { $0.code == .csvRaggedRow })
    else { return strict }
    let rows = CSVTable.rows(of: text.withCommas)
    guard !rows.diagnostics.hasErrors,
      let table = rows.value.flatMap({ DataTable($0, of: text.withCommas, isHeader: isHeader) })
    else { return strict }
    return Checked(.text(table), loaded.diagnostics + text.invisibleCharactersOfData())
  }

  /// Reports `workbook.unreadable` and `workbook.too-large`.
  package func workbook(_ path: String, withComments: Bool = false) throws -> Checked<Workbook> {
    let loaded = try loader.bytes(of: path)
    guard let bytes = loaded.value else { return Checked(failed: loaded.diagnostics) }
    do throws(WorkbookFault) { return Checked(try Workbook.read(bytes, withComments: withComments)) } catch {
      let code: DiagnosticCode = error.kind == .tooLarge ? .workbookTooLarge : .workbookUnreadable
      return Checked(failed: [
        Diagnostic(.error, code, "the workbook \(error.reason)", hint: error.hint, at: SourceLocation(file: path))
      ])
    }
  }
}

/// The tables of a file.
package enum TableFile: Sendable {
  case text(DataTable)
  case workbook(Workbook, path: String)
}

extension TableFile {
  /// The tables whose header `isHeader` knows: of a workbook, the first such row of each sheet, at most 20 rows down, so
  /// that a title may precede it. Hidden sheets are passed over, but for the one that `named` names.
  ///
  /// Reports `workbook.cell` for a formula without a result, `csv.missing-column` if no sheet has such a header, and
  /// the note `workbook.sheet` for each sheet that has none beside one that has.
  package func tables(
    of what: Message, hint: Message = "name the columns in one row: id, Year, Value (编号, 年份, 数值)",
    named: String? = nil,
    isHeader: ([String]) -> Bool
  ) -> Checked<[DataTable]> {
    let workbook: Workbook
    let path: String
    switch self {
    case .text(let table): return Checked([table])
    case .workbook(let read, let name): (workbook, path) = (read, name)
    }
    var found: [DataTable] = []
    var diagnostics: [Diagnostic] = []
    var others: [Diagnostic] = []
    for sheet in workbook.sheets where (!sheet.isHidden || sheet.name == named) && !sheet.rows.isEmpty {
      let table = DataTable.table(of: sheet, path: path, isHeader: isHeader)
      diagnostics += table?.diagnostics ?? []
      if let table = table?.value {
        found.append(table)
      } else {
        others.append(
          Diagnostic(
            .note, .workbookSheet, "sheet '\(sheet.name)' is not read: it has no headings of \(what)",
            hint: "name its columns in one row", at: SourceLocation(file: path)))
      }
    }
    guard !found.isEmpty else {
      return Checked(failed: [
        Diagnostic(
          .error, .csvMissingColumn, "no sheet has the headings of \(what)",
          hint: hint, at: SourceLocation(file: path))
      ])
    }
    return Checked(found, diagnostics + others)
  }
}

extension TableFile {
  /// Findings on the parts of a workbook of values that nobody sees in Excel: rows that are read all the same, and
  /// sheets that are not.
  var hiddenParts: [Diagnostic] {
    guard case .workbook(let workbook, let path) = self else { return [] }
    return workbook.sheets.compactMap { sheet in
      let rows = sheet.rows.map(\.number).filter(sheet.hiddenRows.contains)
      if sheet.isHidden {
        guard !sheet.rows.isEmpty else { return nil }
        return Diagnostic(
          .note, .workbookSheet, "sheet '\(sheet.name)' is hidden, and is not read",
          hint: "show it if it has values", at: SourceLocation(file: path))
      }
      guard let first = rows.first else { return nil }
      let place = SheetCell(sheet: sheet.name, row: first, column: 0)
      return Diagnostic(
        .warning, .workbookSheet,
        "rows of sheet '\(sheet.name)' are hidden, and are published: \(list: rows.map { "\($0)" })",
        hint: "show them, or delete them", at: SourceLocation(path: path, cell: place))
    }
  }
}

extension DataTable {
  private static let lastHeader = 20

  /// The table of a sheet; nil for a sheet without a header. Cells to the right of the header are left out. A text in a
  /// cell that is merged with the ones below it is repeated in each of their rows.
  static func table(
    of sheet: Workbook.Sheet, path: String, isHeader: ([String]) -> Bool
  ) -> Checked<DataTable>? {
    let source = TableSource(path: path, sheet: sheet.name)
    guard
      let top = sheet.rows.firstIndex(where: { row in
        row.number <= lastHeader && isHeader(row.cells.map { $0.value.text ?? "" })
      }), let last = sheet.rows[top].cells.last?.column, last < TableSource.mostColumns
    else { return nil }
    let width = last + 1
    var diagnostics: [Diagnostic] = []
    var filled = MergedTexts(sheet, width: width)
    func withoutControls(_ text: String, at range: SourceRange) -> String {
      guard mayHaveControls(text), let first = text.unicodeScalars.first(where: ControlCharacter.contains) else {
        return text
      }
      diagnostics.append(
        Diagnostic(
          .error, .controlCharacter, ControlCharacter.message(first),
          hint: "type the text of the cell again, or let Excel remove it with =CLEAN(…)", at: source.location(of: range)
        ))
      return ControlCharacter.removed(from: text)
    }
    func cells(_ row: Workbook.Row) -> [Located<String>] {
      var cells: [Located<String>] = []
      cells.reserveCapacity(width)
      for column in 0..<width { cells.append(Located("", at: TableSource.range(row: row.number, column: column))) }
      for cell in row.cells where cell.column < width {
        let range = TableSource.range(row: row.number, column: cell.column)
        if let text = cell.value.text {
          cells[cell.column] = Located(trimmed(withoutControls(text, at: range)), at: range)
        } else {
          diagnostics.append(
            Diagnostic(
              .error, .workbookCell, "the formula of this cell has no result in the file",
              hint: "open the workbook in Excel, which computes it, and save it", at: source.location(of: range)))
        }
      }
      filled.fill(&cells, row: row.number)
      return cells
    }
    let header = cells(sheet.rows[top])
    let rows = sheet.rows[(top + 1)...].map { CSVRow(line: $0.number, cells: cells($0)) }
    var outside: [Located<String>] = []
    for (index, row) in sheet.rows.enumerated() {
      for cell in row.cells where index < top || cell.column >= width {
        guard let text = cell.value.text, cell.column < TableSource.mostColumns else { continue }
        outside.append(Located(text, at: TableSource.range(row: row.number, column: cell.column)))
      }
    }
    return Checked(DataTable(source, header: header, rows: rows, outside: outside), diagnostics)
  }

  /// The table below the first row of a CSV file, at most 20 rows down, that `isHeader` knows; nil without one. Its
  /// rows may be shorter or longer than the header.
  fileprivate init?(_ rows: [CSVRow], of text: SourceText, isHeader: ([String]) -> Bool) {
    guard let top = rows.prefix(DataTable.lastHeader).firstIndex(where: { isHeader($0.cells.map(\.value)) }) else {
      return nil
    }
    let below = rows[(top + 1)...]
    // A heading over several columns, and the one below it, may leave the last columns of the first row empty.
    let width = max(
      1, rows[top...].prefix(3).map { ($0.cells.lastIndex { !$0.value.isEmpty } ?? 0) + 1 }.max() ?? 1)
    func fitted(_ row: CSVRow) -> [Located<String>] {
      let end = row.cells.last.map { Int($0.range.end) } ?? 0
      let missing = max(0, width - row.cells.count)
      return row.cells.prefix(width)
        + Array(repeating: Located("", at: SourceRange(start: end, end: end)), count: missing)
    }
    let outside = rows[..<top].flatMap(\.cells) + below.flatMap { $0.cells.dropFirst(width) }
    self.init(
      TableSource(text), header: fitted(rows[top]), rows: below.map { CSVRow(line: $0.line, cells: fitted($0)) },
      outside: outside.filter { !$0.value.isEmpty })
  }

  /// False only for a text without control characters: nearly all cells, told by their bytes. 0xC2 and 0xEF begin those
  /// above ASCII.
  private static func mayHaveControls(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xEF }
  }

  private static func trimmed(_ text: String) -> String {
    // No space begins or ends with such a byte: the first of most Chinese characters, and printed ASCII.
    func isInner(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) || (0xE4...0xE9).contains(byte) }
    if let first = text.utf8.first, let last = text.utf8.last, isInner(first),
      (0x21...0x7E).contains(last) || text.unicodeScalars.last?.isHan == true
    {
      return text
    }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}

/// The texts of cells that are merged downwards, as the rows below them are read.
private struct MergedTexts {
  /// By the first row, from the bottom up.
  private var areas: [CellArea]
  /// By the first column: merged areas do not overlap, so that a column has one at most.
  private var open: [Int: (lastRow: Int, text: String)] = [:]
  private let width: Int

  init(_ sheet: Workbook.Sheet, width: Int) {
    areas = sheet.merged.filter { $0.last.row > $0.first.row && $0.first.column < width }
      .sorted { $0.first.row > $1.first.row }
    self.width = width
  }

  /// Rows are passed from the top down.
  mutating func fill(_ cells: inout [Located<String>], row: Int) {
    guard !areas.isEmpty || !open.isEmpty else { return }
    for (column, area) in open {
      if area.lastRow < row {
        open[column] = nil
      } else if cells[column].value.isEmpty {
        cells[column] = Located(area.text, at: cells[column].range)
      }
    }
    while let area = areas.last, area.first.row <= row {
      areas.removeLast()
      let text = cells[area.first.column].value
      // A figure belongs to one row.
      if area.first.row == row, !text.isEmpty, DecimalNumber(text) == nil {
        open[area.first.column] = (area.last.row, text)
      }
    }
  }
}
