import DataFormats
import Diagnostics

extension IndicatorDeclaration {
  /// Reports `csv.invalid-number` for a percentage of an indicator whose unit is not per cent: the number would be a hundred
  /// times too large.
  func checkPercentages(_ rows: ObservationRows, _ sink: DiagnosticSink) {
    guard unit != "%", unit != "％" else { return }
    for row in rows.rows where row.isPercentage {
      sink.report(
        Diagnostic(
          .error, .csvInvalidNumber,
          "the value is a percentage, but \(unit.map { "the unit of '\(name)' is '\($0)'" } ?? "'\(name)' has no unit")",
          hint: "write 'unit: \"%\"' in the indicator's entry, or format the cell as a number",
          at: rows.source.location(of: row.valueRange)))
    }
  }

  func reportMilestone(_ row: ObservationRows.Row, _ rows: ObservationRows, _ sink: DiagnosticSink) {
    sink.report(
      Diagnostic(
        .error, .indicatorKind, "'\(name)' is a milestone, which is done or not done and has no values",
        hint: "remove the row, and write 'done: …' into its entry once it is done",
        at: rows.source.location(of: row.valueRange)))
  }

  /// Adds the values of tables of values to those that the indicator has already. A period that is there with an equal value
  /// is left out, and an empty value gives way to another.
  ///
  /// Reports `csv.conflicting-values` for a period with two values, naming both files, and cells that are not periods.
  func addShared(
    _ tables: [ObservationRows], to known: inout [Observation], _ rule: FiscalYearRule?, _ source: () -> SourceText,
    _ sink: DiagnosticSink
  ) {
    var places: [Period: (value: DecimalNumber?, path: String, isBefore: Bool)] = [:]
    for observation in known { places[observation.period] = (observation.value, "", true) }
    for table in tables {
      var times = ReadPeriods(table.periods.read(as: periodRules?.readings ?? [], by: rule), of: table)
      for row in table.rows {
        guard case .period(let period, let remark) = times.read(row, sink) else { continue }
        let note = remark.map { [row.figure.remarks?.note, $0].compactMap(\.self).joined(separator: " ") }
        let observation = Observation(
          note.map { row.figure.with(note: $0) } ?? row.figure, for: period,
          written: table.periods.writtenPeriods[Int(row.period)])
        guard let other = places[observation.period] else {
          places[observation.period] = (observation.value, table.source.path, false)
          known.append(observation)
          continue
        }
        guard !isEqual(other.value, observation.value), observation.value != nil else { continue }
        if other.value == nil, let index = known.firstIndex(where: { $0.period == observation.period }) {
          known[index] = observation
          places[observation.period] = (observation.value, table.source.path, false)
          continue
        }
        func shown(_ value: DecimalNumber?) -> Message {
          value.map { Message(verbatim: NumberFormat.data($0)) } ?? "empty"
        }
        // The file of the indicator's own values is not kept with each: it is named by the id.
        let own = hasOwnValues ? source().path : "indicators/\(id?.value ?? "").csv"
        let elsewhere: Message =
          other.isBefore
          ? Message(verbatim: own)
          : other.path == table.source.path ? "the same file" : Message(verbatim: other.path)
        sink.report(
          Diagnostic(
            .error, .valuesConflict,
            "'\(name)' has two values for \(observation.period): \(shown(observation.value)) in \(table.source.path), and \(shown(other.value)) in \(elsewhere)",
            hint: "remove one of them; a value that was published earlier belongs under 'revisions'",
            at: table.source.location(of: row.valueRange)))
      }
    }
  }

  /// Whether two values are the same number, however it is written.
  private func isEqual(_ a: DecimalNumber?, _ b: DecimalNumber?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.longText == nil && b.longText == nil ? a.value == b.value : a == b
  }
}
