import DataFormats
import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Findings that an author accepts.
struct AcceptanceTests {
  private func site(_ changes: [String: String]) -> [String: String] {
    [
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
      "Content/p/indicators.yaml": stale(""),
    ].merging(changes) { $1 }
  }

  /// 'Old' is out of date.
  private func stale(_ more: String) -> String {
    """
    - {id: new, name: New, baseline: 0, target: 9, values: {2024: 5}}
    - id: old
      name: Old
      baseline: 0
      target: 9
      values: {2021: 2}
    \(more)
    """
  }

  private func check(_ changes: [String: String]) async throws -> (report: CheckReport, text: String) {
    let folder = TemporaryFolder(site(changes))
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    return (report, DiagnosticPrinter(format: .text).print(report.diagnostics))
  }

  @Test("A warning is accepted on its indicator, in its plan and on the site, with the reason")
  func scopes() async throws {
    #expect(try await check([:]).report.diagnostics.map(\.code) == [.auditStale])
    let accept = "accept: {audit.stale: every five years}\n"
    for changes in [
      ["Content/p/indicators.yaml": stale("  \(accept)")],
      ["Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n\(accept)---\nText.\n"],
      ["Content/site.yaml": "title: Site\nlanguages: [en]\n\(accept)"],
    ] {
      let (report, text) = try await check(changes)
      #expect(text == "")
      #expect(report.accepted.map(\.reason) == ["every five years"])
      #expect(report.accepted.map(\.finding.code) == [.auditStale])
    }
  }

  @Test("An acceptance of another indicator takes nothing off, and is found unused")
  func otherIndicator() async throws {
    let register = stale("- {id: c, name: C, baseline: 0, target: 9, values: {2024: 3}, accept: {audit.stale: why}}\n")
    #expect(
      try await check(["Content/p/indicators.yaml": register]).text.contains(
        """
        warning: 'audit.stale' is accepted here, but no longer occurs [accept.unused]
        """))
    #expect(
      try await check(["Content/p/indicators.yaml": register]).report.diagnostics.map(\.code).contains(.auditStale))
  }

  @Test("Rows with accepted errors are left out, and the page says so")
  func rows() async throws {
    let csv = "Year,Value\n2021,1\n2022,abc\n20x3,2\n2021,3\n2024,4\n"
    let accept =
      "accept: {csv.invalid-number: typed so, csv.invalid-period: typed so, csv.duplicate-observation: two surveys}"
    let folder = TemporaryFolder(
      site([
        "Content/p/indicators.yaml": "- {id: a, name: A, baseline: 0, target: 9, \(accept)}\n",
        "Content/p/indicators/a.csv": csv,
      ]))
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    #expect(DiagnosticPrinter(format: .text).print(report.diagnostics) == "")
    #expect(
      report.accepted.map(\.finding.code.rawValue).sorted() == [
        "csv.duplicate-observation", "csv.invalid-number", "csv.invalid-period",
      ])
    let built = try await build(folder)
    #expect(built.built && built.findings == "")
    let page = try #require(folder.text("Output/indicators/a/index.html"))
    #expect(
      page.contains(
        "3 rows of the data file left out (lines 3, 4, 5): no valid period or number, or a period that is there already."
      ))
    #expect(folder.text("Output/indicators/a.json")?.contains("\"leftOutRows\": 3") == true)
  }

  @Test("Other errors cannot be accepted, nor can unknown codes")
  func errors() async throws {
    func text(accepting acceptance: String) async throws -> String {
      try await check([
        "Content/p/index.md":
          "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\naccept: {\(acceptance)}\n---\n[a](b.md)\n"
      ]).text
    }
    let error = try await text(accepting: "link.missing-page: later")
    #expect(error.contains("error: 'link.missing-page' is an error here, and errors cannot be accepted [accept.error]"))
    let unknown = try await text(accepting: "audit.stal: x")
    #expect(unknown.contains("error: 'audit.stal' is not the code of a finding [field.invalid-value]"))
    #expect(unknown.contains("hint: did you mean 'audit.stale'?"))
  }

  @Test("A rhythm of five years makes a figure stale after six, and a figure that is due later is not")
  func rhythm() async throws {
    #expect(try await check(["Content/p/indicators.yaml": stale("  frequency: every 5 years\n")]).text == "")
    #expect(try await check(["Content/p/indicators.yaml": stale("  next-update: 2026-03-01\n")]).text == "")
    #expect(
      try await check(["Content/p/indicators.yaml": stale("  frequency: 每五年\n")]).text.contains(
        "hint: write 'frequency: every 5 years'"))
    #expect(
      try await check(["Content/p/indicators.yaml": stale("  frequency: quarterly\n")]).text.contains(
        "the latest value of 'Old' is for 2021, more than 15 months older than the newest figures of the plan"))
  }

  @Test("The calendar lists overdue entries and those due soon, by department")
  func calendar() async throws {
    let folder = TemporaryFolder(
      site([
        "Content/departments.yaml": "- {id: roads, name: Roads}\n",
        "Content/p/indicators.yaml": """
        - {id: a, name: A, baseline: 0, target: 9, values: {2024: 3}, department: roads}
        - {id: b, name: B, baseline: 0, target: {year: 2024, value: 9}, values: {2023: 3}, department: roads}
        - {id: c, name: C, baseline: 0, target: 9, values: {2024: 3}, next-update: 2025-09-01}

        """,
      ]))
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path))
    func calendar(on day: CalendarDate?) async throws -> String {
      let found = try await build.check(on: day).diagnostics
      return DiagnosticPrinter(format: .text).print(found.filter { $0.code.rawValue.hasPrefix("calendar.") })
    }
    #expect(try await calendar(on: nil) == "")
    #expect(
      try await calendar(on: CalendarDate("2025-08-01"))
        == """
        Content/departments.yaml:1:8: note: Roads: a figure is due soon: 'A' (2025) [calendar.due]
            1 | - {id: roads, name: Roads}
              |        ^~~~~
        hint: ask for the figures, and add them when they are published
        Content/departments.yaml:1:8: note: Roads: a figure is overdue: 'B' (2024) [calendar.over]
            1 | - {id: roads, name: Roads}
              |        ^~~~~
        hint: add the figures, or say when they are due with 'next-update'
        Content/p/index.md:3:8: note: Plan: a figure is due soon: 'C' (2025-09-01) [calendar.due]
            3 | title: Plan
              |        ^~~~
        hint: ask for the figures, and add them when they are published

        """)
  }
}
