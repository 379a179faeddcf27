import Foundation
import TestSupport
import Testing

@testable import SiteEngine
@testable import SiteSources

struct PlanStructureTests {
  private let site = [
    "Content/site.yaml": "title: Two plans\nlanguages: [en]\n",
    "Content/index.md": "---\ntitle: Front\n---\n[B](2-b/index.md), [image](pics/a%20b.png), [all](/indicators/)\n",
    "Content/about.md": "---\ntype: page\ntitle: About\n---\nUs.\n",
    "Content/pics/a b.png": smallPicture,
    "Content/1-a/index.md": "---\ntype: plan\ntitle: A\nperiod: 2021-2025\nnumbering: chinese-plan\n---\n",
    "Content/1-a/1-x/_index.md": "---\ntitle: X\n---\n",
    "Content/1-a/1-x/2-second.md": "---\ntitle: Second\n---\n",
    "Content/1-a/1-x/1-first.md": "---\ntitle: First\n---\n:ref[x/second]\n",
    "Content/1-a/2-y.md": "---\ntitle: Y\nnumber: none\n---\n",
    "Content/1-a/3-z.md": "---\ntitle: Z\nnumber: 附\naliases: [/old/z/, /old.html]\n---\n",
    "Content/1-a/4-w.md": "---\ntitle: W\n---\n",
    "Content/1-a/5-hidden.md": "---\ntitle: Hidden\ndraft: true\n---\n",
    "Content/2-b/index.md": "---\ntype: plan\ntitle: B\nperiod: 2021-2025\nlanguage: zh-CN\n---\n",
    "Content/2-b/indicators.yaml": "- {id: i, name: 指标, target: 5}\n",
  ]

