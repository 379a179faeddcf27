import Bytes
import Markup
import SiteModel
import Words

/// Marks what a page of an edition says in the main language, because nobody translated it, with `lang`: a screen reader
/// then speaks it in its own language, and a browser picks the right shapes of characters.
///
/// A text stands in many templates, in sentences and in drawings, so it is found in the finished page: a text that is one of
/// the untranslated ones as a whole, or that is written in the writing system of the main language, if the edition has
/// another. An element that says its language itself is left alone.
struct ForeignTexts: Sendable {
  /// ` lang="zh-CN"`
  private let attribute: String
  /// The edition's own language.
  private let tag: String
  /// Whether the two languages are read in opposite directions; ` dir="ltr"` then keeps the marks of a text at its end.
  private let direction: String?
  private let system: WritingSystem?
  /// As they stand in HTML.
  private let texts: Set<String>
  /// Which lengths and which first bytes they have: nearly all texts of a page need no further comparison.
  private let lengths: [Bool]
  private let firstBytes: [Bool]

  /// Nil for the edition in the main language.
  init?(_ site: ResolvedSite) {
    guard site.settings.edition > 0, let main = site.settings.languages.first else { return nil }
    let own = site.settings.language
    system = site.foreignSystem
    tag = own.tag
    attribute = " lang=\"\(main.tag)\""
    direction =
      main.words.direction == own.words.direction
      ? nil : " dir=\"\(main.words.direction == .leftToRight ? "ltr" : "rtl")\""
    texts = Set(site.untranslatedTexts.map { text in ByteBuffer.text { $0.appendEscaped(text) } })
    var lengths = [Bool](repeating: false, count: ForeignTexts.lengthCount)
    var firstBytes = [Bool](repeating: false, count: 256)
    for text in texts {
      lengths[text.utf8.count % ForeignTexts.lengthCount] = true
      if let first = text.utf8.first { firstBytes[Int(first)] = true }
    }
    self.lengths = lengths
    self.firstBytes = firstBytes
    if texts.isEmpty, system == nil { return nil }
  }

  private static let lengthCount = 512

  /// Appends a page with its marks.
  func mark(_ page: UnsafeBufferPointer<UInt8>, into output: inout ByteBuffer) {
    var pieces = HTMLPieces(page)
    var place = Place(own: tag)
    var copied = 0
    func copy(to end: Int, _ output: inout ByteBuffer) {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: page[copied..<end]))
      copied = end
    }
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
      let runs = foreignRuns(in: text, of: page)
      guard let first = runs.first else { continue }
      let isWhole = runs.count == 1 && first == text
      if isWhole, direction == nil || place.isPlainText, let last, last.kind == .open,
        isEndTag(page, piece.range.upperBound)
      {
        copy(to: last.range.upperBound - 1, &output)
        output.append(text: attribute)
        continue
      }
      if place.isPlainText { continue }
      for run in runs {
        copy(to: run.lowerBound, &output)
        output.append(literal: place.isDrawing ? "<tspan" : "<span")
        output.append(text: attribute)
        if let direction, !place.isDrawing { output.append(text: direction) }
        output.append(literal: ">")
        copy(to: run.upperBound, &output)
        output.append(literal: place.isDrawing ? "</tspan>" : "</span>")
      }
    }
    copy(to: page.count, &output)
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

  /// The parts of a text that are in the main language.
  private func foreignRuns(in text: Range<Int>, of page: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    if firstBytes[Int(page[text.lowerBound])], lengths[text.count % ForeignTexts.lengthCount],
      texts.contains(String(decoding: page[text], as: UTF8.self))
    {
      return [text]
    }
    // All letters of other systems than Latin are beyond ASCII.
    guard let system, page[text].contains(where: { $0 >= 0x80 }) else { return [] }
    return ForeignTexts.runs(of: system, in: UnsafeBufferPointer(rebasing: page[text])).map {
      $0.lowerBound + text.lowerBound..<$0.upperBound + text.lowerBound
    }
  }

  /// Whether a character between two letters of a system belongs to their text: digits, spaces and signs that stand in
  /// sentences of every language. Brackets, arrows and marks of direction belong to what is around them.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", " ", ".", ",", "-", "/", "%", ":", ";", "·": true
    default: false
    }
  }

  /// The number that stands directly before a letter, such as 2024 of `2024年`: where it begins.
  private static func startOfNumber(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int {
    var start = offset
    while start > 0, UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[start - 1] || text[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    while start < offset, text[start] == UInt8(ascii: ".") { start += 1 }
    // The end of a name, such as PM2.5, is no number of its own.
    if start > 0, UInt8(ascii: "a")...UInt8(ascii: "z") ~= text[start - 1] | 0x20 { return offset }
    return start
  }

  /// The parts of a text in a writing system: from its first letter, or the number before it, to the last before a letter of
  /// another system, with the marks beside them. Digits, spaces and signs of sentences between two letters belong to the
  /// part.
  static func runs(of system: WritingSystem, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var end = 0
    // Where marks begin that may open a run.
    var marks: Int?
    var offset = 0
    func close(_ runs: inout [Range<Int>]) {
      if let first = start { runs.append(first..<end) }
      start = nil
    }
    while offset < text.count {
      let (scalar, length) = decode(text, at: offset)
      defer { offset += length }
      if system.hasLetter(scalar) {
        if start == nil { start = marks ?? startOfNumber(text, before: offset) }
        end = offset + length
        marks = nil
      } else if system.hasMark(scalar) {
        if start != nil, end == offset { end += length }
        if marks == nil { marks = offset }
      } else {
        marks = nil
        if scalar == "&", let semicolon = text[offset...].prefix(8).firstIndex(of: UInt8(ascii: ";")) {
          offset = semicolon - length + 1
        } else if !joins(scalar) {
          close(&runs)
        }
      }
    }
    close(&runs)
    return runs
  }

  /// The character at an offset of valid UTF-8, and how many bytes it has.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= text.count else { return ("\u{FFFD}", text.count - offset) }
    var value = first & (0xFF >> UInt32(length + 1))
    for byte in text[offset + 1..<offset + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

/// Where a text of a page stands, as far as marking it depends on it.
private struct Place {
  /// An element that says its language itself, and how many of its name are open.
  private struct Element {
    let name: Range<Int>
    var depth = 1
    /// Whether it is in the language of the edition: a table in a text that is not translated.
    let isOwn: Bool
  }

  /// Those around the text, the innermost last.
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
      if ["title", "option", "textarea", "desc"].contains(where: { pieces.equals(tag.name, $0) }) {
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
    return wanted.withUTF8Buffer { wanted in
      var index = tag.name.upperBound
      while index + wanted.count < tag.range.upperBound {
        if page[index] == wanted[0], zip(page[index...], wanted).allSatisfy({ $0 == $1 }) {
          return index + wanted.count
        }
        index += 1
      }
      return nil
    }
  }
}
