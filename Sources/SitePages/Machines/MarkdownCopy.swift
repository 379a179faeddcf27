import Bytes

/// The content of a finished page as Markdown (CommonMark with tables), for programs that read text: what readers see, with
/// tables and figures filled in. Navigation, forms and drawings are left out; a chart is followed by its figures as a table.
struct MarkdownCopy {
  private var blocks: [String] = []
  /// The block that is being read.
  private var line = ""
  private var heading = 0
  private var lists: [(isOrdered: Bool, number: Int)] = []
  private var startsItem = false
  private var quotes = 0
  private var isPreformatted = false
  /// The links that are open: where their text starts in the block, in UTF-8 bytes, and where they lead.
  private var links: [(start: Int, url: String)?] = []
  private var rows: [[String]] = []
  private var isInTable = false
  /// What is left out, and how many elements of that name are open.
  private var skipped: (name: String, depth: Int)?

  /// `page` is a whole HTML page of the theme; its content is in `<main>`.
  static func text(ofPage page: [UInt8]) -> String {
    var copy = MarkdownCopy()
    var scanner = HTMLScanner(page)
    var isInMain = false
    while let token = scanner.next() {
      if case .open(let tag) = token, tag.name == "main" { isInMain = true }
      if case .close("main") = token { break }
      if isInMain { copy.read(token) }
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
    for character in text {
      if character.isWhitespace {
        if let last = line.last, !last.isWhitespace { line += " " }
      } else {
        if "\\`*_[]<|".contains(character) { line += "\\" }
        line.append(character)
      }
    }
  }

  /// Ends the block that is being read.
  private mutating func flush() {
    guard !isInTable else { return }
    while line.last?.isWhitespace == true, !isPreformatted { line.removeLast() }
    defer { (line, heading) = ("", 0) }
    guard !line.isEmpty else { return }
    links = []
    var text = heading > 0 ? String(repeating: "#", count: heading) + " " + line : line
    if let list = lists.last {
      let indent = String(repeating: "   ", count: lists.count - 1)
      let marker = startsItem ? (list.isOrdered ? "\(list.number). " : "- ") : "  "
      text = indent + marker + text
      startsItem = false
    }
    if quotes > 0 {
      text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String(repeating: "> ", count: quotes) + $0 }.joined(separator: "\n")
    }
    // Items of a list follow each other without an empty line.
    if !lists.isEmpty, let last = blocks.last, isItem(last) {
      blocks[blocks.count - 1] = last + "\n" + text
    } else {
      blocks.append(text)
    }
  }

  private func isItem(_ block: String) -> Bool {
    let start = block.drop { $0 == " " }
    let afterNumber = start.drop { $0.isNumber }
    return start.hasPrefix("- ") || afterNumber.startIndex > start.startIndex && afterNumber.hasPrefix(". ")
  }

  // MARK: - Elements

  private mutating func open(_ tag: HTMLScanner.Tag) {
    switch tag.name {
    case "nav", "form", "script", "style", "template", "button": skipped = (tag.name, 1)
    case "svg":
      // A mark beside a figure says what it means; a drawing is followed by its figures.
      if let label = tag["aria-label"] { append(label) }
      skipped = ("svg", 1)
    case "a":
      if tag["class"] == "anchor" || tag["class"] == "footnote-back" {
        skipped = ("a", 1)
      } else {
        links.append(tag["href"].map { (line.utf8.count, $0) })
      }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = tag.name.last?.wholeNumberValue ?? 1
    case "em", "i": line += "*"
    case "strong", "b": line += "**"
    case "del", "s": line += "~~"
    case "code": line += isPreformatted ? "" : "`"
    case "sup": line += "^"
    case "br": line += isInTable ? " " : "\\\n"
    case "hr":
      flush()
      blocks.append("---")
    case "img": if let source = tag["src"] { line += "![\(tag["alt"] ?? "")](\(source))" }
    case "input": line += tag["checked"] == nil ? "[ ] " : "[x] "
    case "pre":
      flush()
      isPreformatted = true
      line = "```\n"
    case "ul", "ol":
      flush()
      lists.append((tag.name == "ol", 0))
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
    case "span", "mark", "small", "sub", "time", "dfn", "abbr", "u", "meter": break
    case "dd" where line.hasSuffix(": "): break
    default: flush()
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "a":
      guard let link = links.popLast() ?? nil, link.start < line.utf8.count else { return }
      let start = line.utf8.index(line.startIndex, offsetBy: link.start)
      line.replaceSubrange(start..., with: "[\(line[start...])](\(link.url))")
    case "em", "i": line += "*"
    case "strong", "b": line += "**"
    case "del", "s": line += "~~"
    case "code": line += isPreformatted ? "" : "`"
    case "dt": line += ": "
    case "pre":
      line += (line.hasSuffix("\n") ? "" : "\n") + "```"
      flush()
      isPreformatted = false
    case "ul", "ol":
      flush()
      if !lists.isEmpty { lists.removeLast() }
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
      if !caption.isEmpty { blocks.append(caption) }
    case "table": closeTable()
    case "span", "mark", "small", "sub", "sup", "time", "dfn", "abbr", "u", "meter", "tr": break
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
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
