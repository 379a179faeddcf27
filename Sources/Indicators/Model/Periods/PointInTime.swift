/// Points in time are numbers of years, as `Period.start` and `Period.end`: the end of 2024 is 2025.0. They are computed from
/// months and days, so two that are equal on the calendar may differ in their last bits. Compare them with these functions,
/// never with `<` or `==`.
extension Double {
  /// A billionth of a year, about 30 milliseconds.
  fileprivate static let timeTolerance = 1e-9

  package func isLater(than time: Double) -> Bool { self > time + Double.timeTolerance }
  package func isEarlier(than time: Double) -> Bool { self < time - Double.timeTolerance }
  package func coincides(with time: Double) -> Bool { !isLater(than: time) && !isEarlier(than: time) }
}

extension Period {
  /// Whether the whole period has passed at a point in time.
  package func isOver(at time: Double) -> Bool { !end.isLater(than: time) }

  /// Whether the period has begun before a point in time: at the moment of its start it has not.
  package func hasBegun(by time: Double) -> Bool { start.isEarlier(than: time) }

  /// The last calendar year that is over at a point in time.
  package static func lastYear(at time: Double) -> Period { .year(Int(time + Double.timeTolerance) - 1) }
}
