import Diagnostics

extension DocumentReader {
  /// Reads a block of raw HTML. Unless the site allows it, comments are removed and the rest is shown as text and
  /// reported.
  mutating func readHTMLBlock(_ node: NodeIndex) {
    guard !options.allowsRawHTML else { return }
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
  mutating func readHTMLInline(_ node: NodeIndex, at range: Range<Int>) {
    guard !options.allowsRawHTML else { return }
    if tree.text[tree[node].text.bounds].starts(with: "<!--".utf8) {
      tree[node].kind = .hidden
      return
    }
    tree[node].kind = .text
    reportRawHTML(at: range)
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
