import Bytes
import Indicators
import Markup

/// Links the numbers of quoted sentences to the pages of their indicators, in the finished HTML of a text.
///
/// Only the few pages that indicators quote come here, so that the others cost nothing.
struct QuotedNumberLinks {
  struct Link {
    let quote: String
    let indicator: Indicator
    /// The address of the indicator's page, as an attribute has it before escaping.
    let address: String
  }

  private let html: [UInt8]
  /// Those of the text's language.
  private let marks: NumberMarks
  /// The text without tags.
  private var text: [Unicode.Scalar] = []
  /// The byte of each scalar of the text, and whether a link may be there.
  private var places: [(byte: Int, isFree: Bool)] = []
  /// The letters and digits of the text, in UTF-8, with the scalar of each byte.
  private var letters: [UInt8] = []
  private var letterScalars: [Int] = []

  init(_ html: [UInt8], _ marks: NumberMarks) {
    self.html = html
    self.marks = marks
    readText()
  }

  /// Elements that may not contain a link, or whose numbers are not part of the text.
  private static let closed: Set<String> = [
    "a", "code", "pre", "svg", "button", "summary", "table", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  private mutating func readText() {
    var depth = 0
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
        let isEnd = index + 1 < end && html[index + 1] == UInt8(ascii: "/")
        let name = html[(index + (isEnd ? 2 : 1))..<end].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
        let isClosed = html[end - 1] == UInt8(ascii: "/")
        if !isClosed, QuotedNumberLinks.closed.contains(String(decoding: name, as: UTF8.self)) {
          depth = max(0, depth + (isEnd ? -1 : 1))
        }
        index = end + 1
        continue
      }
      let length = QuotedNumberLinks.length(ofScalar: html[index])
      let end = min(index + length, html.count)
      guard let scalar = String(decoding: html[index..<end], as: UTF8.self).unicodeScalars.first else { return }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        letters += html[index..<end]
        letterScalars += repeatElement(text.count, count: end - index)
      }
      text.append(scalar)
      places.append((index, depth == 0))
      index = end
    }
  }

  private static func length(ofScalar first: UInt8) -> Int {
    first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Appends the HTML with a link around each number that an indicator promises in the sentence that it quotes.
  func insert(_ links: [Link], into output: inout ByteBuffer) {
    var found: [(bytes: Range<Int>, address: String)] = []
    for link in links {
      guard let sentence = scalars(of: link.quote) else { continue }
      for place in QuotedNumbers.places(in: Array(text[sentence]), marks, of: link.indicator) {
        let range = sentence.lowerBound + place.lowerBound..<sentence.lowerBound + place.upperBound
        let withUnit = range.lowerBound..<end(ofUnit: link.indicator.unit, after: range)
        guard let bytes = self.bytes(of: withUnit) ?? self.bytes(of: range),
          !found.contains(where: { $0.bytes.overlaps(bytes) })
        else { continue }
        found.append((bytes, link.address))
        break
      }
    }
    found.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    var copied = 0
    for (bytes, address) in found {
      output.append(contentsOf: Array(html[copied..<bytes.lowerBound]))
      output.append(markup: "<a")
      output.append(attribute: "class", "figure")
      output.append(attribute: "href", address)
      output.append(markup: ">")
      output.append(contentsOf: Array(html[bytes]))
      output.append(markup: "</a>")
      copied = bytes.upperBound
    }
    output.append(contentsOf: Array(html[copied...]))
  }

  /// The end of the unit after a number, so that both are one link: `5.5%`, `40 t`. The number may have the first part of
  /// the unit already: 400亿 of 400亿元. The end of the number where another word follows.
  private func end(ofUnit unit: String?, after number: Range<Int>) -> Int {
    guard let unit, !unit.isEmpty else { return number.upperBound }
    let scalars = Array(unit.unicodeScalars)
    let next = number.upperBound
    func has(_ wanted: ArraySlice<Unicode.Scalar>, at start: Int) -> Bool {
      start + wanted.count <= text.count && text[start..<start + wanted.count].elementsEqual(wanted)
    }
    /// Whether the unit ends there, and is not the beginning of a longer word.
    func isWhole(to end: Int) -> Bool {
      guard end < text.count, let last = scalars.last, last.properties.isAlphabetic, last.value < 0x2E80 else {
        return true
      }
      return !text[end].properties.isAlphabetic
    }
    for taken in scalars.indices where taken <= number.count {
      guard taken == 0 || has(scalars[..<taken], at: next - taken) else { continue }
      let rest = scalars[taken...]
      let starts =
        taken == 0 && next < text.count && (text[next] == " " || text[next] == "\u{A0}") ? [next, next + 1] : [next]
      for start in starts where has(rest, at: start) && isWhole(to: start + rest.count) { return start + rest.count }
    }
    return next
  }

  /// Where the text has a quotation, by its letters and digits.
  private func scalars(of quote: String) -> Range<Int>? {
    var wanted: [UInt8] = []
    for scalar in quote.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      wanted += String(scalar).utf8
    }
    guard let first = wanted.first, letters.count >= wanted.count else { return nil }
    for start in 0...(letters.count - wanted.count)
    where letters[start] == first && letters[start..<start + wanted.count].elementsEqual(wanted) {
      return letterScalars[start]..<letterScalars[start + wanted.count - 1] + 1
    }
    return nil
  }

  /// The bytes of a range of scalars, if they are contiguous and a link may be there.
  private func bytes(of range: Range<Int>) -> Range<Int>? {
    guard let last = range.last, range.allSatisfy({ places[$0].isFree }) else { return nil }
    let start = places[range.lowerBound].byte
    let end = places[last].byte + QuotedNumberLinks.length(ofScalar: html[places[last].byte])
    return html[start..<end].contains(UInt8(ascii: "<")) ? nil : start..<end
  }
}
