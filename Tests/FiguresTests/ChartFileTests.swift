import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite("Charts as files")
struct ChartFileTests {
  @Test("Each class that a drawing uses has presentation attributes")
  func attributes() throws {
    let folder = "\(packageRoot)/Sources/Figures/Charts"
    // The shapes of other pictures, which have no file.
    let others: Set = ["Sparkline.swift", "MilestoneTimeline.swift", "ChartAttributes.swift"]
    var found: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where !others.contains(name) {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      let shape =
        /(?:canvas|head)\.(?:line|path|rectangle|circle|diamond|shape|text)\(\s*(?:[^",()]+ \? )?"([^"]*)"(?: : "([^"]*)")?/
      for match in text.matches(of: shape) {
        found.formUnion([match.1, match.2].compactMap { $0.map(String.init) })
      }
      found.formUnion(text.matches(of: /"(compare compare-\d)"/).map { String($0.1) })
    }
    // Classes of drawings that the browser stretches.
    found = found.filter { !$0.hasSuffix(" more") }
    #expect(found.count > 30)
    for name in found.sorted() { #expect(ChartAttributes.all[name] != nil, "\(name)") }
  }

  @Test(
    "Texts are wrapped at spaces and beside Han characters, and no line begins with a closing mark",
    arguments: [
      ("one two three", 60.0, ["one", "two", "three"]), ("一二三四五六", 45, ["一二三", "四五六"]),
      ("一二三，四", 45, ["一二", "三，四"]), ("abcdefghij", 40, ["abcd", "efgh", "ij"]), ("", 40, []), ("a  b", 400, ["a  b"]),
    ] as [(String, Double, [String])])
  func wrapped(_ text: String, _ room: Double, _ lines: [String]) {
    #expect(ChartSize.wrapped(text, to: room) == lines)
  }
}
