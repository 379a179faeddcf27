import Diagnostics

/// A CSV file: a header with the names of the columns, and rows with one cell per column. RFC 4180.
package struct CSVTable: Sendable {
  package let header: [Located<String>]
  package let rows: [CSVRow]

  package init(header: [Located<String>], rows: [CSVRow]) {
    self.header = header
    self.rows = rows
  }

  /// The 0-based index of a column; nil if there is none of this name.
  package func column(named name: String) -> Int? {
    header.firstIndex { $0.value == name }
  }

  /// Parses quoted cells with line breaks and doubled quotes, all kinds of line breaks, and a byte order mark. Skips blank
  /// lines, and trims spaces around cells unless they are quoted.
  ///
  /// A broken quote (`csv.syntax`) and `csv.ragged-row` skip their row; a column without a name (`csv.syntax`) and
  /// `csv.duplicate-column` skip nothing. There is no value for a broken header, for columns separated by semicolons or
  /// tabs (`csv.syntax`), and for `file.not-utf8`.
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

/// A row of a table. With a quoted cell it may span several lines of the file.
package struct CSVRow: Sendable {
  /// The 1-based line of the file on which the row begins.
  package let line: Int
  /// One per column of the header.
  package let cells: [Located<String>]

  package init(line: Int, cells: [Located<String>]) {
    self.line = line
    self.cells = cells
  }
}

extension CSVTable {
  private static func table(_ scanner: inout CSVScanner, of source: SourceText) -> Checked<CSVTable> {
    let firstRow = scanner.next()
    // The scanner skipped the first row; the next one is not a header.
    guard scanner.diagnostics.isEmpty else { return Checked(failed: scanner.diagnostics) }
    guard let header = firstRow else {
      return Checked(failed: [
        Diagnostic(
          .error, .csvSyntax, "the file is empty", hint: "begin with a line that names the columns, such as Year,Value",
          at: SourceLocation(file: source.path))
      ])
    }
    for (separator, name) in [(UInt8(ascii: ";"), "';'"), (UInt8(ascii: "\t"), "a tab")] {
      guard let range = range(of: separator, in: header, of: source) else { continue }
      return Checked(failed: [
        Diagnostic(
          .error, .csvSyntax, "columns must be separated by ',', not by \(name)",
          hint:
            "save the file as 'CSV UTF-8 (comma delimited)', or replace each \(name == "a tab" ? "tab" : name) with ','",
          at: source.location(of: range))
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
          ? "put a cell that contains a comma in double quotes"
          : "add the missing commas; an empty cell needs its comma, too",
        at: SourceRange(start: Int(row.cells[0].range.start), end: Int(row.cells[row.cells.count - 1].range.end)))
    }
    return Checked(CSVTable(header: header.cells, rows: rows), headerFindings + scanner.diagnostics)
  }

  /// The first `;` or tab of a header without a `,`. Excel writes semicolons in much of Europe, and a copied sheet has
  /// tabs.
  private static func range(of separator: UInt8, in header: CSVRow, of source: SourceText) -> SourceRange? {
    guard header.cells.count == 1,
      let offset = source.bytes[header.cells[0].range.bounds].firstOffset(of: separator)
    else { return nil }
    let start = Int(header.cells[0].range.start) + offset
    return SourceRange(start: start, end: start + 1)
  }

  private static func headerFindings(_ header: CSVRow, in source: SourceText) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var first: [String: SourceRange] = [:]
    // At most 100, because each contains the whole line, which may be long.
    for (index, cell) in header.cells.enumerated() where findings.count < 100 {
      if cell.value.isEmpty {
        findings.append(
          Diagnostic(
            .error, .csvSyntax, "column \(index + 1) has no name", hint: "name it, or delete the column",
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
