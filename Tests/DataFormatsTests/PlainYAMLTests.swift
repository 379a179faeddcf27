import DataFormats
import Diagnostics
import TestSupport
import Testing

@Suite("PlainYAMLReader")
struct PlainYAMLTests {
  /// Texts that the plain reader reads.
  static let plain = [
    "", "\n  \n", "# nothing\n", "a: x", "a: x\n", "a: x\r\nb: y\r\n", "  a: x\n  b: y\n", "a:\nb:\n",
    "a:   \nb: # c\n",
    "title: \"第1节 节能降耗\"\nweight: 1\ndate: 2025-03-14\ntags: [供应链, quarterly, roadmap]\n",
    "indicators:\n  - name: 自动化率\n    unit: \"%\"\n    baseline: 36.5\n    values: [38.76, 43.58]\n  - name: b\n\n# c\nz: 1\n",
    "a:\n- b\n- c: d\n  e:\n  - f\n-\ng: h\n", "- a\n-\n- b: c\n-   d: e\n    f: g\n", "-\n  a: b\n-\n  - c\n",
    "a:\n  -\n",
    "a: {year: 2020, value: 0}\nb: []\nc: {}\nd: [ a , 'b' , \"c\" ]\ne: [[a, b], {c: d}]\n", "a: [] # c\nb: 'x' # c\n",
    "a: it's # c\nb: x#y\nc: http://x.org/?a=b\nd: 10:30\ne: x :y\n", "a: -1\nb: -x\nc: --\nd: ...\ne: ---\n",
    "a b: c d  \n'e: f': g\n\"h\": i\n", "a: '\"'\nb: \"'\"\nc: ''\nd: \"\"\ne: '\\'\n",
    "a: ~\nb: null\nc: [~, null]\n",
    "- 'a': b\n- \"c: d\"\n- e, f] }\n", "a: x - y\nb: x & y * z ! % @ ` | > ? = <<\n", "\u{FEFF}名: 值🎓\n列:\n  - 甲\n",
    "名: a\n名2: b\n",
    "a: {b: {c: [d]}}\ne: {'f': g, \"h\": 'i'}\n", "a: [-1, -.5]\n",
    "abcdefgh: 1\nabcdefghijklmnop: 2\nabcdefghijklmnopq: 3\nabc: 4\n",
    manyKeys,
  ]

  private static let manyKeys = (1...200).map { "word-\($0): \"\($0)\"\n" }.joined()

  /// Texts that are left to libyaml; some are mistakes.
  static let left = [
    "a: b\na: c\n", "K: a\n\u{212A}: b\n", "é: a\ne\u{301}: b\n", "a: {b: c, b: d}\n", "<<: {a: b}\n", "a: &x b\n",
    "a: *x\n", "a: !x b\n",
    "a: |\n  b\n", "a: >\n  b\n", "a: b\n  c\n", "a: \"b\n  c\"\n", "a: 'b\n  c'\n", "a: \"\\n\"\n", "a: 'it''s'\n",
    "? a\n: b\n", "a\n", "[a]\n",
    "{a: b}\n", "---\na: b\n", "a: b\n---\nc: d\n", "a: b\n...\n", "%YAML 1.1\n", "a:\tb\n", "\ta: b\n", "a: b: c\n",
    "a: - b\n", "- - a\n",
    "a: b\n- c\n", "a:\n  - b\n  c: d\n", "a:\n    b: c\n  d: e\n", " a: b\nc: d\n", "a : b\n", "a: [b,\n  c]\n",
    "a: [b\n", "a: [b]: c\n",
    "a: [b, ]\n", "a: [,]\n", "a: [b: c]\n", "a: {b}\n", "a: {b: }\n", "a: {b:c}\n", "a: {{b}}\n", "a: 'b' c\n",
    "a: 'b'#c\n", "a: [b]#c\n",
    "a: @b\n", "a: `b`\n", "a: %b\n", "a: [b?]\n", "a: [b#c]\n", "a: ,b\n", "a: ]\n", "a:\n  b\n", "a: 'b\n", "a: \"b",
    ": a\n", "a: b\rc: d\n",
    "a: b\u{85}c: d\n", "a: b\u{2028}c: d\n", "a: b\u{2029}\n", "a: \u{FEFF}b\n", "a: \u{FFFF}\n", "a: \u{7F}\n",
    "a: \u{1}\n", "-a: b\n", ".a: b\n",
    String(repeating: "k", count: 1100) + ": v\n", manyKeys + "word-7: x\n", manyKeys + "word-200: x\n",
    "a: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "\n",
  ]

