import Diagnostics

/// The body as the block readers get it: escapes and footnote labels are sentinels, the lines of directives and footnote
/// definitions are blocks of CommonMark. Each line of the body is one line here.
struct PreparedBody {
  /// A line that was replaced.
  struct Marker {
    enum Kind {
      /// The index in `directiveLines`.
      case directive(Int)
      /// The index in `definitions`.
      case definition(Int)
    }

    let kind: Kind
    /// 1-based, in the body.
    let line: Int
    /// The byte range in the file that was replaced: a directive to the end of its line, a definition up to its text.
    let original: Range<Int>
    let replacement: [UInt8]
  }

  struct Definition {
    let label: String
    /// `[^label]:`
    let range: SourceRange
  }

  private(set) var bytes: [UInt8] = []
  /// Indices of `bytes`.
  private(set) var lineStarts: [Int32] = []
  /// In the order of their lines.
  private(set) var markers: [Marker] = []
  private(set) var directiveLines: [DirectiveLine] = []
  private(set) var definitions: [Definition] = []
  private(set) var hasSentinels = false

  private let body: BodyText

  init(_ body: BodyText) {
    self.body = body
    let needsWork: BodyText.Features = [.backslash, .footnote, .directive, .reserved]
    if body.features.isDisjoint(with: needsWork) {
      bytes = Array(body.source.bytes[body.start...])
      lineStarts = body.start == 0 ? body.lineStarts : body.lineStarts.map { $0 - Int32(body.start) }
    } else {
      prepare()
    }
  }

