import Bytes
import Diagnostics
import Markup

extension DocumentReader {
  /// Gives each heading its anchor. Ids that the author gave come first, wherever they are on the page; a derived anchor
  /// that is taken gets a number: `ziele-2`.
  mutating func anchoredHeadings() -> MarkdownHeadings {
    guard !headings.isEmpty || !ids.isEmpty else { return MarkdownHeadings() }
    var anchors = Anchors(count: headings.count + ids.count, generated: GeneratedIDs(notes.numbered, directives))
    for (index, heading) in headings.enumerated() {
      if let id = heading.explicitID { claim(id, for: .heading(index), &anchors) }
    }
    for (index, id) in ids.enumerated() { claim(id.value, for: .other(index), &anchors) }
    var anchored = MarkdownHeadings(capacity: headings.count)
    ByteBuffer.onStack { anchor in
      for (index, heading) in headings.enumerated() {
        let text = tree.plainTextBytes(of: heading.node)
        anchor.removeAll()
        if let id = heading.explicitID {
          anchor.append(text: id)
        } else {
          anchors.derive(from: text, of: .heading(index), into: &anchor)
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

  /// Takes an id that the author gave, and reports it if something else of the page has it.
  private mutating func claim(_ id: String, for owner: Anchors.Owner, _ anchors: inout Anchors) {
    let bytes = Array(id.utf8)
    let first = anchors.insert(bytes, of: owner)
    var message: Message
    if let first {
      message = "two \(areHeadings(first, owner) ? "headings" : "parts") of this page have the id '\(id)'"
    } else if let generated = anchors.generated.owner(of: bytes) {
      message = "\(generated) of this page has the id '\(id)', too"
    } else if bytes.first == UInt8(ascii: "-") {
      message = "the id '\(id)' begins with '-', as those of the theme do"
    } else {
      return
    }
    diagnostics.append(
      Diagnostic(
        .error, .duplicateAnchor, message, hint: first == nil ? "give it another id" : "give one of them another id",
        at: location(of: owner), related: first.map { [.init("the first one", at: location(of: $0))] } ?? []))
  }

  private func areHeadings(_ first: Anchors.Owner, _ second: Anchors.Owner) -> Bool {
    if case (.heading, .heading) = (first, second) { true } else { false }
  }

  private func location(of owner: Anchors.Owner) -> SourceLocation {
    switch owner {
    case .heading(let index): location(of: headings[index])
    case .other(let index): source.location(of: ids[index].range)
    case .generated: preconditionFailure("the ids that an author gave are taken before any is derived")
    }
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

  enum Owner {
    /// The index of the heading.
    case heading(Int)
    /// The index in `DocumentReader.ids`.
    case other(Int)
    /// Something in `GeneratedIDs`.
    case generated
  }

  private struct Entry {
    let owner: Owner
    /// How many anchors were made from it, itself included.
    var count = 1
  }

  private var taken: [Anchor: Entry]
  let generated: GeneratedIDs

  init(count: Int, generated: GeneratedIDs) {
    taken = Dictionary(minimumCapacity: count)
    self.generated = generated
  }

  /// Marks an anchor as taken. If it was taken already, returns what has it.
  mutating func insert(_ anchor: [UInt8], of owner: Owner) -> Owner? {
    guard let first = taken.updateValue(Entry(owner: owner), forKey: Anchor(bytes: anchor)) else { return nil }
    taken[Anchor(bytes: anchor)] = first
    return first.owner
  }

  private mutating func take(_ anchor: [UInt8], for owner: Owner) -> Bool {
    if !generated.isEmpty, generated.owner(of: anchor) != nil {
      _ = insert(anchor, of: .generated)
      return false
    }
    return insert(anchor, of: owner) == nil
  }

  /// Derives the anchor of a heading from its text, appends it to an empty buffer and marks it as taken.
  mutating func derive(from text: [UInt8], of owner: Owner, into anchor: inout ByteBuffer) {
    text.withUnsafeBufferPointer { Slug.append($0, to: &anchor) }
    if anchor.isEmpty { anchor.append(literal: "section") }
    let base = anchor.array
    var candidate = base
    var count = 1
    while !take(candidate, for: owner) {
      count = (taken[Anchor(bytes: base)]?.count ?? count) + 1
      taken[Anchor(bytes: base)]?.count = count
      anchor.removeLast(anchor.count - base.count)
      anchor.append(UInt8(ascii: "-"))
      anchor.append(decimal: count)
      candidate = anchor.array
    }
  }
}
