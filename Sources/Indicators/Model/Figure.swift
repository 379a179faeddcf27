import DataFormats

/// The facts of an observation besides its period.
package struct Figure: Hashable, Sendable {
  // The order of the properties matters: the last three take four bytes, and a period fits after them.
  private let number: Double
  /// Nil for most figures.
  let remarks: Remarks?
  /// Decimals of the number; -1 if there is no value.
  private let decimals: Int8
  /// Only milestones have a state, instead of a value.
  package let state: MilestoneState?

  final class Remarks: Sendable {
    let source: String?
    let note: String?
    let attributes: [Observation.Attribute]
    let status: ObservationStatus?
    let range: ValueRange?
    let revisions: [Revision]
    /// A value that does not fit into `number` and `decimals`.
    let longValue: DecimalNumber?

    /// Whether no other figure can share them: they have a part of the value.
    var isOfOneValue: Bool { range != nil || longValue != nil || !revisions.isEmpty }

    init(
      source: String?, note: String?, attributes: [Observation.Attribute], status: ObservationStatus?,
      range: ValueRange?, revisions: [Revision], longValue: DecimalNumber?
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

  package init(
    value: DecimalNumber?, state: MilestoneState? = nil, source: String? = nil, note: String? = nil,
    attributes: [Observation.Attribute] = [], status: ObservationStatus? = nil, range: ValueRange? = nil,
    revisions: [Revision] = []
  ) {
    number = value?.value ?? 0
    decimals = value.map { Int8(clamping: $0.decimals) } ?? -1
    self.state = state
    let longValue = value.flatMap { $0.longText == nil && $0.decimals <= Int8.max ? nil : $0 }
    remarks =
      source == nil && note == nil && attributes.isEmpty && status == nil && range == nil && revisions.isEmpty
        && longValue == nil
      ? nil
      : Remarks(
        source: source, note: note, attributes: attributes, status: status, range: range, revisions: revisions,
        longValue: longValue)
  }

  private init(_ other: Figure, remarks: Remarks?) {
    (number, decimals, state) = (other.number, other.decimals, other.state)
    self.remarks = remarks
  }

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

  func with(note: String?) -> Figure {
    Figure(
      value: value, state: state, source: remarks?.source, note: note, attributes: remarks?.attributes ?? [],
      status: remarks?.status, range: remarks?.range, revisions: remarks?.revisions ?? [])
  }

  /// The figure with its remarks replaced. Figures may share their remarks.
  func with(remarks: Remarks?) -> Figure { Figure(self, remarks: remarks) }

  package static func == (a: Figure, b: Figure) -> Bool {
    guard a.value == b.value, a.state == b.state else { return false }
    guard let first = a.remarks, let second = b.remarks else { return a.remarks == nil && b.remarks == nil }
    return first === second
      || first.source == second.source && first.note == second.note && first.attributes == second.attributes
        && first.status == second.status && first.range == second.range && first.revisions == second.revisions
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(state)
  }
}