  @Test("Plain documents have the tree and the ranges that libyaml gives", arguments: plain)
  func known(_ text: String) {
    #expect(isReadPlainly(Array(text.utf8)))
  }

  @Test("Other documents are left to libyaml", arguments: left)
  func unknown(_ text: String) {
    #expect(!isReadPlainly(Array(text.utf8)))
  }

  @Test("Front matter is parsed in its range")
  func range() throws {
    let source = SourceText(path: "a.md", text: "---\na: 一\nb: [x]\n---\n# c: [\n")
    let plain = try #require(YAMLParser.parsePlainly(source, in: 4..<18))
    #expect(isSame(plain, try #require(YAMLParser.parseByLibrary(source, in: 4..<18).value)))
    #expect(plain.asMapping?.map(\.key.range.start) == [4, 11])
  }

  @Test("Random documents, whole and broken, read as libyaml reads them", .randomInput, arguments: 0..<4)
  func random(_ seed: Int) {
    let input = RandomInput(seed: seed + 11, rounds: 1_000)
    var generator = input.generator
    let special =
      Array("\t\r\n :-?[]{}&*!|>'\"%@`,#\\.~ab \n: - ".utf8) + [
        0xC2, 0x85, 0xE2, 0x80, 0xA8, 0xEF, 0xBB, 0xBF, 0xFF, 0xED, 0xF0,
      ]
    var wholeOnes = 0
    var brokenOnes = 0
    for _ in 0..<input.rounds {
      var document = RandomYAML(generator: generator)
      document.mapping(indent: 0, depth: 0)
      generator = document.generator
      if isReadPlainly(document.bytes) { wholeOnes += 1 }
      for _ in 0..<3 {
        var bytes = document.bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
          let byte = special[Int.random(in: 0..<special.count, using: &generator)]
          switch Int.random(in: 0..<5, using: &generator) {
          case 0, 1: bytes.insert(byte, at: min(place, bytes.count))
          case 2 where place < bytes.count: bytes[place] = byte
          case 3 where place < bytes.count: bytes.remove(at: place)
          default: bytes.removeSubrange(min(place, bytes.count)..<min(bytes.count, place + 4))
          }
        }
        if isReadPlainly(bytes) { brokenOnes += 1 }
      }
    }
    // Otherwise the comparison would say little.
    guard input.isLong else { return }
    #expect(wholeOnes > input.rounds * 9 / 10)
    #expect(brokenOnes > input.rounds / 2)
  }

  /// Whether the plain reader reads the text. If so, libyaml must agree, without a finding.
  private func isReadPlainly(_ bytes: [UInt8]) -> Bool {
    let source = SourceText(path: "a.yaml", bytes: bytes)
    guard let plain = YAMLParser.parsePlainly(source) else { return false }
    let checked = YAMLParser.parseByLibrary(source)
    if !checked.diagnostics.isEmpty || checked.value.map({ isSame(plain, $0) }) != true {
      Issue.record(
        "read differently: \(String(reflecting: String(decoding: bytes, as: UTF8.self)))\n\(plain)\n\(checked)")
    }
    return true
  }

  private func isSame(_ a: YAMLNode, _ b: YAMLNode) -> Bool {
    guard a.range == b.range else { return false }
    switch (a.content, b.content) {
    case (.scalar(let a, let isPlain), .scalar(let b, let isOtherPlain)):
      return a.utf8.elementsEqual(b.utf8) && isPlain == isOtherPlain
    case (.sequence(let a), .sequence(let b)): return a.count == b.count && zip(a, b).allSatisfy(isSame)
    case (.mapping(let a), .mapping(let b)):
      return a.count == b.count
        && zip(a, b).allSatisfy { a, b in
          a.key.value.utf8.elementsEqual(b.key.value.utf8) && a.key.range == b.key.range && isSame(a.value, b.value)
        }
    default: return false
    }
  }
}

