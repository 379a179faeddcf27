import Diagnostics

// Links and pictures that are text.

extension DocumentReader {
  /// `[text]（address）` and `[text](address with spaces.md)`, `[text] (address)` and `(text)[address]`, by the byte
  /// range of a text in the file.
  func findLinks(_ range: Range<Int>, _ slips: inout Slips) {
    let bytes = source.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      guard let seam = LinkSeam(bytes, at: index, in: lineBounds(of: index)) else {
        index += 1
        continue
      }
      guard let finding = finding(seam) else {
        index += 1
        continue
      }
      slips.findings.append(finding)
      index = seam.whole.upperBound
    }
  }

  private func lineBounds(of index: Int) -> Range<Int> { body.line(body.lineNumber(at: index)) }

  private func finding(_ seam: LinkSeam) -> Diagnostic? {
    let text = written(seam.text)
    let address = written(seam.address)
    let (path, title) = LinkSeam.split(address)
    guard !path.isEmpty, !path.contains("<"), LinkSeam.looksLikeAddress(path) else { return nil }
    if seam.hasGap || seam.isSwapped { return findingOfParts(seam, text, path) }
    let hasSpaces = path.contains { $0 == " " || $0 == "　" || $0 == "\u{A0}" }
    guard seam.isFullWidth || hasSpaces else { return nil }
    let whole = seam.isImage ? seam.whole.lowerBound - 1..<seam.whole.upperBound : seam.whole
    let destination = hasSpaces || path.contains("(") && !LinkSeam.isBalanced(path) ? "<\(path)>" : path
    let straight = "\(seam.isImage ? "!" : "")[\(text)](\(destination)\(title))"
    let what: Message = seam.isImage ? "picture" : "link"
    return slip(
      seam.isFullWidth ? .fullWidthMark : .linkSpaces,
      seam.isFullWidth
        ? "'\(shown(written(whole)))' has full-width brackets, so it is shown as text, not as a \(what)"
        : "the address '\(shown(path))' has a space, so this is shown as text, not as a \(what)",
      hint: "write '\(shown(straight, limit: 60))'", at: whole,
      fix: .edits([edit(whole, straight)], description: "'\(shown(straight, limit: 60))' is now a \(what)"))
  }
}

extension DocumentReader {
  /// `[text] (address)` and `(text)[address]`.
  private func findingOfParts(_ seam: LinkSeam, _ text: String, _ path: String) -> Diagnostic? {
    guard !path.contains(" "), !seam.isSwapped || path.hasPrefix("http"), !text.isEmpty else { return nil }
    let whole = seam.isImage ? seam.whole.lowerBound - 1..<seam.whole.upperBound : seam.whole
    let straight = "\(seam.isImage ? "!" : "")[\(text)](\(path))"
    let what: Message = seam.isImage ? "picture" : "link"
    return slip(
      .linkParts,
      seam.hasGap
        ? "'\(shown(written(whole)))' is shown as text, not as a \(what): there is a space between its brackets"
        : "'\(shown(written(whole)))' is shown as text, not as a \(what): its brackets are exchanged",
      hint: "write '\(shown(straight, limit: 60))'", at: whole,
      fix: .edits([edit(whole, straight)], description: "'\(shown(straight, limit: 60))' is now a \(what)"))
  }

  /// Links without an address or without words, and addresses that swallow the text after them.
  func findLinkParts(_ slips: inout Slips) {
    let hasDoubtful =
      !links.isEmpty
      && tree.nodes.indices.contains { index in
        let node = tree.nodes[index]
        return (node.kind == .link || node.kind == .image) && !node.flags.contains(.autolink)
          && isDoubtful(NodeIndex(index))
      }
    guard hasDoubtful else { return }
    for root in [SyntaxTree.root] + notes.numbered.map(\.definition) {
      var cursor = InlineCursor(root: root)
      var index = tree[root].firstChild
      while index >= 0 {
        let kind = tree[index].kind
        if kind == .paragraph || kind == .heading || kind == .tableCell { cursor.enter(index) }
        if kind == .link || kind == .image, !tree[index].flags.contains(.autolink), isDoubtful(index) {
          let range = cursor.range(of: index, self)
          if let finding = findingOfParts(index, range) { slips.findings.append(finding) }
        }
        let isOpaque = kind == .codeBlock || kind == .htmlBlock || kind == .directive && tree[index].firstChild < 0
        index = isOpaque ? tree.followingSubtree(index, in: root) : tree.following(index, in: root)
      }
    }
  }

  /// Whether a link has no words, no address, or an address of the web with Chinese punctuation in it.
  private func isDoubtful(_ node: NodeIndex) -> Bool {
    let address = tree.text[tree[node].text.bounds]
    if address.isEmpty && !tree[node].flags.contains(.dropped) { return true }
    if tree[node].kind == .link, tree[node].firstChild < 0 { return true }
    return address.starts(with: "http".utf8) && address.contains(0xEF)
  }

  private func findingOfParts(_ node: NodeIndex, _ range: Range<Int>) -> Diagnostic? {
    let whole = written(range)
    let what: Message = tree[node].kind == .image ? "picture" : "link"
    let address = tree.string(tree[node].text)
    if address.isEmpty {
      return slip(
        .linkParts, "the \(what) '\(shown(whole))' has no address", hint: "write it between '(' and ')'", at: range)
    }
    if tree[node].kind == .link, tree[node].firstChild < 0 {
      return slip(
        .linkParts, "the \(what) '\(shown(whole))' has no words, so nobody can see it",
        hint: "write words between '[' and ']'", at: range)
    }
    guard let stop = address.firstIndex(where: { "，。；".contains($0) }), whole.hasSuffix(")") else { return nil }
    let head = address[..<stop]
    let tail = address[stop...]
    guard let place = whole.firstRange(of: "\(head)\(tail))") else { return nil }
    let straight = "\(whole[..<place.lowerBound])\(head))\(tail)"
    return slip(
      .linkParts, "the address '\(shown(address))' includes the text that follows it",
      hint: "write '\(shown(straight, limit: 60))'", at: range,
      fix: .edits([edit(range, straight)], description: "the address ends with '\(shown(head, limit: 60))'"))
  }
}

