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
