/// Collects the diagnostics of one parse; nested readers share it.
///
/// A class on purpose, and not `Sendable`: one task parses a file and then returns the diagnostics in a `Checked`.
package final class DiagnosticSink {
  /// In the order in which they were reported.
  package private(set) var diagnostics: [Diagnostic] = []

  package var count: Int { diagnostics.count }

  package init() {}

  package func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  package func report(contentsOf more: some Sequence<Diagnostic>) {
    diagnostics.append(contentsOf: more)
  }

  package var hasErrors: Bool { diagnostics.hasErrors }
}
