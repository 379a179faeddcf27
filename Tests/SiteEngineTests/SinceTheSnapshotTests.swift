import DataFormats
import Diagnostics
import Indicators
import SiteEngine
import SiteSources
import TestSupport
import Testing

/// Pages tell readers of changes since a snapshot, and before it.
struct SinceTheSnapshotTests {
  private let site: [String: String] = [
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2023-2027\n---\n::indicators\n",
  ]

  private func write(_ asOf: String, _ files: [String: String], into folder: TemporaryFolder) {
    folder.write("title: County\nlanguages: [en]\nas-of: \(asOf)\n", to: "Content/site.yaml")
    for (name, text) in files { folder.write(text, to: "Content/p/\(name).yaml") }
  }

  private func takeSnapshot(_ asOf: String, _ files: [String: String], in folder: TemporaryFolder) async throws {
    write(asOf, files, into: folder)
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(report.path == "snapshots/\(asOf).json", "\(report.diagnostics)")
  }

  private func report(_ period: String, in folder: TemporaryFolder) async throws -> ReportResult {
    try await SiteBuild(BuildOptions(siteDirectory: folder.path)).writeReport(
      ReportRequest(period: try #require(Period(period)), stage: .yearly, plan: nil))
  }

  @Test("An indicator that continues another is compared with its own target once a snapshot has it")
  func continued() async throws {
    let old = "- {id: old, name: Old, unit: \"%\", baseline: {year: 2022, value: 50}, target: 70, values: {2024: 55}"
    let new = """
      - {id: new, name: New, unit: "%", baseline: {year: 2022, value: 50}, target: {year: 2027, value: 65, earlier: [{value: 70, until: 2025-06, by: the board, why: new method}]}, values: {2024: 55}, continues: old}

      """
    let continued =
      "\(old), retired: {on: 2025-06, why: no longer counted, continued-by: new}}\n" + new
    let folder = TemporaryFolder(site)
    try await takeSnapshot("2024-12", ["indicators": old + "}\n"], in: folder)
    try await takeSnapshot("2025-12", ["indicators": continued], in: folder)
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/data/indicators.json")?.contains("\"snapshot\"") == false)
    // A new target that is weaker than that of the snapshot, and does not say so.
    let other = TemporaryFolder(site)
    try await takeSnapshot("2024-12", ["indicators": old + "}\n"], in: other)
    write("2025-12", ["indicators": continued.replacing(/, earlier: \[[^\]]*\]/, with: "")], into: other)
    #expect(try await build(other).findings.contains("which continues 'Old', was 70 in the snapshot of 2024-12"))
  }

  private let bridge = """
    - {id: a, name: Bridge, start: 2023, due: 2024, state: done, done: 2024-05, department: R, steps: [{name: Tracks, due: 2024, done: 2024-04}]}
    - {id: b, name: Tunnel, start: 2024, due: 2027}
    - {id: c, name: Harbour, due: 2026, steps: [{name: Quay, due: 2025}]}

    """
  private let reopened = """
    - {id: a, name: Old bridge, start: 2023, due: 2024, state: started, department: R, steps: [{name: Tracks, due: 2024}]UPDATES}
    - {id: b, name: Tunnel, start: 2024, due: 2027, state: stopped, note: no money}
    - {id: c, name: Harbour, due: 2026, steps: [{name: Quay, due: 2026}]}

    """

  @Test("Readers see actions that were renamed, reopened and stopped, undone steps, and moved dates")
  func actions() async throws {
    let folder = TemporaryFolder(site)
    try await takeSnapshot("2024-12", ["actions": bridge], in: folder)
    write("2025-12", ["actions": reopened.replacing("UPDATES", with: "")], into: folder)
    let found = try await build(folder).findings
    #expect(found.contains("the name of action 'a' was 'Bridge' in the snapshot of 2024-12, and is 'Old bridge'"))
    func text(_ path: String) throws -> String { try #require(folder.text("Output/\(path)")) }
    let told = "against the snapshot of December 2024, no reason given</li>"
    let name = "renamed: Bridge → Old bridge, \(told)"
    let state = "tate: done → overdue, \(told)"
    for page in ["p/index.html", "actions/index.html", "actions/a/index.html"] {
      let prefix = page.hasPrefix("actions/a/") ? "<li>" : "<li>Old bridge, "
      #expect(try text(page).contains(prefix + name), "\(page)")
      #expect(try text(page).contains(prefix + (prefix == "<li>" ? "S" : "s") + state), "\(page)")
      #expect(try text(page).contains(prefix + "Tracks, s" + state), "\(page)")
    }
    #expect(try !text("p/index.html").contains("no change since then was found"))
    let feed = try text("feed.xml")
    #expect(feed.contains("<summary>renamed: Bridge → Old bridge, against the snapshot of December 2024"))
    #expect(feed.contains("<summary>Stopped: no money</summary>"))
    #expect(feed.contains("<summary>Quay: 2025 → 2026, against the snapshot of December 2024"))
    #expect(feed.matches(of: /<updated>2025-12-31T/).count == 4)
  }

  @Test("An update since the snapshot explains why an action is open again")
  func explained() async throws {
    let folder = TemporaryFolder(site)
    try await takeSnapshot("2024-12", ["actions": bridge], in: folder)
    let update = ", updates: [{date: 2025-03-01, status: started, text: Reopened because of cracks.}]"
    write("2025-12", ["actions": reopened.replacing("UPDATES", with: update)], into: folder)
    let found = try await build(folder).findings
    #expect(!found.contains("but no longer is"))
    let page = try #require(folder.text("Output/p/index.html"))
    #expect(!page.contains("tate: done → overdue") && !page.contains("no change since then was found"))
  }

  @Test("A report lists renamed and reopened actions, and the newest update on late ones, however old")
  func reportOfActions() async throws {
    let late =
      "- {id: d, name: Lock, start: 2023-01, due: 2024-06, state: delayed, updates: [{date: 2023-11-05, status: delayed, text: The tender failed.}]}\n"
    let folder = TemporaryFolder(site)
    let values = "- {id: i, name: I, baseline: {year: 2022, value: 50}, target: 70, values: {2024: 55}}\n"
    let dates = reopened.replacing("UPDATES", with: "").replacing("due: 2026}]", with: "due: 2025}]")
    try await takeSnapshot("2024-12", ["actions": bridge + late, "indicators": values], in: folder)
    write("2025-12", ["actions": dates + late], into: folder)
    let result = try await report("2025", in: folder)
    let path = try #require(result.paths.first { $0.hasSuffix("actions.md") }, "\(result.diagnostics)")
    let text = try #require(folder.text(path))
    #expect(text.contains("| 5 November 2023: The tender failed. |"), "\(text)")
    #expect(text.contains("## Changes without a reason\n\n- Old bridge, renamed: Bridge → Old bridge"), "\(text)")
    #expect(text.contains("- Old bridge, Tracks, state: done → overdue"))
  }

  @Test("A report on a period whose figures are not those of today, and on one that has not begun, is refused")
  func otherPeriods() async throws {
    let folder = TemporaryFolder(site)
    func values(_ figures: String) -> [String: String] {
      ["indicators": "- {id: a, name: A, baseline: {year: 2022, value: 50}, target: 70, values: {\(figures)}}\n"]
    }
    try await takeSnapshot("2024-12", values("2024: 55"), in: folder)
    try await takeSnapshot("2025-12", values("2024: 55, 2025: 65"), in: folder)
    func refusal(_ period: String) async throws -> Author.Refusal? {
      do { _ = try await report(period, in: folder) } catch let refusal as Author.Refusal { return refusal }
      return nil
    }
    write("2026-12", values("2024: 55, 2025: 65, 2026: 52"), into: folder)
    let past = try #require(try await refusal("2025"))
    #expect(
      past.reason.english
        == "the site is of 2026, and a report on 2025 would show its figures and statuses; nothing was written")
    #expect(past.hint?.english.hasSuffix("'period: 2025' and 'snapshot: 2025-12' in its front matter") == true)
    #expect(try await refusal("2019")?.reason.english.hasPrefix("the site is of 2026, and a report on 2019") == true)
    #expect(
      try await refusal("2029")?.reason.english == "2029 has not begun: the site is of 2026-12; nothing was written")
    #expect(!folder.exists("snapshots/2026-12.json"))
    #expect(try await report("2026", in: folder).paths.first == "snapshots/2026-12.json")
  }

  @Test("A report on a year is made in the next one, before that has figures of its own")
  func nextYear() async throws {
    let folder = TemporaryFolder(site)
    write(
      "2026-04",
      [
        "indicators":
          "- {id: a, name: A, baseline: {year: 2022, value: 50}, target: 70, values: {2024: 55, 2025: 65}}\n- {id: m, name: M, baseline: {year: 2022, value: 50}, target: 70, values: {2025-12: 55, 2026-03: 56}}\n"
      ], into: folder)
    #expect(try await report("2025", in: folder).paths.first == "snapshots/2026-04.json")
  }

  @Test("The totals of an earlier time count indicators that have been dropped since")
  func goneSince() async throws {
    func values(_ figures: String) -> String {
      ["i", "j"].map {
        "- {id: \($0), name: \($0), baseline: {year: 2022, value: 50}, target: 70, values: {\(figures)}}\n"
      }.joined()
    }
    let folder = TemporaryFolder(site)
    try await takeSnapshot("2023-12", ["indicators": values("2023: 52")], in: folder)
    try await takeSnapshot("2024-12", ["indicators": values("2023: 52, 2024: 60")], in: folder)
    _ = try await build(folder)
    func table() throws -> String {
      let page = try #require(folder.text("Output/p/index.html"))
      return String(try #require(page.firstMatch(of: /<caption>Statuses over time[\s\S]*?<\/table>/)).output)
    }
    let before = try table()
    let one = values("2023: 52, 2024: 60").split(separator: "\n")[0]
    write("2025-12", ["indicators": one + "\n"], into: folder)
    _ = try await build(folder)
    #expect(try table() == before)
  }

  @Test("Feed entries do not change in later builds; a change that nobody declared has today's date")
  func feed() async throws {
    func indicator(_ target: String, _ values: String) -> [String: String] {
      ["indicators": "- {id: m, name: M, baseline: {year: 2022, value: 50}, target: \(target), values: {\(values)}}\n"]
    }
    let folder = TemporaryFolder(site)
    try await takeSnapshot("2023-12", indicator("70", "2023: 58"), in: folder)
    try await takeSnapshot("2024-12", indicator("70", "2023: 58, 2024: 52"), in: folder)
    let declared = "{value: 66, earlier: [{value: 70, until: 2025-06, by: the board, why: costs}]}"
    write("2025-12", indicator(declared, "2023: 58, 2024: 52, 2025: 51, 2026: 66"), into: folder)
    func entry(_ day: String) throws -> [String] {
      try #require(folder.text("Output/feed.xml")).matches(of: /<entry>[\s\S]*?<\/entry>/).map { String($0.output) }
        .filter { $0.contains("<updated>\(day)") }
    }
    _ = try await build(folder)
    let first = try entry("2024-12-31")
    write("2027-12", [:], into: folder)
    _ = try await build(folder)
    #expect(first.count == 1 && !first[0].contains("By the target as first set"))
    #expect(try entry("2024-12-31") == first)
    // The author does not declare that the target was changed.
    write("2025-12", indicator("66", "2023: 58, 2024: 52"), into: folder)
    _ = try await build(folder)
    #expect(try entry("2024-12-31").map { $0.contains("70") } == [false])
    #expect(try entry("2025-12-31").contains { $0.contains("<summary>Target: 70 → 66, against the snapshot") })
  }

  @Test("A status that changed because the target was lowered is described alike in the feed and among the changes")
  func loweredTarget() async throws {
    func indicator(_ target: String, _ values: String) -> [String: String] {
      ["indicators": "- {id: m, name: M, baseline: {year: 2022, value: 0}, target: \(target), values: {\(values)}}\n"]
    }
    let folder = TemporaryFolder(site)
    try await takeSnapshot("2024-12", indicator("{year: 2027, value: 100}", "2023: 10, 2024: 20"), in: folder)
    let declared = "{year: 2027, value: 50, earlier: [{value: 100, until: 2025-06, why: costs}]}"
    write("2025-12", indicator(declared, "2023: 10, 2024: 20, 2025: 30"), into: folder)
    _ = try await build(folder)
    let why = "Target: 100 → 50, changed in June 2025, because costs; by the target as first set: behind"
    #expect(
      try #require(folder.text("Output/feed.xml")).contains(
        "<summary>Behind → On track; 20 (2024) → 30 (2025); \(why)<"))
    let changes = try #require(folder.text("Output/p/progress-summary/index.html"))
    let item = try #require(changes.matches(of: /<span class="change">[\s\S]*?<\/li>/).first.map { String($0.output) })
    #expect(
      item.contains("Behind</span></span> <span class=\"label\">now</span> <span class=\"status status-on-track\">"))
    #expect(item.contains("<p class=\"late-update\">\(why)</p>"))
    // The shape of *on track* is an arrow itself.
    #expect(!item.contains("→ <span"))
  }

  @Test(
    "A figure that was revised is no progress: the feed says a revision, and compares with the newest figure of the period before"
  )
  func revisedFigure() async throws {
    func indicator(_ fields: String) -> [String: String] {
      ["indicators": "- {id: m, name: M, unit: t, baseline: {year: 2022, value: 0}, target: 1000, \(fields)}\n"]
    }
    let folder = TemporaryFolder(site)
    try await takeSnapshot(
      "2024-12", indicator("values: {2023: 10, 2024: {value: 20, status: provisional}}"), in: folder)
    let revised = "revisions: [{period: 2024, value: 20}]"
    write("2025-06", indicator("values: {2023: 10, 2024: 26}, \(revised)"), into: folder)
    _ = try await build(folder)
    #expect(try #require(folder.text("Output/feed.xml")).contains("<summary>2024: 20 revised to 26 t</summary>"))
    write("2025-12", indicator("values: {2023: 10, 2024: 26, 2025: 30}, \(revised)"), into: folder)
    _ = try await build(folder)
    #expect(
      try #require(folder.text("Output/feed.xml")).contains(
        "<summary>26 (2024) → 30 t (2025); 2024: 20 revised to 26 t</summary>"))
  }

  @Test("A stopped action is not the passing of time, and the day of the next figure moves on with each figure")
  func difference() async throws {
    let before = TemporaryFolder(site)
    let action = "- {id: b, name: B two, start: 2024-06, due: 2026-12"
    let done = "- {id: c, name: C, due: 2025-06, state: done}\n"
    func values(_ next: String, _ figures: String) -> String {
      "- {id: m, name: M, baseline: 1, target: 9, values: {\(figures)}, next-update: \(next)}\n"
    }
    try await takeSnapshot(
      "2024-12", ["actions": "\(action)}\n\(done)", "indicators": values("2025-12", "2024: 3")], in: before)
    let old = try #require(try SiteState.read(snapshot: "\(before.path)/snapshots/2024-12.json").value)
    let after = TemporaryFolder(site)
    write(
      "2025-12",
      [
        "actions": "\(action), state: stopped, note: no money}\n- {id: c, name: C, due: 2025-06}\n",
        "indicators": values("2026-12", "2024: 3, 2025: 4"),
      ], into: after)
    let new = try #require(try await SiteState.read(folder: after.path, jobs: 1).value)
    let found = SiteDifference(from: old, to: new)
    #expect(found.actions.map(\.name) == ["B two", "C"] && found.actionsByTime.isEmpty && found.targets.isEmpty)
    // Without the figure, its finding is put off.
    write("2025-12", ["indicators": values("2026-12", "2024: 3")], into: after)
    let late = try #require(try await SiteState.read(folder: after.path, jobs: 1).value)
    #expect(SiteDifference(from: old, to: late).targets.map(\.name) == ["M"])
    #expect(
      ChangesPage(from: old, to: late).text(title: nil).contains(
        "the day of the next figure: December 2025 → December 2026, no reason given"))
  }
}
