import Indicators
import Words

/// The length of the periods for which an indicator has amounts. The amount that is planned is shown for as long a time.
enum AmountLength: Int {
  /// The raw values are months.
  case month = 1
  case quarter = 3
  case half = 6
  case year = 12

  /// Nil where the amounts are for periods of several lengths, or of another length: no planned amount is comparable then.
  init?(of indicator: Indicator) {
    var length: Int?
    for observation in indicator.observations where observation.value != nil {
      guard let months = observation.period.months?.count, length ?? months == months else { return nil }
      length = months
    }
    guard let length, let known = AmountLength(rawValue: length) else { return nil }
    self = known
  }

  var years: Double { Double(rawValue) / 12 }

  /// The word in a chart for the amount that a target asks for in each period, or allows.
  func word(isLimit: Bool) -> Word {
    switch self {
    case .month: isLimit ? .chartAllowedPerMonth : .chartPerMonth
    case .quarter: isLimit ? .chartAllowedPerQuarter : .chartPerQuarter
    case .half: isLimit ? .chartAllowedPerHalfYear : .chartPerHalfYear
    case .year: isLimit ? .chartAllowedPerYear : .chartPerYear
    }
  }
}
