import DataFormats
import TestSupport
import Testing
import Words

@testable import Figures
@testable import Indicators

/// Shapes and labels of charts, their omissions, and that every label is legible.
struct ChartTests {
  private func svg(_ entry: String, style: ChartStyle? = nil, _ language: WordLanguage = .english) throws
    -> String
  {
    let fields = entry.split(separator: "\n").joined(separator: ", ")
    let indicator = try indicator(fields)
    let chart = IndicatorChart(
      indicator, assess(indicator, by: AssessmentRules()), style: style, language: language, prefix: "c")
    return String(decoding: chart.html.bytes, as: UTF8.self)
  }

  @Test(
    "Ticks are round numbers",
    arguments: [
      ([6.3, 16], false, [0, 5, 10, 15, 20]), ([60.6, 67.89], false, [60, 62, 64, 66, 68]),
      ([60.1, 67.89], false, [58, 60, 62, 64, 66, 68]),
      ([-3, 4], true, [-4, -2, 0, 2, 4]),
      ([0, 0], true, [0, 0.5, 1]), ([5, 5], false, [4.6, 4.8, 5, 5.2, 5.4]),
      ([0.012, 0.019], false, [0.01, 0.012, 0.014, 0.016, 0.018, 0.02]),
    ] as [([Double], Bool, [Double])])
  func ticks(_ values: [Double], _ startsAtZero: Bool, _ expected: [Double]) {
    let scale = ValueScale(values, startsAtZero: startsAtZero)
    #expect(
      scale.ticks.count == expected.count && zip(scale.ticks, expected).allSatisfy { abs($0 - $1) < 1e-9 },
      "\(scale.ticks)")
  }

  @Test("Figures that are not final are hollow, ranges are whiskers, earlier figures are crosses; remarks say so")
  func uncertainty() throws {
    let values = "values: {2021: 5, 2022: {value: 6, status: provisional, low: 4, high: 7}}"
    let revisions = "revisions: [{period: 2021, value: 4.5}]"
    let line = try svg("name: A\nbaseline: {year: 2020, value: 1}\ntarget: 9\n\(values)\n\(revisions)")
    #expect(line.contains("<circle class=\"point hollow\""))
    #expect(line.contains("<path class=\"range\"") && line.contains("<path class=\"revised\""))
    #expect(
      line.contains(
        "Hollow marks are provisional or estimated. Vertical bars show the range of a figure. Crosses are figures published before a revision."
      ))
    let columns = try svg("name: A\nkind: increase\nmeasure: annual\ntarget: 90\n\(values)", .chinese)
    #expect(columns.contains("<rect class=\"column hollow\"") && columns.contains("空心柱为初步或估计数。竖线为数据区间。"))
    let plain = try svg("name: A\nvalues: {2021: 5, 2022: 6}\ntarget: 9")
    #expect(!plain.contains("hollow") && !plain.contains("\"range\"") && !plain.contains("\"revised\""))
  }

  @Test("A year without a figure is not bridged, and the remark says so")
  func gaps() throws {
    let svg = try self.svg(
      "name: A\nbaseline: {year: 2020, value: 1}\ntarget: {year: 2025, value: 9}\nvalues: {2021: 2, 2022: 3, 2024: 5}")
    let series = svg.split(separator: "\n").joined().all(
      between: "<path class=\"series\" vector-effect=\"non-scaling-stroke\" d=\"", and: "\"")
    #expect(
      series.count == 1
        && series.allSatisfy { $0.filter { $0 == "M" }.count == 1 && $0.filter { $0 == "L" }.count == 1 })
    #expect(svg.contains("Periods without figures are not bridged."))
  }

  @Test("A break in the series is a gap with a mark")
  func breaks() throws {
    let svg = try self.svg(
      "name: A\nbaseline: {year: 2020, value: 1}\ntarget: {year: 2025, value: 9}\nvalues: {2021: 2, 2022: 3, 2023: 8, 2024: 9}\nbreaks: [2023]"
    )
    let series = svg.all(between: "<path class=\"series\" vector-effect=\"non-scaling-stroke\" d=\"", and: "\"")
    #expect(series.allSatisfy { $0.filter { $0 == "M" }.count == 2 })
    #expect(svg.contains("class=\"break\""))
  }

  @Test("Columns start at zero; a line chart that does not states where its axis starts")
  func zero() throws {
    #expect(try !svg("name: A\nkind: increase\ntarget: 500\nvalues: [400, 450]").contains("not at zero"))
    #expect(
      try svg("name: A\nunit: \"%\"\nbaseline: 60\ntarget: 65\nvalues: [61, 62]").contains(
        "The axis starts at 58%, not at zero."))
    #expect(try svg("name: 甲\nbaseline: 60\ntarget: 65\nvalues: [61]", .chinese).contains("纵轴自58起，不从零开始。"))
  }

  @Test("Whole numbers have whole ticks")
  func wholeTicks() throws {
    func axis(_ entry: String) throws -> [String] {
      try svg(entry).all(between: "<svg class=\"drawing-axis\"", and: "</svg>").flatMap {
        $0.all(between: "<text class=\"tick\"", and: "</text>").compactMap {
          $0.split(separator: ">").last.map(String.init)
        }
      }
    }
    #expect(try axis("name: A\nkind: floor\ntarget: 6\nvalues: [6, 5, 6, 6]") == ["4", "5", "6", "7"])
    #expect(try axis("name: A\nkind: increase\ntarget: 2\nvalues: [1]") == ["0", "1", "2"])
    #expect(try axis("name: A\nkind: floor\ntarget: 6.0\nvalues: [6.1, 5, 6, 6]").contains { $0.contains(".") })
  }

  @Test("Without a number to reach, a small change is drawn small")
  func smallChange() throws {
    let example = try indicator(
      "name: A, unit: '%', baseline: 23.1, target: {direction: down}, values: [23, 23.2, 23.1]")
    func hundredths(_ values: [Double]) -> [Double] {
      example.margins(around: values).map { ($0 * 100).rounded() }
    }
    #expect(hundredths([23, 23.2]) == [2194, 2426])
    #expect(hundredths([20, 23]) == [])
    #expect(hundredths([99, 99.5]) == [9005, 10000])
    #expect(try indicator("name: A, target: 24, values: [23, 23.2]").margins(around: [23, 23.2]) == [])
    #expect(
      try svg("name: A\nunit: \"%\"\ntarget: {direction: down}\nbaseline: 23.1\nvalues: [23, 23.2, 23.1]").contains(
        "The axis starts at 21%, not at zero."))
  }

  @Test("A milestone that is due in a year is due at its end, so that reports within the year are before it")
  func milestone() throws {
    let drawing = try svg("name: A\nkind: milestone\ndue: 2024\nstarted: 2022\ndone: 2024-09-01")
    func place(_ text: String) throws -> Double {
      try #require(drawing.all(between: text, and: "%").first.flatMap { Double($0) })
    }
    let due = try place("<svg overflow=\"visible\" x=\"")
    let done = try place("<circle class=\"point done\" cx=\"")
    // Four years of five, with room for a mark at the end of the last.
    #expect(due == 77.6 && done < due)
    #expect(try place("<circle class=\"point\" cx=\"") == 38.8)
  }

  @Test("A due date that was moved leaves a hollow square where it was first, and the key says so")
  func firstDue() throws {
    let moved = try svg(
      "name: A\nkind: milestone\ntarget: {year: 2025, earlier: [{year: 2023, until: 2022-03}]}\nvalues: {2022: started}"
    )
    #expect(moved.contains("<path class=\"original-point\" d=\"M-6 50h12v12h-12z\"/>"))
    #expect(moved.contains("Hollow square: the due date as first set."))
    #expect(!(try svg("name: A\nkind: milestone\ndue: 2025\nvalues: {2022: started}").contains("quare")))
  }

  @Test("The axis of figures for school and budget years names those, as the table does")
  func fiscalAxis() throws {
    func labels(_ entry: String) throws -> [String] {
      try svg(entry).all(between: "class=\"tick", and: "</text>").filter { $0.contains("y=\"271\"") }
        .compactMap { $0.split(separator: ">").last.map(String.init) }
    }
    let school = "name: A\nbaseline: {year: 2020/21, value: 3}\ntarget: {year: 2023/24, value: 9}"
    #expect(try labels("\(school)\nvalues: {2021/22: 4, 2022/23: 5}") == ["2020/21", "2021/22", "2022/23", "2023/24"])
    #expect(try labels("name: A\ntarget: {year: 2023, value: 9}\nvalues: {FY2021: 4, FY2022: 5}").first == "FY2021")
    #expect(
      try labels("name: A\ntarget: {year: 2023, value: 9}\nvalues: {2021: 4, 2022: 5}") == ["2021", "2022", "2023"])
  }

  @Test("The year of the target is below its mark, a few pixels beside it where the drawing ends")
  func yearOfTarget() throws {
    let chart = try svg("name: A\nbaseline: {year: 2024, value: 3}\ntarget: {year: 2030, value: 9}\nvalues: {2026: 4}")
    let label = try #require(chart.all(between: "<text class=\"tick\"", and: "</text>").first { $0.hasSuffix(">2030") })
    #expect(label.contains("x=\"92.9%\"") && label.contains("text-anchor=\"middle\""), "\(label)")
    #expect(chart.contains("<svg overflow=\"visible\" x=\"92.9%\"><path class=\"target-point\""))
    // A school year is no name for a target of the calendar year, and one label does not show the length of the axis.
    let school = try svg(
      "name: A\nbaseline: {year: 2021/22, value: 3}\ntarget: {year: 2028, value: 9}\nvalues: {2022/23: 4, 2023/24: 5}")
    #expect(
      school.contains(">2028</text>") && !school.contains(">2028/29</text>") && school.contains(">2025/26</text>"))
  }

  @Test(
    "An original target is drawn where its number or its time was changed, as a line or a mark, and as the key says")
  func original() throws {
    func target(_ earlier: String, _ rest: String = "") throws -> String {
      try svg(
        "name: A\nbaseline: {year: 2020, value: 30}\ntarget: {year: 2025, value: 20, earlier: [{\(earlier), until: 2022-03}]}\nvalues: {2021: 28, 2022: 27}\n\(rest)"
      )
    }
    let moved = try target("value: 15")
    #expect(moved.contains("<path class=\"original-point\"") && moved.contains(">15</text>"))
    #expect(moved.contains("<path class=\"original\" d=\"M1 6H27\"/>"))
    let same = try target("baseline: {year: 2020, value: 31}")
    #expect(!same.contains("original") && same.all(between: ">20<", and: "/text>").count <= 1)
    let broken = try target("value: 15", "breaks: [2021]")
    #expect(broken.contains("<path class=\"original-point\" d=\"M14 1l5 5l-5 5l-5 -5z\"/>"))
    #expect(!broken.contains("class=\"original\""))
    let ceiling = try svg(
      "name: A\nkind: ceiling\ntarget: {year: 2025, value: 32, earlier: [{value: 30, until: 2022-03}]}\nvalues: {2021: 28, 2022: 27}"
    )
    #expect(ceiling.contains("<line class=\"original\"") && !ceiling.contains("original-point"))
  }

  @Test("Figures and target keep clear of the ends of the axis")
  func headroom() {
    for values in [[5, 8, 10], [-4, 4], [61, 65], [0, 100], [-60, -50.0]] {
      for startsAtZero in [true, false] {
        let scale = ValueScale(values, startsAtZero: startsAtZero)
        let room = (scale.high - scale.low) * 0.05
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        #expect(scale.high == 0 || scale.high - high >= room, "\(values): \(scale)")
        #expect(scale.low == 0 || low - scale.low >= room, "\(values): \(scale)")
      }
    }
  }

  @Test("The baseline is joined to the series, and is a column of its own beside columns")
  func baseline() throws {
    let line = try svg("name: A\nbaseline: {year: 2020, value: 1}\ntarget: 9\nvalues: {2021: 5, 2022: 6}")
    #expect(line.contains("<path class=\"series from-baseline\""))
    let late = try svg("name: A\nbaseline: {year: 2018, value: 1}\ntarget: 9\nvalues: {2021: 5, 2022: 6}")
    #expect(!late.contains("from-baseline"))
    let columns = try svg(
      "name: A\nkind: rate\nunit: \"%\"\nbaseline: {year: 2020, value: 2.3}\ntarget: 5\nvalues: {2021: 8, 2022: 3}")
    #expect(columns.contains("<rect class=\"column baseline\"") && columns.contains(">2.3%</text>"))
    #expect(columns.contains("</svg>Baseline</li>"))
  }

  @Test("Long axes name years that are multiples of the step")
  func roundYears() throws {
    let values = (1986...2025).map { "\($0): \($0 - 1980)" }.joined(separator: ", ")
    let svg = try svg("name: A\ntarget: {year: 2025, value: 50}\nvalues: {\(values)}")
    let years = svg.all(between: "text-anchor=\"middle\">", and: "<").compactMap { Int($0) }
    #expect(!years.isEmpty && years.allSatisfy { $0.isMultiple(of: 5) }, "\(years)")
  }

  @Test("The target's line covers the years of the plan, which have a background")
  func planYears() throws {
    let values = (2006...2024).map { "\($0): \($0 - 2000)" }.joined(separator: ", ")
    let svg = try svg("name: A\ntarget: {year: 2025, value: 30}\nvalues: {\(values)}")
    // 2021 to 2025 are the last five of twenty years.
    #expect(svg.contains("<line class=\"target-line\" x1=\"75%\""))
    #expect(svg.contains("<rect class=\"plan-years\" x=\"75%\"") && svg.contains("</svg>Years of the plan</li>"))
  }

  @Test("Dotted and dashed lines and hatched surfaces have a key, and units are above the axis")
  func keys() throws {
    let level = try svg("name: A\nunit: km\nbaseline: {year: 2020, value: 1}\ntarget: 9\nvalues: {2021: 5}")
    #expect(level.contains("</svg>Straight line from baseline to target</li>") && level.contains(">km</text>"))
    #expect(!level.contains("pace so far"))
    let trend = try svg(
      "name: A\nbaseline: {year: 2020, value: 1}\ntarget: 9\nvalues: {2021: 2, 2022: 3, 2023: 4}")
    #expect(trend.contains("</svg>Where the pace so far would lead</li>"))
    let ceiling = try svg("name: 甲\nkind: ceiling\ntarget: 9\nvalues: {2021: 5}", .chinese)
    #expect(ceiling.contains("fill=\"url(#c-hatch)\"") && ceiling.contains("</svg>超过上限</li>"))
    #expect(ceiling.contains("<pattern id=\"c-hatch\""))
  }

  @Test("Comparisons are thin lines with their names at them, beside lines and columns")
  func comparisons() throws {
    let compare = "compare: [{name: Nation, values: {2021: 3, 2022: 4}}, {name: Other, values: {2024: 8}}]"
    let line = try svg("name: A\ntarget: 9\nvalues: {2021: 5, 2022: 6}\n\(compare)")
    #expect(line.contains("<path class=\"compare compare-1\"") && line.contains("<circle class=\"compare-point\""))
    for name in ["Nation", "Other"] {
      #expect(line.contains("class=\"compare-label\"") && line.contains(">\(name)</text>"))
      // A name at its line needs no key.
      #expect(!line.contains("</svg>\(name)</li>"))
    }
    let columns = try svg("name: A\nkind: increase\ntarget: 9\nvalues: {2021: 5, 2022: 6}\n\(compare)")
    #expect(columns.contains("<path class=\"compare compare-1\""))
  }

  @Test(
    "A name that has no room at its line stands in the key, one with room on wide screens in the key of narrow ones")
  func comparisonsWithoutRoom() throws {
    let name = "Mean of all authorities of one size that are weighted by the number of people who live there"
    let values = "{2021: 3, 2022: 4, 2023: 5, 2024: 6}"
    let line = try svg(
      "name: A\ntarget: 9\nvalues: {2021: 3.1, 2022: 4.1, 2023: 5.1}\ncompare: [{name: \(name), values: \(values)}]")
    #expect(line.contains("</svg>\(name)</li>"))
    let short = String(name.prefix(30))
    let wide = try svg(
      "name: A\ntarget: 9\nvalues: {2021: 8, 2022: 7}\ncompare: [{name: \(short), values: {2021: 1, 2022: 2}}]")
    #expect(
      wide.contains(">\(short)</text>") && wide.contains("<li class=\"less\">") && wide.contains("compare-label more"))
  }

  @Test("A figure is nearer to its point than to a line of comparison")
  func figureBesideComparison() throws {
    // Found on a site: the label of the baseline stood 30 pixels below its point and above the other line.
    let svg = try svg(
      "name: A\nbaseline: {year: 2022, value: 1184}\ntarget: {value: 650, year: 2030}\nvalues: {2023: 1251, 2024: 1302}\ncompare: [{name: B, values: {2022: 950, 2023: 930}}]"
    )
    let label = try #require(svg.firstMatch(of: #/class="baseline-label(?: more)?"[^>]* y="([0-9.]+)">1,184</#))
    let point = try #require(svg.firstMatch(of: #/class="baseline-point"[^>]* cy="([0-9.]+)"/#))
    let (text, mark) = (try #require(Double(label.1)), try #require(Double(point.1)))
    #expect(text < mark && mark - text < 20)
  }

  @Test("The axis has the year of the target, wherever it lies, and other years make way for it")
  func yearOfTheTarget() throws {
    let svg = try svg(
      "name: A\nbaseline: {year: 2001, value: 1}\ntarget: {value: 9, year: 2047}\nvalues: {2002: 2, 2030: 4}")
    #expect(svg.contains(">2047</text>"))
    #expect(!svg.contains(">2046</text>") && !svg.contains(">2048</text>"))
  }

  @Test("Columns are compared with the path in their own years: steps of means, of rates and of bounds")
  func steps() throws {
    // 10 in all by 2022 and 100 by 2025: 10 / 2 = 5 a year, then (100 − 10) / 3 = 30 a year.
    let annual = "name: A\nkind: increase\nmeasure: annual\ntargets: [{year: 2022, value: 10}]\ntarget: 100"
    let figures = "values: {2021: 4, 2022: 6, 2023: 31}"
    let amounts = try indicator((annual + "\n" + figures).split(separator: "\n").joined(separator: ", "))
    let steps = TargetStep.steps(of: amounts, isMean: true)
    #expect(steps.map(\.value) == [5, 30] && steps.map(\.from) == [2021, 2023] && steps.map(\.to) == [2023, 2026])
    let columns = try svg(annual + "\n" + figures)
    #expect(columns.components(separatedBy: "class=\"target-line\"").count == 3 && columns.contains("30<"))
    // 3 % up to 2022 and 5 % after it.
    let rate = "name: A\nkind: rate\ntargets: [{year: 2022, value: 3}]\ntarget: 5\n\(figures)"
    let rates = try indicator(rate.split(separator: "\n").joined(separator: ", "))
    #expect(TargetStep.steps(of: rates, isMean: false).map(\.value) == [3, 5])
    #expect(try svg(rate).components(separatedBy: "class=\"target-line\"").count == 3)
    // The bound of each period.
    let every = "kind: increase\nmeasure: annual\ntargets: [{year: 2022, every: 5}]\ntarget: {every: 8}"
    #expect(try svg("name: A\n\(every)\n\(figures)").components(separatedBy: "class=\"target-line\"").count == 3)
    // A total has a path of points instead.
    let total = "kind: increase\nmeasure: cumulative\ntargets: [{year: 2022, value: 10}]\ntarget: 100"
    let path = try svg("name: A\n\(total)\n\(figures)")
    #expect(path.contains("<path class=\"path\"") && path.components(separatedBy: "class=\"target-point\"").count == 3)
  }

  @Test("Columns below zero look like those above it")
  func negative() throws {
    let svg = try svg("name: A\nkind: rate\ntarget: 5\nvalues: {2021: -3, 2022: 4}")
    #expect(!svg.contains("column below") && svg.all(between: "<rect class=\"column\"", and: "/>").count == 2)
  }

  @Test("Names are escaped, every chart has a title and a description, and nothing has an inline style")
  func safe() throws {
    let svg = try self.svg("name: \"<b>&\"\ntarget: 5\nbaseline: 1\nvalues: [2, 3]")
    #expect(svg.contains("<title id=\"c-title\">&lt;b&gt;&amp;: 3 in 2022, 2 short of the 2025 target of 5</title>"))
    #expect(svg.contains("aria-labelledby=\"c-title c-desc\""))
    #expect(!svg.contains("style=") && !svg.contains("<b>"))
  }

  @Test("Without figures there is no chart; a single figure is a point")
  func few() throws {
    #expect(try svg("name: A\ntarget: 5").isEmpty)
    let one = try svg("name: A\ntarget: 5\nvalues: [3]")
    #expect(one.contains("class=\"point\"") && !one.contains("class=\"series\""))
    #expect(try svg("name: A\nbaseline: 3\ntarget: 5").isEmpty)
    #expect(try svg("name: A\nkind: milestone\ndue: 2025").isEmpty)
    #expect(try svg("name: A\ntarget: {text: more}").isEmpty)
  }

  @Test("Figures that are too large to compute with are not drawn; tiny ones are drawn as zero")
  func extremes() throws {
    #expect(try svg("name: A\ntarget: 5\nvalues: {2021: -1e308, 2022: 1e308}").isEmpty)
    #expect(try svg("name: A\nkind: increase\ntarget: 1e15\nvalues: {2021: 1}").isEmpty)
    #expect(try svg("name: A\ntarget: 5e-324\nvalues: {2021: 0, 2022: -5e-324}").contains("class=\"point\""))
    #expect(
      try svg("name: A\ntarget: 999999999999999\nbaseline: -999999999999999\nvalues: {2021: 0}").contains(
        "class=\"point\""))
  }

  @Test(
    "A scale of any figures in range has few ticks around them",
    arguments: [
      [0, .leastNonzeroMagnitude], [-1e-300, 1e-300], [1e-12, 2e-12], [0, 3e-11],
      [-999_999_999_999_999, 999_999_999_999_999],
      [1e14, 1e14 + 1], [123.456, 123.456], [-1e-13], [],
    ] as [[Double]])
  func extremeScales(_ values: [Double]) {
    for startsAtZero in [true, false] {
      let scale = ValueScale(values, startsAtZero: startsAtZero)
      #expect((2...12).contains(scale.ticks.count) && scale.ticks.allSatisfy(\.isFinite), "\(scale)")
      #expect(values.allSatisfy { $0 >= scale.low - 1e-11 && $0 <= scale.high + 1e-11 }, "\(scale)")
      #expect((0...12).contains(scale.decimals))
      let texts = scale.ticks.map { NumberFormat.text($0, decimals: scale.decimals, .english) }
      #expect(Set(texts).count == texts.count, "\(texts)")
    }
  }

  @Test("A stated precision holds for the labels of a chart")
  func precision() throws {
    let svg = try self.svg("name: A\nprecision: 1\nbaseline: 1\ntarget: 9\nvalues: [5]")
    for label in [">5.0</text>", ">1.0</text>", ">Target 9.0</text>"] { #expect(svg.contains(label)) }
  }

  @Test("A long axis has no year over a year, and ends inside the drawing", arguments: [2030, 2050, 2119, 3021])
  func longAxis(_ year: Int) throws {
    try ChartLabels.check(try svg("name: A\nkind: milestone\ndue: \(year)\nstarted: 2022"), "due \(year)")
    try ChartLabels.check(
      try svg("name: A\nbaseline: 1\ntarget: {year: \(year), value: 9}\nvalues: [5]"), "target \(year)")
  }

  @Test("Random extreme figures are drawn inside the drawing, or not at all", .randomInput)
  func randomExtremes() throws {
    let input = RandomInput(seed: 26, rounds: 300, cost: 10)
    var random = input.generator
    func figure(from least: Int = 0) -> String {
      let exponents = [-320, -300, -15, -13, -12, -11, -9, 0, 9, 13, 14, 15, 300, 307]
      return "\(Int.random(in: least...9, using: &random))e\(exponents.randomElement(using: &random) ?? 0)"
    }
    for _ in 0..<input.rounds {
      let kind = ["level", "increase", "floor", "ceiling", "rate"].randomElement(using: &random) ?? "level"
      let values = (0..<Int.random(in: 1...4, using: &random)).map { "\(2021 + $0): \(figure())" }
      var entry = "name: A\nkind: \(kind)\ntarget: \(figure(from: 1))\nvalues: {\(values.joined(separator: ", "))}\n"
      if kind != "rate", Bool.random(using: &random) { entry += "baseline: -\(figure())\n" }
      for style in [ChartStyle.line, .bar, .bullet] { try ChartLabels.check(try svg(entry, style: style), entry) }
    }
  }
}
