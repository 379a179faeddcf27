import Diagnostics
import SiteEngine
import TestSupport
import Testing

@Suite("Mistakes of planners")
struct MistakeTests {
  @Test("The table has at least 120 of them")
  func count() {
    #expect(Mistake.all.count >= 120)
    #expect(Set(Mistake.all.map(\.label)).count == Mistake.all.count)
  }

  @Test("The site for the mistakes has no finding itself")
  func site() async throws {
    let folder = TemporaryFolder(Mistake.site)
    #expect(try await problems(of: folder).map(\.message) == [])
  }

  @Test("Each mistake is one finding, with its place and what to type", arguments: Mistake.all)
  func mistake(_ mistake: Mistake) async throws {
    let folder = TemporaryFolder(Mistake.site.merging(mistake.files) { _, new in new })
    let found = try await problems(of: folder)
    let printed = DiagnosticPrinter(format: .text).print(found)
    #expect(found.count == 1, "\(printed)")
    #expect(printed.hasPrefix(mistake.place + ":"), "\(printed)")
    #expect(printed.contains(mistake.hint), "\(printed)")
  }

  @Test(
    "The codes of what only a whole site shows",
    arguments: [
      ("a document of Word", DiagnosticCode.fileNotRead), ("a stray table", .fileNotRead),
      ("quotation marks around the title", .quotationMarks), ("a title with its number", .typedNumber),
      ("marks of a merge in a page", .mergeMarks), ("a lost character", .lostCharacter),
      ("brackets exchanged", .linkParts), ("a code that is not closed", .openCode),
    ])
  func codes(_ label: String, _ code: DiagnosticCode) async throws {
    let mistake = try #require(Mistake.all.first { $0.label == label })
    let folder = TemporaryFolder(Mistake.site.merging(mistake.files) { _, new in new })
    let codes = try await problems(of: folder).map(\.code)
    #expect(codes == [code])
    // For the test of all codes: [.fileNotRead, .quotationMarks, .typedNumber, .mergeMarks, .lostCharacter, .linkParts,
    // .openCode].
  }

  @Test(
    "After 'check --fix' there is no further finding", arguments: Mistake.inMarkdown + Mistake.inText
  )
  func mending(_ mistake: Mistake) async throws {
    let folder = TemporaryFolder(Mistake.site.merging(mistake.files) { _, new in new })
    var found = try await problems(of: folder)
    guard found.contains(where: { $0.fix != nil }) else { return }
    for _ in 0..<3 {
      _ = try FixApplier(siteDirectory: folder.path, fixesParagraphs: true).apply(found)
      found = try await problems(of: folder)
    }
    // A link that is one now leads to a file that the site does not have.
    found.removeAll { $0.code == .missingFile }
    #expect(found.isEmpty, "\(DiagnosticPrinter(format: .text).print(found))")
  }

  @Test("Forty references to a register that cannot be read are one finding")
  func cascade() async throws {
    let references = (0..<40).map { "见:target[t\($0)]，" }.joined()
    let entries = (0..<40).map { "- id: t\($0)\n  name: 指标\($0)\n  unit: 名\n  from: air\n" }.joined()
    let files = [
      "Content/1-air.md": "---\ntitle: 空气\n---\n\(references)\n\n优良天数达到320天。\n",
      "Content/indicators.yaml": entries + "- id: x\n  name: 甲\n  unit：名\n",
    ].merging((0..<16).map { ("Content/indicators/t\($0).csv", "Year,Value\n2021,1\n") }) { a, _ in a }
    let folder = TemporaryFolder(Mistake.site.merging(files) { _, new in new })
    let found = try await problems(of: folder)
    #expect(found.map(\.code) == [.yamlSyntax], "\(DiagnosticPrinter(format: .text).print(found))")
  }

  @Test("A page in GBK, or without the end of its front matter, causes no findings elsewhere")
  func unreadablePage() async throws {
    for text in ["---\ntitle: 空气\n优良天数达到320天。\n"] {
      let folder = TemporaryFolder(Mistake.site.merging(["Content/1-air.md": text]) { _, new in new })
      let found = try await problems(of: folder)
      #expect(found.map(\.code) == [.yamlSyntax], "\(DiagnosticPrinter(format: .text).print(found))")
    }
  }

  @Test("Chinese keys are one finding each, and nothing is missing beside them")
  func chineseKeys() async throws {
    for (old, new) in [
      ("target: 25", "target: {年: 2025, 值: 25}"), ("programme: blue", "retired: {日期: 2022-01, 原因: 合并}"),
    ] {
      let text = (Mistake.site["Content/indicators.yaml"] ?? "").replacing(old, with: new)
      let folder = TemporaryFolder(Mistake.site.merging(["Content/indicators.yaml": text]) { _, new in new })
      let found = try await problems(of: folder).filter { $0.code != .unusedTerm }
      #expect(
        found.map(\.code) == [.unknownKey, .unknownKey], "\(DiagnosticPrinter(format: .text).print(found))")
    }
  }

  @Test("A folder of a plan without its index.md is one finding")
  func planWithoutIndex() async throws {
    let plan = Mistake.site.map { path, text in
      (path == "Content/site.yaml" ? path : path.replacing("Content/", with: "Content/plan/"), text)
    }
    var files = Dictionary(uniqueKeysWithValues: plan)
    files["Content/plan/index.md"] = nil
    files["Content/index.md"] = "---\ntitle: 首页\n---\n文字。\n"
    let found = try await problems(of: TemporaryFolder(files))
    let printed = DiagnosticPrinter(format: .text).print(found)
    #expect(found.map(\.code) == [.registerOutsidePlan], "\(printed)")
    #expect(printed.hasPrefix("Content/plan/index.md"), "\(printed)")
    #expect(printed.contains("create Content/plan/index.md"), "\(printed)")
  }

  @Test("A link to a draft is a warning that names it")
  func linkToDraft() async throws {
    let files = [
      "Content/1-air.md":
        "---\ntitle: 空气\n---\n见[水](2-water.md)。\n\n优良天数达到320天。\n\n::indicators{section=air}\n",
      "Content/2-water.md": "---\ntitle: 水\ndraft: true\n---\n文字。\n",
    ]
    let found = try await problems(of: TemporaryFolder(Mistake.site.merging(files) { _, new in new }))
    #expect(found.map(\.code) == [.draftReference])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("Files that cannot be read come first")
  func order() async throws {
    let folder = TemporaryFolder(
      Mistake.site.merging([
        "Content/1-air.md": "---\ntitle: 空气\n---\n见[x](x.md)。\n", "Content/programmes.yaml": "- id: blue\n\tname: x\n",
      ]) { _, new in new })
    let found = try await problems(of: folder)
    #expect(DiagnosticPrinter(format: .text).print(found).hasPrefix("Content/programmes.yaml:2:"))
  }

  /// The errors and warnings of a check.
  private func problems(of folder: TemporaryFolder) async throws -> [Diagnostic] {
    try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check().diagnostics
      .filter { $0.severity != .note }.sorted()
  }
}
