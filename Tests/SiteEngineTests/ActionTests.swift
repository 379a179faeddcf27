import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Actions on the pages, in the data and in the findings of a site.
struct ActionTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2026-03\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/departments.yaml": "- {id: transport, name: Transport}\n- {id: parks, name: Parks}\n",
    "Content/p/index.md":
      "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\nlevels: [Pillar, Focus area]\n---\n::actions{group=Pillar}\n\n::actions{type=timeline when=late}\n\nSee :action[tram].\n",
    "Content/p/1-roads.md":
      "---\ntitle: Roads\ndepartment: Transport\nindicators:\n  - {id: riders, name: Riders, target: 50, baseline: 40, values: {2024: 42}}\n---\nText.\n",
    "Content/p/2-green.md":
      "---\ntitle: Green\ndepartment: Parks\n---\n:::actions\n| No. | Task | Due | Other |\n|---|---|---|---|\n| 1 | Plant **trees** | 2026-02 | x |\n| 2 | Open the path | end of 2027 | y |\n:::\n",
    "Content/p/actions.yaml": """
    - {id: tram, name: Build a tram, section: roads, start: 2024-03, due: 2027, state: started, indicators: [riders], department: {lead: Transport, support: [Parks]}}
    - {id: bus, name: Bus lanes, section: roads, start: 2025, due: 2026-05}
    - {id: depot, name: Depot, section: roads, state: stopped, note: The land was sold.}

    """,
  ]

  private func built(_ changes: [String: String] = [:]) async throws -> TemporaryFolder {
    let folder = TemporaryFolder(site.merging(changes) { _, new in new })
    #expect(try await build(folder).findings == "")
    return folder
  }

  private func checked(_ changes: [String: String]) async throws -> String {
    let folder = TemporaryFolder(site.merging(changes) { _, new in new })
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    return DiagnosticPrinter(format: .text).print(report.diagnostics)
  }

  @Test("Each action has a page, and the pages of its subjects show it")
  func pages() async throws {
    let folder = try await built()
    let tram = try #require(folder.text("Output/actions/tram/index.html"))
    for text in ["Build a tram", "Under way", "March 2024", "Transport", "Parks", "Riders"] {
      #expect(tram.contains(text))
    }
    let all = try #require(folder.text("Output/actions/index.html"))
    #expect(all.contains("1 Roads") == false && all.contains("Roads") && all.contains("Should have started"))
    for place in ["departments/transport", "departments/parks", "indicators/riders", "p/roads"] {
      #expect(folder.text("Output/\(place)/index.html")?.contains("actions/tram/") == true, "\(place)")
    }
    #expect(folder.text("Output/p/index.html")?.contains("<span class=\"status-mark status-started\">") == true)
    #expect(folder.text("Output/p/roads/index.html")?.contains("<p class=\"level\">Pillar</p>") == true)
  }

  @Test("A table in the text is unchanged, with its names linked and marked")
  func table() async throws {
    let folder = try await built()
    let page = try #require(folder.text("Output/p/green/index.html"))
    #expect(
      page.contains(
        "<td role=\"cell\" data-label=\"Task\"><a href=\"../../actions/plant-trees/index.html\">Plant <strong>trees</strong></a><span class=\"status-mark status-missed\">"
      ))
    #expect(page.contains("<td role=\"cell\" data-label=\"Other\">x</td>"))
    #expect(page.matches(of: /actions\/open-the-path\//).count == 1)
    let whole = try #require(folder.text("Output/p/full/index.html"))
    #expect(whole.contains("<a href=\"../../actions/plant-trees/index.html\">Plant <strong>trees</strong></a>"))
  }

  @Test("The data files agree")
  func data() async throws {
    let folder = try await built()
    let csv = try #require(folder.text("Output/data/actions.csv"))
    #expect(csv.split(separator: "\r\n").count == 6)
    #expect(csv.contains("plant-trees,p,1,Plant trees,,p/green,,parks,,,2026-02,,,overdue,"))
    let json = try #require(folder.text("Output/data/actions.json"))
    #expect(json.contains("\"id\":\"bus\",\"plan\":\"p\",\"name\":\"Bus lanes\""))
    #expect(json.contains("\"state\":\"should-have-started\""))
    let calendar = try #require(folder.text("Output/data/actions.ics"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20271231\r\nSUMMARY:Build a tram (Plan\\, Transport)\r\n"))
    #expect(!calendar.contains("Depot"))
    #expect(calendar.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(folder.text("Output/data/datapackage.json")?.contains("\"path\": \"actions.csv\"") == true)
  }

  @Test("More than a hundred actions are listed by plan, a hundred a page, each once")
  func long() async throws {
    let rows = (1...201).map {
      "- {id: a\($0), name: Action \($0), section: \($0 % 2 == 0 ? "roads" : "green"), start: 2024, due: 2028}\n"
    }
    let folder = try await built([
      "Content/p/actions.yaml": "- {id: tram, name: Tram, section: roads}\n" + rows.joined()
    ])
    let all = try #require(folder.text("Output/actions/index.html"))
    #expect(all.contains("../p/actions/index.html") && !all.contains("<th scope=\"row\""))
    // 150 of the late actions are listed, with the number of all others.
    #expect(all.matches(of: /<p class="at-risk-name">/).count == 150 && all.contains("and 52 more"))
    #expect(all.utf8.count < 300_000)
    var seen: [String] = []
    for page in ["", "2/", "3/"] {
      let text = try #require(folder.text("Output/p/actions/\(page)index.html"))
      #expect(text.utf8.count < 300_000)
      seen += text.matches(of: /<th scope="row"[^>]*>(?:<span class="number">\d<\/span> )?<a [^>]*>([^<]+)<\/a>/).map {
        String($0.output.1)
      }
    }
    #expect(seen.count == 204 && Set(seen).count == 204)
    #expect(folder.text("Output/p/actions/4/index.html") == nil)
  }

  @Test("A site without actions has no page or file of actions")
  func none() async throws {
    let folder = TemporaryFolder(smallSite)
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/actions/index.html") == nil && folder.text("Output/data/actions.json") == nil)
  }

  @Test("References to entries that do not exist, and to drafts")
  func references() async throws {
    #expect(
      try await checked([
        "Content/p/1-roads.md":
          "---\ntitle: Roads\nlevel: Pilar\n---\n:action[trams] ::actions\n\n::actions{state=late group=Pilar}\n"
      ]).contains("action 'trams' does not exist [reference.unknown-action]"))
    let found = try await checked([
      "Content/p/1-roads.md": "---\ntitle: Roads\nlevel: Pilar\n---\nText.\n\n::actions{state=late group=Pilar}\n"
    ])
    #expect(found.contains("'Pilar' is not one of the levels of this plan [field.invalid-value]"))
    #expect(found.contains("'state' cannot be 'late' [directive.invalid-attribute]"))
    #expect(found.contains("actions cannot be grouped by 'Pilar' [directive.invalid-attribute]"))
    let draft = try await checked([
      "Content/p/1-roads.md": "---\ntitle: Roads\ndraft: true\n---\nText.\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nSee :action[tram].\n",
    ])
    #expect(
      draft.contains(
        "note: action 'Build a tram' is left out: its section 'roads' is a draft, which is not published [reference.draft]"
      ))
    #expect(draft.contains("warning: action 'tram' belongs to a draft, which is not published [reference.draft]"))
  }

  @Test("French and Arabic tables are read with their months and states, and a column that is not read is named")
  func otherLanguages() async throws {
    let french = try await checked([
      "Content/p/2-green.md": """
      ---
      title: Green
      department: Parks
      ---
      :::actions
      | N° | Action | Pilote | Partenaires | Échéance | État | Divers |
      |---|---|---|---|---|---|---|
      | 1 | Ouvrir la ligne | Parks | Roads | décembre 2027 | en cours | x |
      | 2 | Planter | Parks | | 01/02/2027 | | |
      :::

      """
    ])
    #expect(
      french.contains(
        "note: column 'Divers' is not read: its cells are shown, and the actions have nothing of it [action.column]")
    )
    #expect(french.contains("error: '01/02/2027' may be a day in either of two months [action.table]"))
    #expect(!french.contains("column 'Échéance'") && !french.contains("'en cours'"), "\(french)")
    let arabic = try await checked([
      "Content/p/2-green.md":
        "---\ntitle: Green\n---\n:::actions\n| الرقم | المهمة | الجهة | الموعد |\n|---|---|---|---|\n| 1 | مسح | Parks | نهاية 2027 |\n:::\n"
    ])
    #expect(!arabic.contains("[action."), "\(arabic)")
  }

  @Test("A table that cannot be read")
  func unreadableTable() async throws {
    #expect(
      try await checked([
        "Content/p/2-green.md": "---\ntitle: Green\n---\n:::actions\n| Lead |\n|---|\n| Parks |\n:::\n"
      ])
      .contains(
        "Content/p/2-green.md:5:3: error: the table has no column with the names of its actions [action.table]"))
  }

  @Test("Two actions of one id, and one of no plan")
  func ids() async throws {
    #expect(
      try await checked(["Content/p/actions.yaml": "- {id: tram, name: A}\n- {id: tram, name: B}\n"])
        .contains("action 'tram' is listed twice [register.duplicate-id]"))
    #expect(
      try await checked([
        "Content/actions.yaml": "- {id: x, name: X}\n",
        "Content/q/index.md": "---\ntype: plan\ntitle: Q\nperiod: 2024-2028\n---\n",
      ]).contains("action 'X' does not belong to a plan [register.unknown-plan]"))
  }

  @Test("A day of completion after as-of is a warning")
  func later() async throws {
    #expect(
      try await checked(["Content/p/actions.yaml": "- {id: tram, name: Tram, section: roads, done: 2026-05}\n"])
        .contains(
          "warning: action 'Tram' is done in 2026-05, after 'as-of: 2026-03', and is not counted as done [audit.after-as-of]"
        ))
    let changes = [
      "Content/p/actions.yaml": """
      - {id: tram, name: Tram, section: roads, due: 2027, earlier: [{due: 2026, until: 2026-05, why: x}], steps: [{name: Rails, due: 2025, done: 2026-04}, {name: Wires, due: 2028, earlier: [{due: 2026, until: 2026-06, why: y}]}]}

      """
    ]
    let folder = TemporaryFolder(site.merging(changes) { $1 })
    let found = try await build(folder).findings
    for warning in [
      "the dates of 'Tram' are changed in 2026-05, after 'as-of: 2026-03', and the change is left out",
      "the step 'Rails' of 'Tram' is done in 2026-04, after 'as-of: 2026-03', and is not counted as done",
      "the dates of the step 'Wires' of 'Tram' are changed in 2026-06, after 'as-of: 2026-03', and the change is left out",
    ] { #expect(found.contains("warning: \(warning) [audit.after-as-of]\n"), "\(found)") }
    let page = try #require(folder.text("Output/actions/tram/index.html"))
    #expect(!page.contains("May 2026") && !page.contains("April 2026") && !page.contains("June 2026"))
    #expect(page.contains("0 of 2 steps") && page.contains("Overdue"))
    #expect(folder.text("Output/feed.xml")?.contains("changed in") != true)
  }

  @Test("Budget years of actions are those of the site, in a register and in a table")
  func fiscalYears() async throws {
    let folder = try await built([
      "Content/site.yaml":
        "title: County\nlanguages: [en]\nas-of: 2026-05\nfiscal-year: {starts: 7, named: end}\n",
      "Content/p/2-green.md":
        "---\ntitle: Green\n---\n:::actions\n| Task | Due |\n|---|---|\n| Plant | FY2026 |\n:::\n",
      "Content/p/actions.yaml":
        "- {id: tram, name: Tram, start: 2026-04, due: FY2026, steps: [{name: One, due: FY2025}]}\n- {id: bus, name: Bus, due: 2024/25}\n",
    ])
    let calendar = try #require(folder.text("Output/data/actions.ics"))
    #expect(calendar.contains("20260630") && calendar.contains("20250630") && !calendar.contains("20260331"))
    let data = try #require(folder.text("Output/data/actions.csv"))
    #expect(data.split(separator: "\n").count { $0.contains("overdue") } == 1, "\(data)")
    #expect(
      try await checked(["Content/p/actions.yaml": "- {id: tram, name: Tram, start: 2026-05, due: FY2026}\n"])
        .contains("the action is due in FY2026, before it starts in 2026-05 [field.invalid-value]"))
  }

  @Test("Departments in charge, and actions without any report")
  func accountability() async throws {
    let found = try await checked([
      "Content/p/2-green.md": "---\ntitle: Green\n---\nText.\n",
      "Content/p/actions.yaml":
        "- {id: tram, name: Tram, section: green, due: 2025}\n- {id: bus, name: Bus, section: roads, due: 2026-05}\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nText.\n",
    ])
    #expect(
      found.contains("note: Plan: 1 of 3 indicators and actions has no department in charge: 'Tram' [owner.none]"))
    #expect(
      found.contains(
        "note: Plan: 1 of the 2 indicators and actions that have begun was never updated: 'Tram' [owner.never-updated]")
    )
    #expect(found.contains("note: Plan: an action is overdue: 'Tram' (2025) [calendar.over]"))
    #expect(
      found.contains(
        "hint: report 'state: done' or 'state: stopped', or write a new 'due', and the old one under 'earlier'"))
    #expect(found.contains("note: Transport: an action is due soon: 'Bus' (2026-05) [calendar.due]"))
  }

  @Test(
    "A state and the newest update that contradict each other are a warning [action.contradiction]",
    arguments: [
      ("state: done, updates: [{date: 2026-02-01, status: delayed, text: Rain.}]", true),
      ("state: delayed, updates: [{date: 2026-02-01, status: delayed, text: Rain.}]", false),
      ("done: 2026-03, updates: [{date: 2026-02-01, status: delayed, text: Rain.}]", false),
      ("updates: [{date: 2026-02-01, status: delayed, text: Rain.}]", false),
    ])
  func contradiction(fields: String, isWarned: Bool) async throws {
    let found = try await checked(["Content/p/actions.yaml": "- {id: tram, name: Tram, due: 2027, \(fields)}\n"])
    let warning = "warning: 'Tram' is 'done', and its update of 2026-02-01 says 'delayed' [action.contradiction]"
    #expect(found.contains(warning) == isWarned, "\(found)")
    #expect(found.contains("[action.contradiction]") == isWarned)
  }
}
