import Bytes

/// A sheet that is written piece by piece.
package struct SheetPieces: Sendable {
  let layout: SheetLayout
  /// How many pieces of rows follow the header.
  let count: Int
  let head: @Sendable (inout SheetWriter) -> Void
  let rows: @Sendable (_ piece: Int, inout SheetWriter) -> Void

  /// `rows` writes the same at each call.
  package init(
    _ layout: SheetLayout, count: Int, head: @escaping @Sendable (inout SheetWriter) -> Void,
    rows: @escaping @Sendable (_ piece: Int, inout SheetWriter) -> Void
  ) {
    self.layout = layout
    self.count = count
    self.head = head
    self.rows = rows
  }
}

extension WorkbookWriter {
  /// A file in pieces, so that a workbook as large as the site is never in memory as a whole: with its copies it took 274
  /// MB at 45,000 indicators. They are written in order; each piece can be written again later, with the same bytes.
  ///
  /// A part's length and checksum follow the part, so that nothing has to be written twice to measure it. Some programs
  /// read such a part only if it is deflated, so its bytes are in stored deflate blocks (RFC 1951 §3.2.4).
  package static func pieces(_ sheets: [SheetPieces]) -> [@Sendable (inout ByteBuffer) -> Void] {
    let archive = PiecedArchive(sheets)
    var pieces: [@Sendable (inout ByteBuffer) -> Void] = [{ archive.writeSmallParts(to: &$0) }]
    for (sheet, pieced) in sheets.enumerated() {
      pieces += (0...pieced.count).map { piece in { archive.write(piece, ofSheet: sheet, to: &$0) } }
    }
    return pieces + [{ archive.writeDirectory(to: &$0) }]
  }
}
