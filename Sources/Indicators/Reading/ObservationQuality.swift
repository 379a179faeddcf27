import DataFormats
import Diagnostics

/// The status and the range of one figure as they are written, from a row of a CSV file or a mapping of a register.
///
/// Reports `observation.status` and `observation.range`, which are errors: a suppressed figure would be published, or a
/// range that is not one.
struct ObservationQuality {
  private(set) var status: ObservationStatus?
  private(set) var range: ValueRange?

  /// `period` names the figure in messages. A value that must not be published, or that has no place in its range, is
  /// reported at its own location.
  init(
    status word: Located<String>?, low: Located<DecimalNumber>?, high: Located<DecimalNumber>?,
    value: Located<DecimalNumber>?, of period: String, in source: TableSource, reportingTo sink: DiagnosticSink
  ) {
    func report(_ code: DiagnosticCode, _ message: Message, hint: Message, at range: SourceRange) {
      sink.report(Diagnostic(.error, code, message, hint: hint, at: source.location(of: range)))
    }
    if let word {
      status = ObservationStatus(word: word.value)
      if status == nil {
        let words = ObservationStatus.allCases.map(\.rawValue)
        report(
          .observationStatus, "'\(word.value)' is not the status of a figure",
          hint: didYouMean(word.value, among: words)
            ?? "write provisional, estimated, revised or suppressed; rename the column if it divides the total",
          at: word.range)
      }
    }
    if status == .suppressed, let published = value ?? low ?? high {
      report(
        .observationStatus,
        "the figure for \(period) is suppressed, but has the value \(NumberFormat.data(published.value))",
        hint: "remove the value, so that it is not published, or remove 'suppressed'", at: published.range)
      return
    }
    guard let written = low ?? high else { return }
    guard let low, let high else {
      report(
        .observationRange, "the range for \(period) has only one end", hint: "give both 'low' and 'high', or neither",
        at: written.range)
      return
    }
    guard low.value.value <= high.value.value else {
      report(
        .observationRange,
        "the range for \(period) begins above its end: \(NumberFormat.data(low.value)) to \(NumberFormat.data(high.value))",
        hint: "exchange 'low' and 'high'", at: low.range)
      return
    }
    guard let value else {
      report(
        .observationRange, "there is a range for \(period), but no value", hint: "add the value, or remove the range",
        at: low.range)
      return
    }
    guard low.value.value <= value.value.value, value.value.value <= high.value.value else {
      report(
        .observationRange,
        "the value for \(period), \(NumberFormat.data(value.value)), is outside its range, \(NumberFormat.data(low.value)) to \(NumberFormat.data(high.value))",
        hint: "check the value and the two ends", at: value.range)
      return
    }
    range = ValueRange(low: low.value, high: high.value)
  }
}
