import DataFormats

/// A target that a sentence promises, as far as the sentence says it: the draft of an indicator.
package struct DraftTarget: Hashable, Sendable {
  package enum Goal: Hashable, Sendable {
    /// A level to reach, or an amount to add up.
    case value(DecimalNumber)
    /// An amount to add to the baseline; negative where the sentence says to reduce it.
    case change(DecimalNumber)
    /// A change in per cent of the baseline.
    case relative(DecimalNumber)
    /// An amount for each year.
    case every(DecimalNumber)
    case between(DecimalNumber, DecimalNumber)
    /// A way to go without a number: *establish a baseline and increase*.
    case direction
    /// Something that is done or not done.
    case done
  }

  /// How sure the reading is.
  package enum Confidence: String, CaseIterable, Sendable {
    /// The sentence says what, how much and by when.
    case high
    /// Something was taken from the words around it, or is not said.
    case medium
    /// The name or the meaning of the number is a guess.
    case low
  }

  /// A fact that the sentence leaves open, for the author to fill in.
  package enum Gap: String, CaseIterable, Sendable {
    case name, unit, year, baseline, value
    /// The value that the target counts from has no year.
    case baselineYear = "baseline-year"
    /// A negation leaves open on which side of the number the values should be.
    case comparator
  }

  package var name: String
  package var unit: String?
  package var kind: IndicatorKind
  package var measure: Measure?
  package var goal: Goal
  /// Only where the sentence says it.
  package var comparator: Comparator?
  package var isApproximate = false
  package var direction: Direction?
  package var year: Int?
  /// The sentence's own words for the date.
  package var phrase: String?
  package var baselineYear: Int?
  package var baseline: DecimalNumber?
  /// The name of the programme whose passage contains the sentence.
  package var programme: String?
  /// The sentence.
  package var quote: String
  /// The sentence and the number with its unit, in scalars of the paragraph.
  package var sentence: Range<Int>
  package var number: Range<Int>
  package var confidence: Confidence
  package var gaps: [Gap] = []

  /// The number of the target as the sentence writes it, without the sign of a change.
  package var value: DecimalNumber? {
    switch goal {
    case .value(let number), .change(let number), .relative(let number), .every(let number): number.magnitude
    case .between(let low, _): low
    case .direction, .done: nil
    }
  }

  /// Leaves the side of the number to the author.
  mutating func markUnclearBound() {
    gaps.append(.comparator)
    confidence = .low
  }

  /// Whether it is done or not done, and so without a number.
  package var isMilestone: Bool { kind == .milestone }
}
