import Indicators
import Words

/// The axes of a chart: maps times to shares of the width and values to pixels, and draws the ticks.
struct ChartFrame {
  let scale: ValueScale
  /// The top and the bottom of the plot area, in CSS pixels.
  let top: Double
  let bottom: Double
  /// The width of the value axis left of the plot area, in CSS pixels.
  let inset: Double
  /// The time axis in years. A period is drawn at its middle.
  let times: ClosedRange<Double>
  private let plan: PlanPeriod
  /// The time of the target, which the axis always names; nil if the plan names none.
  private let goal: Period?
  /// A budget or school year, if all figures are for such: then the axis names those, as the table does.
  private let fiscal: FiscalYear?
  private let language: WordLanguage
  private let tickLabels: [String]
  /// The lines of the unit above the axis.
  private let head: [String]
  /// The text at the right end above the plot area if the chart has no other room for it.
  private let reserve: String
  private let reserveLine: Double

  /// `reserve` is the label that must not be missing.
  init(_ chart: IndicatorChart, scale: ValueScale, years: ClosedRange<Int>, units: AxisUnits, reserve: String?) {
    self.scale = scale
    plan = chart.indicator.plan
    goal = chart.endPeriod
    fiscal = chart.fiscalYear
    language = chart.language
    times = Double(years.lowerBound)...Double(years.upperBound + 1)
    tickLabels = scale.ticks.map(units.tick)
    head = ChartFrame.lines(of: units.head, most: chart.height < ChartSize.height ? 1 : 3)
    inset = (tickLabels.map(ChartSize.width(of:)).max() ?? 0) + 10
    self.reserve = reserve.map { "\(ChartFrame.line)\($0)" } ?? ""
    // The unit and the reserved label share a line if both fit in the narrowest drawing.
    let taken = head.last.map { ChartSize.width(of: $0) + 16 } ?? 0
    let fits = taken + ChartSize.width(of: self.reserve) + 8 <= ChartSize.narrowest
    let end = 12 + ChartFrame.lineHeight * Double(max(0, head.count - 1))
    reserveLine = fits ? end : end + ChartFrame.lineHeight
    top = reserveLine + 24
    bottom = chart.height - 28
  }

  private static let lineHeight = 18.0
  /// The mark before a label that is not beside its line, in the colour of the line.
  static let line = "— "

  /// A text in at most `most` lines of the narrowest drawing; a text that does not fit is cut, with an ellipsis.
  private static func lines(of text: String?, most: Int) -> [String] {
    guard let text else { return [] }
    let room = ChartSize.narrowest - 8
    let lines = ChartSize.wrapped(text, to: room)
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [ChartSize.shortened(lines[(most - 1)...].joined(separator: " "), to: room)]
  }

  /// The widths of the plot area in the drawings of all widths.
  var widths: ClosedRange<Double> { (ChartSize.narrowest - inset)...(ChartSize.widest - inset) }
  /// The widths at which labels of the class `more` are shown.
  var wideWidths: ClosedRange<Double> { (ChartSize.wide - inset)...(ChartSize.widest - inset) }

  /// A placement of labels in the plot area and above it.
  var labels: LabelPlacement {
    var labels = LabelPlacement(
      bounds: ChartBox(left: Across(share: 0, pixels: 4), top: 0, right: Across(share: 1), bottom: bottom),
      widths: widths)
    for (number, line) in head.enumerated() {
      let top = ChartFrame.lineHeight * Double(number)
      labels.keepClear(
        ChartBox(
          left: Across(share: 0, pixels: -inset), top: top,
          right: Across(share: 0, pixels: ChartSize.width(of: line) + 8 - inset), bottom: top + ChartFrame.lineHeight))
    }
    return labels
  }

