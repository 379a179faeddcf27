import Diagnostics
import SiteEngine
import Testing

extension CollectorTests {
  @Test("'check --period' lists what each department owes")
  func missing() async throws {
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check(for: .year(2026))
    #expect(
      DiagnosticPrinter(format: .text).print(report.diagnostics) == """
        Content/departments.yaml: warning: '人社局' owes 1 value for 2026: '新增就业' [collect.missing]
        hint: 'planpress collect --period 2026' makes a workbook to ask for them
        Content/departments.yaml: warning: '生态环境局' owes 2 values for 2026: '优良天数比率', 'PM2.5浓度' [collect.missing]
        hint: 'planpress collect --period 2026' makes a workbook to ask for them

        """)
  }
}
