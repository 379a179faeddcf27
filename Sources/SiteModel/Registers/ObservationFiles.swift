import Diagnostics
import Files
import Indicators
import SiteSources

/// The CSV files of observations, by indicator id. Each file is named after the id of its indicator.
struct ObservationFiles: Sendable {
  private let files: [String: ObservationFile]

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
    return Checked(ObservationFiles(files: files), found)
  }

  var isEmpty: Bool { files.isEmpty }

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
    for (id, file) in files where names[id] == nil && !drafts.indicators.contains(id) {
      found.append(
        Diagnostic(
          .error, .csvUnknownIndicator, "this file is named after indicator '\(id)', which does not exist",
          hint: names.nearMiss(id).map { "\($0.hint) Rename the file" }
            ?? "add the indicator to indicators.yaml, or rename the file",
          at: SourceLocation(file: file.file.contentPath)))
    }
    return found.sorted()  // sorted: reaches output
  }
}
