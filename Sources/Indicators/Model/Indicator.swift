import DataFormats

/// Where an indicator starts from.
package struct Baseline: Hashable, Sendable {
  package let period: Period
  package let value: DecimalNumber
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

  package let period: Period
  package let goal: Goal
  /// As written, or the kind's default.
  package let comparator: Comparator
  package let isComparatorWritten: Bool
  /// 左右, 约: met within 5 % of the target.
  package let isApproximate: Bool
  /// How the plan words the time, as 5年内.
  package let phrase: String?

  /// 5 %, DESIGN §5.
  static let approximation = 0.05
}

/// One figure of a series.
package struct Observation: Hashable, Sendable {
  package let period: Period
  /// Nil for a figure that is known to be missing.
  package let value: DecimalNumber?
  /// A milestone's instead of a value.
  package let state: MilestoneState?
  package let source: String?
  package let note: String?
  /// What else its file says of it, in the columns that the register calls attributes; without blank ones.
  package let attributes: [Attribute]

  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  package init(
    period: Period, value: DecimalNumber?, state: MilestoneState? = nil, source: String? = nil, note: String? = nil,
    attributes: [Attribute] = []
  ) {
    self.period = period
    self.value = value
    self.state = state
    self.source = source
    self.note = note
    self.attributes = attributes
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
/// A class: a site has thousands, and every table, page and file looks at them.
package final class Indicator: Sendable {
  package let id: IndicatorID?
  package let name: String
  package let shortName: String?
  package let definition: String?
  package let unit: String?
  package let kind: IndicatorKind
  package let nature: Nature?
  package let category: String?
  package let group: String?
  package let measure: Measure
  package let plan: PlanPeriod
  package let baseline: Baseline?
  /// The last target.
  package let target: IndicatorTarget?
  /// Those before it, by period.
  package let interimTargets: [IndicatorTarget]
  /// The headline series, by period.
  package let observations: [Observation]
  package let series: [DisaggregatedSeries]
  /// Periods from which on the series is another one.
  package let breaks: [Period]
  package let revisions: [Revision]
  package let judgement: Judgement?
  package let source: String?
  /// General remarks.
  package let notes: [String]
  /// Decimals to show; nil for those of the figures themselves.
  package let precision: Int?

  package init(
    id: IndicatorID?, name: String, shortName: String?, definition: String?, unit: String?, kind: IndicatorKind,
    nature: Nature?, category: String?, group: String?, measure: Measure, plan: PlanPeriod, baseline: Baseline?,
    target: IndicatorTarget?, interimTargets: [IndicatorTarget], observations: [Observation], series:
    [DisaggregatedSeries], breaks: [Period], revisions: [Revision], judgement: Judgement?, source: String?, notes:
    [String], precision: Int?
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.definition = definition
    self.unit = unit
    self.kind = kind
    self.nature = nature
    self.category = category
    self.group = group
    self.measure = measure
    self.plan = plan
    self.baseline = baseline
    self.target = target
    self.interimTargets = interimTargets
    self.observations = observations
    self.series = series
    self.breaks = breaks
    self.revisions = revisions
    self.judgement = judgement
    self.source = source
    self.notes = notes
    self.precision = precision
  }

  /// The newest figure: the last period with a value or a state.
  package var latest: Observation? {
    for place in observations.indices.reversed() where observations[place].value != nil || observations[place].state != nil {
      return observations[place]
    }
    return nil
  }
}
