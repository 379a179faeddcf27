import Diagnostics

/// `:name[label]{attributes}` in running text, in bytes of the tree's text.
struct InlineDirective {
  let range: Range<Int>
  let name: Range<Int>
  let label: Range<Int>
  /// The braces after the label; nil if there are none.
  let attributes: Result<AttributeList, AttributeList.Problem>?

  /// Reads a directive at a colon. Its name must be directly followed by `[`, and not preceded by an ASCII letter,
  /// digit or colon: `10:30`, `ratio:x[1]` and `std::x[1]` are text. A Han character may precede it.
  init?(_ bytes: [UInt8], at colon: Int, in text: Range<Int>) {
    if colon > text.lowerBound {
      let before = bytes[colon - 1]
      guard !isAlphanumeric(before), before != UInt8(ascii: ":") else { return nil }
    }
    var index = colon + 1
    while index < text.upperBound, isDirectiveNameByte(bytes[index], isFirst: index == colon + 1) { index += 1 }
    guard index > colon + 1, index < text.upperBound, bytes[index] == UInt8(ascii: "["),
      let close = closingBracket(bytes, from: index, to: text.upperBound)
    else { return nil }
    name = colon + 1..<index
    label = index + 1..<close
    var end = close + 1
    if end < text.upperBound, bytes[end] == UInt8(ascii: "{") {
      let list = Result { () throws(AttributeList.Problem) in
        try AttributeList(bytes, from: end, to: text.upperBound)
      }
      if case .success(let list) = list { end = list.end }
      attributes = list
    } else {
      attributes = nil
    }
    range = colon..<end
  }
}

extension DocumentReader {
  mutating func insertDirective(
    _ directive: InlineDirective, after text: NodeIndex, _ cursor: inout InlineCursor
  ) -> NodeIndex {
    let name = tree.string(TextRange(directive.name))
    var node = Node(.inlineDirective)
    let label = tree.restore(tree.append(text: Array(tree.text[directive.label])), as: .text)
    node.text = label
    node.detail = tree.restore(tree.append(text: Array(tree.text[directive.range])), as: .verbatim)
    node.number = Int32(directives.count)
    let index = tree.insert(node, after: text)
    let range = cursor.range(of: index, self)
    let written = writtenParts(at: range, name: name)
    var attributes: [MarkdownAttribute] = []
    var isWellFormed = true
    switch directive.attributes {
    case .success(let list):
      let ranges = written.attributes.count == list.attributes.count ? written.attributes : nil
      for (number, attribute) in list.attributes.enumerated() {
        attributes.append(
          MarkdownAttribute(
            name: attribute.name, value: Sentinel.restored(attribute.value),
            nameRange: SourceRange(ranges?[number].nameRange ?? range),
            valueRange: SourceRange(ranges?[number].valueRange ?? range), source: keptSource))
      }
    case .failure(let problem):
      isWellFormed = false
      let brace = range.lowerBound + directive.range.count
      let shift = brace - directive.range.upperBound
      report(
        AttributeList.Problem(
          range: problem.range.lowerBound + shift..<problem.range.upperBound + shift,
          message: problem.message.mappingTexts(Sentinel.restored), hint: problem.hint))
    case nil: break
    }
    directives.append(
      MarkdownDirective(
        name: name, form: .inline, label: tree.string(label), labelRange: SourceRange(written.label ?? range),
        attributes: attributes, parent: container(of: index), isWellFormed: isWellFormed, range: SourceRange(range),
        line: body.lineNumber(at: range.lowerBound) + firstLine - 1, source: keptSource, colons: 1))
    return index
  }

  /// The label's range and the attributes in the file.
  private func writtenParts(
    at range: Range<Int>, name: String
  ) -> (label: Range<Int>?, attributes: [AttributeList.Attribute]) {
    let open = range.lowerBound + 1 + name.utf8.count
    guard open < range.upperBound, source.bytes[open] == UInt8(ascii: "[") else { return (nil, []) }
    var close = open
    var depth = 0
    while close < range.upperBound {
      if source.bytes[close] == UInt8(ascii: "\\") {
        close += 1
      } else if source.bytes[close] == UInt8(ascii: "[") {
        depth += 1
      } else if source.bytes[close] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    guard close < range.upperBound else { return (nil, []) }
    guard close + 1 < range.upperBound, source.bytes[close + 1] == UInt8(ascii: "{"),
      let list = try? AttributeList(source.bytes, from: close + 1, to: range.upperBound)
    else { return (open + 1..<close, []) }
    return (open + 1..<close, list.attributes)
  }
}

extension SourceRange {
  init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }
}
