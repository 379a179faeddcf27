import Bytes

/// The content of a finished page as Markdown (CommonMark with tables), for programs that read text: what readers see,
/// with tables and figures filled in. Navigation, forms and drawings are left out; a chart is followed by its figures
/// as a table.
struct MarkdownCopy {
  private var blocks: [String] = []
  /// The block that is being read.
  private var line = ""
  private var heading = 0
  private var lists: [List] = []
  private var startsItem = false
  /// Whether the last block is a list.
  private var endsWithItem = false
  private var quotes = 0
  private var isPreformatted = false
  /// The text of the code span that is open.
  private var code: String?
  /// Whether the next text is separated from the one before, as a part of its own is: a figure and its year.
  private var startsPart = false
  /// The links that are open: where their text starts in the block, in UTF-8 bytes, and where they lead.
  private var links: [(start: Int, url: String)?] = []
  private var rows: [[String]] = []
  private var isInTable = false
  /// The element that is left out, and how many elements of that name are open.
  private var skipped: (name: String, depth: Int)?

  private struct List {
    let isOrdered: Bool
    var number = 0

    var marker: String { isOrdered ? "\(number). " : "- " }
  }

  /// `page` is a whole HTML page of the theme; its content is in `<main>`.
  static func text(ofPage page: [UInt8]) -> String {
    var copy = MarkdownCopy()
    page.withUnsafeBufferPointer { page in
      var scanner = HTMLScanner(page)
      var isInMain = false
      while let token = scanner.next() {
        if case .open(let tag) = token, tag.name == "main" { isInMain = true }
        if case .close("main") = token { break }
        if isInMain { copy.read(token) }
      }
    }
    copy.flush()
    return copy.blocks.joined(separator: "\n\n") + "\n"
  }

  private mutating func read(_ token: HTMLScanner.Token) {
    if let skipped {
      switch token {
      case .open(let tag) where tag.name == skipped.name && !tag.isVoid: self.skipped?.depth += 1
      case .close(skipped.name): self.skipped = skipped.depth > 1 ? (skipped.name, skipped.depth - 1) : nil
      default: break
      }
      return
    }
    switch token {
    case .text(let text): append(text)
    case .open(let tag): open(tag)
    case .close(let name): close(name)
    }
  }

  // MARK: - Text

  private mutating func append(_ text: String) {
    if isPreformatted {
      line += text
      return
    }
    if code != nil {
      code? += text
      return
    }
    if startsPart, let first = text.first, let last = line.last, isGlued(last, first) { line += " " }
    if !text.isEmpty { startsPart = false }
    for character in text {
      if character.isWhitespace {
        if let last = line.last, !last.isWhitespace { line += " " }
      } else {
        line += MarkdownText.escaped(character)
      }
    }
  }

  /// Whether two texts beside or above each other on the page would read as one. In running Chinese text a name and a
  /// figure follow each other without a space.
  private func isGlued(_ last: Character, _ first: Character) -> Bool {
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    guard isPart(last) || ")%）]".contains(last), isPart(first) || "(（".contains(first) else { return false }
    return isInTable || last.isASCII && first.isASCII
  }

