import Indicators

/// One fact of a target: the indicator's own, or an interim one.
package struct TargetFact: Sendable {
  package let key: StaticString
  let column: FactColumn?
  let page: IndicatorFact.PageText?
  package let value: @Sendable (IndicatorTarget, Indicator) -> FactValue

  init(
    _ key: StaticString, _ column: FactColumn? = nil, page: IndicatorFact.PageText? = nil,
    _ value: @escaping @Sendable (IndicatorTarget, Indicator) -> FactValue
  ) {
    self.key = key
    self.column = column
    self.page = page
    self.value = value
  }

  package static let all: [TargetFact] = [
    .init("year", FactColumn("target_period", "The period of the target")) { target, _ in .year(target.period) },
    .init(
      "value", FactColumn("target_value", .number, "The target; a change is added to its baseline"),
      page: .required("target", "target with unit and year, or its phrase") {
        IndicatorWords.target(of: $0.indicator, $1)
      }
    ) { target, indicator in
      switch target.goal {
      case .value(let value): .decimal(value)
      case .change: .number(indicator.value(of: target))
      case .phrase, .done: .absent
      }
    },
    .init("change") { target, _ in
      guard case .change(let change) = target.goal else { return .absent }
      return .decimal(change)
    },
    .init("comparator", FactColumn("comparator", "How the target is met: >=, >, <= or <")) { target, _ in
      target.goal.isNumber ? .string(target.comparator.rawValue) : .absent
    },
    .init("approx", FactColumn("approximate", .boolean, "Whether within 5 % counts as met")) { target, _ in
      target.goal.isNumber ? .flag(target.isApproximate) : .absent
    },
    .init("text", FactColumn("target_text", "A target in words")) { target, _ in
      guard case .phrase(let text) = target.goal else { return .absent }
      return .string(text)
    },
    .init(
      "phrase",
      page: .optional("target-note", "how the plan words the target, as 5年内") { i, _ in i.indicator.target?.phrase }
    ) { target, _ in .text(target.phrase) },
  ]
}

extension IndicatorFact {
  /// A fact of the indicator's own target.
  init(_ fact: TargetFact) {
    self.init(in: "target", fact.key, fact.column, page: fact.page) { resolved, _ in
      guard let target = resolved.indicator.target else { return .absent }
      return fact.value(target, resolved.indicator)
    }
  }
}

extension IndicatorTarget.Goal {
  /// Whether a value is compared with it.
  fileprivate var isNumber: Bool {
    switch self {
    case .value, .change: true
    case .phrase, .done: false
    }
  }
}
