import Indicators

/// Columns from zero, with a reference line: totals with their target, yearly amounts with the mean amount needed, yearly
/// growth with the target growth.
struct ColumnDrawing: ChartDrawing {
  private let chart: IndicatorChart
  private let points: [ChartPoint]
  private let scale: ValueScale
  private let years: ClosedRange<Int>
  /// The references of the times between interim targets, where each has its own; empty if one holds for all times.
  private let steps: [Step]
  /// The interim targets of a total, with the target.
  private let path: [(period: Period, value: Double)]
  /// The reference of the target that the plan set first, if it was changed.
  private let original: Double?
  private let units: AxisUnits
  private var indicator: Indicator { chart.indicator }

  init?(_ chart: IndicatorChart) {
    let points = chart.points
    guard !points.isEmpty else { return nil }
    self.chart = chart
    self.points = points
    years = chart.years(points.map(\.period))
    original = Self.original(of: chart)
    steps = Step.steps(of: chart.indicator, isMean: Self.isMean(chart.indicator))
    path = Self.path(of: chart.indicator)
    let references = [Self.reference(of: chart.indicator), original].compactMap(\.self)
    scale = ValueScale(
      points.flatMap(\.extent) + references + steps.map(\.value) + path.map(\.value), startsAtZero: true)
    units = AxisUnits(chart, scale)
  }

  /// The value of the reference line.
  private static func reference(of indicator: Indicator) -> Double? {
    guard let bound = indicator.targetValue, let target = indicator.target else { return nil }
    guard isMean(indicator) else { return bound + offset(of: indicator) }
    let start = indicator.baseline?.period.end ?? Double(indicator.plan.start)
    let span = target.period.end - start
    return span > 0.5 ? bound / span : bound
  }

  /// What the columns of a total begin with: the baseline, where the target is what is added to it.
  private static func offset(of indicator: Indicator) -> Double {
    guard indicator.kind == .increase, case .change = indicator.target?.goal else { return 0 }
    return indicator.baseline?.value.value ?? 0
  }

  /// The way of a total through its interim targets; empty without any.
  private static func path(of indicator: Indicator) -> [(period: Period, value: Double)] {
    guard indicator.kind == .increase, !isMean(indicator), !indicator.hasPeriodBounds,
      !indicator.interimTargets.isEmpty
    else { return [] }
    let offset = offset(of: indicator)
    return (indicator.interimTargets + [indicator.target].compactMap(\.self)).compactMap { goal in
      indicator.value(of: goal).map { (goal.period, $0 + offset) }
    }
  }

  private static func original(of chart: IndicatorChart) -> Double? {
    chart.indicator.original.flatMap { isMean($0) == isMean(chart.indicator) ? reference(of: $0) : nil }
  }

  /// Whether the reference is the mean amount needed, because the columns are amounts that are added up.
  private static func isMean(_ indicator: Indicator) -> Bool {
    indicator.kind == .increase && indicator.measure == .annual && !indicator.hasPeriodBounds
  }

  private var isMean: Bool { Self.isMean(indicator) }

  var remarks: [String] {
    (original == nil ? [] : [ChartWords.originalWay(chart.language)])
      + points.remarks(areColumns: true, chart.language)
  }

  private static func className(of point: ChartPoint) -> StaticString {
    if point.isFinal { return point.value < 0 ? "column below" : "column" }
    return point.value < 0 ? "column below hollow" : "column hollow"
  }

  func draw(on canvas: inout SVGCanvas, _ size: ChartSize) {
    let frame = ChartFrame(size: size, scale: scale, years: years, units: units)
    frame.draw(on: &canvas)
    var labels = LabelPlacement(
      bounds: ChartBox(left: frame.field.left, top: 0, right: size.width, bottom: size.height))
    if let head = frame.headBox { labels.keepClear(head) }
    let room = (frame.field.right - frame.field.left) / Double(years.count)
    let width = min(46, room * 0.62 * share)
    let zero = frame.y(0)
    var boxes: [(point: ChartPoint, box: ChartBox)] = []
    let broken = Set(indicator.brokenPeriods)
    for point in points {
      let x = frame.x(point.period.middle)
      let y = frame.y(point.value)
      let box = ChartBox(left: x - width / 2, top: min(y, zero), right: x + width / 2, bottom: max(y, zero))
      canvas.rectangle(Self.className(of: point), box)
      point.drawUncertainty(on: &canvas, frame)
      if broken.contains(point.period) {
        canvas.diamond("point broken", at: ((box.left + box.right) / 2, zero - 10), radius: 5)
      }
      boxes.append((point, box))
    }
    for (_, box) in boxes { labels.mark(box) }
    labels.keepClear(ChartBox(left: 0, top: frame.field.bottom + 6, right: size.width, bottom: size.height))
    drawReference(on: &canvas, frame, &labels)
    for (point, box) in boxes.reversed() {
      let text = units.label(point.number)
      guard ChartSize.width(of: text) <= room * share + 6 || point.period == points.last?.period else { continue }
      let edge = (x: (box.left + box.right) / 2, y: point.value < 0 ? box.bottom - 5 : box.top + 5)
      guard let position = labels.place(text, beside: edge, of: box, above: point.value >= 0) else { continue }
      canvas.text("value-label", text, at: position)
    }
  }

  /// The part of a year's width that one column may take.
  private var share: Double {
    switch points[0].period {
    case .day: 1.0 / 365
    case .month: 1.0 / 12
    case .quarter: 0.25
    case .year, .splitYear: 1
    }
  }

  private func drawReference(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) {
    if let original {
      let y = frame.y(original)
      canvas.line("original", from: (frame.field.left, y), to: (frame.field.right, y))
    }
    guard let reference = steps.last?.value ?? Self.reference(of: indicator) else { return }
    let y = frame.y(reference)
    if steps.isEmpty {
      canvas.line("target-line", from: (frame.field.left, y), to: (frame.field.right, y))
    }
    for step in steps {
      let line = step.line(in: frame)
      canvas.line("target-line", from: line.from, to: line.to)
      labels.keepClear([line.from, line.to])
    }
    let way = path.map { frame.point($0.period, $0.value) }
    if way.count > 1 { canvas.path("path", [way]) }
    for point in way {
      canvas.diamond("target-point", at: point, radius: 4)
      labels.mark(point)
    }
    let word =
      isMean
      ? ChartWords.perYear(chart.language)
      : indicator.hasPeriodBounds
        ? ChartWords.limit(isFloor: indicator.isFloor, chart.language) : ChartWords.target(chart.language)
    let number =
      isMean
      ? units.label(computed: reference)
      : chart.label(target: reference, units)
    let text = "\(word) \(number)"
    // Along the line, from its right end; else in the strip above the plot area, if it fits; the table has the figure.
    if let position = labels.place(text, along: y, from: frame.field.left, to: frame.field.right) {
      canvas.text("target-label", text, at: position)
    } else if case let width = ChartSize.width(of: text) + 8, width <= frame.field.right {
      labels.keepClear(ChartBox(left: frame.field.right - width, top: 0, right: frame.field.right, bottom: 14))
      canvas.text("target-label", text, x: frame.field.right - 4, y: 11, anchor: .end)
    }
    if steps.isEmpty { labels.keepClear([(frame.field.left, y), (frame.field.right, y)]) }
  }
}
