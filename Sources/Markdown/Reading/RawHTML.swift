import Bytes
import Diagnostics

extension DocumentReader {
  /// Reads a block of raw HTML. Unless the site allows it, comments are removed and the rest is shown as text and
  /// reported.
  mutating func readHTMLBlock(_ node: NodeIndex) {
    guard !options.allowsRawHTML else { return readTags(of: node) { _ in nil } }
    let bounds = tree[node].text.bounds
    let start = endOfComments(bounds)
    let isBlank = tree.text[start..<bounds.upperBound].allSatisfy { $0 <= 0x20 }
    if isBlank {
      tree[node].kind = .hidden
      return
    }
    tree[node].text.start = Int32(start)
    let line = tree.text[bounds.lowerBound..<start].count { $0 == UInt8(ascii: "\n") }
    let shown = body.line(Int(tree[node].line) + line)
    let bytes = source.bytes[shown]
    let first = start == bounds.lowerBound ? sourceStart(of: node) : bytes.firstIndex(of: UInt8(ascii: "<"))
    reportRawHTML(at: (first ?? shown.lowerBound)..<shown.upperBound)
    tree.becomeText(node)
  }

  /// Reads inline raw HTML. Unless the site allows it, a comment is removed and a tag is shown as text and reported.
  mutating func readHTMLInline(_ node: NodeIndex, _ cursor: inout InlineCursor) {
    guard !options.allowsRawHTML else { return readTags(of: node) { cursor.range(of: node, $0) } }
    let range = cursor.range(of: node, self)
    if isLineBreak(node), isInTable(node) {
      tree[node].kind = .hardBreak
      return
    }
    if tree.text[tree[node].text.bounds].starts(with: "<!--".utf8) {
      tree[node].kind = .hidden
      return
    }
    tree[node].kind = .text
    reportRawHTML(at: range)
  }

  /// Whether inline HTML is `<br>`, the only way to break a line in a table's cell.
  private func isLineBreak(_ node: NodeIndex) -> Bool {
    let text = tree.text[tree[node].text.bounds]
    guard text.count <= 8, text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") else { return false }
    let name = text.dropFirst().dropLast().filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }.map(lowered)
    return name.elementsEqual("br".utf8) && text.dropFirst().first != UInt8(ascii: "/")
  }

  private func isInTable(_ node: NodeIndex) -> Bool {
    var parent = tree[node].parent
    while parent >= 0, tree[parent].kind.isInlineContainer { parent = tree[parent].parent }
    return parent >= 0 && tree[parent].kind == .tableCell
  }

  /// Reads the ids of raw HTML that is passed through, and reports elements that would hide the text below them.
  /// `locate` finds inline HTML in the file, which is needed only for findings.
  private mutating func readTags(of node: NodeIndex, _ locate: (borrowing DocumentReader) -> Range<Int>?) {
    var found: [Range<Int>] = []
    htmlTags.read(tree.text, tree[node].text.bounds) { found += $0.ids }
    guard !found.isEmpty || htmlTags.open != nil else {
      openElement = nil
      return
    }
    let range = locate(self)
    for id in found {
      let value = normalized(String(decoding: tree.text[id], as: UTF8.self))
      ids.append(MarkdownID(value: value, range: SourceRange(sourceRange(of: id, inHTML: node, at: range))))
    }
    guard let open = htmlTags.open else {
      openElement = nil
      return
    }
    let name = tree.text[open.start..<tree[node].text.bounds.upperBound].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    let place = sourceRange(of: name.startIndex..<name.endIndex, inHTML: node, at: range)
    switch open.what {
    case .element: openElement = openElement ?? place
    case .comment: diagnostics.append(openHTMLFinding("<!--", "-->", at: place.lowerBound..<place.lowerBound + 4))
    case .tag: diagnostics.append(openHTMLFinding(String(decoding: name, as: UTF8.self), ">", at: place))
    }
    if openElement == nil { htmlTags = HTMLTags() }
  }

  /// Reports an element whose content is text up to the end of the page.
  mutating func reportOpenElement() {
    guard let openElement, case .element(let name) = htmlTags.open?.what else { return }
    diagnostics.append(openHTMLFinding("<\(name)>", "</\(name)>", at: openElement))
  }

  /// The range in the file of a part of raw HTML; of inline HTML in several lines, the start of the whole.
  private func sourceRange(of part: Range<Int>, inHTML node: NodeIndex, at range: Range<Int>?) -> Range<Int> {
    let start = tree[node].text.bounds.lowerBound
    if let range {
      let found = range.lowerBound + part.lowerBound - start
      let isThere = found + part.count <= source.bytes.count
      return isThere && source.bytes[found..<found + part.count].elementsEqual(tree.text[part])
        ? found..<found + part.count : range
    }
    let line = body.line(Int(tree[node].line) + tree.text[start..<part.lowerBound].count { $0 == UInt8(ascii: "\n") })
    let bytes = Array(tree.text[part])
    let found = Array(source.bytes[line]).firstOccurrence(of: bytes)
    return found.map { line.lowerBound + $0..<line.lowerBound + $0 + bytes.count } ?? line
  }

  private mutating func reportRawHTML(at range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .warning, .rawHTML, "raw HTML is not allowed here and is shown as text",
        hint: "use Markdown, write '\\<' for the character, or allow HTML in site.yaml", at: location(range)))
  }

  /// The end of the comments at the start of a block.
  private func endOfComments(_ bounds: Range<Int>) -> Int {
    var start = bounds.lowerBound
    while true {
      var index = start
      while index < bounds.upperBound, tree.text[index] <= 0x20 { index += 1 }
      guard tree.text[index..<bounds.upperBound].starts(with: "<!--".utf8) else { return start }
      index += 4
      var end: Int?
      while index + 2 < bounds.upperBound, end == nil {
        if tree.text[index] == UInt8(ascii: "-"), tree.text[index + 1] == UInt8(ascii: "-"),
          tree.text[index + 2] == UInt8(ascii: ">")
        {
          end = index + 3
        }
        index += 1
      }
      guard let end else { return bounds.upperBound }
      start = end
    }
  }
}
