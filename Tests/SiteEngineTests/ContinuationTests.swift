import Diagnostics
import SiteEngine
import SiteSources
import TestSupport
import Testing

/// Plans that follow each other, indicators that continue, and statuses over time.
struct ContinuationTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-12\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/old/index.md": "---\ntype: plan\ntitle: Old plan\nperiod: 2016-2020\n---\n::indicators\n",
    "Content/new/index.md": "---\ntype: plan\ntitle: New plan\nperiod: 2021-2025\nfollows: old\n---\n::indicators\n",
    "Content/old/indicators.yaml": "- {id: a, name: Air, target: 9, baseline: 1, values: {2018: 5, 2020: 9}}\n",
    "Content/new/indicators.yaml":
      "- {id: b, name: Better air, continues: a, target: 20, baseline: 9, values: {2021: 10, 2023: 15, 2025: 20}}\n",
  ]

  private func findings(_ path: String, _ text: String) async throws -> String {
    try await build(TemporaryFolder(site.merging([path: text]) { $1 })).findings
  }

  @Test("Pages of plans and indicators link to their predecessors and successors")
  func links() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    func text(_ path: String) throws -> String { try #require(folder.text("Output/\(path)/index.html")) }
    #expect(try text("new").contains("<dt>Follows</dt><dd><a href=\"../old/index.html\">Old plan</a>"))
    #expect(try text("old").contains("<dt>Followed by</dt>") && text("old").contains(">New plan</a>"))
    #expect(try text("indicators/b").contains("Continues: </span><a href=\"../../indicators/a/index.html\">Air</a>"))
    #expect(
      try text("indicators/a").contains("Continued by: </span><a href=\"../../indicators/b/index.html\">Better air</a>")
    )
  }

  @Test("A predecessor that does not exist, and a plan that follows itself")
  func faults() async throws {
    let plan = "---\ntype: plan\ntitle: New plan\nperiod: 2021-2025\nfollows: NAME\n---\n::indicators\n"
    #expect(
      try await findings("Content/new/index.md", plan.replacing("NAME", with: "odl"))
        .contains("Content/new/index.md:5:10: error: plan 'odl' does not exist [register.unknown-plan]"))
    #expect(
      try await findings("Content/new/index.md", plan.replacing("NAME", with: "new"))
        .contains("error: a plan cannot follow itself [field.invalid-value]"))
    let row = "- {id: b, name: Better air, continues: NAME, target: 20, baseline: 9}\n"
    #expect(
      try await findings("Content/new/indicators.yaml", row.replacing("NAME", with: "x"))
        .contains("error: indicator 'x' does not exist [reference.unknown-indicator]"))
    #expect(
      try await findings("Content/new/indicators.yaml", row.replacing("NAME", with: "b"))
        .contains("error: an indicator cannot continue itself [field.invalid-value]"))
  }

  @Test("A circle of plans or indicators, and a plan that follows a later one, are errors")
  func circles() async throws {
    let plan = "---\ntype: plan\ntitle: Old plan\nperiod: YEARS\nfollows: new\n---\n::indicators\n"
    #expect(
      try await findings("Content/old/index.md", plan.replacing("YEARS", with: "2016-2020"))
        .contains("Content/old/index.md:5:10: error: a plan cannot follow one that begins later [field.invalid-value]"))
    #expect(
      try await findings("Content/old/index.md", plan.replacing("YEARS", with: "2021-2025"))
        .contains("error: plans cannot follow each other in a circle [field.invalid-value]"))
    #expect(
      try await findings("Content/old/indicators.yaml", "- {id: a, name: Air, continues: b, target: 9, baseline: 1}\n")
        .contains("error: indicators cannot continue each other in a circle [field.invalid-value]"))
  }

  @Test("Statuses of the snapshots are on the pages of indicators and plans, with two of them or more")
  func history() async throws {
    let folder = TemporaryFolder(site)
    for year in ["2021", "2023", "2025"] {
      folder.write("title: County\nlanguages: [en]\nas-of: \(year)-12\n", to: "Content/site.yaml")
      _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
      if year == "2021" {
        _ = try await build(folder)
        #expect(folder.text("Output/indicators/b/index.html")?.contains("-status-history") == false)
      }
    }
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/indicators/b/index.html"))
    let list = try #require(page.firstMatch(of: /<ol class="status-history">.*<\/ol>/)).output
    let words = list.matches(of: /<span class="label">([^<]*)<.*?status-word">([^<]*)</).map {
      "\($0.output.1) \($0.output.2)"
    }
    #expect(words == ["December 2021 Behind", "December 2023 Behind", "December 2025 Achieved"])
    let plan = try #require(folder.text("Output/new/index.html"))
    #expect(plan.contains("<caption>Statuses over time</caption>"))
    #expect(plan.contains("<th scope=\"row\">December 2021</th><td class=\"num\"><span class=\"empty\">–</span></td>"))
  }

  @Test("The statuses of a snapshot are read the same however the file is laid out")
  func layouts() async throws {
    let folder = TemporaryFolder(site)
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    let text = try #require(folder.text("snapshots/2025-12.json"))
    let scanned = try #require(SnapshotStatuses(name: "2025-12", bytes: Array(text.utf8)))
    let compact = text.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }.joined(separator: " ")
    let parsed = try #require(SnapshotStatuses(name: "2025-12", bytes: Array(compact.utf8)))
    #expect(scanned.entries.map(\.id) == parsed.entries.map(\.id) && scanned.entries.count == 2)
    #expect(scanned.entries.map(\.status) == parsed.entries.map(\.status))
    // The other way to read a file has no fractions.
    #expect(scanned.entries.contains { $0.latest != nil } && parsed.entries.allSatisfy { $0.latest == nil })
    #expect(SnapshotStatuses(name: "x", bytes: Array("{}".utf8)) == nil)
    #expect(SnapshotStatuses(name: "x", bytes: Array("not JSON".utf8)) == nil)
  }
}
