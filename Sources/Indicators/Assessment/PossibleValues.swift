extension Indicator {
  /// Whether a level can have the projected value. It cannot be more than 100 % or more than 366 days a year, and not below
  /// zero, if all figures keep within that; a total or a rate may be any amount above zero.
  func isPossible(_ projection: Double) -> Bool {
    var largest = 0.0
    var smallest = 0.0
    for index in observations.indices {
      guard let value = observations[index].value?.value else { continue }
      largest = max(largest, value)
      smallest = min(smallest, value)
    }
    if let start = baseline?.value.value { (largest, smallest) = (max(largest, start), min(smallest, start)) }
    if smallest == 0, projection < 0, !isNear(projection, 0) { return false }
    if kind == .level, isShare, largest <= 100, projection > 100, !isNear(projection, 100) { return false }
    return !(kind == .level && largest <= 366 && projection > 366 && isDays)
  }

  /// Whether the unit is days, which a year has 365 or 366 of.
  private var isDays: Bool {
    switch unit {
    case "天", "日", "天/年", "days", "days a year", "days per year", "days/year", "days in the year": true
    default: false
    }
  }
}
