import Figures
import Indicators
import Testing
import Words

@Suite("Indicator tables")
struct IndicatorTableTests {
  private static let words = TableWords(
    headings: [
      .number: "No.", .name: "Indicator", .unit: "Unit", .nature: "Nature", .baseline: "Baseline", .target: "Target",
      .latest: "Latest", .time: "Time", .progress: "Progress", .status: "Status", .trend: "Trend",
      .department: "Department",
      .source: "Source",
    ],
    frame: "Table", emptyCell: "— : no figure. ", rule: "The rule.", timePrefix: "time ", pathPrefix: "path ",
    overTarget: "over target", noFigures: "No figure yet.", ownerOfAll: "Responsible for all")

  private func row(
    _ fields: String, url: String? = nil, department: IndicatorRow.Link? = nil, group: String? = nil,
    notes: [String] = [], statusPeriod: Period? = nil
  ) throws -> IndicatorRow {
    let indicator = try indicator(fields)
    return IndicatorRow(
      indicator: indicator, assessment: assess(indicator, by: AssessmentRules()),
      name: .init(text: indicator.name, url: url),
      department: department, group: group, notes: notes, statusPeriod: statusPeriod)
  }

  private func table(
    _ rows: [IndicatorRow], columns: [IndicatorColumn] = [], caption: String? = nil, language: WordLanguage = .english
  ) -> String {
    withRoles(rows, columns: columns, caption: caption, language: language)
      .replacing(/\ role="(table|row|rowgroup|rowheader|columnheader|cell)"/, with: "")
  }

  private func withRoles(
    _ rows: [IndicatorRow], columns: [IndicatorColumn] = [], caption: String? = nil, language: WordLanguage = .english
  ) -> String {
    text(
      IndicatorTable(rows, columns: columns, caption: caption, words: Self.words, language: language, prefix: "t1").html
    )
  }

  @Test("Figures of ten digits are in smaller letters, and a short target with words is on one line")
  func longFigures() throws {
    let long = table([try row("name: A, unit: £, baseline: 1234567890123, target: 1500000000001, values: {2022: 9}")])
    #expect(long.contains("<span class=\"long-figure\">£1,234,567,890,123</span>"))
    let short = table([try row("name: A, unit: t, baseline: 12, target: {value: 9, comparator: <=}, values: {2022: 9}")]
    )
    #expect(short.contains("<span class=\"short-target\">at most 9</span>") && !short.contains("long-figure"))
  }

  @Test("The heading names the year of most statuses, and the others have theirs")
  func statusPeriods() throws {
    let old = "baseline: 0, target: 10, values: {2022: 4}"
    func rows(_ last: String, _ period: Period?) throws -> [IndicatorRow] {
      try [
        row("name: A, \(old)", statusPeriod: .year(2022)), row("name: B, \(old)", statusPeriod: .year(2022)),
        row("name: C, \(last)", statusPeriod: period),
      ]
    }
    let one = table(try rows(old, .year(2022)))
    #expect(one.contains("Status<span class=\"date\">2022</span></th>"))
    #expect(one.components(separatedBy: "<span class=\"status-period in-head\"> in 2022</span>").count == 4)
    // The newest figure has no period of its own, and would seem to belong to the period of the heading.
    let mixed = table(try rows("baseline: 0, target: 10, values: {2023: 6}", nil))
    #expect(mixed.contains("Status<span class=\"date\">2022</span></th>"))
    #expect(mixed.contains("On track</span></span><span class=\"status-period\"> in 2023</span>"))
    let newest = table([try row("name: A, \(old)"), try row("name: B, \(old)")])
    #expect(!newest.contains("status-period") && newest.contains(">Status</th>"))
  }

