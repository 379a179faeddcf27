import Bytes
import Diagnostics

/// The body in the form that the block readers get: escapes and footnote labels are sentinels, the lines of directives
/// and footnote definitions are blocks of CommonMark. Each line of the body is one line here.
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
    /// 1-based, in bytes of the prepared line.
    let column: Int
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
  /// The places of inserted `EmphasisSeparator`s: ascending indices of `bytes`.
  private(set) var separators: [Int32] = []

  private let body: BodyText

  private let exceptions: Exceptions

  /// Marks that an earlier reading of the text found to be ordinary text.
  struct Exceptions {
    /// The 1-based lines that are neither a directive nor a definition.
    var plainLines: Set<Int> = []
    var areAllLinesPlain = false
    /// The offsets in the file of each `<` that opens HTML without an end: it is shown as text.
    var openTags: Set<Int> = []
    /// The text is for libcmark, which knows nothing of emphasis beside Chinese punctuation.
    var separatesEmphasis = false

    var isEmpty: Bool { plainLines.isEmpty && !areAllLinesPlain && openTags.isEmpty && !separatesEmphasis }
  }

  init(_ body: BodyText, _ exceptions: Exceptions = Exceptions()) {
    self.body = body
    self.exceptions = exceptions
    let needsWork: BodyText.Features = [.backslash, .footnote, .directive, .reserved, .numericReference]
    if body.features.isDisjoint(with: needsWork), exceptions.isEmpty {
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
    if !separators.isEmpty, line <= lineStarts.count {
      let lineStart = Int(lineStarts[line - 1])
      let count = separators(before: lineStart + max(0, column - 1)) - separators(before: lineStart)
      offset -= count * EmphasisSeparator.length
    }
    if let marker = marker(onLine: line), case .definition = marker.kind {
      offset += marker.original.count - marker.replacement.count
      offset = max(offset, marker.original.upperBound)
    }
    return min(offset, bounds.upperBound)
  }

  /// Whether columns of the prepared lines are columns of the file's lines.
  var keepsColumns: Bool { markers.isEmpty && separators.isEmpty }

  private func separators(before index: Int) -> Int {
    separators.partitioningIndex { Int($0) >= index }
  }

  func marker(onLine line: Int) -> Marker? {
    let index = firstMarker(from: line)
    return index < markers.count && markers[index].line == line ? markers[index] : nil
  }

  /// The index of the first marker on `line` or after it.
  func firstMarker(from line: Int) -> Int {
    markers.partitioningIndex { $0.line >= line }
  }
}

// MARK: - Line by line

extension PreparedBody {
  private mutating func prepare() {
    bytes.reserveCapacity(body.end - body.start + 64)
    lineStarts.reserveCapacity(body.lineStarts.count)
    let hasNotes = body.features.contains(.footnote)
    let bullet = hasNotes ? DefinitionLine.bullet(in: body) : []
    var containers = ContainerColumns()
    for number in 1...body.lineStarts.count {
      lineStarts.append(Int32(bytes.count))
      let start = Int(body.lineStarts[number - 1])
      let next = number < body.lineStarts.count ? Int(body.lineStarts[number]) : body.end
      let end = body.line(number).upperBound
      var index = start
      let content = hasNotes ? containers.read(body.source.bytes, start..<end) : nil
      if body.features.contains(.directive), let directive = DirectiveLine.find(body.source, start..<end),
        mayReplace(number)
      {
        bytes.append(contentsOf: body.source.bytes[start..<directive.start])
        index = end
        append(directive, line: number)
      } else if let content, let definition = DefinitionLine(body.source.bytes, content, to: end), mayReplace(number) {
        bytes.append(contentsOf: body.source.bytes[start..<definition.start])
        append(definition, line: number, bullet: bullet)
        containers.open(at: content.base + 4)
        index = definition.text
      }
      if !exceptions.openTags.isEmpty, let tag = (index..<end).first(where: exceptions.openTags.contains) {
        bytes.append(contentsOf: body.source.bytes[index..<tag])
        bytes += [Sentinel.lead, Sentinel.openTag]
        hasSentinels = true
        index = tag + 1
      }
      appendInlines(index..<end)
      bytes.append(contentsOf: body.source.bytes[end..<next])
    }
  }

  private func mayReplace(_ line: Int) -> Bool {
    !exceptions.areAllLinesPlain && !exceptions.plainLines.contains(line)
  }

  private mutating func append(_ directive: DirectiveLine, line: Int) {
    let replacement =
      [UInt8(ascii: "<"), UInt8(ascii: "?"), Sentinel.lead, Sentinel.marker]
      + Array("\(directiveLines.count)?>".utf8)
    markers.append(
      Marker(
        kind: .directive(directiveLines.count), line: line, original: directive.start..<directive.end,
        replacement: replacement, column: column))
    directiveLines.append(directive)
    bytes += replacement
    hasSentinels = true
  }

  /// Copies text and puts sentinels in, each two bytes for two bytes, and separators beside `*`.
  private mutating func appendInlines(_ range: Range<Int>) {
    let source = body.source.bytes
    var index = range.lowerBound
    var copied = index
    while index < range.upperBound {
      if source[index] == UInt8(ascii: "*"), exceptions.separatesEmphasis {
        let run = EmphasisSeparator(source, from: index, in: range)
        if run.before { separate(source[copied..<index], &copied) }
        if run.after { separate(source[copied..<run.end], &copied) }
        index = run.end
        continue
      }
      let byte = source[index]
      guard
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "&") || byte == 0xC2
          || byte == Sentinel.lead, index + 1 < range.upperBound
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
      case UInt8(ascii: "&"):
        if Sentinel.endOfReference(source, at: index, to: range.upperBound) != nil {
          pair = (Sentinel.lead, Sentinel.reference)
        } else {
          index += 1
        }
      case 0xC2:
        if (0x80...0x9F).contains(next) { pair = (0xC2, 0x9F) } else { index += 2 }
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
        bytes.append(contentsOf: source[index..<index + label].lazy.map(Sentinel.hidden(inLabel:)))
        bytes.append(Sentinel.labelEnd)
        index += label + 1
      }
      copied = index
    }
    bytes.append(contentsOf: source[copied..<range.upperBound])
  }
}

extension PreparedBody {
  private mutating func separate(_ text: ArraySlice<UInt8>, _ copied: inout Int) {
    bytes.append(contentsOf: text)
    copied = text.endIndex
    separators.append(Int32(bytes.count))
    bytes += EmphasisSeparator.bytes
  }
}

// MARK: - Footnote definitions

extension PreparedBody {
  /// Appends a definition as a list item whose text is four columns from where its container's content starts: then
  /// libcmark's rules apply to lazy lines, lines indented by four spaces and blocks inside.
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
        replacement: replacement, column: column))
    definitions.append(
      Definition(
        label: String(decoding: body.source.bytes[definition.label], as: UTF8.self),
        range: SourceRange(start: definition.label.lowerBound - 2, end: definition.label.upperBound + 1)))
    bytes += replacement
    hasSentinels = true
  }

  /// The 1-based column at which the next byte is appended.
  private var column: Int { bytes.count - Int(lineStarts[lineStarts.count - 1]) + 1 }
}
