import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// The contents and the order of lists of actions, departments, terms and totals.
struct ListedEntryTests {
  private static let site: [String: String] = [
    "Content/site.yaml": "title: City\nlanguages: [en]\nas-of: 2026-06\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/own/index.md": "---\ntype: plan\ntitle: Own plan\nperiod: 2023-2030\n---\nText.\n",
    "Content/own/1-roads.md": """
    ---
    title: Roads
    ---
    :::actions
    | No. | Action | Due |
    |---|---|---|
    | 1.1 | Bridge | 2027 |
    | 1.2 | Open day | ongoing |
    :::

    """,
    "Content/own/actions.yaml":
      "- {id: tram, name: Tram, code: 1.10, section: roads, department: Roads, due: 2027}\n- {id: path, name: Path, code: 1.3, section: roads, department: Roads}\n",
    "Content/own/indicators.yaml": "- {id: a, name: Air, target: 9, baseline: 1, values: {2024: 2}, nature: binding}\n",
    "Content/upper/index.md":
      "---\ntype: plan\ntitle: Upper plan\nperiod: 2021-2030\nreference: true\n---\nText.\n",
    "Content/upper/indicators.yaml":
      "- {id: u, name: Upper air, target: 9, baseline: 1, values: {2024: 1}, nature: binding}\n",
    "Content/upper/actions.yaml": "- {id: law, name: Law, department: Roads, due: 2028}\n",
    "Content/updates/2026-03-12-tender.md":
      "---\ntitle: A new tender\nabout: [tram]\nstatus: delayed\ndepartment: Roads\n---\nThe contractor is gone.\n",
    "Content/glossary.yaml":
      "- {term: shade sail, definition: 'A *cloth*.'}\n- {term: Épure, definition: A drawing.}\n- {term: 15-minute city, definition: Near.}\n- {term: Flow, definition: Speed.}\n",
  ]

  private func page(_ path: String) async throws -> String {
    let folder = TemporaryFolder(ListedEntryTests.site)
    let built = try await build(folder)
    #expect(built.built, "\(built.findings)")
    return try #require(folder.text("Output/\(path)/index.html"))
  }

  @Test("Actions of a chapter stand in the order of their numbers, and a time without an end is said")
  func actions() async throws {
    let page = try await page("actions").split(separator: "<table").dropFirst().joined()
    let places = ["Bridge", "Open day", "Path", "Tram"].map { page.firstRange(of: ">\($0)</a>")?.lowerBound }
    let known = places.compactMap(\.self)
    #expect(known.count == 4 && known == known.sorted(), "\(places.map { $0 == nil })")
    #expect(page.contains("ongoing"))
  }

  @Test("The table of who does what has a part for each plan")
  func responsibilities() async throws {
    let page = try await page("departments")
    #expect(page.contains("<caption>Own plan</caption>") && page.contains("<caption>Upper plan</caption>"))
  }

  @Test("An update shows its status, and is no section of a department")
  func update() async throws {
    #expect(try await page("updates/2026-03-12-tender").contains("<dt>Status</dt><dd><span class=\"status"))
    #expect(try await !page("departments/roads").contains("<h2 id=\"-sections\">"))
  }

  @Test("Terms stand in the order of the alphabet, with the Markdown of their definitions")
  func glossary() async throws {
    let page = try await page("glossary")
    let terms = page.matches(of: /<dfn[^>]*>([^<]*)<\/dfn>/).map { String($0.output.1) }
    #expect(terms == ["15-minute city", "Épure", "Flow", "shade sail"])
    #expect(page.contains("<dd>A <em>cloth</em>.</dd>"))
  }

  @Test("The page of all indicators counts the site's own plans, and says so")
  func ownPlans() async throws {
    let page = try await page("indicators")
    #expect(page.contains("1 target"))
    #expect(page.contains("Not counted: 1 of plans that others align with."))
    #expect(!page.contains("2 targets"))
  }

  @Test("A milestone that was overdue is called so, and an indicator whose earlier status nobody knows is named")
  func reported() async throws {
    var site = ListedEntryTests.site
    site["Content/site.yaml"] = "title: City\nlanguages: [en]\nas-of: 2025-12\n"
    site["Content/own/indicators.yaml"] =
      "- {id: m, name: Barrier, kind: milestone, due: 2025-06}\n- {id: s, name: Shade, target: 9, baseline: 1, values: {2024: 2}}\n"
    let folder = TemporaryFolder(site)
    let options = BuildOptions(siteDirectory: folder.path)
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2025-12.json")
    folder.write("title: City\nlanguages: [en]\nas-of: 2026-12\n", to: "Content/site.yaml")
    folder.write(
      """
      - {id: m, name: Barrier, kind: milestone, due: 2025-06, done: 2026-02}
      - {id: s, name: Shade, target: 9, baseline: 1, values: {2024: 2}, retired: {on: 2026-04, why: Others report it now.}}
      - {id: n, name: New, target: 9, baseline: 1, values: {2026: 6}}

      """, to: "Content/own/indicators.yaml")
    let result = try await SiteBuild(options).writeReport(
      ReportRequest(period: try #require(.init("2026")), stage: .yearly, plan: nil))
    func text(_ name: String) throws -> String {
      let path = try #require(result.paths.first { $0.hasSuffix(name) }, "\(result.diagnostics)")
      return try #require(folder.text(path))
    }
    #expect(try text("changes.md").contains("- :ref[m]: overdue, now :status[m]."))
    #expect(
      try text("overview.md").contains(
        "For December 2025 one target is not counted: nothing says how it was then\\.")
        || text("overview.md").contains("For December 2025 one target is not counted: nothing says how it was then."))
    #expect(try text("targets.md").contains("Others report it now.\n"))
  }
}
