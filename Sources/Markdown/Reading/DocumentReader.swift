import Bytes
import Diagnostics
import Markup

/// Reads one text in steps: blocks, directives, tables, inlines, footnotes. Collects the findings in `diagnostics`.
struct DocumentReader {
  let source: SourceText
  /// The source for locations that outlive parsing; it may drop the bytes.
  let keptSource: SourceText
  let firstLine: Int
  let options: MarkdownOptions
  let body: BodyText
  var prepared: PreparedBody
  /// Whether any text may contain markup of our extensions.
  var hasInlineMarkup: Bool { prepared.hasSentinels || body.features.contains(.inlineMarkup) }
  var tree = SyntaxTree()
  /// Whether libcmark was not needed; then `tree.text` starts with the prepared bytes.
  var isReadPlainly = false
  /// Whether any text may have `**` or `]` in it.
  var hasLeftovers = true
  /// The 1-based lines of each table, in order.
  var tableLines: [ClosedRange<Int>] = []
  var diagnostics = FindingList()

  var headings: [HeadingDraft] = []
  var links: [MarkdownLink] = []
  /// The byte ranges of `links` in the file, if `locatesLinks`.
  var linkRanges: [Range<Int>] = []
  let locatesLinks: Bool
  var directives: [MarkdownDirective] = []
  /// The nodes of block directives, by their index in `prepared.directiveLines`. A directive's line in code has none.
  var blockDirectives: [Int: NodeIndex] = [:]
  var notes = FootnoteRegister()
  /// The ids of raw HTML, and of boxes after `readTree()`.
  var ids: [MarkdownID] = []
  var htmlTags = HTMLTags()
  /// The location of the element in `htmlTags` that has no end yet.
  var openElement: Range<Int>?
  /// Which lines of directives and definitions libcmark read as blocks.
  var foundMarkers = FoundMarkers()

  init(_ source: SourceText, from offset: Int, firstLine: Int, options: MarkdownOptions, locatesLinks: Bool = false) {
    self.locatesLinks = locatesLinks
    self.source = source
    keptSource = source.unloaded
    self.firstLine = firstLine
    self.options = options
    body = BodyText(source, from: offset)
    prepared = PreparedBody(body)
  }

  /// Reads the whole tree: blocks, inlines and footnotes.
  mutating func readTree() {
    if !readPlainly() { readByLibrary() }
    headings.reserveCapacity(16)
    readInlines(of: SyntaxTree.root)
    readFootnotes()
    reportOpenElement()
    if !directives.isEmpty { ids += boxIDs() }
    if body.features.contains(.numericReference) { reportControlReferences() }
  }

  /// Reads the tree and makes the document, which keeps the HTML but not the tree.
  mutating func document() -> MarkdownDocument {
    readTree()
    reportSlips()
    let headings = anchoredHeadings()
    var renderer = HTMLRenderer(
      tree, headings: headings, footnotes: notes.numbered, isPlain: false, capacity: tree.text.count * 3 / 2)
    renderer.renderPage()
    return MarkdownDocument(
      body: MarkdownBody(headings: headings, prepared: renderer.prepared.html), origin: origin, links: links,
      directives: directives, ids: ids,
      leadingTitle: tree.hasLeadingTitle ? tree.plainText(of: tree[SyntaxTree.root].firstChild) : nil,
      firstParagraph: tree.firstParagraph)
  }

  private var origin: MarkdownOrigin {
    MarkdownOrigin(source: keptSource, offset: Int32(body.start), firstLine: Int32(firstLine), options: options)
  }

  /// Reads the blocks and CommonMark's inlines with libcmark.
  mutating func readByLibrary() {
    readBlocksByLibrary()
    if body.features.contains(.pipe) { parse(readTables()) }
    reportOpenComments()
  }

  /// One reading of the blocks, in which every marked line has to become a block, code or HTML.
  mutating func readPreparedBlocks() {
    parseCommonMark()
    if prepared.hasSentinels { restoreVerbatim() }
    if !prepared.definitions.isEmpty { takeDefinitions() }
    if !prepared.directiveLines.isEmpty { nestDirectives() }
  }

  private mutating func parseCommonMark() {
    let tooDeep = prepared.bytes.withUnsafeBufferPointer {
      tree.appendCommonMark($0, under: SyntaxTree.root, depthLimit: Limits.depth)
    }
    if !prepared.separators.isEmpty { tree.removeSeparators(from: 0) }
    guard let tooDeep else { return }
    let line = body.line(tooDeep)
    diagnostics.append(
      Diagnostic(
        .error, .tooDeeplyNested, "blocks and markup are nested more than \(Limits.depth) deep",
        hint: "remove '>', list markers or brackets that are not needed",
        at: source.location(of: SourceRange(start: line.lowerBound, end: line.lowerBound + 1))))
  }
}

// MARK: - Locations

extension DocumentReader {
  /// The byte offset of a block in the file.
  func sourceStart(of block: NodeIndex) -> Int {
    prepared.sourceOffset(line: Int(tree[block].line), column: Int(tree[block].column))
  }

