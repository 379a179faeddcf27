import Diagnostics
import Markup

/// A heading whose anchor is not decided yet: the explicit ones of the whole page come first.
struct HeadingDraft {
  let node: NodeIndex
  let explicit: String?
  /// `#id` in the file; nil for the heading itself.
  let written: Range<Int>?
}

// MARK: - Attributes

extension DocumentReader {
  /// Reads and removes a trailing `{#id .class}`.
  mutating func readHeading(_ node: NodeIndex) {
    var explicit: String?
    var place: Range<Int>?
    let last = tree[node].lastChild
    if last >= 0, tree[last].kind == .text, let braces = trailingBraces(tree[last].text.bounds) {
      let written = sourceBraces(of: node, length: braces.count)
      do {
        let list = try AttributeList(tree.text, from: braces.lowerBound, to: braces.upperBound)
        explicit = try apply(list, to: node, braces, written)
        if explicit != nil { place = written }
        cutEnd(of: last, at: braces.lowerBound, in: node)
      } catch {
        let shift = (written?.lowerBound ?? 0) - braces.lowerBound
        let range = written == nil
          ? firstLine(of: node) : error.range.lowerBound + shift..<error.range.upperBound + shift
        diagnostics.append(
          Diagnostic(.error, .headingAttributes, error.message, hint: error.hint, at: location(range)))
        cutEnd(of: last, at: braces.lowerBound, in: node)
      }
    }
    tree[node].number = Int32(headings.count)
    headings.append(HeadingDraft(node: node, explicit: explicit, written: place))
  }

  /// From its first character to the end of that line.
  private func firstLine(of heading: NodeIndex) -> Range<Int> {
    let bounds = sourceBounds(of: heading)
    return bounds.lowerBound..<max(bounds.lowerBound, min(bounds.upperBound, body.line(Int(tree[heading].line)).upperBound))
  }

  private func place(of heading: HeadingDraft) -> SourceLocation {
    location(heading.written ?? firstLine(of: heading.node))
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
  mutating func anchoredHeadings() -> MarkdownHeadings {
    guard !headings.isEmpty else { return MarkdownHeadings() }
    var taken = AnchorTable(count: headings.count)
    for (number, heading) in headings.enumerated() {
      guard let id = heading.explicit else { continue }
      guard let first = taken.insert(Array(id.utf8), of: number) else { continue }
      diagnostics.append(
        Diagnostic(
          .error, .duplicateAnchor, "two headings of this page have the id '\(id)'",
          hint: "give one of them another id", at: place(of: heading),
          related: [.init("the first one", at: place(of: headings[first]))]))
    }
    var anchored = MarkdownHeadings(capacity: headings.count)
    for (number, heading) in headings.enumerated() {
      let anchor = heading.explicit.map { Array($0.utf8) } ?? derivedAnchor(of: number, &taken)
      let node = tree[heading.node]
      anchored.append(
        level: Int(node.level), line: fileLine(node.line), isTopLevel: node.parent == SyntaxTree.root, anchor: anchor
      ) { appendBareHTML(of: heading.node, to: &$0) }
    }
    return anchored.compact
  }

  private func derivedAnchor(of number: Int, _ taken: inout AnchorTable) -> [UInt8] {
    let base = slug(of: headings[number].node) ?? Array("section".utf8)
    if taken.insert(base, of: number) == nil { return base }
    while true {
      let anchor = base + "-\(taken.nextCount(of: base))".utf8
      if taken.insert(anchor, of: number) == nil { return anchor }
    }
  }

  private func slug(of heading: NodeIndex) -> [UInt8]? {
    let child = tree[heading].firstChild
    guard child >= 0, tree[child].next < 0, tree[child].kind == .text else {
      return tree.plainTextBytes(of: heading).withUnsafeBufferPointer { Slug.bytes(of: $0) }
    }
    return tree.text.withUnsafeBufferPointer { Slug.bytes(of: UnsafeBufferPointer(rebasing: $0[tree[child].text.bounds])) }
  }

  /// Inline markup without links and references.
  private func appendBareHTML(of heading: NodeIndex, to bytes: inout [UInt8]) {
    let child = tree[heading].firstChild
    if child >= 0, tree[child].next < 0, tree[child].kind == .text {
      tree.text.withUnsafeBufferPointer {
        bytes.appendEscaped(UnsafeBufferPointer(rebasing: $0[tree[child].text.bounds]), escapesApostrophe: false)
      }
      return
    }
    var renderer = HTMLRenderer(tree, isPlain: false)
    renderer.isBare = true
    renderer.renderChildren(of: heading)
    bytes += renderer.output.array
  }
}

/// The ids that headings of one page have. Keyed by a sum of their bytes: hashing a Chinese String normalizes it first,
/// which costs more than all the rest here.
struct AnchorTable {
  private struct Key: Hashable {
    let bytes: [UInt8]
    let sum: UInt64

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      sum = bytes.reduce(UInt64(bytes.count)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    static func == (a: Key, b: Key) -> Bool { a.sum == b.sum && a.bytes == b.bytes }
    func hash(into hasher: inout Hasher) { hasher.combine(sum) }
  }

  /// The first ids, looked through one after the other: most pages have no more, and hashing one costs as much.
  private var few: [(key: Key, heading: Int)] = []
  private var others: [Key: Int] = [:]
  private var counts: [Key: Int] = [:]

  init(count: Int) {
    few.reserveCapacity(min(count, AnchorTable.few))
  }

  private static let few = 24

  /// The heading that has the id already; nil where it is taken now.
  mutating func insert(_ id: [UInt8], of heading: Int) -> Int? {
    let key = Key(id)
    for place in few.indices where few[place].key == key { return few[place].heading }
    if few.count < AnchorTable.few {
      few.append((key, heading))
      return nil
    }
    if let owner = others[key] { return owner }
    others[key] = heading
    return nil
  }

  /// 2 at the first call for an id, then 3: what makes `ziele` to `ziele-2`.
  mutating func nextCount(of id: [UInt8]) -> Int {
    counts[Key(id), default: 1] += 1
    return counts[Key(id), default: 1]
  }
}
