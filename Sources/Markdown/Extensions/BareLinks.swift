/// A link without brackets, as defined by GFM 0.29 §6.9, extended autolinks. It deviates in that it ends before
/// full-width and CJK punctuation, which URLs do not contain and which directly follows them in Chinese; before a final
/// `;`, `&`, `|` or `\`; before a final `]` or `}` without a partner in it, as before a `)`; and before a footnote.
struct BareLink {
  let range: Range<Int>
  /// The prefix that turns the text into a destination: `http://`, `mailto:`, or empty.
  let prefix: StaticString

  /// Reads a link at `www.`.
  static func www(_ bytes: [UInt8], at index: Int, in text: Range<Int>) -> BareLink? {
    guard starts(bytes, at: index, with: "www.", in: text), isBoundary(bytes, before: index, in: text) else {
      return nil
    }
    let link = url(bytes, from: index, domain: index, in: text, prefix: "http://")
    // `www.` alone names no site.
    return link.flatMap { $0.range.count > 4 ? $0 : nil }
  }

  /// Reads a link at the colon of `http://`, `https://` or `ftp://`.
  static func scheme(_ bytes: [UInt8], at colon: Int, in text: Range<Int>) -> BareLink? {
    guard colon + 3 < text.upperBound, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    for scheme: StaticString in ["http", "https", "ftp"] {
      let start = colon - scheme.utf8CodeUnitCount
      guard start >= text.lowerBound, starts(bytes, at: start, with: scheme, in: text),
        start == text.lowerBound || !isAlphanumeric(bytes[start - 1])
      else { continue }
      return url(bytes, from: start, domain: colon + 3, in: text, prefix: "")
    }
    return nil
  }

  /// Reads a mail address at its `@`.
  static func mail(_ bytes: [UInt8], at index: Int, in text: Range<Int>) -> BareLink? {
    var start = index
    while start > text.lowerBound, isMailByte(bytes[start - 1]) { start -= 1 }
    guard start < index else { return nil }
    var end = index + 1
    var hasPeriod = false
    while end < text.upperBound {
      let byte = bytes[end]
      if byte == UInt8(ascii: ".") {
        guard end > index + 1, end + 1 < text.upperBound, isAlphanumeric(bytes[end + 1]) else { break }
        hasPeriod = true
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard hasPeriod, bytes[end - 1] != UInt8(ascii: "-"), bytes[end - 1] != UInt8(ascii: "_") else { return nil }
    return BareLink(range: start..<end, prefix: "mailto:")
  }

  private static func url(
    _ bytes: [UInt8], from start: Int, domain: Int, in text: Range<Int>, prefix: StaticString
  ) -> BareLink? {
    guard hasValidDomain(bytes, domain..<text.upperBound) else { return nil }
    var end = domain
    while end < text.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<"),
      !isFullWidthPunctuation(bytes, at: end, text.upperBound), !isFootnote(bytes, at: end, text.upperBound)
    { end += 1 }
    end = withoutTrailingPunctuation(bytes, start..<end)
    guard end > domain else { return nil }
    return BareLink(range: start..<end, prefix: prefix)
  }

  /// Whether a domain has only letters, digits, `-` and `_` between its periods, and no `_` in the last two parts.
  private static func hasValidDomain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var parts = 1
    var underscores = (last: false, beforeLast: false)
    var length = 0
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        parts += 1
        underscores = (false, underscores.last)
      } else if byte == UInt8(ascii: "_") {
        underscores.last = true
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"),
        byte < 0x80 || isFullWidthPunctuation(bytes, at: index, range.upperBound)
      {
        break
      }
      length += 1
    }
    return length > 0 && bytes[range.lowerBound] != UInt8(ascii: ".") && !underscores.last && !underscores.beforeLast
  }

  private static func withoutTrailingPunctuation(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    // Counted once, as counting for each bracket would take quadratic time.
    func excess(_ close: Unicode.Scalar, over open: Unicode.Scalar) -> Int {
      let (open, close) = (UInt8(ascii: open), UInt8(ascii: close))
      return bytes[range].reduce(0) { $0 + ($1 == close ? 1 : $1 == open ? -1 : 0) }
    }
    var surplus = (round: excess(")", over: "("), square: excess("]", over: "["), curly: excess("}", over: "{"))
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""),
        UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "&"):
        end -= 1
      case UInt8(ascii: ")"):
        guard surplus.round > 0 else { return end }
        surplus.round -= 1
        end -= 1
      case UInt8(ascii: "]"):
        guard surplus.square > 0 else { return end }
        surplus.square -= 1
        end -= 1
      case UInt8(ascii: "}"):
        guard surplus.curly > 0 else { return end }
        surplus.curly -= 1
        end -= 1
      case UInt8(ascii: ";"):
        var start = end - 1
        while start > range.lowerBound, isAlphanumeric(bytes[start - 1]) { start -= 1 }
        let isReference = start < end - 1 && start > range.lowerBound && bytes[start - 1] == UInt8(ascii: "&")
        end = isReference ? start - 1 : end - 1
      default: return end
      }
    }
    return end
  }
}

/// Whether a link can start at `index`: at the start of the text, or after a blank, `*`, `_`, `~`, `(`, or a character
/// outside ASCII.
private func isBoundary(_ bytes: [UInt8], before index: Int, in text: Range<Int>) -> Bool {
  guard index > text.lowerBound else { return true }
  switch bytes[index - 1] {
  case 0...0x20, 0x80..., UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): return true
  default: return false
  }
}

private func starts(_ bytes: [UInt8], at index: Int, with word: StaticString, in text: Range<Int>) -> Bool {
  guard index + word.utf8CodeUnitCount <= text.upperBound else { return false }
  return word.withUTF8Buffer { word in
    for offset in word.indices where lowered(bytes[index + offset]) != word[offset] { return false }
    return true
  }
}

/// An ASCII letter in lower case; any other byte unchanged.
func lowered(_ byte: UInt8) -> UInt8 {
  UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}

private func isMailByte(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "+")
}

private func isFootnote(_ bytes: [UInt8], at index: Int, _ end: Int) -> Bool {
  bytes[index] == Sentinel.lead && index + 1 < end && bytes[index + 1] == Sentinel.footnote
}

/// U+3000 to U+3020, U+FF01 to U+FF0F and the other full-width punctuation, and the quotation marks and dots that
/// Chinese shares with Latin scripts.
private func isFullWidthPunctuation(_ bytes: [UInt8], at index: Int, _ end: Int) -> Bool {
  guard bytes[index] >= 0xE2, index + 2 < end else { return false }
  let (second, third) = (bytes[index + 1], bytes[index + 2])
  switch bytes[index] {
  case 0xE2: return second == 0x80 && (0x94...0xA6).contains(third)
  case 0xE3: return second == 0x80 && third <= 0xA0
  case 0xEF:
    return second == 0xBC && (third <= 0x8F || 0x9A...0xA0 ~= third || third >= 0xBB)
      || second == 0xBD && 0x9B...0xA5 ~= third
  default: return false
  }
}
