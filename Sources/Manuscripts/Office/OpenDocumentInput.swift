/// The input for pandoc from an OpenDocument text: the text without hidden parts, and with lists and tables only where
/// pandoc reads them. Pandoc leaves out tables in lists, and lists and tables in cells.
enum OpenDocumentInput {
  /// The content for pandoc, and for each table in a list or in a cell, the number of paragraphs before it. Nil if
  /// pandoc reads the content unchanged. `styles` is the part of that name.
  static func repaired(
    _ content: [UInt8], without hidden: PartRepairs, styles: [UInt8]
  ) -> (bytes: [UInt8], innerTables: [Int])? {
    var repair = Repair(hidden: hidden)
    repair.read(styles, isContent: false)
    repair.read(content, isContent: true)
    return repair.edits.applied(to: content).map { ($0, repair.innerTables) }
  }

  private enum Container {
    case list(isCut: Bool)
    case item
    case table(isCut: Bool)
    case cell(isCut: Bool)
  }

  /// A list whose items become paragraphs with marks.
  private struct CutList {
    let style: String
    let isNumbered: Bool
    var count = 0
  }

  private static let tableTags: Set<String> = [
    "table", "table-row", "table-cell", "covered-table-cell", "table-column", "table-columns", "table-header-columns",
    "table-header-rows", "table-rows", "table-row-group", "table-column-group",
  ]

  private struct Repair {
    let hidden: PartRepairs
    var edits = ByteEdits()
    var innerTables: [Int] = []
    private var open: [Container] = []
    private var lists: [CutList] = []
    /// The mark of an item whose first paragraph has not begun.
    private var mark: String?
    private var paragraphs = 0
    private var annotations = 0
    /// Whether the open paragraph becomes a heading.
    private var isHeading = false
    private var listStyle: String?
    /// The levels of list styles that count, as style and level.
    private var numbered: Set<String> = []

    init(hidden: PartRepairs) { self.hidden = hidden }

    mutating func read(_ bytes: [UInt8], isContent: Bool) {
      var tags = TagScanner(bytes)
      // The start of the hidden text before the next tag.
      var hiddenStart: Int?
      while let tag = tags.next() {
        if let start = hiddenStart, start < tag.range.lowerBound { edits.cut(start..<tag.range.lowerBound) }
        hiddenStart = nil
        switch tag.name {
        case "list-style": listStyle = tag.isEnd ? nil : tags.attribute("name", of: tag)
        case "list-level-style-number":
          if let listStyle, !tag.isEnd, tags.attribute("num-format", of: tag)?.isEmpty == false {
            numbered.insert("\(listStyle)/\(tags.attribute("level", of: tag) ?? "")")
          }
        default: if isContent { readContent(tag, tags) }
        }
        let last = tag.isEmpty ? tag.number + 1 : tag.number
        if isContent, hidden.texts.contains(last) { hiddenStart = tag.range.upperBound }
      }
    }

    private mutating func readContent(_ tag: TagScanner.Tag, _ tags: TagScanner) {
      switch tag.name {
      case "object":
        // pandoc does not find the formula that another pandoc wrote, in the folder `Formula-0/`.
        if let path = tags.value(of: "href", of: tag), tags.attribute("href", of: tag)?.hasSuffix("/") == true {
          edits.cut(path.upperBound - 1..<path.upperBound)
        }
      case "annotation": if !tag.isEmpty { annotations += tag.isEnd ? -1 : 1 }
      case "p", "h":
        if tag.name == "p" { readLook(of: tag, tags) }
        if !tag.isEnd, !tag.isEmpty, let mark {
          edits.replace(tag.range.upperBound..<tag.range.upperBound, with: mark + " ")
          self.mark = nil
        }
        if tag.isEnd || tag.isEmpty, annotations == 0 { paragraphs += 1 }
      case "list": readList(tag, tags)
      case "list-item", "list-header": readItem(tag, tags)
      case let name where OpenDocumentInput.tableTags.contains(name): readTable(tag)
      default: break
      }
    }

