import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Snapshots of figures for school and budget years, whose months only the site says.
struct FiscalSnapshotTests {
  @Test(
    "A figure for a school year is in the next snapshot what it was, whenever the year begins and whatever names it",
    arguments: [1, 4, 7, 9, 10], ["start", "end"])
  func unchanged(starts: Int, named: String) async throws {
    func settings(_ asOf: String) -> String {
      "title: School\nlanguages: [en]\nas-of: \(asOf)\nfiscal-year: {starts: \(starts), named: \(named)}\n"
    }
    let folder = TemporaryFolder([
      "Content/site.yaml": settings("2025-06"),
      "Content/index.md": """
      ---
      type: plan
      title: School
      period: 2021-2030
      indicators:
        - {id: a, name: A, unit: "%", baseline: {year: "2021/22", value: 22.5}, target: {year: 2028, value: 12}, values: {"2022/23": 21.9, "2023/24": 20.4}}
        - {id: b, name: B, baseline: {year: FY2021, value: 2}, target: {year: FY2028, value: 12}, values: {FY2022: 3, FY2023: 4}}
      ---
      Text.

      """,
    ])
    let options = BuildOptions(siteDirectory: folder.path)
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2025-06.json")
    folder.write(settings("2025-12"), to: "Content/site.yaml")
    #expect(try await build(folder).findings.contains("snapshot.") == false)
    #expect(folder.text("Output/indicators/a/index.html")?.contains("no reason given") == false)
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2025-12.json")
  }
}
