import Bytes
import Markup
import SiteModel
import Words

/// Marks the untranslated texts on a page of an edition, which are in the main language, with `lang`: a screen reader then
/// speaks it in its own language, and a browser picks the right shapes of characters.
///
/// A text is used in many templates, in sentences and in drawings, so it is found in the finished page: a text that is one
/// of the untranslated ones as a whole, or that is written in the writing system of the main language, if the edition has
/// another. An element that says its language itself is left alone.
struct ForeignTexts: Sendable {
  /// ` lang="zh-CN"`
  private let attribute: [UInt8]
  /// `<span lang="zh-CN">`, and in a drawing `<tspan lang="zh-CN">`.
  private let start: [UInt8]
  private let drawnStart: [UInt8]
  private static let end = Array("</span>".utf8)
  private static let drawnEnd = Array("</tspan>".utf8)
  /// The edition's own language.
  private let tag: String
  /// Whether the two languages are read in opposite directions; ` dir="ltr"` then keeps the marks of a text at its end.
  private let direction: String?
  private let system: WritingSystem?
  /// The texts as HTML has them.
  private let texts: ByteTexts

  /// Nil for the edition in the main language.
  init?(_ site: ResolvedSite) {
    guard site.settings.edition > 0, let main = site.settings.languages.first else { return nil }
    let own = site.settings.language
    system = site.foreignSystem
    tag = own.tag
    let attribute = " lang=\"\(main.tag)\""
    let direction =
      main.words.direction == own.words.direction
      ? nil : " dir=\"\(main.words.direction == .leftToRight ? "ltr" : "rtl")\""
    self.attribute = Array(attribute.utf8)
    self.direction = direction
    start = Array("<span\(attribute)\(direction ?? "")>".utf8)
    drawnStart = Array("<tspan\(attribute)>".utf8)
    texts = ByteTexts(
      site.untranslatedTexts.map { text in
        var bytes = ByteBuffer()
        bytes.appendEscaped(text)
        return bytes.array
      })
    if texts.isEmpty, system == nil { return nil }
  }

  /// Marks the page that `output` contains from `start` on.
  func mark(_ output: inout ByteBuffer, from start: Int) {
    let insertions = output.withBytes(from: start) { marks(in: $0) }
    output.insert(insertions, from: start)
  }

  /// The marks of a page, in order.
  private func marks(in page: UnsafeBufferPointer<UInt8>) -> [ByteBuffer.Insertion] {
    var marks: [ByteBuffer.Insertion] = []
    var runs: [Range<Int>] = []
    var pieces = HTMLPieces(page)
    var place = Place(own: tag)
    var last: HTMLPieces.Piece?
    while let piece = pieces.next() {
      defer { last = piece }
      switch piece.kind {
      case .remark: continue
      case .open:
        place.open(piece, in: page, pieces)
        continue
      case .close:
        place.close(piece, pieces)
        continue
      case .text: break
      }
      guard place.takesMarks else { continue }
      let text = trimmed(piece.range, in: page)
      guard !text.isEmpty else { continue }
      runs.removeAll(keepingCapacity: true)
      findForeignRuns(in: text, of: page, &runs)
      guard let first = runs.first else { continue }
      let isWhole = runs.count == 1 && first == text
      if isWhole, direction == nil || place.isPlainText, let last, last.kind == .open,
        isEndTag(page, piece.range.upperBound)
      {
        marks.append(.init(at: last.range.upperBound - 1, attribute))
        continue
      }
      if place.isPlainText { continue }
      for run in runs {
        marks.append(.init(at: run.lowerBound, place.isDrawing ? drawnStart : start))
        marks.append(.init(at: run.upperBound, place.isDrawing ? ForeignTexts.drawnEnd : ForeignTexts.end))
      }
    }
    return marks
  }

  private func isEndTag(_ page: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset + 1 < page.count && page[offset] == UInt8(ascii: "<") && page[offset + 1] == UInt8(ascii: "/")
  }

