import DataFormats

/// How a target compares with that of another plan, such as a city's with its country's.
package enum Ambition: String, CaseIterable, Sendable {
  /// As much or more, and no later.
  case atLeast = "at-least"
  /// As much or more, and later.
  case later
  case less
  /// A smaller target with an earlier date that is on the other plan's path.
  case onPath = "on-path"
  /// A smaller target with an earlier date for which the other plan has no path.
  case earlier
  /// In another unit, of another kind, in words, or an amount of another area.
  case notComparable = "not-comparable"
  /// Given up: nothing is promised any more.
  case givenUp = "given-up"

  /// Whether the upper plan's target is taken up.
  package var isTakenUp: Bool { self != .givenUp }

  /// `isSameArea`: whether amounts, such as km of new roads or kt of emissions, are those of one area. Of different areas they say
  /// nothing about ambition.
  package init(of own: Indicator, against upper: Indicator, isSameArea: Bool) {
    self = own.retired == nil ? .notComparable : .givenUp
    guard own.retired == nil, let mine = own.target, let theirs = upper.target, own.isInRange, upper.isInRange else {
      return
    }
    let measure = AmbitionMeasure(own, mine, upper, theirs, isSameArea: isSameArea)
    guard let isEnough = Ambition.isEnough(own, mine, upper, theirs, by: measure) else { return }
    let isLater = mine.period.end.isLater(than: theirs.period.end)
    let isEarlier = mine.period.end.isEarlier(than: theirs.period.end) && mine.isPeriodKnown && theirs.isPeriodKnown
    if !isEnough, isEarlier {
      guard own.kind == .level, upper.kind == .level, let measure, let value = measure.amount(of: mine, own),
        let way = upper.amountOnPath(to: theirs, at: mine.period.end, by: measure)
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
    _ own: Indicator, _ mine: IndicatorTarget, _ upper: Indicator, _ theirs: IndicatorTarget,
    by measure: AmbitionMeasure?
  ) -> Bool? {
    switch (mine.goal, theirs.goal) {
    case (.done, .done): return true
    case (.between(let low, let high), .between(let other, let end)):
      guard isSameUnit(own, upper) else { return nil }
      return low.value >= other.value - 1e-9 && high.value <= end.value + 1e-9
    default: break
    }
    guard let measure, let value = measure.amount(of: mine, own), let bound = measure.amount(of: theirs, upper) else {
      return nil
    }
    if measure == .change {
      guard (value < 0) == (bound < 0) else { return nil }
      return isNear(value, bound) || abs(value) > abs(bound)
    }
    guard let wanted = upper.comparatorInForce(of: theirs), let promised = own.comparatorInForce(of: mine),
      promised.wantsMore == wanted.wantsMore
    else { return nil }
    // At most 10 does not keep less than 10.
    if isNear(value, bound) { return !wanted.excludesBound || promised.excludesBound }
    return (value > bound) == wanted.wantsMore
  }

  /// Whether both start from the same year.
  fileprivate static func isSameBase(_ own: Indicator, _ upper: Indicator) -> Bool {
    guard let mine = own.baseline?.period, let theirs = upper.baseline?.period else { return false }
    return mine.year == theirs.year
  }

  fileprivate static func isSameUnit(_ own: Indicator, _ upper: Indicator) -> Bool {
    own.unit == upper.unit || own.isShare && upper.isShare
  }
}

/// The measure by which two targets are compared.
private enum AmbitionMeasure {
  /// The values themselves.
  case value
  /// The share by which each changes its baseline: a fifth less is as much for a city as for its country.
  case change

  /// Nil where no measure holds for both.
  init?(
    _ own: Indicator, _ mine: IndicatorTarget, _ upper: Indicator, _ theirs: IndicatorTarget, isSameArea: Bool
  ) {
    let isSameKind = AmbitionMeasure.isSameKind(own, upper)
    let hasSameValues = Ambition.isSameUnit(own, upper) && isSameKind && (isSameArea || own.isRatio)
    if mine.isRelative || theirs.isRelative {
      // A fifth less than in 2020 and a fifth less than in 2029 are not the same.
      if mine.isRelative == theirs.isRelative ? !Ambition.isSameBase(own, upper) : hasSameValues {
        guard hasSameValues else { return nil }
        self = .value
        return
      }
      guard Ambition.isSameBase(own, upper), mine.isRelative == theirs.isRelative || isSameKind && own.kind != .increase
      else { return nil }
      self = .change
      return
    }
    guard Ambition.isSameUnit(own, upper), isSameKind, own.kind != .increase || isSameArea else { return nil }
    if hasSameValues {
      self = .value
      return
    }
    guard let value = own.value(of: mine), let bound = upper.value(of: theirs),
      max(abs(value), abs(bound)) <= AmbitionMeasure.mostTimes * min(abs(value), abs(bound))
    else { return nil }
    self = .value
  }

  /// The life expectancies of two areas are close to each other, and their amounts, such as kt of emissions, are not. If
  /// one value exceeds the other by more than this factor, both count as amounts. The factor is a choice, not measured.
  private static let mostTimes = 3.0

  /// Levels, floors and ceilings are values of one time; an increase and a rate are not.
  private static func isSameKind(_ own: Indicator, _ upper: Indicator) -> Bool {
    func isValue(_ kind: IndicatorKind) -> Bool { kind == .level || kind == .floor || kind == .ceiling }
    if own.kind == .increase { return upper.kind == .increase }
    return own.kind == upper.kind || isValue(own.kind) && isValue(upper.kind)
  }

  /// Nil for a change without a baseline.
  func amount(of target: IndicatorTarget, _ indicator: Indicator) -> Double? {
    if self == .change, case .relative(let share) = target.goal { return share.value / 100 }
    guard let value = indicator.value(of: target) else { return nil }
    guard self == .change else { return value }
    guard let start = indicator.baseline?.value.value, start > 0 else { return nil }
    return (value - start) / start
  }
}

extension IndicatorTarget {
  fileprivate var isRelative: Bool { if case .relative = goal { true } else { false } }
}

extension Comparator {
  fileprivate var excludesBound: Bool { self == .lessThan || self == .moreThan }
}

extension Indicator {
  /// Whether its unit is one of ratios, which do not grow with the size of an area: `%`, `µg/m³`, `beds per 1,000`.
  fileprivate var isRatio: Bool {
    guard let unit else { return false }
    return isShare || unit.contains { "/％‰%每".contains($0) } || unit.contains(" per ")
  }

  /// The amount at a time in years on the straight lines from the baseline through the interim targets to a target; nil before the
  /// first of these, and without one.
  fileprivate func amountOnPath(
    to target: IndicatorTarget, at time: Double, by measure: AmbitionMeasure
  ) -> Double? {
    let start = baseline.map { [(time: $0.period.end, value: measure == .change ? 0 : $0.value.value)] } ?? []
    let path =
      start
      + (interimTargets + [target]).compactMap { goal in
        measure.amount(of: goal, self).map { (time: goal.period.end, value: $0) }
      }
    for (before, next) in zip(path, path.dropFirst())
    where !before.time.isLater(than: time) && !time.isLater(than: next.time) {
      guard next.time > before.time else { continue }
      return before.value + (next.value - before.value) * (time - before.time) / (next.time - before.time)
    }
    return nil
  }
}
