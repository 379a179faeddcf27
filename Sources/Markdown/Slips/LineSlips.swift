import Diagnostics

// Lines that CommonMark joins into one paragraph.

extension DocumentReader {
  mutating func findLines(_ found: SlipLines, hasTabs: Bool, _ slips: inout Slips) {
    let paragraphs = paragraphs()
    var next = 0
    for paragraph in paragraphs {
      while next < found.lines.count, found.lines[next].number < paragraph.lines.lowerBound { next += 1 }
      var end = next
      while end < found.lines.count, found.lines[end].number <= paragraph.lines.upperBound { end += 1 }
      if next < end { read(found.lines[next..<end], in: paragraph, &slips) }
      if hasTabs { findTabs(in: paragraph, &slips) }
      next = end
    }
    findSpacedRows(paragraphs, found, &slips)
    findIndentedStarts(paragraphs, found, &slips)
  }

  private func read(
    _ lines: ArraySlice<SlipLines.Line>, in paragraph: Paragraph, _ slips: inout Slips
  ) {
    func numbers(_ kind: SlipLines.Kind) -> [Int] { lines.filter { $0.kind == kind }.map(\.number) }
    for number in numbers(.directive) where !slips.lines.contains(number) { findDirective(number, &slips) }
    for number in numbers(.heading) { findHeading(number, &slips) }
    findRows(numbers(.row), in: paragraph, &slips)
    let foreign = numbers(.foreign)
    if !foreign.isEmpty { findForeign(foreign, in: paragraph, &slips) }
    let items = numbers(.item)
    if !items.isEmpty {
      let all = lines.filter { $0.kind == .item || $0.kind == .list && isItem($0.number) }.map(\.number)
      if all.count > 1 { findList(all, in: paragraph, &slips) }
    }
    let lists = runs(numbers(.list).filter { !slips.lines.contains($0) }).filter { $0.count > 1 }
    for run in lists { findList(run, in: paragraph, &slips) }
    findParagraphs(
      headings: numbers(.typedHeading), indents: numbers(.indent), sentences: numbers(.sentence), in: paragraph, &slips)
  }

  /// Whether a line begins with `（一）` or `(2)`.
  private func isItem(_ number: Int) -> Bool {
    let text = written(content(ofLine: number))
    return text.hasPrefix("（") || text.hasPrefix("(")
  }

  /// Consecutive numbers.
  func runs(_ numbers: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    for number in numbers {
      if let last = runs.last?.last, last + 1 == number {
        runs[runs.count - 1].append(number)
      } else {
        runs.append([number])
      }
    }
    return runs
  }

  // MARK: One line

  /// `##标题` and `＃＃ 标题`
  private func findHeading(_ number: Int, _ slips: inout Slips) {
    var line = content(ofLine: number)
    let isItem = written(line).hasPrefix("- ")
    if isItem { line = line.lowerBound + 2..<line.upperBound }
    let text = written(line)
    let marks = text.prefix { $0 == "#" || $0 == "＃" }
    let rest = text.dropFirst(marks.count)
    let title = rest.drop { $0 == " " || $0 == "　" }
    let isFullWidth = marks.contains("＃")
    guard marks.count <= 9, let first = title.first, first.isLetter || first.isNumber || "“《「『【（(".contains(first)
    else { return }
    // `- #话题`
    if isItem, marks.count < 2 { return }
    // `#话题#`, `#12` and `#tag` are not headings.
    if marks.count == 1, rest.contains("#") || !isFullWidth && (first.isASCII || first.isNumber) { return }
    // `##1234`, `##[a`: nothing that a heading begins with.
    if !isFullWidth, first.isNumber, title.allSatisfy({ $0.isNumber || $0.isPunctuation }) { return }
    let straight = String(repeating: "#", count: min(6, marks.count)) + " "
    let range = line.lowerBound..<line.lowerBound + text.utf8.count - title.utf8.count
    slips.lines.insert(number)
    slips.findings.append(
      slip(
        .headingMark,
        marks.count > 6
          ? "'\(shown(text))' is shown as text, not as a heading: there are six levels"
          : isFullWidth
            ? "'\(marks)' is full-width, so '\(shown(title))' is shown as text, not as a heading"
            : "'\(shown(text))' is shown as text, not as a heading: there is no space after '\(marks)'",
        hint: "write '\(straight)\(shown(title))'", at: range,
        fix: .edits([edit(range, straight)], description: "'\(straight)\(shown(title))' is now a heading")))
  }

  // MARK: Lists