  @Test("Pages follow the structure and order of their folders, and drafts are left out")
  func routes() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let pages = folder.files(in: "Output").keys.filter { $0.hasSuffix(".html") }.sorted()
    #expect(
      pages == [
        "404.html", "a/full/index.html", "a/index.html", "a/w/index.html", "a/x/first/index.html", "a/x/index.html",
        "a/x/second/index.html", "a/y/index.html", "a/z/index.html", "about/index.html", "b/full/index.html",
        "b/index.html", "b/progress-summary/index.html", "index.html", "indicators/i/index.html",
        "indicators/index.html",
        "old.html", "old/z/index.html", "search/index.html",
      ])
    #expect(folder.text("Output/pics/a b.png") == smallPicture)
  }

  @Test("Numbers restart under each parent; a section without a number is not counted")
  func numbers() async throws {
    let folder = TemporaryFolder(site)
    _ = try await build(folder)
    func heading(_ page: String) throws -> String {
      let text = try #require(folder.text("Output/a/\(page)/index.html"))
      let start = try #require(text.range(of: "<h1>"))
      let end = try #require(text.range(of: "</h1>"))
      return String(text[start.upperBound..<end.lowerBound]).replacing(/<[^>]*>/, with: "")
    }
    #expect(try heading("x") == "第一章 X")
    #expect(try heading("x/first") == "一、 First")
    #expect(try heading("x/second") == "二、 Second")
    #expect(try heading("y") == "Y")
    #expect(try heading("z") == "附 Z")
    #expect(try heading("w") == "第二章 W")
  }

  @Test("Without base-url, links are relative paths to files; with it, they start with its path")
  func links() async throws {
    let folder = TemporaryFolder(site)
    _ = try await build(folder)
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("<a href=\"b/index.html\">B</a>"))
    #expect(front.contains("href=\"pics/a%20b.png\""))
    #expect(front.contains("<a href=\"indicators/index.html\">all</a>"))
    let first = try #require(folder.text("Output/a/x/first/index.html"))
    #expect(first.contains("href=\"../../../a/x/second/index.html\">二、 Second</a>"))

    let based = BuildOptions(siteDirectory: folder.path, baseURL: BaseURL("https://example.org/plans"))
    _ = try await SiteBuild(based).build()
    #expect(folder.text("Output/index.html")?.contains("<a href=\"/plans/b/\">B</a>") == true)
    #expect(folder.text("Output/sitemap.xml")?.contains("<loc>https://example.org/plans/a/x/first/</loc>") == true)
    #expect(folder.text("Output/old/z/index.html")?.contains("url=/plans/a/z/\"") == true)
  }

  @Test("Links within a page equal the ids they lead to, including Chinese and punctuation")
  func anchors() async throws {
    var site = smallSite
    site["Content/1-甲.md"] =
      "---\ntitle: 第一部分\n---\n## 小标题\n\n文字[^1]。\n\n## R&D 经费\n\n### 支出 {#支出&a}\n\n文字。\n\n[^1]: 注。\n"
    site["Content/1-first.md"] = nil
    site["Content/2-second.md"] = "---\ntitle: 第二部分\n---\n## 小标题\n\n文字。\n"
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    var count = 0
    for page in ["Output/甲/index.html", "Output/second/index.html", "Output/full/index.html"] {
      let html = try #require(folder.text(page))
      let ids = Set(html.matches(of: /\ id="([^"]*)"/).map(\.output.1))
      for address in html.matches(of: /href="#([^"]*)"/).map(\.output.1) {
        #expect(ids.contains(address), "\(page)")
        count += 1
      }
    }
    #expect(count >= 20)
    let page = try #require(folder.text("Output/甲/index.html"))
    #expect(page.contains("href=\"#小标题\"") && page.contains("href=\"#r-d-经费\"") && page.contains("href=\"#支出&amp;a\""))
  }

  @Test("A plan's language is the language of its pages")
  func language() async throws {
    let folder = TemporaryFolder(site)
    _ = try await build(folder)
    #expect(folder.text("Output/b/index.html")?.contains("<html lang=\"zh-CN\">") == true)
    #expect(folder.text("Output/indicators/i/index.html")?.contains("<html lang=\"zh-CN\">") == true)
    #expect(folder.text("Output/a/index.html")?.contains("<html lang=\"en\">") == true)
  }

  @Test("Drafts are published with --drafts")
  func drafts() async throws {
    let folder = TemporaryFolder(site)
    _ = try await build(folder, drafts: true)
    #expect(folder.exists("Output/a/hidden/index.html"))
  }

  @Test("On the page of the whole plan every id is unique, also of sections whose paths differ by / and - only")
  func namesakes() async throws {
    var files = ["Content/site.yaml": "title: S\nlanguages: [en]\n", "Content/index.md": "---\ntitle: H\n---\n"]
    files["Content/p/index.md"] = "---\ntype: plan\ntitle: P\nperiod: 2021-2025\n---\n"
    for path in ["a/index", "a-b/index", "a/b/index", "a/b/c", "a/b-c", "a-b/c", "a-b-c"] {
      files["Content/p/\(path).md"] = "---\ntitle: T\n---\n## H\n\nText.\n"
    }
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    let ids = try #require(folder.text("Output/p/full/index.html")).matches(of: /\ id="([^"]*)"/).map(\.output.1)
    #expect(Set(ids).count == ids.count && ids.count > 14, "\(ids.sorted())")
  }

  @Test("Of very many sections on one level, the contents beside a page list those near it", arguments: [1, 100, 200])
  func longLevels(_ number: Int) async throws {
    var files = ["Content/site.yaml": "title: S\nlanguages: [en]\n", "Content/index.md": "---\ntitle: H\n---\n"]
    files["Content/p/index.md"] = "---\ntype: plan\ntitle: P\nperiod: 2021-2025\n---\n"
    for section in 1...200 { files["Content/p/\(section)-s\(section).md"] = "---\ntitle: Section \(section)\n---\n" }
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/s\(number)/index.html"))
    let rail = try #require(page.firstMatch(of: /<nav class="rail"[\s\S]*?<\/nav>/)).output
    let sections = rail.matches(of: />Section (\d+)</).compactMap { Int($0.output.1) }
    #expect(sections.count == 60 && sections.contains(number) && sections == Array(sections[0]..<sections[0] + 60))
    #expect(rail.contains("aria-current=\"page\">Section \(number)<"))
    let all = try #require(folder.text("Output/p/index.html")).matches(of: />Section \d+</).count
    #expect(all >= 200)
  }
}
