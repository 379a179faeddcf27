/// What stands behind the text of a link or an image in brackets: `(destination "title")`. CommonMark 0.30, §6.3.
struct LinkTail {
  private typealias Unknown = PlainBlockReader.Unknown

  let destination: Range<Int>
  let title: Range<Int>
  /// Behind the `)`.
  let end: Int

  /// Nil where there is none from `start` on. A text without it is a link only where the page defines its destination, and
  /// such pages are not read here. On the last line of a leaf nothing goes on; elsewhere it might with the next line, and is
  /// left to libcmark.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Int, isLastLine: Bool) throws(PlainBlockReader
    .Unknown)
  {
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
  /// The line that it stands on.
  private struct Rest {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    let isLast: Bool

    func afterSpaces(_ place: Int) -> Int {
      var place = place
      while place < end, bytes[place] == UInt8(ascii: " ") { place += 1 }
      return place
    }

    /// The line is over: there is no such thing, unless it goes on with the next line.
    func unfinished() throws(Unknown) -> Int? {
      if isLast { return nil }
      throw Unknown()
    }

    func endOfDestination(from start: Int) throws(Unknown) -> Int? {
      var index = start
      var depth = 0
      while index < end {
        switch bytes[index] {
        case UInt8(ascii: "<") where index == start: throw Unknown()
        case UInt8(ascii: "\\"), 0..<0x20, 0x7F: throw Unknown()
        case UInt8(ascii: "&"): if mayBeReference(bytes, index, end) { throw Unknown() }
        case UInt8(ascii: "("):
          depth += 1
          if depth > 30 { throw Unknown() }
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

    func endOfTitle(from start: Int, open: UInt8, _ close: UInt8) throws(Unknown) -> Int? {
      var index = start
      while index < end {
        let byte = bytes[index]
        if byte == close { return index }
        if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") || byte < 0x20 { throw Unknown() }
        if byte == open { return nil }
        index += 1
      }
      return try unfinished()
    }
  }
}
