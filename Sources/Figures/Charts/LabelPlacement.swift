/// Places the labels of a chart, so that none leaves the drawing, overlaps another label or a point, or is nearer to
/// another mark than to its own. In CSS pixels.
struct LabelPlacement {
  let bounds: ChartBox
  private(set) var taken: [ChartBox] = []
  /// The points and columns that a label may belong to.
  private var marks: [ChartBox] = []

  struct Position {
    let x: Double
    let y: Double
    let anchor: SVGCanvas.Anchor
    let box: ChartBox
  }

  init(bounds: ChartBox) {
    self.bounds = bounds
  }

  /// Keeps labels off a point, and the labels of others away from it.
  mutating func mark(_ point: (x: Double, y: Double), radius: Double = 5) {
    keepClear(point, radius: radius)
    marks.append(ChartBox(point))
  }

  /// Keeps labels off a column, and the labels of others away from it.
  mutating func mark(_ column: ChartBox) {
    keepClear(column)
    marks.append(column)
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

  /// Places a text beside a point: above, below, right or left of it, at growing distances. Nil if there is no room; the
  /// table below the chart has the figure. `mark` is what the text belongs to, if it is more than the point.
  mutating func place(
    _ text: String, beside point: (x: Double, y: Double), of mark: ChartBox? = nil, above: Bool = true
  ) -> Position? {
    let width = ChartSize.width(of: text)
    let mark = mark ?? ChartBox(point)
    for distance in [10.0, 16, 24, 30] {
      let over = point.y - distance
      let under = point.y + distance + ChartSize.textSize * 0.75
      for y in above ? [over, under] : [under, over] {
        for (x, anchor) in [(point.x, SVGCanvas.Anchor.middle), (point.x + 4, .end), (point.x - 4, .start)] {
          if let position = free(width, x: x, y: y, anchor, of: mark) { return position }
        }
      }
      for (x, anchor) in [(point.x + distance, SVGCanvas.Anchor.start), (point.x - distance, .end)] {
        if let position = free(width, x: x, y: point.y + 4.5, anchor, of: mark) { return position }
      }
    }
    return nil
  }

  /// Places a text above or below a horizontal line, as near as possible to its right end, or to its left end.
  mutating func place(
    _ text: String, along y: Double, from left: Double, to right: Double, leftFirst: Bool = false
  ) -> Position? {
    let width = ChartSize.width(of: text) + 4
    let last = right - left - width
    guard last >= 0 else { return nil }
    for offset in stride(from: 0, through: last, by: 6) {
      let x = leftFirst ? left + 4 + offset : right - width - offset
      for line in [y - 5, y + ChartSize.textSize * 0.9 + 3] {
        if let position = free(width - 4, x: x, y: line, .start) { return position }
      }
    }
    return nil
  }

  /// Takes the position if it is free and no mark is nearer to it than `mark`. `y` is the baseline of the text.
  private mutating func free(
    _ width: Double, x: Double, y: Double, _ anchor: SVGCanvas.Anchor, of mark: ChartBox? = nil
  ) -> Position? {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    let box = ChartBox(
      left: left - 2, top: y - ChartSize.textSize * 0.9, right: left + width + 2, bottom: y + ChartSize.textSize * 0.28)
    guard bounds.holds(box), !taken.contains(where: box.overlaps) else { return nil }
    if let mark, !belongs(box, to: mark) { return nil }
    taken.append(box)
    return Position(x: x, y: y, anchor: anchor, box: box)
  }

  /// Whether no other mark is nearer to the label than its own. A label over or under columns belongs to one of those.
  private func belongs(_ label: ChartBox, to mark: ChartBox) -> Bool {
    let distance = label.distance(to: mark)
    let isColumn = mark.right > mark.left
    let isInLine = isColumn && label.isInLine(with: mark)
    return marks.allSatisfy { other in
      if isColumn, label.isInLine(with: other) != isInLine { return isInLine }
      // Less than half a pixel is not seen.
      return label.distance(to: other) > distance - 0.5
    }
  }
}
