import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Two states of a site, compared.
struct SiteDifferenceTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\n", "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\nnumbering: decimal\n---\nText.\n",
    "Content/p/1-roads.md": "---\ntitle: Roads\n---\nWe build two roads.\n",
    "Content/p/2-parks.md": "---\ntitle: Parks\n---\nParks are green.\n",
    "Content/p/3-old.md": "---\ntitle: Old\n---\nGone soon.\n",
    "Content/p/indicators.yaml":
      "- {id: riders, name: Riders, target: 50, baseline: 40}\n- {id: trees, name: Trees, target: 9, baseline: 1}\n",
    "Content/p/actions.yaml": "- {id: tram, name: Tram, due: 2026}\n- {id: bus, name: Bus, due: 2026}\n",
  ]

  private func difference(_ changes: [String: String]) async throws -> SiteDifference {
    let (old, new) = (
      TemporaryFolder(site), TemporaryFolder(site.merging(changes) { $1 }.filter { !$0.value.isEmpty })
    )
    return SiteDifference(
      from: try #require(try await SiteState.read(folder: old.path, jobs: 2).value),
      to: try #require(try await SiteState.read(folder: new.path, jobs: 2).value))
  }

  @Test("Targets, rules, sections and actions that were changed, added, dropped and moved")
  func whole() async throws {
    let found = try await difference([
      "Content/p/index.md":
        "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\ntolerance: 0.1\nnumbering: decimal\n---\nText.\n",
      "Content/p/1-roads.md": "---\ntitle: Roads\n---\nWe plan two roads.\n", "Content/p/2-parks.md": "",
      "Content/p/2-green.md": "---\ntitle: Green city\n---\nParks are green.\n", "Content/p/3-old.md": "",
      "Content/p/4-new.md": "---\ntitle: New\n---\nSomething else.\n",
      "Content/p/indicators.yaml":
        "- {id: riders, name: Riders, target: 45, baseline: 40}\n- {id: air, name: Air, target: 9, baseline: 1}\n",
      "Content/p/actions.yaml": "- {id: tram, name: Tram line, due: 2028}\n",
    ])
    #expect(
      found.lines.map(\.english) == [
        "Targets", "  ~ Riders  [riders]", "      value: 50 → 45", "  + Air  [air]", "      value: 9",
        "      year: 2028",
        "      comparator: \">=\"", "      baseline: {year: 2023, value: 1}", "      kind: level", "  - Trees  [trees]",
        "      value: 9", "      year: 2028", "      comparator: \">=\"", "      baseline: {year: 2023, value: 1}",
        "      kind: level", "Rules of statuses", "  ~ Plan  [p]", "      tolerance: 5% → 10%", "Sections",
        "  ~ 1 Roads  [p/roads]", "      words removed: 1, added: 1", "      We [-build-]{+plan+} two roads.",
        "  > 2 Green city  [p/green]", "      p/parks → p/green", "      Parks → Green city", "  + 3 New  [p/new]",
        "      words: 2", "  - 3 Old  [p/old]", "      words: 2", "Actions", "  ~ Tram line  [tram]",
        "      name: Tram → Tram line", "      due: 2026 → 2028", "  - Bus  [bus]", "      due: 2026",
        "      state: planned",
      ])
    let json = String(decoding: found.json, as: UTF8.self)
    #expect(json.contains("\"removed\": \"build\"") && json.contains("\"oldPath\": \"p/parks\""))
  }

  @Test("A page shows readers a revision: who changed a target and why, texts word by word, actions")
  func page() async throws {
    let changes = [
      "Content/p/index.md":
        "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\ntolerance: 0.1\nnumbering: decimal\n---\nText.\n\n::indicators\n",
      "Content/p/1-roads.md": "---\ntitle: Roads\n---\n# We plan two *roads*.\n",
      "Content/p/3-old.md": "",
      "Content/p/indicators.yaml": """
      - {id: riders, name: Riders, target: {value: 45, earlier: [{value: 50, until: 2026-03, by: the council, why: the tram is late}]}, baseline: 40}
      - {id: trees, name: Trees, target: 12, baseline: 1}
      - {id: air, name: Air, target: 9, baseline: 1}

      """,
      "Content/p/actions.yaml": """
      - {id: tram, name: Tram line, due: 2028}
      - {id: ferry, name: Ferry, start: 2027, due: 2027, state: delayed, earlier: [{start: none, due: 2026, until: 2026-03, by: the council, why: the quay sank}]}

      """,
    ]
    let before = site.merging([
      "Content/p/1-roads.md": "---\ntitle: Roads\n---\n# We build two *roads*.\n",
      "Content/p/actions.yaml": try #require(site["Content/p/actions.yaml"])
        + "- {id: ferry, name: Ferry, due: 2026}\n",
    ]) { $1 }
    let (old, new) = (
      TemporaryFolder(before), TemporaryFolder(before.merging(changes) { $1 }.filter { !$0.value.isEmpty })
    )
    let text = ChangesPage(
      from: try #require(try await SiteState.read(folder: old.path, jobs: 2).value),
      to: try #require(try await SiteState.read(folder: new.path, jobs: 2).value)
    ).text(title: nil)
    #expect(
      text == """
        ---
        type: page
        title: What changed
        ---

        ## Changed targets

        - Riders: 50 → 45, changed in March 2026 by the council, because the tram is late
        - Trees: 9 → 12, no reason given
        - Air: new, 9 (2028)

        ## Rules of the statuses

        - the tolerance of the statuses: 5% → 10%, no reason given

        ## Sections

        ### 1 Roads

        > We ~~build~~ **plan** two roads.

        ### 3 Old

        Dropped.

        ## Actions

        - Tram line: renamed Tram → Tram line, no reason given; due: 2026 → 2028, no reason given
        - Ferry: start: none → 2027; due: 2026 → 2027, changed in March 2026 by the council, because the quay sank; state: planned → delayed, no reason given
        - Bus: dropped, no reason given

        """)
    new.write(text, to: "Content/changes.md")
    #expect(try await build(new).findings == "")
    #expect(new.text("Output/changes/index.html")?.contains("<del>build</del> <strong>plan</strong>") == true)
  }

  @Test("Texts are compared as readers see them: not as source with marks, links, tables and directives")
  func readersText() async throws {
    func text(_ word: String) -> String {
      """
      ---
      title: Roads
      ---
      **\(word)** of [the roads](2-parks.md), see
      :ref[riders]: :value[riders], :target[riders].

      | Road | Length |
      | --- | --- |
      | \(word) | 4 |

      ::chart{id=riders}

      """
    }
    let before = site.merging(["Content/p/1-roads.md": text("Most")]) { $1 }
    let (old, new) = (
      TemporaryFolder(before), TemporaryFolder(before.merging(["Content/p/1-roads.md": text("All")]) { $1 })
    )
    let states = (
      try #require(try await SiteState.read(folder: old.path, jobs: 2).value),
      try #require(try await SiteState.read(folder: new.path, jobs: 2).value)
    )
    #expect(
      SiteDifference(from: states.0, to: states.1).lines.map(\.english).last
        == "      [-Most-]{+All+} of the roads, see Riders: …, 50. Road Length [-Most-]{+All+}")
    #expect(
      ChangesPage(from: states.0, to: states.1).text(title: nil).hasSuffix(
        "\n> ~~Most~~ **All** of the roads, see Riders: …, 50. Road Length ~~Most~~ **All**\n"))
  }

  @Test("An empty page, such as the one that is about to be written, is overlooked")
  func emptyPage() async throws {
    let folder = TemporaryFolder(site.merging(["Content/changes.md": ""]) { $1 })
    let state = try await SiteState.read(folder: folder.path, jobs: 1)
    #expect(state.value != nil && state.diagnostics.isEmpty)
  }

  @Test("Nothing differs from itself")
  func same() async throws {
    let found = try await difference([:])
    #expect(found.isEmpty && found.lines.isEmpty && found.hasTexts && found.hasActions)
  }

  @Test("Changes by the passing of time alone are listed separately; a section that moves takes its actions along")
  func byTime() async throws {
    let changes = [
      "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2027-12\n",
      "Content/p/2-parks.md": "", "Content/p/1-roads/index.md": "---\ntitle: Roads\n---\nWe build two roads.\n",
      "Content/p/1-roads.md": "", "Content/p/1-roads/1-parks.md": "---\ntitle: Parks\n---\nParks are green.\n",
      "Content/p/actions.yaml":
        "- {id: tram, name: Tram, due: 2026, section: roads/parks}\n- {id: bus, name: Bus, due: 2026, section: old}\n",
    ]
    let before = site.merging([
      "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-12\n",
      "Content/p/actions.yaml":
        "- {id: tram, name: Tram, due: 2026, section: parks}\n- {id: bus, name: Bus, due: 2026, section: parks}\n",
    ]) { $1 }
    let (old, new) = (
      TemporaryFolder(before), TemporaryFolder(before.merging(changes) { $1 }.filter { !$0.value.isEmpty })
    )
    let states = (
      try #require(try await SiteState.read(folder: old.path, jobs: 2).value),
      try #require(try await SiteState.read(folder: new.path, jobs: 2).value)
    )
    let found = SiteDifference(from: states.0, to: states.1)
    #expect(found.actionsByTime.map(\.name) == ["Tram"])
    #expect(
      found.lines.map(\.english).suffix(6)
        == [
          "Actions", "  ~ Bus  [bus]", "      section: 2 Parks → 2 Old", "      state: planned → overdue",
          "By the passing of time", "  ~ Tram  [tram]", "      state: planned → overdue",
        ].suffix(6))
    #expect(
      ChangesPage(from: states.0, to: states.1).text(title: nil).hasSuffix(
        "\n\n## By the passing of time\n\n- Tram: state: planned → overdue\n"))
  }

  @Test("A snapshot is compared by its targets and rules")
  func snapshot() async throws {
    let folder = TemporaryFolder(
      site.merging(["Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2026-03\n"]) { $1 })
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    let old = try #require(try SiteState.read(snapshot: "\(folder.path)/snapshots/2026-03.json").value)
    let same = try #require(try await SiteState.read(folder: folder.path, jobs: 1).value)
    #expect(SiteDifference(from: old, to: same).isEmpty)
    let other = TemporaryFolder(
      site.merging(["Content/p/indicators.yaml": "- {id: riders, name: Riders, target: 45, baseline: 40}\n"]) { $1 })
    let new = try #require(try await SiteState.read(folder: other.path, jobs: 1).value)
    let found = SiteDifference(from: old, to: new)
    #expect(!found.hasTexts && found.hasActions && found.sections.isEmpty)
    #expect(
      found.lines.map(\.english).prefix(4) == [
        "Targets", "  ~ Riders  [riders]", "      value: 50 → 45", "  - Trees  [trees]",
      ])
  }

  @Test(
    "A section that others push aside is no change; one that changes places is",
    arguments: [
      (["a", "b", "c"], ["a", "n", "b", "c"], ["added n"]), (["a", "b", "c"], ["c", "a", "b"], ["moved c"]),
      (["a", "b", "b/x", "b/y"], ["a", "k", "k/x", "k/y"], ["moved k from b"]),
      (["a", "b", "b/x"], ["a", "a/x"], ["moved a/x from b/x", "removed b"]),
    ])
  func order(old: [String], new: [String], expected: [String]) {
    #expect(shown(difference(sections(old), sections(new))) == expected)
  }

  private func sections(_ paths: [String]) -> [SiteState.Section] {
    // A title and a text go with the last part of a path; k is b under another name.
    paths.enumerated().map { number, path in
      let name = path.split(separator: "/").last.map { $0 == "k" ? "b" : String($0) } ?? ""
      return SiteState.Section(path: path, number: "\(number + 1)", title: name.uppercased(), text: "Text of \(name)")
    }
  }

  private func difference(_ old: [SiteState.Section], _ new: [SiteState.Section]) -> SiteDifference {
    SiteDifference(
      from: SiteState(sections: old, targets: [], actions: []), to: SiteState(sections: new, targets: [], actions: []))
  }

  private func shown(_ difference: SiteDifference) -> [String] {
    difference.sections.map { "\($0.change.rawValue) \($0.path)" + ($0.oldPath.map { " from \($0)" } ?? "") }
  }

  @Test("Random edits of two states are found again, whatever they were", .randomInput)
  func randomStates() {
    let input = RandomInput(seed: 33, rounds: 300)
    var generator = input.generator
    for _ in 0..<input.rounds {
      let count = Int.random(in: 0...12, using: &generator)
      var expected: [String] = []
      var (oldSections, newSections): ([SiteState.Section], [SiteState.Section]) = ([], [])
      var (oldTargets, newTargets): ([SiteState.Entry], [SiteState.Entry]) = ([], [])
      var gone: [String] = []
      for number in 0..<count {
        let (path, text) = ("s\(number)", "Text \(number)\n")
        let section = SiteState.Section(path: path, title: "T\(number)", text: text)
        let facts = [(key: "value", value: "\(number)"), (key: "year", value: "2025")]
        let entry = SiteState.Entry(key: path, name: "T\(number)", facts: facts)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
          newSections.append(section)
          newTargets.append(entry)
          expected.append("added \(path)")
        case 1:
          oldSections.append(section)
          oldTargets.append(entry)
          gone.append("removed \(path)")
        case 2:
          oldSections.append(section)
          oldTargets.append(entry)
          newSections.append(SiteState.Section(path: path, title: "T\(number)", text: text + "More.\n"))
          newTargets.append(SiteState.Entry(key: path, name: "T\(number)", facts: [facts[0], ("year", "2026")]))
          expected.append("changed \(path)")
        case 3:
          oldSections.append(section)
          oldTargets.append(entry)
          newSections.append(SiteState.Section(path: "m\(number)", title: "New \(number)", text: text))
          newTargets.append(entry)
          expected.append("moved m\(number) from \(path)")
        default:
          oldSections.append(section)
          oldTargets.append(entry)
          newSections.append(section)
          newTargets.append(entry)
        }
      }
      let found = SiteDifference(
        from: SiteState(sections: oldSections, targets: oldTargets, actions: oldTargets),
        to: SiteState(sections: newSections, targets: newTargets, actions: newTargets))
      #expect(shown(found) == expected + gone)
      let entries = (expected + gone).filter { !$0.hasPrefix("moved") }
      #expect(found.targets.map { "\($0.change.rawValue) \($0.key)" } == entries)
      #expect(found.actions.map { "\($0.change.rawValue) \($0.key)" } == entries)
      #expect(found.targets.allSatisfy { $0.change != .changed || $0.facts.map(\.key) == ["year"] })
    }
  }
}
