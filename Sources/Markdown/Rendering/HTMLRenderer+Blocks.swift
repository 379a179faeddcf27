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
  mutating func openTable() {
    startLine()
    output.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    tables += 1
    prepared.append(.tableLabel, tables)
    output.append(markup: "\">\n<table>\n")
  }

  mutating func closeTable(_ index: NodeIndex) {
    let hasBody = tree[index].lastChild != tree[index].firstChild
    output.append(markup: hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  mutating func openRow(_ index: NodeIndex) {
    if tree[index].flags.contains(.header) {
      output.append(markup: "<thead>\n<tr>\n")
    } else {
      let isFirst = tree[tree[index].previous].flags.contains(.header)
      output.append(markup: isFirst ? "<tbody>\n<tr>\n" : "<tr>\n")
    }
  }

  mutating func closeRow(_ index: NodeIndex) {
    output.append(markup: tree[index].flags.contains(.header) ? "\n</tr>\n</thead>\n" : "\n</tr>\n")
  }

  /// An empty cell of the head names no column.
  private func isHead(_ cell: NodeIndex) -> Bool { tree[cell].flags.contains(.header) && tree[cell].firstChild >= 0 }

  mutating func closeCell(_ index: NodeIndex) { output.append(markup: isHead(index) ? "</th>" : "</td>") }

  mutating func openCell(_ index: NodeIndex) {
    let cell = tree[index]
    if cell.previous >= 0 { output.append(UInt8(ascii: "\n")) }
    output.append(markup: isHead(index) ? "<th scope=\"col\"" : "<td")
    switch TableAlignment(rawValue: cell.level) {
    case .left: output.append(markup: " class=\"align-left\"")
    case .center: output.append(markup: " class=\"align-center\"")
    case .right: output.append(markup: " class=\"align-right\"")
    case .asWritten, nil: break
    }
    output.append(UInt8(ascii: ">"))
  }
}