  /// The byte range of a block in the file, from its first character to the end of its last line.
  func sourceBounds(of block: NodeIndex) -> Range<Int> {
    let node = tree[block]
    if node.kind == .tableCell { return node.text.bounds }
    let start = sourceStart(of: block)
    if node.kind == .heading { return start..<max(start, endOfHeading(block, from: start)) }
    return start..<max(start, body.line(Int(max(node.line, node.endLine))).upperBound)
  }

  /// The end of a heading's text. libcmark counts the underline of a heading among its lines.
  private func endOfHeading(_ heading: NodeIndex, from start: Int) -> Int {
    let first = Int(tree[heading].line)
    guard start < source.bytes.count, source.bytes[start] != UInt8(ascii: "#") else {
      return body.line(first).upperBound
    }
    var end = body.line(first).upperBound
    for number in (first + 1)..<max(first + 1, Int(tree[heading].endLine) + 1) {
      let line = body.line(number)
      if isUnderline(source.bytes[line]) { break }
      end = line.upperBound
    }
    return end
  }

  /// Whether a line is a setext heading underline (CommonMark 0.30 §4.3), after the markers of quotations.
  func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\t") }
    guard let mark = text.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") else { return false }
    return text.drop { $0 == mark }.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// The 1-based line in the file of a 1-based line of the body.
  func fileLine(_ line: Int32) -> Int { Int(line) + firstLine - 1 }
}

// MARK: - Restoring code and HTML

extension DocumentReader {
  /// Puts the original bytes back into code and HTML, where our extensions do not apply.
  mutating func restoreVerbatim() {
    for index in tree.nodes.indices {
      switch tree.nodes[index].kind {
      case .code: tree.nodes[index].text = tree.restore(tree.nodes[index].text, as: .verbatim)
      case .codeBlock:
        restoreLines(of: NodeIndex(index))
        tree.nodes[index].text = tree.restore(tree.nodes[index].text, as: .verbatim)
        tree.nodes[index].detail = tree.restore(tree.nodes[index].detail, as: .text)
      case .htmlBlock:
        if !isMarker(NodeIndex(index)) {
          restoreLines(of: NodeIndex(index))
          tree.nodes[index].text = tree.restore(tree.nodes[index].text, as: .verbatim)
        }
      case .htmlInline:
        if let line = markedDirective(NodeIndex(index)) {
          foundMarkers.insert(directive: line)
          let directive = prepared.directiveLines[line]
          tree.nodes[index].kind = .text
          tree.nodes[index].text = tree.append(text: source.bytes[directive.start..<directive.end])
        } else {
          tree.nodes[index].text = tree.restore(tree.nodes[index].text, as: .verbatim)
        }
      default: break
      }
    }
  }

  /// Puts the original bytes back into the code of table cells, which are read last.
  mutating func restoreCode(from first: Int) {
    for index in first..<tree.nodes.count where tree.nodes[index].kind == .code {
      tree.nodes[index].text = tree.restore(tree.nodes[index].text, as: .cellCode)
    }
  }

  /// The index in `prepared.directiveLines` that the marker `<?` sentinel number `?>` has; nil for other nodes.
  func markedDirective(_ node: NodeIndex) -> Int? {
    guard isMarker(node) else { return nil }
    var number: Int?
    for byte in markerText(of: node).dropFirst(4) {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { break }
      number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard let number, number < prepared.directiveLines.count else { return nil }
    return number
  }

  func isMarker(_ node: NodeIndex) -> Bool {
    markerText(of: node).starts(with: [UInt8(ascii: "<"), UInt8(ascii: "?"), Sentinel.lead, Sentinel.marker])
  }

  /// A node's text without indentation: a block may be indented by up to three spaces.
  private func markerText(of node: NodeIndex) -> ArraySlice<UInt8> {
    tree.text[tree[node].text.bounds].drop { $0 == UInt8(ascii: " ") }
  }

  /// Puts the original lines back that were directives inside a block of code or HTML. A footnote's definition there is
  /// left: its bullet may occur elsewhere in the block, so the text is read again without it.
  private mutating func restoreLines(of block: NodeIndex) {
    var marker = prepared.firstMarker(from: Int(tree[block].line))
    let lastLine = Int(tree[block].endLine)
    guard marker < prepared.markers.count, prepared.markers[marker].line <= lastLine else { return }
    let old = Array(tree.text[tree[block].text.bounds])
    var new: [UInt8] = []
    var copied = 0
    while marker < prepared.markers.count, prepared.markers[marker].line <= lastLine {
      let replacement = prepared.markers[marker].replacement
      if case .directive(let number) = prepared.markers[marker].kind,
        let start = old.firstOccurrence(of: replacement, from: copied)
      {
        foundMarkers.insert(directive: number)
        new += old[copied..<start]
        new += source.bytes[prepared.markers[marker].original]
        copied = start + replacement.count
      }
      marker += 1
    }
    new += old[copied...]
    tree[block].text = tree.append(text: new)
  }
}
