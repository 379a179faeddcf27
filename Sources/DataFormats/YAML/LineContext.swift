import Diagnostics

/// The line of a YAML file around a place, as an author sees it.
struct LineContext {
  let source: SourceText
  private let place: Int
  /// The byte at which the line begins.
  let start: Int
  /// The byte at which its text begins, behind the indentation.
  let firstByte: Int
  private let end: Int

  init(_ source: SourceText, at place: Int) {
    let bytes = source.bytes
    let place = min(place, bytes.count)
    var start = place
    while start > 0, !isLineBreak(bytes[start - 1]) { start -= 1 }
    var end = place
    while end < bytes.count, !isLineBreak(bytes[end]) { end += 1 }
    var first = start
    while first < end, isSpace(bytes[first]) { first += 1 }
    self.source = source
    self.place = place
    self.start = start
    self.firstByte = first
    self.end = end
  }

  /// At the place; nil at the end of the file.
  var byte: UInt8? { place < source.bytes.count ? source.bytes[place] : nil }

  /// The character at the place, in one piece.
  var character: String { String(decoding: source.bytes[place..<end], as: UTF8.self).prefix(1).description }

  /// From the indentation to the place.
  var textBefore: String { String(decoding: source.bytes[min(firstByte, place)..<place], as: UTF8.self) }

  /// Without the spaces around it.
  var trimmedLine: String {
    var end = end
    while end > firstByte, isSpace(source.bytes[end - 1]) { end -= 1 }
    return String(decoding: source.bytes[firstByte..<end], as: UTF8.self)
  }

  /// The nearest line above that is not blank.
  var above: LineContext? {
    var index = start
    while index > 0, isLineBreak(source.bytes[index - 1]) || isSpace(source.bytes[index - 1]) { index -= 1 }
    return index > 0 ? LineContext(source, at: index) : nil
  }
}

extension SourceText {
  /// Whether a scalar begins with a quote mark on one line and ends on another.
  func isQuotedOverSeveralLines(_ scalar: SourceRange) -> Bool {
    guard let first = bytes[scalar.bounds].first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return false }
    return bytes[scalar.bounds].contains(where: isLineBreak)
  }

  /// The last byte before a place that is neither space nor line break; 0 if there is none.
  func lastVisibleByte(before place: Int) -> Int {
    bytes[..<min(place, bytes.count)].lastIndex { !isLineBreak($0) && !isSpace($0) } ?? 0
  }
}

private func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
