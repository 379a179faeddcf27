import Diagnostics

// Directives that are text: with full-width marks, by a Chinese name, in other brackets, with spaces.

extension DocumentReader {
  // MARK: On a line of their own

  /// `：：：box{…}`, `：：indicators`, `::图表{id=x}`, `::indicators(x)`, `:indicators{ids=x}`, or `：：：` alone.
  func findDirective(_ number: Int, _ slips: inout Slips) {
    let line = content(ofLine: number)
    let text = written(line)
    let colons = text.prefix { $0 == "：" || $0 == ":" }
    let rest = text.dropFirst(colons.count)
    let isWide = colons.contains("：")
    let range = line.lowerBound..<line.lowerBound + colons.utf8.count
    if rest.isEmpty {
      guard isWide, colons.count > 2 else { return }
      return report(String(repeating: ":", count: colons.count), number, at: range, isWide: true, &slips)
    }
    guard
      let straight = directive(
        after: rest, isContainer: colons.count > 2, isSingle: colons.count == 1, isWide: isWide && colons.count > 1)
    else { return }
    let isContainer = colons.count > 2 || straight.hasPrefix("box")
    guard isContainer else { return report("::" + straight, number, at: range, isWide: isWide, &slips) }
    report(
      String(repeating: ":", count: max(3, colons.count)) + straight, number, at: range, isWide: isWide,
      closing: closing(after: number), &slips)
  }

  /// The name and the attributes that were meant; nil for text.
  private func directive(
    after text: Substring, isContainer: Bool, isSingle: Bool, isWide: Bool
  ) -> String? {
    let rest = straightened(text.drop { $0 == " " || $0 == "　" })
    let word = String(rest.prefix { $0.isLetter || $0 == "-" })
    let tail = rest.dropFirst(word.count)
    guard !word.isEmpty else { return nil }
    guard let name = DirectiveWords.block(word) else {
      if word.allSatisfy(\.isASCII) { return isWide && tail.count == text.count - word.count ? word + tail : nil }
      // `：：：专栏1 重点工程` is a box with that title.
      return isContainer && text.count <= 40 && !rest.contains("{") ? "box{title=\"\(rest)\"}" : nil
    }
    let isChinese = name != word
    if tail.isEmpty {
      if isSingle { return nil }
      if isContainer, isChinese { return name == "box" ? "box{title=\"\(word)\"}" : name }
      return isWide || isChinese || text.first == " " ? name : nil
    }
    if tail.first == "{" { return name + DirectiveWords.withEnglishAttributes(String(tail)) }
    if isContainer { return isChinese ? "box{title=\"\(rest)\"}" : name + tail }
    if name != "box", let first = tail.first, let last = tail.last {
      let inside = "(（【［[".contains(first) && ")）】］]".contains(last) ? tail.dropFirst().dropLast() : tail
      if first != " " || !inside.dropFirst().contains(" "),
        let list = DirectiveWords.attributes(String(inside.drop { $0 == " " }), of: name)
      {
        return "\(name){\(list)}"
      }
    }
    return isWide && !isChinese ? word + tail : nil
  }

  /// The next line of colons alone, and whether they are full-width.
  private func closing(after number: Int) -> (number: Int, isWide: Bool)? {
    guard number < body.lineStarts.count else { return nil }
    for next in number + 1...body.lineStarts.count {
      let line = content(ofLine: next)
      guard line.count > 2, let first = source.bytes[line].first, first == UInt8(ascii: ":") || first == 0xEF else {
        continue
      }
      let text = written(line)
      if text.count > 2, text.allSatisfy({ $0 == ":" || $0 == "：" }) { return (next, text.contains("：")) }
      // Another box begins.
      if text.hasPrefix(":::") || text.hasPrefix("：：：") { return nil }
    }
    return nil
  }

  /// `closing` is the line that ends the box; nil for a directive without a content.
  private func report(
    _ straight: String, _ number: Int, at range: Range<Int>, isWide: Bool, closing: (number: Int, isWide: Bool)?,
    _ slips: inout Slips
  ) {
    let line = content(ofLine: number)
    var edits = [edit(line, straight)]
    if let closing, closing.isWide {
      let end = content(ofLine: closing.number)
      slips.lines.insert(closing.number)
      edits.append(edit(end, String(repeating: ":", count: written(end).count)))
    }
    slips.lines.insert(number)
    slips.findings.append(
      slip(
        .fullWidthMark,
        isWide
          ? "'\(shown(written(line)))' has full-width colons, so the line is printed as text"
          : "'\(shown(written(line)))' is not a directive, so the line is printed as text",
        hint: closing == nil
          ? "write '\(shown(straight, limit: 60))', and a line ':::' after its content"
          : closing?.isWide == true
            ? "write '\(shown(straight, limit: 60))', and ':::' after its content"
            : "write '\(shown(straight, limit: 60))'",
        at: range,
        fix: closing == nil ? nil : .edits(edits, description: "the line has ordinary colons")))
  }

  private func report(
    _ straight: String, _ number: Int, at range: Range<Int>, isWide: Bool, _ slips: inout Slips
  ) {
    report(straight, number, at: range, isWide: isWide, closing: (number, false), &slips)
  }

  // MARK: In running text

