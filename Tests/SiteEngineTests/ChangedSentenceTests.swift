import Diagnostics
import SiteEngine
import SiteModel
import TestSupport
import Testing

/// Sentences that were changed after an indicator quoted them.
struct ChangedSentenceTests {
  private static let cyclePaths = "By 2025, the city will build 300 km of cycle paths along the river."
  private static let river = "到2025年，建成沿江绿道300公里。"

  @Test(
    "'check' and 'extract' agree on which sentence is a quotation's, changed",
    arguments: [
      ("another number", cyclePaths, "By 2025, the city will build 450 km of cycle paths along the river.", true),
      ("other words", cyclePaths, "By 2026, the city will build 300 km of protected lanes along the river.", true),
      (
        "a part of a long sentence", "300 km of cycle paths along the river",
        "Together with its neighbours and with money of the state, the city will by 2025 build more than 250 km of cycle paths along the river, with lamps, benches and fountains.",
        true
      ),
      (
        "another promise in the usual words", cyclePaths, "By 2025, the city will plant 4,000 trees in the schools.",
        false
      ),
      // It has 70 % of the quotation's pairs of letters.
      (
        "a long sentence on something else", cyclePaths,
        "Together with the neighbouring towns, the universities and the harbour, all departments will cut their particulate emissions by 30 % by 2025, which needs cleaner boilers, shore power for ships and the new way of recycling paper and plastics along the coast.",
        false
      ),
      ("另一个数", river, "到2025年，建成沿江绿道450公里。", true),
      ("措辞不同", river, "到2025年，建成滨江绿道300公里以上。", true),
      ("长句的一部分", "建成沿江绿道300公里", "坚持以人为本，完善慢行系统，推动跨区连通，到2025年建成沿江绿道250公里，配套驿站50座。", true),
      ("套话相同的另一件事", river, "到2025年，新建幼儿园40所。", false),
    ])
  func agreement(label: String, quotation: String, sentence: String, isChanged: Bool) async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
      "Content/1-a.md": "---\ntitle: A\n---\n\(sentence)\n",
      "Content/indicators.yaml":
        "- {id: quoted, name: Quoted, unit: km, kind: increase, target: 300, from: {section: a, quote: \"\(quotation)\"}}\n",
    ])
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let quotations = report.diagnostics.filter { $0.code == .auditQuote }
    #expect(quotations.map(\.severity) == [isChanged ? .error : .warning], "\(label)")
    #expect(report.diagnostics.contains { $0.code == .unquotedTarget } != isChanged, "\(label)")
    let targets = try #require(try await Author.open(folder.path).value).extract()
    #expect(!targets.isEmpty && targets.allSatisfy { $0.changedIndicator == (isChanged ? "quoted" : nil) }, "\(label)")
  }

  @Test("Numbers, punctuation and case do not distinguish sentences")
  func words() {
    let pairs = WordPairs("By 2025, 5,000 Trees will be planted")
    #expect(pairs.share(in: WordPairs("by 2030: 40 000 trees will be planted.")) == 1)
    #expect(pairs.share(in: WordPairs("By 2025, 5,000 homes will be planted")) == 0.6)
  }

  @Test("A quotation of three words is too short to be recognised")
  func shortQuotation() {
    let sentence = WordPairs("Build 300 homes by the river")
    #expect(!WordPairs("300 homes by").areMostly(in: sentence))
    #expect(WordPairs("300 homes by the").areMostly(in: sentence))
  }
}
