import Indicators

/// A line with its target, for levels, floors and ceilings.
struct LineDrawing: ComparingDrawing {
  let chart: IndicatorChart
  let points: [ChartPoint]
  let scale: ValueScale
  let units: AxisUnits
  let frame: ChartFrame
  let compared: [ComparedLine]
  /// The bounds of the times between interim targets; empty if one holds for all times.
  private let steps: [TargetStep]
  var indicator: Indicator { chart.indicator }

  init?(_ chart: IndicatorChart) {
    let indicator = chart.indicator
    let points = chart.points
    let range = indicator.targetRange
    guard !points.isEmpty else { return nil }
    self.chart = chart
    self.points = points
    compared = ComparedLine.lines(chart.indicator)
    let elsewhere = compared.flatMap(\.values)
    steps = TargetStep.steps(of: chart.indicator, isMean: false)
    let others = [indicator.baseline?.value.value, indicator.targetValue, Self.shownProjection(chart)]
    let interim =
      indicator.interimTargets.compactMap { indicator.value(of: $0) }
      + (range.map { [$0.lowerBound, $0.upperBound] } ?? []) + Self.originalWay(chart).map(\.value)
    // Both sides of a bound stay visible even if the figures are close to it.
    let margins = indicator.hasPeriodBounds ? indicator.targetValue.map { [$0 * 0.97, $0 * 1.03] } ?? [] : []
    let shown = points.flatMap(\.extent) + elsewhere.map(\.value) + others.compactMap(\.self) + interim
    scale = ValueScale(
      shown + margins + indicator.margins(around: shown), startsAtZero: indicator.kind == .rate,
      isSmall: chart.height < ChartSize.height, hasWholeTicks: indicator.hasWholeNumbers)
    units = AxisUnits(chart, scale)
    frame = ChartFrame(
      chart, scale: scale, years: chart.years(points.map(\.period) + elsewhere.map(\.period)), units: units,
      reserve: Self.reserved(chart, units)?.text)
  }

  var height: Double { chart.height }
  var inset: Double { frame.inset }

  func drawAxis(on canvas: inout SVGCanvas) { frame.drawAxis(on: &canvas) }

  /// The projection, unless it is so far away that it would squeeze the chart; the text beside the chart has it.
  private static func shownProjection(_ chart: IndicatorChart) -> Double? {
    guard let projection = chart.assessment.projection, !chart.indicator.hasPeriodBounds else { return nil }
    let values =
      chart.points.map(\.value)
      + [chart.assessment.targetValue, chart.indicator.targetValue, chart.indicator.baseline?.value.value].compactMap(
        \.self)
    guard let low = values.min(), let high = values.max() else { return nil }
    let span = max(high - low, abs(high) * 0.1)
    return projection <= high + span && projection >= low - span ? projection : nil
  }

  /// Nil without a number to reach.
  private static func reserved(_ chart: IndicatorChart, _ units: AxisUnits) -> ReservedLabel? {
    let indicator = chart.indicator
    let word = ChartWords.target(of: indicator, chart.language)
    if let range = indicator.targetRange { return ReservedLabel(word, chart.label(range, units), indicator) }
    return indicator.targetValue.map { ReservedLabel(word, chart.label(goal: $0, units), indicator) }
  }

  // MARK: - Words

  var key: [ChartKey] {
    let language = chart.language
    var key = comparedKey
    if path != nil, indicator.retired == nil {
      key.append(
        ChartKey(.line("path"), ChartWords.path(isStraight: indicator.interimTargets.isEmpty, language)))
    }
    if projectionWay != nil { key.append(ChartKey(.line("projection"), ChartWords.pace(language))) }
    if let entry = originalKey { key.append(entry) }
    if let entry = Self.reserved(chart, units)?.key { key.append(entry) }
    if hasForbiddenSide {
      key.append(
        ChartKey(
          .surface("forbidden", pattern: true), ChartWords.beyond(isFloor: indicator.isFloor, language)))
    }
    if frame.showsPlan { key.append(ChartKey(.surface("plan-years"), ChartWords.planYears(language))) }
    return key
  }

  var remarks: [String] {
    var remarks: [String] = []
    if hasAxisRemark {
      remarks.append(ChartWords.axisStart(units.tickInWords(scale.ticks[0]), isShort: chart.isSmall, chart.language))
    }
    remarks += points.remarks(areColumns: false, chart.language)
    if zip(points, points.dropFirst()).contains(where: { $0.period.overlaps($1.period) }) {
      remarks.append(ChartWords.overlaps(chart.language))
    } else if hasGap {
      remarks.append(ChartWords.gaps(chart.language))
    }
    if !breakTimes.isEmpty { remarks.append(ChartWords.hasBreak(chart.language)) }
    return remarks
  }

  var hasAxisRemark: Bool { !scale.includesZero }

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

  // MARK: - Lines

  private typealias Way = [(x: Double, y: Double)]

