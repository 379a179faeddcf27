import SiteEngine
import TestSupport
import Testing

/// The targets and actions of a section, on its own page and on the page of the whole plan.
struct WholePlanTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: City\nlanguages: [en]\nas-of: 2025-06\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
    "Content/p/1-air.md": "---\ntitle: Air\n---\nClean air on 320 days.\n\n::actions{ids=\"fan\"}\n",
    "Content/p/2-water.md": """
    ---
    title: Water
    ---
    :::actions
    | Task | Due |
    |---|---|
    | Dig a well | 2024 |
    :::

    """,
    "Content/p/3-land.md": "---\ntitle: Land\n---\n:::actions\n| Task |\n|---|\n| Sow |\n:::\n",
    "Content/p/indicators.yaml": """
    - {id: days, name: Clean days, target: 320, values: {2022: 300}, from: {section: air, quote: Clean air on 320 days}}
    - {id: trees, name: Trees, target: 5, values: {2022: 3}, from: {section: land}}

    """,
    "Content/p/actions.yaml": """
    - {id: fan, name: Buy fans, section: air, due: 2023}
    - {id: mask, name: Hand out masks, section: air, due: 2026}
    - {id: pump, name: Build a pump, section: water, due: 2024, department: Works}
    - {id: office, name: Open an office, due: 2026}

    """,
  ]

  private func part(_ page: String, from id: String) throws -> String {
    let start = try #require(page.range(of: "id=\"\(id)\""))
    let rest = page[start.upperBound...]
    return String(rest[..<(rest.range(of: "</section>")?.lowerBound ?? rest.endIndex)])
  }

  @Test("A section lists the targets that it promises and the actions that its text does not show")
  func sections() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let air = try #require(folder.text("Output/p/air/index.html"))
    #expect(try part(air, from: "-section-indicators").contains(">Clean days</a>"))
    let listed = try part(air, from: "-section-actions")
    #expect(listed.contains(">Hand out masks</a>") && !listed.contains("Buy fans"))
    #expect(air.matches(of: /">Buy fans<\/a>/).count == 1)
    let water = try #require(folder.text("Output/p/water/index.html"))
    let rest = try part(water, from: "-section-actions")
    #expect(rest.contains(">Build a pump</a>") && !rest.contains("Dig a well"))
    #expect(try part(#require(folder.text("Output/p/land/index.html")), from: "-section-indicators").contains("Trees"))
  }

  @Test("The whole plan has all texts, late entries, and every action at its end, each id once")
  func whole() async throws {
    let folder = TemporaryFolder(site)
    _ = try await build(folder)
    let page = try #require(folder.text("Output/p/full/index.html"))
    let air = try part(page, from: "section-air")
    for name in ["Clean days", "Buy fans", "Hand out masks"] { #expect(air.contains(">\(name)</a>"), "\(name)") }
    let water = try part(page, from: "section-water")
    for name in ["Dig a well", "Build a pump"] { #expect(water.contains(">\(name)</a>"), "\(name)") }
    #expect(try part(page, from: "section-land").contains(">Trees</a>"))
    let late = try part(page, from: "-late")
    for name in ["Buy fans", "Build a pump", "Dig a well"] { #expect(late.contains(">\(name)</a>"), "\(name)") }
    #expect(late.contains("departments/works/") && !late.contains("masks"))
    let all = try part(page, from: "-actions")
    for name in ["Buy fans", "Hand out masks", "Dig a well", "Sow", "Build a pump", "Open an office"] {
      #expect(all.contains(">\(name)</a>"), "\(name)")
    }
    let ids = page.matches(of: /\ id="([^"]*)"/).map(\.output.1)
    #expect(ids.count == Set(ids).count)
  }
}
