import Bytes
import CZip
import Diagnostics

/// Writes a workbook: the same sheets give the same bytes, on every machine. Parts are stored, not packed.
package enum WorkbookWriter {
  /// The bytes of the file. Sheet names must be unique and follow Excel's rules: see `SheetName`.
  package static func file(_ sheets: [WrittenSheet]) -> [UInt8] { withFile(sheets) { Array($0) } }

  /// Calls `body` with the bytes of the file, which are valid only during the call.
  package static func withFile<Result>(
    _ sheets: [WrittenSheet], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let capacity = sheets.reduce(1 << 14) { $0 + $1.bytes.count + 512 }
    guard let writer = zip_writer_open(capacity) else { preconditionFailure("there is memory for an archive") }
    defer { zip_writer_close(writer) }
    func add(_ name: String, _ bytes: [UInt8]) {
      let result = bytes.withUnsafeBufferPointer { zip_writer_add(writer, name, $0.baseAddress, $0.count) }
      precondition(result == 0, "there is memory for a part of an archive")
    }
    add("[Content_Types].xml", contentTypes(sheets.count))
    add("_rels/.rels", part { $0.append(literal: packageRelationships) })
    add("xl/workbook.xml", workbook(sheets.map(\.layout)))
    add("xl/_rels/workbook.xml.rels", relationships(sheets.count))
    add("xl/styles.xml", CellStyle.stylesPart)
    for (index, sheet) in sheets.enumerated() { add("xl/worksheets/sheet\(index + 1).xml", sheet.bytes) }
    var count = 0
    guard let bytes = zip_writer_finish(writer, &count) else { preconditionFailure("there is memory for an archive") }
    return body(UnsafeBufferPointer(start: bytes, count: count))
  }

  static func part(_ write: (inout ByteBuffer) -> Void) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 1024)
    buffer.append(literal: #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)
    buffer.append(UInt8(ascii: "\n"))
    write(&buffer)
    return buffer.array
  }

  static func contentTypes(_ sheets: Int) -> [UInt8] {
    part { buffer in
      buffer.append(
        literal: """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/xl/workbook.xml" \
          ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
          <Override PartName="/xl/styles.xml" \
          ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
          """)
      for number in 1...max(1, sheets) {
        buffer.append(text: "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ")
        buffer.append(
          literal: #"ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#)
      }
      buffer.append(literal: "</Types>")
    }
  }

  static let packageRelationships: StaticString = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
    Target="xl/workbook.xml"/></Relationships>
    """

  static func relationships(_ sheets: Int) -> [UInt8] {
    part { buffer in
      buffer.append(literal: #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#)
      let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      for number in 1...max(1, sheets) {
        buffer.append(text: "<Relationship Id=\"rId\(number)\" Type=\"\(type)/worksheet\" ")
        buffer.append(text: "Target=\"worksheets/sheet\(number).xml\"/>")
      }
      buffer.append(text: "<Relationship Id=\"rId\(sheets + 1)\" Type=\"\(type)/styles\" Target=\"styles.xml\"/>")
      buffer.append(literal: "</Relationships>")
    }
  }

  static func workbook(_ sheets: [SheetLayout]) -> [UInt8] {
    part { buffer in
      buffer.append(
        literal: """
          <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
          xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
          """)
      for (index, sheet) in sheets.enumerated() {
        buffer.append(literal: "<sheet name=\"")
        buffer.append(xml: sheet.name)
        if sheet.isHidden { buffer.append(literal: "\" state=\"hidden") }
        buffer.append(text: "\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
      }
      buffer.append(literal: "</sheets></workbook>")
    }
  }
}

/// A sheet that is ready to be put into a workbook.
package struct WrittenSheet: Sendable {
  let layout: SheetLayout
  let bytes: [UInt8]
}

/// The appearance of a sheet, besides its cells.
package struct SheetLayout: Sendable {
  /// At most 31 characters, without `[]:*?/\`; made so from any text.
  let name: String
  /// The widths of the columns, in characters.
  let widths: [Int]
  /// Rows at the top that stay when the sheet is scrolled.
  let frozenRows: Int
  /// Whether only the cells of the style `toFill` can be changed. There is no password: a lock that keeps a hand from
  /// slipping, not a thief out.
  let isLocked: Bool
  let isHidden: Bool
  /// Whether the first column is on the right.
  let isRightToLeft: Bool

  package init(
    name: String, widths: [Int], frozenRows: Int = 1, isLocked: Bool = false, isHidden: Bool = false,
    isRightToLeft: Bool = false
  ) {
    let characters = name.map { "[]:*?/\\".contains($0) ? "-" : $0 }
    let trimmed = String(characters).split(separator: "'").joined()
    self.name = String(trimmed.prefix(31)).isEmpty ? "Sheet" : String(trimmed.prefix(31))
    self.widths = widths
    self.frozenRows = frozenRows
    self.isLocked = isLocked
    self.isHidden = isHidden
    self.isRightToLeft = isRightToLeft
  }
}

/// Writes the rows of a sheet, cell by cell.
package struct SheetWriter: ~Copyable {
  private var buffer: ByteBuffer
  private let layout: SheetLayout
  private var row = 1
  private var column = 0
  private var isInRow = false
  /// The letters of the columns that were used, so that they are made once.
  private var letters: [[UInt8]] = []

  package init(_ layout: SheetLayout, capacity: Int = 4096) {
    self.layout = layout
    buffer = ByteBuffer(capacity: capacity)
    begin()
  }

  /// Writes a part of a sheet: its beginning if `row` is the first, else rows from `row` on.
  init(_ layout: SheetLayout, row: Int) {
    self.layout = layout
    buffer = ByteBuffer(capacity: 1 << 16)
    self.row = row
    if row == 1 { begin() }
  }

  func withBytes(_ read: (UnsafeBufferPointer<UInt8>) -> Void) { buffer.withBytes { read($0) } }

  private mutating func begin() {
    buffer.append(literal: #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(literal: #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#)
    buffer.append(literal: "<sheetViews><sheetView")
    if layout.isRightToLeft { buffer.append(literal: #" rightToLeft="1""#) }
    buffer.append(literal: #" workbookViewId="0">"#)
    if layout.frozenRows > 0 {
      buffer.append(text: "<pane ySplit=\"\(layout.frozenRows)\" topLeftCell=\"A\(layout.frozenRows + 1)\" ")
      buffer.append(literal: #"activePane="bottomLeft" state="frozen"/>"#)
    }
    buffer.append(literal: "</sheetView></sheetViews>")
    if !layout.widths.isEmpty {
      buffer.append(literal: "<cols>")
      for (index, width) in layout.widths.enumerated() {
        buffer.append(text: "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
      }
      buffer.append(literal: "</cols>")
    }
    buffer.append(literal: "<sheetData>")
  }

  /// The position of the next cell.
  package var position: CellPosition { CellPosition(row: row, column: column) }

  /// Leaves cells empty.
  package mutating func skip(_ count: Int = 1) { column += count }

  /// An empty cell of a style.
  package mutating func empty(_ style: CellStyle) {
    beginCell(style)
    buffer.append(literal: "/>")
  }

  /// A text, which no spreadsheet computes, whatever it begins with. An empty text is an empty cell.
  package mutating func text(_ text: String, _ style: CellStyle = .plain) {
    guard !text.isEmpty else { return style == .plain ? skip() : empty(style) }
    beginCell(style == .plain && beginsFormula(text) ? .quoted : style)
    buffer.append(literal: #" t="inlineStr"><is><t xml:space="preserve">"#)
    buffer.append(xml: text)
    buffer.append(literal: "</t></is></c>")
  }

  /// A number; `write` appends it in the notation of XML Schema's `double`. It is shown with `decimals` decimals; with
  /// nil, the spreadsheet decides.
  package mutating func number(decimals: Int? = nil, _ write: (inout ByteBuffer) -> Void) {
    beginCell(decimals.map(CellStyle.init(decimals:)) ?? .plain)
    buffer.append(literal: "><v>")
    write(&buffer)
    buffer.append(literal: "</v></c>")
  }

  package mutating func flag(_ flag: Bool) {
    beginCell(.plain)
    buffer.append(literal: #" t="b"><v>"#)
    buffer.append(UInt8(ascii: flag ? "1" : "0"))
    buffer.append(literal: "</v></c>")
  }

  package mutating func endRow() {
    if isInRow { buffer.append(literal: "</row>") }
    isInRow = false
    row += 1
    column = 0
  }

  /// The number of rows that were ended.
  package var rowCount: Int { row - 1 }

  package consuming func finish() -> WrittenSheet {
    end()
    return WrittenSheet(layout: layout, bytes: buffer.array)
  }

  mutating func end() {
    buffer.append(literal: "</sheetData>")
    if layout.isLocked {
      buffer.append(
        literal:
          #"<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" selectLockedCells="0"/>"#
      )
    }
    buffer.append(literal: "</worksheet>")
  }

  private mutating func beginCell(_ style: CellStyle) {
    if !isInRow {
      buffer.append(literal: "<row r=\"")
      buffer.append(decimal: row)
      buffer.append(literal: "\">")
      isInRow = true
    }
    while letters.count <= column { letters.append(Array(SheetCell.letters(ofColumn: letters.count).utf8)) }
    buffer.append(literal: "<c r=\"")
    buffer.append(contentsOf: letters[column])
    buffer.append(decimal: row)
    buffer.append(UInt8(ascii: "\""))
    if style != .plain {
      buffer.append(literal: " s=\"")
      buffer.append(decimal: style.index)
      buffer.append(UInt8(ascii: "\""))
    }
    column += 1
  }
}

/// Whether a spreadsheet would take a text for a formula if it were typed.
private func beginsFormula(_ text: String) -> Bool {
  switch text.utf8.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
  default: false
  }
}
