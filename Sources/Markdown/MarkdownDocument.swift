import Diagnostics
import Markup

/// One Markdown text, parsed: what the site needs to know about it, and what it is rendered from.
package struct MarkdownDocument: Sendable {
  package private(set) var body: MarkdownBody
  let origin: MarkdownOrigin
  /// In document order; footnotes come last. The index is the link's number.
  package let links: [MarkdownLink]
  /// In document order; footnotes come last. The index is the directive's number.
  package let directives: [MarkdownDirective]
  /// The text of a first-level heading that begins the page, as many Markdown files carry their title.
  package let leadingTitle: String?
  /// The plain text of the first paragraph that stands in no directive, list or quotation. One with an inline
  /// directive is passed over: what it stands for is not known here.
  package var firstParagraph: String?

  package var headings: MarkdownHeadings { body.headings }

  /// Where each link stands: from its opening bracket to the end of the destination, or of the text where that is
  /// written elsewhere. The text is read once more for it: a site has ten thousands of links, and few are asked for.
  /// A place that the text no longer has is the file's beginning.
  package func linkLocations() -> [SourceLocation] {
    let source = origin.source.loaded
    let offset = min(Int(origin.offset), source.bytes.count)
    guard MarkdownDocument.refusal(of: source, from: offset) == nil else {
      return links.map { _ in SourceLocation(file: source.path) }
    }
    var reader = DocumentReader(
      source, from: offset, firstLine: Int(origin.firstLine), options: origin.options, locatesLinks: true)
    _ = reader.document()
    return links.indices.map { number in
      guard reader.linkPlaces.indices.contains(number) else { return SourceLocation(file: source.path) }
      return source.location(
        of: SourceRange(start: reader.linkPlaces[number].lowerBound, end: reader.linkPlaces[number].upperBound))
    }
  }

  /// The bytes of its text wait on the shelf for the one file that shows them, and for those that are expected besides.
  package mutating func putTextAside(on shelf: any TextShelf) { body.prepared.putAside(on: shelf) }

  /// No content at all.
  package var isEmpty: Bool { body.prepared.isEmpty }
}

/// Where a text was read from.
struct MarkdownOrigin: Sendable {
  let source: SourceText
  let offset: Int32
  let firstLine: Int32
  let options: MarkdownOptions
}

/// What a page is rendered from, without hold on the file that it was read from.
package struct MarkdownBody: Sendable {
  package let headings: MarkdownHeadings
  fileprivate(set) var prepared: PreparedHTML

  /// One file more will show the text, if it was put aside.
  package func expectReader() {
    if let aside = prepared.aside { aside.shelf.expectReader(of: aside.place) }
  }

  /// One of the files that show the text is made.
  package func letGo() {
    if let aside = prepared.aside { aside.shelf.letGo(of: aside.place) }
  }
}

/// A note that the text refers to.
struct Footnote: Sendable {
  let definition: NodeIndex
  var references: Int
}

// MARK: - Parsing

extension MarkdownDocument {
  /// Reads the body of a page. `offset` is where it starts in the file, in bytes; `firstLine` is the number of the
  /// line there, from 1.
  ///
  /// Every text gives a document, but for those that are too large (`file.too-large`) or that would take libcmark
  /// too long (`markdown.too-deep`).
  package static func parse(
    _ source: SourceText, from offset: Int, firstLine: Int, options: MarkdownOptions
  ) -> Checked<MarkdownDocument> {
    let offset = min(max(0, offset), source.bytes.count)
    if let refusal = refusal(of: source, from: offset) { return Checked(failed: [refusal]) }
    var reader = DocumentReader(source, from: offset, firstLine: firstLine, options: options)
    let document = reader.document()
    return Checked(document, reader.diagnostics)
  }

  /// The HTML of a text in pure CommonMark. Unless `unsafe`, raw HTML is shown as text and links with an unsafe
  /// scheme lose their destination.
  package static func renderPlain(_ text: [UInt8], unsafe: Bool) -> [UInt8] {
    var tree = SyntaxTree()
    _ = text.withUnsafeBufferPointer { tree.appendCommonMark($0, under: SyntaxTree.root) }
    if !unsafe { tree.disarm() }
    var renderer = HTMLRenderer(tree, isPlain: true, capacity: tree.text.count * 3 / 2)
    renderer.renderPage()
    return renderer.output.array
  }
}
