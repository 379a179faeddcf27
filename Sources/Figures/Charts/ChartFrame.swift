import Indicators

/// The axes of a chart: maps times and values to coordinates and draws the ticks.
struct ChartFrame {
  let size: ChartSize
  let scale: ValueScale
  /// The plot area between the axes.
  let field: ChartBox
  /// In years. A period is drawn at its middle.
  let times: ClosedRange<Double>
  private let tickLabels: [String]
  private let head: String?

  init(size: ChartSize, scale: ValueScale, years: ClosedRange<Int>, units: AxisUnits) {
    self.size = size
    self.scale = scale
    times = Double(years.lowerBound)...Double(years.upperBound + 1)
    tickLabels = scale.ticks.map(units.tick)
    head = units.head
    let labels = tickLabels.map(ChartSize.width(of:)).max() ?? 0
    field = ChartBox(left: labels + 10, top: 24, right: size.width - 8, bottom: size.height - 26)
  }

  /// The place of the text above the axis, if there is one.
  var headBox: ChartBox? {
    head.map { ChartBox(left: 0, top: 0, right: ChartSize.width(of: $0) + 4, bottom: 15) }
  }

  func x(_ time: Double) -> Double {
    field.left + (time - times.lowerBound) / (times.upperBound - times.lowerBound) * (field.right - field.left)
  }

  func y(_ value: Double) -> Double {
    field.bottom - (value - scale.low) / (scale.high - scale.low) * (field.bottom - field.top)
  }

  func point(_ period: Period, _ value: Double) -> (x: Double, y: Double) { (x(period.middle), y(value)) }

  /// Draws the lines and numbers of the value axis and the years of the time axis: every year, or every second, fifth …
  /// if there is no room for all.
  func draw(on canvas: inout SVGCanvas) {
    for (tick, label) in zip(scale.ticks, tickLabels) {
      let y = y(tick)
      canvas.line(tick == 0 ? "axis" : "grid", from: (field.left, y), to: (field.right, y))
      canvas.text("tick", label, x: field.left - 6, y: y + 4.5, anchor: .end)
    }
    if let head { canvas.text("tick", head, x: 0, y: 11, anchor: .start) }
    let years = Int(times.lowerBound)..<Int(times.upperBound)
    let room = (field.right - field.left) / Double(years.count)
    let wanted = ChartSize.width(of: "2020") + 8
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]
    let step = steps.first { Double($0) * room >= wanted } ?? 5000
    for year in years where (year - years.lowerBound).isMultiple(of: step) {
      canvas.year(year, x: x(Double(year) + 0.5), y: field.bottom + 18, in: size)
    }
  }
}

extension SVGCanvas {
  /// Writes a year below a time axis, in the middle of its place. Leaves it out where it would leave the drawing: the first
  /// and the last year of a long axis.
  mutating func year(_ year: Int, x: Double, y: Double, in size: ChartSize) {
    let text = String(year)
    let half = ChartSize.width(of: text) / 2
    guard x >= half, x <= size.width - half else { return }
    self.text("tick", text, x: x, y: y, anchor: .middle)
  }

  /// The number of years from one year's label to the next, if `count` years share `width` pixels: a label of four digits
  /// needs 40.
  static func yearStep(_ count: Int, in width: Double) -> Int {
    max(1, Int((40 * Double(count) / width).rounded(.up)))
  }
}

extension Period {
  /// Whether `next` follows directly. Otherwise a line between the two would bridge a gap.
  func isFollowed(by next: Period) -> Bool {
    switch (self, next) {
    case (.year(let a), .year(let b)), (.splitYear(let a), .splitYear(let b)): b == a + 1
    case (.month(let a, let m), .month(let b, let n)): b * 12 + n == a * 12 + m + 1
    case (.quarter(let a, let q), .quarter(let b, let r)): b * 4 + r == a * 4 + q + 1
    default: false
    }
  }
}
