import DataFormats
import Diagnostics
import Indicators

// Indicators: from the registers of each plan, then from the front matter of its sections.
extension RegisterResolver {
  /// Rows that are judged together.
  private struct Rows: Sendable {
    let plan: Int
    /// Nil for those of a register.
    let page: Int?
    /// Nil for those of a page.
    var register: SourceText?
    var ofRegister: [IndicatorDeclaration] = []
    var count: Int
    /// Of all rows before.
    var first = 0
    /// Parallel to the rows, or empty: their own files of observations.
    var tables: [ObservationRows?] = []

    /// Those of a page are looked up by the thread that judges them: ten thousand pages lie far apart.
    func declared(in pages: [ParsedPage]) -> [IndicatorDeclaration] {
      page.map { pages[$0].fields.indicators } ?? ofRegister
    }

    func source(in pages: [ParsedPage]) -> SourceText {
      guard let source = page.map({ pages[$0].source }) ?? register else {
        preconditionFailure("rows stand on a page or in a register")
      }
      return source
    }
  }

  /// More rows of a register than these are judged in parts.
  private static let mostRows = 32

  mutating func addIndicators() async {
    var rows = declaredRows()
    let tables = observationTables()
    var usedTables: Set<String> = []
    for group in tables.isEmpty ? 0..<0 : rows.indices {
      for (row, declaration) in rows[group].declared(in: pages).enumerated() {
        guard let id = declaration.id?.value, let table = tables[id] else { continue }
        usedTables.insert(id)
        refuseTwoHomes(of: declaration, in: rows[group].source(in: pages), table)
        if rows[group].tables.isEmpty { rows[group].tables = Array(repeating: nil, count: rows[group].count) }
        rows[group].tables[row] = table.rows
      }
    }
    await judge(rows)
    addRows()
    for (id, table) in tables.sorted(by: { $0.value.file.path < $1.value.file.path }) where !usedTables.contains(id) {
      result.diagnostics.append(
        Diagnostic(
          .error, .csvUnknownIndicator, "no indicator has the id '\(id)', which this file is named after",
          hint: didYouMean(id, among: result.names.indicators.keys.sorted()).map { "\($0) Rename the file" }
            ?? "add it to indicators.yaml, or rename the file", at: SourceLocation(file: table.file.contentPath)))
    }
  }

