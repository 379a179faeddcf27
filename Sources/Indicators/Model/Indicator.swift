import DataFormats

/// Where an indicator starts from.
package struct Baseline: Hashable, Sendable {
  package let value: DecimalNumber
  private let packedPeriod: PackedPeriod

  package var period: Period { packedPeriod.period }

  init(period: Period, value: DecimalNumber) {
    self.value = value
    packedPeriod = PackedPeriod(period)
  }
}

/// What is to be reached by when.
package struct IndicatorTarget: Hashable, Sendable {
  package enum Goal: Hashable, Sendable {
    case value(DecimalNumber)
    /// The baseline plus this.
    case change(DecimalNumber)
    /// Words without a number.
    case phrase(String)
    /// A milestone: to be done.
    case done
  }

  package let goal: Goal
  private let packedPeriod: PackedPeriod
  /// As written, or the kind's default.
  package let comparator: Comparator
  package let isComparatorWritten: Bool
  /// 左右, 约: met within 5 % of the target.
  package let isApproximate: Bool
  /// How the plan words the time, as 5年内.
  package let phrase: String?

  package var period: Period { packedPeriod.period }

  init(
    period: Period, goal: Goal, comparator: Comparator, isComparatorWritten: Bool, isApproximate: Bool, phrase: String?
  ) {
    self.goal = goal
    packedPeriod = PackedPeriod(period)
    self.comparator = comparator
    self.isComparatorWritten = isComparatorWritten
    self.isApproximate = isApproximate
    self.phrase = phrase
  }

  /// 5 %, DESIGN §5.
  static let approximation = 0.05
}

