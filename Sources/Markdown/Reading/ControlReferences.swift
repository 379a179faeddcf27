import Diagnostics

// Character references to control characters, such as `&#8;`, which XML and HTML do not allow.
extension DocumentReader {
  /// Reports them outside code, and removes their result from the tree. Few texts have a numeric reference.
  mutating func reportControlReferences() {
    let references = controlReferences()
    guard !references.isEmpty else { return }
    let code = codeRanges(withHTML: false).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var reported = 0
    for (range, scalar) in references where reported < SourceText.mostControlCharacters {
      while next < code.count, code[next].upperBound <= range.lowerBound { next += 1 }
      if next < code.count, code[next].lowerBound < range.upperBound { continue }
      reported += 1
      diagnostics.append(
        Diagnostic(
          .error, .controlCharacter, ControlCharacter.message(scalar), hint: "remove '\(text(range))'",
          at: location(range), fix: .replace(with: "")))
    }
    for index in directives.indices { directives[index].label = directives[index].label.map(ControlCharacter.removed) }
    for index in tree.nodes.indices {
      switch tree.nodes[index].kind {
      case .text, .code, .codeBlock, .link, .image, .heading, .inlineDirective:
        tree.nodes[index].text = withoutControls(tree.nodes[index].text)
        tree.nodes[index].detail = withoutControls(tree.nodes[index].detail)
      default: break
      }
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  /// The byte ranges in the file of `&#8;`, `&#x8;` and the like, with their characters.
  private func controlReferences() -> [(range: Range<Int>, scalar: Unicode.Scalar)] {
    var found: [(range: Range<Int>, scalar: Unicode.Scalar)] = []
    let bytes = source.bytes
    var index = body.start
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = start + 1
      guard let reference = NumericReference(bytes, at: start), ControlCharacter.contains(reference.scalar),
        start == 0 || bytes[start - 1] != UInt8(ascii: "\\")
      else { continue }
      // U+0000 becomes U+FFFD (CommonMark 0.30 §6.2).
      if reference.scalar.value != 0 { found.append((start..<reference.end, reference.scalar)) }
    }
    return found
  }

  /// The byte ranges in the file of code, where a reference is text; and of HTML and comments, if wanted.
  func codeRanges(withHTML: Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var locators: [NodeIndex: InlineLocator] = [:]
    for root in [SyntaxTree.root] + notes.definitions.map(\.node) {
      var index = tree[root].firstChild
      while index >= 0 {
        let kind = tree[index].kind
        let isHTMLBlock = kind == .htmlBlock || kind == .hidden && tree[index].line > 0
        if kind == .codeBlock || withHTML && isHTMLBlock {
          let line = Int(tree[index].line)
          // libcmark 0.30 gives HTML that ends on its first line the line above as its last.
          let last = isHTMLBlock ? line + lineBreaks(in: tree[index].text) - 1 : Int(tree[index].endLine)
          let first = body.line(line).lowerBound
          ranges.append(first..<max(first, body.line(max(line, last)).upperBound))
        } else if kind == .code || withHTML && (kind == .htmlInline || kind == .hidden) {
          var block = tree[index].parent
          while tree[block].line == 0, tree[block].parent >= 0 { block = tree[block].parent }
          var locator =
            locators[block] ?? InlineLocator(source.bytes, block: block, bounds: sourceBounds(of: block))
          ranges.append(locator.range(of: index, in: tree))
          locators[block] = locator
        }
        index = tree.following(index, in: root)
      }
    }
    return ranges
  }

  private func lineBreaks(in text: TextRange) -> Int { tree.text[text.bounds].count { $0 == UInt8(ascii: "\n") } }

  private mutating func withoutControls(_ range: TextRange) -> TextRange {
    let text = String(decoding: tree.text[range.bounds], as: UTF8.self)
    guard text.unicodeScalars.contains(where: ControlCharacter.contains) else { return range }
    return tree.replace(range, with: Array(ControlCharacter.removed(from: text).utf8))
  }
}
