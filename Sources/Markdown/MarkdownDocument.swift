import Diagnostics
import Markup

/// One parsed Markdown text: what the site needs to know about it, and its HTML with holes.
package struct MarkdownDocument: Sendable {
  package let body: MarkdownBody
  let origin: MarkdownOrigin
  /// The links in document order, with those of footnotes last. A link's number is its index here.
  package let links: [MarkdownLink]
  /// The directives in document order, with those of footnotes last. A directive's number is its index here.
  package let directives: [MarkdownDirective]
  /// The ids that links may lead to, beside those of headings.
  package let ids: [MarkdownID]
  /// The text of a first-level heading at the start of the page, where many Markdown files have their title.
  package let leadingTitle: String?
  /// The plain text of the first paragraph outside directives, lists and quotations. A paragraph with an inline
  /// directive is skipped, because what replaces the directive is not known here.
  package var firstParagraph: String?

  package var headings: MarkdownHeadings { body.headings }

  /// Whether the text has no content at all.
  package var isEmpty: Bool { body.prepared.isEmpty }
}

/// The HTML of a page and its headings. It holds no reference to the source file.
package struct MarkdownBody: Sendable {
  package let headings: MarkdownHeadings
  let prepared: PreparedHTML
}

/// The file and range that a text was read from.
struct MarkdownOrigin: Sendable {
  let source: SourceText
  let offset: Int32
  let firstLine: Int32
  let options: MarkdownOptions
}

// MARK: - Parsing

extension MarkdownDocument {
  /// Parses the body of a page. `offset` is where the body starts in the file, in UTF-8 bytes; `firstLine` is the
  /// 1-based number of the line there.
  ///
  /// Fails only for a text that is too large (`file.too-large`) or that would take libcmark too long
  /// (`markdown.too-deep`).
  package static func parse(
    _ source: SourceText, from offset: Int, firstLine: Int, options: MarkdownOptions
  ) -> Checked<MarkdownDocument> {
    let offset = min(max(0, offset), source.bytes.count)
    if let refusal = refusal(of: source, from: offset) { return Checked(failed: [refusal]) }
    var reader = DocumentReader(source, from: offset, firstLine: firstLine, options: options)
    let document = reader.document()
    return Checked(document, reader.diagnostics.diagnostics)
  }

  /// The HTML of a text in pure CommonMark. Unless `unsafe`, raw HTML is shown as text and links with an unsafe scheme
  /// lose their destination. `address` resolves a destination; nil keeps it as written.
  package static func renderPlain(
    _ text: [UInt8], unsafe: Bool, address: (String) -> String? = { _ in nil }
  ) -> [UInt8] {
    var tree = plainTree(of: text)
    if !unsafe { tree.disarm() }
    for index in tree.linkIndices {
      let written = String(decoding: tree.text[tree[index].text.bounds], as: UTF8.self)
      if let target = address(written) { tree[index].text = tree.replace(tree[index].text, with: Array(target.utf8)) }
    }
    var renderer = HTMLRenderer(tree, isPlain: true, capacity: tree.text.count * 3 / 2)
    renderer.renderPage()
    return renderer.output.array
  }
}

extension MarkdownDocument {
  /// The destinations of the links and images of a text in pure CommonMark, as they are written.
  package static func plainDestinations(of text: [UInt8]) -> [String] {
    let tree = plainTree(of: text)
    return tree.linkIndices.map { String(decoding: tree.text[tree[$0].text.bounds], as: UTF8.self) }
  }

  /// The words of a text in pure CommonMark, without markup; blocks are separated by a space.
  package static func plainText(ofPlain text: String) -> String {
    plainTree(of: Array(text.utf8)).plainText(of: SyntaxTree.root)
  }

  private static func plainTree(of text: [UInt8]) -> SyntaxTree {
    var tree = SyntaxTree()
    _ = text.withUnsafeBufferPointer { tree.appendCommonMark($0, under: SyntaxTree.root) }
    return tree
  }
}

extension SyntaxTree {
  fileprivate var linkIndices: [NodeIndex] {
    nodes.indices.map { NodeIndex($0) }.filter { self[$0].kind == .link || self[$0].kind == .image }
  }
}

// MARK: - Parsing again

// The tree is dropped after parsing, as a site needs the following for few of its pages.
extension MarkdownDocument {
  /// The location of each link, from its opening bracket to the end of the destination, or to the end of the text
  /// where the destination is defined elsewhere. Parses the source again. If the file has changed since and no longer
  /// has a link, its location is the start of the file.
  package func linkLocations() -> MarkdownLinkLocations {
    let reader = parsedAgain(locatesLinks: true)
    return MarkdownLinkLocations(
      source: reader?.source ?? origin.source, ranges: reader?.linkRanges ?? [], count: links.count)
  }

  /// The text of the page without markup, see `DocumentReader.plainText`. Parses the source again; empty if the file
  /// has become unreadable since.
  package func plainText() -> String { parsedAgain(locatesLinks: false)?.plainText ?? "" }

  /// The headings and paragraphs of the page, see `DocumentReader.passages`. Parses the source again; empty if the file
  /// can no longer be read.
  package func passages() -> [MarkdownPassage] { parsedAgain(locatesLinks: false)?.passages() ?? [] }

  private func parsedAgain(locatesLinks: Bool) -> DocumentReader? {
    let source = origin.source.loaded
    let offset = min(Int(origin.offset), source.bytes.count)
    guard MarkdownDocument.refusal(of: source, from: offset) == nil else { return nil }
    var reader = DocumentReader(
      source, from: offset, firstLine: Int(origin.firstLine), options: origin.options, locatesLinks: locatesLinks)
    reader.readTree()
    return reader
  }
}

/// The locations of the links of a page, each computed when it is asked for.
package struct MarkdownLinkLocations: RandomAccessCollection, Sendable {
  fileprivate let source: SourceText
  fileprivate let ranges: [Range<Int>]
  package let count: Int

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  /// The location of the link with a number, its index in `links`.
  package subscript(number: Int) -> SourceLocation {
    guard ranges.indices.contains(number) else { return SourceLocation(file: source.path) }
    return source.location(of: SourceRange(start: ranges[number].lowerBound, end: ranges[number].upperBound))
  }
}
