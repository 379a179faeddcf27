import Workbooks

/// The text that the XML of a Word or OpenDocument file holds, read without pandoc: what pandoc leaves out is found by it.
package struct OfficeText {
  package enum Format: Sendable { case word, openDocument }

  struct Paragraph {
    let text: String
    /// The text box that it stands in.
    let box: Int?
    /// The number that Word shows before it.
    let number: AutomaticNumber?
  }

  /// In the order in which they end.
  private(set) var paragraphs: [Paragraph] = []
  /// For each text box, the number of paragraphs before the one that holds it.
  private(set) var boxAnchors: [Int] = []
  private(set) var comments: [String] = []
  /// Of headers and footers.
  private(set) var margins: [String] = []
  /// What was deleted or moved away while changes were tracked.
  private(set) var deleted: [String] = []
  /// What Word hides, in runs with the property `vanish`.
  private(set) var hidden: [String] = []
  /// The archive as pandoc should read it; nil if that is the file itself.
  package private(set) var pandocInput: [UInt8]?
  /// The pictures of the archive, by the names that pandoc has for them.
  package private(set) var pictures: [String: [UInt8]] = [:]

  private static let deepest = 400
  private var numbering: WordNumbering?

  /// Reads the archive. Every part that anybody will read is unpacked here first, so that its size is known to be what it
  /// says.
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
    let parts = try archive.contents(of: archive.names.filter { !$0.hasSuffix("/") })
    if format == .word {
      numbering = try WordNumbering(
        numbering: parts["word/numbering.xml"] ?? [], styles: parts["word/styles.xml"] ?? [])
    }
    try read(parts[main] ?? [], main, format)
    numbering = nil
    if format == .word {
      for name in parts.keys.sorted() where name.hasPrefix("word/") && name.hasSuffix(".xml") {
        let file = name.dropFirst(5)
        var other = OfficeText()
        if file == "footnotes.xml" || file == "endnotes.xml" {
          try read(parts[name] ?? [], name, format)
        } else if file == "comments.xml" {
          try other.read(parts[name] ?? [], name, format)
          comments += other.paragraphs.map(\.text)
        } else if file.hasPrefix("header") || file.hasPrefix("footer") {
          try other.read(parts[name] ?? [], name, format)
          margins += other.paragraphs.map(\.text)
        }
      }
    } else if let styles = parts["styles.xml"] {
      var other = OfficeText()
      try other.read(styles, "styles.xml", format)
      margins = other.paragraphs.map(\.text)
    }
    pandocInput = PandocInput.archive(parts, format)
    for (name, bytes) in parts {
      if name.hasPrefix("word/media/") { pictures[String(name.dropFirst(5))] = bytes }
      if name.hasPrefix("Pictures/") || name.hasPrefix("media/") { pictures[name] = bytes }
    }
  }

  private init() {}

  // MARK: XML

  /// What is open while the XML is read. A class, because the parser's calls share it.
  private final class State {
    var text = OfficeText()
    var open: [String] = []
    /// What each open paragraph says of its number.
    var references: [WordNumbering.Reference] = []
    /// The boxes that stand in each open paragraph.
    var boxes: [[Int]] = []
    var box: [Int] = []
    /// Elements that are open around the current place.
    var skipped = 0
    var deletions = 0
    var annotations = 0
    var isInText = false
    var deletedText = ""
    /// Whether each open run is hidden.
    var runs: [Bool] = []
    /// Properties of paragraphs, and properties that a tracked change replaced.
    var properties = 0
    var hiddenText = ""
  }

  private mutating func read(_ bytes: [UInt8], _ part: String, _ format: Format) throws(WorkbookFault) {
    let state = State()
    state.text = self
    let visitor = format == .word ? OfficeText.word(state) : OfficeText.openDocument(state)
    try visitor.read(bytes, part: part, deepest: OfficeText.deepest)
    self = state.text
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ state: State) {
    let text = String(decoding: bytes, as: UTF8.self)
    if state.deletions > 0 {
      state.deletedText += text
    } else if state.runs.contains(true) {
      state.hiddenText += text
    } else if !state.open.isEmpty {
      state.open[state.open.count - 1] += text
    }
  }

  private static func beginParagraph(_ state: State) {
    state.open.append("")
    state.references.append(WordNumbering.Reference())
    state.boxes.append([])
  }

  private static func endParagraph(_ state: State) {
    guard let text = state.open.popLast() else { return }
    if !state.hiddenText.isEmpty {
      state.text.hidden.append(state.hiddenText)
      state.hiddenText = ""
    }
    let number = state.references.popLast().flatMap { state.text.numbering?.number(of: $0) }
    let boxes = state.boxes.popLast() ?? []
    for box in boxes { state.text.boxAnchors[box] = state.text.paragraphs.count }
    if state.annotations > 0 {
      state.text.comments.append(text)
    } else {
      state.text.paragraphs.append(Paragraph(text: text, box: state.box.last, number: number))
    }
  }

  private static func beginBox(_ state: State) {
    let box = state.text.boxAnchors.count
    state.text.boxAnchors.append(state.text.paragraphs.count)
    if !state.boxes.isEmpty { state.boxes[state.boxes.count - 1].append(box) }
    state.box.append(box)
  }

  private static func endDeletion(_ state: State) {
    state.deletions -= 1
    guard state.deletions == 0, !state.deletedText.isEmpty else { return }
    state.text.deleted.append(state.deletedText)
    state.deletedText = ""
  }

  /// Office Open XML part 1, §17. `Fallback` repeats a text box for old programs.
  private static func word(_ state: State) -> XMLVisitor {
    XMLVisitor(
      start: { name, attributes in
        switch name {
        case "Fallback", "oMath": state.skipped += 1
        case _ where state.skipped > 0: break
        case "p": beginParagraph(state)
        case "t", "delText": state.isInText = true
        case "txbxContent": beginBox(state)
        case "del", "moveFrom": state.deletions += 1
        case "r": state.runs.append(false)
        case "pPr", "rPrChange": state.properties += 1
        case "vanish":
          let value = attributes["val"] ?? ""
          guard state.properties == 0, !state.runs.isEmpty, !["0", "false", "off"].contains(value) else { break }
          state.runs[state.runs.count - 1] = true
        case "pStyle", "numId", "ilvl":
          guard let last = state.references.indices.last, let value = attributes["val"] else { break }
          switch name {
          case "pStyle": state.references[last].style = value
          case "numId": state.references[last].list = Int(value)
          default: state.references[last].level = Int(value)
          }
        default: break
        }
      },
      end: { name in
        switch name {
        case "Fallback", "oMath": state.skipped -= 1
        case _ where state.skipped > 0: break
        case "p": endParagraph(state)
        case "t", "delText": state.isInText = false
        case "txbxContent": state.box.removeLast()
        case "del", "moveFrom": endDeletion(state)
        case "r": _ = state.runs.popLast()
        case "pPr", "rPrChange": state.properties -= 1
        default: break
        }
      },
      text: { if state.isInText, state.skipped == 0 { append($0, state) } })
  }

  /// OpenDocument 1.3 part 3.
  private static func openDocument(_ state: State) -> XMLVisitor {
    XMLVisitor(
      start: { name, _ in
        switch name {
        case "tracked-changes": state.deletions += 1
        case "annotation": state.annotations += 1
        case "note-citation", "creator", "date", "sender-initials", "initials", "title", "desc": state.skipped += 1
        case "p", "h": beginParagraph(state)
        case "text-box": beginBox(state)
        default: break
        }
      },
      end: { name in
        switch name {
        case "tracked-changes": endDeletion(state)
        case "annotation": state.annotations -= 1
        case "note-citation", "creator", "date", "sender-initials", "initials", "title", "desc": state.skipped -= 1
        case "p", "h": endParagraph(state)
        case "text-box": state.box.removeLast()
        default: break
        }
      },
      text: { if state.skipped == 0 { append($0, state) } })
  }
}
