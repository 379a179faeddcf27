import DataFormats
import Diagnostics
import SiteSources

/// The programmes of a site, with the section, the department and the parent of each.
struct Programmes: Sendable {
  let entries: Table<ProgrammeTag, Entry>
  let names: NameTable<ProgrammeTag>
  /// The programme that contains each programme.
  let parents: Table<ProgrammeTag, ProgrammeRef?>

  struct Entry: Sendable {
    let programme: Programme
    let plan: PlanRef?
    let section: PageRef?
    let department: DepartmentRef?
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
            programme: programme, plan: plan, section: section, department: department, location: location,
            route: Route(page: "programmes/\(programme.id.value)")))
        names.add(programme.id.value, for: ref, at: location)
        sources.append(source)
      }
    }
    let parents = Table<ProgrammeTag, ProgrammeRef?>(
      zip(entries, sources).map { entry, source in
        names.table.findProgramme(entry.programme.parent, in: source, into: &found)
      })
    let programmes = Programmes(entries: entries, names: names.table, parents: parents)
    return Checked(programmes, found + names.diagnostics + programmes.cycles(Table(sources)))
  }

  /// `programme` and every programme that contains it, innermost first.
  func chain(from programme: ProgrammeRef) -> [ProgrammeRef] {
    var chain: [ProgrammeRef] = []
    var current: ProgrammeRef? = programme
    // The count guards against cycles, which are reported as errors.
    while let next = current, chain.count <= entries.count {
      chain.append(next)
      current = parents[next]
    }
    return chain
  }

  func isPart(_ programme: ProgrammeRef, of outer: ProgrammeRef) -> Bool { chain(from: programme).contains(outer) }

  private func cycles(_ sources: Table<ProgrammeTag, SourceText>) -> [Diagnostic] {
    entries.indices.compactMap { ref in
      guard let parent = parents[ref], isPart(parent, of: ref), let named = entries[ref].programme.parent else {
        return nil
      }
      return Diagnostic(
        .error, .invalidValue, "the programme '\(entries[ref].programme.name)' is part of itself",
        hint: "remove 'parent', or name a programme that does not contain this one",
        at: sources[ref].location(of: named.range))
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
          .error, .unknownProgramme, "programme '\(id.value)' does not exist", hint: near?.hint,
          at: source.location(of: id.range), fix: near?.fix))
      return nil
    }
  }
}
