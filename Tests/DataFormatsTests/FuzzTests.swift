import DataFormats
import Diagnostics
import TestSupport
import Testing

@Suite("No bytes crash a reader")
struct FuzzTests {
  static let seeds = [
    "标题: &a \"人才\\n\"\r\nlist:\n  - 'x'\n  - {b: *a, <<: {c: d}}\ntext: |\n  一\n  二\n? k\n: !!str v\n...\n",
    "\u{FEFF}Year,值,\"a \"\"b\"\"\"\r\n2021,1.5,\"x\n，\"\r\n\r2022, 3 ,;\r\n",
    "{\"a\": [1, -2, true, null, \"\\ud83c\\udf93\\u4e2d\"], \"b\": {\"c\": \"d\\n\"}}",
  ]

  @Test("Mutated texts are read or rejected, and every finding can be printed", arguments: 0..<3)
  func mutations(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed) + 7)
    let original = Array(Self.seeds[seed].utf8)
    let special = Array("\t\r\n :-?[]{}&*!|>'\"%@`,#\\;\u{0}\u{85}".utf8) + [0xC0, 0xE4, 0xED, 0xFF, 0x80]
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
        let byte = special[Int.random(in: 0..<special.count, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(byte, at: min(place, bytes.count))
        case 1 where place < bytes.count: bytes[place] = byte
        case 2 where place < bytes.count: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 4))
        }
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let source = SourceText(path: "a", bytes: bytes)
    let yaml = YAMLParser.parse(source)
    let csv = CSVTable.parse(source)
    for diagnostics in [yaml.diagnostics, csv.diagnostics] {
      let isPrinted = DiagnosticPrinter(format: .text).print(diagnostics).isEmpty == diagnostics.isEmpty
      #expect(isPrinted, "\(bytes)")
    }
    if let root = yaml.value, !isWithin(root, 0..<bytes.count) {
      Issue.record("a range outside its file: \(bytes)")
    }
    _ = YAMLParser.parse(source, in: 3..<max(3, bytes.count - 3))
    _ = try? JSONValue(parsing: bytes)
  }

  private func isWithin(_ node: YAMLNode, _ file: Range<Int>) -> Bool {
    func fits(_ range: SourceRange) -> Bool { range.start >= 0 && Int(range.end) <= file.upperBound }
    guard fits(node.range) else { return false }
    switch node.content {
    case .scalar: return true
    case .sequence(let items): return items.allSatisfy { isWithin($0, file) }
    case .mapping(let entries): return entries.allSatisfy { fits($0.key.range) && isWithin($0.value, file) }
    }
  }
}
