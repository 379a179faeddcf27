import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// A table of indicators and the sentences that promise them, imported in either order.
@Suite struct TableAndTextTests {
  private static let page = """
    ---
    title: 主要目标
    ---
    到2030年，全员劳动生产率达到18万元/人，城镇调查失业率控制在5.5%以内，单位地区生产总值能耗降低13.5%。

    """
  private static let table = """
    类别,指标,单位,2025年,2028年目标,2030年目标,年均增长[累计],属性,责任部门
    经济发展,全员劳动生产率,万元/人,13.6,16,18左右,,预期性,市统计局
    经济发展,城镇调查失业率,%,5.1,,5.5以内,,预期性,市人社局
    绿色生态,单位GDP能耗降低,%,—,—,,[13.5],约束性,市发改委

    """

  private let folder = TemporaryFolder([
    "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
    "Content/index.md": "---\ntype: plan\ntitle: 规划\nperiod: {start: 2026, end: 2030}\n---\n正文。\n\n::indicators\n",
    "Content/1-goals.md": page,
  ])

  private func importTable(_ text: String = table) async throws -> String {
    folder.write(text, to: "table.csv")
    let author = try #require(try await Author.open(folder.path).value)
    let imported = try author.importTable("\(folder.path)/table.csv", answers: ImportAnswers(), isDryRun: false)
    return DiagnosticPrinter(format: .text).print((imported.value?.diagnostics ?? []) + imported.diagnostics)
  }

  private func extract() async throws -> [Author.Accepted] {
    let author = try #require(try await Author.open(folder.path).value)
    return try author.accept(author.extract().filter { $0.namesake?.otherNumber == nil })
  }

  private func entries() -> [String] {
    (folder.text("Content/indicators.yaml") ?? "").split(separator: "\n").map(String.init)
  }

  @Test("First the table: the sentences are quoted by its entries, and make none of their own")
  func tableFirst() async throws {
    #expect(try await importTable() == "")
    let added = try await extract()
    #expect(added.map(\.count) == [0])
    #expect(added.flatMap(\.quoting) == ["全员劳动生产率", "城镇调查失业率", "单位gdp能耗降低"])
    #expect(entries().count { $0.hasPrefix("- id") } == 3)
    #expect(entries().count { $0.hasPrefix("  from: {section: goals, quote: ") } == 3)
    let author = try #require(try await Author.open(folder.path).value)
    #expect(author.extract().isEmpty)
    let built = try await build(folder)
    #expect(!built.findings.contains("error"), "\(built.findings)")
  }

