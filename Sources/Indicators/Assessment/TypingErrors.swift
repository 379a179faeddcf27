import DataFormats

/// Finds figures that were probably typed wrong: a digit or a decimal point too many, or a fraction among percentages.
struct TypingErrors {
  private struct Point {
    let period: Period
    let number: DecimalNumber
    let isObserved: Bool
    var size: Double { abs(number.value) }
  }

  private let indicator: Indicator
  private let points: [Point]

  /// Growth rates and milestones are left alone: ten times the growth of another year is common.
  init?(_ indicator: Indicator) {
    guard indicator.kind != .rate, indicator.kind != .milestone, indicator.observations.count > 1,
      Self.spread(indicator) > 7
    else { return nil }
    self.indicator = indicator
    var points: [Point] = []
    points.reserveCapacity(indicator.observations.count + 2)
    // Baseline and target of a level are neighbours of its figures; those of an increase count something else.
    let isLevel = indicator.kind != .increase
    if isLevel, let baseline = indicator.baseline, let first = indicator.observations.first,
      baseline.period < first.period
    {
      points.append(Point(period: baseline.period, number: baseline.value, isObserved: false))
    }
    // By index: copying an observation takes longer than reading one of its fields.
    for index in indicator.observations.indices {
      guard let value = indicator.observations[index].value else { continue }
      points.append(Point(period: indicator.observations[index].period, number: value, isObserved: true))
    }
    if isLevel, let target = indicator.target, case .value(let value) = target.goal, let last = points.last,
      last.period < target.period
    {
      points.append(Point(period: target.period, number: value, isObserved: false))
    }
    self.points = points
  }

  /// How many times the smallest figure the largest is, without its sign; infinite with a zero. Nearly all series are settled
  /// by this alone.
  private static func spread(_ indicator: Indicator) -> Double {
    var (low, high) = (Double.infinity, 0.0)
    func add(_ value: Double) {
      low = min(low, abs(value))
      high = max(high, abs(value))
    }
    if let baseline = indicator.baseline?.value.value { add(baseline) }
    for index in indicator.observations.indices {
      if let value = indicator.observations[index].value?.value { add(value) }
    }
    if let target = indicator.targetValue { add(target) }
    return high / low
  }

  /// The first figure that is about ten, a hundred or a thousand times those beside it, or that part of them.
  ///
  /// It is between two similar figures, or is the first or last of four whose other three are similar. A series that grows
  /// fast has no such figure, nor has one of small whole numbers, with zeros, or that changes its sign.
  func outlier() -> (period: Period, value: DecimalNumber, factor: Int)? {
    for index in points.indices where points[index].isObserved {
      let neighbours: [Int]
      if index > 0, index + 1 < points.count {
        neighbours = [index - 1, index + 1]
      } else if points.count > 3 {
        neighbours = index == 0 ? [1, 2, 3] : [index - 1, index - 2, index - 3]
      } else {
        continue
      }
      if let factor = factor(of: index, among: neighbours) {
        return (points[index].period, points[index].number, factor)
      }
    }
    return nil
  }

  /// The first share that is written as a fraction beside one in per cent: 0.31 and 32.
  func fraction() -> (period: Period, value: DecimalNumber)? {
    guard indicator.isShare else { return nil }
    for index in points.indices where points[index].isObserved {
      let point = points[index]
      guard point.number.value > 0, point.number.value < 1, point.number.decimals > 1 else { continue }
      let isBesidePercentage = [index - 1, index + 1].contains { other in
        points.indices.contains(other) && isComparable(point, points[other]) && points[other].number.value > 1
          && isAbout(points[other].size / point.size, 100)
      }
      if isBesidePercentage { return (point.period, point.number) }
    }
    return nil
  }

  private func factor(of index: Int, among others: [Int]) -> Int? {
    let point = points[index]
    var (low, high) = (Double.infinity, 0.0)
    for other in others {
      guard isComparable(point, points[other]) else { return nil }
      low = min(low, points[other].size)
      high = max(high, points[other].size)
    }
    guard low > 0, point.size > 0, high / low <= 1.5 else { return nil }
    let middle = (low * high).squareRoot()
    for factor in [10, 100, 1000] {
      // Small counts jump: one flood, then twelve.
      if isAbout(point.size / middle, Double(factor)), !isSmallCount(others) { return factor }
      if isAbout(middle / point.size, Double(factor)), !isSmallCount([index]) { return -factor }
    }
    return nil
  }

  /// Within 40 % of ten times: what a series that changes by less than that a year becomes by a digit too many.
  private func isAbout(_ ratio: Double, _ factor: Double) -> Bool { ratio >= factor / 1.4 && ratio <= factor * 1.4 }

  private func isSmallCount(_ indices: [Int]) -> Bool {
    indices.allSatisfy { points[$0].number.decimals == 0 && points[$0].size < 20 }
  }

  private func isComparable(_ a: Point, _ b: Point) -> Bool {
    (a.number.value > 0) == (b.number.value > 0) && a.period.hasSameLength(as: b.period)
      && !indicator.hasBreak(after: min(a.period, b.period).end, upTo: max(a.period, b.period).end)
  }
}
