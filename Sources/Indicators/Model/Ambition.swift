import DataFormats

/// How a target stands to that of another plan, such as a city's to its country's.
package enum Ambition: String, CaseIterable, Sendable {
  /// As much or more, and no later.
  case atLeast = "at-least"
  /// As much or more, and later.
  case later
  case less
  /// In another unit, of another kind, in words, an amount of another area, or less at an earlier time.
  case notComparable = "not-comparable"

  /// `isAmountCompared`: whether amounts that add up, such as km of new roads, are those of one area. Of different areas they
  /// say nothing about ambition.
  package init(of own: Indicator, against upper: Indicator, isAmountCompared: Bool) {
    self = .notComparable
    guard let mine = own.target, let theirs = upper.target, own.isInRange, upper.isInRange else { return }
    guard let isEnough = Ambition.isEnough(own, mine, upper, theirs, isAmountCompared) else { return }
    let isLater = mine.period.end > theirs.period.end + 1e-9
    // Of an earlier time, less says nothing of the way to the later one.
    let isEarlier = mine.period.end < theirs.period.end - 1e-9 && mine.isPeriodKnown && theirs.isPeriodKnown
    if !isEnough, isEarlier { return }
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
