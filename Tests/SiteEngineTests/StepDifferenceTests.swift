import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The differences between the steps of an action in two states of a site.
struct StepDifferenceTests {
  @Test("Steps that were added, dropped, renamed, moved and done, in lines, in JSON and on the page")
  func steps() async throws {
    func site(_ steps: String) -> TemporaryFolder {
      TemporaryFolder(
        [
          "Content/site.yaml": "title: County\nlanguages: [en]\n",
          "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
          "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nText.\n",
          "Content/p/actions.yaml": "- {id: tram, name: Tram, due: 2028, steps: [\(steps)]}\n",
        ])
    }
    let (old, new) = (
      site(
        "{name: Design, due: 2025}, {name: Deck, due: 2026}, {name: Rails, due: 2027}, {name: Wires, due: 2026-06}, {name: Test}"
      ),
      site(
        "{name: Deck, due: 2027, earlier: [{due: 2026, until: 2026-03, by: the council, why: rain}]}, {name: Rails, due: 2028}, {name: Power, due: 2026-06}, {name: Test, done: 2026-01}, {name: Party}"
      )
    )
    let states = (
      try #require(try await SiteState.read(folder: old.path, jobs: 2).value),
      try #require(try await SiteState.read(folder: new.path, jobs: 2).value)
    )
    let found = SiteDifference(from: states.0, to: states.1)
    #expect(
      found.lines.map(\.english) == [
        "Actions", "  ~ Tram  [tram]", "      progress: 0% → 20%", "      ~ Deck  due: 2026 → 2027",
        "      ~ Rails  due: 2027 → 2028", "      ~ Power  name: Wires → Power", "      ~ Test  done: false → true",
        "      + Party  done: false", "      - Design  due: 2025; done: false",
      ])
    let json = String(decoding: found.json, as: UTF8.self)
    #expect(json.contains("\"steps\": [") && json.contains("\"name\": \"Design\"") && json.contains("\"removed\""))
    let page = ChangesPage(from: states.0, to: states.1).text(title: nil)
    for text in [
      "Deck: 2026 → 2027, changed in March 2026 by the council, because rain",
      "Rails: 2027 → 2028, no reason given", "Wires → Power", "Test: planned → done",
      "Party: new", "Design: dropped, no reason given",
    ] { #expect(page.contains(text), "\(page)") }
    #expect(SiteDifference(from: states.0, to: states.0).isEmpty)
  }
}
