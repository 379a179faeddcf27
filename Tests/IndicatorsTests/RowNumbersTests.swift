import TestSupport
import Testing

@testable import Indicators

struct RowNumbersTests {
  @Test("Rows have one number if and only if their cells are equal", .randomInput)
  func randomRows() {
    let input = RandomInput(seed: 5, rounds: 200)
    var random = input.generator
    for _ in 0..<input.rounds {
      let count = Int.random(in: 0...60, using: &random)
      // A column of a few texts, and one of so many that a table of all pairs would be too large.
      let limits = [3, 1, 40_000_000, 7]
      let columns = limits.map { limit in
        let end = Int32(limit)
        return (0..<count).map { _ in Int32.random(in: 0..<end, using: &random) }
      }
      var rows = RowNumbers(rows: count)
      for (codes, limit) in zip(columns, limits) { rows.divide(by: codes, below: limit) }
      var known: [[Int32]: Int] = [:]
      for row in 0..<count {
        let cells = columns.map { $0[row] }
        let expected = known[cells] ?? known.count
        known[cells] = expected
        #expect(rows[row] == expected)
      }
      #expect(rows.count == known.count)
    }
  }
}
