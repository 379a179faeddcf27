import Bytes
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
        let range =
          written == nil
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
    return bounds
      .lowerBound..<max(bounds.lowerBound, min(bounds.upperBound, body.line(Int(tree[heading].line)).upperBound))
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
    let isMeant =
      inside.first == UInt8(ascii: "#") || inside.first == UInt8(ascii: ".")
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
      guard var id = heading.explicit, let first = id.withUTF8({ taken.insert($0, of: number) }) else { continue }
      diagnostics.append(
        Diagnostic(
          .error, .duplicateAnchor, "two headings of this page have the id '\(id)'",
          hint: "give one of them another id", at: place(of: heading),
          related: [.init("the first one", at: place(of: headings[first]))]))
    }
    var anchored = MarkdownHeadings(capacity: headings.count)
    ByteBuffer.onStack { anchor in
      for (number, heading) in headings.enumerated() {
        anchor.removeAll()
        if let id = heading.explicit {
          anchor.append(text: id)
        } else {
          deriveAnchor(of: number, &taken, into: &anchor)
        }
        let node = tree[heading.node]
        anchored.append(
          level: Int(node.level), line: fileLine(node.line), isTopLevel: node.parent == SyntaxTree.root, anchor: anchor
        ) { appendBareHTML(of: heading.node, to: &$0) }
      }
    }
    return anchored.compact
  }

  /// Into an empty buffer. `mutating`, as the next two: from a function that changes the reader, any other would be given a
  /// copy of all of it.
  private mutating func deriveAnchor(of number: Int, _ taken: inout AnchorTable, into anchor: inout ByteBuffer) {
    appendSlug(of: headings[number].node, to: &anchor)
    if anchor.isEmpty { anchor.append(literal: "section") }
    let length = anchor.count
    while anchor.withBytes({ taken.insert($0, of: number) }) != nil {
      anchor.removeLast(anchor.count - length)
      let count = anchor.withBytes { taken.nextCount(of: $0) }
      anchor.append(UInt8(ascii: "-"))
      anchor.append(decimal: count)
    }
  }

  private mutating func appendSlug(of heading: NodeIndex, to anchor: inout ByteBuffer) {
    let child = tree[heading].firstChild
    guard child >= 0, tree[child].next < 0, tree[child].kind == .text else {
      return tree.plainTextBytes(of: heading).withUnsafeBufferPointer { Slug.append($0, to: &anchor) }
    }
    tree.text.withUnsafeBufferPointer {
      Slug.append(UnsafeBufferPointer(rebasing: $0[tree[child].text.bounds]), to: &anchor)
    }
  }

  /// Inline markup without links and references.
  private mutating func appendBareHTML(of heading: NodeIndex, to bytes: inout [UInt8]) {
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

/// The ids that headings of one page have. Found by a sum of their bytes: hashing a Chinese String normalizes it first,
/// which costs more than all the rest here.
struct AnchorTable: ~Copyable {
  private struct Entry {
    let sum: UInt64
    /// In `bytes`.
    let place: Range<Int>
    let heading: Int
    /// How many ids were made from it, itself included.
    var count = 1
  }

  private var entries: [Entry] = []
  private var bytes: ByteBuffer
  /// By sum: the entries behind the first few, which are looked through one after the other. Most pages have no more, and
  /// hashing one costs as much.
  private var later: [UInt64: [Int]] = [:]

  private static let few = 24

  init(count: Int) {
    entries.reserveCapacity(count)
    bytes = ByteBuffer(capacity: count * 32)
  }

  /// The heading that has the id already; nil where it is taken now.
  mutating func insert(_ id: UnsafeBufferPointer<UInt8>, of heading: Int) -> Int? {
    let sum = sum(of: id)
    if let place = find(id, sum) { return entries[place].heading }
    if entries.count >= AnchorTable.few { later[sum, default: []].append(entries.count) }
    let start = bytes.count
    bytes.append(contentsOf: id)
    entries.append(Entry(sum: sum, place: start..<bytes.count, heading: heading))
    return nil
  }

  /// 2 at the first call for an id that is taken, then 3: what makes `ziele` to `ziele-2`.
  mutating func nextCount(of id: UnsafeBufferPointer<UInt8>) -> Int {
    guard let place = find(id, sum(of: id)) else { preconditionFailure("an id that is counted on is taken") }
    entries[place].count += 1
    return entries[place].count
  }

  private func find(_ id: UnsafeBufferPointer<UInt8>, _ sum: UInt64) -> Int? {
    for place in 0..<min(entries.count, AnchorTable.few) where isEntry(place, id, sum) { return place }
    return entries.count <= AnchorTable.few ? nil : later[sum]?.first { isEntry($0, id, sum) }
  }

  private func isEntry(_ place: Int, _ id: UnsafeBufferPointer<UInt8>, _ sum: UInt64) -> Bool {
    guard entries[place].sum == sum, entries[place].place.count == id.count else { return false }
    return bytes.withBytes { id.elementsEqual(UnsafeBufferPointer(rebasing: $0[entries[place].place])) }
  }

  private func sum(of id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    id.reduce(UInt64(id.count)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
