/// Counts line breaks and characters in a stretch of bytes.
///
/// A file may have a finding in every few bytes, and each counts from the last checkpoint, or in a short file from the
/// start. The loops have no branch and fixed lengths, so that the compiler makes vector instructions of them.
struct LineScan {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Bytes that one loop counts in a byte of its own.
  private static let block = 128

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The number of lines that end inside the range: with LF, the LF of CRLF, or CR alone.
  func lineBreaks(in range: Range<Int>) -> Int {
    // The last byte of the file has no byte after it, which a CR needs.
    let end = min(range.upperBound, bytes.count - 1)
    var count = range.upperBound > end && range.contains(end) && isLineBreak(at: end) ? 1 : 0
    var index = range.lowerBound
    while index + LineScan.block <= end {
      var blockCount: UInt8 = 0
      for offset in 0..<LineScan.block {
        let (byte, next) = (bytes[index &+ offset], bytes[index &+ offset &+ 1])
        let isFeed: UInt8 = byte == newline ? 1 : 0
        let isReturn: UInt8 = byte == carriageReturn ? 1 : 0
        let isPair: UInt8 = next == newline ? 1 : 0
        blockCount &+= isFeed | (isReturn & (1 &- isPair))
      }
      count += Int(blockCount)
      index += LineScan.block
    }
    while index < end {
      if isLineBreak(at: index) { count += 1 }
      index += 1
    }
    return count
  }

  /// The number of Unicode scalars that begin inside the range.
  func scalars(in range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index + LineScan.block <= range.upperBound {
      var blockCount: UInt8 = 0
      for offset in 0..<LineScan.block { blockCount &+= bytes[index &+ offset] & 0b1100_0000 == 0b1000_0000 ? 0 : 1 }
      count += Int(blockCount)
      index += LineScan.block
    }
    while index < range.upperBound {
      if !isContinuation(bytes[index]) { count += 1 }
      index += 1
    }
    return count
  }

  /// The offset after the last line break in the range; nil if no line ends in it.
  func lastLineStart(in range: Range<Int>) -> Int? {
    var end = range.upperBound
    while end - range.lowerBound >= LineScan.block {
      var mayBreak: UInt8 = 0
      for offset in 1...LineScan.block {
        let byte = bytes[end &- offset]
        let isFeed: UInt8 = byte == newline ? 1 : 0
        let isReturn: UInt8 = byte == carriageReturn ? 1 : 0
        mayBreak |= isFeed | isReturn
      }
      if mayBreak != 0, let start = lastLineStart(near: end, downTo: end - LineScan.block) { return start }
      end -= LineScan.block
    }
    return lastLineStart(near: end, downTo: range.lowerBound)
  }

  private func lastLineStart(near end: Int, downTo start: Int) -> Int? {
    var index = end
    while index > start {
      if isLineBreak(at: index - 1) { return index }
      index -= 1
    }
    return nil
  }

  /// LF, the LF of CRLF, or CR alone. CommonMark 0.30 §2.1, YAML 1.2 §5.4; old spreadsheets write CR.
  func isLineBreak(at index: Int) -> Bool {
    switch bytes[index] {
    case newline: true
    case carriageReturn: index + 1 == bytes.count || bytes[index + 1] != newline
    default: false
    }
  }
}

@inline(__always)
func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
