import DataFormats
import Diagnostics
import Indicators

/// The additional fields of a report's first page: its period and plan, and the snapshot whose figures it keeps. A class,
/// since few pages have them.
package final class ReportFields: Sendable {
  package enum Stage: String, CaseIterable, Sendable {
    case yearly
    case midTerm = "mid-term"
    case final
  }

  package let period: Period?
  package let stage: Stage
  /// The path of the plan; nil for all plans.
  package let plan: Located<String>?
  /// The name of its file without its ending, such as 2026-12. Nil, and an error, if the page names none.
  package let snapshot: Located<String>?
  /// The name of the earlier snapshot that its text compares with.
  package let earlier: String?

  init(_ reader: inout FieldReader) {
    period = reader.dayOrPeriod("period")
    stage = (reader.hasValue("stage") ? reader.choice("stage", of: Stage.self)?.value : nil) ?? .yearly
    plan = reader.string("plan")
    snapshot = reader.requiredString("snapshot")
    earlier = reader.string("compared-with")?.value
  }
}
