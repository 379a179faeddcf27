import Foundation
import SiteEngine
import TestSupport
import Testing

/// The answer to "how is it going?" on the front page and the pages of plans, progress and departments.
struct AnswerTests {
  private func site(_ indicators: String) -> [String: String] {
    [
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/departments.yaml": "- {id: roads, name: Roads department}\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\nupdated: 2024-03-05\n---\n",
      "Content/p/indicators.yaml": indicators,
    ]
  }

  private let mixed = """
    - {id: a, name: Met, category: One, target: 5, values: {2022: 5}}
    - {id: b, name: Ahead, category: One, baseline: 0, target: 10, values: {2022: 8}}
    - {id: c, name: Behind a little, category: Two, baseline: 0, target: 10, values: {2022: 3}, department: roads}
    - {id: d, name: Behind far, category: Two, baseline: 0, target: 10, values: {2022: 1}}
    - {id: e, name: Broken, category: Two, kind: ceiling, target: 5, values: {2022: 6.5}}
    - {id: f, name: Unknown, baseline: 0, target: 10}

    """

  @Test("The sentence, the dates, the worst first with value, target, department and reason, and a symbol for each")
  func planPage() async throws {
    let folder = TemporaryFolder(site(mixed))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/index.html"))
    let text = page.replacing(/<[^>]*>/, with: "")
    #expect(text.contains("6 targets: 1 met or held, 1 on course, 3 at risk, 1 cannot be judged."))
    #expect(text.contains("Figures up to 2022"))
    #expect(text.contains("Last change: 5 March 2024"))
    let worst = ["Broken", "Behind far", "Behind a little"].compactMap { page.range(of: ">\($0)</a>")?.lowerBound }
    #expect(worst.count == 3 && worst == worst.sorted())
    #expect(text.contains("1.5 over the limit"))
    #expect(text.contains("30% of the way, 40% expected"))
    // The meanings of the symbols are below them, each once, in the order of the classes.
    let key = try #require(page.firstMatch(of: /<ul class="symbol-key">(.*?)<\/ul>/)?.output.1)
    #expect(
      key.matches(of: /status-word">([^<]*)</).map { String($0.output.1) } == [
        "Achieved early", "Ahead", "Behind", "Breached", "No data yet",
      ])
    #expect(
      page.contains("Responsible: <a class=\"who\" href=\"../departments/roads/index.html\">Roads department</a>"))
    #expect(page.contains("aria-label=\"Behind far: Behind\""))
    // By category, with a heading for indicators without one: two of two, none of three, none of one.
    #expect(text.contains(/One\s[\s\S]*?2 \/ 2[\s\S]*?Two\s[\s\S]*?0 \/ 3[\s\S]*?Other\s[\s\S]*?0 \/ 1/))
  }

  @Test("A plan without categories has one row of symbols, without a heading")
  func noCategories() async throws {
    let folder = TemporaryFolder(site(mixed.replacing(#/ category: \w+,/#, with: "")))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/index.html"))
    #expect(page.contains("<li><span class=\"group-label\"></span>") && page.contains("aria-label=\"Met: Achieved"))
    #expect(page.ranges(of: "class=\"group-label\"").count == 1)
  }

  @Test("A department's page lists the indicators that it supports, apart from those that it leads")
  func supportedIndicators() async throws {
    var files = site(
      """
      - {id: a, name: Led, target: 5, values: {2022: 5}, department: {lead: roads, support: [parks]}}
      - {id: b, name: Both, target: 5, values: {2022: 5}, department: {lead: parks, support: [roads, parks]}}
      - {id: c, name: Of nobody, target: 5, values: {2022: 5}, department: {support: [parks]}}

      """)
    files["Content/departments.yaml"] = "- {id: roads, name: Roads}\n- {id: parks, name: Parks}\n"
    let folder = TemporaryFolder(files)
    _ = try await build(folder)
    let page = try #require(folder.text("Output/departments/parks/index.html"))
    let tables = page.split(separator: "id=\"-supported-indicators\"")
    try #require(tables.count == 2, "\(tables.count)")
    func names(_ text: Substring) -> [String] {
      text.matches(of: /<th scope="row"[^>]*><a [^>]*>([^<]*)</).map { String($0.output.1) }
    }
    #expect(names(tables[0]) == ["Both"] && names(tables[1]) == ["Led", "Of nobody"])
    let other = try #require(folder.text("Output/departments/roads/index.html"))
    #expect(other.contains("Indicators that it supports") && other.contains(">Both</a>"))
  }

  @Test("Binding targets at risk are on the page of all indicators, folded if there are more than five")
  func alerts() async throws {
    for count in [5, 6] {
      let rows = (1...count).map {
        "- {id: i\($0), name: Row \($0), nature: binding, kind: ceiling, target: 5, values: {2022: 6}}\n"
      }
      let folder = TemporaryFolder(site(rows.joined()))
      _ = try await build(folder)
      let page = try #require(folder.text("Output/indicators/index.html"))
      #expect(page.contains("<summary>Binding targets at risk (\(count))</summary>"))
      #expect(page.contains("<details class=\"alerts\" open>") == (count == 5))
    }
  }

  @Test("The front page, the progress page and a department's page have it too, each for its own indicators")
  func otherPages() async throws {
    let folder = TemporaryFolder(site(mixed))
    #expect(try await build(folder).findings == "")
    for (page, sentence) in [
      ("index", "6 targets: "), ("p/progress-summary/index", "6 targets: "), ("departments/roads/index", "1 target: "),
    ] {
      let text = try #require(folder.text("Output/\(page).html")).replacing(/<[^>]*>/, with: "")
      #expect(text.contains(sentence), "\(page)")
    }
    #expect(try #require(folder.text("Output/departments/roads/index.html")).contains("Responsible: ") == false)
  }

  @Test("The front page does not count plans that have published nothing, and says so")
  func plansWithoutFigures() async throws {
    var files = site(mixed)
    files["Content/q/index.md"] = "---\ntype: plan\ntitle: New\nperiod: 2026-2030\n---\n"
    files["Content/q/indicators.yaml"] = "- {id: g, name: G, target: 5}\n- {id: h, name: H, target: 5}\n"
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).built)
    for (page, sentences) in [
      ("index", ["6 targets: 1 met", "Not counted: 2 of plans without figures yet."]),
      ("q/index", ["2 targets: no figures have been published yet."]),
    ] {
      let text = try #require(folder.text("Output/\(page).html")).replacing(/<[^>]*>/, with: "")
      for sentence in sentences { #expect(text.contains(sentence), "\(page): \(sentence)") }
    }
  }

  @Test("The last change is the newest of the pages and of the updates about them, up to as-of")
  func lastChange() async throws {
    var files = site(
      mixed.replacing("id: a, name: Met", with: "id: a, name: Met, updates: [{date: 2024-11-20, text: Done.}]"))
    files["Content/p/actions.yaml"] = """
      - id: x
        name: Pave
        due: 2025
        department: roads
        updates: [{date: 2025-02-03, text: Begun.}, {date: 2026-01-01, text: Later.}]

      """
    files["Content/q/index.md"] = "---\ntype: plan\ntitle: Other\nperiod: 2021-2025\nupdated: 2023-01-01\n---\n"
    files["Content/q/indicators.yaml"] = "- {id: g, name: G, target: 5, values: {2022: 5}}\n"
    files["Content/site.yaml"] = "title: Site\nlanguages: [en]\nas-of: 2025-06\n"
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).built)
    for (page, day) in [
      ("index", "3 February 2025"), ("p/index", "3 February 2025"), ("departments/roads/index", "3 February 2025"),
      ("q/index", "1 January 2023"), ("indicators/index", "3 February 2025"),
    ] {
      let text = try #require(folder.text("Output/\(page).html")).replacing(/<[^>]*>/, with: "")
      #expect(text.contains("Last change: \(day)"), "\(page)")
    }
  }

  @Test(
    "Yearly amounts are shown as their sum, to which the target applies, on cards, in tables and beside the figures")
  func sums() async throws {
    let folder = TemporaryFolder(
      site(
        """
        - id: a
          name: Homes
          unit: homes
          kind: increase
          measure: annual
          target: 480
          values: {2021: 18, 2022: 20, 2023: 29}
        - {id: b, name: One year, unit: homes, kind: increase, measure: annual, target: 480, values: {2021: 18}}

        """))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/index.html"))
    #expect(page.contains("<b>67 homes so far, of which 29 in 2023</b>") && page.contains("<b>18 homes (2021)</b>"))
    #expect(page.contains("class=\"col-latest\">67<span class=\"reason\">of which 29 in 2023</span>"))
    let indicator = try #require(folder.text("Output/indicators/a/index.html"))
    #expect(indicator.contains("<dd>67 homes so far</dd><dd class=\"figure-note\">29 homes (2023)</dd>"))
  }

  @Test("A long unit appears once on a card, in a row and beside the figures; a sign is with each figure")
  func longUnits() async throws {
    let folder = TemporaryFolder(
      site(
        """
        - id: a
          name: Emissions
          unit: tonnes of carbon dioxide per resident
          baseline: 6
          target: {value: 3, earlier: [{value: 2.5, until: 2022-01, why: Late}]}
          values: {2022: 5.9}
        - id: b
          name: Near a stop
          unit: "% of households within 400 m"
          baseline: 50
          target: 80
          values: {2022: 51}

        """))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/index.html"))
    // It is also in the sentence on the changed target, after the newer figure.
    #expect(page.ranges(of: "tonnes of carbon dioxide per resident").count == 3)
    #expect(page.contains("<p class=\"at-risk-unit\">tonnes of carbon dioxide per resident</p>"))
    #expect(page.contains("<b>5.9 (2022)</b>") && page.contains("<b>51% (2022)</b>"))
    #expect(page.contains("first set: 2.5 (2025)"))
    #expect(page.ranges(of: "% of households within 400 m").count == 2)
    let indicator = try #require(folder.text("Output/indicators/a/index.html"))
    #expect(indicator.contains("<p class=\"figure-unit\">Unit: tonnes of carbon dioxide per resident</p>"))
    #expect(indicator.contains("<dt>Target</dt><dd>3 (2025)</dd>"))
  }

  @Test("Without any figure the page says so, and shows no bar and no symbols")
  func noFigures() async throws {
    let folder = TemporaryFolder(site("- {id: a, name: A, target: 5}\n- {id: b, name: B, target: 5}\n"))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/index.html"))
    #expect(page.contains("2 targets: no figures have been published yet."))
    #expect(!page.contains("class-bar") && !page.contains("group-symbols"))
  }

  @Test("Without indicators there is no answer")
  func noIndicators() async throws {
    var files = site("")
    files["Content/p/indicators.yaml"] = nil
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    #expect(try #require(folder.text("Output/p/index.html")).contains("answer-sentence") == false)
  }

  @Test("Hundreds of indicators have a bar for each group, and those at risk are cut with a link to all")
  func manyIndicators() async throws {
    let rows = (1...240).map {
      "- {id: i\($0), name: I\($0), category: C, baseline: 0, target: 10, values: {2022: 1}}\n"
    }
    let folder = TemporaryFolder(site(rows.joined()))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/index.html"))
    #expect(page.contains("<span class=\"group-symbols\"><svg class=\"class-bar\""))
    #expect(page.components(separatedBy: "<p class=\"at-risk-name\">").count - 1 == 6)
    #expect(page.contains("<a href=\"../p/progress-summary/index.html\">All that are at risk (240)</a>"))
  }
}
