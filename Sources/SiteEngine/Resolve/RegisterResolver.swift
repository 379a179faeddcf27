import DataFormats
import Diagnostics
import Indicators
import Markup

/// Puts the registers together: which plan each entry belongs to, which names are taken, what refers to what.
struct RegisterResolver {
  let parsed: ParsedSite
  let pages: [ParsedPage]
  /// Parallel to `pages`.
  let facts: [PageFacts]
  let tree: SectionTree
  let plans: PlanIndex
  let jobs: Int
  var result: ResolvedRegisters
  /// Where each name was given first.
  private var firstPlaces: [String: () -> SourceLocation] = [:]

  init(_ parsed: ParsedSite, pages: [ParsedPage], facts: [PageFacts], tree: SectionTree, plans: PlanIndex, jobs: Int) {
    self.parsed = parsed
    self.pages = pages
    self.facts = facts
    self.tree = tree
    self.plans = plans
    self.jobs = jobs
    result = ResolvedRegisters(pages: pages.count)
  }

  consuming func resolve() async -> ResolvedRegisters {
    var resolver = self
    resolver.indexSections()
    resolver.addDepartments()
    resolver.addProgrammes()
    resolver.addTerms()
    resolver.nameDepartmentsOfPages()
    await resolver.addIndicators()
    return resolver.result
  }
}

// MARK: - Sections

extension RegisterResolver {
  private mutating func indexSections() {
    result.names.sections.reserveCapacity(tree.nodes.count)
    result.names.planPaths = plans.places.map { tree.nodes[$0].route.bare }
    for (place, node) in tree.nodes.enumerated() where node.kind == .section || node.kind == .plan {
      result.names.sections[node.route] = place
    }
  }

  /// The plan in whose folder a register lies; nil at the site's root. Elsewhere it is a finding.
  mutating func plan(of file: SourceFile, source: SourceText) -> Int? {
    var folder = file.folder
    if folder.lastPart == RegisterKind.indicators.rawValue { folder = folder.folderPart }
    if let plan = plans.plan(ofFolder: folder) { return plan }
    if !folder.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .error, .registerOutsidePlan,
          "a register stands at the site's root or in a plan's own folder, and '\(folder)' is neither",
          hint: "move '\(file.name)' up to the folder whose index.md says 'type: plan'",
          at: source.location(line: 1)))
    }
    // A site with one plan at its root, or with one plan only, leaves no doubt.
    return plans.places.count == 1 ? 0 : nil
  }

  /// A section by its path, or a finding.
  mutating func section(_ path: Located<String>?, plan: Int?, in source: SourceText) -> Int? {
    guard let path else { return nil }
    switch result.names.section(path.value, inPlan: plan) {
    case .found(let place): return place
    case .unknown(let near):
      result.diagnostics.append(
        Diagnostic(
          .error, .unknownSection, "section '\(path.value)' does not exist", hint: near?.hint,
          at: source.location(of: path.range),
          fix: near?.fix))
      return nil
    }
  }
}

// MARK: - Departments

extension RegisterResolver {
  private mutating func addDepartments() {
    for register in parsed.departments {
      _ = plan(of: register.file, source: register.source)
      for entry in register.entries {
        let location = register.source.location(of: entry.id.range)
        let place = addDepartment(entry, at: location)
        for name in [entry.id.value, entry.name] + entry.aliases + [entry.shortName].compactMap(\.self) {
          take(name, for: place, in: \.departments, what: "department", at: location)
        }
      }
    }
  }

  private mutating func addDepartment(_ department: Department, at location: SourceLocation) -> Int {
    let place = result.departments.count
    let route = Route(page: "departments/\(department.id.value)")
    result.departments.append(ResolvedDepartment(department: department, route: route, sections: [], indicators: []))
    result.claims.append(
      .init(route: route, description: "the department '\(department.name)'", location: { location }))
    return place
  }

  /// The department called so. Without a register every name that is used is one; with one it must be in it.
  mutating func department(_ name: Located<String>?, in source: SourceText) -> Int? {
    guard let name, !name.value.isEmpty else { return nil }
    if let place = result.names.departments[name.value] { return place }
    // Before asking what name is near to it, which takes long.
    if parsed.departments.isEmpty, let slug = Slug(name.value) {
      let department = Department(
        id: Located(slug.text, at: name.range), name: name.value, shortName: nil, summary: nil, url: nil, aliases: [])
      let place = addDepartment(department, at: source.location(of: name.range))
      result.names.departments[name.value] = place
      return place
    }
    switch result.names.department(name.value) {
    case .found(let place): return place
    case .unknown(let near):
      let location = source.location(of: name.range)
      result.diagnostics.append(
        Diagnostic(
          .error, .unknownDepartment, "department '\(name.value)' is not in departments.yaml", hint: near?.hint,
          at: location))
      return nil
    }
  }

