// Chinese and Japanese put no space between lines (CSS Text 3 §4.1.3, segment break transformation).
extension SyntaxTree {
  /// Whether a line break renders as nothing: between two wide characters, or next to full-width punctuation. Korean
  /// is written with spaces.
  func isJoined(_ lineBreak: NodeIndex) -> Bool {
    guard let before = scalar(before: lineBreak) else { return false }
    let left = before.width
    guard let after = scalar(after: lineBreak) else { return false }
    let right = after.width
    if left == .hangul || right == .hangul { return false }
    if left == .punctuation || right == .punctuation { return true }
    // Quotation marks, dashes and dots are as wide as the character next to them.
    return left == .wide && (right == .wide || right == .ambiguous) || left == .ambiguous && right == .wide
  }

  /// Whether the spaces at the start of a text render as nothing: after emphasis that ends with a full-width mark,
  /// where authors write a space so that other programs see the end of the emphasis: `**注意。** 下文`.
  func hidesFirstSpaces(of node: NodeIndex) -> Bool {
    let range = self[node].text
    guard range.start < range.end, text[Int(range.start)] == UInt8(ascii: " "), self[node].previous >= 0 else {
      return false
    }
    let emphasis = self[self[node].previous].kind
    let isEmphasis = emphasis == .strong || emphasis == .emphasis
    guard isEmphasis, scalar(before: node)?.width == .punctuation else { return false }
    let rest = range.bounds.drop { text[$0] == UInt8(ascii: " ") }
    guard let next = firstScalar(TextRange(rest)) else { return false }
    return next.width != .narrow && next.width != .hangul
  }

  private func scalar(before node: NodeIndex) -> Unicode.Scalar? {
    var index = node
    while true {
      while self[index].previous < 0 {
        index = self[index].parent
        guard index >= 0, self[index].kind.isInlineContainer else { return nil }
      }
      index = self[index].previous
      while self[index].lastChild >= 0 { index = self[index].lastChild }
      switch self[index].kind {
      case .text where self[index].text.isEmpty, .footnoteReference, .hidden: continue
      case .text, .code: return lastScalar(self[index].text)
      default: return nil
      }
    }
  }

  private func scalar(after node: NodeIndex) -> Unicode.Scalar? {
    var index = node
    while true {
      while self[index].next < 0 {
        index = self[index].parent
        guard index >= 0, self[index].kind.isInlineContainer else { return nil }
      }
      index = self[index].next
      while self[index].firstChild >= 0, self[index].kind != .image { index = self[index].firstChild }
      switch self[index].kind {
      case .text where self[index].text.isEmpty, .hidden: continue
      case .text, .code: return firstScalar(self[index].text)
      default: return nil
      }
    }
  }

  private func firstScalar(_ range: TextRange) -> Unicode.Scalar? {
    var iterator = text[range.bounds.prefix(4)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  private func lastScalar(_ range: TextRange) -> Unicode.Scalar? {
    var start = Int(range.end) - 1
    guard start >= Int(range.start) else { return nil }
    while start > Int(range.start), text[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
    return firstScalar(TextRange(start..<Int(range.end)))
  }
}

extension NodeKind {
  var isInlineContainer: Bool {
    switch self {
    case .emphasis, .strong, .link, .strikethrough: true
    default: false
    }
  }
}

private enum Width {
  case narrow, wide, punctuation, ambiguous, hangul
}

extension Unicode.Scalar {
  /// The East Asian width (UAX #11), by block.
  fileprivate var width: Width {
    switch value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA0...0xFFDC: .hangul
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFE30...0xFE4F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65:
      .punctuation
    case 0x2E80...0x3000, 0x3004...0x3007, 0x3012...0x3013, 0x3020...0x303E, 0x3041...0x312F, 0x3190...0x4DBF,
      0x4E00...0xA4CF, 0xF900...0xFAFF, 0xFF10...0xFF9F, 0x20000...0x3FFFD:
      .wide
    case 0x00B7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: .ambiguous
    default: .narrow
    }
  }
}
