import Bytes
import Diagnostics

/// The body of a page in its file: where its lines start, and which features of Markdown it may use.
struct BodyText {
  struct Features: OptionSet {
    let rawValue: UInt8
    static let backslash = Features(rawValue: 1)
    /// `[^`
    static let footnote = Features(rawValue: 2)
    /// `::`
    static let directive = Features(rawValue: 4)
    /// A line of `pipeLines`.
    static let pipe = Features(rawValue: 8)
    /// `]:`, as in a link reference definition.
    static let definition = Features(rawValue: 16)
    /// A character that the reader reserves, see `Sentinel`.
    static let reserved = Features(rawValue: 32)
    /// A byte that a bare link, an inline directive or a strikethrough may start with. Few texts have one.
    static let inlineMarkup = Features(rawValue: 64)
    /// `&#`
    static let numericReference = Features(rawValue: 128)
  }

  let source: SourceText
  /// The byte offset of the body in the file.
  let start: Int
  /// Byte offsets in the file. Lines end as in CommonMark 0.30 §2.1: LF, CR LF, or CR alone.
  private(set) var lineStarts: [Int32] = []
  private(set) var features: Features = []
  /// The 1-based numbers of the lines with a `|`, or with `:-` or `-:`, which may be below a table's heading.
  private(set) var pipeLines: [Int] = []

  init(_ source: SourceText, from start: Int) {
    self.source = source
    self.start = start
    lineStarts.reserveCapacity((source.bytes.count - start) / 32 + 1)
    scan()
  }

  var end: Int { source.bytes.count }

  /// The byte range in the file of a line, by its 1-based number, without its line break. Empty after the last line.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return end..<end }
    let first = Int(lineStarts[number - 1])
    var last = number < lineStarts.count ? Int(lineStarts[number]) : end
    while last > first, source.bytes[last - 1] == UInt8(ascii: "\n") || source.bytes[last - 1] == UInt8(ascii: "\r") {
      last -= 1
    }
    return first..<last
  }

  /// The 1-based number of the line that a byte offset of the file is on.
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
    var found = Findings(lineStarts: lineStarts, start: start)
    found.lineStarts.append(Int32(start))
    source.bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = start
      while index + 16 <= bytes.count {
        var (low, high) = notable(among: raw.vector(at: index)).bits
        while low != 0 {
          found.inspect(at: index + low.trailingZeroBitCount >> 3, bytes)
          low &= low &- 1
        }
        while high != 0 {
          found.inspect(at: index + 8 + high.trailingZeroBitCount >> 3, bytes)
          high &= high &- 1
        }
        index += 16
      }
      while index < bytes.count {
        found.inspect(at: index, bytes)
        index += 1
      }
    }
    lineStarts = found.lineStarts
    features = found.features
    pipeLines = found.pipeLines
  }

  /// The findings of `scan` so far.
  private struct Findings {
    var lineStarts: [Int32]
    var features: Features = []
    var pipeLines: [Int] = []
    let start: Int

    private mutating func noteTableLine() {
      features.insert(.pipe)
      if pipeLines.last != lineStarts.count { pipeLines.append(lineStarts.count) }
    }

    @inline(__always)
    mutating func inspect(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "\n"): lineStarts.append(Int32(index + 1))
      case UInt8(ascii: "\r"): if next != UInt8(ascii: "\n") { lineStarts.append(Int32(index + 1)) }
      case UInt8(ascii: "\\"): features.insert(.backslash)
      case UInt8(ascii: "["): if next == UInt8(ascii: "^") { features.insert(.footnote) }
      case UInt8(ascii: ":"):
        if next == UInt8(ascii: ":") { features.insert(.directive) }
        if next == UInt8(ascii: "-") || index > start && bytes[index - 1] == UInt8(ascii: "-") { noteTableLine() }
        if next == UInt8(ascii: "/") || isDirectiveNameByte(next, isFirst: true) { features.insert(.inlineMarkup) }
      case UInt8(ascii: "|"):
        noteTableLine()
      case UInt8(ascii: "]"): if next == UInt8(ascii: ":") { features.insert(.definition) }
      case UInt8(ascii: "w"), UInt8(ascii: "W"): if next | 0x20 == UInt8(ascii: "w") { features.insert(.inlineMarkup) }
      // A character reference may encode any of them.
      case UInt8(ascii: "&"):
        features.insert(.inlineMarkup)
        if next == UInt8(ascii: "#") { features.insert(.numericReference) }
      case UInt8(ascii: "@"), UInt8(ascii: "~"): features.insert(.inlineMarkup)
      case 0xC2: if (0x80...0x9F).contains(next) { features.insert(.reserved) }
      case Sentinel.lead: if next < 0x8E { features.insert(.reserved) }
      default: break
      }
    }
  }
}

/// Which of sixteen bytes `scan` has to inspect: some of ASCII, and the lead bytes of U+0080 to U+00BF and of
/// `Sentinel`.
@inline(__always)
private func notable(among bytes: ByteVector) -> SIMDMask<SIMD16<Int8>> {
  func are(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== ByteVector(repeating: byte) }
  // `[`, `\` and `]`; both cases of `w`; `|` and `~`.
  let brackets = (bytes &- ByteVector(repeating: UInt8(ascii: "["))) .<= ByteVector(repeating: 2)
  let letters = (bytes | ByteVector(repeating: 0x20)) .== ByteVector(repeating: UInt8(ascii: "w"))
  let strokes = (bytes | ByteVector(repeating: 2)) .== ByteVector(repeating: UInt8(ascii: "~"))
  let breaks = are(UInt8(ascii: "\n")) .| are(UInt8(ascii: "\r"))
  let marks = (are(UInt8(ascii: "&")) .| are(UInt8(ascii: ":"))) .| are(UInt8(ascii: "@"))
  return ((brackets .| letters) .| (strokes .| breaks)) .| (marks .| (are(0xC2) .| are(Sentinel.lead)))
}
