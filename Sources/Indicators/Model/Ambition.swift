import DataFormats

/// How a target stands to that of another plan, such as a city's to its country's.
package enum Ambition: String, CaseIterable, Sendable {
  /// As much or more, and no later.
  case atLeast = "at-least"
  /// As much or more, and later.
  case later
  case less
  /// Less, and by an earlier time, at which it is as much as the other plan's path asks for.
  case onPath = "on-path"
  /// Less, and by an earlier time, of which the other plan says nothing.
  case earlier
  /// In another unit, of another kind, in words, or an amount of another area.
  case notComparable = "not-comparable"

  /// `isAmountCompared`: whether amounts that add up, such as km of new roads, are those of one area. Of different areas they
  /// say nothing about ambition.
  package init(of own: Indicator, against upper: Indicator, isAmountCompared: Bool) {
    self = .notComparable
    guard let mine = own.target, let theirs = upper.target, own.isInRange, upper.isInRange else { return }
    guard let isEnough = Ambition.isEnough(own, mine, upper, theirs, isAmountCompared) else { return }
    let isLater = mine.period.end > theirs.period.end + 1e-9
    let isEarlier = mine.period.end < theirs.period.end - 1e-9 && mine.isPeriodKnown && theirs.isPeriodKnown
    if !isEnough, isEarlier {
      guard own.kind == .level, upper.kind == .level, let value = own.value(of: mine),
        let way = upper.valueOnPath(to: theirs, at: mine.period.end)
      else {
        self = .earlier
        return
      }
      self = isNear(value, way) || (value > way) == upper.wantsMore(by: theirs) ? .onPath : .less
      return
    }
    self = !isEnough ? .less : isLater && mine.isPeriodKnown && theirs.isPeriodKnown ? .later : .atLeast
  }

  /// Nil if the two cannot be compared.
  private static func isEnough(
    _ own: Indicator, _ mine: IndicatorTarget, _ upper: Indicator, _ theirs: IndicatorTarget, _ isAmountCompared: Bool
  ) -> Bool? {
    switch (mine.goal, theirs.goal) {
    case (.done, .done): return true
    case (.relative(let share), .relative(let other)):
      guard (share.value < 0) == (other.value < 0) else { return nil }
      return abs(share.value) >= abs(other.value) - 1e-9
    case (.between(let low, let high), .between(let other, let end)):
      guard isSameUnit(own, upper) else { return nil }
      return low.value >= other.value - 1e-9 && high.value <= end.value + 1e-9
    default: break
    }
    guard isSameUnit(own, upper), isSameMeasure(own, upper), own.kind != .increase || isAmountCompared,
      let value = own.value(of: mine), let bound = upper.value(of: theirs),
      let wantsMore = upper.wantsMore(by: theirs), own.wantsMore(by: mine) == wantsMore
    else { return nil }
    return isNear(value, bound) || (value > bound) == wantsMore
  }

  private static func isSameUnit(_ own: Indicator, _ upper: Indicator) -> Bool {
    own.unit == upper.unit || own.isShare && upper.isShare
  }

  /// Levels, floors and ceilings are values of one time; an increase and a rate are not.
  private static func isSameMeasure(_ own: Indicator, _ upper: Indicator) -> Bool {
    func isValue(_ kind: IndicatorKind) -> Bool { kind == .level || kind == .floor || kind == .ceiling }
    if own.kind == .increase { return upper.kind == .increase }
    return own.kind == upper.kind || isValue(own.kind) && isValue(upper.kind)
  }
}

extension Indicator {
  /// The value at a time in years on the straight lines from the baseline through the interim targets to a target; nil before the
  /// first of these, and without one.
  fileprivate func valueOnPath(to target: IndicatorTarget, at time: Double) -> Double? {
    let start = baseline.map { [(time: $0.period.end, value: $0.value.value)] } ?? []
    let path =
      start
      + (interimTargets + [target]).compactMap { goal in
        value(of: goal).map { (time: goal.period.end, value: $0) }
      }
    for (before, next) in zip(path, path.dropFirst()) where before.time <= time + 1e-9 && time <= next.time + 1e-9 {
      guard next.time > before.time else { continue }
      return before.value + (next.value - before.value) * (time - before.time) / (next.time - before.time)
    }
    return nil
  }
}
