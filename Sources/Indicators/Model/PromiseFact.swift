import DataFormats

/// One fact of a promise, under the key that authors write it with. Promises are compared fact by fact.
package struct PromiseFact: Hashable, Sendable {
  package let key: String
  package let value: PromiseValue

  package init(_ key: String, _ value: PromiseValue) {
    self.key = key
    self.value = value
  }

  /// The fact as an author writes it: `value: 14`.
  package var written: String { "\(key): \(value.written)" }

  /// The keys of a target's goal. A target has at most one of them.
  package static let goals: Set<String> = ["value", "change", "between", "every", "text"]
  /// The keys that stand in a target itself, rather than in its indicator.
  package static let ofTarget: Set<String> = goals.union(["year", "comparator", "approx", "phrase", "direction"])
  /// The keys of an indicator that belong to its promise.
  package static let ofIndicator = ["targets", "baseline", "kind", "measure", "unit", "quote"]
}

extension [PromiseFact] {
  /// The sentence that makes the promise.
  package var quotation: String? {
    if case .text(let text)? = first(where: { $0.key == "quote" })?.value { text } else { nil }
  }

  package var withoutQuotation: Set<PromiseFact> { Set(filter { $0.key != "quote" }) }
}

extension [(earlier: EarlierTarget, facts: [PromiseFact])] {
  /// The index of the first entry of a history that says all that was promised, but leaves out its quotation, which
  /// changed with it; so that it has that of the target after it. Nil where there is none, and where an entry says
  /// everything.
  ///
  /// `promised` are the facts of an earlier time, `now` those of today.
  package func entryWithoutQuotation(of promised: [PromiseFact], now: [PromiseFact]) -> Int? {
    guard !contains(where: { Set($0.facts) == Set(promised) }) else { return nil }
    let facts = promised.withoutQuotation
    return indices.first { index in
      let next = index + 1 < count ? self[index + 1].facts : now
      return self[index].facts.withoutQuotation == facts && self[index].facts.quotation == next.quotation
        && next.withoutQuotation != facts
    }
  }
}

/// A value of a promise. Numbers are written in one way, so that 20 and 20.0 are equal.
package enum PromiseValue: Hashable, Sendable {
  case number(String)
  case text(String)
  case list([PromiseValue])
  case mapping([PromiseFact])

  package init(_ number: DecimalNumber) { self = .number(number.longText ?? jsonText(number.value)) }

  /// The value of a node of a snapshot.
  package init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let isPlain):
      if isPlain, let number = DecimalNumber(text) { self = PromiseValue(number) } else { self = .text(text) }
    case .sequence(let items): self = .list(items.map { PromiseValue($0) })
    case .mapping(let entries): self = .mapping(entries.map { PromiseFact($0.key.value, PromiseValue($0.value)) })
    }
  }

  /// In the notation of YAML, on one line.
  package var written: String {
    switch self {
    case .number(let text): text
    case .text(let text): PromiseValue.quotedIfNeeded(text)
    case .list(let items): "[\(items.map(\.written).joined(separator: ", "))]"
    case .mapping(let facts): "{\(facts.map(\.written).joined(separator: ", "))}"
    }
  }

  /// Quoted where YAML would read plain text as something else, or would end it.
  private static func quotedIfNeeded(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    let isClosed = text.unicodeScalars.contains { ",:#{}[]\"'\n%".unicodeScalars.contains($0) }
    if isPlain, !isClosed { return text }
    let escaped = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    return "\"\(escaped)\""
  }
}

// MARK: - Facts of an indicator

extension TargetTerms {
  /// Every fact, in a fixed order: the goal first. `indicator` has these terms.
  package func facts(of indicator: Indicator) -> [PromiseFact] {
    var facts = target.facts(of: indicator)
    if let direction { facts.append(PromiseFact("direction", .text(direction.rawValue))) }
    return facts + indicatorFacts(of: indicator)
  }

  private func indicatorFacts(of indicator: Indicator) -> [PromiseFact] {
    var facts: [PromiseFact] = []
    if !interimTargets.isEmpty {
      facts.append(
        PromiseFact("targets", .list(interimTargets.map { .mapping($0.facts(of: indicator, isInterim: true)) })))
    }
    if let baseline {
      facts.append(
        PromiseFact(
          "baseline",
          .mapping([
            PromiseFact("year", baseline.period.written), PromiseFact("value", PromiseValue(baseline.value)),
          ])))
    }
    facts.append(PromiseFact("kind", .text(kind.rawValue)))
    if kind == .increase { facts.append(PromiseFact("measure", .text(measure.rawValue))) }
    if let unit { facts.append(PromiseFact("unit", .text(unit))) }
    if let quote { facts.append(PromiseFact("quote", .text(quote))) }
    return facts
  }
}

