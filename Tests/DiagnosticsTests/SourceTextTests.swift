import Diagnostics
import Testing

@Suite("SourceText: places")
struct SourceTextTests {
  @Test(
    "A byte has its line, its column in characters, and the text of its line",
    arguments: [
      ("ab\ncd\n", 4, 2, 2, "cd"), ("ab\r\ncd\r\n", 4, 2, 1, "cd"), ("ab\rcd\r", 3, 2, 1, "cd"),
      ("ab\n\ncd", 3, 2, 1, ""),
      ("名称: x", 8, 1, 5, "名称: x"), ("\u{FEFF}ab", 3, 1, 1, "ab"), ("\u{FEFF}ab", 0, 1, 1, "ab"),
      ("🎓x", 4, 1, 2, "🎓x"), ("ab", 2, 1, 3, "ab"), ("ab", 99, 1, 3, "ab"), ("ab\n", 3, 2, 1, ""), ("", 0, 1, 1, ""),
      ("ab\r\ncd", 2, 1, 3, "ab"),
    ] as [(String, Int, Int, Int, String)])
  func byte(_ text: String, _ offset: Int, _ line: Int, _ column: Int, _ excerpt: String) {
    let place = SourceText(path: "a", text: text).location(of: SourceRange(start: offset, end: offset + 1))
    #expect(place == SourceLocation(path: "a", line: line, column: column, length: 1, excerpt: excerpt))
  }

  @Test("A stretch over several lines is shown up to the end of its first")
  func severalLines() {
    let place = SourceText(path: "a", text: "x 人才\r\ny\r\n").location(of: SourceRange(start: 2, end: 11))
    #expect((place.line, place.column, place.length) == (1, 3, 2))
  }

  @Test("Searching from a known line finds the same place")
  func knownLine() {
    let source = SourceText(path: "a", text: "一\r\n二\r三\n四")
    let range = SourceRange(start: 9, end: 12)
    #expect(source.location(of: range, searchingFromLine: 2, at: 5) == source.location(of: range))
    #expect(source.location(of: range).excerpt == "三")
  }

  @Test("A place far down a long file is the one that counting from its first line finds", arguments: ["\n", "\r\n", "\r"])
  func longFile(_ lineBreak: String) {
    let lines = (1...3000).map { "行\($0)" }
    let source = SourceText(path: "a", text: "\u{FEFF}" + lines.joined(separator: lineBreak))
    var start = 3
    for (number, line) in lines.enumerated() {
      let place = source.location(of: SourceRange(start: start + 3, end: start + line.utf8.count))
      #expect((place.line, place.column, place.excerpt) == (number + 1, 2, line))
      start += line.utf8.count + lineBreak.utf8.count
    }
  }

  @Test("A kept text of a file finds its places in the file as it is then, one that went away included")
  func kept() {
    let bytes = Array("\u{FEFF}一\n二三\r\n".utf8)
    let range = SourceRange(start: 7, end: 13)
    let source = SourceText(path: "a", bytes: bytes)
    let kept = SourceText(path: "a", bytes: bytes, file: SourceFileReading { bytes }).kept
    let place = source.location(of: range)
    #expect(place.excerpt == "二三")
    #expect(kept.location(of: range) == place && kept.range(of: place) == range && kept.bytes == bytes)
    #expect(kept.location(line: 2, byteColumn: 4) == source.location(line: 2, byteColumn: 4))
    for other in ["", "x", "一\n"] {
      let kept = SourceText(path: "a", bytes: bytes, file: SourceFileReading { Array(other.utf8) }).kept
      #expect(kept.location(of: range) == SourceText(path: "a", text: other).location(of: range))
      #expect(kept.range(of: place) == nil)
    }
    let long = Array(repeating: UInt8(ascii: "x"), count: 70_000)
    #expect(SourceText(path: "a", bytes: long, file: SourceFileReading { [] }).kept.bytes == long)
  }

  @Test("Of a very long line the part around the place is kept")
  func longLine() {
    let source = SourceText(path: "a", text: "x\n" + String(repeating: "字", count: 10_000) + "错" + String(repeating: "字", count: 10_000))
    let place = source.location(of: SourceRange(start: 30_002, end: 30_005))
    #expect((place.line, place.column, place.length) == (2, 10_001, 1))
    let excerpt = Array(place.excerpt.unicodeScalars)
    #expect(excerpt.count < 1000)
    #expect(excerpt[place.column - place.excerptColumn] == "错")
  }

  @Test("Lines and byte columns, as C parsers count")
  func lines() {
    let source = SourceText(path: "a", text: "\u{FEFF}一\r\n二三\rx\n")
    #expect((1...5).map(source.startOfLine) == [3, 8, 15, 17, 17])
    let place = source.location(line: 2, byteColumn: 4, byteLength: 3)
    #expect(place == SourceLocation(path: "a", line: 2, column: 2, length: 1, excerpt: "二三"))
    #expect(source.location(line: 2, byteColumn: 99).column == 3)
  }

  @Test(
    "The first ill-formed byte is found",
    arguments: [
      ([], nil), (Array("a人🎓".utf8), nil), ([0x61, 0xFF], 1), ([0xE4, 0xBA], 0), (Array("人".utf8) + [0xD6, 0xD0], 3),
      ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0x61, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [([UInt8], Int?)])
  func invalidUTF8(_ bytes: [UInt8], _ offset: Int?) {
    #expect(SourceText(path: "a", bytes: bytes).firstInvalidUTF8 == offset)
  }
}
