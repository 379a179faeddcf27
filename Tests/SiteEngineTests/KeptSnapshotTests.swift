import Diagnostics
import SiteEngine
import SiteSources
import TestSupport
import Testing

/// What becomes of a snapshot when another of the same time is taken, and what may still be corrected after it.
struct KeptSnapshotTests {
  /// Without `as-of`, snapshots are named after the newest figure.
  private static func site(_ target: String, figure: Int = 31) -> [String: String] {
    [
      "Content/site.yaml": "title: County\nlanguages: [en]\n",
      "Content/index.md":
        "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
      "Content/indicators.yaml":
        "- {id: pm, name: PM, unit: kt, baseline: 35, target: \(target), values: {2021: 33, 2022: \(figure)}}\n",
    ]
  }

  private func options(_ folder: TemporaryFolder) -> BuildOptions { BuildOptions(siteDirectory: folder.path) }

  private func write(_ target: String, into folder: TemporaryFolder) {
    let text = KeptSnapshotTests.site(target)["Content/indicators.yaml"] ?? ""
    folder.write(text, to: "Content/indicators.yaml")
  }

  private func take(_ folder: TemporaryFolder) async throws -> SnapshotReport {
    try await SiteBuild(options(folder)).takeSnapshot()
  }

  private func findings(_ folder: TemporaryFolder) async throws -> [Diagnostic] {
    try await SiteBuild(options(folder)).build().diagnostics.filter { $0.code.rawValue.hasPrefix("snapshot.") }
  }

  @Test(
    "A snapshot of the same time keeps the one before under a name of its own, and an evaluation compares with that")
  func kept() async throws {
    let folder = TemporaryFolder(KeptSnapshotTests.site("20"))
    #expect(try await take(folder).path == "snapshots/2022.json")
    let first = try #require(folder.text("snapshots/2022.json"))
    write("{value: 24, earlier: [{value: 20, until: 2022, why: a new survey}]}", into: folder)
    let second = try await take(folder)
    #expect(second.path == "snapshots/2022.json" && second.kept?.path == "snapshots/2022-replaced-1.json")
    #expect(folder.text("snapshots/2022-replaced-1.json") == first)
    #expect(folder.text("snapshots/2022.json") != first)
    #expect(try await take(folder).isUnchanged)
    #expect(try await findings(folder).map(\.message) == [])
    let later = "{value: 25, earlier: [{value: 20, until: 2022, why: a new survey}, {value: 24, until: 2022-12}]}"
    write(later, into: folder)
    #expect(try await take(folder).kept?.path == "snapshots/2022-replaced-2.json")
    let report = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: .year(2022), stage: .midTerm, plan: nil))
    #expect(report.earlier == "2022-replaced-1")
    let page = try #require(folder.text("Content/reports/2022-mid-term/index.md"))
    #expect(page.contains("snapshot: 2022\ncompared-with: 2022-replaced-1\n"))
    let built = try await build(folder)
    #expect(built.built, "\(built.findings)")
    // One time, one entry in the history of statuses.
    #expect(folder.text("Output/indicators/pm/index.html")?.contains("status-history") == false)
  }

  @Test("A snapshot that records the same is written anew without keeping the one before")
  func notKept() async throws {
    let folder = TemporaryFolder(KeptSnapshotTests.site("20"))
    _ = try await take(folder)
    folder.write("---\ntitle: More\n---\nText.\n", to: "Content/1-more.md")
    let again = try await take(folder)
    #expect(!again.isUnchanged && again.kept == nil)
    #expect(folder.text("snapshots/2022.json")?.contains("\"/more/\"") == true)
  }

  @Test(
    "After a snapshot, a more exact date may take the place of the one in 'earlier'; another one is a single warning")
  func dates() async throws {
    func target(_ until: String) -> String { "{value: 24, earlier: [{value: 20, until: \(until), why: a new survey}]}" }
    let folder = TemporaryFolder(KeptSnapshotTests.site(target("2022")))
    _ = try await take(folder)
    for until in ["2022-11", "2022-11-30"] {
      write(target(until), into: folder)
      #expect(try await findings(folder).map(\.message) == [])
    }
    write(target("2021"), into: folder)
    let found = try await findings(folder)
    #expect(found.map(\.code) == [.snapshotHistory])
    #expect(
      found.first?.hint
        == "write 'until: 2022' in place of 'until: 2021': after a snapshot only a more exact date may take its place")
  }

  @Test("The hint at a milestone that was moved can be typed in place of its 'due'")
  func milestone() async throws {
    func entry(_ due: String) -> String {
      "- {id: path, name: Path, kind: milestone, \(due), values: {2022: started}}\n"
    }
    var files = KeptSnapshotTests.site("20")
    files["Content/indicators.yaml"] = entry("due: 2024")
    let folder = TemporaryFolder(files)
    #expect(try await take(folder).path == "snapshots/2022.json")
    folder.write(entry("due: 2025"), to: "Content/indicators.yaml")
    let hint = try #require(try await findings(folder).first?.hint)
    #expect(
      hint
        == "write 'target: {year: 2025, earlier: [{year: 2024, until: 2022, why: …}]}' in place of its 'due' or 'target', or put back what it was"
    )
    let typed = try #require(hint.split(separator: "'").dropFirst().first)
    folder.write(entry(String(typed)), to: "Content/indicators.yaml")
    let built = try await build(folder)
    #expect(built.built && !built.findings.contains("snapshot."), "\(built.findings)")
  }

  @Test(
    "A final evaluation is of a plan that is over, a mid-term one of a plan that goes on",
    arguments: [
      (
        2022, ReportFields.Stage.final,
        "'Plan' runs until 2025, so an evaluation of 2022 is not the final one; nothing was written"
      ),
      (
        2025, .midTerm,
        "at the end of 2025 the plan is over, so an evaluation of it is the final one; nothing was written"
      ),
      (2022, .midTerm, nil), (2025, .final, nil),
    ] as [(Int, ReportFields.Stage, String?)])
  func stages(year: Int, stage: ReportFields.Stage, refusal: String?) async throws {
    var files = KeptSnapshotTests.site("20")
    files["Content/site.yaml"] = "title: County\nlanguages: [en]\nas-of: \(year)-12\n"
    let folder = TemporaryFolder(files)
    var reason: String?
    do {
      let request = ReportRequest(period: .year(year), stage: stage, plan: nil)
      let result = try await SiteBuild(options(folder)).writeReport(request)
      // There is nothing to compare with.
      #expect(!result.paths.isEmpty && result.earlier == nil)
    } catch let error as Author.Refusal {
      reason = error.reason.description
    }
    #expect(reason == refusal)
    #expect(folder.exists("Content/reports") == (refusal == nil))
  }
}
