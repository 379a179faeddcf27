import Diagnostics
import Markup

/// A heading whose anchor is not decided yet: the explicit ones of the whole page come first.
struct HeadingDraft {
  let node: NodeIndex
  let explicit: String?
  /// `#id` in the file, or the heading.
  let place: Range<Int>
}

// MARK: - Attributes

extension DocumentReader {
  /// Reads and removes a trailing `{#id .class}`.
  mutating func readHeading(_ node: NodeIndex) {
    var explicit: String?
    var place = sourceBounds(of: node)
    place = place.lowerBound..<max(place.lowerBound, min(place.upperBound, body.line(Int(tree[node].line)).upperBound))
    let last = tree[node].lastChild
    if last >= 0, tree[last].kind == .text, let braces = trailingBraces(tree[last].text.bounds) {
      let written = sourceBraces(of: node, length: braces.count)
      do {
        let list = try AttributeList(tree.text, from: braces.lowerBound, to: braces.upperBound)
        explicit = try apply(list, to: node, braces, written)
        if explicit != nil, let written { place = written }
        cutEnd(of: last, at: braces.lowerBound, in: node)
      } catch {
        let shift = (written?.lowerBound ?? 0) - braces.lowerBound
        let range = written == nil ? place : error.range.lowerBound + shift..<error.range.upperBound + shift
        diagnostics.append(
          Diagnostic(.error, .headingAttributes, error.message, hint: error.hint, at: location(range)))
        cutEnd(of: last, at: braces.lowerBound, in: node)
      }
    }
    tree[node].number = Int32(headings.count)
    headings.append(HeadingDraft(node: node, explicit: explicit, place: place))
  }

  private mutating func apply(
    _ list: AttributeList, to node: NodeIndex, _ braces: Range<Int>, _ written: Range<Int>?
  ) throws(AttributeList.Problem) -> String? {
    var id: String?
    var classes: [UInt8] = []
    for attribute in list.attributes {
      switch attribute.name {
      case "id" where id == nil && !attribute.value.isEmpty: id = attribute.value
      case "class":
        if !classes.isEmpty { classes.append(UInt8(ascii: " ")) }
        classes += attribute.value.utf8
      default:
        throw AttributeList.Problem(
          range: attribute.nameRange,
          message: id != nil && attribute.name == "id"
            ? "a heading has one id" : "a heading has no attribute '\(attribute.name)'",
          hint: "a heading takes one #id and any number of .classes")
      }
    }
    if !classes.isEmpty { tree[node].detail = tree.append(text: classes) }
    return id
  }

  /// `{…}` at the end of a text, if it looks like attributes; `{1, 2}` is text.
  private func trailingBraces(_ text: Range<Int>) -> Range<Int>? {
    var end = text.upperBound
    while end > text.lowerBound, tree.text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > text.lowerBound, tree.text[end - 1] == UInt8(ascii: "}"),
      let open = tree.text[text.lowerBound..<end].lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    // `:term[词]{…}` ends with attributes of its own.
    if open > text.lowerBound, tree.text[open - 1] == UInt8(ascii: "]") { return nil }
    let inside = tree.text[open + 1..<end - 1].drop { $0 == UInt8(ascii: " ") }
    let isMeant = inside.first == UInt8(ascii: "#") || inside.first == UInt8(ascii: ".")
      || inside.contains(UInt8(ascii: "="))
    return isMeant ? open..<end : nil
  }

  /// The same braces in the file.
  private func sourceBraces(of node: NodeIndex, length: Int) -> Range<Int>? {
    let bounds = sourceBounds(of: node)
    guard let close = source.bytes[bounds].lastIndex(of: UInt8(ascii: "}")),
      let open = source.bytes[bounds.lowerBound..<close].lastIndex(of: UInt8(ascii: "{")), close + 1 - open == length
    else { return nil }
    return open..<close + 1
  }

  private mutating func cutEnd(of text: NodeIndex, at end: Int, in heading: NodeIndex) {
    var end = end
    while end > Int(tree[text].text.start), tree.text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    tree[text].text.end = Int32(end)
    if tree[text].text.isEmpty { tree.unlink(text) }
  }
}

// MARK: - Anchors

extension DocumentReader {
  /// Explicit ids stand wherever they are on the page; a derived anchor that is taken counts on: `ziele-2`.
  mutating func anchoredHeadings() -> [MarkdownHeading] {
    guard !headings.isEmpty else { return [] }
    // Keyed by bytes: hashing a Chinese String normalizes it first, which costs more than all the rest here.
    var taken: [[UInt8]: Range<Int>] = [:]
    taken.reserveCapacity(headings.count)
    for heading in headings {
      guard let id = heading.explicit else { continue }
      if let first = taken[Array(id.utf8)] {
        diagnostics.append(
          Diagnostic(
            .error, .duplicateAnchor, "two headings of this page have the id '\(id)'",
            hint: "give one of them another id", at: location(heading.place),
            related: [.init("the first one", at: location(first))]))
      } else {
        taken[Array(id.utf8)] = heading.place
      }
    }
    var counts: [[UInt8]: Int] = [:]
    var anchored: [MarkdownHeading] = []
    anchored.reserveCapacity(headings.count)
    for heading in headings {
      let text = tree.plainTextBytes(of: heading.node)
      let anchor = heading.explicit.map { Array($0.utf8) } ?? derivedAnchor(of: text, for: heading, &taken, &counts)
      anchored.append(
        MarkdownHeading(
          level: Int(tree[heading.node].level), anchor: String(decoding: anchor, as: UTF8.self),
          text: String(decoding: text, as: UTF8.self), html: bareHTML(of: heading.node),
          line: fileLine(tree[heading.node].line), isTopLevel: tree[heading.node].parent == SyntaxTree.root))
    }
    return anchored
  }

  private func derivedAnchor(
    of text: [UInt8], for heading: HeadingDraft, _ taken: inout [[UInt8]: Range<Int>], _ counts: inout [[UInt8]: Int]
  ) -> [UInt8] {
    let base = text.withUnsafeBufferPointer { Slug.bytes(of: $0) } ?? Array("section".utf8)
    if taken.updateValue(heading.place, forKey: base) == nil { return base }
    var count = counts[base] ?? 1
    var anchor: [UInt8]
    repeat {
      count += 1
      anchor = base + "-\(count)".utf8
    } while taken[anchor] != nil
    counts[base] = count
    taken[anchor] = heading.place
    return anchor
  }

  /// Inline markup without links and references.
  private func bareHTML(of heading: NodeIndex) -> HTML {
    let child = tree[heading].firstChild
    if child >= 0, tree[child].next < 0, tree[child].kind == .text {
      var html = HTML()
      let text = tree[child].text.bounds
      html.bytes.reserveCapacity(text.count)
      html.bytes.append(commonMark: tree.text[text])
      return html
    }
    var renderer = HTMLRenderer(tree, isPlain: false)
    renderer.isBare = true
    renderer.renderChildren(of: heading)
    return HTML(bytes: renderer.output)
  }
}
