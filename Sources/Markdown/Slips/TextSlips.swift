import Bytes
import Diagnostics

// Marks inside the text of paragraphs, headings and cells.

extension DocumentReader {
  /// Looks through every text of the tree, those of code and HTML left out.
  func findInText(_ marks: SlipMarks, _ slips: inout Slips) {
    forEachText(with: marks) { node, range in read(node, range, marks, &slips) }
  }

  /// Calls `work` for every text of the tree outside code and HTML, with its byte range in the file. Finding the range takes
  /// time: with `marks`, only for a text that may hold one.
  func forEachText(with marks: SlipMarks? = nil, _ work: (NodeIndex, Range<Int>) -> Void) {
    for root in [SyntaxTree.root] + notes.numbered.map(\.definition) {
      var cursor = InlineCursor(root: root)
      var index = tree[root].firstChild
      while index >= 0 {
        let kind = tree[index].kind
        if kind == .paragraph || kind == .heading || kind == .tableCell { cursor.enter(index) }
        if kind == .text, marks.map({ mayHold($0, tree[index].text.bounds) }) ?? true {
          work(index, cursor.range(of: index, self))
        }
        let isOpaque = kind == .codeBlock || kind == .htmlBlock || kind == .directive && tree[index].firstChild < 0
        index = isOpaque ? tree.followingSubtree(index, in: root) : tree.following(index, in: root)
      }
    }
  }