  private func place(_ goal: IndicatorTarget) -> (x: Double, y: Double)? {
    indicator.goalValue(of: goal).map { frame.point(goal.period, $0) }
  }

  /// The plan's path: through the interim targets, which begin it if there is no baseline. Nil without two points, for
  /// bounds, and across a break.
  private var path: Way? {
    guard !indicator.hasPeriodBounds, let target = indicator.target, let goal = place(target),
      let begin = indicator.baseline?.period ?? indicator.interimTargets.first?.period, !isBroken(begin, target.period)
    else { return nil }
    let start = indicator.baseline.map { [frame.point($0.period, $0.value.value)] } ?? []
    let way = start + indicator.interimTargets.compactMap(place) + [goal]
    return way.count > 1 ? way : nil
  }

  private var projectionWay: Way? {
    guard let projection = Self.shownProjection(chart), let target = indicator.target, let latest = points.last,
      latest.period < target.period
    else { return nil }
    return [frame.point(latest.period, latest.value), frame.point(target.period, projection)]
  }

  /// The line from the baseline to the first figure, if the two follow each other.
  private var start: Way? {
    guard let baseline = indicator.baseline, let first = points.first, baseline.period < first.period,
      baseline.period.isFollowed(by: first.period), !isBroken(baseline.period, first.period)
    else { return nil }
    return [frame.point(baseline.period, baseline.value.value), frame.point(first.period, first.value)]
  }

  func drawn(on canvas: inout SVGCanvas) -> [ChartKey] {
    var labels = frame.labels
    frame.draw(on: &canvas)
    drawForbiddenSide(on: &canvas)
    drawRange(on: &canvas)
    for time in breakTimes {
      canvas.line("break", from: (frame.x(time), frame.top), to: (frame.x(time), frame.bottom))
    }
    drawOriginal(on: &canvas, &labels)
    drawTarget(on: &canvas, &labels)
    for line in compared { line.draw(on: &canvas, frame, &labels) }
    let strokes = strokes()
    if let start {
      canvas.path("series from-baseline", [start])
      labels.keepClear(start)
    }
    canvas.path("series", strokes)
    for stroke in strokes { labels.keepClear(stroke) }
    let broken = Set(indicator.brokenPeriods)
    // This many marks would hide the line that joins them, and make the page heavy.
    let isDense = points.count > Self.mostMarks
    let isAlone = strokes.flatMap { stroke in stroke.map { _ in stroke.count == 1 } }
    var last = ""
    for (index, point) in points.enumerated() {
      let position = frame.point(point.period, point.value)
      if isDense, point.isFinal, !broken.contains(point.period) {
        let place = "\(tenths(position.x * 1000)) \(tenths(position.y))"
        if !isAlone[index] || place == last { continue }
        last = place
      }
      point.drawUncertainty(on: &canvas, frame, &labels)
      if broken.contains(point.period) {
        canvas.diamond("point broken", at: position, radius: 5)
      } else {
        canvas.circle(point.isFinal ? "point" : "point hollow", at: position, radius: 3)
      }
      labels.mark(position)
    }
    drawLabels(on: &canvas, &labels)
    return compared.compactMap { $0.drawName(on: &canvas, frame, &labels) }
  }

  /// The most figures that each have a mark of their own. Empirically derived: more marks overlap on a wide screen.
  private static let mostMarks = 400

