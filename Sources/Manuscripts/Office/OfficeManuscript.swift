import Bytes
import DataFormats
import Diagnostics
import Workbooks

/// Joins what pandoc read of a document with what its XML holds.
package enum OfficeManuscript {
  /// `text`: the XML's own text; nil for a web page. `html`: the source of a web page, whose lines findings then name.
  package static func read(
    pandoc json: [UInt8], path: String, text: OfficeText?, html: [UInt8]? = nil
  ) throws(JSONSyntaxError) -> Manuscript {
    let document = try PandocDocument(json, keepsQuotations: html != nil)
    var manuscript = Manuscript(
      title: document.title,
      source: SourceText(
        path: path,
        text: document.paragraphs.map { $0.replacing("\n", with: " ").replacing("\u{B}", with: " ") }.joined(
          separator: "\n")),
      blocks: document.blocks)
    manuscript.footnotes = document.footnotes
    for picture in document.pictures { manuscript.add(picture.address, picture.line, text) }
    var mergedTables = document.mergedTables
    if let text {
      let found = restore(document, text, &manuscript)
      for paragraph in text.innerTables where found.indices.contains(paragraph) {
        // A paragraph in a text box comes after the paragraph that holds the box.
        let box = text.paragraphs[paragraph].box.map { text.boxAnchors[$0] }
        let place = found[paragraph] ?? box.flatMap { found.indices.contains($0) ? found[$0] : nil }
        if let place, place >= 0 { mergedTables.append(place + 1) }
      }
      nameLeftOut(text, &manuscript)
    }
    for (line, words) in document.headingNotes {
      manuscript.report(
        .note, .importLeftOut, "a title has no footnotes: this one stands below the heading: '\(short(words))'",
        line: line)
    }
    for (line, words) in document.equations {
      manuscript.report(
        .note, .importLeftOut, "the layout of an equation is left out, and it stands as TeX: '\(short(words))'",
        line: line)
    }
    for line in mergedTables {
      manuscript.report(
        .warning, .importTable, "the table has merged cells, or tables in its cells; each text stands once",
        hint: "compare it with the original", line: line)
    }
    if let html {
      locate(html, path, document.paragraphs, &manuscript)
      manuscript.isWebPage = true
    }
    joinTables(&manuscript)
    return manuscript
  }

  /// One finding for all tables that are not written unchanged.
  private static func joinTables(_ manuscript: inout Manuscript) {
    let tables = manuscript.findings.filter { $0.code == .importTable }
    guard tables.count > 1, let first = tables.min(by: { $0.location.line < $1.location.line }) else { return }
    let lines = Set(tables.map(\.location.line)).sorted().map(String.init)
    manuscript.findings.removeAll { $0.code == .importTable }
    manuscript.findings.append(
      Diagnostic(
        first.severity, first.code,
        "\(tables.count) tables have merged cells, or tables in their cells; each text stands once",
        hint: "compare them with the original; they begin at lines \(list: lines)", at: first.location))
  }

  // MARK: What pandoc leaves out

  /// Puts every paragraph that pandoc left out where it belongs: a text box as a box after the paragraph that holds it,
  /// anything else as a paragraph. Returns for each paragraph of the text pandoc's, from 0.
  private static func restore(
    _ document: PandocDocument, _ text: OfficeText, _ manuscript: inout Manuscript
  ) -> [Int?] {
    var places: [String: [Int]] = [:]
    for (index, paragraph) in document.paragraphs.enumerated() { places[bare(paragraph), default: []].append(index) }
    if let title = document.title { places[bare(title), default: []].append(-1) }
    let all = Array((document.paragraphs.map(bare).joined(separator: "\n") + "\n" + bare(document.title ?? "")).utf8)
    // Paragraphs that Word divides and pandoc joins, or the other way round, are parts of each other.
    func isThere(_ text: String) -> Bool {
      if places[text]?.isEmpty == false { return true }
      return text.utf8.count > 9 && all.firstOccurrence(of: Array(text.utf8)) != nil
    }
    var found = [Int?](repeating: nil, count: text.paragraphs.count)
    var isMissing = [Bool](repeating: false, count: text.paragraphs.count)
    for (index, paragraph) in text.paragraphs.enumerated() {
      let wanted = bare(paragraph.text)
      guard !wanted.isEmpty, paragraph.contents != .isLeftOut else { continue }
      if let free = places[wanted], let first = free.first {
        found[index] = first
        places[wanted] = Array(free.dropFirst())
      } else if !isThere(wanted), paragraph.contents == nil {
        isMissing[index] = true
      }
    }
    join(document, text, &places, &found, &isMissing, &manuscript)
    setNumbers(text, found, &manuscript)
    markContents(text, found, &manuscript)
    // From the end, so that the places of earlier blocks stay valid.
    var insertions: [(after: Int, block: SourceBlock, text: String)] = []
    var notes: [String] = []
    var last = -1
    var blockAfter: [Int] = []
    for index in text.paragraphs.indices {
      if let place = found[index], place >= 0 { last = document.blockOfParagraph[place] }
      blockAfter.append(last)
    }
    var index = 0
    while index < text.paragraphs.count {
      guard isMissing[index] else {
        index += 1
        continue
      }
      let box = text.paragraphs[index].box
      var content: [String] = []
      let start = index
      while index < text.paragraphs.count, text.paragraphs[index].box == box,
        isMissing[index] || bare(text.paragraphs[index].text).isEmpty
      {
        if isMissing[index] { content.append(text.paragraphs[index].text.trimmed) }
        index += 1
      }
      // pandoc reads a note where the text refers to it.
      if let firstNote = text.firstNote, start >= firstNote {
        notes += content
        continue
      }
      let anchor = box.map { text.boxAnchors[$0] } ?? start
      let after = anchor < blockAfter.count ? blockAfter[anchor] : last
      let line = line(ofBlock: after, document)
      let paragraphs = content.map { SourceBlock.paragraph($0, line: line) }
      if box != nil {
        var block = SourceBlock(.box(title: "", content: paragraphs), markdown: "", plain: "", line: line)
        block.isTextBox = true
        insertions.append((after, block, content[0]))
      } else {
        for (paragraph, text) in zip(paragraphs, content) { insertions.append((after, paragraph, text)) }
      }
    }
    for note in notes {
      manuscript.findings.append(
        Diagnostic(
          .note, .importLeftOut, "a footnote that nothing refers to is left out: '\(short(note))'",
          at: SourceLocation(file: manuscript.source.path)))
    }
    // A text box has the place of its paragraph, which may come after later parts of the file.
    insertions = insertions.enumerated().sorted { ($0.element.after, $0.offset) < ($1.element.after, $1.offset) }
      .map(\.element)
    for insertion in insertions.reversed() {
      manuscript.blocks.insert(insertion.block, at: min(insertion.after + 1, manuscript.blocks.count))
    }
    for insertion in insertions {
      var isBox = false
      if case .box = insertion.block.kind { isBox = true }
      manuscript.report(
        .warning, .importTextBox,
        isBox
          ? "a text box is placed after this paragraph: '\(short(insertion.text))'"
          : "pandoc leaves out a paragraph, which is placed after this one: '\(short(insertion.text))'",
        hint: "move it in the section if it belongs elsewhere", line: insertion.block.line)
    }
    return found
  }

  /// The most cells of a comparison of two paragraphs, and how many of pandoc's paragraphs are compared with one.
  private static let largestComparison = 4_000_000
  private static let mostCandidates = 8

  /// Finds pandoc's paragraph for a paragraph that seems missing because pandoc's has more words, such as a formula, or
  /// fewer, such as a field. In the second case Word's own text replaces it, so that no text appears twice.
  private static func join(
    _ document: PandocDocument, _ text: OfficeText, _ places: inout [String: [Int]], _ found: inout [Int?],
    _ isMissing: inout [Bool], _ manuscript: inout Manuscript
  ) {
    guard isMissing.contains(true) else { return }
    var free = Set(places.values.joined())
    var next = [Int](repeating: document.paragraphs.count, count: found.count + 1)
    for index in found.indices.reversed() {
      next[index] = found[index].flatMap { $0 >= 0 ? $0 : nil } ?? next[index + 1]
    }
    var last = -1
    for index in text.paragraphs.indices {
      if let place = found[index] { last = max(last, place) }
      guard isMissing[index], text.paragraphs[index].box == nil, last + 1 < next[index + 1] else { continue }
      let wanted = Array(bare(text.paragraphs[index].text).unicodeScalars)
      let candidates = (last + 1..<next[index + 1]).lazy.filter(free.contains).prefix(mostCandidates)
      for place in candidates {
        let other = Array(bare(document.paragraphs[place]).unicodeScalars)
        guard wanted.count > 1, !other.isEmpty, wanted.count * other.count <= largestComparison else { continue }
        let lost = parts(of: wanted, missingIn: other)
        let lostCount = lost.reduce(0) { $0 + $1.unicodeScalars.count }
        let common = wanted.count - lostCount
        guard lostCount == 0 || common * 2 >= wanted.count && common * 10 >= other.count * 7 else { continue }
        free.remove(place)
        found[index] = place
        isMissing[index] = false
        last = place
        if lostCount > 0 {
          replace(place, with: text.paragraphs[index].text, lost, isWhole: common == other.count, document, &manuscript)
        }
        break
      }
    }
  }

  /// Writes Word's own text over a paragraph that lacks a part of it, or names that part if the paragraph has something
  /// that Word's text has not, such as a footnote.
  private static func replace(
    _ place: Int, with text: String, _ lost: [String], isWhole: Bool, _ document: PandocDocument,
    _ manuscript: inout Manuscript
  ) {
    let words = short(lost.joined(separator: "…"))
    let index = document.blockOfParagraph[place]
    let isPlain =
      isWhole && manuscript.blocks.indices.contains(index)
      && bare(manuscript.blocks[index].plain) == bare(document.paragraphs[place])
      && !manuscript.blocks[index].markdown.contains("[^") && !manuscript.blocks[index].markdown.contains("\u{FFFC}")
    var isText = false
    if isPlain {
      switch manuscript.blocks[index].kind {
      case .paragraph, .heading: isText = true
      default: break
      }
    }
    guard isText else {
      return manuscript.report(
        .warning, .importTextBox, "pandoc leaves out a part of this paragraph: '\(words)'",
        hint: "write it into the section", line: place + 1)
    }
    manuscript.blocks[index].plain = text.trimmed
    manuscript.blocks[index].markdown = MarkdownEscaping.escape(text.trimmed, atStart: true)
    manuscript.report(
      .warning, .importTextBox,
      "pandoc leaves out a part of this paragraph, and Word's own text stands in its place: '\(words)'",
      hint: "compare it with the original: bold text and links are lost", line: place + 1)
  }

  /// The parts of a text that are not in the longest common subsequence with another.
  private static func parts(of text: [Unicode.Scalar], missingIn other: [Unicode.Scalar]) -> [String] {
    let width = other.count + 1
    var lengths = [Int32](repeating: 0, count: (text.count + 1) * width)
    for a in text.indices.reversed() {
      for b in other.indices.reversed() {
        lengths[a * width + b] =
          text[a] == other[b]
          ? lengths[(a + 1) * width + b + 1] + 1 : max(lengths[(a + 1) * width + b], lengths[a * width + b + 1])
      }
    }
    var parts: [String] = []
    var open = String.UnicodeScalarView()
    var (a, b) = (0, 0)
    while a < text.count {
      if b < other.count, text[a] == other[b] {
        if !open.isEmpty { parts.append(String(open)) }
        open = String.UnicodeScalarView()
        a += 1
        b += 1
      } else if b < other.count, lengths[a * width + b + 1] > lengths[(a + 1) * width + b] {
        b += 1
      } else {
        open.append(text[a])
        a += 1
      }
    }
    if !open.isEmpty { parts.append(String(open)) }
    return parts
  }

  /// Gives headings the numbers that Word shows before them. `found`: for each paragraph of Word's, pandoc's.
  private static func setNumbers(_ text: OfficeText, _ found: [Int?], _ manuscript: inout Manuscript) {
    var numbers: [Int: AutomaticNumber] = [:]
    for (index, paragraph) in text.paragraphs.enumerated() {
      if let number = paragraph.number, let place = found[index] { numbers[place + 1] = number }
    }
    for index in manuscript.blocks.indices {
      guard let number = numbers[manuscript.blocks[index].line] else { continue }
      switch manuscript.blocks[index].kind {
      case .heading: manuscript.blocks[index].automaticNumber = number
      case .paragraph where manuscript.blocks[index].automaticNumber != nil:
        manuscript.blocks[index].automaticNumber = number
      default: break
      }
    }
  }

  /// Marks the entries of a table of contents, and names one that pandoc left out.
  private static func markContents(_ text: OfficeText, _ found: [Int?], _ manuscript: inout Manuscript) {
    let lines = Set(zip(text.paragraphs, found).compactMap { $0.contents == .isRead ? $1.map { $0 + 1 } : nil })
    for index in manuscript.blocks.indices where lines.contains(manuscript.blocks[index].line) {
      manuscript.blocks[index].isOfContents = true
    }
    if text.paragraphs.contains(where: { $0.contents == .isLeftOut }) { ContentsList.report(in: &manuscript, line: 1) }
  }

  private static func line(ofBlock block: Int, _ document: PandocDocument) -> Int {
    (document.blockOfParagraph.lastIndex { $0 == block } ?? 0) + 1
  }

  private static func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isWhite($0) && !isInvisible($0) }))
  }

  /// Whether Unicode counts the scalar as white space, decided without its tables: all text of a document is asked.
  private static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func short(_ text: String) -> String {
    text.count > 60 ? String(text.prefix(60)) + "…" : text
  }

  /// More texts of one kind than this are one note.
  private static let mostNotes = 6

  private static func nameLeftOut(_ text: OfficeText, _ manuscript: inout Manuscript) {
    func note(_ message: Message) {
      manuscript.findings.append(
        Diagnostic(.note, .importLeftOut, message, at: SourceLocation(file: manuscript.source.path)))
    }
    func unlike(_ texts: [String]) -> [String] {
      var seen: Set<String> = []
      return texts.map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
    }
    for address in text.linkedPictures {
      manuscript.findings.append(
        Diagnostic(
          .warning, .importPicture, "the picture '\(short(address))' is not in the file, and nothing is fetched",
          hint: "save it beside the section, and write '![description](picture.png)' there",
          at: SourceLocation(file: manuscript.source.path)))
    }
    let kinds: [(one: Message, several: Message, [String])] = [
      ("a comment", "comments", text.comments),
      (
        "a text that was deleted while changes were tracked", "texts that were deleted while changes were tracked",
        text.deleted
      ),
      ("a header or footer", "headers and footers", text.margins), ("a hidden text", "hidden texts", text.hidden),
      ("a symbol of a font", "symbols of fonts", text.unknownSymbols),
    ]
    for (one, several, all) in kinds {
      let texts = unlike(all)
      if texts.count > mostNotes {
        note("\(texts.count) \(several) are left out: \(list: texts.map { "'\($0)'" })")
      } else {
        for text in texts { note("\(one) is left out: '\(text)'") }
      }
    }
    let inserted = unlike(text.inserted)
    if inserted.count > mostNotes {
      note(
        "\(inserted.count) texts that were inserted while changes were tracked are taken over: \(list: inserted.map { "'\($0)'" })"
      )
    } else {
      for text in inserted { note("a text that was inserted while changes were tracked is taken over: '\(text)'") }
    }
    for text in text.emptyHeadings { note("a heading without text is left out, after: '\(short(text.trimmed))'") }
  }
}

extension Manuscript {
  fileprivate mutating func add(_ address: String, _ line: Int, _ text: OfficeText?) {
    var picture = Picture(name: address, line: line)
    if let text {
      let name = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
      picture.bytes = text.pictures[name] ?? text.pictures[name.hasPrefix("/word/") ? String(name.dropFirst(6)) : name]
    }
    if picture.bytes == nil { picture.path = address }
    pictures.append(picture)
    let ending = address.lowercased().split(separator: ".").last ?? ""
    if ["emf", "wmf", "tif", "tiff", "eps"].contains(ending) {
      report(
        .warning, .importPicture, "browsers do not show the picture '\(address)', which is in a format of Windows",
        hint: "save it as .png, put it beside the section and correct its name there", line: line)
    }
  }
}
