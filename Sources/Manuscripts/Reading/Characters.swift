extension Unicode.Scalar {
  /// Chinese characters and full-width marks, which take two columns.
  var isWide: Bool {
    switch value {
    case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFD:
      true
    // Quotation marks and dashes of Chinese text.
    case 0x2014, 0x2018...0x201D, 0x2026: true
    default: false
    }
  }
}

/// Whether it is one of the invisible characters that Word and web pages leave in a text.
func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x08, 0x0E...0x1F, 0x7F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFFFC: true
  default: false
  }
}

extension String {
  /// Columns on a terminal.
  var columns: Int { unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) } }

  var trimmed: String {
    var view = unicodeScalars[...]
    while let first = view.first, isSpace(first) || first == "\n" { view.removeFirst() }
    while let last = view.last, isSpace(last) || last == "\n" { view.removeLast() }
    return String(view)
  }

  /// The last character that is not a closing quotation mark or bracket.
  private var lastMark: Character? { last { !"”’\"'）)》」』】]".contains($0) } }

  /// Whether it ends as a sentence does.
  var endsSentence: Bool { lastMark.map { "。！？；!?;.…：:".contains($0) } ?? false }

  /// Whether it ends within a sentence: with a comma.
  var endsWithin: Bool { last.map { "，,、".contains($0) } ?? false }

  var isBullet: Bool {
    guard let first, "•·●■◆▪‣➢★☆○□–*-".contains(first) else { return false }
    let rest = dropFirst()
    guard let next = rest.first else { return false }
    return next.isWhitespace || "•●■◆▪‣➢".contains(first)
  }

  var withoutBullet: String { String(dropFirst()).trimmed }

  /// The paragraphs of a cell whose line breaks were lost: a space after a full stop was one.
  var flattenedParagraphs: [String] {
    var paragraphs: [String] = []
    var current = ""
    var previous: Character?
    for character in self {
      if character == " " || character == "\u{3000}", let mark = previous, "。！？；".contains(mark) {
        if !current.isEmpty { paragraphs.append(current) }
        current = ""
      } else if !(current.isEmpty && character.isWhitespace) {
        current.append(character)
      }
      if !character.isWhitespace { previous = character }
    }
    if !current.trimmed.isEmpty { paragraphs.append(current.trimmed) }
    return paragraphs
  }
}
