import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing
import Words

@testable import SiteEngine
@testable import SitePages
@testable import Templates

private let guide = "\(packageRoot)/Documentation/Content"

private func chapter(_ name: String) throws -> String {
  String(decoding: try #require(FileManager.default.contents(atPath: "\(guide)/\(name)")), as: UTF8.self)
}

/// The user guide agrees with the program.
struct GuideTests {
  @Test("The guide has one heading for each diagnostic code, in the order of the codes, and no other")
  func codes() throws {
    let headings = try chapter("11-diagnostics.md").split(separator: "\n").filter { $0.hasPrefix("### ") }
      .map { String($0.dropFirst(4)) }
    #expect(Set(headings) == Set(DiagnosticCode.allCases.map(\.rawValue)))
    #expect(headings.count == DiagnosticCode.allCases.count)
  }

  /// `PLANPRESS_UPDATE_GOLDEN=1` rewrites the list.
  @Test("The guide's list of template names equals the program's")
  func names() throws {
    let (begin, end) = ("<!-- names: begin -->\n", "<!-- names: end -->")
    let text = try chapter("8-templates.md")
    let start = try #require(text.range(of: begin)).upperBound
    let stop = try #require(text.range(of: end)).lowerBound
    // Headings of the guide's third level.
    var reference = "\n" + shapeReference(for: Theme.roots).replacingOccurrences(of: "## ", with: "### ") + "\n"
    // The English texts of the words; reading them takes time that a build does not need.
    for word in Word.allCases {
      let english = WordLanguage.english[word].replacingOccurrences(of: "|", with: "\\|")
      reference = reference.replacingOccurrences(
        of: "| `\(word.name)` | text |  | a word of the theme |", with: "| `\(word.name)` | text |  | “\(english)” |")
    }
    if ProcessInfo.processInfo.environment["PLANPRESS_UPDATE_GOLDEN"] != nil {
      let updated = text.replacingCharacters(in: start..<stop, with: reference)
      try updated.write(toFile: "\(guide)/8-templates.md", atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[start..<stop]) == reference)
    }
  }

  /// The known keys come from the program itself: the finding about an unknown key lists them.
  @Test("Every key of front matter, settings and registers is in the guide")
  func keys() async throws {
    let odd = "qqqqqqqqqqqq: 1"
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: T\nlanguages: [en]\n\(odd)\ntheme: {\(odd)}\n",
      "Content/index.md": "---\ntype: plan\ntitle: P\nperiod: {start: 2021, end: 2025, \(odd)}\n\(odd)\n---\n",
      "Content/1-a.md": "---\ntitle: A\n\(odd)\n---\n",
      "Content/programmes.yaml": "- id: a\n  name: A\n  \(odd)\n",
      "Content/departments.yaml": "- id: a\n  name: A\n  \(odd)\n",
      "Content/glossary.yaml": "- term: a\n  definition: A\n  \(odd)\n",
      "Content/indicators.yaml": """
      - id: a
        name: A
        baseline: {year: 2020, value: 1, \(odd)}
        target: {year: 2025, value: 2, \(odd)}
        values: {2021: {value: 1, \(odd)}}
        department: {lead: a, \(odd)}
        from: {section: a, \(odd)}
        revisions: [{period: 2021, value: 1, \(odd)}]
        \(odd)
      - id: b
        name: B
        target: {text: much}
        judgement: {status: on-track, \(odd)}
      - id: c
        name: C
        kind: milestone
        due: 2025
        \(odd)
      """,
    ])
    let findings = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
    var text = ""
    for file in try FileManager.default.contentsOfDirectory(atPath: guide).sorted() where file.hasSuffix(".md") {
      text += try chapter(file)
    }
    var lists = 0
    for finding in findings where finding.code == .unknownKey {
      guard let hint = finding.hint, hint.hasPrefix("the keys of"), let keys = hint.split(separator: " are ").last
      else {
        continue
      }
      lists += 1
      for key in keys.split(separator: ", ") {
        let isNamed = ["`\(key)`", "`\(key):", "{\(key):", " \(key):", "\n\(key):"].contains { text.contains($0) }
        #expect(isNamed, "the guide does not name '\(key)': \(hint)")
      }
    }
    #expect(lists == 17)
  }

  @Test("The guide builds without findings")
  func builds() async throws {
    let folder = TemporaryFolder()
    let result = try await SiteBuild(
      BuildOptions(
        siteDirectory: "\(packageRoot)/Documentation", outputDirectory: "\(folder.path)/Output", usesMemory: false)
    ).build()
    #expect(result.diagnostics.map(\.message) == [])
    #expect(result.report != nil)
  }

  @Test("The first site of README.md and of the guide builds")
  func firstSites() async throws {
    let readme = String(
      decoding: try #require(FileManager.default.contents(atPath: "\(packageRoot)/README.md")), as: UTF8.self)
    let indented = readme.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
    let settings = try #require(indented.firstIndex(of: "title: My city's plan"))
    let page = try #require(indented.firstIndex(of: "---"))
    let pageEnd = try #require(indented[(page + 1)...].firstIndex(of: "---"))
    let folder = TemporaryFolder([
      "Content/site.yaml": indented[settings..<page].joined(separator: "\n") + "\n",
      "Content/index.md": indented[page...pageEnd].joined(separator: "\n") + "\n",
    ])
    #expect(try await build(folder).findings == "")

    let start = try chapter("1-start.md").components(separatedBy: "```")
    let blocks = start.filter { $0.hasPrefix("markdown\n") || $0.hasPrefix("yaml\n") }
      .map { String($0.drop { $0 != "\n" }.dropFirst()) }
    #expect(blocks.count == 3)
    let second = TemporaryFolder([
      "Content/site.yaml": blocks[0], "Content/index.md": blocks[1], "Content/1-air.md": blocks[2],
    ])
    #expect(try await build(second).findings == "")
  }
}
