/// The part of an inline link or image after its text: `(destination "title")`. CommonMark 0.30 §6.3.
struct LinkTail {
  let destination: Range<Int>
  let title: Range<Int>
  /// After the `)`.
  let end: Int

  /// Nil if there is none at `start`. Brackets without it are a link only if the page has link reference definitions,
  /// and such pages are not read plainly. One that might continue on the next line is left to libcmark.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Int, isLastLine: Bool) throws(NotPlain) {
    guard start < lineEnd, bytes[start] == UInt8(ascii: "(") else { return nil }
    let line = Rest(bytes: bytes, end: lineEnd, isLast: isLastLine)
    let destinationStart = line.afterSpaces(start + 1)
    guard let destinationEnd = try line.endOfDestination(from: destinationStart) else { return nil }
    var index = line.afterSpaces(destinationEnd)
    var title = index..<index
    if index > destinationEnd, index < lineEnd, let close = LinkTail.closingMark(of: bytes[index]) {
      guard let end = try line.endOfTitle(from: index + 1, open: bytes[index], close) else { return nil }
      title = index + 1..<end
      index = line.afterSpaces(end + 1)
    }
    guard index < lineEnd else {
      _ = try line.unfinished()
      return nil
    }
    guard bytes[index] == UInt8(ascii: ")") else { return nil }
    destination = destinationStart..<destinationEnd
    self.title = title
    end = index + 1
  }

  private static func closingMark(of open: UInt8) -> UInt8? {
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): open
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }
}

extension LinkTail {
  /// The line of the link.
  private struct Rest {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    let isLast: Bool

    func afterSpaces(_ index: Int) -> Int {
      var index = index
      while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
      return index
    }

    /// At the end of the line: nil on the last line of a leaf; elsewhere the next line might continue the link.
    func unfinished() throws(NotPlain) -> Int? {
      if isLast { return nil }
      throw NotPlain()
    }

    func endOfDestination(from start: Int) throws(NotPlain) -> Int? {
      var index = start
      var depth = 0
      while index < end {
        switch bytes[index] {
        case UInt8(ascii: "<") where index == start: throw NotPlain()
        case UInt8(ascii: "\\"), 0..<0x20, 0x7F: throw NotPlain()
        case UInt8(ascii: "&"): if mayBeReference(bytes, index, end) { throw NotPlain() }
        case UInt8(ascii: "("):
          depth += 1
          if depth > 30 { throw NotPlain() }
        case UInt8(ascii: ")"):
          if depth == 0 { return index }
          depth -= 1
        case UInt8(ascii: " "): return depth == 0 ? index : nil
        default: break
        }
        index += 1
      }
      return try unfinished()
    }

    func endOfTitle(from start: Int, open: UInt8, _ close: UInt8) throws(NotPlain) -> Int? {
      var index = start
      while index < end {
        let byte = bytes[index]
        if byte == close { return index }
        if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") || byte < 0x20 { throw NotPlain() }
        if byte == open { return nil }
        index += 1
      }
      return try unfinished()
    }
  }
}
