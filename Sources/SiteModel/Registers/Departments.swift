import DataFormats
import Diagnostics
import Markup
import SiteSources

/// The departments of a site. They come from its registers or, if it has none, from the names in pages, programmes and
/// indicators.
struct Departments: Sendable {
  let entries: Table<DepartmentTag, Entry>
  /// By id, name, short name and alias.
  let names: NameTable<DepartmentTag>

  struct Entry: Sendable {
    let department: Department
    let location: SourceLocation
    let route: Route

    init(_ department: Department, at location: SourceLocation) {
      self.department = department
      self.location = location
      route = Route(page: "departments/\(department.id.value)")
    }
  }

  /// A department that a page, a programme or an indicator names.
  struct Mention {
    let name: Located<String>
    let source: SourceText
  }

  /// `mentions` is used only if there is no register; departments are then in the order of mention.
  static func resolve(_ registers: [Register<Department>], mentions: () -> [Mention]) -> Checked<Departments> {
    var entries = Table<DepartmentTag, Entry>([])
    var names = NameTableBuilder<DepartmentTag>(of: "department")
    var found: [Diagnostic] = []
    for register in registers {
      for department in register.entries {
        let location = register.source.location(of: department.id.range)
        let ref = entries.append(Entry(department, at: location))
        let own = [department.id.value, department.name] + department.aliases
        let known = own + [department.shortName].compactMap(\.self)
        for name in known { names.add(name, for: ref, at: location) }
        for name in department.originalNames where !known.contains(name) { names.add(name, for: ref, at: location) }
      }
    }
    for mention in registers.isEmpty ? mentions() : [] {
      let name = mention.name
      guard !name.value.isEmpty, names[name.value] == nil, let slug = Slug(name.value) else { continue }
      let department = Department(
        id: Located(slug.text, at: name.range), name: name.value, shortName: nil, summary: nil, url: nil, aliases: [])
      let location = mention.source.location(of: name.range)
      if let hint = Departments.hint(forSeveral: name.value) {
        found.append(
          Diagnostic(
            .warning, .unknownDepartment, "'\(name.value)' is taken for the name of one department", hint: hint,
            at: location))
      }
      names.add(name.value, for: entries.append(Entry(department, at: location)), at: location)
    }
    if registers.isEmpty { found += shortForms(entries) }
    return Checked(Departments(entries: entries, names: names.table), names.diagnostics + found)
  }

  /// The hint for a value that lists several departments; nil for the name of one.
  private static func hint(forSeveral value: String) -> Message? {
    var marks = "、，,；;/／"
    // 林业局 水务局: a space is part of other names.
    let ends: Set<Character> = ["局", "委", "办", "厅", "部", "院", "会", "站", "所", "处", "科"]
    if value.split(separator: " ").allSatisfy({ $0.count > 1 && ends.contains($0.last ?? " ") }) { marks += " " }
    if value.split(separator: "和").allSatisfy({ $0.count > 1 && ends.contains($0.last ?? " ") }) { marks += "和" }
    let names = value.listItems(marks.contains).map { $0.drop { $0 == " " } }.filter {
      !$0.isEmpty
    }
    guard names.count > 1 else { return nil }
    return "write 'department: {lead: \(names[0]), support: [\(names.dropFirst().joined(separator: ", "))]}'"
  }

  /// The department with a name. Returns nil and reports `reference.unknown-department` if there is none.
  func find(_ name: Located<String>?, in source: SourceText, into found: inout [Diagnostic]) -> DepartmentRef? {
    guard let name, !name.value.isEmpty else { return nil }
    switch names.lookUp(word: name.value) {
    case .found(let department): return department
    case .unknown(let near):
      found.append(
        Diagnostic(
          .error, .unknownDepartment, "department '\(name.value)' is not in departments.yaml",
          hint: Departments.hint(forSeveral: name.value) ?? near?.hint
            ?? "add it to departments.yaml, or correct the name",
          at: source.location(of: name.range)))
      return nil
    }
  }

  /// The department that each page names.
  func ofPages(_ pages: PageTable) -> Checked<Table<PageTag, DepartmentRef?>> {
    var found: [Diagnostic] = []
    let departments = pages.indices.map { page -> DepartmentRef? in
      guard let name = pages.headers[page].department else { return nil }
      return names[name] ?? find(pages[page].fields.department, in: pages[page].source, into: &found)
    }
    return Checked(Table(departments), found)
  }

  /// The departments that support the one in charge of a page; only of pages that name some.
  func supporting(_ pages: PageTable, _ leads: Table<PageTag, DepartmentRef?>) -> Checked<[PageRef: [DepartmentRef]]> {
    var found: [Diagnostic] = []
    var support: [PageRef: [DepartmentRef]] = [:]
    for page in pages.indices where pages.headers[page].namesSupport {
      let named = pages[page].fields.support.compactMap { find($0, in: pages[page].source, into: &found) }
      support[page] = named.filter { $0 != leads[page] }
    }
    return Checked(support, found)
  }
}
