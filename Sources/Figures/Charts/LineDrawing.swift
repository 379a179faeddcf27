import Indicators

/// A line with its target, for levels, floors and ceilings.
struct LineDrawing: ChartDrawing {
  private let chart: IndicatorChart
  private let points: [ChartPoint]
  private let scale: ValueScale
  private let years: ClosedRange<Int>
  private let units: AxisUnits
  /// The bounds of the times between interim targets; empty if one holds for all times.
  private let steps: [Step]
  private var indicator: Indicator { chart.indicator }

  init?(_ chart: IndicatorChart) {
    let points = chart.points
    let range = chart.indicator.targetRange
    guard !points.isEmpty || chart.indicator.baseline != nil && (chart.indicator.targetValue != nil || range != nil)
    else { return nil }
    self.chart = chart
    self.points = points
    years = chart.years(points.map(\.period))
    let others = [chart.indicator.baseline?.value.value, chart.indicator.targetValue, Self.shownProjection(chart)]
    steps = Step.steps(of: chart.indicator, isMean: false)
    let interim =
      chart.indicator.interimTargets.compactMap { chart.indicator.value(of: $0) }
      + (range.map { [$0.lowerBound, $0.upperBound] } ?? []) + Self.originalWay(chart).map(\.value)
    // Both sides of a bound stay visible even if the figures are close to it.
    let margins = Self.isBound(chart.indicator) ? chart.indicator.targetValue.map { [$0 * 0.97, $0 * 1.03] } ?? [] : []
    scale = ValueScale(points.flatMap(\.extent) + others.compactMap(\.self) + interim + margins, startsAtZero: false)
    units = AxisUnits(chart, scale)
  }

  /// The projection, unless it is so far off that it would squeeze the rest of the chart; the text beside the chart has it.
  private static func shownProjection(_ chart: IndicatorChart) -> Double? {
    guard let projection = chart.assessment.projection, !isBound(chart.indicator) else { return nil }
    let values =
      chart.points.map(\.value)
      + [chart.assessment.targetValue, chart.indicator.targetValue, chart.indicator.baseline?.value.value].compactMap(
        \.self)
    guard let low = values.min(), let high = values.max() else { return nil }
    let span = max(high - low, abs(high) * 0.1)
    return projection <= high + span && projection >= low - span ? projection : nil
  }

  private static func isBound(_ indicator: Indicator) -> Bool {
    indicator.hasPeriodBounds
  }

  /// The way of the original target: from its baseline through its interim targets. Empty if the target was not changed.
  private static func originalWay(_ chart: IndicatorChart) -> [(period: Period, value: Double)] {
    guard let original = chart.indicator.original, original.isInRange, let target = original.target else { return [] }
    let start = original.baseline.map { ($0.period, $0.value.value) }
    let goals = (original.interimTargets + [target]).compactMap { goal in
      original.goalValue(of: goal).map { (goal.period, $0) }
    }
    return [start].compactMap(\.self) + goals
  }

  var remarks: [String] {
    var remarks: [String] = []
    if !scale.includesZero {
      remarks.append(ChartWords.axisStart(units.tickInWords(scale.low), chart.language))
    }
    if Self.shownProjection(chart) != nil { remarks.append(ChartWords.dashes(chart.language)) }
    if !Self.originalWay(chart).isEmpty { remarks.append(ChartWords.originalWay(chart.language)) }
    remarks += points.remarks(areColumns: false, chart.language)
    if hasGap { remarks.append(ChartWords.gaps(chart.language)) }
    if !breakTimes.isEmpty { remarks.append(ChartWords.hasBreak(chart.language)) }
    return remarks
  }

  private var hasGap: Bool {
    zip(points, points.dropFirst()).contains { !$0.period.isFollowed(by: $1.period) && !isBroken($0.period, $1.period) }
  }

  /// Times at which the series was redefined, in years, halfway between the neighbouring figures.
  private var breakTimes: [Double] {
    indicator.breaks.compactMap { mark in
      let before = points.last { $0.period < mark }?.period ?? indicator.baseline?.period
      let after = points.first { $0.period >= mark }?.period
      guard let before, let after, before < mark else { return nil }
      return (before.middle + after.middle) / 2
    }
  }

  private func isBroken(_ a: Period, _ b: Period) -> Bool { indicator.breaks.contains { a < $0 && $0 <= b } }

  func draw(on canvas: inout SVGCanvas, _ size: ChartSize) {
    let frame = ChartFrame(size: size, scale: scale, years: years, units: units)
    var labels = LabelPlacement(
      bounds: ChartBox(left: frame.field.left, top: 0, right: size.width, bottom: frame.field.bottom))
    if let head = frame.headBox { labels.keepClear(head) }
    drawForbiddenSide(on: &canvas, frame)
    drawRange(on: &canvas, frame)
    frame.draw(on: &canvas)
    for time in breakTimes {
      canvas.line("break", from: (frame.x(time), frame.field.top), to: (frame.x(time), frame.field.bottom))
    }
    drawOriginal(on: &canvas, frame, &labels)
    drawTarget(on: &canvas, frame, &labels)
    let strokes = strokes(frame)
    canvas.path("series", strokes)
    for stroke in strokes { labels.keepClear(stroke) }
    let broken = Set(indicator.brokenPeriods)
    for point in points {
      let position = frame.point(point.period, point.value)
      point.drawUncertainty(on: &canvas, frame)
      if broken.contains(point.period) {
        canvas.diamond("point broken", at: position, radius: 5)
      } else {
        canvas.circle(point.isFinal ? "point" : "point hollow", at: position, radius: 3)
      }
      labels.mark(position)
    }
    drawLabels(on: &canvas, frame, &labels)
  }

