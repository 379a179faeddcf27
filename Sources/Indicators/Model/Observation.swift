import DataFormats

/// One figure of a series: a number, or the state of a milestone, with the period that it is for.
///
/// Packed, because a site has hundreds of thousands; packing halves their memory.
package struct Observation: Hashable, Sendable {
  package let figure: Figure
  // Declared after the figure, because it fills the last bytes of the figure's layout.
  private let packedPeriod: PackedPeriod

  package var period: Period { packedPeriod.period }
  /// The end of its period, in years.
  package var end: Double { packedPeriod.end }
  /// How many months its period has; 0 for a day.
  var monthCount: Int { packedPeriod.monthCount }

  package init(_ figure: Figure, for period: Period) { self.init(figure, for: period, written: nil) }

  init(_ figure: Figure, for period: Period, written: WrittenPeriod?) {
    self.figure = figure
    packedPeriod = PackedPeriod(period, written: written)
  }

  package init(
    period: Period, value: DecimalNumber?, state: MilestoneState? = nil, source: String? = nil, note: String? = nil,
    attributes: [Attribute] = [], status: ObservationStatus? = nil, range: ValueRange? = nil,
    revisions: [Revision] = []
  ) {
    self.init(
      Figure(
        value: value, state: state, source: source, note: note, attributes: attributes, status: status, range: range,
        revisions: revisions),
      for: period)
  }

  package struct Attribute: Hashable, Sendable {
    /// The column's name.
    package let name: String
    package let value: String
  }
}

// MARK: - What it says

extension Observation {
  /// Nil for a milestone, and for a figure that is known to be missing.
  package var value: DecimalNumber? { figure.value }
  /// Only milestones have a state, instead of a value.
  package var state: MilestoneState? { figure.state }
  /// The size of the value, or of an end of its range if that is larger; 0 without a value.
  var largest: Double { figure.largest }
  /// Where the figure comes from, if it has a source of its own.
  package var source: String? { figure.remarks?.source }
  package var note: String? { figure.remarks?.note }
  /// Cells of the columns that describe the value; blank cells are left out.
  package var attributes: [Attribute] { figure.remarks?.attributes ?? [] }
  /// The publisher's status of the figure; nil for a final one.
  package var status: ObservationStatus? { figure.remarks?.status }
  /// The interval that is expected to contain the true value.
  package var range: ValueRange? { figure.remarks?.range }
  /// Figures that were published for this period before, in the order in which they are written.
  package var revisions: [Revision] { figure.remarks?.revisions ?? [] }

  /// Equal for observations that say the same besides their periods and values, and share it; nil for one that says
  /// nothing else. A table of thousands of rows has few of them.
  package var remarks: ObjectIdentifier? { figure.remarks.map(ObjectIdentifier.init) }
  /// The period as the author of its data file writes it, if planpress would write it in another way.
  package var writtenPeriod: String? { packedPeriod.written?.text }
  /// Equal for periods that are written alike.
  package var periodKey: UInt64 { packedPeriod.key }

  func with(note: String?) -> Observation { with(figure.with(note: note)) }

  func with(revisions: [Revision]) -> Observation {
    with(
      Figure(
        value: value, state: state, source: source, note: note, attributes: attributes, status: status, range: range,
        revisions: revisions))
  }

  /// The observation with another value and no range.
  func with(value: DecimalNumber) -> Observation {
    with(
      Figure(
        value: value, state: state, source: source, note: note, attributes: attributes, status: status,
        revisions: revisions))
  }

  /// The observation without some of the cells that describe it.
  package func without(_ attributes: [Attribute]) -> Observation {
    guard !attributes.isEmpty else { return self }
    return with(
      Figure(
        value: value, state: state, source: source, note: note,
        attributes: self.attributes.filter { !attributes.contains($0) }, status: status, range: range,
        revisions: revisions))
  }

  private func with(_ figure: Figure) -> Observation {
    Observation(figure, for: period, written: packedPeriod.written)
  }

  package func placed(by rule: FiscalYearRule) -> Observation {
    Observation(figure, for: period.placed(by: rule), written: packedPeriod.written)
  }
}

extension [Observation] {
  /// The observations under a rule for budget years, by time.
  package func placed(by rule: FiscalYearRule) -> [Observation] {
    map { $0.placed(by: rule) }.sorted { $0.period < $1.period }
  }

  /// The cells that describe all of them, in the order of the first.
  package var commonAttributes: [Observation.Attribute] {
    guard let first, !first.attributes.isEmpty else { return [] }
    var common = first.attributes
    var last = first.remarks
    for observation in self where observation.remarks != last {
      last = observation.remarks
      let own = observation.attributes
      common.removeAll { !own.contains($0) }
      if common.isEmpty { break }
    }
    return common
  }
}

extension [Observation] {
  /// For each column that describes all of them, the cell that more than half have, in the order of the first.
  package var usualAttributes: [Observation.Attribute] {
    guard let first, !first.attributes.isEmpty else { return [] }
    var counts: [ObjectIdentifier: (attributes: [Observation.Attribute], count: Int)] = [:]
    for observation in self {
      guard let remarks = observation.remarks else { return [] }
      counts[remarks, default: (observation.attributes, 0)].count += 1
    }
    return first.attributes.compactMap { attribute in
      var cells: [String: Int] = [:]
      for (attributes, count) in counts.values {
        guard let own = attributes.first(where: { $0.name == attribute.name }) else { return nil }
        cells[own.value, default: 0] += count
      }
      guard let usual = cells.first(where: { $0.value * 2 > self.count }) else { return nil }
      return Observation.Attribute(name: attribute.name, value: usual.key)
    }
  }
}

/// The observations of one part of the total, such as one sex or one region.
package struct DisaggregatedSeries: Hashable, Sendable {
  /// The cells that define the part, in column order; blank cells are left out.
  package let dimensions: [Dimension]
  /// By period.
  package let observations: [Observation]

  package struct Dimension: Hashable, Sendable {
    /// The column's name.
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
