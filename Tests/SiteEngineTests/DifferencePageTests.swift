import SiteEngine
import TestSupport
import Testing
import Words

/// The differences between two states beside targets and texts of the main language, and the page that is made of it.
struct DifferencePageTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-12\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nText.\n",
    "Content/p/indicators.yaml":
      "- {id: riders, name: Riders, target: 50, baseline: 40, department: Roads}\n- {id: trees, name: Trees, target: 9, baseline: 1}\n",
    "Content/p/actions.yaml":
      "- {id: tram, name: Tram, due: 2026, indicators: [riders]}\n- {id: bus, name: Bus, due: 2026}\n",
  ]

  private func state(_ folder: TemporaryFolder) async throws -> SiteState {
    try #require(try await SiteState.read(folder: folder.path, jobs: 2).value)
  }

  private func states(_ changes: [String: String]) async throws -> (old: SiteState, new: SiteState) {
    let new = TemporaryFolder(site.merging(changes) { $1 })
    return (try await state(TemporaryFolder(site)), try await state(new))
  }

  @Test("The page names the two times and the plan, and has names of its own")
  func subject() async throws {
    let (old, new) = try await states([
      "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2026-06\n",
      "Content/p/indicators.yaml":
        "- {id: riders, name: Riders by bus, target: 50, baseline: 40, department: Roads}\n- {id: trees, name: Trees, target: 9, baseline: 1}\n",
    ])
    let page = ChangesPage(from: old, to: new).text(title: nil)
    #expect(
      page == """
        ---
        type: page
        title: What changed
        ---

        Changes to Plan from December 2025 to June 2026.

        ## Names

        - Riders → Riders by bus, no reason given

        """)
  }

  @Test("Several plans are one list with its last word; names with commas are quoted, and facts begin in lower case")
  func listsOfNames() async throws {
    let plan = "---\ntype: plan\ntitle: Second plan\nperiod: 2024-2028\n---\nText.\n"
    let indicators =
      "- {id: jobs, name: 'Employment, ages 16 to 64', target: 50, baseline: 40}\n- {id: trees, name: Trees, target: 9, baseline: 1}\n"
    func folder(_ asOf: String, _ action: String) -> TemporaryFolder {
      TemporaryFolder(
        site.merging([
          "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: \(asOf)\n", "Content/q/index.md": plan,
          "Content/p/indicators.yaml": indicators, "Content/p/actions.yaml": "- {id: tram, name: Tram, \(action)}\n",
        ]) { $1 })
    }
    let old = try await state(
      folder("2025-12", "indicators: [jobs, trees], department: {lead: A, support: ['Roads, parks', Finance]}"))
    let new = try await state(folder("2026-06", "indicators: [jobs], department: {lead: A, support: [Finance]}"))
    let page = ChangesPage(from: old, to: new).text(title: nil)
    #expect(page.contains("\nChanges to Plan and Second plan from December 2025 to June 2026.\n"), "\(page)")
    #expect(
      page.contains(
        "- Tram: supporting departments: “Roads, parks”, “Finance” → Finance; indicators: “Employment, ages 16 to 64”, “Trees” → “Employment, ages 16 to 64”\n"
      ), "\(page)")
    #expect(
      SiteDifference(from: old, to: new).lines.map(\.english).contains(
        "      indicators: 'Employment, ages 16 to 64', 'Trees' → 'Employment, ages 16 to 64'"))
  }

  @Test(
    "A rhythm that is written for the first time and is no rarer than a yearly one is no change for readers",
    arguments: [
      ("", "frequency: yearly", false), ("", "frequency: every 2 years", true),
      ("frequency: monthly", "frequency: yearly", true), ("frequency: yearly", "", false),
      ("frequency: monthly", "", true),
    ])
  func frequency(_ before: String, _ after: String, _ isTold: Bool) async throws {
    func folder(_ field: String) -> TemporaryFolder {
      let fields = ["id: trees", "name: Trees", "target: 9", "baseline: 1", field].filter { !$0.isEmpty }
      return TemporaryFolder(
        site.merging(["Content/p/indicators.yaml": "- {\(fields.joined(separator: ", "))}\n"]) { $1 })
    }
    let first = folder(before)
    first.write("- {id: bus, name: Bus, due: 2026}\n", to: "Content/p/actions.yaml")
    let second = folder(after)
    second.write("- {id: bus, name: Bus, due: 2026}\n", to: "Content/p/actions.yaml")
    let page = ChangesPage(from: try await state(first), to: try await state(second)).text(title: nil)
    #expect(page.contains("how often there are figures") == isTold, "\(page)")
    _ = try await SiteBuild(BuildOptions(siteDirectory: first.path)).takeSnapshot()
    first.write(try #require(second.text("Content/p/indicators.yaml")), to: "Content/p/indicators.yaml")
    #expect(try await build(first).findings.contains("[snapshot.rule]") == isTold)
  }

  @Test("The department of an indicator and the purpose of an action are facts; a snapshot has the department")
  func accountability() async throws {
    let changes = [
      "Content/p/indicators.yaml":
        "- {id: riders, name: Riders, target: 50, baseline: 40, department: Finance}\n- {id: trees, name: Trees, target: 9, baseline: 1, purpose: Shade.}\n",
      "Content/p/actions.yaml":
        "- {id: tram, name: Tram, due: 2026, indicators: [trees]}\n- {id: bus, name: Bus, due: 2026}\n",
    ]
    let (old, new) = try await states(changes)
    #expect(
      SiteDifference(from: old, to: new).lines.map(\.english) == [
        "Targets", "  ~ Riders  [riders]", "      department: Roads → Finance", "  ~ Trees  [trees]",
        "      purpose: – → Shade.", "Actions", "  ~ Tram  [tram]", "      indicators: Riders → Trees",
      ])
    let page = ChangesPage(from: old, to: new).text(title: nil)
    #expect(page.contains("- Riders: lead department: Roads → Finance\n"))
    #expect(!page.contains("Trees:") && page.contains("- Tram: indicators: Riders → Trees\n"))
    let folder = TemporaryFolder(site)
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    let snapshot = try #require(try SiteState.read(snapshot: "\(folder.path)/snapshots/2025-12.json").value)
    #expect(
      SiteDifference(from: snapshot, to: new).lines.map(\.english) == [
        "Targets", "  ~ Riders  [riders]", "      department: Roads → Finance",
      ])
  }

  @Test(
    "An action that was stopped or is delayed says why, or that nobody does",
    arguments: [
      ("state: stopped, note: Part of the bus.", "state: planned → stopped (Part of the bus.)\n"),
      ("state: stopped", "state: planned → stopped, no reason given\n"),
      (
        "updates: [{date: 2025-06-01, status: delayed, text: The tender failed.}]",
        "state: planned → delayed (1 June 2025: The tender failed.)\n"
      ),
      ("state: started, note: Begun.", "state: planned → under way; note: none → Begun.\n"),
    ])
  func reasons(fields: String, expected: String) async throws {
    let (old, new) = try await states([
      "Content/p/actions.yaml":
        "- {id: tram, name: Tram, due: 2026, indicators: [riders], \(fields)}\n- {id: bus, name: Bus, due: 2026}\n"
    ])
    let page = ChangesPage(from: old, to: new).text(title: nil)
    #expect(page.contains("- Tram: \(expected)"), "\(page)")
  }

  @Test("A text that differs only in another language is a difference")
  func translations() async throws {
    func site(_ words: String, _ name: String, _ note: String, _ why: String) -> TemporaryFolder {
      TemporaryFolder([
        "Content/site.yaml": "title: {zh-CN: 县, en: County}\nlanguages: [zh-CN, en]\n",
        "Content/index.md": "---\ntitle: 首页\n---\n你好。\n",
        "Content/index.en.md": "---\ntitle: Home\n---\nHello.\n",
        "Content/p/index.md": "---\ntype: plan\ntitle: 规划\nperiod: 2024-2028\n---\n正文。\n",
        "Content/p/1-roads.md": "---\ntitle: 道路\n---\n修两条路。\n",
        "Content/p/1-roads.en.md": "---\ntitle: Roads\n---\n\(words)\n",
        "Content/p/indicators.yaml": """
        - id: riders
          name: {zh-CN: 客流, en: \(name)}
          target: {value: 50, earlier: [{value: 55, until: 2025, why: {zh-CN: 延期, en: \(why)}}]}
          baseline: 40

        """,
        "Content/p/actions.yaml":
          "- {id: tram, name: {zh-CN: 电车, en: Tram}, due: 2026, note: {zh-CN: 备注, en: \(note)}}\n",
      ])
    }
    let old = try await state(site("Two roads.", "Riders", "Soon.", "It is late."))
    let new = try await state(site("Two roads, with cameras.", "Passengers", "Later.", "It is slow."))
    #expect(SiteDifference(from: old, to: old).isEmpty)
    let difference = SiteDifference(from: old, to: new)
    #expect(
      difference.lines.map(\.english) == [
        "Targets", "  ~ 客流  [riders]", "      name (en): Riders → Passengers",
        "      why (en): It is late. → It is slow.", "Sections", "  ~ Roads  [p/roads (en)]",
        "      words removed: 0, added: 2", "      Two roads{+, with cameras+}.", "Actions", "  ~ 电车  [tram]",
        "      note (en): Soon. → Later.",
      ])
    #expect(String(decoding: difference.json, as: UTF8.self).contains("\"language\": \"en\""))
    // The page is in the main language.
    #expect(!ChangesPage(from: old, to: new).text(title: nil).contains("##"))
  }

  @Test("The page keeps its contents when its indicators and actions are dropped [snapshot.invalid]")
  func kept() async throws {
    let before = try await state(TemporaryFolder(site))
    let folder = TemporaryFolder(
      site.merging([
        "Content/p/indicators.yaml":
          "- {id: riders, name: Riders, target: 45, baseline: 40}\n- {id: trees, name: Trees, target: 9, baseline: 1}\n",
        "Content/p/actions.yaml": "- {id: tram, name: Tram, due: 2027}\n- {id: bus, name: Bus, due: 2026}\n",
      ]) { $1 })
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path))
    // Without a snapshot the names are not links.
    let unlinked = try await state(folder)
    #expect(!unlinked.hasSnapshot)
    #expect(ChangesPage(from: before, to: unlinked).text(title: nil).contains("- Riders: 50 → 45"))
    _ = try await build.takeSnapshot()
    let text = ChangesPage(from: before, to: try await state(folder)).text(title: nil)
    #expect(text.hasPrefix("---\ntype: page\ntitle: What changed\nsnapshot: 2025-12\n---\n"))
    #expect(text.contains("- :ref[riders]: 50 → 45") && text.contains("- :action[tram]: "))
    folder.write(text, to: "Content/changes.md")
    #expect(try await SiteEngineTests.build(folder).findings == "")
    let linked = try #require(folder.text("Output/changes/index.html"))
    #expect(linked.contains("indicators/riders/index.html\">Riders</a>"))
    folder.write("- {id: trees, name: Trees, target: 9, baseline: 1}\n", to: "Content/p/indicators.yaml")
    folder.write("- {id: bus, name: Bus, due: 2026}\n", to: "Content/p/actions.yaml")
    #expect(!(try await SiteEngineTests.build(folder).findings.contains("error:")))
    let page = try #require(folder.text("Output/changes/index.html"))
    #expect(page.contains("Riders (no longer in the plan)") && page.contains("Tram (no longer in the plan)"), "\(page)")
    folder.write(text.replacing("snapshot: 2025-12", with: "snapshot: 2024-12"), to: "Content/changes.md")
    #expect(
      try await SiteEngineTests.build(folder).findings.contains(
        "error: there is no snapshot '2024-12' [snapshot.invalid]"))
  }

  @Test("A page of two snapshots has what the newer one says of each change")
  func accountsOfSnapshots() async throws {
    let folder = TemporaryFolder(site)
    func snapshot(_ period: String) async throws -> SiteState {
      let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
      #expect(report.path == "snapshots/\(period).json", "\(report.diagnostics)")
      return try #require(try SiteState.read(snapshot: "\(folder.path)/\(report.path ?? "")").value)
    }
    let old = try await snapshot("2025-12")
    folder.write(
      try #require(folder.text("Content/site.yaml")).replacing("as-of: 2025", with: "as-of: 2026"),
      to: "Content/site.yaml")
    folder.write(
      """
      - {id: riders, name: Riders, department: Roads, baseline: 40, target: {value: 45, earlier: [{value: 50, until: 2026-05, by: the council, why: less money}]}}
      - {id: trees, name: Trees, target: 9, baseline: 1, retired: {on: 2026-06, why: nobody counts them}}
      """, to: "Content/p/indicators.yaml")
    folder.write(
      "- {id: tram, name: Tram, due: 2027, earlier: [{due: 2026, until: 2026-04, why: late tracks}], indicators: [riders]}\n- {id: bus, name: Bus, due: 2026}\n",
      to: "Content/p/actions.yaml")
    let page = ChangesPage(from: old, to: try await snapshot("2026-12"), language: .english).text(title: nil)
    for text in ["Riders: 50 → 45", "less money", "the council", "given up", "nobody counts them", "late tracks"] {
      #expect(page.contains(text), "\(text) in \(page)")
    }
    #expect(!page.contains("no reason given"), "\(page)")
  }

  @Test("A page of two snapshots, which name no language, takes the given one")
  func languageOfSnapshots() async throws {
    let (old, new) = (
      SiteState(sections: nil, targets: [], actions: nil), SiteState(sections: nil, targets: [], actions: nil)
    )
    #expect(
      ChangesPage(from: old, to: new, language: .chinese).text(title: nil).contains(
        "title: \(WordLanguage.chinese[.differenceTitle])"))
    #expect(ChangesPage(from: old, to: new).text(title: nil).contains("title: What changed"))
  }
}
