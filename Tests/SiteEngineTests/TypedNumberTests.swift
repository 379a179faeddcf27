import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Numbers, texts and files as people type and save them.
struct TypedNumberTests {
  private func findings(_ entry: String) async throws -> String {
    try await TypedNumberTests.found(["Content/indicators.yaml": "- {id: a, name: Air, \(entry)}\n"])
  }

  private static func found(_ files: [String: String]) async throws -> String {
    try await SiteEngineTests.findings(changing: files)
  }

  @Test(
    "A comma inside braces ends a value, and the message says so",
    arguments: [
      (
        "baseline: {year: 2020, value: 1,200}, target: 3000",
        "error: a comma ends the value of 'value' here [field.unknown-key]",
        "hint: write the number without its comma, value: 1200"
      ),
      (
        "short-name: Retrofit 4,000 homes, target: 3000",
        "error: a comma ends the value of 'short-name' here [field.unknown-key]",
        "hint: put the text in quotes, short-name: \"Retrofit 4,000 homes\""
      ),
      (
        "baseline: {year: 2020, value: 1,200,300}, target: 3000000",
        "error: a comma ends the value of 'value' here [field.unknown-key]",
        "hint: write the number without its comma, value: 1200300"
      ),
    ])
  func commas(_ entry: String, _ message: String, _ hint: String) async throws {
    let found = try await findings(entry)
    #expect(found.contains(message) && found.contains(hint), "\(found)")
    #expect(!found.contains("unknown key"), "\(found)")
  }

  @Test("A number that begins with a zero is an error, and a decimal is not")
  func zeros() async throws {
    #expect(
      try await findings("baseline: 010, target: 20").contains(
        "error: 'baseline' begins with a zero, '010' [field.wrong-type]"))
    #expect(try await !findings("baseline: 0.5, target: 20").contains("begins with a zero"))
  }

  @Test("Comparisons have names of their own, and no figures after 'as-of'")
  func comparisons() async throws {
    func found(_ compare: String) async throws -> String {
      try await TypedNumberTests.found([
        "Content/site.yaml": "title: 测试站\nlanguages: [zh-CN]\nas-of: 2023-12\n",
        "Content/indicators.yaml":
          "- {id: a, name: Air, target: 9, baseline: 1, values: {2022: 2}, compare: [\(compare)]}\n",
      ])
    }
    #expect(
      try await found("{name: Nation, values: {2022: 3}}, {name: Nation, values: {2022: 4}}").contains(
        "error: 'Nation' is the name of the indicator or of another comparison [field.invalid-value]"))
    #expect(
      try await found("{name: Air, values: {2022: 3}}").contains(
        "error: 'Air' is the name of the indicator or of another comparison [field.invalid-value]"))
    #expect(
      try await found("{name: Nation, values: {2022: 3, 2035: 9}}").contains(
        "warning: the value of 'Nation' beside 'Air' for 2035 is left out, because the period ends after 'as-of' in site.yaml [audit.after-as-of]"
      ))
  }

  @Test("A file in UTF-16 without its mark has one message")
  func utf16() async throws {
    let folder = TemporaryFolder(smallSite)
    let text = "- {id: a, name: Air, target: 9}\n"
    folder.write(try #require(text.data(using: .utf16LittleEndian)), to: "Content/indicators.yaml")
    #expect(
      try await build(folder).findings == """
        Content/indicators.yaml: error: the file is not encoded in UTF-8 [file.not-utf8]
        hint: it is encoded in UTF-16; save it as UTF-8

        """)
  }

  @Test(
    "A short form of a department's name is a warning where no register says that the two are one",
    arguments: [
      ("县发改局", "县发展和改革局", true), ("市住建局", "市住房和城乡建设局", true), ("县卫健局", "县卫生健康局", true),
      ("市教育局", "市教育考试局", false), ("市水利局", "市农业局", false), ("市水利局", "市水利水电局", false),
    ])
  func shortForms(_ short: String, _ long: String, _ isTold: Bool) async throws {
    let found = try await TypedNumberTests.found([
      "Content/indicators.yaml":
        "- {id: a, name: 甲, department: \(short), target: 9}\n- {id: b, name: 乙, department: \(long), target: 9}\n"
    ])
    #expect(found.contains("'\(short)' looks like a short form of '\(long)'") == isTold, "\(found)")
  }

  @Test("Changes of what snapshots have as codes are told in words")
  func codes() async throws {
    let entry = "- {id: a, name: 空气, target: 9, baseline: 1, values: {2022: 2}, nature: binding}\n"
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/site.yaml": "title: 测试站\nlanguages: [zh-CN]\nas-of: 2023-03\n", "Content/indicators.yaml": entry,
      ]) { $1 })
    #expect(try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot().path != nil)
    folder.write(entry.replacing("binding", with: "anticipatory"), to: "Content/indicators.yaml")
    _ = try await build(folder)
    let page = try #require(folder.text("Output/index.html"))
    #expect(page.contains("约束性 → 预期性") && !page.contains("binding →"))
  }
}
