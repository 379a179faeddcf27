import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Lists and totals on a site of several plans: whose they are, in which order, and what they count.
struct SeveralPlansTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: Site\nlanguages: [en]\nas-of: 2025-06\nbase-url: https://example.org/\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/departments.yaml":
      "- {id: energy, name: Department for Energy and Net Zero, short-name: Energy}\n- {id: roads, name: Roads}\n",
    "Content/nation/index.md": "---\ntype: plan\ntitle: Nation\nperiod: 2021-2025\nreference: true\n---\nText.\n",
    "Content/nation/indicators.yaml":
      "- {id: n-pm, name: National air, kind: ceiling, target: 30, values: {2022: 40}}\n",
    "Content/nation/actions.yaml": "- {id: n-do, name: National deed, due: 2022}\n",
    "Content/city/index.md": "---\ntype: plan\ntitle: City\nperiod: 2021-2025\n---\nText.\n",
    "Content/city/2-second.md": "---\ntitle: Second\ndepartment: energy\n---\nText.\n",
    "Content/city/1-first.md": "---\ntitle: First\ndepartment: energy\n---\nText.\n",
    "Content/city/3-third.md":
      "---\ntitle: Third\n---\n::indicators{ids=\"heat, bath, flats\" group=section}\n\n::actions{group=section}\n",
    "Content/city/indicators.yaml": """
    - {id: heat, name: Heat pumps, baseline: 0, target: 50, values: {2022: 1}, from: {section: second}, updates: [{date: 2024-02-03, text: Fitters are missing.}]}
    - {id: bath, name: Bathing, nature: binding, baseline: 0, target: 90, values: {2022: 20}, department: energy, from: {section: first}, programme: warm}
    - {id: flats, name: Flats, baseline: 0, target: 90, values: {2022: 80}, department: roads}
    - {id: old, name: Old promise, target: 9, values: {2022: 3}, retired: {on: 2023, why: merged}, department: energy, from: {section: first}}

    """,
    "Content/city/programmes.yaml": "- {id: warm, name: Warm homes}\n",
    "Content/city/actions.yaml": """
    - {id: c-late, name: Late deed, section: second, due: 2024, programme: warm, summary: It is long.}
    - {id: c-two, name: Deed two, section: first, due: 2028}
    - {id: c-nobody, name: Deed of nobody, due: 2028}

    """,
    "Content/town/index.md": "---\ntype: plan\ntitle: Town\nperiod: 2021-2025\n---\nText.\n",
    "Content/town/1-town.md": "---\ntitle: Town section\ndepartment: energy\n---\nText.\n",
    "Content/town/indicators.yaml":
      "- {id: t-heat, name: Town heat, baseline: 0, target: 50, values: {2022: 1}, department: energy}\n",
    "Content/town/actions.yaml":
      "- {id: t-do, name: Town deed, section: town, due: 2028}\n- {id: t-nobody, name: Town deed of nobody, due: 2028}\n",
  ]

  private func pages() async throws -> (String) throws -> String {
    let folder = TemporaryFolder(site)
    #expect(try await !build(folder).findings.contains("error"))
    return { try #require(folder.text("Output/\($0)index.html")) }
  }

  private func text(_ page: String) -> String {
    page.replacing(/<svg.*?<\/svg>/, with: "").replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
  }

  /// The part of a page below a heading with that id.
  private func part(_ id: String, of page: String) throws -> Substring {
    let start = try #require(page.range(of: "<h2 id=\"-\(id)\">")?.upperBound)
    return page[start...].prefix(upTo: try #require(page[start...].range(of: "</section>")?.lowerBound))
  }

  private func areInOrder(_ names: [String], in page: some StringProtocol) -> Bool {
    let places = names.compactMap { page.range(of: $0)?.lowerBound }
    return places.count == names.count && places == places.sorted()
  }

  @Test("The front page does not count a reference plan, and says so; binding targets come first")
  func front() async throws {
    let page = try await pages()("")
    #expect(page.contains("<span class=\"tag\">Binding</span>"))
    let words = text(page)
    #expect(words.contains("4 targets: 1 on course , 3 at risk"))
    #expect(words.contains("Not counted: 1 of plans that others align with, 1 no longer followed."))
    #expect(words.contains("5 actions") && !words.contains("National deed") && !page.contains(">National air</a>"))
    #expect(areInOrder([">Bathing</a>", ">Heat pumps</a>"], in: page))
    #expect(
      page.contains(
        "<p class=\"late-update\"><a href=\"/indicators/heat/#-update-1\"><time datetime=\"2024-02-03\">3 February 2024</time></a>: Fitters are missing.</p>"
      ))
    // Retired indicators are counted separately.
    #expect(words.contains("3 indicators and 1 given up"))
  }

  @Test("A site of nothing but plans for reference counts them")
  func allForReference() async throws {
    var changes = site.filter { $0.key.hasPrefix("Content/city") || $0.key.hasPrefix("Content/town") }
    for key in changes.keys { changes[key] = "" }
    let folder = TemporaryFolder(site.filter { changes[$0.key] == nil })
    _ = try await build(folder)
    #expect(text(try #require(folder.text("Output/index.html"))).contains("1 target: 1 at risk"))
  }

  @Test("A department's page names the plan of each row, and its sections are in the order of the plans")
  func department() async throws {
    let page = try await pages()("departments/energy/")
    let indicators = try part("indicators", of: page)
    #expect(areInOrder(["<span>City</span>", ">Bathing</a>", "<span>Town</span>", ">Town heat</a>"], in: indicators))
    let actions = try part("actions", of: page)
    #expect(areInOrder(["<span>City</span>", ">Late deed</a>", "<span>Town</span>", ">Town deed</a>"], in: actions))
    // Its own name would tell nothing new there.
    #expect(!page.contains("owner-of-all"))
    let sections = try part("sections", of: page)
    #expect(areInOrder([">First (City)</a>", ">Second (City)</a>", ">Town section (Town)</a>"], in: sections))
    let missing = try part("missing", of: page)
    #expect(missing.contains(">Bathing (City)</a>") && missing.contains(">Town heat (Town)</a>"))
  }

  @Test("Entries without a department in charge are listed under their plan")
  func nobody() async throws {
    let page = try await pages()("departments/")
    let list = try part("nobody", of: page)
    #expect(areInOrder([">City</a></h3>", "Deed of nobody", ">Town</a></h3>", "Town deed of nobody"], in: list))
    #expect(!list.contains("National"))
  }

  @Test("Programmes show the states of their entries")
  func programmes() async throws {
    let words = text(try await pages()("programmes/"))
    #expect(words.contains("Warm homes 1 indicator 1 at risk 1 action Overdue 1"))
  }

  @Test("Sections are in the order of the plan in groups of tables and in the filter of actions")
  func order() async throws {
    let page = try await pages()
    let section = try page("city/third/")
    #expect(areInOrder(["<span>First</span>", ">Bathing</a>", "<span>Second</span>", ">Heat pumps</a>"], in: section))
    #expect(areInOrder([">Deed two</a>", ">Late deed</a>"], in: section))
    let filter = try #require(try page("actions/").firstMatch(of: /<select name="section">.*?<\/select>/)).output
    #expect(areInOrder(["First", "Second", "Town section"], in: filter))
  }

  @Test("A department that answers for all rows is named above the table; others by their short names, with the whole")
  func owners() async throws {
    let page = try await pages()
    let whole = try page("city/full/")
    let energy = "<a href=\"/departments/energy/\">Department for Energy and Net Zero</a></p>"
    #expect(whole.contains("<p class=\"owner-of-all\">Responsible for all: \(energy)"))
    #expect(whole.contains("<p class=\"owner-of-all\">Responsible: \(energy)"))
    // The page of a section names its department at the top.
    let section = try page("city/first/")
    #expect(section.contains("Department for Energy and Net Zero") && !section.contains("owner-of-all"))
    #expect(
      try page("city/").contains(
        "<a href=\"/departments/energy/\" title=\"Department for Energy and Net Zero\">Energy</a>"))
    #expect(
      try page("departments/").contains(
        "<a href=\"/departments/energy/\" title=\"Department for Energy and Net Zero\">Energy</a></th>"))
  }

  @Test("A link to an action shows its state, its department and its due date")
  func preview() async throws {
    let page = try await pages()
    let due = "Department for Energy and Net Zero; Due: 2024. It is long."
    #expect(
      try page("actions/c-late/").contains(
        "<meta property=\"og:description\" content=\"Overdue; Lead department: \(due)\">"))
    #expect(
      try page("actions/c-nobody/").contains(
        "<meta name=\"description\" content=\"Planned; No department in charge; Due: 2028\">"))
  }

  @Test("Chapters of reports do not count as sections that mention an indicator: its page names the reports")
  func mentions() async throws {
    let folder = TemporaryFolder(site)
    #expect(
      try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot().path == "snapshots/2025-06.json")
    folder.write(
      "---\ntype: report\ntitle: Progress in 2024\nperiod: 2024\nplan: city\nsnapshot: 2025-06\n---\nText.\n",
      to: "Content/progress-2024/index.md")
    folder.write("---\ntitle: Overview\n---\nSee :ref[bath].\n", to: "Content/progress-2024/1-overview.md")
    #expect(try await !build(folder).findings.contains("error"))
    let page = try #require(folder.text("Output/indicators/bath/index.html"))
    let mentions = try part("mentions", of: page)
    #expect(mentions.contains(">Third</a>") && !mentions.contains("Overview") && !mentions.contains("Progress"))
    let reports = try part("reports", of: page)
    #expect(reports.contains(">Progress in 2024</a>") && !reports.contains("Overview"))
  }

  @Test("A report on all plans leaves out reference plans, and names the plan of each row")
  func report() async throws {
    let folder = TemporaryFolder(site)
    let written = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).writeReport(
      ReportRequest(period: try #require(.init("2024")), stage: .yearly, plan: nil))
    let texts = written.paths.filter { $0.hasSuffix(".md") }.compactMap(folder.text).joined()
    #expect(texts.contains("4 targets: 1 on course, 3 at risk."))
    #expect(texts.contains("::indicators{ids=\"bath\" group=plan}"))
    #expect(texts.contains("[Late deed](/actions/c-late/) (City) | 2024 | Overdue | Energy |"))
    #expect(!texts.contains("n-pm") && !texts.contains("National"))
  }

  @Test("All counts list retired indicators separately")
  func counts() async throws {
    let page = try await pages()
    #expect(text(try page("departments/")).contains("Energy and Net Zero 3 indicators and 1 given up"))
    #expect(text(try page("city/")).contains("Not counted: 1 no longer followed."))
  }

  @Test("Nobody is asked for the figures of a plan that is there for reference, and nobody has to answer for it")
  func askedFor() async throws {
    let folder = TemporaryFolder(site)
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check(for: .year(2024))
    let findings = DiagnosticPrinter(format: .text).print(report.diagnostics)
    #expect(findings.contains("'Town heat'"))
    #expect(!findings.contains("National"), "\(findings)")
  }
}
