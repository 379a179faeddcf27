/// How one text became another, word by word. A Chinese character is a word.
package struct TextDifference: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// In order; no two neighbours are of one kind, and a removed piece precedes its replacement.
  package private(set) var pieces: [Piece] = []

  /// Lines are compared first, then the words of the lines that differ.
  package init(from old: String, to new: String) {
    let (before, after) = (TextDifference.lines(old), TextDifference.lines(new))
    for run in EditScript(from: before, to: after).runs {
      let (removed, added) = (before[run.old].joined(), after[run.new].joined())
      if run.isKept {
        append(.kept(removed))
      } else {
        for change in WordChange.changes(from: TextDifference.words(removed), to: TextDifference.words(added)) {
          append(.removed(change.old))
          append(.added(change.new))
          append(.kept(change.kept))
        }
      }
    }
  }

  package var isEmpty: Bool { !pieces.contains { if case .kept = $0 { false } else { true } } }

  /// The text before the change.
  package var old: String {
    pieces.map { piece in
      switch piece {
      case .kept(let text), .removed(let text): text
      case .added: ""
      }
    }.joined()
  }

  /// The text after the change.
  package var new: String {
    pieces.map { piece in
      switch piece {
      case .kept(let text), .added(let text): text
      case .removed: ""
      }
    }.joined()
  }

  /// How many words were removed and added, without blanks and punctuation.
  package var counts: (removed: Int, added: Int) {
    func count(_ text: String) -> Int { WordChange.count(TextDifference.words(text)[...]) }
    return pieces.reduce(into: (0, 0)) { counts, piece in
      switch piece {
      case .kept: break
      case .removed(let text): counts.0 += count(text)
      case .added(let text): counts.1 += count(text)
      }
    }
  }

  private mutating func append(_ piece: Piece) {
    switch (pieces.last, piece) {
    case (_, .kept("")), (_, .removed("")), (_, .added("")): break
    case (.kept(let text)?, .kept(let more)): pieces[pieces.count - 1] = .kept(text + more)
    case (.removed(let text)?, .removed(let more)): pieces[pieces.count - 1] = .removed(text + more)
    case (.added(let text)?, .added(let more)): pieces[pieces.count - 1] = .added(text + more)
    case (.added(let text)?, .removed):
      // Beside the removed piece there, if there is one.
      pieces.removeLast()
      append(piece)
      pieces.append(.added(text))
    default: pieces.append(piece)
    }
  }

  /// Each with its line break.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar)
      if scalar == "\n" {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Runs of letters and digits, runs of blanks, and everything else one by one. Blanks never hold a line break and something
  /// else. A number is one word with the marks and the fixed blanks between its digits: 4,200 is not 4 and 200.
  static func words(_ text: String) -> [String] {
    enum Kind { case letter, blank, other }
    func kind(of scalar: Unicode.Scalar) -> Kind {
      if scalar == "\n" { return .other }
      if scalar.properties.isWhitespace { return .blank }
      // Han, kana and hangul need no blanks between words.
      if scalar.value >= 0x2E80 { return .other }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark ? .letter : .other
    }
    var words: [String] = []
    var last = Kind.other
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if isInNumber(scalars, index), !words.isEmpty {
        words[words.count - 1].unicodeScalars.append(scalar)
        last = .letter
        continue
      }
      let own = kind(of: scalar)
      if own != .other, own == last, !words.isEmpty {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
      }
      last = own
    }
    return words
  }

  /// Whether there is a mark or a no-break space between two digits.
  private static func isInNumber(_ text: String.UnicodeScalarView, _ index: String.Index) -> Bool {
    guard ".,'’٫٬\u{A0}\u{202F}".unicodeScalars.contains(text[index]), index > text.startIndex else { return false }
    let next = text.index(after: index)
    guard next < text.endIndex else { return false }
    return text[text.index(before: index)].properties.numericType != nil && text[next].properties.numericType != nil
      && text[next].value < 0x2E80
  }
}

/// Words that were replaced by others, and those after them that were kept.
private struct WordChange {
  var old = ""
  var new = ""
  var kept = ""
  private var removed = 0
  private var added = 0
  private var keptWords = 0
  private var isBreak = false

  /// Empty texts before the first change are not counted.
  static func changes(from old: [String], to new: [String]) -> [WordChange] {
    var changes = [WordChange()]
    for run in EditScript(from: old, to: new).runs {
      if run.isKept {
        changes[changes.count - 1].keep(old[run.old])
      } else {
        changes.append(WordChange())
        changes[changes.count - 1].replace(old[run.old], by: new[run.new])
      }
    }
    return merged(changes)
  }

  /// A word or two that both texts happen to have in the middle of other words are not a reason to cut a change in two: the
  /// result would be shorter, and harder to read.
  private static func merged(_ changes: [WordChange]) -> [WordChange] {
    var result: [WordChange] = []
    for change in changes {
      guard let last = result.last, !last.isBreak, last.isChange,
        2 * last.keptWords <= min(max(last.removed, last.added), max(change.removed, change.added))
      else {
        result.append(change)
        continue
      }
      result[result.count - 1].absorb(change)
    }
    return result
  }

  private var isChange: Bool { !old.isEmpty || !new.isEmpty }

  private mutating func keep(_ words: ArraySlice<String>) {
    kept = words.joined()
    keptWords = WordChange.count(words)
    isBreak = words.contains("\n")
  }

  private mutating func replace(_ before: ArraySlice<String>, by after: ArraySlice<String>) {
    (old, new) = (before.joined(), after.joined())
    (removed, added) = (WordChange.count(before), WordChange.count(after))
  }

  private mutating func absorb(_ next: WordChange) {
    (old, new) = (old + kept + next.old, new + kept + next.new)
    (removed, added) = (removed + keptWords + next.removed, added + keptWords + next.added)
    (kept, keptWords, isBreak) = (next.kept, next.keptWords, next.isBreak)
  }

  /// Without blanks and punctuation.
  static func count(_ words: ArraySlice<String>) -> Int {
    words.count { word in
      word.unicodeScalars.first.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }
  }
}
