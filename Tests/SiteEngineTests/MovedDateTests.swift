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
              "state": "should-have-started"
            },

        """) == true)
  }

  @Test("A due date that was moved without a word is a warning, and readers are told [snapshot.target]")
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

  @Test("A due date that says what it was is shown with it")
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
        "the dates of 'Open the bridge' were changed in 2025-04, and its history does not say so as in the snapshot of 2025-04 [snapshot.history]"
      ))
  }

  @Test("What was done may leave the list")
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
        "Open the park: in the snapshot of March 2025, and gone now, no reason given") == true)
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
    folder.write(text.replacing("\"version\": 5", with: "\"version\": 4"), to: "snapshots/2025-03.json")
    folder.write(
      park + "- {id: park, name: Open the park}\n- {id: old, name: Close the pit}\n", to: "Content/actions.yaml")
    #expect(try await build(folder).findings == "")
  }

  @Test("Late actions are on the front page, with dates, department and what was said last")
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
      #expect(page.contains("2 July 2025</time>: The pillars wait for steel.</p>"), "\(path)")
    }
    #expect(folder.text("Output/index.html")?.contains("roads/index.html\">Roads</a>") == true)
    let departments = try #require(folder.text("Output/departments/index.html"))
    #expect(departments.contains("<span class=\"entry-count\">1 action</span>"))
  }
}
