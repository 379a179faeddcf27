import DataFormats
import Diagnostics
import Indicators
import Markup
import SiteSources

/// A batch of judged indicators, with their references to other parts of the site.
///
/// One value covers many indicators: with 45,000, passing one value each costs more than judging it.
struct JudgedRows: Sendable {
  let refs: Range<IndicatorRef>
  let plan: PlanRef
  /// The section whose front matter declares them; nil for a register.
  let page: PageRef?
  let source: SourceText
  let declared: [IndicatorDeclaration]
  let diagnostics: [Diagnostic]
  /// By row.
  let statuses: [IndicatorStatus]
  /// Figures that are probably wrong.
  let doubts: [(ref: IndicatorRef, figures: [AuditFinding], parts: [PartsGap])]
  /// Whether any indicator has an id or refers to another part of the site.
  let namesSomething: Bool
  /// Whether any indicator is listed and not counted.
  let hasUncounted: Bool
  /// Whether any indicator has figures of parts, of other units or of other series, or figures that columns describe.
  let hasParts: Bool
  /// The end of the latest judged observation, in years; minus infinity if there is none.
  let newest: Double
  /// The earliest end of any indicator's last observation with its permitted age, in years; infinity if there is none.
  let oldest: Double

  /// The data of the site that judging needs.
  final class Context: Sendable {
    let pages: PageTable
    let plans: Plans
    let sections: SectionNames
    let programmes: Programmes
    let departments: Departments
    let pageDepartments: Table<PageTag, DepartmentRef?>
    let settings: SiteSettings

    init(
      pages: PageTable, plans: Plans, sections: SectionNames, programmes: Programmes, departments: Departments,
      pageDepartments: Table<PageTag, DepartmentRef?>, settings: SiteSettings
    ) {
      self.pages = pages
      self.plans = plans
      self.sections = sections
      self.programmes = programmes
      self.departments = departments
      self.pageDepartments = pageDepartments
      self.settings = settings
    }
  }
}

extension JudgedRows {
  /// Judges a batch of rows and appends its indicators to `indicators`.
  static func judge(
    _ rows: DeclaredRows, _ context: Context, into indicators: inout [ResolvedIndicator]
  ) -> JudgedRows {
    let declared = rows.declarations(in: context.pages)
    var judging = Judging(rows, context)
    indicators.reserveCapacity(declared.count)
    judging.statuses.reserveCapacity(declared.count)
    // Indexed, because iterating would copy each declaration.
    for row in declared.indices { indicators.append(judging.judge(declared[row], row: row)) }
    return JudgedRows(
      refs: rows.refs, plan: rows.plan, page: rows.page, source: judging.source, declared: declared,
      diagnostics: judging.found, statuses: judging.statuses, doubts: judging.doubts,
      namesSomething: judging.namesSomething, hasUncounted: judging.hasUncounted, hasParts: judging.hasParts,
      newest: judging.newest, oldest: judging.oldest)
  }

  /// Judges the rows of a batch one by one.
  private struct Judging {
    private let rows: DeclaredRows
    private let context: Context
    let source: SourceText
    private let fields: PlanFields
    private let rules: AssessmentRules
    private let pageLead: DepartmentRef?
    private let sink = DiagnosticSink()
    var found: [Diagnostic] = []
    var statuses: [IndicatorStatus] = []
    var doubts: [(ref: IndicatorRef, figures: [AuditFinding], parts: [PartsGap])] = []
    var namesSomething = false
    var hasUncounted = false
    var hasParts = false
    var newest = -Double.infinity
    var oldest = Double.infinity

    init(_ rows: DeclaredRows, _ context: Context) {
      self.rows = rows
      self.context = context
      source = rows.source(in: context.pages)
      fields = context.plans.fields(of: rows.plan)
      rules = context.settings.rules(tolerance: fields.tolerance)
      pageLead = rows.page.flatMap { context.pageDepartments[$0] }
    }