  /// The range in `bytes` of a line, by its 1-based number, without its line break.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let first = Int(lineStarts[number - 1])
    var last = number < lineStarts.count ? Int(lineStarts[number]) : bytes.count
    while last > first, bytes[last - 1] == UInt8(ascii: "\n") || bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
    return first..<last
  }

  /// The byte offset in the file of a position in `bytes`, by 1-based line and column.
  func sourceOffset(line: Int, column: Int) -> Int {
    let bounds = body.line(line)
    var offset = bounds.lowerBound + max(0, column - 1)
    if let marker = marker(onLine: line), case .definition = marker.kind {
      offset += marker.original.count - marker.replacement.count
      offset = max(offset, marker.original.upperBound)
    }
    return min(offset, bounds.upperBound)
  }

  func marker(onLine line: Int) -> Marker? {
    let index = firstMarker(from: line)
    return index < markers.count && markers[index].line == line ? markers[index] : nil
  }

  /// The index of the first marker on `line` or after it.
  func firstMarker(from line: Int) -> Int {
    var low = 0
    var high = markers.count
    while low < high {
      let middle = (low + high) / 2
      if markers[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: - Line by line

extension PreparedBody {
  private mutating func prepare() {
    bytes.reserveCapacity(body.end - body.start + 64)
    lineStarts.reserveCapacity(body.lineStarts.count)
    let bullet = body.features.contains(.footnote) ? definitionBullet() : []
    for number in 1...body.lineStarts.count {
      lineStarts.append(Int32(bytes.count))
      let start = Int(body.lineStarts[number - 1])
      let next = number < body.lineStarts.count ? Int(body.lineStarts[number]) : body.end
      let end = body.line(number).upperBound
      var index = start
      if body.features.contains(.directive), let directive = DirectiveLine(body.source, start..<end) {
        bytes.append(contentsOf: body.source.bytes[start..<directive.start])
        index = end
        append(directive, line: number)
      } else if body.features.contains(.footnote), let definition = definition(start..<end) {
        append(definition, line: number, bullet: bullet)
        index = definition.text
      }
      appendInlines(index..<end)
      bytes.append(contentsOf: body.source.bytes[end..<next])
    }
  }

  private mutating func append(_ directive: DirectiveLine, line: Int) {
    let replacement =
      [UInt8(ascii: "<"), UInt8(ascii: "?"), Sentinel.lead, Sentinel.marker]
      + Array("\(directiveLines.count)?>".utf8)
    markers.append(
      Marker(
        kind: .directive(directiveLines.count), line: line, original: directive.start..<directive.end,
        replacement: replacement))
    directiveLines.append(directive)
    bytes += replacement
    hasSentinels = true
  }

  /// Copies text and puts sentinels in, each two bytes for two bytes.
  private mutating func appendInlines(_ range: Range<Int>) {
    let source = body.source.bytes
    var index = range.lowerBound
    var copied = index
    while index < range.upperBound {
      let byte = source[index]
      guard byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "[") || byte == 0xC2 || byte == Sentinel.lead,
        index + 1 < range.upperBound
      else {
        index += 1
        continue
      }
      let next = source[index + 1]
      var pair: (UInt8, UInt8)?
      var label = 0
      switch byte {
      case UInt8(ascii: "\\"):
        pair = Sentinel.escape(next).map { (Sentinel.lead, $0) }
        // Two backslashes are an escaped one: the second escapes nothing.
        if pair == nil { index += 2 }
      case UInt8(ascii: "["):
        if next == UInt8(ascii: "^") { label = Sentinel.labelLength(source, from: index + 2, to: range.upperBound) }
        if label > 0 { pair = (Sentinel.lead, Sentinel.footnote) } else { index += 1 }
      case 0xC2:
        if (0x80...0x9F).contains(next), next != 0x85 { pair = (0xC2, 0x9F) } else { index += 2 }
      default:
        if (0x80...0x8D).contains(next) { pair = (0xC2, next) } else { index += 2 }
      }
      guard let pair else { continue }
      hasSentinels = true
      bytes.append(contentsOf: source[copied..<index])
      bytes.append(pair.0)
      bytes.append(pair.1)
      index += 2
      if label > 0 {
        bytes.append(contentsOf: source[index..<index + label])
        bytes.append(Sentinel.labelEnd)
        index += label + 1
      }
      copied = index
    }
    bytes.append(contentsOf: source[copied..<range.upperBound])
  }
}

// MARK: - Footnote definitions

extension PreparedBody {
  private struct DefinitionLine {
    let start: Int
    let label: Range<Int>
    /// The index of the note's text.
    let text: Int
    let isEmpty: Bool
  }

  /// Reads `[^label]:` after at most three spaces.
  private func definition(_ line: Range<Int>) -> DefinitionLine? {
    let source = body.source.bytes
    var start = line.lowerBound
    while start < line.upperBound, source[start] == UInt8(ascii: " "), start - line.lowerBound < 4 { start += 1 }
    guard start - line.lowerBound < 4, start + 4 < line.upperBound, source[start] == UInt8(ascii: "["),
      source[start + 1] == UInt8(ascii: "^")
    else { return nil }
    let length = Sentinel.labelLength(source, from: start + 2, to: line.upperBound)
    let colon = start + 2 + length + 1
    guard length > 0, colon < line.upperBound, source[colon] == UInt8(ascii: ":") else { return nil }
    var text = colon + 1
    while text < line.upperBound, source[text] == UInt8(ascii: " ") || source[text] == UInt8(ascii: "\t") { text += 1 }
    return DefinitionLine(
      start: start, label: start + 2..<start + 2 + length, text: text, isEmpty: text == line.upperBound)
  }

  /// Appends a definition as a list item whose text is at column 5: then libcmark's rules apply to lazy lines, lines
  /// indented by four spaces and blocks inside.
  private mutating func append(_ definition: DefinitionLine, line: Int, bullet: [UInt8]) {
    var replacement = bullet
    if definition.isEmpty {
      // An empty item cannot interrupt a paragraph.
      replacement += [UInt8(ascii: "<"), UInt8(ascii: "?"), Sentinel.lead, Sentinel.marker]
      replacement += "?>".utf8
    }
    markers.append(
      Marker(
        kind: .definition(definitions.count), line: line, original: definition.start..<definition.text,
        replacement: replacement))
    definitions.append(
      Definition(
        label: String(decoding: body.source.bytes[definition.label], as: UTF8.self),
        range: SourceRange(start: definition.start, end: definition.label.upperBound + 1)))
    bytes += replacement
    hasSentinels = true
  }

  /// A bullet that the text does not use, so that notes never join one of its lists.
  private func definitionBullet() -> [UInt8] {
    var used = Set<UInt8>()
    for number in 1...body.lineStarts.count {
      let line = body.line(number)
      var index = line.lowerBound
      while index < line.upperBound, body.source.bytes[index] == UInt8(ascii: " ") { index += 1 }
      if index < line.upperBound { used.insert(body.source.bytes[index]) }
    }
    for bullet in ["+   ", "*   ", "-   "] where !bullet.utf8.prefix(1).contains(where: used.contains) {
      return Array(bullet.utf8)
    }
    return Array("1)  ".utf8)
  }
}
