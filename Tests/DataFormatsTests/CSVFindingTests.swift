import DataFormats
import Diagnostics
import Testing

@Suite("CSV: findings")
struct CSVFindingTests {
  static let cases: [Finding] = [
    Finding(
      "an empty file", "",
      """
      a.csv: error: the file is empty [csv.syntax]
      hint: begin with a line that names the columns, such as Year,Value

      """),
    Finding(
      "only blank lines", "﻿\r\n \r\n",
      """
      a.csv: error: the file is empty [csv.syntax]
      hint: begin with a line that names the columns, such as Year,Value

      """),
    Finding(
      "ragged rows", "a,b\n1\n2,3\n4,5,6\n",
      """
      a.csv:2:1: error: this row has 1 cell, but the header has 2 [csv.ragged-row]
          2 | 1
            | ^
      hint: add the missing commas; an empty cell needs its comma, too
      a.csv:4:1: error: this row has 3 cells, but the header has 2 [csv.ragged-row]
          4 | 4,5,6
            | ^~~~~
      hint: put a cell that contains a comma in double quotes

      """),
    Finding(
      "semicolons", "年份;值\r\n2021;2\r\n",
      """
      a.csv:1:3: error: columns must be separated by ',', not by ';' [csv.syntax]
          1 | 年份;值
            |     ^
      hint: save the file as 'CSV UTF-8 (comma delimited)', or replace each ';' with ','

      """),
    Finding(
      "tabs", "Year\tValue\n2021\t2\n",
      """
      a.csv:1:5: error: columns must be separated by ',', not by a tab [csv.syntax]
          1 | Year Value
            |     ^
      hint: save the file as 'CSV UTF-8 (comma delimited)', or replace each tab with ','

      """),
    Finding(
      "an open quote", "a,b\n1,\"2\n3,4\n",
      """
      a.csv:2:3: error: the quote is not closed [csv.syntax]
          2 | 1,"2
            |   ^
      hint: add '"' at the end of the cell; write a quote inside it twice

      """),
    Finding(
      "an open quote in the header", "a,\"b\n1,2\n",
      """
      a.csv:1:3: error: the quote is not closed [csv.syntax]
          1 | a,"b
            |   ^
      hint: add '"' at the end of the cell; write a quote inside it twice

      """),
    Finding(
      "text after a quote", "a,b\n  一,\"2\"x\n4,5\n",
      """
      a.csv:2:8: error: nothing can follow the closing quote of a cell [csv.syntax]
          2 |   一,"2"x
            |         ^
      hint: write a quote inside a quoted cell twice

      """),
    Finding(
      "a repeated column", "年,值,年\n1,2,3",
      """
      a.csv:1:5: error: two columns are named '年' [csv.duplicate-column]
          1 | 年,值,年
            |       ^~
        a.csv:1:1: the first '年' is here
      hint: rename one of them

      """),
    Finding(
      "a column without a name", "a,,b\n1,2,3\n",
      """
      a.csv:1:3: error: column 2 has no name [csv.syntax]
          1 | a,,b
            |   ^
      hint: name it, or delete the column

      """),
    Finding(
      "a value in a column without a name, at the end", "a,b,\n1,2,\n1,2,3\n",
      """
      a.csv:1:5: error: column 3 has no name [csv.syntax]
          1 | a,b,
            |     ^
      hint: name it, or delete the column

      """),
    Finding(
      "a value behind the last column", "a,b\n1,2,,3\n",
      """
      a.csv:2:1: error: this row has 4 cells, but the header has 2 [csv.ragged-row]
          2 | 1,2,,3
            | ^~~~~~
      hint: put a cell that contains a comma in double quotes

      """),
    Finding(
      "only commas", ",,\n,\n",
      """
      a.csv: error: the file is empty [csv.syntax]
      hint: begin with a line that names the columns, such as Year,Value

      """),
    Finding(
      "a row after one of two lines", "年,值\r\n2021,\"一\r\n二\"\r\n2022\r\n",
      """
      a.csv:4:1: error: this row has 1 cell, but the header has 2 [csv.ragged-row]
          4 | 2022
            | ^~~~
      hint: add the missing commas; an empty cell needs its comma, too

      """),
    Finding(
      "CR line ends", "a,b\r1,2\r3\r",
      """
      a.csv:3:1: error: this row has 1 cell, but the header has 2 [csv.ragged-row]
          3 | 3
            | ^
      hint: add the missing commas; an empty cell needs its comma, too

      """),
  ]

  @Test("A mistake is explained and located", arguments: cases)
  func finding(_ example: Finding) {
    #expect(printed(CSVTable.parse(SourceText(path: "a.csv", text: example.text)).diagnostics) == example.findings)
  }

  @Test("A file in another encoding gets a hint")
  func encoding() {
    let source = SourceText(path: "a.csv", bytes: Array("Year,x\n2021,".utf8) + [0xD6, 0xD0, 0x0A])
    #expect(
      printed(CSVTable.parse(source).diagnostics) == """
        a.csv:2:6: error: the file is not UTF-8 text [file.not-utf8]
            2 | 2021,\u{FFFD}\u{FFFD}
              |      ^
        hint: in Excel, save it as 'CSV UTF-8'

        """)
  }
}
