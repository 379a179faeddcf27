import Bytes
import Diagnostics
import Markup

extension DocumentReader {
  /// Gives each heading its anchor. Ids that the author gave come first, wherever they are on the page; a derived
  /// anchor that is taken gets a number: `ziele-2`.
  mutating func anchoredHeadings() -> MarkdownHeadings {
    guard !headings.isEmpty || !ids.isEmpty else { return MarkdownHeadings() }
    var anchors = Anchors(count: headings.count + ids.count, generated: GeneratedIDs(notes.numbered, directives))
    for (index, heading) in headings.enumerated() {
      if let id = heading.explicitID { claim(id, for: .heading(index), &anchors) }
    }
    for (index, id) in ids.enumerated() { claim(id.value, for: .other(index), &anchors) }
    var anchored = MarkdownHeadings(capacity: headings.count)
    let tree = tree
    ByteBuffer.onStack { anchor in
      for (index, heading) in headings.enumerated() {
        anchor.removeAll()
        let node = tree[heading.node]
        tree.withPlainText(of: heading.node) { text in
          if let id = heading.explicitID {
            anchor.append(text: id)
          } else {
            anchors.derive(from: text, of: .heading(index), into: &anchor)
          }
          anchored.append(
            level: Int(node.level), line: fileLine(node.line), isTopLevel: node.parent == SyntaxTree.root,
            anchor: anchor, text: text
          ) { appendBareHTML(of: heading.node, to: &$0) }
        }
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

/// The anchors that are taken on one page: a hash table of texts that share one array. A `Dictionary` of arrays took 1
/// % of the instructions of a build.
private struct Anchors {
  enum Owner {
    /// The index of the heading.
    case heading(Int)
    /// The index in `DocumentReader.ids`.
    case other(Int)
    /// Something in `GeneratedIDs`.
    case generated
  }

  private struct Entry {
    let bytes: Range<Int>
    let hash: UInt64
    let owner: Owner
    /// How many anchors were derived from it, itself included.
    var count = 1
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private var text: [UInt8] = []
  private var entries: [Entry] = []
  /// Indices of `entries` by hash; -1 where there is none. At least twice as many as there are entries.
  private var slots: [Int32]
  let generated: GeneratedIDs

  init(count: Int, generated: GeneratedIDs) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    entries.reserveCapacity(count)
    text.reserveCapacity(count * 32)
    self.generated = generated
  }

  /// Marks an anchor as taken. If it was taken already, returns its owner.
  mutating func insert(_ anchor: [UInt8], of owner: Owner) -> Owner? {
    anchor.withUnsafeBufferPointer { insert($0, of: owner) }
  }

  private mutating func insert(_ anchor: Bytes, of owner: Owner) -> Owner? {
    let hash = Anchors.hash(anchor)
    let slot = slot(of: anchor, hash)
    if slots[slot] >= 0 { return entries[Int(slots[slot])].owner }
    slots[slot] = Int32(entries.count)
    let start = text.count
    text.append(contentsOf: anchor)
    entries.append(Entry(bytes: start..<text.count, hash: hash, owner: owner))
    if entries.count * 2 > slots.count { grow() }
    return nil
  }

  private mutating func take(_ anchor: Bytes, for owner: Owner) -> Bool {
    if !generated.isEmpty, generated.owner(of: Array(anchor)) != nil {
      _ = insert(anchor, of: .generated)
      return false
    }
    return insert(anchor, of: owner) == nil
  }

  /// Derives the anchor of a heading from its text, appends it to an empty buffer and marks it as taken.
  mutating func derive(
    from text: UnsafeBufferPointer<UInt8>, of owner: Owner, into anchor: inout ByteBuffer
  ) {
    Slug.append(text, to: &anchor)
    if anchor.isEmpty { anchor.append(literal: "section") }
    let length = anchor.count
    var count = 1
    while !anchor.withBytes({ take($0, for: owner) }) {
      anchor.removeLast(anchor.count - length)
      count = anchor.withBytes { countAnother(madeFrom: $0) } ?? count + 1
      anchor.append(UInt8(ascii: "-"))
      anchor.append(decimal: count)
    }
  }

  /// Counts another anchor that is derived from a taken one, and returns how many there are; nil if it is not taken.
  private mutating func countAnother(madeFrom anchor: Bytes) -> Int? {
    let index = slots[slot(of: anchor, Anchors.hash(anchor))]
    guard index >= 0 else { return nil }
    entries[Int(index)].count += 1
    return entries[Int(index)].count
  }

  /// The place of an anchor in `slots`, or the free place for it.
  private func slot(of anchor: Bytes, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, text.withUnsafeBufferPointer({ haveEqualBytes(Bytes(rebasing: $0[entry.bytes]), anchor) })
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in entries.indices {
      var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a, a word at a time.
  private static func hash(_ bytes: Bytes) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x100_0000_01B3
      hash ^= hash >> 32
    }
    var index = 0
    while index + 8 <= raw.count {
      add(raw.word(at: index).bits)
      index += 8
    }
    while index < raw.count {
      add(UInt64(raw[index]))
      index += 1
    }
    return hash
  }
}
