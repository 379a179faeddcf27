import TestSupport
import Testing

@testable import Diagnostics

@Suite("Near names")
struct NearNamesTests {
  private func names(_ names: [String]) -> NearNames { NearNames { names } }

  @Test(
    "A name is suggested and replaced as the nearest match is",
    arguments: [
      ("talnt-1", ["talent-1", "talent-2"], "talent-1", false), ("pm2", ["pm25", "water"], "pm25", false),
      ("watr", ["pm25", "water"], "water", true), ("pm-25", ["pm_25"], "pm_25", true),
      ("x", ["abc", "def"], nil, false), ("same", ["same", "sane"], "sane", true), ("自主创薪", ["自主创新"], "自主创新", true),
    ] as [(String, [String], String?, Bool)])
  func small(_ word: String, _ known: [String], _ expected: String?, _ isFixed: Bool) {
    #expect(names(known).nearest(to: word) == expected)
    #expect((names(known).nearMiss(word)?.fix != nil) == isFixed)
  }

  @Test("Of equally close names, the first in alphabetical order wins, in whatever order they come")
  func order() {
    #expect(names(["zealth", "wealth"]).nearest(to: "health") == "wealth")
    #expect(names(["wealth", "zealth"]).nearest(to: "health") == "wealth")
  }

  @Test(
    "In a table of ten thousand names, a misspelt one is found, at the cost of a few hundred",
    arguments: [3, 5_003, 9_999])
  func large(_ number: Int) {
    let words = ["air", "bus", "care", "data", "energy", "forest", "green", "health", "indoor", "jobs"]
    let known = (0..<10_000).map { "\(words[$0 / 1000])-\(words[$0 / 100 % 10])-\($0 % 100)" }
    let table = names(known)
    var misspelt = Array(known[number].unicodeScalars)
    misspelt.swapAt(1, 2)
    let found = table.search(String(String.UnicodeScalarView(misspelt)))
    #expect(found.nearest == known[number])
    #expect(found.steps < 10_000)
    // A name without a similar one costs no more.
    #expect(table.search("completely-other-words").steps < 10_000)
  }

  @Test("Long names cost no more than short ones, and a name of more than 256 characters has no near name")
  func longNames() {
    let known = (0..<200).map { String(repeating: "ab", count: 120) + "\($0)" }
    #expect(names(known).search(String(repeating: "ba", count: 120)).steps < 8192 + 256 * 256)
    let long = String(repeating: "a", count: 300)
    #expect(names([long + "b"]).nearest(to: long) == nil)
  }

  @Test("The distance by bits is the distance by rows", .randomInput)
  func randomDistances() throws {
    let input = RandomInput(seed: 31, rounds: 4_000)
    var generator = input.generator
    func word() -> String {
      String(
        (0..<Int.random(in: 1...9, using: &generator)).map { _ in "ab-é字".randomElement(using: &generator) ?? "a" })
    }
    // The common beginning makes the word too long for the bits, and changes no distance.
    let ahead = String(repeating: "x", count: 70)
    for _ in 0..<input.rounds {
      let (first, second) = (word(), word())
      var steps = 0
      let short = try #require(WordDistance(first))
      let long = try #require(WordDistance(ahead + first))
      let byBits = short.distance(to: try #require(WordDistance.folded(second)), limit: 9, steps: &steps)
      let byRows = long.distance(to: try #require(WordDistance.folded(ahead + second)), limit: 9, steps: &steps)
      #expect(byBits == byRows, "\(first) \(second)")
    }
  }
}