  @Test("First the sentences: the table adds what the entries lack, and says nothing that is not so")
  func textFirst() async throws {
    #expect(try await extract().map(\.count) == [3])
    let findings = try await importTable()
    #expect(!findings.contains("the register has"), "\(findings)")
    #expect(entries().count { $0.hasPrefix("- id") } == 3)
    #expect(
      entries().prefix(10).joined(separator: "\n") == """
        - id: 全员劳动生产率
          name: 全员劳动生产率
          unit: 万元/人
          targets: [{year: 2028, value: 16}, {year: 2030, value: 18, phrase: 到2030年}]
          from: {section: goals, quote: "到2030年，全员劳动生产率达到18万元/人，城镇调查失业率控制在5.5%以内，单位地区生产总值能耗降低13.5%。"}
          nature: anticipatory
          category: 经济发展
          department: 市统计局
          baseline: {year: 2025, value: 13.6}
        - id: 城镇调查失业率
        """)
    let built = try await build(folder)
    #expect(!built.findings.contains("error"), "\(built.findings)")
    // Once more, nothing is left to add.
    let text = folder.text("Content/indicators.yaml")
    _ = try await importTable()
    #expect(folder.text("Content/indicators.yaml") == text)
  }

  @Test("A register from Windows keeps its line ends")
  func windowsLines() async throws {
    _ = try await extract()
    let text = try #require(folder.text("Content/indicators.yaml"))
    folder.write(text.replacingOccurrences(of: "\n", with: "\r\n"), to: "Content/indicators.yaml")
    _ = try await importTable()
    let new = try #require(folder.text("Content/indicators.yaml"))
    #expect(new.contains("  baseline: {year: 2025, value: 13.6}\r\n"), "\(new)")
    #expect(!new.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
  }

  @Test("A different number for the same year is reported with its cell, and the register keeps its own")
  func otherNumber() async throws {
    _ = try await extract()
    let findings = try await importTable(Self.table.replacingOccurrences(of: "18左右", with: "17"))
    #expect(
      findings.contains(
        "table.csv:2:27: warning: the table gives '全员劳动生产率' the target 17 for 2030, and the register has 18 [import.table]"
      ),
      "\(findings)")
    #expect(folder.text("Content/indicators.yaml")?.contains("value: 17") == false)
  }

  @Test("A sentence with another number than the entry of its name is listed so, and adds nothing by itself")
  func otherSentence() async throws {
    _ = try await importTable(Self.table.replacingOccurrences(of: "18左右", with: "17"))
    let author = try #require(try await Author.open(folder.path).value)
    let first = try #require(author.extract().first)
    #expect(first.namesake?.otherNumber == "17")
    #expect(
      first.described(number: 1).map(\.english).contains(
        "   indicator '全员劳动生产率' has this name and the number 17; correct one of them"))
  }

  @Test("A second sentence with the same name, number and year adds no second entry")
  func repeatedSentence() async throws {
    folder.write("---\ntitle: 小结\n---\n全员劳动生产率到2030年达到18万元/人。\n", to: "Content/2-sum.md")
    #expect(try await extract().map(\.count) == [3])
    let author = try #require(try await Author.open(folder.path).value)
    #expect(author.extract().isEmpty)
  }

  @Test("An entry in braces or in front matter is not changed; the table says what is lost")
  func entriesInBraces() async throws {
    let register = "- {id: 全员劳动生产率, name: 全员劳动生产率, unit: 万元/人, target: 18}\n"
    folder.write(register, to: "Content/indicators.yaml")
    let findings = try await importTable()
    #expect(folder.text("Content/indicators.yaml")?.hasPrefix(register) == true)
    #expect(
      findings.contains("the entry of '全员劳动生产率' cannot be completed, and the table has more of it"), "\(findings)")
  }

  @Test("Two indicators of one name and no other unit are a finding of check")
  func equalNames() async throws {
    folder.write(
      "- {id: a, name: 森林覆盖率, unit: \"%\", target: 40}\n- {id: b, name: 森林覆盖率, unit: 公顷, target: 40}\n- {id: c, name: 森林覆盖率, target: 41}\n",
      to: "Content/indicators.yaml")
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let text = DiagnosticPrinter(format: .text).print(
      report.diagnostics.filter { $0.code.rawValue == "audit.same-name" })
    #expect(
      text.hasPrefix(
        "Content/indicators.yaml:3:8: warning: two indicators of this plan are called '森林覆盖率' [audit.same-name]"),
      "\(text)")
    #expect(report.diagnostics.count { $0.code.rawValue == "audit.same-name" } == 1)
  }

  @Test("Figures before the baseline do not make the latest one older than it")
  func newestFigure() async throws {
    _ = try await importTable("指标,单位,2024,2025,2030年目标\n森林覆盖率,%,40.1,41.2,≥42.3\n")
    #expect(folder.text("Content/values.csv") == "\u{FEFF}编号,年份,数值,来源,备注\n森林覆盖率,2024,40.1,,\n森林覆盖率,2025,41.2,,\n")
    #expect(entries().contains("  baseline: {year: 2025, value: 41.2}"))
    let built = try await build(folder)
    #expect(!built.findings.contains("audit.baseline"), "\(built.findings)")
  }
}
