import Foundation
import TestSupport
import Testing
import Words

@testable import SiteEngine

/// Languages by a file of words.
struct LanguageTests {
  private static func site(_ more: [String: String] = [:], language: String = "en") -> TemporaryFolder {
    TemporaryFolder(
      [
        "Content/site.yaml": "title: Site\nlanguages: [\(language)]\n",
        "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: {start: 2021, end: 2025}\n---\n",
        "Content/1-a.md": "---\ntitle: A\n---\nText.\n",
      ].merging(more) { $1 })
  }

  @Test("A site's own file changes words of a language, and is not published")
  func changed() async throws {
    let folder = Self.site(["Templates/words/en.yaml": "skip-to-content: Down to the text\n"])
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/a/index.html"))
    #expect(page.contains(">Down to the text</a>") && page.contains(">Home<"))
    #expect(!folder.files(in: "Output").keys.contains { $0.contains("words") })
  }

  @Test("A language with a file of words is one of the site's languages; one without is an error")
  func added() async throws {
    let folder = Self.site(
      ["Templates/words/de.yaml": "language: Deutsch\nhome: Startseite\n"], language: "de")
    let result = try await build(folder)
    #expect(result.findings.contains("warning: the words are not complete: "))
    let page = try #require(folder.text("Output/a/index.html"))
    #expect(page.contains("<html lang=\"de\"") && page.contains(">Startseite<"))

    let missing = Self.site(language: "tlh")
    #expect(
      try await build(missing).findings.contains(
        """
        Content/site.yaml:2:13: error: there are no words for the language 'tlh' [field.invalid-value]
            2 | languages: [tlh]
              |             ^~~
        hint: use zh-CN, en, fr, ar, es, ru, or add Templates/words/tlh.yaml
        """.split(separator: "\n").joined(separator: "\n")))
  }

  @Test("On a site with a plan in another language, titles and names have the attribute of their language")
  func planInAnotherLanguage() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: 站点\npublisher: 发改委\nlanguages: [zh-CN]\n",
      "Content/index.md": "---\ntitle: 首页\n---\n文。\n",
      "Content/a/index.md": "---\ntype: plan\ntitle: 规划甲\nperiod: 2021-2025\n---\n",
      "Content/b/index.md": "---\ntype: plan\ntitle: Plan B\nlanguage: en\nperiod: 2021-2025\n---\n",
      "Content/a/indicators.yaml": "- {id: x, name: 指标, unit: 个, target: 5, values: {2022: 6}}\n",
      "Content/b/indicators.yaml": "- {id: y, name: Trees, unit: trees, target: 5, values: {2022: 6}}\n",
    ])
    #expect(try await build(folder).built)
    let list = try #require(folder.text("Output/indicators/index.html"))
    #expect(list.contains("indicators/y/index.html\" lang=\"en\">Trees</a>"))
    #expect(list.contains("lang=\"en\">Plan B</a>"))
    #expect(!list.contains("lang=\"zh-CN\">指标</a>"))
    let english = try #require(folder.text("Output/b/index.html"))
    #expect(english.contains("<span lang=\"zh-CN\">站点</span>"))
    #expect(english.contains("<p class=\"publisher\" lang=\"zh-CN\">发改委</p>"))
    let chinese = try #require(folder.text("Output/a/index.html"))
    #expect(!chinese.contains("<span lang=\"zh-CN\">站点</span>"))
  }

  @Test("A region has the words of its language, and keeps its tag")
  func region() async throws {
    let folder = Self.site(language: "en-GB")
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/a/index.html"))
    #expect(page.contains("<html lang=\"en-GB\"") && page.contains(">Home<"))
  }

  @Test("A file of words whose name is not a language is an error")
  func name() async throws {
    let folder = Self.site(["Templates/words/my words.yaml": "home: Start\n"])
    let findings = try await build(folder).findings
    #expect(
      findings == """
        Templates/words/my words.yaml: error: 'my words' is not the tag of a language [file.invalid-name]
        hint: name the file after its language, such as fr.yaml or pt-BR.yaml

        """)
  }

  @Test("The preview sees an edit of a file of words on pages that did not change")
  func edited() async throws {
    let folder = Self.site([
      "Templates/words/en.yaml": "home: Start\n", "Content/2-b.md": "---\ntitle: B\nlanguage: en\n---\nText.\n",
    ])
    _ = try await build(folder)
    folder.write("home: Beginning\n", to: "Templates/words/en.yaml")
    _ = try await build(folder)
    #expect(try #require(folder.text("Output/b/index.html")).contains(">Beginning<"))
  }

  private static let figures = [
    "Content/indicators.yaml": """
    - {id: share, name: Share, unit: "%", baseline: 50, target: 75, values: {2021: 54.6, 2022: 58.25}}
    - {id: people, name: People, unit: p, baseline: 12345.5, target: 20000, values: {2022-03: 13000.5}}
    - {id: cold, name: Cold, unit: °C, baseline: 0, target: -5, values: {2021: -1.5}}
    """
  ]

  @Test("French: decimal comma, groups, spaces before percent signs, plurals, dates")
  func french() async throws {
    let folder = Self.site(Self.figures, language: "fr")
    _ = try await build(folder)
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("<html lang=\"fr\">"))
    #expect(front.contains("3 objectifs\u{A0}: "))
    let share = try #require(folder.text("Output/indicators/share/index.html"))
    #expect(
      share.contains(
        "58,25\u{202F}% en 2022, il manque 16,75 points de pourcentage pour atteindre la cible (75\u{202F}%, 2025)"
      ))
    let people = try #require(folder.text("Output/indicators/people/index.html"))
    #expect(people.contains("13\u{202F}000,5 p (mars 2022)") && people.contains("12\u{202F}345,5 p (2020)"))
    // Files of data have the same numbers in every language.
    let data = try #require(folder.text("Output/data/indicators.csv"))
    #expect(data.contains("13000.5") && data.contains("58.25"))
  }

  @Test("Spanish: decimal comma, groups from five digits on, spaces before percent signs, plurals, dates")
  func spanish() async throws {
    let folder = Self.site(Self.figures, language: "es")
    #expect(!(try await build(folder).findings.contains("words")))
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("<html lang=\"es\">") && front.contains("3 indicadores: "))
    let share = try #require(folder.text("Output/indicators/share/index.html"))
    #expect(
      share.contains("58,25\u{202F}% en 2022, a 16,75 puntos porcentuales de la meta de 75\u{202F}% (2025)"))
    let people = try #require(folder.text("Output/indicators/people/index.html"))
    #expect(people.contains("13\u{202F}000,5 p (marzo de 2022)") && people.contains("12\u{202F}345,5 p (2020)"))
  }

  @Test(
    "The sign of a currency stands at every figure of a page, where the language has it, and at none of the data",
    arguments: [("en", "£%"), ("fr", "%\u{202F}£")])
  func money(language: String, form: String) async throws {
    let register = "- {id: rent, name: Rent, unit: £, baseline: 900, target: 650, values: {2021: 801, 2022: 712}}\n"
    let folder = Self.site(["Content/indicators.yaml": register], language: language)
    _ = try await build(folder)
    func money(_ figure: String) -> String { form.replacing("%", with: figure) }
    let page = try #require(folder.text("Output/indicators/rent/index.html"))
    for figure in ["712", "801", "650", "62", "600"] {
      #expect(page.contains(money(figure)), "\(figure)")
    }
    // The axis, the labels and the history.
    #expect(page.contains(">\(money("800"))<") && page.contains("<td class=\"num\">\(money("801"))</td>"))
    #expect(!page.contains("712 £"))
    let list = try #require(folder.text("Output/indicators/index.html"))
    #expect(list.contains(money("712")) && list.contains(money("650")))
    let data = try #require(folder.text("Output/data/indicators.csv"))
    #expect(data.contains(",712") && !data.contains("£712"))
  }

  @Test("Arabic: from right to left, with six forms beside numbers, and signs that stay before their numbers")
  func arabic() async throws {
    let folder = Self.site(Self.figures, language: "ar")
    #expect(!(try await build(folder).findings.contains("words")))
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(front.contains("3 أهداف: "))
    let cold = try #require(folder.text("Output/indicators/cold/index.html"))
    #expect(cold.contains("\u{2068}\u{200E}−1.5°C\u{2069} (2021)"))
    // A formula is read from left to right.
    #expect(cold.contains("\u{2066}(("))
  }

  @Test("Russian: forms for the last digits of a number, months in two cases, years in the case of their preposition")
  func russian() async throws {
    let folder = Self.site(Self.figures, language: "ru")
    #expect(!(try await build(folder).findings.contains("words")))
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("3 цели: "))
    let share = try #require(folder.text("Output/indicators/share/index.html"))
    #expect(
      share.contains(
        "58,25\u{A0}% в\u{A0}2022\u{A0}году, до цели на 2025\u{A0}год (75\u{A0}%) остаётся 16,75\u{A0}процентного пункта"
      ))
    let people = try #require(folder.text("Output/indicators/people/index.html"))
    #expect(people.contains("13\u{A0}000,5 p (март 2022\u{A0}года)"))
  }

  @Test("A language with some words uses English for the others")
  func partial() async throws {
    let words = """
      language: Polski
      plurals: {one: "i = 1 and v = 0", few: "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"}
      answer-lead: {one: "{count} cel: ", few: "{count} cele: ", other: "{count} celów: "}
      months-alone: [styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, wrzesień, październik, listopad, grudzień]
      months: [stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia]

      """
    let folder = Self.site(Self.figures.merging(["Templates/words/pl.yaml": words]) { $1 }, language: "pl")
    #expect(try await build(folder).findings.contains("warning: the words are not complete: "))
    let front = try #require(folder.text("Output/index.html"))
    #expect(front.contains("3 cele: ") && front.contains("By status"))
    let people = try #require(folder.text("Output/indicators/people/index.html"))
    #expect(people.contains("marzec 2022"))
  }

  /// Words for readers are in files; the folders listed here contain only code that reads Chinese.
  @Test("No code that writes pages or data has words of a language")
  func noWordsInCode() throws {
    let folders = [
      "SitePages", "Figures", "SiteData", "SearchIndex", "SiteModel", "Indicators/Words", "Indicators/Formatting",
    ]
    let reading = [
      "TypedNumber.swift", "GovernmentTags.swift", "NumberScale+Choosing.swift", "Departments.swift",
      "Departments+ShortForms.swift",
    ]
    for folder in folders {
      for (path, data) in filesBelow("\(packageRoot)/Sources/\(folder)") where path.hasSuffix(".swift") {
        let code = String(decoding: data, as: UTF8.self).split(separator: "\n").filter {
          !$0.drop { $0 == " " }.hasPrefix("//")
        }
        for line in code {
          #expect(line.firstMatch(of: /== \.(chinese|english)\b/) == nil, "\(path): \(line)")
          guard !reading.contains(where: { path.hasSuffix($0) }) else { continue }
          // A literal of Chinese alone; English summaries may have an example.
          let plain = line.replacing(/\\\([^)]*\)/, with: "")
          #expect(plain.firstMatch(of: /"[^"a-z]*[\u{4E00}-\u{9FFF}][^"a-z]*"/) == nil, "\(path): \(line)")
        }
      }
    }
  }
}
