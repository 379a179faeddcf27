import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteEngine

/// One site in several languages.
struct EditionTests {
  private static let files = [
    "Content/site.yaml": "title: {zh-CN: 规划, en: The plan, ar: الخطة}\nlanguages: [zh-CN, en, ar]\n",
    "Content/index.md": "---\ntype: plan\ntitle: 空气规划\nperiod: {start: 2021, end: 2025}\n---\n正文。\n",
    "Content/index.en.md": "---\ntitle: Clean air\n---\nThe text.\n",
    "Content/1-air.md": "---\ntitle: 空气\n---\n见[水](2-water.md)。\n",
    "Content/1-air.en.md": "---\ntitle: Air\n---\nSee [water](2-water.md).\n",
    "Content/2-water.md": "---\ntitle: 水\n---\n水的正文。\n",
    "Content/indicators.yaml": """
    - id: pm
      name: {zh-CN: 细颗粒物, en: Fine dust}
      unit: µg/m³
      baseline: 30
      target: 20
      values: {2021: 29, 2022: 27}
    """,
  ]

  @Test("Every page has the same address below the folder of each language, with its translation")
  func pages() async throws {
    let folder = TemporaryFolder(Self.files)
    let result = try await build(folder)
    #expect(!result.findings.contains("error"), "\(result.findings)")
    let chinese = try #require(folder.text("Output/air/index.html"))
    #expect(chinese.contains("<html lang=\"zh-CN\">") && chinese.contains("空气") && !chinese.contains("See <a"))
    let english = try #require(folder.text("Output/en/air/index.html"))
    #expect(english.contains("<html lang=\"en\">") && english.contains("<h1>"))
    #expect(english.contains("See <a href=\"../water/index.html\">water</a>."))
    #expect(english.contains("The plan</a>") && english.contains(">Home<"))
    #expect(try #require(folder.text("Output/en/index.html")).contains("Clean air"))
    #expect(folder.text("Output/air.en/index.html") == nil)
    #expect(folder.text("Output/en/404.html") != nil && folder.text("Output/en/robots.txt") == nil)
  }