  /// By plan, then in the order of the registers and of the sections.
  private mutating func declaredRows() -> [Rows] {
    var byPlan: [[Rows]] = Array(repeating: [], count: plans.places.count)
    for register in parsed.indicators {
      let home = plan(of: register.file, source: register.source)
      for entry in register.entries {
        guard let plan = plan(of: entry, home: home, in: register.source) else { continue }
        if let last = byPlan[plan].indices.last, byPlan[plan][last].count < Self.mostRows,
          byPlan[plan][last].register?.path == register.source.path
        {
          byPlan[plan][last].ofRegister.append(entry)
          byPlan[plan][last].count += 1
        } else {
          byPlan[plan].append(Rows(plan: plan, page: nil, register: register.source, ofRegister: [entry], count: 1))
        }
      }
    }
    for plan in plans.places.indices {
      for place in tree.readingOrders[plan] where facts[place].rows > 0 {
        byPlan[plan].append(Rows(plan: plan, page: place, count: facts[place].rows))
      }
    }
    refuseRowsOutsidePlans()
    var all: [Rows] = []
    all.reserveCapacity(byPlan.reduce(0) { $0 + $1.count })
    var first = 0
    for plan in plans.places.indices {
      for place in byPlan[plan].indices {
        byPlan[plan][place].first = first
        first += byPlan[plan][place].count
      }
      all += byPlan[plan]
    }
    return all
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
          .error, .unknownPlan, "there is no plan '\(named.value)'", hint: near?.hint,
          at: source.location(of: named.range),
          fix: near?.fix))
      return nil
    }
  }

  private mutating func refuseRowsOutsidePlans() {
    for place in pages.indices where tree.nodes[place].plan == nil && facts[place].rows > 0 {
      let page = pages[place]
      guard let row = page.fields.indicators.first else { continue }
      result.diagnostics.append(
        Diagnostic(
          .error, .unknownPlan, "the page is in no plan, so its indicators belong to none",
          hint: "move them into a plan's section or register", at: page.source.location(of: row.range)))
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

  private mutating func refuseTwoHomes(
    of declaration: IndicatorDeclaration, in source: SourceText, _ table: ObservationFile
  ) {
    guard declaration.hasOwnValues else { return }
    result.diagnostics.append(
      Diagnostic(
        .error, .conflictingKeys, "the values of '\(declaration.name)' are here and in \(table.file.contentPath)",
        hint: "keep them in one place: take 'values' away, or delete the file",
        at: source.location(of: declaration.range)))
  }

  // MARK: Judging

  private mutating func judge(_ rows: [Rows]) async {
    let (pages, tolerance, departments) = (pages, parsed.settings.tolerance, result.pageDepartments)
    let plans = plans.places.map { place in
      guard let plan = pages[place].fields.plan else {
        preconditionFailure("a page of the type 'plan' has a plan's fields")
      }
      return plan
    }
    (result.groups, result.indicators) = await concurrentMap(
      rows, counts: rows.map(\.count), jobs: jobs, longestRun: 16
    ) { rows in
      var indicators: [ResolvedIndicator] = []
      let judged = JudgedRows(
        rows.declared(in: pages), in: rows.source(in: pages), tables: rows.tables,
        first: rows.first, plan: rows.plan, plans[rows.plan], page: rows.page,
        lead: rows.page.flatMap { departments[$0] }, tolerance: tolerance,
        into: &indicators)
      return (judged, indicators)
    }
  }

  /// Most rows name nothing, and are looked at by group. By position: a copy of each group would cost more than the look.
  private mutating func addRows() {
    let groups = result.groups
    for group in groups.indices {
      let places = groups[group].places
      if let page = groups[group].page { result.rows[page] = places }
      if groups[group].namesSomething || !groups[group].found.isEmpty {
        add(groups[group])
      } else if let page = groups[group].page, let lead = result.pageDepartments[page] {
        result.departments[lead].indicators += places
      }
    }
  }

  private mutating func add(_ rows: JudgedRows) {
    var found = rows.found[...]
    for (row, place) in rows.places.enumerated() {
      if let next = found.first, next.row == row {
        result.diagnostics += next.diagnostics
        found.removeFirst()
      }
      add(rows.declared[row], in: rows.source, at: place)
    }
  }

  /// In the place that its names give it.
  private mutating func add(_ declaration: IndicatorDeclaration, in source: SourceText, at place: Int) {
    let judged = result.indicators[place]
    if declaration.namesNothing {
      if let lead = judged.lead { result.departments[lead].indicators.append(place) }
      return
    }
    let indicator = judged.indicator
    let route = declaration.id.map { Route(page: "indicators/\($0.value)") }
    if let id = declaration.id, let route {
      if result.names.indicators[id.value] == nil {
        result.claims.append(
          .init(
            route: route, description: "the indicator '\(indicator.name)'", location: { source.location(of: id.range) })
        )
      }
      take(id.value, for: place, in: \.indicators, what: "indicator", at: source.location(of: id.range))
      result.withPage.append(place)
    }
    let section = section(declaration.section, plan: judged.plan, in: source) ?? judged.section
    let programme = programme(declaration.programme, in: source)
    let lead = department(declaration.lead, in: source) ?? judged.lead
    let support = declaration.support.compactMap { department($0, in: source) }
    result.indicators[place] = ResolvedIndicator(
      indicator, judged.assessment, plan: judged.plan, section: section, quote: declaration.quote?.value,
      programme: programme, lead: lead, support: support, route: route)
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
