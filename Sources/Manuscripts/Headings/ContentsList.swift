import Diagnostics

/// The table of contents of a document, which is left out because a site makes its own.
enum ContentsList {
  /// Takes it out and says so.
  static func remove(from manuscript: inout Manuscript) {
    removeStyled(from: &manuscript)
    let blocks = manuscript.blocks
    guard let start = blocks.firstIndex(where: { isTitle($0.plain) }) else { return }
    var last: [String: Int] = [:]
    for index in start..<blocks.count { last[bare(blocks[index].plain)] = index }
    let first = start + 1 < blocks.count ? blocks[start + 1].plain : ""
    let hasPageNumbers = withoutPageNumber(first) != first
    var end = start + 1
    while end < blocks.count {
      let block = blocks[end]
      if isHeading(block) { break }
      if case .table(let table) = block.kind {
        guard table.columnCount == 2, table.rows.allSatisfy({ $0.last?.allSatisfy(\.isNumber) == true }) else { break }
      } else {
        // Without page numbers, an entry is a line that occurs again further down.
        let text = block.plain
        guard text.columns < 100, block.isParagraph,
          hasPageNumbers ? withoutPageNumber(text) != text : last[bare(text), default: 0] > end
        else { break }
      }
      end += 1
    }
    guard end > start + 1 else { return }
    let lastLine = blocks[end - 1].line
    manuscript.report(
      .note, .importLeftOut,
      "the table of contents is left out, to line \(lastLine): the site makes its own", line: blocks[start].line)
    manuscript.blocks.removeSubrange(start..<end)
  }

  /// Removes paragraphs with the styles of a table of contents, and a title before them without one.
  private static func removeStyled(from manuscript: inout Manuscript) {
    guard let first = manuscript.blocks.firstIndex(where: \.isOfContents) else { return }
    let start = first > 0 && isTitle(manuscript.blocks[first - 1].plain) ? first - 1 : first
    report(in: &manuscript, line: manuscript.blocks[start].line)
    if start < first { manuscript.blocks.remove(at: start) }
    manuscript.blocks.removeAll(where: \.isOfContents)
  }

  static func report(in manuscript: inout Manuscript, line: Int) {
    manuscript.report(
      .note, .importLeftOut, "the table of contents is left out: the site makes its own", line: line)
  }

  private static func isTitle(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    let name = text.filter { !$0.isWhitespace }.lowercased()
    return name == "目录" || name == "目次" || name == "contents" || name == "tableofcontents"
  }

  private static func isHeading(_ block: SourceBlock) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  private static func bare(_ text: String) -> String {
    withoutPageNumber(text).filter { !$0.isWhitespace }
  }

  /// An entry of a table of contents without the dots and the page number at its end.
  private static func withoutPageNumber(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, last.isNumber { rest.removeLast() }
    guard rest.endIndex < text.endIndex, let mark = rest.last, ".…·\t- 　".contains(mark) else { return text }
    while let last = rest.last, ".…·\t- 　".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
