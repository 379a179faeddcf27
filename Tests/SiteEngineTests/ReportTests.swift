import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Reports of what the data say, with the figures of their snapshot.
struct ReportTests {
  private static let indicators = """
    - id: riders
      name: Riders
      category: Transport
      nature: binding
      target: {value: 50, earlier: [{value: 55, until: 2026-03, by: the council, why: the tram is late}]}
      baseline: 40
      values: {2024: 42, 2025: 46, 2026: 44}
      updates: [{date: 2026-11-10, text: Fewer trips in winter.}]
    - {id: trees, name: "Trees | all", category: Nature, department: Parks, target: 9, baseline: 1, values: {2024: 3, 2025: 5}}

    """
  private let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-12\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nText.\n",
    "Content/p/1-roads.md": "---\ntitle: Roads\n---\n::indicators\n",
    // Before the figures of 2026, and before the target was changed.
    "Content/p/indicators.yaml": indicators.split(separator: "2026: 44").joined(separator: "")
      .split(separator: "{value: 50, earlier: [{value: 55, until: 2026-03, by: the council, why: the tram is late}]}")
      .joined(separator: "55"),
    "Content/p/actions.yaml":
      "- {id: tram, name: Tram, due: 2026, updates: [{date: 2026-05-01, text: The tender failed.}]}\n- {id: bus, name: Bus, due: 2026, state: done}\n",
  ]

  private func options(_ folder: TemporaryFolder) -> BuildOptions { BuildOptions(siteDirectory: folder.path) }

  /// A site with a snapshot of 2025 and a report on 2026.
  private func reported() async throws -> TemporaryFolder {
    let folder = TemporaryFolder(site)
    #expect(try await SiteBuild(options(folder)).takeSnapshot().path == "snapshots/2025-12.json")
    folder.write("title: County\nlanguages: [en]\nas-of: 2026-12\n", to: "Content/site.yaml")
    folder.write(ReportTests.indicators, to: "Content/p/indicators.yaml")
    let result = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2026")), stage: .yearly, plan: nil))
    #expect(result.diagnostics.map(\.message) == [])
    #expect(
      result.paths == [
        "snapshots/2026-12.json", "Content/reports/2026/index.md", "Content/reports/2026/1-overview.md",
        "Content/reports/2026/2-areas.md", "Content/reports/2026/3-changes.md", "Content/reports/2026/4-binding.md",
        "Content/reports/2026/5-actions.md", "Content/reports/2026/6-targets.md", "Content/reports/2026/7-missing.md",
      ])
    return folder
  }

  @Test("A report states the data in text that its author edits")
  func text() async throws {
    let folder = try await reported()
    func text(_ name: String) throws -> String { try #require(folder.text("Content/reports/2026/\(name).md")) }
    #expect(
      try text("index") == """
        ---
        type: report
        title: Monitoring report 2026
        period: 2026
        snapshot: 2026-12
        compared-with: 2025-12
        ---

        2 targets: 1 on course, 1 at risk.

        """)
    #expect(try text("1-overview").contains("| Status | December 2025 | December 2026 |\n| --- | ---: | ---: |"))
    // By 55 the riders of 2025 were (46 − 40) / 15 = 40 % of the way, at 40 % of the time.
    #expect(try text("1-overview").contains("| On course | 2 | 1 |"))
    #expect(try text("1-overview").contains("- :ref[riders]: :status[riders]; "))
    #expect(
      try text("2-areas").contains(
        "## Nature\n\n1 target: 1 on course.\n\n::indicators{category=\"Nature\" group=none}"))
    // A target that was changed in between is a reason, too.
    #expect(
      try text("3-changes").contains(
        ", now :status[riders]. Target: 55 → 50, changed in March 2026 by the council, because the tram is late; by the target"
      ))
    #expect(try text("3-changes").contains(". Fewer trips in winter."))
    #expect(
      try text("5-actions").contains("| [Tram](/actions/tram/) | 2026 | Overdue | — | 1 May 2026: The tender failed. |")
    )
    #expect(
      try text("6-targets").contains(
        "- :ref[riders]: 55 → 50, changed in March 2026 by the council, because the tram is late."))
    #expect(try text("7-missing").contains("Figures of 2026 that have not been reported:\n\n- Parks: :ref[trees]"))
  }

  @Test("The pages of a report show the figures of its snapshot, whatever comes later")
  func frozen() async throws {
    let folder = try await reported()
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/reports/2026/index.html"))
    #expect(page.contains("are those of December 2026, and stay as they were."))
    #expect(page.contains("id=\"section-areas\""))
    #expect(folder.exists("Output/reports/2026/areas/index.html"))
    #expect(folder.text("Output/p/index.html")?.contains(">Monitoring report 2026</a>") == true)
    #expect(folder.text("Output/index.html")?.contains("reports/2026") == false)

    folder.write(
      "- {id: riders, name: Riders, category: Transport, nature: binding, target: {value: 58, earlier: [{value: 55, until: 2026-03, by: the council, why: the tram is late}, {value: 50, until: 2027-01, why: x}]}, baseline: 40, values: {2024: 42, 2025: 46, 2026: 44, 2027: 59}}\n- {id: trees, name: \"Trees | all\", category: Nature, department: Parks, target: 9, baseline: 1, values: {2024: 3, 2025: 5}}\n",
      to: "Content/p/indicators.yaml")
    folder.write("title: County\nlanguages: [en]\nas-of: 2027-12\n", to: "Content/site.yaml")
    folder.write(
      "---\ntitle: Own\n---\n:value[riders] of :target[riders]: :status[riders]\n", to: "Content/reports/2026/8-own.md")
    #expect(try await build(folder).findings == "")
    let later = try #require(folder.text("Output/reports/2026/own/index.html"))
    #expect(later.contains(">44 (2026)<") && later.contains(">50<") && later.contains("behind"), "\(later)")
    #expect(folder.text("Output/indicators/riders/index.html")?.contains("59") == true)
    let table = try #require(folder.text("Output/reports/2026/areas/index.html"))
    #expect(table.contains("44") && !table.contains("59"))
  }

  @Test("Tables of a report keep the remarks on their figures, and the original target")
  func marks() async throws {
    var first = site
    first["Content/site.yaml"] = "title: County\nlanguages: [en]\nas-of: 2026-12\n"
    first["Content/p/indicators.yaml"] = """
      - {id: riders, name: Riders, category: Transport, target: {value: 50, earlier: [{value: 55, until: 2026-03, why: x}]}, baseline: 40, values: {2025: 46, 2026: {value: 44, status: estimated}}}
      - {id: rents, name: Rents, category: Transport, target: 9, baseline: 1, values: {2025: 4, 2026: {status: suppressed}}}

      """
    let folder = TemporaryFolder(first)
    _ = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2026")), stage: .yearly, plan: nil))
    let snapshot = try #require(folder.text("snapshots/2026-12.json"))
    #expect(snapshot.contains("      \"statuses\": {\n        \"2026\": \"estimated\"\n      }\n"))
    // A final figure and another target, both of later, do not change the report.
    folder.write(
      "- {id: riders, name: Riders, category: Transport, target: 50, baseline: 40, values: {2025: 46, 2026: 44}}\n- {id: rents, name: Rents, category: Transport, target: 9, baseline: 1, values: {2025: 4, 2026: 5}}\n",
      to: "Content/p/indicators.yaml")
    _ = try await build(folder)
    let page = try #require(folder.text("Output/reports/2026/areas/index.html"))
    #expect(page.contains("estimated") && page.contains("first set: 55"), "\(page)")
  }

  @Test("A name with brackets is shown literally, in tables of actions and in the list of moved dates")
  func brackets() async throws {
    var first = site
    first["Content/p/actions.yaml"] =
      "- {id: pipes, name: 'Pipes [link](x) \\', due: 2024, earlier: [{due: 2023, until: 2025-06, why: Rain.}]}\n- {id: plain, name: 'Plain :ref[foo] & <i> [a] \\[', due: 2024}\n"
    let folder = TemporaryFolder(first)
    _ = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2025")), stage: .yearly, plan: nil))
    #expect(try await build(folder).built)
    let page = try #require(folder.text("Output/reports/2025/actions/index.html"))
    #expect(page.contains("actions/pipes/index.html\">Pipes [link](x) \\</a>"), "\(page)")
    #expect(page.contains("actions/plain/index.html\">Plain :ref[foo] &amp; &lt;i&gt; [a] \\[</a>"), "\(page)")
  }

  @Test("If only the interim targets changed, tables show these changes, not an unchanged target as changed")
  func interim() async throws {
    let folder = TemporaryFolder(
      site.merging([
        "Content/p/indicators.yaml":
          "- {id: riders, name: Riders, unit: \"%\", baseline: 40, target: {year: 2028, value: 60, earlier: [{targets: [{year: 2026, value: 54}], until: 2025-06, why: x}]}, targets: [{year: 2026, value: 50}], values: {2025: 46}}\n"
      ]) { $1 })
    #expect(!(try await build(folder).findings.contains("error")))
    let page = try #require(folder.text("Output/p/roads/index.html"))
    #expect(page.contains("first set: Interim targets: 54% (2026)") && !page.contains("first set: 60"), "\(page)")
  }

  @Test("An unfinished year owes no figures; moved dates and uncounted indicators are mentioned")
  func midYear() async throws {
    var first = site
    first["Content/site.yaml"] = "title: County\nlanguages: [en]\nas-of: 2026-06\n"
    first["Content/p/indicators.yaml"] = """
      - {id: riders, name: Riders, target: 50, baseline: 40, values: {2025: 46}}
      - {id: trees, name: Trees, department: Parks, target: 9, baseline: 1, values: {2024: 3}}
      - {id: census, name: Census, target: 9, baseline: 1, values: {2024: 3}, frequency: every 5 years}
      - {id: late, name: Late, target: 9, baseline: 1, values: {2024: 3}, next-update: 2026-09}
      - {id: old, name: Old, target: 9, baseline: 1, retired: {on: 2026-01, why: x}}

      """
    first["Content/p/actions.yaml"] =
      "- {id: tram, name: Tram, due: 2027, earlier: [{due: 2026, until: 2026-02, by: the council, why: y}, {due: 2025, until: 2024-02}]}\n"
    let folder = TemporaryFolder(first)
    let result = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2026")), stage: .yearly, plan: nil))
    func text(_ name: String) throws -> String {
      try #require(
        result.paths.first { $0.hasSuffix("\(name).md") }.flatMap { folder.text($0) }, "\(result.paths)")
    }
    #expect(
      try text("missing").hasSuffix(
        "---\n\nFigures of 2025 that have not been reported:\n\n- Parks: :ref[trees]\n- No department in charge: :ref[late] (Next figure due: September 2026)\n"
      ))
    #expect(try text("index").hasSuffix("\n\nNot counted: 1 no longer followed.\n"))
    let actions = try text("actions")
    #expect(
      actions.hasSuffix(
        "## Dates changed\n\n- [Tram](/actions/tram/): due: 2026 → 2027, changed in February 2026 by the council, because y.\n"
      ), "\(actions)")
  }

  @Test("A half-yearly report lists missing figures at each indicator's own interval, and no indicator without figures")
  func halfYear() async throws {
    var first = site
    first["Content/site.yaml"] = "title: County\nlanguages: [en]\nas-of: 2026-06\n"
    first["Content/p/indicators.yaml"] = """
      - {id: riders, name: "Riders, all lines", target: 50, baseline: 40, values: {2024: 44, 2025: 46}}
      - {id: trees, name: "Trees, in parks", target: 9, baseline: 1, values: {2024: 3}}
      - {id: visits, name: Visits, target: 9, baseline: 1, values: {2025 H1: 3, 2025 H2: 4}}
      - {id: sick, name: Sick leave, target: 9, baseline: 12, values: {2025 H2: 10, 2026 H1: 11}}
      - {id: wage, name: Wage, target: {text: accredited by 2027}, judgement: {status: on-track}}
      - {id: roads, name: Roads, target: 9, baseline: {year: 2023, value: 1}}

      """
    let folder = TemporaryFolder(first)
    let result = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2026-H1")), stage: .yearly, plan: nil))
    let path = try #require(result.paths.first { $0.hasSuffix("missing.md") }, "\(result.diagnostics)")
    #expect(
      try #require(folder.text(path)).hasSuffix(
        """
        ---

        Figures of H1 2026 that have not been reported:

        - No department in charge: :ref[visits]

        Figures of 2025 that have not been reported:

        - No department in charge: :ref[trees]; :ref[roads]

        """))
  }

  @Test("Tables of actions show the late step of an action, and the day when an action was done")
  func lateAndDone() async throws {
    var first = site
    first["Content/p/actions.yaml"] = """
      - {id: cycle, name: Cycle network, due: 2028, state: started, steps: [{name: River route, due: 2025-04}, {name: Bridge, due: 2027}]}
      - {id: licence, name: Licence, start: 2025-01, due: 2026}
      - {id: shelter, name: Shelter, due: 2025-10, done: 2025-11}
      - {id: school, name: School, due: 2026, state: done}
      - {id: ferry, name: Ferry, due: 2026, state: stopped, note: Sold.}

      """
    let folder = TemporaryFolder(first)
    let result = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2025")), stage: .yearly, plan: nil))
    let path = try #require(result.paths.first { $0.hasSuffix("actions.md") }, "\(result.diagnostics)")
    let text = try #require(folder.text(path))
    #expect(
      text.hasSuffix(
        """
        ## Late

        | Action | Due | State | Lead department | Update |
        | --- | --- | --- | --- | --- |
        | [Cycle network](/actions/cycle/) | 2028 | A step is overdue: River route (April 2025) | — | no reason given |
        | [Licence](/actions/licence/) | 2026 | Should have started (January 2025) | — | no reason given |

        ## Done

        | Action | Due | Done | Lead department | Update |
        | --- | --- | --- | --- | --- |
        | [Shelter](/actions/shelter/) | October 2025 | November 2025 (after it was due) | — | — |
        | [School](/actions/school/) | 2026 | — | — | — |

        ## Stopped

        | Action | Due | Lead department | Update |
        | --- | --- | --- | --- |
        | [Ferry](/actions/ferry/) | 2026 | — | Note: Sold. |

        """), "\(text)")
  }

  @Test("The reports on a plan are listed from the newest on, whatever their folders are called")
  func order() async throws {
    let folder = try await reported()
    for (name, period) in [("a", "2025"), ("z", "2024"), ("m", "2025 Q3"), ("b", "2028")] {
      folder.write(
        "---\ntype: report\ntitle: On \(period)\nperiod: \(period)\nsnapshot: 2026-12\n---\nText.\n",
        to: "Content/reports/\(name)/index.md")
    }
    #expect(try await !build(folder).findings.contains("error"))
    let page = try #require(folder.text("Output/p/index.html"))
    let list = try #require(page.firstMatch(of: /<h2 id="-reports">.*?<\/ul>/.dotMatchesNewlines())).output
    #expect(
      list.matches(of: />([^<>]+)<\/a>/).map { String($0.output.1) } == [
        "On 2028", "Monitoring report 2026", "On 2025", "On 2025 Q3", "On 2024",
      ])
  }

  @Test("A snapshot that a report shows is not written anew")
  func kept() async throws {
    let folder = try await reported()
    folder.write(
      ReportTests.indicators.split(separator: "2025: 5}").joined(separator: "2025: 5, 2026: 7}"),
      to: "Content/p/indicators.yaml")
    await #expect(throws: Author.Refusal.self) { try await SiteBuild(options(folder)).takeSnapshot() }
    await #expect(throws: Author.Refusal.self) {
      try await SiteBuild(options(folder)).writeReport(
        ReportRequest(period: try #require(.init("2026")), stage: .yearly, plan: nil))
    }
  }

  @Test("If only addresses and titles differ, the snapshot of a report serves the next one unchanged")
  func reused() async throws {
    let folder = try await reported()
    let before = try #require(folder.text("snapshots/2026-12.json"))
    folder.write("---\ntitle: More\n---\nText.\n", to: "Content/p/2-more.md")
    let snapshot = try await SiteBuild(options(folder)).takeSnapshot()
    #expect(snapshot.isUnchanged && snapshot.path == "snapshots/2026-12.json")
    let request = ReportRequest(period: try #require(.init("2026")), stage: .midTerm, plan: nil)
    let result = try await SiteBuild(options(folder)).writeReport(request)
    #expect(result.paths.first == "Content/reports/2026-mid-term/index.md", "\(result.paths)")
    #expect(folder.text("snapshots/2026-12.json") == before)
  }

  @Test("The tables of a report are of the time of its snapshot")
  func timeOfTables() async throws {
    let folder = try await reported()
    folder.write("title: County\nlanguages: [en]\nas-of: 2028-06\n", to: "Content/site.yaml")
    let findings = try await build(folder).findings
    #expect(!findings.contains("error"), "\(findings)")
    let page = try #require(folder.text("Output/reports/2026/areas/index.html"))
    #expect(page.contains("As of the end of December 2026.") && !page.contains("June 2028"))
  }

  @Test("Two reports of one kind keep their years in their addresses")
  func years() async throws {
    let folder = try await reported()
    for year in ["2025", "2030"] {
      folder.write(
        "---\ntype: report\ntitle: Mid-term \(year)\nsnapshot: 2026-12\n---\nText.\n",
        to: "Content/reports/\(year)-mid-term/index.md")
    }
    let found = try await build(folder).findings
    #expect(!found.contains("error"), "\(found)")
    #expect(folder.exists("Output/reports/2025-mid-term/index.html"))
    #expect(folder.exists("Output/reports/2030-mid-term/index.html"))
  }

  @Test("A report needs a snapshot that is there, and a plan that exists")
  func findings() async throws {
    let folder = TemporaryFolder(
      site.merging([
        "Content/reports/a/index.md": "---\ntype: report\ntitle: A\nsnapshot: 2020-01\nplan: q\n---\nText.\n",
        "Content/reports/b/index.md": "---\ntype: report\ntitle: B\nlevels: [x]\n---\nText.\n",
      ]) { $1 })
    let found = try await build(folder).findings
    #expect(found.contains("Content/reports/a/index.md:4:11: error: there is no snapshot '2020-01' [snapshot.invalid]"))
    #expect(found.contains("error: plan 'q' does not exist [register.unknown-plan]"))
    #expect(found.contains("'snapshot' is required") || found.contains("'snapshot'"))
    #expect(found.contains("'levels' is only for plans"))
  }

  @Test("An evaluation in Chinese, of one of several plans, compares with the first snapshot")
  func evaluation() async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/site.yaml": "title: 站\nlanguages: [zh-CN]\nas-of: 2023-12\n",
        "Content/indicators.yaml":
          "- {id: pm, name: 细颗粒物, unit: 微克, baseline: 40, target: 30, values: {2021: 38, 2022: 36, 2023: 34}}\n",
      ]) { $1 })
    for name in ["2021-12", "2022-12"] {
      folder.write("title: 站\nlanguages: [zh-CN]\nas-of: \(name)\n", to: "Content/site.yaml")
      folder.write(
        "- {id: pm, name: 细颗粒物, unit: 微克, baseline: 40, target: 30, values: {2021: 38}}\n",
        to: "Content/indicators.yaml")
      _ = try await SiteBuild(options(folder)).takeSnapshot()
    }
    folder.write("title: 站\nlanguages: [zh-CN]\nas-of: 2023-12\n", to: "Content/site.yaml")
    let result = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2023")), stage: .midTerm, plan: nil))
    #expect(result.paths.contains("Content/reports/2023-mid-term/index.md"), "\(result.diagnostics)")
    let first = try #require(folder.text("Content/reports/2023-mid-term/index.md"))
    #expect(
      first.contains("title: 中期评估报告（2023年）\nperiod: 2023\nstage: mid-term\nsnapshot: 2023-12\ncompared-with: 2021-12\n")
    )
    #expect(try await build(folder).findings == "")
  }
}
