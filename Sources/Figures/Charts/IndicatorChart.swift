import Bytes
import DataFormats
import Indicators
import Markup
import Words

/// A chart of one indicator, with a title, a text alternative and remarks on what the picture does not show.
package struct IndicatorChart {
  let indicator: Indicator
  let assessment: Assessment
  let language: WordLanguage
  private let style: ChartStyle
  /// The height of drawings with two axes, in CSS pixels.
  let height: Double
  let isSmall: Bool
  let prefix: String

  /// `style` is nil for the default of the indicator's kind. `prefix` begins every HTML id and must be unique on the
  /// page.
  package init(
    _ indicator: Indicator, _ assessment: Assessment, style: ChartStyle? = nil, isSmall: Bool = false,
    language: WordLanguage, prefix: String
  ) {
    self.isSmall = isSmall
    height = isSmall ? ChartSize.smallHeight : ChartSize.height
    self.indicator = indicator
    self.assessment = assessment
    self.language = language
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
    append(drawing, to: &bytes)
    appendFoot(drawing, to: &bytes)
    bytes.append(markup: "</figure>\n")
    return HTML(bytes: bytes.array)
  }

  /// The chart as an SVG file; nil where `html` is empty. `credit` names the source and the site; `tag` is
  /// that of the language, `accent` the site's own colour, such as `#1d3f75`.
  package func file(subtitle: String, credit: String, tag: String, accent: String?) -> [UInt8]? {
    guard let drawing else { return nil }
    return ChartFile(
      drawing: drawing, title: IndicatorWords.message(of: indicator, assessment, language) ?? indicator.name,
      subtitle: subtitle, credit: credit, prefix: prefix, language: language, tag: tag,
      attributes: ChartAttributes(accent: accent)
    ).bytes
  }

  /// The key and the remarks. No figcaption, which would be the figure's name for a screen reader: the drawing has its
  /// title.
  private func appendFoot(_ drawing: any ChartDrawing, to bytes: inout ByteBuffer) {
    let (key, remarks) = (drawing.key, drawing.remarks)
    guard !key.isEmpty || !remarks.isEmpty else { return }
    bytes.append(markup: "<div class=\"figure-notes\">")
    if !key.isEmpty {
      bytes.append(markup: "<ul class=\"chart-key\">")
      for entry in key { entry.append(to: &bytes, prefix: prefix) }
      bytes.append(markup: "</ul>")
    }
    var rest = remarks[...]
    // The lowest frames have room for this remark alone.
    if isSmall, drawing.hasAxisRemark, let remark = rest.popFirst() {
      bytes.append(markup: "<p class=\"axis-start\">")
      bytes.appendEscaped(remark)
      bytes.append(markup: "</p>")
    }
    if !rest.isEmpty {
      bytes.append(markup: "<p>")
      bytes.appendEscaped(rest.joined(separator: language[.betweenSentences]))
      bytes.append(markup: "</p>")
    }
    bytes.append(markup: "</div>\n")
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

  private func append(_ drawing: any ChartDrawing, to bytes: inout ByteBuffer) {
    var canvas = SVGCanvas(height: drawing.height)
    drawing.draw(on: &canvas)
    var axis = SVGCanvas(height: drawing.height)
    drawing.drawAxis(on: &axis)
    ChartMarkup(
      height: drawing.height, inset: drawing.inset, id: prefix, title: title, description: description
    ).append(axis, canvas, to: &bytes)
  }

  /// The chart's message; the name for a chart without one.
  private var title: String {
    guard let message = IndicatorWords.message(of: indicator, assessment, language) else { return indicator.name }
    return indicator.name + language[.colon] + message
  }

  private var description: String {
    ChartWords.description(
      latest: IndicatorWords.latest(of: indicator, assessment, language),
      target: IndicatorWords.target(of: indicator, language),
      status: status, language)
  }
}

extension IndicatorChart {
  /// The status in words, with its period where the chart has newer figures.
  fileprivate var status: String {
    let word = IndicatorWords.word(for: Verdict(assessment, of: indicator), language)
    guard let judged = assessment.latest?.period, judged != indicator.latest?.period,
      assessment.status.statusClass != .cannotSay
    else { return word }
    return word + ByteBuffer.text { IndicatorWords.append(periodOfStatus: judged, language, to: &$0) }
  }
}

/// One type of chart.
protocol ChartDrawing {
  /// Nil if there is nothing to draw.
  init?(_ chart: IndicatorChart)
  /// The height in CSS pixels.
  var height: Double { get }
  /// The width of the value axis left of the plot area, in CSS pixels.
  var inset: Double { get }
  func drawAxis(on canvas: inout SVGCanvas)
  func draw(on canvas: inout SVGCanvas)
  /// The meaning of its lines and surfaces that have no label.
  var key: [ChartKey] { get }
  /// Sentences below the chart, for example that its axis does not start at zero.
  var remarks: [String] { get }
  /// Whether the first remark says that the axis does not start at zero.
  var hasAxisRemark: Bool { get }
}

extension ChartDrawing {
  var height: Double { ChartSize.height }
  var inset: Double { 0 }
  func drawAxis(on canvas: inout SVGCanvas) {}
  var key: [ChartKey] { [] }
  var remarks: [String] { [] }
  var hasAxisRemark: Bool { false }
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

  /// The years of the time axis: those of `periods`, the baseline, if it is drawn, and the target.
  func years(_ periods: [Period], hasBaseline: Bool = true) -> ClosedRange<Int> {
    let all =
      periods
      + [hasBaseline ? indicator.baseline?.period : nil, endPeriod, indicator.original?.target?.period].compactMap(
        \.self)
    let years = all.map(\.drawnYear)
    let low = years.min() ?? indicator.plan.start
    return low...max(low, years.max() ?? indicator.plan.end)
  }

  /// The first budget or school year of the figures, if all of them are for such years or parts of them.
  var fiscalYear: FiscalYear? {
    var first: FiscalYear?
    for observation in indicator.observations where observation.value != nil {
      switch observation.period {
      case .fiscalYear(let year), .fiscalPart(let year, _): first = first ?? year
      default: return nil
      }
    }
    return first
  }

  /// The period of the target, if the plan names one.
  var endPeriod: Period? { indicator.target.flatMap { $0.isPeriodKnown ? $0.period : nil } }

  func label(_ range: ClosedRange<Double>, _ units: AxisUnits) -> String {
    language.text(
      .between, [.low: label(target: range.lowerBound, units), .high: label(target: range.upperBound, units)])
  }

  /// The label of the number to reach: `about 40` where the target is approximate, `2.5% a year` for a rate.
  func label(goal value: Double, _ units: AxisUnits) -> String {
    let number = label(target: value, units)
    let figure =
      indicator.target?.isApproximate == true ? language.text(.approximately, [.figure: number]) : number
    return IndicatorWords.perYear(figure, of: indicator, language)
  }

  /// The label of the target, or of a number that is computed from it.
  func label(target value: Double, _ units: AxisUnits) -> String {
    units.label(value, decimals: indicator.decimals(of: indicator.target))
  }
}
