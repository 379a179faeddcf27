import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The meta tags of Chinese government sites. All names and numbers are invented.
struct GovernmentProfileTests {
  private func site(_ changes: [String: String] = [:]) -> [String: String] {
    [
      "Content/site.yaml": """
      title: 示例规划
      description: 示例市的规划。
      publisher: 示例市人民政府
      base-url: https://example.org:8080/plans/
      profile: cn-gov
      owner: {identification-code: "0000000000"}
      downloads: {excel: false}
      theme: {image: site.png}

      """,
      "Content/site.png": smallPicture,
      "Content/index.md": "---\ntitle: 首页\n---\n正文。\n",
      "Content/departments.yaml": "- {id: roads, name: 示例交通局}\n",
      "Content/p/index.md": """
      ---
      type: plan
      title: 示例“规划”
      period: 2021-2025
      summary: 五年的示例。
      tags: [规划, 示例]
      date: 2021-03-05 09:30
      image: p.png
      ---
      正文。

      """,
      "Content/p/p.png": smallPicture,
      "Content/p/1-roads.md": "---\ntitle: 道路\ndate: 2022-04-06T14:05\ntags: [道路]\ndepartment: roads\n---\n正文。\n",
      "Content/p/2-more.md": "---\ntitle: 其他\n---\n正文。\n",
      "Content/p/indicators.yaml":
        "- {id: a, name: 公里数, target: 5, values: {2022: 5}, source: 示例统计局, department: roads, from: {section: roads}}\n",
    ].merging(changes) { _, new in new }
  }

  /// The government's tags of a page, a line each.
  private func tags(_ folder: TemporaryFolder, _ page: String) throws -> [String] {
    let html = try #require(folder.text("Output/\(page)"))
    return html.matches(of: /<meta name="([A-Z]\w+)" content="([^"]*)">/).map { "\($0.output.1)=\($0.output.2)" }
  }

  @Test("Each kind of page has its tags")
  func pages() async throws {
    let folder = TemporaryFolder(site())
    #expect(try await build(folder).findings == "")
    let ofSite = ["SiteName=示例规划", "SiteDomain=example.org", "SiteIDCode=0000000000"]
    #expect(try tags(folder, "index.html") == ofSite)
    let column = ["ColumnName=示例“规划”", "ColumnDescription=五年的示例。", "ColumnKeywords=规划,示例", "ColumnType=规划计划"]
    #expect(try tags(folder, "p/index.html") == ofSite + column)
    #expect(try tags(folder, "p/progress-summary/index.html") == ofSite + column)
    #expect(
      try tags(folder, "indicators/index.html") == ofSite + [
        "ColumnName=指标", "ColumnDescription=示例市的规划。", "ColumnKeywords=指标,示例“规划”", "ColumnType=规划计划",
      ])
    #expect(
      try tags(folder, "p/roads/index.html") == ofSite + [
        "ColumnName=示例“规划”", "ColumnType=规划计划", "ArticleTitle=道路", "PubDate=2022-04-06 14:05",
        "ContentSource=示例市人民政府", "Keywords=道路", "Author=示例交通局", "Description=正文。",
        "Image=https://example.org:8080/plans/p/p.png", "Url=https://example.org:8080/plans/p/roads/",
      ])
    // A section without a date was published with its plan; an indicator has its own source.
    #expect(try tags(folder, "p/more/index.html").contains("PubDate=2021-03-05 09:30"))
    let indicator = try tags(folder, "indicators/a/index.html")
    for tag in ["ArticleTitle=公里数", "PubDate=2021-03-05 09:30", "ContentSource=示例统计局", "Author=示例交通局"] {
      #expect(indicator.contains(tag), "\(tag)")
    }
    #expect(try tags(folder, "departments/roads/index.html").contains("Image=https://example.org:8080/plans/site.png"))
    #expect(try tags(folder, "404.html") == [])
  }

  @Test("Without the profile no page has them, and a picture is still shared")
  func without() async throws {
    var files = site()
    files["Content/site.yaml"] = files["Content/site.yaml"]?.replacing("profile: cn-gov\n", with: "")
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    #expect(try tags(folder, "p/roads/index.html") == [])
    let html = try #require(folder.text("Output/p/roads/index.html"))
    #expect(html.contains("<meta property=\"og:image\" content=\"https://example.org:8080/plans/p/p.png\">"))
  }

  @Test("The page of a programme shares the picture of its plan, in both kinds of tags")
  func programme() async throws {
    let folder = TemporaryFolder(site(["Content/p/programmes.yaml": "- {id: ring, name: 环路工程, summary: 示例。}\n"]))
    #expect(try await build(folder).findings == "")
    let picture = "https://example.org:8080/plans/p/p.png"
    #expect(try tags(folder, "programmes/ring/index.html").contains("Image=\(picture)"))
    let html = try #require(folder.text("Output/programmes/ring/index.html"))
    #expect(html.contains("<meta property=\"og:image\" content=\"\(picture)\">"))
  }

  private func check(_ changes: [String: String]) async throws -> String {
    let folder = TemporaryFolder(site(changes))
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    return DiagnosticPrinter(format: .text).print(report.diagnostics.filter { $0.code.rawValue.hasPrefix("profile.") })
  }

  @Test("A complete site passes the check")
  func complete() async throws {
    #expect(try await check([:]) == "")
  }

  @Test("A missing tag is reported once, at the place where to write it")
  func missing() async throws {
    let settings = try await check([
      "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\nprofile: cn-gov\n"
    ])
    for line in [
      "needs 'SiteDomain'", "add 'base-url', the address of the site", "needs 'SiteIDCode'",
      "add 'identification-code' with its ten digits under 'owner'", "needs 'ColumnDescription'",
      "add 'description', one sentence",
    ] { #expect(settings.components(separatedBy: line).count == 2, "\(line)\n\(settings)") }
    let plan = try await check([
      "Content/p/index.md": "---\ntype: plan\ntitle: 示例\nperiod: 2021-2025\ndate: 2021-03-05\n---\n正文。\n"
    ])
    for line in [
      "needs 'ColumnKeywords'", "add 'tags: [word, word]'",
      "the date of '示例' has no time, so its PubDate ends in 00:00 [profile.no-time]",
      "write the time of publication too: 'date: 2021-03-05 09:30'",
    ] { #expect(plan.components(separatedBy: line).count == 2, "\(line)\n\(plan)") }
    let page = try await check(["Content/news.md": "---\ntype: page\ntitle: 消息\n---\n正文。\n"])
    #expect(
      page.contains(
        "Content/news.md:3:8: error: the profile cn-gov needs 'PubDate', and nothing here gives it [profile.missing-tag]"
      ))
  }

  @Test("An unknown profile and a picture that does not exist are errors")
  func wrong() async throws {
    let folder = TemporaryFolder(
      site([
        "Content/p/index.md": "---\ntype: plan\ntitle: 示例\nperiod: 2021-2025\nimage: q.png\n---\n",
        "Content/site.yaml": "title: 示例\ntheme: {image: sit.png}\n",
      ]))
    let findings = try await build(folder).findings
    #expect(
      findings.contains("did you mean 'p.png'?") && findings.contains("there is no file 'sit.png' next to site.yaml"))
    let unknown = TemporaryFolder(site(["Content/site.yaml": "title: 示例\nprofile: gov\n"]))
    #expect(try await build(unknown).findings.contains("cn-gov"))
  }
}
