/// How a cell looks and whether it can be changed in a locked sheet.
package struct CellStyle: Hashable, Sendable {
  /// The index of the style in the workbook's list.
  let index: Int

  private init(index: Int) {
    self.index = index
  }

  package static let plain = CellStyle(index: 0)
  /// The style of a column heading.
  package static let head = CellStyle(index: 1)
  /// A text that stays one when somebody edits it, though it begins as a formula does.
  package static let quoted = CellStyle(index: 2)
  /// A long text, in several lines.
  package static let wrapped = CellStyle(index: 3)
  /// A cell for a reader to fill in: coloured, and never locked.
  package static let toFill = CellStyle(index: 4)
  /// The title of a sheet.
  package static let title = CellStyle(index: 5)

  private static let firstWithDecimals = 6
  private static let mostDecimals = 12

  /// The style of a number with `decimals` decimals, at most 12.
  init(decimals: Int) {
    index = CellStyle.firstWithDecimals + min(decimals, CellStyle.mostDecimals)
  }

  /// `xl/styles.xml`. The styles of `cellXfs` are in the order of their indices.
  static let stylesPart = WorkbookWriter.part { buffer in
    buffer.append(literal: #"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#)
    // Numbers below 164 are Excel's own formats.
    buffer.append(text: "<numFmts count=\"\(mostDecimals + 1)\">")
    for decimals in 0...mostDecimals {
      let zeros = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
      buffer.append(text: "<numFmt numFmtId=\"\(164 + decimals)\" formatCode=\"0\(zeros)\"/>")
    }
    buffer.append(literal: "</numFmts>")
    buffer.append(
      literal: """
        <fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>\
        <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFF7D6"/></patternFill></fill></fills>\
        <borders count="2"><border/><border><left style="thin"><color rgb="FFB0B0B0"/></left>\
        <right style="thin"><color rgb="FFB0B0B0"/></right><top style="thin"><color rgb="FFB0B0B0"/></top>\
        <bottom style="thin"><color rgb="FFB0B0B0"/></bottom></border></borders>\
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        """)
    buffer.append(text: "<cellXfs count=\"\(firstWithDecimals + mostDecimals + 1)\">")
    buffer.append(
      literal: """
        <xf/>\
        <xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
        <xf quotePrefix="1"/>\
        <xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
        <xf fillId="3" borderId="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">\
        <alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>\
        <xf fontId="2" applyFont="1"/>
        """)
    for decimals in 0...mostDecimals {
      buffer.append(text: "<xf numFmtId=\"\(164 + decimals)\" applyNumberFormat=\"1\"/>")
    }
    buffer.append(
      literal: """
        </cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """)
  }
}
