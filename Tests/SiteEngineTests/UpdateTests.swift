import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Updates: their places on pages, their feeds, and findings about them.
struct UpdateTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2026-03\nbase-url: https://example.org/\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/departments.yaml": "- {id: transport, name: Transport}\n- {id: parks, name: Parks}\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\naccountability: true\n---\nText.\n",
    "Content/p/1-roads.md": """
    ---
    title: Roads
    department: Transport
    updates:
      - {date: 2025-01-02, text: The council debated it.}
    indicators:
      - id: riders
        name: Riders
        target: 50
        baseline: 40
        values: {2024: 40}
        updates: [{date: 2026-01-10, text: Fewer trips in winter., status: behind, department: Transport}]
    ---
    Text.

    """,
    "Content/p/actions.yaml": """
    - id: tram
      name: Build a tram
      section: roads
      due: 2027
      updates:
        - {date: 2025-06-01, text: Work began., status: started}
        - {date: 2026-02-01, title: Late, text: The tender failed., status: delayed, department: Parks}
    - {id: bus, name: Bus lanes, section: roads, due: 2027}

    """,
    "Content/updates/2026-03-05-bus.md":
      "---\ntitle: Lanes are painted\nabout: [bus]\nstatus: started\n---\nThe first three kilometres.\n",
  ]

  private func checked(_ changes: [String: String]) async throws -> String {
    let folder = TemporaryFolder(site.merging(changes) { _, new in new })
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    return DiagnosticPrinter(format: .text).print(report.diagnostics)
  }

  @Test("Updates are on the pages of their subjects, the newest first, and give the state of an action")
  func places() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let tram = try #require(folder.text("Output/actions/tram/index.html"))
    let (late, began) = (
      try #require(tram.range(of: "The tender failed.")), try #require(tram.range(of: "Work began."))
    )
    #expect(late.lowerBound < began.lowerBound)
    #expect(tram.contains("<p class=\"verdict\"><span class=\"status status-behind\">"))
    #expect(tram.contains("id=\"-update-2\""))
    let bus = try #require(folder.text("Output/actions/bus/index.html"))
    #expect(bus.contains("updates/2026-03-05-bus/\">Lanes are painted</a>") && bus.contains("Under way"))
    #expect(folder.text("Output/indicators/riders/index.html")?.contains("Fewer trips in winter.") == true)
    #expect(folder.text("Output/p/roads/index.html")?.contains("The council debated it.") == true)
    let page = try #require(folder.text("Output/updates/2026-03-05-bus/index.html"))
    #expect(page.contains("actions/bus/\">Bus lanes</a>"))
    // An update is no page of the menu.
    #expect(folder.text("Output/index.html")?.contains("site-menu") == true)
    #expect(folder.text("Output/404.html")?.contains("Lanes are painted") == false)
  }

  @Test("The feed, its page, and the feeds of plans, departments and indicators")
  func feeds() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    func titles(_ path: String) -> [String] {
      (folder.text("Output/\(path)") ?? "").matches(of: /<entry>\n<title>([^<]*)</).map { String($0.output.1) }
    }
    #expect(
      titles("feed.xml") == ["Lanes are painted", "Build a tram: Late", "Riders", "Build a tram", "Roads"])
    #expect(titles("p/feed.xml") == titles("feed.xml"))
    #expect(
      titles("departments/transport/feed.xml") == ["Lanes are painted", "Build a tram: Late", "Riders", "Build a tram"])
    #expect(titles("departments/parks/feed.xml") == ["Build a tram: Late"])
    #expect(titles("indicators/riders/feed.xml") == ["Riders"])
    let feed = try #require(folder.text("Output/feed.xml"))
    #expect(feed.contains("<id>https://example.org/actions/tram/#-update-2</id>"))
    let page = try #require(folder.text("Output/feed/index.html"))
    for text in ["Lanes are painted", "The tender failed.", "/departments/parks/feed.xml"] {
      #expect(page.contains(text))
    }
    #expect(folder.text("Output/index.html")?.contains("/feed/\">All that is new</a>") == true)
  }

  @Test("The feed has statuses and figures that changed between snapshots, under the time of the later one")
  func changedStatuses() async throws {
    var changed = site
    changed["Content/site.yaml"] =
      "title: County\nlanguages: [en]\nas-of: 2025-12\nbase-url: https://example.org/\n"
    let folder = TemporaryFolder(changed)
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    folder.write(try #require(site["Content/site.yaml"]), to: "Content/site.yaml")
    folder.write(
      try #require(changed["Content/p/1-roads.md"]).replacing(
        "values: {2024: 40}", with: "values: {2024: 40, 2025: 50}"),
      to: "Content/p/1-roads.md")
    #expect(try await build(folder).findings == "")
    let feed = try #require(folder.text("Output/feed.xml"))
    #expect(feed.contains("<id>https://example.org/indicators/riders/#-status-2026-03</id>"), "\(feed)")
    #expect(feed.contains("<updated>2026-03-31T00:00:00Z</updated>"))
    #expect(feed.contains(" → Achieved"), "\(feed)")
    #expect(feed.contains("; 40 (2024) → 50 (2025)</summary>"))
    // The day is unknown: it does not count as a last change, and readers see the two times.
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains(">Between December 2025 and March 2026</time>"), "\(front)")
    #expect(!front.contains("Last change: <b>31 March 2026</b>"), "\(front)")
    #expect(folder.text("Output/feed/index.html")?.contains(">Between December 2025 and March 2026</time>") == true)
    #expect(folder.text("Output/indicators/riders/feed.xml")?.contains("40 (2024) → 50") == true)
    #expect(folder.text("Output/departments/parks/feed.xml")?.contains("40 (2024) → 50") == false)
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    #expect(try await build(folder).findings == "")
    // The snapshot of that time adds nothing, and leads to its place.
    let later = try #require(folder.text("Output/feed.xml"))
    #expect(later.replacing("/indicators/riders/#-status-history", with: "/indicators/riders/") == feed)
  }

  @Test("The last change and the latest updates are those of the feed: statuses, targets and retirements as well")
  func lastChange() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2026-03\n",
      "Content/index.md": "---\ntitle: Home\ndate: 2025-01-01\n---\nHello.\n",
      "Content/departments.yaml": "- {id: roads, name: Roads}\n- {id: parks, name: Parks}\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: P\nperiod: 2024-2028\n---\nText.\n",
      "Content/q/index.md": "---\ntype: plan\ntitle: Q\nperiod: 2024-2028\n---\nText.\n",
      "Content/p/indicators.yaml": """
      - {id: a, name: A, department: roads, target: {value: 9, earlier: [{value: 8, until: 2026-02, why: x}]}, baseline: 1, values: {2024: 2}}
      - {id: b, name: B, department: parks, target: 9, baseline: 1, retired: {on: 2025-11, why: y}}
      - {id: d, name: D, department: parks, target: 9, baseline: 1, values: {2024: 2}}

      """,
      "Content/q/indicators.yaml": "- {id: c, name: C, target: 9, baseline: 1, values: {2024: 2}}\n",
    ])
    #expect(try await build(folder).findings == "")
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("Last change: <b>February 2026</b>"), "\(front)")
    #expect(front.contains("Target: 8 → 9, changed in February 2026, because x"))
    #expect(folder.text("Output/p/index.html")?.contains("Last change: <b>February 2026</b>") == true)
    #expect(
      folder.text("Output/departments/parks/index.html")?.contains("Last change: <b>November 2025</b>") == true)
    #expect(folder.text("Output/q/index.html")?.contains("Last change") == false)
  }

  @Test("The shares of entries with a department and of those with an update")
  func accountability() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let plan = try #require(folder.text("Output/p/index.html"))
    #expect(plan.contains("3 of 3 indicators and actions have a department in charge (100%)."))
    #expect(plan.contains("3 of the 3 that have begun were reported on or updated at least once (100%)."))
  }

  @Test("Indicators at risk without an update, updates later than as-of, and updates without a subject")
  func findings() async throws {
    #expect(
      try await checked([
        "Content/p/actions.yaml":
          "- {id: bus, name: Bus lanes, section: roads, due: 2025}\n- {id: tram, name: Tram, section: roads, due: 2025}\n"
      ])
      .contains("note: Plan: 1 of 3 indicators and actions is at risk without an update: 'Tram' [owner.unexplained]"))
    let found = try await checked([
      "Content/updates/2026-03-05-bus.md": "---\ntitle: Lanes\nabout: [buss]\n---\nText.\n",
      "Content/updates/news.md": "---\ntitle: News\n---\nText.\n",
      "Content/p/actions.yaml":
        "- {id: bus, name: Bus, section: roads, updates: [{date: 2026-04-01, text: Later.}, {text: No day.}]}\n",
    ])
    for text in [
      "there is no action, indicator, programme or section 'buss' [reference.unknown]",
      "Content/updates/news.md:2:8: error: an update needs 'date' [field.missing-key]",
      "warning: an update is of 2026-04-01, after 'as-of: 2026-03', and is left out [audit.after-as-of]",
    ] { #expect(found.contains(text), "\(text)") }
  }

  @Test("An invalid status")
  func status() async throws {
    #expect(
      try await checked([
        "Content/updates/2026-03-05-bus.md": "---\ntitle: Lanes\nabout: [bus]\nstatus: begun\n---\nText.\n"
      ])
      .contains("'begun' is not a status of an indicator or an action [field.invalid-value]"))
  }

  @Test("A site that is one plan, without a base URL")
  func onePlan() async throws {
    var files = smallSite
    files["Content/actions.yaml"] = "- {id: a, name: 修路, updates: [{date: 2024-05-01, text: 已开工, status: started}]}\n"
    files["Content/updates/2024-06-01-b.md"] = "---\ntitle: 通报\n---\n进展顺利。\n"
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/plan-feed.xml")?.contains("<title>修路</title>") == true)
    #expect(folder.text("Output/feed/index.html")?.contains("通报") == true)
    #expect(folder.text("Output/actions/a/index.html")?.contains("进行中") == true)
  }
}
