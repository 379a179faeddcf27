import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// A journalist's question: can a target be softened without the site telling? Covers changes that a snapshot shows and
/// the author does not declare.
@Suite("Softened targets")
struct SoftenedTargetTests {
  private static let entry = """
    - id: pm
      name: PM
      unit: kt
      from: first
      limit: 5
      definition: Fine dust.
      baseline: {year: 2020, value: 35}
      target: {value: 20, year: 2025}
      values: {2021: 33, 2022: 29}
    - id: jobs
      name: Jobs
      target: 300000000
      from: first

    """

  private func site(_ language: String = "en") async throws -> TemporaryFolder {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/site.yaml": "title: Site\nlanguages: [\(language)]\nas-of: 2023-03\n",
        "Content/indicators.yaml": SoftenedTargetTests.entry,
      ]) { $1 })
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(report.path == "snapshots/2023-03.json", "\(report.diagnostics)")
    return folder
  }

  /// The site after another text took the place of one in its register, and the warnings that its author sees.
  private func changed(
    _ old: String, to new: String, in file: String = "Content/indicators.yaml", _ language: String = "en"
  ) async throws -> (folder: TemporaryFolder, findings: [String]) {
    let folder = try await site(language)
    let text = try #require(folder.text(file))
    #expect(text.contains(old))
    folder.write(text.replacingOccurrences(of: old, with: new), to: file)
    let built = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build()
    return (
      folder, built.diagnostics.filter { $0.code.rawValue.hasPrefix("snapshot.") }.map { "\($0.message)" }
    )
  }

  @Test("A lower target is shown with the snapshot's on its page, in tables, on the plan's page and in the data")
  func lowered() async throws {
    // By 20 it is (29 − 35) / (20 − 35) = 40 %, on track at 40 % of the time; by 28 it is 6 / 7 = 86 %, ahead.
    let (folder, findings) = try await changed("value: 20", to: "value: 28")
    #expect(findings == ["the target of 'PM' was 20 in the snapshot of 2023-03, and is 28"])
    let sentence =
      "20 → 28 kt, against the snapshot of March 2023; the site does not say when, by whom or why it was changed"
    let page = try #require(folder.text("Output/indicators/pm/index.html"))
    #expect(page.contains("<li>\(sentence)</li>"))
    #expect(page.contains("By the target as first set: </span>20 kt (2025) <span class=\"status status-on-track\">"))
    #expect(page.contains("class=\"original\""))
    let plan = try #require(folder.text("Output/index.html"))
    #expect(plan.contains("<li>\(sentence)</li>") && plan.contains("first set: 20 (2025)"))
    #expect(plan.contains("The targets were compared with the snapshot of March 2023"))
    let json = try #require(folder.text("Output/indicators/pm.json"))
    #expect(json.contains("\"originalStatus\": \"on-track\"") && json.contains("\"snapshot\": \"2023-03\""))
    #expect(try #require(folder.text("Output/data/indicators.csv")).contains("20 kt (2025) in the snapshot of 2023-03"))
    // No new snapshot can hide it.
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot().path == nil)
  }

  @Test(
    "Every other way to soften one",
    arguments: [
      ("year: 2025}", "year: 2026}", "20 (2025) → 20 kt (2026)"),
      ("value: 20,", "value: 20, approx: true,", "20 → about 20 kt"),
      ("value: 20,", "between: [20, 33],", "20 → 20 to 33 kt"),
      ("year: 2025}", "year: 2025, comparator: \">=\"}", "at most 20 → at least 20 kt"),
      ("value: 20,", "direction: down,", "20 kt → decrease; direction none → down"),
      ("value: 20,", "text: less dust,", "20 kt → less dust"),
      ("value: 35", "value: 40", "baseline 35 (2020) → 40 kt (2020)"),
      ("unit: kt", "unit: t", "20 kt → 20 t; baseline 35 kt (2020) → 35 t (2020); unit kt → t"),
      ("unit: kt", "unit: kt\n  kind: ceiling", "20 → at most 20 kt; kind Level → Ceiling"),
      ("  target: {value: 20, year: 2025}\n", "", "20 kt (2025) → none"),
    ])
  func softened(_ old: String, _ new: String, _ difference: String) async throws {
    let (folder, findings) = try await changed(old, to: new)
    #expect(findings.count == 1, "\(findings)")
    let page = try #require(folder.text("Output/indicators/pm/index.html"))
    #expect(
      page.contains("<li>\(difference), against the snapshot of March 2023;"),
      "\(page.between("<ul class=\"target-changes\">", "</ul>"))")
  }

  @Test("A missing indicator, and changed rules and descriptions, are on the plan's page")
  func others() async throws {
    let (gone, _) = try await changed("- id: jobs\n  name: Jobs\n  target: 300000000\n  from: first\n", to: "")
    #expect(
      try #require(gone.text("Output/index.html")).contains(
        "<li>Jobs: in the snapshot of March 2023 (target: 300 million (2025)) but since removed; no reason given</li>"
      ))
    let (tolerant, _) = try await changed("as-of", to: "tolerance: 0.2\nas-of", in: "Content/site.yaml")
    #expect(
      try #require(tolerant.text("Output/index.html")).contains(
        "<li>the tolerance of the statuses: 5% → 20%, against the snapshot of March 2023, no reason given</li>"))
    let (limit, findings) = try await changed("limit: 5", to: "limit: 6")
    #expect(findings == ["the limit of 'PM' was 5 in the snapshot of 2023-03, and is 6"])
    let page = try #require(limit.text("Output/indicators/pm/index.html"))
    #expect(page.contains("<li>the natural bound: 5 → 6, against the snapshot of March 2023, no reason given</li>"))
    let (renamed, names) = try await changed("name: PM", to: "name: Dust")
    #expect(names == ["the name of 'pm' was PM in the snapshot of 2023-03, and is Dust"])
    #expect(try #require(renamed.text("Output/index.html")).contains("<li>Dust, renamed: PM → Dust, against"))
    let (broken, breaks) = try await changed("limit: 5", to: "limit: 5\n  breaks: [2022]")
    #expect(breaks == ["the breaks of 'PM' were none in the snapshot of 2023-03, and are [2022]"])
    #expect(try #require(broken.text("Output/index.html")).contains("redefined: none → [2022]"))
    let (defined, _) = try await changed("Fine dust.", to: "Dust.")
    #expect(try #require(defined.text("Output/index.html")).contains("the definition: "))
  }

  @Test("A judgement may change with a later day, and is reported without one; one after 'as-of' is a warning")
  func judged() async throws {
    let target = "target: {value: 20, year: 2025}"
    func entry(_ judgement: String) -> String {
      SoftenedTargetTests.entry.replacingOccurrences(
        of: target, with: "target: {text: less dust, year: 2025}\n  judgement: {\(judgement)}")
    }
    let folder = try await site()
    let options = BuildOptions(siteDirectory: folder.path)
    folder.delete("snapshots/2023-03.json")
    folder.write(entry("status: behind, by: us, on: 2022-12-01"), to: "Content/indicators.yaml")
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2023-03.json")
    #expect(try #require(folder.text("snapshots/2023-03.json")).contains("\"on\": \"2022-12-01\""))
    func findings(_ judgement: String) async throws -> [String] {
      folder.write(entry(judgement), to: "Content/indicators.yaml")
      return try await SiteBuild(options).build().diagnostics.map {
        "\($0.message) [\($0.code.rawValue)]"
      }
    }
    #expect(
      try await findings("status: on-track, by: us, on: 2022-12-01") == [
        "the judgement of 'PM' was behind in the snapshot of 2023-03, and is on-track [snapshot.rule]"
      ])
    #expect(try await findings("status: on-track, by: us, on: 2023-02-01") == [])
    // No page says that this status follows from figures by a rule.
    let page = try #require(folder.text("Output/indicators/pm/index.html"))
    #expect(page.contains("<p>Judged by hand, by us, on 1 February 2023</p>") && !page.contains("by a fixed rule"))
    #expect(
      try await findings("status: on-track, by: us, on: 2023-06-01") == [
        "the judgement of 'PM' on 2023-06-01 is left out, because the day is after 'as-of' in site.yaml [audit.after-as-of]"
      ])
  }

  @Test("An indicator without a verdict has no status in the data, and one that moved to another plan is reported")
  func takenAway() async throws {
    let (silent, findings) = try await changed("unit: kt", to: "unit: kt\n  reporting: not-applicable")
    #expect(findings == ["the reporting of 'PM' was none in the snapshot of 2023-03, and is not-applicable"])
    let page = try #require(silent.text("Output/indicators/pm/index.html"))
    #expect(page.contains("what is reported: none → not applicable"))
    #expect(
      try #require(silent.text("Output/index.html")).contains("Not counted: 1 without a verdict (PM, not applicable)."))
    #expect(try #require(silent.text("Output/indicators/pm.json")).contains("\"status\"") == false)
    #expect(try await SiteBuild(BuildOptions(siteDirectory: silent.path)).takeSnapshot().path == nil)
    let jobs = "- {id: jobs, name: Jobs, target: 300}\n"
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\nas-of: 2023-03\n",
      "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: One plan\nperiod: 2021-2025\n---\n",
      "Content/p/indicators.yaml": jobs + "- {id: air, name: Air, target: 5}\n",
      "Content/q/index.md": "---\ntype: plan\ntitle: Another plan\nperiod: 2021-2025\n---\n",
    ])
    let options = BuildOptions(siteDirectory: folder.path)
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2023-03.json")
    folder.write("- {id: air, name: Air, target: 5}\n", to: "Content/p/indicators.yaml")
    folder.write(jobs, to: "Content/q/indicators.yaml")
    let found = try await SiteBuild(options).build().diagnostics.filter { $0.code == .snapshotGone }
    #expect(
      found.map { "\($0.message)" } == [
        "indicator 'jobs' was in the plan '/p' in the snapshot of 2023-03, and is in '/q'"
      ])
    let plan = try #require(folder.text("Output/p/index.html"))
    #expect(plan.contains("<li>Jobs: in the snapshot of March 2023 (target:"))
  }

  @Test("An older change that the snapshot does not have does not give the original target")
  func inventedHistory() async throws {
    let lowered = "value: 20, year: 2025"
    // By 28 it would be (29 − 35) / (28 − 35) = 86 %, ahead.
    let (folder, findings) = try await changed(
      lowered, to: "\(lowered), earlier: [{value: 28, until: 2022-05, by: us, why: cost}]")
    #expect(
      findings == [
        "the history of 'PM' has a target until 2022-05 that the snapshot of 2023-03 does not have: value: 28, year: 2025, comparator: \"<=\""
      ])
    let page = try #require(folder.text("Output/indicators/pm/index.html"))
    #expect(
      page.contains(
        "<li>28 → 20 kt, changed in May 2022 by us, because cost; the newest snapshot does not have this change</li>"
      ))
    #expect(!page.contains("By the target as first set") && !page.contains("class=\"original\""))
    let json = try #require(folder.text("Output/indicators/pm.json"))
    #expect(json.contains("\"inSnapshot\": false") && !json.contains("originalStatus"))
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot().path == nil)
    // Before a true change: the original target is that of the snapshot, 40 % at 40 % of the time.
    let (both, found) = try await changed(
      lowered,
      to:
        "value: 28, year: 2025, earlier: [{value: 30, until: 2022-05, why: cost}, {value: 20, until: 2023-03, why: cost}]"
    )
    #expect(found.count == 1 && found[0].hasPrefix("the history of 'PM' has a target until 2022-05"), "\(found)")
    #expect(
      try #require(both.text("Output/indicators/pm/index.html")).contains(
        "By the target as first set: </span>20 kt (2025) <span class=\"status status-on-track\">"))
    // 28 was not in force at the time of the snapshot.
    let (never, told) = try await changed(
      lowered, to: "value: 20, year: 2025, earlier: [{value: 28, until: 2023-03, why: cost}]")
    #expect(told.count == 1 && told[0].hasPrefix("the history of 'PM' has a target until 2023-03"), "\(told)")
    #expect(try #require(never.text("Output/index.html")).contains("the newest snapshot does not have this change"))
  }

  @Test("A change after 'as-of' is an error")
  func laterChange() async throws {
    let folder = try await site()
    folder.write(
      SoftenedTargetTests.entry.replacingOccurrences(
        of: "value: 20, year: 2025", with: "value: 28, year: 2025, earlier: [{value: 20, until: 2029-02, why: cost}]"),
      to: "Content/indicators.yaml")
    let built = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build()
    let errors = built.diagnostics.filter { $0.severity == .error }.map { "\($0.message) [\($0.code.rawValue)]" }
    #expect(errors == ["the target of 'PM' is changed in 2029-02, after 'as-of' in site.yaml [indicator.target]"])
  }

  @Test("Putting off the next figure is reported, unless a new one came in the meantime")
  func putOff() async throws {
    let folder = try await site()
    let options = BuildOptions(siteDirectory: folder.path)
    func entry(_ day: String, _ more: String = "") -> String {
      SoftenedTargetTests.entry.replacingOccurrences(of: "limit: 5", with: "limit: 5\n  next-update: \(day)")
        .replacingOccurrences(of: "2022: 29}", with: "2022: 29\(more)}")
    }
    func findings(_ text: String) async throws -> [String] {
      folder.write(text, to: "Content/indicators.yaml")
      return try await SiteBuild(options).build().diagnostics.map { "\($0.message) [\($0.code.rawValue)]" }
    }
    let late =
      "the next figure of 'PM' is due only on 2099-01-01, later than its usual interval; until then it is not reported as overdue [audit.next-update]"
    #expect(
      try await findings(entry("2099-01-01")).sorted() == [
        late, "the next-update of 'PM' was none in the snapshot of 2023-03, and is 2099-01-01 [snapshot.rule]",
      ])
    #expect(
      try #require(folder.text("Output/indicators/pm/index.html")).contains(
        "<li>the day of the next figure: none → 1 January 2099, against the snapshot of March 2023, no reason given</li>"
      ))
    // A day within a year of the target's time puts nothing off.
    #expect(try await findings(entry("2023-06-30")) == [])
    folder.delete("snapshots/2023-03.json")
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2023-03.json")
    #expect(try #require(folder.text("snapshots/2023-03.json")).contains("\"next-update\": \"2023-06-30\""))
    #expect(
      try await findings(entry("2024-06-30")) == [
        "the next-update of 'PM' was 2023-06-30 in the snapshot of 2023-03, and is 2024-06-30 [snapshot.rule]"
      ])
    folder.write("title: Site\nlanguages: [en]\nas-of: 2024-03\n", to: "Content/site.yaml")
    #expect(try await findings(entry("2024-06-30", ", 2023: 28")) == [])
  }

  @Test("Targets that the snapshot does not have are counted on the plan's page and named by check")
  func unknown() async throws {
    let folder = try await site()
    let options = BuildOptions(siteDirectory: folder.path)
    let text = try #require(folder.text("snapshots/2023-03.json"))
    let start = try #require(text.range(of: "\"indicators\": ["))
    let end = try #require(text.range(of: "\n  ],\n  \"addresses\""))
    folder.write(
      text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: ""), to: "snapshots/2023-03.json")
    let notes = try await SiteBuild(options).check().diagnostics.filter { $0.code == .snapshotUnknown }
    #expect(
      printedMessages(notes) == ["2 targets are not in the snapshot of 2023-03: 'PM', 'Jobs' [snapshot.unknown]"])
    #expect(try await SiteBuild(options).build().diagnostics.isEmpty)
    let plan = try #require(folder.text("Output/index.html"))
    #expect(
      plan.contains(
        "no change since then was found. 2 targets are not in that snapshot, so changes to them cannot be detected."))
  }

  @Test("The target of a part is compared as well")
  func part() async throws {
    let entry = """
      - id: emp
        name: Employment
        unit: "%"
        from: first
        baseline: 60
        target: 75
        parts: [{where: {Sex: F}, name: Women, baseline: 50, target: 70}]

      """
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/site.yaml": "title: Site\nlanguages: [en]\nas-of: 2023-03\n", "Content/indicators.yaml": entry,
        "Content/indicators/emp.csv": "Year,Sex,Value\n2021,,61\n2021,F,52\n2022,,62\n2022,F,54\n",
      ]) { $1 })
    let options = BuildOptions(siteDirectory: folder.path)
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2023-03.json")
    func findings(_ old: String, _ new: String) async throws -> [String] {
      folder.write(entry.replacingOccurrences(of: old, with: new), to: "Content/indicators.yaml")
      return printedMessages(try await SiteBuild(options).build().diagnostics)
    }
    #expect(try await findings("target: 70", "target: 70") == [])
    #expect(
      try await findings("target: 70", "target: 60") == [
        "the target of 'F' of 'Employment' was 70 in the snapshot of 2023-03, and is 60 [snapshot.target]"
      ])
    let page = try #require(folder.text("Output/indicators/emp/index.html"))
    #expect(
      page.contains(
        "<li>the target of a part: F, value: 70 → F, value: 60, against the snapshot of March 2023, no reason given</li>"
      ))
    #expect(try await SiteBuild(options).takeSnapshot().path == nil)
    #expect(
      try await findings(", baseline: 50, target: 70", "") == [
        "the part 'F' of 'Employment' no longer has a target, but had one in the snapshot of 2023-03 [snapshot.gone]"
      ])
    #expect(
      try await findings("target: 70", "target: {value: 60, earlier: [{value: 70, until: 2023-03, why: cost}]}") == [])
    #expect(
      try #require(folder.text("Output/indicators/emp/index.html")).contains(
        "<li>70% → 60%, changed in March 2023, because cost</li>"))
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2023-03.json")
    #expect(
      try await findings("target: 70", "target: 60") == [
        "the target of the part 'F' of 'Employment' was changed in 2023-03, and its history no longer records this change, which the snapshot of 2023-03 has [snapshot.history]"
      ])
  }

  private func printedMessages(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.message) [\($0.code.rawValue)]" }
  }

  @Test("In Chinese")
  func chinese() async throws {
    let (folder, _) = try await changed("value: 20", to: "value: 28", "zh-CN")
    let page = try #require(folder.text("Output/indicators/pm/index.html"))
    #expect(page.contains("<li>20 → 28 kt，与2023年3月存档不同，未说明何时、由谁、因何调整</li>"))
    let plan = try #require(folder.text("Output/index.html"))
    #expect(plan.contains("目标已与2023年3月的存档核对，其后的调整均列于此。"))
    let (gone, _) = try await changed(
      "- id: jobs\n  name: Jobs\n  target: 300000000\n  from: first\n", to: "", "zh-CN")
    #expect(
      try #require(gone.text("Output/index.html")).contains("Jobs：2023年3月存档中有此指标，目标为30,000万（2025年），现已不在，未说明原因"))
  }

  @Test("An entry that was taken out of a history is shown as the snapshot has it")
  func lostEntry() async throws {
    let folder = try await site()
    let declared = SoftenedTargetTests.entry.replacingOccurrences(
      of: "value: 20, year: 2025",
      with: "value: 28, year: 2025, earlier: [{value: 20, until: 2023-03, by: us, why: cost}]")
    folder.write(declared, to: "Content/indicators.yaml")
    let options = BuildOptions(siteDirectory: folder.path)
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2023-03.json")
    folder.write(
      SoftenedTargetTests.entry.replacingOccurrences(of: "value: 20", with: "value: 28"), to: "Content/indicators.yaml")
    let found = try await SiteBuild(options).build().diagnostics
    #expect(found.map(\.code.rawValue).contains("snapshot.history"))
    let page = try #require(folder.text("Output/indicators/pm/index.html"))
    #expect(page.contains("<li>20 → 28 kt, changed in March 2023 by us, because cost</li>"))
  }

  @Test("Without a change the plan's page only names the snapshot that its targets were compared with")
  func unchanged() async throws {
    let folder = try await site()
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build().diagnostics.isEmpty)
    let plan = try #require(folder.text("Output/index.html"))
    #expect(plan.contains("compared with the snapshot of March 2023"))
    #expect(!plan.contains("changed-targets\"") && !plan.contains("undeclared-changes\""))
  }
}

extension String {
  fileprivate func between(_ start: String, _ end: String) -> String {
    guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return "" }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
