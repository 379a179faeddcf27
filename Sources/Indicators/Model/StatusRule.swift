import DataFormats

/// A rule or fact that a status or an indicator's meaning depends on, besides figures and target. It is compared with snapshots.
package enum StatusRule: String, CaseIterable, Sendable {
  /// Rules of a plan.
  case period, tolerance
  /// Rules of the site.
  case littleChange = "little-change"
  case asOf = "as-of"
  /// Facts of an indicator.
  case name, definition, limit, breaks, nature, reporting, judgement, plan
  case frequency
  case nextUpdate = "next-update"
  /// The target of a part of an indicator.
  case part
  /// Figures of an indicator, with their periods.
  case values
}

/// The value of a rule: a text as its author writes it, or a number that each language writes in its own form.
package enum RuleValue: Sendable {
  case text(String)
  /// A share, as 0.05.
  case percent(Double)
  /// A day or a period, as data files spell it.
  case time(String)
  /// Figures of an indicator.
  case figures([Observation], of: Indicator)

  /// `5%`, as snapshots have it; any other text stays one.
  package init(percent text: String) {
    self = RuleValue.share(text).map(RuleValue.percent) ?? .text(text)
  }

  /// `5%` as 0.05; nil for any other text.
  package static func share(_ text: String) -> Double? {
    text.hasSuffix("%") ? DecimalNumber(String(text.dropLast())).map { $0.value / 100 } : nil
  }
}
