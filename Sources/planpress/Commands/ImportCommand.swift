import ArgumentParser
import Diagnostics
import Files
import Indicators
import SiteEngine

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: localized("Make sections of a plan's text, or indicators of a table."),
    discussion: localized(
      """
      A text (.txt, .md, .docx, .odt, .html) becomes sections: headings are found by their form, and what was decided is \
      reported with its lines. If the folder has no Content/ yet, a new site is made. Importing a changed text again shows \
      what changed, and keeps your edits.
      """) + "\n\n"
      + localized(
        """
        A table (.xlsx, .csv) may have columns for the name, unit, baseline, target, department and years of each \
        indicator, in English or Chinese. What it does not say is asked on the terminal; an option answers each question. \
        Nothing that is there is overwritten.
        """)
  )

  @Argument(
    help: localized("Texts (.txt, .md, .docx, .odt, .html) or tables (.xlsx, .csv)."),
    completion: .file(extensions: ["txt", "md", "docx", "odt", "html", "xlsx", "csv"]))
  var files: [String]

  @Option(help: localized("The folder that contains Content/.", valueName: "site"), completion: .directory)
  var into: String = "."

  @Flag(name: .customLong("dry-run"), help: localized("Print what would be added, and write nothing."))
  var isDryRun = false

  @Flag(help: localized("The tables are divisions of labour: make actions of their rows."))
  var actions = false

  @Option(help: localized("The sheet of the workbook, if several have indicators."))
  var sheet: String?

  @Option(help: localized("The plan to add to. May be omitted if the site has only one plan."))
  var plan: String?

  @Option(help: localized("The title of a new plan, instead of the one in the text."))
  var title: String?

  @Option(help: localized("The years of a new plan: 2021-2025.", valueName: "years"))
  var period: YearRange?

  @Option(
    name: .customLong("version-of"),
    help: localized(
      "The file that was imported before and of which this text is a new version, or 'none'.", valueName: "file"))
  var earlierVersion: String?

  @Option(
    help: localized("How many levels of headings become pages of their own; deeper ones become headings in them."))
  var levels: Int = 2

  @Option(name: .customLong("end-year"), help: localized("What a column for the plan's last year holds."))
  var end: ImportAnswers.EndYear?

  @Option(help: localized("Whether the values of an increase count all since the beginning, or each year alone."))
  var measure: Measure?

  @Option(help: localized("What the comma in a number such as 1,200 does."))
  var comma: ImportAnswers.Comma?

  @OptionGroup var spoken: LanguageOptions

  func validate() throws {
    guard (1...6).contains(levels) else { throw ValidationError(localized("'--levels' must be between 1 and 6")) }
    TypedSite.set(into)
  }

  func run() async throws {
    let site = into.count > 1 && into.hasSuffix("/") ? String(into.dropLast()) : into
    let tables = files.filter { ["xlsx", "csv"].contains($0.pathExtension) }
    let texts = files.filter { !tables.contains($0) }
    if !texts.isEmpty { try await importTexts(texts, into: site) }
    for table in tables {
      if actions { try await importActions(table, into: site) } else { try await importTable(table, into: site) }
    }
  }

  private func open(_ site: String) async throws -> Author {
    guard try FileSystem.isFolder("\(site)/Content") else {
      throw refuse(
        "there is no site in \(site) yet, and a table alone makes none",
        hint: "import the text of the plan first, or make a site with 'planpress init \(HintedCommands.word(site))'")
    }
    let opened = try await Author.open(site)
    guard let author = opened.value else {
      FindingReport(format: .text).print(opened.diagnostics)
      throw Exit.findings
    }
    return author
  }

  private func refuse(_ reason: Message, hint: Message?) -> ExitCode {
    Terminal.error("planpress: \(reason)")
    if let hint { Terminal.hint(hint) }
    return Exit.findings
  }

  // MARK: Texts

  private func importTexts(_ texts: [String], into site: String) async throws {
    let author = try FileSystem.isFolder("\(site)/Content") ? await open(site) : nil
    var options = ManuscriptOptions()
    (options.plan, options.title, options.years, options.levels) = (plan, title, period?.years, levels)
    options.earlierVersion = earlierVersion
    while true {
      do {
        let result = try ManuscriptImport.prepare(
          texts, into: site, author: author, options: options, convert: Pandoc.convert)
        guard let prepared = result.value else {
          FindingReport(format: .text).print(result.diagnostics)
          throw Exit.findings
        }
        if !isDryRun { try await Interrupt.whileWriting { try prepared.commit() } }
        FindingReport(format: .text).print(result.diagnostics + prepared.diagnostics)
        for line in prepared.report { Terminal.output(line) }
        let count = prepared.written.count { $0.hasSuffix(".md") }
        let pages: Message = count == 1 ? "1 page" : "\(count) pages"
        Terminal.output(
          isDryRun ? "planpress: \(pages) would be written to \(site)" : "planpress: \(pages) written to \(site)")
        return isDryRun ? () : try await listTargets(of: site)
      } catch let question as ImportQuestion {
        var answers = ImportAnswers()
        try ask(question, &answers)
        if question.kind == .version {
          options.earlierVersion = answers.earlierVersion
        } else {
          options.plan = answers.plan
        }
      } catch is ManuscriptImport.MissingYears {
        options.years = try askYears()
      } catch let refusal as Author.Refusal {
        throw refuse(refusal.reason, hint: refusal.hint)
      }
    }
  }

  /// Lists the targets that the sentences of the site promise, and asks for each on a terminal.
  private func listTargets(of site: String) async throws {
    let extract = try ExtractCommand.parse(["--", site])
    try await extract.run()
  }

  private func askYears() throws -> ClosedRange<Int> {
    guard Terminal.isInputInteractive else {
      throw refuse("the text does not say which years the plan covers", hint: "add '--period 2021-2025'")
    }
    while true {
      Terminal.error("planpress: which years does the plan cover, such as 2021-2025?")
      guard let line = readLine() else { Self.exit(withError: Exit.findings) }
      if let range = YearRange(argument: line) { return range.years }
      Terminal.error("planpress: '\(line)' does not name the first and the last year")
    }
  }

  // MARK: Tables

  private func importTable(_ table: String, into site: String) async throws {
    let author = try await open(site)
    var answers = ImportAnswers()
    (answers.sheet, answers.plan, answers.end, answers.measure) = (sheet, plan, end, measure)
    answers.comma = comma
    while true {
      do {
        let result = try author.importTable(table, answers: answers, isDryRun: isDryRun)
        guard let imported = result.value else {
          FindingReport(format: .text).print(result.diagnostics)
          Terminal.error("planpress: \("nothing was imported" as Message)")
          throw Exit.findings
        }
        return report(imported)
      } catch let question as ImportQuestion {
        try ask(question, &answers)
      } catch let refusal as Author.Refusal {
        throw refuse(refusal.reason, hint: refusal.hint)
      }
    }
  }

  private func importActions(_ table: String, into site: String) async throws {
    let author = try await open(site)
    var answers = ImportAnswers()
    (answers.sheet, answers.plan) = (sheet, plan)
    do {
      let result = try author.importActions(table, answers: answers, isDryRun: isDryRun)
      FindingReport(format: .text).print(result.value?.diagnostics ?? result.diagnostics)
      guard let imported = result.value else { throw Exit.findings }
      if isDryRun { for line in imported.entries { Terminal.output(line) } }
      for name in imported.known { Terminal.output("'\(name)' is there already, and keeps its entry") }
      let (count, register) = (imported.count, imported.register)
      let done: Message =
        isDryRun ? "actions that would be added to \(register): \(count)" : "actions added to \(register): \(count)"
      Terminal.output("planpress: \(done)")
    } catch let refusal as Author.Refusal {
      throw refuse(refusal.reason, hint: refusal.hint)
    }
  }

  private func ask(_ question: ImportQuestion, _ answers: inout ImportAnswers) throws {
    guard Terminal.isInputInteractive else {
      throw refuse(
        question.text, hint: "answer with '\(question.option)': \(list: question.choices)")
    }
    answer(question, &answers)
  }

  /// Asks until the answer is one of the choices, or the input ends.
  private func answer(_ question: ImportQuestion, _ answers: inout ImportAnswers) {
    var chosen: String?
    while chosen == nil {
      Terminal.error("planpress: \(question.text)")
      for (index, choice) in question.choices.enumerated() { Terminal.error("  \(index + 1)  \(choice)") }
      guard let line = readLine() else { Self.exit(withError: Exit.findings) }
      let number = Int(line) ?? 0
      chosen =
        question.choices.first { $0 == line }
        ?? (question.choices.indices.contains(number - 1) ? question.choices[number - 1] : nil)
      if chosen == nil { Terminal.error("planpress: '\(line)' is none of the choices") }
    }
    switch question.kind {
    case .sheet: answers.sheet = chosen
    case .plan: answers.plan = chosen
    case .end: answers.end = chosen.flatMap { ImportAnswers.EndYear(rawValue: $0) }
    case .measure: answers.measure = chosen.flatMap { Measure(rawValue: $0) }
    case .version: answers.earlierVersion = chosen
    case .comma: answers.comma = chosen.flatMap { ImportAnswers.Comma(rawValue: $0) }
    }
  }

  private func report(_ imported: Author.Imported) {
    FindingReport(format: .text).print(imported.diagnostics)
    if isDryRun { for line in imported.entries { Terminal.output(line) } }
    for known in imported.known {
      guard !known.lines.isEmpty else {
        Terminal.output("'\(known.name)' is there already, and keeps its entry")
        continue
      }
      Terminal.output(
        isDryRun
          ? "'\(known.name)' is there already; its entry would get:"
          : "'\(known.name)' is there already; its entry gets:")
      for line in known.lines { Terminal.output(Message(verbatim: "  \(line)")) }
    }
    let entries = imported.entries.count { $0.hasPrefix("- ") }
    let indicators: Message = entries == 1 ? "1 indicator" : "\(entries) indicators"
    var sum: Message =
      isDryRun
      ? "\(indicators) would be added to \(imported.register)" : "\(indicators) added to \(imported.register)"
    if let file = imported.valuesFile {
      let values: Message = imported.valueCount == 1 ? "1 value" : "\(imported.valueCount) values"
      sum = "\(sum), \(values) to \(file)"
    }
    Terminal.output("planpress: \(sum)")
  }
}

extension ImportAnswers.EndYear: ExpressibleByArgument {}
extension ImportAnswers.Comma: ExpressibleByArgument {}
extension Measure: ExpressibleByArgument {}

/// `2021-2025` or *2021 to 2025*, on the command line or as an answer.
struct YearRange: ExpressibleByArgument {
  let years: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split { "-–—~".contains($0) }.map { Int($0) }
    guard parts.count == 2, let start = parts[0], let end = parts[1], start <= end, (1800...2200).contains(start),
      (1800...2200).contains(end)
    else {
      // 2026 to 2030, 2025/30
      guard let years = ManuscriptOptions.years(in: argument) else { return nil }
      self.years = years
      return
    }
    years = start...end
  }
}
