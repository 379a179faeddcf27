/// Which white space of a template is layout of its tags and not text.
///
/// Mustache spec, modules `sections`, `partials` and `~inheritance`: a tag alone on its line takes the line with it;
/// the white space before an inclusion indents what it includes; a block's content loses its own indentation where
/// it is written and gets that of the place where it is shown.
struct LineLayout {
  /// For every byte whether it is left out.
  private(set) var isRemoved: [Bool]
  /// By token.
  private(set) var indentation: [[UInt8]]
  private(set) var beginsLine: [Bool]

  private let bytes: [UInt8]
  private let contentStart: Int
  private let tokens: [TemplateToken]
  private let pairs: TagPairs
  /// By the offset of a line's start, the end of what blocks around it have taken of its indentation.
  private var taken: [Int: Int] = [:]

  init(_ bytes: [UInt8], from contentStart: Int, _ tokens: [TemplateToken], _ pairs: TagPairs) {
    self.bytes = bytes
    self.contentStart = contentStart
    self.tokens = tokens
    self.pairs = pairs
    isRemoved = Array(repeating: false, count: bytes.count)
    indentation = Array(repeating: [], count: tokens.count)
    beginsLine = Array(repeating: false, count: tokens.count)
    // In order of their start: a block has taken its part of a line before the tags inside it look at the line.
    for index in tokens.indices { settle(index) }
  }

  private mutating func settle(_ index: Int) {
    let token = tokens[index]
    switch token.kind {
    case .variable, .unescapedVariable: break
    case .section, .invertedSection, .silent: takeLine(around: token.range)
    case .partial:
      indentation[index] = takeLine(around: token.range) ?? []
    case .parent:
      guard let close = pairs.partner[index] else { return }
      indentation[index] = takeLine(around: token.range.lowerBound..<tokens[close].range.upperBound) ?? []
    case .block:
      isFilling(index) ? settleFilling(index) : settlePlace(index)
    case .close:
      guard let open = pairs.partner[index] else { return }
      switch tokens[open].kind {
      case .parent: break
      case .block where isFilling(open):
        // What follows is no text any more, so the tag need not be alone.
        if let start = lineStart(before: token.range.lowerBound) { remove(start..<token.range.lowerBound) }
      default: takeLine(around: token.range)
      }
    }
  }

  private func isFilling(_ index: Int) -> Bool {
    pairs.enclosing[index].map { tokens[$0].kind == .parent } ?? false
  }
}

// MARK: - Blocks

extension LineLayout {
  /// What stands before a filling is no text, so a line break behind its tag is enough.
  private mutating func settleFilling(_ index: Int) {
    guard let end = lineEnd(after: tokens[index].range.upperBound) else { return }
    remove(tokens[index].range.upperBound..<end)
    _ = takeIndentation(ofBlock: index, from: end)
  }

  private mutating func settlePlace(_ index: Int) {
    let range = tokens[index].range
    guard let start = lineStart(before: range.lowerBound) else { return }
    indentation[index] = Array(bytes[start..<range.lowerBound])
    guard let end = lineEnd(after: range.upperBound) else { return }
    remove(start..<end)
    beginsLine[index] = true
    // The content tells the indentation; the tag's own counts where there is none.
    if let content = takeIndentation(ofBlock: index, from: end) { indentation[index] = content }
  }

  /// Takes the indentation that all lines of a block have in common out of them. Nil where it has no lines.
  private mutating func takeIndentation(ofBlock index: Int, from first: Int) -> [UInt8]? {
    guard let close = pairs.partner[index] else { return nil }
    let lines = lineStarts(from: first, to: tokens[close].range.lowerBound)
    var common: ArraySlice<UInt8>?
    for line in lines {
      let start = taken[line] ?? line
      let own = bytes[start..<endOfBlanks(start)]
      common = common.map { $0.prefix(commonPrefix($0, own)) } ?? own
    }
    guard let common else { return nil }
    for line in lines {
      let start = taken[line] ?? line
      remove(start..<(start + common.count))
      taken[line] = start + common.count
    }
    return Array(common)
  }

  /// The lines that hold something, without the closing tag's own and without those that begin inside a tag.
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
  /// Removes the line when there is nothing else on it, and gives the indentation that it had.
  @discardableResult
  private mutating func takeLine(around range: Range<Int>) -> [UInt8]? {
    guard let start = lineStart(before: range.lowerBound), let end = lineEnd(after: range.upperBound) else {
      return nil
    }
    let blanks = Array(bytes[start..<range.lowerBound])
    remove(start..<range.lowerBound)
    remove(range.upperBound..<end)
    return blanks
  }

  /// Where the line's text begins, if nothing but blanks stands before `position`.
  private func lineStart(before position: Int) -> Int? {
    var start = position
    while start > contentStart, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == contentStart || bytes[start - 1] == newline else { return nil }
    return taken[start] ?? start
  }

  /// Past the line break, if nothing but blanks stands behind `position`.
  private func lineEnd(after position: Int) -> Int? {
    let end = endOfBlanks(position)
    if end == bytes.count { return end }
    if bytes[end] == newline { return end + 1 }
    if bytes[end] == carriageReturn, end + 1 < bytes.count, bytes[end + 1] == newline { return end + 2 }
    return nil
  }

  private func endOfBlanks(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    return end
  }

  private mutating func remove(_ range: Range<Int>) {
    for index in range { isRemoved[index] = true }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
