import Diagnostics
import Files
import Manuscripts

extension ManuscriptImport {
  // MARK: Versions

  /// Finds the record of the last version of each file that was never imported by its name: one with mostly its sections, or the
  /// one that an option names.
  ///
  /// Throws an `ImportQuestion` if there is such a record and no option says whether the file is a new version.
  mutating func findEarlierVersions(
    _ files: [String], _ outlines: [Outline], _ records: inout [ImportRecord?]
  ) throws {
    let folder = siteDirectory.appending(part: ImportRecord.folder)
    guard author != nil, options.earlierVersion != ManuscriptImport.noVersion, records.contains(where: { $0 == nil }),
      try FileSystem.isFolder(folder)
    else { return }
    let own = Set(files.map(\.lastPart))
    let names = try FileSystem.entries(of: folder).map(\.name).filter { $0.hasSuffix(".json") }.map {
      String($0.dropLast(5))
    }.filter { !own.contains($0) }.sorted()
    if let wanted = options.earlierVersion, !names.contains(wanted), !own.contains(wanted) {
      throw Author.Refusal(
        "'\(wanted)' was not imported into this site",
        hint: didYouMean(wanted, among: names) ?? "the files that were are \(list: names.map { "'\($0)'" as String })")
    }
    for index in files.indices where records[index] == nil {
      let titles = ManuscriptImport.titles(of: outlines[index].sections, levels: options.levels)
      var best: (name: String, record: ImportRecord, common: Int)?
      for name in names where options.earlierVersion.map({ $0 == name }) ?? true {
        let path = siteDirectory.appending(part: ImportRecord.path(of: name))
        guard let record = try siteContents(of: path).flatMap({ ImportRecord($0) }) else { continue }
        let old = Set(record.pages.filter { $0.depth > 0 }.map { HeadingNumber($0.title)?.title ?? $0.title })
        let common = titles.intersection(old).count
        let isLike = common > 2 && common * 2 > max(titles.count, old.count)
        if isLike || options.earlierVersion != nil, common >= best?.common ?? 0 { best = (name, record, common) }
      }
      guard let best else { continue }
      guard options.earlierVersion != nil else {
        throw ImportQuestion(
          kind: .version,
          text: "is '\(files[index].lastPart)' a new version of '\(best.name)', which was imported before?",
          choices: [best.name, ManuscriptImport.noVersion])
      }
      records[index] = best.record
      remove(ImportRecord.path(of: best.name))
      log("'\(files[index].lastPart)' is imported as a new version of '\(best.name)'")
    }
  }

  private static let noVersion = "none"

  /// The titles of the sections that become pages.
  private static func titles(of sections: [Outline.Section], levels: Int) -> Set<String> {
    var titles = Set(sections.map(\.title))
    if levels > 1 {
      for section in sections { titles.formUnion(self.titles(of: section.children, levels: levels - 1)) }
    }
    return titles
  }

  // MARK: Tables

  /// A note for each table of indicators in a text, which stays a table of its page.
  func tablesOfIndicators(_ blocks: [SourceBlock], _ manuscript: Manuscript) -> [Diagnostic] {
    blocks.flatMap { block -> [Diagnostic] in
      let rows: [[String]]
      switch block.kind {
      case .box(_, let content): return tablesOfIndicators(content, manuscript)
      case .table(let table): rows = table.rows
      case .markdown where block.markdown.hasPrefix("|"):
        // Without the row of dashes below the head.
        rows = block.markdown.split(whereSeparator: \.isNewline).map { line in
          line.split(separator: "|").map { String($0).trimmingSpaces }
        }.filter { row in row.contains { cell in cell.contains { !"-: ".contains($0) } } }
      default: return []
      }
      guard let head = rows.prefix(2).firstIndex(where: ImportedColumns.isHeader) else { return [] }
      return [
        Diagnostic(
          .note, .importTable, "this table names indicators (\(rows.count - head - 1)), and stays a table of its page",
          hint:
            "to make indicators of its rows, copy it into a workbook and import that: 'planpress import table.xlsx'",
          at: manuscript.location(block.line))
      ]
    }
  }
}
