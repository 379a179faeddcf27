import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The statements of a site about its indicators, beyond the rules of one indicator.
struct VerdictTests {
  private let site = [
    "Content/site.yaml": "title: Site\nlanguages: [en]\nas-of: 2023-06\n",
    "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n::indicators{}\n",
    "Content/indicators.yaml": """
    - {id: old, name: Old, baseline: 0, target: 100, values: {2021: 20}}
    - {id: new, name: New, baseline: 0, target: 100, values: {2021: 20, 2022: 40, 2023: 60}}
    - {id: late, name: Late, baseline: 0, target: {year: 2022, value: 100}, values: {2021: 5}}
    - {id: open, name: Open, target: {direction: up}, values: {2021: 100, 2022: 110}}
    - {id: path, name: Path, baseline: 0, targets: [{year: 2023, value: 10}], target: 100, values: {2022: 7}}

    """,
  ]

  @Test("Values after 'as-of' are left out with a warning, and the date is beside the figures")
  func asOf() async throws {
    let folder = TemporaryFolder(site)
    let findings = try await build(folder).findings
    #expect(
      findings.contains(
        "the value of 'New' for 2023 is left out, because the period ends after 'as-of' in site.yaml [audit.after-as-of]"
      ))
    #expect(findings.count(where: { $0 == "[" }) == 1)
    let page = try #require(folder.text("Output/index.html"))
    #expect(page.contains("As of the end of June 2023."))
    // The newest figure is for 2022, and the status of Old speaks of 2021.
    #expect(page.contains("On track</span></span><span class=\"status-period\"> in 2021</span>"))
    #expect(page.contains("Data overdue"))
    #expect(page.contains("deadline passed, figure not yet published; last status: Behind"))
    #expect(page.contains("Improving"))
    #expect(page.contains("path 6.7%"))
    let data = try #require(folder.text("Output/data/indicators.json"))
    for text in [
      "\"reason\":\"overdue\"", "\"lastStatus\":\"behind\"", "\"class\":\"on-course\"", "\"status\":\"improving\"",
    ] {
      #expect(data.contains(text), "\(text)")
    }
  }

  @Test(
    "A wrong 'as-of' or 'trend' is an error",
    arguments: ["as-of: 2023", "as-of: soon", "trend: {little-change: -1}", "trend: {little: 1}", "trend: 5"])
  func settings(_ line: String) async throws {
    var broken = site
    broken["Content/site.yaml"] = "title: Site\nlanguages: [en]\n\(line)\n"
    let folder = TemporaryFolder(broken)
    let result = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    #expect(result.diagnostics.contains { $0.severity == .error && $0.location.line == 3 })
  }

  @Test("A quotation with another number, and an increase without a measure")
  func audits() async throws {
    var audited = site
    audited["Content/a.md"] = "---\ntitle: A\n---\n优良天数达到320天。投资5亿元。\n"
    audited["Content/indicators.yaml"] = """
      - {id: days, name: Days, unit: 天, target: 300, from: {section: a, quote: 优良天数达到320天}}
      - {id: sum, name: Sum, unit: 家, target: 7, from: {section: a, quote: 投资5亿元}}
      - {id: grow, name: Grow, kind: increase, target: 9, values: {2021: 1, 2022: 2}}

      """
    let folder = TemporaryFolder(audited)
    let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
    let numbers = found.filter { $0.code == .auditQuoteNumber }
    #expect(numbers.map(\.severity) == [.error, .warning])
    #expect(numbers.first?.message == "the quotation says 320 天, and the target of 'Days' is 300")
    #expect(numbers.first?.related.count == 1)
    #expect(found.filter { $0.code == .auditMeasure }.map(\.location.line) == [3])
  }
}
