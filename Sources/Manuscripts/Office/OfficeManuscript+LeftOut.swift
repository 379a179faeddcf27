import Diagnostics

// The texts of a document that no page has.
extension OfficeManuscript {
  /// More texts of one kind than this are one note.
  private static let mostNotes = 6

  static func nameLeftOut(_ text: OfficeText, _ manuscript: inout Manuscript) {
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
