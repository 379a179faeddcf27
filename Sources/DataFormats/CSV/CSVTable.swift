import Diagnostics

/// A CSV file: a header with the names of the columns, and rows with one cell per column. RFC 4180.
package struct CSVTable: Sendable {
  package let header: [Located<String>]
  package let rows: [CSVRow]
  /// Cells that spreadsheets leave over: the empty cells after the last column, and rows without any text.
  package let surplus: [Surplus]

  package struct Surplus: Sendable {
    /// On one line.
    package let range: SourceRange
    package let isWholeRow: Bool
  }

  /// The 0-based index of a column; nil if there is none of this name.
  package func column(named name: String) -> Int? {
    header.firstIndex { $0.value == name }
  }

  /// Parses quoted cells with line breaks and doubled quotes, all kinds of line breaks, and a byte order mark. Skips
  /// blank lines and lines of commas, drops columns that have neither a name nor a value, and trims spaces around cells
  /// unless they are quoted.
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

extension CSVTable {
  /// The rows of a file unchanged, each with any number of cells. Reports a broken quote (`csv.syntax`), which skips
  /// its row.
  package static func rows(of source: SourceText) -> Checked<[CSVRow]> {
    source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, in: source)
      var rows: [CSVRow] = []
      while let row = scanner.next() { rows.append(row) }
      return Checked(rows, scanner.diagnostics)
    }
  }
}

/// A row of a table. With a quoted cell it may span several lines of the file.
package struct CSVRow: Sendable {
  /// The 1-based line of the file on which the row begins.
  package let line: Int
  /// The cells, one for each column of the header.
  package let cells: [Located<String>]

  package init(line: Int, cells: [Located<String>]) {
    self.line = line
    self.cells = cells
  }
}

extension CSVRow {
  fileprivate var hasWideComma: Bool { cells.contains { $0.value.contains("，") } }
}

extension CSVTable {
  /// Whether a row names columns: words, and no figures but years.
  private static func isHead(_ row: CSVRow) -> Bool {
    row.cells.allSatisfy { cell in
      cell.value.isEmpty || cell.value.contains(where: \.isLetter) || cell.value.count == 4 && Int(cell.value) != nil
    } && row.cells.contains { $0.value.contains(where: \.isLetter) }
  }

  /// The first row that names columns. Fails with `csv.syntax` if there is none, or if another character than a comma
  /// separates its names.
  private static func readHeader(
    _ scanner: inout CSVScanner, of source: SourceText, _ surplus: inout [Surplus]
  ) -> Checked<CSVRow> {
    var firstRow = scanner.next()
    while let row = firstRow, row.isSurplus {
      surplus.append(Surplus(range: row.range, isWholeRow: true))
      firstRow = scanner.next()
    }
    // The scanner skipped the first row; the next one is not a header.
    guard scanner.diagnostics.isEmpty else { return Checked(failed: scanner.diagnostics) }
    guard let header = firstRow else {
      return Checked(failed: [
        Diagnostic(
          .error, .csvSyntax, "the file is empty", hint: "begin with a line that names the columns, such as Year,Value",
          at: SourceLocation(file: source.path))
      ])
    }
    for (separator, name, text) in CSVTable.wrongSeparators {
      guard let range = range(of: separator, in: header, of: source) else { continue }
      return Checked(failed: [
        Diagnostic(
          .error, .csvSyntax, "columns must be separated by ',', not by \(name)",
          hint:
            "save the file as 'CSV UTF-8 (comma delimited)', or replace each \(text) with ','",
          at: source.location(of: range))
      ])
    }
    if header.cells.count == 1, let cell = header.cells.first,
      let comma = cell.value.first(where: { "，；".contains($0) })
    {
      return Checked(failed: [
        Diagnostic(
          .error, .csvSyntax, "columns must be separated by ',', not by '\(comma)'",
          hint: "write ',' instead of '\(comma)' in every line", at: source.location(of: cell.range))
      ])
    }
    return Checked(header)
  }

