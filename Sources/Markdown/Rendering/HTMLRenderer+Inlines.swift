import Markup

// MARK: - Links and images

extension HTMLRenderer {
  private func isDropped(_ index: NodeIndex) -> Bool { tree[index].flags.contains(.dropped) }

  mutating func openLink(_ index: NodeIndex) {
    guard !isBare, !isDropped(index) else { return }
    output.append(markup: "<a href=\"")
    appendDestination(of: index)
    output.append(UInt8(ascii: "\""))
    appendTitle(index)
    output.append(UInt8(ascii: ">"))
  }

  mutating func closeLink(_ index: NodeIndex) {
    guard !isBare, !isDropped(index) else { return }
    output.append(markup: "</a>")
  }

  /// An image's description is plain text (CommonMark 0.30 §6.4).
  mutating func openImage(_ index: NodeIndex) {
    if isDropped(index) {
      appendPlainText(of: index)
      return
    }
    output.append(markup: "<img src=\"")
    appendDestination(of: index)
    output.append(markup: "\" alt=\"")
    appendPlainText(of: index)
    output.append(UInt8(ascii: "\""))
    appendTitle(index)
    if !isPlain {
      prepared.append(.pictureSize, Int(tree[index].number))
      // The first is probably in the first screen, where waiting for the layout would only delay it.
      if pictures > 0 { output.append(markup: " loading=\"lazy\"") }
      pictures += 1
    }
    output.append(markup: " />")
  }

  private mutating func appendDestination(of index: NodeIndex) {
    let start = output.count
    tree.text.withUnsafeBufferPointer {
      prepared.bytes.append(destination: UnsafeBufferPointer(rebasing: $0[tree[index].text.bounds]))
    }
    if !isPlain { prepared.append(.destination, Int(tree[index].number), since: start) }
  }

  private mutating func appendTitle(_ index: NodeIndex) {
    guard !tree[index].detail.isEmpty else { return }
    output.append(markup: " title=\"")
    append(commonMark: tree[index].detail)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func appendPlainText(of root: NodeIndex) {
    var index = tree[root].firstChild
    while index >= 0 {
      switch tree[index].kind {
      case .text, .code, .htmlInline, .inlineDirective:
        append(commonMark: tree[index].text)
      case .softBreak, .hardBreak: output.append(UInt8(ascii: " "))
      default: break
      }
      index = tree.following(index, in: root)
    }
  }
}

// MARK: - Directives

extension HTMLRenderer {
  mutating func openDirective(_ index: NodeIndex) {
    startLine()
    prepared.append(.opening, Int(tree[index].number))
  }

  mutating func closeDirective(_ index: NodeIndex) {
    startLine()
    prepared.append(.closing, Int(tree[index].number))
    startLine()
  }

  mutating func appendInlineDirective(_ index: NodeIndex) {
    if isBare {
      append(commonMark: tree[index].text)
    } else {
      prepared.append(.opening, Int(tree[index].number))
    }
  }
}
