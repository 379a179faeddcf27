import Diagnostics

// Lines that were meant as a table.

extension DocumentReader {
  /// Rows with `|` or `｜` that are not a table.
  func findRows(_ numbers: [Int], in paragraph: Paragraph, _ slips: inout Slips) {
    for run in runs(numbers) {
      if findGrid(around: run, in: paragraph, &slips) { continue }
      let rows = run.map { (number: $0, text: written(content(ofLine: $0))) }
      let isFullWidth = rows.contains { $0.text.contains("｜") }
      // A single line, or lines with a `|` somewhere, are text.
      guard rows.count > 1 || isFullWidth else { continue }
      guard rows.allSatisfy({ isRow($0.text) }) else {
        findOpenRows(rows, in: paragraph, &slips)
        continue
      }
      let straight = rows.map { isFullWidth ? $0.text.replacing("｜") : $0.text }
      let rule = self.rule(columns: columns(straight[0]))
      guard rows.count > 1 else { continue }
      let hasRule = isRule(straight[1])
      // A rule of other dashes, or of too few columns.
      let isWrongRule = hasRule ? columns(straight[1]) != columns(straight[0]) : isDashes(straight[1])
      guard isFullWidth || !hasRule || isWrongRule else { continue }
      if isWrongRule {
        reportRule(rows, straight, rule, &slips)
        continue
      }
      var edits: [Diagnostic.Edit] = []
      if isFullWidth {
        edits = zip(rows, straight).map { row, text in edit(content(ofLine: row.number), text) }
      }
      if !hasRule {
        let second = body.line(rows[1].number).lowerBound..<content(ofLine: rows[1].number).lowerBound
        let prefix = written(second)
        if isFullWidth {
          edits[1] = edit(content(ofLine: rows[1].number), "\(rule)\n\(prefix)\(straight[1])")
        } else {
          edits = [edit(second.upperBound..<second.upperBound, "\(rule)\n\(prefix)")]
        }
      }
      slips.lines.formUnion(run)
      slips.findings.append(
        slip(
          isFullWidth ? .fullWidthMark : .typedTable,
          isFullWidth
            ? "these \(rows.count) lines have full-width '｜', so they are shown as text, not as a table"
            : "these \(rows.count) lines are shown as text, not as a table: the line '\(rule)' is missing below the first",
          hint: isFullWidth
            ? hasRule ? "write '\(shown(straight[0]))'" : "write '\(shown(straight[0]))', and below it '\(rule)'"
            : "write '\(rule)' between the first line and the second", at: content(ofLine: run[0]),
          fix: .edits(edits, description: "\(rows.count) lines are now a table")))
    }
  }

  /// The line below the heading has the wrong dashes, or too few columns.
  private func reportRule(
    _ rows: [(number: Int, text: String)], _ straight: [String], _ rule: String, _ slips: inout Slips
  ) {
    let place = content(ofLine: rows[1].number)
    slips.lines.formUnion(rows.map(\.number))
    slips.findings.append(
      slip(
        .typedTable,
        isRule(straight[1])
          ? "these \(rows.count) lines are shown as text, not as a table: the second has \(columns(straight[1])) columns, and the first \(columns(straight[0]))"
          : "these \(rows.count) lines are shown as text, not as a table: the second must have ordinary '-'",
        hint: "write '\(rule)'", at: place,
        fix: .edits(
          zip(rows, straight).enumerated().compactMap { number, row in
            let text = number == 1 ? rule : row.1
            return text == row.0.text ? nil : edit(content(ofLine: row.0.number), text)
          }, description: "\(rows.count) lines are now a table")))
  }

  /// Whether a line begins and ends with a stroke, and has at least one cell.
  private func isRow(_ text: String) -> Bool {
    guard text.count > 2, let first = text.first, let last = text.last else { return false }
    return (first == "|" || first == "｜") && (last == "|" || last == "｜")
  }

  private func isRule(_ text: String) -> Bool {
    text.contains("-") && text.allSatisfy { "|-: ".contains($0) }
  }

  /// A rule of any dashes, as word processors make of `--`.
  private func isDashes(_ text: String) -> Bool {
    text.contains { "-—–－―─".contains($0) } && text.allSatisfy { "|+-—–－―─:： ".contains($0) }
  }

  private func columns(_ row: String) -> Int { max(1, row.count { $0 == "|" } - 1) }

  private func rule(columns: Int) -> String { "|" + String(repeating: " --- |", count: columns) }

  private func row(_ cells: [String]) -> String { "|" + cells.map { $0.isEmpty ? "  |" : " \($0) |" }.joined() }

