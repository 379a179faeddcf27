import Bytes
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
    var found = Findings(lineStarts: lineStarts)
    found.lineStarts.append(Int32(start))
    source.bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = start
      while index + 16 <= bytes.count {
        var (low, high) = notable(among: raw.sixteen(at: index)).bits
        while low != 0 {
          found.look(at: index + low.trailingZeroBitCount >> 3, bytes)
          low &= low &- 1
        }
        while high != 0 {
          found.look(at: index + 8 + high.trailingZeroBitCount >> 3, bytes)
          high &= high &- 1
        }
        index += 16
      }
      while index < bytes.count {
        found.look(at: index, bytes)
        index += 1
      }
    }
    lineStarts = found.lineStarts
    features = found.features
    pipeLines = found.pipeLines
  }

  /// What `scan` has found so far.
  private struct Findings {
    var lineStarts: [Int32]
    var features: Features = []
    var pipeLines: [Int] = []

    @inline(__always)
    mutating func look(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch bytes[place] {
      case UInt8(ascii: "\n"): lineStarts.append(Int32(place + 1))
      case UInt8(ascii: "\r"): if next != UInt8(ascii: "\n") { lineStarts.append(Int32(place + 1)) }
      case UInt8(ascii: "\\"): features.insert(.backslash)
      case UInt8(ascii: "["): if next == UInt8(ascii: "^") { features.insert(.footnote) }
      case UInt8(ascii: ":"):
        if next == UInt8(ascii: ":") { features.insert(.directive) }
        if next == UInt8(ascii: "/") || isDirectiveNameByte(next, isFirst: true) { features.insert(.inlineMarkup) }
      case UInt8(ascii: "|"):
        features.insert(.pipe)
        if pipeLines.last != lineStarts.count { pipeLines.append(lineStarts.count) }
      case UInt8(ascii: "]"): if next == UInt8(ascii: ":") { features.insert(.definition) }
      case UInt8(ascii: "w"), UInt8(ascii: "W"): if next | 0x20 == UInt8(ascii: "w") { features.insert(.inlineMarkup) }
      // A character reference may stand for any of them.
      case UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "&"): features.insert(.inlineMarkup)
      case 0xC2: if (0x80...0x9F).contains(next) { features.insert(.reserved) }
      case Sentinel.lead: if next < 0x8E { features.insert(.reserved) }
      default: break
      }
    }
  }
}

/// Which of sixteen bytes `scan` looks at: some of ASCII, and the first bytes of U+0080 to U+00BF and of `Sentinel`'s.
@inline(__always)
private func notable(among bytes: Sixteen) -> SIMDMask<SIMD16<Int8>> {
  func are(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== Sixteen(repeating: byte) }
  // `[`, `\` and `]`; both cases of `w`; `|` and `~`.
  let brackets = (bytes &- Sixteen(repeating: UInt8(ascii: "["))) .<= Sixteen(repeating: 2)
  let letters = (bytes | Sixteen(repeating: 0x20)) .== Sixteen(repeating: UInt8(ascii: "w"))
  let strokes = (bytes | Sixteen(repeating: 2)) .== Sixteen(repeating: UInt8(ascii: "~"))
  let breaks = are(UInt8(ascii: "\n")) .| are(UInt8(ascii: "\r"))
  let marks = (are(UInt8(ascii: "&")) .| are(UInt8(ascii: ":"))) .| are(UInt8(ascii: "@"))
  return ((brackets .| letters) .| (strokes .| breaks)) .| (marks .| (are(0xC2) .| are(Sentinel.lead)))
}
