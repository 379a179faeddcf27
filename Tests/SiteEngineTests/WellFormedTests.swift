import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Control characters, and names in two forms of Unicode")
struct WellFormedTests {
  /// Files with a control character, as it may come from a word processor or a database.
  private static let literal: [(path: String, text: String, place: String)] = [
    ("Content/2-second.md", "---\ntitle: 第二部分\n---\n见\u{C}[第一部分](1-first.md#小标题)。\n", "4:2"),
    ("Content/2-second.md", "---\ntitle: 第二\u{7F}部分\n---\n正文。\n", "2:10"),
    ("Content/2-second.md", "---\ntitle: 第二部分\n---\n`\u{FFFE}`\n", "4:2"),
    ("Content/site.yaml", "title: 测\u{85}试站\nlanguages: [zh-CN]\n", "1:9"),
    ("Content/glossary.yaml", "- term: 甲\n  definition: \"乙\u{9F}\"\n", "2:17"),
    ("Content/indicators/a.csv", "Year,Value,Note\n2021,1,\u{1B}x\n", "2:8"),
    ("Templates/footer.mustache", "<p>\u{0}</p>\n", "1:4"),
  ]

  @Test("One in a file is an error at its place, which --fix removes", arguments: literal)
  func inFiles(_ path: String, _ text: String, _ place: String) async throws {
    let folder = TemporaryFolder(smallSite.merging([path: text]) { _, new in new })
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let found = report.diagnostics.filter { $0.code == .controlCharacter }
    #expect(found.map { "\($0.location.path):\($0.location.line):\($0.location.column)" } == ["\(path):\(place)"])
    #expect(found.map(\.severity) == [.error])
    let changes = try FixApplier(siteDirectory: folder.path).apply(report.diagnostics)
    #expect(changes.contains { $0.description.english.hasPrefix("removed the control character U+") })
    let kept = text.unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) && $0.value < 0xFFFE || $0 == "\n"
    }
    #expect(folder.text(path) == String(String.UnicodeScalarView(kept)))
  }

  @Test("An escape in YAML and a reference in Markdown are errors at their places")
  func escapes() async throws {
    let found = try await findings(changing: [
      "Content/2-second.md": "---\ntitle: \"第二\\b部分\"\n---\n正文&#8;。\n"
    ])
    #expect(
      found == """
        Content/2-second.md:2:8: error: a text in quotation marks has a control character (U+0008) [file.control-character]
            2 | title: "第二\\b部分"
              |        ^~~~~~~~~~~~
        hint: remove the escape that begins with '\\'; for a backslash, write '\\\\'
        Content/2-second.md:4:3: error: a control character (U+0008), which no page can show [file.control-character]
            4 | 正文&#8;。
              |     ^~~~
        hint: remove '&#8;'

        """)
  }

  @Test("Feed and sitemap are well-formed, whatever texts and names contain")
  func documents() async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/3-a&b <c> \"d\" 'e'.md":
          "---\ntitle: \"<a> & 'b' ]]> \\u2028 \\U0001F393\"\ndate: 2024-01-05\n---\n<a> &lt; ]]> &#x1F393; &amp;amp; \u{FFFD}\u{202E}\n",
        "Content/4-cafe\u{301}.md": "---\ntitle: Cafe\u{301}\ndate: 2024-01-06\nsummary: '<![CDATA[ x'\n---\n文字。\n",
      ]) { _, new in new })
    let result = try await build(folder)
    #expect(result.built)
    for name in ["feed.xml", "sitemap.xml"] {
      let text = try #require(folder.text("Output/\(name)"))
      #expect(XMLParser(data: Data(text.utf8)).parse(), "\(name)")
    }
  }

  @Test("A heading, a file and an id in decomposed letters meet links in composed ones, and the other way round")
  func normalizationForms() async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/1-first.md":
          "---\ntitle: 第一部分\n---\n## Cafe\u{301}\n\n文字。\n\n## x {#re\u{301}sume\u{301}}\n\n[a](#caf\u{E9}) [b](#r\u{E9}sum\u{E9}) [c](#cafe%CC%81)\n\n:::box{title=b id=e\u{301}}\n:::\n",
        "Content/2-e\u{301}.md":
          "---\ntitle: 第二部分\n---\n[a](1-first.md#caf\u{E9}) [b](1-first.md#e\u{301}) ![](u\u{308}.png)\n",
        "Content/3-third.md":
          "---\ntitle: 第三部分\n---\n[a](2-\u{E9}.md) [b](1-first.md#cafe%CC%81) :ref[\u{E9}] ![](\u{FC}.png)\n",
        "Content/u\u{308}.png": smallPicture, "Content/2-second.md": "",
      ]) { _, new in new }.filter { !$0.value.isEmpty })
    let result = try await build(folder)
    #expect(result.findings == "")
    for path in ["first", "\u{E9}", "third", "full"] {
      let page = try #require(folder.text("Output/\(path)/index.html"))
      for address in page.matches(of: /\ (?:id|href|src)="([^"]*)"/).map(\.output.1) {
        #expect(!address.unicodeScalars.contains { $0 == "\u{301}" || $0 == "\u{308}" } && !address.contains("%CC%8"))
      }
    }
    #expect(folder.text("Output/\u{FC}.png") == smallPicture)
    let first = try #require(folder.text("Output/first/index.html"))
    #expect(first.contains("id=\"caf\u{E9}\"") && first.contains("href=\"#caf%C3%A9\""))
  }

  @Test("Links lead to boxes, and to the ids of HTML where it is allowed")
  func otherIDs() async throws {
    let files = [
      "Content/site.yaml": "title: 测试站\nlanguages: [zh-CN]\nraw-html: true\n",
      "Content/1-first.md": "---\ntitle: 第一部分\n---\n<a id=\"x\"></a>文字。\n\n:::box{#y}\n文字。\n:::\n\n[a](#x) [b](#y)\n",
      "Content/2-second.md": "---\ntitle: 第二部分\n---\n[a](1-first.md#x) [b](1-first.md#y)\n",
    ]
    let folder = TemporaryFolder(smallSite.merging(files) { _, new in new })
    let result = try await build(folder)
    #expect(result.findings == "")
    #expect(folder.text("Output/first/index.html")?.contains("<aside class=\"box\" id=\"y\">") == true)
    let wrong = try await findings(changing: [
      "Content/2-second.md": "---\ntitle: 第二部分\n---\n`<a id=\"x\">` [a](#x)\n"
    ])
    #expect(wrong.contains("2-second.md:4:14: error: that page has no heading '#x' [link.missing-anchor]"))
  }

  @Test("On the page of the whole plan, a heading of a chapter and a section of it have different ids")
  func wholePlan() async throws {
    let files = [
      "Content/1-first/index.md": "---\ntitle: 第一部分\n---\n## Water\n\nText.\n\n### Water use\n\n[a](#water)\n",
      "Content/1-first/1-water.md": "---\ntitle: Water\n---\n## Use\n\nText.\n",
      "Content/1-first.md": "", "Content/2-second.md": "",
    ]
    let folder = TemporaryFolder(smallSite.merging(files) { _, new in new }.filter { !$0.value.isEmpty })
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/full/index.html"))
    let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.filter { $0.hasPrefix("section-") } == [
        "section-first", "section-first--water", "section-first--water-use", "section-first-water",
        "section-first-water-use",
      ])
    #expect(page.contains("href=\"#section-first--water\""))
  }

  @Test("A page that repeats a large table is refused")
  func rows() async throws {
    var register = ""
    for number in 1...201 {
      register +=
        "- {id: i\(number), name: 指标\(number), baseline: {year: 2020, value: 1}, target: {year: 2025, value: 2}}\n"
    }
    let found = try await findings(changing: [
      "Content/indicators.yaml": register,
      "Content/2-second.md": "---\ntitle: 第二部分\n---\n" + String(repeating: "::indicators\n\n", count: 100),
    ])
    #expect(
      found.contains(
        "Content/2-second.md:202:1: error: this page shows too much: at most 20000 rows of tables, and a chart counts as 20 rows [directive.too-many-rows]"
      ))

    let ids = (1...201).map { "i\($0)" }.joined(separator: ",")
    let charts = try await findings(changing: [
      "Content/indicators.yaml": register,
      "Content/2-second.md": "---\ntitle: 第二部分\n---\n" + String(repeating: "::chart{ids=\"\(ids)\"}\n\n", count: 5),
    ])
    #expect(charts.contains("Content/2-second.md:12:1: error: this page shows too much: at most 20000 rows of tables"))
  }
}
