import DataFormats
import Diagnostics
import Indicators

// Indicators: from the registers of each plan, then from the front matter of its sections.
extension RegisterResolver {
  /// A declaration with where it comes from.
  private struct Declared {
    let parsed: ParsedIndicator
    let plan: Int
    /// The section whose front matter it stands in.
    let page: Int?
    /// Its own file of observations, among those that are used.
    var file: Int?

    var declaration: IndicatorDeclaration { parsed.declaration }
    var source: SourceText { parsed.source }
  }

  /// What follows from one indicator and its plan's years alone.
  private struct Judged: Sendable {
    let judged: JudgedIndicator
    /// In its place, where it names nothing that has to be looked up: most rows of front matter.
    let resolved: ResolvedIndicator?
    let found: [Diagnostic]
  }

  mutating func addIndicators() async throws {
    var declared = declaredIndicators()
    let tables = observationTables()
    var usedTables: Set<String> = []
    var files: [ObservationFile] = []
    for index in tables.isEmpty ? 0..<0 : declared.indices {
      guard let id = declared[index].declaration.id?.value, let table = tables[id] else { continue }
      usedTables.insert(id)
      refuseTwoHomes(of: declared[index], table)
      declared[index].file = files.count
      files.append(table)
    }
    let judged = try await judge(declared, files)
    result.indicators.reserveCapacity(declared.count)
    result.declared.reserveCapacity(declared.count)
    var rows = Rows()
    for place in declared.indices {
      guard let judged = judged[place] else { continue }
      add(declared[place], judged, &rows)
    }
    keep(rows)
    for (id, table) in tables.sorted(by: { $0.value.file.path < $1.value.file.path }) where !usedTables.contains(id) {
      result.diagnostics.append(
        Diagnostic(
          .error, .csvUnknownIndicator, "no indicator has the id '\(id)', which this file is named after",
          hint: didYouMean(id, among: result.names.indicators.keys.sorted()).map { "\($0) Rename the file" }
            ?? "add it to indicators.yaml, or rename the file", at: SourceLocation(file: table.file.contentPath)))
    }
  }

  /// By plan, then in the order of the registers and of the sections.
  private mutating func declaredIndicators() -> [Declared] {
    var byPlan: [[Declared]] = Array(repeating: [], count: plans.places.count)
    for register in parsed.indicators {
      let home = plan(of: register.file, source: register.source)
      for entry in register.entries {
        guard let plan = plan(of: entry.declaration, home: home, in: register.source) else { continue }
        byPlan[plan].append(Declared(parsed: entry, plan: plan, page: nil))
      }
    }
    for plan in plans.places.indices {
      for place in tree.readingOrder(of: plans.places[plan]) {
        for row in pages[place].fields.indicators {
          byPlan[plan].append(Declared(parsed: row, plan: plan, page: place))
        }
      }
    }
    refuseRowsOutsidePlans()
    return byPlan.count == 1 ? byPlan[0] : byPlan.flatMap(\.self)
  }

  /// The plan that an entry names, or its register's.
  private mutating func plan(of declaration: IndicatorDeclaration, home: Int?, in source: SourceText) -> Int? {
    guard let named = declaration.plan else {
      if home == nil {
        result.diagnostics.append(
          Diagnostic(
            .error, .unknownPlan, "nothing says which plan the indicator '\(declaration.name)' belongs to",
            hint: "add 'plan: …' to it, or move the register into the plan's folder",
            at: source.location(of: declaration.id?.range ?? declaration.range)))
      }
      return home
    }
    switch result.names.plan(named.value) {
    case .found(let place): return place
    case .unknown(let near):
      result.diagnostics.append(
        Diagnostic(
          .error, .unknownPlan, "there is no plan '\(named.value)'", hint: near?.hint, at: source.location(of: named.range),
          fix: near?.fix))
      return nil
    }
  }

  private mutating func refuseRowsOutsidePlans() {
    for (place, page) in pages.enumerated() where tree.nodes[place].plan == nil {
      guard let row = page.fields.indicators.first else { continue }
      result.diagnostics.append(
        Diagnostic(
          .error, .unknownPlan, "the page is in no plan, so its indicators belong to none",
          hint: "move them into a plan's section or register", at: page.source.location(of: row.declaration.range)))
    }
  }

  private mutating func observationTables() -> [String: ObservationFile] {
    var tables: [String: ObservationFile] = [:]
    for file in parsed.observations {
      _ = plan(of: file.file, source: file.rows.source)
      let id = file.file.name.withoutPathExtension
      if let other = tables.updateValue(file, forKey: id) {
        result.diagnostics.append(
          Diagnostic(
            .error, .duplicateID, "there are two files of observations for '\(id)'", hint: "keep one of them",
            at: SourceLocation(file: file.file.contentPath),
            related: [.init("the other one", at: SourceLocation(file: other.file.contentPath))]))
      }
    }
    return tables
  }

