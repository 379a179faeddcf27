import DataFormats
import Diagnostics
import Files
import Indicators
import SiteSources

extension Author {
  /// The entries that an import added to a site, or would add.
  package struct Imported: Sendable {
    /// The register and the lines that were added to it.
    package let register: String
    package let entries: [String]
    /// The table of values and its new rows.
    package let valuesFile: String?
    package let valueCount: Int
    /// The indicators that were there already.
    package let known: [Completed]
    package let diagnostics: [Diagnostic]
  }

  /// Adds the indicators of a planner's own table, `.xlsx` or `.csv`, to a plan's register, and their values to the
  /// table of values. The entry of an indicator that is there already, by its id or name, gets the facts that it lacks.
  ///
  /// Throws an `ImportQuestion` for what neither the table nor `answers` say. With `isDryRun`, nothing is written.
  package func importTable(_ path: String, answers: ImportAnswers, isDryRun: Bool) throws -> Checked<Imported> {
    let read = try plannersTables(of: path, isHeader: ImportedColumns.isHeader)
    guard let file = read.value else { return Checked(failed: read.diagnostics) }
    if file.tables(of: "a table of indicators", named: answers.sheet, isHeader: ImportedColumns.isHeader).value.map({
      $0.allSatisfy(isOfActions)
    }) ?? true,
      file.tables(of: "a table of actions", named: answers.sheet, isHeader: Author.isHeaderOfActions).value?.contains(
        where: isOfActions)
        == true
    {
      throw Refusal(
        "the table names tasks and departments, and no indicators", hint: "add '--actions', to make actions of its rows"
      )
    }
    let found = file.tables(
      of: "a table of indicators",
      hint:
        "name the columns in one row, such as Indicator, Unit, Target (指标, 单位, 目标), and write one row for each indicator",
      named: answers.sheet, isHeader: ImportedColumns.isHeader)
    // With an error in the table, no one can say what it means: nothing is imported.
    // A formula without a result is an empty cell.
    let formulas = found.diagnostics.filter { $0.code == .workbookCell }
    let problems = read.diagnostics + found.diagnostics.filter { $0.code != .workbookCell }
    guard let tables = found.value, !problems.hasErrors else { return Checked(failed: problems) }
    let (shown, hidden) = file.withoutHidden(try chosen(tables, answers))
    let table = shown.withJoinedHead()
    let besides = file.left(besides: table) + hidden
    let plan = try importedPlan(answers)
    guard let period = planPeriod(plan) else {
      throw Refusal("the plan has no period", hint: "write 'period: {start: 2021, end: 2025}' into its index.md")
    }
    let imported = try TableImport(table, plan: period, answers)
    guard !imported.indicators.isEmpty else { throw Refusal("the table has no row with an indicator") }
    return Checked(
      try write(
        imported, toPlan: plan, period, isDryRun: isDryRun,
        problems.withoutNotes + formulas.map { $0.asWarning } + besides))
  }

