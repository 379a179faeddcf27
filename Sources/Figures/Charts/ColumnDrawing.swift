import Indicators

/// Columns from zero, with a reference line: totals with their target, amounts of years or of parts of years with the mean
/// amount needed in as long a time, yearly growth with the target growth.
struct ColumnDrawing: ComparingDrawing {
  private let chart: IndicatorChart
  private let points: [ChartPoint]
  /// The baseline, if it can be compared with the columns and no column has its period.
  private let baseline: Baseline?
  private let scale: ValueScale
  private let frame: ChartFrame
  let compared: [ComparedLine]
  /// The references of the times between interim targets, where each has its own; empty if one holds for all times.
  private let steps: [TargetStep]
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
    compared = ComparedLine.lines(chart.indicator)
    let elsewhere = compared.flatMap(\.values)
    original = Self.original(of: chart)
    steps = Self.steps(of: chart.indicator)
    path = Self.path(of: chart.indicator)
    let comparable = chart.indicator.comparableBaseline
    baseline = comparable.flatMap { baseline in
      points.contains { $0.period == baseline.period } ? nil : baseline
    }
    let references = [Self.reference(of: chart.indicator), original, baseline?.value.value].compactMap(\.self)
    scale = ValueScale(
      points.flatMap(\.extent) + elsewhere.map(\.value) + references + steps.map(\.value) + path.map(\.value),
      startsAtZero: true, isSmall: chart.height < ChartSize.height, hasWholeTicks: chart.indicator.hasWholeNumbers)
    units = AxisUnits(chart, scale)
    frame = ChartFrame(
      chart, scale: scale,
      years: chart.years(points.map(\.period) + elsewhere.map(\.period), hasBaseline: comparable != nil),
      units: units,
      reserve: Self.reserved(chart, units)?.text)
  }

  var height: Double { chart.height }
  var inset: Double { frame.inset }

  func drawAxis(on canvas: inout SVGCanvas) { frame.drawAxis(on: &canvas) }

  /// The value of the reference line.
  private static func reference(of indicator: Indicator) -> Double? {
    guard let bound = indicator.targetValue, let target = indicator.target else { return nil }
    guard isMean(indicator) else { return bound + offset(of: indicator) }
    let start = indicator.baseline?.period.end ?? Double(indicator.plan.start)
    guard let length = AmountLength(of: indicator) else { return nil }
    let span = target.period.end - start
    return span > 0.5 ? bound / span * length.years : bound
  }

  private static func steps(of indicator: Indicator) -> [TargetStep] {
    guard isMean(indicator) else { return TargetStep.steps(of: indicator, isMean: false) }
    guard let length = AmountLength(of: indicator) else { return [] }
    return TargetStep.steps(of: indicator, isMean: true).map { step in
      TargetStep(from: step.from, to: step.to, value: step.value * length.years)
    }
  }

  /// The value at which the columns of a total start: the baseline, if the target is added to it.
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

  /// Nil if the reference is still the same, though the baseline or a word was changed.
  private static func original(of chart: IndicatorChart) -> Double? {
    guard let original = chart.indicator.original, isMean(original) == isMean(chart.indicator) else { return nil }
    let value = reference(of: original)
    return value == reference(of: chart.indicator) ? nil : value
  }

  /// Whether the reference is the mean amount needed, because the columns are amounts that are added up.
  private static func isMean(_ indicator: Indicator) -> Bool {
    indicator.kind == .increase && indicator.measure == .annual && !indicator.hasPeriodBounds
  }

  private static func reserved(_ chart: IndicatorChart, _ units: AxisUnits) -> ReservedLabel? {
    let (indicator, language) = (chart.indicator, chart.language)
    let step = steps(of: indicator).last?.value
    guard let reference = step ?? reference(of: indicator) else { return nil }
    return isMean(indicator)
      ? ReservedLabel(ChartWords.perPeriod(of: indicator, language), units.label(computed: reference), indicator)
      : ReservedLabel(ChartWords.target(of: indicator, language), chart.label(goal: reference, units), indicator)
  }

  // MARK: - Words

  var key: [ChartKey] {
    var key = comparedKey
    if path.count > 1, indicator.retired == nil {
      key.append(ChartKey(.line("path"), ChartWords.path(isStraight: false, chart.language)))
    }
    if baseline != nil { key.append(ChartKey(.surface("column baseline"), ChartWords.baseline(chart.language))) }
    if original != nil { key.append(ChartKey(.line("original"), ChartWords.originalTarget(chart.language))) }
    if let entry = Self.reserved(chart, units)?.key { key.append(entry) }
    if frame.showsPlan { key.append(ChartKey(.surface("plan-years"), ChartWords.planYears(chart.language))) }
    return key
  }

  var remarks: [String] { points.remarks(areColumns: true, chart.language) }

  // MARK: - Drawing

  /// The part of the width that one column may take: at most a twelfth, so that few years do not fill the drawing.
  private var width: Double { min(0.62 * frame.year * share, 1.0 / 12) }

  private func box(_ period: Period, _ value: Double) -> ChartBox {
    let (x, y, zero) = (frame.x(period.middle), frame.y(value), frame.y(0))
    return ChartBox(left: x - width / 2, top: min(y, zero), right: x + width / 2, bottom: max(y, zero))
  }

  func drawn(on canvas: inout SVGCanvas) -> [ChartKey] {
    frame.draw(on: &canvas)
    var labels = frame.labels
    if let baseline {
      let box = box(baseline.period, baseline.value.value)
      canvas.rectangle("column baseline", box)
      labels.mark(box)
    }
    var boxes: [(point: ChartPoint, box: ChartBox)] = []
    let broken = Set(indicator.brokenPeriods)
    for point in points {
      let box = box(point.period, point.value)
      canvas.rectangle(point.isFinal ? "column" : "column hollow", box)
      point.drawUncertainty(on: &canvas, frame, &labels)
      if broken.contains(point.period) {
        canvas.diamond("point broken", at: (frame.x(point.period.middle), frame.y(0) - 10), radius: 5)
      }
      labels.mark(box)
      boxes.append((point, box.including(point.whisker(frame))))
    }
    for line in compared { line.draw(on: &canvas, frame, &labels) }
    drawReference(on: &canvas, &labels)
    drawValues(boxes, on: &canvas, &labels)
    return compared.compactMap { $0.drawName(on: &canvas, frame, &labels) }
  }

  /// The values over their columns: in narrow drawings those that have room, in wide ones more.
  private func drawValues(
    _ boxes: [(point: ChartPoint, box: ChartBox)], on canvas: inout SVGCanvas, _ labels: inout LabelPlacement
  ) {
    var left: [(point: ChartPoint, box: ChartBox)] = []
    for entry in boxes.reversed() {
      if !draw(entry, "value-label", fitting: frame.widths.lowerBound, on: &canvas, &labels) { left.append(entry) }
    }
    let baseline = baseline.map {
      (label: units.label($0.value), box: box($0.period, $0.value.value), value: $0.value.value)
    }
    var position = baseline.flatMap { place($0.label, $0.box, isAbove: $0.value >= 0, &labels) }
    var baselineName: StaticString = "baseline-label"
    labels.widths = frame.wideWidths
    for entry in left {
      _ = draw(
        entry, canvas.isFluid ? "value-label more" : "value-label", fitting: frame.wideWidths.lowerBound, on: &canvas,
        &labels)
    }
    if position == nil {
      position = baseline.flatMap { place($0.label, $0.box, isAbove: $0.value >= 0, &labels) }
      if canvas.isFluid { baselineName = "baseline-label more" }
    }
    if let baseline, let position { canvas.text(baselineName, baseline.label, at: position) }
    labels.widths = frame.widths
  }

  private func draw(
    _ entry: (point: ChartPoint, box: ChartBox), _ name: StaticString, fitting width: Double,
    on canvas: inout SVGCanvas, _ labels: inout LabelPlacement
  ) -> Bool {
    let text = units.label(entry.point.number)
    let isLatest = entry.point.period == points.last?.period
    guard ChartSize.width(of: text) <= frame.year * share * width + 6 || isLatest,
      let position = place(text, entry.box, isAbove: entry.point.value >= 0, overLines: isLatest, &labels)
    else { return false }
    canvas.text(name, text, at: position)
    return true
  }

  private func place(
    _ text: String, _ box: ChartBox, isAbove: Bool, overLines: Bool = false, _ labels: inout LabelPlacement
  ) -> LabelPlacement.Position? {
    let edge = (x: (box.left.share + box.right.share) / 2, y: isAbove ? box.top + 5 : box.bottom - 5)
    return labels.place(text, beside: edge, of: box, above: isAbove, overLines: overLines)
  }

  /// The part of a year's width that one column may take.
  private var share: Double {
    switch points[0].period {
    case .day: 1.0 / 365
    case .month: 1.0 / 12
    case .quarter: 0.25
    case .fiscalPart(_, let part): Double(part.months) / 12
    case .half: 0.5
    case .year, .fiscalYear, .range: 1
    }
  }

  private func drawReference(on canvas: inout SVGCanvas, _ labels: inout LabelPlacement) {
    let years = frame.planSpan(to: indicator.target?.period)
    if let original {
      let y = frame.y(original)
      canvas.line("original", from: (years.lowerBound, y), to: (years.upperBound, y))
      labels.keepClear([(years.lowerBound, y), (years.upperBound, y)])
    }
    guard let reference = steps.last?.value ?? Self.reference(of: indicator),
      let text = Self.reserved(chart, units)?.text
    else { return }
    let y = frame.y(reference)
    let isFormer = indicator.retired != nil
    let name: StaticString = isFormer ? "original" : "target-line"
    if steps.isEmpty { canvas.line(name, from: (years.lowerBound, y), to: (years.upperBound, y)) }
    for step in steps {
      let line = step.line(in: frame)
      canvas.line(name, from: line.from, to: line.to)
      labels.keepClear([line.from, line.to])
    }
    let way = path.map { frame.point($0.period, $0.value) }
    if way.count > 1 {
      canvas.path(isFormer ? "original" : "path", [way])
      labels.keepClear(way)
    }
    for point in way {
      canvas.diamond(isFormer ? "original-point" : "target-point", at: point, radius: 4)
      labels.mark(point)
    }
    // Along the line, from its right end, or else above the plot area.
    let position = labels.place(text, along: y, from: years.lowerBound, to: years.upperBound)
    let label = frame.placeReserved(text, at: position, &labels)
    canvas.text("target-label", label.text, at: label.position)
    if steps.isEmpty { labels.keepClear([(years.lowerBound, y), (years.upperBound, y)]) }
  }
}
