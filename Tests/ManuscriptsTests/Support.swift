import Diagnostics
import Manuscripts

/// A text as an outline: `# ` for each level, then the title with its number; `=` before boxes, `|` before tables.
func outline(_ text: String, path: String = "plan.txt") -> (lines: [String], findings: String, outline: Outline) {
  var manuscript =
    path.hasSuffix(".md")
    ? MarkdownReader.read(Array(text.utf8), path: path) : PlainTextReader.read(Array(text.utf8), path: path)
  let outline = Outline(&manuscript)
  var lines: [String] = []
  if let title = outline.title { lines.append("title: \(title)") }
  func describe(_ blocks: [SourceBlock], _ indentation: String) {
    for block in blocks {
      switch block.kind {
      case .box(let title, let content):
        lines.append("\(indentation)= \(title)")
        describe(content, indentation + "  ")
      case .table(let table): for row in table.rows { lines.append("\(indentation)| " + row.joined(separator: " | ")) }
      default: lines.append(indentation + block.plain)
      }
    }
  }
  func describe(_ sections: [Outline.Section], _ level: Int) {
    for section in sections {
      lines.append(String(repeating: "#", count: level) + " " + section.writtenTitle)
      describe(section.blocks, "")
      describe(section.children, level + 1)
    }
  }
  describe(outline.lead, "")
  describe(outline.sections, 1)
  return (lines, DiagnosticPrinter(format: .text).print(manuscript.findings), outline)
}

/// The visible characters of a text, without spaces.
func letters(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }

extension Outline {
  /// Every character that the outline holds, without spaces, in its order.
  var letters: String {
    var result = title ?? ""
    func add(_ blocks: [SourceBlock]) {
      for block in blocks {
        switch block.kind {
        case .box(let title, let content):
          result += title
          add(content)
        case .table(let table): result += table.rows.joined().joined().replacing("\\", with: "")
        default: result += block.plain
        }
      }
    }
    func add(_ sections: [Section]) {
      for section in sections {
        result += section.writtenTitle
        add(section.blocks)
        add(section.children)
      }
    }
    add(lead)
    add(sections)
    return String(result.filter { !$0.isWhitespace })
  }
}
