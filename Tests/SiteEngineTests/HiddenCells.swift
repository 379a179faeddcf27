import Foundation
import Workbooks

/// A workbook with a hidden row and a hidden column, 1-based, in its sheet 表, and a hidden sheet 旧.
func workbookWithHiddenCells(
  _ rows: [[String]], hiddenRow: Int, hiddenColumn: Int? = nil, hiddenSheet: [[String]]
) -> Data {
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let package = "http://schemas.openxmlformats.org/package/2006"
  func sheet(_ rows: [[String]], hiddenRow: Int? = nil, before: String = "") -> String {
    let xml = rows.enumerated().map { index, texts in
      let cells = zip("ABCDEF", texts).map { column, text in
        let name = "\(column)\(index + 1)"
        return Double(text) == nil
          ? "<c r='\(name)' t='inlineStr'><is><t>\(text)</t></is></c>" : "<c r='\(name)'><v>\(text)</v></c>"
      }
      let hidden = hiddenRow == index + 1 ? " hidden='1'" : ""
      return "<row r='\(index + 1)'\(hidden)>\(cells.joined())</row>"
    }
    return "<worksheet xmlns='\(main)'>\(before)<sheetData>\(xml.joined())</sheetData></worksheet>"
  }
  let columns = hiddenColumn.map { "<cols><col min='\($0)' max='\($0)' hidden='1'/></cols>" } ?? ""
  func relationship(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id='\(id)' Type='\(relation)/\(type)' Target='\(target)'/>"
  }
  func relationships(_ content: String) -> String {
    "<Relationships xmlns='\(package)/relationships'>\(content)</Relationships>"
  }
  let parts = [
    "[Content_Types].xml": "<Types xmlns='\(package)/content-types'/>",
    "_rels/.rels": relationships(relationship("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": """
    <workbook xmlns='\(main)' xmlns:r='\(relation)'><sheets><sheet name='表' sheetId='1' r:id='r1'/>\
    <sheet name='旧' sheetId='2' state='hidden' r:id='r2'/></sheets></workbook>
    """,
    "xl/_rels/workbook.xml.rels": relationships(
      relationship("r1", "worksheet", "a.xml") + relationship("r2", "worksheet", "b.xml")),
    "xl/a.xml": sheet(rows, hiddenRow: hiddenRow, before: columns), "xl/b.xml": sheet(hiddenSheet),
  ]
  return Data(ZipArchive.file(parts.mapValues { Array($0.utf8) }))
}
