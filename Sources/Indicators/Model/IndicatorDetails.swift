import DataFormats
import Diagnostics

/// Fields that describe an indicator and that few indicators have.
///
/// Boxed to keep the common case small, since a large site has 45,000 indicators. `IndicatorDeclaration` reads the box
/// once and the resolved `Indicator` shares it, so a new key is a property and a line in each of the two inits.
package final class IndicatorDetails: Sendable {
  package let id: Located<IndicatorID>?
  /// A shorter name, for tables.
  package let shortName: String?
  /// The definition of what the indicator measures.
  package let definition: String?
  /// Where the definition is written.
  package let definitionRange: SourceRange?
  package let nature: Nature?
  package let category: String?
  /// The heading in a table under which the indicator is listed.
  package let group: String?
  /// Where the figures come from.
  package let source: String?
  /// The direction that is better.
  package let direction: Direction?
  /// A natural bound of the values, as 100 for a share.
  package let limit: DecimalNumber?
  /// Whether the growth a year is a second opinion beside the status.
  let isAssessedByGrowth: Bool
  /// Decimals to show, 0 to 9; nil shows the decimals of each figure.
  package let precision: Int?
  /// The first periods of redefined series, sorted. Figures before and after a break are not comparable.
  package let breaks: [Period]
  /// Values that were published earlier and have been replaced.
  package let revisions: [Revision]
  /// Notes on the whole indicator; notes on single periods belong to their observations.
  package let notes: [String]
  package let judgement: Judgement?
  /// Why the indicator is no longer followed; nil for one that is.
  package let retired: Retirement?
  /// How often figures are published.
  package let frequency: Frequency?
  /// The day on which the next figure is due.
  package let nextUpdate: Period?
  /// Nil without any of its keys.
  package let metadata: IndicatorMetadata?
  /// Whether it is reported on; nil if nobody says.
  package let reporting: Reporting?
  /// Whether it has no figures by its nature.
  package let isNonStatistical: Bool
  /// Figures for other places, in the measure of the indicator.
  let comparisons: [Comparison]

  /// Reads every key except `id`, which the caller reads first.
  init(id: Located<IndicatorID>?, kind: IndicatorKind, _ reader: inout FieldReader) {
    self.id = id
    shortName = reader.string("short-name")?.value
    let definition = reader.string("definition")
    (self.definition, definitionRange) = (definition?.value, definition?.range)
    nature = reader.choice("nature", of: Nature.self)?.value
    category = reader.string("category")?.value
    group = reader.string("group")?.value
    source = reader.string("source")?.value
    direction = reader.choice("direction", of: Direction.self)?.value
    limit = reader.number("limit")?.value
    isAssessedByGrowth = reader.isAssessedByGrowth()
    precision = reader.integer("precision", in: 0...9)?.value
    breaks = reader.periods("breaks").sorted()
    revisions = reader.revisions()
    notes = reader.strings("note").map(\.value)
    judgement = reader.judgement()
    retired = reader.retirement()
    frequency = reader.frequency()
    nextUpdate = reader.dayOrPeriod("next-update")
    comparisons = reader.comparisons(kind: kind)
    metadata = reader.isFullyRead ? nil : IndicatorMetadata(&reader)
    reporting = reader.isFullyRead ? nil : reader.choice("reporting", of: Reporting.self)?.value
    isNonStatistical = reader.isFullyRead ? false : reader.flag("non-statistical")?.value ?? false
  }

  /// The details of an indicator as a snapshot has them, or with other comparisons; `now` is nil for one that is gone.
  init(_ now: IndicatorDetails?, promised: Promised? = nil, comparisons others: [Comparison]? = nil) {
    id = now?.id
    shortName = now?.shortName
    (definition, definitionRange) = (now?.definition, now?.definitionRange)
    nature = promised == nil ? now?.nature : promised?.nature
    category = promised == nil ? now?.category : promised?.category
    group = promised == nil ? now?.group : promised?.group
    source = now?.source
    direction = now?.direction
    limit = now?.limit
    isAssessedByGrowth = now?.isAssessedByGrowth ?? false
    precision = now?.precision
    breaks = now?.breaks ?? []
    revisions = now?.revisions ?? []
    notes = now?.notes ?? []
    judgement = now?.judgement
    retired = promised == nil ? now?.retired : promised?.retired
    frequency = now?.frequency
    nextUpdate = now?.nextUpdate
    comparisons = others ?? now?.comparisons ?? []
    metadata = now?.metadata
    reporting = now?.reporting
    isNonStatistical = now?.isNonStatistical ?? false
  }
}

extension IndicatorDetails {
  /// The details as a snapshot has them, in the place of those of today.
  package struct Promised: Sendable {
    package let category, group: String?
    package let nature: Nature?
    package let retired: Retirement?

    package init(category: String?, group: String?, nature: Nature?, retired: Retirement?) {
      (self.category, self.group, self.nature, self.retired) = (category, group, nature, retired)
    }
  }
}

/// A status set by hand, for a target without a number.
package struct Judgement: Hashable, Sendable {
  package let status: IndicatorStatus
  /// Who set the status.
  package let by: String?
  /// The day the status was set.
  package let on: CalendarDate?
}

/// The end of an indicator that is no longer followed: it is listed and not counted.
package struct Retirement: Sendable {
  /// The month, day or year in which it was given up.
  package let on: Period
  package let why: String?
  /// The id of the indicator that takes its place.
  package let continuedBy: Located<String>?

  package init(on: Period, why: String?, continuedBy: Located<String>?) {
    (self.on, self.why, self.continuedBy) = (on, why, continuedBy)
  }
}

/// A value that was published earlier and has been replaced.
package struct Revision: Hashable, Sendable {
  package let period: Period
  package let value: DecimalNumber
  package let source: String?
}
