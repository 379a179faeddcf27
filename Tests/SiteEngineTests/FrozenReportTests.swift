import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Reports after what they show was renamed, moved to another department, retired or dropped.
struct FrozenReportTests {
  private static let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-12\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/departments.yaml": "- {id: works, name: Works}\n- {id: parks, name: Parks}\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nText.\n",
    "Content/p/1-roads.md": "---\ntitle: Roads\n---\n::indicators\n",
    "Content/p/indicators.yaml": """
    - {id: riders, name: Riders, category: Transport, department: Works, target: 50, baseline: 40, values: {2024: 42, 2025: 46}}
    - {id: trees, name: Trees, category: Nature, department: Parks, target: 9, baseline: 1, values: {2025: 5}}

    """,
    "Content/p/actions.yaml": """
    - {id: tram, name: Tram, department: Works, due: 2026, state: started}
    - {id: bus, name: Bus, department: Works, due: 2025, state: done}

    """,
  ]
  private static let page = """
    ---
    title: Own
    ---
    :value[riders] of :target[riders], :status[riders]; :ref[trees], :status[trees]; :action[tram]; [Bus](/actions/bus/);
    [roads](../../p/1-roads.md); [the road](/p/roads/).

    ::indicators{ids="riders, trees" columns="name, target, latest, status, department"}

    ::actions{group=department}

    """

  private func options(_ folder: TemporaryFolder) -> BuildOptions { BuildOptions(siteDirectory: folder.path) }

  /// A site with a report, and a page of its author's in it.
  private func reported() async throws -> TemporaryFolder {
    let folder = TemporaryFolder(FrozenReportTests.site)
    let result = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2025")), stage: .yearly, plan: nil))
    #expect(result.diagnostics.map(\.message) == [])
    folder.write(FrozenReportTests.page, to: "Content/reports/2025/9-own.md")
    #expect(try await build(folder).findings == "")
    return folder
  }

  private func own(_ folder: TemporaryFolder) throws -> String {
    try #require(folder.text("Output/reports/2025/own/index.html"))
  }

  @Test("A report is built even if its indicators were dropped since, and says that they no longer exist")
  func dropped() async throws {
    let folder = try await reported()
    folder.write(
      "- {id: riders, name: Riders, category: Transport, department: Works, target: 50, baseline: 40, values: {2025: 46}}\n",
      to: "Content/p/indicators.yaml")
    for file in ["Content/p/actions.yaml", "Content/p/1-roads.md"] {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(file)")
    }
    let findings = try await build(folder).findings
    #expect(!findings.contains("error"), "\(findings)")
    let page = try own(folder)
    #expect(page.contains(">Trees (no longer in the plan)</span>"), "\(page)")
    #expect(page.contains("Tram (no longer in the plan)"))
    #expect(page.contains("; Bus (no longer in the plan);"), "\(page)")
    #expect(page.contains("roads (no longer in the plan); the road (no longer in the plan)."))
    #expect(!page.contains("actions/tram") && !page.contains("indicators/trees"))
    let table = try #require(folder.text("Output/reports/2025/areas/index.html"))
    #expect(table.contains("Nature") && table.contains(">Trees"), "\(table)")
    // The pages of today do not have it.
    folder.write("---\ntitle: Other\n---\n:status[trees]\n", to: "Content/p/2-other.md")
    #expect(try await build(folder).findings.contains("indicator 'trees' does not exist"))
  }

  @Test("A report keeps the names, departments and states of its snapshot")
  func renamed() async throws {
    let folder = try await reported()
    folder.write("- {id: parks, name: Parks and Roads, aliases: [Works, Parks]}\n", to: "Content/departments.yaml")
    folder.write(
      """
      - {id: riders, name: Passengers, category: Mobility, department: parks, target: 50, baseline: 40, values: {2024: 42, 2025: 46}, retired: {on: 2026-03, why: not counted any more}}
      - {id: trees, name: Trees, category: Nature, department: Parks, target: 9, baseline: 1, values: {2025: 5}}

      """, to: "Content/p/indicators.yaml")
    folder.write(
      "- {id: tram, name: Light rail, department: parks, due: 2026, state: stopped}\n- {id: bus, name: Bus, department: parks, due: 2025, state: done}\n- {id: ferry, name: Ferry, due: 2027}\n",
      to: "Content/p/actions.yaml")
    folder.write("title: County\nlanguages: [en]\nas-of: 2026-12\n", to: "Content/site.yaml")
    let findings = try await build(folder).findings
    #expect(!findings.contains("error"), "\(findings)")
    let page = try own(folder)
    #expect(page.contains("Riders") && !page.contains("Passengers"), "\(page)")
    #expect(page.contains(">Tram<") && !page.contains("Light rail"))
    #expect(page.contains("Works") && !page.contains("Parks and Roads"))
    #expect(page.contains("Under way") && !page.contains("Stopped") && !page.contains("not counted any more"))
    #expect(!page.contains("Ferry"))
    let table = try #require(folder.text("Output/reports/2025/areas/index.html"))
    #expect(table.contains("Transport") && table.contains("Riders"))
  }

  @Test("A report lists stopped, retired and dropped entries since the last one, and counts as of that time")
  func givenUp() async throws {
    let folder = TemporaryFolder(FrozenReportTests.site)
    _ = try await SiteBuild(options(folder)).takeSnapshot()
    folder.write("title: County\nlanguages: [en]\nas-of: 2026-12\n", to: "Content/site.yaml")
    folder.write(
      "- {id: riders, name: Riders, department: Works, target: 50, baseline: 40, values: {2024: 42, 2025: 46}, retired: {on: 2026-03, why: not counted any more}}\n- {id: trees, name: Trees, target: 9, baseline: 1, values: {2025: 5, 2026: 6}}\n",
      to: "Content/p/indicators.yaml")
    folder.write(
      "- {id: tram, name: Tram, department: Works, due: 2026, state: stopped, updates: [{date: 2026-02-01, text: The tender failed.}]}\n- {id: bus, name: Bus, due: 2025, state: done}\n",
      to: "Content/p/actions.yaml")
    let result = try await SiteBuild(options(folder)).writeReport(
      ReportRequest(period: try #require(.init("2026")), stage: .yearly, plan: nil))
    func text(_ name: String) throws -> String {
      try #require(result.paths.first { $0.hasSuffix("\(name).md") }.flatMap { folder.text($0) }, "\(result)")
    }
    #expect(
      try text("actions").contains(
        "## Stopped\n\n| Action | Due | Lead department | Update |\n| --- | --- | --- | --- |\n| [Tram](/actions/tram/) | 2026 | Works | 1 February 2026: The tender failed. |"
      ))
    #expect(
      try text("targets").hasSuffix(
        "---\n\n## No longer followed\n\n- :ref[riders] (Works): given up in March 2026: not counted any more.\n"))
    let overview = try text("overview")
    #expect(
      overview.contains(
        "\n\n1 of those counted in December 2025 was given up since, and is not counted any more.\n"), "\(overview)")
    #expect(overview.contains("| On course | 2 | "), "\(overview)")
    #expect(try await build(folder).findings == "")
  }

  @Test("A report keeps its actions and indicators under the sections of its snapshot")
  func sections() async throws {
    func files(_ section: String, _ asOf: String) -> [String: String] {
      let riders =
        "indicators: [{id: riders, name: Riders, target: 50, baseline: 40, values: {2024: 42, 2025: 46}}]\n"
      return [
        "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: \(asOf)\n",
        "Content/p/indicators.yaml": "- {id: trees, name: Trees, target: 9, baseline: 1, values: {2025: 5}}\n",
        "Content/p/actions.yaml": "- {id: tram, name: Tram, due: 2028, section: \(section)}\n",
        "Content/p/1-roads.md": "---\ntitle: Roads\n\(section == "roads" ? riders : "")---\nText.\n",
        "Content/p/2-parks.md": "---\ntitle: Parks\n\(section == "parks" ? riders : "")---\nText.\n",
      ]
    }
    let report = """
      ---
      type: report
      title: Report
      snapshot: 2025-12
      plan: p
      ---
      ::actions{section=roads}

      ::indicators{section=roads}

      ::actions{section=parks}

      """
    let folder = TemporaryFolder(
      FrozenReportTests.site.merging(files("roads", "2025-12")) { $1 })
    #expect(try await SiteBuild(options(folder)).takeSnapshot().path == "snapshots/2025-12.json")
    folder.write(report, to: "Content/reports/r/index.md")
    _ = try await build(folder)
    func tables() throws -> [String] {
      try #require(folder.text("Output/reports/r/index.html")).matches(
        of: /<tbody[\s\S]*?<\/tbody>/
      ).map {
        String($0.output)
      }
    }
    let before = try tables()
    #expect(before.count == 2 && before[0].contains("Tram") && before[1].contains("Riders"))
    for (path, text) in files("parks", "2026-12") { folder.write(text, to: path) }
    _ = try await build(folder)
    #expect(try tables() == before)
  }

  @Test("A report in another language keeps the names that the snapshot has in it")
  func languages() async throws {
    func files(_ name: String, _ english: String, _ asOf: String) -> [String: String] {
      [
        "Content/site.yaml":
          "title: {zh-CN: 站, en: Site}\nlanguages: [zh-CN, en]\nas-of: \(asOf)\n",
        "Content/index.md": "---\ntitle: 首页\n---\n你好。\n",
        "Content/index.en.md": "---\ntitle: Home\n---\nHello.\n",
        "Content/p/index.md": "---\ntype: plan\ntitle: 规划\nperiod: 2024-2028\n---\n正文。\n",
        "Content/p/index.en.md": "---\ntitle: Plan\n---\nText.\n",
        "Content/p/indicators.yaml":
          "- {id: riders, name: {zh-CN: \(name), en: \(english)}, target: 50, baseline: 40, values: {2024: 42, 2025: 46}}\n",
        "Content/p/actions.yaml":
          "- {id: tram, name: {zh-CN: \(name)任务, en: \(english) task}, due: 2028}\n",
      ]
    }
    let folder = TemporaryFolder(files("客流", "Riders", "2025-12"))
    let taken = try await SiteBuild(options(folder)).takeSnapshot()
    #expect(taken.path == "snapshots/2025-12.json", "\(taken.diagnostics)")
    folder.write(
      "---\ntype: report\ntitle: 报告\nsnapshot: 2025-12\n---\n:ref[riders]、:action[tram]\n\n::indicators\n",
      to: "Content/reports/r/index.md")
    folder.write(
      "---\ntitle: Report\n---\n:ref[riders], :action[tram]\n\n::indicators\n",
      to: "Content/reports/r/index.en.md")
    for (path, text) in files("旅客", "Passengers", "2026-12") { folder.write(text, to: path) }
    let findings = try await build(folder).findings
    let chinese = try #require(folder.text("Output/reports/r/index.html"), "\(findings)")
    #expect(chinese.contains("客流") && !chinese.contains("旅客"))
    let english = try #require(folder.text("Output/en/reports/r/index.html"), "\(findings)")
    #expect(english.contains(">Riders<") && english.contains("Riders task"))
    #expect(!english.contains("客流") && !english.contains("Passengers"))
    // The entry is gone.
    folder.write(
      "- {id: other, name: {zh-CN: 其他, en: Other}, target: 5, baseline: 1}\n",
      to: "Content/p/indicators.yaml")
    _ = try await build(folder)
    #expect(try #require(folder.text("Output/en/reports/r/index.html")).contains("Riders"))
  }
}
