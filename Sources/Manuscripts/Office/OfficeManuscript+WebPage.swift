import Bytes
import DataFormats
import Diagnostics

// The lines of a web page.
extension OfficeManuscript {
  /// Moves the lines of blocks and findings from paragraphs to lines of the page's source, where they can be found.
  static func locate(_ html: [UInt8], _ path: String, _ paragraphs: [String], _ manuscript: inout Manuscript) {
    var lines: [Int] = []
    var offset = 0
    var line = 1
    for paragraph in paragraphs {
      let start = Array(paragraph.prefix { !$0.isWhitespace && !"<>&\"'“”‘’".contains($0) }.prefix(12).utf8)
      if start.count > 2, let found = html.firstOccurrence(of: start, from: offset, to: offset + start.count + 1 << 16)
      {
        for byte in html[offset..<found] where byte == 0x0A { line += 1 }
        offset = found
      }
      lines.append(line)
    }
    manuscript.source = SourceText(path: path, bytes: html)
    func moved(_ block: SourceBlock) -> SourceBlock {
      var block = block
      if lines.indices.contains(block.line - 1) { block.line = lines[block.line - 1] }
      if case .box(let title, let content) = block.kind { block.kind = .box(title: title, content: content.map(moved)) }
      return block
    }
    manuscript.blocks = manuscript.blocks.map(moved)
    for index in manuscript.pictures.indices where lines.indices.contains(manuscript.pictures[index].line - 1) {
      manuscript.pictures[index].line = lines[manuscript.pictures[index].line - 1]
    }
    manuscript.findings = manuscript.findings.map { finding in
      guard lines.indices.contains(finding.location.line - 1) else { return finding }
      return Diagnostic(
        finding.severity, finding.code, finding.words, hint: finding.hintWords,
        at: manuscript.location(lines[finding.location.line - 1]))
    }
  }
}
