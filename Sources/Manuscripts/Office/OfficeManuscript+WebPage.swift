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
      if start.count > 2, let found = find(start, in: html, from: offset, reach: 1 << 16) {
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

  /// The offset of bytes that begin at most `reach` after `start`.
  static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int, reach: Int) -> Int? {
    let last = bytes.count - wanted.count
    guard start <= last else { return nil }
    let end = min(last, start.addingReportingOverflow(reach).overflow ? last : start + reach)
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index <= end {
        if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index }
        index += 1
      }
      return nil
    }
  }
}
