import Indicators

/// The facts of an observation. Its attributes are its own: attributes shared by all values of a part are written once,
/// beside the values.
enum ObservationFacts: FactList {
  typealias Subject = Observation

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == Observation {
    v.fact(
      "period", FactColumn("period", "The period of the value: 2021, 2021-06, 2021 Q3, 2021 H1, 2021/22 or 2009-2011")
    ) {
      observation, _ in observation.writtenPeriod.map(FactValue.string) ?? .period(observation.period)
    }
    v.fact("value", FactColumn("value", .number, "The value; empty if it is known to be missing")) {
      observation, _ in .decimal(observation.value)
    }
    RemarkFacts.visit(&v)
  }

  /// The dimensions of an observation's series: a separate column in CSV, an object around the values in JSON.
  private static let dimensions = FactColumn(
    "dimensions", "The part of the whole that the value describes, such as Sex=female; empty for the whole")

  static let csvColumns = [dimensions] + columns
}

/// The facts of an observation besides its period and its value.
enum RemarkFacts: FactList {
  typealias Subject = Observation

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == Observation {
    v.fact("state", FactColumn("state", "A milestone's state: planned, started or done")) { observation, _ in
      .text(observation.state?.rawValue)
    }
    v.fact("status", FactColumn("value_status", "provisional, estimated, revised or suppressed; empty if final")) {
      observation, _ in .text(observation.status?.rawValue)
    }
    v.fact("low", FactColumn("low", .number, "The lower end of the value's range")) { observation, _ in
      .decimal(observation.range?.low)
    }
    v.fact("high", FactColumn("high", .number, "The upper end of the value's range")) { observation, _ in
      .decimal(observation.range?.high)
    }
    v.fact("revisions", FactColumn("revised_from", "Values that were published before, oldest first")) {
      observation, _ in
      observation.revisions.isEmpty ? .absent : .decimals(observation.revisions.map(\.value))
    }
    v.fact("source", FactColumn("source", "Where the value comes from")) { observation, _ in
      .text(observation.source)
    }
    v.fact("note", FactColumn("note", "A remark on the value")) { observation, _ in .text(observation.note) }
    v.fact(
      "attributes", FactColumn("attributes", "Further columns of the source file, such as OBS_STATUS=E")
    ) { observation, _ in
      observation.attributes.isEmpty
        ? .absent : .pairs(observation.attributes.map { (name: $0.name, value: $0.value) })
    }
  }
}
