/// Numbers the rows of a table by their cells in some columns: rows with equal cells have one number, from 0 in the order of
/// the first rows.
///
/// Column by column, for all rows at once: building a key per row cost more than everything done with the keys.
struct RowNumbers {
  /// By row.
  private(set) var numbers: [Int32]
  /// How many different numbers there are.
  private(set) var count: Int

  /// All rows are equal.
  init(rows: Int) {
    numbers = Array(repeating: 0, count: rows)
    count = rows > 0 ? 1 : 0
  }

  subscript(row: Int) -> Int { Int(numbers[row]) }

  /// Tells rows apart whose codes differ. Each code is from 0 up to `limit`, and each row has one.
  mutating func divide(by codes: [Int32], below limit: Int) {
    guard limit > 1, !numbers.isEmpty else { return }
    var next: Int32 = 0
    let (places, isTooLarge) = count.multipliedReportingOverflow(by: limit)
    if !isTooLarge, places <= 1 << 16 + 4 * numbers.count {
      var known = [Int32](repeating: -1, count: places)
      for row in numbers.indices {
        let place = Int(numbers[row]) * limit + Int(codes[row])
        if known[place] < 0 {
          known[place] = next
          next += 1
        }
        numbers[row] = known[place]
      }
    } else {
      var known: [UInt64: Int32] = [:]
      for row in numbers.indices {
        let pair = UInt64(UInt32(bitPattern: numbers[row])) << 32 | UInt64(UInt32(bitPattern: codes[row]))
        if let number = known[pair] {
          numbers[row] = number
        } else {
          known[pair] = next
          numbers[row] = next
          next += 1
        }
      }
    }
    count = Int(next)
  }

  mutating func divide(by column: DataColumn) { divide(by: column.codes, below: column.texts.count) }
}