  private mutating func nameDepartmentsOfPages() {
    for place in facts.indices {
      guard let name = facts[place].department,
        let department = result.names.departments[name]
          ?? department(pages[place].fields.department, in: pages[place].source)
      else { continue }
      result.pageDepartments[place] = department
      result.departments[department].sections.append(place)
    }
  }
}

// MARK: - Programmes

extension RegisterResolver {
  private mutating func addProgrammes() {
    var sources: [(entry: Programme, source: SourceText)] = []
    for register in parsed.programmes {
      let plan = plan(of: register.file, source: register.source)
      for entry in register.entries {
        let place = result.programmes.count
        let location = register.source.location(of: entry.id.range)
        let route = Route(page: "programmes/\(entry.id.value)")
        if result.names.programmes[entry.id.value] == nil {
          result.claims.append(
            .init(route: route, description: "the programme '\(entry.name)'", location: { location }))
        }
        take(entry.id.value, for: place, in: \.programmes, what: "programme", at: location)
        let section = section(entry.section, plan: plan, in: register.source)
        let department = department(entry.department, in: register.source)
        result.programmes.append(
          ResolvedProgramme(
            programme: entry, plan: plan, route: route, section: section, parent: nil, department: department,
            children: [], indicators: []))
        sources.append((entry, register.source))
      }
    }
    for (place, item) in sources.enumerated() {
      guard let parent = programme(item.entry.parent, in: item.source) else { continue }
      result.programmes[place].parent = parent
      result.programmes[parent].children.append(place)
    }
    result.names.programmeParents = result.programmes.map(\.parent)
    refuseCircles(sources)
  }

  /// A programme that is part of itself.
  private mutating func refuseCircles(_ sources: [(entry: Programme, source: SourceText)]) {
    for (place, item) in sources.enumerated() {
      guard let parent = result.programmes[place].parent, result.names.isWithin(parent, place),
        let named = item.entry.parent
      else { continue }
      result.diagnostics.append(
        Diagnostic(
          .error, .invalidValue, "the programme '\(item.entry.name)' is part of itself",
          at: item.source.location(of: named.range)))
    }
  }

  mutating func programme(_ id: Located<String>?, in source: SourceText) -> Int? {
    guard let id else { return nil }
    switch result.names.programme(id.value) {
    case .found(let place): return place
    case .unknown(let near):
      result.diagnostics.append(
        Diagnostic(
          .error, .unknownProgramme, "programme '\(id.value)' does not exist", hint: near?.hint,
          at: source.location(of: id.range),
          fix: near?.fix))
      return nil
    }
  }
}

// MARK: - Terms

extension RegisterResolver {
  private mutating func addTerms() {
    var anchors: Set<String> = []
    for register in parsed.glossary {
      _ = plan(of: register.file, source: register.source)
      for entry in register.entries {
        let place = result.terms.count
        let slug = Slug(entry.term.value)?.text ?? "term"
        var anchor = slug
        var number = 2
        while !anchors.insert(anchor).inserted {
          anchor = "\(slug)-\(number)"
          number += 1
        }
        result.terms.append(ResolvedTerm(term: entry, anchor: anchor))
        for word in [entry.term] + entry.aliases {
          take(word.value, for: place, in: \.terms, what: "term", at: register.source.location(of: word.range))
        }
      }
    }
  }
}

// MARK: - Names

extension RegisterResolver {
  /// Gives a name to an entry. A name that another entry has is a finding that names both places.
  mutating func take(
    _ name: String, for place: Int, in table: WritableKeyPath<NameIndex, [String: Int]>, what: String,
    at location: @escaping @autoclosure () -> SourceLocation
  ) {
    if let owner = result.names[keyPath: table][name] {
      guard owner != place else { return }
      let first = firstPlaces["\(what) \(name)"]
      result.diagnostics.append(
        Diagnostic(
          .error, .duplicateID, "the \(what) '\(name)' is there twice", hint: "give one of them another name",
          at: location(),
          related: first.map { [.init("the other one", at: $0())] } ?? []))
    } else {
      result.names[keyPath: table][name] = place
      firstPlaces["\(what) \(name)"] = location
    }
  }
}
