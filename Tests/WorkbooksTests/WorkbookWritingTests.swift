import Bytes
import Diagnostics
import Testing
import Workbooks

@Suite struct WorkbookWritingTests {
  private func sheet(_ layout: SheetLayout = SheetLayout(name: "Values", widths: [20, 10])) -> WrittenSheet {
    var sheet = SheetWriter(layout)
    sheet.text("指标", .head)
    sheet.text("Value", .head)
    sheet.endRow()
    sheet.text("a <b> & \"c\" _x0041_ \u{0B}")
    sheet.number(decimals: 2) { $0.append(text: "1.50") }
    sheet.endRow()
    sheet.endRow()
    sheet.skip()
    sheet.flag(true)
    sheet.text("=1+1")
    sheet.empty(.toFill)
    sheet.endRow()
    return sheet.finish()
  }

  @Test("A written workbook is read back")
  func roundTrip() throws {
    let workbook = try Workbook.read(WorkbookWriter.file([sheet(), sheet(SheetLayout(name: "a/b", widths: []))]))
    #expect(workbook.sheets.map(\.name) == ["Values", "a-b"])
    for sheet in workbook.sheets {
      #expect(sheet.rows.map(\.number) == [1, 2, 4])
      #expect(
        sheet.rows.map { $0.cells.map(\.value) } == [
          [.text("指标"), .text("Value")], [.text("a <b> & \"c\" _x0041_ \u{0B}"), .number(1.5)],
          [.boolean(true), .text("=1+1")],
        ])
    }
  }

  @Test("Pieces give the parts that are written at once, in blocks", arguments: [0, 1, 3, 40])
  func pieces(count: Int) throws {
    // The last of 40 pieces has several blocks.
    let rows: @Sendable (Int, inout SheetWriter) -> Void = { piece, sheet in
      for row in 0..<piece * 70 {
        sheet.text("Row \(sheet.rowCount) & \(row)")
        sheet.number { $0.append(text: String(piece)) }
        sheet.endRow()
      }
    }
    let head: @Sendable (inout SheetWriter) -> Void = { sheet in
      sheet.text("指标", .head)
      sheet.endRow()
    }
    let layouts = [
      SheetLayout(name: "指标", widths: [20, 10]),
      SheetLayout(name: "b", widths: [], frozenRows: 0, isLocked: true, isHidden: true),
    ]
    let whole = layouts.map { layout -> WrittenSheet in
      var sheet = SheetWriter(layout)
      head(&sheet)
      for piece in 0..<count { rows(piece, &sheet) }
      return sheet.finish()
    }
    let pieces = WorkbookWriter.pieces(layouts.map { SheetPieces($0, count: count, head: head, rows: rows) })
    func bytes(of piece: @Sendable (inout ByteBuffer) -> Void) -> [UInt8] {
      var buffer = ByteBuffer()
      piece(&buffer)
      return buffer.array
    }
    let first = pieces.map(bytes)
    // A file that is compared with an older one is written a second time where they differ.
    #expect(pieces.map(bytes) == first)

    let pieced = try ZipArchive(first.flatMap(\.self))
    let atOnce = try ZipArchive(WorkbookWriter.file(whole))
    #expect(pieced.names == atOnce.names)
    #expect(try pieced.contents(of: pieced.names) == atOnce.contents(of: atOnce.names))
  }

  @Test("The length and the checksum of a sheet in pieces follow it, and its bytes are called deflated")
  func blocks() throws {
    let layout = SheetLayout(name: "A", widths: [], frozenRows: 0)
    let pieces = WorkbookWriter.pieces([SheetPieces(layout, count: 1, head: { $0.endRow() }, rows: { $1.endRow() })])
    var buffer = ByteBuffer()
    for piece in pieces[1...2] { piece(&buffer) }
    let bytes = buffer.array
    // Version 2.0, a data descriptor after the part, deflated, 1 January 1980, no measures, and the length of the name.
    #expect(
      Array(bytes[0..<30]) == [
        0x50, 0x4B, 3, 4, 20, 0, 8, 0, 8, 0, 0, 0, 0x21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24, 0, 0, 0,
      ])
    let size = bytes.count - 30 - 24 - 10 - 16
    let end = bytes.suffix(16)
    #expect(Array(end.prefix(4)) == [0x50, 0x4B, 7, 8])
    #expect(
      Array(end.suffix(8)) == [
        UInt8(size + 10 & 0xFF), UInt8((size + 10) >> 8), 0, 0, UInt8(size & 0xFF), UInt8(size >> 8), 0, 0,
      ])
  }

  @Test("The same sheets give the same bytes, without a time or the name of a system")
  func bytes() {
    let file = WorkbookWriter.file([sheet()])
    #expect(file == WorkbookWriter.file([sheet()]))
    // Version 2.0 on MS-DOS, not packed, midnight of 1 January 1980.
    #expect(Array(file[4..<14]) == [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0])
  }

  @Test("A sheet has its widths, its frozen rows, its locked cells and its formats")
  func layout() {
    var writer = SheetWriter(SheetLayout(name: "A", widths: [8], frozenRows: 2, isLocked: true))
    writer.text("@x")
    writer.empty(.toFill)
    writer.number { $0.append(text: "3") }
    writer.endRow()
    let text = String(decoding: WorkbookWriter.file([writer.finish()]), as: UTF8.self)
    #expect(
      text.contains(
        """
        <sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" \
        state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="8" customWidth="1"/></cols>\
        <sheetData><row r="1"><c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">@x</t></is></c>\
        <c r="B1" s="4"/><c r="C1"><v>3</v></c></row></sheetData><sheetProtection sheet="1" objects="1" \
        scenarios="1" formatColumns="0" formatRows="0" selectLockedCells="0"/></worksheet>
        """))
  }

  @Test("A text beyond Excel's limit is cut", arguments: ["a", "中", "😀"])
  func longText(unit: String) throws {
    var writer = SheetWriter(SheetLayout(name: "A", widths: []))
    writer.text(String(repeating: unit, count: 40_000))
    writer.endRow()
    let workbook = try Workbook.read(WorkbookWriter.file([writer.finish()]))
    guard case .text(let text) = workbook.sheets[0].rows[0].cells[0].value else {
      Issue.record("the cell has no text")
      return
    }
    #expect(text.utf16.count <= 32_767 && text.utf16.count > 32_700)
    #expect(text.hasSuffix("\(unit)…"))
  }

  @Test(
    "Columns are named as in a spreadsheet", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func letters(column: Int, name: String) {
    #expect(SheetCell.letters(ofColumn: column) == name)
  }
}
