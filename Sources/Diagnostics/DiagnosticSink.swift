/// Where the readers of one file put their findings: shared by nested readers, confined to one parse.
///
/// A class on purpose and not `Sendable`: a file is read by one task, and its sink ends as a `Checked` value.
package final class DiagnosticSink {
  /// In the order of reporting.
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  package func report(contentsOf more: some Sequence<Diagnostic>) {
    diagnostics.append(contentsOf: more)
  }

  package var hasErrors: Bool { diagnostics.hasErrors }
}
