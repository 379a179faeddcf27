import BuiltInTheme
import Foundation
import Indicators
import TestSupport
import Testing

@testable import SiteEngine

struct ThemeTests {
  @Test("The program embeds every file of Templates/, byte for byte, and Package.swift names each")
  func embedded() throws {
    let folder = filesBelow("\(packageRoot)/Templates").filter { !$0.key.hasSuffix(".swift") }
    let embedded = Dictionary(
      uniqueKeysWithValues: builtInTheme.map { ($0.name, Data($0.bytes)) }
        + builtInWords.map { ("words/\($0.tag).yaml", Data($0.bytes())) })
    #expect(embedded.keys.sorted() == folder.keys.sorted())
    for (name, bytes) in folder { #expect(embedded[name] == bytes, "\(name) differs") }
    let package = String(decoding: FileManager.default.contents(atPath: "\(packageRoot)/Package.swift")!, as: UTF8.self)
    for name in folder.keys { #expect(package.contains("\"\(name)\"")) }
  }

  @Test("The script of the filter has every status under its class, in the order of the classes")
  func filterClasses() throws {
    let script = try String(contentsOfFile: "\(packageRoot)/Templates/filter.js", encoding: .utf8)
    let lists = script.matches(of: /"([a-z-]+)": \[(.*)\],/).map { match in
      (String(match.1), Set(match.2.split(separator: ", ").map { $0.trimmingPrefix("\"").dropLast().description }))
    }
    #expect(lists.map(\.0) == StatusClass.allCases.map(\.rawValue))
    for (name, statuses) in lists {
      #expect(statuses == Set(IndicatorStatus.allCases.filter { $0.statusClass.rawValue == name }.map(\.rawValue)))
    }
  }

  @Test("A site's own template replaces the built-in one of the same name, and its assets are published")
  func replaced() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("<p>{{title}}</p>\n", to: "Templates/section.mustache")
    folder.write("body {}\n", to: "Templates/extra.css")
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/first/index.html") == "<p>第一部分</p>\n")
    #expect(folder.files(in: "Output/assets").keys.contains { $0.hasPrefix("extra.") })
  }

  @Test("A template can make a table of a section's indicators, and count those of other sections")
  func ownTables() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: {start: 2021, end: 2025}\n---\n",
      "Content/departments.yaml": "- id: health\n  name: Health\n",
      "Content/1-a.md": """
      ---
      title: Ageing
      department: health
      indicators:
        - {id: places, name: Places, unit: "%", baseline: 50, target: 75, values: {2021: 54.6, 2022: 58}}
        - {name: Housing, kind: milestone, target: {year: 2025}, values: {2022: started}}
        - {name: Trust, target: {year: 2025, text: growing}}
      ---
      """,
      "Templates/section.mustache": """
      {{#indicators}}
      {{name}}|{{url}}|{{unit}}|{{baseline}}|{{target}}|{{latest}}|{{values}}|{{progress}}|{{progress-value}}|{{#status}}{{code}}{{/status}}
      {{/indicators}}
      """,
      "Templates/plan.mustache": """
      {{#plan}}{{#chapters}}{{title}}, {{department}}: {{indicator-count}}{{#indicators}} {{name}} {{url}}{{/indicators}}{{/chapters}}{{/plan}}
      """,
    ])
    let result = try await build(folder)
    #expect(!result.findings.contains("error"), "\(result.findings)")
    #expect(
      folder.text("Output/a/index.html") == """
        Places|../indicators/places/index.html|%|50|75|58|54.6 → 58|32%|32|behind
        Housing||||done|Started|Started|||started
        Trust||||growing|||||no-data

        """)
    #expect(
      folder.text("Output/index.html")
        == "Ageing, Health: 3 Places indicators/places/index.html Housing  Trust ")
  }

  @Test("No page has an inline script or style, or loads anything from another host")
  func strictPolicy() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    for (path, data) in folder.files(in: "Output") where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      for forbidden in ["<script>", "javascript:", " style=\"", "<style", "src=\"http", "href=\"http", "onclick"] {
        #expect(!page.contains(forbidden), "\(path) has \(forbidden)")
      }
    }
  }
}
