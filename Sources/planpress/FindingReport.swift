import ArgumentParser
import Diagnostics
import SiteEngine

/// Prints findings to standard error.
struct FindingReport {
  let format: DiagnosticPrinter.Format
  /// Prefix of the paths in formats that other programs read, relative to the current folder; nil for none.
  var siteFolder: String?

  /// In text, at most this many warnings per code are printed. In the formats that programs read, all are that are listed
  /// of one file (`FindingList`).
  private static let warningLimit = 100

  func print(_ diagnostics: some Collection<Diagnostic>) {
    var (shown, omitted) = (diagnostics.sorted().listed, [DiagnosticCode: Int]())
    if format == .text { (shown, omitted) = limited(shown) }
    let printer = DiagnosticPrinter(
      format: format, version: SiteEngine.version, siteFolder: siteFolder, isColoured: Terminal.hasColours,
      language: Spoken.language)
    let text = printer.print(shown)
    if !text.isEmpty { Terminal.error(verbatim: text) }
    for (code, count) in omitted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      Terminal.error("planpress: \(count) more warnings [\(code.rawValue)]; use '--format json' to list all")
    }
  }

  private func limited(_ sorted: [Diagnostic]) -> (shown: [Diagnostic], omitted: [DiagnosticCode: Int]) {
    var counts: [DiagnosticCode: Int] = [:]
    var omitted: [DiagnosticCode: Int] = [:]
    let shown = sorted.filter { diagnostic in
      guard diagnostic.severity != .error else { return true }
      counts[diagnostic.code, default: 0] += 1
      guard counts[diagnostic.code, default: 0] > FindingReport.warningLimit else { return true }
      omitted[diagnostic.code, default: 0] += 1
      return false
    }
    return (shown, omitted)
  }
}

/// `2 errors and 1 warning`.
func count(_ diagnostics: [Diagnostic]) -> Message {
  func number(_ severity: Diagnostic.Severity) -> Int { Set(diagnostics.filter { $0.severity == severity }).count }
  let (errors, warnings) = (number(.error), number(.warning))
  let errorCount: Message = errors == 1 ? "1 error" : "\(errors) errors"
  let warningCount: Message = warnings == 1 ? "1 warning" : "\(warnings) warnings"
  switch (errors, warnings) {
  case (0, 0): return "no findings"
  case (_, 0): return errorCount
  case (0, _): return warningCount
  default: return "\(errorCount) and \(warningCount)"
  }
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
