import Markup

// MARK: - Headings

extension HTMLRenderer {
  mutating func openHeading(_ index: NodeIndex) {
    startLine()
    output.append(markup: "<h")
    appendLevel(of: index)
    let number = Int(tree[index].number)
    if headings.indices.contains(number) {
      output.append(markup: " id=\"")
      prepared.append(.idPrefix)
      headings.appendAnchor(number, to: &prepared.bytes)
      output.append(UInt8(ascii: "\""))
      if !tree[index].detail.isEmpty {
        output.append(markup: " class=\"")
        append(commonMark: tree[index].detail)
        output.append(UInt8(ascii: "\""))
      }
    }
    output.append(UInt8(ascii: ">"))
  }

  mutating func closeHeading(_ index: NodeIndex) {
    let number = Int(tree[index].number)
    if headings.indices.contains(number) { prepared.append(.permalink, number) }
    output.append(markup: "</h")
    appendLevel(of: index)
    output.append(markup: ">\n")
  }

  private mutating func appendLevel(of heading: NodeIndex) {
    let level = tree[heading].level
    output.append(UInt8(ascii: "0") + level)
    prepared.append(.level, 0, since: output.count - 1)
  }

  /// Appends ` id="…"` with the page's prefix.
  mutating func append(id: String) {
    output.append(markup: " id=\"")
    prepared.append(.idPrefix)
    output.appendEscaped(id)
    output.append(UInt8(ascii: "\""))
  }

  mutating func append(fragment: String) {
    prepared.append(.fragmentPrefix)
    output.append(destination: fragment)
  }
}

// MARK: - Lists and code

extension HTMLRenderer {
  mutating func openList(_ index: NodeIndex) {
    startLine()
    let list = tree[index]
    guard list.flags.contains(.ordered) else {
      output.append(markup: "<ul>\n")
      return
    }
    if list.number == 1 {
      output.append(markup: "<ol>\n")
    } else {
      output.append(markup: "<ol start=\"")
      output.append(verbatim: String(list.number))
      output.append(markup: "\">\n")
    }
  }

  mutating func openItem(_ index: NodeIndex) {
    startLine()
    output.append(markup: tree[index].flags.contains(.task) ? "<li class=\"task\">" : "<li>")
  }

  mutating func appendTask(_ index: NodeIndex) {
    let isDone = tree[index].flags.contains(.checked)
    output.append(markup: "<input type=\"checkbox\" disabled=\"\"")
    if isDone { output.append(markup: " checked=\"\"") }
    output.append(markup: " aria-label=\"")
    prepared.append(isDone ? .taskDone : .taskOpen)
    output.append(markup: "\" />")
  }

  mutating func appendCodeBlock(_ index: NodeIndex) {
    startLine()
    let info = tree[index].detail.bounds
    let end = tree.text[info].firstIndex {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\n")
    }
    let language = TextRange(info.lowerBound..<(end ?? info.upperBound))
    if language.isEmpty {
      output.append(markup: "<pre><code>")
    } else {
      output.append(markup: "<pre><code class=\"language-")
      append(commonMark: language)
      output.append(markup: "\">")
    }
    append(commonMark: tree[index].text)
    output.append(markup: "</code></pre>\n")
  }
}

// MARK: - Tables

extension HTMLRenderer {
  mutating func openTable(_ index: NodeIndex) {
    startLine()
    columnLabels = labelsOfRows(in: index)
    output.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    tables += 1
    prepared.append(.tableLabel, tables)
    // On phones each row is a block, for which some screen readers forget that it is a row: hence the roles.
    output.append(markup: isByRow ? "\">\n<table class=\"by-row\" role=\"table\">\n" : "\">\n<table>\n")
  }

  private var isByRow: Bool { !columnLabels.isEmpty }

  /// The numbers of columns of text that are too wide for a phone and still few enough for blocks.
  private static let columnsOfBlocks = 4...12
  /// A heading is repeated in each row: a longer one would make the page grow as the product of both.
  private static let mostBytesOfLabel = 100

  /// The heading of each column, for a table of text: one of four columns or more without a column of figures, which
  /// are aligned to the right or centred. Empty for other tables, and where a column has no heading.
  private func labelsOfRows(in table: NodeIndex) -> [String] {
    let head = tree[table].firstChild
    guard !isPlain, head >= 0 else { return [] }
    var labels: [String] = []
    var index = tree[head].firstChild
    while index >= 0 {
      let alignment = TableAlignment(rawValue: tree[index].level)
      if alignment == .right || alignment == .center || tree[index].firstChild < 0 { return [] }
      if labels.count == HTMLRenderer.columnsOfBlocks.upperBound { return [] }
      labels.append(tree.plainText(of: index))
      index = tree[index].next
    }
    let isOfBlocks =
      HTMLRenderer.columnsOfBlocks.contains(labels.count)
      && labels.allSatisfy { $0.utf8.count <= HTMLRenderer.mostBytesOfLabel }
    return isOfBlocks ? labels : []
  }

  mutating func closeTable(_ index: NodeIndex) {
    let hasBody = tree[index].lastChild != tree[index].firstChild
    output.append(markup: hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  mutating func openRow(_ index: NodeIndex) {
    if tree[index].flags.contains(.header) {
      output.append(markup: isByRow ? "<thead role=\"rowgroup\">\n" : "<thead>\n")
    } else if tree[tree[index].previous].flags.contains(.header) {
      output.append(markup: isByRow ? "<tbody role=\"rowgroup\">\n" : "<tbody>\n")
    }
    output.append(markup: isByRow ? "<tr role=\"row\">\n" : "<tr>\n")
  }

  mutating func closeRow(_ index: NodeIndex) {
    output.append(markup: tree[index].flags.contains(.header) ? "\n</tr>\n</thead>\n" : "\n</tr>\n")
  }

  /// An empty heading names no column.
  private func isHead(_ cell: NodeIndex) -> Bool { tree[cell].flags.contains(.header) && tree[cell].firstChild >= 0 }

  mutating func closeCell(_ index: NodeIndex) { output.append(markup: isHead(index) ? "</th>" : "</td>") }

  mutating func openCell(_ index: NodeIndex) {
    let cell = tree[index]
    if cell.previous >= 0 { output.append(UInt8(ascii: "\n")) }
    output.append(markup: isHead(index) ? "<th scope=\"col\"" : "<td")
    if isByRow { appendRow(attributesOf: index) }
    switch TableAlignment(rawValue: cell.level) {
    case .left: output.append(markup: " class=\"align-left\"")
    case .center: output.append(markup: " class=\"align-center\"")
    case .right: output.append(markup: " class=\"align-right\"")
    case .asWritten, nil: break
    }
    output.append(UInt8(ascii: ">"))
  }

  /// The role of a cell, and the heading of its column, which the first column of a row does not need.
  private mutating func appendRow(attributesOf index: NodeIndex) {
    if isHead(index) { return output.append(markup: " role=\"columnheader\"") }
    var (column, before) = (0, tree[index].previous)
    while before >= 0 { (column, before) = (column + 1, tree[before].previous) }
    output.append(markup: column == 0 ? " role=\"rowheader\"" : " role=\"cell\"")
    if column > 0, column < columnLabels.count { output.append(attribute: "data-label", columnLabels[column]) }
  }
}
