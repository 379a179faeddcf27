import Diagnostics

/// A CSV file: a line of column names, and rows of as many cells. RFC 4180.
package struct CSVTable: Sendable {
  package let header: [Located<String>]
  package let rows: [CSVRow]

  package init(header: [Located<String>], rows: [CSVRow]) {
    self.header = header
    self.rows = rows
  }

  /// The place of a column, counted from 0.
  package func column(named name: String) -> Int? {
    header.firstIndex { $0.value == name }
  }

  /// Reads quoted cells (line breaks and doubled quotes in them), every kind of line end, a byte order mark. Blank
  /// lines are skipped; spaces around cells are not part of them, unless quoted.
  ///
  /// `csv.syntax` (a broken quote, a column without a name), `csv.ragged-row` and `csv.duplicate-column` leave out the rows
  /// they are about and keep the others. Without a value: no sound header, semicolons, or `file.not-utf8`.
  package static func parse(_ source: SourceText) -> Checked<CSVTable> {
    if let offset = source.firstInvalidUTF8 {
      return Checked(failed: [
        Diagnostic(
          .error, .notUTF8, "the file is not UTF-8 text", hint: "in Excel, save it as 'CSV UTF-8'",
          at: source.location(of: SourceRange(start: offset, end: offset + 1)))
      ])
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, in: source)
      return table(&scanner, of: source)
    }
  }
}

/// One line of a table; a quoted cell may carry it over several lines of the file.
package struct CSVRow: Sendable {
  /// Of the file, from 1: where the row begins.
  package let line: Int
  /// As many as the header has.
  package let cells: [Located<String>]

  package init(line: Int, cells: [Located<String>]) {
    self.line = line
    self.cells = cells
  }
}

extension CSVTable {
  private static func table(_ scanner: inout CSVScanner, of source: SourceText) -> Checked<CSVTable> {
    let firstRow = scanner.next()
    // Without its header the next row would pass for one.
    guard scanner.diagnostics.isEmpty else { return Checked(failed: scanner.diagnostics) }
    guard let header = firstRow else {
      return Checked(failed: [
        Diagnostic(
          .error, .csvSyntax, "the file is empty", hint: "begin with a line that names the columns, such as Year,Value",
          at: SourceLocation(file: source.path))
      ])
    }
    for (separator, name) in [(UInt8(ascii: ";"), "';'"), (UInt8(ascii: "\t"), "a tab")] {
      guard let place = place(of: separator, in: header, of: source) else { continue }
      return Checked(failed: [
        Diagnostic(
          .error, .csvSyntax, "columns must be separated by ',', not by \(name)",
          hint:
            "save the file as 'CSV UTF-8 (comma delimited)', or replace each \(name == "a tab" ? "tab" : name) by ','",
          at: source.location(of: place))
      ])
    }
    let headerFindings = headerFindings(header, in: source)
    var rows: [CSVRow] = []
    while let row = scanner.next(expecting: header.cells.count) {
      guard row.cells.count != header.cells.count else {
        rows.append(row)
        continue
      }
      scanner.report(
        .csvRaggedRow,
        "this row has \(cells(row.cells.count)), but the header has \(header.cells.count)",
        hint: row.cells.count > header.cells.count
          ? "put a cell with a comma in double quotes" : "add the missing commas; an empty cell is nothing between two",
        at: SourceRange(start: Int(row.cells[0].range.start), end: Int(row.cells[row.cells.count - 1].range.end)))
    }
    return Checked(CSVTable(header: header.cells, rows: rows), headerFindings + scanner.diagnostics)
  }

  /// Where the first `;` or tab is, in a header that has one and no `,`: how Excel writes CSV in much of Europe, and
  /// what copying from a sheet gives.
  private static func place(of separator: UInt8, in header: CSVRow, of source: SourceText) -> SourceRange? {
    guard header.cells.count == 1,
      let offset = source.bytes[header.cells[0].range.bounds].firstOffset(of: separator)
    else { return nil }
    let start = Int(header.cells[0].range.start) + offset
    return SourceRange(start: start, end: start + 1)
  }

  private static func headerFindings(_ header: CSVRow, in source: SourceText) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var first: [String: SourceRange] = [:]
    // No more than 100: each carries the whole line, which may be long.
    for (place, cell) in header.cells.enumerated() where findings.count < 100 {
      if cell.value.isEmpty {
        findings.append(
          Diagnostic(
            .error, .csvSyntax, "column \(place + 1) has no name", hint: "name it, or delete the column",
            at: source.location(of: cell.range)))
      } else if let earlier = first[cell.value] {
        findings.append(
          Diagnostic(
            .error, .csvDuplicateColumn, "two columns are named '\(cell.value)'", hint: "rename one of them",
            at: source.location(of: cell.range),
            related: [Diagnostic.Related("the first '\(cell.value)' is here", at: source.location(of: earlier))]))
      } else {
        first[cell.value] = cell.range
      }
    }
    return findings
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}

extension Sequence<UInt8> {
  fileprivate func firstOffset(of byte: UInt8) -> Int? {
    for (offset, element) in enumerated() where element == byte { return offset }
    return nil
  }
}
