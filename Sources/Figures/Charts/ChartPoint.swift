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

  /// The whisker of the figure, from end to end; nil without a range.
  func whisker(_ frame: ChartFrame) -> ChartBox? {
    guard let range else { return nil }
    let x = frame.x(period.middle)
    return ChartBox(
      left: Across(share: x, pixels: -4), top: frame.y(range.upperBound) - 2, right: Across(share: x, pixels: 4),
      bottom: frame.y(range.lowerBound) + 2)
  }

  /// Draws the range of the figure as a whisker, and a cross at each value that was published earlier. Labels keep
  /// clear of the whisker.
  func drawUncertainty(on canvas: inout SVGCanvas, _ frame: ChartFrame, _ labels: inout LabelPlacement) {
    if let whisker = whisker(frame) { labels.keepClear(whisker) }
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
