import Indicators

// The target that the plan set first, if it was changed.
extension LineDrawing {
  /// The path of the original target: from its baseline through its interim targets. Empty if no number or period to
  /// reach was changed.
  static func originalWay(_ chart: IndicatorChart) -> [(period: Period, value: Double)] {
    guard let original = chart.indicator.original, original.isInRange, original.target != nil else { return [] }
    let goals = Self.goals(of: original)
    guard !goals.elementsEqual(Self.goals(of: chart.indicator), by: { $0 == $1 }) else { return [] }
    let start = original.baseline.map { ($0.period, $0.value.value) }
    return [start].compactMap(\.self) + goals
  }

  /// The numbers to reach, with their periods: those of the interim targets and that of the target.
  private static func goals(of indicator: Indicator) -> [(period: Period, value: Double)] {
    (indicator.interimTargets + [indicator.target].compactMap(\.self)).compactMap { goal in
      indicator.goalValue(of: goal).map { (goal.period, $0) }
    }
  }

  /// The way to the target that the plan set first, if it was changed.
  func drawOriginal(on canvas: inout SVGCanvas, _ labels: inout LabelPlacement) {
    let way = Self.originalWay(chart).map { frame.point($0.period, $0.value) }
    guard let goal = way.last else { return }
    if indicator.hasPeriodBounds {
      let years = frame.planSpan(to: indicator.original?.target?.period)
      let line = [(x: years.lowerBound, y: goal.y), (x: years.upperBound, y: goal.y)]
      canvas.line("original", from: line[0], to: line[1])
      labels.keepClear(line)
      return
    }
    if way.count > 1, indicator.breaks.isEmpty {
      canvas.path("original", [way])
      labels.keepClear(way)
    }
    canvas.diamond("original-point", at: goal, radius: 5)
    labels.mark(goal, radius: 6)
  }

  /// Writes the number of the original target, unless it is that of the one in force, at another time.
  func drawOriginalLabel(on canvas: inout SVGCanvas, _ labels: inout LabelPlacement) {
    guard let goal = Self.originalWay(chart).last, goal.value != indicator.targetValue else { return }
    let (text, point) = (chart.label(target: goal.value, units), frame.point(goal.period, goal.value))
    guard indicator.hasPeriodBounds else {
      return drawText("baseline-label", text, beside: point, on: &canvas, &labels)
    }
    let years = frame.planSpan(to: indicator.original?.target?.period)
    if let position = labels.place(text, along: point.y, from: years.lowerBound, to: years.upperBound) {
      canvas.text("baseline-label", text, at: position)
    }
  }

  /// A line or, where none is drawn, a mark.
  var originalKey: ChartKey? {
    let way = Self.originalWay(chart)
    guard !way.isEmpty else { return nil }
    let isLine = indicator.hasPeriodBounds || way.count > 1 && indicator.breaks.isEmpty
    return ChartKey(
      isLine ? .line("original") : .diamond("original-point"), ChartWords.originalTarget(chart.language))
  }
}
