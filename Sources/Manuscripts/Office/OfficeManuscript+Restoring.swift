import Diagnostics

// The paragraphs that pandoc leaves out.
extension OfficeManuscript {
  /// A block to insert, and where.
  private struct Insertion {
    /// The block of pandoc's that it follows; -1 for none.
    let after: Int
    let block: SourceBlock
    let text: String
  }

  /// Puts every paragraph that pandoc left out where it belongs: a text box as a box after the paragraph that holds it,
  /// anything else as a paragraph. Returns for each paragraph of the text pandoc's, from 0.
  static func restore(_ document: PandocDocument, _ text: OfficeText, _ manuscript: inout Manuscript) -> [Int?] {
    var match = ParagraphMatch(document, text)
    match.join(&manuscript)
    setNumbers(text, match.found, &manuscript)
    markContents(text, match.found, &manuscript)
    var (insertions, notes) = missing(match)
    for note in notes {
      manuscript.findings.append(
        Diagnostic(
          .note, .importLeftOut, "a footnote that nothing refers to is left out: '\(short(note))'",
          at: SourceLocation(file: manuscript.source.path)))
    }
    // A text box is in the place of its paragraph, which may be after the text that follows it in the file.
    insertions = insertions.enumerated().sorted { ($0.element.after, $0.offset) < ($1.element.after, $1.offset) }
      .map(\.element)
    // From the end, so that the places of earlier blocks stay.
    for insertion in insertions.reversed() {
      manuscript.blocks.insert(insertion.block, at: min(insertion.after + 1, manuscript.blocks.count))
    }
    for insertion in insertions { report(insertion, &manuscript) }
    return match.found
  }

  /// The blocks of the paragraphs that pandoc left out, and the texts of footnotes that nothing refers to.
  private static func missing(_ match: ParagraphMatch) -> (insertions: [Insertion], notes: [String]) {
    let (document, text) = (match.document, match.text)
    var insertions: [Insertion] = []
    var notes: [String] = []
    var last = -1
    var blockAfter: [Int] = []
    for place in match.found {
      if let place, place >= 0 { last = document.blockOfParagraph[place] }
      blockAfter.append(last)
    }
    var index = 0
    while index < text.paragraphs.count {
      guard match.isMissing[index] else {
        index += 1
        continue
      }
      let box = text.paragraphs[index].box
      var content: [String] = []
      let start = index
      while index < text.paragraphs.count, text.paragraphs[index].box == box,
        match.isMissing[index] || ParagraphMatch.bare(text.paragraphs[index].text).isEmpty
      {
        if match.isMissing[index] { content.append(text.paragraphs[index].text.trimmed) }
        index += 1
      }
      // pandoc reads a note where the text refers to it.
      if let firstNote = text.firstNote, start >= firstNote {
        notes += content
        continue
      }
      let anchor = box.map { text.boxAnchors[$0] } ?? start
      let after = anchor < blockAfter.count ? blockAfter[anchor] : last
      let line = (document.blockOfParagraph.lastIndex { $0 == after } ?? 0) + 1
      let paragraphs = content.map { SourceBlock.paragraph($0, line: line) }
      if box != nil {
        var block = SourceBlock(.box(title: "", content: paragraphs), markdown: "", plain: "", line: line)
        block.isTextBox = true
        insertions.append(Insertion(after: after, block: block, text: content[0]))
      } else {
        insertions += zip(paragraphs, content).map { Insertion(after: after, block: $0, text: $1) }
      }
    }
    return (insertions, notes)
  }

  private static func report(_ insertion: Insertion, _ manuscript: inout Manuscript) {
    var isBox = false
    if case .box = insertion.block.kind { isBox = true }
    manuscript.report(
      .warning, .importTextBox,
      isBox
        ? "a text box is placed after this paragraph: '\(short(insertion.text))'"
        : "pandoc leaves out a paragraph, which is placed after this one: '\(short(insertion.text))'",
      hint: "move it in the section if it belongs elsewhere", line: insertion.block.line)
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
}
