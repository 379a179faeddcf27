import Diagnostics

/// A line that is a block directive: `:::name[label]{…}`, `::name[label]{…}`, or the closing `:::`.
struct DirectiveLine {
  /// Byte offsets in the file of the first colon and of the end of the line.
  private(set) var start: Int
  let end: Int
  let colons: Int
  /// Empty for a closing line.
  private(set) var name = ""
  private(set) var label: Range<Int>?
  private(set) var attributes: [AttributeList.Attribute] = []
  private(set) var problem: AttributeList.Problem?

  var isClosing: Bool { name.isEmpty && problem == nil }
  var isContainer: Bool { colons > 2 }

  /// The directive on a line. A line that is not a directive only because of an invisible character before it is a
  /// problem.
  static func find(_ source: SourceText, _ line: Range<Int>) -> DirectiveLine? {
    let start = startOfContent(source.bytes, line)
    let visible = endOfInvisible(source.bytes, from: start, to: line.upperBound)
    guard visible > start else { return DirectiveLine(source, line) }
    guard var directive = DirectiveLine(source, visible..<line.upperBound), directive.start == visible else {
      return nil
    }
    directive.start = start
    directive.problem = AttributeList.Problem(
      range: start..<visible, message: "an invisible character is in front of the directive",
      hint: "delete everything in front of the colons")
    return directive
  }

  /// Nil for any other line. `::` is common in ordinary text (`std::vector`, `fe80::1`, `::-webkit`), so two colons
  /// make a directive only if followed by a name, and the name only by a label and attributes.
  private init?(_ source: SourceText, _ line: Range<Int>) {
    let bytes = source.bytes
    var index = startOfContent(bytes, line)
    start = index
    while index < line.upperBound, bytes[index] == UInt8(ascii: ":") { index += 1 }
    colons = index - start
    guard colons > 1 else { return nil }
    var end = line.upperBound
    while end > index, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    self.end = end
    if index == end {
      if colons < 3 { return nil }
      return
    }
    let nameStart = index
    while index < end, isDirectiveNameByte(bytes[index], isFirst: index == nameStart) { index += 1 }
    name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    guard !name.isEmpty else {
      if colons < 3 { return nil }
      problem = AttributeList.Problem(
        range: nameStart..<nameStart + 1, message: "a directive's name must follow '\(shownColons)'",
        hint: DirectiveLine.hint(
          forText: String(decoding: bytes[nameStart..<end], as: UTF8.self),
          colons: String(repeating: ":", count: colons)))
      return
    }
    readRest(bytes, from: index)
    if colons == 2, problem != nil, !looksMeant(bytes, at: index) { return nil }
  }

  /// `:::专栏1 重点工程` was meant as a box with that title.
  private static func hint(forText text: String, colons: String) -> Message {
    let isTitle =
      colons.count > 2 && text.count <= 40
      && text.allSatisfy { !$0.isASCII && !$0.isPunctuation || $0.isNumber || $0 == " " }
    return isTitle
      ? "write '\(colons)box{title=\"\(text)\"}'"
      : "write for example ':::box{title=\"…\"}', or only colons to close a directive"
  }

  private var shownColons: String { String(repeating: ":", count: colons) }

  /// Whether a malformed line is a directive with a mistake, as `::chart {id=x}`, or text, as `::before is a selector`.
  private func looksMeant(_ bytes: [UInt8], at index: Int) -> Bool {
    var next = endOfInvisible(bytes, from: index, to: end)
    while next < end, bytes[next] == UInt8(ascii: " ") { next += 1 }
    return next < end && (bytes[next] == UInt8(ascii: "{") || bytes[next] == UInt8(ascii: "[") && next == index)
  }

  private mutating func readRest(_ bytes: [UInt8], from start: Int) {
    var index = start
    if index < end, bytes[index] == UInt8(ascii: "[") {
      guard let close = closingBracket(bytes, from: index, to: end) else {
        problem = AttributeList.Problem(
          range: index..<index + 1, message: "the label of '\(shownColons)\(name)' has no closing ']'",
          hint: "write \(shownColons)\(name)[…]")
        return
      }
      label = index + 1..<close
      index = close + 1
    }
    if index < end, bytes[index] == UInt8(ascii: "{") {
      do {
        let list = try AttributeList(bytes, from: index, to: end)
        attributes = list.attributes
        index = list.end
      } catch {
        problem = error
        return
      }
    }
    guard index < end else { return }
    let rest = String(decoding: bytes[index..<end], as: UTF8.self)
    if rest.hasPrefix("｛") {
      problem = AttributeList.Problem(
        range: index..<end, message: "the braces after '\(shownColons)\(name)' are full-width ones",
        hint: "write '\(shownColons)\(name)\(DirectiveWords.withEnglishAttributes(straightened(rest)))'")
      return
    }
    problem = AttributeList.Problem(
      range: index..<end, message: "only '[label]' and '{attributes}' can follow '\(shownColons)\(name)'",
      hint: bytes[index...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "{")
        ? "write '{' without a space before it" : "put the text on a line of its own, or into an attribute")
  }
}

/// The index after the invisible characters (`InvisibleCharacter`) at `start`.
private func endOfInvisible(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var index = start
  // Such characters begin with one of few bytes, and have two or three.
  while index < end, [0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF].contains(bytes[index]) {
    let next = String(decoding: bytes[index..<min(index + 3, end)], as: UTF8.self).unicodeScalars.first
    guard let next, InvisibleCharacter(next) != nil else { break }
    index += UTF8.width(next)
  }
  return index
}

/// ASCII letters; after the first also digits and `-`.
func isDirectiveNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): !isFirst
  default: false
  }
}

/// The index of the bracket that closes the one at `start`; nil if a label would be longer than 1,000 bytes.
func closingBracket(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
  var depth = 0
  for index in start..<min(end, start + 1000) {
    if bytes[index] == UInt8(ascii: "[") { depth += 1 }
    if bytes[index] == UInt8(ascii: "]") {
      depth -= 1
      if depth == 0 { return index }
    }
  }
  return nil
}

/// The index after the indentation and the markers of quotations and list items.
private func startOfContent(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
  var index = line.lowerBound
  while index < line.upperBound {
    switch bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): index += 1
    default:
      guard let end = endOfListMarker(bytes, index, line.upperBound) else { return index }
      index = end + 1
    }
  }
  return index
}