  private mutating func refuseTwoHomes(of item: Declared, _ table: ObservationFile) {
    guard item.declaration.hasOwnValues else { return }
    result.diagnostics.append(
      Diagnostic(
        .error, .conflictingKeys, "the values of '\(item.declaration.name)' are here and in \(table.file.contentPath)",
        hint: "keep them in one place: take 'values' away, or delete the file",
        at: item.source.location(of: item.declaration.range)))
  }

  // MARK: One indicator

  private func judge(_ declared: [Declared], _ files: [ObservationFile]) async throws -> [Judged?] {
    let plans = plans.places.map { pages[$0].fields.plan }
    let tolerance = parsed.settings.tolerance
    let departments = result.pageDepartments
    return try await concurrentMap(declared, jobs: jobs, longestRun: 64) { item in
      guard let plan = plans[item.plan] else { return nil }
      let sink = DiagnosticSink()
      let parsed = item.parsed
      let table = parsed.declaration.table(of: item.file.map { files[$0].rows }, source: parsed.source, reportingTo: sink)
      let ofTable = sink.diagnostics.count
      let indicator = parsed.declaration.resolved(in: plan.period, table: table, source: parsed.source, reportingTo: sink)
      let judged = JudgedIndicator(indicator, assess(indicator, tolerance: plan.tolerance ?? tolerance))
      return Judged(
        judged: judged,
        resolved: !parsed.declaration.namesNothing ? nil : ResolvedIndicator(
          judged, plan: item.plan, section: item.page, quote: nil, programme: nil,
          lead: item.page.flatMap { departments[$0] }, support: [], route: nil),
        found: plan.isPeriodKnown ? sink.diagnostics : Array(sink.diagnostics.prefix(ofTable)))
    }
  }

  /// The indicators of one page after another: what is looked up by page is so once for all of its rows.
  private struct Rows {
    var page: Int?
    var department: Int?
    var places: [Int] = []
  }

  private mutating func keep(_ rows: Rows) {
    guard let page = rows.page else { return }
    result.rows[page, default: []] += rows.places
  }

  private mutating func add(_ item: Declared, _ judged: Judged, _ rows: inout Rows) {
    if !judged.found.isEmpty { result.diagnostics += judged.found }
    if item.page != rows.page {
      keep(rows)
      rows = Rows(page: item.page, department: item.page.flatMap { result.pageDepartments[$0] })
    }
    let parsed = item.parsed
    let place = result.indicators.count
    if let resolved = judged.resolved {
      result.declared.append(parsed)
      result.indicators.append(resolved)
      if item.page != nil { rows.places.append(place) }
      if let lead = resolved.lead { result.departments[lead].indicators.append(place) }
      return
    }
    let indicator = judged.judged.indicator
    let route = parsed.declaration.id.map { Route(page: "indicators/\($0.value)") }
    if let id = parsed.declaration.id, let route {
      let source = item.source
      if result.names.indicators[id.value] == nil {
        result.claims.append(
          .init(route: route, description: "the indicator '\(indicator.name)'", location: { source.location(of: id.range) }))
      }
      take(id.value, for: place, in: \.indicators, what: "indicator", at: source.location(of: id.range))
    }
    let section = section(parsed.declaration.section, plan: item.plan, in: item.source) ?? item.page
    let programme = programme(parsed.declaration.programme, in: item.source)
    let lead = department(parsed.declaration.lead, in: item.source) ?? rows.department
    var support: [Int] = []
    for name in parsed.declaration.support {
      if let department = department(name, in: item.source) { support.append(department) }
    }
    result.declared.append(parsed)
    result.indicators.append(
      ResolvedIndicator(
        judged.judged, plan: item.plan, section: section,
        quote: parsed.declaration.quote?.value, programme: programme, lead: lead, support: support, route: route))
    if item.page != nil { rows.places.append(place) }
    if let lead { result.departments[lead].indicators.append(place) }
    if programme != nil { credit(programme, with: place) }
  }

  /// A programme shows the targets of its parts with its own.
  private mutating func credit(_ programme: Int?, with indicator: Int) {
    var current = programme
    var steps = 0
    while let place = current, steps <= result.programmes.count {
      result.programmes[place].indicators.append(indicator)
      current = result.programmes[place].parent
      steps += 1
    }
  }
}
