import Diagnostics
import Foundation
import Indicators
import SiteEngine
import TestSupport
import Testing

/// Targets that the sentences of a site promise.
struct ExtractTests {
  private static let text = """
    ---
    title: 人才
    ---
    聚集各类人才。

    :::box{title="专栏 引人育人"}
    ## 英才引培工程

    力争5年内引进**国家级**高层次人才5名左右,自主培育紧缺型人才100名。

    到2025年培养千名青年人才。争创国家级制造业创新中心。
    :::

    """

  private func folder(_ changes: [String: String] = [:]) -> TemporaryFolder {
    TemporaryFolder(
      [
        "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
        "Content/index.md": "---\ntitle: 首页\n---\n正文。\n",
        "Content/p/index.md": "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2025}\n---\n正文。\n",
        "Content/p/1-talent.md": ExtractTests.text,
        "Content/p/programmes.yaml": "- {id: talents, name: 英才引培工程}\n",
      ].merging(changes) { $1 })
  }

  private func check(_ folder: TemporaryFolder) async throws -> (report: CheckReport, text: String) {
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    return (report, DiagnosticPrinter(format: .text).print(report.diagnostics))
  }

  @Test("A target is listed with its place, its programme and its gaps")
  func list() async throws {
    let folder = folder()
    let author = try #require(try await Author.open(folder.path).value)
    #expect(
      author.extract().enumerated().flatMap { $1.described(number: $0 + 1).map(\.english) }.joined(separator: "\n")
        == """
        1  引进国家级高层次人才: about 5 名
           increase · 2025 (5年内) · programme talents · confidence high
           Content/p/1-talent.md:9:20: 力争5年内引进国家级高层次人才5名左右,自主培育紧缺型人才100名。
        2  自主培育紧缺型人才: 100 名
           increase · 2025 (5年内) · programme talents · confidence high
           Content/p/1-talent.md:9:34: 力争5年内引进国家级高层次人才5名左右,自主培育紧缺型人才100名。
        3  培养青年人才: 1000 名
           increase · 2025 (到2025年) · programme talents · confidence high
           Content/p/1-talent.md:11:9: 到2025年培养千名青年人才。
        4  争创国家级制造业创新中心
           milestone · programme talents · confidence medium
           open: no date: the plan's last year holds
           Content/p/1-talent.md:11:16: 争创国家级制造业创新中心。
        """)
  }

  @Test("For programs a target is an object, and a fact that the sentence lacks is a missing key")
  func json() async throws {
    let folder = folder()
    let author = try #require(try await Author.open(folder.path).value)
    #expect(
      author.extract().map { $0.json() }.prefix(1) == [
        #"{"name":"引进国家级高层次人才","value":5,"unit":"名","kind":"increase","approx":true,"year":2025,"phrase":"5年内","programme":"英才引培工程","section":"talent","quote":"力争5年内引进国家级高层次人才5名左右,自主培育紧缺型人才100名。","file":"Content/p/1-talent.md","line":9,"column":20,"confidence":"high"}"#
      ])
  }

  @Test("Accepted targets are appended to the register as a person would write them, and are then known")
  func accept() async throws {
    let register =
      "# 手写\n\n- id: first\n  name: 第一项\n  target: 9\n  from: talent\n\n- id: second\n  name: 第二项\n  target: 9\n  from: talent\n"
    let folder = folder(["Content/p/indicators.yaml": register])
    let author = try #require(try await Author.open(folder.path).value)
    let added = try author.accept(author.extract())
    #expect(added.map { "\($0.register) \($0.count)" } == ["Content/p/indicators.yaml 4"])
    #expect(
      folder.text("Content/p/indicators.yaml") == register + """

        - id: 引进国家级高层次人才
          name: 引进国家级高层次人才
          unit: 名
          kind: increase
          measure: cumulative
          target: {year: 2025, value: 5, approx: true, phrase: "5年内"}
          programme: talents
          from: {section: talent, quote: "力争5年内引进国家级高层次人才5名左右,自主培育紧缺型人才100名。"}

        - id: 自主培育紧缺型人才
          name: 自主培育紧缺型人才
          unit: 名
          kind: increase
          measure: cumulative
          target: {year: 2025, value: 100, phrase: "5年内"}
          programme: talents
          from: {section: talent, quote: "力争5年内引进国家级高层次人才5名左右,自主培育紧缺型人才100名。"}

        - id: 培养青年人才
          name: 培养青年人才
          unit: 名
          kind: increase
          measure: cumulative
          target: {year: 2025, value: 1000, phrase: 到2025年}
          programme: talents
          from: {section: talent, quote: 到2025年培养千名青年人才。}

        - id: 争创国家级制造业创新中心
          name: 争创国家级制造业创新中心
          kind: milestone
          due: 2025
          programme: talents
          from: {section: talent, quote: 争创国家级制造业创新中心。}
          note: 原文没有写明期限，按规划期末2025年计。

        """)
    let again = try #require(try await Author.open(folder.path).value)
    #expect(again.extract().isEmpty)
    #expect(try await check(folder).report.diagnostics.filter { $0.severity != .warning }.map(\.message) == [])
  }

  @Test(
    "A sentence that promises a number and is quoted by no indicator is a note, until it is put aside with its words")
  func unquoted() async throws {
    let page = "---\ntitle: A\n---\nPlant 5,000 trees by 2025. By 2025, 40% of homes will be insulated.\n"
    let site = [
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
      "Content/1-a.md": page,
      "Content/indicators.yaml":
        "- {id: trees, name: Trees, unit: trees, kind: increase, target: 5000, from: {section: a, quote: \"Plant 5,000 trees by 2025\"}}\n",
    ]
    let (_, text) = try await check(TemporaryFolder(site))
    #expect(
      text == """
        Content/1-a.md:4:37: note: the sentence promises a number, and no indicator quotes it [extract.unquoted]
            4 | Plant 5,000 trees by 2025. By 2025, 40% of homes will be insulated.
              |                                     ^
        hint: 'planpress extract' adds it; if it is not a target, put it aside under 'accept'

        """)
    let aside = "accept: {extract.unquoted: {\"40% of homes\": a forecast, \"no such words\": why}}\n"
    let (report, rest) = try await check(
      TemporaryFolder(site.merging(["Content/1-a.md": page.replacing("title: A\n", with: "title: A\n\(aside)")]) { $1 })
    )
    #expect(report.accepted.map { "\($0.finding.code.rawValue) \($0.reason)" } == ["extract.unquoted a forecast"])
    #expect(
      rest == """
        Content/1-a.md:3:57: warning: this sentence is put aside here, but no longer promises a number [accept.unused]
            3 | \(aside.dropLast())
              |                                                         ^~~~~~~~~~~~~~~
        hint: remove this line

        """)
  }

  @Test("A new indicator takes facts that the command lacks from its sentence")
  func newIndicator() async throws {
    let folder = folder()
    let author = try #require(try await Author.open(folder.path).value)
    let added = try author.addIndicator(
      from: "培养千名青年人才", id: "youth", name: "青年人才", unit: nil, kind: nil, target: nil, plan: nil)
    #expect("\(added)" == #"(path: "Content/p/indicators.yaml", line: 1)"#)
    #expect(
      folder.text("Content/p/indicators.yaml") == """
        - id: youth
          name: 青年人才
          unit: 名
          kind: increase
          measure: cumulative
          target: {year: 2025, value: 1000, phrase: 到2025年}
          programme: talents
          from: {section: talent, quote: 培养千名青年人才}

        """)
    func refusal(_ words: String) -> String? {
      do {
        _ = try author.addIndicator(from: words, id: "other", name: nil, unit: nil, kind: nil, target: nil, plan: nil)
        return nil
      } catch { return (error as? Author.Refusal)?.reason.english }
    }
    #expect(refusal("没有这样的话") == "no sentence that promises something has the words '没有这样的话'")
    #expect(
      refusal("力争5年内引进国家级高层次人才5名左右，自主培育紧缺型人才100名") == "the quotation promises several things: '引进国家级高层次人才', '自主培育紧缺型人才'"
    )
  }

  @Test("A new indicator of a change asks for its baseline, and then builds")
  func newChange() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [zh-CN]\n",
      "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n正文。\n",
      "Content/1-a.md": "---\ntitle: 甲\n---\n到2025年，高新技术企业数量比2020年增长一倍。\n",
    ])
    let author = try #require(try await Author.open(folder.path).value)
    func add(_ baseline: String?) throws {
      _ = try author.addIndicator(
        from: "高新技术企业数量比2020年增长一倍", id: "firms", name: nil, unit: "家", kind: nil, target: nil, baseline: baseline,
        plan: nil)
    }
    let refusals: [(String?, String)] = [
      (nil, "the sentence says by how much '高新技术企业数量' is to change, and not what it was"),
      ("many", "the baseline must be a number, not 'many'"), ("MMXX=3", "'MMXX' is not a year"),
    ]
    for (baseline, reason) in refusals {
      let refusal = #expect(throws: Author.Refusal.self) { try add(baseline) }
      #expect(refusal?.reason.english == reason)
    }
    try add("400")
    #expect(
      folder.text("Content/indicators.yaml") == """
        - id: firms
          name: 高新技术企业数量
          unit: 家
          baseline: {year: 2020, value: 400}
          target: {year: 2025, change: "+100%", phrase: 到2025年}
          from: {section: a, quote: 高新技术企业数量比2020年增长一倍}

        """)
    #expect(try await build(folder).findings.contains("error: ") == false)
  }

  @Test("A quotation whose sentence was changed is an error that shows both")
  func changedSentence() async throws {
    let site = [
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
      "Content/1-a.md": "---\ntitle: A\n---\nThe river is long. By 2025, **4,000** trees will be planted along it.\n",
      "Content/indicators.yaml":
        "- {id: trees, name: Trees, unit: trees, kind: increase, target: 5000, from: {section: a, quote: \"By 2025, 5,000 trees will be planted\"}}\n",
    ]
    let findings = try await check(TemporaryFolder(site)).report.diagnostics
    #expect(findings.map(\.code) == [.auditQuote])
    #expect(findings.map(\.severity) == [.error])
    #expect(
      findings.map { "\($0.message)" } == [
        "section 'A' no longer says “By 2025, 5,000 trees will be planted”, but “By 2025, 4,000 trees will be planted along it.”"
      ])
    #expect(findings.flatMap(\.related).map { "\($0.location.path):\($0.location.line)" } == ["Content/1-a.md:4"])
  }

  @Test("On the page, the number of a quoted sentence links to its indicator, each of several to its own")
  func links() async throws {
    let folder = folder()
    let author = try #require(try await Author.open(folder.path).value)
    _ = try author.accept(author.extract())
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path, outputDirectory: "\(folder.path)/Output")).build()
    let page = try #require(folder.text("Output/p/talent/index.html"))
    for number in ["5", "100", "千"] { #expect(page.contains("\">\(number)名</a>"), "\(number)") }
    #expect(page.components(separatedBy: "<a class=\"figure\"").count == 4)
  }

  @Test("A number after :target that differs from it is an error")
  func repeatedNumber() async throws {
    func site(_ text: String) -> [String: String] {
      [
        "Content/site.yaml": "title: Site\nlanguages: [zh-CN]\n",
        "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n\(text)\n",
        "Content/indicators.yaml": "- {id: days, name: 优良天数, unit: 天, baseline: 200, target: 300}\n",
      ]
    }
    let findings = try await check(TemporaryFolder(site("优良天数达到:target[days]（320天）。"))).report.diagnostics
    #expect(findings.map(\.code) == [.otherNumber])
    #expect(findings.map { "\($0.message)" } == ["the text says 320 天 after the target of '优良天数', which is 300 天"])
    #expect(findings.map { "\($0.location.path):\($0.location.line)" } == ["Content/index.md:6"])
    for again in ["或320天", "，即320天", "左右（约320天）", "（也就是320天）", " of 320天", ", i.e. 320天"] {
      let codes = try await check(TemporaryFolder(site("优良天数达到:target[days]\(again)。"))).report.diagnostics.map(\.code)
      #expect(codes == [.otherNumber], "\(again)")
    }
    for other in [
      "优良天数达到:target[days]（300天）。", "优良天数达到:target[days]，投资5亿元。", "达到:target[days]，2020年为200天。",
      "达到:target[days]或300天。", "达到:target[days]，比上年多320天。",
    ] {
      #expect(try await check(TemporaryFolder(site(other))).report.diagnostics.map(\.code) == [], "\(other)")
    }
  }

  @Test(
    "Of a quotation that names its source, no sentence is a target",
    arguments: [
      ("> 引自《国家纲要》：坚持绿色发展。到2025年，森林覆盖率达到60%。", 0), ("> 《国家纲要》提出：\n>\n> 到2025年，森林覆盖率达到60%。", 0),
      ("> 到2025年，森林覆盖率达到60%。\n>\n> ——国家纲要", 0), ("> 资料来源：林业局\n>\n> - 到2025年，森林覆盖率达到60%。", 0),
      ("> 提示：到2025年，森林覆盖率达到60%。", 1), ("> 引自纲要。\n\n到2025年，森林覆盖率达到60%。", 1),
      ("> Plant 500 trees by 2025.\n>\n> — National Forest Plan", 0), ("> Plant 500 trees by 2025.", 1),
    ])
  func citations(_ text: String, _ count: Int) async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [zh-CN]\n",
      "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n\(text)\n",
    ])
    #expect(try #require(try await Author.open(folder.path).value).extract().count == count, "\(text)")
  }

  @Test("A plan of another place is not a target, and a plan of the plan's own place is")
  func otherPlaces() async throws {
    func count(_ title: String, _ text: String) async throws -> Int {
      let folder = TemporaryFolder([
        "Content/site.yaml": "title: Site\nlanguages: [zh-CN]\n",
        "Content/index.md": "---\ntype: plan\ntitle: \(title)\nperiod: 2021-2025\n---\n\(text)\n",
      ])
      return try #require(try await Author.open(folder.path).value).extract().count
    }
    #expect(try await count("某市规划", "上海市计划到2025年轨道交通里程超过1100公里。") == 0)
    #expect(try await count("上海市规划", "上海市计划到2025年轨道交通里程超过1100公里。") == 1)
    #expect(try await count("Our plan", "Chicago plans to plant 75,000 trees by 2025.") == 0)
    #expect(try await count("Chicago Climate Plan", "Chicago plans to plant 75,000 trees by 2025.") == 1)
  }

  @Test("A quotation that differs from its sentence hides no number after :target")
  func errorsTogether() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [zh-CN]\n",
      "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n优良天数达到:target[days]（320天）。\n",
      "Content/1-a.md": "---\ntitle: 章\n---\n绿地达到50公顷。\n",
      "Content/indicators.yaml": """
      - {id: days, name: 优良天数, unit: 天, baseline: 200, target: 300}
      - {id: green, name: 绿地, unit: 公顷, target: 60, from: {section: a, quote: "绿地达到60公顷。"}}

      """,
    ])
    let codes = try await check(folder).report.diagnostics.filter { $0.severity == .error }.map(\.code)
    #expect(Set(codes) == [.auditQuote, .otherNumber], "\(codes)")
  }

  @Test("A change without its baseline is reported, and a change of a percentage is in percentage points")
  func changes() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
      "Content/1-a.md":
        "---\ntitle: A\n---\nReduce recidivism by 3 percentage points by 2025. Plant 500 trees by 2025.\n",
    ])
    let author = try #require(try await Author.open(folder.path).value)
    let targets = author.extract()
    #expect(targets.map(\.needsBaseline) == [true, false])
    #expect(targets[0].json().contains(#""unit":"percentage points""#), "\(targets[0].json())")
    #expect(targets[0].described(number: 1)[0].english == "1  Recidivism: -3 percentage points")
  }

  @Test("A directive leaves no mark in a name and in a quotation")
  func directive() async throws {
    let folder = folder([
      "Content/p/1-talent.md": "---\ntitle: 就业\n---\n失业率:target[first]控制在6%以内。\n",
      "Content/p/indicators.yaml": "- {id: first, name: 第一项, unit: 人, target: 9}\n",
    ])
    let author = try #require(try await Author.open(folder.path).value)
    #expect(author.extract().map { "\($0.draft.name)|\($0.draft.quote)" } == ["失业率|失业率控制在6%以内。"])
  }

  @Test("Targets of one sentence for two years are one indicator with a path")
  func path() async throws {
    let folder = folder([
      "Content/p/1-talent.md": "---\ntitle: 生态\n---\n森林覆盖率到2023年达到60%，到2025年达到62%。\n"
    ])
    let author = try #require(try await Author.open(folder.path).value)
    _ = try author.accept(author.extract())
    #expect(
      folder.text("Content/p/indicators.yaml") == """
        - id: 森林覆盖率
          name: 森林覆盖率
          unit: "%"
          targets: [{year: 2023, value: 60, phrase: 到2023年}, {year: 2025, value: 62, phrase: 到2025年}]
          from: {section: talent, quote: "森林覆盖率到2023年达到60%，到2025年达到62%。"}

        """)
  }
}
