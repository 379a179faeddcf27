import Testing
import Workbooks

@Suite struct WorkbookReadingTests {
  @Test("Every kind of value that Excel stores is read")
  func values() throws {
    let workbook = MadeWorkbook(
      rows: """
        <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='D1' t='inlineStr'><is><t>行内</t></is></c></row>
        <row r='3'><c r='A3'><v>65.299999999999997</v></c><c r='B3' s='1'><v>0.653</v></c><c r='C3' s='2'><v>44377</v></c>\
        <c r='D3' s='3'><v>44348</v></c><c r='E3' s='4'><v>44197</v></c><c r='F3' t='b'><v>1</v></c>\
        <c r='G3' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='H3' t='str'><f>A1</f><v>结果</v></c><c r='I3'><f>A3*2</f></c>\
        <c r='J3'><f>A3*2</f><v>130.6</v></c><c r='K3' s='5'><v>1234567</v></c></row>
        """,
      texts: [
        "<si><t>编号</t></si>",
        "<si><r><t>粗</t></r><r><t xml:space='preserve'> 体</t></r><rPh sb='0' eb='1'><t>cu</t></rPh></si>",
      ],
      styles: """
        <numFmts><numFmt numFmtId='170' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/><numFmt numFmtId='171' formatCode='yyyy'/></numFmts>\
        <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
        <cellXfs><xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='3'/></cellXfs>
        """)
    func date(_ year: Int, _ month: Int, _ day: Int, _ showsMonth: Bool, _ showsDay: Bool) -> CellValue {
      .date(CellDate(year: year, month: month, day: day, showsMonth: showsMonth, showsDay: showsDay))
    }
    let rows = try Workbook.read(workbook.bytes()).sheets[0].rows
    #expect(rows.map(\.number) == [1, 3])
    #expect(rows[0].cells.map(\.column) == [0, 1, 3])
    #expect(rows[0].cells.map(\.value) == [.text("编号"), .text("粗 体"), .text("行内")])
    #expect(
      rows[1].cells.map(\.value) == [
        .number(65.3), .percentage(0.653), date(2021, 6, 30, true, true), date(2021, 6, 1, true, false),
        date(2021, 1, 1, false, false), .boolean(true), .error("#DIV/0!"), .text("结果"), .notComputed, .number(130.6),
        .number(1_234_567),
      ])
  }

  @Test("Prefixes of names, cells without addresses, and days from 1904 are read", arguments: [true, false])
  func others(isPacked: Bool) throws {
    var workbook = MadeWorkbook(
      rows: "", styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>",
      workbook: "<workbookPr date1904='1'/>")
    workbook.isPacked = isPacked
    workbook.replace(
      "xl/worksheets/sheet1.xml",
      with: """
        <x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData>\
        <x:row><x:c><x:v>1</x:v></x:c><x:c s='1'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>
        """)
    let first = CellDate(year: 1904, month: 1, day: 1, showsMonth: true, showsDay: true)
    #expect(try cells(workbook.bytes()) == ["A1 \(CellValue.number(1))", "B1 \(CellValue.date(first))"])
  }

  @Test("Merged cells and hidden sheets are listed")
  func mergedCells() throws {
    var workbook = MadeWorkbook(
      rows: "<row><c t='inlineStr'><is><t>A</t></is></c></row>",
      after: "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>")
    workbook.parts[2].text = workbook.parts[2].text.replacing("sheetId='1'", with: "sheetId='1' state='hidden'")
    let sheet = try Workbook.read(workbook.bytes()).sheets[0]
    #expect(sheet.name == "指标")
    #expect(sheet.isHidden)
    #expect(
      sheet.merged.map { [$0.first, $0.last] } == [[CellPosition(row: 1, column: 0), CellPosition(row: 3, column: 0)]])
  }

  @Test("Escaped characters are read as the characters that they mean")
  func escapes() throws {
    let workbook = MadeWorkbook(
      rows: "<row><c t='str'><v>a_x000A_b_x005F_x000A_ _x00G0_ _</v></c></row>")
    #expect(try cells(workbook.bytes()) == ["A1 \(CellValue.text("a\nb_x000A_ _x00G0_ _"))"])
  }
}

@Suite struct CellTextTests {
  @Test(
    "A number has the digits that its author sees",
    arguments: [
      (65.299999999999997, "65.3"), (0.1 + 0.2, "0.3"), (1_234_567.0, "1234567"), (-0.5, "-0.5"), (1e-7, "0.0000001"),
      (1.5e16, "15000000000000000"), (2.0 / 3, "0.666666666667"), (0.00001234, "0.00001234"),
      (9.9999999999999999e14, "1000000000000000"),
      (1e-13, "0"), (0.0, "0"),
    ] as [(Double, String)])
  func numbers(number: Double, text: String) {
    #expect(CellValue.number(number).text == text)
  }

  @Test(
    "A percentage is shown in per cent",
    arguments: [(0.653, "65.3%"), (1.0, "100%"), (0.07, "7%"), (0.0005, "0.05%")] as [(Double, String)])
  func percentages(number: Double, text: String) {
    #expect(CellValue.percentage(number).text == text)
  }
}
