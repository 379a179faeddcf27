import DataFormats
import Diagnostics

/// An entry's rules for the periods of its figures. A class, because most declarations have none.
final class PeriodRules: Sendable {
  let readings: [PeriodReading]
  let fiscalYear: FiscalYearRule?

  /// Nil if the entry says nothing.
  init?(_ reader: inout FieldReader) {
    guard reader.has("periods") || reader.has("fiscal-year") else {
      // Read all the same, so that hints list the keys.
      _ = reader.node("periods")
      _ = reader.node("fiscal-year")
      return nil
    }
    readings = reader.strings("periods").compactMap { text in
      if let reading = PeriodReading(rawValue: text.value) { return reading }
      reader.report(
        .invalidValue, "'\(text.value)' is not a kind of period",
        hint: didYouMean(text.value, among: PeriodReading.allCases.map(\.rawValue))
          ?? "write years, fiscal-years, months or ranges", at: text.range)
      return nil
    }
    fiscalYear = reader.fiscalYear()
  }
}

extension FieldReader {
  /// Reads `fiscal-year: {starts: 7, named: end}`.
  package mutating func fiscalYear() -> FiscalYearRule? {
    guard has("fiscal-year"), var fields = mapping("fiscal-year", describing: "the fiscal year") else { return nil }
    let starts = fields.integer("starts", in: 1...12)
    let named = fields.hasValue("named") ? fields.choice("named", of: FiscalYearRule.Name.self)?.value : nil
    if !fields.has("starts") {
      fields.report(
        .missingKey, "a fiscal year needs 'starts'", hint: "write the month in which it begins, such as 'starts: 7'",
        at: fields.range)
    }
    fields.finish()
    return starts.map { FiscalYearRule(starts: $0.value, named: named ?? .end) }
  }
}
