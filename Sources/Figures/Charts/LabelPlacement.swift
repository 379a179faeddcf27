/// Finds room for the labels of a chart: none leaves the drawing, none meets another or a point.
struct LabelPlacement {
  let bounds: ChartBox
  private(set) var taken: [ChartBox] = []

  struct Place {
    let x: Double
    let y: Double
    let anchor: SVGCanvas.Anchor
    let box: ChartBox
  }

  init(bounds: ChartBox) {
    self.bounds = bounds
  }

  /// Keeps labels off a point.
  mutating func keepClear(_ point: (x: Double, y: Double), radius: Double = 5) {
    taken.append(
      ChartBox(left: point.x - radius, top: point.y - radius, right: point.x + radius, bottom: point.y + radius))
  }

  /// Keeps labels off a line.
  mutating func keepClear(_ stroke: [(x: Double, y: Double)]) {
    for (a, b) in zip(stroke, stroke.dropFirst()) {
      let steps = max(1, Int(max(abs(b.x - a.x), abs(b.y - a.y)) / 6))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        keepClear((a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share), radius: 2)
      }
    }
  }

  /// Keeps labels off a shape.
  mutating func keepClear(_ box: ChartBox) { taken.append(box) }

  /// Room for a text beside a point: above, below, to the right, to the left, then the same farther off; nil where
  /// there is none, and the table beneath has to say it.
  mutating func place(
    _ text: String, beside point: (x: Double, y: Double), above: Bool = true
  ) -> Place? {
    let width = ChartSize.width(of: text)
    for distance in [10.0, 16, 24, 30] {
      let over = point.y - distance
      let under = point.y + distance + ChartSize.textSize * 0.75
      for y in above ? [over, under] : [under, over] {
        for (x, anchor) in [(point.x, SVGCanvas.Anchor.middle), (point.x + 4, .end), (point.x - 4, .start)] {
          if let place = free(width, x: x, y: y, anchor) { return place }
        }
      }
      for (x, anchor) in [(point.x + distance, SVGCanvas.Anchor.start), (point.x - distance, .end)] {
        if let place = free(width, x: x, y: point.y + 4.5, anchor) { return place }
      }
    }
    return nil
  }

  /// Room for a text on a level line or under it, from its right end, or its left one, on.
  mutating func place(
    _ text: String, along y: Double, from left: Double, to right: Double, leftFirst: Bool = false
  ) -> Place? {
    let width = ChartSize.width(of: text) + 4
    let last = right - left - width
    guard last >= 0 else { return nil }
    for offset in stride(from: 0, through: last, by: 6) {
      let x = leftFirst ? left + 4 + offset : right - width - offset
      for line in [y - 5, y + ChartSize.textSize * 0.9 + 3] {
        if let place = free(width - 4, x: x, y: line, .start) { return place }
      }
    }
    return nil
  }

  /// `y` is the line that letters stand on.
  private mutating func free(_ width: Double, x: Double, y: Double, _ anchor: SVGCanvas.Anchor) -> Place? {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    let box = ChartBox(
      left: left - 2, top: y - ChartSize.textSize * 0.9, right: left + width + 2, bottom: y + ChartSize.textSize * 0.28)
    guard bounds.holds(box), !taken.contains(where: box.overlaps) else { return nil }
    taken.append(box)
    return Place(x: x, y: y, anchor: anchor, box: box)
  }
}