/// `](` with its surroundings, in byte ranges of the file. Any of the four brackets may be a full-width one.
private struct LinkSeam {
  /// The range from the opening bracket of the text to the closing one of the address.
  let whole: Range<Int>
  let text: Range<Int>
  let address: Range<Int>
  let isFullWidth: Bool
  let isImage: Bool
  /// `] (`
  let hasGap: Bool
  /// `)[`
  let isSwapped: Bool

  init?(_ bytes: [UInt8], at index: Int, in line: Range<Int>) {
    if bytes[index] == UInt8(ascii: ")") {
      // `(text)[address]`
      guard index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: "["),
        let start = bytes[line.lowerBound..<index].lastIndex(of: UInt8(ascii: "(")),
        let end = bytes[index + 2..<line.upperBound].firstIndex(of: UInt8(ascii: "]"))
      else { return nil }
      text = start + 1..<index
      address = index + 2..<end
      whole = start..<end + 1
      (isFullWidth, isImage, hasGap, isSwapped) = (false, false, false, true)
      return
    }
    isSwapped = false
    guard let close = LinkSeam.square(bytes, index, opens: false) else { return nil }
    let gap = index + close.length < bytes.count && bytes[index + close.length] == UInt8(ascii: " ") ? 1 : 0
    hasGap = gap > 0
    guard let bracket = LinkSeam.bracket(bytes, index + close.length + gap, "(", "（") else { return nil }
    let open = (index: bracket.index, length: bracket.length + gap)
    let addressStart = index + close.length + open.length
    guard addressStart < line.upperBound,
      let start = LinkSeam.opening(bytes, before: index, in: line),
      let end = LinkSeam.closing(bytes, from: addressStart, in: line)
    else { return nil }
    text = start.index + start.length..<index
    address = addressStart..<end.index
    whole = start.index..<end.index + end.length
    isFullWidth = close.length > 1 || bracket.length > 1 || start.length > 1 || end.length > 1
    isImage = start.index > line.lowerBound && bytes[start.index - 1] == UInt8(ascii: "!")
  }

  /// `[`, `【`, `［` or the closing one of either.
  private static func square(_ bytes: [UInt8], _ index: Int, opens: Bool) -> (index: Int, length: Int)? {
    opens
      ? bracket(bytes, index, "[", "【") ?? bracket(bytes, index, "[", "［")
      : bracket(bytes, index, "]", "】") ?? bracket(bytes, index, "]", "］")
  }

  /// The bracket at an index, narrow or full-width.
  private static func bracket(
    _ bytes: [UInt8], _ index: Int, _ narrow: Unicode.Scalar, _ wide: StaticString
  ) -> (index: Int, length: Int)? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: narrow) { return (index, 1) }
    return wide.withUTF8Buffer { bytes[index...].starts(with: $0) } ? (index, 3) : nil
  }

  /// The longest text and the longest address, in bytes: a line may have thousands of seams, and each looks for its
  /// brackets.
  private static let longest = 2000

  private static func opening(_ bytes: [UInt8], before end: Int, in line: Range<Int>) -> (index: Int, length: Int)? {
    var depth = 0
    var index = end - 1
    while index >= max(line.lowerBound, end - longest) {
      if square(bytes, index, opens: false) != nil { depth += 1 }
      if let open = square(bytes, index, opens: true) {
        if depth == 0 { return open }
        depth -= 1
      }
      index -= 1
    }
    return nil
  }

  private static func closing(_ bytes: [UInt8], from start: Int, in line: Range<Int>) -> (index: Int, length: Int)? {
    var depth = 0
    var index = start
    while index < min(line.upperBound, start + longest) {
      if bracket(bytes, index, "(", "（") != nil { depth += 1 }
      if let close = bracket(bytes, index, ")", "）") {
        if depth == 0 { return close }
        depth -= 1
      }
      index += 1
    }
    return nil
  }

  /// The path, and the title with the space before it.
  static func split(_ address: String) -> (path: String, title: String) {
    var text = address[...]
    while let last = text.last, last == " " || last == "　" { text.removeLast() }
    text = text.drop { $0 == " " || $0 == "　" }
    guard let last = text.last, last == "\"" || last == "'", let open = text.dropLast().lastIndex(of: last),
      open > text.startIndex, text[text.index(before: open)] == " "
    else { return (String(text), "") }
    var path = text[..<open]
    while path.last == " " { path.removeLast() }
    return (String(path), " " + text[open...])
  }

  static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// Whether a text is an address of the web, or a path whose last part has an ending: brackets are also for remarks.
  static func looksLikeAddress(_ text: String) -> Bool {
    if ["http://", "https://", "mailto:", "www.", "/", "#", "./", "../"].contains(where: text.hasPrefix) {
      return !text.contains("，") && !text.contains("。")
    }
    let file = text.prefix { $0 != "#" && $0 != "?" }
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return false }
    let ending = file[file.index(after: dot)...]
    return (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && ending.contains(where: \.isLetter)
  }
}
