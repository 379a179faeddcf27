import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// A target cannot change without the site saying so: what `planpress snapshot` writes, and what later builds compare.
@Suite("Snapshots")
struct SnapshotTests {
  private static let entry = """
    - id: pm
      name: PM
      unit: kt
      from: {section: first, quote: 小标题}
      baseline: {year: 2020, value: 35}
      targets: [{year: 2023, value: 30}]
      target: {value: 20, year: 2025}
      values: {2021: 33, 2022: 31}

    """

  /// A site with a snapshot of `entry`, and then with another text in its place.
  private func findings(
    changing old: String, to new: String, in file: String = "Content/indicators.yaml"
  ) async throws -> [String] {
    let folder = try await site()
    let text = try #require(folder.text(file))
    #expect(text.contains(old))
    folder.write(text.replacingOccurrences(of: old, with: new), to: file)
    return try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build().diagnostics
      .filter { $0.code.rawValue.hasPrefix("snapshot.") }.map { "\($0.message) [\($0.code.rawValue)]" }
  }

  private func site() async throws -> TemporaryFolder {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/site.yaml": "title: 测试站\nlanguages: [zh-CN]\nas-of: 2023-03\n",
        "Content/indicators.yaml": SnapshotTests.entry,
      ]) { $1 })
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(report.path == "snapshots/2023-03.json", "\(report.diagnostics)")
    return folder
  }

  @Test(
    "The file has every target with its keys, the baseline, values, status and addresses, and is the same every time")
  func file() async throws {
    let folder = try await site()
    #expect(
      folder.text("snapshots/2023-03.json") == """
        {
          "format": "planpress-snapshot",
          "version": 8,
          "title": "测试站",
          "asOf": "2023-03",
          "littleChange": "0.5%",
          "plans": [
            {
              "years": "2021-2025",
              "tolerance": "5%"
            }
          ],
          "indicators": [
            {
              "id": "pm",
              "name": "PM",
              "target": {
                "value": 20,
                "year": 2025,
                "comparator": "<="
              },
              "targets": [
                {
                  "value": 30,
                  "year": 2023
                }
              ],
              "baseline": {
                "year": 2020,
                "value": 35
              },
              "kind": "level",
              "unit": "kt",
              "quote": "小标题",
              "section": "first",
              "status": "on-track",
              "values": {
                "2021": 33,
                "2022": 31
              }
            }
          ],
          "addresses": [
            "/",
            "/first/",
            "/full/",
            "/indicators/",
            "/indicators/pm/",
            "/progress-summary/",
            "/search/",
            "/second/"
          ]
        }

        """)
    let again = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(again.isUnchanged)
    #expect(try await build(folder).findings == "")
  }

  @Test(
    "Every way to soften a target is a warning",
    arguments: [
      ("value: 20", "value: 25", "the target of 'PM' was 20 in the snapshot of 2023-03, and is 25 [snapshot.target]"),
      (
        "value: 20, year: 2025", "value: 20, year: 2026",
        "the year of 'PM' was 2025 in the snapshot of 2023-03, and is 2026 [snapshot.target]"
      ),
      (
        "value: 20,", "value: 20, approx: true,",
        "the 'approx' of 'PM' was false in the snapshot of 2023-03, and is true [snapshot.target]"
      ),
      (
        "value: 20,", "value: 20, comparator: \">=\",",
        "the comparator of 'PM' was \"<=\" in the snapshot of 2023-03, and is \">=\" [snapshot.target]"
      ),
      (
        "value: 20,", "between: [20, 33],",
        "the target of 'PM' was 20 in the snapshot of 2023-03, and is [20, 33]; its comparator was \"<=\", and is none [snapshot.target]"
      ),
      (
        "value: 20,", "direction: down,",
        "the target of 'PM' was 20 in the snapshot of 2023-03, and is none; its comparator was \"<=\", and is none; its direction was none, and is down [snapshot.target]"
      ),
      (
        "value: 35", "value: 40",
        "the baseline of 'PM' was {year: 2020, value: 35} in the snapshot of 2023-03, and is {year: 2020, value: 40} [snapshot.target]"
      ),
      (
        "  targets: [{year: 2023, value: 30}]\n", "",
        "the interim targets of 'PM' were [{value: 30, year: 2023}] in the snapshot of 2023-03, and are none [snapshot.target]"
      ),
      ("unit: kt", "unit: t", "the unit of 'PM' was kt in the snapshot of 2023-03, and is t [snapshot.target]"),
      (
        "  name: PM", "  name: PM\n  kind: ceiling",
        "the kind of 'PM' was level in the snapshot of 2023-03, and is ceiling [snapshot.target]"
      ),
      (
        ", quote: 小标题", "", "the quotation of 'PM' was 小标题 in the snapshot of 2023-03, and is none [snapshot.target]"
      ),
      (
        "  name: PM", "  name: PM\n  nature: anticipatory",
        "the nature of 'PM' was none in the snapshot of 2023-03, and is anticipatory [snapshot.rule]"
      ),
      (
        "  name: PM", "  name: PM\n  reporting: not-applicable",
        "the reporting of 'PM' was none in the snapshot of 2023-03, and is not-applicable [snapshot.gone]"
      ),
      (
        "  name: PM", "  name: PM\n  non-statistical: true",
        "the reporting of 'PM' was none in the snapshot of 2023-03, and is non-statistical [snapshot.gone]"
      ),
      ("id: pm", "id: pm25", "indicator 'pm' is in the snapshot of 2023-03, and is gone [snapshot.gone]"),
    ])
  func softened(_ old: String, _ new: String, _ finding: String) async throws {
    #expect(try await findings(changing: old, to: new) == [finding])
  }

  @Test("A changed figure is reported, unless it is declared as revised or withheld")
  func values() async throws {
    #expect(
      try await findings(changing: "2021: 33", to: "2021: 30") == [
        "a figure of 'PM' is not as in the snapshot of 2023-03: 2021 was 33, and is 30 [snapshot.value]"
      ])
    #expect(
      try await findings(changing: "{2021: 33, 2022: 31}", to: "{2022: 29}") == [
        "2 figures of 'PM' are not as in the snapshot of 2023-03: 2021 was 33, and is gone, 2022 was 31, and is 29 [snapshot.value]"
      ])
    #expect(try await findings(changing: "2021: 33", to: "2021: 33.0") == [])
    #expect(
      try await findings(changing: "2022: 31}", to: "2022: {status: suppressed}}") == [
        "a figure of 'PM' was 31 for 2022 in the snapshot of 2023-03, and is withheld [snapshot.rule]"
      ])
    #expect(
      try await findings(changing: "2022: 31}", to: "2022: {value: 31, low: 20, high: 42}}") == [
        "a figure of 'PM' is not as in the snapshot of 2023-03: 2022 was 31, and is 31 [20, 42] [snapshot.value]"
      ])
    #expect(
      try await findings(
        changing: "values: {2021: 33,", to: "revisions: [{period: 2021, value: 33}]\n  values: {2021: 30,") == [])
  }

  @Test("Readers see the earlier value of a figure, and no new snapshot hides it")
  func shownValues() async throws {
    let folder = try await site()
    let text = try #require(folder.text("Content/indicators.yaml"))
    folder.write(text.replacingOccurrences(of: "2021: 33", with: "2021: 30"), to: "Content/indicators.yaml")
    let (built, _) = try await build(folder)
    #expect(built)
    let sentence = "已公布的数值：33（2021年） → 30（2021年），与2023年3月存档不同，未说明原因"
    #expect(try #require(folder.text("Output/indicators/pm/index.html")).contains("<li>\(sentence)</li>"))
    #expect(try #require(folder.text("Output/index.html")).contains("<li>PM，\(sentence)</li>"))
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot().path == nil)
  }

  @Test("Rules that make a status are compared as well, and the date without which nothing is overdue")
  func rules() async throws {
    #expect(
      try await findings(changing: "as-of: 2023-03", to: "tolerance: 0.2", in: "Content/site.yaml") == [
        "the tolerance of the plan was 5% in the snapshot of 2023-03, and is 20% [snapshot.rule]",
        "'as-of' was 2023-03 in the snapshot of 2023-03, and is not set [snapshot.rule]",
      ])
    #expect(
      try await findings(changing: "start: 2021", to: "start: 2020", in: "Content/index.md") == [
        "the period of the plan was 2021-2025 in the snapshot of 2023-03, and is 2020-2025 [snapshot.rule]"
      ])
    #expect(
      try await findings(changing: "title: 第二部分", to: "title: 第二部分\nslug: other", in: "Content/2-second.md") == [
        "the address /second/ of the snapshot of 2023-03 is gone [snapshot.address]"
      ])
  }

  @Test("A lost address names the page that took its place, and check --fix adds the alias")
  func successor() async throws {
    let folder = try await site()
    let text = folder.text("Content/2-second.md") ?? ""
    folder.write(text.replacing("title: 第二部分", with: "title: 第二部分\nslug: other"), to: "Content/2-second.md")
    let options = BuildOptions(siteDirectory: folder.path)
    let found = try await SiteBuild(options).check().diagnostics.filter { $0.code == .snapshotAddress }
    #expect(found.map(\.location.path) == ["Content/2-second.md"])
    #expect(
      found.first?.hint
        == "if this page took its place, add 'aliases: [/second/]' to its front matter; 'planpress check --fix' does it"
    )
    _ = try FixApplier(siteDirectory: folder.path).apply(found)
    #expect(folder.text("Content/2-second.md")?.contains("aliases: [/second/]\ntitle: 第二部分\n") == true)
    #expect(try await SiteBuild(options).check().diagnostics.filter { $0.code == .snapshotAddress } == [])
  }

  @Test("An indicator that hides in a draft is gone")
  func draft() async throws {
    let folder = try await site()
    folder.delete("Content/indicators.yaml")
    folder.write(
      "---\ntitle: 草稿\ndraft: true\nindicators:\n  - id: pm\n    name: PM\n    target: 20\n---\n",
      to: "Content/3-draft.md")
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build().diagnostics
    #expect(
      found.map(\.message) == [
        "indicator 'pm' is in the snapshot of 2023-03, and now in a draft, which is not published"
      ])
  }

  @Test("A change in the history is not a finding, if it was in force at the time of the snapshot")
  func declared() async throws {
    func changed(_ until: String) async throws -> [String] {
      try await findings(
        changing: "value: 20, year: 2025",
        to: "value: 25, year: 2025, earlier: [{value: 20, until: \(until), why: less money}]")
    }
    #expect(try await changed("2023-05") == [])
    #expect(
      try await changed("2022-05") == [
        "the target of 'PM' was 20 in the snapshot of 2023-03, and is 25 [snapshot.target]"
      ])
  }

  @Test("A history cannot be shortened, and a new snapshot cannot hide a change")
  func history() async throws {
    let folder = try await site()
    let options = BuildOptions(siteDirectory: folder.path)
    let softened = SnapshotTests.entry.replacingOccurrences(of: "value: 20", with: "value: 25")
    folder.write(softened, to: "Content/indicators.yaml")
    #expect(try await SiteBuild(options).takeSnapshot().path == nil)
    folder.write(
      softened.replacingOccurrences(
        of: "value: 25, year: 2025", with: "value: 25, year: 2025, earlier: [{value: 20, until: 2023-03, why: x}]"),
      to: "Content/indicators.yaml")
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2023-03.json")
    folder.write(softened, to: "Content/indicators.yaml")
    let found = try await SiteBuild(options).build().diagnostics
    #expect(
      DiagnosticPrinter(format: .text).print(found) == """
        Content/indicators.yaml:7:11: warning: the target of 'PM' was changed in 2023-03, and its history no longer records this change, which the snapshot of 2023-03 has [snapshot.history]
            7 |   target: {value: 25, year: 2025}
              |           ^~~~~~~~~~~~~~~~~~~~~~~
          snapshots/2023-03.json:14:5: the snapshot has it here
        hint: write the entry again under 'earlier': {value: 20, year: 2025, comparator: "<=", until: 2023-03, why: …}

        """)
  }

  @Test("A retired indicator is listed and not counted; its successor has to keep its promise")
  func retired() async throws {
    let folder = try await site()
    folder.write(
      SnapshotTests.entry.replacingOccurrences(
        of: "  name: PM\n", with: "  name: PM\n  retired: {on: 2023-03, why: 另行统计, continued-by: dust}\n")
        + "- {id: dust, name: Dust, unit: kt, from: first, baseline: {year: 2020, value: 35}, target: {value: 25, year: 2025}}\n",
      to: "Content/indicators.yaml")
    let result = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build()
    #expect(
      result.diagnostics.first?.message
        == "the target of 'Dust', which continues 'PM', was 20 in the snapshot of 2023-03, and is 25; its interim targets were [{value: 30, year: 2023}], and are none; its quotation was 小标题, and is none"
    )
    let page = try #require(folder.text("Output/index.html"))
    #expect(page.contains("2023年3月起不再跟踪：另行统计"))
    #expect(page.contains("目标已与2023年3月的存档核对，其后的调整均列于此。"))
    let progress = try #require(folder.text("Output/progress-summary/index.html"))
    #expect(progress.contains(">1项指标："))
  }

  @Test("If nothing changed since the snapshot, the plan's page says so, and does not announce a list")
  func unchanged() async throws {
    let folder = try await site()
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/index.html"))
    #expect(page.contains("目标已与2023年3月的存档核对，其后没有发现变化。") && !page.contains("均列于此"))
  }

  @Test("A snapshot that cannot be read is an error with its file, its line and what to do")
  func damaged() async throws {
    let folder = try await site()
    func printed() async throws -> String { try await build(folder).findings }
    folder.write("{\"format\": \"x\"}\n", to: "snapshots/2024-01.json")
    #expect(
      try await printed() == """
        snapshots/2024-01.json:1:1: error: the snapshot 'snapshots/2024-01.json' was not written by planpress [snapshot.invalid]
            1 | {"format": "x"}
              | ^
        hint: restore it from a copy, such as the history of git; without it changes of targets are not detected

        """)
    folder.delete("snapshots/2024-01.json")
    folder.write("{}", to: "snapshots/newest.json")
    #expect(
      try await printed() == """
        snapshots/newest.json: warning: 'newest.json' is not named after a time, and is not compared [snapshot.name]
        hint: rename it to the month that it is of, such as 2026-03.json

        """)
  }

  @Test("check proposes a first snapshot, and a new one where the site is of a later time")
  func missing() async throws {
    let first = TemporaryFolder(smallSite.merging(["Content/indicators.yaml": SnapshotTests.entry]) { $1 })
    let advice = try await SiteBuild(BuildOptions(siteDirectory: first.path)).check().snapshotAdvice
    #expect(advice?.english == "there is no snapshot of the targets yet")
    let folder = try await site()
    folder.write("title: 测试站\nlanguages: [zh-CN]\nas-of: 2024-03\n", to: "Content/site.yaml")
    let later = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().snapshotAdvice
    #expect(later?.english == "the newest snapshot of the targets is of 2023-03, and the site of 2024-03")
  }
}