  private static func table(_ scanner: inout CSVScanner, of source: SourceText) -> Checked<CSVTable> {
    var surplus: [Surplus] = []
    let found = readHeader(&scanner, of: source, &surplus)
    guard let header = found.value else { return Checked(failed: found.diagnostics) }
    let named = max(1, header.filledCount)
    var rows: [CSVRow] = []
    // Nearly all files have no empty cells at their ends; then the rows stay as they are.
    var width = named
    var isEven = named == header.cells.count
    var isFirst = true
    while let row = scanner.next(expecting: header.cells.count) {
      if isFirst, !row.isSurplus {
        isFirst = false
        if header.filledCount == 1, row.filledCount > 1, isHead(row), let title = header.cells.first {
          return Checked(failed: [
            Diagnostic(
              .error, .csvSyntax, "the first line is a title of the table, and names no columns",
              hint: "delete the line: the first line of the file names the columns",
              at: source.location(of: title.range))
          ])
        }
      }
      if row.isSurplus {
        surplus.append(Surplus(range: row.range, isWholeRow: true))
        continue
      }
      if row.cells.count == header.cells.count {
        if !isEven { width = max(width, row.filledCount) }
        rows.append(row)
        continue
      }
      let filled = row.filledCount
      guard filled <= header.cells.count, row.cells.count >= named else {
        scanner.report(
          .csvRaggedRow,
          "this row has \(cells(row.cells.count)), but the header has \(header.cells.count)",
          hint: row.cells.count > header.cells.count
            ? "put a cell that contains a comma in double quotes"
            : row.hasWideComma
              ? "write ',' instead of '，'" : "add the missing commas; an empty cell needs its comma, too",
          at: row.range)
        continue
      }
      isEven = false
      width = max(width, filled)
      rows.append(row)
    }
    var columns = header.cells
    if !isEven {
      columns = header.cut(to: width, &surplus).cells
      for index in rows.indices { rows[index] = rows[index].cut(to: width, &surplus) }
    }
    let empty = emptyColumns(columns, rows)
    let findings = headerFindings(columns, ignoring: empty, in: source) + scanner.diagnostics
    if !empty.isEmpty {
      columns = columns.without(empty)
      for index in rows.indices {
        rows[index] = CSVRow(line: rows[index].line, cells: rows[index].cells.without(empty))
      }
    }
    return Checked(CSVTable(header: columns, rows: rows, surplus: surplus), findings)
  }

  /// The columns that have neither a name nor a value in any row.
  private static func emptyColumns(_ header: [Located<String>], _ rows: [CSVRow]) -> Set<Int> {
    guard header.contains(where: { $0.value.isBlank }), header.contains(where: { !$0.value.isBlank }) else { return [] }
    let empty = header.indices.filter { column in
      header[column].value.isBlank && rows.allSatisfy { $0.cells[column].value.isBlank }
    }
    return Set(empty)
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

  private static func headerFindings(
    _ header: [Located<String>], ignoring empty: Set<Int>, in source: SourceText
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var first: [String: SourceRange] = [:]
    // At most 100, because each contains the whole line, which may be long.
    for (index, cell) in header.enumerated() where findings.count < 100 && !empty.contains(index) {
      if cell.value.isBlank {
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

  private static func cells(_ count: Int) -> Message { count == 1 ? "1 cell" : "\(count) cells" }

  /// The byte, and what messages call it, with an article and without.
  private static var wrongSeparators: [(UInt8, Message, Message)] {
    [(UInt8(ascii: ";"), "';'", "';'"), (UInt8(ascii: "\t"), "a tab", "tab")]
  }
}

extension CSVRow {
  /// The number of cells up to the last one that is not empty.
  fileprivate var filledCount: Int { (cells.lastIndex { !$0.value.isEmpty } ?? -1) + 1 }

  /// Whether the row is a line of commas. A single empty cell, in quotes, is a row.
  fileprivate var isSurplus: Bool { cells[0].value.isEmpty && cells.count > 1 && filledCount == 0 }

  /// The range of all cells.
  fileprivate var range: SourceRange {
    SourceRange(start: Int(cells[0].range.start), end: Int(cells[cells.count - 1].range.end))
  }

  /// The row with exactly `width` cells, at least one. The cells that are cut off are empty, and so are those that are
  /// added.
  fileprivate func cut(to width: Int, _ surplus: inout [CSVTable.Surplus]) -> CSVRow {
    let end = Int(range.end)
    if cells.count > width {
      let start = Int(cells[width - 1].range.end)
      surplus.append(CSVTable.Surplus(range: SourceRange(start: start, end: end), isWholeRow: false))
      return CSVRow(line: line, cells: Array(cells[..<width]))
    }
    let empty = Located("", at: SourceRange(start: end, end: end))
    return CSVRow(line: line, cells: cells + Array(repeating: empty, count: width - cells.count))
  }
}

extension [Located<String>] {
  fileprivate func without(_ columns: Set<Int>) -> [Located<String>] {
    indices.filter { !columns.contains($0) }.map { self[$0] }
  }
}

extension Sequence<UInt8> {
  fileprivate func firstOffset(of byte: UInt8) -> Int? {
    for (offset, element) in enumerated() where element == byte { return offset }
    return nil
  }
}

extension String {
  /// Whether it has nothing but spaces, which may be full-width or no-break ones.
  fileprivate var isBlank: Bool { utf8.isEmpty || unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
