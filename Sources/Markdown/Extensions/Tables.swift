import Diagnostics

extension DocumentReader {
  /// Finds the pipe tables in the paragraphs. A table may start on a later line of a paragraph. A `---` directly below
  /// one, which libcmark reads as a heading's underline, is a thematic break.
  mutating func readTables() -> TablePieces {
    var row = TableRow()
    let delimiters = delimiterLines(&row)
    var pieces = TablePieces()
    guard !delimiters.isEmpty else { return pieces }
    var next = 0
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.kind == .paragraph || node.kind == .heading, node.parent >= 0 else { continue }
      // Blocks come in the order of their lines.
      while next < delimiters.count, delimiters[next] <= Int(node.line) { next += 1 }
      guard next < delimiters.count else { break }
      if delimiters[next] <= Int(node.endLine) { readTable(in: NodeIndex(index), &row, &pieces) }
    }
    return pieces
  }

  private func delimiterLines(_ row: inout TableRow) -> [Int] {
    body.pipeLines.filter { number in
      let range = withoutQuotationMarks(prepared.line(number), limit: .max)
      guard let first = prepared.bytes[range].first,
        first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":")
      else { return false }
      return row.isDelimiter(prepared.bytes, range)
    }
  }

  private func withoutQuotationMarks(_ line: Range<Int>, limit: Int) -> Range<Int> {
    var start = line.lowerBound
    var marks = 0
    while start < line.upperBound {
      let byte = prepared.bytes[start]
      if byte == UInt8(ascii: ">") {
        if marks == limit { break }
        marks += 1
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        break
      }
      start += 1
    }
    return start..<line.upperBound
  }

  /// The ranges of a block's lines in the prepared bytes, without the markers of its containers.
  private func contentLines(of block: NodeIndex) -> [Range<Int>] {
    let node = tree[block]
    var quotations = 0
    var parent = node.parent
    while parent >= 0 {
      if tree[parent].kind == .blockQuote { quotations += 1 }
      parent = tree[parent].parent
    }
    return (Int(node.line)...Int(node.endLine)).map { number in
      let line = prepared.line(number)
      if number == Int(node.line) {
        return min(line.lowerBound + Int(node.column) - 1, line.upperBound)..<line.upperBound
      }
      return withoutQuotationMarks(line, limit: quotations)
    }
  }

  private mutating func readTable(in block: NodeIndex, _ row: inout TableRow, _ pieces: inout TablePieces) {
    var lines = contentLines(of: block)
    var header: Int?
    for (number, line) in lines.enumerated().dropFirst() where row.isDelimiter(prepared.bytes, line) {
      row.read(prepared.bytes, lines[number - 1])
      guard row.cells.count == row.alignments.count else { continue }
      header = number - 1
      break
    }
    guard let header else { return }
    let firstLine = Int(tree[block].line)
    var underline: Int?
    if tree[block].kind == .heading {
      underline = lines.indices.dropFirst(header + 2).first { isUnderline(prepared.bytes[lines[$0]]) }
    }
    let endsWithBreak = underline.map { isThematicBreak(lines[$0]) } ?? false
    if let underline { lines.removeSubrange((endsWithBreak ? underline : underline + 1)...) }
    // A row that is indented like code ends the table.
    let rows = header + 2..<max(header + 2, lines.count)
    let code = rows.first { isCode(lines[$0], line: firstLine + $0, in: block) }
    let rest = code.map { (line: firstLine + $0, lines: Array(lines[$0...])) }
    if let code { lines.removeSubrange(code...) }

    var table = Node(.table)
    table.line = Int32(firstLine + header)
    table.endLine = Int32(firstLine + lines.count - 1)
    table.column = tree[block].column
    tableLines.append(Int(table.line)...Int(table.endLine))
    let index = tree.insert(table, after: block)
    appendRow(lines[header], line: firstLine + header, to: index, &row, isHeader: true, &pieces)
    for number in (header + 2)..<max(header + 2, lines.count) {
      appendRow(lines[number], line: firstLine + number, to: index, &row, isHeader: false, &pieces)
    }
    var last = index
    if let rest { last = insertCode(rest.line, rest.lines, after: index, in: block, &pieces) }
    if endsWithBreak {
      var line = Node(.thematicBreak)
      line.line = Int32(firstLine + lines.count + (rest?.lines.count ?? 0))
      line.endLine = line.line
      line.column = 1
      _ = tree.insert(line, after: last)
    }
    if header == 0 {
      tree.unlink(block)
      tree[block].kind = .hidden
    } else {
      tree[block].kind = .paragraph
      tree[block].endLine = Int32(firstLine + header - 1)
      tree.removeChildren(of: block)
      pieces.append(block, Array(lines[..<header]), isCell: false)
    }
  }

  private mutating func appendRow(
    _ line: Range<Int>, line number: Int, to table: NodeIndex, _ row: inout TableRow, isHeader: Bool,
    _ pieces: inout TablePieces
  ) {
    var node = Node(.tableRow)
    node.line = Int32(number)
    node.endLine = node.line
    if isHeader { node.flags.insert(.header) }
    let (lineNumber, flags) = (node.line, node.flags)
    let index = tree.append(node, to: table)
    let bytes = prepared.bytes
    row.read(bytes, line)
    let (cells, alignments) = (row.cells, row.alignments)
    let lineStart = Int(prepared.lineStarts[number - 1])
    pieces.addedCells += max(0, alignments.count - cells.count)
    let isTooLarge = pieces.addedCells > Limits.missingCells
    if isTooLarge, pieces.addedCells - max(0, alignments.count - cells.count) <= Limits.missingCells {
      reportMissingCells(in: line, number)
    }
    for (column, alignment) in alignments.prefix(isTooLarge ? cells.count : alignments.count).enumerated() {
      var cell = Node(.tableCell)
      cell.level = alignment.rawValue
      cell.line = lineNumber
      cell.endLine = lineNumber
      cell.flags = flags
      let content = column < cells.count ? cells[column] : line.upperBound..<line.upperBound
      cell.text =
        prepared.keepsColumns
        ? TextRange(content.lowerBound + body.start..<content.upperBound + body.start)
        : TextRange(
          prepared.sourceOffset(
            line: number, column: content.lowerBound - lineStart + 1)..<prepared.sourceOffset(
              line: number, column: content.upperBound - lineStart + 1))
      let node = tree.append(cell, to: index)
      bytes.withUnsafeBufferPointer { bytes in
        if TablePieces.needsParsing(bytes, content) {
          pieces.append(node, [content], isCell: true)
        } else if !content.isEmpty {
          var text = Node(.text)
          text.text =
            isReadPlainly ? TextRange(content) : tree.append(text: UnsafeBufferPointer(rebasing: bytes[content]))
          _ = tree.append(text, to: node)
        }
      }
    }
    guard cells.count > alignments.count else { return }
    let excess = cells[alignments.count].lowerBound..<cells[cells.count - 1].upperBound
    diagnostics.append(
      Diagnostic(
        .warning, .tableColumns,
        "this row has \(cells.count) cells, but the table's header has \(alignments.count); the rest is not shown",
        hint: "remove cells, add columns to the header, or write '\\|' for a '|' that belongs to the text",
        at: location(
          prepared.sourceOffset(
            line: number, column: excess.lowerBound - lineStart + 1)..<prepared.sourceOffset(
              line: number, column: excess.upperBound - lineStart + 1))))
  }

  private mutating func reportMissingCells(in line: Range<Int>, _ number: Int) {
    diagnostics.append(
      Diagnostic(
        .error, .tableSize, "the rows of this page's tables lack more than \(Limits.missingCells) cells",
        hint: "remove columns that few rows have, or split the table", at: location(body.line(number))))
  }

  private func isThematicBreak(_ line: Range<Int>) -> Bool {
    prepared.bytes[line].count { $0 == UInt8(ascii: "-") } >= 3
      && prepared.bytes[line].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") || $0 == 9 }
  }
}
