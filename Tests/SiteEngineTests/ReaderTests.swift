import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The conclusions of a reader who knows only the pages of a site.
struct ReaderTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: Site\nlanguages: [en]\nas-of: 2024-06\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/departments.yaml": "- {id: roads, name: Roads}\n- {id: parks, name: Parks}\n",
    "Content/p/index.md":
      "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nWe have :value[homes] of :target[homes], and are :status[homes]. :status[homes], we are.\n\n:status[homes]\n",
    "Content/p/indicators.yaml": """
    - {id: homes, name: Homes, unit: homes, kind: increase, measure: annual, target: 480, values: {2021: 18, 2022: 20, 2023: 29}, department: roads}
    - {id: b, name: B, baseline: 0, target: 10, values: {2022: 3}, department: roads}
    - {id: c, name: C, baseline: 0, target: 10, values: {2022: 3}}
    - {id: d, name: D, baseline: 0, target: 10, values: {2022: 3}}
    - {id: e, name: E, baseline: 0, target: 10, values: {2022: 90}, department: parks}

    """,
    "Content/q/index.md": "---\ntype: plan\ntitle: Other plan\nperiod: 2021-2025\n---\nText.\n",
    "Content/q/indicators.yaml": "- {id: f, name: F, baseline: 0, target: 10, values: {2022: 3}}\n",
  ]

  private func built(_ changes: [String: String] = [:]) async throws -> TemporaryFolder {
    let folder = TemporaryFolder(site.merging(changes) { $1 })
    #expect(try await build(folder).built)
    return folder
  }

  @Test("All that are at risk leads to those at risk, also without a script")
  func atRisk() async throws {
    let folder = try await built()
    let front = try #require(folder.text("Output/index.html"))
    #expect(
      front.contains("<a href=\"indicators/index.html?class=at-risk&amp;sort=worst#-at-risk\">All that are at risk (5)")
    )
    let list = try #require(folder.text("Output/indicators/index.html"))
    #expect(
      list.contains(
        "id=\"-at-risk\">All that are at risk: <span class=\"item\"><a href=\"../p/progress-summary/index.html#-at-risk\">Plan</a> (4)</span><span class=\"item\"><a href=\"../q/progress-summary/index.html#-at-risk\">Other plan</a> (1)</span>"
      ), "\(list)")
    #expect(folder.text("Output/p/progress-summary/index.html")?.contains("id=\"-at-risk\"") == true)
  }

  @Test("A figure in a sentence has no arrow beside it, and a status there is in lower case")
  func sentences() async throws {
    let page = try #require(try await built().text("Output/p/index.html"))
    let paragraph = try #require(page.firstMatch(of: /<p>We have .*/)).output
    #expect(!paragraph.contains("status-mark"))
    #expect(
      paragraph.contains(">67 homes so far, of which 29 in 2023</a> of <a") && paragraph.contains(">480 homes</a>"))
    let words = page.matches(of: /status-link".*?status-word">([^<]*)</).map { String($0.output.1) }
    #expect(words == ["behind", "Behind", "Behind"], "\(words)")
  }

  @Test("The parts of a verdict are apart also without styles, and a progress of 900% is over the target")
  func verdict() async throws {
    let folder = try await built()
    let page = try #require(folder.text("Output/indicators/b/index.html"))
    let verdict = try #require(page.firstMatch(of: /<p class="verdict">.*<\/p>/)).output.replacing(/<[^>]*>/, with: "")
    #expect(verdict.contains(" 30% of the way, ") && verdict.contains(" Responsible: Roads"), "\(verdict)")
    #expect(folder.text("Output/indicators/e/index.html")?.contains("<dt>Progress</dt><dd>over target</dd>") == true)
  }

  @Test("A long history shows its newest figures, and the others open below them")
  func longHistory() async throws {
    let values = (1...36).map { "\(2021 + ($0 - 1) / 12)-\(($0 - 1) % 12 < 9 ? "0" : "")\(($0 - 1) % 12 + 1): \($0)" }
    let folder = try await built([
      "Content/p/indicators.yaml":
        "- {id: homes, name: Homes, kind: floor, target: 20, values: {\(values.joined(separator: ", "))}}\n"
    ])
    let page = try #require(folder.text("Output/indicators/homes/index.html"))
    let parts = page.split(separator: "<details class=\"older-figures\"><summary>Earlier figures (24)</summary>")
    #expect(parts.count == 2, "\(page)")
    #expect(parts[0].contains(">December 2023</th>") && !parts[0].contains(">December 2022</th>"))
    #expect(parts.last?.contains(">December 2022</th>") == true && parts.last?.contains(">January 2021</th>") == true)
    #expect(page.contains("<dd>19 of 36 months, the last in July 2022</dd>"))
  }

  @Test("A department with indicators has its bar, and says so if none is at risk")
  func departments() async throws {
    let page = try #require(try await built().text("Output/departments/index.html"))
    let parks = try #require(page.split(separator: "</li>").first { $0.contains(">Parks<") })
    #expect(parks.contains(">0 at risk</span>") && parks.contains("class-bar"), "\(parks)")
  }
}
