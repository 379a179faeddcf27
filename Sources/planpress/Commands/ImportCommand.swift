import ArgumentParser
import Diagnostics
import Indicators
import SiteEngine

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the indicators of an Excel or CSV table to a plan.",
    discussion: """
      The table may have columns for the name, unit, baseline, target, department and years of each indicator, in English \
      or Chinese. What it does not say is asked on the terminal; an option answers each question. Nothing that is there is \
      overwritten.
      """)

  @Argument(
    help: "The table: an Excel workbook (.xlsx) or a CSV file.", completion: .file(extensions: ["xlsx", "csv"]))
  var table: String

  @Option(help: ArgumentHelp("The folder that contains Content/.", valueName: "site"), completion: .directory)
  var into: String = "."

  @Flag(name: .customLong("dry-run"), help: "Print what would be added, and write nothing.")
  var isDryRun = false

  @Option(help: "The sheet of the workbook, if several have indicators.")
  var sheet: String?

  @Option(help: "The plan to add them to. May be omitted if the site has only one plan.")
  var plan: String?

  @Option(name: .customLong("end-year"), help: "What a column for the plan's last year holds.")
  var end: ImportAnswers.EndYear?

  @Option(help: "Whether the values of an increase count all since the beginning, or each year alone.")
  var measure: Measure?

  func run() async throws {
    let site = into.count > 1 && into.hasSuffix("/") ? String(into.dropLast()) : into
    let opened = try await Author.open(site)
    guard let author = opened.value else {
      FindingReport(format: .text).print(opened.diagnostics)
      throw Exit.findings
    }
    var answers = ImportAnswers()
    (answers.sheet, answers.plan, answers.end, answers.measure) = (sheet, plan, end, measure)
    while true {
      do {
        let result = try author.importTable(table, answers: answers, isDryRun: isDryRun)
        guard let imported = result.value else {
          FindingReport(format: .text).print(result.diagnostics)
          throw Exit.findings
        }
        return report(imported)
      } catch let question as ImportQuestion {
        guard Terminal.isInputInteractive else {
          Terminal.error("planpress: \(question.text)")
          Terminal.error("hint: answer with '\(question.option)': \(question.choices.joined(separator: ", "))")
          throw Exit.findings
        }
        answer(question, &answers)
      } catch let refusal as Author.Refusal {
        Terminal.error("planpress: \(refusal.reason)")
        if let hint = refusal.hint { Terminal.error("hint: \(hint)") }
        throw Exit.findings
      }
    }
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
    }
    switch question.kind {
    case .sheet: answers.sheet = chosen
    case .plan: answers.plan = chosen
    case .end: answers.end = chosen.flatMap { ImportAnswers.EndYear(rawValue: $0) }
    case .measure: answers.measure = chosen.flatMap { Measure(rawValue: $0) }
    }
  }

  private func report(_ imported: Author.Imported) {
    FindingReport(format: .text).print(imported.diagnostics)
    if isDryRun { for line in imported.entries { Terminal.output(line) } }
    for name in imported.known { Terminal.output("'\(name)' is there already, and keeps its entry") }
    let entries = imported.entries.count { $0.hasPrefix("- ") }
    var sum =
      "\(entries) indicator\(entries == 1 ? "" : "s") \(isDryRun ? "would be added" : "added") to \(imported.register)"
    if let file = imported.valuesFile {
      sum += ", \(imported.valueCount) value\(imported.valueCount == 1 ? "" : "s") to \(file)"
    }
    Terminal.output("planpress: \(sum)")
  }
}

extension ImportAnswers.EndYear: ExpressibleByArgument {}
extension Measure: ExpressibleByArgument {}
