import Diagnostics

/// Matches pandoc's paragraphs to those of the Word file.
struct ParagraphMatch {
  let document: PandocDocument
  let text: OfficeText
  /// For each paragraph of Word's, pandoc's, from 0; -1 for the title.
  private(set) var found: [Int?]
  /// Whether pandoc seems to have left out each paragraph of Word's.
  private(set) var isMissing: [Bool]
  /// The paragraphs of pandoc's that have no match yet, by their text without white space.
  private var places: [String: [Int]] = [:]

  init(_ document: PandocDocument, _ text: OfficeText) {
    self.document = document
    self.text = text
    found = [Int?](repeating: nil, count: text.paragraphs.count)
    isMissing = [Bool](repeating: false, count: text.paragraphs.count)
    let bareParagraphs = document.paragraphs.map(ParagraphMatch.bare)
    for (index, paragraph) in bareParagraphs.enumerated() { places[paragraph, default: []].append(index) }
    if let title = document.title { places[ParagraphMatch.bare(title), default: []].append(-1) }
    let all = Array((bareParagraphs.joined(separator: "\n") + "\n" + ParagraphMatch.bare(document.title ?? "")).utf8)
    for (index, paragraph) in text.paragraphs.enumerated() {
      let wanted = ParagraphMatch.bare(paragraph.text)
      guard !wanted.isEmpty, paragraph.contents != .isLeftOut else { continue }
      if let free = places[wanted], let first = free.first {
        found[index] = first
        places[wanted] = Array(free.dropFirst())
      } else if !isThere(wanted, in: all), paragraph.contents == nil {
        isMissing[index] = true
      }
    }
  }

  /// Whether pandoc has a text. Paragraphs that Word divides and pandoc joins, or the other way round, are parts of each other.
  private func isThere(_ text: String, in all: [UInt8]) -> Bool {
    if places[text]?.isEmpty == false { return true }
    return text.utf8.count > 9 && all.firstOccurrence(of: Array(text.utf8)) != nil
  }

  /// The most cells of a comparison of two paragraphs, and how many of pandoc's paragraphs are compared with one.
  private static let largestComparison = 4_000_000
  private static let mostCandidates = 8

  /// Finds pandoc's paragraph for those that seem missing because it contains extra text, such as a formula, or lacks some,
  /// such as a field. In the second case Word's own text replaces it, so that nothing appears twice.
  mutating func join(_ manuscript: inout Manuscript) {
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
      let wanted = Array(ParagraphMatch.bare(text.paragraphs[index].text).unicodeScalars)
      let candidates = (last + 1..<next[index + 1]).lazy.filter(free.contains).prefix(ParagraphMatch.mostCandidates)
      for place in candidates {
        let other = Array(ParagraphMatch.bare(document.paragraphs[place]).unicodeScalars)
        guard wanted.count > 1, !other.isEmpty, wanted.count * other.count <= ParagraphMatch.largestComparison else {
          continue
        }
        let lost = ParagraphMatch.parts(of: wanted, missingIn: other)
        let lostCount = lost.reduce(0) { $0 + $1.unicodeScalars.count }
        let common = wanted.count - lostCount
        guard lostCount == 0 || common * 2 >= wanted.count && common * 10 >= other.count * 7 else { continue }
        free.remove(place)
        found[index] = place
        isMissing[index] = false
        last = place
        if lostCount > 0 {
          replace(place, with: text.paragraphs[index].text, lost, isWhole: common == other.count, &manuscript)
        }
        break
      }
    }
  }

  /// Writes Word's own text over a paragraph that lacks a part of it, or names that part if the paragraph has something
  /// that Word's text has not, such as a footnote.
  private func replace(
    _ place: Int, with text: String, _ lost: [String], isWhole: Bool, _ manuscript: inout Manuscript
  ) {
    let words = OfficeManuscript.short(lost.joined(separator: "…"))
    let index = document.blockOfParagraph[place]
    let isPlain =
      isWhole && manuscript.blocks.indices.contains(index)
      && ParagraphMatch.bare(manuscript.blocks[index].plain) == ParagraphMatch.bare(document.paragraphs[place])
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
      "pandoc leaves out a part of this paragraph, and Word's own text replaces it: '\(words)'",
      hint: "compare it with the original: bold text and links are lost", line: place + 1)
  }

  /// The parts of a text that are not in the longest common subsequence with another.
  ///
  /// Not by an edit script that gives up after some number of edits: a paragraph may be a part of another that is many
  /// times as long, such as one with large formulas. `largestComparison` bounds the table.
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

  static func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isWhite($0) && !isInvisible($0) }))
  }

  /// Whether it is white space by Unicode. It does not look into Unicode's tables, because every character of a document is
  /// tested.
  private static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
