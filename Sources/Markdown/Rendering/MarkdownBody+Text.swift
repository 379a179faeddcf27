import Bytes

/// Receives the text of a page in the order in which readers see it.
package protocol MarkdownTextVisitor: ~Copyable {
  /// UTF-8 without markup. Two texts follow each other directly unless `separate` is called between them.
  mutating func text(_ utf8: UnsafeBufferPointer<UInt8>)
  /// A new block or line begins: the text before and after is not one sentence.
  mutating func separate()
  /// The directive with this number in `MarkdownDocument.directives`; its text depends on the whole site.
  mutating func directive(_ number: Int)
}

extension MarkdownBody {
  /// The length in UTF-8 bytes, with markup: a measure of the time that reading the text takes.
  package var length: Int { prepared.bytes.count }

  /// Passes the text of the page to `visitor`: from the prepared HTML, without parsing the source again. Numbers of
  /// footnotes in the text are left out, as they would cut words in two.
  package func visitText<Visitor: MarkdownTextVisitor & ~Copyable>(
    omitsLeadingTitle: Bool, _ visitor: inout Visitor
  ) {
    let start = omitsLeadingTitle ? prepared.afterTitle ?? (byte: 0, hole: 0) : (byte: 0, hole: 0)
    prepared.bytes.withUnsafeBufferPointer { bytes in
      var scanner = HTMLTextScanner(bytes)
      var position = start.byte
      for hole in prepared.holes[start.hole...] {
        guard hole.kind == .opening || hole.kind == .closing else { continue }
        scanner.scan(position..<Int(hole.start), &visitor)
        position = Int(hole.start + hole.length)
        if hole.kind == .opening { visitor.directive(Int(hole.number)) } else { visitor.separate() }
      }
      scanner.scan(position..<bytes.count, &visitor)
    }
    visitor.separate()
  }
}

/// Reads text out of the HTML that `HTMLRenderer` writes.
private struct HTMLTextScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Inside `<sup>`: the number of a footnote.
  private var isInSuperscript = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func scan<Visitor: MarkdownTextVisitor & ~Copyable>(_ range: Range<Int>, _ visitor: inout Visitor) {
    var index = range.lowerBound
    var start = index
    func flush(_ visitor: inout Visitor) {
      if start < index, !isInSuperscript { visitor.text(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
    }
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        flush(&visitor)
        index = tag(at: index, before: range.upperBound, &visitor)
        start = index
      case UInt8(ascii: "&"):
        flush(&visitor)
        index = entity(at: index, before: range.upperBound, &visitor)
        start = index
      default: index = mark(after: index, before: range.upperBound)
      }
    }
    flush(&visitor)
  }

  /// The index of the next `<` or `&`. Eight bytes at a time, as nearly all bytes are text.
  private func mark(after start: Int, before end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start + 1
    while index + 8 <= end {
      let word = raw.word(at: index)
      if word.contains(UInt8(ascii: "<")) || word.contains(UInt8(ascii: "&")) { break }
      index += 8
    }
    while index < end, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&") { index += 1 }
    return index
  }

  /// Returns the index after the tag.
  private mutating func tag<Visitor: MarkdownTextVisitor & ~Copyable>(
    at start: Int, before end: Int, _ visitor: inout Visitor
  ) -> Int {
    var index = start + 1
    // Between what was struck out and what takes its place.
    let blank: StaticString = " "
    let isEnd = index < end && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    // Names of up to eight bytes as one number; longer ones are blocks.
    var name: UInt64 = 0
    while index < end, bytes[index] | 0x20 >= UInt8(ascii: "a"), bytes[index] | 0x20 <= UInt8(ascii: "z") {
      name = name << 8 | UInt64(bytes[index] | 0x20)
      index += 1
    }
    while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
    switch name {
    case HTMLTextScanner.superscript: isInSuperscript = !isEnd
    case HTMLTextScanner.deletion: if isEnd { visitor.text(UnsafeBufferPointer(start: blank.utf8Start, count: 1)) }
    case _ where HTMLTextScanner.inline.contains(name): break
    default: visitor.separate()
    }
    return min(index + 1, end)
  }

  /// Returns the index after the character reference. The renderer writes only the four that HTML needs.
  private func entity<Visitor: MarkdownTextVisitor & ~Copyable>(
    at start: Int, before end: Int, _ visitor: inout Visitor
  ) -> Int {
    var index = start + 1
    while index < end, index < start + 8, bytes[index] != UInt8(ascii: ";") { index += 1 }
    visitor.separate()
    return min(index + 1, end)
  }

  private static let superscript = name("sup")
  private static let deletion = name("del")
  private static let inline = ["a", "em", "strong", "code", "del", "span", "b", "i", "u", "s", "mark", "small", "sub"]
    .map(
      name)

  private static func name(_ text: String) -> UInt64 { text.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
}
