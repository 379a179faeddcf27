import TestSupport
import Testing

@testable import SiteEngine

/// The files of a site for programs: copies as Markdown, their list, schema.org data and Open Graph.
@Suite struct MachineFileTests {
  private func site(_ settings: String) -> [String: String] {
    [
      "Content/site.yaml": "title: Site\nlanguages: [en]\n\(settings)",
      "Content/index.md":
        "---\ntype: plan\ntitle: The Plan\nperiod: 2021-2025\npublisher: The Council\n---\n\nWelcome.\n",
      "Content/1-air.md":
        "---\ntitle: Air & dust\ndate: 2024-03-05\n---\n\nDust falls to :target[dust]; see [water](2-water.md).[^1]\n\n## Steps\n\n1. Wash *all* roads\n2. Plant trees\n\n| Year | Trees |\n|---|---|\n| 2022 | 5 \\| 6 |\n\n[^1]: A note.\n",
      "Content/2-water.md": "---\ntitle: Water\n---\n\nText.\n",
      "Content/indicators.yaml":
        "- {id: dust, name: Dust, unit: µg, baseline: 20, target: 5, values: [18], from: {section: air}}\n",
    ]
  }

  private func files(_ settings: String) async throws -> SiteInMemory {
    let folder = TemporaryFolder(site(settings))
    var session = SiteSession(BuildOptions(siteDirectory: folder.path))
    return try #require(try await session.refresh().site)
  }

  private func text(_ path: String, _ site: SiteInMemory) throws -> String {
    String(decoding: try #require(try site.contents(of: path)), as: UTF8.self)
  }

  @Test("A copy has the text of its page, with figures filled in")
  func copy() async throws {
    let copy = try text("air/index.md", try await files("markdown-copies: true\n"))
    #expect(copy.hasPrefix("# "))
    #expect(copy.contains("Air & dust"))
    #expect(copy.contains("see [water](../water/index.html)"))
    #expect(copy.contains("1. Wash *all* roads\n2. Plant trees"))
    #expect(copy.contains("| Year | Trees |\n| --- | --- |\n| 2022 | 5 \\| 6 |"))
    #expect(copy.contains("Dust falls to"))
    #expect(!copy.contains("target[dust]"))
    #expect(!copy.contains("<"))
  }

  @Test("A copy lacks everything that only serves navigation or drawings")
  func copyOfIndicator() async throws {
    var site = site("markdown-copies: true\n")
    site["Content/indicators.yaml"] =
      "- {id: dust, name: Dust, unit: µg, baseline: 20, target: 5, values: [18, 17.5]}\n"
    let folder = TemporaryFolder(site)
    var session = SiteSession(BuildOptions(siteDirectory: folder.path))
    let files = try #require(try await session.refresh().site)
    for path in ["indicators/dust/index.md", "indicators/index.md"] {
      let copy = try text(path, files)
      #expect(copy.contains("17.5"))
      for text in ["#-main", "(#-history)", "****", "18\\*", "18*", "Years of the plan"] {
        #expect(!copy.contains(text), "\(path): \(text)")
      }
    }
  }

  @Test("llms.txt lists the copies by plan")
  func list() async throws {
    let list = try text("llms.txt", try await files("markdown-copies: true\nbase-url: https://example.org/p/\n"))
    #expect(
      list.hasPrefix(
        """
        # Site

        ## The Plan

        - [The Plan](https://example.org/p/index.md)
        - [
        """))
    #expect(list.contains("Air & dust](https://example.org/p/air/index.md)\n"))
    #expect(list.contains("- [Dust](https://example.org/p/indicators/dust/index.md)\n"))
  }

  @Test("In llms.txt no title ends its link, and no text its line")
  func hostileTexts() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: \"A\\n\\n# B\"\nmarkdown-copies: true\ndescription: |\n  one\n\n  # two\n",
      "Content/index.md":
        "---\ntype: plan\ntitle: P](javascript:x) [`y\nperiod: {start: 2021, end: 2025}\nsummary: |\n  a\n  - b\n---\nx\n",
    ])
    _ = try await build(folder)
    let list = try #require(folder.text("Output/llms.txt"))
    #expect(
      list.hasPrefix("# A # B\n\n> one # two\n\n## P\\](javascript:x) \\[\\`y\n\n- [P\\](javascript:x) \\[\\`y]("))
    #expect(list.contains("): a - b\n"))
  }

  @Test("A copy has the text of its page, whatever is in it")
  func hostileCopy() async throws {
    let text = """
      \\# no heading

      \\- no item

      2024\\. A year

      `a_b|c` and ``d`e``

      | a |
      |---|
      | `x\\|y` |

      1. one

         two

         ```
         code
         ```
      2. three
         - four

      ````
      ```
      ````

      [x](<https://a.org/(>)

      ::indicators
      """
    var files = site("markdown-copies: true\n")
    files["Content/2-water.md"] = "---\ntitle: Water\n---\n\n\(text)\n"
    let folder = TemporaryFolder(files)
    _ = try await build(folder)
    let copy = try #require(folder.text("Output/water/index.md"))
    for part in [
      "\n\n\\# no heading\n\n\\- no item\n\n2024\\. A year\n\n`a_b|c` and ``d`e``\n\n", "| `x\\|y` |",
      "\n\n1. one\n\n   two\n\n   ```\n   code\n   ```\n2. three\n   - four\n\n", "\n\n````\n```\n````\n\n",
      "[x](<https://a.org/(>)", "| 5 2025 | 18 2021 |",
    ] {
      #expect(copy.contains(part), "\(part) in \(copy)")
    }
  }

  @Test("A site that does not ask for copies has none")
  func none() async throws {
    let site = try await files("")
    #expect(!site.has("llms.txt"))
    #expect(!site.has("air/index.md"))
  }

  @Test("With a base URL a page has Open Graph and schema.org data")
  func data() async throws {
    let site = try await files("base-url: https://example.org/p/\n")
    let page = try text("air/index.html", site)
    #expect(page.contains("<meta property=\"og:type\" content=\"article\">"))
    #expect(page.contains("<meta property=\"og:url\" content=\"https://example.org/p/air/\">"))
    #expect(page.contains("\"@type\":\"Report\""))
    #expect(page.contains("\"datePublished\":\"2024-03-05\""))
    #expect(page.contains("\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Council\"}"))
    #expect(
      page.contains(
        "{\"@type\":\"ListItem\",\"position\":1,\"name\":\"Home\",\"item\":\"https://example.org/p/\"}"))
    let home = try text("index.html", site)
    #expect(home.contains("\"target\":\"https://example.org/p/search/?q={search_term_string}\""))
    // Without it, addresses could not be absolute.
    #expect(try !text("air/index.html", try await files("")).contains("og:type"))
  }
}
