import ArgumentParser
import Diagnostics
import SiteEngine

/// Prints findings to standard error.
struct FindingReport {
  let format: DiagnosticPrinter.Format
  /// Where the site's folder lies, for formats that a program reads from elsewhere: nil for here.
  var siteFolder: String?

  /// Of warnings of one kind, no more than anybody reads; errors are all shown, and so is everything to a program.
  private static let most = 100

  func print(_ diagnostics: some Collection<Diagnostic>) {
    var (shown, left) = (Array(diagnostics), [DiagnosticCode: Int]())
    if format == .text { (shown, left) = readable(diagnostics) }
    let printer = DiagnosticPrinter(
      format: format, version: SiteEngine.version, siteFolder: siteFolder, isColoured: Terminal.hasColours)
    let text = printer.print(shown)
    if !text.isEmpty { Terminal.error(lines: text) }
    for (code, count) in left.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      Terminal.error("planpress: \(count) more warnings [\(code.rawValue)]; '--format json' lists all")
    }
  }

  private func readable(_ diagnostics: some Collection<Diagnostic>) -> (
    shown: [Diagnostic], left: [DiagnosticCode: Int]
  ) {
    var counts: [DiagnosticCode: Int] = [:]
    var left: [DiagnosticCode: Int] = [:]
    let shown = diagnostics.sorted().filter { diagnostic in
      guard diagnostic.severity != .error else { return true }
      counts[diagnostic.code, default: 0] += 1
      guard counts[diagnostic.code, default: 0] > FindingReport.most else { return true }
      left[diagnostic.code, default: 0] += 1
      return false
    }
    return (shown, left)
  }
}

/// `2 errors and 1 warning`.
func count(_ diagnostics: [Diagnostic]) -> String {
  func words(_ severity: Diagnostic.Severity, _ word: String) -> String? {
    let count = Set(diagnostics.filter { $0.severity == severity }).count
    return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
  let parts = [words(.error, "error"), words(.warning, "warning")].compactMap(\.self)
  return parts.isEmpty ? "no findings" : parts.joined(separator: " and ")
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
