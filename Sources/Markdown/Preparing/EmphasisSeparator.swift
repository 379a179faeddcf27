/// Teaches libcmark emphasis beside Chinese punctuation, for which `PlainInlineReader` has a rule of its own
/// (`CharacterClass.opensAndCloses`).
///
/// Next to a run of `*` libcmark wants two letters or two punctuation marks, or else the run opens or closes only.
/// Where the amendment lets it do both, a sentinel that counts as punctuation is inserted between the run and the
/// letter. It is taken out of the tree at once (`SyntaxTree.removeSeparators`).
struct EmphasisSeparator {
  /// The sentinel that otherwise starts a table cell: there a space follows it, and beside a run never.
  static let bytes: [UInt8] = [Sentinel.lead, Sentinel.piece]
  static let length = 2

  /// Whether one is needed before the run, and after it.
  let before: Bool
  let after: Bool
  /// The end of the run.
  let end: Int

  /// The run of `*` at `start`. `text` is the part of one line that libcmark reads as inlines.
  init(_ bytes: [UInt8], from start: Int, in text: Range<Int>) {
    var end = start + 1
    while end < text.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
    self.end = end
    guard start > text.lowerBound, end < text.upperBound else {
      (before, after) = (false, false)
      return
    }
    let previous = Neighbour(before: start, in: bytes, from: text.lowerBound)
    let next = Neighbour(at: end, in: bytes, to: text.upperBound)
    let isSeparated = !previous.isSpace && !next.isSpace && (previous.isWide || next.isWide)
    // Two letters need no separator, and neither do two punctuation marks.
    let (isPunctuation, isNextPunctuation) = (previous.isPunctuation ?? false, next.isPunctuation ?? false)
    let isKnown = previous.isPunctuation != nil && next.isPunctuation != nil
    before = isSeparated && (!isKnown || !isPunctuation && isNextPunctuation)
    after = isSeparated && (!isKnown || isPunctuation && !isNextPunctuation)
  }

  /// A character beside a run.
  private struct Neighbour {
    var isSpace = false
    var isWide = false
    /// Nil if libcmark may see it otherwise.
    var isPunctuation: Bool?

    init(at index: Int, in bytes: [UInt8], to end: Int) {
      let scalar = Neighbour.scalar(bytes[index..<min(end, index + 4)])
      self.init(scalar)
    }

    /// The character before `index`. A variation selector belongs to the one before it.
    init(before index: Int, in bytes: [UInt8], from first: Int) {
      let last = Neighbour.start(before: index, in: bytes, from: first)
      let scalar = Neighbour.scalar(bytes[last..<index])
      self.init(scalar)
      switch scalar.value {
      case 0xE0100...0xE01EF: isWide = true
      case 0xFE00...0xFE0E where last > first:
        let base = Neighbour.scalar(bytes[Neighbour.start(before: last, in: bytes, from: first)..<last])
        let isQuotationMark = [0x2018, 0x2019, 0x201C, 0x201D].contains(base.value)
        isWide = base.isWide || isQuotationMark && scalar.value == 0xFE01
      default: break
      }
    }

    private init(_ scalar: Unicode.Scalar) {
      isWide = scalar.isWide
      guard let known = CharacterClass(scalar) else { return }
      isSpace = known == .space
      isPunctuation = known.isPunctuation
    }

    private static func start(before index: Int, in bytes: [UInt8], from first: Int) -> Int {
      var start = index - 1
      while start > first, bytes[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
      return start
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar {
      var iterator = bytes.makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return "\u{FFFD}" }
      return scalar
    }
  }
}

extension SyntaxTree {
  /// Takes the separators out of everything from `first` on.
  mutating func removeSeparators(from first: Int) {
    for index in first..<nodes.count {
      nodes[index].text = withoutSeparators(nodes[index].text)
      nodes[index].detail = withoutSeparators(nodes[index].detail)
    }
    for index in first..<nodes.count where nodes[index].kind == .text && nodes[index].text.isEmpty {
      if nodes[index].parent >= 0 { unlink(NodeIndex(index)) }
    }
  }

  private func isSeparator(at index: Int, _ end: Int) -> Bool {
    guard text[index] == Sentinel.lead, index + 1 < end, text[index + 1] == Sentinel.piece else { return false }
    return index + 2 == end || text[index + 2] != UInt8(ascii: " ")
  }

  /// Closes the gaps in place.
  private mutating func withoutSeparators(_ range: TextRange) -> TextRange {
    guard text[range.bounds].contains(Sentinel.lead) else { return range }
    var end = Int(range.start)
    var index = end
    while index < Int(range.end) {
      if isSeparator(at: index, Int(range.end)) {
        index += EmphasisSeparator.length
        continue
      }
      text[end] = text[index]
      end += 1
      index += 1
    }
    return TextRange(Int(range.start)..<end)
  }
}
