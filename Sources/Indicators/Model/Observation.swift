import DataFormats

/// One figure of a series.
///
/// Packed, because a site has hundreds of thousands; packing halves their memory.
package struct Observation: Hashable, Sendable {
  private let number: Double
  // The order of the next three properties matters: together they fit into eight bytes.
  private let packedPeriod: PackedPeriod
  /// Only milestones have a state, instead of a value.
  package let state: MilestoneState?
  /// Decimals of the number; -1 if there is no value.
  private let decimals: Int16
  /// Nil for most observations.
  private let remarks: Remarks?

  package var period: Period { packedPeriod.period }
  /// Nil for a milestone, and for a figure that is known to be missing.
  package var value: DecimalNumber? {
    guard decimals >= 0 else { return nil }
    return remarks?.longValue ?? DecimalNumber(value: number, decimals: Int(decimals))
  }

  /// The size of the value, or of an end of its range if that is larger; 0 without a value.
  var largest: Double {
    guard let range = remarks?.range else { return abs(number) }
    return max(abs(number), max(abs(range.low.value), abs(range.high.value)))
  }

  private final class Remarks: Sendable {
    let source: String?
    let note: String?
    let attributes: [Attribute]
    let status: ObservationStatus?
    let range: ValueRange?
    let revisions: [Revision]
    /// A value that does not fit into `number` and `decimals`.
    let longValue: DecimalNumber?

    init(
      source: String?, note: String?, attributes: [Attribute], status: ObservationStatus?, range: ValueRange?,
      revisions: [Revision], longValue: DecimalNumber?
    ) {
      self.source = source
      self.note = note
      self.attributes = attributes
      self.status = status
      self.range = range
      self.revisions = revisions
      self.longValue = longValue
    }
  }

  /// Where the figure comes from, if it has a source of its own.
  package var source: String? { remarks?.source }
  package var note: String? { remarks?.note }
  /// Cells of the columns that the register calls attributes; blank cells are left out.
  package var attributes: [Attribute] { remarks?.attributes ?? [] }

  /// What the publisher says of the figure; nil for a final one.
  package var status: ObservationStatus? { remarks?.status }
  /// The interval in which the true value is expected to lie.
  package var range: ValueRange? { remarks?.range }
  /// Figures that were published for this period before, in the order in which they are written.
  package var revisions: [Revision] { remarks?.revisions ?? [] }

  package struct Attribute: Hashable, Sendable {
    /// The column's name.
    package let name: String
    package let value: String
  }

  package init(
    period: Period, value: DecimalNumber?, state: MilestoneState? = nil, source: String? = nil, note: String? = nil,
    attributes: [Attribute] = [], status: ObservationStatus? = nil, range: ValueRange? = nil,
    revisions: [Revision] = []
  ) {
    packedPeriod = PackedPeriod(period)
    number = value?.value ?? 0
    decimals = value.map { Int16(clamping: $0.decimals) } ?? -1
    self.state = state
    let longValue = value?.longText == nil ? nil : value
    remarks =
      source == nil && note == nil && attributes.isEmpty && status == nil && range == nil && revisions.isEmpty
        && longValue == nil
      ? nil
      : Remarks(
        source: source, note: note, attributes: attributes, status: status, range: range, revisions: revisions,
        longValue: longValue)
  }

  func with(note: String?) -> Observation {
    Observation(
      period: period, value: value, state: state, source: source, note: note, attributes: attributes, status: status,
      range: range, revisions: revisions)
  }

  func with(attributes: [Attribute]) -> Observation {
    Observation(
      period: period, value: value, state: state, source: source, note: note, attributes: attributes, status: status,
      range: range, revisions: revisions)
  }

  func with(revisions: [Revision]) -> Observation {
    Observation(
      period: period, value: value, state: state, source: source, note: note, attributes: attributes, status: status,
      range: range, revisions: revisions)
  }

  /// The observation with another value and no range.
  func with(value: DecimalNumber) -> Observation {
    Observation(
      period: period, value: value, state: state, source: source, note: note, attributes: attributes, status: status,
      revisions: revisions)
  }

  package static func == (a: Observation, b: Observation) -> Bool {
    a.period == b.period && a.value == b.value && a.state == b.state && a.source == b.source && a.note == b.note
      && a.attributes == b.attributes && a.status == b.status && a.range == b.range && a.revisions == b.revisions
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(period)
    hasher.combine(value)
    hasher.combine(state)
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
  }
}
