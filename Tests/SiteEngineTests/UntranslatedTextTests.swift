import TestSupport
import Testing

@testable import SiteEngine

/// Texts that an edition shows in the main language are marked as such.
struct UntranslatedTextTests {
  private func page(_ files: [String: String], _ path: String) async throws -> String {
    let folder = TemporaryFolder(files)
    let result = try await build(folder)
    #expect(!result.findings.contains("error"), "\(result.findings)")
    return try #require(folder.text(path))
  }

  @Test("Units, sources, notes and categories in another writing system carry their language everywhere")
  func otherSystem() async throws {
    let files = [
      "Content/site.yaml": "title: {zh-CN: 规划, en: The plan, ar: الخطة}\nlanguages: [zh-CN, en, ar]\npublisher: 市政府\n",
      "Content/index.md":
        "---\ntype: plan\ntitle: {zh-CN: 绿色规划, en: Green}\nperiod: {start: 2021, end: 2025}\n---\n正文。\n",
      "Content/index.en.md": "---\ntitle: Green\n---\nThe text about Shiyan (十堰).\n",
      "Content/indicators.yaml": """
      - id: park
        name: {zh-CN: 公园, en: Parks, ar: حدائق}
        unit: 公顷
        category: 环境质量
        source: 统计局 & 规划局
        baseline: 30
        target: 60
        values: {2021: 35, 2022: {value: 42, note: 初步核算}}
      """,
    ]
    let folder = TemporaryFolder(files)
    let result = try await build(folder)
    #expect(!result.findings.contains("error"), "\(result.findings)")
    let english = try #require(folder.text("Output/en/indicators/park/index.html"))
    #expect(english.contains("<span lang=\"zh-CN\">公顷</span>") || english.contains(" lang=\"zh-CN\">公顷<"))
    #expect(english.contains("统计局 &amp; 规划局") && !english.contains("<dd>统计局"))
    #expect(english.contains(" lang=\"zh-CN\">初步核算<"))
    #expect(english.contains(" lang=\"zh-CN\">市政府<"))
    for line in english.split(separator: "\n") where line.contains("公顷") && line.contains("<text") {
      #expect(line.contains("lang=\"zh-CN\""), "\(line)")
      #expect(!line.contains("<span"), "\(line)")
    }
    let front = try #require(folder.text("Output/en/index.html"))
    #expect(front.contains("Shiyan (<span lang=\"zh-CN\">十堰</span>)"))
    // In the opposite direction, a text in the page's own element would end on the wrong side.
    let arabic = try #require(folder.text("Output/ar/indicators/park/index.html"))
    #expect(arabic.contains("<span lang=\"zh-CN\" dir=\"ltr\">公顷</span>"))
    // The edition in the main language is as it was.
    #expect(!(try #require(folder.text("Output/indicators/park/index.html")).contains("lang=\"zh-CN\">公顷")))
  }

  @Test("In a language with the same letters, texts of registers that have no translation are known as a whole")
  func sameSystem() async throws {
    let files = [
      "Content/site.yaml": "title: {en: The plan, fr: Le plan}\nlanguages: [en, fr]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Green city\nperiod: {start: 2021, end: 2025}\n---\nText.\n",
      "Content/index.fr.md": "---\ntitle: Ville verte\n---\nTexte.\n",
      "Content/1-air.md": "---\ntitle: Clean air\nsummary: What we breathe\n---\nText.\n",
      "Content/indicators.yaml": """
      - id: park
        name: {en: Parks, fr: Transport}
        unit: acres
        category: Transport
        purpose: Trees cool the streets.
        baseline: 30
        target: 60
        values: {2021: 35}
      """,
    ]
    let page = try await page(files, "Output/fr/indicators/park/index.html")
    #expect(page.contains("lang=\"en\">Trees cool the streets.<"))
    #expect(page.contains("<h1>Transport</h1>") || page.contains(" lang=\"en\">Transport<"))
    let plan = try await self.page(files, "Output/fr/index.html")
    #expect(plan.contains("lang=\"en\">Clean air<"))
    #expect(!plan.contains("lang=\"en\">Ville verte"))
  }

  @Test("Snapshots are compared in the main language, and changes are shown in the words of each edition")
  func snapshots() async throws {
    let register = """
      - id: jobs
        name: {en: Jobs, fr: Emplois}
        unit: {en: jobs, fr: emplois}
        baseline: 1000
        target: 20000
        values: {2022: 5000, 2023: 9000}
      """
    let changed = TemporaryFolder([
      "Content/site.yaml": "title: Plan\nlanguages: [en, fr]\nas-of: 2024-01\n",
      "Content/index.md": "---\ntype: plan\ntitle: Green city\nperiod: {start: 2021, end: 2025}\n---\nText.\n",
      "Content/indicators.yaml": register,
    ])
    let options = BuildOptions(siteDirectory: changed.path)
    #expect(try await SiteBuild(options).takeSnapshot().path == "snapshots/2024-01.json")
    changed.write(
      "title: Plan\nlanguages: [en, fr]\nas-of: 2024-06\n", to: "Content/site.yaml")
    changed.write(
      "---\ntype: plan\ntitle: Green city\nperiod: {start: 2021, end: 2025}\ntolerance: 0.15\n---\nText.\n",
      to: "Content/index.md")
    changed.write(register.replacing("20000", with: "18000"), to: "Content/indicators.yaml")
    changed.write(
      "---\ntype: report\ntitle: Report 2023\nsnapshot: 2024-01\n---\n::indicators\n",
      to: "Content/reports/2023/index.md")
    let findings = try await build(changed).findings
    #expect(!findings.contains("error"), "\(findings)")
    let plan = try #require(changed.text("Output/fr/index.html"))
    // A narrow no-break space groups digits in French; another no-break space is before the percent sign.
    #expect(plan.contains("20\u{202F}000 → 18\u{202F}000 emplois,"))
    #expect(!plan.contains("unité ") && !plan.contains("jobs →") && !plan.contains("jobs<"))
    #expect(plan.contains("→ 15\u{202F}%"))
    #expect(plan.contains("par rapport à l’archive (janvier 2024)"))
    let report = try #require(changed.text("Output/fr/reports/2023/index.html"))
    #expect(report.contains("20\u{202F}000") && report.contains("emplois"))
    #expect(!report.contains("jobs<"))
  }

  @Test("The page for an address that does not exist speaks all languages, and each language has one of its own")
  func notFound() async throws {
    let files = [
      "Content/site.yaml": "title: Plan\nlanguages: [en, zh-CN, ar]\nbase-url: https://example.org/p/\n",
      "Content/index.md": "# Plan\n",
    ]
    let top = try await page(files, "Output/404.html")
    #expect(top.contains("<html lang=\"en\"") && top.contains("<section lang=\"zh-CN\" dir=\"ltr\">"))
    #expect(top.contains("<section lang=\"ar\" dir=\"rtl\">") && top.contains("href=\"/p/ar/\" hreflang=\"ar\""))
    let chinese = try await page(files, "Output/zh-CN/404.html")
    #expect(chinese.contains("<html lang=\"zh-CN\"") && chinese.contains("href=\"/p/\" hreflang=\"en\""))
  }
}
