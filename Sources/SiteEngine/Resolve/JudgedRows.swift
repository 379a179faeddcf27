import DataFormats
import Diagnostics
import Indicators

/// The indicators of one page's front matter, or some of a register's, with what follows from them and their plan's
/// years alone. One for many: what is passed on for each of 45,000 indicators costs more than to judge it.
struct JudgedRows: Sendable {
  /// Among all indicators.
  let places: Range<Int>
  /// By its number.
  let plan: Int
  /// The section whose front matter they stand in.
  let page: Int?
  let source: SourceText
  let declared: [IndicatorDeclaration]
  /// By row.
  let found: [(row: Int, diagnostics: [Diagnostic])]
  /// What gives reason to ask, by row.
  let doubts: [(row: Int, figures: [AuditFinding], parts: [PartsGap])]
  /// Whether any of them names another thing of the site, or has a name to be found by.
  let namesSomething: Bool
  /// The end of the latest figure that is judged, in years; minus infinity where there is none.
  let newest: Double
  /// The earliest end of the indicators' last figures, in years; infinity where there is none.
  let oldest: Double
}

extension JudgedRows {
  /// `tables` are parallel to `declared`, or empty; `fields` are the plan's, and `tolerance` is for plans without their own.
  /// Adds the indicators in the places that follow from their page.
  init(
    _ declared: [IndicatorDeclaration], in source: SourceText, tables: [ObservationRows?], first: Int, plan: Int,
    _ fields: PlanFields, page: Int?, lead: Int?, tolerance: Double, into indicators: inout [ResolvedIndicator]
  ) {
    self.declared = declared
    self.source = source
    places = first..<first + declared.count
    self.plan = plan
    self.page = page
    let sink = DiagnosticSink()
    indicators.reserveCapacity(declared.count)
    var found: [(row: Int, diagnostics: [Diagnostic])] = []
    var doubts: [(row: Int, figures: [AuditFinding], parts: [PartsGap])] = []
    var (namesSomething, newest, oldest) = (false, -Double.infinity, Double.infinity)
    let tolerance = fields.tolerance ?? tolerance
    for row in declared.indices {
      let declaration = declared[row]
      let before = sink.diagnostics.count
      let table = declaration.table(of: tables.isEmpty ? nil : tables[row], source: source, reportingTo: sink)
      let ofTable = sink.diagnostics.count
      let indicator = declaration.resolved(in: fields.period, table: table, source: source, reportingTo: sink)
      let end = fields.isPeriodKnown ? sink.diagnostics.count : ofTable
      if end > before { found.append((row, Array(sink.diagnostics[before..<end]))) }
      let resolved = ResolvedIndicator(
        indicator, assess(indicator, tolerance: tolerance), plan: plan, section: page, lead: lead)
      indicators.append(resolved)
      let (figures, parts) = (audit(indicator), partsGaps(in: indicator))
      if !figures.isEmpty || !parts.isEmpty { doubts.append((row, figures, parts)) }
      if !declaration.namesNothing { namesSomething = true }
      if let latest = resolved.assessment.latest { newest = max(newest, latest.period.end) }
      if let last = indicator.observations.last { oldest = min(oldest, last.period.end) }
    }
    self.found = found
    self.doubts = doubts
    self.namesSomething = namesSomething
    self.newest = newest
    self.oldest = oldest
  }
}
