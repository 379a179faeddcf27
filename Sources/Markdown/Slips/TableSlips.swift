import Diagnostics

// Lines that were meant as a table.

extension DocumentReader {
  /// Rows with `|` or `｜` that are no table.
  func findRows(_ numbers: [Int], _ slips: inout Slips) {
    for run in runs(numbers) {
      let rows = run.map { (number: $0, text: written(content(ofLine: $0))) }
      let isFullWidth = rows.contains { $0.text.contains("｜") }
      // A single line, or lines with a `|` somewhere, are text.
      guard rows.count > 1 || isFullWidth, rows.allSatisfy({ isRow($0.text) }) else { continue }
      let straight = rows.map { isFullWidth ? $0.text.replacing("｜") : $0.text }
      let hasRule = straight.count > 1 && isRule(straight[1])
      guard isFullWidth || !hasRule, rows.count > 1 else { continue }
      var edits: [Diagnostic.Edit] = []
      if isFullWidth {
        edits = zip(rows, straight).map { row, text in edit(content(ofLine: row.number), text) }
      }
      let rule = self.rule(columns: columns(straight[0]))
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
            ? "these \(rows.count) lines have full-width '｜', so they are text and no table"
            : "these \(rows.count) lines are text and no table: the line '\(rule)' is missing below the first",
          hint: isFullWidth
            ? hasRule ? "write '\(shown(straight[0]))'" : "write '\(shown(straight[0]))', and below it '\(rule)'"
            : "write '\(rule)' between the first line and the second", at: content(ofLine: run[0]),
          fix: .edits(edits, description: "\(rows.count) lines are now a table")))
    }
  }

  /// Whether a line begins and ends with a stroke, and has at least one cell.
  private func isRow(_ text: String) -> Bool {
    guard text.count > 2, let first = text.first, let last = text.last else { return false }
    return (first == "|" || first == "｜") && (last == "|" || last == "｜")
  }

  private func isRule(_ text: String) -> Bool {
    text.contains("-") && text.allSatisfy { "|-: ".contains($0) }
  }

  private func columns(_ row: String) -> Int { max(1, row.count { $0 == "|" } - 1) }

  private func rule(columns: Int) -> String { "|" + String(repeating: " --- |", count: columns) }

  /// Two or more lines with as many tabs each: a table from a spreadsheet or a word processor.
  func findTabs(in paragraph: Paragraph, _ slips: inout Slips) {
    guard paragraph.lines.count > 1 else { return }
    var run: [Int] = []
    var tabs = 0
    for number in Array(paragraph.lines) + [paragraph.lines.upperBound + 1] {
      let count = number > paragraph.lines.upperBound ? 0 : self.tabs(ofLine: number)
      if count > 0, count == tabs {
        run.append(number)
        continue
      }
      if run.count > 1 { reportTabs(run, &slips) }
      (run, tabs) = (count > 0 ? [number] : [], count)
    }
  }

  /// Those between the first and the last character.
  private func tabs(ofLine number: Int) -> Int {
    source.bytes[content(ofLine: number)].count { $0 == UInt8(ascii: "\t") }
  }

  private func reportTabs(_ run: [Int], _ slips: inout Slips) {
    func row(_ number: Int) -> String {
      let cells = written(content(ofLine: number)).split(separator: "\t", omittingEmptySubsequences: false)
      return "|" + cells.map { " \($0.trimmed.replacing("|", with: "\\|")) |" }.joined()
    }
    let head = row(run[0])
    let rule = self.rule(columns: tabs(ofLine: run[0]) + 1)
    let edits = run.map { number in
      edit(content(ofLine: number), number == run[0] ? "\(head)\n\(rule)" : row(number))
    }
    slips.lines.formUnion(run)
    slips.findings.append(
      slip(
        .typedTable, "these \(run.count) lines have tabs between their cells, so they are text and no table",
        hint: "write '\(shown(head))', below it '\(rule)', and the other lines likewise", at: content(ofLine: run[0]),
        fix: .edits(edits, description: "\(run.count) lines are now a table")))
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " || $0 == "　" }[...]
    while let last = text.last, last == " " || last == "　" { text.removeLast() }
    return String(text)
  }

  /// With every `old` replaced.
  fileprivate func replacing(_ old: Character, with new: String = "|") -> String {
    var result = ""
    for character in self {
      if character == old { result += new } else { result.append(character) }
    }
    return result
  }
}
