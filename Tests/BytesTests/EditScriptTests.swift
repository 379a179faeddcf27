import Bytes
import TestSupport
import Testing

struct EditScriptTests {
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
