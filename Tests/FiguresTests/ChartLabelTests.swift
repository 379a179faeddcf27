import DataFormats
import TestSupport
import Testing
import Words

@testable import Figures
@testable import Indicators

/// Labels never overlap, never leave the drawing, and are at their own mark.
@Suite("Labels of charts")
struct ChartLabelTests {
  private func svg(_ entry: String, style: ChartStyle? = nil, _ language: WordLanguage = .english) throws -> String {
    let indicator = try indicator(entry.split(separator: "\n").joined(separator: ", "))
    let chart = IndicatorChart(
      indicator, assess(indicator, by: AssessmentRules()), style: style, language: language, prefix: "c")
    return String(decoding: chart.html.bytes, as: UTF8.self)
  }

  @Test("Figures of nine digits and more are short on a chart, with enough digits to tell them from the target")
  func longNumbers() throws {
    let svg = try svg(
      "name: Output, unit: 元, baseline: {year: 2020, value: 1234567890123}, target: {year: 2025, value: 2234567890123}, values: {2021: 2234500000000}",
      .chinese)
    for text in [">万亿元<", ">目标 2.2346<", ">2.2345<", ">1.2346<", ">1.5<"] {
      #expect(svg.contains(text), "\(text) in \(svg)")
    }
  }

  @Test("The number of a target is never cut: where its word has no room, the key has it")
  func longTarget() throws {
    let chart = try svg(
      "name: A\nkind: increase\nmeasure: annual\nunit: meals\nbaseline: {year: 2022, value: 17000001}\ntarget: {year: 2030, value: 160000008}\nvalues: {2023: 17234567, 2024: 18234567}"
    )
    let label = try #require(chart.all(between: "<text class=\"target-label\"", and: "</text>").first)
    #expect(!label.contains("…") && label.contains("20,000,001"), "\(label)")
    #expect(chart.contains("</svg>Planned per year</li>"))
  }

  @Test("A target for several years is on the axis, at the last of them")
  func severalYears() throws {
    let chart = try svg(
      "name: Poverty\nunit: '%'\nbaseline: {year: 2018-2020, value: 27.6}\ntarget: {year: 2024-2026, value: 20}\nvalues: {2019-2021: 26.9, 2020-2022: 26.1}"
    )
    #expect(chart.contains(">2026</text>") && !chart.contains(">2018</text>"), "\(chart)")
    let numbers = chart.all(between: "class=\"projection\" d=\"M", and: "\"").first?.split {
      !"0123456789.".contains($0)
    }
    #expect(try #require(numbers).compactMap { Double($0) }.allSatisfy { $0 <= 1000 }, "\(chart)")
  }

