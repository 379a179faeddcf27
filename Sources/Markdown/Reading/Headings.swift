import Bytes
import Diagnostics

/// A heading without its anchor: explicit ids of the whole page take precedence over derived anchors.
struct HeadingDraft {
  let node: NodeIndex
  let explicitID: String?
  /// The byte range of the explicit id's braces in the file.
  let idRange: Range<Int>?
}

extension DocumentReader {
  /// Reads and removes the attributes at a heading's end, `{#id .class}`.
  mutating func readHeading(_ node: NodeIndex) {
    var explicit: String?
    var idRange: Range<Int>?
    let last = tree[node].lastChild
    if last >= 0, tree[last].kind == .text, let braces = trailingBraces(tree[last].text.bounds) {
      let written = sourceBraces(of: node, length: braces.count)
      do {
        let list = try AttributeList(tree.text, from: braces.lowerBound, to: braces.upperBound)
        explicit = try apply(list, to: node)
        if explicit != nil { idRange = written }
        cutEnd(of: last, at: braces.lowerBound)
      } catch {
        let shift = (written?.lowerBound ?? 0) - braces.lowerBound
        let range =
          written == nil
          ? firstLine(of: node) : error.range.lowerBound + shift..<error.range.upperBound + shift
        diagnostics.append(
          Diagnostic(
            .error, .headingAttributes, error.message.mappingTexts(Sentinel.restored), hint: error.hint,
            at: location(range)))
        cutEnd(of: last, at: braces.lowerBound)
      }
    }
    tree[node].number = Int32(headings.count)
    headings.append(HeadingDraft(node: node, explicitID: explicit, idRange: idRange))
  }

  /// The byte range from a heading's first character to the end of that line.
  private func firstLine(of heading: NodeIndex) -> Range<Int> {
    let bounds = sourceBounds(of: heading)
    let lineEnd = min(bounds.upperBound, body.line(Int(tree[heading].line)).upperBound)
    return bounds.lowerBound..<max(bounds.lowerBound, lineEnd)
  }

  /// The location for an error about a heading's id.
  func location(of heading: HeadingDraft) -> SourceLocation {
    location(heading.idRange ?? firstLine(of: heading.node))
  }

  private mutating func apply(_ list: AttributeList, to node: NodeIndex) throws(AttributeList.Problem) -> String? {
    var id: String?
    var classes: [UInt8] = []
    for attribute in list.attributes {
      switch attribute.name {
      case "id" where id == nil && !attribute.value.isEmpty: id = normalized(Sentinel.restored(attribute.value))
      case "class":
        if !classes.isEmpty { classes.append(UInt8(ascii: " ")) }
        classes += Sentinel.restored(attribute.value).utf8
      default:
        throw AttributeList.Problem(
          range: attribute.nameRange,
          message: id != nil && attribute.name == "id"
            ? "a heading can have only one id" : "a heading has no attribute '\(attribute.name)'",
          hint: "a heading takes one #id and any number of .classes")
      }
    }
    if !classes.isEmpty { tree[node].detail = tree.append(text: classes) }
    return id
  }

  /// The range of `{…}` at the end of a text if it looks like attributes; `{1, 2}` is text.
  private func trailingBraces(_ text: Range<Int>) -> Range<Int>? {
    var end = text.upperBound
    while end > text.lowerBound, tree.text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > text.lowerBound, tree.text[end - 1] == UInt8(ascii: "}"),
      let open = tree.text[text.lowerBound..<end].lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    // These are the attributes of an inline directive, `:term[词]{…}`.
    if open > text.lowerBound, tree.text[open - 1] == UInt8(ascii: "]") { return nil }
    let inside = tree.text[open + 1..<end - 1].drop { $0 == UInt8(ascii: " ") }
    let isMeant =
      inside.first == UInt8(ascii: "#") || inside.first == UInt8(ascii: ".")
      || inside.contains(UInt8(ascii: "="))
    return isMeant ? open..<end : nil
  }

  /// The byte range of a heading's attributes in the file; nil if they are not `length` bytes long there.
  private func sourceBraces(of node: NodeIndex, length: Int) -> Range<Int>? {
    let bounds = sourceBounds(of: node)
    guard let close = source.bytes[bounds].lastIndex(of: UInt8(ascii: "}")),
      let open = source.bytes[bounds.lowerBound..<close].lastIndex(of: UInt8(ascii: "{")), close + 1 - open == length
    else { return nil }
    return open..<close + 1
  }

  private mutating func cutEnd(of text: NodeIndex, at end: Int) {
    var end = end
    while end > Int(tree[text].text.start), tree.text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    tree[text].text.end = Int32(end)
    if tree[text].text.isEmpty { tree.unlink(text) }
  }
}
