import DataFormats
import Diagnostics

// Who filled in a workbook, and when.
extension ReturnedWorkbook {
  /// The day as planpress writes it; the text of the cell if it names no day.
  var reportedDay: String { CalendarDate.meant(by: reportedOn)?.description ?? reportedOn }

  /// The warning of a workbook whose values go into the site, and that does not say who reported them, or on which day
  /// (`collect.reporter`).
  var reporterFindings: [Diagnostic] {
    func warning(_ message: Message, _ hint: Message) -> Diagnostic {
      Diagnostic(.warning, .collectReporter, message, hint: hint, at: SourceLocation(file: path))
    }
    switch (reportedBy.isEmpty, reportedOn.isEmpty) {
    case (true, true):
      return [
        warning(
          "the workbook does not say who filled it in, and when",
          "ask the department, and write both into the columns for them beside the values")
      ]
    case (true, false):
      return [
        warning(
          "the workbook does not say who filled it in",
          "ask the department, and write the name into the column for it beside the values")
      ]
    case (false, true):
      return [
        warning(
          "the workbook does not say when it was filled in",
          "ask the department, and write the day into the column for it beside the values")
      ]
    case (false, false):
      guard CalendarDate.meant(by: reportedOn) == nil else { return [] }
      return [
        warning(
          "'\(reportedOn)' is no day with its year",
          "write the day, such as 2027-02-10, into the column for it beside the values")
      ]
    }
  }
}
