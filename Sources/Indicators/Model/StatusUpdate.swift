import DataFormats
import Diagnostics

/// An author's report on an indicator, an action, a programme or a section on a day: what happened, why it is late,
/// what is being done.
package struct StatusUpdate: Sendable {
  package let date: Located<CalendarDate>
  package let title: String?
  package let text: String
  /// The department that says so.
  package let department: Located<String>?
  /// Its status on that day: the status of an indicator, or what is reported of an action.
  package let status: String?

  /// The statuses that an update may give besides those of indicators.
  private static let ofActions = ["done", "delayed", "stopped"]

  /// The words that authors write.
  package static let statuses =
    IndicatorStatus.allCases.map(\.rawValue) + ofActions
}

extension FieldReader {
  /// Reads `updates: [{date: 2026-03-15, text: …, status: behind, department: …}]`.
  package mutating func updates() -> [StatusUpdate] {
    mappings("updates", describing: "an update").compactMap { given in
      var fields = given
      let date = fields.date("date")
      if date == nil, !fields.has("date") {
        fields.report(.missingKey, "an update needs 'date'", hint: "add a line 'date: 2026-03-15'", at: fields.range)
      }
      let title = fields.string("title")?.value
      let text = fields.requiredString("text")
      let department = fields.string("department")
      let status = fields.updateStatus()
      fields.finish()
      guard let date, let text else { return nil }
      return StatusUpdate(date: date, title: title, text: text.value, department: department, status: status)
    }
  }

  /// The status at the time of an update. Reports a word that is not a status (`field.invalid-value`).
  package mutating func updateStatus() -> String? {
    guard let status = string("status") else { return nil }
    guard StatusUpdate.statuses.contains(status.value) else {
      report(
        .invalidValue, "'\(status.value)' is not a status of an indicator or an action",
        hint: didYouMean(status.value, among: StatusUpdate.statuses)
          ?? "write one such as behind, on-track, started, delayed or done", at: status.range)
      return nil
    }
    return status.value
  }
}
