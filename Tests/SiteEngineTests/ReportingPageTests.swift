import SiteEngine
import TestSupport
import Testing

/// The page of reported indicators and of those that are not.
struct ReportingPageTests {
  private let files = [
    "Content/site.yaml": "title: Site\nlanguages: [en]\nsearch: false\ndownloads: {excel: false}\n",
    "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
    "Content/1-work.md": """
    ---
    title: Work
    indicators:
    - {id: a, name: Employment, code: 1.1, reporting: complete, values: {2021: 5}}
    - {id: b, name: Law, non-statistical: true}
    ---
    Text.

    """,
    "Content/indicators.yaml": """
    - {id: c, name: Shelter, reporting: in-progress}
    - {id: d, name: Volcanoes, reporting: not-applicable}
    - {id: e, name: Traffic, reporting: in-progress}
    - {id: f, name: Noise}

    """,
  ]

  @Test("It counts and lists the indicators by state and by section, and the list of all leads to it")
  func states() async throws {
    let folder = TemporaryFolder(files)
    let built = try await build(folder)
    #expect(built.built)
    let page = try #require(folder.text("Output/indicators/reporting/index.html"))
    #expect(
      page.contains(
        "<li><b>1</b> reported</li><li><b>2</b> reporting in progress</li><li><b>1</b> not applicable</li>"
          + "<li><b>1</b> not a statistical indicator</li><li><b>1</b> nothing stated</li>"))
    #expect(
      page.contains(
        ">Work</a></th><td class=\"num\">1</td><td class=\"num\">0</td><td class=\"num\">0</td><td class=\"num\">1</td>"
      ))
    #expect(page.contains("<th scope=\"row\">Other</th><td class=\"num\">0</td><td class=\"num\">2</td>"))
    #expect(page.contains("<h3 id=\"-1-in-progress\">reporting in progress (2)</h3>"))
    #expect(page.contains("<a href=\"../../indicators/a/index.html\">1.1 Employment</a> <small>Work</small></li>"))
    #expect(page.contains(">Traffic</a></li>"))
    let list = try #require(folder.text("Output/indicators/index.html"))
    #expect(list.contains("<a href=\"../indicators/reporting/index.html\">Reporting</a>"))
    #expect(folder.text("Output/sitemap.xml")?.contains("indicators/reporting/") == true)
  }

  @Test("A site without 'reporting' has no such page")
  func none() async throws {
    var files = files
    files["Content/1-work.md"] = "---\ntitle: Work\n---\nText.\n"
    files["Content/indicators.yaml"] = "- {id: b, name: Law, non-statistical: true}\n"
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).built)
    #expect(folder.text("Output/indicators/reporting/index.html") == nil)
    #expect(folder.text("Output/indicators/index.html")?.contains("reporting-link") == false)
  }

  @Test("A long list takes several pages, none heavier than 300 KB")
  func long() async throws {
    var files = files
    files["Content/1-work.md"] = "---\ntitle: Work\n---\nText.\n"
    files["Content/indicators.yaml"] = (1...1100).map {
      "- {id: i\($0), name: Indicator number \($0) of an invented office, reporting: in-progress}\n"
    }.joined()
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).built)
    let pages = ["", "2/"].map { folder.text("Output/indicators/reporting/\($0)index.html") ?? "" }
    #expect(pages.map { $0.matches(of: />Indicator number \d+ of an invented office<\/a>/).count } == [1000, 100])
    #expect(pages.allSatisfy { $0.utf8.count < 300_000 })
    #expect(pages[1].contains("aria-current=\"page\">2</a>"))
  }
}
