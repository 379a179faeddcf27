import SiteEngine
import TestSupport
import Testing

/// Lists of indicators that are too long for one page.
struct LongListTests {
  /// Two plans; the first has `count` indicators in three categories, all led by one department.
  private func site(_ count: Int) -> [String: String] {
    let rows = (1...count).map { number in
      "- {id: i\(number), name: Indicator \(number), category: C\(number % 3), target: 5, values: {2022: 5}, department: roads}\n"
    }
    return [
      "Content/site.yaml": "title: Site\nlanguages: [en]\nsearch: false\ndownloads: {excel: false}\n",
      "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/departments.yaml": "- {id: roads, name: Roads department}\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Long plan\nperiod: 2021-2025\n---\n",
      "Content/p/indicators.yaml": rows.joined(),
      "Content/q/index.md": "---\ntype: plan\ntitle: Short plan\nperiod: 2021-2025\n---\n",
      "Content/q/indicators.yaml": "- {id: only, name: Only, target: 5}\n",
    ]
  }

  private func names(_ page: String?) -> [String] {
    (page ?? "").matches(of: /<th scope="row"[^>]*><a [^>]*>(Indicator \d+|Only)</).map { String($0.output.1) }
  }

  @Test("Up to 150 rows are on the page of all indicators, with its filters")
  func short() async throws {
    let folder = TemporaryFolder(site(149))
    #expect(try await build(folder).findings == "")
    let page = folder.text("Output/indicators/index.html")
    #expect(names(page).count == 150)
    #expect(page?.contains("class=\"filters\"") == true)
    #expect(folder.text("Output/p/indicators/index.html") == nil)
    #expect(folder.text("Output/departments/roads/2/index.html") == nil)
  }

  @Test("With more, that page leads to a list of each plan, whose pages hold every row once, by category")
  func long() async throws {
    let folder = TemporaryFolder(site(301))
    #expect(try await build(folder).findings == "")
    let all = try #require(folder.text("Output/indicators/index.html"))
    #expect(names(all).isEmpty && !all.contains("class=\"filters\""))
    #expect(all.contains("<a href=\"../p/indicators/index.html\">Long plan</a>"))
    #expect(all.contains("<a href=\"../q/indicators/index.html\">Short plan</a>"))

    let pages = ["index.html", "2/index.html", "3/index.html"].map { folder.text("Output/p/indicators/\($0)") }
    #expect(pages.map { names($0).count } == [150, 150, 1])
    #expect(Set(pages.flatMap(names)).count == 301)
    #expect(folder.text("Output/p/indicators/4/index.html") == nil)
    // C1 has 101 rows, and comes first: it ends on the first page.
    #expect(pages[0]?.contains(">C1<") == true && pages[1]?.contains(">C1<") == false)
    #expect(pages[1]?.contains("<a href=\"../../../p/indicators/2/index.html\" aria-current=\"page\">2</a>") == true)
    #expect(pages[1]?.contains("<a href=\"../../../p/indicators/index.html\">1</a>") == true)

    let short = folder.text("Output/q/indicators/index.html")
    #expect(names(short) == ["Only"] && short?.contains("class=\"pages\"") == false)
  }

  @Test("A department's page has the first rows; further pages have the next ones, without its description")
  func department() async throws {
    let folder = TemporaryFolder(site(301))
    #expect(try await build(folder).findings == "")
    let first = try #require(folder.text("Output/departments/roads/index.html"))
    let second = try #require(folder.text("Output/departments/roads/2/index.html"))
    #expect(names(first).count == 150 && names(second).count == 150)
    #expect(first.contains("301 targets") && !second.contains("301 targets"))
    #expect(second.contains("<a href=\"../../../departments/roads/index.html\">1</a>"))
  }

  @Test("A department's sections are spread over its pages, and no page is larger than 300 KB")
  func sections() async throws {
    var files = site(301)
    for number in 1...450 {
      files["Content/p/s\(number).md"] = "---\ntitle: Section \(number)\ndepartment: roads\n---\n"
    }
    let folder = TemporaryFolder(files)
    // No section mentions an indicator, which is a warning each.
    _ = try await build(folder)
    let pages = ["", "2/", "3/"].map { folder.text("Output/departments/roads/\($0)index.html") ?? "" }
    let listed = pages.map { $0.matches(of: />(Section \d+)</).map { String($0.output.1) } }
    #expect(listed.map(\.count) == [200, 200, 50] && Set(listed.flatMap(\.self)).count == 450)
    #expect(pages.allSatisfy { $0.utf8.count < 300_000 })
  }

  @Test("A front page with more than a hundred plans has a line for each, and no list beside them")
  func manyPlans() async throws {
    var files = site(3)
    for number in 1...250 {
      files["Content/r\(number)/index.md"] = "---\ntype: plan\ntitle: Plan \(number)\nperiod: 2021-2025\n---\n"
      files["Content/r\(number)/indicators.yaml"] = "- {id: r\(number), name: Trees, target: 5, values: {2022: 5}}\n"
    }
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/index.html"))
    #expect(page.matches(of: /<li><span><a [^>]*>Plan \d+</).count == 250)
    #expect(page.contains("<span class=\"counts\">1 indicator") && !page.contains("by-group"))
    #expect(page.utf8.count < 100_000)
  }

  @Test("A progress page has at most 48 charts beside all else; of more, the next pages have nothing else")
  func charts() async throws {
    let folder = TemporaryFolder(site(170))
    #expect(try await build(folder).findings == "")
    let pages = ["", "2/", "3/", "4/"].map { "progress-summary/\($0)index.html" }
    let counts = pages.map { page in
      (folder.text("Output/p/\(page)") ?? "").matches(of: /<h3><a [^>]*>Indicator \d+</).count
    }
    #expect(counts == [24, 60, 60, 26])
    #expect(folder.text("Output/p/progress-summary/5/index.html") == nil)
    let second = try #require(folder.text("Output/p/\(pages[1])"))
    #expect(!second.contains("170 targets") && !second.contains("<table"))
    #expect(second.contains("<a href=\"../../../p/progress-summary/index.html\">1</a>"))
    #expect(try #require(folder.text("Output/p/\(pages[0])")).contains("170 targets"))
    #expect(second.utf8.count < 300_000)
  }

  @Test("The plan's own page has the first rows, and leads to the list; a site that is one plan has it at /indicators/")
  func onePlan() async throws {
    var files = site(301).filter { !$0.key.hasPrefix("Content/q/") && $0.key != "Content/index.md" }
    files = Dictionary(uniqueKeysWithValues: files.map { ($0.key.replacing("Content/p/", with: "Content/"), $0.value) })
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    let home = try #require(folder.text("Output/index.html"))
    #expect(names(home).count == 150)
    #expect(home.contains("<a href=\"indicators/index.html\">Indicators (301)</a>"))
    let pages = ["", "2/", "3/"].map { folder.text("Output/indicators/\($0)index.html") }
    #expect(pages.map { names($0).count } == [150, 150, 1])
    #expect(Set(pages.flatMap(names)).count == 301)
    #expect(pages[0]?.contains("<a href=\"../indicators/2/index.html\">2</a>") == true)
    #expect(pages[1]?.contains("<a href=\"../../indicators/index.html\">1</a>") == true)
  }

  @Test("A section whose address is that of a list is an error that names both")
  func clash() async throws {
    var files = site(301)
    files["Content/p/indicators.md"] = "---\ntitle: Indicators\n---\nText.\n"
    let folder = TemporaryFolder(files)
    let (built, findings) = try await build(folder)
    #expect(!built && findings.contains("the list of the indicators of 'Long plan'"), "\(findings)")
  }
}
