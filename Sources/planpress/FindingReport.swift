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
      format: format, version: SiteEngine.version, siteFolder: siteFolder, isColoured: Terminal.hasColours)
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
func count(_ diagnostics: [Diagnostic]) -> String {
  func phrase(_ severity: Diagnostic.Severity, _ word: String) -> String? {
    let count = Set(diagnostics.filter { $0.severity == severity }).count
    return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
  let parts = [phrase(.error, "error"), phrase(.warning, "warning")].compactMap(\.self)
  return parts.isEmpty ? "no findings" : parts.joined(separator: " and ")
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
