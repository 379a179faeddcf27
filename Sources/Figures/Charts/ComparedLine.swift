import Indicators

/// A comparison as a thin line.
struct ComparedLine {
  let name: String
  let values: [(period: Period, value: Double)]
  /// The class of its dashes; a chart has four kinds, and reuses them after that.
  let className: StaticString

  private static let classNames: [StaticString] = [
    "compare compare-1", "compare compare-2", "compare compare-3", "compare compare-4",
  ]

  static func lines(_ indicator: Indicator) -> [ComparedLine] {
    indicator.comparisons.enumerated().compactMap { index, comparison in
      guard !comparison.values.isEmpty else { return nil }
      return ComparedLine(
        name: comparison.name, values: comparison.values.map { ($0.period, $0.number.value) },
        className: classNames[index % classNames.count])
    }
  }

  /// Joins consecutive periods; a figure that has no neighbour is a point.
  private func strokes(_ frame: ChartFrame) -> [[(x: Double, y: Double)]] {
    var strokes: [[(x: Double, y: Double)]] = []
    var last: Period?
    for (period, value) in values {
      let position = frame.point(period, value)
      if let last, last.isFollowed(by: period) {
        strokes[strokes.count - 1].append(position)
      } else {
        strokes.append([position])
      }
      last = period
    }
    return strokes
  }

  /// Labels of the indicator keep clear of the line, and its figures nearer to their points.
  func draw(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) {
    let strokes = strokes(frame)
    canvas.path(className, strokes)
    for stroke in strokes {
      if stroke.count == 1 { canvas.circle("compare-point", at: stroke[0], radius: 2.5) }
      labels.keepApart(stroke)
    }
  }

  /// Writes the name at the line if there is room, in narrow drawings or at least in wide ones. Returns its entry in
  /// the key for the drawings in which it has none; nil if it has room in all of them.
  func drawName(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) -> ChartKey? {
    let strokes = strokes(frame)
    if let position = labels.place(name: name, of: strokes) {
      canvas.text("compare-label", name, at: position)
      return nil
    }
    labels.widths = frame.wideWidths
    defer { labels.widths = frame.widths }
    guard let position = labels.place(name: name, of: strokes) else { return ChartKey(.line(className), name) }
    canvas.text(canvas.isFluid ? "compare-label more" : "compare-label", name, at: position)
    return ChartKey(.line(className), name, isForNarrow: true)
  }
}

/// A drawing with lines of comparison.
protocol ComparingDrawing: ChartDrawing {
  var compared: [ComparedLine] { get }
  /// Draws the chart. Returns the key's entries of the lines that have no room for their names.
  func drawn(on canvas: inout SVGCanvas) -> [ChartKey]
}

extension ComparingDrawing {
  func draw(on canvas: inout SVGCanvas) { _ = drawn(on: &canvas) }

  /// The entries of the lines that have no room for their names.
  var comparedKey: [ChartKey] {
    guard !compared.isEmpty else { return [] }
    var canvas = SVGCanvas(height: height)
    return drawn(on: &canvas)
  }
}