    mutating func judge(_ declaration: IndicatorDeclaration, row: Int) -> ResolvedIndicator {
      let before = sink.count
      let table = declaration.table(
        of: rows.tables.isEmpty ? nil : rows.tables[row], and: rows.shared.isEmpty ? [] : rows.shared[row],
        siteRoles: context.settings.columns, fiscalYear: context.settings.fiscalYear, source: source, reportingTo: sink)
      let afterTable = sink.count
      let indicator = declaration.resolved(
        in: fields.period, table: table, knownUntil: rules.knownUntil,
        fiscalYear: context.settings.fiscalYear, source: source, reportingTo: sink)
      // A missing or invalid plan period is reported once, so its consequences are dropped here.
      if sink.count > before {
        found += sink.diagnostics[before..<(fields.isPeriodKnown ? sink.count : afterTable)]
      }
      if let metadata = indicator.metadata { check(metadata) }
      let assessment = assess(indicator, by: rules)
      let names = Names(declaration, rows, source, context, pageLead: pageLead, into: &found)
      statuses.append(assessment.status)
      let (figures, parts) = (declaration.audit(indicator), partsGaps(in: indicator))
      if !figures.isEmpty || !parts.isEmpty { doubts.append((rows.refs.lowerBound.advanced(by: row), figures, parts)) }
      if declaration.hasIDOrReferences { namesSomething = true }
      if indicator.isUncounted { hasUncounted = true }
      if !indicator.series.isEmpty || !indicator.facets.isEmpty || indicator.hasDescribedFigures { hasParts = true }
      if let latest = indicator.latest { newest = max(newest, latest.end) }
      if let last = indicator.observations.last { oldest = min(oldest, last.end + indicator.permittedAge) }
      return ResolvedIndicator(
        indicator, assessment, rows.refs.lowerBound.advanced(by: row), plan: rows.plan, names,
        original: indicator.assessmentByOriginalTarget(by: rules),
        facets: indicator.facets.isEmpty ? [] : facets(of: indicator, row, names),
        dataFile: rows.tables.isEmpty ? nil : rows.tables[row].flatMap { $0.namesReporters ? nil : $0.source.path })
    }

    /// Reports addresses that no page may link to (`field.invalid-value`).
    private mutating func check(_ metadata: IndicatorMetadata) {
      for address in metadata.addresses {
        guard case .refused(let fault) = URLReference(address.value) else { continue }
        found.append(
          Diagnostic(
            .error, .invalidValue, "'url' cannot be '\(address.value)': it \(fault.reason)", hint: fault.hint,
            at: source.location(of: address.range)))
      }
    }

    /// The figures that do not lead, judged on their own. They have no page, and no total counts them.
    private func facets(of indicator: Indicator, _ row: Int, _ names: Names) -> [ResolvedIndicator] {
      var names = names
      (names.route, names.quote) = (nil, nil)
      return indicator.facets.map { facet in
        ResolvedIndicator(
          facet.indicator, indicator.retired == nil ? assess(facet.indicator, by: rules) : .givenUp(facet.indicator),
          rows.refs.lowerBound.advanced(by: row), plan: rows.plan,
          names)
      }
    }
  }

  /// The references of one declaration to other parts of the site.
  struct Names {
    var section: PageRef?
    var lead: DepartmentRef?
    var quote: String?
    var programme: ProgrammeRef?
    var support: [DepartmentRef] = []
    var route: Route?

    fileprivate init(
      _ declaration: IndicatorDeclaration, _ rows: DeclaredRows, _ source: SourceText, _ context: Context,
      pageLead: DepartmentRef?, into found: inout [Diagnostic]
    ) {
      section = rows.page
      lead = pageLead
      guard declaration.hasIDOrReferences else { return }
      section = context.sections.find(declaration.section, in: rows.plan, source, into: &found) ?? section
      programme = context.programmes.names.findProgramme(declaration.programme, in: source, into: &found)
      // Who announces it answers for it, as for an action.
      lead =
        context.departments.find(declaration.lead, in: source, into: &found)
        ?? section.flatMap { context.pageDepartments[$0] }
      support = declaration.support.compactMap { context.departments.find($0, in: source, into: &found) }
      quote = declaration.quote?.value
      route = declaration.id.map { Route(page: "indicators/\($0.value)") }
    }
  }
}
