import Indicators

extension GeneratedIndicator {
  // MARK: Rates

  func rate(_ latest: Value, _ time: Fraction) -> Expectation {
    let rates = values.filter { $0.end > baseEnd }.compactMap(\.tenths)
    if rates.isEmpty { return Expectation(status: .noData, reason: .baselineOnly) }
    if hasBreak(after: baseEnd, upTo: latest.end) {
      return Expectation(status: .notAssessable, reason: .breakInSeries, time: time)
    }
    // A year that is not known is not guessed.
    let ends = [startEnd] + values.filter { $0.end > baseEnd && $0.tenths != nil }.map(\.end)
    if zip(ends, ends.dropFirst()).contains(where: { $1 > $0 + 12 }) {
      return Expectation(status: .notAssessable, reason: .missingPeriod, time: time)
    }
    if goal == 0 { return Expectation(status: .notAssessable, reason: .zeroTarget, time: time) }
    // A growth of r tenths of a per cent is a factor of (1000 + r)/1000.
    let unit: Int128 = rates.reduce(1) { power, _ in power * 1000 }
    let achieved = rates.reduce(1) { $0 * (1000 + $1) } - unit
    let required = rates.reduce(1) { power, _ in power * (1000 + goal) } - unit
    let q = Fraction(achieved, required)
    // High is good: more growth of a positive rate, a stronger fall of a negative one.
    let isHighGood =
      switch comparator {
      case nil: true
      case .atLeast, .moreThan: goal > 0
      case .atMost, .lessThan: goal < 0
      }
    let isStrict = comparator == .moreThan || comparator == .lessThan
    var result = Expectation(status: .onTrack, time: time, progress: q)
    let (low, high) = (Fraction(19, 20), Fraction(21, 20))
    result.isOnEdge = q == low || q == high || q == Fraction(1)
    if time >= Fraction(1) {
      let comparator: Comparator = isHighGood ? (isStrict ? .moreThan : .atLeast) : (isStrict ? .lessThan : .atMost)
      let isMet = holds(q, Fraction(1), comparator, slack: isApproximate ? Fraction(1, 20) : Fraction(0))
      result.status = isMet ? .achieved : .missed
    } else if isHighGood {
      result.status = q < Fraction(0) ? .reversing : q >= high ? .ahead : q <= low ? .behind : .onTrack
    } else {
      result.status = q >= high ? .behind : q <= low ? .ahead : .onTrack
    }
    return result
  }

  // MARK: Ranges

  /// The number of the range that is nearest to `value`.
  func nearest(to value: Fraction) -> Fraction {
    guard let range else { return value }
    let (low, high) = (Fraction(range.low, 10), Fraction(range.high, 10))
    return value < low ? low : value > high ? high : value
  }

  private func distance(to value: Fraction) -> Fraction {
    let gap = value - nearest(to: value)
    return gap < Fraction(0) ? Fraction(0) - gap : gap
  }

  func ranged(_ latest: Value, _ value: Fraction, _ time: Fraction) -> Expectation {
    guard let range else { return Expectation(status: .noData) }
    // An approximate range is wider by 5 % of each end, or by 5 % of the way to an end that the baseline is equally
    // near to.
    func slack(_ end: Int128, _ way: Int128?) -> Fraction {
      guard isApproximate else { return Fraction(0) }
      guard let way, way > 0, Fraction(way) <= Fraction(abs(end), 20) else { return Fraction(abs(end), 200) }
      return Fraction(way, 200)
    }
    let low = Fraction(range.low, 10) - slack(range.low, baseline.map { range.low - $0.tenths })
    let high = Fraction(range.high, 10) + slack(range.high, baseline.map { $0.tenths - range.high })
    let isMet = value >= low && value <= high
    let isOver = time >= Fraction(1)
    var result = Expectation(status: isMet ? (isOver ? .achieved : .achievedEarly) : .missed, time: time)
    result.isOnEdge = value == low || value == high
    let required = isMet ? nil : perYear(nearest(to: value) - value, from: latest)
    guard let baseline else {
      if !isMet, !isOver {
        (result.status, result.reason, result.requiredChange) = (.notAssessable, .noBaseline, required)
      }
      if let first = values.first(where: { $0.tenths != nil }), let number = first.tenths {
        result.projection = line(from: (first.end, Fraction(number, 10)), to: latest, value)
      }
      return result
    }
    if hasBreak(after: baseEnd, upTo: latest.end) {
      return Expectation(status: .notAssessable, reason: .breakInSeries, time: time)
    }
    let start = Fraction(baseline.tenths, 10)
    if let wantsMore, bound != start, wantsMore != (bound > start) {
      return Expectation(status: .notAssessable, reason: .wrongSide, time: time)
    }
    // From inside the range there is no way to go: a value that is still inside shows nothing before the end.
    if bound == start, isMet, !isOver { return Expectation(status: .notAssessable, reason: .noDistance, time: time) }
    result.requiredChange = required
    // Whoever is inside the range wants to stay there.
    if !isMet, !hasTurned(from: start) { result.projection = line(from: (baseEnd, start), to: latest, value) }
    if bound == start {
      if !isMet, !isOver { result.status = .reversing }
      return result
    }
    let p = Fraction(1) - distance(to: value) / distance(to: start)
    let path = path(at: latest.end, from: start)
    let e = path ?? time
    (result.progress, result.expected) = (p, path)
    let delta = Fraction(1, 20)
    if !isMet, !isOver {
      result.status =
        p < Fraction(0) && (e >= Fraction(0) || p <= e - delta)
        ? .reversing : p >= e + delta ? .ahead : p <= e - delta ? .behind : .onTrack
      // Beyond the end that is farther from the baseline.
      let isPast = start < Fraction(range.low, 10) ? value > high : value < low
      if isPast, result.status != .reversing { (result.status, result.reason) = (.behind, .pastRange) }
    }
    return result
  }

  // MARK: Every period

  func every(_ latest: Value, _ value: Fraction, _ time: Fraction) -> Expectation {
    let comparator = comparator ?? (kind == .ceiling || direction == .down ? .atMost : .atLeast)
    let isFloor = comparator == .atLeast || comparator == .moreThan
    func bound(at end: Int128) -> Fraction {
      Fraction(interim.first { Int128(($0.year + 1) * 12) >= end }?.tenths ?? goal, 10)
    }
    func isBroken(_ value: Value) -> Bool {
      guard value.tenths != nil, value.end > baseEnd else { return false }
      let bound = bound(at: value.end)
      let size = bound < Fraction(0) ? Fraction(0) - bound : bound
      let slack = isApproximate ? size * Fraction(1, 20) : Fraction(0)
      return value.numbers.allSatisfy { !holds(Fraction($0, 10), bound, comparator, slack: slack) }
    }
    let limit = bound(at: latest.end)
    let status: IndicatorStatus = values.contains(where: isBroken) ? .breached : .held
    // A whole period without a figure may have kept it or not.
    let known = values.filter { $0.tenths != nil && $0.end > baseEnd }
    let longest = known.map(\.months).max() ?? 0
    let ends = [baseEnd] + known.map(\.end)
    if status == .held, zip(ends, known).contains(where: { $1.end - $1.months >= $0 + longest }) {
      return Expectation(status: .notAssessable, reason: .missingPeriod, time: time)
    }
    return Expectation(
      status: status, time: time,
      margin: isFloor ? value - limit : limit - value, isOnEdge: value == limit)
  }
}