  // MARK: Rows without strokes around them

  /// `区 | 数` and `东 | 10`: as many strokes in each line, and a rule or a number.
  private func findOpenRows(_ rows: [(number: Int, text: String)], in paragraph: Paragraph, _ slips: inout Slips) {
    guard rows.count == paragraph.lines.count, rows.count > 1 else { return }
    let cells = rows.map { row in
      row.text.replacing("｜").split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
    }
    let width = cells[0].count
    guard width > 1, cells.allSatisfy({ $0.count == width && $0.contains { !$0.isEmpty } }),
      !cells.joined().contains(where: { $0.contains("`") || $0.count > 40 })
    else { return }
    let hasRule = isDashes(rows[1].text.replacing("｜"))
    // Without a rule, only rows that look like figures below words.
    guard
      hasRule && rows.count > 2
        || !hasRule && cells.dropFirst().allSatisfy({ $0.last?.first?.isNumber ?? false })
    else { return }
    let rule = self.rule(columns: width)
    var edits: [Diagnostic.Edit] = []
    for (number, line) in rows.enumerated() {
      let text = hasRule && number == 1 ? rule : row(cells[number])
      edits.append(edit(content(ofLine: line.number), number == 0 && !hasRule ? "\(text)\n\(rule)" : text))
    }
    slips.lines.formUnion(rows.map(\.number))
    slips.findings.append(
      slip(
        .typedTable,
        "these \(rows.count) lines are shown as text, not as a table: the line '\(rule)' is missing below the first",
        hint: "write '\(shown(row(cells[0])))', below it '\(rule)', and the other lines likewise",
        at: content(ofLine: rows[0].number),
        fix: paragraphIsPlain(paragraph) ? .edits(edits, description: "\(rows.count) lines are now a table") : nil))
  }

  private func paragraphIsPlain(_ paragraph: Paragraph) -> Bool {
    let parent = tree[paragraph.node].parent
    return parent == SyntaxTree.root || tree[parent].kind == .directive
  }

  // MARK: Frames of `+---+`

  private func isGridRule(_ number: Int) -> Bool {
    let text = written(content(ofLine: number))
    return text.count > 2 && text.first == "+" && text.last == "+" && text.allSatisfy { "+-=".contains($0) }
  }

  /// Whether the rows are in such a frame, and reported.
  private func findGrid(around run: [Int], in paragraph: Paragraph, _ slips: inout Slips) -> Bool {
    guard let first = run.first, first > paragraph.lines.lowerBound, isGridRule(first - 1) else { return false }
    if slips.lines.contains(first) { return true }
    let lines = Array(
      (first - 1...paragraph.lines.upperBound).prefix { isGridRule($0) || isRow(written(content(ofLine: $0))) })
    let rows = lines.filter { !isGridRule($0) }.map { written(content(ofLine: $0)) }
    guard rows.count > 1 else { return false }
    let rule = self.rule(columns: columns(rows[0]))
    reportShifted(
      lines, [rows[0], rule] + rows.dropFirst(),
      "these \(lines.count) lines have a frame of '+' and '-', so they are shown as text, not as a table",
      hint: "write only the rows, and '\(rule)' below the first", in: paragraph, &slips)
    return true
  }

  /// Replaces old lines by fewer new ones: the remaining lines become empty.
  private func reportShifted(
    _ lines: [Int], _ new: [String], _ message: Message, hint: Message, at place: Int? = nil, in paragraph: Paragraph,
    _ slips: inout Slips
  ) {
    var edits: [Diagnostic.Edit] = []
    for (index, number) in lines.enumerated() {
      let text = index < new.count ? new[index] : ""
      let line = content(ofLine: number)
      if written(line) != text { edits.append(edit(line, text)) }
    }
    slips.lines.formUnion(lines)
    slips.findings.append(
      slip(
        .typedTable, message, hint: hint, at: content(ofLine: place ?? lines[0]),
        fix: paragraphIsPlain(paragraph) && new.count <= lines.count
          ? .edits(edits, description: "\(new.count) lines are now a table") : nil))
  }

  // MARK: Empty lines between rows

