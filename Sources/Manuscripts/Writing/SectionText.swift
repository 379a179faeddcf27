/// Writes blocks and the headings below a page as Markdown.
package struct SectionText {
  private let footnotes: [String]
  private var used: [Int] = []
  private var parts: [String] = []

  /// The Markdown of a section without front matter. `subsections` become headings within it; the outermost are `##`.
  package static func markdown(
    _ blocks: [SourceBlock], subsections: [Outline.Section] = [], footnotes: [String]
  ) -> String {
    var text = SectionText(footnotes: footnotes)
    text.append(blocks)
    text.append(subsections, level: 2)
    text.appendFootnotes()
    return text.parts.isEmpty ? "" : text.parts.joined(separator: "\n\n") + "\n"
  }

  private init(footnotes: [String]) { self.footnotes = footnotes }

  private mutating func append(_ sections: [Outline.Section], level: Int) {
    for section in sections {
      // Numbers within a page are the author's: planpress counts pages only.
      let title = MarkdownEscaping.escape(section.writtenTitle, atStart: false)
      parts.append(String(repeating: "#", count: min(level, 6)) + " " + title)
      append(section.blocks)
      append(section.children, level: level + 1)
    }
  }

  private mutating func append(_ blocks: [SourceBlock]) {
    for block in blocks {
      switch block.kind {
      case .paragraph, .markdown:
        note(block.markdown)
        // The number of an item, which the word processor counts.
        let number = block.automaticNumber.flatMap(\.values.last).map { "\($0). " } ?? ""
        parts.append(number + block.markdown)
      case .heading(let level):
        // Inside a box.
        parts.append(String(repeating: "#", count: min(max(2, level), 6)) + " " + block.markdown)
      case .table(let table):
        note(table.rows.joined().joined(separator: " "))
        parts.append(SectionText.table(table))
      case .box(let title, let content):
        let colons = String(repeating: ":", count: SectionText.depth(of: content) + 3)
        let name = title.isEmpty ? "box" : "box{title=\"\(SectionText.attribute(title))\"}"
        parts.append("\(colons)\(name)")
        append(content)
        parts.append(colons)
      }
    }
  }

  /// How deep boxes are nested in the blocks of a box.
  private static func depth(of blocks: [SourceBlock]) -> Int {
    blocks.map { block in
      if case .box(_, let content) = block.kind { depth(of: content) + 1 } else { 0 }
    }.max() ?? 0
  }

  /// A text for the quotation marks of an attribute.
  private static func attribute(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  // MARK: Tables

  private static func table(_ table: SourceTable) -> String {
    let columns = max(1, table.columnCount)
    var lines: [String] = []
    for (index, row) in table.rows.enumerated() {
      let cells = (0..<columns).map { column in
        column < row.count
          ? row[column].replacing("\n", with: " ").replacing("|", with: "\\|").replacing("\\\\|", with: "\\|") : ""
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
      if index == 0 { lines.append("|" + String(repeating: "---|", count: columns)) }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Footnotes

  /// Remembers the footnotes that a text refers to.
  private mutating func note(_ markdown: String) {
    guard !footnotes.isEmpty else { return }
    for piece in markdown.split(separator: "[^").dropFirst() {
      guard let end = piece.firstIndex(of: "]"), let number = Int(piece[..<end]),
        (1...footnotes.count).contains(number),
        !used.contains(number)
      else { continue }
      used.append(number)
    }
  }

  private mutating func appendFootnotes() {
    var next = 0
    // A footnote may refer to another.
    while next < used.count {
      let text = footnotes[used[next] - 1]
      note(text)
      parts.append("[^\(used[next])]: " + text.replacing("\n", with: "\n    "))
      next += 1
    }
  }
}
