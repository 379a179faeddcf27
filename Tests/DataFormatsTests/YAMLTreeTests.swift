import DataFormats
import Diagnostics
import Testing

@Suite("YAML: trees")
struct YAMLTreeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let tree: String
  }

  static let cases: [Case] = [
    Case(testDescription: "empty", text: "", tree: "{}"),
    Case(testDescription: "only a comment", text: "# nothing\n", tree: "{}"),
    Case(testDescription: "only a null", text: "~\n", tree: "{}"),
    Case(
      testDescription: "words stay words", text: "a: no\nb: 2021\nc: 1.10\nd: ~\n",
      tree: "{a: no, b: 2021, c: 1.10, d: ~}"),
    Case(testDescription: "quotes", text: "a: 'x'\nb: \"y\\n\"\n", tree: "{a: 'x', b: 'y\n'}"),
    Case(testDescription: "lists", text: "- 1\n- [a, b]\n- {c: d}\n", tree: "[1, [a, b], {c: d}]"),
    Case(testDescription: "list at its key's indentation", text: "a:\n- b\n- c\n", tree: "{a: [b, c]}"),
    Case(testDescription: "block texts", text: "a: |\n  x\n  y\nb: >\n  x\n  y\n", tree: "{a: 'x\ny\n', b: 'x y\n'}"),
    Case(testDescription: "CRLF", text: "a: x\r\nb:\r\n  - y\r\n", tree: "{a: x, b: [y]}"),
    Case(testDescription: "byte order mark", text: "\u{FEFF}a: x\n", tree: "{a: x}"),
    Case(testDescription: "document markers", text: "---\na: x\n...\n", tree: "{a: x}"),
    Case(testDescription: "anchors", text: "a: &x {k: v}\nb: *x\n", tree: "{a: {k: v}, b: {k: v}}"),
    Case(
      testDescription: "merged", text: "a: &x {k: v, l: w}\nb: {<<: *x, k: mine}\n",
      tree: "{a: {k: v, l: w}, b: {k: mine, l: w}}"),
    Case(
      testDescription: "merged list, the earlier wins", text: "b: {<<: [{k: 1}, {k: 2, l: 3}]}\n",
      tree: "{b: {k: 1, l: 3}}"),
    Case(testDescription: "core tags", text: "a: !!str 1\nb: !!int 2\nc: ! x\n", tree: "{a: '1', b: 2, c: 'x'}"),
    Case(testDescription: "a key by alias", text: "- &x k\n- {*x : v}\n", tree: "[k, {k: v}]"),
    Case(testDescription: "Chinese", text: "名称: 新增高技能人才\n单位: 万人\n", tree: "{名称: 新增高技能人才, 单位: 万人}"),
  ]

  @Test("A text gives its tree", arguments: cases)
  func tree(_ example: Case) throws {
    let checked = YAMLParser.parse(SourceText(path: "site.yaml", text: example.text))
    #expect(printed(checked.diagnostics) == "")
    #expect(outline(try #require(checked.value)) == example.tree)
  }

  @Test("Every value has its byte range, also after Chinese text, emoji and CRLF")
  func ranges() throws {
    let text = "\u{FEFF}名称: 人才🎓 # 注\r\n列:\r\n  - 甲\r\n  - \"乙\"\r\n空: [丙, {丁: 戊}]\r\n"
    let source = SourceText(path: "site.yaml", text: text)
    func written(_ range: SourceRange) -> String { String(decoding: source.bytes[range.bounds], as: UTF8.self) }
    let root = try #require(YAMLParser.parse(source).value)
    let entries = try #require(root.asMapping)
    #expect(entries.map { written($0.key.range) } == ["名称", "列", "空"])
    #expect(entries.map { written($0.value.range) } == ["人才🎓", "- 甲\r\n  - \"乙\"", "[丙, {丁: 戊}]"])
    #expect(entries[1].value.asSequence?.map { written($0.range) } == ["甲", "\"乙\""])
    #expect(entries[2].value.asSequence?.map { written($0.range) } == ["丙", "{丁: 戊}"])
  }

  @Test("Front matter is parsed in its range, with ranges in the whole file")
  func frontMatter() throws {
    let text = "---\ntitle: 人才\norder: x\n---\n# 正文: [\n"
    let source = SourceText(path: "a.md", text: text)
    let end = try #require(source.bytes.lastIndex(of: UInt8(ascii: "#"))) - 4
    let entries = try #require(YAMLParser.parse(source, in: 4..<end).value?.asMapping)
    #expect(entries.map(\.key.value) == ["title", "order"])
    let place = source.location(of: entries[1].value.range)
    #expect((place.line, place.column, place.excerpt) == (3, 8, "order: x"))
  }

  @Test("A missing value, ~ and null are null; quoted they are text")
  func nulls() throws {
    let source = SourceText(path: "site.yaml", text: "[~, null, Null, NULL, '', '~', nil, !!str ]")
    let items = try #require(YAMLParser.parse(source).value?.asSequence)
    #expect(items.map(\.isNull) == [true, true, true, true, false, false, false, false])
  }

  @Test("A key of any length keeps its text")
  func keys() {
    let texts =
      (0...20).map { String("abcdefghijklmnopqrstuvwxyz".prefix($0)) } + ["名", "é", "a\u{0}b", "\u{0}", "2021", "-"]
    for text in texts {
      let key = Located(text, at: SourceRange(start: 3, end: 9))
      let entry = YAMLEntry(key: key, value: YAMLNode(.sequence([]), at: key.range))
      #expect(entry.key.value == text && entry.key.range == key.range)
    }
  }
}
