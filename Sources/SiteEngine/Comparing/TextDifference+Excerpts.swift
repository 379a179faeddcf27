extension TextDifference {
  /// The characters of the text around a change that an excerpt shows.
  private static let around = 30

  /// The changes with a little of the text around each, on one line; changes that stand near each other are one excerpt.
  func excerpts(
    removed: (String, String), added: (String, String), escape: (String) -> String = { $0 }
  ) -> [String] {
    func line(_ text: some StringProtocol) -> String {
      escape(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    // Blanks stand outside of the marks, where Markdown wants them.
    func marked(_ text: String, _ marks: (String, String)) -> String {
      let rest = text.drop(while: \.isWhitespace)
      guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return text.isEmpty ? "" : " " }
      let end = rest.index(after: last)
      let (before, after) = (rest.startIndex > text.startIndex ? " " : "", end < text.endIndex ? " " : "")
      return "\(before)\(marks.0)\(line(rest[..<end]))\(marks.1)\(after)"
    }
    var excerpts: [String] = []
    var current = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .removed(let text): current += marked(text, removed)
      case .added(let text): current += marked(text, added)
      case .kept(let text):
        let (isFirst, isLast) = (index == 0, index == pieces.count - 1)
        let isLong = text.count > TextDifference.around
        if !isFirst, !isLast, text.count <= 2 * TextDifference.around {
          // A line break becomes a blank, beside which no other stands.
          current += text.first?.isNewline == true ? " " : ""
          current += line(text)
          current += text.last?.isNewline == true ? " " : ""
          continue
        }
        if !isFirst {
          let end = text.prefix(TextDifference.around)
          current += end.contains(where: \.isNewline) ? line(end.prefix { !$0.isNewline }) : line(end)
          excerpts.append(current + (isLong ? "…" : ""))
          current = ""
        }
        if !isLast {
          let start = text.suffix(TextDifference.around)
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