  private func findList(_ run: [Int], in paragraph: Paragraph, _ slips: inout Slips) {
    var edits: [Diagnostic.Edit] = []
    var example = ""
    var belongsToText = false
    for number in run {
      let line = content(ofLine: number)
      let mark = source.bytes[line].withUnsafeBufferPointer { ListMark($0) }
      guard let mark else { continue }
      if let markdown = mark.markdown {
        var end = line.lowerBound + mark.length
        while end < line.upperBound, source.bytes[end] == UInt8(ascii: " ") { end += 1 }
        if written(end..<min(end + 3, line.upperBound)) == "　" { end += 3 }
        // A list can interrupt a paragraph only with its first number.
        let isFirst = number == run[0] && number > paragraph.lines.lowerBound
        edits.append(edit(line.lowerBound..<end, (isFirst ? "\n" : "") + markdown + " "))
        if example.isEmpty { example = "\(markdown) \(shown(written(end..<line.upperBound), limit: 16))" }
      } else {
        belongsToText = true
        if number > paragraph.lines.lowerBound { edits.append(edit(line.lowerBound..<line.lowerBound, "\n")) }
      }
      slips.lines.insert(number)
    }
    let whole = content(ofLine: run[0])
    let isMixed = belongsToText && !example.isEmpty
    slips.findings.append(
      slip(
        .typedList, "\(run.count) lines look like a list, but run together into one paragraph",
        hint: belongsToText
          ? "put an empty line before each of them" : "write '\(example)', with a space after the mark", at: whole,
        fix: isMixed || edits.isEmpty
          ? nil
          : .edits(
            edits,
            description: belongsToText ? "\(run.count) lines are now paragraphs" : "\(run.count) lines are now a list"))
    )
  }

  // MARK: Paragraphs

  /// Finds lines inside a paragraph that should begin a new one: a heading by its form, an indented line, one of
  /// several long sentences.
  private func findParagraphs(
    headings: [Int], indents: [Int], sentences: [Int], in paragraph: Paragraph, _ slips: inout Slips
  ) {
    let first = paragraph.lines.lowerBound
    for number in headings where !slips.lines.contains(number) {
      let isAlone = paragraph.lines.count == 1
      guard !isAlone || tree[paragraph.node].parent == SyntaxTree.root else { continue }
      let line = content(ofLine: number)
      let title = written(line)
      let isLast = number == paragraph.lines.upperBound
      slips.lines.insert(number)
      slips.findings.append(
        slip(
          .typedHeading,
          isAlone
            ? "'\(shown(title))' looks like a heading, but is a paragraph"
            : "'\(shown(title))' looks like a heading, but runs together with the lines around it",
          hint: "write '## \(shown(title))', with an empty line around it", at: line,
          fix: .edits(
            [edit(line.lowerBound..<line.lowerBound, number > first ? "\n## " : "## ")]
              + (isLast ? [] : [edit(line.upperBound..<line.upperBound, "\n")]),
            description: "'## \(shown(title))' is now a heading")))
    }
    let indented = indents.filter { $0 > first }
    if let number = indented.first {
      let line = body.line(number)
      let isFirst = indents.contains(first)
      let edits =
        (isFirst ? [edit(fullWidthSpaces(ofLine: first), "")] : [])
        + indented.map { edit(fullWidthSpaces(ofLine: $0), "\n") }
      if isFirst { slips.lines.insert(first) }
      slips.lines.formUnion(indented)
      slips.findings.append(
        slip(
          .runOnParagraphs,
          indented.count == 1
            ? "this line begins a paragraph with full-width spaces, but runs together with the line above"
            : "\(indented.count) lines begin a paragraph with full-width spaces, but run together with the lines above",
          hint: "put an empty line before each paragraph; the page indents it by itself", at: line,
          fix: .edits(
            edits,
            description: indented.count == 1
              ? "a paragraph begins after an empty line" : "\(indented.count) paragraphs begin after an empty line"
          )))
    }
    for run in runs(sentences.filter { !slips.lines.contains($0) || indents.contains($0) }) where run.count >= 3 {
      let starts = run.dropFirst().filter { !slips.lines.contains($0) }
      guard starts.count > 1 || indented.isEmpty && !starts.isEmpty else { continue }
      slips.findings.append(
        slip(
          .runOnParagraphs, "\(run.count) lines that each end like a sentence run together into one paragraph",
          hint: "put an empty line between paragraphs; 'planpress check --fix=paragraphs' does it",
          at: content(ofLine: run[0]),
          fix: .paragraphs(starts.map { edit(body.line($0).lowerBound..<body.line($0).lowerBound, "\n") })))
    }
  }

  private func fullWidthSpaces(ofLine number: Int) -> Range<Int> {
    let line = body.line(number)
    let text = written(line)
    let blanks = text.prefix { $0 == "　" || $0 == " " }
    return line.lowerBound..<line.lowerBound + blanks.utf8.count
  }

  /// Finds paragraphs between empty lines that are indented as in a word processor.
  private func findIndentedStarts(_ paragraphs: [Paragraph], _ found: SlipLines, _ slips: inout Slips) {
    let indents = Set(found.lines.filter { $0.kind == .indent }.map(\.number))
    guard !indents.isEmpty else { return }
    let starts = paragraphs.map(\.lines.lowerBound).filter { indents.contains($0) && !slips.lines.contains($0) }
    guard let first = starts.first else { return }
    slips.findings.append(
      slip(
        .fullWidthIndent,
        starts.count == 1
          ? "the paragraph begins with full-width spaces" : "\(starts.count) paragraphs begin with full-width spaces",
        hint: "delete them: the page indents paragraphs by itself", at: fullWidthSpaces(ofLine: first),
        fix: .edits(
          starts.map { edit(fullWidthSpaces(ofLine: $0), "") },
          description: starts.count == 1
            ? "removed full-width spaces before 1 paragraph"
            : "removed full-width spaces before \(starts.count) paragraphs")))
  }
}