  private func mayHold(_ marks: SlipMarks, _ text: Range<Int>) -> Bool {
    tree.text.withUnsafeBufferPointer { bytes in
      // Nearly every page has links, and nearly no text has a bracket left over.
      if marks.isSubset(of: [.link, .tab, .invisible]) {
        let bracket = UInt8(ascii: "]")
        let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[text])
        return !bytes.allWords({ !$0.contains(bracket) }, orEachByte: { $0 != bracket })
      }
      var index = text.lowerBound
      while index < text.upperBound {
        let next = index + 1 < text.upperBound ? bytes[index + 1] : 0
        switch bytes[index] {
        case UInt8(ascii: "*"): if next == UInt8(ascii: "*") { return true }
        case UInt8(ascii: "]"):
          if next == UInt8(ascii: "(") || next == UInt8(ascii: " ") || next == 0xEF { return true }
        case UInt8(ascii: ")"): if next == UInt8(ascii: "[") { return true }
        case UInt8(ascii: "_"): if next == UInt8(ascii: "_"), marks.contains(.underscores) { return true }
        case 0xBD:
          if next == UInt8(ascii: "(") || next == 0xEF, index > text.lowerBound, bytes[index - 1] == 0xBC {
            return true
          }
        case UInt8(ascii: "["): if !marks.isDisjoint(with: [.wiki, .box]) { return true }
        case UInt8(ascii: "="): if next == UInt8(ascii: "=") { return true }
        case UInt8(ascii: "$"): return true
        case 0xBC:
          if next == 0x9A && marks.contains(.colon) || next == 0x8A && marks.contains(.wideStars) { return true }
        case UInt8(ascii: ":"):
          if next == UInt8(ascii: ":"), marks.contains(.directive) { return true }
          if next >= 0x80 || next == UInt8(ascii: " ") || next | 0x20 >= UInt8(ascii: "a"), marks.contains(.colon) {
            return true
          }
        case 0xE3: if next == 0x80, !marks.isDisjoint(with: [.colon, .bracket, .box]) { return true }
        default: break
        }
        index += 1
      }
      return false
    }
  }

  /// One text, by its byte range in the file.
  private func read(_ node: NodeIndex, _ range: Range<Int>, _ marks: SlipMarks, _ slips: inout Slips) {
    let number = body.lineNumber(at: range.lowerBound)
    if slips.lines.contains(number) { return }
    if marks.contains(.stars) { findStars(range, &slips) }
    if marks.contains(.colon) { findInlineDirectives(range, &slips) }
    if !marks.isDisjoint(with: [.directive, .colon]) { findBlockDirectives(range, &slips) }
    if marks.contains(.bracket) || marks.contains(.link) { findLinks(range, &slips) }
    if marks.contains(.wideStars) { findWideStars(range, &slips) }
    if marks.contains(.underscores) { findUnderscores(range, &slips) }
    if marks.contains(.wiki) { findWikiLinks(range, &slips) }
    if marks.contains(.equals) { findHighlights(range, &slips) }
    if marks.contains(.dollar) { findFormulas(range, &slips) }
    if marks.contains(.box), beginsItem(node) { findTask(range, &slips) }
  }

  /// Whether a text is the first of its list item.
  func beginsItem(_ text: NodeIndex) -> Bool {
    let paragraph = tree[text].parent
    return tree[text].previous < 0 && tree[paragraph].kind == .paragraph && tree[paragraph].previous < 0
      && tree[tree[paragraph].parent].kind == .item
  }

  // MARK: Stars

  /// The runs of two or more stars that were left over, without escaped ones.
  private func runsOfStars(in range: Range<Int>, limit: Int = .max) -> [Range<Int>] {
    let bytes = source.bytes
    var runs: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound, runs.count < limit {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      var end = index
      while end < range.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
      if end - index >= 2 { runs.append(index..<end) }
      index = max(end, index + 1)
    }
    return runs
  }

  private func findStars(_ range: Range<Int>, _ slips: inout Slips) {
    let bytes = source.bytes
    var end = range.lowerBound
    for run in runsOfStars(in: range) where run.lowerBound >= end {
      // The partner may have found another: `** a **b**` makes b bold.
      let rest = run.upperBound..<body.line(body.lineNumber(at: run.lowerBound)).upperBound
      if let partner = runsOfStars(in: rest, limit: 1).first, run.count == partner.count,
        let words = spacedWords(run.upperBound..<partner.lowerBound)
      {
        let whole = run.lowerBound..<partner.upperBound
        let stars = written(run)
        end = partner.upperBound
        slips.findings.append(
          slip(
            .leftoverStars, "'\(shown(written(whole)))' is not bold: there is a space inside the stars",
            hint: "write '\(stars)\(shown(words))\(stars)'", at: whole,
            fix: .edits(
              [edit(whole, spaced(whole, before: true) + stars + words + stars + spaced(whole, before: false))],
              description: "'\(shown(words))' is now bold")))
        continue
      }
      func isPart(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "/.)]_".utf8.contains(byte) }
      let before = run.lowerBound > body.start ? bytes[run.lowerBound - 1] : 0
      let after = run.upperBound < bytes.count ? bytes[run.upperBound] : 0
      // `2**10`, `src/**/a.md`, `x ** 2` and rows of stars are meant as they are.
      if before == UInt8(ascii: "/") || after == UInt8(ascii: "/") || isPart(before) && isPart(after) { continue }
      if before <= UInt8(ascii: " ") && after <= UInt8(ascii: " ") || run.count > 3 { continue }
      // `'**'` and `(**)` name the sign itself.
      if "('\"".utf8.contains(before), ")'\"".utf8.contains(after) { continue }
      slips.findings.append(
        slip(
          .leftoverStars, "'\(written(run))' has no partner, so it is printed as written",
          hint: "write '\(written(run))' before and after the words, or '\\*\\*' for the stars themselves", at: run))
    }
  }

  /// The words between two runs if there is a space inside the runs.
  private func spacedWords(_ range: Range<Int>) -> String? {
    let text = written(range)
    guard !text.contains("\n"), let first = text.first, let last = text.last else { return nil }
    func isSpace(_ character: Character) -> Bool { character == " " || character == "　" || character == "\t" }
    guard isSpace(first) || isSpace(last) else { return nil }
    var words = text.drop(while: isSpace)
    while let last = words.last, isSpace(last) { words.removeLast() }
    return words.isEmpty ? nil : String(words)
  }

  /// A space that belongs outside the stars: between Latin words, where the stars had one inside only.
  private func spaced(_ whole: Range<Int>, before: Bool) -> String {
    let bytes = source.bytes
    let outside = before ? whole.lowerBound - 1 : whole.upperBound
    guard bytes.indices.contains(outside), outside >= body.start else { return "" }
    let stars = written(whole)
    let inside = before ? stars.drop { $0 == "*" }.first : stars.reversed().drop { $0 == "*" }.first
    return inside == " " && isAlphanumeric(bytes[outside]) ? " " : ""
  }

  // MARK: Other marks for bold

  /// `＊＊重点＊＊`
  private func findWideStars(_ range: Range<Int>, _ slips: inout Slips) {
    findPairs("＊＊", in: range, &slips) { words in words.contains { $0 != "＊" } }
  }

  /// `这是__重点__工程`: underscores mark nothing inside a word, and Chinese has no spaces between words.
  private func findUnderscores(_ range: Range<Int>, _ slips: inout Slips) {
    findPairs("__", in: range, &slips) { words in
      !words.contains("_") && words.contains { !$0.isASCII && $0.isLetter } && words.first != " "
    }
  }

  private func findPairs(
    _ mark: String, in range: Range<Int>, _ slips: inout Slips, areMeant: (Substring) -> Bool
  ) {
    let text = written(range)
    var rest = text[...]
    while let open = rest.firstRange(of: mark), let close = rest[open.upperBound...].firstRange(of: mark) {
      let words = rest[open.upperBound..<close.lowerBound]
      guard !words.isEmpty, !words.contains("\n"), areMeant(words) else {
        rest = rest[open.upperBound...]
        continue
      }
      let start = range.lowerBound + text[..<open.lowerBound].utf8.count
      let whole = start..<start + text[open.lowerBound..<close.upperBound].utf8.count
      slips.findings.append(
        slip(
          .leftoverStars, "'\(shown(written(whole)))' is printed as text, and not bold",
          hint: "write '**\(shown(words))**'", at: whole,
          fix: .edits([edit(whole, "**\(words)**")], description: "'\(shown(words))' is now bold")))
      rest = rest[close.upperBound...]
    }
  }

  // MARK: Bold in bold

  /// `**加粗 **文字，和** 加粗**`: where a space is inside the stars, the words between become bold twice.
  func findNestedStars(_ slips: inout Slips) {
    let isNested = tree.nodes.contains { node in
      node.kind == .strong && node.parent >= 0 && tree[node.parent].kind == .strong
    }
    guard isNested else { return }
    var reported: Set<NodeIndex> = []
    forEachText { node, range in
      let inner = tree[node].parent
      guard tree[inner].kind == .strong, tree[tree[inner].parent].kind == .strong, reported.insert(inner).inserted,
        range.lowerBound >= body.start + 2
      else { return }
      let bytes = source.bytes
      let line = body.line(body.lineNumber(at: range.lowerBound))
      let stars = range.lowerBound - 2..<range.lowerBound
      guard written(stars) == "**" else { return }
      var edits: [Diagnostic.Edit] = []
      if stars.lowerBound > line.lowerBound, bytes[stars.lowerBound - 1] == UInt8(ascii: " ") {
        edits.append(edit(stars.lowerBound - 1..<stars.lowerBound, ""))
      }
      let after = range.upperBound
      if after + 2 < line.upperBound, written(after..<after + 2) == "**", bytes[after + 2] == UInt8(ascii: " ") {
        edits.append(edit(after + 2..<after + 3, ""))
      }
      slips.findings.append(
        slip(
          .leftoverStars, "these '**' begin bold inside bold, so '\(shown(written(range)))' is bold, too",
          hint: edits.isEmpty
            ? "delete the inner '**'" : "write '**' without a space between them and the words that are to be bold",
          at: stars,
          fix: edits.isEmpty ? nil : .edits(edits, description: "removed spaces inside '**'")))
    }
  }
}
