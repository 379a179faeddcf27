import Diagnostics

/// A paragraph or heading of a page as plain text, with the place of every part of it in the source file.
package struct MarkdownPassage: Sendable {
  package enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case paragraph
  }

  /// The character in the text in place of an inline directive.
  package static let directive: Unicode.Scalar = "\u{FFFC}"

  package let kind: Kind
  package let text: String
  /// The outermost block quotation around it, counted from 0 on its page.
  package var quotation: Int?
  /// The inline directives, by number, with their places in scalars of the text.
  package let directives: [(place: Int, number: Int)]
  /// The places in the file of the parts of the text: the first scalar of each, and its byte.
  private let parts: [(scalar: Int, byte: Int)]
  private let source: SourceText

  init(
    kind: Kind, text: String, directives: [(place: Int, number: Int)], parts: [(scalar: Int, byte: Int)],
    source: SourceText
  ) {
    self.kind = kind
    self.text = text
    self.directives = directives
    self.parts = parts
    self.source = source
  }

  /// The location of a scalar of the text.
  package func location(of scalar: Int) -> SourceLocation {
    source.location(of: range(of: scalar..<scalar + 1))
  }

  /// The bytes of a range of scalars, from the first to the end of the last.
  package func range(of scalars: Range<Int>) -> SourceRange {
    let start = byte(of: scalars.lowerBound)
    guard let last = scalars.last, last > scalars.lowerBound else {
      return SourceRange(start: start, end: min(start + 1, source.bytes.count))
    }
    let final = text.unicodeScalars[text.unicodeScalars.index(text.unicodeScalars.startIndex, offsetBy: last)]
    return SourceRange(start: start, end: min(byte(of: last) + final.utf8.count, source.bytes.count))
  }

  private func byte(of scalar: Int) -> Int {
    guard let part = parts.last(where: { $0.scalar <= scalar }) else { return parts.first?.byte ?? 0 }
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: part.scalar)
    let end = scalars.index(scalars.startIndex, offsetBy: min(scalar, scalars.count))
    return part.byte + scalars[start..<end].reduce(0) { $0 + $1.utf8.count }
  }
}

extension DocumentReader {
  /// The headings, titles of boxes and paragraphs of the page in order, without tables, code and footnotes. Requires
  /// `readTree()`.
  func passages() -> [MarkdownPassage] {
    var passages: [MarkdownPassage] = []
    var node = tree.following(SyntaxTree.root, in: SyntaxTree.root)
    var quotations = 0
    // The node after the open quotation; -1 if it ends the page.
    var quotationEnd: NodeIndex?
    func add(_ given: MarkdownPassage) {
      var passage = given
      if quotationEnd != nil { passage.quotation = quotations - 1 }
      passages.append(passage)
    }
    while node >= 0 {
      if node == quotationEnd { quotationEnd = nil }
      switch tree[node].kind {
      case .blockQuote where quotationEnd == nil:
        quotations += 1
        quotationEnd = tree.followingSubtree(node, in: SyntaxTree.root)
      case .heading:
        add(passage(node, .heading(level: Int(tree[node].level))))
        node = tree.followingSubtree(node, in: SyntaxTree.root)
        continue
      case .paragraph:
        add(passage(node, .paragraph))
        node = tree.followingSubtree(node, in: SyntaxTree.root)
        continue
      case .table, .codeBlock, .htmlBlock, .footnoteDefinition:
        node = tree.followingSubtree(node, in: SyntaxTree.root)
        continue
      case .directive: if let title = boxTitle(node) { add(title) }
      default: break
      }
      node = tree.following(node, in: SyntaxTree.root)
    }
    return passages
  }

  private func boxTitle(_ node: NodeIndex) -> MarkdownPassage? {
    let number = Int(tree[node].number)
    guard directives.indices.contains(number), directives[number].form == .container,
      let title = directives[number].attributes.first(where: { $0.name == "title" })?.value ?? directives[number].label
    else { return nil }
    // Below every heading of the page: those inside the box end it.
    return MarkdownPassage(
      kind: .heading(level: 7), text: title, directives: [], parts: [(0, sourceStart(of: node))], source: source)
  }

  private func passage(_ block: NodeIndex, _ kind: MarkdownPassage.Kind) -> MarkdownPassage {
    var locator = InlineLocator(source.bytes, block: block, bounds: sourceBounds(of: block))
    var text = String.UnicodeScalarView()
    var (count, directives, parts) = (0, [(place: Int, number: Int)](), [(scalar: Int, byte: Int)]())
    func add(_ bytes: ArraySlice<UInt8>) {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        text.append(scalar)
        count += 1
      }
    }
    var node = tree.following(block, in: block)
    while node >= 0 {
      switch tree[node].kind {
      case .text, .code:
        parts.append((count, locator.range(of: node, in: tree).lowerBound))
        add(tree.text[tree[node].text.bounds])
      case .inlineDirective:
        parts.append((count, locator.range(of: node, in: tree).lowerBound))
        if tree.string(tree[node].text).isEmpty == false { directives.append((count, Int(tree[node].number))) }
        text.append(MarkdownPassage.directive)
        count += 1
      case .softBreak, .hardBreak:
        text.append(" ")
        count += 1
      default: break
      }
      node = tree.following(node, in: block)
    }
    return MarkdownPassage(kind: kind, text: String(text), directives: directives, parts: parts, source: source)
  }
}
