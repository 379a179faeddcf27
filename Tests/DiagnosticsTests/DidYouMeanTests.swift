import Diagnostics
import Testing

@Suite("Did you mean")
struct DidYouMeanTests {
  @Test(
    "The nearest candidate is suggested if it is close",
    arguments: [
      ("tittle", ["date", "title"], "title"), ("talnt-1", ["talent-1", "talent-2"], "talent-1"),
      ("base_url", ["base-url"], "base-url"), ("Title", ["title"], "title"), ("lnag", ["lang"], "lang"),
      ("自主创薪", ["自主创新"], "自主创新"), ("x", ["y"], "y"), ("health", ["wealth", "zealth"], "wealth"),
      ("colour", ["title", "order"], nil), ("abc", [], nil), ("same", ["same"], nil),
      ("x", ["", "y"], "y"),
    ] as [(String, [String], String?)])
  func nearest(_ word: String, _ candidates: [String], _ expected: String?) {
    #expect(nearestMatch(to: word, in: candidates) == expected)
  }

  @Test("The hint quotes the candidate; there is none if no candidate is close")
  func hint() {
    #expect(didYouMean("tittle", among: ["title"])?.english == "did you mean 'title'?")
    #expect(didYouMean("colour", among: ["title"]) == nil)
  }
}
