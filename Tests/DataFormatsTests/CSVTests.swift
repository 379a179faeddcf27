import DataFormats
import Diagnostics
import Testing

@Suite("CSV: reading and writing")
struct CSVTests {
  @Test(
    "Cells follow RFC 4180 and its variants in spreadsheets",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]), ("a,b\r1,2\r", [["1", "2"]]),
      ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]), ("a,b\n\n \n1,2\n\n", [["1", "2"]]),
      ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [["x, y", "say \"hi\""]]), ("a,b\n\"x\r\ny\",z\n", [["x\r\ny", "z"]]),
      ("a,b\n 1 ,\t2\t\n", [["1", "2"]]), ("a,b\n\" 1 \", \"2\" \n", [[" 1 ", "2"]]),
      ("a,b\n5\" pipe,x\n", [["5\" pipe", "x"]]), ("a,b\n\"\"\"\",\"\"\n", [["\"", ""]]), ("a\n\"\"\n", [[""]]),
      ("年,值\n2021,一点五\n", [["2021", "一点五"]]), ("a;c,b\n1;2,3\n", [["1;2", "3"]]), ("a,b\n", []),
      // Empty cells and rows, as spreadsheets leave them.
      ("a,b,,\n1,2,,\n,,,\n", [["1", "2"]]), ("a,b\n1,2,,\n3,4\n", [["1", "2"], ["3", "4"]]),
      ("a,b,,\n1,2\n3,4,\n", [["1", "2"], ["3", "4"]]), ("a,b\n1,,\n,2,,,\n", [["1", ""], ["", "2"]]),
      ("a,b\n,\n,,,,\n1,2\n,\n", [["1", "2"]]), (",,\n , \na,b\n1,2\n", [["1", "2"]]), ("a,\n1,\n", [["1"]]),
      ("a,b,\"\"\n1,2,\"\"\n", [["1", "2"]]), ("a,b,\u{A0}\n1,2,\u{3000}\n", [["1", "2"]]),
    ] as [(String, [[String]])])
  func cells(_ text: String, _ rows: [[String]]) throws {
    let checked = CSVTable.parse(SourceText(path: "a.csv", text: text))
    #expect(printed(checked.diagnostics) == "")
    #expect(try #require(checked.value).rows.map { $0.cells.map(\.value) } == rows)
  }

  @Test("Rows have a line, cells a byte range, columns an index")
  func places() throws {
    let source = SourceText(path: "a.csv", text: "\u{FEFF}年, 值\r\n2021,\"一\n二\"\r\n\r\n2022, 三 \r\n")
    let table = try #require(CSVTable.parse(source).value)
    func written(_ cells: [Located<String>]) -> [String] {
      cells.map { String(decoding: source.bytes[$0.range.bounds], as: UTF8.self) }
    }
    #expect(written(table.header) == ["年", "值"])
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(table.rows.map { written($0.cells) } == [["2021", "\"一\n二\""], ["2022", "三"]])
    #expect(table.column(named: "值") == 1)
    #expect(table.column(named: "月") == nil)
  }

  @Test("A ragged row is skipped, the others stay")
  func keepsOthers() {
    let table = CSVTable.parse(SourceText(path: "a.csv", text: "a,b\n1\n2,3\n4,\"5\"x\n6,7\n")).value
    #expect(table?.rows.map { $0.cells.map(\.value) } == [["2", "3"], ["6", "7"]])
  }

  @Test("Cells are quoted where needed and read back unchanged")
  func writes() throws {
    var writer = CSVWriter(byteOrderMark: true)
    let rows = [["年", "a,b"], ["say \"hi\"", "x\ny"], [" padded", "plain"], ["", "x"]]
    for row in rows { writer.row(row) }
    let expected = "\u{FEFF}年,\"a,b\"\r\n\"say \"\"hi\"\"\",\"x\ny\"\r\n\" padded\",plain\r\n,x\r\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    let table = try #require(CSVTable.parse(SourceText(path: "a.csv", bytes: writer.bytes)).value)
    #expect([table.header.map(\.value)] + table.rows.map { $0.cells.map(\.value) } == rows)
  }

  @Test(
    "A text that a spreadsheet would run begins with an apostrophe; numbers do not",
    arguments: [
      ("=1+1", "'=1+1"), ("+SUM(A1)", "'+SUM(A1)"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
      ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t=1"), ("  =1", "'  =1"), ("\r=1", "\"'\r=1\""), ("＝1+1", "'＝1+1"), ("＋1x", "'＋1x"), ("－x", "'－x"),
      ("＠x", "'＠x"),
      ("=HYPERLINK(\"http://e.com\",\"x\")", "\"'=HYPERLINK(\"\"http://e.com\"\",\"\"x\"\")\""), ("-", "'-"),
      ("– x", "– x"),
      ("-5", "-5"), ("+3.5", "+3.5"), ("-1e5", "-1e5"), ("-5%", "-5%"), ("+2.5%", "+2.5%"), ("-5%%", "'-5%%"),
      ("-5%+1", "'-5%+1"), ("-%", "'-%"), ("=5%", "'=5%"), ("1-2", "1-2"), ("a=b", "a=b"), ("，x", "，x"),
      ("年=1", "年=1"),
    ])
  func formulas(_ text: String, _ written: String) {
    var writer = CSVWriter()
    writer.row([text, "x"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(written),x\r\n")
  }

  @Test("A single empty cell is quoted: a blank line would be skipped")
  func singleEmptyCell() throws {
    var writer = CSVWriter()
    for cell in ["a", "", "x"] { writer.row([cell]) }
    let table = try #require(CSVTable.parse(SourceText(path: "a.csv", bytes: writer.bytes)).value)
    #expect(table.rows.map { $0.cells.map(\.value) } == [[""], ["x"]])
  }
}
