import DataFormats
import Diagnostics

extension IndicatorDeclaration {
  func period(of target: TargetDeclaration, _ plan: PlanPeriod) -> Period { target.period ?? .year(plan.end) }

  /// `rule` places budget years.
  func targetsByPeriod(_ plan: PlanPeriod, _ rule: FiscalYearRule?) -> TargetDeclarations {
    let targets = rule.map { rule in TargetDeclarations(self.targets.map { $0.placed(by: rule) }) } ?? self.targets
    guard targets.count > 1 else { return targets }
    return TargetDeclarations(targets.sorted { period(of: $0, plan) < period(of: $1, plan) })
  }

  func direction(of declared: TargetDeclaration?) -> Direction? { declared?.direction ?? details?.direction }

  func target(_ declared: TargetDeclaration, _ plan: PlanPeriod) -> IndicatorTarget {
    IndicatorTarget(
      period: period(of: declared, plan), goal: declared.goal, comparator: declared.comparator, kind: kind,
      isApproximate: declared.isApproximate, phrase: declared.phrase, direction: declared.direction,
      details?.direction, isPeriodWritten: declared.period != nil)
  }

  /// A comparator, or a kind, that says the opposite of the direction.
  func checkDirection(
    of target: TargetDeclaration, _ source: @autoclosure () -> SourceText, _ sink: DiagnosticSink
  ) {
    guard let direction = target.direction ?? details?.direction else { return }
    if let comparator = target.comparator, comparator.wantsMore != (direction == .up) {
      sink.report(
        Diagnostic(
          .error, .conflictingKeys,
          "the comparator '\(comparator.rawValue)' of '\(name)' contradicts 'direction: \(direction.rawValue)'",
          hint: "remove one of them", at: source().location(of: target.range)))
    } else if kind == .floor && direction == .down || kind == .ceiling && direction == .up {
      sink.report(
        Diagnostic(
          .error, .conflictingKeys,
          "'kind: \(kind.rawValue)' of '\(name)' contradicts 'direction: \(direction.rawValue)'",
          hint: "remove 'direction'", at: source().location(of: target.range)))
    }
  }

  /// Several targets, by period: each is after the baseline and for a time of its own, and only the last has a history.
  func checkPath(
    _ targets: TargetDeclarations, _ plan: PlanPeriod, baseline start: Period, _ source: @autoclosure () -> SourceText,
    _ sink: DiagnosticSink
  ) {
    for target in targets where period(of: target, plan).end <= start.end {
      reportTooEarly(target, plan, baseline: start, source(), sink)
    }
    for index in targets.indices.dropFirst()
    where period(of: targets[index], plan) == period(of: targets[index - 1], plan) {
      reportRepeated(targets[index - 1], targets[index], plan, source(), sink)
    }
    for target in targets.dropLast() where !target.earlier.isEmpty { reportHistory(in: target, source(), sink) }
  }

  func reportTooEarly(
    _ target: TargetDeclaration, _ plan: PlanPeriod, baseline: Period, _ source: SourceText, _ sink: DiagnosticSink
  ) {
    sink.report(
      Diagnostic(
        .error, .indicatorPeriod,
        "the target of '\(name)' is for \(period(of: target, plan)), which is not after its baseline, \(baseline)",
        hint: "give the target a later year, or the baseline an earlier one", at: source.location(of: target.range)))
  }

  func reportRepeated(
    _ a: TargetDeclaration, _ b: TargetDeclaration, _ plan: PlanPeriod, _ source: SourceText, _ sink: DiagnosticSink
  ) {
    let locations = [a, b].map { source.location(of: $0.range) }.sorted { $0.line < $1.line }
    sink.report(
      Diagnostic(
        .error, .indicatorTarget, "'\(name)' has two targets for \(period(of: a, plan))",
        hint:
          "remove one of them; if the first was changed, keep the new one and add what it was: 'earlier: [{\(goalInWords(a, b)), until: 2026-03, why: …}]'",
        at: locations[1],
        related: [.init("the other target is here", at: locations[0])]))
  }

  func reportHistory(in target: TargetDeclaration, _ source: SourceText, _ sink: DiagnosticSink) {
    sink.report(
      Diagnostic(
        .error, .indicatorTarget, "only the last target of '\(name)' may have 'earlier'",
        hint:
          "write the earlier path into the last target: 'earlier: [{targets: [{year: …, value: …}], until: 2026-03, why: …}]'",
        at: source.location(of: target.range)))
  }

  /// The goal that was written first, as an author writes it.
  private func goalInWords(_ a: TargetDeclaration, _ b: TargetDeclaration) -> String {
    (a.range.start < b.range.start ? a : b).goal.written ?? "value: …"
  }
}

extension IndicatorTarget {
  /// A target with the comparator that follows from kind and direction, unless one is written. `general` is the direction
  /// of the whole indicator.
  init(
    period: Period, goal: Goal, comparator: Comparator?, kind: IndicatorKind, isApproximate: Bool, phrase: String?,
    direction: Direction?, _ general: Direction?, isPeriodWritten: Bool
  ) {
    let better = direction ?? general
    let isDueAtEnd =
      switch goal {
      case .value, .change, .relative, .between, .every, .done: true
      case .phrase(let words): better == nil && !namesYear(words)
      case .direction: better == nil
      }
    let isPhrase = if case .phrase = goal { true } else { false }
    let leadsDown = kind == .ceiling || kind != .floor && better == .down
    self.init(
      period: period, isPeriodKnown: isDueAtEnd || isPeriodWritten,
      isPeriodAssumed: isPhrase && isDueAtEnd && !isPeriodWritten && phrase == nil, goal: goal,
      comparator: comparator ?? (leadsDown ? .atMost : .atLeast), isComparatorWritten: comparator != nil,
      isApproximate: isApproximate, phrase: phrase, direction: direction)
  }
}

/// Whether words have a year of their own, as `accredited by 2027`: the end of the plan is not their time then.
private func namesYear(_ phrase: String) -> Bool {
  phrase.split { !("0"..."9").contains($0) }.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
}

extension IndicatorTarget.Goal {
  /// The goal as data files have it, whatever the language of the site: `10`, `[25, 30]`, `-40%`, `every 90`, `done`.
  package var inData: String {
    switch self {
    case .value(let number): NumberFormat.data(number)
    case .change(let number): "change " + NumberFormat.data(number)
    case .relative(let number): "change " + NumberFormat.data(number) + "%"
    case .between(let low, let high): "[\(NumberFormat.data(low)), \(NumberFormat.data(high))]"
    case .every(let number): "every " + NumberFormat.data(number)
    case .phrase(let text), .done(let text?): text
    case .done(nil): "done"
    case .direction: "direction"
    }
  }

  /// The goal as an author writes it, such as `between: [25, 30]`; nil for a milestone and a direction.
  var written: String? {
    switch self {
    case .value(let number): "value: \(NumberFormat.data(number))"
    case .change(let number): "change: \(NumberFormat.data(number))"
    case .relative(let number): "change: \"\(NumberFormat.data(number))%\""
    case .between(let low, let high): "between: [\(NumberFormat.data(low)), \(NumberFormat.data(high))]"
    case .every(let number): "every: \(NumberFormat.data(number))"
    case .phrase(let text): "text: \(text)"
    case .direction, .done: nil
    }
  }
}