  /// Points are joined only if their periods are consecutive and the series is not redefined between them.
  private func strokes() -> [Way] {
    var strokes: [Way] = []
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

  /// A bound that was given up excludes nothing.
  private var hasForbiddenSide: Bool {
    indicator.hasPeriodBounds && indicator.targetValue != nil && indicator.retired == nil
  }

  /// What a bound excludes, in the years of the plan.
  private func drawForbiddenSide(on canvas: inout SVGCanvas) {
    guard hasForbiddenSide, let bound = indicator.targetValue else { return }
    canvas.hatch(chart.prefix)
    let years = frame.planSpan(to: indicator.target?.period)
    let lines =
      steps.isEmpty
      ? [(from: (x: years.lowerBound, y: frame.y(bound)), to: (x: years.upperBound, y: frame.y(bound)))]
      : steps.map { $0.line(in: frame) }
    for line in lines {
      let (top, bottom) = indicator.wantsMore ? (line.from.y, frame.bottom) : (frame.top, line.from.y)
      canvas.rectangle(
        "forbidden", ChartBox(left: line.from.x, top: top, right: line.to.x, bottom: bottom),
        fill: ChartKey.hatch(chart.prefix))
    }
  }

  /// The band of a target that is a range.
  private func drawRange(on canvas: inout SVGCanvas) {
    guard let range = indicator.targetRange else { return }
    let years = frame.planSpan(to: indicator.target?.period)
    canvas.rectangle(
      "band",
      ChartBox(
        left: years.lowerBound, top: frame.y(range.upperBound), right: years.upperBound,
        bottom: frame.y(range.lowerBound)))
  }

  private func drawTarget(on canvas: inout SVGCanvas, _ labels: inout LabelPlacement) {
    guard let target = indicator.target, let bound = indicator.goalValue(of: target) else { return }
    let isFormer = indicator.retired != nil
    let lineName: StaticString = isFormer ? "original" : "target-line"
    let pointName: StaticString = isFormer ? "original-point" : "target-point"
    for step in steps {
      let line = step.line(in: frame)
      canvas.line(lineName, from: line.from, to: line.to)
    }
    if indicator.targetRange == nil, steps.isEmpty {
      let (y, years) = (frame.y(bound), frame.planSpan(to: target.period))
      canvas.line(lineName, from: (years.lowerBound, y), to: (years.upperBound, y))
    }
    guard !indicator.hasPeriodBounds else { return }
    if let path {
      canvas.path(isFormer ? "original" : "path", [path])
      labels.keepClear(path)
    }
    if let projectionWay {
      canvas.path("projection", [projectionWay])
      labels.keepClear(projectionWay)
    }
    for point in indicator.interimTargets.compactMap(place) {
      canvas.diamond(pointName, at: point, radius: 4)
      labels.mark(point)
    }
    if let goal = place(target) {
      canvas.diamond(pointName, at: goal, radius: 5.5)
      labels.mark(goal, radius: 6)
    }
  }

  // MARK: - Labels

  /// Places the target's label first, then the latest value's and the baseline's, which may cover lines. If these two
  /// still have no room, the latest value's is in wide drawings alone, and the baseline's left out; the table has the
  /// figures.
  private func drawLabels(on canvas: inout SVGCanvas, _ labels: inout LabelPlacement) {
    if let text = Self.reserved(chart, units)?.text {
      let label = frame.placeReserved(text, at: targetPosition(text, &labels), &labels)
      canvas.text("target-label", label.text, at: label.position)
    }
    if indicator.targetRange == nil, let bound = indicator.targetValue {
      let years = frame.planSpan(to: indicator.target?.period)
      labels.keepClear([(years.lowerBound, frame.y(bound)), (years.upperBound, frame.y(bound))])
    }
    if let latest = points.last {
      let (text, point) = (units.label(latest.number), frame.point(latest.period, latest.value))
      // Beyond the end of its own whisker, if that is in the way.
      let whisker = latest.whisker(frame)
      let position =
        labels.place(text, beside: point, overLines: whisker == nil)
        ?? whisker.flatMap { labels.place(text, beside: (point.x, $0.top), of: $0, overLines: true) }
        ?? labels.place(text, beside: point, overLines: true)
      if let position {
        canvas.text("value-label", text, at: position)
      } else {
        drawInWide(canvas.isFluid ? "value-label more" : "value-label", text, beside: point, on: &canvas, &labels)
      }
    }
    if let baseline = indicator.baseline {
      let position = frame.point(baseline.period, baseline.value.value)
      if !points.contains(where: { $0.period == baseline.period && $0.value == baseline.value.value }) {
        canvas.circle("baseline-point", at: position, radius: 3.5)
        labels.mark(position)
      }
      let text = units.label(baseline.value)
      if let place = labels.place(text, beside: position, overLines: true) {
        canvas.text("baseline-label", text, at: place)
      } else {
        drawInWide(
          canvas.isFluid ? "baseline-label more" : "baseline-label", text, beside: position, on: &canvas, &labels)
      }
    }
    drawOriginalLabel(on: &canvas, &labels)
  }

  private func targetPosition(_ text: String, _ labels: inout LabelPlacement) -> LabelPlacement.Position? {
    guard let target = indicator.target else { return nil }
    let years = frame.planSpan(to: target.period)
    if let range = indicator.targetRange {
      return labels.place(
        text, along: frame.y(range.upperBound), from: years.lowerBound, to: years.upperBound, leftFirst: true)
    }
    guard let bound = indicator.targetValue else { return nil }
    let isBound = indicator.hasPeriodBounds
    return (isBound ? nil : labels.place(text, beside: frame.point(target.period, bound)))
      ?? labels.place(
        text, along: frame.y(bound), from: years.lowerBound, to: years.upperBound, leftFirst: isBound)
  }

  /// Writes a text that only wide drawings have room for.
  private func drawInWide(
    _ name: StaticString, _ text: String, beside point: (x: Double, y: Double), on canvas: inout SVGCanvas,
    _ labels: inout LabelPlacement
  ) {
    labels.widths = frame.wideWidths
    drawText(name, text, beside: point, overLines: true, on: &canvas, &labels)
    labels.widths = frame.widths
  }

  func drawText(
    _ name: StaticString, _ text: String, beside point: (x: Double, y: Double), overLines: Bool = false,
    on canvas: inout SVGCanvas, _ labels: inout LabelPlacement
  ) {
    guard let position = labels.place(text, beside: point, overLines: overLines) else { return }
    canvas.text(name, text, at: position)
  }
}
