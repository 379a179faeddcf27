/// Places the labels of a chart, so that at no width does one leave the drawing, overlap another label or a point, or
/// come nearer to another mark than to its own.
struct LabelPlacement {
  let bounds: ChartBox
  /// The widths of the plot area, in CSS pixels.
  var widths: ClosedRange<Double>
  private(set) var taken: [ChartBox] = []
  /// Lines. Only a mandatory label may cover one.
  private var lines: [ChartBox] = []
  /// The points and columns that a label may belong to.
  private var marks: [ChartBox] = []
  /// The lines to which a figure near them might seem to belong.
  private var comparedLines: [ChartBox] = []

  struct Position {
    let x: Across
    let y: Double
    let anchor: SVGCanvas.Anchor
  }

  init(bounds: ChartBox, widths: ClosedRange<Double>) {
    self.bounds = bounds
    self.widths = widths
  }

  /// Keeps labels off a point, and the labels of other points away from it.
  mutating func mark(_ point: (x: Double, y: Double), radius: Double = 5) {
    keepClear(point, radius: radius)
    marks.append(ChartBox(point))
  }

  /// Keeps labels off a column, and the labels of other columns away from it.
  mutating func mark(_ column: ChartBox) {
    keepClear(column)
    marks.append(column)
  }

  /// Keeps labels off a point.
  mutating func keepClear(_ point: (x: Double, y: Double), radius: Double = 5) {
    taken.append(
      ChartBox(
        left: Across(share: point.x, pixels: -radius), top: point.y - radius,
        right: Across(share: point.x, pixels: radius), bottom: point.y + radius))
  }

  /// Keeps labels off a line, or off the point of a line with one figure.
  mutating func keepClear(_ stroke: [(x: Double, y: Double)]) { lines += pieces(of: stroke) }

  /// Keeps labels off a line of compared figures, and the labels of the chart nearer to their own points.
  mutating func keepApart(_ stroke: [(x: Double, y: Double)]) {
    keepClear(stroke)
    comparedLines += pieces(of: stroke)
  }

  private func pieces(of stroke: [(x: Double, y: Double)]) -> [ChartBox] {
    if stroke.count == 1 {
      let (x, y) = stroke[0]
      return [
        ChartBox(left: Across(share: x, pixels: -3), top: y - 3, right: Across(share: x, pixels: 3), bottom: y + 3)
      ]
    }
    var pieces: [ChartBox] = []
    for (a, b) in zip(stroke, stroke.dropFirst()) {
      // Pieces small enough for the widest drawing; a level line is one piece.
      let steps = a.y == b.y ? 1 : max(1, Int(max(abs(b.x - a.x) * widths.upperBound, abs(b.y - a.y)) / 8))
      for step in 0..<steps {
        let (from, to) = (Double(step) / Double(steps), Double(step + 1) / Double(steps))
        let (x1, x2) = (a.x + (b.x - a.x) * from, a.x + (b.x - a.x) * to)
        let (y1, y2) = (a.y + (b.y - a.y) * from, a.y + (b.y - a.y) * to)
        pieces.append(ChartBox(left: min(x1, x2), top: min(y1, y2) - 2, right: max(x1, x2), bottom: max(y1, y2) + 2))
      }
    }
    return pieces
  }

  /// Keeps labels off a shape.
  mutating func keepClear(_ box: ChartBox) { taken.append(box) }

  /// Places a text beside a point: above, below, right or left of it, at growing distances. Nil if there is no room;
  /// the table below the chart has the figure. `mark` is the shape that the text belongs to, if it is more than the
  /// point. `overLines`: if lines run through every place, the text covers them.
  mutating func place(
    _ text: String, beside point: (x: Double, y: Double), of mark: ChartBox? = nil, above: Bool = true,
    overLines: Bool = false
  ) -> Position? {
    if let position = place(text, beside: point, of: mark, above: above, among: lines) { return position }
    return overLines ? place(text, beside: point, of: mark, above: above, among: []) : nil
  }

  private mutating func place(
    _ text: String, beside point: (x: Double, y: Double), of mark: ChartBox?, above: Bool, among lines: [ChartBox]
  ) -> Position? {
    let width = ChartSize.width(of: text)
    let mark = mark ?? ChartBox(point)
    for distance in [10.0, 16, 24, 30] {
      let over = point.y - distance
      let under = point.y + distance + ChartSize.textSize * 0.75
      for y in above ? [over, under] : [under, over] {
        for (dx, anchor) in [(0.0, SVGCanvas.Anchor.middle), (4, .end), (-4, .start)] {
          let x = Across(share: point.x, pixels: dx)
          if let position = free(width, x: x, y: y, anchor, of: mark, among: lines) { return position }
        }
      }
      for (dx, anchor) in [(distance, SVGCanvas.Anchor.start), (-distance, .end)] {
        let x = Across(share: point.x, pixels: dx)
        if let position = free(width, x: x, y: point.y + 5, anchor, of: mark, among: lines) { return position }
      }
    }
    return nil
  }

