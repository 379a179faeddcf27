import DataFormats
import Diagnostics
package enum WordLanguage: Hashable, Sendable { case chinese, english }
package struct IndicatorID: Hashable, Comparable, Sendable { package let text: String; package init?(_ text: String) { self.text = text }
 package static func <(a: Self, b: Self) -> Bool { a.text < b.text } }
package enum IndicatorStatus: String, CaseIterable, Sendable { case noData = "no-data", held, breached, notAssessable = "not-assessable", achievedEarly = "achieved-early", achieved, missed, reversing, ahead, onTrack = "on-track", behind, planned, started }
package enum NotAssessableReason: String, CaseIterable, Sendable { case a }
package enum Nature: String, CaseIterable, Sendable { case binding, anticipatory }
package struct PlanPeriod: Hashable, Sendable { package let start: Int; package let end: Int; package init(start: Int, end: Int) { self.start = start; self.end = end } }
package struct Indicator: Sendable { package var name: String; package var nature: Nature?; package var unit: String?; package var baseline: Int?; package var source: String? }
package struct Assessment: Sendable { package var status: IndicatorStatus; package var reason: NotAssessableReason?; package var progress: Double?; package var timeProgress: Double? }
package struct IndicatorDeclaration: Sendable {}
package enum IndicatorRegister { 
 package static func decode(_ s: SourceText) -> Checked<[IndicatorDeclaration]> { Checked([]) }
 package static func decode(rows: YAMLNode, in: SourceText, reportingTo: DiagnosticSink) -> [IndicatorDeclaration] { [] } }
package struct ObservationTable: Sendable { package static func decode(_ s: SourceText) -> Checked<ObservationTable> { Checked(ObservationTable()) } }
package enum IndicatorWords {
 package static func word(for: IndicatorStatus, _: WordLanguage) -> String { "" }
 package static func word(for: NotAssessableReason, _: WordLanguage) -> String { "" }
 package static func word(for: Nature, _: WordLanguage) -> String { "" }
 package static func percent(_ x: Double) -> String { "" }
 package static func baseline(of: Indicator, _: WordLanguage) -> String? { "" }
 package static func target(of: Indicator, _: WordLanguage) -> String { "" }
 package static func latest(of: Indicator, _: Assessment, _: WordLanguage) -> String? { "" }
}
