import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The differences between two states of a site.
struct DifferenceTests {
  @Test(
    "Texts are compared word by word, Chinese by character",
    arguments: [
      ("We build two roads.", "We plan two roads.", "We [build|plan] two roads."),
      ("优良天数达到320天。", "优良天数达到330天。", "优良天数达到[320|330]天。"),
      ("建设公园", "建设两个公园", "建设[|两个]公园"), ("Same.\n", "Same.\n", "Same.\n"), ("", "New", "[|New]"),
      ("a\nb\nc\n", "a\nc\n", "a\n[b\n|]c\n"),
      ("Build 4,800 homes.", "Build 4,200 homes.", "Build [4,800|4,200] homes."), ("1.5%", "1.75%", "[1.5|1.75]%"),
      ("4\u{202F}800 logements", "4\u{202F}200 logements", "[4\u{202F}800|4\u{202F}200] logements"),
      ("In 2020, 14", "In 2020, 15", "In 2020, [14|15]"),
      // Neither a blank nor a word that both happen to have cuts a sentence in pieces.
      ("old house", "new tower", "[old house|new tower]"),
      ("推进传统产业绿色改造", "加快数字产业集群建设", "[推进传统产业绿色改造|加快数字产业集群建设]"),
    ])
  func words(old: String, new: String, shown: String) {
    let difference = TextDifference(from: old, to: new)
    var text = ""
    var pieces = difference.pieces[...]
    while let piece = pieces.popFirst() {
      switch piece {
      case .kept(let kept): text += kept
      case .removed(let removed):
        if case .added(let added)? = pieces.first {
          text += "[\(removed)|\(added)]"
          pieces.removeFirst()
        } else {
          text += "[\(removed)|]"
        }
      case .added(let added): text += "[|\(added)]"
      }
    }
    #expect(text == shown)
    #expect(difference.isEmpty == (old == new))
  }

  @Test("After random edits, the difference gives both the old text and the new one back", .randomInput)
  func randomTexts() {
    let input = RandomInput(seed: 31, rounds: 300)
    var generator = input.generator
    let alphabet = ["a", "bc", " ", "\n", "规", "划", ".", "1"]
    for _ in 0..<input.rounds {
      var words = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? ""
      }
      let first = words.joined()
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let place = Int.random(in: 0...words.count, using: &generator)
        if Bool.random(using: &generator), place < words.count {
          words.remove(at: place)
        } else {
          words.insert(alphabet.randomElement(using: &generator) ?? "", at: place)
        }
      }
      let second = words.joined()
      let difference = TextDifference(from: first, to: second)
      #expect(difference.old == first)
      #expect(difference.new == second)
      for (one, next) in zip(difference.pieces, difference.pieces.dropFirst()) {
        switch (one, next) {
        case (.kept, .kept), (.removed, .removed), (.added, .added), (.added, .removed):
          Issue.record("\(difference.pieces)")
        default: break
        }
      }
    }
  }

  @Test("An edit script is as short as the longest common part allows", .randomInput)
  func randomEditScripts() {
    let input = RandomInput(seed: 32, rounds: 500)
    var generator = input.generator
    for _ in 0..<input.rounds {
      let letters = Int.random(in: 1...5, using: &generator)
      func list() -> [Int] {
        (0..<Int.random(in: 0...24, using: &generator)).map { _ in Int.random(in: 0...letters, using: &generator) }
      }
      let (old, new) = (list(), list())
      let script = EditScript(from: old, to: new)
      let kept = zip(old, script.isRemoved).filter { !$0.1 }.map(\.0)
      #expect(kept == zip(new, script.isAdded).filter { !$0.1 }.map(\.0))
      #expect(kept.count == longestCommonPart(old, new), "\(old) \(new)")
    }
  }

  /// The edits by the table of all beginnings.
  private func longestCommonPart(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for element in old {
      var next = row
      for (index, other) in new.enumerated() {
        next[index + 1] = element == other ? row[index] + 1 : max(next[index], row[index + 1])
      }
      row = next
    }
    return row.last ?? 0
  }

  @Test("Long texts that have nothing in common are replaced as a whole, at once")
  func rewritten() {
    let (old, new) = (Array(0..<40_000), Array(40_000..<80_000))
    let script = EditScript(from: old, to: new)
    #expect(script.isRemoved.allSatisfy(\.self) && script.isAdded.allSatisfy(\.self))
  }
}