  @Test("Amounts of quarters have the amount that is planned for a quarter; amounts of several lengths have none")
  func quarters() throws {
    let start = "name: Homes\nkind: increase\nmeasure: annual\nunit: homes\ntarget: 6000"
    #expect(
      try svg("\(start)\nvalues: {2021 Q1: 200, 2021 Q2: 240, 2021 Q3: 260}").contains("Planned per quarter 300"))
    #expect(try svg("\(start)\nvalues: {2021-01: 60}").contains("Planned per month 100"))
    #expect(try svg("\(start)\nvalues: {2021: 900}").contains("Planned per year 1,200"))
    #expect(try !svg("\(start)\nvalues: {2021: 900, 2022 Q1: 300}").contains("Planned per"))
  }

  @Test("A break before the baseline leaves the planned path")
  func earlyBreak() throws {
    let fields = "name: A\nbaseline: {year: 2020, value: 30}\ntarget: 20\nvalues: {2018: 40, 2021: 29}"
    #expect(try svg("\(fields)\nbreaks: [2019]").contains("class=\"path\""))
    #expect(try !svg("\(fields)\nbreaks: [2021]").contains("class=\"path\""))
  }

  @Test("A label that has no room beside its line has a piece of it before its words")
  func labelElsewhere() throws {
    let values = (2000..<2040).map { "\($0): \($0.isMultiple(of: 2) ? 80 : 100)" }.joined(separator: ", ")
    let svg = try svg("name: A, kind: floor, unit: '%', target: {year: 2039, value: 90}, values: {\(values)}")
    #expect(svg.contains(">— Minimum 90%<") || svg.contains(">— Floor 90%<"), "\(svg)")
  }

  @Test("The latest of forty months has its label, where the path, the target and the projection run past it")
  func latestOfManyMonths() throws {
    let values = (0..<40).map { index in
      let month = index % 12 + 1
      return "\(2021 + index / 12)-\(month < 10 ? "0" : "")\(month): \(30 + [6, 3, -2, -6, -3, 2][index % 6])"
    }
    let entry =
      "name: A, unit: µg/m³, direction: down, baseline: {year: 2020, value: 41}, target: {year: 2025, value: 30}, values: {\(values.joined(separator: ", "))}"
    #expect(try svg(entry).contains("\"value-label\""))
  }

  @Test("The last of forty years has its label at least in wide drawings")
  func latestOfManyYears() throws {
    let values = (1986...2025).map { "\($0): \([0.6, 1.15, 0.9, 0.7, 1.1, 0.98][($0 - 1986) % 6])" }
    let entry =
      "name: A, kind: ceiling, unit: t, target: {year: 2025, value: 0.85}, values: {\(values.joined(separator: ", "))}"
    let svg = try svg(entry)
    #expect(svg.contains("\"value-label\"") || svg.contains("\"value-label more\""), "\(svg)")
  }

  /// A series of any period and kind.
  private struct Series {
    let entry: String
    /// The labels of the values, in order.
    let labels: [String]

    init(using random: inout SplitMix) {
      func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let kind = ["level", "increase", "floor", "ceiling", "rate"][draw(0...4)]
      let scale =
        kind == "rate" ? ["", ".5", ".25"][draw(0...2)] : ["", "0", "000", ".5", ".25", "000000"][draw(0...5)]
      let span = [1, 3, 8, 25, 90][draw(0...4)]
      let low = draw(0...1) == 0 ? -40 : 0
      let high = low + span
      let years = [1, 2, 5, 7, 12, 40][draw(0...5)]
      let parts = years > 12 ? 1 : [1, 1, 4, 12][draw(0...3)]
      var values: [(period: String, text: String)] = []
      for year in 2020..<2020 + years {
        for part in 1...parts where draw(0...9) > 0 {
          let period =
            parts == 1 ? "\(year)" : parts == 4 ? "\(year) Q\(part)" : "\(year)-\(part < 10 ? "0" : "")\(part)"
          values.append((period, "\(draw(low...high))\(scale)"))
        }
      }
      if values.isEmpty { values = [("2020", "1\(scale)")] }
      let unit = ["\"%\"", "km", "万人"][draw(0...2)]
      var entry = "name: Name\nkind: \(kind)\nunit: \(unit)\n"
      let goal = kind == "increase" ? draw(1...90) : kind == "rate" ? draw(-40...90) : draw(low...high)
      entry += "target: {year: \(2020 + years + draw(0...9)), value: \(goal)\(scale)}\n"
      if draw(0...2) > 0 { entry += "baseline: {year: 2019, value: \(draw(low...high))\(scale)}\n" }
      entry += "values: {\(values.map { "\($0.period): \($0.text)" }.joined(separator: ", "))}\n"
      if draw(0...4) == 0 { entry += "breaks: [2022]\n" }
      if kind == "increase", draw(0...1) == 0 { entry += "measure: annual\n" }
      let isShare = unit == "\"%\""
      self.entry = entry
      labels = values.compactMap { value in
        DecimalNumber(value.text).map { NumberFormat.text($0, .english) + (isShare ? "%" : "") }
      }
    }
  }

  @Test(
    "In charts of random series of every kind and length", .randomInput, arguments: [WordLanguage.chinese, .english])
  func randomSeries(_ language: WordLanguage) throws {
    let input = RandomInput(seed: 7, rounds: 100, cost: 25)
    var random = input.generator
    for _ in 0..<input.rounds {
      let series = Series(using: &random)
      for style in [nil, ChartStyle.line, .bullet] {
        let svg = try svg(series.entry, style: style, language)
        try ChartLabels.check(svg, series.entry, values: style == .bullet ? nil : series.labels)
        // The target's label is never left out.
        if svg.contains("\"target-line\"") { #expect(svg.contains("\"target-label\""), "\(series.entry)") }
      }
    }
  }

  @Test("In columns of seven years of months that jump")
  func months() throws {
    let values = (0..<84).map { index in
      "\(2018 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1): \([9, 8, 1][index % 3])"
    }
    let entry =
      "name: A\nkind: increase\nmeasure: annual\ntarget: {year: 2025, value: 84}\nvalues: {\(values.joined(separator: ", "))}"
    try ChartLabels.check(try svg(entry), entry, values: (0..<84).map { String([9, 8, 1][$0 % 3]) })
  }

  @Test(
    "The target's label says what the target says",
    arguments: [
      ("kind: level\ntarget: {year: 2025, value: 40, approx: true}\nvalues: {2021: 30}", "Target about 40"),
      ("kind: increase\ntarget: {year: 2025, value: 40, approx: true}\nvalues: {2021: 30}", "Target about 40"),
      // No decimals that say nothing.
      (
        "kind: increase\nmeasure: annual\ntarget: {year: 2024, value: 96000}\nvalues: {2021: 30000}",
        "Planned per year 24,000<"
      ),
    ])
  func target(_ entry: String, _ label: String) throws {
    let svg = try svg("name: Name\nunit: km\n" + entry)
    #expect(svg.contains(label), "\(svg)")
  }

  @Test("On the axis of one milestone, and on that of several", .randomInput)
  func randomMilestones() throws {
    let input = RandomInput(seed: 22, rounds: 200, cost: 10)
    var random = input.generator
    for _ in 0..<input.rounds {
      var milestones: [(Indicator, Assessment)] = []
      for _ in 0..<3 {
        let due = 2021 + [1, 4, 10, 29, 60, 200][Int.random(in: 0..<6, using: &random)]
        let start = Int.random(in: 1...12, using: &random)
        let entry =
          "name: Name\nkind: milestone\ndue: \(due)\nvalues: {2021-\(start < 10 ? "0" : "")\(start): started, 2022-\(start < 10 ? "0" : "")\(start): done}"
        try ChartLabels.check(try svg(entry), entry)
        let example = try indicator(entry.split(separator: "\n").joined(separator: ", "))
        milestones.append((example, assess(example, by: AssessmentRules())))
      }
      let timeline = MilestoneTimeline(milestones, title: "T", language: .english, prefix: "t")
      try ChartLabels.check(String(decoding: timeline.html.bytes, as: UTF8.self), "timeline")
    }
  }
}

