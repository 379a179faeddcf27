import Bytes

/// Decides which white space of a template belongs to its tags and not to its text.
///
/// Mustache specification, modules `sections`, `partials` and `~inheritance`: a tag alone on its line is removed with
/// the line; the white space before an inclusion indents the included template; the content of a block loses the
/// indentation that it is written with and gets the indentation of the block that shows it.
struct LineLayout {
  /// For every byte whether it is removed.
  private(set) var isRemoved: [Bool]
  /// The indentation of each token.
  private(set) var indentation: [[UInt8]]
  private(set) var beginsLine: [Bool]

  private let bytes: [UInt8]
  private let contentStart: Int
  private let tokens: [TemplateToken]
  private let pairs: TagPairs
  /// For the start of a line, where the indentation that outer blocks have removed ends. Both are byte offsets.
  private var removedIndentation: [Int: Int] = [:]

  init(_ bytes: [UInt8], from contentStart: Int, _ tokens: [TemplateToken], _ pairs: TagPairs) {
    self.bytes = bytes
    self.contentStart = contentStart
    self.tokens = tokens
    self.pairs = pairs
    isRemoved = Array(repeating: false, count: bytes.count)
    indentation = Array(repeating: [], count: tokens.count)
    beginsLine = Array(repeating: false, count: tokens.count)
    // In document order: a block removes its indentation before the tags inside it are handled.
    for index in tokens.indices { layOut(index) }
  }

  private mutating func layOut(_ index: Int) {
    let token = tokens[index]
    switch token.kind {
    case .variable, .unescapedVariable: break
    case .section, .invertedSection, .silent: removeLine(around: token.range)
    case .partial:
      indentation[index] = removeLine(around: token.range) ?? []
    case .parent:
      guard let close = pairs.partner[index] else { return }
      indentation[index] = removeLine(around: token.range.lowerBound..<tokens[close].range.upperBound) ?? []
    case .block:
      isFilling(index) ? layOutFilling(index) : layOutBlock(index)
    case .close:
      guard let open = pairs.partner[index] else { return }
      switch tokens[open].kind {
      case .parent: break
      case .block where isFilling(open):
        // Nothing after the tag is shown, so the tag need not be alone on its line.
        if let start = lineStart(before: token.range.lowerBound) { remove(start..<token.range.lowerBound) }
      default: removeLine(around: token.range)
      }
    }
  }

  private func isFilling(_ index: Int) -> Bool {
    pairs.enclosing[index].map { tokens[$0].kind == .parent } ?? false
  }
}

// MARK: - Blocks

extension LineLayout {
  /// Nothing before a filling is shown, so a line break after its tag is enough.
  private mutating func layOutFilling(_ index: Int) {
    guard let end = lineEnd(after: tokens[index].range.upperBound) else { return }
    remove(tokens[index].range.upperBound..<end)
    _ = removeIndentation(ofBlock: index, from: end)
  }

  private mutating func layOutBlock(_ index: Int) {
    let range = tokens[index].range
    guard let start = lineStart(before: range.lowerBound) else { return }
    indentation[index] = Array(bytes[start..<range.lowerBound])
    guard let end = lineEnd(after: range.upperBound) else { return }
    remove(start..<end)
    beginsLine[index] = true
    // The tag's own indentation counts only if the block has no lines.
    if let content = removeIndentation(ofBlock: index, from: end) { indentation[index] = content }
  }

  /// Removes the indentation that all lines of a block share, and returns it. Nil if the block has no lines.
  private mutating func removeIndentation(ofBlock index: Int, from first: Int) -> [UInt8]? {
    guard let close = pairs.partner[index] else { return nil }
    let lines = lineStarts(from: first, to: tokens[close].range.lowerBound)
    var common: ArraySlice<UInt8>?
    for line in lines {
      let start = removedIndentation[line] ?? line
      let own = bytes[start..<endOfBlanks(start)]
      common = common.map { $0.prefix(commonPrefix($0, own)) } ?? own
    }
    guard let common else { return nil }
    for line in lines {
      let start = removedIndentation[line] ?? line
      remove(start..<(start + common.count))
      removedIndentation[line] = start + common.count
    }
    return Array(common)
  }

  /// Offsets of the lines that are not blank, without the closing tag's line and lines that begin inside a tag.
  private func lineStarts(from first: Int, to close: Int) -> [Int] {
    var starts: [Int] = []
    var start = first
    var nextTag = tokens.firstIndex { $0.range.upperBound > first } ?? tokens.count
    while start < close {
      while nextTag < tokens.count, tokens[nextTag].range.upperBound <= start { nextTag += 1 }
      let isInsideTag = nextTag < tokens.count && tokens[nextTag].range.lowerBound < start
      let text = endOfBlanks(start)
      let isBlank = text >= close || bytes[text] == newline || bytes[text] == carriageReturn
      if !isInsideTag, !isBlank { starts.append(start) }
      guard let end = bytes[start..<close].firstIndex(of: newline) else { break }
      start = end + 1
    }
    return starts
  }

  private func commonPrefix(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    zip(a, b).prefix { $0 == $1 }.count
  }
}

// MARK: - Lines

extension LineLayout {
  /// Removes the line of a tag if there is nothing else on it, and returns its indentation.
  @discardableResult
  private mutating func removeLine(around range: Range<Int>) -> [UInt8]? {
    guard let start = lineStart(before: range.lowerBound), let end = lineEnd(after: range.upperBound) else {
      return nil
    }
    let blanks = Array(bytes[start..<range.lowerBound])
    remove(start..<range.lowerBound)
    remove(range.upperBound..<end)
    return blanks
  }

  /// The start of the line's text; nil if anything but blanks is before `position`.
  private func lineStart(before position: Int) -> Int? {
    var start = position
    while start > contentStart, bytes[start - 1].isBlank { start -= 1 }
    guard start == contentStart || bytes[start - 1] == newline else { return nil }
    return removedIndentation[start] ?? start
  }

  /// The offset after the line break; nil if there is more than blanks after `position`.
  private func lineEnd(after position: Int) -> Int? {
    let end = endOfBlanks(position)
    if end == bytes.count { return end }
    if bytes[end] == newline { return end + 1 }
    if bytes[end] == carriageReturn, end + 1 < bytes.count, bytes[end + 1] == newline { return end + 2 }
    return nil
  }

  private func endOfBlanks(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    return end
  }

  private mutating func remove(_ range: Range<Int>) {
    for index in range { isRemoved[index] = true }
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
