import Bytes
import DataFormats
import Diagnostics
import Files
import Indicators
import SiteModel
import SiteSources
import Workbooks

/// The yearly round: asks departments for their figures, and reads their answers.
package struct Collector: Sendable {
  let siteDirectory: String
  let site: ResolvedSite
  let parsed: ParsedSite
  private let words: CollectionWords

  /// Reads the site. There is no value if it has errors.
  package static func open(_ options: BuildOptions) async throws -> Checked<Collector> {
    let prepared = try await SiteBuild(options).prepare()
    guard let site = prepared.files?.site, let parsed = prepared.parsed else {
      return Checked(failed: prepared.diagnostics)
    }
    let collector = Collector(
      siteDirectory: options.siteDirectory, site: site, parsed: parsed,
      words: CollectionWords(site.settings.language.words))
    return Checked(collector, prepared.diagnostics)
  }

  /// A workbook that was written for a department.
  package struct Request: Sendable {
    package let path: String
    package let department: String
    package let count: Int
  }

  // MARK: Asking

  /// Writes a workbook into `folder` for each department that owes values for the period, or for those named.
  /// Overwrites nothing: a workbook that is there may have been filled in.
  package func ask(for period: Period, departments: [String], into folder: String) throws -> [Request] {
    let owed = OwedFigures.all(of: site, for: period)
    if owed.isEmpty { try refuse(period) }
    let chosen = try departments.isEmpty ? owed : departments.flatMap { name in try self.owed(named: name, in: owed) }
    let sheet = CollectionSheet(period: period, words: words, siteTitle: site.settings.title)
    var requests: [(request: Request, bytes: [UInt8])] = []
    for owed in chosen {
      let withID = OwedFigures(
        department: owed.department, indicators: owed.indicators.filter { $0.indicator.id != nil })
      guard !withID.indicators.isEmpty else { continue }
      let path = "\(folder)/\(owed.department?.department.id.value ?? "no-department").xlsx"
      guard try FileSystem.kind(of: path) == nil else {
        throw Author.Refusal("\(path) already exists; nothing was written", hint: "choose another folder with '--to'")
      }
      let request = Request(
        path: path, department: owed.department?.department.name ?? words.noDepartment,
        count: withID.count(for: period))
      requests.append((request, sheet.bytes(for: withID)))
    }
    try FileSystem.createDirectory(folder)
    for (request, bytes) in requests { try FileSystem.writeNew(bytes, to: request.path) }
    return requests.map(\.request)
  }

  /// Refuses a period that no plan of the site covers.
  private func refuse(_ period: Period) throws {
    let years = site.ownPlans.map { site.plans[$0].fields.period }
    let start = 2 * period.middle - period.end
    guard !years.contains(where: { start < Double($0.end + 1) && period.end > Double($0.start) }) else { return }
    let written = Set(years).sorted { ($0.start, $0.end) < ($1.start, $1.end) }.map { "\($0.start)–\($0.end)" }
    guard !written.isEmpty else { throw Author.Refusal("the site has no plan") }
    throw Author.Refusal(
      "no plan covers \(period): the years are \(list: written)", hint: "name a period of the plan with '--period'")
  }

  private func owed(named name: String, in owed: [OwedFigures]) throws -> [OwedFigures] {
    func names(_ department: Department) -> [String] {
      [department.id.value, department.name] + [department.shortName].compactMap(\.self) + department.aliases
    }
    guard site.departments.contains(where: { names($0.department).contains(name) }) else {
      let known = site.departments.flatMap { names($0.department) }
      throw Author.Refusal(
        "department '\(name)' does not exist",
        hint: didYouMean(name, among: known)
          ?? "the departments are \(list: site.departments.map { "'\($0.department.name)'" })")
    }
    return owed.filter { $0.department.map { names($0.department).contains(name) } ?? false }
  }

  // MARK: Reading

  /// The workbooks that came back.
  package struct Answers: Sendable {
    package var diagnostics: [Diagnostic] = []
    /// The values that were written, or would be.
    package var written: [String] = []
    /// The files that were changed, or would be, as messages show them.
    package var files: [String] = []
    /// The departments that have reported nothing.
    package var silent: [String] = []
    /// By department, the indicators that it left empty, with its note.
    package var missing: [(department: String, indicators: [String])] = []
  }

  /// Reads the workbooks in `folder` and in the folders below it, checks their values, and adds those without an error
  /// to the CSV files of the site.
  ///
  /// `accepted` are ids of indicators whose values are written although they look doubtful. With `isDryRun`, nothing is
  /// written.
  package func read(_ folder: String, accepting accepted: Set<String>, isDryRun: Bool) throws -> Answers {
    guard try FileSystem.isFolder(folder) else { throw Author.Refusal("there is no folder '\(folder)'") }
    var answers = Answers()
    let reader = TableReader(SourceLoader(siteDirectory: folder))
    var returned: [ReturnedWorkbook] = []
    var heard: Set<String> = []
    let entries = try entries(of: folder)
    if entries.isEmpty {
      answers.diagnostics.append(
        Diagnostic(
          .warning, .collectUnknownWorkbook, "the folder has no workbook",
          hint: "put the workbooks that came back into it", at: SourceLocation(file: folder)))
    }
    for (name, kind) in entries {
      guard kind == .file, name.pathExtension.lowercased() == "xlsx" else {
        answers.diagnostics.append(
          Diagnostic(
            .warning, .collectUnknownWorkbook,
            kind == .file ? "'\(name)' is no .xlsx file, and is not read" : "'\(name)' is not a file, and is not read",
            hint: kind == .file
              ? "if it is an answer, open it and save it as 'Excel Workbook (.xlsx)'"
              : "put the workbooks themselves into the folder", at: SourceLocation(file: name)))
        continue
      }
      let read = try reader.workbook(name)
      answers.diagnostics += read.diagnostics
      guard let workbook = read.value else { continue }
      guard !ReturnedWorkbook.isOther(workbook, words) else {
        answers.diagnostics.append(
          Diagnostic(
            .warning, .collectUnknownWorkbook,
            "this workbook was not made by 'planpress collect', and is not read",
            hint: "if it is an answer, ask for the file that was sent out, filled in", at: SourceLocation(file: name)))
        continue
      }
      if let department = ReturnedWorkbook.department(of: workbook) ?? lead(of: workbook) { heard.insert(department) }
      let answer = ReturnedWorkbook.read(workbook, path: name, words)
      answers.diagnostics += answer.diagnostics
      if let answer = answer.value { returned.append(answer) }
    }
    var figures: [FigureFile.Figure] = []
    var disputed: Set<String> = []
    // A workbook may be there twice: as sent out, and as returned.
    let reported = Set(
      returned.flatMap { workbook in workbook.rows.filter { $0.value != nil }.map { workbook.key(of: $0) } })
    for workbook in returned { figures += check(workbook, accepted, &answers, known: figures, reported, &disputed) }
    // If there are two values, nobody knows which is right.
    figures.removeAll { disputed.contains($0.id) }
    answers.written = figures.map(line)
    try write(figures, isDryRun: isDryRun, &answers)
    answers.silent = silent(returned, heard: heard)
    return answers
  }

  /// The id of the department in charge of the indicators in a workbook whose hidden sheet is gone.
  private func lead(of workbook: Workbook) -> String? {
    let ids = Set(workbook.sheets.flatMap { $0.rows.map { String($0.text(0).prefix { $0 != " " }) } })
    return site.indicators.first { $0.indicator.id.map { ids.contains($0.text) } ?? false }?.lead.map {
      site.departments[$0].department.id.value
    }
  }

  /// How deep folders of answers may be nested.
  private static let deepest = 5

  /// The files below a folder, with their paths below it; without those that Excel and other programs keep for
  /// themselves.
  private func entries(of folder: String) throws -> [(name: String, kind: FileSystem.EntryKind)] {
    func list(_ path: String, _ depth: Int) throws -> [(name: String, kind: FileSystem.EntryKind)] {
      try FileSystem.entries(of: path.isEmpty ? folder : "\(folder)/\(path)")
        .filter { !$0.name.hasPrefix(".") && !$0.name.hasPrefix("~$") }
        .flatMap { name, kind in
          let whole = path.appending(part: name)
          return kind == .directory && depth < Collector.deepest ? try list(whole, depth + 1) : [(whole, kind)]
        }
    }
    return try list("", 1)
  }

  private func line(_ figure: FigureFile.Figure) -> String {
    let indicator = site.indicators.first { $0.indicator.id?.text == figure.id }?.indicator
    let unit = indicator?.unit.map { " \($0)" } ?? ""
    return "\(indicator?.name ?? figure.id) \(figure.period): \(NumberFormat.data(figure.value))\(unit)"
  }

  /// The values of a workbook that have no error and are not on the site already.
  private func check(
    _ workbook: ReturnedWorkbook, _ accepted: Set<String>, _ answers: inout Answers, known: [FigureFile.Figure],
    _ reported: Set<String>, _ disputed: inout Set<String>
  ) -> [FigureFile.Figure] {
    var figures: [FigureFile.Figure] = []
    var missing: [String] = []
    for row in workbook.rows {
      guard let indicator = site.indicators.first(where: { $0.indicator.id?.text == row.id })?.indicator else {
        if row.value != nil {
          answers.diagnostics.append(
            Diagnostic(
              .error, .csvUnknownIndicator, "indicator '\(row.id)' does not exist",
              hint: "it has gone since the workbook was sent out", at: workbook.place(of: row)))
        }
        continue
      }
      guard let period = row.period(workbook.period, of: indicator) else { continue }
      guard let cell = row.value else {
        guard !reported.contains(workbook.key(of: row)) else { continue }
        let remarks = [period == workbook.period ? "" : period.description, row.note].filter { !$0.isEmpty }
        missing.append(indicator.name + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ": ")))"))
        continue
      }
      let value = ReturnedValue(indicator: indicator, period: period, place: workbook.place(of: row))
        .answer(cell, note: row.note, isAccepted: accepted.contains(row.id))
      answers.diagnostics += value.diagnostics
      guard let answer = value.value else { continue }
      let number = answer.number
      if let other = (known + figures).first(where: { $0.id == row.id && $0.period == period }) {
        if other.value.value != number.value {
          disputed.insert(row.id)
          answers.diagnostics.append(
            Diagnostic(
              .error, .valuesConflict,
              "'\(indicator.name)' has two values for \(period): \(NumberFormat.data(number)) here, and \(NumberFormat.data(other.value)) in another workbook",
              hint: "ask which one is right, and delete the other workbook", at: workbook.place(of: row)))
        }
        continue
      }
      if indicator.observations.contains(where: { $0.period == period && $0.value != nil }) { continue }
      figures.append(
        FigureFile.Figure(
          id: row.id, period: period, value: number, status: answer.status, source: row.source,
          note: row.note.isEmpty ? answer.words ?? "" : row.note, reportedBy: workbook.reportedBy,
          reportedOn: workbook.reportedDay))
    }
    if !figures.isEmpty { answers.diagnostics += workbook.reporterFindings }
    if !missing.isEmpty { answers.missing.append((name(ofDepartment: workbook.department), missing)) }
    return figures
  }

  private func name(ofDepartment id: String) -> String {
    site.departments.first { $0.department.id.value == id }?.department.name ?? words.noDepartment
  }

  /// The departments that were asked, for the periods of the workbooks, and that returned no workbook.
  private func silent(_ returned: [ReturnedWorkbook], heard: Set<String>) -> [String] {
    var silent: [String] = []
    for period in Set(returned.map(\.period)).sorted() {
      for owed in OwedFigures.all(of: site, for: period) {
        let id = owed.department?.department.id.value ?? ""
        let name = owed.department?.department.name ?? words.noDepartment
        if !heard.contains(id), !silent.contains(name) { silent.append(name) }
      }
    }
    return silent
  }

  /// The file of each indicator's own values if it has one, or else the table of values.
  private func write(_ figures: [FigureFile.Figure], isDryRun: Bool, _ answers: inout Answers) throws {
    let shared = "\(SourceTree.contentFolder)/values.csv"
    var files: [String: [FigureFile.Figure]] = [:]
    for figure in figures {
      let own = parsed.observations.first { $0.file.name.withoutPathExtension == figure.id }
      files[own?.file.contentPath ?? shared, default: []].append(figure)
    }
    let loader = SourceLoader(siteDirectory: siteDirectory)
    var changes: [(path: String, bytes: [UInt8])] = []
    for (path, figures) in files.sorted(by: { $0.key.precedes($1.key) }) {  // sorted: reaches output
      let whole = "\(siteDirectory)/\(path)"
      try FileSystem.requireOrdinaryFile(whole)
      let text = try FileSystem.kind(of: whole) == nil ? nil : loader.text(of: path).value
      let file = FigureFile(path: path, words: words.language, isShared: path == shared)
      guard let bytes = file.adding(figures, to: text) else {
        let columns: Message = path == shared ? "id, Year, Value (编号, 年份, 数值)" : "Year and Value"
        throw Author.Refusal(
          "\(path) cannot take rows, so nothing was written",
          hint:
            "give it one row for each value, with the columns \(columns); 'planpress check --fix' removes empty cells")
      }
      changes.append((path, bytes))
    }
    answers.files = changes.map(\.path)
    guard !isDryRun else { return }
    for change in changes {
      let whole = "\(siteDirectory)/\(change.path)"
      if try FileSystem.kind(of: whole) == nil {
        try FileSystem.writeNew(change.bytes, to: whole)
      } else {
        try FileSystem.replace(whole, with: change.bytes)
      }
    }
  }
}