/// Reads the labels and marks of drawings.
enum ChartLabels {
  /// Checks each drawing at widths from the narrowest to the widest. `values` are the labels of the points or columns,
  /// in order; a label of a value must be at a mark of that value.
  static func check(_ html: String, _ entry: String, values: [String]? = nil) throws {
    for drawing in html.all(between: "<div class=\"drawing\">", and: "</div>") {
      let parts = drawing.all(between: "<svg class=\"drawing-", and: "\">")
      let inset =
        drawing.contains("drawing-axis")
        ? try #require(parts.first?.all(between: "width=\"", and: "\"").first.flatMap { Double($0) }) : 0
      let height = try #require(drawing.all(between: "height=\"", and: "\"").first.flatMap { Double($0) })
      let split = drawing.firstRange(of: "<svg class=\"drawing-field\"")
      let axis = try split.map { try texts(String(drawing[..<$0.lowerBound])) } ?? []
      let field = try texts(split.map { String(drawing[$0.lowerBound...]) } ?? drawing)
      let marks = try marks(drawing)
      for width in [250.0, 288, 350, 440, 540, 600, 760, 920] {
        let shown = field.filter { width >= 540 || !$0.isMore }
        let labels =
          axis.map { ($0, $0.box(at: 0, left: 0)) } + shown.map { ($0, $0.box(at: width - inset, left: inset)) }
        for (index, (label, box)) in labels.enumerated() {
          #expect(
            box.left >= -0.5 && box.right <= width + 0.5 && box.top >= -0.5 && box.bottom <= height + 0.5,
            "\(label.words) leaves at \(width): \(entry)")
          #expect(
            !labels[..<index].contains { $0.1.overlaps(box) }, "\(label.words) meets another at \(width): \(entry)")
          if label.isValue, let values, marks.count >= values.count {
            checkMark(label.words, box, marks.map { $0.box(at: width - inset, left: inset) }, values, entry)
          }
        }
      }
    }
  }

  /// Checks that a label is at the mark of its value.
  private static func checkMark(
    _ words: String, _ box: Rectangle, _ marks: [Rectangle], _ values: [String], _ entry: String
  ) {
    // Over or under columns it is at one of those.
    let isInLine = marks.contains { $0.right > $0.left && $0.isInLine(with: box) }
    let near = marks.prefix(values.count).map {
      isInLine && !$0.isInLine(with: box) ? Double.infinity : box.distance(to: $0)
    }
    let least = near.min() ?? 0
    let candidates = near.indices.filter { near[$0] < least + 1.5 }.map { values[$0] }
    #expect(
      candidates.contains { $0 == words || inScales($0).contains(words) }, "\(words) stands at \(candidates): \(entry)")
    #expect(least < 42, "\(words) is far from its mark: \(entry)")
  }

  /// In pixels.
  private struct Rectangle {
    let left, top, right, bottom: Double

    func overlaps(_ other: Rectangle) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func isInLine(with other: Rectangle) -> Bool { left < other.right && other.left < right }

    func distance(to other: Rectangle) -> Double {
      let across = max(0, other.left - right, left - other.right)
      let down = max(0, other.top - bottom, top - other.bottom)
      return (across * across + down * down).squareRoot()
    }
  }

  private struct Label {
    let words: String
    let isValue: Bool
    /// Whether it is shown in wide drawings only.
    let isMore: Bool
    let anchor: String
    /// In per cent of the plot area.
    let share: Double
    let pixels: Double
    let y: Double

    func box(at width: Double, left inset: Double) -> Rectangle {
      let x = inset + share / 100 * width + pixels
      let size = ChartSize.width(of: words)
      let left = anchor == "middle" ? x - size / 2 : anchor == "end" ? x - size : x
      // Digits and most letters end at the baseline.
      return Rectangle(left: left, top: y - 10, right: left + size, bottom: y + 1)
    }
  }

  private struct Mark {
    /// In per cent of the plot area.
    let left, right: Double
    let top, bottom: Double

    func box(at width: Double, left inset: Double) -> Rectangle {
      Rectangle(left: inset + left / 100 * width, top: top, right: inset + right / 100 * width, bottom: bottom)
    }
  }

  private static func texts(_ svg: String) throws -> [Label] {
    try svg.all(between: "<text class=\"", and: "</text>").map { text in
      Label(
        words: String(text[try #require(text.lastIndex(of: ">"))...].dropFirst()),
        isValue: text.hasPrefix("value-label"), isMore: text.all(between: " ", and: "\"").contains("more"),
        anchor: text.all(between: "text-anchor=\"", and: "\"").first ?? "start", share: try number("x", in: text),
        pixels: text.contains(" dx=") ? try number("dx", in: text) : 0, y: try number("y", in: text))
    }
  }

  /// The number of a label as an axis in thousands, 万, millions, 亿 or billions has it, in either language.
  private static func inScales(_ label: String) -> Set<String> {
    let isShare = label.hasSuffix("%")
    let digits = label.filter { $0 != "," && $0 != "%" }.replacing("\u{2212}", with: "-")
    guard let value = DecimalNumber(digits) else { return [] }
    var texts: Set<String> = [NumberFormat.text(value, .chinese) + (isShare ? "%" : "")]
    for exponent in [3, 4, 6, 8, 9] {
      let scaled = value.value / (0..<exponent).reduce(1.0) { power, _ in power * 10 }
      for language in [WordLanguage.chinese, .english] {
        for decimals in 0...3 { texts.insert(NumberFormat.text(scaled, decimals: decimals, language)) }
      }
    }
    return texts
  }

  /// The columns, or else the points of the series, in order.
  private static func marks(_ svg: String) throws -> [Mark] {
    let columns = try svg.all(between: "<rect class=\"column", and: "/>").filter { !$0.hasPrefix(" baseline") }.map {
      text in
      let (left, top) = (try number("x", in: text), try number("y", in: text))
      return Mark(
        left: left, right: left + (try number("width", in: text)), top: top,
        bottom: top + (try number("height", in: text)))
    }
    if !columns.isEmpty { return columns }
    return try svg.all(between: "<circle class=\"point\"", and: "/>").map { text in
      let (x, y) = (try number("cx", in: text), try number("cy", in: text))
      return Mark(left: x, right: x, top: y, bottom: y)
    }
  }

  /// The number of an attribute, without its per cent sign.
  private static func number(_ name: String, in text: String) throws -> Double {
    try #require(
      text.all(between: " \(name)=\"", and: "\"").first.flatMap { Double($0.filter { $0 != "%" }) })
  }
}
