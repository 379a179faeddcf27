import Bytes
import Diagnostics

/// The line of a YAML file around an offset, for messages.
struct LineContext {
  let source: SourceText
  private let offset: Int
  /// The offset of the line.
  let start: Int
  /// The offset of its first byte after the indentation.
  let firstByte: Int
  private let end: Int

  init(_ source: SourceText, at offset: Int) {
    let bytes = source.bytes
    let offset = min(offset, bytes.count)
    var start = offset
    while start > 0, !isLineBreak(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < bytes.count, !isLineBreak(bytes[end]) { end += 1 }
    var first = start
    while first < end, bytes[first].isBlank { first += 1 }
    self.source = source
    self.offset = offset
    self.start = start
    self.firstByte = first
    self.end = end
  }

  /// The byte at the offset; nil at the end of the file.
  var byte: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

  var character: String { String(decoding: source.bytes[offset..<end], as: UTF8.self).prefix(1).description }

  /// The text between the indentation and the offset.
  var textBefore: String { String(decoding: source.bytes[min(firstByte, offset)..<offset], as: UTF8.self) }

  /// The line without leading and trailing spaces.
  var trimmedLine: String {
    var end = end
    while end > firstByte, source.bytes[end - 1].isBlank { end -= 1 }
    return String(decoding: source.bytes[firstByte..<end], as: UTF8.self)
  }

  /// The correction of `key: a: b`: the value in quotes, or in braces if it begins with a year.
  var quoted: Message {
    let text = trimmedLine
    guard let colon = text.firstRange(of: ": "), text.count <= 80 else { return "put the value in quotes" }
    let (key, value) = (text[..<colon.lowerBound], text[colon.upperBound...])
    if value.prefix(4).allSatisfy({ $0.isASCII && $0.isNumber }), value.dropFirst(4).first == ":" {
      return "write '\(key): {\(value)}'"
    }
    guard !value.contains("\""), !value.contains("\\") else { return "put the value in quotes" }
    return "write '\(key): \"\(value)\"', with the value in quotes"
  }

  /// The line with `: ` in place of its first full-width colon; nil if it has none.
  var withOrdinaryColon: String? {
    let text = trimmedLine
    guard let colon = text.firstIndex(of: "：") else { return nil }
    return "\(text[..<colon]): \(text[text.index(after: colon)...].drop { $0 == " " })"
  }

  private var parts: (key: Substring, value: Substring)? {
    let text = trimmedLine[...]
    guard let colon = text.firstRange(of: ": "), text.count <= 80 else { return nil }
    return (text[..<colon.lowerBound], text[colon.upperBound...])
  }

  /// The correction of `target: >=320`.
  var comparison: Message? {
    guard let parts, let mark = [">=", ">"].first(where: parts.value.hasPrefix),
      parts.key.hasSuffix("target") || parts.key.hasSuffix("value"),
      DecimalNumber(String(parts.value.dropFirst(mark.count).drop { $0 == " " })) != nil
    else { return nil }
    let number = parts.value.dropFirst(mark.count).drop { $0 == " " }
    return "write '\(parts.key): {value: \(number), comparator: \"\(mark)\"}'"
  }

  /// The correction of `title: > text`.
  var quotedBlock: Message? {
    guard let parts, parts.value.count > 2, !parts.value.contains("\""), !parts.value.contains("\\") else { return nil }
    return "write '\(parts.key): \"\(parts.value)\"', with the value in quotes"
  }

  /// The correction of `title: "some" words`.
  var quotedAround: Message? {
    guard let parts, parts.value.hasPrefix("\""), !parts.value.contains("\\") else { return nil }
    let escaped = parts.value.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
    return "write '\(parts.key): \"\(escaped)\"', with the value in quotes"
  }

  /// The nearest line above that is not blank.
  var above: LineContext? {
    var index = start
    while index > 0, isLineBreak(source.bytes[index - 1]) || source.bytes[index - 1].isBlank { index -= 1 }
    return index > 0 ? LineContext(source, at: index) : nil
  }
}

extension SourceText {
  /// Whether a scalar is quoted and spans several lines.
  func isQuotedOverSeveralLines(_ scalar: SourceRange) -> Bool {
    guard let first = bytes[scalar.bounds].first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return false }
    return bytes[scalar.bounds].contains(where: isLineBreak)
  }

  /// The offset of the last byte before `offset` that is neither space nor line break; 0 if there is none.
  func lastVisibleByte(before offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].lastIndex { !isLineBreak($0) && !$0.isBlank } ?? 0
  }
}

private func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