  /// Finds rows of a table with empty lines between them, or after a table.
  func findSpacedRows(_ paragraphs: [Paragraph], _ found: SlipLines, _ slips: inout Slips) {
    let numbers = Set(found.lines.filter { $0.kind == .row }.map(\.number))
    guard !numbers.isEmpty else { return }
    let rows = paragraphs.filter {
      $0.lines.count == 1 && numbers.contains($0.lines.lowerBound) && !slips.lines.contains($0.lines.lowerBound)
        && tree[$0.node].parent == SyntaxTree.root && isRow(written(content(ofLine: $0.lines.lowerBound)))
    }
    var index = 0
    while index < rows.count {
      var last = index
      while last + 1 < rows.count, rows[last + 1].lines.lowerBound == rows[last].lines.lowerBound + 2 { last += 1 }
      let run = Array(rows[index...last])
      index = last + 1
      let first = run[0].lines.lowerBound
      let texts = run.map { written(content(ofLine: $0.lines.lowerBound)).replacing("｜") }
      let lines = Array(first...run[run.count - 1].lines.lowerBound)
      if let table = tableLines.first(where: { $0.upperBound == first - 2 || $0.upperBound == first - 1 }) {
        let start = table.upperBound + 1
        let all = Array((content(ofLine: start).isEmpty ? start : first)...lines[lines.count - 1])
        reportShifted(
          all, texts, "an empty line ends the table above, so this row is text", hint: "delete the empty line above it",
          at: first, in: run[0], &slips)
      } else if texts.count > 1, texts.allSatisfy({ columns($0) == columns(texts[0]) }) {
        let hasRule = isRule(texts[1]) || isDashes(texts[1])
        let rule = self.rule(columns: columns(texts[0]))
        reportShifted(
          lines, [texts[0], rule] + texts.dropFirst(hasRule ? 2 : 1),
          "these \(texts.count) rows have empty lines between them, so they are shown as text, not as a table",
          hint: "delete the empty lines between them, and write '\(rule)' below the first", in: run[0], &slips)
      }
    }
  }

  // MARK: Tabs

  /// Neighbouring lines with tabs: a table from a spreadsheet or a word processor, whose last cells may be empty.
  func findTabs(in paragraph: Paragraph, _ slips: inout Slips) {
    guard paragraph.lines.count > 1 else { return }
    let numbers = paragraph.lines.filter { source.bytes[cells(ofLine: $0)].contains(UInt8(ascii: "\t")) }
    for run in runs(numbers) where run.count > 1 { reportTabs(run, in: paragraph, &slips) }
  }

  /// The line without the marks of quotations, but with the tabs at both ends.
  private func cells(ofLine number: Int) -> Range<Int> {
    let line = body.line(number)
    var start = line.lowerBound
    while start < line.upperBound, source.bytes[start] == UInt8(ascii: " ") || source.bytes[start] == UInt8(ascii: ">")
    {
      start += 1
    }
    return start..<line.upperBound
  }

  private func reportTabs(_ run: [Int], in paragraph: Paragraph, _ slips: inout Slips) {
    var rows = run.map { number in
      written(cells(ofLine: number)).split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.trimmed.replacing("|", with: "\\|")
      }
    }
    // A tab at the end of a line may mean nothing.
    guard rows.count(where: { $0.dropFirst().contains { !$0.isEmpty } }) > 1 else { return }
    var width = rows.map(\.count).max() ?? 0
    while width > 1, rows.allSatisfy({ $0.count < width || $0[width - 1].isEmpty }) { width -= 1 }
    rows = rows.map { Array($0.prefix(width)) + Array(repeating: "", count: max(0, width - $0.count)) }
    let head = row(rows[0])
    let rule = self.rule(columns: width)
    // The table is a block of its own: with an empty line before and after it.
    let isFirst = run[0] == paragraph.lines.lowerBound
    let isLast = run[run.count - 1] == paragraph.lines.upperBound
    let edits = zip(run, rows).map { number, cells in
      edit(
        self.cells(ofLine: number),
        (number == run[0] ? "\(isFirst ? "" : "\n")\(head)\n\(rule)" : row(cells))
          + (number == run[run.count - 1] && !isLast ? "\n" : ""))
    }
    slips.lines.formUnion(run)
    slips.findings.append(
      slip(
        .typedTable,
        "these \(run.count) lines have tabs between their cells, so they are shown as text, not as a table",
        hint: "write '\(shown(head))', below it '\(rule)', and the other lines likewise", at: content(ofLine: run[0]),
        fix: paragraphIsPlain(paragraph)
          ? .edits(edits, description: "\(run.count) lines are now a table") : nil))
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " || $0 == "　" || $0 == "\r" }[...]
    while let last = text.last, last == " " || last == "　" || last == "\r" { text.removeLast() }
    return String(text)
  }

  /// The text with every `old` replaced.
  fileprivate func replacing(_ old: Character, with new: String = "|") -> String {
    var result = ""
    for character in self {
      if character == old { result += new } else { result.append(character) }
    }
    return result
  }
}
