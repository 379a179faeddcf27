import Bytes
import DataFormats
import Indicators
import Markup

/// A chart of one indicator, with a title, a text alternative and remarks on what the picture does not show.
package struct IndicatorChart {
  let indicator: Indicator
  let assessment: Assessment
  let language: WordLanguage
  private let style: ChartStyle
  private let sizes: [ChartSize]
  private let prefix: String

  /// `style` is nil for the default of the indicator's kind. `prefix` begins every HTML id and must be unique on the page.
  package init(
    _ indicator: Indicator, _ assessment: Assessment, style: ChartStyle? = nil, sizes: [ChartSize] = ChartSize.allCases,
    language: WordLanguage, prefix: String
  ) {
    self.indicator = indicator
    self.assessment = assessment
    self.language = language
    self.sizes = sizes
    self.style = style ?? IndicatorChart.style(for: indicator)
    self.prefix = prefix
  }

  /// Amounts and yearly growth are columns from zero; a state that moves is a line.
  private static func style(for indicator: Indicator) -> ChartStyle {
    switch indicator.kind {
    case .increase, .rate: .bar
    case .level, .floor, .ceiling, .milestone: .line
    }
  }

  /// Empty without figures to draw, and for figures that are too large to compute with.
  package var html: HTML {
    guard let drawing = drawing else { return HTML() }
    var bytes = ByteBuffer()
    bytes.append(markup: "<figure class=\"chart\">\n")
    for size in sizes { append(drawing, size, to: &bytes) }
    let remarks = drawing.remarks
    if !remarks.isEmpty {
      bytes.append(markup: "<figcaption><p>")
      bytes.appendEscaped(remarks.joined(separator: language == .chinese ? "" : " "))
      bytes.append(markup: "</p></figcaption>\n")
    }
    bytes.append(markup: "</figure>\n")
    return HTML(bytes: bytes.array)
  }

  private var drawing: (any ChartDrawing)? {
    guard indicator.isInRange else { return nil }
    if indicator.kind == .milestone { return MilestoneDrawing(self) }
    switch style {
    case .line: return LineDrawing(self)
    case .bar: return ColumnDrawing(self)
    case .bullet: return BulletDrawing(self)
    }
  }

  private func append(_ drawing: any ChartDrawing, _ size: ChartSize, to bytes: inout ByteBuffer) {
    var canvas = SVGCanvas()
    drawing.draw(on: &canvas, size)
    canvas.append(
      to: &bytes, size, height: drawing.height(size), id: "\(prefix)-\(size)", title: indicator.name,
      description: ChartWords.description(
        latest: IndicatorWords.latest(of: indicator, assessment, language),
        target: IndicatorWords.target(of: indicator, language),
        status: IndicatorWords.word(for: assessment.status, language), language))
  }
}

/// One type of chart.
protocol ChartDrawing {
  /// Nil if there is nothing to draw.
  init?(_ chart: IndicatorChart)
  /// In CSS pixels.
  func height(_ size: ChartSize) -> Double
  func draw(on canvas: inout SVGCanvas, _ size: ChartSize)
  /// Sentences below the chart, for example that its axis does not start at zero.
  var remarks: [String] { get }
}

extension ChartDrawing {
  func height(_ size: ChartSize) -> Double { size.height }
}

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
    if let range {
      let x = frame.x(period.middle)
      let ends = (low: frame.y(range.lowerBound), high: frame.y(range.upperBound))
      canvas.path(
        "range",
        [
          [(x, ends.low), (x, ends.high)], [(x - 3, ends.low), (x + 3, ends.low)],
          [(x - 3, ends.high), (x + 3, ends.high)],
        ])
    }
    for value in earlier {
      let (x, y) = frame.point(period, value)
      canvas.path("revised", [[(x - 3, y - 3), (x + 3, y + 3)], [(x - 3, y + 3), (x + 3, y - 3)]])
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

extension IndicatorChart {
  /// Observed values, by period.
  var points: [ChartPoint] {
    indicator.observations.compactMap { observation in
      observation.value.map {
        ChartPoint(
          period: observation.period, number: $0,
          isFinal: observation.status != .provisional && observation.status != .estimated,
          range: observation.range.map { $0.low.value...$0.high.value },
          earlier: observation.revisions.filter(\.value.isInRange).map(\.value.value))
      }
    }
  }

  /// The years of the time axis: those of `periods`, the baseline and the target.
  func years(_ periods: [Period]) -> ClosedRange<Int> {
    let all =
      periods + [indicator.baseline?.period, endPeriod, indicator.original?.target?.period].compactMap(\.self)
    let years = all.map(\.year)
    let low = years.min() ?? indicator.plan.start
    return low...max(low, years.max() ?? indicator.plan.end)
  }

  /// The period of the target, if the plan names one.
  var endPeriod: Period? { indicator.target.flatMap { $0.isPeriodKnown ? $0.period : nil } }

  /// The label of a range.
  func label(_ range: ClosedRange<Double>, _ units: AxisUnits) -> String {
    let ends = [range.lowerBound, range.upperBound].map { label(target: $0, units) }
    return ends.joined(separator: language == .chinese ? "至" : " to ")
  }

  /// The label of the target, or of a number that is computed from it.
  func label(target value: Double, _ units: AxisUnits) -> String {
    units.label(value, decimals: indicator.decimals(of: indicator.target))
  }
}
