import DataFormats
import Diagnostics

/// An indicator as a register or a section's front matter declares it, before the plan's years are known.
package struct IndicatorDeclaration: Sendable {
  package var id: Located<String>?
  package var name: String
  package var shortName: String?
  package var definition: String?
  package var unit: String?
  package var kind: IndicatorKind = .level
  package var nature: Nature?
  package var category: String?
  package var group: String?
  package var measure: Measure = .cumulative
  var baseline: BaselineDeclaration?
  /// In the order of writing.
  var targets: [TargetDeclaration] = []
  var values: ValueDeclaration = .none
  /// What columns of its CSV file are.
  var columns = ColumnRoles()
  package var programme: Located<String>?
  package var plan: Located<String>?
  package var lead: Located<String>?
  package var support: [Located<String>] = []
  package var source: String?
  package var section: Located<String>?
  package var quote: Located<String>?
  package var precision: Int?
  var breaks: [Period] = []
  var revisions: [Revision] = []
  /// Remarks on single periods.
  var periodNotes: [(period: Period, text: String)] = []
  package var notes: [String] = []
  var judgement: Judgement?
  /// The whole entry, for findings.
  package var range: SourceRange
}

/// A baseline whose year may follow from the plan.
struct BaselineDeclaration: Sendable {
  let period: Period?
  let value: DecimalNumber
}

/// A target whose year may follow from the plan.
struct TargetDeclaration: Sendable {
  let period: Period?
  let goal: IndicatorTarget.Goal
  let comparator: Comparator?
  let isApproximate: Bool
  let phrase: String?
  let range: SourceRange
}

/// Observations with their periods, or values of consecutive years from the plan's first.
enum ValueDeclaration: Sendable {
  case none
  case dated([Observation])
  case consecutive([DecimalNumber?])
}

// MARK: - Resolving

extension IndicatorDeclaration {
  /// The indicator with its short forms written out by the plan's years.
  ///
  /// `table` holds the observations of the indicator's own CSV file. Findings, placed in `source`: a target before
  /// its baseline (`indicator.period`), two targets for one year (`indicator.target`).
  package func resolved(
    in plan: PlanPeriod, table: ObservationTable?, source: SourceText, reportingTo sink: DiagnosticSink
  ) -> Indicator {
    let base = baseline.map {
      Baseline(period: $0.period ?? .year(plan.baselineYear), value: $0.value)
    }
    let all = targets.map { target($0, plan: plan, baseline: base) }
      .sorted { $0.target.period < $1.target.period }
    let baseTime = base?.period.end ?? Period.year(plan.baselineYear).end
    for (target, declared) in all where target.period.end <= baseTime {
      sink.report(
        Diagnostic(
          .error, .indicatorPeriod,
          "the target of '\(name)' is for \(target.period), which is not after its baseline, \(base?.period ?? .year(plan.baselineYear))",
          hint: "give the target a later year, or the baseline an earlier one", at: source.location(of: declared.range)))
    }
    for (earlier, later) in zip(all, all.dropFirst()) where earlier.target.period == later.target.period {
      let places = [earlier, later].map { source.location(of: $0.declared.range) }.sorted { $0.line < $1.line }
      sink.report(
        Diagnostic(
          .error, .indicatorTarget, "'\(name)' has two targets for \(later.target.period)",
          hint: "keep one of them: an indicator has at most one target for a year", at: places[1],
          related: [.init("the other one is here", at: places[0])]))
    }
    return Indicator(
      id: id.flatMap { IndicatorID($0.value) }, name: name, shortName: shortName, definition: definition, unit: unit,
      kind: kind, nature: nature, category: category, group: group, measure: measure, plan: plan, baseline: base,
      target: all.last?.target, interimTargets: all.dropLast().map(\.target),
      observations: observations(in: plan, table: table), series: table?.series ?? [], breaks: breaks.sorted(),
      revisions: revisions, judgement: judgement, source: self.source, notes: notes, precision: precision)
  }

  /// The rows of the indicator's own CSV file in series. Findings: those of `ObservationTable`, and
  /// `csv.unknown-column`, placed in `source`, for a column that the file does not have.
  package func table(
    of rows: ObservationRows?, source: SourceText, reportingTo sink: DiagnosticSink
  ) -> ObservationTable? {
    columns.check(against: rows, source: source, reportingTo: sink)
    return rows.map { ObservationTable($0, roles: columns, unit: unit, reportingTo: sink) }
  }

  private func target(
    _ declared: TargetDeclaration, plan: PlanPeriod, baseline: Baseline?
  ) -> (target: IndicatorTarget, declared: TargetDeclaration) {
    let target = IndicatorTarget(
      period: declared.period ?? .year(plan.end), goal: declared.goal,
      comparator: declared.comparator ?? (kind == .ceiling ? .atMost : .atLeast),
      isComparatorWritten: declared.comparator != nil, isApproximate: declared.isApproximate, phrase: declared.phrase)
    return (target, declared)
  }

  private func observations(in plan: PlanPeriod, table: ObservationTable?) -> [Observation] {
    let own: [Observation] =
      switch values {
      case .none: []
      case .dated(let observations): observations
      case .consecutive(let numbers):
        numbers.enumerated().map { Observation(period: .year(plan.start + $0.offset), value: $0.element) }
      }
    let all = own + (table?.headline ?? [])
    guard !periodNotes.isEmpty else { return all.sorted { $0.period < $1.period } }
    return all.map { observation in
      let remarks = periodNotes.filter { $0.period == observation.period }.map(\.text)
      guard !remarks.isEmpty else { return observation }
      let texts = [observation.note].compactMap(\.self) + remarks
      return Observation(
        period: observation.period, value: observation.value, state: observation.state, source: observation.source,
        note: texts.joined(separator: " "), attributes: observation.attributes)
    }
    .sorted { $0.period < $1.period }
  }

  /// Whether the entry itself holds values, so that a CSV file beside it would say them twice.
  package var hasOwnValues: Bool {
    if case .none = values { false } else { true }
  }
}