/// A random document as authors write them, with random choices between equivalent notations.
private struct RandomYAML {
  var generator: SplitMix
  var bytes: [UInt8] = []
  private var keys = 0

  init(generator: SplitMix) {
    self.generator = generator
  }

  private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &generator) }

  private mutating func put(_ text: String) { bytes += Array(text.utf8) }

  private mutating func endLine() {
    put(String(repeating: " ", count: roll(6) == 0 ? roll(3) : 0))
    if roll(12) == 0 { put(" # 注: \"x\"") }
    put(roll(8) == 0 ? "\r\n" : "\n")
    if roll(12) == 0 { put(["\n", "  \n", "# c\n", "     # a: b\n"][roll(4)]) }
  }

  /// `isOnLine`: the first key is on the line of a dash.
  mutating func mapping(indent: Int, depth: Int, isOnLine: Bool = false) {
    for number in 0...roll(depth == 0 ? 6 : 4) {
      if number > 0 || !isOnLine { put(String(repeating: " ", count: indent)) }
      keys += 1
      let key = ["name", "unit", "baseline", "名称", "a b", "x#", "short-name", "0"][roll(8)] + "\(keys)"
      put([key, key, key, "'\(key)'", "\"\(key)\""][roll(5)] + ":")
      value(indent: indent, depth: depth)
    }
  }

  private mutating func value(indent: Int, depth: Int) {
    switch depth < 4 ? roll(9) : roll(6) {
    case 0: endLine()
    case 1...4:
      put(String(repeating: " ", count: roll(5) == 0 ? 3 : 1))
      put(scalar(inFlow: false))
      endLine()
    case 5:
      put(" ")
      put(flow(depth: depth))
      endLine()
    case 6:
      endLine()
      mapping(indent: indent + 1 + roll(4), depth: depth + 1)
    default:
      endLine()
      list(indent: indent + roll(3), depth: depth + 1)
    }
  }

  private mutating func list(indent: Int, depth: Int) {
    for _ in 0...roll(3) {
      put(String(repeating: " ", count: indent) + "-")
      switch roll(6) {
      case 0: endLine()
      case 1, 2:
        put(" " + scalar(inFlow: false))
        endLine()
      case 3:
        put(" " + flow(depth: depth))
        endLine()
      case 4:
        endLine()
        mapping(indent: indent + 1 + roll(3), depth: depth + 1)
      default:
        let spaces = 1 + (roll(4) == 0 ? roll(3) : 0)
        put(String(repeating: " ", count: spaces))
        mapping(indent: indent + 1 + spaces, depth: depth + 1, isOnLine: true)
      }
    }
  }

  private mutating func flow(depth: Int) -> String {
    let parts = (0..<roll(4)).map { _ in depth < 5 && roll(6) == 0 ? flow(depth: depth + 1) : scalar(inFlow: true) }
    let separator = roll(4) == 0 ? " ,  " : ", "
    if roll(2) == 0 { return "[" + parts.joined(separator: separator) + "]" }
    return "{" + parts.enumerated().map { "k\($0.offset): \($0.element)" }.joined(separator: separator) + "}"
  }

  private mutating func scalar(inFlow: Bool) -> String {
    let texts = [
      "36.5", "2021", "-1", "~", "null", "true", "关键工序自动化率", "a text", "it's", "2021/22", "x & y", "🎓 é", "'%'",
      "\"a: b # c\"", "''", "\"\"",
      "'[x]'", "2025-03-14",
    ]
    let more = ["a, b", "x：y", "http://x.org/a?b=c#d", "10:30", "(a) [b] {c}", "<<", "-x", "a#b"]
    return inFlow || roll(3) > 0 ? texts[roll(texts.count)] : more[roll(more.count)]
  }
}
