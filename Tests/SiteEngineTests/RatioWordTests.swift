import Diagnostics
import Indicators
import SiteEngine
import TestSupport
import Testing

/// Changes that are said in a word.
struct RatioWordTests {
  @Test(
    "A sentence and a cell of a table say the same change with the same word",
    arguments: [
      ("翻一番", "+100%"), ("翻了一番", "+100%"), ("翻番", "+100%"), ("实现倍增", "+100%"), ("翻两番", "+300%"), ("增长一倍", "+100%"),
      ("提高1倍", "+100%"), ("扩大一倍", "+100%"), ("下降一半", "-50%"), ("压减一半", "-50%"), ("减半", "-50%"),
    ])
  func chinese(word: String, change: String) async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
      "Content/index.md":
        "---\ntype: plan\ntitle: 规划\nperiod: {start: 2021, end: 2025}\n---\n到2025年，企业数量比2020年\(word)。\n",
      "t.csv": "指标,单位,2020年,2025年目标\n企业数量,家,120,\(word)\n",
    ])
    let author = try #require(try await Author.open(folder.path).value)
    let targets = author.extract()
    #expect(targets.map { $0.described(number: 1)[0].english } == ["1  企业数量: \(change) of the baseline"])
    let imported = try author.importTable("\(folder.path)/t.csv", answers: ImportAnswers(), isDryRun: false)
    #expect(DiagnosticPrinter(format: .text).print((imported.value?.diagnostics ?? []) + imported.diagnostics) == "")
    let register = folder.text("Content/indicators.yaml") ?? ""
    #expect(register.contains("target: {year: 2025, change: \"\(change)\"}"), "\(register)")
  }

  @Test("倍增 is a change as a whole cell, and begins a name in 倍增计划")
  func words() {
    #expect(RatioWords.change(in: "倍增")?.value == 100)
    #expect(RatioWords.change(in: "倍增计划") == nil)
    #expect(RatioWords.change(in: "quadruple")?.value == 300)
  }
}
