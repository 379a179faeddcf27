import DataFormats
import TestSupport
import Testing

@testable import Figures
@testable import Indicators

/// What charts draw, what they leave out, and that every label is legible.
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
      ([-3, 4], true, [-4, -2, 0, 2, 4]),
      ([0, 0], true, [0, 0.5, 1]), ([5, 5], false, [4.6, 4.8, 5, 5.2, 5.4]),
      ([0.012, 0.019], false, [0.012, 0.014, 0.016, 0.018, 0.02]),
    ] as [([Double], Bool, [Double])])
  func ticks(_ values: [Double], _ startsAtZero: Bool, _ expected: [Double]) {
    let scale = ValueScale(values, startsAtZero: startsAtZero)
    #expect(
      scale.ticks.count == expected.count && zip(scale.ticks, expected).allSatisfy { abs($0 - $1) < 1e-9 },
      "\(scale.ticks)")
  }

  @Test("A year without a figure is not bridged, and the remark says so")
  func gaps() throws {
    let svg = try self.svg(
      "name: A\nbaseline: {year: 2020, value: 1}\ntarget: {year: 2025, value: 9}\nvalues: {2021: 2, 2022: 3, 2024: 5}")
    let series = svg.split(separator: "\n").joined().all(between: "<path class=\"series\" d=\"", and: "\"")
    #expect(series.allSatisfy { $0.filter { $0 == "M" }.count == 1 && $0.filter { $0 == "L" }.count == 1 })
    #expect(svg.contains("Years without figures are not bridged."))
  }

  @Test("A break in the series is a gap with a mark")
  func breaks() throws {
    let svg = try self.svg(
      "name: A\nbaseline: {year: 2020, value: 1}\ntarget: {year: 2025, value: 9}\nvalues: {2021: 2, 2022: 3, 2023: 8, 2024: 9}\nbreaks: [2023]"
    )
    let series = svg.all(between: "<path class=\"series\" d=\"", and: "\"")
    #expect(series.allSatisfy { $0.filter { $0 == "M" }.count == 2 })
    #expect(svg.contains("class=\"break\""))
  }

  @Test("Columns start at zero; a line chart that does not states where its axis starts")
  func zero() throws {
    #expect(try !svg("name: A\nkind: increase\ntarget: 500\nvalues: [400, 450]").contains("not at zero"))
    #expect(
      try svg("name: A\nunit: \"%\"\nbaseline: 60\ntarget: 65\nvalues: [61, 62]").contains(
        "The axis starts at 60%, not at zero."))
    #expect(try svg("name: 甲\nbaseline: 60\ntarget: 65\nvalues: [61]", .chinese).contains("纵轴自60起，不从零开始。"))
  }

  @Test("Names are escaped, every chart has a title and a description, and nothing has an inline style")
  func safe() throws {
    let svg = try self.svg("name: \"<b>&\"\ntarget: 5\nbaseline: 1\nvalues: [2, 3]")
    #expect(svg.contains("<title id=\"c-wide-title\">&lt;b&gt;&amp;</title>"))
    #expect(svg.contains("aria-labelledby=\"c-narrow-title c-narrow-desc\""))
    #expect(!svg.contains("style=") && !svg.contains("<b>"))
  }

  @Test("Without figures there is no chart; a single figure is a point")
  func few() throws {
    #expect(try svg("name: A\ntarget: 5").isEmpty)
    let one = try svg("name: A\ntarget: 5\nvalues: [3]")
    #expect(one.contains("class=\"point\"") && !one.contains("class=\"series\""))
    #expect(try svg("name: A\nbaseline: 3\ntarget: 5").contains("class=\"baseline-point\""))
    #expect(try svg("name: A\ntarget: {text: more}").isEmpty)
  }

  @Test(
    "In random charts no label leaves the drawing and no two labels overlap", .randomInput,
    arguments: WordLanguage.allCases)
  func randomLabels(_ language: WordLanguage) throws {
    let input = RandomInput(seed: 7, rounds: 250, cost: 10)
    var random = input.generator
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    for _ in 0..<input.rounds {
      let kind = ["level", "increase", "floor", "ceiling", "rate"][draw(0...4)]
      let scale = ["", "0", "000", ".5", ".25"][draw(0...4)]
      let count = draw(1...8)
      var entry = "name: Name\nkind: \(kind)\nunit: \(["\"%\"", "km", "万人"][draw(0...2)])\n"
      entry += "target: {year: \(2021 + draw(0...6)), value: \(draw(-40...90))\(scale)}\n"
      if draw(0...2) > 0 { entry += "baseline: {year: 2020, value: \(draw(-40...90))\(scale)}\n" }
      let values = (0..<count).map { "\(2020 + $0): \(draw(-40...90))\(scale)" }
      entry += "values: {\(values.joined(separator: ", "))}\n"
      if draw(0...4) == 0 { entry += "breaks: [2022]\n" }
      if kind == "increase", draw(0...1) == 0 { entry += "measure: annual\n" }
      for style in [nil, ChartStyle.line] {
        try check(try svg(entry, style: style, language), entry)
      }
    }
  }

  /// Compares labels with each other and with the drawing, and ticks only with the drawing.
  private func check(_ html: String, _ entry: String) throws {
    for svg in html.all(between: "<svg class=\"chart-", and: "</svg>") {
      let size: ChartSize = svg.hasPrefix("wide") ? .wide : .narrow
      let height = try #require(svg.all(between: "height=\"", and: "\"").first.flatMap { Double($0) })
      var boxes: [ChartBox] = []
      for text in svg.all(between: "<text class=\"", and: "</text>") {
        let x = try #require(text.all(between: " x=\"", and: "\"").first.flatMap { Double($0) })
        let y = try #require(text.all(between: " y=\"", and: "\"").first.flatMap { Double($0) })
        let words = String(text[try #require(text.lastIndex(of: ">"))...].dropFirst())
        let width = ChartSize.width(of: words)
        let left = text.contains("\"middle\"") ? x - width / 2 : text.contains("\"end\"") ? x - width : x
        let box = ChartBox(left: left, top: y - 10, right: left + width, bottom: y + 3)
        #expect(
          ChartBox(left: -0.5, top: 0, right: size.width + 0.5, bottom: height).holds(box), "\(words) leaves: \(entry)")
        guard !text.hasPrefix("tick") else { continue }
        #expect(!boxes.contains(where: box.overlaps), "\(words) meets another: \(entry)")
        boxes.append(box)
      }
    }
  }
}
