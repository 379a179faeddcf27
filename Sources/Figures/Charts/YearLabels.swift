extension SVGCanvas {
  /// Writes the years below a time axis, each in the middle of its place: in narrow drawings only multiples of 2, 5, 10
  /// … for which there is room, in wide ones more. `goal` is the year of the target, which always has its label; other labels
  /// make way for it. `name` gives the name of a year, such as `2025/26` for a budget year.
  mutating func years(
    _ years: Range<Int>, goal: YearMark? = nil, y: Double, widths: ClosedRange<Double>,
    wide: ClosedRange<Double>,
    name: (Int) -> String = { String($0) }, x: (Int) -> Double
  ) {
    guard !years.isEmpty else { return }
    let size = ChartSize.width(of: name(years.lowerBound))
    let step = Self.yearSteps.first { Self.fits($0, years, size, in: widths.lowerBound) } ?? 10000
    let wideStep =
      Self.yearSteps.first { step.isMultiple(of: $0) && Self.fits($0, years, size, in: wide.lowerBound) } ?? step
    let goal = goal.flatMap { goal in
      (0...1).contains(goal.x) ? YearLabel(goal.name, at: goal.x, in: widths.lowerBound) : nil
    }
    let labels = years.map { YearLabel(name($0), at: x($0), in: nil) }
    func hasRoom(_ label: YearLabel, in width: Double) -> Bool {
      label.isInside(width) && goal.map { label.isApart(from: $0, in: width) } ?? true
    }
    func isInNarrow(_ year: Int, _ label: YearLabel) -> Bool {
      year.isMultiple(of: step) && hasRoom(label, in: widths.lowerBound)
    }
    // One label does not show how long the axis is: if only the target's has room, so does the first year that can.
    let hasNone = !zip(years, labels).contains { isInNarrow($0, $1) }
    let first = hasNone ? labels.first { hasRoom($0, in: widths.lowerBound) } : nil
    var last: YearLabel?
    for (year, label) in zip(years, labels) {
      let isFirst = label.name == first?.name
      guard isFirst || year.isMultiple(of: wideStep), last.map({ label.isApart(from: $0, in: wide.lowerBound) }) ?? true
      else { continue }
      let isInNarrow = isFirst || isInNarrow(year, label)
      guard isInNarrow || hasRoom(label, in: wide.lowerBound) else { continue }
      last = label
      text(!isInNarrow && isFluid ? "tick more" : "tick", label.name, x: label.x, y: y, anchor: .middle)
    }
    if let goal { text("tick", goal.name, x: goal.x, y: y, anchor: .middle) }
  }

  private static let yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

  /// Whether every `step`th of `years`, whose names are `size` pixels long, has room in `width` pixels.
  private static func fits(_ step: Int, _ years: Range<Int>, _ size: Double, in width: Double) -> Bool {
    Double(step) / Double(years.count) * width >= size + YearLabel.gap
  }
}

/// A year that an axis always names: the target's.
struct YearMark {
  let name: String
  /// From 0 to 1 inside the plot area.
  let x: Double
}

/// The name of a year below a time axis, in the middle of its place.
private struct YearLabel {
  let name: String
  let x: Across

  /// The gap between two years, in CSS pixels.
  static let gap = 8.0

  /// `width` is that of the narrowest drawing, which the label does not leave: near an end of the axis it moves a few
  /// pixels away from it. Nil for a label that is left out there.
  init(_ name: String, at share: Double, in width: Double?) {
    self.name = name
    guard let width else {
      x = Across(share: share)
      return
    }
    let half = ChartSize.width(of: name) / 2
    x = Across(share: share, pixels: min(max(0, half - 8 - share * width), width - half - share * width))
  }

  private func left(in width: Double) -> Double { x.at(width) - ChartSize.width(of: name) / 2 }

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
