import Bytes
import Diagnostics
import Markup

extension DocumentReader {
  /// Gives each heading its anchor. Explicit ids come first, wherever they are on the page; a derived anchor that is
  /// taken gets a number: `ziele-2`.
  mutating func anchoredHeadings() -> MarkdownHeadings {
    guard !headings.isEmpty else { return MarkdownHeadings() }
    var anchors = Anchors(count: headings.count)
    for (index, heading) in headings.enumerated() {
      guard let id = heading.explicitID, let first = anchors.insert(Array(id.utf8), of: index) else { continue }
      diagnostics.append(
        Diagnostic(
          .error, .duplicateAnchor, "two headings of this page have the id '\(id)'",
          hint: "give one of them another id", at: location(of: heading),
          related: [.init("the first one", at: location(of: headings[first]))]))
    }
    var anchored = MarkdownHeadings(capacity: headings.count)
    ByteBuffer.onStack { anchor in
      for (index, heading) in headings.enumerated() {
        let text = tree.plainTextBytes(of: heading.node)
        anchor.removeAll()
        if let id = heading.explicitID {
          anchor.append(text: id)
        } else {
          anchors.derive(from: text, of: index, into: &anchor)
        }
        let node = tree[heading.node]
        anchored.append(
          level: Int(node.level), line: fileLine(node.line), isTopLevel: node.parent == SyntaxTree.root,
          anchor: anchor, text: text
        ) { appendBareHTML(of: heading.node, to: &$0) }
      }
    }
    return anchored.compact
  }

  /// Appends a heading's inline markup without links and footnote references. `mutating` although it changes nothing:
  /// otherwise its caller, which mutates the reader, would copy the reader for each call.
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

/// The anchors that are taken on one page.
private struct Anchors {
  /// An anchor in UTF-8, hashed as one buffer: hashing a Chinese `String` normalizes it first, which takes three times as
  /// long, and an array hashes each byte on its own.
  private struct Anchor: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  private struct Entry {
    /// The index of the heading that has the anchor.
    let heading: Int
    /// How many anchors were made from it, itself included.
    var count = 1
  }

  private var taken: [Anchor: Entry]

  init(count: Int) { taken = Dictionary(minimumCapacity: count) }

  /// Marks an anchor as taken. If it was taken already, returns the index of the heading that has it.
  mutating func insert(_ anchor: [UInt8], of heading: Int) -> Int? {
    guard let first = taken.updateValue(Entry(heading: heading), forKey: Anchor(bytes: anchor)) else { return nil }
    taken[Anchor(bytes: anchor)] = first
    return first.heading
  }

  /// Derives the anchor of a heading from its text, appends it to an empty buffer and marks it as taken.
  mutating func derive(from text: [UInt8], of heading: Int, into anchor: inout ByteBuffer) {
    text.withUnsafeBufferPointer { Slug.append($0, to: &anchor) }
    if anchor.isEmpty { anchor.append(literal: "section") }
    let base = anchor.array
    var candidate = base
    while insert(candidate, of: heading) != nil {
      let count = (taken[Anchor(bytes: base)]?.count ?? 1) + 1
      taken[Anchor(bytes: base)]?.count = count
      anchor.removeLast(anchor.count - base.count)
      anchor.append(UInt8(ascii: "-"))
      anchor.append(decimal: count)
      candidate = anchor.array
    }
  }
}
