/// How a value is compared with a target. The raw values are what authors write, and appear in the data files.
package enum Comparator: String, CaseIterable, Sendable {
  case atLeast = ">="
  case moreThan = ">"
  case atMost = "<="
  case lessThan = "<"

  package func holds(_ value: Double, _ bound: Double) -> Bool {
    switch self {
    case .atLeast: value >= bound || isNear(value, bound)
    case .moreThan: value > bound && !isNear(value, bound)
    case .atMost: value <= bound || isNear(value, bound)
    case .lessThan: value < bound && !isNear(value, bound)
    }
  }

  /// Whether a greater value is better.
  package var wantsMore: Bool { self == .atLeast || self == .moreThan }

  /// The comparator that holds after both sides change their sign.
  var reversed: Comparator {
    switch self {
    case .atLeast: .atMost
    case .moreThan: .lessThan
    case .atMost: .atLeast
    case .lessThan: .moreThan
    }
  }
}

extension Indicator {
  /// The comparator by which a target is judged: the written one, else the one that follows from kind, direction and the way
  /// from the baseline. Nil for a range.
  package func comparatorInForce(of target: IndicatorTarget) -> Comparator? {
    if case .between = target.goal { return nil }
    if target.isComparatorWritten || direction != nil || kind == .floor || kind == .ceiling { return target.comparator }
    if case .every = target.goal { return target.comparator }
    guard let bound = value(of: target) else { return target.comparator }
    let start = kind == .level ? baseline?.value.value : 0
    return start.map { bound < $0 } ?? false ? .atMost : target.comparator
  }

  /// Whether more is better by a target, as far as its comparator, its direction or the way from the baseline says so.
  func wantsMore(by target: IndicatorTarget) -> Bool? { comparatorInForce(of: target)?.wantsMore }
}