  /// Ends the block that is being read.
  private mutating func flush() {
    guard !isInTable else { return }
    while line.last?.isWhitespace == true, !isPreformatted { line.removeLast() }
    defer { (line, heading) = ("", 0) }
    guard !line.isEmpty else { return }
    links = []
    var text = heading > 0 ? MarkdownText.heading(line, level: heading) : line
    if heading == 0, !isPreformatted { text = MarkdownText.paragraph(text) }
    let continuesItem = !startsItem
    if let list = lists.last {
      let outer = lists.dropLast().reduce(0) { $0 + $1.marker.count }
      let indent = String(repeating: " ", count: outer)
      let inner = indent + String(repeating: " ", count: list.marker.count)
      text =
        (startsItem ? indent + list.marker : inner)
        + text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n" + inner)
      startsItem = false
    }
    if quotes > 0 {
      text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String(repeating: "> ", count: quotes) + $0 }.joined(separator: "\n")
    }
    // Items of a list follow each other without an empty line. The block grows in place: a list may have thousands.
    if !lists.isEmpty, endsWithItem {
      blocks[blocks.count - 1] += (continuesItem ? "\n\n" : "\n") + text
    } else {
      blocks.append(text)
    }
    endsWithItem = !lists.isEmpty && quotes == 0
  }

  // MARK: - Elements

  /// Classes of elements that only help to find one's way on a page, or explain a drawing that is not in the copy.
  private static let leftOut: Set<String> = [
    "anchor", "footnote-back", "to-top", "chart-links", "chart-key", "cell-label",
  ]

  private mutating func open(_ tag: HTMLScanner.Tag) {
    if tag["data-pad"] != nil || tag["class"].map(MarkdownCopy.leftOut.contains) == true, !tag.isVoid {
      skipped = (tag.name, 1)
      return
    }
    switch tag.name {
    case "nav", "form", "script", "style", "template", "button": skipped = (tag.name, 1)
    case "svg":
      // A mark beside a figure says what it means; a drawing is followed by its figures.
      if let label = tag["aria-label"] { append(label) }
      skipped = ("svg", 1)
    case "a": links.append(tag["href"].map { (line.utf8.count, $0) })
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = tag.name.last?.wholeNumberValue ?? 1
    case "em", "i": line += "*"
    case "strong", "b": line += "**"
    case "del", "s": line += "~~"
    case "code": if !isPreformatted { code = "" }
    case "sup": line += "^"
    case "br": line += isInTable ? " " : "\\\n"
    case "hr":
      flush()
      blocks.append("---")
      endsWithItem = false
    case "img":
      if let source = tag["src"] {
        line += "![\(MarkdownText.escaped(tag["alt"] ?? ""))](\(MarkdownText.destination(source)))"
      }
    case "input": line += tag["checked"] == nil ? "[ ] " : "[x] "
    case "pre":
      flush()
      isPreformatted = true
    case "ul", "ol":
      flush()
      lists.append(List(isOrdered: tag.name == "ol"))
    case "li":
      flush()
      if !lists.isEmpty { lists[lists.count - 1].number += 1 }
      startsItem = true
    case "blockquote":
      flush()
      quotes += 1
    case "table":
      flush()
      (isInTable, rows) = (true, [])
    case "tr": rows.append([])
    case "td", "th": line = ""
    case "caption": line = ""
    case "span", "small", "time": startsPart = startsPart || tag["class"] != nil
    case "mark", "sub", "dfn", "abbr", "u", "meter": break
    case "dd" where line.hasSuffix(": "): break
    default: flush()
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "a":
      guard let link = links.popLast() ?? nil, link.start < line.utf8.count else { return }
      let start = line.utf8.index(line.startIndex, offsetBy: link.start)
      line.replaceSubrange(start..., with: "[\(line[start...])](\(MarkdownText.destination(link.url)))")
    case "em", "i": line += "*"
    case "strong", "b": line += "**"
    case "del", "s": line += "~~"
    case "code":
      if let text = code { line += MarkdownText.code(text, isInTable: isInTable) }
      code = nil
    case "dt": line += ": "
    case "pre":
      line = MarkdownText.codeBlock(line)
      flush()
      isPreformatted = false
    case "ul", "ol":
      flush()
      if !lists.isEmpty { lists.removeLast() }
      if lists.isEmpty { endsWithItem = false }
    case "blockquote":
      flush()
      quotes = max(0, quotes - 1)
    case "td", "th":
      guard !rows.isEmpty else { return }
      rows[rows.count - 1].append(line.split(separator: "\n").joined(separator: " ").trimmed)
      line = ""
    case "caption":
      let caption = line.trimmed
      line = ""
      if !caption.isEmpty { blocks.append(MarkdownText.paragraph(caption)) }
      endsWithItem = false
    case "table": closeTable()
    case "span", "small", "time": startsPart = true
    case "mark", "sub", "sup", "dfn", "abbr", "u", "meter", "tr": break
    default: flush()
    }
  }

  private mutating func closeTable() {
    (isInTable, line) = (false, "")
    let rows = rows.filter { !$0.isEmpty }
    guard let width = rows.map(\.count).max(), width > 0 else { return }
    var lines = rows.map { row in
      "| " + (row + [String](repeating: "", count: width - row.count)).joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: width), at: 1)
    blocks.append(lines.joined(separator: "\n"))
    endsWithItem = false
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
