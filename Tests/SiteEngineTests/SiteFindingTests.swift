import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteEngine
@testable import SiteSources

/// The complete messages for broken sites. The golden site `invalid` covers the rest.
struct SiteFindingTests {
  @Test(
    "A directive with a mistake in its syntax is an error where nothing else is wrong",
    arguments: ["::indicators{", "::chart {id=x}", ":::box{title=}\n:::", ":value[x]{a"])
  func malformedDirective(_ directive: String) async throws {
    let found = try await findings(changing: ["Content/1-first.md": "---\ntitle: T\n---\n## 小标题\n\n\(directive)\n"])
    #expect(found.hasPrefix("Content/1-first.md:6:") && found.contains(" error: "))
  }

  @Test("A file with the ending of a picture that is not one is a warning")
  func brokenPicture() async throws {
    let found = try await findings(changing: [
      "Content/1-first.md": "---\ntitle: T\n---\n## 小标题\n\n![图](a.png)\n", "Content/a.png": "<html>",
    ])
    #expect(
      found == """
        Content/a.png: warning: the file is not a picture in PNG, JPEG, GIF, WebP or SVG, or is incomplete, so that browsers may not show it [page.broken-picture]
        hint: open it in a picture program and save it anew

        """)
  }

  /// Each: a file, its text, and the place and the name of the character in the hint.
  @Test(
    "An invisible character that breaks a file is named with its place",
    arguments: [
      ("1-first.md", "---\ntitle:\u{A0}T\n---\n## 小标题\n\n文字。\n", "column 7, a no-break space (U+00A0)"),
      (
        "1-first.md", "---\ntitle: T\n\u{A0}\u{A0}summary: x\n---\n## 小标题\n\n文字。\n",
        "column 1, a no-break space (U+00A0)"
      ),
      (
        "1-first.md", "---\ntitle: T\nsum\u{200B}mary: x\n---\n## 小标题\n\n文字。\n", "column 4, a zero-width space (U+200B)"
      ),
      ("1-first.md", "---\ntitle: T\n---\u{A0}\n## 小标题\n\n文字。\n", "column 4, a no-break space (U+00A0)"),
      ("1-first.md", "\u{200B}---\ntitle: T\n---\n## 小标题\n\n文字。\n", "column 1, a zero-width space (U+200B)"),
      (
        "1-first.md", "---\ntitle: T\n---\n## 小标题\n\n::indicators\u{A0}{ids=a}\n",
        "column 13, a no-break space (U+00A0)"
      ),
      ("1-first.md", "---\ntitle: T\n---\n## 小标题\n\n　::indicators{ids=a}\n", "column 1, a full-width space (U+3000)"),
      (
        "1-first.md", "---\ntitle: T\n---\n## 小标题\n\n::indicators{ids=a　columns=name}\n",
        "column 19, a full-width space (U+3000)"
      ),
      (
        "1-first.md", "---\ntitle: T\n---\n## 小标题\n\n:value[a\u{2060}]\n",
        "column 9, a character without width (U+2060)"
      ),
      ("indicators.yaml", "- id:\u{A0}a\n  name: A\n", "column 6, a no-break space (U+00A0)"),
      ("indicators.yaml", "- id: a\n　name: A\n", "column 1, a full-width space (U+3000)"),
      (
        "indicators.yaml", "- {id: a, name: A, unit: km, target: {year: 2025,\u{A0}value: 3}}\n",
        "column 50, a no-break space (U+00A0)"
      ),
      ("indicators/a.csv", "Year,Value\u{200B}\n2021,1\n", "column 11, a zero-width space (U+200B)"),
      ("../Templates/section.mustache", "{{title\u{200B}}}", "column 8, a zero-width space (U+200B)"),
      (
        "../Templates/section.mustache", "{{#own\u{A0}indicators}}x{{/own\u{A0}indicators}}",
        "column 7, a no-break space (U+00A0)"
      ),
    ])
  func invisible(_ file: String, _ text: String, _ expected: String) async throws {
    let path = file.hasPrefix("../") ? String(file.dropFirst(3)) : "Content/\(file)"
    let register = "- {id: a, name: A, unit: km, from: first, target: {year: 2025, value: 3}}\n"
    let found = try await findings(
      changing: ["Content/indicators.yaml": register].merging([path: text]) { _, new in new })
    #expect(found.contains("hint: there is an invisible character at \(expected): "), "\(found)")
  }

  @Test("Programmes nested more than fifty deep are an error, and so are those that are part of themselves")
  func programmes() async throws {
    func register(_ count: Int, first: String) -> String {
      (0..<count).map { "- {id: p\($0), name: P\($0), parent: \($0 == 0 ? first : "p\($0 - 1)")}\n" }.joined()
    }
    let deep = try await findings(changing: [
      "Content/programmes.yaml": "- {id: root, name: R}\n" + register(100, first: "root")
    ])
    #expect(
      deep.contains(
        "Content/programmes.yaml:51:32: error: the programme 'P49' is nested more than 50 deep [field.invalid-value]"))
    #expect(deep.components(separatedBy: " error: ").count == 2)
    let cyclic = try await findings(changing: ["Content/programmes.yaml": register(3, first: "p1")])
    #expect(cyclic.components(separatedBy: "is part of itself").count == 3)
  }

  @Test("A word of a list is located at its own place, also in a long list and after an equal word")
  func wordsOfLists() async throws {
    let ids = (0..<300).map { "none\($0)" }.joined(separator: ", ")
    let found = try await findings(
      changing: [
        "Content/1-first.md": "---\ntitle: T\n---\n## 小标题\n\n::indicators{ids=\"nn n \(ids)\" columns=\"name nam\"}\n"
      ])
    #expect(found.contains("Content/1-first.md:6:22: error: indicator 'n' does not exist"))
    #expect(found.contains("Content/1-first.md:6:24: error: indicator 'none0' does not exist"))
    let last = 24 + ids.utf8.count - "none299".utf8.count
    #expect(found.contains("Content/1-first.md:6:\(last): error: indicator 'none299' does not exist"))
    #expect(found.contains("there is no column 'nam'"))
  }

  @Test("The small site that other tests change has no findings")
  func clean() async throws {
    #expect(try await findings(changing: [:]) == "")
  }

  @Test(
    "A site without a required part reports what to add",
    arguments: [
      (
        ["Content/site.yaml": ""],
        """
        Content/site.yaml: error: the site has no 'site.yaml' [file.no-settings]
        hint: create it with at least a line 'title: …'

        """
      ),
      (
        ["Content/index.md": "", "Content/1-first.md": "", "Content/2-second.md": ""],
        """
        Content/index.md: error: the site has no front page [page.no-front-page]
        hint: create Content/index.md with at least a title

        """
      ),
      (
        ["Content/1-first.md": "## 小标题\n\n文字。\n"],
        """
        Content/1-first.md:1:1: error: the page has no title [page.missing-title]
            1 | ## 小标题
              | ^
        hint: begin the file with three lines: '---', 'title: …' and '---'

        """
      ),
      (
        [
          "Content/indicators.yaml": "- {id: a, name: A, nature: binding, category: x, from: first}\n",
          "Content/1-first.md": "---\ntitle: T\n---\n## 小标题\n\n::indicators{category=x nature=anticipatory}\n",
        ],
        """
        Content/1-first.md:6:1: warning: no indicator matches this table [directive.empty-table]
            6 | ::indicators{category=x nature=anticipatory}
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: the table is left out; check its attributes

        """
      ),
    ])
  func missing(changes: [String: String], expected: String) async throws {
    #expect(try await findings(changing: changes) == expected)
  }

  @Test("A path too long for a file name is an error, before anything is written")
  func tooLong() async throws {
    let long = String(repeating: "长", count: 81)
    for text in ["---\ntitle: T\nslug: \(long)\n---\n", "---\ntitle: T\naliases: [/old/\(long)/]\n---\n"] {
      let found = try await findings(changing: ["Content/1-first.md": text])
      #expect(found.contains("has a 243-byte part; the limit is 240 [page.invalid-slug]"), "\(found)")
    }
    let register = "- {id: \(long), name: A, target: 5, from: first}\n"
    #expect(
      try await findings(changing: ["Content/indicators.yaml": register]).contains(
        "the address of the indicator 'A' has a 243-byte part")
    )
    let short = String(long.dropLast())
    #expect(
      try await !findings(changing: ["Content/1-first.md": "---\ntitle: T\nslug: \(short)\n---\n"]).contains(
        "invalid-slug"))
  }

  @Test("Of several links on a page, broken ones are reported at their locations")
  func brokenLinks() async throws {
    let text = """
      ---
      title: 第一部分
      ---
      ## 小标题

      见[第二部分](2-second.md)和[第三部分](3-third.md)[^1]。

      | 甲 | [乙](2-second.md) |
      |---|---|
      | `[x](y.md)` | [丙](2-second.md#丁) [戊](#小标题) |

      [^1]: 注，见[己](4-none.md)。

      """
    #expect(
      try await findings(changing: ["Content/1-first.md": text]) == """
        Content/1-first.md:6:22: error: '3-third.md' leads to Content/3-third.md, which does not exist [link.missing-page]
            6 | 见[第二部分](2-second.md)和[第三部分](3-third.md)[^1]。
              |                            ^~~~~~~~~~~~~~~~~~~~~~
        hint: create that file, or correct the link
        Content/1-first.md:10:17: error: that page has no heading '#丁' [link.missing-anchor]
           10 | | `[x](y.md)` | [丙](2-second.md#丁) [戊](#小标题) |
              |                 ^~~~~~~~~~~~~~~~~~~~
        hint: the page has no headings
        Content/1-first.md:12:10: error: '4-none.md' leads to Content/4-none.md, which does not exist [link.missing-page]
           12 | [^1]: 注，见[己](4-none.md)。
              |             ^~~~~~~~~~~~~~~
        hint: create that file, or correct the link

        """)
  }

  /// False on macOS, whose file system treats both names as one file.
  private static let tellsFormsApart: Bool = {
    let folder = TemporaryFolder()
    for name in ["caf\u{E9}", "cafe\u{301}"] { folder.write("", to: name) }
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return names?.count == 2
  }()

  @Test(
    "Two names that are equal in Unicode are two pages at one URL",
    .enabled(if: tellsFormsApart, "the file system has one file for both names"))
  func equalNames() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("---\ntitle: A\n---\n", to: "Content/caf\u{E9}.md")
    folder.write("---\ntitle: B\n---\n", to: "Content/cafe\u{301}.md")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
    #expect(found.map(\.code) == [.duplicateURL])
  }

  @Test(
    "A file at the path of a page, of its folder or of planpress's own folders is reported",
    arguments: ["index.html", "first", "first/index.html", "assets"])
  func fileInThePlaceOfAPage(_ file: String) async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("x", to: "Content/\(file)")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build()
    #expect(found.report == nil)
    #expect(found.diagnostics.map(\.code) == [.duplicateURL])
    #expect(found.diagnostics.map(\.location.path) == ["Content/\(file)"])
  }

  @Test("A template that cannot be read is reported once")
  func templateEncoding() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write(Data([0xFF, 0xFE]), to: "Templates/section.mustache")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
    #expect(found.map(\.code) == [.notUTF8])
  }

  @Test("A folder without Content/ is reported")
  func noContent() async throws {
    let folder = TemporaryFolder()
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
    #expect(found.map(\.code) == [.noContent])
  }

  @Test("A file deleted between listing and reading is reported")
  func goneFile() throws {
    let folder = TemporaryFolder()
    let loaded = try SourceLoader(siteDirectory: folder.path).text(of: "Content/gone.md")
    #expect(loaded.value == nil)
    #expect(loaded.diagnostics.map(\.code) == [.unreadableFile])
  }

  @Test("A page takes its title from a heading at the start of its text, and does not show it twice")
  func titleFromHeading() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("# 来自正文\n\n## 小标题\n\n文字。\n", to: "Content/1-first.md")
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/first/index.html"))
    #expect(page.contains("来自正文 · 测试站</title>"))
    #expect(page.components(separatedBy: "来自正文</h1>").count == 2)
  }

  @Test("A name without an entry is an error that says what to write")
  func unknown() async throws {
    let found = try await findings(changing: [
      "Content/index.md": "---\ntitle: 首页\n---\n", "Content/1-first.md": "", "Content/2-second.md": "",
      "Content/p/index.md": "---\ntype: plan\ntitle: P\nperiod: 2021-2025\n---\n",
      "Content/p/a.md": "---\ntitle: A\n---\n:ref[nothing] :term[碧道] [x](x.md)\n",
      "Content/p/indicators.yaml": "- {id: x, name: X, unit: 天, target: 5, programme: green, from: nowhere}\n",
      "Content/indicators.yaml": "- {id: y, name: Y, unit: 天, target: 5, plan: second}\n",
      "Content/programmes.yaml": "- {id: blue, name: 蓝天}\n", "Content/q/indicators.yaml": "- {id: z, name: Z}\n",
      "Content/b.md": "---\ntitle: B\n---\n文字。\n",
    ])
    #expect(
      found == """
        Content/b.md:2:8: error: section 'B' is not in a plan [page.section-outside-plan]
            2 | title: B
              |        ^
        hint: move it into a plan's folder, add 'type: plan' to the folder's index.md, or add 'type: page' here
        Content/indicators.yaml:1:46: error: plan 'second' does not exist [register.unknown-plan]
            1 | - {id: y, name: Y, unit: 天, target: 5, plan: second}
              |                                               ^~~~~~
        hint: write the name of the plan's folder
        Content/p/a.md:4:6: error: there is no section or indicator 'nothing' [reference.unknown]
            4 | :ref[nothing] :term[碧道] [x](x.md)
              |      ^~~~~~~
        hint: write a section's path or an indicator's id, or a link
        Content/p/a.md:4:21: error: term '碧道' is not in the glossary [reference.unknown-term]
            4 | :ref[nothing] :term[碧道] [x](x.md)
              |                     ^~~~
        hint: add it to glossary.yaml, or write it as text
        Content/p/a.md:4:25: error: 'x.md' leads to Content/p/x.md, which does not exist [link.missing-page]
            4 | :ref[nothing] :term[碧道] [x](x.md)
              |                           ^~~~~~~~~
        hint: did you mean 'a.md'?
        Content/p/indicators.yaml:1:51: error: programme 'green' does not exist [reference.unknown-programme]
            1 | - {id: x, name: X, unit: 天, target: 5, programme: green, from: nowhere}
              |                                                    ^~~~~
        hint: add it to programmes.yaml, or write the id of one that is there
        Content/p/indicators.yaml:1:64: error: section 'nowhere' does not exist [reference.unknown-section]
            1 | - {id: x, name: X, unit: 天, target: 5, programme: green, from: nowhere}
              |                                                                 ^~~~~~~
        hint: write the name of its file without number and ending, such as 'air' for 1-air.md
        Content/q/indicators.yaml:1:1: error: a register must be in the site's root or in a plan's folder, and 'q' is neither [register.outside-plan]
            1 | - {id: z, name: Z}
              | ^
        hint: move 'indicators.yaml' up to the folder whose index.md has 'type: plan'

        """)
  }

  @Test(
    "Syntax of other programs is reported with planpress's own syntax",
    arguments: [
      (
        "+++\ntitle = \"A\"\n+++\n",
        """
        Content/1-first.md:1:1: error: front matter must be YAML, not TOML [yaml.syntax]
            1 | +++
              | ^~~
        hint: write a line '---', then lines of 'key: value', then a line '---'

        """
      ),
      (
        "{\n  \"title\": \"A\"\n}\n",
        """
        Content/1-first.md:1:1: error: front matter must be YAML, not JSON [yaml.syntax]
            1 | {
              | ^
        hint: write a line '---', then lines of 'key: value', then a line '---'

        """
      ),
      (
        "---\ntitle: A\nlastmod: 2024-02-03\n---\n## 小标题\n\n文字。\n",
        """
        Content/1-first.md:3:1: error: unknown key 'lastmod' in a page [field.unknown-key]
            3 | lastmod: 2024-02-03
              | ^~~~~~~
        hint: use 'updated'

        """
      ),
      (
        "---\ntitle：A\n---\n## 小标题\n\n文字。\n",
        """
        Content/1-first.md:2:1: error: a page must be lines of 'key: value', not text [field.wrong-type]
            2 | title：A
              | ^~~~~~~~
        hint: write ': ' instead of '：', as in 'key: value'

        """
      ),
    ])
  func otherPrograms(_ text: String, _ expected: String) async throws {
    #expect(try await findings(changing: ["Content/1-first.md": text, "Content/2-second.md": ""]) == expected)
  }
}