  /// `See ::actions{when=late}`, `见：：指标`: the mark of a block inside a paragraph.
  func findBlockDirectives(_ range: Range<Int>, _ slips: inout Slips) {
    let bytes = source.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      var colons = 0
      while let width = widthOfColon(at: index, before: range.upperBound) {
        index += width
        colons += 1
      }
      guard colons > 1 else {
        index = max(index, start + 1)
        continue
      }
      // `std::vector`, `fe80::1`
      if start > range.lowerBound, isAlphanumeric(bytes[start - 1]) { continue }
      let rest = String(decoding: bytes[index..<min(range.upperBound, index + 200)], as: UTF8.self)
      let name = rest.prefix { $0.isLetter || $0 == "-" }
      var end = index + name.utf8.count
      let isKnown = DirectiveWords.block(String(name)) != nil
      guard !name.isEmpty, isKnown || name.allSatisfy(\.isASCII) else { continue }
      let hasAttributes = end < range.upperBound && bytes[end] == UInt8(ascii: "{")
      if hasAttributes, let close = bytes[end..<range.upperBound].firstIndex(of: UInt8(ascii: "}")) {
        end = close + 1
      } else if !isKnown {
        continue
      }
      index = end
      slips.findings.append(
        slip(
          .directiveSyntax, "'\(shown(written(start..<end)))' is inside a paragraph, so it is printed as text",
          hint: "put it on a line of its own, with an empty line before it", at: start..<end))
    }
  }

  /// 1 for `:`, 3 for `：`.
  private func widthOfColon(at index: Int, before end: Int) -> Int? {
    let bytes = source.bytes
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: ":") { return 1 }
    return index + 2 < end && bytes[index] == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x9A ? 3 : nil
  }

  /// `：target[pm25]`, `:target【pm25】`, `:target(pm25)`, `:target [pm25]` and their mixtures.
  func findInlineDirectives(_ range: Range<Int>, _ slips: inout Slips) {
    let text = Array(written(range).unicodeScalars)
    var offset = range.lowerBound
    var done = 0
    for index in text.indices {
      defer { offset += UTF8.width(text[index]) }
      guard index >= done, text[index] == ":" || text[index] == "：" else { continue }
      if text[index] == ":", index > 0, text[index - 1].isASCII,
        text[index - 1].properties.isAlphabetic || text[index - 1] == ":"
      {
        continue
      }
      guard let slipped = InlineDirectiveSlip(text, at: index) else { continue }
      let end = offset + text[index..<slipped.end].reduce(0) { $0 + UTF8.width($1) }
      done = slipped.end
      let straight = ":\(slipped.name)[\(slipped.label)]"
      slips.findings.append(
        slip(
          .fullWidthMark,
          slipped.isWide
            ? "'\(shown(written(offset..<end)))' has full-width marks, so it is printed as text"
            : slipped.isChinese
              ? "'\(shown(written(offset..<end)))' has a Chinese name, so it is printed as text"
              : "'\(shown(written(offset..<end)))' is not a directive, so it is printed as text",
          hint: "write '\(shown(straight))'", at: offset..<end,
          fix: .edits([edit(offset..<end, straight)], description: "'\(shown(straight))' has ordinary marks")))
    }
  }
}

/// A would-be directive in running text, from its colon on.
private struct InlineDirectiveSlip {
  let name: String
  let label: String
  let isChinese: Bool
  /// Whether any of its marks is a full-width one.
  let isWide: Bool
  /// The index after its closing bracket.
  let end: Int

  init?(_ text: [Unicode.Scalar], at colon: Int) {
    var start = colon + 1
    let hasSpace = start < text.count && text[start] == " "
    if hasSpace { start += 1 }
    var open = start
    while open < text.count, open < start + 20, text[open].properties.isAlphabetic || open > start && text[open] == "-"
    {
      open += 1
    }
    // A word ends where its script does: `：目标值target[…]` is not a directive.
    let word = String(String.UnicodeScalarView(text[start..<open]))
    guard open > start, open < text.count else { return nil }
    let chinese = DirectiveWords.inline(word)
    let isKnown = chinese != nil || DirectiveWords.inline.contains(word)
    guard chinese != nil || word.allSatisfy(\.isASCII) else { return nil }
    let gap = text[open] == " " && !hasSpace
    if gap { open += 1 }
    guard open < text.count, let pair = InlineDirectiveSlip.brackets.first(where: { $0.open.contains(text[open]) })
    else {
      return nil
    }
    guard let close = text[open...].firstIndex(where: pair.close.contains), close > open + 1 else { return nil }
    var inside = text[(open + 1)..<close]
    guard !inside.contains(where: { $0 == "\n" || $0 == "。" || $0 == "，" }) else { return nil }
    // `目标[1]` points to a note.
    if chinese != nil, inside.first?.properties.numericType != nil { return nil }
    if close + 1 < text.count, text[close + 1] == "(" { return nil }
    let isSquare = pair.isSquare
    let marks = [text[colon], text[open], text[close]]
    isWide = marks.contains { !$0.isASCII }
    isChinese = chinese != nil
    if !isSquare || gap || hasSpace {
      // Other brackets, and spaces, are common in text: only around an id, and after the name of a directive.
      guard isKnown, !(hasSpace && !isSquare) else { return nil }
      if inside.starts(with: "id=".unicodeScalars) || inside.starts(with: "ids=".unicodeScalars) {
        inside = inside.drop { $0 != "=" }.dropFirst()
      }
      guard !inside.isEmpty, word == "term" || chinese == "term" || inside.allSatisfy(InlineDirectiveSlip.isIDScalar)
      else { return nil }
    } else {
      guard isWide || isChinese, isChinese || word.count > 1 else { return nil }
    }
    name = chinese ?? word
    label = String(String.UnicodeScalarView(inside))
    end = close + 1
  }

  private static let brackets: [(open: [Unicode.Scalar], close: [Unicode.Scalar], isSquare: Bool)] = [
    (["[", "【", "［"], ["]", "】", "］"], true), (["(", "（"], [")", "）"], false), (["{", "｛"], ["}", "｝"], false),
  ]

  private static func isIDScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar))
  }
}
