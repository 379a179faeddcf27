import DataFormats
import Diagnostics

extension IndicatorDeclaration {
  /// The rows of the indicator's own CSV file as series, and its rows in tables of values.
  ///
  /// `siteRoles` and `fiscalYear` are the site's settings for columns and budget years; the indicator's own setting takes
  /// precedence. Reports the findings of `ObservationTable`, a rate of −100 % or less (`indicator.kind`), and
  /// `csv.unknown-column` in `source` for a column that the file does not have.
  package func table(
    of rows: ObservationRows?, and shared: [ObservationRows] = [], siteRoles: ColumnRoles = ColumnRoles(),
    fiscalYear: FiscalYearRule? = nil,
    source: @autoclosure () -> SourceText,
    reportingTo sink: DiagnosticSink
  ) -> ObservationTable? {
    let columns = references?.columns ?? ColumnRoles()
    if !columns.isEmpty { columns.check(against: rows, source: source(), reportingTo: sink) }
    if kind == .rate, let rows { rows.checkRates(reportingTo: sink) }
    var table = rows.map {
      ObservationTable(
        $0, of: self, siteRoles: siteRoles, fiscalYear: periodRules?.fiscalYear ?? fiscalYear, reportingTo: sink)
    }
    guard !shared.isEmpty else { return table }
    for rows in shared {
      if kind == .rate { rows.checkRates(reportingTo: sink) }
      checkPercentages(rows, sink)
      if kind == .milestone, let row = rows.rows.first { reportMilestone(row, rows, sink) }
    }
    if table == nil { table = ObservationTable(shared: shared) } else { table?.shared = shared }
    return table
  }

  /// The indicator with its short forms expanded by the plan's years. `table` holds the observations of its CSV file.
  ///
  /// `unit`, `name` and `owner` are those of figures that do not lead, which have no entry of their own. Values for periods
  /// that end after `knownUntil`, in years, are left out.
  ///
  /// Reports in `source`: a target that is not after its baseline (`indicator.period`), two targets for one period
  /// (`indicator.target`), and values that are left out (`audit.after-as-of`).
  package func resolved(
    in plan: PlanPeriod, table: ObservationTable?, unit: String? = nil, name: String? = nil, owner: IndicatorID? = nil,
    knownUntil: Double? = nil, fiscalYear: FiscalYearRule? = nil,
    source: @autoclosure () -> SourceText,
    reportingTo sink: DiagnosticSink
  ) -> Indicator {
    let rule = periodRules?.fiscalYear ?? fiscalYear
    var all = observations(plan, table, rule, source, sink)
    var series = table?.parts ?? []
    if let knownUntil { leaveOut(after: knownUntil, &all, &series, source(), sink) }
    let baseline = baseline.map {
      Baseline(period: placed($0.period, rule) ?? .year(plan.baselineYear), value: $0.value)
    }
    let targets = targetsByPeriod(plan, rule)
    // Nearly all indicators have one target. It is copied once: a copy takes longer than a look at it.
    let (declared, hasPath) = (targets.last, targets.count > 1)
    if details?.direction != nil || declared?.direction != nil
      || hasPath && targets.contains(where: { $0.direction != nil })
    {
      for target in targets { checkDirection(of: target, source(), sink) }
    }
    let start = baseline?.period ?? .year(plan.baselineYear)
    if hasPath {
      checkPath(targets, plan, baseline: start, source(), sink)
    } else if let declared, period(of: declared, plan).end <= start.end {
      reportTooEarly(declared, plan, baseline: start, source(), sink)
    }
    let last = declared.map { target($0, plan) }
    let interim = hasPath ? targets.dropLast().map { target($0, plan) } : []
    let facets = facets(
      of: table, in: plan, knownUntil: knownUntil, fiscalYear: rule, source: source, reportingTo: sink)
    let indicator = Indicator(
      name: name ?? self.name, unit: unit ?? table?.unit ?? self.unit, kind: kind, measure: measure, plan: plan,
      baseline: baseline, target: last,
      interimTargets: interim, observations: all, series: series, direction: direction(of: declared),
      history: history(declared, last, interim, baseline, unit: unit ?? table?.unit ?? self.unit, plan, source(), sink),
      details: knownUntil.flatMap { detailsUpTo($0, plan, rule, source(), sink) } ?? details,
      leftOutLines: table?.leftOut ?? [], fileRemarks: table?.remarks ?? [], fiscalYear: rule,
      calculationLines: table?.calculation ?? [], facets: facets, owner: owner,
      seriesName: table?.facets.first?.series)
    checkHistory(of: indicator, source(), sink)
    if owner == nil, let time = knownUntil {
      checkJudgement(at: time, source(), sink)
      checkHistory(at: time, source(), sink)
    }
    return indicator
  }

