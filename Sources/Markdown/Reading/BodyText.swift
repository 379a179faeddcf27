import Diagnostics

/// The body of a page as it stands in its file: where its lines start, and which bytes are worth a closer look.
struct BodyText {
  struct Features: OptionSet {
    let rawValue: UInt8
    static let backslash = Features(rawValue: 1)
    /// `[^`
    static let footnote = Features(rawValue: 2)
    /// `::`
    static let directive = Features(rawValue: 4)
    static let pipe = Features(rawValue: 8)
    /// `]:`, as in a link reference definition.
    static let definition = Features(rawValue: 16)
    /// A character that the reader uses for itself, see `Sentinel`.
    static let reserved = Features(rawValue: 32)
    /// What a bare link, an inline directive or a strikethrough may begin with. Few texts have one.
    static let inlineMarkup = Features(rawValue: 64)
  }

  let source: SourceText
  /// In bytes from the start of the file.
  let start: Int
  /// In bytes from the start of the file. Lines end as in CommonMark 0.30 §2.1: LF, CR LF, or CR alone.
  private(set) var lineStarts: [Int32] = []
  private(set) var features: Features = []
  /// The numbers of the lines that have a `|`, from 1.
  private(set) var pipeLines: [Int] = []

  init(_ source: SourceText, from start: Int) {
    self.source = source
    self.start = start
    lineStarts.reserveCapacity((source.bytes.count - start) / 32 + 1)
    scan()
  }

  var end: Int { source.bytes.count }

  /// A line, counted from 1, without its line break. Empty past the end.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return end..<end }
    let first = Int(lineStarts[number - 1])
    var last = number < lineStarts.count ? Int(lineStarts[number]) : end
    while last > first, source.bytes[last - 1] == UInt8(ascii: "\n") || source.bytes[last - 1] == UInt8(ascii: "\r") {
      last -= 1
    }
    return first..<last
  }

  /// The number of the line, from 1, that a byte of the file is on.
  func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  private mutating func scan() {
    lineStarts.append(Int32(start))
    var starts = lineStarts
    var found: Features = []
    var pipes: [Int] = []
    source.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let count = bytes.count
      var index = start
      while index < count {
        let byte = bytes[index]
        // Inside: `index + 8` is held against `count` first.
        if byte >= 0x80, index + 8 <= count, isUnremarkable((base + index).loadUnaligned(as: UInt64.self)) {
          index += 8
          continue
        }
        index += 1
        guard isNotable(byte) else { continue }
        let next = index < count ? bytes[index] : 0
        switch byte {
        case UInt8(ascii: "\n"): starts.append(Int32(index))
        case UInt8(ascii: "\r"): if next != UInt8(ascii: "\n") { starts.append(Int32(index)) }
        case UInt8(ascii: "\\"): found.insert(.backslash)
        case UInt8(ascii: "["): if next == UInt8(ascii: "^") { found.insert(.footnote) }
        case UInt8(ascii: ":"):
          if next == UInt8(ascii: ":") { found.insert(.directive) }
          if next == UInt8(ascii: "/") || isDirectiveNameByte(next, isFirst: true) { found.insert(.inlineMarkup) }
        case UInt8(ascii: "|"):
          found.insert(.pipe)
          if pipes.last != starts.count { pipes.append(starts.count) }
        case UInt8(ascii: "]"): if next == UInt8(ascii: ":") { found.insert(.definition) }
        case UInt8(ascii: "w"), UInt8(ascii: "W"): if next | 0x20 == UInt8(ascii: "w") { found.insert(.inlineMarkup) }
        // A character reference may stand for any of them.
        case UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "&"): found.insert(.inlineMarkup)
        case 0xC2: if (0x80...0x9F).contains(next) { found.insert(.reserved) }
        default: if next < 0x8E { found.insert(.reserved) }
        }
      }
    }
    lineStarts = starts
    features = found
    pipeLines = pipes
  }
}

/// Whether eight bytes are all beyond ASCII and none of them begins a character that `scan` looks at.
@inline(__always)
private func isUnremarkable(_ word: UInt64) -> Bool {
  let high: UInt64 = 0x8080_8080_8080_8080
  let low: UInt64 = 0x0101_0101_0101_0101
  guard word & high == high else { return false }
  // A byte that is zero borrows from its high bit (Warren, Hacker's Delight §6-1).
  let (c2, dc) = (word ^ 0xC2C2_C2C2_C2C2_C2C2, word ^ 0xDCDC_DCDC_DCDC_DCDC)
  return (c2 &- low) & ~c2 & high == 0 && (dc &- low) & ~dc & high == 0
}

/// Called for every byte of the page that is not in a run of Chinese.
@inline(__always)
private func isNotable(_ byte: UInt8) -> Bool {
  if byte >= 0x80 { return byte == 0xC2 || byte == 0xDC }
  // A bit for each byte of ASCII: `\n \r & :` below 64, `@ W [ \ ] w | ~` above.
  let bits: UInt64 = byte < 64 ? 0x0400_0040_0000_2400 : 0x5080_0000_3880_0001
  return bits >> UInt64(byte & 63) & 1 == 1
}
