import DataFormats
import Diagnostics
import Indicators
import TestSupport

@testable import Actions

/// A period or a day.
func dayPeriod(_ text: String) -> Period? { Period(text) ?? CalendarDate(text).map(Period.day) }

/// The actions of a register, and its findings.
func actions(_ yaml: String) -> (actions: [Action], findings: [String]) {
  let source = SourceText(path: "actions.yaml", bytes: Array(yaml.utf8))
  let document = YAMLParser.parse(source)
  let sink = DiagnosticSink()
  let actions = document.value.map { Action.list($0, in: source, needsIDs: true, reportingTo: sink) } ?? []
  return (actions, (document.diagnostics + sink.diagnostics).map(printed))
}

/// `1:3: message [code]`, followed by the hint.
func printed(_ finding: Diagnostic) -> String {
  "\(finding.location.line):\(finding.location.column): \(finding.message) [\(finding.code.rawValue)]"
    + (finding.hint.map { " (\($0))" } ?? "")
}
