import Figures
import Indicators
import Testing

@Suite("Tables of parts")
struct PartsTableTests {
  /// The table of the parts whose first column is that of the first part.
  private func table(_ csv: String, by names: [String]) throws -> String {
    let read = try indicator("name: A, unit: people", csv: csv)
    let parts = read.series.filter { $0.dimensions.map(\.name) == names }
    return text(PartsTable(read, parts, by: names, language: .english).html())
  }

  @Test("Each dimension has a table: parts are rows, periods columns, and each remark of cells is below it once")
  func table() throws {
    let csv = """
      Year,Sex,Region,Note,Value
      2021,,,,9
      2021,F,,,5
      2022,F,,late,6
      2022,M,,late,4
      2021,F,<East>,,3

      """
    #expect(
      try table(csv, by: ["Sex"]) == """
        <div class="table-scroll" role="region" tabindex="0" aria-label="Sex">
        <table class="parts">
        <thead>
        <tr><th scope="col">Sex (people)</th><th scope="col">2021</th><th scope="col">2022</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">F</th><td>5</td><td>6<sup>1</sup></td></tr>
        <tr><th scope="row">M</th><td>—</td><td>4<sup>1</sup></td></tr>
        </tbody>
        </table>
        </div>
        <ol class="cell-remarks"><li>late</li></ol>

        """)
    #expect(try table(csv, by: ["Sex", "Region"]).contains("<th scope=\"row\">F, &lt;East&gt;</th><td>3</td>"))
  }

  @Test("Each row has a cell for each period, and a sentence says where the parts do not add up to the total")
  func gaps() throws {
    let parts = "Year,Sex,Value\n2021,,9\n2021,F,5\n2021,M,4\n2022,,12\n2022,F,7\n2022,M,8\n"
    #expect(
      try table(parts, by: ["Sex"]).contains(
        "<p class=\"cell-remarks\">2022: the parts add up to 15 people, and the total is 12 people.</p>"))
    let whole = try table("Year,Sex,Value\n2021,,9\n2021,F,5\n2021,M,4\n2022,F,7\n", by: ["Sex"])
    #expect(whole.contains("<th scope=\"row\">M</th><td>4</td><td>—</td>") && !whole.contains("add up"))
  }

  @Test("A table has the scale that keeps the digits of all its parts")
  func scaled() throws {
    let large = try table("Year,Sex,Value\n2021,,1412000000\n2021,F,690000000\n2021,M,722000000\n", by: ["Sex"])
    #expect(large.contains("Sex (million people)</th>") && large.contains("<td>690</td>"))
    let mixed = try table("Year,Sex,Value\n2021,,1412000000\n2021,F,690000000\n2021,X,1234\n", by: ["Sex"])
    #expect(mixed.contains("Sex (people)</th>") && mixed.contains("<td>690,000,000</td>"))
  }

  @Test("Some rows of a table are written as in the whole")
  func someRows() throws {
    let read = try indicator("name: A", csv: "Year,Sex,Value\n2021,,9\n2021,F,5000000\n2021,M,4000001\n2022,M,3\n")
    let table = PartsTable(read, read.series, by: ["Sex"], language: .english)
    let first = text(table.html(of: 0..<1))
    #expect(first.contains("<td>5,000,000</td>") && !first.contains("2022") && !first.contains(">M<"))
    #expect(text(table.html(of: 1..<2)).contains("<th scope=\"row\">M</th><td>4,000,001</td><td>3</td>"))
  }

  @Test("A remark of most cells appears once, and the other cells have a mark")
  func usualRemarks() throws {
    let csv = "Year,Sex,Basis,Value\n2021,,,9\n2021,F,survey,5\n2022,F,survey,6\n2021,M,survey,4\n2022,M,register,3\n"
    let read = try indicator("name: A, attributes: Basis", csv: csv)
    let html = text(PartsTable(read, read.series, by: ["Sex"], language: .english).html())
    #expect(html.contains("<th scope=\"row\">F</th><td>5</td><td>6</td>"))
    #expect(html.contains("<th scope=\"row\">M</th><td>4</td><td>3<sup>1</sup></td>"))
    #expect(
      html.contains(
        "<p class=\"cell-remarks\">Basis: survey (unless marked otherwise)</p>\n<ol class=\"cell-remarks\"><li>Basis: register</li></ol>"
      ))
  }

  @Test("A remark of all cells of a row or of the table appears once; a remark of some is below the table")
  func remarks() throws {
    let csv = """
      Year,Sex,Basis,Code,Quality,Value
      2021,,,,,9
      2021,F,de jure,X-1,good,5
      2022,F,de jure,X-1,,6
      2021,M,de jure,X-2,,4

      """
    let read = try indicator("name: A, attributes: [Basis, Code, Quality]", csv: csv)
    let html = text(PartsTable(read, read.series, by: ["Sex"], language: .english).html())
    #expect(html.contains("<th scope=\"row\">F <small>Code: X-1</small></th><td>5<sup>1</sup></td><td>6</td>"))
    #expect(html.contains("<th scope=\"row\">M <small>Code: X-2</small></th><td>4</td>"))
    #expect(
      html.contains(
        "<p class=\"cell-remarks\">Basis: de jure</p>\n<ol class=\"cell-remarks\"><li>Quality: good</li></ol>"))
  }
}
