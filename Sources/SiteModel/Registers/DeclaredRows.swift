import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// A batch of indicators that is judged as a unit: the front matter of one page, or up to 32 entries of a register.
struct DeclaredRows: Sendable {
  let plan: PlanRef
  let origin: Origin
  /// The section whose front matter declares them; nil for a register.
  let page: PageRef?
  /// The references of these indicators among all of the site.
  private(set) var refs: Range<IndicatorRef>
  /// The observation file of each declaration, parallel to the declarations; empty if none has one.
  private(set) var tables: [ObservationRows?] = []
  /// The rows of each declaration in tables of values, parallel to the declarations; empty if none has any.
  private(set) var shared: [[ObservationRows]] = []

  enum Origin: Sendable {
    case page(PageRef)
    case register(SourceText, [IndicatorDeclaration])
  }

  /// A page's declarations are read on the thread that judges them, because pages are scattered in memory.
  func declarations(in pages: PageTable) -> [IndicatorDeclaration] {
    switch origin {
    case .page(let page): pages[page].fields.indicators
    case .register(_, let declarations): declarations
    }
  }

  func source(in pages: PageTable) -> SourceText {
    switch origin {
    case .page(let page): pages[page].source
    case .register(let source, _): source
    }
  }
}

// MARK: - Collecting

extension DeclaredRows {
  /// Small enough to spread a register's rows over all threads.
  private static let largestGroup = 32

  /// All indicators of the site, by plan, then in the order of registers and sections, and the ids of those that are left
  /// out because their section or plan is a draft.
  static func collect(
    _ parsed: ParsedSite, _ pages: PageTable, _ tree: SectionTree, _ plans: Plans, _ sections: SectionNames,
    _ observations: ObservationFiles
  ) -> Checked<(rows: [DeclaredRows], leftOut: [String])> {
    var found: [Diagnostic] = []
    var leftOut: [String] = []
    var groups = Table<PlanTag, [DeclaredRows]>(repeating: [], count: plans.homes.count)
    for register in parsed.indicators {
      let home = plans.plan(ofRegister: register.file)
      var entries = Table<PlanTag, [IndicatorDeclaration]>(repeating: [], count: plans.homes.count)
      for entry in register.entries {
        if let finding = leavingOut(entry, home, plans, sections, in: register.source) {
          found.append(finding)
          if let id = entry.id { leftOut.append(id.value) }
          continue
        }
        guard let plan = plan(of: entry, home, plans, in: register.source, into: &found) else { continue }
        entries[plan].append(entry)
      }
      for plan in plans.indices {
        for start in stride(from: 0, to: entries[plan].count, by: largestGroup) {
          let group = Array(entries[plan][start...].prefix(largestGroup))
          groups[plan].append(DeclaredRows(plan, .register(register.source, group), count: group.count))
        }
      }
    }
    for plan in plans.indices {
      for page in tree.readingOrders[plan] where pages.headers[page].indicatorCount > 0 {
        groups[plan].append(DeclaredRows(plan, .page(page), count: pages.headers[page].indicatorCount))
      }
    }
    var all = groups.flatMap(\.self)
    var first = IndicatorRef(0)
    for index in all.indices {
      let count = all[index].refs.count
      all[index].refs = first..<first.advanced(by: count)
      first = first.advanced(by: count)
      if !observations.isEmpty { all[index].addTables(observations, pages) }
    }
    return Checked((all, leftOut), found + rowsOutsidePlans(pages, tree))
  }

  /// The note on an indicator of a register that is left out, because its section or plan is a draft; nil for any other.
  private static func leavingOut(
    _ declaration: IndicatorDeclaration, _ home: PlanRef?, _ plans: Plans, _ sections: SectionNames,
    in source: SourceText
  ) -> Diagnostic? {
    guard sections.hasDrafts, declaration.hasIDOrReferences else { return nil }
    func note(_ what: Message, _ name: Located<String>) -> Diagnostic {
      Diagnostic(
        .note, .draftReference,
        "indicator '\(declaration.name)' is left out: its \(what) '\(name.value)' is a draft, which is not published",
        hint: "it is published once you remove 'draft: true' from that page", at: source.location(of: name.range))
    }
    var plan = home
    if let named = declaration.plan {
      plan = plans.lookUp(named.value).found
      if plan == nil, sections.isDraft(named.value, in: nil) { return note("plan", named) }
    }
    guard let named = declaration.section, sections.isDraft(named.value, in: plan),
      sections.lookUp(named.value, in: plan).found == nil
    else { return nil }
    return note("section", named)
  }

  private init(_ plan: PlanRef, _ origin: Origin, count: Int) {
    self.plan = plan
    self.origin = origin
    page = if case .page(let page) = origin { page } else { nil }
    refs = IndicatorRef(0)..<IndicatorRef(count)
  }

  private mutating func addTables(_ observations: ObservationFiles, _ pages: PageTable) {
    let tables = declarations(in: pages).map { $0.id.flatMap { observations[$0.value]?.rows } }
    if tables.contains(where: { $0 != nil }) { self.tables = tables }
    guard observations.hasShared else { return }
    let shared = declarations(in: pages).map { observations.shared(of: $0) }
    if shared.contains(where: { !$0.isEmpty }) { self.shared = shared }
  }

  /// The plan that an entry names, or else the plan of its register.
  private static func plan(
    of declaration: IndicatorDeclaration, _ home: PlanRef?, _ plans: Plans, in source: SourceText,
    into found: inout [Diagnostic]
  ) -> PlanRef? {
    guard let named = declaration.plan else {
      if home == nil {
        found.append(
          Diagnostic(
            .error, .unknownPlan, "indicator '\(declaration.name)' does not belong to a plan",
            hint: "add 'plan: …', or move the file into the plan's folder",
            at: source.location(of: declaration.id?.range ?? declaration.range)))
      }
      return home
    }
    return plans.find(named, in: source, into: &found)
  }

  private static func rowsOutsidePlans(_ pages: PageTable, _ tree: SectionTree) -> [Diagnostic] {
    pages.indices.compactMap { page in
      guard tree.nodes[page].planHome == nil, pages.headers[page].indicatorCount > 0,
        let row = pages[page].fields.indicators.first
      else { return nil }
      return Diagnostic(
        .error, .unknownPlan, "this page is not in a plan, so its indicators do not belong to one",
        hint: "move them into a plan's section or register", at: pages[page].source.location(of: row.range))
    }
  }
}
