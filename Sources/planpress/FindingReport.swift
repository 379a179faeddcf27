import ArgumentParser
import Diagnostics
import SiteEngine

/// Prints findings to standard error.
struct FindingReport {
  let format: DiagnosticPrinter.Format
  /// Prefix of the paths in formats that other programs read, relative to the current folder; nil for none.
  var siteFolder: String?
  /// Whether text has every finding in full: each is about another cell, which somebody has to look at.
  var isComplete = false

  /// In text, at most this many warnings and this many notes per code are printed. In the formats that programs read, all are that are listed
  /// of one file (`FindingList`).
  private static let limit = 100
  /// In text, so many findings about data per code are printed in full, and of the others only where they are: an office has
  /// hundreds of files with one and the same mistake.
  private static let dataLimit = 5

  func print(_ diagnostics: some Collection<Diagnostic>) {
    var shown = diagnostics.sorted().listed
    var (warnings, notes) = ([DiagnosticCode: Int](), [DiagnosticCode: Int]())
    var others: [DiagnosticCode: [Diagnostic]] = [:]
    if format == .text, !isComplete {
      (shown, others) = limitedAboutData(shown)
      (shown, warnings) = limited(shown, .warning)
      (shown, notes) = limited(shown, .note)
    }
    let printer = DiagnosticPrinter(
      format: format, version: SiteEngine.version, siteFolder: siteFolder, isColoured: Terminal.hasColours,
      language: CommandLineLanguage.language)
    let text = printer.print(shown)
    if !text.isEmpty { Terminal.error(verbatim: text) }
    for (code, found) in others.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      Terminal.error(
        "planpress: \(found.count) more findings [\(code.rawValue)] at \(FindingReport.places(of: found)); use '--format json' to list all"
      )
    }
    for (code, count) in warnings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      Terminal.error("planpress: \(count) more warnings [\(code.rawValue)]; use '--format json' to list all")
    }
    for (code, count) in notes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      Terminal.error("planpress: \(count) more notes [\(code.rawValue)]; use '--format json' to list all")
    }
  }

  /// Leaves out findings about data beyond the first of their code, unless there is only one more.
  private func limitedAboutData(
    _ sorted: [Diagnostic]
  ) -> (shown: [Diagnostic], others: [DiagnosticCode: [Diagnostic]]) {
    var counts: [DiagnosticCode: Int] = [:]
    for diagnostic in sorted where diagnostic.code.isAboutData { counts[diagnostic.code, default: 0] += 1 }
    var others: [DiagnosticCode: [Diagnostic]] = [:]
    var places: [DiagnosticCode: Int] = [:]
    let shown = sorted.filter { diagnostic in
      guard counts[diagnostic.code, default: 0] > FindingReport.dataLimit + 1 else { return true }
      places[diagnostic.code, default: 0] += 1
      guard places[diagnostic.code, default: 0] > FindingReport.dataLimit else { return true }
      others[diagnostic.code, default: []].append(diagnostic)
      return false
    }
    return (shown, others)
  }

  /// `Content/air.csv:1, 5–9, Content/water.csv:1`; of very many, the first. `found` is sorted.
  private static func places(of found: [Diagnostic]) -> String {
    var runs: [(path: String, lines: ClosedRange<Int>?)] = []
    for location in found.map(\.location) {
      let line = location.line > 0 && location.cell == nil ? location.line : nil
      if let last = runs.last, last.path == location.path {
        guard let line, let lines = last.lines, line > lines.upperBound else { continue }
        if line == lines.upperBound + 1 {
          runs[runs.count - 1].lines = lines.lowerBound...line
          continue
        }
      }
      runs.append((location.path, line.map { $0...$0 }))
    }
    var places: [String] = []
    var last: String?
    for (path, lines) in runs.prefix(placeLimit) {
      let text = lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      places.append(path == last ? text ?? path : text.map { "\(path):\($0)" } ?? path)
      last = path
    }
    return places.joined(separator: ", ") + (runs.count > placeLimit ? " …" : "")
  }

  private static let placeLimit = 150

  /// Leaves out warnings, or notes, beyond the first of their code.
  private func limited(
    _ sorted: [Diagnostic], _ severity: Diagnostic.Severity
  ) -> (shown: [Diagnostic], omitted: [DiagnosticCode: Int]) {
    var counts: [DiagnosticCode: Int] = [:]
    var omitted: [DiagnosticCode: Int] = [:]
    let shown = sorted.filter { diagnostic in
      guard diagnostic.severity == severity else { return true }
      counts[diagnostic.code, default: 0] += 1
      guard counts[diagnostic.code, default: 0] > FindingReport.limit else { return true }
      omitted[diagnostic.code, default: 0] += 1
      return false
    }
    return (shown, omitted)
  }
}

extension DiagnosticCode {
  /// Whether its findings are about figures and data files.
  fileprivate var isAboutData: Bool { rawValue.hasPrefix("csv.") || rawValue.hasPrefix("audit.") }
}

/// `2 errors and 1 warning`.
func count(_ diagnostics: [Diagnostic]) -> Message {
  func number(_ severity: Diagnostic.Severity) -> Int { Set(diagnostics.filter { $0.severity == severity }).count }
  let (errors, warnings) = (number(.error), number(.warning))
  let errorCount: Message = errors == 1 ? "1 error" : "\(errors) errors"
  let warningCount: Message = warnings == 1 ? "1 warning" : "\(warnings) warnings"
  switch (errors, warnings) {
  case (0, 0):
    let notes = number(.note)
    return notes == 0 ? "no findings" : notes == 1 ? "1 note" : "\(notes) notes"
  case (_, 0): return errorCount
  case (0, _): return warningCount
  default: return "\(errorCount) and \(warningCount)"
  }
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
