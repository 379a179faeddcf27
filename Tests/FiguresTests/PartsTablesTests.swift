import Figures
import Indicators
import Testing

@Suite("Tables of parts")
struct PartsTablesTests {
  private func tables(_ csv: String, limit: Int = 100_000) throws -> [PartsTables.Dimension] {
    PartsTables(try indicator("name: A, unit: people", csv: csv), language: .english).dimensions(limit: limit)
  }

  @Test("Each dimension has a table: parts are rows, periods columns, and what cells say stands below it once")
  func table() throws {
    let found = try tables(
      """
      Year,Sex,Region,Note,Value
      2021,,,,9
      2021,F,,,5
      2022,F,,late,6
      2022,M,,late,4
      2021,F,<East>,,3

      """)
    #expect(found.map(\.name) == ["Sex", "Sex, Region"])
    #expect(found.map(\.count) == [2, 1])
    #expect(
      text(found[0].html) == """
        <div class="table-scroll" role="region" tabindex="0" aria-label="Sex">
        <table class="parts">
        <thead>
        <tr><th scope="col">Sex (people)</th><th scope="col">2021</th><th scope="col">2022</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">F</th><td>5</td><td>6<sup>1</sup></td></tr>
        <tr><th scope="row">M</th><td></td><td>4<sup>1</sup></td></tr>
        </tbody>
        </table>
        </div>
        <ol class="cell-remarks"><li>late</li></ol>

        """)
    #expect(text(found[1].html).contains("<th scope=\"row\">F, &lt;East&gt;</th><td>3</td>"))
  }

  @Test("A table has the scale that keeps the digits of all its parts")
  func scaled() throws {
    let large = try tables("Year,Sex,Value\n2021,,1412000000\n2021,F,690000000\n2021,M,722000000\n")
    #expect(text(large[0].html).contains("Sex (million people)</th>") && text(large[0].html).contains("<td>690</td>"))
    let mixed = try tables("Year,Sex,Value\n2021,,1412000000\n2021,F,690000000\n2021,X,1234\n")
    #expect(text(mixed[0].html).contains("Sex (people)</th>") && text(mixed[0].html).contains("<td>690,000,000</td>"))
  }

  @Test("Tables for which a page has no room are named with the number of their parts")
  func limit() throws {
    let csv = "Year,Sex,Region,Value\n2021,,,3\n2021,F,,1\n2021,M,,2\n2021,,East,1\n"
    let found = try tables(csv, limit: 10)
    #expect(found.map(\.name) == ["Sex", "Region"])
    #expect(found.allSatisfy { text($0.html).isEmpty })
  }
}
