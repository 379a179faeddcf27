import CMiniZip
import Diagnostics
import Foundation
import Workbooks

/// A workbook put together from its parts, as other programs write them.
struct MadeWorkbook {
  /// The parts by name, in order.
  var parts: [(name: String, text: String)]
  /// Whether the parts are packed, as Excel does.
  var isPacked = true

  /// A workbook of one sheet, with the rows in `rows` as XML.
  init(rows: String, after: String = "", texts: [String] = [], styles: String = "", workbook: String = "") {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    parts = [
      (
        "[Content_Types].xml",
        "<Types xmlns='\(package)/content-types'><Default Extension='xml' ContentType='application/xml'/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(package)/relationships'><Relationship Id='rId1' Type='\(relation)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(main)' xmlns:r='\(relation)'>\(workbook)<sheets><sheet name='指标' sheetId='1' r:id='rId1'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns='\(package)/relationships'>\
        <Relationship Id='rId1' Type='\(relation)/worksheet' Target='worksheets/sheet1.xml'/>\
        <Relationship Id='rId2' Type='\(relation)/sharedStrings' Target='/xl/sharedStrings.xml'/>\
        <Relationship Id='rId3' Type='\(relation)/styles' Target='styles.xml'/></Relationships>
        """
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet xmlns='\(main)'><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
      ("xl/sharedStrings.xml", "<sst xmlns='\(main)'>\(texts.joined())</sst>"),
      ("xl/styles.xml", "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>"),
    ]
  }

  mutating func replace(_ name: String, with text: String) {
    parts = parts.map { $0.name == name ? (name, text) : $0 }
  }

  /// The bytes of the file, written by minizip.
  func bytes() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("made-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = zipOpen64(path, APPEND_STATUS_CREATE)
    for part in parts {
      let bytes = Array(part.text.utf8)
      zipOpenNewFileInZip(file, part.name, nil, nil, 0, nil, 0, nil, isPacked ? Z_DEFLATED : 0, 9)
      zipWriteInFileInZip(file, bytes, UInt32(bytes.count))
      zipCloseFileInZip(file)
    }
    zipClose(file, nil)
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

/// The cells of a workbook's sheets as text: `A1 text`.
func cells(_ bytes: [UInt8]) throws(WorkbookFault) -> [String] {
  try Workbook.read(bytes).sheets.flatMap { sheet in
    sheet.rows.flatMap { row in
      row.cells.map { "\(SheetCell(sheet: "", row: row.number, column: $0.column).name) \($0.value)" }
    }
  }
}

/// `reason` and `hint` of the fault that reading the bytes ends with; nil if they are read.
func fault(_ bytes: [UInt8]) -> String? {
  do throws(WorkbookFault) {
    _ = try Workbook.read(bytes)
    return nil
  } catch {
    return "\(error.kind): the workbook \(error.reason)\nhint: \(error.hint)"
  }
}
