import Bytes
import Diagnostics

/// A block of HTML that only its own end mark would end, and that has none: `<!-- todo` hides everything below it on
/// the page.
struct OpenHTML {
  let finding: Diagnostic
  /// The offsets in the file of the `<` that opens it, and of those inside that would open another of its kind.
  let tags: [Int]
}

/// The kinds of HTML blocks that may contain blank lines (CommonMark 0.30 §4.6, start conditions 1 to 5).
private enum HTMLKind: Equatable {
  case element(String)
  case comment, instruction, declaration, characterData

  /// The kind that a text starts; nil for other HTML.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.first == UInt8(ascii: "<"), text.count > 1 else { return nil }
    let rest = text.dropFirst()
    if rest.starts(with: "!--".utf8) {
      self = .comment
    } else if rest.starts(with: "![CDATA[".utf8) {
      self = .characterData
    } else if rest.first == UInt8(ascii: "?") {
      self = .instruction
    } else if rest.first == UInt8(ascii: "!"), let letter = rest.dropFirst().first, isAlphanumeric(letter) {
      self = .declaration
    } else {
      let name = rest.prefix(9).prefix(while: isAlphanumeric)
      let lowered = String(decoding: name, as: UTF8.self).lowercased()
      guard ["script", "pre", "style", "textarea"].contains(lowered) else { return nil }
      if let after = rest.dropFirst(name.count).first, after > 0x20, after != UInt8(ascii: ">") { return nil }
      self = .element(lowered)
    }
  }

  func isClosed(in text: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .comment: contains("-->", text.dropFirst(2))
    case .instruction: contains("?>", text.dropFirst())
    case .declaration: contains(">", text)
    case .characterData: contains("]]>", text)
    // Each of these four marks ends any of them.
    case .element: ["</script>", "</pre>", "</style>", "</textarea>"].contains { contains($0, text) }
    }
  }

  /// Whether the ends of both are the same.
  func closesLike(_ other: HTMLKind) -> Bool {
    if case (.element, .element) = (self, other) { true } else { self == other }
  }

  var opening: String {
    switch self {
    case .element(let name): "<\(name)>"
    case .comment: "<!--"
    case .instruction: "<?"
    case .declaration: "<!"
    case .characterData: "<![CDATA["
    }
  }

  var closing: String {
    switch self {
    case .element(let name): "</\(name)>"
    case .comment: "-->"
    case .instruction: "?>"
    case .declaration: ">"
    case .characterData: "]]>"
    }
  }
}

/// Whether a text contains a word, which is in lower case, in any case.
func contains(_ word: StaticString, _ text: ArraySlice<UInt8>) -> Bool {
  text.withUnsafeBufferPointer { text in
    word.withUTF8Buffer { word in
      guard text.count >= word.count else { return false }
      for start in 0...text.count - word.count where lowered(text[start]) == word[0] {
        if word.indices.allSatisfy({ lowered(text[start + $0]) == word[$0] }) { return true }
      }
      return false
    }
  }
}

extension DocumentReader {
  /// The blocks of HTML without an end. Only the first of each kind is reported, as its end mark would close the
  /// others.
  func openHTML() -> [OpenHTML] {
    tree.nodes.indices.compactMap { index in
      guard tree.nodes[index].kind == .htmlBlock, tree.nodes[index].parent >= 0 else { return nil }
      let text = tree.text[tree.nodes[index].text.bounds].drop { $0 == UInt8(ascii: " ") }
      guard let kind = HTMLKind(text), !kind.isClosed(in: text), !isMarker(NodeIndex(index)) else { return nil }
      let start = sourceStart(of: NodeIndex(index))
      let end = start + kind.opening.utf8.count
      return OpenHTML(
        finding: openHTMLFinding(kind.opening, kind.closing, at: start..<end),
        tags: [start] + starts(of: kind, in: tree.nodes[index]))
    }
  }

  /// The offsets in the file of what looks like the start of such a block on the further lines of one.
  private func starts(of kind: HTMLKind, in block: Node) -> [Int] {
    guard block.endLine > block.line else { return [] }
    return (Int(block.line) + 1...Int(block.endLine)).compactMap { number in
      let line = source.bytes[body.line(number)].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
      return HTMLKind(line)?.closesLike(kind) == true ? line.startIndex : nil
    }
  }

  func openHTMLFinding(_ opening: String, _ closing: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, .openHTML, "'\(opening)' has no end, so it would take the rest of the text with it",
      hint: "write '\(closing)' where it ends, or '\\<' for the character", at: location(range))
  }

  /// Reports a comment that starts in running text and does not end in its paragraph: it would be shown.
  mutating func reportOpenComments() {
    guard mayHaveComment else { return }
    var checked: NodeIndex = -1
    for index in tree.nodes.indices where tree.nodes[index].kind == .text {
      guard contains("<!--", tree.text[tree.nodes[index].text.bounds]) else { continue }
      var block = NodeIndex(index)
      while tree[block].line == 0, tree[block].parent >= 0 { block = tree[block].parent }
      // A table was taken out of its paragraph, whose texts are no longer read.
      guard block != checked, tree[block].parent >= 0, let start = openComment(in: sourceBounds(of: block)) else {
        continue
      }
      checked = block
      diagnostics.append(openHTMLFinding("<!--", "-->", at: start..<start + 4))
    }
  }

  /// The offset of a comment without an end. A character reference or a backslash before the sign is meant as text.
  private func openComment(in bounds: Range<Int>) -> Int? {
    var start = bounds.lowerBound
    while let found = source.bytes[start..<bounds.upperBound].firstIndex(of: UInt8(ascii: "<")) {
      start = found + 1
      let rest = source.bytes[found..<bounds.upperBound]
      guard rest.starts(with: "<!--".utf8), found == 0 || source.bytes[found - 1] != UInt8(ascii: "\\") else {
        continue
      }
      if !HTMLKind.comment.isClosed(in: rest) { return found }
    }
    return nil
  }

  private var mayHaveComment: Bool {
    source.bytes.withUnsafeBytes { bytes in
      var index = body.start
      while index + 4 <= bytes.count {
        if index + 16 <= bytes.count {
          let next = (bytes.vector(at: index) .== ByteVector(repeating: UInt8(ascii: "<"))).firstTrue
          index += next
          if next == 16 { continue }
        }
        if bytes[index..<min(index + 4, bytes.count)].elementsEqual("<!--".utf8) { return true }
        index += 1
      }
      return false
    }
  }
}
