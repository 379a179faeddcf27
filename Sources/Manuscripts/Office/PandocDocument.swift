import DataFormats
import Diagnostics

/// Reads pandoc's JSON: the contents of Word files and web pages, as blocks.
package struct PandocDocument {
  /// The text of each paragraph, in order; the nth is line n of findings.
  private(set) var paragraphs: [String] = []
  /// For each paragraph, the top-level block that holds it.
  private(set) var blockOfParagraph: [Int] = []
  private(set) var blocks: [SourceBlock] = []
  private(set) var footnotes: [String] = []
  private(set) var pictures: [(address: String, line: Int)] = []
  private(set) var equations: [(line: Int, words: String)] = []
  private(set) var headingNotes: [(line: Int, words: String)] = []
  private(set) var title: String?
  /// Lines with tables of merged or nested cells.
  private(set) var mergedTables: [Int] = []
  /// Whether indented paragraphs are quotations. Word's are not.
  private let keepsQuotations: Bool
  /// Whether the text is in a cell of a table, where Markdown has no lists.
  private var isInCell = false
  /// For each open list, the number of its item; nil for a list that does not count.
  private var itemNumbers: [Int?] = []
  /// The footnotes of a web page.
  private var notes = PandocNotes([])

  package init(_ json: [UInt8], keepsQuotations: Bool) throws(JSONSyntaxError) {
    self.keepsQuotations = keepsQuotations
    let value = try JSONValue(parsing: json, deepestNesting: 200, cutsFractions: true)
    let meta = value["meta"]
    title = meta?["title"].map { inlines(ofMeta: $0) }.map(PandocInlines.plain)?.trimmed
    if title?.isEmpty == true { title = nil }
    // Word's styles for the title page.
    for key in ["subtitle", "author", "date", "abstract"] {
      guard let entry = meta?[key] else { continue }
      for lines in metaParagraphs(entry) { addParagraph(lines) }
    }
    let all = value["blocks"]?.asArray ?? []
    if keepsQuotations { notes = PandocNotes(all) }
    for block in all { add(block) }
  }

  private func inlines(ofMeta value: JSONValue) -> [JSONValue] {
    switch value.kind {
    case "MetaInlines": value["c"]?.asArray ?? []
    case "MetaString": [.object([.init("t", .string("Str")), .init("c", value["c"] ?? .string(""))])]
    case "MetaBlocks", "MetaList":
      (value["c"]?.asArray ?? []).flatMap {
        $0.kind == "Para" || $0.kind == "Plain" ? $0["c"]?.asArray ?? [] : inlines(ofMeta: $0)
      }
    default: []
    }
  }

  private func metaParagraphs(_ value: JSONValue) -> [[JSONValue]] {
    if value.kind == "MetaList" { return (value["c"]?.asArray ?? []).map { inlines(ofMeta: $0) } }
    return [inlines(ofMeta: value)]
  }

  // MARK: Leaves

  private mutating func beginParagraph() -> Int {
    paragraphs.append("")
    blockOfParagraph.append(blocks.count)
    return paragraphs.count
  }

  /// Adds a paragraph. A line break after a sentence begins another, as many people type paragraphs.
  private mutating func addParagraph(_ inlines: [JSONValue]) {
    let line = beginParagraph()
    let text = PandocInlines(inlines, &self, line: line)
    paragraphs[line - 1] = text.plain
    guard !text.markdown.isEmpty else { return }
    let parts = text.markdown.split(separator: "\u{B}").map { String($0).trimmed }.filter { !$0.isEmpty }
    let plains = text.plain.split(separator: "\u{B}").map { String($0).trimmed }.filter { !$0.isEmpty }
    // A line break alone
    guard !parts.isEmpty else { return }
    guard parts.count > 1, parts.count == plains.count else {
      var block = SourceBlock(
        .paragraph, markdown: parts.joined(separator: "\\\n"), plain: plains.joined(separator: " "), line: line)
      block.isBold = text.isBold
      return blocks.append(block)
    }
    var open: (markdown: [String], plain: [String]) = ([], [])
    for (index, part) in parts.enumerated() {
      let isStart = open.plain.isEmpty
      open.markdown.append(part)
      open.plain.append(plains[index])
      guard
        index + 1 == parts.count || plains[index].endsSentence || HeadingNumber(plains[index + 1]) != nil
          || isStart && isNumberedTitle(plains[index])
      else { continue }
      blocks.append(
        SourceBlock(
          .paragraph, markdown: open.markdown.joined(separator: "\\\n"), plain: open.plain.joined(separator: " "),
          line: line))
      open = ([], [])
    }
  }

  /// Whether a line of a paragraph is a title by its number: text pasted from a web page has such lines.
  private func isNumberedTitle(_ line: String) -> Bool {
    guard let number = HeadingNumber(line), number.form.isWorded || number.form.style == .chinese else { return false }
    return line.columns <= 60 && !line.endsSentence && !line.endsWithin
  }

  mutating func addFootnote(_ content: [JSONValue]) -> Int {
    footnotes.append("")
    let number = footnotes.count
    let (cell, numbers) = (isInCell, itemNumbers)
    (isInCell, itemNumbers) = (false, [])
    footnotes[number - 1] = markdown(of: content)
    (isInCell, itemNumbers) = (cell, numbers)
    return number
  }

  /// The number of the footnote that a link of a web page refers to; nil for other links.
  mutating func noteNumber(of link: JSONValue) -> Int? {
    guard let id = notes.id(of: link) else { return nil }
    if let number = notes.number(of: id) { return number }
    let number = addFootnote(notes.content(of: id))
    notes.setNumber(number, of: id)
    return number
  }

  mutating func addPicture(_ address: String, line: Int) -> String {
    if let known = pictures.firstIndex(where: { $0.address == address }) { return Manuscript.pictureMark(known) }
    pictures.append((address, line))
    return Manuscript.pictureMark(pictures.count - 1)
  }

  mutating func addEquation(_ words: String, line: Int) { equations.append((line, words)) }

  // MARK: Blocks

  private mutating func add(_ given: JSONValue) {
    guard !notes.hold(given), let block = notes.without(given) else { return }
    let content = block["c"]
    switch block.kind {
    case "Para", "Plain": addParagraph(content?.asArray ?? [])
    case "Header":
      let parts = content?.asArray ?? []
      let line = beginParagraph()
      let firstNote = footnotes.count
      let text = PandocInlines(parts.last?.asArray ?? [], &self, line: line, keepsMarks: false)
      paragraphs[line - 1] = text.plain
      if !text.plain.isEmpty {
        blocks.append(
          SourceBlock(
            .heading(level: parts.first?.asInteger ?? 1), markdown: text.markdown, plain: text.plain, line: line))
      }
      // A title has no footnotes.
      for note in footnotes[firstNote...] {
        blocks.append(SourceBlock(.markdown, markdown: note, plain: note, line: line))
        headingNotes.append((line, note))
      }
    case "Div": for inner in content?.asArray?.last?.asArray ?? [] { add(inner) }
    case "BlockQuote" where !keepsQuotations: for inner in content?.asArray ?? [] { add(inner) }
    case "LineBlock": for line in content?.asArray ?? [] { addParagraph(line.asArray ?? []) }
    case "OrderedList" where isHeadingList(block): addNumberedLine(block)
    case "BlockQuote", "BulletList", "OrderedList", "DefinitionList", "CodeBlock":
      let line = paragraphs.count + 1
      let text = markdown(of: [block])
      guard !text.isEmpty else { return }
      blocks.append(
        SourceBlock(.markdown, markdown: text, plain: paragraphs[(line - 1)...].joined(separator: "\n"), line: line))
    case "Table": addTable(content?.asArray ?? [])
    case "Figure":
      // pandoc 3.
      for inner in content?.asArray?.last?.asArray ?? [] { add(inner) }
      for inner in content?.asArray?.dropFirst().first?.asArray?.last?.asArray ?? [] { add(inner) }
    default: break
    }
  }

  // MARK: Lists

  /// Word counts headings without a style of their own as a list; text between them divides it into lists of one item.
  private func isHeadingList(_ list: JSONValue) -> Bool {
    guard let items = list["c"]?.asArray?.last?.asArray, items.count == 1, let item = items[0].asArray, item.count == 1,
      item[0].kind == "Para" || item[0].kind == "Plain"
    else { return false }
    let text = PandocInlines.plain(item[0]["c"]?.asArray ?? [])
    return text.columns <= 80 && !text.endsSentence && !text.endsWithin
  }

  private mutating func addNumberedLine(_ list: JSONValue) {
    let parts = list["c"]?.asArray ?? []
    addParagraph(parts.last?.asArray?.first?.asArray?.first?["c"]?.asArray ?? [])
    guard !blocks.isEmpty else { return }
    let start = parts.first?.asArray?.first?.asInteger ?? 1
    blocks[blocks.count - 1].automaticNumber = AutomaticNumber(
      start, style: parts.first?.asArray?.dropFirst().first?.kind ?? "",
      delimiter: parts.first?.asArray?.last?.kind ?? "")
  }

  /// Blocks inside a list, a quotation or a footnote as Markdown.
  private mutating func markdown(of content: [JSONValue]) -> String {
    var parts: [String] = []
    for (index, block) in content.enumerated() {
      let inner = block["c"]
      let (count, isTight) = (parts.count, index > 0 && isTightList(block, behind: content[index - 1]))
      defer {
        // A list in an item of a list without empty lines.
        if isTight, parts.count == count + 1, count > 0 {
          let list = parts.removeLast()
          parts[count - 1] += "\n" + list
        }
      }
      switch block.kind {
      case "Para", "Plain", "Header":
        let line = beginParagraph()
        let inlines = block.kind == "Header" ? inner?.asArray?.last?.asArray ?? [] : inner?.asArray ?? []
        let text = PandocInlines(inlines, &self, line: line)
        paragraphs[line - 1] = text.plain
        let joined = text.markdown.replacing("\u{B}", with: "\\\n")
        if !joined.isEmpty { parts.append(joined) }
      case "BulletList":
        parts.append(items(inner?.asArray ?? [], start: nil))
      case "OrderedList":
        let start = inner?.asArray?.first?.asArray?.first?.asInteger ?? 1
        parts.append(items(inner?.asArray?.last?.asArray ?? [], start: start))
      case "BlockQuote":
        let text = markdown(of: inner?.asArray ?? [])
        parts.append(
          text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n"))
      case "DefinitionList":
        for entry in inner?.asArray ?? [] {
          let line = beginParagraph()
          let term = PandocInlines(entry.asArray?.first?.asArray ?? [], &self, line: line)
          paragraphs[line - 1] = term.plain
          parts.append(term.markdown)
          for definition in entry.asArray?.last?.asArray ?? [] { parts.append(markdown(of: definition.asArray ?? [])) }
        }
      case "CodeBlock":
        let code = inner?.asArray?.last?.asString ?? ""
        let line = beginParagraph()
        paragraphs[line - 1] = code
        parts.append("```\n\(code)\n```")
      case "Div": parts.append(markdown(of: inner?.asArray?.last?.asArray ?? []))
      case "LineBlock":
        for line in inner?.asArray ?? [] {
          parts.append(markdown(of: [.object([.init("t", .string("Para")), .init("c", line)])]))
        }
      case "Table":
        // A table in a list or a cell: its cells, one after the other.
        mergedTables.append(paragraphs.count + 1)
        for row in PandocTable.rows(inner?.asArray ?? []).joined() { parts.append(markdown(of: row.blocks)) }
      default: break
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Whether a list directly follows a line of text. Markdown lets only one that begins with 1 do so.
  private func isTightList(_ block: JSONValue, behind text: JSONValue) -> Bool {
    guard text.kind == "Plain" else { return false }
    switch block.kind {
    case "BulletList": return true
    case "OrderedList": return block["c"]?.asArray?.first?.asArray?.first?.asInteger ?? 1 == 1
    default: return false
    }
  }

  /// `start`: the number of the first item; nil for a list that does not count.
  private mutating func items(_ items: [JSONValue], start: Int?) -> String {
    var isTight = true
    var texts: [String] = []
    itemNumbers.append(nil)
    for (index, item) in items.enumerated() {
      let number = start.map { $0 + index }
      itemNumbers[itemNumbers.count - 1] = number
      let mark = isInCell ? markInCell : number.map { "\($0). " } ?? "- "
      let text = markdown(of: item.asArray ?? [])
      if text.contains("\n\n") { isTight = false }
      let indentation = isInCell ? "" : String(repeating: " ", count: mark.count)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      texts.append(
        mark + lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : indentation + $1 }.joined(separator: "\n"))
    }
    itemNumbers.removeLast()
    return texts.joined(separator: isTight ? "\n" : "\n\n")
  }

  /// The mark of the open item, which shows its level.
  private var markInCell: String {
    let path = itemNumbers.reversed().prefix { $0 != nil }.reversed().compactMap(\.self)
    return (path.isEmpty ? ListMark.bullet(level: itemNumbers.count) : ListMark.number(path)) + " "
  }

  // MARK: Tables

  /// Whether a table of a web page is only layout: it has one column and is not the title of a box, or one of its cells
  /// holds a heading, another table or a whole text.
  private func isLayout(_ rows: [[PandocTable.Cell]], _ width: Int) -> Bool {
    let longestCell = 7
    let cells = rows.joined()
    if cells.contains(where: { $0.blocks.contains { $0.kind == "Header" } }) { return true }
    guard width <= 1 else {
      return cells.contains { cell in
        cell.blocks.count > longestCell || cell.blocks.count > 1 && cell.blocks.contains { $0.kind == "Table" }
      }
    }
    let blocks = cells.flatMap(\.blocks)
    if blocks.contains(where: { $0.kind == "Table" }) { return true }
    let first = blocks.first.map { PandocInlines.plain($0["c"]?.asArray ?? []).trimmed } ?? ""
    return !first.isBoxTitle && self.blocks.last?.plain.isBoxTitle != true
  }

  /// Whether a caption is already before its table: pandoc also reads a caption in a style of its own as a paragraph.
  private func isThere(_ caption: JSONValue) -> Bool {
    let text = PandocInlines.plain(caption["c"]?.asArray ?? []).trimmed
    return !text.isEmpty && blocks.last?.plain.trimmed == text
  }

  private mutating func addTable(_ parts: [JSONValue]) {
    for block in parts.dropFirst().first?.asArray?.last?.asArray ?? [] where !isThere(block) { add(block) }
    let line = paragraphs.count + 1
    let rows = PandocTable.rows(parts)
    let width = PandocTable.width(rows)
    if keepsQuotations, isLayout(rows, width) {
      for cell in rows.joined() { for block in cell.blocks { add(block) } }
      return
    }
    if width <= 1 {
      // A table of one column is a frame.
      let outer = blocks
      blocks = []
      let firstParagraph = paragraphs.count
      for cell in rows.joined() { for block in cell.blocks { add(block) } }
      let content = blocks
      blocks = outer
      for index in firstParagraph..<paragraphs.count { blockOfParagraph[index] = blocks.count }
      guard !content.isEmpty else { return }
      return blocks.append(SourceBlock(.box(title: "", content: content), markdown: "", plain: "", line: line))
    }
    var grid: [[String?]] = Array(repeating: Array(repeating: nil, count: width), count: rows.count)
    var isMerged = false
    for (index, row) in rows.enumerated() {
      var column = 0
      for cell in row {
        while column < width, grid[index][column] != nil { column += 1 }
        guard column < width else { break }
        if cell.height > 1 || cell.width > 1 { isMerged = true }
        for y in index..<min(rows.count, index + cell.height) {
          for x in column..<min(width, column + cell.width) { grid[y][x] = "" }
        }
        isInCell = true
        let text = markdown(of: cell.blocks)
        isInCell = false
        grid[index][column] = text.replacing("\n\n", with: "<br>").replacing("\\\n", with: "<br>")
          .replacing("\n", with: "<br>")
        column += 1
      }
    }
    if isMerged { mergedTables.append(line) }
    let table = SourceTable(rows: grid.map { $0.map { $0 ?? "" } }, hasMergedCells: isMerged)
    blocks.append(SourceBlock(.table(table), markdown: "", plain: "", line: line))
  }
}

/// A number that Word counts.
package struct AutomaticNumber: Hashable, Sendable {
  let form: HeadingForm
  let values: [Int]

  init(form: HeadingForm, values: [Int]) {
    self.form = form
    self.values = values
  }

  /// The number with the form that it most likely has: pandoc does not report how Chinese numbers are written. `style` and
  /// `delimiter` are pandoc's names.
  init(_ value: Int, style: String, delimiter: String) {
    let style: HeadingForm.Style =
      switch style {
      case "Decimal", "Example": .arabic
      case "UpperAlpha": .upperLetter
      case "LowerAlpha": .lowerLetter
      case "UpperRoman": .upperRoman
      default: .chinese
      }
    let (prefix, suffix) =
      switch delimiter {
      case "TwoParens": ("(", ")")
      case "OneParen": ("", ")")
      default: ("", style == .chinese ? "、" : ".")
      }
    self.init(form: HeadingForm(prefix: prefix, style: style, suffix: suffix, parts: 1), values: [value])
  }
}
