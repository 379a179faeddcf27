import Diagnostics

/// Reads a Markdown text: headings are found by their marks, and everything else is kept as written.
package struct MarkdownReader {
  private var manuscript: Manuscript
  private let lines: [Substring]
  private var index = 0
  private var labels: [String] = []
  /// `[label]: address` lines, which belong to every page that uses them.
  private var definitions: [(label: String, line: String)] = []

  /// `text` is UTF-8. A text without any mark of Markdown is read as plain text.
  package static func read(_ text: [UInt8], path: String) -> Manuscript {
    var reader = MarkdownReader(text, path)
    guard reader.hasMarks else { return PlainTextReader.read(text, path: path) }
    reader.readBlocks()
    return reader.manuscript
  }

  private init(_ text: [UInt8], _ path: String) {
    manuscript = Manuscript(source: SourceText(path: path, bytes: text))
    lines = String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
  }

  private var hasMarks: Bool {
    lines.contains { line in
      MarkdownReader.heading(line) != nil || line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("|")
        || line.hasPrefix("> ") || line.hasPrefix("```") || line.hasPrefix(":::") || line.contains("](")
        || line.contains("**")
    } || lines.first == "---"
  }

  private mutating func readBlocks() {
    readFrontMatter()
    while index < lines.count {
      if lines[index].isBlank {
        index += 1
        continue
      }
      let start = index
      if let fence = MarkdownReader.fence(lines[index]) {
        index += 1
        while index < lines.count, !lines[index].trimmingPrefix(while: { $0 == " " }).hasPrefix(fence) { index += 1 }
        index = min(index + 1, lines.count)
        add(.markdown, start..<index)
      } else if let heading = MarkdownReader.heading(lines[index]) {
        index += 1
        var block = SourceBlock(
          .heading(level: heading.level), markdown: heading.text, plain: MarkdownReader.plain(heading.text),
          line: start + 1)
        block.followsGap = true
        manuscript.blocks.append(block)
      } else if readFootnote() || readDefinition() {
        continue
      } else {
        readParagraph()
      }
    }
    numberFootnotes()
    takeInlineNotes()
    addDefinitions()
    findPictures()
  }

  private mutating func add(_ kind: SourceBlock.Kind, _ range: Range<Int>) {
    let text = lines[range].joined(separator: "\n")
    manuscript.blocks.append(
      SourceBlock(kind, markdown: text, plain: MarkdownReader.plain(text), line: range.lowerBound + 1))
  }

  // MARK: Blocks

  private mutating func readFrontMatter() {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return }
    for line in lines[1..<end] where line.hasPrefix("title:") {
      var title = String(line.dropFirst(6)).trimmed
      if title.count > 1, let first = title.first, first == title.last, "\"'".contains(first) {
        title = String(title.dropFirst().dropLast())
      }
      if !title.isEmpty { manuscript.title = title }
    }
    if lines[1..<end].contains(where: { !$0.hasPrefix("title:") && !$0.isBlank }) {
      manuscript.report(
        .note, .importLeftOut, "of the front matter, only the title is taken over",
        hint: "copy what else you need into the plan's index.md", line: 1)
    }
    index = end + 1
  }

  private mutating func readParagraph() {
    let start = index
    let isContainer = lines[index].hasPrefix(":::")
    if isContainer {
      let colons = lines[index].prefix { $0 == ":" }
      index += 1
      while index < lines.count, lines[index].trimmingBlanks != colons { index += 1 }
      index = min(index + 1, lines.count)
      return add(.markdown, start..<index)
    }
    let isList = MarkdownReader.isMarked(lines[index])
    while index < lines.count, !lines[index].isBlank, index == start || MarkdownReader.heading(lines[index]) == nil {
      // Setext headings.
      if index == start + 1, !isList, let level = MarkdownReader.underline(lines[index]) {
        let text = lines[start].trimmingBlanks
        manuscript.blocks.append(
          SourceBlock(
            .heading(level: level), markdown: String(text), plain: MarkdownReader.plain(String(text)), line: start + 1))
        index += 1
        return
      }
      if index > start, MarkdownReader.fence(lines[index]) != nil || lines[index].hasPrefix("[^") { break }
      index += 1
      // An indented line after an empty one still belongs to a list.
      if isList, index + 1 < lines.count, lines[index].isBlank {
        let next = lines[index + 1]
        if next.hasPrefix("  ") || next.hasPrefix("\t") || MarkdownReader.isMarked(next) && !next.hasPrefix("|") {
          index += 1
        }
      }
    }
    if index == start { index += 1 }
    add(isList || index - start > 1 ? .markdown : .paragraph, start..<index)
  }

  /// Whether a line begins a list, a quotation, a table or other Markdown.
  private static func isMarked(_ line: Substring) -> Bool {
    guard let first = line.first else { return false }
    if ">|<".contains(first) || line.hasPrefix("    ") { return true }
    if "-*+".contains(first), line.dropFirst().first == " " { return true }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return (1...9).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  private static func fence(_ line: Substring) -> String? {
    let text = line.trimmingPrefix { $0 == " " }
    for mark in ["```", "~~~"] where text.hasPrefix(mark) { return mark }
    return nil
  }

  private static func heading(_ line: Substring) -> (level: Int, text: String)? {
    let marks = line.prefix { $0 == "#" }
    guard (1...6).contains(marks.count) else { return nil }
    let rest = line.dropFirst(marks.count)
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
    var text = rest.trimmingBlanks
    let end = text.reversed().prefix { $0 == "#" }.count
    if end > 0, text.dropLast(end).last.map({ $0 == " " }) ?? true { text = text.dropLast(end).trimmingBlanks }
    return (marks.count, String(text))
  }

  private static func underline(_ line: Substring) -> Int? {
    let text = line.trimmingBlanks
    if !text.isEmpty, text.allSatisfy({ $0 == "=" }) { return 1 }
    return text.count > 1 && text.allSatisfy { $0 == "-" } ? 2 : nil
  }

  /// A text without the marks of emphasis and code, escapes, and the attributes of a heading.
  static func plain(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if !isEscaped, character == "\\" {
        isEscaped = true
        continue
      }
      if isEscaped || !"*`".contains(character) { result.append(character) }
      isEscaped = false
    }
    if let open = result.firstRange(of: " {#"), result.hasSuffix("}") { result = String(result[..<open.lowerBound]) }
    return result.trimmed
  }

  // MARK: Footnotes and definitions

  private mutating func readFootnote() -> Bool {
    guard lines[index].hasPrefix("[^"), let close = lines[index].firstRange(of: "]:") else { return false }
    labels.append(String(lines[index][..<close.lowerBound].dropFirst(2)))
    var text = [lines[index][close.upperBound...].trimmingBlanks]
    index += 1
    while index < lines.count {
      if lines[index].hasPrefix("    ") || lines[index].hasPrefix("\t") {
        text.append(lines[index].trimmingBlanks)
      } else if lines[index].isBlank, index + 1 < lines.count, lines[index + 1].hasPrefix("    ") {
        text.append("")
      } else {
        break
      }
      index += 1
    }
    manuscript.footnotes.append(text.joined(separator: "\n"))
    return true
  }

  private mutating func readDefinition() -> Bool {
    let line = lines[index]
    guard line.hasPrefix("["), let close = line.firstRange(of: "]: "), !line[..<close.lowerBound].contains("](") else {
      return false
    }
    definitions.append((String(line[..<close.lowerBound].dropFirst()), String(line)))
    index += 1
    return true
  }

  private mutating func numberFootnotes() {
    for (number, label) in labels.enumerated() where label != "\(number + 1)" {
      for index in manuscript.blocks.indices where manuscript.blocks[index].markdown.contains("[^\(label)]") {
        manuscript.blocks[index].markdown.replace("[^\(label)]", with: "[^\u{1}\(number + 1)]")
      }
    }
    for index in manuscript.blocks.indices where manuscript.blocks[index].markdown.contains("[^\u{1}") {
      manuscript.blocks[index].markdown.replace("[^\u{1}", with: "[^")
    }
  }

  /// Text^[a note]: a footnote in its place, as pandoc has it.
  private mutating func takeInlineNotes() {
    for index in manuscript.blocks.indices where MarkdownReader.fence(manuscript.blocks[index].markdown[...]) == nil {
      while let (range, note) = inlineNote(in: manuscript.blocks[index].markdown) {
        manuscript.footnotes.append(note)
        manuscript.blocks[index].markdown.replaceSubrange(range, with: "[^\(manuscript.footnotes.count)]")
        manuscript.blocks[index].plain = MarkdownReader.plain(manuscript.blocks[index].markdown)
      }
    }
  }

  private func inlineNote(in text: String) -> (Range<String.Index>, String)? {
    guard let open = text.firstRange(of: "^[") else { return nil }
    var depth = 1
    var place = open.upperBound
    while place < text.endIndex {
      if text[place] == "[" { depth += 1 }
      if text[place] == "]" { depth -= 1 }
      if depth == 0 { break }
      place = text.index(after: place)
    }
    let note = text[open.upperBound..<place].trimmingBlanks
    guard depth == 0, !note.isEmpty else { return nil }
    return (open.lowerBound..<text.index(after: place), String(note))
  }

  /// Puts the address into each link that names it elsewhere.
  private mutating func addDefinitions() {
    for (label, line) in definitions {
      for index in manuscript.blocks.indices where manuscript.blocks[index].markdown.contains("[\(label)]") {
        manuscript.blocks[index].markdown += "\n\n" + line
      }
    }
  }

  // MARK: Pictures

  private mutating func findPictures() {
    for index in manuscript.blocks.indices where manuscript.blocks[index].markdown.contains("](") {
      let pieces = manuscript.blocks[index].markdown.split(separator: "](", omittingEmptySubsequences: false)
      guard pieces.count > 1 else { continue }
      var text = String(pieces[0])
      for (before, piece) in zip(pieces, pieces.dropFirst()) {
        text += "]("
        let end = piece.firstIndex { $0 == ")" || $0 == " " } ?? piece.endIndex
        let path = String(piece[..<end])
        if before.contains("!["), !path.isEmpty, !path.contains("://"), !path.hasPrefix("/"), !path.hasPrefix("#") {
          text += manuscript.picture(at: path, line: manuscript.blocks[index].line) + piece[end...]
        } else {
          text += piece
        }
      }
      manuscript.blocks[index].markdown = text
    }
  }
}

extension Manuscript {
  /// The mark of a picture in a file beside the manuscript's.
  mutating func picture(at path: String, line: Int) -> String {
    if let known = pictures.firstIndex(where: { $0.path == path }) { return Manuscript.pictureMark(known) }
    pictures.append(Picture(name: path, path: path, line: line))
    return Manuscript.pictureMark(pictures.count - 1)
  }
}

extension Substring {
  var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" } }

  var trimmingBlanks: Substring {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
