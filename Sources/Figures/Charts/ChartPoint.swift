import DataFormats
import Indicators
import Words

/// An observed value on a time axis.
struct ChartPoint {
  let period: Period
  let number: DecimalNumber
  /// Whether the figure is final; other marks are hollow.
  let isFinal: Bool
  let range: ClosedRange<Double>?
  /// Values that were published before.
  let earlier: [Double]
  var value: Double { number.value }
}

extension ChartPoint {
  /// The values that the axis must show.
  var extent: [Double] { [value] + (range.map { [$0.lowerBound, $0.upperBound] } ?? []) + earlier }

  /// Draws the range of the figure as a whisker, and a cross at each value that was published before.
  func drawUncertainty(on canvas: inout SVGCanvas, _ frame: ChartFrame) {
    let x = frame.x(period.middle)
    if let range {
      let (low, high) = (tenths(frame.y(range.lowerBound)), tenths(frame.y(range.upperBound)))
      canvas.shape("range", "M0 \(low)V\(high)M-3 \(low)h6M-3 \(high)h6", at: x)
    }
    for value in earlier {
      let y = tenths(frame.y(value) - 3)
      canvas.shape("revised", "M-3 \(y)l6 6m0 -6l-6 6", at: x)
    }
  }
}

/// A comparison as a thin line.
struct ComparedLine {
  let name: String
  let values: [(period: Period, value: Double)]
  /// Its dashes; a chart has four kinds, and begins again after those.
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

  var key: ChartKey { ChartKey(.line(className), name) }

  /// Joins consecutive periods; a figure that has no neighbour is a point. Labels of the indicator keep clear of it.
  func draw(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) {
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
    canvas.path(className, strokes)
    for stroke in strokes {
      if stroke.count == 1 { canvas.circle("compare-point", at: stroke[0], radius: 2.5) }
      labels.keepClear(stroke)
    }
  }
}

extension [ChartPoint] {
  /// Sentences on hollow marks, whiskers and crosses, where a chart has them.
  func remarks(areColumns: Bool, _ language: WordLanguage) -> [String] {
    var remarks: [String] = []
    if contains(where: { !$0.isFinal }) { remarks.append(ChartWords.notFinal(areColumns: areColumns, language)) }
    if contains(where: { $0.range != nil }) { remarks.append(ChartWords.ranges(language)) }
    if contains(where: { !$0.earlier.isEmpty }) { remarks.append(ChartWords.revised(language)) }
    return remarks
  }
}
