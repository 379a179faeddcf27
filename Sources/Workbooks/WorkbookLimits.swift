/// The largest workbook that is read: more than any table of figures needs, and too little to exhaust memory.
package enum WorkbookLimits {
  /// In bytes.
  package static let file = 16 << 20
  /// In bytes, once a part is unpacked.
  static let part = 128 << 20
  /// In bytes, all parts that are read.
  static let unpacked = 256 << 20
  static let parts = 10_000
  static let sheets = 200
  static let cells = 1_000_000
  static let sharedTexts = 1_000_000
  /// Bytes of cell text in total. A shared string counts once per cell.
  static let text = 64 << 20
  static let mergedAreas = 100_000
  /// Elements inside elements; a workbook needs fewer than ten.
  static let depth = 64
  /// The numbers of rows and columns in Excel's own sheets.
  static let rows = 1_048_576
  static let columns = 16_384
}
