/// A column of an indicator table; the raw value is what authors write in `columns=`.
package enum IndicatorColumn: String, CaseIterable, Sendable {
  case number, name, unit, nature, baseline, target, latest, time, progress, status, trend, department, source

  /// What a table shows when nobody chose.
  package static let standard: [IndicatorColumn] = [.name, .nature, .baseline, .target, .latest, .progress, .status]

  /// The index among all columns, from 0.
  package var index: Int {
    switch self {
    case .number: 0
    case .name: 1
    case .unit: 2
    case .nature: 3
    case .baseline: 4
    case .target: 5
    case .latest: 6
    case .time: 7
    case .progress: 8
    case .status: 9
    case .trend: 10
    case .department: 11
    case .source: 12
    }
  }
}