  /// Places a text above or below a horizontal line, as near as possible to its right end, or to its left end.
  mutating func place(
    _ text: String, along y: Double, from left: Double, to right: Double, leftFirst: Bool = false
  ) -> Position? {
    let width = ChartSize.width(of: text)
    for step in 0...24 {
      let offset = Double(step) / 24 * (right - left)
      let x = Across(share: leftFirst ? left + offset : right - offset, pixels: leftFirst ? 4 : -4)
      for line in [y - 6, y + ChartSize.textSize * 0.9 + 4] {
        if let position = free(width, x: x, y: line, leftFirst ? .start : .end, among: lines) { return position }
      }
    }
    return nil
  }

  /// Places the name of a line that is drawn in strokes: right of its end, or else above or below it, as near to its
  /// end as possible. Nil if there is no room, or if another line or mark is as near to the name as its own line.
  mutating func place(name: String, of strokes: [[(x: Double, y: Double)]]) -> Position? {
    let points = Array(strokes.joined())
    guard let end = points.last else { return nil }
    let width = ChartSize.width(of: name)
    let own = strokes.flatMap(pieces)
    let isOwn = Set(own)
    let others = lines.filter { !isOwn.contains($0) } + marks
    let right = Across(share: end.x, pixels: 8)
    if let position = free(width, x: right, y: end.y + 5, .start, nearer: own, than: others) { return position }
    // Try only as many points as have room for a name.
    for index in stride(from: points.count - 1, through: 0, by: -(points.count / 16 + 1)) {
      let point = points[index]
      for distance in [8.0, 14] {
        for y in [point.y - distance, point.y + distance + ChartSize.textSize * 0.75] {
          for (dx, anchor) in [(4.0, SVGCanvas.Anchor.end), (0, .middle), (-4, .start)] {
            let x = Across(share: point.x, pixels: dx)
            if let position = free(width, x: x, y: y, anchor, nearer: own, than: others) { return position }
          }
        }
      }
    }
    return nil
  }

  /// Takes the position if it is free and clearly nearer to a line's own pieces than to any others.
  private mutating func free(
    _ width: Double, x: Across, y: Double, _ anchor: SVGCanvas.Anchor, nearer own: [ChartBox], than others: [ChartBox]
  ) -> Position? {
    var placement = self
    guard let position = placement.free(width, x: x, y: y, anchor, among: lines), let box = placement.taken.last
    else { return nil }
    func distance(to boxes: [ChartBox], at width: Double) -> Double {
      boxes.reduce(.infinity) { min($0, box.distance(to: $1, at: width)) }
    }
    let middle = (widths.lowerBound + widths.upperBound) / 2
    for width in [widths.lowerBound, middle, widths.upperBound] {
      guard distance(to: others, at: width) >= distance(to: own, at: width) + 4 else { return nil }
    }
    self = placement
    return position
  }

  /// Takes the position if it is free and no mark is nearer to it than `mark`. `y` is the baseline of the text.
  private mutating func free(
    _ width: Double, x: Across, y: Double, _ anchor: SVGCanvas.Anchor, of mark: ChartBox? = nil,
    among lines: [ChartBox]
  ) -> Position? {
    let left =
      switch anchor {
      case .start: x.pixels
      case .middle: x.pixels - width / 2
      case .end: x.pixels - width
      }
    let box = ChartBox(
      left: Across(share: x.share, pixels: left - 2), top: y - ChartSize.textSize * 0.9,
      right: Across(share: x.share, pixels: left + width + 2), bottom: y + ChartSize.textSize * 0.28)
    guard bounds.holds(box, in: widths), !taken.contains(where: { box.overlaps($0, in: widths) }),
      !lines.contains(where: { box.overlaps($0, in: widths) })
    else { return nil }
    if let mark {
      // Distances do not change evenly: the middle is tried too.
      let middle = (widths.lowerBound + widths.upperBound) / 2
      for width in [widths.lowerBound, middle, widths.upperBound] where !belongs(box, to: mark, at: width) {
        return nil
      }
    }
    taken.append(box)
    return Position(x: x, y: y, anchor: anchor)
  }

  /// Whether no other mark is nearer to the label than its own. A label over or under columns belongs to one of those.
  private func belongs(_ label: ChartBox, to mark: ChartBox, at width: Double) -> Bool {
    let distance = label.distance(to: mark, at: width)
    let isColumn = mark.right.share > mark.left.share
    let isInLine = isColumn && label.isInLine(with: mark, at: width)
    if !isColumn, comparedLines.contains(where: { label.distance(to: $0, at: width) < distance }) { return false }
    return marks.allSatisfy { other in
      if isColumn, label.isInLine(with: other, at: width) != isInLine { return isInLine }
      // Nobody sees less than half a pixel.
      return label.distance(to: other, at: width) > distance - 0.5
    }
  }
}
