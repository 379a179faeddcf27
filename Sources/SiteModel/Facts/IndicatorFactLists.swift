import Indicators

/// The facts of a baseline.
enum BaselineFacts: FactList {
  typealias Subject = Baseline

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == Baseline {
    v.fact("year", FactColumn("baseline_period", "The period of the baseline")) { baseline, _ in
      .year(baseline.period)
    }
    v.fact(
      "value", FactColumn("baseline_value", .number, "The baseline"),
      page: .optional("baseline", "the baseline with unit and year") { IndicatorWords.baseline(of: $0.indicator, $1) }
    ) { baseline, _ in .decimal(baseline.value) }
  }
}

/// The facts of a final or interim target.
enum TargetFacts: FactList {
  struct Subject {
    let target: IndicatorTarget
    let indicator: Indicator
  }

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == Subject {
    v.fact("year", FactColumn("target_period", "The period of the target")) { subject, _ in
      subject.target.isPeriodKnown ? .year(subject.target.period) : .absent
    }
    v.fact(
      "value", FactColumn("target_value", .number, "The target; a change is added to its baseline"),
      page: .required("target", "the target with unit and year, or as the plan words it") {
        IndicatorWords.target(of: $0.indicator, $1)
      }
    ) { subject, _ in
      switch subject.target.goal {
      case .value(let value): .decimal(value)
      case .change, .relative: .number(subject.indicator.value(of: subject.target))
      case .between, .every, .phrase, .direction, .done: .absent
      }
    }
    v.fact("change", FactColumn("target_change", "The change that the target adds to its baseline, such as -5 or -50%"))
    {
      subject, _ in
      switch subject.target.goal {
      case .change(let change): .decimal(change)
      case .relative(let share): .string(NumberFormat.data(share) + "%")
      case .value, .between, .every, .phrase, .direction, .done: .absent
      }
    }
    v.fact("between", FactColumn("target_range", "The ends of a target that is a range: 25; 30")) { subject, _ in
      if case .between(let low, let high) = subject.target.goal { .decimals([low, high]) } else { .absent }
    }
    v.fact("every", FactColumn("target_every", .number, "What every period must keep")) { subject, _ in
      if case .every(let number) = subject.target.goal { .decimal(number) } else { .absent }
    }
    v.fact("comparator", FactColumn("comparator", "How the target is met: >=, >, <= or <")) { subject, _ in
      guard subject.target.goal.isNumber else { return .absent }
      // A range is compared with both of its ends.
      return subject.indicator.comparatorInForce(of: subject.target).map { .string($0.rawValue) } ?? .absent
    }
    v.fact("approx", FactColumn("approximate", .boolean, "Whether a value within 5 % of the target meets it")) {
      subject, _ in
      subject.target.goal.isNumber ? .flag(subject.target.isApproximate) : .absent
    }
    v.fact("text", FactColumn("target_text", "A target in words")) { subject, _ in
      switch subject.target.goal {
      case .phrase(let text): .string(text)
      case .done(let text): .text(text)
      case .value, .change, .relative, .between, .every, .direction: .absent
      }
    }
    v.fact("direction", FactColumn("target_direction", "A direction without a number: up or down")) { subject, _ in
      .text(subject.target.direction?.rawValue)
    }
    v.fact(
      "phrase", FactColumn("target_phrase", "How the plan words the target's date"),
      page: .optional("target-note", "how the plan words the target, such as 5年内") { resolved, _ in
        resolved.indicator.target?.phraseBesidePeriod
      }
    ) { subject, _ in .text(subject.target.phrase) }
  }
}

/// The facts of the latest observation.
enum LatestFacts: FactList {
  typealias Subject = Observation

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == Observation {
    v.fact("period", FactColumn("latest_period", "The period of the latest value")) { latest, _ in
      .period(latest.period)
    }
    v.fact(
      "value", FactColumn("latest_value", .number, "The latest value"),
      page: .optional("latest", "the latest value with unit and period") {
        IndicatorWords.latest(of: $0.indicator, $1)
      }
    ) { latest, _ in .decimal(latest.value) }
    v.fact("state", FactColumn("latest_state", "The latest state of a milestone")) { latest, _ in
      .text(latest.state?.rawValue)
    }
  }
}

/// The section and sentence that promise the indicator.
enum PromiseFacts: FactList {
  typealias Subject = ResolvedIndicator

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == ResolvedIndicator {
    v.fact("section", FactColumn("section", "The path of the section that promises it")) { resolved, context in
      resolved.section.map { .path(context.pages[$0].route) } ?? .absent
    }
    v.fact(
      "quote", FactColumn("quote", "The sentence that promises it"),
      page: .optional("quote", "the sentence in which the plan promises it") { resolved, _ in resolved.quote }
    ) {
      resolved, _ in .text(resolved.quote)
    }
  }
}