  /// The tables of a planner's own file, which may be outside the site.
  func plannersTables(of path: String, isHeader: ([String]) -> Bool) throws -> Checked<TableFile> {
    let folder = path.folderPart
    let loader = SourceLoader(siteDirectory: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
    return try TableReader(loader).plannersTables(of: path.lastPart, isHeader: isHeader)
  }

  private func isOfActions(_ table: DataTable) -> Bool {
    let head = table.header.map(\.value)
    return Author.isHeaderOfActions(head) && !ImportedColumns.isHeader(head)
  }

  private func chosen(_ tables: [DataTable], _ answers: ImportAnswers) throws -> DataTable {
    guard tables.count > 1 || answers.sheet != nil else { return tables[0] }
    let names = tables.compactMap(\.source.sheetName)
    if let wanted = answers.sheet {
      if let table = tables.first(where: { $0.source.sheetName == wanted }) { return table }
      throw Refusal(
        "no sheet '\(wanted)' has a table of indicators",
        hint: didYouMean(wanted, among: names) ?? "the sheets are \(list: names.map { "'\($0)'" })")
    }
    throw ImportQuestion(kind: .sheet, text: "which sheet should be imported?", choices: names)
  }

  private func importedPlan(_ answers: ImportAnswers) throws -> String {
    if answers.plan == nil, planFolders.count > 1 {
      throw ImportQuestion(kind: .plan, text: "which plan are these the indicators of?", choices: planFolders)
    }
    return try planFolder(answers.plan)
  }

  private func planPeriod(_ folder: String) -> PlanPeriod? {
    site.pages.first { $0.isIndex && $0.file.folder == folder }?.fields.plan?.period
  }

  private func write(
    _ imported: TableImport, toPlan plan: String, _ period: PlanPeriod, isDryRun: Bool, _ found: [Diagnostic]
  ) throws -> Imported {
    let declared = DeclaredIndicators(site, plan: plan, among: planFolders)
    var known: [(imported: ImportedIndicator, entry: DeclaredIndicators.Entry)] = []
    var diagnostics = found + imported.diagnostics
    var new: [ImportedIndicator] = []
    var all: [ImportedIndicator] = []
    for var indicator in imported.indicators {
      let entry =
        declared.withID(indicator.id)
        ?? (indicator.isIDMade ? declared.named(indicator.name, unit: indicator.unit) : nil)
      indicator = checked(indicator, &diagnostics)
      if let entry {
        indicator.id = entry.indicator.id?.value ?? indicator.id
        known.append((indicator, entry))
      } else {
        new.append(indicator)
      }
      all.append(indicator)
    }
    let completion = try complete(known, planEnd: period.end)
    diagnostics += completion.diagnostics
    let entries = new.flatMap { $0.lines(yaml) }
    let tables = site.values.flatMap(\.tables)
    let periods = tables.reduce(into: [:]) { $0.merge($1.periodsByID) { $0.union($1) } }
    let figures = all.flatMap { indicator in
      let there = periods[indicator.id] ?? []
      return indicator.values.filter { !there.contains($0.period) }.map { value in
        FigureFile.Figure(
          id: indicator.id, period: value.period, value: value.number, status: value.status, source: value.source,
          note: value.note, reportedBy: "", reportedOn: "")
      }
    }
    let shared = "\(SourceTree.contentFolder)/values.csv"
    var bytes: [UInt8]?
    if !figures.isEmpty {
      try FileSystem.requireOrdinaryFile("\(siteDirectory)/\(shared)")
      let isThere = try FileSystem.kind(of: "\(siteDirectory)/\(shared)") != nil
      let text = isThere ? try SourceLoader(siteDirectory: siteDirectory).text(of: shared).value : nil
      let file = FigureFile(path: shared, words: site.settings.language.words, isShared: true)
      bytes = file.adding(figures, to: text)
      guard bytes != nil else {
        throw Refusal(
          "\(shared) cannot take rows, so nothing was written",
          hint: "give it one row for each value, with the columns id, Year, Value (编号, 年份, 数值)")
      }
    }
    var register = "\(SourceTree.contentFolder)/\(plan.appending(part: "\(RegisterKind.indicators.rawValue).yaml"))"
    if !isDryRun {
      for file in completion.files { try FileSystem.replace("\(siteDirectory)/\(file.path)", with: file.bytes) }
      if !new.isEmpty {
        register = try append(entries, count: new.count, toRegister: .indicators, plan: plan) {
          IndicatorRegister.decode($0).value?.count
        }.path
      }
      if let bytes {
        let whole = "\(siteDirectory)/\(shared)"
        if try FileSystem.kind(of: whole) == nil {
          try FileSystem.writeNew(bytes, to: whole)
        } else {
          try FileSystem.replace(whole, with: bytes)
        }
      }
    }
    return Imported(
      register: register, entries: entries, valuesFile: bytes == nil ? nil : shared, valueCount: figures.count,
      known: completion.completed, diagnostics: diagnostics)
  }

  /// Leaves out a department that the site's register does not have.
  private func checked(_ indicator: ImportedIndicator, _ diagnostics: inout [Diagnostic]) -> ImportedIndicator {
    guard let register = site.departments.first, !indicator.departments.isEmpty else { return indicator }
    let names = Set(
      site.departments.flatMap(\.entries).flatMap { entry in
        [entry.id.value, entry.name] + [entry.shortName].compactMap(\.self) + entry.aliases
      })
    var indicator = indicator
    for name in indicator.departments where !names.contains(name) {
      diagnostics.append(
        Diagnostic(
          .warning, .unknownDepartment,
          "department '\(name)' of '\(indicator.name)' is not in the register, and is left out",
          hint: didYouMean(name, among: names.sorted()) ?? "add it there, and 'department: \(name)' to the indicator",
          at: SourceLocation(file: register.file.contentPath)))
    }
    indicator.departments.removeAll { !names.contains($0) }
    return indicator
  }
}
