/// A column of an indicator table; the raw value is what authors write in `columns=`.
package enum IndicatorColumn: String, CaseIterable, Sendable {
  case number, name, unit, nature, baseline, target, latest, time, progress, status, trend, department, source

  /// What a table shows when nobody chose.
  package static let standard: [IndicatorColumn] = [.name, .nature, .baseline, .target, .latest, .progress, .status]
}
