import DataFormats
import Diagnostics
import Testing

@Suite("YAML: limits")
struct YAMLLimitTests {
  @Test("Aliases of aliases cannot grow without limit")
  func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(
      findings(inYAML: text) == """
        site.yaml:6:10: error: aliases repeat more than 100000 values [yaml.too-large]
            6 | a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
              |          ^~~
        hint: write the values out, or repeat less

        """)
  }

  @Test("Aliases in merge keys count, too")
  func mergeBomb() {
    var text = "a0: &a0 {k: v}\n"
    for level in 1...40 { text += "a\(level): &a\(level) {<<: [*a\(level - 1), *a\(level - 1)], k\(level): v}\n" }
    #expect(YAMLParser.parse(SourceText(path: "a", text: text)).diagnostics.map(\.code) == [.yamlTooLarge])
  }

  @Test("64 levels are accepted, 65 are not")
  func depth() throws {
    func nested(_ depth: Int) -> SourceText {
      SourceText(
        path: "site.yaml",
        text: String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth))
    }
    #expect(YAMLParser.parse(nested(64)).diagnostics.isEmpty)
    let line = String(repeating: "[", count: 65) + "x" + String(repeating: "]", count: 30) + "…"
    #expect(
      printed(YAMLParser.parse(nested(65)).diagnostics) == """
        site.yaml:1:65: error: lists and mappings are nested more than 64 levels deep [yaml.too-deep]
            1 | \(line)
              | \(String(repeating: " ", count: 64))^
        hint: flatten the structure

        """)
  }

  @Test("The levels of an alias's value count at the alias")
  func depthByAlias() {
    func text(_ first: Int, _ second: Int) -> String {
      "a: &a \(String(repeating: "[", count: first))x\(String(repeating: "]", count: first))\n"
        + "b: \(String(repeating: "[", count: second))*a\(String(repeating: "]", count: second))\n"
    }
    #expect(findings(inYAML: text(31, 32)) == "")
    #expect(YAMLParser.parse(SourceText(path: "a", text: text(32, 32))).diagnostics.map(\.code) == [.yamlTooDeep])
  }

  @Test("A very deep file is rejected at once")
  func quickly() {
    let text = String(repeating: "- ", count: 100_000) + String(repeating: "{a: ", count: 100_000)
    #expect(YAMLParser.parse(SourceText(path: "a", text: text)).diagnostics.map(\.code) == [.yamlTooDeep])
  }

  @Test("After 100 findings the rest is skipped")
  func manyFindings() {
    let text = "{" + String(repeating: "a, ", count: 20_000) + "}"
    let checked = YAMLParser.parse(SourceText(path: "a", text: text))
    #expect(checked.diagnostics.map(\.code) == Array(repeating: .yamlDuplicateKey, count: 100))
    #expect(checked.value == nil)
  }
}
