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
    notableBytes.withUnsafeBufferPointer { table in
      source.bytes.withUnsafeBufferPointer { bytes in
        var index = start
        while true {
          index = ByteTable.next(in: bytes, from: index, to: bytes.count, table, isASCII: false)
          guard index < bytes.count else { return }
          let byte = bytes[index]
          index += 1
          let next = index < bytes.count ? bytes[index] : 0
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
    }
    lineStarts = starts
    features = found
    pipeLines = pipes
  }
}

/// What `scan` looks at: some of ASCII, and the first bytes of U+0080 to U+00BF and of `Sentinel`'s.
private let notableBytes = ByteTable.of(Array("\n\r&:@W[\\]w|~".utf8) + [0xC2, Sentinel.lead])
