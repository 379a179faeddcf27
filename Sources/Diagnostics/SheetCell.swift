/// A cell of a workbook, as findings name it.
package struct SheetCell: Hashable, Sendable {
  package let sheet: String
  /// 1-based.
  package let row: Int
  /// 0-based.
  package let column: Int

  package init(sheet: String, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// `D7`.
  package var name: String { "\(SheetCell.letters(ofColumn: column))\(row)" }

  /// `sheet 指标, cell D7`.
  package var words: Message { "sheet \(sheet), cell \(name)" }

  /// The name of the cell in English.
  package var description: String { words.english }

  /// `A` for 0, `AA` for 26.
  package static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
