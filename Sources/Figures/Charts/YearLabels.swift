extension SVGCanvas {
  /// Writes the years below a time axis, each in the middle of its place: in narrow drawings those that are multiples of 2,
  /// 5, 10 … as far as they have no room, in wide ones more. `goal` is the year of the target, which always has its label;
  /// others make way for it.
  mutating func years(
    _ years: Range<Int>, goal: Int? = nil, y: Double, widths: ClosedRange<Double>, wide: ClosedRange<Double>,
    x: (Int) -> Double
  ) {
    let step = Self.yearStep(years, in: widths.lowerBound)
    let wideStep = Self.yearSteps.first { step.isMultiple(of: $0) && Self.fits($0, years, in: wide.lowerBound) } ?? step
    let goal = goal.flatMap { years.contains($0) ? YearLabel(goal: $0, at: x($0), in: widths.lowerBound) : nil }
    for year in years where year.isMultiple(of: wideStep) || year == goal?.year {
      if let goal, goal.year == year {
        text("tick", String(year), x: goal.x, y: y, anchor: goal.anchor)
        continue
      }
      let label = YearLabel(year: year, x: Across(share: x(year)), anchor: .middle)
      func hasRoom(in width: Double) -> Bool {
        label.isInside(width) && goal.map { label.isApart(from: $0, in: width) } ?? true
      }
      let isInNarrow = year.isMultiple(of: step) && hasRoom(in: widths.lowerBound)
      guard isInNarrow || hasRoom(in: wide.lowerBound) else { continue }
      text(!isInNarrow && isFluid ? "tick more" : "tick", String(year), x: label.x, y: y, anchor: .middle)
    }
  }

  private static let yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

  /// The step from one year's label to the next, if `years` share `width` pixels.
  private static func yearStep(_ years: Range<Int>, in width: Double) -> Int {
    yearSteps.first { fits($0, years, in: width) } ?? 10000
  }

  private static func fits(_ step: Int, _ years: Range<Int>, in width: Double) -> Bool {
    Double(step) / Double(years.count) * width >= ChartSize.width(of: "2020") + YearLabel.gap
  }
}

/// The place of a year below a time axis.
private struct YearLabel {
  let year: Int
  let x: Across
  let anchor: SVGCanvas.Anchor

  /// Between two years, in CSS pixels.
  static let gap = 8.0

  init(year: Int, x: Across, anchor: SVGCanvas.Anchor) {
    self.year = year
    self.x = x
    self.anchor = anchor
  }

  /// In the middle of its place, or at the end of the axis if it would leave a drawing of this width.
  init(goal year: Int, at x: Double, in width: Double) {
    self.init(year: year, x: Across(share: x), anchor: .middle)
    guard !isInside(width) else { return }
    self.init(year: year, x: Across(share: x < 0.5 ? 0 : 1), anchor: x < 0.5 ? .start : .end)
  }

  private func left(in width: Double) -> Double {
    let size = ChartSize.width(of: String(year))
    return switch anchor {
    case .start: x.at(width)
    case .middle: x.at(width) - size / 2
    case .end: x.at(width) - size
    }
  }

  private func right(in width: Double) -> Double { left(in: width) + ChartSize.width(of: String(year)) }

  /// Whether it stays inside a drawing; the first and the last year of a long axis may leave it. Left of the axis there is
  /// some room.
  func isInside(_ width: Double) -> Bool { left(in: width) >= -8 && right(in: width) <= width }

  func isApart(from other: YearLabel, in width: Double) -> Bool {
    // Shares of a width are rarely exact.
    let gap = Self.gap - 0.01
    return right(in: width) + gap <= other.left(in: width) || other.right(in: width) + gap <= left(in: width)
  }
}
