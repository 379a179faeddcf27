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
        case UInt8(ascii: "]"): if next == UInt8(ascii: "(") || next == 0xEF { return true }
        case UInt8(ascii: "["): if !marks.isDisjoint(with: [.wiki, .box]) { return true }
        case UInt8(ascii: "="): if next == UInt8(ascii: "=") { return true }
        case UInt8(ascii: "$"): return true
        case 0xBC: if next == 0x9A, marks.contains(.colon) { return true }
        case UInt8(ascii: ":"): if next >= 0x80, marks.contains(.colon) { return true }
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
    if marks.contains(.bracket) || marks.contains(.link) { findLinks(range, &slips) }
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
          .leftoverStars, "'\(written(run))' has no partner, so it is printed as it stands",
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

  // MARK: Full-width brackets

  /// `：target[pm25]`, `:target【pm25】` and their mixtures.
  private func findInlineDirectives(_ range: Range<Int>, _ slips: inout Slips) {
    let text = Array(written(range).unicodeScalars)
    var offset = range.lowerBound
    for index in text.indices {
      defer { offset += UTF8.width(text[index]) }
      guard text[index] == ":" || text[index] == "：" else { continue }
      if text[index] == ":", index > 0, text[index - 1].properties.isAlphabetic && text[index - 1].isASCII { continue }
      var open = index + 1
      while open < text.count, text[open].isASCII,
        text[open].properties.isAlphabetic || open > index + 1 && text[open] == "-"
      {
        open += 1
      }
      let chinese = open == index + 1 ? TextSlipWords.directive(at: open, in: text) : nil
      if let chinese { open += chinese.length }
      guard open > index + 2, open < text.count, text[open] == "[" || text[open] == "【" else { continue }
      guard let close = text[open...].firstIndex(where: { $0 == "]" || $0 == "】" }), close > open + 1 else { continue }
      let marks = [text[index], text[open], text[close]]
      guard chinese != nil || marks.contains(where: { !$0.isASCII }), close + 1 == text.count || text[close + 1] != "("
      else { continue }
      let label = text[(open + 1)..<close]
      guard !label.contains(where: { $0 == "\n" || $0 == "。" || $0 == "，" }) else { continue }
      let name = chinese?.name ?? String(String.UnicodeScalarView(text[(index + 1)..<open]))
      let end = offset + text[index...close].reduce(0) { $0 + UTF8.width($1) }
      let straight = ":\(name)[\(String(String.UnicodeScalarView(label)))]"
      slips.findings.append(
        slip(
          .fullWidthMark,
          chinese == nil
            ? "'\(shown(written(offset..<end)))' has full-width marks, so it is printed as text"
            : "'\(shown(written(offset..<end)))' has a Chinese name, so it is printed as text",
          hint: "write '\(shown(straight))'", at: offset..<end,
          fix: .edits([edit(offset..<end, straight)], description: "'\(shown(straight))' has ordinary marks")))
    }
  }
}

/// Directives in running text by the names that authors who write Chinese give them.
private enum TextSlipWords {
  private static let names: [(words: String, name: String)] = [
    ("目标", "target"), ("目标值", "target"), ("数值", "value"), ("指标值", "value"), ("状态", "status"), ("引用", "ref"),
    ("参见", "ref"), ("术语", "term"),
  ]

  /// The English name of a directive whose Chinese one begins at `start` and is followed by a bracket.
  static func directive(at start: Int, in text: [Unicode.Scalar]) -> (name: String, length: Int)? {
    guard start < text.count, !text[start].isASCII else { return nil }
    for (words, name) in names {
      let scalars = Array(words.unicodeScalars)
      let end = start + scalars.count
      guard end < text.count, text[end] == "[" || text[end] == "【", Array(text[start..<end]) == scalars else {
        continue
      }
      // `目标[1]` points to a note.
      guard end + 1 < text.count, text[end + 1].properties.numericType == nil else { return nil }
      return (name, scalars.count)
    }
    return nil
  }
}