  /// Places the label that must not be missing: at `position` or, if that is nil, above the plot area with a short line
  /// that shows which line it names.
  func placeReserved(
    _ text: String, at position: LabelPlacement.Position?, _ labels: inout LabelPlacement
  ) -> (text: String, position: LabelPlacement.Position) {
    if let position { return (text, position) }
    let width = ChartSize.width(of: reserve)
    labels.keepClear(
      ChartBox(
        left: Across(share: 1, pixels: -width - 2), top: reserveLine - 13, right: Across(share: 1),
        bottom: reserveLine + 4))
    return (reserve, LabelPlacement.Position(x: Across(share: 1), y: reserveLine, anchor: .end))
  }

  /// From 0 to 1 inside the plot area.
  func x(_ time: Double) -> Double { (time - times.lowerBound) / (times.upperBound - times.lowerBound) }

  func y(_ value: Double) -> Double {
    bottom - (value - scale.low) / (scale.high - scale.low) * (bottom - top)
  }

  func point(_ period: Period, _ value: Double) -> (x: Double, y: Double) { (x(period.middle), y(value)) }

  /// The part of the width that a year takes.
  var year: Double { 1 / (times.upperBound - times.lowerBound) }

  /// The years of the plan, and up to its target if that is later, as shares of the width.
  func planSpan(to target: Period?) -> ClosedRange<Double> {
    let start = min(max(x(Double(plan.start)), 0), 1)
    let end = min(max(x(max(Double(plan.end + 1), target?.end ?? 0)), 0), 1)
    return start < end ? start...end : 0...1
  }

  /// Whether the axis also has years before or after the plan.
  var showsPlan: Bool { planSpan(to: nil) != 0...1 }

  /// Draws the background of the plan's years, the lines of the value axis and the years of the time axis: every year,
  /// or every second, fifth … if there is no room for all.
  func draw(on canvas: inout SVGCanvas) {
    if showsPlan {
      let plan = planSpan(to: nil)
      canvas.rectangle("plan-years", ChartBox(left: plan.lowerBound, top: top, right: plan.upperBound, bottom: bottom))
    }
    for tick in scale.ticks {
      canvas.line(tick == 0 ? "axis" : "grid", from: (0, y(tick)), to: (1, y(tick)))
    }
    if !scale.ticks.contains(0) { canvas.line("axis", from: (0, bottom), to: (1, bottom)) }
    let years = Int(times.lowerBound)..<Int(times.upperBound)
    guard let fiscal else {
      let due = goal.map { YearMark(name: String($0.drawnYear), x: x(Double($0.drawnYear) + 0.5)) }
      return canvas.years(years, goal: due, y: bottom + 19, widths: widths, wide: wideWidths) { x(Double($0) + 0.5) }
    }
    // The years whose middle is on the axis.
    let offset = Double(fiscal.start - 1) / 12
    let shown = offset > 0.5 ? years.lowerBound - 1..<years.upperBound - 1 : years
    func name(_ year: Int) -> String { Period.fiscalYear(fiscal.beginning(in: year)).text(language) }
    // A target for a calendar year is at the middle of that, between two budget or school years.
    let due = goal.map { goal in
      goal.isFiscal
        ? YearMark(name: name(goal.year), x: x(Double(goal.year) + offset + 0.5))
        : YearMark(name: String(goal.drawnYear), x: x(Double(goal.drawnYear) + 0.5))
    }
    canvas.years(
      shown, goal: due, y: bottom + 19, widths: widths, wide: wideWidths, name: name,
      x: { x(Double($0) + offset + 0.5) })
  }

  /// Draws the numbers of the value axis, and above them the unit. In CSS pixels from the drawing's left edge.
  func drawAxis(on canvas: inout SVGCanvas) {
    for (tick, label) in zip(scale.ticks, tickLabels) {
      canvas.text("tick", label, x: Across(share: 0, pixels: inset - 6), y: y(tick) + 5, anchor: .end)
    }
    for (number, line) in head.enumerated() {
      canvas.text("tick", line, x: Across(share: 0), y: 12 + ChartFrame.lineHeight * Double(number))
    }
  }
}
