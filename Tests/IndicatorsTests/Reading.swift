import DataFormats
import Diagnostics
import Indicators
import Testing

/// The findings as an author would see them in a terminal.
func printed(_ diagnostics: [Diagnostic]) -> String {
  DiagnosticPrinter(format: .text).print(diagnostics)
}

/// The years of most examples: without a baseline year the time runs from 2021.0 (the end of 2020) to 2026.0.
let fiveYears = PlanPeriod(start: 2021, end: 2025)

/// The rows of a section's front matter, and the printed findings about them.
func rows(_ yaml: String) throws -> (declarations: [IndicatorDeclaration], findings: String) {
  let source = SourceText(path: "a.yaml", text: yaml)
  let sink = DiagnosticSink()
  let parsed = YAMLParser.parse(source)
  sink.report(contentsOf: parsed.diagnostics)
  let rows = IndicatorRegister.decode(rows: try #require(parsed.value), in: source, reportingTo: sink)
  return (rows, printed(sink.diagnostics))
}

/// The first row of a text with its short forms expanded, and the printed findings about it.
func resolved(
  _ yaml: String, plan: PlanPeriod = fiveYears, file: ObservationRows? = nil
) throws -> (indicator: Indicator, findings: String) {
  let (declarations, findings) = try rows(yaml)
  let sink = DiagnosticSink()
  let declaration = try #require(declarations.first)
  let source = SourceText(path: "a.yaml", text: yaml)
  let table = declaration.table(of: file, source: source, reportingTo: sink)
  let indicator = declaration.resolved(in: plan, table: table, source: source, reportingTo: sink)
  return (indicator, findings + printed(sink.diagnostics))
}

/// One valid indicator from the fields of a flow mapping, `kind: …, …`, without a name.
func indicator(_ fields: String, plan: PlanPeriod = fiveYears) throws -> Indicator {
  let (indicator, findings) = try resolved("- {name: n, \(fields)}\n", plan: plan)
  #expect(findings == "")
  return indicator
}

/// The assessment of one indicator, by default with δ = 0.05.
func assessed(_ fields: String, plan: PlanPeriod = fiveYears, tolerance: Double = 0.05) throws -> Assessment {
  assess(try indicator(fields, plan: plan), by: AssessmentRules(tolerance: tolerance))
}

/// Whether both are nil, or differ by no more than binary rounding explains.
func near(_ a: Double?, _ b: Double?, within error: Double = 1e-9) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= error
}

/// An indicator and its expected assessment. Comments at the cases calculate τ and p.
struct Case: CustomTestStringConvertible, Sendable {
  let fields: String
  let status: IndicatorStatus
  let reason: StatusReason?
  let time: Double?
  let progress: Double?
  let margin: Double?

  init(
    _ fields: String, _ status: IndicatorStatus, because reason: StatusReason? = nil, time: Double? = nil,
    progress: Double? = nil, margin: Double? = nil
  ) {
    self.fields = fields
    self.status = status
    self.reason = reason
    self.time = time
    self.progress = progress
    self.margin = margin
  }

  var testDescription: String { fields }

  func check(plan: PlanPeriod = fiveYears) throws {
    let result = try assessed(fields, plan: plan)
    #expect(result.status == status)
    #expect(result.reason == reason)
    #expect(near(result.timeProgress, time), "τ is \(String(describing: result.timeProgress))")
    if let margin { #expect(near(result.margin, margin)) }
    #expect(near(result.progress, progress, within: 1e-6), "p is \(String(describing: result.progress))")
  }
}
