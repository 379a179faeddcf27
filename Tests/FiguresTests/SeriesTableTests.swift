import Figures
import Indicators
import Testing
import Words

@Suite("History tables")
struct SeriesTableTests {
  private func table(_ indicator: Indicator, _ language: WordLanguage = .english) -> String {
    let words = SeriesTableWords(
      caption: "Values & <more>", period: "Period", value: "Value", status: "Status", range: "Range",
      revisions: "Published before", source: "Source", note: "Note", frame: "History")
    return text(SeriesTable(indicator, language: language, words: words).html())
  }

  @Test("No observations, no table")
  func empty() throws {
    #expect(table(try indicator("name: A, target: 5")) == "")
  }

  @Test("Values alone need two columns")
  func plain() throws {
    let example = try indicator("name: A, unit: '%', values: {2021: 60.60, 2022 Q3: ~, 2023: -12345}")
    #expect(
      table(example) == """
        <div class="table-scroll" role="region" tabindex="0" aria-label="History">
        <table class="history">
        <caption>Values &amp; &lt;more&gt;</caption>
        <thead>
        <tr><th scope="col" class="col-period">Period</th><th scope="col" class="col-value">Value</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">2023</th><td class="num">−12,345%<i data-pad=".00"></i></td></tr>
        <tr><th scope="row">Q3 2022</th><td class="num">—</td></tr>
        <tr><th scope="row">2021</th><td class="num">60.60%</td></tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test(
    "The baseline has a row that is marked, unless amounts are added up from nothing",
    arguments: [
      (
        "baseline: {year: 2020, value: 4.5}, compare: [{name: Nation, values: {2020: 6}}], values: {2021: 5}",
        ["2021", "2020 <span class=\"row-mark\">Baseline</span>"]
      ),
      (
        "baseline: {year: 2021, value: 5}, values: {2020: 4, 2021: 5.0, 2022: 6}",
        ["2022", "2021 <span class=\"row-mark\">Baseline</span>", "2020"]
      ),
      (
        "baseline: {year: 2021, value: 5}, values: {2021: 5.2, 2022: 6}",
        ["2022", "2021", "2021 <span class=\"row-mark\">Baseline</span>"]
      ),
      ("kind: increase, baseline: {year: 2020, value: 4}, values: {2021: 5}", ["2021"]),
      (
        "kind: increase, baseline: {year: 2020, value: 4}, target: {change: 3}, values: {2021: 5}",
        ["2021", "2020 <span class=\"row-mark\">Baseline</span>"]
      ),
    ])
  func baseline(_ fields: String, _ periods: [String]) throws {
    #expect(table(try indicator("name: A, \(fields)")).all(between: "<th scope=\"row\">", and: "</th>") == periods)
  }

  @Test("Of a table on several pages, that of the oldest figures has the baseline")
  func baselineOnPages() throws {
    let example = try indicator("name: A, baseline: {year: 2020, value: 4}, values: {2021: 5, 2022: 6}")
    let words = SeriesTableWords(
      caption: "A", period: "Period", value: "Value", status: "", range: "", revisions: "", source: "", note: "",
      frame: "")
    let pages = [0..<1, 1..<2].map {
      text(SeriesTable(example, language: .english, words: words).html(of: $0)).contains("row-mark")
    }
    #expect(pages == [true, false])
  }

  @Test("A comparison is a column, with rows for the periods that it alone has")
  func comparisons() throws {
    let example = try indicator(
      "name: A, unit: '%', values: {2021: 5}, compare: [{name: Nation, values: {2021: 6, 2022: 7.5}}]")
    #expect(
      table(example).contains(
        """
        <th scope="col" class="col-value">Value</th><th scope="col" class="col-value">Nation</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">2022</th><td class="num">—</td><td class="num">7.5%</td></tr>
        <tr><th scope="row">2021</th><td class="num">5%</td><td class="num">6%<i data-pad=".0"></i></td></tr>
        """))
  }

  @Test("A comparison that has only the period of the baseline is a table of its own")
  func comparisonsBesideBaseline() throws {
    let html = table(
      try indicator(
        "name: A, unit: '%', baseline: {year: 2021, value: 4}, values: {2022-01: 5}, compare: [{name: Nation, values: {2021: 6}}]"
      ))
    #expect(html.contains("<caption>Nation</caption>") && !html.contains("—"))
  }

  @Test("A comparison without a period of the figures is a table of its own")
  func comparisonsApart() throws {
    let example = try indicator(
      "name: A, unit: '%', values: {2021-01: 5, 2021-02: 5.5}, compare: [{name: Nation, values: {2021: 6, 2022: 7}}]")
    let html = table(example)
    #expect(html.contains("<th scope=\"col\" class=\"col-value\">Value</th></tr>"))
    #expect(!html.contains("—"))
    #expect(
      html.contains(
        """
        <caption>Nation</caption>
        <thead>
        <tr><th scope="col" class="col-period">Period</th><th scope="col" class="col-value">Nation</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">2022</th><td class="num">7%</td></tr>
        <tr><th scope="row">2021</th><td class="num">6%</td></tr>
        """))
  }

  @Test(
    "Decimal points stand below each other: a figure with fewer decimals has room behind it, in every column of its own"
  )
  func decimalPoints() throws {
    let example = try indicator(
      "name: A, unit: years, values: {2019: 77.3, 2020: 77.93, 2021: 78}, compare: [{name: Nation, values: {2020: 7.5, 2021: 8}}]"
    )
    let cells = table(example).matches(of: /<td class="num">(.*?)<\/td>/).map { String($0.1) }
    #expect(
      cells == [
        "78<i data-pad=\".00\"></i>", "8<i data-pad=\".0\"></i>", "77.93", "7.5", "77.3<i data-pad=\"0\"></i>", "—",
      ])
  }

  @Test("Status, range and earlier figures have columns if any row has them")
  func uncertainty() throws {
    let example = try indicator(
      "name: A, unit: '%', values: {2021: 5, 2022: {value: 6, status: provisional, low: 4, high: 7}, 2023: {status: suppressed}}, revisions: [{period: 2021, value: 4.5, source: NBS}]"
    )
    #expect(
      table(example).contains(
        """
        <th scope="col" class="col-status">Status</th><th scope="col" class="col-range">Range</th><th scope="col" class="col-revisions">Published before</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">2023</th><td class="num">—</td><td>suppressed</td><td></td><td></td></tr>
        <tr><th scope="row">2022</th><td class="num">6%</td><td>provisional</td><td>4%–7%</td><td></td></tr>
        <tr><th scope="row">2021</th><td class="num">5%</td><td></td><td></td><td>4.5% (NBS)</td></tr>
        """))
  }

  @Test("Sources and notes have columns if any row has them; a break is marked and stated in words")
  func notes() throws {
    let example = try indicator(
      "name: A, breaks: [2022], values: {2021: {value: 1, source: 'A & \"B\"'}, 2022: {value: 2, note: <new>}, 2023: 3}"
    )
    #expect(
      table(example).all(between: "<thead>\n", and: "</table>") == [
        """
        <tr><th scope="col" class="col-period">Period</th><th scope="col" class="col-value">Value</th>\
        <th scope="col" class="col-source">Source</th><th scope="col" class="col-note">Note</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">2023</th><td class="num">3</td><td></td><td></td></tr>
        <tr class="break"><th scope="row">2022</th><td class="num">2</td><td></td>\
        <td>The series was redefined from this period on. &lt;new&gt;</td></tr>
        <tr><th scope="row">2021</th><td class="num">1</td><td>A &amp; &quot;B&quot;</td><td></td></tr>
        </tbody>

        """
      ])
  }

  @Test("A break between two values marks the one after it")
  func breakBetween() throws {
    let example = try indicator("name: A, breaks: [2021-07], values: {2020: 1, 2021: 2, 2022: 3}")
    #expect(
      table(example, .chinese).all(between: "<tr class=\"break\">", and: "</tr>") == [
        "<th scope=\"row\">2021年</th><td class=\"num\">2</td><td>口径自本期起有变化。</td>"
      ])
  }

  @Test("Large figures are in the scale that the heading names, and keep their digits")
  func scaled() throws {
    // 1,412,000,000 ÷ 10⁸ = 14.12; 1,410,000,000 ÷ 10⁸ = 14.1, with a zero so that the points stand below each other.
    let example = try indicator("name: A, unit: 人, target: 1450000000, values: {2021: 1410000000, 2022: 1412000000}")
    #expect(
      table(example, .chinese).all(between: "<thead>\n", and: "</table>") == [
        """
        <tr><th scope="col" class="col-period">Period</th><th scope="col" class="col-value">Value（亿人）</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">2022年</th><td class="num">14.12</td></tr>
        <tr><th scope="row">2021年</th><td class="num">14.10</td></tr>
        </tbody>

        """
      ])
    #expect(table(example).contains("Value (million 人)") && table(example).contains(">1,412</td>"))
    // 362,666,666.7 has more digits than a scale holds.
    let exact = try indicator("name: A, unit: CNY, target: 400000000, values: {2021: 300000000, 2022: 362666666.7}")
    #expect(table(exact).contains(">Value (CNY)</th>") && table(exact).contains(">362,666,666.7</td>"))
    // A range and an earlier figure name their own unit.
    let revised = try indicator(
      "name: A, unit: t, values: {2021: {value: 1500000000, low: 1400000000, high: 1600000000}}, revisions: [{period: 2021, value: 1520000000}]"
    )
    #expect(
      table(revised).contains(
        ">1,500</td><td>1,400–1,600 million t</td><td>1,520 million t</td>"))
  }

  @Test("A milestone's states are words")
  func milestone() throws {
    let example = try indicator("name: A, kind: milestone, due: 2025, values: {2021: planned, 2022-06: started}")
    #expect(
      table(example, .chinese).all(between: "<tr><th scope=\"row\">", and: "</tr>") == [
        "2022年6月</th><td class=\"num\">进行中</td>", "2021年</th><td class=\"num\">计划中</td>",
      ])
  }
}
