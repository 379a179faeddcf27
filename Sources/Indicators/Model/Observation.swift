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

  /// Whether the value, if there is one, is small enough to compute with.
  var isInRange: Bool { abs(number) < DecimalNumber.limit }

  private final class Remarks: Sendable {
    let source: String?
    let note: String?
    let attributes: [Attribute]
    /// A value that does not fit into `number` and `decimals`.
    let longValue: DecimalNumber?

    init(source: String?, note: String?, attributes: [Attribute], longValue: DecimalNumber?) {
      self.source = source
      self.note = note
      self.attributes = attributes
      self.longValue = longValue
    }
  }

  /// Where the figure comes from, if it has a source of its own.
  package var source: String? { remarks?.source }
  package var note: String? { remarks?.note }
  /// Cells of the columns that the register calls attributes; blank cells are left out.
  package var attributes: [Attribute] { remarks?.attributes ?? [] }

  package struct Attribute: Hashable, Sendable {
    /// The column's name.
    package let name: String
    package let value: String
  }

  package init(
    period: Period, value: DecimalNumber?, state: MilestoneState? = nil, source: String? = nil, note: String? = nil,
    attributes: [Attribute] = []
  ) {
    packedPeriod = PackedPeriod(period)
    number = value?.value ?? 0
    decimals = value.map { Int16(clamping: $0.decimals) } ?? -1
    self.state = state
    let longValue = value?.longText == nil ? nil : value
    remarks =
      source == nil && note == nil && attributes.isEmpty && longValue == nil
      ? nil : Remarks(source: source, note: note, attributes: attributes, longValue: longValue)
  }

  func with(note: String?) -> Observation {
    Observation(period: period, value: value, state: state, source: source, note: note, attributes: attributes)
  }

  func with(attributes: [Attribute]) -> Observation {
    Observation(period: period, value: value, state: state, source: source, note: note, attributes: attributes)
  }

  package static func == (a: Observation, b: Observation) -> Bool {
    a.period == b.period && a.value == b.value && a.state == b.state && a.source == b.source && a.note == b.note
      && a.attributes == b.attributes
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
