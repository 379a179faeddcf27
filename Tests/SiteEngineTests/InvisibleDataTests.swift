import Diagnostics
import SiteEngine
import TestSupport
import Testing

@Suite("Invisible characters in names, data and addresses")
struct InvisibleDataTests {
  private func printed(_ findings: [Diagnostic]) -> String { DiagnosticPrinter(format: .text).print(findings) }

  @Test(
    "A warning with its place, which --fix mends, in every kind of file",
    arguments: [
      ("Content/site.yaml", "title: \"测试\u{200B}站\"\n", "1:11", "U+200B"),
      ("Content/3-third.md", "---\ntitle: 标\u{202E}题\n---\n文字。\n", "2:9", "U+202E"),
      ("Content/departments.yaml", "- id: d\n  name: '部\u{2060}门'\n", "2:11", "U+2060"),
      ("Content/glossary.yaml", "- {term: \"a\u{FEFF}b\", definition: c}\n", "1:12", "U+FEFF"),
      ("Content/programmes.yaml", "- id: p\n  name: 工\u{200E}程\n  section: first\n", "2:10", "U+200E"),
      ("Content/indicators.yaml", "- {id: a, name: \"x\u{E0041}y\"}\n", "1:19", "U+E0041"),
      ("Content/indicators/a.csv", "Year,Sex,Value\n2021,\"a\u{2069}b\",3\n2021,,4\n", "2:8", "U+2069"),
      ("Content/values.csv", "id,Year,Value,Note\na,2021,3,x\u{200B}y\n", "2:11", "U+200B"),
      ("Content/labels/zh-CN.yaml", "Sex: 性\u{FFFC}别\n", "1:7", "U+FFFC"),
      ("Content/3-third.md", "---\ntitle: 标题\n---\n前文\u{202D}后文。\n", "4:3", "U+202D"),
      ("Content/3-third.md", "---\ntitle: 标题\n---\n[链接](https://example.org/\u{200B})。\n", "4:26", "U+200B"),
      ("Content/3-third.md", "---\ntitle: 标题\n---\n:::box{title=\"专\u{200B}栏\"}\n文字。\n:::\n", "4:16", "U+200B"),
    ])
  func found(path: String, text: String, place: String, name: String) async throws {
    let folder = TemporaryFolder(smallSite.merging(["Content/indicators.yaml": "- {id: a, name: 甲}\n"]) { $1 })
    folder.write(text, to: path)
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path))
    let found = try await build.check().diagnostics.filter { $0.code == .invisibleCharacter }
    #expect(
      printed(found).hasPrefix(
        "\(path):\(place): warning: an invisible character (\(name)) is here [file.invisible-character]"),
      Comment(rawValue: printed(found)))
    _ = try FixApplier(siteDirectory: folder.path).apply(found)
    let rest = try await build.check().diagnostics
    #expect(
      !rest.contains { $0.code == .invisibleCharacter || $0.severity == .error }, Comment(rawValue: printed(rest)))
  }

  @Test("A mistake that the character explains is one finding, and has the fix")
  func explained() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("- {id: a, na\u{200B}me: 甲}\n", to: "Content/indicators.yaml")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
      .filter { $0.location.path == "Content/indicators.yaml" }
    #expect(!found.contains { $0.code == .invisibleCharacter }, Comment(rawValue: printed(found)))
    _ = try FixApplier(siteDirectory: folder.path).apply(found)
    #expect(folder.text("Content/indicators.yaml") == "- {id: a, name: 甲}\n")
  }

  @Test("More than three lines of one file are reported once, and fixed at once")
  func many() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write(
      (1...5).map { "- {id: a\($0), name: \"甲\u{200B}\($0)\"}\n" }.joined(), to: "Content/indicators.yaml")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
      .filter { $0.code == .invisibleCharacter }
    #expect(found.map(\.message) == ["the text has 5 invisible characters, the first (U+200B) here"])
    _ = try FixApplier(siteDirectory: folder.path).apply(found)
    #expect(folder.text("Content/indicators.yaml")?.contains("\u{200B}") == false)
  }

  @Test(
    "Characters that belong to a text, comments and code are no finding",
    arguments: [
      "title: שלום \u{200F}(a)\u{200E} \u{2067}b\u{2069}\n", "title: ภาษา\u{200B}ไทย\n",
      "title: 🏴\u{E0067}\u{E0062}\u{E007F}\n",
      "title: a # a\u{200B}b\n", "title: 👩\u{200D}🔬 می\u{200C}خواهم a\u{AD}b\n", "# \u{202E}\ntitle: “a” — b…\n",
      "title: a\u{A0}b　c\n", "title: \u{0628}\u{061C}\n",
    ])
  func meant(settings: String) async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write(settings, to: "Content/site.yaml")
    folder.write(
      "---\ntitle: 标题\n---\n文`a\u{202E}b`字。\n\n```\n\u{200B}\n```\n\n<!-- \u{200B} -->\n\n文字。\n",
      to: "Content/3-third.md")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
    #expect(!found.contains { $0.code == .invisibleCharacter }, Comment(rawValue: printed(found)))
  }

  @Test("An override in a line of Hebrew is a warning without a fix")
  func unsure() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("---\ntitle: 标题\n---\nשלום \u{202E}abc\n", to: "Content/3-third.md")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
      .filter { $0.code == .invisibleCharacter }
    #expect(found.map(\.fix) == [nil])
    #expect(found.map(\.hint) == ["it turns the text after it around: delete it, and read the line again"])
  }
}
