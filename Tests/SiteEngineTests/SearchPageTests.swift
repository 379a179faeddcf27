import Diagnostics
import TestSupport
import Testing

@testable import SiteEngine

/// The search page and the files that it reads, as a part of the whole site.
@Suite struct SearchPageTests {
  private func refresh(_ settings: String, _ more: [String: String] = [:]) async throws -> SiteSession.Refresh {
    let folder = TemporaryFolder(
      [
        "Content/site.yaml": "title: Site\nlanguages: [en]\n\(settings)",
        "Content/index.md": "---\ntype: plan\ntitle: The Plan\nperiod: 2021-2025\n---\n\nWelcome.\n",
        "Content/1-air.md": "---\ntitle: Air\n---\n\nText.\n",
        "Content/glossary.yaml": "- {term: Dust, definition: Small things}\n",
      ].merging(more) { $1 })
    var session = SiteSession(BuildOptions(siteDirectory: folder.path))
    return try await session.refresh()
  }

  private func text(_ path: String, _ site: SiteInMemory) throws -> String {
    String(decoding: try #require(try site.contents(of: path)), as: UTF8.self)
  }

  @Test("'search: false' leaves out the field, the page and the index")
  func noSearch() async throws {
    let with = try #require(try await refresh("").site)
    #expect(with.has("search/index.html"))
    #expect(with.has("assets/search/en/index.js"))
    #expect(try text("air/index.html", with).contains("role=\"search\""))
    let without = try #require(try await refresh("search: false\n").site)
    #expect(!without.paths.contains { $0.contains("search/") })
    #expect(try !text("air/index.html", without).contains("role=\"search\""))
    #expect(try !text("air/index.html", without).contains("search-key"))
  }

  @Test("Without a script the page lists every section and term")
  func everything() async throws {
    let page = try text("search/index.html", try #require(try await refresh("").site))
    #expect(page.contains("<a href=\"../air/index.html\">"))
    #expect(page.contains("<a href=\"../glossary/index.html#dust\">Dust</a>"))
    #expect(page.contains("data-index=\"../assets/search/en\""))
  }

  @Test("The options are called as readers see the statuses: an overdue milestone is Overdue, a floor has no limit")
  func statusOptions() async throws {
    let indicators =
      "- {id: a, name: A, kind: milestone, target: {year: 2022, text: open}}\n"
      + "- {id: b, name: B, unit: \"%\", kind: floor, target: 80, values: {2021: 70, 2022: 85}}\n"
    let plan = "---\ntype: plan\ntitle: One\nperiod: {start: 2021, end: 2025}\n---\n::indicators\n"
    let site = try #require(
      try await refresh(
        "as-of: 2023-12\n", ["Content/index.md": plan, "Content/indicators.yaml": indicators]
      ).site)
    let page = try text("search/index.html", site)
    #expect(page.contains("<option value=\"overdue\" data-term=\"!soverdue\""))
    #expect(page.contains("Overdue</option>") && page.contains("Back above the floor</option>"))
    #expect(!page.contains("Missed</option>") && !page.contains("Back within the limit</option>"))
  }

  @Test("The address of a search has ids and paths, whatever their order")
  func filterValues() async throws {
    let site = try #require(
      try await refresh(
        "",
        [
          "Content/departments.yaml": "- {id: roads, name: Roads}\n- {id: parks, name: Parks}\n",
          "Content/index.md": "---\ntitle: Home\n---\nText.\n",
          "Content/1-air.md": "---\ntype: page\ntitle: Air\n---\nText.\n",
          "Content/one/index.md": "---\ntype: plan\ntitle: One\nperiod: 2021-2025\n---\n",
          "Content/other/index.md": "---\ntype: plan\ntitle: Other\nperiod: 2021-2025\n---\n",
        ]
      ).site)
    let page = try text("search/index.html", site)
    #expect(page.contains("<option value=\"roads\" data-term=\"!d0\">Roads</option>"))
    // The script makes options of the plans, which begin the list in the order of the index.
    #expect(page.contains("<select name=\"plan\" data-listed=\"2\">"))
    let plans = page.matches(of: /<h3><a href="..\/(one|other)\/index.html">/).map { String($0.output.1) }
    #expect(plans == ["one", "other"])
    #expect(page.contains("data-unknown=\"The filter “{name}={value}” is not known here and was left out.\""))
  }

  @Test("A result of a report names the report, as that of a plan does its plan")
  func reportNames() async throws {
    let site = try #require(
      try await refresh(
        "as-of: 2025-12\n",
        [
          "snapshots/2025-12.json":
            "{\"format\": \"planpress-snapshot\", \"version\": 3, \"title\": \"S\", \"asOf\": \"2025-12\", \"plans\": [], \"indicators\": [], \"addresses\": []}",
          "Content/reports/2025/index.md":
            "---\ntype: report\ntitle: Report 2025\nperiod: 2025\nsnapshot: 2025-12\n---\nText.\n",
          "Content/reports/2025/1-actions.md": "---\ntitle: Actions\n---\nText.\n",
        ]
      ).site)
    let records = site.paths.filter { $0.hasPrefix("assets/search/en/r") }
    let all = try records.map { try text($0, site) }.joined()
    #expect(all.contains("1,\"Report 2025\",\"/reports/2025/\""))
    #expect(all.contains("[\"Actions\",\"\",\"~actions/\",1,"), "\(all)")
  }

  @Test("A site of more than 600 entries lists its plans")
  func large() async throws {
    var terms = ""
    for number in 0..<600 { terms += "- {term: Term \(number), definition: Text}\n" }
    let site = try #require(try await refresh("", ["Content/glossary.yaml": terms]).site)
    let page = try text("search/index.html", site)
    #expect(!page.contains("Term 599"))
    #expect(page.contains("<a href=\"../index.html\">The Plan</a>"))
  }

  @Test("A page at the address of the search page is an error that says how to have it")
  func clash() async throws {
    let refresh = try await refresh("", ["Content/search.md": "---\ntitle: My search\n---\n\nText.\n"])
    let finding = try #require(refresh.diagnostics.first { $0.severity == .error })
    #expect(finding.message == "the page 'My search' has the same address as the search page: '/search/'")
    #expect(
      finding.hint == "give it another 'slug', or write 'search: false' in site.yaml for a site without a search page")
  }
}
