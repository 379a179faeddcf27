import TestSupport
import Testing

@testable import Diagnostics

@Suite("SourceText: locations")
struct SourceTextTests {
  @Test(
    "A location has the line, the column in characters, and the text of the line",
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

  @Test("A range over several lines is cut at the end of its first line")
  func severalLines() {
    let place = SourceText(path: "a", text: "x 人才\r\ny\r\n").location(of: SourceRange(start: 2, end: 11))
    #expect((place.line, place.column, place.length) == (1, 3, 2))
  }

  @Test("Searching from a known line finds the same location")
  func knownLine() {
    let source = SourceText(path: "a", text: "一\r\n二\r三\n四")
    let range = SourceRange(start: 9, end: 12)
    #expect(source.location(of: range, searchingFromLine: 2, at: 5) == source.location(of: range))
    #expect(source.location(of: range).excerpt == "三")
  }

  @Test(
    "A location far down a long file is the one that counting from the first line finds",
    arguments: ["\n", "\r\n", "\r"])
  func longFile(_ lineBreak: String) {
    let lines = (1...1000).map { "行\($0)" }
    let source = SourceText(path: "a", text: "\u{FEFF}" + lines.joined(separator: lineBreak))
    var start = 3
    for (number, line) in lines.enumerated() {
      let place = source.location(of: SourceRange(start: start + 3, end: start + line.utf8.count))
      #expect((place.line, place.column, place.excerpt) == (number + 1, 2, line))
      start += line.utf8.count + lineBreak.utf8.count
    }
  }

  @Test("However long a file, a location is counted from less than 4 KB before it")
  func checkpoints() {
    for text in [String(repeating: "x", count: 100_000), String(repeating: "一\n", count: 25_000)] {
      let checkpoints = LineCheckpoints(Array(text.utf8))
      for offset in stride(from: 4096, to: 100_000, by: 1013) {
        let start = checkpoints.last(before: offset)?.offset ?? 0
        #expect((0..<4096).contains(offset - start))
      }
    }
  }

  @Test("A location far along a line, and the range of a location far down, are exact", arguments: ["", "\n", "\r\n"])
  func farRanges(_ lineBreak: String) {
    let text = (0..<1_500).map { "字\($0)=x\(lineBreak)" }.joined()
    let source = SourceText(path: "a", text: text)
    var (offset, line, column) = (0, 1, 1)
    for number in 0..<1_500 {
      let word = "字\(number)"
      let range = SourceRange(start: offset, end: offset + word.utf8.count)
      let place = source.location(of: range)
      guard (place.line, place.column) == (line, column), source.range(of: place) == range else {
        Issue.record("\(place.line):\(place.column) instead of \(line):\(column)")
        return
      }
      offset += word.utf8.count + 2 + lineBreak.utf8.count
      column += word.unicodeScalars.count + 2
      if !lineBreak.isEmpty { (line, column) = (line + 1, 1) }
    }
  }

  @Test("An unloaded text finds locations in the file as it is now, even if the file has disappeared")
  func unloaded() {
    let bytes = Array("\u{FEFF}一\n二三\r\n".utf8)
    let range = SourceRange(start: 7, end: 13)
    let source = SourceText(path: "a", bytes: bytes)
    let unloaded = SourceText(path: "a", bytes: bytes, reader: SourceFileReader { _ in bytes }).unloaded
    let place = source.location(of: range)
    #expect(place.excerpt == "二三")
    #expect(unloaded.location(of: range) == place && unloaded.range(of: place) == range && unloaded.bytes == bytes)
    #expect(unloaded.location(line: 2, byteColumn: 4) == source.location(line: 2, byteColumn: 4))
    for other in ["", "x", "一\n"] {
      let unloaded = SourceText(path: "a", bytes: bytes, reader: SourceFileReader { _ in Array(other.utf8) }).unloaded
      #expect(unloaded.location(of: range) == SourceText(path: "a", text: other).location(of: range))
      #expect(unloaded.range(of: place) == nil)
    }
    let long = Array(repeating: UInt8(ascii: "x"), count: 70_000)
    #expect(SourceText(path: "a", bytes: long, reader: SourceFileReader { _ in [] }).unloaded.bytes == long)
  }

  @Test("Of a very long line, the excerpt is the part around the location")
  func longLine() {
    let source = SourceText(
      path: "a", text: "x\n" + String(repeating: "字", count: 10_000) + "错" + String(repeating: "字", count: 10_000))
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

  /// Unicode 16, table 3-7: the first and last sequence of every row, and their neighbours outside of it.
  private static let sequences: (wellFormed: [[UInt8]], illFormed: [[UInt8]]) = (
    [
      "a", "\0", "\u{7F}", "plain words ", "\u{80}", "é", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{1000}", "人", "人才强国", "。",
      "\u{CFFF}",
      "\u{D000}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFF}", "\u{10000}", "🎓", "\u{3FFFF}", "\u{40000}",
      "\u{FFFFF}", "\u{100000}", "\u{10FFFF}",
    ].map { Array($0.utf8) },
    [
      // Continuation bytes without a first byte; bytes that never occur in UTF-8.
      [0x80], [0xBF], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
      // Overlong.
      [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF],
      // Surrogates; beyond U+10FFFF.
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF4, 0xBF, 0xBF, 0xBF],
      // Truncated.
      [0xC3], [0xE4], [0xE4, 0xBA], [0xE0, 0xA0], [0xED, 0x9F], [0xF0], [0xF0, 0x9F], [0xF0, 0x9F, 0x8E],
      [0xF4, 0x8F, 0xBF],
      // Followed by a byte that is not a continuation byte.
      [0xC3, 0x28], [0xE4, 0x28, 0xBA], [0xE4, 0xBA, 0x28], [0xE4, 0xBA, 0xC0], [0xF0, 0x9F, 0x8E, 0x28],
      [0xF0, 0x28, 0x8E, 0x93],
    ]
  )

  /// The expected `firstInvalidUTF8`: the length of the longest valid prefix.
  private static func endOfLongestText(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return (0..<bytes.count).last { String(validating: bytes[..<$0], as: UTF8.self) != nil }
  }

  @Test("Every ill-formed sequence is found at every distance from the start and the end of the file")
  func illFormedAnywhere() {
    for sequence in Self.sequences.illFormed {
      for (before, after) in [("a", "b"), ("人", "才"), ("a", "才"), ("é", "")] {
        for distance in 0...25 {
          let start = Array(String(repeating: before, count: distance).utf8)
          for rest in [0, 1, 3, 5, 9, 14] {
            let bytes = start + sequence + Array(String(repeating: after, count: rest).utf8)
            let found = SourceText(path: "a", bytes: bytes).firstInvalidUTF8
            if found != start.count { Issue.record("\(bytes): \(String(describing: found)) instead of \(start.count)") }
          }
        }
      }
    }
  }

  @Test("Ill-formed bytes are those that the standard library refuses", .randomInput, arguments: 1...3)
  func randomBytes(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 1_200)
    var random = input.generator
    var (whole, flawed) = (0, 0)
    for _ in 0..<input.rounds {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        bytes += Self.sequences.wellFormed.randomElement(using: &random)!
      }
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.insert(contentsOf: Self.sequences.illFormed.randomElement(using: &random)!, at: place)
      case 1: bytes.insert(.random(in: 0...255, using: &random), at: place)
      case 2: if place < bytes.count { bytes[place] = .random(in: 0...255, using: &random) }
      case 3: bytes.removeSubrange(place...)
      default: break
      }
      let expected = Self.endOfLongestText(bytes)
      let found = SourceText(path: "a", bytes: bytes).firstInvalidUTF8
      if found != expected {
        Issue.record("\(bytes): \(String(describing: found)) instead of \(String(describing: expected))")
      }
      if expected == nil { whole += 1 } else { flawed += 1 }
    }
    if input.isLong { #expect(whole > input.rounds / 4 && flawed > input.rounds / 4) }
  }
}