  private func trimmed(_ range: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, page[start] <= 0x20 { start += 1 }
    while end > start, page[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  // MARK: What is foreign

  /// Appends the parts of a text that are in the main language.
  private func findForeignRuns(in text: Range<Int>, of page: UnsafeBufferPointer<UInt8>, _ runs: inout [Range<Int>]) {
    if texts.contains(UnsafeBufferPointer(rebasing: page[text])) { return runs.append(text) }
    // All letters of other systems than Latin are beyond ASCII.
    guard let system, !UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(page)[text]).isASCII else { return }
    ForeignTexts.findRuns(of: system, in: text, of: page, &runs)
  }

  /// Whether a character between two letters of a system belongs to their text: digits, spaces and signs that sentences of
  /// every language have. Brackets, arrows and marks of direction belong to what is around them.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", " ", ".", ",", "-", "/", "%", ":", ";", "·": true
    default: false
    }
  }

  /// `,`, U+202F and U+00A0, their bytes from the last to the first.
  private static let groupSeparators: [[UInt8]] = [[0x2C], [0xAF, 0x80, 0xE2], [0xA0, 0xC2]]

  /// The number directly before a letter, such as 2024 of `2024年`: where it begins.
  private static func startOfNumber(_ page: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, before offset: Int) -> Int {
    var start = offset
    while start > text.lowerBound,
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= page[start - 1] || page[start - 1] == UInt8(ascii: ".")
    {
      start -= 1
    }
    while start < offset, page[start] == UInt8(ascii: ".") { start += 1 }
    // Digits in groups, as in 1,234 and, with a space that does not break, in 1 234, are written in the edition's way.
    if start < offset, groupSeparators.contains(where: { page[text.lowerBound..<start].reversed().starts(with: $0) }) {
      return offset
    }
    // The end of a name, such as PM2.5, is no number of its own.
    if start > text.lowerBound, UInt8(ascii: "a")...UInt8(ascii: "z") ~= page[start - 1] | 0x20 { return offset }
    return start
  }

  /// Appends the parts of a text in a writing system: from its first letter, or the number before it, to the last
  /// before a letter of another system, with the marks beside them. Digits, spaces and signs of sentences between two
  /// letters belong to the part.
  static func findRuns(
    of system: WritingSystem, in text: Range<Int>, of page: UnsafeBufferPointer<UInt8>, _ runs: inout [Range<Int>]
  ) {
    var start: Int?
    var end = 0
    // Where marks begin that may open a run.
    var marks: Int?
    var offset = text.lowerBound
    while offset < text.upperBound {
      // Nearly all Chinese characters, without decoding them.
      if case .eastAsian = system, start != nil, 0xE4...0xE9 ~= page[offset], offset + 3 <= text.upperBound {
        offset += 3
        end = offset
        marks = nil
        continue
      }
      let (scalar, length) = decode(page, at: offset, before: text.upperBound)
      defer { offset += length }
      if system.hasLetter(scalar) {
        if start == nil { start = marks ?? startOfNumber(page, text, before: offset) }
        end = offset + length
        marks = nil
      } else if system.hasMark(scalar) {
        if start != nil, end == offset { end += length }
        if marks == nil { marks = offset }
      } else {
        marks = nil
        if scalar == "&", let semicolon = page[offset..<text.upperBound].prefix(8).firstIndex(of: UInt8(ascii: ";")) {
          offset = semicolon - length + 1
        } else if !joins(scalar), let first = start {
          runs.append(first..<end)
          start = nil
        }
      }
    }
    if let first = start { runs.append(first..<end) }
  }

  /// The character at an offset of valid UTF-8, and how many bytes it has.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int
  ) -> (Unicode.Scalar, Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= end else { return ("\u{FFFD}", end - offset) }
    var value = first & (0xFF >> UInt32(length + 1))
    for byte in text[offset + 1..<offset + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

/// The position of a text on a page, as far as marking depends on it.
private struct Place {
  /// An element with a `lang` attribute, and the nesting depth of elements with its name.
  private struct Element {
    let name: Range<Int>
    var depth = 1
    /// Whether it is in the language of the edition: a table in a text that is not translated.
    let isOwn: Bool
  }

  /// The elements around the text, the innermost last.
  private var elements: [Element] = []
  private var drawings = 0
  /// The element that is open and takes no other elements.
  private var plainText: Range<Int>?
  private var isScript = false
  /// `"en"`: what an element of the edition's language says.
  private let own: [UInt8]

  init(own tag: String) {
    own = Array("\"\(tag)\"".utf8)
  }

  /// Whether elements around the text leave its language to be said.
  var takesMarks: Bool { elements.last?.isOwn != false && !isScript }
  /// Whether the text may have no elements in it: a page's title, an option, the title of a drawing.
  var isPlainText: Bool { plainText != nil }
  var isDrawing: Bool { drawings > 0 }

  mutating func open(_ tag: HTMLPieces.Piece, in page: UnsafeBufferPointer<UInt8>, _ pieces: HTMLPieces) {
    guard !tag.name.isEmpty, page[tag.range.upperBound - 2] != UInt8(ascii: "/"), !pieces.isVoid(tag)
    else {
      return
    }
    // Few names begin like these.
    switch page[tag.name.lowerBound] | 0x20 {
    case UInt8(ascii: "s"):
      if pieces.equals(tag.name, "svg") {
        drawings += 1
      } else if pieces.equals(tag.name, "script") || pieces.equals(tag.name, "style") {
        isScript = true
      }
    case UInt8(ascii: "t"), UInt8(ascii: "o"), UInt8(ascii: "d"):
      if pieces.equals(tag.name, "title") || pieces.equals(tag.name, "option")
        || pieces.equals(tag.name, "textarea") || pieces.equals(tag.name, "desc")
      {
        plainText = tag.name
      }
    default: break
    }
    if let language = language(of: tag, page), !pieces.equals(tag.name, "html") {
      elements.append(Element(name: tag.name, isOwn: page[language...].starts(with: own)))
    } else if let last = elements.last, pieces.equal(last.name, tag.name) {
      elements[elements.count - 1].depth += 1
    }
  }

  mutating func close(_ tag: HTMLPieces.Piece, _ pieces: HTMLPieces) {
    isScript = false
    if let name = plainText, pieces.equal(name, tag.name) { plainText = nil }
    if pieces.equals(tag.name, "svg") { drawings = max(0, drawings - 1) }
    guard let last = elements.last, pieces.equal(last.name, tag.name) else { return }
    if last.depth > 1 { elements[elements.count - 1].depth -= 1 } else { elements.removeLast() }
  }

  /// Where the value of `lang` begins; nil for a tag without it.
  private func language(of tag: HTMLPieces.Piece, _ page: UnsafeBufferPointer<UInt8>) -> Int? {
    let wanted: StaticString = " lang="
    let last = tag.range.upperBound - wanted.utf8CodeUnitCount
    guard tag.name.upperBound < last else { return nil }
    return wanted.withUTF8Buffer { wanted in
      (tag.name.upperBound..<last).first { index in
        page[index] == wanted[0] && page[index + 1] == wanted[1]
          && zip(page[index...], wanted).allSatisfy { $0 == $1 }
      }.map { $0 + wanted.count }
    }
  }
}
