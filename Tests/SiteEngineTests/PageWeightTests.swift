import Foundation
import SiteEngine
import SiteModel
import TestSupport
import Testing

/// The estimates by which lists are spread over pages, against the bytes of built pages.
struct PageWeightTests {
  /// How many bytes a page grows by with each row.
  private func bytesOfRow(in page: String, _ counts: (few: Int, many: Int), _ site: (Int) -> [String: String])
    async throws -> Double
  {
    var sizes: [Int] = []
    for count in [counts.few, counts.many] {
      let folder = TemporaryFolder(site(count))
      #expect(try await build(folder).findings == "")
      sizes.append(try #require(folder.text("Output/\(page)")).utf8.count)
    }
    return Double(sizes[1] - sizes[0]) / Double(counts.many - counts.few)
  }

  private func site(_ files: [String: String]) -> [String: String] {
    [
      "Content/site.yaml": "title: Site\nlanguages: [en]\nsearch: false\ndownloads: {excel: false}\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      "Content/departments.yaml": "- {id: roads, name: Roads department}\n- {id: parks, name: Parks department}\n",
    ].merging(files) { _, new in new }
  }

  private func indicators(_ count: Int, _ more: String = "") -> [String: String] {
    let rows = (1...count).map { number in
      """
      - {id: i\(number), name: "Share of households with a garden, district \(number)", unit: "%", target: 50,
         baseline: {year: 2020, value: 30}, values: {2021: 32.5, 2022: 36.1, 2023: 38}, source: Survey of households,
         department: \(number % 2 == 0 ? "roads" : "parks")\(more)}

      """
    }
    return site(["Content/indicators.yaml": rows.joined()])
  }

  /// Names and units differ from site to site, so an estimate is right to a factor of about two.
  private func isNear(_ bytes: Double, _ estimate: Int) -> Bool {
    Double(estimate) * 0.4...Double(estimate) * 2 ~= bytes
  }

  @Test("The row of an indicator takes about as much as is estimated")
  func indicatorRow() async throws {
    let bytes = try await bytesOfRow(in: "indicators/index.html", (50, 150)) { indicators($0) }
    #expect(isNear(bytes, PageWeight.indicatorRow), "\(bytes)")
  }

  @Test("The row of an action takes about as much as is estimated")
  func actionRow() async throws {
    let bytes = try await bytesOfRow(in: "actions/index.html", (40, 90)) { count in
      let rows = (1...count).map {
        """
        - {id: a\($0), name: "Plant trees along the streets of district \($0)", start: 2021-03, due: 2024-06,
           state: started, department: \($0 % 2 == 0 ? "roads" : "parks")}

        """
      }
      return site(["Content/actions.yaml": rows.joined()])
    }
    #expect(isNear(bytes, PageWeight.actionRow), "\(bytes)")
  }

  @Test("The line of an indicator on the page of what is reported takes about as much as is estimated")
  func reportingRow() async throws {
    let bytes = try await bytesOfRow(in: "indicators/reporting/index.html", (50, 150)) {
      indicators($0, ", reporting: complete")
    }
    #expect(isNear(bytes, PageWeight.reportingRow), "\(bytes)")
  }

  @Test("A chart of a progress page takes about as much as is estimated")
  func chart() async throws {
    // 24 charts on the first page, then 60 and 36 with nothing else.
    let folder = TemporaryFolder(indicators(120))
    #expect(try await build(folder).findings == "")
    let sizes = try [2, 3].map {
      try #require(folder.text("Output/progress-summary/\($0)/index.html")).utf8.count
    }
    let bytes = Double(sizes[0] - sizes[1]) / 24
    #expect(isNear(bytes, PageWeight.chart), "\(bytes)")
  }
}
