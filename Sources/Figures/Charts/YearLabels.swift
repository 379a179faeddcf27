extension SVGCanvas {
  /// Writes the years below a time axis, each in the middle of its place: in narrow drawings only multiples of 2, 5, 10
  /// … for which there is room, in wide ones more. `goal` is the year of the target, which always has its label; other
  /// labels make way for it. `name` gives the name of a year, such as `2025/26` for a budget year.
  mutating func years(
    _ years: Range<Int>, goal: Int? = nil, y: Double, widths: ClosedRange<Double>, wide: ClosedRange<Double>,
    name: (Int) -> String = { String($0) }, x: (Int) -> Double
  ) {
    guard !years.isEmpty else { return }
    let size = ChartSize.width(of: name(years.lowerBound))
    let step = Self.yearSteps.first { Self.fits($0, years, size, in: widths.lowerBound) } ?? 10000
    let wideStep =
      Self.yearSteps.first { step.isMultiple(of: $0) && Self.fits($0, years, size, in: wide.lowerBound) } ?? step
    let goal = goal.flatMap {
      years.contains($0) ? YearLabel(goal: $0, named: name($0), at: x($0), in: widths.lowerBound) : nil
    }
    for year in years where year.isMultiple(of: wideStep) || year == goal?.year {
      if let goal, goal.year == year {
        text("tick", goal.name, x: goal.x, y: y, anchor: goal.anchor)
        continue
      }
      let label = YearLabel(year: year, name: name(year), x: Across(share: x(year)), anchor: .middle)
      func hasRoom(in width: Double) -> Bool {
        label.isInside(width) && goal.map { label.isApart(from: $0, in: width) } ?? true
      }
      let isInNarrow = year.isMultiple(of: step) && hasRoom(in: widths.lowerBound)
      guard isInNarrow || hasRoom(in: wide.lowerBound) else { continue }
      text(!isInNarrow && isFluid ? "tick more" : "tick", label.name, x: label.x, y: y, anchor: .middle)
    }
  }

  private static let yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

  /// Whether every `step`th of `years`, whose names are `size` pixels long, has room in `width` pixels.
  private static func fits(_ step: Int, _ years: Range<Int>, _ size: Double, in width: Double) -> Bool {
    Double(step) / Double(years.count) * width >= size + YearLabel.gap
  }
}

/// The place of a year below a time axis.
private struct YearLabel {
  let year: Int
  let name: String
  let x: Across
  let anchor: SVGCanvas.Anchor

  /// The gap between two years, in CSS pixels.
  static let gap = 8.0

  init(year: Int, name: String, x: Across, anchor: SVGCanvas.Anchor) {
    self.year = year
    self.name = name
    self.x = x
    self.anchor = anchor
  }

  /// In the middle of its place, or at the end of the axis if it would leave a drawing of this width.
  init(goal year: Int, named name: String, at x: Double, in width: Double) {
    self.init(year: year, name: name, x: Across(share: x), anchor: .middle)
    guard !isInside(width) else { return }
    self.init(year: year, name: name, x: Across(share: x < 0.5 ? 0 : 1), anchor: x < 0.5 ? .start : .end)
  }

  private func left(in width: Double) -> Double {
    let size = ChartSize.width(of: name)
    return switch anchor {
    case .start: x.at(width)
    case .middle: x.at(width) - size / 2
    case .end: x.at(width) - size
    }
  }

  private func right(in width: Double) -> Double { left(in: width) + ChartSize.width(of: name) }

  /// Whether it is inside a drawing; the first and the last year of a long axis may leave it. Left of the axis there is
  /// some room.
  func isInside(_ width: Double) -> Bool { left(in: width) >= -8 && right(in: width) <= width }

  func isApart(from other: YearLabel, in width: Double) -> Bool {
    // Shares of a width are rarely exact.
    let gap = Self.gap - 0.01
    return right(in: width) + gap <= other.left(in: width) || other.right(in: width) + gap <= left(in: width)
  }
}
