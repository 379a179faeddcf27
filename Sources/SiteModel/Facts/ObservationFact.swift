import Indicators

/// One fact of an observation: its key in JSON and its column in CSV.
package struct ObservationFact: Sendable {
  package let key: StaticString
  let column: FactColumn
  package let value: @Sendable (Observation) -> FactValue

  init(_ key: StaticString, _ column: FactColumn, _ value: @escaping @Sendable (Observation) -> FactValue) {
    self.key = key
    self.column = column
    self.value = value
  }

  /// Facts that few observations have come last, see `Observation.hasRemarks`.
  static let all: [ObservationFact] = main + remarks

  package static let main: [ObservationFact] = [
    .init("period", FactColumn("period", "The period of the value: 2021, 2021-06, 2021 Q3 or 2021/22")) {
      .period($0.period)
    },
    .init("value", FactColumn("value", .number, "The value; empty where it is known to be missing")) {
      .decimal($0.value)
    },
    .init("state", FactColumn("state", "A milestone's state: planned, started or done")) { .text($0.state?.rawValue) },
  ]

  package static let remarks: [ObservationFact] = [
    .init("source", FactColumn("source", "Where the value comes from")) { .text($0.source) },
    .init("note", FactColumn("note", "A remark on the value")) { .text($0.note) },
    .init(
      "attributes", FactColumn("attributes", "What else its source file says of the value, as OBS_STATUS=E")
    ) { $0.attributes.isEmpty ? .absent : .pairs($0.attributes.map { (name: $0.name, value: $0.value) }) },
  ]

  /// The dimensions of the series that an observation is of: a column of its own, an object around the values in JSON.
  static let dimensions = FactColumn(
    "dimensions", "The part of the whole that the value is of, as Sex=female; empty for the whole")

  package static let columns = [dimensions] + all.map(\.column)
}
