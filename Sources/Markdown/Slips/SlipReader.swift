import Bytes
import Diagnostics

/// Finds markup that ends up as text: typed with full-width marks, pasted from a word processor, or mistyped.
/// CommonMark has no syntax errors, so it is shown literally, which nobody meant.
///
/// Each search first has its mark in the bytes (`SlipMarks`, `SlipLines`); then the tree shows whether it is text
/// there, or code, a link, a table.
extension DocumentReader {
  mutating func reportSlips() {
    let bytes = source.bytes
    let marks = bytes.withUnsafeBufferPointer { SlipMarks($0, from: body.start) }
    let lines = SlipLines(body, rows: linesOutsideTables(body.pipeLines))
    var slips = Slips()
    if marks.contains(.number) { findReferences(&slips) }
    if !lines.lines.isEmpty || marks.contains(.tab) { findLines(lines, hasTabs: marks.contains(.tab), &slips) }
    findBlocks(&slips)
    if marks.contains(.stars) { findNestedStars(&slips) }
    findLinkParts(&slips)
    // Nearly every page has emphasis and links, and nearly no text of one has a mark left over.
    let others: SlipMarks = [
      .colon, .bracket, .wiki, .equals, .dollar, .box, .wideStars, .underscores, .directive,
    ]
    let inText: SlipMarks = hasLeftovers ? others.union([.stars, .link]) : others
    if !marks.isDisjoint(with: inText) { findInText(marks, &slips) }
    reportFormulas(&slips)
    if marks.contains(.invisible) { findInvisible(&slips) }
    findSections(&slips)
    dropConsequences(&slips)
    for finding in slips.findings { diagnostics.append(finding) }
  }

  /// The given lines that are outside tables. Input and result are sorted.
  private func linesOutsideTables(_ lines: [Int]) -> [Int] {
    guard !tableLines.isEmpty else { return lines }
    var table = 0
    return lines.filter { line in
      while table < tableLines.count, tableLines[table].upperBound < line { table += 1 }
      return table == tableLines.count || !tableLines[table].contains(line)
    }
  }

  /// If one fence of a box has full-width colons, drops the finding on the other fence, which follows from it.
  private mutating func dropConsequences(_ slips: inout Slips) {
    let lines = slips.findings.filter { $0.code == .fullWidthMark && $0.location.column == 1 }
    guard !lines.isEmpty, !diagnostics.isEmpty else { return }
    let first = lines.map(\.location.line).min() ?? 0
    diagnostics.removeAll { $0.code == .unopenedDirective && $0.location.line > first }
    let unclosed = diagnostics.diagnostics.filter { $0.code == .unclosedDirective }
    for finding in unclosed {
      let closing = lines.first { line in
        line.location.line > finding.location.line && line.location.excerpt.allSatisfy { "：: ".contains($0) }
      }
      guard let closing else { continue }
      diagnostics.removeAll { $0 == finding }
      diagnostics.append(
        Diagnostic(
          .error, .unclosedDirective, finding.words,
          hint: "line \(closing.location.line) should close it, but has full-width colons: write ':::' there",
          at: finding.location, related: [.init("the line that should close it", at: closing.location)],
          fix: closing.fix))
      slips.findings.removeAll { $0 == closing }
    }
  }
}

/// The slips that were found so far.
struct Slips {
  var findings: [Diagnostic] = []
  /// The 1-based lines of the body that have a finding: what follows from it there is not reported again.
  var lines: Set<Int> = []
  /// The byte ranges of formulas in the file.
  var formulas: [Range<Int>] = []
}

// MARK: - Locations

extension DocumentReader {
  func slip(
    _ code: DiagnosticCode, _ message: Message, hint: Message, at range: Range<Int>, fix: Diagnostic.Fix? = nil,
    related: [Diagnostic.Related] = []
  ) -> Diagnostic {
    Diagnostic(.warning, code, message, hint: hint, at: location(range), related: related, fix: fix)
  }

  /// The text of a byte range of the file.
  func written(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  /// The beginning of a text, as messages show it.
  func shown(_ text: some StringProtocol, limit: Int = 30) -> String {
    text.count <= limit ? String(text) : String(text.prefix(limit)) + "…"
  }

  /// An edit of a byte range, which is on one line of the file.
  func edit(_ range: Range<Int>, _ new: String) -> Diagnostic.Edit {
    // Not counted from the start of the line, which may have thousands of edits.
    let place = source.location(of: SourceRange(start: range.lowerBound, end: range.upperBound))
    return Diagnostic.Edit(line: place.line, column: place.column, old: written(range), new: new)
  }

  /// The line without the indentation and the marks of quotations, and without spaces at its end.
  func content(ofLine number: Int) -> Range<Int> {
    let line = body.line(number)
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, [UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "\t")].contains(source.bytes[start]) {
      start += 1
    }
    while end > start, source.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// The paragraphs of the page outside tables, in the order of their lines.
  func paragraphs() -> [Paragraph] {
    var found: [Paragraph] = []
    for index in tree.nodes.indices
    where tree.nodes[index].kind == .paragraph && tree.nodes[index].line > 0 && isShown(NodeIndex(index)) {
      found.append(
        Paragraph(
          node: NodeIndex(index),
          lines: Int(tree.nodes[index].line)...Int(max(tree.nodes[index].line, tree.nodes[index].endLine))))
    }
    found.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    return found
  }

  private func isShown(_ node: NodeIndex) -> Bool {
    var node = node
    while tree[node].parent >= 0 { node = tree[node].parent }
    return node == SyntaxTree.root || tree[node].kind == .footnoteDefinition
  }
}

struct Paragraph {
  let node: NodeIndex
  /// 1-based, in the body.
  let lines: ClosedRange<Int>
}