  @Test("Rows and cells have their roles, since on phones they are laid out as blocks")
  func roles() throws {
    let table = withRoles([try row("name: A, target: 5", group: "G"), try row("name: B, target: 5", group: "H")])
    #expect(table.components(separatedBy: "<tr").count == table.components(separatedBy: "<tr role=\"row\"").count)
    #expect(table.components(separatedBy: "<td").count == table.components(separatedBy: "<td role=\"cell\"").count)
    #expect(
      table.components(separatedBy: "<th ").count - 1
        == ["columnheader", "rowheader"].reduce(0) {
          $0 + table.components(separatedBy: " role=\"\($1)\"").count - 1
        })
  }

  @Test(
    "Decimal points of a column stand below each other, with and without a sign; approximate targets and words have no room behind them"
  )
  func decimalPoints() throws {
    let rows = try [
      "name: A, unit: '%', baseline: 60.6, target: 65, values: {2022: 67.89}",
      "name: B, target: 7.5, values: {2022: 16}",
      "name: C, unit: km, target: {value: 5, approx: true}, values: {2022: 3.61}", "name: D, target: {text: held}",
    ].map { try row($0) }
    let paddings = table(rows).matches(
      of: /<td class="col-([a-z]+)">(?:<span class="cell-label">.*?<\/span>)?(.*?)(?:<span|<\/td>)/
    )
    .filter { $0.2.contains("data-pad") }.map { "\($0.1): \($0.2)" }
    #expect(
      paddings == [
        "target: 65%<i data-pad=\".0\"></i>", "target: 7.5<i data-pad=\"%\"></i>",
        "latest: 16<i data-pad=\".00%\"></i>",
        "latest: 3.61<i data-pad=\"%\"></i>",
      ])
  }

  @Test("The first badge of a status draws its shape, and the others refer to it")
  func shapes() throws {
    let rows = try ["1", "2", "9"].map { try row("name: A, baseline: 0, target: 10, values: {2022: \($0)}") }
    let table = table(rows)
    #expect(table.contains("<g id=\"t1-behind\"><path") && table.contains("<g id=\"t1-ahead\"><path"))
    #expect(table.components(separatedBy: "<use href=\"#t1-behind\"/>").count == 2)
  }

  @Test("The heading names the period that all figures of a column share; different ones are below the figures")
  func periods() throws {
    let table = try table([
      row("name: A, unit: km, baseline: 1, target: 10, values: {2022: 4}"),
      row("name: B, unit: '%', baseline: {year: 2019, value: 1}, target: 10, values: {2022: 4}"),
    ])
    #expect(table.contains("class=\"col-target\">Target<span class=\"date\">2025</span></th>"))
    #expect(table.contains("class=\"col-baseline\">Baseline</th>"))
    #expect(table.contains("class=\"col-baseline\">1<i data-pad=\"%\"></i><span class=\"date\">2020</span></td>"))
    #expect(table.contains("class=\"col-baseline\">1%<span class=\"date\">2019</span></td>"))
    // On phones the heading is hidden.
    #expect(table.contains("10%<span class=\"date in-head\">2025</span></td>"))
    #expect(table.contains(">A<span class=\"unit\">km</span></th>") && !table.contains(">B<span"))
  }

  @Test("A row with large figures is in one scale, which its unit names")
  func scaled() throws {
    let fields = "name: A, unit: 人, baseline: 1410000000, target: 1450000000, values: {2022: 1412000000}"
    let chinese = try table([row(fields)], language: .chinese)
    #expect(chinese.contains(">A<span class=\"unit\">亿人</span></th>"))
    #expect(chinese.contains("class=\"col-baseline\">14.1<") && chinese.contains("class=\"col-latest\">14.12<"))
    #expect(try table([row(fields)], columns: [.unit, .latest]).contains("<td class=\"col-unit\">million 人</td>"))
    // Other rows keep theirs: 424,778 km.
    #expect(try table([row("name: B, unit: km, target: 500000, values: {2022: 424778}")]).contains(">424,778<"))
  }

  @Test("No rows, no table")
  func empty() {
    #expect(table([]) == "")
  }

  @Test("A whole table: caption, scoped headings, figures with units and years, bar, badge, note, rule")
  func whole() throws {
    // τ = 0.4; p = (9.4 − 6.3)/(12 − 6.3) = 0.5439
    let row = try row(
      "name: Patents <& \"others\">, unit: 件, nature: binding, baseline: 6.3, target: 12, values: {2022: 9.4}",
      url: "indicators/patents/?a=1&b", notes: ["Per 10,000 <people>"])
    let badge = text(StatusBadge.html(Verdict(.ahead), .english))
      .replacing("<path", with: "<g id=\"t1-ahead\"><path").replacing("/></svg>", with: "/></g></svg>")
    #expect(
      table([row], caption: "Main \"targets\" & <more>") == """
        <figure class="indicators">
        <div class="table-scroll" role="region" tabindex="0" aria-label="Main &quot;targets&quot; &amp; &lt;more&gt;">
        <table class="indicator-table">
        <caption>Main &quot;targets&quot; &amp; &lt;more&gt;</caption>
        <thead>
        <tr><th scope="col" class="col-name">Indicator</th>\
        <th scope="col" class="col-baseline">Baseline</th><th scope="col" class="col-target">Target</th>\
        <th scope="col" class="col-latest">Latest</th><th scope="col" class="col-progress">Progress</th>\
        <th scope="col" class="col-status">Status</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row" class="col-name">\
        <a href="indicators/patents/?a=1&amp;b">Patents &lt;&amp; &quot;others&quot;&gt;</a>\
        <sup class="note-ref"><a href="#t1-note-1">1</a></sup><span class="unit">件</span> <span class="tag">Binding</span></th>\
        <td class="col-baseline">6.3<span class="date">2020</span></td>\
        <td class="col-target"><span class="cell-label">Target </span>12<span class="date">2025</span></td>\
        <td class="col-latest">9.4<span class="date">2022</span></td><td class="col-progress">\
        <svg class="bar" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true">\
        <rect class="bar-track" width="100" height="8"/><rect class="bar-fill" height="8" width="54.4"/>\
        <path class="bar-time" d="M40 0v8"/></svg><span class="num">54%</span><span class="time">time 40%</span></td>\
        <td class="col-status">\(badge)</td></tr>
        </tbody>
        </table>
        </div>
        <div class="figure-notes">
        <ol class="table-notes">
        <li id="t1-note-1">Per 10,000 &lt;people&gt;</li>
        </ol>
        <p class="table-rule">The rule.</p>
        </div>
        </figure>

        """)
  }

  @Test(
    "What a dash means stands below a table that has one, and the baseline has its label where it is the only figure")
  func dash() throws {
    let full = table([try row("name: A, baseline: 0, target: 5, values: {2021: 3}")])
    #expect(!full.contains("no figure") && full.contains("<p class=\"table-rule\">The rule.</p>"))
    #expect(full.contains("<td class=\"col-baseline\">0"))
    let empty = table([
      try row("name: A, baseline: 0, target: 5, values: {2021: 3}"), try row("name: B, baseline: 7, target: 9"),
    ])
    #expect(empty.contains("<p class=\"empty-rule\">— : no figure. </p>\n<p class=\"table-rule\">The rule.</p>"))
    #expect(empty.contains("<td class=\"col-baseline\"><span class=\"cell-label\">Baseline </span>7"))
  }

  @Test("Columns without figures are left out, and an empty cell has a dash")
  func emptyColumns() throws {
    let table = table([try row("name: A, kind: increase, target: 5"), try row("name: B, values: {2021: 3}")])
    #expect(
      table.all(between: "<th scope=\"col\" class=\"", and: "\"") == [
        "col-name", "col-target", "col-latest", "col-status",
      ])
    let dash = "<span class=\"empty\">—</span>"
    #expect(
      table.all(between: "<td class=\"col-target\">", and: "</td>") == [
        "<span class=\"cell-label\">Target </span>5<span class=\"date in-head\">2025</span>",
        "<span class=\"cell-label\">Target </span>none",
      ])
    #expect(
      table.all(between: "<td class=\"col-latest\">", and: "</td>") == [
        dash, "3<span class=\"date in-head\">2021</span>",
      ])
    #expect(table.all(between: "<span class=\"status-word\">", and: "</span>") == ["No data yet", "Cannot be judged"])
    #expect(table.contains("aria-label=\"Table\"") && !table.contains("<caption>"))
  }

  @Test("A table without any figure says so in one line, in place of a status in each row")
  func noFigures() throws {
    let rows = [try row("name: A, target: 5"), try row("name: B, target: 6")]
    let table = table(rows)
    #expect(table.all(between: "<th scope=\"col\" class=\"", and: "\"") == ["col-name", "col-target"])
    #expect(table.contains("<p class=\"no-figures\">No figure yet.</p>") && !table.contains("The rule."))
    // An author who asks for the column has it.
    #expect(
      self.table(rows, columns: [.name, .status]).all(between: "<span class=\"status-word\">", and: "</span>").count
        == 2)
  }

  @Test("Every column, in the author's order")
  func columns() throws {
    let row = try row(
      "name: A, unit: '%', nature: anticipatory, baseline: 0, target: 10, values: {2022: 4}, source: A & B",
      department: .init(text: "Office <1>", url: "departments/1/"))
    let table = table([row], columns: IndicatorColumn.allCases.reversed())
    #expect(
      table.all(between: "<th scope=\"col\" class=\"col-", and: "</th>") == [
        "source\">Source", "department\">Department", "trend\">Trend", "status\">Status", "progress\">Progress",
        "time\">Time",
        "latest\">Latest", "target\">Target", "baseline\">Baseline", "nature\">Nature", "unit\">Unit",
        "name\">Indicator", "number\">No.",
      ])
    #expect(
      table.all(between: "<td class=\"col-", and: "</td>").map(\.withoutDrawings) == [
        "source\">A &amp; B", "department\"><a href=\"departments/1/\">Office &lt;1&gt;</a>",
        "trend\"><span class=\"empty\">—</span>",
        "status\"><span class=\"status status-on-track\"><span class=\"status-word\">On track</span></span>",
        "progress\"><span class=\"num\">40%</span><span class=\"time\">time 40%</span>", "time\">40%",
        "latest\">4%<span class=\"date\">2022</span>",
        "target\"><span class=\"cell-label\">Target </span>10%<span class=\"date\">2025</span>",
        "baseline\">0%<span class=\"date\">2020</span>", "nature\">Anticipatory", "unit\">%",
        "number\">1",
      ])
    #expect(table.all(between: "<th scope=\"row\" class=\"col-name\">", and: "</th>") == ["A"])
  }

  @Test("A status of not-assessable has its reason")
  func reason() throws {
    let row = try row("name: A, target: {text: 高于GDP增长}, values: {2022: 4}")
    let table = table([row], columns: [.name, .status], language: .chinese)
    #expect(
      table.all(between: "<td class=\"col-status\">", and: "</td>").map(\.withoutDrawings) == [
        "<span class=\"status status-not-assessable\"><span class=\"status-word\">暂难判断</span></span>"
          + "<span class=\"reason\">目标未定量</span>"
      ])
  }

  @Test("The bar shows progress from 0 to 100 %; the text shows progress beyond that")
  func bar() throws {
    // p = 0.632, 1.3 and −0.5; τ = 0.4
    let rows = try ["6.32", "13", "-5"].map { try row("name: A, baseline: 0, target: 10, values: {2022: \($0)}") }
    let table = table(rows, columns: [.name, .progress])
    #expect(table.all(between: "class=\"bar-fill\" height=\"8\" width=\"", and: "\"") == ["63.2", "100"])
    // Negative progress has a bar of its own.
    #expect(table.components(separatedBy: "class=\"bar-below\"").count == 2)
    #expect(table.all(between: "class=\"bar-time\" d=\"", and: "\"") == ["M40 0v8", "M40 0v8", "M40 0v8"])
    #expect(table.all(between: "<span class=\"num\">", and: "</span>") == ["63%", "over target", "−50%"])
    #expect(table.all(between: "<span class=\"time\">", and: "</span>") == ["time 40%", "time 40%", "time 40%"])
  }

  @Test("Notes are numbered in order of appearance, and equal ones share a number")
  func notes() throws {
    let rows = [
      try row("name: A", notes: ["first", "second"]), try row("name: B"),
      try row("name: C", notes: ["second", "third"]),
    ]
    let table = table(rows, columns: [.name])
    let reference = { (number: Int) in "<sup class=\"note-ref\"><a href=\"#t1-note-\(number)\">\(number)</a></sup>" }
    #expect(
      table.all(between: "<th scope=\"row\" class=\"col-name\">", and: "</th>") == [
        "A" + reference(1) + reference(2), "B", "C" + reference(2) + reference(3),
      ])
    #expect(
      table.all(between: "<ol class=\"table-notes\">\n", and: "</ol>") == [
        """
        <li id="t1-note-1">first</li>
        <li id="t1-note-2">second</li>
        <li id="t1-note-3">third</li>

        """
      ])
  }

  @Test("Groups have headings over all columns, in bodies of their own; one group alone has none")
  func groups() throws {
    let rows = [
      try row("name: A", group: "Economy & <trade>"), try row("name: B", group: "Economy & <trade>"),
      try row("name: C", group: "Health"), try row("name: D"),
    ]
    #expect(
      table(rows, columns: [.number, .name]).all(between: "</thead>\n", and: "</table>") == [
        """
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="2"><span>Economy &amp; &lt;trade&gt;</span></th></tr>
        <tr><td class="col-number">1</td><th scope="row" class="col-name">A</th></tr>
        <tr><td class="col-number">2</td><th scope="row" class="col-name">B</th></tr>
        </tbody>
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="2"><span>Health</span></th></tr>
        <tr><td class="col-number">3</td><th scope="row" class="col-name">C</th></tr>
        </tbody>
        <tbody>
        <tr><td class="col-number">4</td><th scope="row" class="col-name">D</th></tr>
        </tbody>

        """
      ])
    #expect(!table(Array(rows.prefix(2))).contains("rowgroup"))
    #expect(table(Array(rows.prefix(2))).all(between: "<tbody>", and: "</tbody>").count == 1)
  }
}
