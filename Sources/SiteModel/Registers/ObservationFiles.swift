import Diagnostics
import Files
import Indicators
import SiteSources

/// The CSV files of observations, by indicator id. Each file is named after the id of its indicator.
struct ObservationFiles: Sendable {
  private let files: [String: ObservationFile]
  /// The tables of values, and the place of each indicator's rows in them, by its id or its name.
  private let tables: [ValuesTable]
  private let byID: [String: [Place]]
  private let byName: [String: [Place]]

  private struct Place {
    let table: Int
    let group: Int
  }

  static func resolve(_ parsed: ParsedSite) -> Checked<ObservationFiles> {
    var files: [String: ObservationFile] = [:]
    var found: [Diagnostic] = []
    for file in parsed.observations {
      let id = file.file.name.withoutPathExtension
      guard let other = files.updateValue(file, forKey: id) else { continue }
      found.append(
        Diagnostic(
          .error, .duplicateID, "there are two data files for '\(id)'", hint: "keep one of them",
          at: SourceLocation(file: file.file.contentPath),
          related: [.init("the other one", at: SourceLocation(file: other.file.contentPath))]))
    }
    let tables = parsed.values.flatMap(\.tables)
    var (byID, byName): ([String: [Place]], [String: [Place]]) = ([:], [:])
    for (number, table) in tables.enumerated() {
      for (group, entry) in table.groups.enumerated() {
        let place = Place(table: number, group: group)
        if table.isByName {
          byName[entry.key.value, default: []].append(place)
        } else {
          byID[entry.key.value, default: []].append(place)
        }
      }
    }
    return Checked(ObservationFiles(files: files, tables: tables, byID: byID, byName: byName), found)
  }

  var isEmpty: Bool { files.isEmpty && tables.isEmpty }
  /// Whether there is a table of values.
  var hasShared: Bool { !tables.isEmpty }

  /// The rows of an indicator in tables of values, in the order of the tables.
  func shared(of declaration: IndicatorDeclaration) -> [ObservationRows] {
    let places = (declaration.id.flatMap { byID[$0.value] } ?? []) + (byName[declaration.name] ?? [])
    return places.map { tables[$0.table].groups[$0.group].rows }
  }

  subscript(id: String) -> ObservationFile? { files[id] }

  /// Reports files whose id no indicator has, and files whose indicator also has values in its entry.
  func mismatches(
    _ groups: [DeclaredRows], _ pages: PageTable, _ names: NameTable<IndicatorTag>, drafts: DraftNames
  ) -> [Diagnostic] {
    guard !isEmpty else { return [] }
    var found: [Diagnostic] = []
    for group in groups where !group.tables.isEmpty {
      for declaration in group.declarations(in: pages) where declaration.hasOwnValues {
        guard let file = declaration.id.flatMap({ files[$0.value] }) else { continue }
        found.append(
          Diagnostic(
            .error, .conflictingKeys, "the values of '\(declaration.name)' are here and in \(file.file.contentPath)",
            hint: "keep one of them: remove 'values', or delete the file",
            at: group.source(in: pages).location(of: declaration.range)))
      }
    }
    let strange = files.filter { names[$0.key] == nil && !drafts.indicators.contains($0.key) }
    var ids: [String: String] = [:]
    if !strange.isEmpty {
      for group in groups {
        for declaration in group.declarations(in: pages) {
          if let id = declaration.id?.value { ids[declaration.name] = id }
        }
      }
    }
    for (id, file) in strange {
      found.append(
        Diagnostic(
          .error, .csvUnknownIndicator, "this file is named after indicator '\(id)', which does not exist",
          hint: ids[id].map { "name the file after the indicator's id: '\($0).csv'" }
            ?? names.nearMiss(id).map { "\($0.hint) Rename the file" }
            ?? "add the indicator to indicators.yaml, or rename the file",
          at: SourceLocation(file: file.file.contentPath)))
    }
    if hasShared { found += strangers(groups, pages, names, drafts: drafts) }
    return found.sorted()  // sorted: reaches output
  }

  /// The rows of tables of values whose indicator does not exist, or whose name several indicators have.
  private func strangers(
    _ groups: [DeclaredRows], _ pages: PageTable, _ names: NameTable<IndicatorTag>, drafts: DraftNames
  ) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    if !byName.isEmpty {
      for group in groups {
        for declaration in group.declarations(in: pages) { counts[declaration.name, default: 0] += 1 }
      }
    }
    let all = counts.keys.sorted()
    let known = NearNames { all }
    var found: [Diagnostic] = []
    for table in tables {
      for group in table.groups {
        let key = group.key.value
        let message: Message
        let hint: Message
        if table.isByName {
          let count = counts[key] ?? 0
          guard count != 1 else { continue }
          message = count == 0 ? "indicator '\(key)' does not exist" : "\(count) indicators are named '\(key)'"
          hint =
            count == 0
            ? known.hint(for: key) ?? "add the indicator to indicators.yaml"
            : "add a column 'id' (编号) that distinguishes them"
        } else {
          guard names[key] == nil, !drafts.indicators.contains(key) else { continue }
          message = "indicator '\(key)' does not exist"
          hint = names.nearMiss(key)?.hint ?? "add the indicator to indicators.yaml"
        }
        found.append(
          Diagnostic(
            .error, .csvUnknownIndicator, message, hint: hint, at: table.source.location(of: group.key.range)))
      }
    }
    return found
  }
}