  /// Points are joined only if their periods are consecutive and the series is not redefined between them.
  private func strokes(_ frame: ChartFrame) -> [[(x: Double, y: Double)]] {
    var strokes: [[(x: Double, y: Double)]] = []
    var last: Period?
    for point in points {
      let position = frame.point(point.period, point.value)
      if let last, last.isFollowed(by: point.period), !isBroken(last, point.period) {
        strokes[strokes.count - 1].append(position)
      } else {
        strokes.append([position])
      }
      last = point.period
    }
    return strokes
  }

  private func drawForbiddenSide(on canvas: inout SVGCanvas, _ frame: ChartFrame) {
    guard Self.isBound(indicator), let bound = indicator.targetValue else { return }
    guard steps.isEmpty else {
      for step in steps {
        let line = step.line(in: frame)
        let (top, bottom) = indicator.wantsMore ? (line.from.y, frame.field.bottom) : (frame.field.top, line.from.y)
        canvas.rectangle("forbidden", ChartBox(left: line.from.x, top: top, right: line.to.x, bottom: bottom))
      }
      return
    }
    var box = frame.field
    if indicator.wantsMore { box.top = frame.y(bound) } else { box.bottom = frame.y(bound) }
    canvas.rectangle("forbidden", box)
  }

  /// The band of a target that is a range.
  private func drawRange(on canvas: inout SVGCanvas, _ frame: ChartFrame) {
    guard let range = indicator.targetRange else { return }
    var box = frame.field
    (box.top, box.bottom) = (frame.y(range.upperBound), frame.y(range.lowerBound))
    canvas.rectangle("band", box)
  }

  /// The way to the target that the plan set first, if it was changed.
  private func drawOriginal(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) {
    let way = Self.originalWay(chart).map { frame.point($0.period, $0.value) }
    guard let goal = way.last else { return }
    if way.count > 1, indicator.breaks.isEmpty, !Self.isBound(indicator) {
      canvas.path("original", [way])
      labels.keepClear(way)
    }
    canvas.diamond("original-point", at: goal, radius: 5)
    labels.mark(goal, radius: 6)
  }

  private func drawTarget(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) {
    guard let target = indicator.target, let bound = indicator.goalValue(of: target) else { return }
    let y = frame.y(bound)
    for step in steps {
      let line = step.line(in: frame)
      canvas.line("target-line", from: line.from, to: line.to)
    }
    if indicator.targetRange == nil, steps.isEmpty {
      canvas.line("target-line", from: (frame.field.left, y), to: (frame.field.right, y))
    }
    guard !Self.isBound(indicator) else { return }
    let goal = frame.point(target.period, bound)
    let interim = indicator.interimTargets.compactMap { interim in
      indicator.goalValue(of: interim).map { frame.point(interim.period, $0) }
    }
    if indicator.breaks.isEmpty {
      // The plan's path: through the interim targets, which begin it where there is no baseline.
      let start = indicator.baseline.map { [frame.point($0.period, $0.value.value)] } ?? []
      let way = start + interim + [goal]
      if way.count > 1 {
        canvas.path("path", [way])
        labels.keepClear(way)
      }
    }
    if let projection = Self.shownProjection(chart), let latest = points.last, latest.period < target.period {
      let way = [frame.point(latest.period, latest.value), frame.point(target.period, projection)]
      canvas.path("projection", [way])
      labels.keepClear(way)
    }
    for point in interim {
      canvas.diamond("target-point", at: point, radius: 4)
      labels.mark(point)
    }
    canvas.diamond("target-point", at: goal, radius: 5.5)
    labels.mark(goal, radius: 6)
  }

  /// Places the target's label first, then the latest value's and the baseline's. A label without room is left out; the
  /// table has the figure.
  private func drawLabels(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) {
    if let range = indicator.targetRange {
      let text = "\(ChartWords.target(chart.language)) \(chart.label(range, units))"
      let y = frame.y(range.upperBound)
      if let position = labels.place(text, along: y, from: frame.field.left, to: frame.field.right, leftFirst: true) {
        canvas.text("target-label", text, at: position)
      }
    } else if let bound = indicator.targetValue, let target = indicator.target {
      let isBound = Self.isBound(indicator)
      let word =
        isBound ? ChartWords.limit(isFloor: indicator.isFloor, chart.language) : ChartWords.target(chart.language)
      let text = "\(word) \(chart.label(target: bound, units))"
      let position =
        (isBound ? nil : labels.place(text, beside: frame.point(target.period, bound)))
        ?? labels.place(text, along: frame.y(bound), from: frame.field.left, to: frame.field.right, leftFirst: isBound)
      if let position { canvas.text("target-label", text, at: position) }
      labels.keepClear([(frame.field.left, frame.y(bound)), (frame.field.right, frame.y(bound))])
    }
    if let latest = points.last {
      drawText(
        "value-label", units.label(latest.number),
        beside: frame.point(latest.period, latest.value), on: &canvas, &labels)
    }
    if let baseline = indicator.baseline {
      let position = frame.point(baseline.period, baseline.value.value)
      if !points.contains(where: { $0.period == baseline.period && $0.value == baseline.value.value }) {
        canvas.circle("baseline-point", at: position, radius: 3.5)
        labels.mark(position)
      }
      drawText(
        "baseline-label", units.label(baseline.value), beside: position,
        on: &canvas, &labels)
    }
  }

  private func drawText(
    _ name: StaticString, _ text: String, beside point: (x: Double, y: Double), on canvas: inout SVGCanvas,
    _ labels: inout LabelPlacement
  ) {
    guard let position = labels.place(text, beside: point) else { return }
    canvas.text(name, text, at: position)
  }
}
