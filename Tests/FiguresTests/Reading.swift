import DataFormats
import Diagnostics
import Indicators
import Markup
import Testing

/// One indicator from the fields of a flow mapping, in a plan for 2021 to 2025, with the data of its own CSV file.
func indicator(_ fields: String, csv: String? = nil) throws -> Indicator {
  let source = SourceText(path: "a.yaml", text: "- {\(fields)}\n")
  let sink = DiagnosticSink()
  let parsed = YAMLParser.parse(source)
  sink.report(contentsOf: parsed.diagnostics)
  let rows = IndicatorRegister.decode(rows: try #require(parsed.value), in: source, reportingTo: sink)
  let file = csv.map { ObservationRows.decode(SourceText(path: "a.csv", text: $0)) }
  sink.report(contentsOf: file?.diagnostics ?? [])
  let declaration = try #require(rows.first)
  let table = declaration.table(of: file?.value, source: source, reportingTo: sink)
  let indicator = declaration.resolved(
    in: PlanPeriod(start: 2021, end: 2025), table: table, source: source, reportingTo: sink)
  #expect(DiagnosticPrinter(format: .text).print(sink.diagnostics) == "")
  return indicator
}

func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

extension String {
  /// The texts between two marks, in order.
  func all(between start: String, and end: String) -> [String] {
    components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
  }

  /// The text without its drawings, which add nothing to the words.
  var withoutDrawings: String {
    components(separatedBy: "<svg").enumerated()
      .map {
        $0.offset == 0
          ? $0.element : $0.element.components(separatedBy: "</svg>").dropFirst().joined(separator: "</svg>")
      }
      .joined()
  }

  private func components(separatedBy mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
