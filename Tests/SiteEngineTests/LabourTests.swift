import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The division of labour, in and out, and milestones as actions.
struct LabourTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: 市\nlanguages: [zh-CN]\n", "Content/index.md": "---\ntitle: 首页\n---\n文字。\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n文字。\n",
    "Content/p/1-a.md": "---\ntitle: 甲\n---\n文字。\n",
    "Content/p/actions.yaml":
      "- {id: road, name: 修路, section: a, department: {lead: 住建局, support: [财政局, 园林局]}, due: 2025-06, code: '1'}\n",
  ]

  @Test("The published table can be imported again")
  func roundTrip() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let csv = try #require(folder.text("Output/data/division-of-labour.csv"))
    #expect(
      csv.replacing("\u{FEFF}", with: "")
        == "序号,任务,牵头单位,责任单位,完成时限,章节\r\n1,修路,住建局,财政局、园林局,2025年6月,甲\r\n")
    var other = site
    other["Content/p/actions.yaml"] = "- {id: x, name: 种树}\n"
    other["tasks.csv"] =
      csv + ",种树,,,长期,\r\n,建园,,住建局、财政局,2025年底前,第一章 甲\r\n,改造,,,尽快,\r\n,巡查,,,每年年底,己\r\n"
    let target = TemporaryFolder(other)
    let author = try #require(try await Author.open(target.path).value)
    let result = try author.importActions("\(target.path)/tasks.csv", answers: ImportAnswers(), isDryRun: false)
    let imported = try #require(result.value)
    #expect(imported.count == 4 && imported.known == ["种树"])
    #expect(
      imported.diagnostics.map(\.message) == [
        "'尽快' is not a date, and is left out", "no section of the plan is called '己'; it stays as a note",
      ])
    #expect(
      target.text("Content/p/actions.yaml") == """
        - {id: x, name: 种树}
        - id: 修路
          name: 修路
          code: "1"
          due: 2025-06
          section: a
          department: {lead: 住建局, support: [财政局, 园林局]}
        - id: 建园
          name: 建园
          due: 2025
          section: a
          department: {lead: 住建局, support: [财政局]}
        - id: 改造
          name: 改造
        - id: 巡查
          name: 巡查
          note: ["完成时限: 每年年底", "章节: 己"]

        """)
    #expect(try await build(target).findings == "")
  }

  @Test("Sections with equal titles are distinguished by their paths, in export and import")
  func equalTitles() async throws {
    var site = site
    site["Content/p/2-b/index.md"] = "---\ntitle: 乙\n---\n文字。\n"
    site["Content/p/2-b/1-c.md"] = "---\ntitle: 甲\n---\n文字。\n"
    site["Content/p/actions.yaml"] = "- {id: road, name: 修路, section: b/c}\n- {id: tree, name: 种树, section: b}\n"
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let csv = try #require(folder.text("Output/data/division-of-labour.csv"))
    #expect(csv.hasSuffix(",修路,,,,b/c\r\n,种树,,,,乙\r\n"))
    site["Content/p/actions.yaml"] = nil
    site["tasks.csv"] = csv + ",护河,,,,甲\r\n"
    let target = TemporaryFolder(site)
    let author = try #require(try await Author.open(target.path).value)
    let imported = try #require(
      try author.importActions("\(target.path)/tasks.csv", answers: ImportAnswers(), isDryRun: false).value)
    #expect(imported.entries.filter { $0.contains("section") } == ["  section: b/c", "  section: b"])
    #expect(
      imported.diagnostics.map(\.message) == ["several sections of the plan are called '甲'; it stays as a note"])
    #expect(try await build(target).findings == "")
  }

  @Test("The column 主要内容 becomes the summary; a date that cannot be read is reported in Chinese")
  func contents() async throws {
    let folder = TemporaryFolder(
      site.merging(["t.csv": "工作任务,主要内容,牵头单位,完成时限\r\n建园,建成三座公园。,住建局,“十四五”期末\r\n改造,,,尽快\r\n"]) { $1 })
    let author = try #require(try await Author.open(folder.path).value)
    let result = try author.importActions("\(folder.path)/t.csv", answers: ImportAnswers(), isDryRun: true)
    let imported = try #require(result.value)
    #expect(imported.entries.contains("  summary: 建成三座公园。") && imported.entries.contains("  due: 2025"))
    #expect(imported.diagnostics.map { $0.words.text(in: .chinese) } == ["“尽快”不是日期，没有导入"])
  }

  @Test("A table without names")
  func nameless() async throws {
    let folder = TemporaryFolder(site.merging(["t.csv": "甲,乙\r\n1,2\r\n"]) { $1 })
    let author = try #require(try await Author.open(folder.path).value)
    #expect(throws: Author.Refusal.self) {
      try author.importActions("\(folder.path)/t.csv", answers: ImportAnswers(), isDryRun: true)
    }
  }

  @Test("Milestones become actions, once")
  func milestones() async throws {
    let folder = TemporaryFolder(
      site.merging([
        "Content/p/indicators.yaml":
          "- {id: bridge, name: 建桥, kind: milestone, due: 2024-12-31, from: a, department: 住建局, values: {2022: started}}\n- {id: park, name: 建园, kind: milestone, due: 2023, values: {2023-05: done}}\n- {id: road, name: 通车, kind: milestone, due: 2025}\n"
      ]) { $1 })
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path))
    let converted = try await build.convertMilestones()
    #expect(converted.plans.map(\.count) == [2])
    let author = try #require(try await Author.open(folder.path).value)
    #expect(try author.write(converted) == ["Content/p/actions.yaml"])
    #expect(
      folder.text("Content/p/actions.yaml")?.hasSuffix(
        """
        - id: bridge
          name: 建桥
          section: a
          department: 住建局
          due: 2024-12-31
          state: started
          indicators: [bridge]
        - id: park
          name: 建园
          due: 2023
          done: 2023-05
          indicators: [park]

        """) == true)
    #expect(try await build.convertMilestones().plans.isEmpty)
  }

  @Test("Actions made of milestones name a department as its author does")
  func milestonesOfDepartments() async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/indicators.yaml":
          "- {id: ms, name: Museum, kind: milestone, due: 2024, department: {lead: Roads, support: [Public Works]}}\n"
      ]) { $1 })
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path))
    let converted = try await build.convertMilestones()
    let author = try #require(try await Author.open(folder.path).value)
    _ = try author.write(converted)
    #expect(
      folder.text("Content/actions.yaml")?.contains("  department: {lead: Roads, support: [Public Works]}\n") == true)
    #expect(!(try await SiteEngineTests.build(folder).findings.contains("error:")))
  }

  @Test("Departments and chapters in one table")
  func responsibilities() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/departments/index.html"))
    #expect(page.contains("<th scope=\"col\" role=\"columnheader\">甲</th>"))
    #expect(page.contains(" data-label=\"甲\">1<span class=\"years\"><span>2025：1</span></span></td>"))
  }

  @Test("A department's page lists the figures that it lacks for the last finished year")
  func missingFigures() async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-06\n",
        "Content/indicators.yaml":
          "- {id: a, name: Alpha, target: 9, baseline: 1, department: Roads, values: {2024: 3}}\n- {id: b, name: Beta, target: 9, baseline: 1, department: Roads, values: {2023: 2}}\n",
      ]) { $1 })
    _ = try await build(folder)
    let page = try #require(folder.text("Output/departments/roads/index.html"))
    let section = try #require(page.firstMatch(of: /<h2 id="-missing">.*?<\/section>/.dotMatchesNewlines())).output
    #expect(section.contains("Missing figures: 2024</h2>"))
    #expect(section.contains(">Beta</a>") && !section.contains("Alpha"), "\(section)")
  }

  @Test("The chapters of the table are in the order of the plan, whatever action comes first")
  func orderOfChapters() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: County\nlanguages: [en]\n", "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2028\n---\nText.\n",
      "Content/p/1-one.md": "---\ntitle: Goal one\n---\nText.\n",
      "Content/p/2-two.md": "---\ntitle: Goal two\n---\nText.\n",
      "Content/p/actions.yaml":
        "- {id: b, name: B, section: two, department: Roads}\n- {id: a, name: A, section: one, department: Roads}\n",
    ])
    _ = try await build(folder)
    let page = try #require(folder.text("Output/departments/index.html"))
    let heads = page.matches(of: /columnheader">(Goal \w+)</).map { String($0.output.1) }
    #expect(heads == ["Goal one", "Goal two"])
  }

  @Test("Entries without a department in charge have a row and a list of their own, as check counts them")
  func nobody() async throws {
    var site = site
    site["Content/site.yaml"] = "title: County\nlanguages: [en]\n"
    site["Content/p/1-a.md"] = "---\ntitle: A\n---\n::indicators\n"
    site["Content/p/index.md"] = "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\naccountability: true\n---\nText.\n"
    site["Content/p/actions.yaml"] = """
      - {id: road, name: Road, section: a, department: {lead: Works}, due: 2025-06}
      - {id: tree, name: Tree, section: a, due: 2024}
      - {id: pond, name: Pond, due: 2024}
      - {id: pit, name: Pit, due: 2024, state: stopped}

      """
    site["Content/p/indicators.yaml"] =
      "- {id: air, name: Air, target: 9, baseline: 1}\n- {id: old, name: Old, target: 9, baseline: 1, retired: {on: 2023-01, why: x}}\n"
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/departments/index.html"))
    #expect(page.contains("<h2 id=\"-nobody\">No department in charge (3)</h2>"))
    for name in ["Tree", "Pond", "Air"] { #expect(page.contains("\">\(name)</a></p></li>"), "\(name)") }
    let row = try #require(page.firstMatch(of: />No department in charge<\/th>.*?<\/tr>/)).output
    for cell in ["\"A\">1<span class=\"years\"><span>2024: 1<", "\"Other\">1<span class=\"years\"><span>2024: 1<"] {
      #expect(row.contains(cell), "\(row)")
    }
    #expect(
      folder.text("Output/p/index.html")?.contains("1 of 4 indicators and actions have a department in charge (25%).")
        == true)
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    #expect(
      report.diagnostics.contains {
        $0.message == "Plan: 3 of 4 indicators and actions have no department in charge: 'Air', 'Tree', 'Pond'"
      })
  }

  @Test("Dates in digits are read where they are one day, and two rows of one action are named")
  func digits() async throws {
    let folder = TemporaryFolder(
      site.merging([
        "t.csv":
          "No,Action,Lead,Start,Due\r\n3,Buy buses,Transport,01/02/2026,31.12.2028\r\n3,Buy buses,Finance,,2028\r\n4,Buy buses,Finance,,2029\r\n"
      ]) { $1 })
    let author = try #require(try await Author.open(folder.path).value)
    let imported = try #require(
      try author.importActions("\(folder.path)/t.csv", answers: ImportAnswers(), isDryRun: true).value)
    #expect(imported.entries.contains("  due: 2028-12-31") && imported.count == 3)
    #expect(
      imported.diagnostics.map(\.message) == [
        "'01/02/2026' may be a day in either of two months, and is left out",
        "'Buy buses' is in the table twice, and becomes two actions",
      ])
  }
}
