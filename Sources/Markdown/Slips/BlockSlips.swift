import Diagnostics

// Blocks that are not what their author meant, and headings without a text.

extension DocumentReader {
  func findBlocks(_ slips: inout Slips) {
    if !isReadPlainly { findIndentedText(&slips) }
    findOpenCode(&slips)
    findUnderlines(&slips)
  }

  /// Code without its last line `` ``` `` takes everything below it on the page.
  private func findOpenCode(_ slips: inout Slips) {
    for index in tree.nodes.indices
    where tree.nodes[index].kind == .codeBlock && tree.nodes[index].parent >= 0 && tree.nodes[index].line > 0 {
      let node = tree.nodes[index]
      guard !isIndented(NodeIndex(index)) else { continue }
      let first = content(ofLine: Int(node.line))
      // A fence after a mark of a list or a quotation is not looked for.
      guard let mark = source.bytes[first].first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
        continue
      }
      let length = source.bytes[first].prefix { $0 == mark }.count
      let last = min(Int(node.endLine) + 1, body.lineStarts.count)
      let isClosed =
        last > Int(node.line)
        && (Int(node.line) + 1...last).contains { number in
          let line = source.bytes[content(ofLine: number)]
          return line.count >= length && line.allSatisfy { $0 == mark }
        }
      if isClosed { continue }
      slips.lines.insert(Int(node.line))
      slips.findings.append(
        slip(
          .openCode, "the code that begins here has no end, so all the text below is shown as code",
          hint:
            "write '\(written(first.lowerBound..<first.lowerBound + length))' on a line of its own after the code, or delete this line",
          at: first))
    }
  }

  /// A rule `---` directly below a sentence makes a heading of the sentence.
  private func findUnderlines(_ slips: inout Slips) {
    for heading in headings where tree[heading.node].endLine > tree[heading.node].line {
      let node = tree[heading.node]
      let start = sourceStart(of: heading.node)
      guard start < source.bytes.count, source.bytes[start] != UInt8(ascii: "#") else { continue }
      guard
        let number = (Int(node.line) + 1...Int(node.endLine)).last(where: { isUnderline(source.bytes[body.line($0)]) })
      else { continue }
      let words = written(content(ofLine: number - 1))
      let isSentence =
        words.last.map { "。；！？".contains($0) } ?? false
        || words.last == "." && words.count { $0 == " " } > 4
      guard isSentence else { continue }
      let rule = content(ofLine: number)
      slips.findings.append(
        slip(
          .headingMark, "'\(shown(written(rule)))' makes a heading of the text above it, which is a sentence",
          hint: "put an empty line above '\(shown(written(rule)))'", at: rule,
          fix: isTopLevel(heading.node) && source.bytes[rule.lowerBound] == UInt8(ascii: "-")
            ? .edits([edit(rule.lowerBound..<rule.lowerBound, "\n")], description: "an empty line is above the rule")
            : nil))
    }
  }

  /// A paragraph that is indented by four spaces is code to Markdown.
  func findIndentedText(_ slips: inout Slips) {
    for index in tree.nodes.indices
    where tree.nodes[index].kind == .codeBlock && tree.nodes[index].parent >= 0 && tree.nodes[index].line > 0 {
      let node = tree.nodes[index]
      guard node.detail.isEmpty, isIndented(NodeIndex(index)) else { continue }
      let lines = Int(node.line)...Int(max(node.line, node.endLine))
      let texts = lines.map { written(content(ofLine: $0)) }
      guard isProse(texts.filter { !$0.isEmpty }) else { continue }
      let edits = lines.compactMap { number -> Diagnostic.Edit? in
        let (line, content) = (body.line(number), content(ofLine: number))
        guard !content.isEmpty,
          source.bytes[line.lowerBound..<content.lowerBound].allSatisfy({ $0 <= UInt8(ascii: " ") })
        else { return nil }
        return edit(line.lowerBound..<content.lowerBound, "")
      }
      slips.lines.formUnion(lines)
      let isTopLevel = node.parent == SyntaxTree.root
      slips.findings.append(
        slip(
          .indentedText, "the text is indented by four spaces or a tab, so the page shows it as code",
          hint:
            "delete the spaces before '\(shown(texts[0], limit: 16))'; for code, put it between lines '```'",
          at: content(ofLine: lines.lowerBound),
          fix: isTopLevel ? .edits(edits, description: "removed the spaces that made code of a paragraph") : nil))
    }
  }

  /// Whether code has no fence.
  private func isIndented(_ code: NodeIndex) -> Bool {
    let start = content(ofLine: Int(tree[code].line)).lowerBound
    guard start < source.bytes.count else { return false }
    let mark = source.bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return true }
    return !source.bytes[start...].prefix(3).allSatisfy { $0 == mark }
  }

  /// Whether lines are sentences: Chinese ones with their punctuation, or Latin ones of words alone.
  private func isProse(_ lines: [String]) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    let text = lines.joined(separator: " ")
    let codeMarks = "{}<>=;$`\\|#_/"
    if text.contains(where: { "。，；：、".contains($0) }) {
      // A remark in code has marks of code around it.
      return !text.contains { codeMarks.contains($0) } && first.first.map { !$0.isASCII || $0.isNumber } ?? false
    }
    let words = text.split(separator: " ")
    return words.count >= 8 && first.first?.isUppercase == true && last.last.map { ".!?".contains($0) } == true
      && words.allSatisfy { word in
        word.allSatisfy { $0.isLetter || $0.isNumber || ",.;:!?'’“”\"()%-–—".contains($0) }
      } && words.count { $0.allSatisfy(\.isLetter) } * 4 >= words.count * 3 && !text.contains("--")
  }

  /// Second titles, and headings with nothing below them.
  mutating func findSections(_ slips: inout Slips) {
    guard headings.count > 1 || !headings.isEmpty else { return }
    var titles: [NodeIndex] = []
    for heading in headings where tree[heading.node].level == 1 && isTopLevel(heading.node) {
      titles.append(heading.node)
    }
    if titles.count > 1 {
      let title = tree.plainText(of: titles[1])
      slips.findings.append(
        slip(
          .secondTitle, "'# \(shown(title))' is a second title: this file holds \(titles.count) pages",
          hint: "move the text from here on into a file of its own, or write '## \(shown(title))'",
          at: sourceBounds(of: titles[1])))
    }
    for heading in headings where isTopLevel(heading.node) {
      // The title of the page; an empty page is reported as such.
      if tree[heading.node].level == 1, tree[heading.node].previous < 0 { continue }
      var next = tree[heading.node].next
      while next >= 0, tree[next].kind == .hidden { next = tree[next].next }
      guard next < 0 || tree[next].kind == .heading && tree[next].level <= tree[heading.node].level else { continue }
      let title = tree.plainText(of: heading.node)
      slips.findings.append(
        slip(
          .emptySection, "there is nothing below the heading '\(shown(title))'",
          hint: "write its text below it, or delete the heading", at: sourceBounds(of: heading.node)))
    }
  }

  private func isTopLevel(_ heading: NodeIndex) -> Bool { tree[heading].parent == SyntaxTree.root }
}
