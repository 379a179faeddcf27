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
      subject.target.statedPeriod.map { .year($0) } ?? .absent
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

/// The sources of the figures, and the texts about the indicator. Few indicators have any of it.
enum DetailFacts: FactList {
  typealias Subject = IndicatorDetails

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == IndicatorDetails {
    v.fact(
      "source", FactColumn("source", "Where its figures come from"),
      page: .optional("source") { resolved, _ in resolved.indicator.source }
    ) { details, _ in .text(details.source) }
    v.fact(
      "code", FactColumn("code", "Its own number, such as 1.a.2"),
      page: .optional("code", "its own number") { resolved, _ in resolved.indicator.metadata?.code }
    ) { details, _ in .text(details.metadata?.code) }
    v.fact(
      "reporting", FactColumn("reporting", "complete, in-progress, not-started or not-applicable"),
      page: .optional("reporting", "how far it is reported") { IndicatorWords.reporting(of: $0.indicator, $1) }
    ) { details, _ in .text(details.reporting?.rawValue) }
    v.fact("nonStatistical", FactColumn("non_statistical", .boolean, "Whether it has no figures by its nature")) {
      details, _ in details.isNonStatistical ? .flag(true) : .absent
    }
    v.visit(MetadataFacts.self) { $0.metadata }
    v.fact(
      "frequency", FactColumn("frequency", "How often figures are published, such as yearly or every 5 years"),
      page: .optional("frequency", "how often its figures are published") { resolved, language in
        resolved.indicator.details?.frequency?.text(language)
      }
    ) { details, _ in .text(details.frequency?.description) }
    v.fact(
      "nextUpdate", FactColumn("next_update", "When the next figure is due: a day, a month or another period"),
      page: .optional("next-update", "when the next figure is due") { resolved, language in
        resolved.indicator.details?.nextUpdate?.text(language)
      }
    ) { details, _ in .text(details.nextUpdate?.description) }
  }
}

/// The texts of an indicator.
enum MetadataFacts: FactList {
  typealias Subject = IndicatorMetadata

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == IndicatorMetadata {
    v.fact("purpose", FactColumn("purpose", "Why it counts")) { metadata, _ in metadata.text(.purpose) }
    v.fact("method", FactColumn("method", "How it is worked out")) { metadata, _ in metadata.text(.method) }
    v.fact("limitations", FactColumn("limitations", "What the figures do not show")) { metadata, _ in
      metadata.text(.limitations)
    }
    v.fact("coverage", FactColumn("coverage", "What the figures cover")) { metadata, _ in metadata.text(.coverage) }
    v.fact("context", FactColumn("context", "What to know about it")) { metadata, _ in metadata.text(.context) }
    v.fact("contact", FactColumn("contact", "Whom to ask")) { metadata, _ in metadata.text(.contact) }
    v.fact("sources", FactColumn("sources", "Where its figures come from, if from several sources")) { metadata, _ in
      metadata.sources.isEmpty ? .absent : .list(metadata.sources.map(\.text))
    }
    v.fact("links", FactColumn("links", "Related addresses")) { metadata, _ in
      metadata.links.isEmpty
        ? .absent : .list(metadata.links.map { $0.title == $0.url.value ? $0.title : "\($0.title) \($0.url.value)" })
    }
    v.fact("tags", FactColumn("tags", "Its tags")) { metadata, _ in
      metadata.tags.isEmpty ? .absent : .list(metadata.tags)
    }
    v.fact("more", FactColumn("more", "What else its author says, under headings")) { metadata, _ in
      let own = metadata.ownTexts
      return own.isEmpty ? .absent : .pairs(own)
    }
  }
}

extension IndicatorMetadata {
  fileprivate func text(_ heading: Entry.Known) -> FactValue {
    .text(entries.first { $0.heading == .known(heading) }?.text)
  }
}