extension IndicatorTarget {
  fileprivate func facts(of indicator: Indicator, isInterim: Bool = false) -> [PromiseFact] {
    var facts: [PromiseFact] = []
    switch goal {
    case .value(let number): facts.append(PromiseFact("value", PromiseValue(number)))
    case .change(let number): facts.append(PromiseFact("change", PromiseValue(number)))
    case .relative(let share): facts.append(PromiseFact("change", .text("\(jsonText(share.value))%")))
    case .between(let low, let high):
      facts.append(PromiseFact("between", .list([PromiseValue(low), PromiseValue(high)])))
    case .every(let number): facts.append(PromiseFact("every", PromiseValue(number)))
    case .phrase(let text), .done(let text?): facts.append(PromiseFact("text", .text(text)))
    case .direction, .done(nil): break
    }
    if isPeriodKnown { facts.append(PromiseFact("year", period.written)) }
    // An interim target is a point of the path, and says how it is compared only if its author does.
    if goal.isNumber, !isInterim || isComparatorWritten, let comparator = indicator.comparatorInForce(of: self) {
      facts.append(PromiseFact("comparator", .text(comparator.rawValue)))
    }
    if isApproximate { facts.append(PromiseFact("approx", .text("true"))) }
    if let phrase { facts.append(PromiseFact("phrase", .text(phrase))) }
    return facts
  }
}

extension Indicator {
  /// The comparator by which a target is judged: the written one, else the one that follows from kind, direction and
  /// the way from the baseline. Nil for a range.
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

  /// The keys of facts that its status or its meaning depends on, besides its target and its name.
  package static let detailKeys = [
    "definition", "limit", "breaks", "nature", "reporting", "judgement", "next-update", "frequency",
  ]

  /// Its name and the facts of `detailKeys`.
  package var detailFacts: [PromiseFact] {
    var facts = [PromiseFact("name", .text(name))]
    if let definition = details?.definition { facts.append(PromiseFact("definition", .text(definition))) }
    if let limit { facts.append(PromiseFact("limit", PromiseValue(limit))) }
    if !breaks.isEmpty { facts.append(PromiseFact("breaks", .list(breaks.map(\.written)))) }
    if let nature { facts.append(PromiseFact("nature", .text(nature.rawValue))) }
    // Only what takes its status away.
    if isNonStatistical {
      facts.append(PromiseFact("reporting", .text("non-statistical")))
    } else if reporting == .notApplicable {
      facts.append(PromiseFact("reporting", .text(Reporting.notApplicable.rawValue)))
    }
    if let judgement { facts.append(PromiseFact("judgement", judgement.written)) }
    if let frequency = details?.frequency { facts.append(PromiseFact("frequency", .text(frequency.description))) }
    if let next = details?.nextUpdate { facts.append(PromiseFact("next-update", .text(next.description))) }
    return facts
  }

  /// The facts of today's promise; without a target only its direction and what it is measured by. `quote` is the
  /// sentence that makes the promise.
  package func facts(quote: String?) -> [PromiseFact] {
    let target = target ?? .none(of: self)
    let terms = TargetTerms(
      target: target, interimTargets: interimTargets, baseline: baseline, kind: kind, measure: measure, unit: unit,
      direction: direction, quote: quote)
    return terms.facts(of: self)
  }
}

extension Judgement {
  fileprivate var written: PromiseValue {
    var facts = [PromiseFact("status", .text(status.rawValue))]
    if let on { facts.append(PromiseFact("on", .text(on.description))) }
    return .mapping(facts)
  }

  /// The status of a judgement in a snapshot, and the day on which it was set.
  package static func read(_ value: PromiseValue?) -> (status: String, on: CalendarDate?)? {
    guard case .mapping(let facts) = value else { return nil }
    func text(_ key: String) -> String? {
      if case .text(let text) = facts.first(where: { $0.key == key })?.value { text } else { nil }
    }
    return text("status").map { ($0, text("on").flatMap { CalendarDate($0) }) }
  }
}

extension Period {
  fileprivate var written: PromiseValue {
    if case .year(let year) = self { return .number(String(year)) }
    return .text(description)
  }
}