  /// Reports a judgement of a day after `time` (`audit.after-as-of`).
  private func checkJudgement(at time: Double, _ source: @autoclosure () -> SourceText, _ sink: DiagnosticSink) {
    guard let day = details?.judgement?.on, !isAtLeast(time, Period.day(day).end) else { return }
    sink.report(
      Diagnostic(
        .warning, .auditAfterAsOf,
        "the judgement of '\(name)' on \(day.description) is left out, because the day is after 'as-of' in site.yaml",
        hint: "correct the day, or move 'as-of' in site.yaml", at: source().location(of: range)))
  }

  // MARK: Observations

  private func leaveOut(
    after time: Double, _ observations: inout [Observation], _ series: inout [DisaggregatedSeries],
    _ source: @autoclosure () -> SourceText, _ sink: DiagnosticSink
  ) {
    func isLater(_ observation: Observation) -> Bool { !isAtLeast(time, observation.end) }
    if let first = observations.first(where: isLater) {
      sink.report(
        Diagnostic(
          .warning, .auditAfterAsOf,
          "the value of '\(name)' for \(first.period) is left out, because the period ends after 'as-of' in site.yaml",
          hint: "give 'as-of' a later month, or remove the value", at: source().location(of: range)))
      observations.removeAll(where: isLater)
    }
    guard series.contains(where: { $0.observations.contains(where: isLater) }) else { return }
    series = series.map { part in
      DisaggregatedSeries(dimensions: part.dimensions, observations: part.observations.filter { !isLater($0) })
    }
  }

  /// The details without figures of comparisons for periods that end after `time`; nil where there are none of these. Reports
  /// what is left out (`audit.after-as-of`).
  private func detailsUpTo(
    _ time: Double, _ plan: PlanPeriod, _ rule: FiscalYearRule?, _ source: @autoclosure () -> SourceText,
    _ sink: DiagnosticSink
  ) -> IndicatorDetails? {
    guard let details, !details.comparisons.isEmpty else { return nil }
    var hasLater = false
    let comparisons = details.comparisons.map { comparison -> Comparison in
      let later = comparison.periods(after: time, plan: plan, rule)
      guard let first = later.first else { return comparison }
      hasLater = true
      sink.report(
        Diagnostic(
          .warning, .auditAfterAsOf,
          "the value of '\(comparison.name)' beside '\(name)' for \(first) is left out, because the period ends after 'as-of' in site.yaml",
          hint: "give 'as-of' a later month, or remove the value", at: source().location(of: range)))
      return comparison.without(Set(later), plan: plan)
    }
    return hasLater ? IndicatorDetails(details, comparisons: comparisons) : nil
  }

  private func observations(
    _ plan: PlanPeriod, _ table: ObservationTable?, _ rule: FiscalYearRule?, _ source: () -> SourceText,
    _ sink: DiagnosticSink
  ) -> [Observation] {
    let own: [Observation] =
      switch values {
      case .none: []
      case .dated(let observations): rule.map { rule in observations.map { $0.placed(by: rule) } } ?? observations
      case .consecutive(let numbers):
        numbers.indices.map { Observation(period: .year(plan.start + $0), value: numbers[$0]) }
      }
    var known = table.map { own + $0.headline } ?? own
    if let shared = table?.shared, !shared.isEmpty { addShared(shared, to: &known, rule, source, sink) }
    let all = withRevisions(byPeriod(known), rule)
    guard let notes = references?.periodNotes, !notes.isEmpty else { return all }
    return all.map { observation in
      let added = notes.filter { placed($0.period, rule) == observation.period }.map(\.text)
      guard !added.isEmpty else { return observation }
      return observation.with(note: ([observation.note].compactMap(\.self) + added).joined(separator: " "))
    }
  }

  /// Each figure with those that it replaced.
  private func withRevisions(_ observations: [Observation], _ rule: FiscalYearRule?) -> [Observation] {
    guard let revisions = details?.revisions, !revisions.isEmpty else { return observations }
    return observations.map { observation in
      let earlier = revisions.filter { placed($0.period, rule) == observation.period }
      return earlier.isEmpty ? observation : observation.with(revisions: earlier)
    }
  }

  private func placed(_ period: Period?, _ rule: FiscalYearRule?) -> Period? {
    rule.map { rule in period?.placed(by: rule) } ?? period
  }

  /// Sorts only if needed: nearly all observations are written in order.
  private func byPeriod(_ observations: [Observation]) -> [Observation] {
    for index in observations.indices.dropFirst() where observations[index].period < observations[index - 1].period {
      return observations.sorted { $0.period < $1.period }
    }
    return observations
  }
}

extension ObservationRows {
  fileprivate func checkRates(reportingTo sink: DiagnosticSink) {
    for row in rows {
      if let value = row.figure.value,
        let finding = Diagnostic.impossibleRate(value, at: source.location(of: row.valueRange))
      {
        sink.report(finding)
      } else if let range = row.figure.remarks?.range,
        let finding = Diagnostic.impossibleRange(range.low, at: source.location(of: row.valueRange))
      {
        sink.report(finding)
      }
    }
  }
}
