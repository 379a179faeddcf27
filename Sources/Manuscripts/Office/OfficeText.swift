import Workbooks

/// The text that the XML of a Word or OpenDocument file holds, read without pandoc, to find what pandoc leaves out.
package struct OfficeText {
  package enum Format: Sendable { case word, openDocument }

  struct Paragraph {
    let text: String
    /// The text box that contains it.
    let box: Int?
    /// The number that Word shows before it.
    let number: AutomaticNumber?
    /// Nil for a paragraph outside of the table of contents.
    let contents: Contents?
  }

  /// A table of contents: pandoc reads that of Word as paragraphs, and leaves out that of OpenDocument.
  enum Contents { case isRead, isLeftOut }

  /// In the order in which they end.
  var paragraphs: [Paragraph] = []
  /// How many paragraphs come before those of footnotes and endnotes; nil if there are none.
  private(set) var firstNote: Int?
  /// For each text box, the number of paragraphs before the one that holds it.
  var boxAnchors: [Int] = []
  /// For each table in a list, in a cell or in a text box, the number of paragraphs before it.
  var innerTables: [Int] = []
  var comments: [String] = []
  /// Of headers and footers.
  private(set) var margins: [String] = []
  /// Text that was deleted or moved away while changes were tracked.
  var deleted: [String] = []
  /// Text that was inserted while changes were tracked.
  var inserted: [String] = []
  /// Text that is hidden, by a property of its own or by its style.
  var hidden: [String] = []
  /// Headings without text, each by the text before it.
  var emptyHeadings: [String] = []
  /// Whether a paragraph is a heading by its style or by a property of its own.
  var hasHeadings = false
  /// The paragraphs outside of tables and text boxes, with their look.
  var sized: [SizedParagraph] = []
  /// Symbols of fonts that are not known, with the fonts.
  var unknownSymbols: [String] = []
  /// The addresses of pictures that the file only links to.
  private(set) var linkedPictures: [String] = []
  /// The ids of such links.
  var pictureLinks: [String] = []
  /// The archive as pandoc should read it; nil if that is the file itself.
  package private(set) var pandocInput: [UInt8]?
  /// The pictures of the archive, by the names that pandoc has for them.
  package private(set) var pictures: [String: [UInt8]] = [:]

  private static let deepest = 400
  var numbering: WordNumbering?
  /// Repairs to the current part that pandoc needs.
  var repairs = PartRepairs()
  /// The styles of an OpenDocument text, by their family and name.
  var documentStyles: [String: DocumentStyle] = [:]

  /// Reads the archive. Every part that will be read is unpacked here first, so that its size is checked.
  package init(_ bytes: [UInt8], _ format: Format) throws(WorkbookFault) {
    let archive = try ZipArchive(bytes)
    let main = format == .word ? "word/document.xml" : "content.xml"
    guard archive.names.contains(main) else { throw .damaged("it has no part '\(main)'") }
    if archive.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) { throw .hasMacros }
    if let manifest = try? archive.contents(of: ["META-INF/manifest.xml"])["META-INF/manifest.xml"],
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw .encrypted
    }
    var parts = try archive.contents(of: archive.names.filter { !$0.hasSuffix("/") })
    for (name, bytes) in parts {
      if name.hasPrefix("word/media/") { pictures[String(name.dropFirst(5))] = bytes }
      if name.hasPrefix("Pictures/") || name.hasPrefix("media/") { pictures[name] = bytes }
    }
    let isChanged =
      switch format {
      case .word: try readWord(&parts)
      case .openDocument: try readOpenDocument(&parts)
      }
    if isChanged { pandocInput = ZipArchive.file(parts) }
  }

  init() {}

  /// Reads the parts, and changes those that pandoc would not read as they are meant. Returns whether there are any.
  private mutating func readWord(_ parts: inout [String: [UInt8]]) throws(WorkbookFault) -> Bool {
    var styles = WordStyles()
    if let part = parts["word/styles.xml"] { styles = try WordStyles(part) }
    numbering = try WordNumbering(parts["word/numbering.xml"] ?? [], styles: styles)
    var isChanged = false
    let main = "word/document.xml"
    for name in [main] + parts.keys.sorted().filter({ $0 != main }) where name.hasSuffix(".xml") {
      guard let part = parts[name] else { continue }
      switch name.hasPrefix("word/") ? name.dropFirst(5) : "" {
      case "document.xml", "footnotes.xml", "endnotes.xml":
        repairs = PartRepairs()
        if name != main { firstNote = firstNote ?? paragraphs.count }
        try read(part, name, .word, styles)
        if name == main { findHeadingsByLook() } else { sized = [] }
        linkedPictures += addresses(of: pictureLinks, parts["word/_rels/\(name.dropFirst(5)).rels"] ?? [])
        pictureLinks = []
        if let repaired = PandocInput.word(part, repairs) {
          parts[name] = repaired
          isChanged = true
          addParts(for: repairs, to: &parts)
        }
        numbering = nil
      case "comments.xml":
        let comment = try other(part, name, .word, styles)
        comments += comment.paragraphs.map(\.text)
        hidden += comment.hidden
      case let file where file.hasPrefix("header") || file.hasPrefix("footer"):
        let margin = try other(part, name, .word, styles)
        margins += margin.paragraphs.map(\.text)
        hidden += margin.hidden
      default: break
      }
    }
    return isChanged
  }

  /// The targets of the relationships of a part, for some ids.
  private func addresses(of ids: [String], _ relationships: [UInt8]) -> [String] {
    guard !ids.isEmpty else { return [] }
    var targets: [String: String] = [:]
    var tags = TagScanner(relationships)
    while let tag = tags.next() {
      guard let id = tags.attribute("Id", of: tag) else { continue }
      targets[id] = tags.attribute("Target", of: tag)
    }
    return ids.map { targets[$0] ?? $0 }
  }

  /// Adds the styles and lists that repairs name, once.
  private func addParts(for repairs: PartRepairs, to parts: inout [String: [UInt8]]) {
    var (hasHeadings, hasLists) = (false, false)
    for insertion in repairs.insertions.values {
      switch insertion {
      case .heading, .headingProperties: hasHeadings = true
      case .list: hasLists = true
      case .text, .lineBreak: break
      }
    }
    for (isNeeded, name, change) in [
      (hasHeadings, "word/styles.xml", PandocInput.styles), (hasLists, "word/numbering.xml", PandocInput.numbering),
    ] where isNeeded {
      if let part = parts[name], let changed = change(part) { parts[name] = changed }
    }
  }

  private mutating func readOpenDocument(_ parts: inout [String: [UInt8]]) throws(WorkbookFault) -> Bool {
    if let styles = parts["styles.xml"] {
      let margin = try other(styles, "styles.xml", .openDocument, WordStyles())
      margins = margin.paragraphs.map(\.text)
      hidden = margin.hidden
      documentStyles = margin.documentStyles
    }
    let (name, content) = ("content.xml", parts["content.xml"] ?? [])
    let styles = documentStyles
    try read(content, name, .openDocument, WordStyles())
    findHeadingsByLook()
    guard let repaired = OpenDocumentInput.repaired(content, without: repairs, styles: parts["styles.xml"] ?? []) else {
      return false
    }
    parts[name] = repaired.bytes
    // The text after repairs, with which pandoc's result is compared.
    var changed = OfficeText()
    changed.documentStyles = styles
    try changed.read(repaired.bytes, name, .openDocument, WordStyles())
    paragraphs = changed.paragraphs
    boxAnchors = changed.boxAnchors
    innerTables = repaired.innerTables
    return true
  }

  /// The text of a part beside the main one.
  private func other(
    _ bytes: [UInt8], _ part: String, _ format: Format, _ styles: WordStyles
  ) throws(WorkbookFault) -> OfficeText {
    var other = OfficeText()
    try other.read(bytes, part, format, styles)
    return other
  }

  // MARK: XML

  /// The elements that are open while the XML is read. A class, because the parser's calls share it.
  final class State {
    var text = OfficeText()
    let styles: WordStyles
    var open: [String] = []
    /// The references to a number in each open paragraph.
    var references: [WordNumbering.Reference] = []
    /// The boxes in each open paragraph.
    var boxes: [[Int]] = []
    var box: [Int] = []
    /// Elements that are open around the current place.
    var skipped = 0
    var deletions = 0
    var annotations = 0
    var isInText = false
    var deletedText = ""
    var insertions = 0
    var insertedText = ""
    var hiddenText = ""
    /// Tables of contents that are open in an OpenDocument text.
    var contents = 0
    /// The tags so far, without the one that is read.
    var tags = -1

    init(_ styles: WordStyles) { self.styles = styles }
  }

  private mutating func read(
    _ bytes: [UInt8], _ part: String, _ format: Format, _ styles: WordStyles
  ) throws(WorkbookFault) {
    let state = State(styles)
    state.text = self
    let visitor = format == .word ? OfficeText.word(state) : OfficeText.openDocument(state)
    try visitor.read(bytes, part: part, deepest: OfficeText.deepest)
    self = state.text
  }

  static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ state: State, isHidden: Bool) {
    append(String(decoding: bytes, as: UTF8.self), state, isHidden: isHidden)
  }

  static func append(_ text: String, _ state: State, isHidden: Bool) {
    if state.deletions > 0 {
      state.deletedText += text
    } else if isHidden {
      state.hiddenText += text
    } else if !state.open.isEmpty {
      if state.insertions > 0 { state.insertedText += text }
      state.open[state.open.count - 1] += text
    }
  }

  static func beginParagraph(_ state: State) {
    state.open.append("")
    state.references.append(WordNumbering.Reference())
    state.boxes.append([])
  }

  static func endParagraph(_ state: State) {
    guard let text = state.open.popLast() else { return }
    if !state.hiddenText.isEmpty {
      state.text.hidden.append(state.hiddenText)
      state.hiddenText = ""
    }
    let reference = state.references.popLast()
    let number = reference.flatMap { state.text.numbering?.number(of: $0) }
    let contents: Contents? =
      state.contents > 0 ? .isLeftOut : state.styles.isOfContents(reference?.style) ? .isRead : nil
    let boxes = state.boxes.popLast() ?? []
    for box in boxes { state.text.boxAnchors[box] = state.text.paragraphs.count }
    if state.annotations > 0 {
      state.text.comments.append(text)
    } else {
      state.text.paragraphs.append(Paragraph(text: text, box: state.box.last, number: number, contents: contents))
    }
  }

  static func beginBox(_ state: State) {
    let box = state.text.boxAnchors.count
    state.text.boxAnchors.append(state.text.paragraphs.count)
    if !state.boxes.isEmpty { state.boxes[state.boxes.count - 1].append(box) }
    state.box.append(box)
  }

  static func endDeletion(_ state: State) {
    state.deletions -= 1
    guard state.deletions == 0, !state.deletedText.isEmpty else { return }
    state.text.deleted.append(state.deletedText)
    state.deletedText = ""
  }

  static func endInsertion(_ state: State) {
    state.insertions -= 1
    guard state.insertions == 0, !state.insertedText.isEmpty else { return }
    state.text.inserted.append(state.insertedText)
    state.insertedText = ""
  }
}