    /// Makes a heading of a paragraph whose look says so.
    private mutating func readLook(of tag: TagScanner.Tag, _ tags: TagScanner) {
      if tag.isEnd {
        if isHeading { edits.replace(tag.nameRange, with: "h") }
        isHeading = false
      } else if case .headingProperties(let level)? = hidden.insertions[tag.number] {
        edits.replace(tag.nameRange, with: "h " + tags.prefix(of: tag) + "outline-level=\"" + String(level) + "\"")
        isHeading = !tag.isEmpty
      }
    }

    private var isInCell: Bool { open.contains { if case .cell(false) = $0 { true } else { false } } }

    private mutating func readList(_ tag: TagScanner.Tag, _ tags: TagScanner) {
      if tag.isEnd {
        guard case .list(let isCut)? = open.popLast(), isCut else { return }
        lists.removeLast()
        return edits.cut(tag.range)
      }
      let isCut = isInCell
      if isCut { edits.cut(tag.range) }
      guard !tag.isEmpty else { return }
      open.append(.list(isCut: isCut))
      guard isCut else { return }
      let style = tags.attribute("style-name", of: tag) ?? lists.last?.style ?? ""
      lists.append(CutList(style: style, isNumbered: numbered.contains("\(style)/\(lists.count + 1)")))
    }

    private mutating func readItem(_ tag: TagScanner.Tag, _ tags: TagScanner) {
      guard !lists.isEmpty, isInCell else {
        if tag.isEnd { _ = open.popLast() } else if !tag.isEmpty { open.append(.item) }
        return
      }
      edits.cut(tag.range)
      if tag.isEnd {
        _ = open.popLast()
        mark = nil
      } else if !tag.isEmpty {
        open.append(.item)
        guard tag.name == "list-item" else { return }
        let start = tags.attribute("start-value", of: tag).flatMap { Int($0) }
        lists[lists.count - 1].count = start ?? lists[lists.count - 1].count + 1
        mark = OpenDocumentInput.mark(lists)
      }
    }

    private mutating func readTable(_ tag: TagScanner.Tag) {
      if tag.isEnd {
        var isCut = isInCutTable
        switch tag.name {
        case "table": if case .table(let cut)? = open.popLast() { isCut = cut }
        case "table-cell": if case .cell(let cut)? = open.popLast() { isCut = cut }
        default: break
        }
        if isCut || tag.name == "table-header-rows" { edits.cut(tag.range) }
        return
      }
      var isCut = isInCutTable
      if tag.name == "table" {
        isCut = open.contains {
          switch $0 {
          case .item, .cell: true
          case .list, .table: false
          }
        }
        if isCut { innerTables.append(paragraphs) }
      }
      // Pandoc would leave out the rows in `table-header-rows`.
      if isCut || tag.name == "table-header-rows" { edits.cut(tag.range) }
      guard !tag.isEmpty else { return }
      if tag.name == "table" { open.append(.table(isCut: isCut)) }
      if tag.name == "table-cell" { open.append(.cell(isCut: isCut)) }
    }

    private var isInCutTable: Bool {
      open.last { if case .table = $0 { true } else { false } }.map {
        if case .table(true) = $0 { true } else { false }
      }
        ?? false
    }
  }

  /// The mark of an item in lists, outermost first: it shows its level.
  private static func mark(_ lists: [CutList]) -> String {
    guard let last = lists.last else { return "" }
    return last.isNumbered
      ? ListMark.number(lists.reversed().prefix(while: \.isNumbered).reversed().map(\.count))
      : ListMark.bullet(level: lists.count)
  }
}

/// The marks of list items in a cell of a table, where Markdown has no lists.
enum ListMark {
  /// `level` is 1 for an item of the outermost list.
  static func bullet(level: Int) -> String { ["•", "◦", "▪"][min(level, 3) - 1] }

  /// 1.2. for the numbers of the lists, outermost first.
  static func number(_ path: [Int]) -> String { path.map { "\($0)." }.joined() }
}
