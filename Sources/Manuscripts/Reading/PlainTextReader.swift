import Diagnostics

/// Reads a text without any marks: its lines become paragraphs, tables and boxes.
package struct PlainTextReader {
  private var manuscript: Manuscript
  private let lines: [Line]
  /// Whether the lines of a paragraph were broken at a width, and an empty line separates paragraphs.
  private let isWrapped: Bool
  /// The width of a full line of Chinese text, if its lines were broken at a width; nil for one line a paragraph.
  private let chineseWidth: Int?
  /// The words of the text in lower case, for words that are divided at the end of a line.
  private let words: Set<String>

  private struct Line {
    /// The text without spaces at its ends.
    let text: String
    /// How many tabs come directly before it: a row of a table may begin with empty cells.
    let tabs: Int
    let number: Int
    /// Whether it begins with two full-width spaces, as a paragraph does in Chinese.
    let isIndented: Bool
    /// Columns on a terminal: 2 for a Chinese character.
    let width: Int

    var isEmpty: Bool { text.isEmpty }
  }

  /// `text` is UTF-8.
  package static func read(_ text: [UInt8], path: String) -> Manuscript {
    var reader = PlainTextReader(text, path)
    reader.readBlocks()
    return reader.manuscript
  }

  private init(_ text: [UInt8], _ path: String) {
    let source = SourceText(path: path, bytes: text)
    manuscript = Manuscript(source: source)
    let (lines, marks) = PlainTextReader.withoutPageMarks(PlainTextReader.lines(of: text))
    self.lines = lines
    isWrapped = PlainTextReader.isWrapped(lines)
    chineseWidth = PlainTextReader.chineseWidth(lines)
    let isDivided = zip(lines, lines.dropFirst()).contains { DividedWord($0.text, $1.text) != nil }
    words = isDivided ? PlainTextReader.words(of: lines) : []
    if let first = marks.first {
      manuscript.report(
        .note, .importLeftOut,
        marks.count == 1
          ? "the number of a page is left out: '\(first.text)'"
          : "the numbers and running heads of \(marks.count) pages are left out, such as '\(first.text)'",
        hint: "if it is a line of the plan, write it into its section", line: first.number)
    }
  }

  // MARK: Lines

  private static func lines(of text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var number = 1
    var start = 0
    func add(_ end: Int) {
      let line = String(decoding: text[start..<end], as: UTF8.self)
      // Word's own line and page breaks, and the Unicode ones, are no lines of an editor.
      let pieces = line.unicodeScalars.split(omittingEmptySubsequences: false) {
        $0 == "\u{B}" || $0 == "\u{C}" || $0 == "\u{2028}" || $0 == "\u{2029}" || $0 == "\u{85}"
      }
      for piece in pieces { lines.append(PlainTextReader.line(piece, number)) }
    }
    for (index, byte) in text.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0A, index > 0, text[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      add(index)
      start = index + 1
      number += 1
    }
    if start < text.count { add(text.count) }
    return lines
  }

  private static func line(_ scalars: Substring.UnicodeScalarView, _ number: Int) -> Line {
    var visible = scalars.filter { !isInvisible($0) }
    // A soft hyphen at the end of a line divides a word.
    if scalars.last == "\u{AD}" { visible.append("-") }
    let lead = visible.prefix { isSpace($0) }
    let isIndented = lead.starts(with: "\u{3000}\u{3000}".unicodeScalars)
    var rest = visible.dropFirst(lead.count)
    // A tab separates cells: one at the end is an empty cell.
    while let last = rest.last, isSpace(last), last != "\t" { rest.removeLast() }
    if rest.allSatisfy({ isSpace($0) }) { rest = rest.prefix(0) }
    let text = String(String.UnicodeScalarView(rest))
    return Line(
      text: text, tabs: lead.reversed().prefix { $0 == "\t" }.count, number: number, isIndented: isIndented,
      width: text.columns)
  }

  /// The lines without the marks of pages, and those. Where a sentence goes on on the next page, no gap stays.
  private static func withoutPageMarks(_ lines: [Line]) -> (lines: [Line], marks: [Line]) {
    let marks = PageMarks.indices(of: lines.map(\.text))
    guard !marks.isEmpty else { return (lines, []) }
    var kept: [Line] = []
    var gap: [Line] = []
    var endsPage = false
    var next = 0
    for (index, line) in lines.enumerated() {
      if next < marks.count, marks[next] == index {
        next += 1
        endsPage = true
      } else if line.isEmpty {
        gap.append(line)
      } else {
        let goesOn = endsPage && (kept.last.map { goesOver(from: $0, to: line) } ?? false)
        if !goesOn { kept += gap }
        (gap, endsPage) = ([], false)
        kept.append(line)
      }
    }
    return (kept + gap, marks.map { lines[$0] })
  }

  private static func goesOver(from line: Line, to next: Line) -> Bool {
    guard !line.text.endsSentence, !next.isIndented, HeadingNumber(line.text) == nil, HeadingNumber(next.text) == nil,
      let first = next.text.unicodeScalars.first
    else { return false }
    return first.properties.isLowercase || first.isWide && line.width >= 36
  }

  /// The width of nearly all full lines that end with Chinese; nil if paragraphs are not broken.
  private static func chineseWidth(_ lines: [Line]) -> Int? {
    let widths = lines.filter { $0.text.unicodeScalars.last?.isWide == true && !$0.text.contains("...") }.map(\.width)
    guard widths.count > 5 else { return nil }
    let widest = widths.sorted()[widths.count * 9 / 10]
    return (36...100).contains(widest) ? widest : nil
  }

  private static func words(of lines: [Line]) -> Set<String> {
    var words: Set<String> = []
    for line in lines {
      for word in line.text.split(whereSeparator: \.isWhitespace) where word.last != "-" {
        let letters = word.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" }
        words.insert(letters.lowercased())
      }
    }
    return words
  }

  /// Most lines that another line follows are as wide as the widest, and end within a sentence.
  private static func isWrapped(_ lines: [Line]) -> Bool {
    let widths = lines.filter { !$0.isEmpty }.map(\.width).sorted()
    guard widths.count > 3 else { return false }
    let widest = widths[widths.count * 9 / 10]
    guard widest >= 40, widest <= 130 else { return false }
    var (inner, full) = (0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty && !next.isIndented {
      inner += 1
      if line.width * 4 >= widest * 3, !line.text.endsSentence { full += 1 }
    }
    return inner >= 3 && full * 10 >= inner * 6
  }

  // MARK: Blocks

  private mutating func readBlocks() {
    var index = 0
    var followsGap = false
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        followsGap = true
        index += 1
        continue
      }
      var block: SourceBlock
      let count: Int
      if let (table, used) = table(at: index) {
        (block, count) = (table, used)
      } else if let (list, used) = bullets(at: index) {
        (block, count) = (list, used)
      } else {
        (block, count) = paragraph(at: index)
      }
      block.followsGap = followsGap
      manuscript.blocks.append(block)
      followsGap = false
      index += count
    }
  }

  private mutating func paragraph(at start: Int) -> (SourceBlock, Int) {
    var text = lines[start].text
    var count = 1
    if isWrapped, !isHeadingLike(start) {
      while start + count < lines.count {
        let next = lines[start + count]
        guard !next.isEmpty, !next.isIndented, !next.text.contains("\t"), !next.text.isBullet,
          HeadingNumber(next.text) == nil || !text.endsSentence
        else { break }
        text = joined(text, next)
        count += 1
      }
    }
    // Lines that a mail program broke: By 2030, 50% of homes will / be insulated.
    while !isWrapped, start + count < lines.count,
      goesOn(text, in: lines[start + count]) || isBroken(lines[start + count - 1], lines[start + count])
    {
      text = joined(text, lines[start + count])
      count += 1
    }
    return (SourceBlock.paragraph(text, line: lines[start].number), count)
  }

  /// Words that no line ends with.
  private static let open: Set<Substring> = [
    "from", "to", "of", "the", "and", "in", "by", "for", "at", "with", "a", "an", "or", "will", "be", "than", "our",
  ]

  /// Whether a line without a gap before it continues an English sentence.
  private func goesOn(_ text: String, in next: Line) -> Bool {
    guard !next.isEmpty, !next.isIndented, !next.text.isBullet, !next.text.contains("\t"), !text.endsSentence,
      !text.contains("\t"), let first = next.text.unicodeScalars.first, first.isASCII, let last = text.last,
      last.isASCII
    else { return false }
    if last == ":" || last == ";" { return false }
    if DividedWord(text, next.text) != nil { return true }
    if first.properties.isLowercase, text.split(separator: " ").count > 2 { return HeadingNumber(next.text) == nil }
    return last == "," || text.split(separator: " ").last.map { PlainTextReader.open.contains($0) } == true
  }

  /// In wrapped text, a line that is numbered and far from full ends by itself.
  private func isHeadingLike(_ index: Int) -> Bool {
    guard HeadingNumber(lines[index].text) != nil, !lines[index].text.endsSentence else { return false }
    return index + 1 >= lines.count || lines[index].width < 60
  }

  /// 单位地区生产总值能 / 耗降低13.5%。: a full line of Chinese that ends within a sentence.
  private func isBroken(_ line: Line, _ next: Line) -> Bool {
    guard let chineseWidth, line.width > chineseWidth - 6, !line.text.endsSentence, !line.text.contains("..."),
      !line.text.contains("\t"), !next.isEmpty, !next.isIndented, !next.text.isBullet, !next.text.contains("\t"),
      HeadingNumber(next.text) == nil, next.text.unicodeScalars.contains(where: { $0.isWide })
    else { return false }
    return next.text.endsSentence || next.text.contains { "，。；、".contains($0) }
  }

  /// A line break between two Chinese characters is not a space, and a word that it divides is whole again.
  private mutating func joined(_ first: String, _ next: Line) -> String {
    let second = next.text
    if let word = DividedWord(first, second) {
      let whole = word.whole(among: words)
      manuscript.report(
        .note, .importBrokenSentence, "'\(whole)' was divided at the end of a line, and is one word now",
        hint: "check its hyphen", line: next.number)
      return String(String.UnicodeScalarView(first.unicodeScalars.dropLast(word.lengthInFirst))) + whole
        + String(String.UnicodeScalarView(second.unicodeScalars.dropFirst(word.lengthInSecond)))
    }
    guard let a = first.unicodeScalars.last, let b = second.unicodeScalars.first else { return first + second }
    return a.isWide || b.isWide ? first + second : first + " " + second
  }

  // MARK: Bullets

  private func bullets(at start: Int) -> (SourceBlock, Int)? {
    var items: [String] = []
    var plain = ""
    while start + items.count < lines.count, lines[start + items.count].text.isBullet {
      let text = lines[start + items.count].text.withoutBullet
      items.append("- " + MarkdownEscaping.escape(text, atStart: true))
      plain += text
    }
    guard !items.isEmpty else { return nil }
    // In wrapped text an item may continue on the next line; then nothing is certain, and it stays a paragraph.
    if isWrapped, start + items.count < lines.count, !lines[start + items.count].isEmpty { return nil }
    let block = SourceBlock(
      .markdown, markdown: items.joined(separator: "\n"), plain: plain, line: lines[start].number)
    return (block, items.count)
  }

  // MARK: Tables

  private func table(at start: Int) -> (SourceBlock, Int)? {
    for separator in ["\t", "|", " "] as [Character] {
      var rows: [(cells: [String], line: Int)] = []
      while start + rows.count < lines.count,
        let cells = cells(of: start + rows.count, separator, below: rows.first?.cells)
      {
        rows.append((cells, lines[start + rows.count].number))
      }
      if separator == "\t" {
        // A tab before every row indents the table.
        while rows.first?.cells[0].isEmpty == true, rows.allSatisfy({ $0.cells[0].isEmpty }) {
          for index in rows.indices { rows[index].cells.removeFirst() }
        }
      }
      // A single tab may be an ordinary gap.
      guard rows.count > 1 || separator == "|" && !rows.isEmpty else { continue }
      // Columns are set with spaces where numbers stand in them.
      if separator == " ",
        !rows.dropFirst().allSatisfy({ row in row.cells.dropFirst().contains { $0.contains(where: \.isNumber) } })
      {
        continue
      }
      return (tableBlock(rows), rows.count)
    }
    return nil
  }

  /// The cells of a row. `first`: the cells of the first row of the table, if this is another.
  private func cells(of index: Int, _ separator: Character, below first: [String]?) -> [String]? {
    var text = lines[index].text
    let tabs = lines[index].tabs
    if separator == "\t" {
      // A row whose only text is below a later column begins with tabs.
      let isShort = text.columns <= 20 && !text.endsSentence && !text.isEmpty
      let isRest = first.map { tabs > 0 && tabs < $0.count && !$0[0].isEmpty && isShort } ?? false
      guard text.contains(separator) || isRest else { return nil }
      text = String(repeating: "\t", count: tabs) + text
    }
    if separator == " " { return spaced(text, below: first) }
    if separator == "|", text.contains("｜") { text = text.replacing("｜", with: "|") }
    guard text.contains(separator) else { return nil }
    if separator == "|" {
      // Within a sentence it is not a border.
      guard text.hasPrefix("|") || text.hasSuffix("|") || text.count(where: { $0 == "|" }) > 1 else { return nil }
      if text.hasPrefix("|") { text.removeFirst() }
      if text.hasSuffix("|") { text.removeLast() }
    }
    return text.split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmed }
  }

  /// The cells of a row that is set with spaces, as in the text of a PDF: at least three, as many as in the row above.
  private func spaced(_ text: String, below first: [String]?) -> [String]? {
    guard text.contains("  "), !text.contains("..."), !text.endsSentence else { return nil }
    var cells: [String] = []
    var rest = text[...]
    while let gap = rest.firstRange(of: "  ") {
      cells.append(String(rest[..<gap.lowerBound]))
      rest = rest[gap.upperBound...].drop { $0 == " " }
    }
    cells.append(String(rest))
    return cells.count > 2 && first.map { $0.count == cells.count } ?? true ? cells : nil
  }

  /// A table; a flattened one of a single column is a box.
  private func tableBlock(_ rows: [(cells: [String], line: Int)]) -> SourceBlock {
    let isRule = { (row: (cells: [String], line: Int)) in
      row.cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-:=".contains($0) } }
    }
    let kept = rows.filter { !isRule($0) }
    let line = rows[0].line
    if kept.allSatisfy({ $0.cells.count == 1 }) {
      let content = kept.flatMap { row in
        row.cells[0].flattenedParagraphs.map { SourceBlock.paragraph($0, line: row.line) }
      }
      return SourceBlock(.box(title: "", content: content), markdown: "", plain: "", line: line)
    }
    let cells = kept.map { $0.cells.map { MarkdownEscaping.escape($0, atStart: false) } }
    return SourceBlock(.table(SourceTable(rows: cells)), markdown: "", plain: "", line: line)
  }
}

extension SourceBlock {
  /// A paragraph of text without marks.
  static func paragraph(_ text: String, line: Int) -> SourceBlock {
    SourceBlock(.paragraph, markdown: MarkdownEscaping.escape(text, atStart: true), plain: text, line: line)
  }
}
