import Bytes
import Diagnostics

/// `{#id .class key=value key="quoted value" key='…' key}`. Ranges are byte ranges of the buffer it was read from.
struct AttributeList {
  struct Attribute {
    let name: String
    let value: String
    let nameRange: Range<Int>
    let valueRange: Range<Int>
  }

  /// A syntax error, with a fix.
  struct Problem: Error {
    let range: Range<Int>
    let message: Message
    let hint: Message?
  }

  private(set) var attributes: [Attribute] = []
  /// After the closing brace.
  private(set) var end: Int

  /// Reads a list from its opening brace at `start` up to `limit`.
  init(_ bytes: [UInt8], from start: Int, to limit: Int) throws(Problem) {
    var index = start + 1
    end = index
    while true {
      while index < limit, bytes[index].isBlank { index += 1 }
      guard index < limit else {
        throw Problem(
          range: start..<start + 1, message: "the attributes that start here have no closing '}'",
          hint: "write '}' after the last attribute")
      }
      if bytes[index] == UInt8(ascii: "}") {
        end = index + 1
        return
      }
      index = try readAttribute(bytes, from: index, to: limit)
    }
  }

  private mutating func readAttribute(_ bytes: [UInt8], from start: Int, to limit: Int) throws(Problem) -> Int {
    var index = start
    let mark = bytes[start]
    if mark == UInt8(ascii: "#") || mark == UInt8(ascii: ".") {
      index += 1
      while index < limit, !bytes[index].isBlank, !isDelimiter(bytes[index]), bytes[index] != UInt8(ascii: "#"),
        bytes[index] != UInt8(ascii: ".") || mark == UInt8(ascii: "#")
      { index += 1 }
      guard index > start + 1 else {
        let shown = mark == UInt8(ascii: "#") ? "#" : "."
        throw Problem(
          range: start..<start + 1, message: "a name must follow '\(shown)'",
          hint: "write for example '\(shown)goals'")
      }
      attributes.append(
        Attribute(
          name: mark == UInt8(ascii: "#") ? "id" : "class",
          value: String(decoding: bytes[start + 1..<index], as: UTF8.self), nameRange: start..<index,
          valueRange: start + 1..<index))
      return index
    }
    while index < limit, isNameByte(bytes[index], isFirst: index == start) { index += 1 }
    guard index > start else {
      throw Problem(
        range: start..<endOfScalar(bytes, start, limit),
        message: "an attribute's name cannot start with '\(scalar(bytes, start, limit))'",
        hint: hint(onChinese: start, bytes, limit) ?? hint(onSpaceBefore: start, bytes, limit))
    }
    let name = start..<index
    let text = String(decoding: bytes[name], as: UTF8.self)
    guard index < limit, bytes[index] == UInt8(ascii: "=") else {
      guard index == limit || bytes[index].isBlank || bytes[index] == UInt8(ascii: "}") else {
        throw Problem(
          range: index..<endOfScalar(bytes, index, limit),
          message: "'=' must follow the attribute name '\(text)', not '\(scalar(bytes, index, limit))'",
          hint: "write attributes as {name=value other=\"two words\"}")
      }
      attributes.append(Attribute(name: text, value: "", nameRange: name, valueRange: name))
      return index
    }
    let value = try valueRange(bytes, from: index + 1, to: limit, name: text)
    attributes.append(
      Attribute(
        name: text, value: String(decoding: bytes[value], as: UTF8.self), nameRange: name, valueRange: value))
    let isQuoted = value.lowerBound > index + 1
    return value.upperBound + (isQuoted ? 1 : 0)
  }

  /// `标题="…"` is meant as `title="…"`.
  private func hint(onChinese start: Int, _ bytes: [UInt8], _ limit: Int) -> Message? {
    guard let equals = bytes[start..<limit].firstIndex(of: UInt8(ascii: "=")),
      let name = DirectiveWords.attribute(String(decoding: bytes[start..<equals], as: UTF8.self))
    else { return nil }
    return "write '\(name)='"
  }

  /// The value before a word that is not an attribute may have a space, `title=专栏1 重点工程`, and then wants quotation
  /// marks.
  private func hint(onSpaceBefore start: Int, _ bytes: [UInt8], _ limit: Int) -> Message {
    guard let last = attributes.last, last.valueRange.lowerBound > last.nameRange.upperBound, !last.value.isEmpty,
      last.valueRange.lowerBound == last.nameRange.upperBound + 1,
      let brace = bytes[start..<limit].firstIndex(of: UInt8(ascii: "}")),
      !bytes[start..<brace].contains(UInt8(ascii: "=")), !bytes[start..<brace].contains(UInt8(ascii: "\""))
    else { return "write attributes as {name=value other=\"two words\"}" }
    let words = String(decoding: bytes[last.valueRange.lowerBound..<brace], as: UTF8.self)
    return "write \(last.name)=\"\(words)\": a value with a space needs quotes"
  }

  /// The range of a value without its quotation marks.
  private func valueRange(
    _ bytes: [UInt8], from start: Int, to limit: Int, name: String
  ) throws(Problem) -> Range<Int> {
    guard start < limit, !bytes[start].isBlank, bytes[start] != UInt8(ascii: "}") else {
      throw Problem(
        range: start - 1..<start, message: "a value must follow '\(name)='",
        hint: "write \(name)=value or \(name)=\"two words\", without a space after '='")
    }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[start + 1..<limit].firstIndex(of: quote) else {
        throw Problem(
          range: start..<start + 1, message: "the value of '\(name)' has no closing quotation mark",
          hint: "write \(name)=\"…\"")
      }
      return start + 1..<end
    }
    let first = scalar(bytes, start, limit)
    if first == "“" || first == "”" || first == "„" || first == "＂" {
      throw Problem(
        range: start..<endOfScalar(bytes, start, limit),
        message: "the value of '\(name)' has typographic quotation marks",
        hint: "use straight ones: \(name)=\"…\"")
    }
    var index = start
    while index < limit, !bytes[index].isBlank, bytes[index] != UInt8(ascii: "}") { index += 1 }
    return start..<index
  }
}

private func isDelimiter(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"),
    UInt8(ascii: "<"), UInt8(ascii: ">"):
    true
  default: false
  }
}

private func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): !isFirst
  default: false
  }
}

private func endOfScalar(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
  var end = start + 1
  while end < limit, bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
  return end
}

private func scalar(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> String {
  String(decoding: bytes[start..<endOfScalar(bytes, start, limit)], as: UTF8.self)
}