/// One figure of a series.
///
/// Packed: a site has hundreds of thousands, and they take half of the room so.
package struct Observation: Hashable, Sendable {
  private let number: Double
  // In this order: period, state and decimals share eight bytes.
  private let packedPeriod: PackedPeriod
  /// A milestone's instead of a value.
  package let state: MilestoneState?
  /// Of the number; -1 for none.
  private let decimals: Int16
  /// Nil for most.
  private let remarks: Remarks?

  package var period: Period { packedPeriod.period }
  /// Nil for a figure that is known to be missing.
  package var value: DecimalNumber? { decimals < 0 ? nil : DecimalNumber(value: number, decimals: Int(decimals)) }

  private final class Remarks: Sendable {
    let source: String?
    let note: String?
    let attributes: [Attribute]

    init(source: String?, note: String?, attributes: [Attribute]) {
      self.source = source
      self.note = note
      self.attributes = attributes
    }
  }

  /// Whether there is a source, a note or an attribute: asked once for the three, as most have none.
  package var hasRemarks: Bool { remarks != nil }
  package var source: String? { remarks?.source }
  package var note: String? { remarks?.note }
  /// What else its file says of it, in the columns that the register calls attributes; without blank ones.
  package var attributes: [Attribute] { remarks?.attributes ?? [] }

  package struct Attribute: Hashable, Sendable {
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
    remarks =
      source == nil && note == nil && attributes.isEmpty
      ? nil : Remarks(source: source, note: note, attributes: attributes)
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

/// A part of the whole, as one sex or one region: the values of the dimensions that single it out.
package struct DisaggregatedSeries: Hashable, Sendable {
  /// In the order of the columns; only those that are not blank.
  package let dimensions: [Dimension]
  /// By period.
  package let observations: [Observation]

  package struct Dimension: Hashable, Sendable {
    package let name: String
    package let value: String
  }
}

/// A status that somebody judged, for a target without a number.
package struct Judgement: Hashable, Sendable {
  package let status: IndicatorStatus
  package let by: String?
  package let on: CalendarDate?
}

/// An earlier published value that was replaced.
package struct Revision: Hashable, Sendable {
  package let period: Period
  package let value: DecimalNumber
  package let source: String?
}

/// An indicator with all that a judgement needs: short forms are written out, periods are known.
///
/// A class: a site has thousands, and every table, page and file looks at them. What few of them have stands apart
/// (`Particulars`).
package final class Indicator: Sendable {
  package let name: String
  package let unit: String?
  package let kind: IndicatorKind
  package let nature: Nature?
  package let measure: Measure
  package let plan: PlanPeriod
  package let baseline: Baseline?
  /// The last target.
  package let target: IndicatorTarget?
  /// The headline series, by period.
  package let observations: [Observation]
  private let particulars: Particulars?

  package init(
    id: IndicatorID?, name: String, shortName: String?, definition: String?, unit: String?, kind: IndicatorKind,
    nature: Nature?, category: String?, group: String?, measure: Measure, plan: PlanPeriod, baseline: Baseline?,
    target: IndicatorTarget?, interimTargets: [IndicatorTarget], observations: [Observation],
    series:
      [DisaggregatedSeries], breaks: [Period], revisions: [Revision], judgement: Judgement?, source: String?,
    notes:
      [String], precision: Int?
  ) {
    self.name = name
    self.unit = unit
    self.kind = kind
    self.nature = nature
    self.measure = measure
    self.plan = plan
    self.baseline = baseline
    self.target = target
    self.observations = observations
    let isPlain =
      id == nil && shortName == nil && definition == nil && category == nil && group == nil && interimTargets.isEmpty
      && series.isEmpty && breaks.isEmpty && revisions.isEmpty && judgement == nil && source == nil && notes.isEmpty
      && precision == nil
    particulars =
      isPlain
      ? nil
      : Particulars(
        id: id, shortName: shortName, definition: definition, category: category, group: group,
        interimTargets: interimTargets,
        series: series, breaks: breaks, revisions: revisions, judgement: judgement, source: source, notes: notes,
        precision: precision)
  }

  /// One without particulars, as nearly all rows of front matter are: to pass none of them on saves a tenth of the time.
  init(
    name: String, unit: String?, kind: IndicatorKind, measure: Measure, plan: PlanPeriod, baseline: Baseline?,
    target: IndicatorTarget?, observations: [Observation]
  ) {
    self.name = name
    self.unit = unit
    self.kind = kind
    nature = nil
    self.measure = measure
    self.plan = plan
    self.baseline = baseline
    self.target = target
    self.observations = observations
    particulars = nil
  }

  private final class Particulars: Sendable {
    let id: IndicatorID?
    let shortName: String?
    let definition: String?
    let category: String?
    let group: String?
    let interimTargets: [IndicatorTarget]
    let series: [DisaggregatedSeries]
    let breaks: [Period]
    let revisions: [Revision]
    let judgement: Judgement?
    let source: String?
    let notes: [String]
    let precision: Int?

    init(
      id: IndicatorID?, shortName: String?, definition: String?, category: String?, group: String?,
      interimTargets: [IndicatorTarget], series: [DisaggregatedSeries], breaks: [Period], revisions: [Revision],
      judgement: Judgement?, source: String?, notes: [String], precision: Int?
    ) {
      self.id = id
      self.shortName = shortName
      self.definition = definition
      self.category = category
      self.group = group
      self.interimTargets = interimTargets
      self.series = series
      self.breaks = breaks
      self.revisions = revisions
      self.judgement = judgement
      self.source = source
      self.notes = notes
      self.precision = precision
    }
  }

  package var id: IndicatorID? { particulars?.id }
  package var shortName: String? { particulars?.shortName }
  package var definition: String? { particulars?.definition }
  package var category: String? { particulars?.category }
  package var group: String? { particulars?.group }
  /// Those before the last, by period.
  package var interimTargets: [IndicatorTarget] { particulars?.interimTargets ?? [] }
  package var series: [DisaggregatedSeries] { particulars?.series ?? [] }
  /// Periods from which on the series is another one.
  package var breaks: [Period] { particulars?.breaks ?? [] }
  package var revisions: [Revision] { particulars?.revisions ?? [] }
  package var judgement: Judgement? { particulars?.judgement }
  package var source: String? { particulars?.source }
  /// General remarks.
  package var notes: [String] { particulars?.notes ?? [] }
  /// Decimals to show; nil for those of the figures themselves.
  package var precision: Int? { particulars?.precision }

  /// The newest figure: the last period with a value or a state.
  package var latest: Observation? {
    for place in observations.indices.reversed()
    where observations[place].value != nil || observations[place].state != nil {
      return observations[place]
    }
    return nil
  }
}
