/// A column of an indicator table. Authors write the raw values in `columns=`.
package enum IndicatorColumn: String, CaseIterable, Sendable {
  case number, name, unit, nature, baseline, target, latest, time, progress, status, trend, department, source

  /// The columns of a table whose author chose none.
  package static let standard: [IndicatorColumn] = [
    .name, .baseline, .target, .latest, .progress, .status, .department,
  ]

  /// 0-based position in `allCases`. A switch, because `firstIndex(of:)` compares raw values as text.
  package var ordinal: Int {
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
