import DataFormats
import Diagnostics
import SiteSources

/// The programmes of a site, with the section, the department and the parent of each.
struct Programmes: Sendable {
  let entries: Table<ProgrammeTag, Entry>
  let names: NameTable<ProgrammeTag>
  /// The programme that contains each programme.
  let parents: Table<ProgrammeTag, ProgrammeRef?>

  /// In levels. The pages of all programmes around an indicator list it.
  private static let deepest = 50

  struct Entry: Sendable {
    let programme: Programme
    let plan: PlanRef?
    let section: PageRef?
    let department: DepartmentRef?
    let support: [DepartmentRef]
    let location: SourceLocation
    let route: Route
  }

  static func resolve(
    _ registers: [Register<Programme>], _ plans: Plans, _ sections: SectionNames, _ departments: Departments
  ) -> Checked<Programmes> {
    var entries = Table<ProgrammeTag, Entry>([])
    var names = NameTableBuilder<ProgrammeTag>(of: "programme")
    var sources: [SourceText] = []
    var found: [Diagnostic] = []
    for register in registers {
      let (plan, source) = (plans.plan(ofRegister: register.file), register.source)
      for programme in register.entries {
        let location = source.location(of: programme.id.range)
        let section = sections.find(programme.section, in: plan, source, into: &found)
        let department = departments.find(programme.department, in: source, into: &found)
        let ref = entries.append(
          Entry(
            programme: programme, plan: plan, section: section, department: department,
            support: programme.support.compactMap { departments.find($0, in: source, into: &found) },
            location: location,
            route: Route(page: "programmes/\(programme.id.value)")))
        names.add(programme.id.value, for: ref, at: location)
        sources.append(source)
      }
    }
    let table = names.table
    let parents = Table<ProgrammeTag, ProgrammeRef?>(
      zip(entries, sources).map { entry, source in
        table.findProgramme(entry.programme.parent, in: source, into: &found)
      })
    let programmes = Programmes(entries: entries, names: table, parents: parents)
    return Checked(programmes, found + names.diagnostics + programmes.cycles(Table(sources)))
  }

  /// `programme` and every programme that contains it, innermost first.
  func chain(from programme: ProgrammeRef) -> [ProgrammeRef] {
    var chain: [ProgrammeRef] = []
    var current: ProgrammeRef? = programme
    // The limit guards against cycles, too; both are reported as errors.
    while let next = current, chain.count <= Programmes.deepest {
      chain.append(next)
      current = parents[next]
    }
    return chain
  }

  func isPart(_ programme: ProgrammeRef, of outer: ProgrammeRef) -> Bool { chain(from: programme).contains(outer) }

  /// Reports programmes that are part of themselves, and those that are nested too deeply.
  private func cycles(_ sources: Table<ProgrammeTag, SourceText>) -> [Diagnostic] {
    // 1 for a programme without a parent; 0 where it is not known yet.
    var depths = Table<ProgrammeTag, Int>(repeating: 0, count: entries.count)
    var isCyclic: Set<ProgrammeRef> = []
    for start in entries.indices where depths[start] == 0 {
      var path: [ProgrammeRef] = []
      var places: [ProgrammeRef: Int] = [:]
      var current: ProgrammeRef? = start
      while let next = current, depths[next] == 0, places[next] == nil {
        places[next] = path.count
        path.append(next)
        current = parents[next]
      }
      if let first = current.flatMap({ places[$0] }) { isCyclic.formUnion(path[first...]) }
      var depth = current.map { depths[$0] } ?? 0
      for programme in path.reversed() {
        depth += 1
        depths[programme] = depth
      }
    }
    return entries.indices.compactMap { ref in
      guard let named = entries[ref].programme.parent else { return nil }
      let location = sources[ref].location(of: named.range)
      let name = entries[ref].programme.name
      if isCyclic.contains(ref) {
        return Diagnostic(
          .error, .invalidValue, "the programme '\(name)' is part of itself",
          hint: "remove 'parent', or name a programme that does not contain this one", at: location)
      }
      guard depths[ref] == Programmes.deepest + 1 else { return nil }
      return Diagnostic(
        .error, .invalidValue, "the programme '\(name)' is nested more than \(Programmes.deepest) deep",
        hint: "name a programme further up as its 'parent'", at: location)
    }
  }
}

extension NameTable<ProgrammeTag> {
  /// The programme with an id. Returns nil and reports `reference.unknown-programme` if there is none.
  func findProgramme(
    _ id: Located<String>?, in source: SourceText, into found: inout [Diagnostic]
  ) -> ProgrammeRef? {
    guard let id else { return nil }
    switch lookUp(id: id.value) {
    case .found(let programme): return programme
    case .unknown(let near):
      found.append(
        Diagnostic(
          .error, .unknownProgramme, "programme '\(id.value)' does not exist",
          hint: near?.hint ?? "add it to programmes.yaml, or write the id of one that is there",
          at: source.location(of: id.range), fix: near?.fix))
      return nil
    }
  }
}
