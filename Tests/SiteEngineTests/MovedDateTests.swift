import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Dates of actions that were moved: declared, noticed by a snapshot, shown to readers.
struct MovedDateTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-03\n",
    "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nText.\n",
    "Content/departments.yaml": "- {id: roads, name: Roads}\n",
    "Content/actions.yaml": """
    - {id: bridge, name: Open the bridge, department: roads, start: 2024, due: 2025-06}
    - {id: park, name: Open the park, due: 2026}
    - {id: old, name: Close the pit, due: 2024, done: 2024-05}

    """,
  ]
  private let moved =
    "- {id: bridge, name: Open the bridge, department: roads, start: 2024, due: 2026-12%}\n- {id: park, name: Open the park, due: 2026}\n"

  /// The site with a snapshot of March 2025, then with other actions in April.
  private func changed(_ actions: String) async throws -> (folder: TemporaryFolder, findings: String) {
    let folder = TemporaryFolder(site)
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(report.path == "snapshots/2025-03.json", "\(report.diagnostics)")
    folder.write("title: County\nlanguages: [en]\nas-of: 2025-04\n", to: "Content/site.yaml")
    folder.write(actions + "- {id: old, name: Close the pit, due: 2024, done: 2024-05}\n", to: "Content/actions.yaml")
    return (folder, try await build(folder).findings)
  }

  @Test("A snapshot has the dates and states of actions")
  func snapshot() async throws {
    let (folder, findings) = try await changed(moved.replacing("2026-12%", with: "2025-06"))
    #expect(findings == "")
    #expect(
      folder.text("snapshots/2025-03.json")?.contains(
        """
          "actions": [
            {
              "id": "bridge",
              "name": "Open the bridge",
              "start": "2024",
              "due": "2025-06",
              "state": "should-have-started",
              "department": "Roads"
            },

        """) == true)
  }

  @Test("A due date that was moved without a declaration is a warning, and readers see the change [snapshot.target]")
  func undeclared() async throws {
    let (folder, findings) = try await changed(moved.replacing("%", with: ""))
    #expect(
      findings.hasPrefix(
        """
        Content/actions.yaml:1:8: warning: the due date of 'Open the bridge' was 2025-06 in the snapshot of 2025-03, and is 2026-12 [snapshot.target]
        """), "\(findings)")
    #expect(
      findings.contains(
        "hint: write 'earlier: [{due: 2025-06, until: 2025-04, why: …}]' into the action, or put back what it was\n"))
    let page = try #require(folder.text("Output/actions/bridge/index.html"))
    #expect(
      page.contains(
        "Due: June 2025 → December 2026, against the snapshot of March 2025; the site does not say when, by whom or why it was changed"
      ))
    #expect(folder.text("Output/data/actions.json")?.contains("{\"due\":\"2025-06\",\"snapshot\":\"2025-03\"}") == true)
  }

  @Test("A due date with a history is shown with its earlier date")
  func declared() async throws {
    let (folder, findings) = try await changed(
      moved.replacing("%", with: ", earlier: [{due: 2025-06, until: 2025-04, by: the council, why: rock}]"))
    #expect(findings == "")
    #expect(
      folder.text("Output/actions/bridge/index.html")?.contains(
        "Due: June 2025 → December 2026, changed in April 2025 by the council, because rock") == true)
    let table = try #require(folder.text("Output/actions/index.html"))
    #expect(table.contains("<span class=\"reason\">was due June 2025</span>"))
    let csv = try #require(folder.text("Output/data/actions.csv"))
    #expect(csv.contains("due 2025-06 (until 2025-04)"))
    let again = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(again.path == "snapshots/2025-04.json")
    folder.write(moved.replacing("%", with: ""), to: "Content/actions.yaml")
    #expect(
      try await build(folder).findings.contains(
        "the dates of 'Open the bridge' were changed in 2025-04, and its history no longer records this change, which the snapshot of 2025-04 has [snapshot.history]"
      ))
  }

  @Test("Moved dates are on the plan's page, the page of all actions and the news page; the front page leads to them")
  func shown() async throws {
    let (folder, findings) = try await changed(
      moved.replacing(
        "%", with: ", earlier: [{due: 2025-06, until: 2025-03-20, why: rock}, {due: 2025-01, until: 2024-10}]"))
    #expect(findings == "")
    let sentence = "Due: June 2025 → December 2026, changed on 20 March 2025, because rock"
    let plan = try #require(folder.text("Output/index.html"))
    #expect(plan.contains("<h2 id=\"-changed-dates\">Dates changed</h2>"))
    #expect(
      plan.contains(
        "<li>\(sentence)</li><li>Due: January 2025 → June 2025, changed in October 2024, no reason given</li></ul>"))
    #expect(plan.contains("<a href=\"#-changed-dates\">Dates changed (1)</a>"))
    #expect(folder.text("Output/actions/index.html")?.contains("<li>\(sentence)</li>") == true)
    #expect(
      folder.text("Output/actions/bridge/index.html")?.contains("<ul class=\"target-changes\"><li>\(sentence)</li>")
        == true)
    #expect(folder.text("Output/feed.xml")?.contains("<summary>\(sentence)</summary>") == true)
  }

  @Test("The front page of several plans leads to the moved dates, and lists them among its news")
  func front() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-08\n",
      "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: P\nperiod: 2024-2028\n---\nText.\n",
      "Content/q/index.md": "---\ntype: plan\ntitle: Q\nperiod: 2024-2028\n---\nText.\n",
      "Content/p/actions.yaml": (1...12).map { "- {id: p\($0), name: P\($0), due: 2025-0\($0 % 6 + 1)}\n" }.joined()
        + "- {id: walk, name: Walk, start: 2025-01, due: 2026, earlier: [{due: 2025, until: 2025-07, why: rain}]}\n"
        + "- {id: slow, name: Slow, due: 2026, state: delayed}\n",
      "Content/q/actions.yaml": "- {id: q1, name: Q1, due: 2025}\n- {id: q2, name: Q2, due: 2024}\n",
    ])
    #expect(try await build(folder).findings == "")
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("<a href=\"actions/index.html#-changed-dates\">Dates changed (1)</a>"))
    #expect(front.contains("Due: 2025 → 2026, changed in July 2025, because rain"))
    // All late actions are at the target of the link: overdue, delayed, and not started in time.
    #expect(front.contains("<a href=\"actions/index.html#-late\">All late actions (15)</a>"))
    func late(_ path: String) throws -> Int {
      let page = try #require(folder.text(path))
      let box = try #require(page.firstMatch(of: /<h2 id="-late">.*?<\/section>/.dotMatchesNewlines())).output
      return box.matches(of: /<p class="at-risk-name">/).count
    }
    #expect(try late("Output/actions/index.html") == 15)
    // No page lists those of one plan alone, so its own page has all of them.
    #expect(try late("Output/p/index.html") == 14 && folder.text("Output/p/index.html")?.contains("#-late") == false)
  }

  @Test("A step that was moved without a declaration is a warning, and readers see the change [snapshot.target]")
  func steps() async throws {
    func register(_ steps: String) -> String {
      "- {id: bridge, name: Open the bridge, department: roads, start: 2024, due: 2025-06, steps: [\(steps)]}\n- {id: park, name: Open the park, due: 2026}\n"
    }
    var first = site
    first["Content/actions.yaml"] =
      register("{name: Piers, due: 2025-03}, {name: Deck, due: 2025-05}")
      + "- {id: old, name: Close the pit, due: 2024, done: 2024-05}\n"
    let folder = TemporaryFolder(first)
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    func findings(_ deck: String) async throws -> String {
      folder.write(
        register("{name: Piers, due: 2025-03}, {name: Deck, \(deck)}")
          + "- {id: old, name: Close the pit, due: 2024, done: 2024-05}\n", to: "Content/actions.yaml")
      return try await build(folder).findings
    }
    let found = try await findings("due: 2025-09")
    #expect(
      found.contains(
        "warning: the due date of the step 'Deck' of 'Open the bridge' was 2025-05 in the snapshot of 2025-03, and is 2025-09 [snapshot.target]"
      ), "\(found)")
    #expect(
      found.contains(
        "hint: write 'earlier: [{due: 2025-05, until: 2025-03, why: …}]' into the step, or put back what it was\n"))
    let page = try #require(folder.text("Output/actions/bridge/index.html"))
    #expect(page.contains("Deck: May 2025 → September 2025, against the snapshot of March 2025;"), "\(page)")
    #expect(page.contains("Due: September 2025, was due May 2025</span>"))
    #expect(try await findings("due: 2025-09, earlier: [{due: 2025-05, until: 2025-03, why: frost}]") == "")
    let json = try #require(folder.text("Output/data/actions.json"))
    #expect(json.contains("\"earlierDates\":[{\"due\":\"2025-05\",\"until\":\"2025-03\",\"why\":\"frost\"}]"))
    #expect(
      folder.text("Output/data/actions.csv")?.contains("Deck (due 2025-09, was due 2025-05 (until 2025-03))") == true)
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(
      try await findings("due: 2025-09").contains(
        "the dates of the step 'Deck' of 'Open the bridge' were changed in 2025-03, and its history no longer records this change"
      ))
  }

  @Test(
    "A step that is gone or not done any more, another name, and an action that is not done any more [snapshot.rule]")
  func promises() async throws {
    func register(_ name: String, _ steps: String, _ old: String) -> String {
      "- {id: bridge, name: \(name), department: roads, start: 2024, due: 2025-06, steps: [\(steps)]}\n- {id: park, name: Open the park, due: 2026}\n- {id: old, name: Close the pit, due: 2024\(old)}\n"
    }
    var first = site
    first["Content/actions.yaml"] = register(
      "Open the bridge", "{name: Piers, due: 2025-03, done: 2025-02}, {name: Deck, due: 2025-05}, {name: Rails}",
      ", done: 2024-05")
    let folder = TemporaryFolder(first)
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(try await build(folder).findings == "")
    let before = "\(folder.path)/snapshots/2025-03.json"
    func lines() async throws -> [String] {
      SiteDifference(
        from: try #require(try SiteState.read(snapshot: before).value),
        to: try #require(try await SiteState.read(folder: folder.path, jobs: 1).value)
      ).lines.map(\.english)
    }
    #expect(try await lines() == [])
    folder.write(
      register("Open a bridge", "{name: Piers, due: 2025-03}, {name: The deck, due: 2027-12}, {name: Rails}", ""),
      to: "Content/actions.yaml")
    let found = try await build(folder).findings
    for warning in [
      "the name of action 'bridge' was 'Open the bridge' in the snapshot of 2025-03, and is 'Open a bridge'",
      "the step 'Deck' of 'Open a bridge' is in the snapshot of 2025-03, and is gone",
      "the step 'Piers' of 'Open a bridge' was done in the snapshot of 2025-03, but no longer is",
      "'Close the pit' was done in the snapshot of 2025-03, but no longer is",
    ] { #expect(found.contains("warning: \(warning) [snapshot.rule]\n"), "\(found)") }
    #expect(
      folder.text("Output/index.html")?.contains(
        "Open a bridge, Deck: in the snapshot of March 2025 but since removed; no reason given") == true)
    #expect(
      try await lines() == [
        "Actions", "  ~ Open a bridge  [bridge]", "      name: Open the bridge → Open a bridge",
        "      ~ Piers  done: true → false",
        "      ~ The deck  name: Deck → The deck; due: 2025-05 → 2027-12", "  ~ Close the pit  [old]",
        "      state: done → overdue",
      ])
    // Two snapshots, of which the later one has the changes.
    let text = try #require(folder.text("snapshots/2025-03.json"))
    let now = TemporaryFolder(["2025-04.json": text.replacing("\"done\": true", with: "\"done\": false")])
    let difference = SiteDifference(
      from: try #require(try SiteState.read(snapshot: before).value),
      to: try #require(try SiteState.read(snapshot: "\(now.path)/2025-04.json").value))
    #expect(
      difference.lines.map(\.english) == [
        "Actions", "  ~ Open the bridge  [bridge]", "      ~ Piers  done: true → false",
      ])
  }

  @Test("A finished action may leave the list")
  func done() async throws {
    let (folder, _) = try await changed(moved.replacing("2026-12%", with: "2025-06"))
    folder.write(moved.replacing("2026-12%", with: "2025-06"), to: "Content/actions.yaml")
    #expect(try await build(folder).findings.contains("the address /actions/old/"))
    #expect(try await !build(folder).findings.contains("[snapshot.gone]"))
  }

  @Test("An open action that is gone is a warning, and the plan's page says so [snapshot.gone]")
  func gone() async throws {
    let (folder, findings) = try await changed(
      "- {id: bridge, name: Open the bridge, department: roads, start: 2024, due: 2025-06}\n")
    #expect(
      findings.contains("warning: action 'park' is in the snapshot of 2025-03, and is gone [snapshot.gone]\n"))
    #expect(
      folder.text("Output/index.html")?.contains(
        "Open the park: in the snapshot of March 2025 but since removed; no reason given") == true)
  }

  @Test("A start that appeared, and a snapshot of the version before, which has no actions")
  func otherDates() async throws {
    let park = "- {id: bridge, name: Open the bridge, department: roads, start: 2024, due: 2025-06}\n"
    let (_, findings) = try await changed(park + "- {id: park, name: Open the park, start: 2025-09, due: 2026}\n")
    #expect(
      findings.contains(
        "the start of 'Open the park' was none in the snapshot of 2025-03, and is 2025-09 [snapshot.target]"))
    let (folder, declared) = try await changed(
      park
        + "- {id: park, name: Open the park, start: 2025-09, due: 2026, earlier: [{start: none, until: 2025-04, why: x}]}\n"
    )
    #expect(declared == "")
    let text = try #require(folder.text("snapshots/2025-03.json"))
    folder.write(text.replacing("\"version\": 8", with: "\"version\": 4"), to: "snapshots/2025-03.json")
    folder.write(
      park + "- {id: park, name: Open the park}\n- {id: old, name: Close the pit}\n", to: "Content/actions.yaml")
    #expect(try await build(folder).findings == "")
  }

  @Test("Late actions are on the front page, with dates, department and newest update")
  func late() async throws {
    var site = site
    site["Content/site.yaml"] = "title: County\nlanguages: [en]\nas-of: 2025-08\n"
    site["Content/actions.yaml"] = """
      - {id: bridge, name: Open the bridge, department: roads, state: started, due: 2025-06, updates: [{date: 2025-07-02, text: "The **pillars** wait for steel."}]}
      - {id: park, name: Open the park, due: 2026}

      """
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    for path in ["Output/index.html", "Output/departments/roads/index.html", "Output/actions/index.html"] {
      let page = try #require(folder.text(path))
      #expect(page.contains("<p class=\"at-risk-notes\"><span>by June 2025</span>"), "\(path)")
      #expect(page.contains("2 July 2025</time></a>: The pillars wait for steel.</p>"), "\(path)")
    }
    #expect(folder.text("Output/index.html")?.contains("roads/index.html\">Roads</a>") == true)
    let departments = try #require(folder.text("Output/departments/index.html"))
    #expect(departments.contains("<span class=\"entry-count count-actions\">1 action</span>"))
  }

  @Test("Departments with the most late actions come first; the others keep the order of the register")
  func departmentsByLateness() async throws {
    var site = site
    site["Content/site.yaml"] = "title: County\nlanguages: [en]\nas-of: 2025-08\n"
    site["Content/departments.yaml"] =
      "- {id: parks, name: Parks}\n- {id: schools, name: Schools}\n- {id: roads, name: Roads}\n"
    site["Content/actions.yaml"] = """
      - {id: bridge, name: Open the bridge, department: roads, state: started, due: 2025-06}
      - {id: park, name: Open the park, department: parks, due: 2026}

      """
    let folder = TemporaryFolder(site)
    _ = try await build(folder)
    let page = try #require(folder.text("Output/departments/index.html"))
    let names = page.matches(of: /<p class="entry-name"><a [^>]*>(\w+)</).map { String($0.output.1) }
    #expect(names == ["Roads", "Parks", "Schools"])
    #expect(page.contains("<p class=\"totals-note\">How many actions each department leads"))
  }
}
