import Diagnostics

// Links and pictures that are text.

extension DocumentReader {
  /// `[text]（address）` and `[text](address with spaces.md)`, by the byte range of a text in the file.
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
    let hasSpaces = path.contains { $0 == " " || $0 == "　" || $0 == "\u{A0}" }
    guard seam.isFullWidth || hasSpaces else { return nil }
    let whole = seam.isImage ? seam.whole.lowerBound - 1..<seam.whole.upperBound : seam.whole
    let destination = hasSpaces || path.contains("(") && !LinkSeam.isBalanced(path) ? "<\(path)>" : path
    let straight = "\(seam.isImage ? "!" : "")[\(text)](\(destination)\(title))"
    let what: Message = seam.isImage ? "picture" : "link"
    return slip(
      seam.isFullWidth ? .fullWidthMark : .linkSpaces,
      seam.isFullWidth
        ? "'\(shown(written(whole)))' has full-width brackets, so it is text and no \(what)"
        : "the address '\(shown(path))' has a space, so this is text and no \(what)",
      hint: "write '\(shown(straight, limit: 60))'", at: whole,
      fix: .edits([edit(whole, straight)], description: "'\(shown(straight, limit: 60))' is now a \(what)"))
  }
}

/// `](` with what is around it, in byte ranges of the file. Any of the four brackets may be a full-width one.
private struct LinkSeam {
  /// From the opening bracket of the text to the closing one of the address.
  let whole: Range<Int>
  let text: Range<Int>
  let address: Range<Int>
  let isFullWidth: Bool
  let isImage: Bool

  init?(_ bytes: [UInt8], at index: Int, in line: Range<Int>) {
    guard let close = LinkSeam.bracket(bytes, index, "]", "】"),
      let open = LinkSeam.bracket(bytes, index + close.length, "(", "（")
    else { return nil }
    let addressStart = index + close.length + open.length
    guard addressStart < line.upperBound,
      let start = LinkSeam.opening(bytes, before: index, in: line),
      let end = LinkSeam.closing(bytes, from: addressStart, in: line)
    else { return nil }
    text = start.index + start.length..<index
    address = addressStart..<end.index
    whole = start.index..<end.index + end.length
    isFullWidth = close.length > 1 || open.length > 1 || start.length > 1 || end.length > 1
    isImage = start.index > line.lowerBound && bytes[start.index - 1] == UInt8(ascii: "!")
  }

  /// The bracket at an index, narrow or full-width.
  private static func bracket(
    _ bytes: [UInt8], _ index: Int, _ narrow: Unicode.Scalar, _ wide: StaticString
  ) -> (index: Int, length: Int)? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: narrow) { return (index, 1) }
    return wide.withUTF8Buffer { bytes[index...].starts(with: $0) } ? (index, 3) : nil
  }

  /// In bytes, of a text and of an address: a line may have thousands of seams, and each looks for its brackets.
  private static let longest = 2000

  private static func opening(_ bytes: [UInt8], before end: Int, in line: Range<Int>) -> (index: Int, length: Int)? {
    var depth = 0
    var index = end - 1
    while index >= max(line.lowerBound, end - longest) {
      if bracket(bytes, index, "]", "】") != nil { depth += 1 }
      if let open = bracket(bytes, index, "[", "【") {
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
