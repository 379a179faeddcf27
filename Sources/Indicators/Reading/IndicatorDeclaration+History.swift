import Diagnostics

extension IndicatorDeclaration {
  /// The last target before each change. Reports a change without a value to be measured from (`indicator.target`), and
  /// goals that no target of its kind can have (`indicator.kind` and others, as for the target itself).
  func history(
    _ declared: TargetDeclaration?, _ target: IndicatorTarget?, _ interim: [IndicatorTarget], _ baseline: Baseline?,
    unit: String?, _ plan: PlanPeriod, _ source: @autoclosure () -> SourceText, _ sink: DiagnosticSink
  ) -> TargetHistory? {
    guard let declared, let target, !declared.earlier.isEmpty else { return nil }
    let current = TargetTerms(
      target: target.with(direction: direction(of: declared)), interimTargets: interim, baseline: baseline, kind: kind,
      measure: measure, unit: unit,
      direction: direction(of: declared), quote: quote?.value)
    var earlier: [EarlierTarget] = []
    var next = current
    for entry in declared.earlier.sorted(by: { $0.until > $1.until }) {
      let terms = terms(entry, before: next, plan)
      if terms.baseline == nil, terms.kind != .increase, terms.target.goal.needsBaseline {
        sink.report(
          Diagnostic(
            .error, .indicatorTarget, "a target that is a change needs a baseline",
            hint: "add what it was measured from: 'baseline: {year: …, value: …}'",
            at: source().location(of: entry.range)))
      }
      if entry.changesFigures {
        let found = terms.firstImpossible(at: source().location(of: entry.range))
        if let found { sink.report(found) }
      }
      earlier.append(EarlierTarget(terms: terms, until: entry.until, by: entry.by, why: entry.why))
      next = terms
    }
    return TargetHistory(current: current, earlier: earlier.reversed())
  }

  /// Reports an entry of the history that says nothing else than the target after it (`indicator.target`).
  func checkHistory(of indicator: Indicator, _ source: @autoclosure () -> SourceText, _ sink: DiagnosticSink) {
    guard let history = indicator.history else { return }
    for (earlier, next) in history.changes
    where earlier.terms.facts(of: indicator.under(earlier.terms)) == next.facts(of: indicator.under(next)) {
      guard let entry = targets.lazy.flatMap(\.earlier).first(where: { $0.until == earlier.until }) else { continue }
      sink.report(
        Diagnostic(
          .error, .indicatorTarget, "the target of '\(name)' until \(earlier.until) is the same as after it",
          hint: "write what it was, or remove the entry", at: source().location(of: entry.range)))
    }
  }

  /// Reports a change of the target that is after `time` (`indicator.target`).
  func checkHistory(at time: Double, _ source: @autoclosure () -> SourceText, _ sink: DiagnosticSink) {
    for entry in targets.lazy.flatMap(\.earlier) where isAtLeast(entry.until.start, time) {
      sink.report(
        Diagnostic(
          .error, .indicatorTarget, "the target of '\(name)' is changed in \(entry.until), after 'as-of' in site.yaml",
          hint: "correct 'until', or move 'as-of': until then the old target is in force",
          at: source().location(of: entry.range)))
    }
  }

  /// The terms of an entry of the history; a key that it does not write is that of `next`, the target after it.
  private func terms(_ entry: EarlierDeclaration, before next: TargetTerms, _ plan: PlanPeriod) -> TargetTerms {
    var terms = next
    terms.kind = entry.kind ?? next.kind
    terms.measure = entry.measure ?? next.measure
    terms.unit = entry.unit.applied(to: next.unit)
    terms.quote = entry.quote.applied(to: next.quote)
    terms.direction = entry.direction.applied(to: next.direction)
    terms.baseline =
      switch entry.baseline {
      case .unchanged: next.baseline
      case .absent: nil
      case .was(let baseline):
        Baseline(
          period: baseline.period ?? next.baseline?.period ?? .year(plan.baselineYear), value: baseline.value)
      }
    let comparator = entry.comparator ?? (next.target.isComparatorWritten ? next.target.comparator : nil)
    terms.target = IndicatorTarget(
      period: entry.period ?? next.target.period, goal: entry.goal ?? next.target.goal, comparator: comparator,
      kind: terms.kind, isApproximate: entry.isApproximate ?? next.target.isApproximate,
      phrase: entry.phrase.applied(to: next.target.phrase), direction: terms.direction, nil,
      isPeriodWritten: entry.period != nil || next.target.statedPeriod != nil)
    terms.interimTargets =
      switch entry.interim {
      case .unchanged: next.interimTargets
      case .absent: []
      case .was(let path):
        path.map { declared in
          IndicatorTarget(
            period: declared.period ?? .year(plan.end), goal: declared.goal, comparator: declared.comparator,
            kind: terms.kind, isApproximate: declared.isApproximate, phrase: declared.phrase,
            direction: declared.direction, terms.direction, isPeriodWritten: declared.period != nil)
        }.sorted { $0.period < $1.period }
      }
    return terms
  }
}

extension TargetTerms {
  /// The first goal that the kind cannot have, or a baseline of a rate that leaves nothing to grow.
  fileprivate func firstImpossible(at location: @autoclosure () -> SourceLocation) -> Diagnostic? {
    for target in interimTargets + [target] {
      let finding = Diagnostic.impossibleGoal(
        target.goal, target.isComparatorWritten ? target.comparator : nil, kind: kind, measure: measure,
        baseline: baseline?.value, at: location())
      if let finding { return finding }
    }
    guard kind == .rate, let start = baseline?.value else { return nil }
    return Diagnostic.impossibleRate(start, at: location())
  }
}

extension EarlierDeclaration {
  /// Whether the entry says anything that its figures must fit. What it does not say is reported of the target after
  /// it.
  fileprivate var changesFigures: Bool {
    goal != nil || kind != nil || measure != nil || comparator != nil || interim.isWritten || baseline.isWritten
  }
}

extension EarlierDeclaration.Fact {
  fileprivate var isWritten: Bool { if case .unchanged = self { false } else { true } }
}