  @Test("A page without a translation says so, and its text has its own language")
  func fallback() async throws {
    let folder = TemporaryFolder(Self.files)
    _ = try await build(folder)
    let page = try #require(folder.text("Output/en/water/index.html"))
    #expect(
      page.contains("<p class=\"untranslated\">This page has not been translated yet; its text is in Chinese.</p>"))
    #expect(page.contains("<div class=\"prose\" lang=\"zh-CN\">"))
    let arabic = try #require(folder.text("Output/ar/air/index.html"))
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("class=\"untranslated\""))
    #expect(!(try #require(folder.text("Output/en/air/index.html")).contains("untranslated")))
    #expect(!(try #require(folder.text("Output/water/index.html")).contains("untranslated")))
  }

  @Test("Texts of registers are read in the language of the edition, else in the main language")
  func registers() async throws {
    let folder = TemporaryFolder(Self.files)
    _ = try await build(folder)
    #expect(try #require(folder.text("Output/indicators/pm/index.html")).contains("细颗粒物"))
    let english = try #require(folder.text("Output/en/indicators/pm/index.html"))
    #expect(english.contains("<h1>Fine dust</h1>") && !english.contains("细颗粒物"))
    #expect(try #require(folder.text("Output/ar/indicators/pm/index.html")).contains("细颗粒物"))
    #expect(try #require(folder.text("Output/en/data/indicators.csv")).contains("Fine dust"))
  }

  @Test("The switch leads to the same place, with and without a base URL; robots find every language")
  func links() async throws {
    let folder = TemporaryFolder(Self.files)
    _ = try await build(folder)
    let page = try #require(folder.text("Output/en/air/index.html"))
    #expect(page.contains("<a href=\"../../air/index.html\" lang=\"zh-CN\" hreflang=\"zh-CN\">简体中文</a>"))
    #expect(
      page.contains("<a href=\"../../en/air/index.html\" lang=\"en\" hreflang=\"en\" aria-current=\"true\">English</a>")
    )
    let top = try #require(folder.text("Output/index.html"))
    #expect(top.contains("<a href=\"ar/index.html\" lang=\"ar\" hreflang=\"ar\">العربية</a>"))

    folder.write(
      "title: 规划\nlanguages: [zh-CN, en]\nbase-url: https://example.org/plans/\n", to: "Content/site.yaml")
    _ = try await build(folder)
    let whole = try #require(folder.text("Output/en/air/index.html"))
    #expect(whole.contains("<link rel=\"canonical\" href=\"https://example.org/plans/en/air/\">"))
    #expect(whole.contains("<link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://example.org/plans/air/\">"))
    #expect(whole.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/plans/en/air/\">"))
    #expect(whole.contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/plans/air/\">"))
    #expect(whole.contains("<a href=\"/plans/air/\" lang=\"zh-CN\""))
    let map = try #require(folder.text("Output/en/sitemap.xml"))
    #expect(
      map.contains(
        "<url><loc>https://example.org/plans/en/air/</loc><xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://example.org/plans/air/\"/>"
      ))
    #expect(
      folder.text("Output/robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/plans/sitemap.xml\nSitemap: https://example.org/plans/en/sitemap.xml\n"
    )
  }

  @Test("A broken link in a translation is reported in its file; findings of the main language are not repeated")
  func findings() async throws {
    var files = Self.files
    files["Content/1-air.en.md"] = "---\ntitle: Air\n---\nSee [water](2-watr.md).\n"
    let folder = TemporaryFolder(files)
    let findings = try await build(folder).findings
    #expect(findings.contains("Content/1-air.en.md:4:"))
    #expect(findings.components(separatedBy: "error: ").count == 2, "\(findings)")
  }

  @Test("With one language, a name such as a.en.md is a page of its own")
  func single() async throws {
    var files = Self.files
    files["Content/site.yaml"] = "title: 规划\nlanguages: [zh-CN]\n"
    files["Content/indicators.yaml"] = nil
    let folder = TemporaryFolder(files)
    _ = try await build(folder)
    let page = try #require(folder.text("Output/air/index.html"))
    #expect(!page.contains("language-switch") && !page.contains("hreflang"))
    #expect(folder.text("Output/en/index.html") == nil)
  }

  @Test("The check of translations lists missing ones and those older than their original")
  func translations() async throws {
    let folder = TemporaryFolder(Self.files)
    func check() async throws -> String {
      let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check(translations: true)
      return DiagnosticPrinter(format: .text).print(
        report.diagnostics.filter { $0.code == .translationMissing || $0.code == .translationOutdated })
    }
    let first = try await check()
    #expect(
      first.contains("Content/2-water.md:2:8: note: the page has no translation into 'en' [translation.missing]\n"))
    #expect(
      first.contains(
        "Content/1-air.en.md:2:8: note: the translation does not say which text it translates [translation.outdated]\n")
    )
    let original = try #require(first.firstMatch(of: /if it is up to date, write 'original: ([0-9a-f]{16})'/)?.output.1)
    folder.write("---\ntitle: Air\noriginal: \(original)\n---\nSee [water](2-water.md).\n", to: "Content/1-air.en.md")
    #expect(!(try await check().contains("1-air.en.md")))
    folder.write("---\ntitle: 空气\n---\n新的正文。\n", to: "Content/1-air.md")
    #expect(
      try await check().contains(
        "Content/1-air.en.md:3:11: warning: the translation is older than its original [translation.outdated]\n"))
  }

  @Test("Translations may be in a folder of their language, and link to each other and to untranslated pages")
  func tree() async throws {
    var files = Self.files
    files["Content/1-air.en.md"] = nil
    files["Content/en/1-air.md"] =
      "---\ntitle: Air\n---\nSee [water](drinking.md), [the plan](../index.md), [the same](2-water.md).\n"
    files["Content/en/drinking.md"] = "---\ntitle: Water\ntranslation-of: 2-water.md\n---\nThe text on water.\n"
    let folder = TemporaryFolder(files)
    let findings = try await build(folder).findings
    #expect(!findings.contains("error"), "\(findings)")
    let page = try #require(folder.text("Output/en/air/index.html"))
    #expect(page.contains("See <a href=\"../water/index.html\">water</a>, <a href=\"../index.html\">the plan</a>"))
    #expect(page.contains("<a href=\"../water/index.html\">the same</a>."))
    #expect(try #require(folder.text("Output/en/water/index.html")).contains("The text on water."))
    #expect(folder.text("Output/en/en/air/index.html") == nil && folder.text("Output/en/drinking/index.html") == nil)
  }

  @Test(
    "A page that should be a translation and is none is an error",
    arguments: [
      (
        "Content/en/fire.md", "---\ntitle: Fire\n---\n",
        """
        Content/en/fire.md:2:8: error: the folder 'en' is for translations, and this page does not say which page it translates [translation.invalid]
            2 | title: Fire
              |        ^~~~
        hint: add a line such as 'translation-of: plan/1-air.md' to its front matter, or move the page out of 'en'
        """
      ),
      (
        "Content/en/fire.md", "---\ntitle: Fire\ntranslation-of: 1-iar.md\n---\n",
        """
        Content/en/fire.md:3:17: error: '1-iar.md' is not a page of the site [translation.invalid]
            3 | translation-of: 1-iar.md
              |                 ^~~~~~~~
        hint: did you mean '1-air.md'?
        """
      ),
      (
        "Content/fire.md", "---\ntitle: Fire\ntranslation-of: 2-water.md\n---\n",
        """
        Content/fire.md:3:17: error: the language of this translation is not known [translation.invalid]
            3 | translation-of: 2-water.md
              |                 ^~~~~~~~~~
        hint: add a line 'language: …' with one of en, ar
        """
      ),
      (
        "Content/en/1-air.md", "---\ntitle: Fire\n---\n",
        "error: '1-air.md' has two translations into 'en' [translation.invalid]"
      ),
    ])
  func invalid(_ path: String, _ text: String, _ message: String) async throws {
    var files = Self.files
    files[path] = text
    let folder = TemporaryFolder(files)
    let result = try await build(folder)
    #expect(result.findings.contains(message), "\(result.findings)")
    #expect(!result.built)
  }

  @Test("A draft of a translation is not published")
  func draft() async throws {
    var files = Self.files
    files["Content/1-air.en.md"] = "---\ntitle: Air\ndraft: true\n---\nNot yet.\n"
    let folder = TemporaryFolder(files)
    _ = try await build(folder)
    let page = try #require(folder.text("Output/en/air/index.html"))
    #expect(page.contains("class=\"untranslated\"") && !page.contains("Not yet."))
  }

  @Test("Texts refer to departments, terms and actions by the names of the main language, in every language")
  func names() async throws {
    var files = Self.files
    files["Content/departments.yaml"] = "- {id: d, name: {zh-CN: 环保局, en: Environment}}\n"
    files["Content/glossary.yaml"] =
      "- {term: {zh-CN: 霾, en: Haze}, definition: {zh-CN: 天空混浊, en: Dry dust in the air}}\n"
    files["Content/1-air.md"] = "---\ntitle: 空气\ndepartment: 环保局\n---\n:term[霾]。\n"
    files["Content/1-air.en.md"] = nil
    files["Content/actions.yaml"] = "- {id: plant, name: {zh-CN: 种树, en: Plant trees}, department: 环保局, due: 2024}\n"
    let folder = TemporaryFolder(files)
    let findings = try await build(folder).findings
    #expect(!findings.contains("error"), "\(findings)")
    #expect(try #require(folder.text("Output/en/air/index.html")).contains(">Environment</a>"))
    #expect(try #require(folder.text("Output/en/glossary/index.html")).contains("Haze"))
    #expect(try #require(folder.text("Output/en/actions/plant/index.html")).contains("<h1>Plant trees</h1>"))
  }

  @Test(
    "Every language may have a folder; the top then lists them, and leads to the main one or to that of the browser")
  func folders() async throws {
    var files = Self.files
    files["Content/site.yaml"] =
      "title: 规划\nlanguages: [zh-CN, en, ar]\nlanguage-folders: all\nbase-url: https://example.org/p/\n"
    let folder = TemporaryFolder(files)
    _ = try await build(folder)
    #expect(try #require(folder.text("Output/zh-CN/air/index.html")).contains("https://example.org/p/zh-CN/air/"))
    let english = try #require(folder.text("Output/en/air/index.html"))
    #expect(english.contains("<a href=\"/p/zh-CN/air/\" lang=\"zh-CN\""))
    #expect(english.contains("hreflang=\"x-default\" href=\"https://example.org/p/zh-CN/air/\""))
    let top = try #require(folder.text("Output/index.html"))
    #expect(top.contains("<meta http-equiv=\"refresh\" content=\"0; url=/p/zh-CN/\">"))
    #expect(top.contains("<a href=\"/p/ar/\" lang=\"ar\" hreflang=\"ar\">العربية</a>"))
    #expect(folder.text("Output/404.html") != nil && folder.text("Output/robots.txt") != nil)
    #expect(folder.text("Output/zh-CN/404.html") != nil)

    files["Content/site.yaml"] = "title: 规划\nlanguages: [zh-CN, en]\nlanguage-folders: all\n"
    #expect(
      try await build(TemporaryFolder(files)).findings.contains(
        "Content/site.yaml:3:19: error: 'language-folders: all' needs 'base-url' [field.invalid-value]\n"))
    files["Content/site.yaml"] = "title: 规划\nlanguages: [zh-CN, en]\nchoose-language: true\n"
    let choosing = TemporaryFolder(files)
    _ = try await build(choosing)
    #expect(try #require(choosing.text("Output/index.html")).contains("/language."))
    #expect(!(try #require(choosing.text("Output/en/index.html")).contains("/language.")))
    #expect(!(try #require(choosing.text("Output/air/index.html")).contains("/language.")))
  }

  @Test("A file that is named as a translation into a language that the site does not have is a warning")
  func unlisted() async throws {
    var files = Self.files
    files["Content/1-air.fr.md"] = "---\ntitle: Air\n---\nTexte.\n"
    files["Content/2-water.v2.md"] = "---\ntitle: 水二\n---\n文字。\n"
    let findings = try await build(TemporaryFolder(files)).findings
    #expect(
      findings.hasPrefix(
        """
        Content/1-air.fr.md:2:8: warning: this page is named as the translation of '1-air.md' into 'fr', which the site does not have [translation.invalid]
            2 | title: Air
              |        ^~~
        hint: write 'languages: [zh-CN, en, ar, fr]' in site.yaml, or give the page another name
        """), "\(findings)")
    #expect(!findings.contains("v2"))
  }

  @Test("A text by language that is empty or of another form is an error; a language without words is one finding")
  func faultyTexts() async throws {
    var files = Self.files
    files["Content/programmes.yaml"] =
      "- id: k\n  name: {zh-CN: 甲, en: [a]}\n- id: m\n  name: {zh-CN: 乙, en: \"\"}\n- id: n\n  name: {zh-CN: , en: x}\n"
    let findings = try await build(TemporaryFolder(files)).findings
    #expect(
      findings.contains("programmes.yaml:2:24: error: the text in 'en' must be text, not a list [field.wrong-type]"))
    #expect(
      findings.contains("programmes.yaml:4:20: error: the text in 'en' is empty [field.missing-key]"), "\(findings)")
    #expect(findings.contains("programmes.yaml:6:10: error: the text in 'zh-CN' is empty [field.missing-key]"))
    files["Content/programmes.yaml"] = "- id: k\n  name: {zh-CN: 甲, xx: A}\n"
    files["Content/site.yaml"] = "title: {zh-CN: 规划, xx: P}\nlanguages: [zh-CN, en, xx]\n"
    let other = try await build(TemporaryFolder(files)).findings
    #expect(other.components(separatedBy: "error:").count == 2, "\(other)")
  }

  @Test("A translation without its original is an error; a key that a translation cannot have is a warning")
  func orphan() async throws {
    var files = Self.files
    files["Content/3-fire.en.md"] = "---\ntitle: Fire\n---\nText.\n"
    files["Content/1-air.en.md"] = "---\ntitle: Air\nslug: air\norder: 3\n---\nText.\n"
    let findings = try await build(TemporaryFolder(files)).findings
    #expect(
      findings.contains(
        "Content/3-fire.en.md:2:8: error: '3-fire.md', which this page translates into 'en', does not exist [translation.invalid]"
      ), "\(findings)")
    #expect(
      findings.contains(
        "warning: a translation takes 'slug', 'order' from its original: the value here is ignored [translation.invalid]"
      ), "\(findings)")
  }

  @Test("Tags of languages are read in any case, and written as BCP 47 recommends")
  func canonicalTags() async throws {
    var files = Self.files
    files["Content/site.yaml"] =
      "title: {zh-CN: 规划, en: Plan}\nlanguages: [zh-cn, EN]\nbase-url: https://example.org/\n"
    files["Content/2-water.EN.md"] = "---\ntitle: Water\n---\nText.\n"
    let folder = TemporaryFolder(files)
    _ = try await build(folder)
    #expect(try #require(folder.text("Output/en/water/index.html")).contains("<html lang=\"en\""))
    let map = try #require(folder.text("Output/sitemap.xml"))
    #expect(
      map.contains(
        """
        <loc>https://example.org/water/</loc><xhtml:link rel="alternate" hreflang="zh-CN" \
        href="https://example.org/water/"/><xhtml:link rel="alternate" hreflang="en" \
        href="https://example.org/en/water/"/><xhtml:link rel="alternate" hreflang="x-default" \
        href="https://example.org/water/"/></url>
        """), "\(map)")
  }

  @Test("For a text in unlisted languages, the hint says where to list them")
  func foreignLanguages() async throws {
    var files = Self.files
    files["Content/indicators.yaml"] = "- id: dust\n  name: {zh-CN: 细颗粒物, de: Feinstaub}\n  unit: 微克\n  target: 30\n"
    let findings = try await build(TemporaryFolder(files)).findings
    #expect(
      findings.contains(
        """
        error: 'name' must be text, not a mapping [field.wrong-type]
            2 |   name: {zh-CN: 细颗粒物, de: Feinstaub}
              |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: texts by language need each of their languages in site.yaml: 'languages: [zh-CN, de]'
        """), "\(findings)")
  }

  @Test("The check of translations lists words of data that one language lacks, and texts whose original has changed")
  func labelsAndOutdatedTexts() async throws {
    let folder = TemporaryFolder(Self.files)
    folder.write("KZAKM: 阿克莫拉\nsex: 性别\n", to: "Content/labels/zh-CN.yaml")
    folder.write("KZAKM: Akmola\n", to: "Content/labels/en.yaml")
    folder.write(
      "- {id: d, name: {zh-CN: 环保局, en: Bureau, ar: مكتب, original: 0123456789abcdef}}\n",
      to: "Content/departments.yaml")
    func check() async throws -> String {
      let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check(translations: true)
      #expect(!report.diagnostics.contains { $0.severity == .error })
      return DiagnosticPrinter(format: .text).print(report.diagnostics)
    }
    let first = try await check()
    #expect(
      first.contains(
        "Content/labels/zh-CN.yaml:2:1: note: 'sex' has no word in Content/labels/en.yaml [translation.missing]\n"))
    #expect(
      first.contains(
        ": warning: the translation of 'name' is older than its original [translation.outdated]\n"
      ), "\(first)")
    let original = try #require(
      first.firstMatch(of: /bring it up to date, then write 'original: ([0-9a-f]{16})'/)?.output.1)
    folder.write(
      "- {id: d, name: {zh-CN: 环保局, en: Bureau, ar: مكتب, original: \(original)}}\n", to: "Content/departments.yaml")
    #expect(!(try await check().contains("the translation of 'name'")))
  }

  @Test("The check of translations lists texts of registers without a language")
  func registerTexts() async throws {
    let folder = TemporaryFolder(Self.files)
    folder.write("- {id: d, name: 环保局}\n", to: "Content/departments.yaml")
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check(translations: true)
    let text = DiagnosticPrinter(format: .text).print(report.diagnostics.filter { $0.code == .translationMissing })
    #expect(
      text.contains(
        """
        Content/departments.yaml:1:11: note: 'name' has no text in 'en', 'ar' [translation.missing]
            1 | - {id: d, name: 环保局}
              |           ^~~~
        hint: write 'name: {zh-CN: 环保局, en: …, ar: …}'
        """), "\(text)")
    #expect(
      text.contains(
        """
        Content/indicators.yaml:2:3: note: 'name' has no text in 'ar' [translation.missing]
            2 |   name: {zh-CN: 细颗粒物, en: Fine dust}
              |   ^~~~
        hint: add 'ar: …'
        """), "\(text)")
  }
}
