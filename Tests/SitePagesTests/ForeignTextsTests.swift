import Bytes
import Testing
import Words

@testable import SitePages

struct ForeignTextsTests {
  private func runs(_ text: String, _ system: WritingSystem = .eastAsian) -> [String] {
    text.withBytes { bytes in
      var runs: [Range<Int>] = []
      ForeignTexts.findRuns(of: system, in: bytes.indices, of: bytes, &runs)
      return runs.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(
    "A run begins with a letter of the system and ends with its last before another letter, with the marks beside them",
    arguments: [
      ("12 公顷", ["公顷"]), ("公顷, 12 公顷 (2024)", ["公顷, 12 公顷"]), ("Wuhan (武汉) and 十堰", ["武汉", "十堰"]),
      ("见《规划》。 See", ["见《规划》。"]), ("《规划》 says", ["《规划》"]), ("PM2.5浓度 in 2024", ["浓度"]),
      ("绿&amp;水", ["绿&amp;水"]), ("a &lt; b", []), ("Écoles – déjà", []), ("（）", []),
      ("《A》文", ["》文"]), ("420 万元 (市财政)", ["万元", "市财政"]), ("2024年12月31日 was", ["2024年12月31日"]),
      ("4项指标：3项有风险。", ["4项指标：3项有风险。"]), ("\u{2067}41微克\u{2069} (2023) ← 34微克", ["41微克", "34微克"]),
      ("v1.5版 ...版", ["版 ...版"]), ("in 2.5版", ["2.5版"]),
      ("1,634,567元 in 2023", ["元"]), ("1\u{202F}634元", ["元"]), ("到2024年", ["到2024年"]), ("(2024年)", ["2024年"]),
    ])
  func chinese(text: String, expected: [String]) {
    #expect(runs(text) == expected)
  }

  @Test("Other systems are found as well; Latin is not one of them")
  func systems() {
    #expect(WritingSystem(of: "Русский") == .cyrillic && WritingSystem(of: "العربية") == .arabic)
    #expect(WritingSystem(of: "中文") == .eastAsian && WritingSystem(of: "Ελληνικά") == .greek)
    #expect(WritingSystem(of: "Français") == nil && WritingSystem(of: "Čeština") == nil)
    #expect(runs("5 тыс. человек a", .cyrillic) == ["тыс. человек"])
    #expect(runs("the هكتار؟ of", .arabic) == ["هكتار؟"])
  }

  @Test(
    "HTML is cut into tags, texts and remarks; quoted brackets and scripts end nothing",
    arguments: [
      ("<p>a</p>", ["<p>", "a", "</p>"]), ("a<br>b", ["a", "<br>", "b"]),
      ("<a title='>'>x</a>", ["<a title='>'>", "x", "</a>"]), ("<!-- <p> -->x", ["<!-- <p> -->", "x"]),
      ("<script>a<b</scrip></script>y", ["<script>", "a<b</scrip>", "</script>", "y"]),
      ("<style></style>", ["<style>", "</style>"]), ("<!doctype html>", ["<!doctype html>"]), ("<p", ["<p"]),
      ("<script>x", ["<script>", "x"]), ("", []),
    ])
  func pieces(html: String, expected: [String]) {
    let found = html.withBytes { bytes in
      var pieces = HTMLPieces(bytes)
      var found: [String] = []
      while let piece = pieces.next() { found.append(String(decoding: bytes[piece.range], as: UTF8.self)) }
      return found
    }
    #expect(found == expected)
  }

  @Test("Texts are found by all of their bytes, however many there are, and however alike they are")
  func texts() {
    let texts =
      ["", "a", "ab", "十年", "十年规划", "A text of nine", "A text of none"] + (0..<500).map { "Begin \($0) the end" }
    let set = ByteTexts(texts.map { Array($0.utf8) })
    for text in texts { #expect(text.withBytes { set.contains($0) }, "\(text)") }
    for text in ["b", "ba", "十", "A text of nane", "Begin 500 the end", "Begin x the end"] {
      #expect(!text.withBytes { set.contains($0) }, "\(text)")
    }
    #expect(!ByteTexts([[UInt8]]()).contains(UnsafeBufferPointer(start: nil, count: 0)))
  }
}
