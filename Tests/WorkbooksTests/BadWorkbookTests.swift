import TestSupport
import Testing
import Workbooks

@Suite struct BadWorkbookTests {
  private static let saveAgain = "hint: open it in Excel and save it again as 'Excel Workbook (.xlsx)'"

  @Test("For a file of another format, the message names the format to save it in")
  func formats() throws {
    let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(
      fault(container + [UInt8](repeating: 0, count: 600)) == """
        unreadable: the workbook is in the format of Excel 97 (.xls)
        hint: in Excel, save it as 'Excel Workbook (.xlsx)'
        """)
    #expect(
      fault(container + [0, 0] + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] } + [0, 0]) == """
        unreadable: the workbook is protected with a password
        hint: in Excel, remove the password under File > Info > Protect Workbook, and save it
        """)
    let other = "unreadable: the workbook is not an Excel workbook\nhint: in Excel, save it as 'Excel Workbook (.xlsx)'"
    #expect(fault([]) == other)
    #expect(fault(Array("Year,Value\n2021,1\n".utf8)) == other)
    var document = MadeWorkbook(rows: "")
    document.parts = [("mimetype", "application/epub+zip")]
    #expect(fault(try document.bytes()) == other)
    document.parts = [("content.xml", "<a/>"), ("META-INF/manifest.xml", "<a/>")]
    #expect(
      fault(try document.bytes()) == """
        unreadable: the workbook is an OpenDocument spreadsheet (.ods)
        hint: in LibreOffice, save it as 'Excel 2007-365 (.xlsx)'
        """)
    document.parts = [("xl/workbook.bin", "")]
    #expect(
      fault(try document.bytes()) == """
        unreadable: the workbook is a binary workbook (.xlsb)
        hint: in Excel, save it as 'Excel Workbook (.xlsx)'
        """)
  }

  @Test("Macros and links to other workbooks are refused")
  func macros() throws {
    let macros = """
      unreadable: the workbook contains macros, which planpress does not read
      hint: in Excel, save it as 'Excel Workbook (.xlsx)', which has none
      """
    var workbook = MadeWorkbook(rows: "")
    workbook.parts.append(("xl/vbaProject.bin", "x"))
    #expect(fault(try workbook.bytes()) == macros)
    workbook = MadeWorkbook(rows: "")
    workbook.replace(
      "[Content_Types].xml",
      with: "<Types><Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>")
    #expect(fault(try workbook.bytes()) == macros)
    workbook = MadeWorkbook(rows: "")
    workbook.parts.append(("xl/externalLinks/externalLink1.xml", "<a/>"))
    #expect(
      fault(try workbook.bytes()) == """
        unreadable: the workbook takes figures from other workbooks
        hint: in Excel, choose Data > Edit Links > Break Link, and save it
        """)
  }

  @Test("For a damaged file, the message names the damage")
  func damage() throws {
    let whole = try MadeWorkbook(rows: "<row><c><v>1</v></c></row>").bytes()
    #expect(
      fault(Array(whole[..<(whole.count / 2)]))
        == "unreadable: the workbook is damaged: it is not a whole zip archive\n\(Self.saveAgain)")
    let cases: [(rows: String, reason: String)] = [
      ("<row><c><v>1</v></row>", "'xl/worksheets/sheet1.xml' is not valid XML, line 1"),
      ("<row><c><v>eins</v></c></row>", "cell A1 of sheet '指标' is not a number"),
      ("<row><c t='s'><v>7</v></c></row>", "cell A1 of sheet '指标' refers to a text that the workbook does not have"),
      ("<row r='2'/><row r='2'/>", "row 2 of sheet '指标' is not in its place"),
      ("<row r='1'><c r='B2'/></row>", "a cell of row 1 of sheet '指标' is not in its place"),
      ("<row r='1'><c r='B1'/><c r='A1'/></row>", "a cell of row 1 of sheet '指标' is not in its place"),
      (String(repeating: "<a>", count: 70), "its elements are nested more than 64 deep"),
    ]
    for (rows, reason) in cases {
      #expect(
        fault(try MadeWorkbook(rows: rows).bytes())
          == "unreadable: the workbook is damaged: \(reason)\n\(Self.saveAgain)")
    }
    var twice = MadeWorkbook(rows: "")
    twice.parts.append(twice.parts[4])
    #expect(
      fault(try twice.bytes())
        == "unreadable: the workbook is damaged: it has two parts named 'xl/worksheets/sheet1.xml'\n\(Self.saveAgain)")
    var missing = MadeWorkbook(rows: "")
    missing.parts.remove(at: 4)
    #expect(
      fault(try missing.bytes())
        == "unreadable: the workbook is damaged: it has no part 'xl/worksheets/sheet1.xml'\n\(Self.saveAgain)")
    var changed = whole
    let packed = try #require(changed.firstRange(of: Array("sheet1.xml".utf8))).upperBound
    changed[packed + 3] ^= 0xFF
    #expect(
      fault(changed)
        == "unreadable: the workbook is damaged: 'xl/worksheets/sheet1.xml' cannot be unpacked\n\(Self.saveAgain)")
  }

  @Test("No entity is expanded, whether of the text or of another file")
  func entities() throws {
    for declared in ["<!ENTITY a 'x'>", "<!ENTITY a SYSTEM 'file:///etc/passwd'>"] {
      var workbook = MadeWorkbook(rows: "")
      workbook.replace("xl/sharedStrings.xml", with: "<!DOCTYPE sst [\(declared)]><sst><si><t>&a;</t></si></sst>")
      #expect(
        fault(try workbook.bytes())
          == "unreadable: the workbook declares XML entities, which Office programs do not write\n\(Self.saveAgain)")
    }
  }

  @Test("A sheet that lies outside the file is not opened")
  func outside() throws {
    var workbook = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
    workbook.parts[3].text = workbook.parts[3].text.replacing(
      "Target='worksheets/sheet1.xml'", with: "TargetMode='External' Target='file:///etc/passwd'")
    #expect(try cells(workbook.bytes()).isEmpty)
    workbook.parts[3].text = workbook.parts[3].text.replacing("TargetMode='External' ", with: "")
    #expect(
      fault(try workbook.bytes())
        == "unreadable: the workbook is damaged: it has no part 'xl/file:///etc/passwd'\n\(Self.saveAgain)")
  }

  @Test("A zip bomb is refused before it is unpacked")
  func bomb() throws {
    var workbook = MadeWorkbook(rows: "")
    workbook.replace("xl/worksheets/sheet1.xml", with: String(repeating: " ", count: (128 << 20) + 1))
    #expect(
      fault(try workbook.bytes()) == """
        tooLarge: the workbook is too large: 'xl/worksheets/sheet1.xml' unpacks to more than 128 MB
        hint: keep only the figures in it, or split it
        """)
  }

  @Test("A text that all cells share is counted for each")
  func sharedText() throws {
    let text = "<si><t>\(String(repeating: "x", count: 1 << 20))</t></si>"
    let row = "<row>\(String(repeating: "<c t='s'><v>0</v></c>", count: 65))</row>"
    #expect(
      fault(try MadeWorkbook(rows: row, texts: [text]).bytes()) == """
        tooLarge: the workbook is too large: its cells have more than 64 MB of text
        hint: keep only the figures in it, or split it
        """)
  }

  @Test("A part that is the sheet of many names is not read many times")
  func sharedSheet() throws {
    var workbook = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
    workbook.parts[2].text = workbook.parts[2].text.replacing(
      "</sheets>", with: "<sheet name='b' sheetId='2' r:id='rId1'/></sheets>")
    #expect(
      fault(try workbook.bytes())
        == "unreadable: the workbook is damaged: two of its sheets are one part\n\(Self.saveAgain)")
  }

  @Test("Inputs that libFuzzer found, and its initial ones, are read or refused", arguments: sheetsOfCorpus())
  func corpus(_ sheet: String) throws {
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
      var workbook = MadeWorkbook(rows: "<row><c t='s' s='1'><v>0</v></c></row>")
      workbook.replace(part, with: sheet)
      if let found = fault(try workbook.bytes()) { #expect(found.hasPrefix("unreadable: ")) }
    }
  }

  @Test("Bytes that are changed at random are read or refused, and nothing else", .randomInput)
  func randomBytes() throws {
    let whole = try MadeWorkbook(
      rows: "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><f>1</f><v>2</v></c></row>", texts: ["<si><t>x</t></si>"]
    ).bytes()
    let input = RandomInput(seed: 61, rounds: 300, cost: 4)
    var random = input.generator
    for _ in 0..<input.rounds {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Int.random(in: 0...3, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      }
      if let found = fault(bytes) { #expect(found.hasPrefix("unreadable: ") || found.hasPrefix("tooLarge: ")) }
    }
  }
}

/// `Tests/Corpus/workbooks`: the XML of sheets.
private func sheetsOfCorpus() -> [String] {
  filesBelow("\(packageRoot)/Tests/Corpus/workbooks").sorted { $0.key < $1.key }.map {
    String(decoding: $0.value, as: UTF8.self)
  }
}
