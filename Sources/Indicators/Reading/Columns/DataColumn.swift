/// A column of a data file that neither has its values nor their periods.
///
/// Each text is kept once: a column of regions has a hundred and a file thousands of rows.
struct DataColumn: Sendable {
  let name: String
  /// The different texts, in the order of their first rows.
  private(set) var texts: [String] = []
  /// By row: the position in `texts`.
  private(set) var codes: [Int32] = []
  private var numbers: [String: Int32] = [:]

  init(name: String) {
    self.name = name
  }

  mutating func append(_ text: String) {
    // Neighbouring rows often have the same text.
    if let last = codes.last, texts[Int(last)] == text {
      codes.append(last)
      return
    }
    if let number = numbers[text] {
      codes.append(number)
      return
    }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[text] = number
    codes.append(number)
  }

  /// The column without what only adding to it needs.
  consuming func finished() -> DataColumn {
    numbers = [:]
    return self
  }

  subscript(row: Int) -> String { texts[Int(codes[row])] }

  /// Whether no row has a text.
  var isBlank: Bool { texts.allSatisfy(\.isEmpty) }
}
