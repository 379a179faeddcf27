extension TextDifference {
  /// The characters of the text around a change that an excerpt shows.
  private static let around = 30

  /// The start of a text, up to the end of a word.
  private static func start(of text: String) -> Substring {
    guard let end = text.index(text.startIndex, offsetBy: around, limitedBy: text.endIndex), end < text.endIndex else {
      return text[...]
    }
    guard isInWord(text, end) else { return text[..<end] }
    let cut = text[..<end].lastIndex { !isWordPart($0) } ?? end
    return text[..<cut]
  }

  /// The end of a text, from the start of a word on.
  private static func end(of text: String) -> Substring {
    guard let start = text.index(text.endIndex, offsetBy: -around, limitedBy: text.startIndex), start > text.startIndex
    else { return text[...] }
    guard isInWord(text, start) else { return text[start...] }
    return text[start...].drop(while: isWordPart).drop { $0 == " " }
  }

  private static func isInWord(_ text: String, _ index: String.Index) -> Bool {
    isWordPart(text[index]) && isWordPart(text[text.index(before: index)])
  }

  /// Whether a character belongs to a word or a number. Chinese has no words that are told apart by their characters.
  private static func isWordPart(_ character: Character) -> Bool {
    (character.isLetter || character.isNumber || character == "." || character == ",")
      && character.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }

  /// The changes with a little of the text around each, on one line; changes near each other are one excerpt. `gap`
  /// separates removed text from its replacement, so that 12 and 14 are never read as 1214. `edge` goes between a mark and
  /// a letter on one side, if the other side is punctuation: Markdown reads no mark there.
  func excerpts(
    removed: (String, String), added: (String, String), gap: String = "", edge: String = "",
    escape: (String) -> String = { $0 }
  ) -> [String] {
    func line(_ text: some StringProtocol) -> String {
      escape(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    // Blanks go outside of the marks, as Markdown requires.
    func marked(_ text: String, _ marks: (String, String)) -> String {
      let rest = text.drop(while: \.isWhitespace)
      guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return text.isEmpty ? "" : " " }
      let end = rest.index(after: last)
      func side(_ hasBlank: Bool, _ character: Character) -> String {
        hasBlank ? " " : character.isLetter || character.isNumber ? "" : edge
      }
      let (before, after) = (
        side(rest.startIndex > text.startIndex, rest[rest.startIndex]), side(end < text.endIndex, rest[last])
      )
      return "\(before)\(marks.0)\(line(rest[..<end]))\(marks.1)\(after)"
    }
    var excerpts: [String] = []
    var current = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .removed(let text): current += marked(text, removed)
      case .added(let text):
        if index > 0, case .removed = pieces[index - 1], current.last?.isWhitespace == false,
          text.first?.isWhitespace == false
        {
          current += gap
        }
        current += marked(text, added)
      case .kept(let text):
        let (isFirst, isLast) = (index == 0, index == pieces.count - 1)
        let isLong = text.count > TextDifference.around
        if !isFirst, !isLast, text.count <= 2 * TextDifference.around {
          // A line break becomes a single blank.
          current += text.first?.isNewline == true ? " " : ""
          current += line(text)
          current += text.last?.isNewline == true ? " " : ""
          continue
        }
        if !isFirst {
          let end = TextDifference.start(of: text)
          current += end.contains(where: \.isNewline) ? line(end.prefix { !$0.isNewline }) : line(end)
          excerpts.append(current + (isLong ? "…" : ""))
          current = ""
        }
        if !isLast {
          let start = TextDifference.end(of: text)
          let newline = start.lastIndex(where: \.isNewline)
          current =
            (isLong ? "…" : "")
            + (newline.map { escape(String(start[start.index(after: $0)...])) } ?? escape(String(start)))
        }
      }
    }
    if !current.isEmpty { excerpts.append(current) }
    return excerpts.map { excerpt in String(excerpt.drop(while: \.isWhitespace)) }
  }
}
