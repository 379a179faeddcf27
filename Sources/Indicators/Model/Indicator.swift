import DataFormats
import Words

/// An indicator with everything an assessment needs: short forms are expanded and every figure has its period.
///
/// A class, because a site has thousands and every table, page and data file reads them. Fields that few indicators
/// have are boxed: those of their declarations in `details`, the others in `rare`. On a site of 10,000 pages the second
/// box, and a baseline's packed period, save six megabytes of 185.
package final class Indicator: Sendable {
  package let name: String
  /// As written, for example `%` or `万人`.
  package let unit: String?
  package let kind: IndicatorKind
  /// Only meaningful for the kind `increase`.
  package let measure: Measure
  package let plan: PlanPeriod
  package let baseline: Baseline?
  /// The last target of the series of targets.
  package let target: IndicatorTarget?
  /// Targets before the last one, by period.
  package let interimTargets: [IndicatorTarget]
  /// The headline series, by period.
  package let observations: [Observation]
  /// Which way is better, where the author says so.
  package let direction: Direction?
  /// How the target was changed; nil if it was not.
  package let history: TargetHistory?
  /// When the target is due, or how long it holds; nil where the plan does not say.
  package let targetPeriod: Period?
  /// Nil for an indicator that has only the fields above.
  package let details: IndicatorDetails?
  private let rare: RareFields?
  /// Whether baseline, targets and observations are small enough to compute with. If not, they are shown, and neither
  /// assessed nor drawn.
  package let isInRange: Bool
  /// Whether a figure or the target is so large that it may be shown in a scale.
  let hasLargeFigures: Bool
  /// Whether some language may state its figures in a scale.
  let mayHaveScale: Bool
  /// See `Indicator.judgedUntil(_:_:_:_:)`.
  let judgedUntil: Double
  /// See `Indicator.judgedMonths(_:_:_:_:_:_:until:)`.
  let judgedMonths: Int

  init(
    name: String, unit: String?, kind: IndicatorKind, measure: Measure, plan: PlanPeriod, baseline: Baseline?,
    target: IndicatorTarget?, interimTargets: [IndicatorTarget], observations: [Observation],
    series: [DisaggregatedSeries], direction: Direction?, history: TargetHistory? = nil, details: IndicatorDetails?,
    leftOutLines: [Int] = [], fileRemarks: [String] = [], fiscalYear: FiscalYearRule? = nil,
    calculationLines: [Int] = [], facets: [IndicatorFacet] = [], owner: IndicatorID? = nil, seriesName: String? = nil
  ) {
    self.direction = direction
    self.history = history
    self.name = name
    self.unit = unit
    self.kind = kind
    self.measure = measure
    self.plan = plan
    self.baseline = baseline
    self.target = target
    self.interimTargets = interimTargets
    self.observations = observations
    targetPeriod = target.flatMap { target in
      guard target.statedPeriod != nil else { return nil }
      return Indicator.period(of: target, last: target, kind, interimTargets, baseline, plan)
    }
    self.details = details
    rare = RareFields(
      series: series, leftOutLines: leftOutLines, fileRemarks: fileRemarks, calculationLines: calculationLines,
      facets: facets, seriesName: seriesName, owner: owner, fiscalYear: fiscalYear)
    var largest = abs(baseline?.value.value ?? 0)
    for goal in interimTargets { largest = max(largest, goal.largest(from: baseline)) }
    if let target { largest = max(largest, target.largest(from: baseline)) }
    // By index, because copying an observation takes longer than reading one of its fields.
    for index in observations.indices { largest = max(largest, observations[index].largest) }
    isInRange = largest < DecimalNumber.limit
    hasLargeFigures = largest >= NumberScale.smallest
    mayHaveScale = largest >= NumberScale.smallestOfAll
    judgedUntil = Indicator.judgedUntil(kind, target, direction, observations)
    judgedMonths = Indicator.judgedMonths(
      kind, target, baseline, plan, details?.frequency, observations, until: judgedUntil)
  }
}

// MARK: - Fields of few indicators

extension Indicator {
  private final class RareFields: Sendable {
    let series: [DisaggregatedSeries]
    let leftOutLines, calculationLines: [Int]
    let fileRemarks: [String]
    let facets: [IndicatorFacet]
    let seriesName: String?
    let owner: IndicatorID?
    let fiscalYear: FiscalYearRule?

    /// Nil if all of them are empty.
    init?(
      series: [DisaggregatedSeries], leftOutLines: [Int], fileRemarks: [String], calculationLines: [Int],
      facets: [IndicatorFacet], seriesName: String?, owner: IndicatorID?, fiscalYear: FiscalYearRule?
    ) {
      if series.isEmpty, leftOutLines.isEmpty, fileRemarks.isEmpty, calculationLines.isEmpty, facets.isEmpty,
        seriesName == nil, owner == nil, fiscalYear == nil
      {
        return nil
      }
      self.series = series
      self.leftOutLines = leftOutLines
      self.fileRemarks = fileRemarks
      self.calculationLines = calculationLines
      self.facets = facets
      self.seriesName = seriesName
      self.owner = owner
      self.fiscalYear = fiscalYear
    }
  }

  /// Series for parts of the total, in the order in which their first rows appear in the CSV file.
  package var series: [DisaggregatedSeries] { rare?.series ?? [] }
  /// The lines of its CSV file that are left out, because their errors are accepted; 1-based.
  package var leftOutLines: [Int] { rare?.leftOutLines ?? [] }
  /// Remarks that its CSV file has in place of figures.
  package var fileRemarks: [String] { rare?.fileRemarks ?? [] }
  /// The lines of its CSV file that are only for the calculation of others; 1-based.
  package var calculationLines: [Int] { rare?.calculationLines ?? [] }
  /// Its figures in other units, of other series, and of parts with a target of their own.
  package var facets: [IndicatorFacet] { rare?.facets ?? [] }
  /// Which of the series in its data file the figures are; nil if the file has none.
  package var seriesName: String? { rare?.seriesName }
  /// The indicator that this facet belongs to.
  private var owner: IndicatorID? { rare?.owner }
  /// The rule for budget years of its author, or else of the site.
  package var fiscalYear: FiscalYearRule? { rare?.fiscalYear }
}

// MARK: - Details that assessments, tables and charts read

extension Indicator {
  /// The id of the indicator; for a facet, that of the indicator that it belongs to.
  package var id: IndicatorID? { owner ?? details?.id?.value }
  package var nature: Nature? { details?.nature }
  package var category: String? { details?.category }
  package var group: String? { details?.group }
  package var source: String? { details?.source }
  package var isAssessedByGrowth: Bool { details?.isAssessedByGrowth ?? false }
  package var precision: Int? { details?.precision.map(precisionInForce) }
  package var breaks: [Period] {
    guard let breaks = details?.breaks, let fiscalYear else { return details?.breaks ?? [] }
    return breaks.map { $0.placed(by: fiscalYear) }
  }
  package var revisions: [Revision] { details?.revisions ?? [] }
  package var notes: [String] { fileRemarks.isEmpty ? details?.notes ?? [] : (details?.notes ?? []) + fileRemarks }
  package var retired: Retirement? { details?.retired }
  package var metadata: IndicatorMetadata? { details?.metadata }
  package var reporting: Reporting? { details?.reporting }
  /// Whether it has no figures by its nature.
  package var isNonStatistical: Bool { details?.isNonStatistical ?? false }
  package var judgement: Judgement? { details?.judgement }
  /// A natural bound of the values, in the indicator's unit.
  package var limit: DecimalNumber? { details?.limit }
}

// MARK: - Derived

extension Indicator {
  /// Whether totals leave it out: it is no longer followed, or has a direction and no target, so that nothing is
  /// promised.
  package var isUncounted: Bool { retired != nil || isTrendAlone || hasNoVerdict }

  /// Whether there is nothing to judge, so that it shows how far it is reported and no status: it has no figures by its
  /// nature, does not apply, or is not reported yet and promises nothing.
  package var hasNoVerdict: Bool {
    if isNonStatistical || reporting == .notApplicable { return true }
    return reporting != nil && target == nil && !observations.contains { $0.value != nil || $0.state != nil }
  }

  /// Whether the target is in words.
  package var hasGoalInWords: Bool { if case .phrase? = target?.goal { true } else { false } }

  /// Whether it has a direction and no target.
  package var isTrendAlone: Bool { target == nil && direction != nil && judgement == nil }

  /// The newest figure of the headline series: the last observation with a value or a state.
  package var latest: Observation? { observations[...].latest }

  /// Whether the target of a level is on the side of the baseline that the direction, or else the written comparator,
  /// calls worse. Without a baseline the path begins at the first interim target.
  package var isOnWrongSide: Bool {
    guard kind == .level, let target, let bound = goalValue(of: target),
      let start = baseline?.value.value ?? interimTargets.first.flatMap({ value(of: $0) }),
      !isNear(start, bound)
    else { return false }
    guard direction != nil || target.isComparatorWritten else { return false }
    if case .every = target.goal { return false }
    return target.comparator.wantsMore != (bound > start)
  }

  /// Whether a level without a baseline has figures beyond its target from the first one on, and nothing says which
  /// side of the target is good: 9 and 8 for a target of 5 may have met it or be on the way to it.
  package var hasUnclearSide: Bool {
    guard kind == .level, baseline == nil, interimTargets.isEmpty, direction == nil, let target,
      !target.isComparatorWritten, case .value(let bound) = target.goal
    else { return false }
    for index in observations.indices {
      guard let first = observations[index].value?.value else { continue }
      return first > bound.value && !isNear(first, bound.value)
    }
    return false
  }

  /// Whether the unit is per cent. Compares bytes: Unicode comparison is slower at telling two Chinese words apart.
  package var isShare: Bool {
    guard let unit, unit.utf8.count <= 3 else { return false }
    return unit.utf8.elementsEqual("%".utf8) || unit.utf8.elementsEqual("％".utf8)
  }
}

// MARK: - Units that are said once

extension Indicator {
  /// Whether the unit is too long to repeat after each figure: `tonnes of carbon dioxide equivalent per resident per
  /// year`.
  package var hasLongUnit: Bool {
    guard let unit, !hasLargeFigures else { return false }
    // A Han character is as wide as two letters.
    return unit.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } > 16
  }

  /// The indicator for a place that says its unit once: its figures have no unit but the sign with which it begins,
  /// such as the % of `% of households`. A scale would say a part of the unit twice, so that one with large figures
  /// stays as it is.
  package var besideUnit: Indicator {
    guard let unit, !hasLargeFigures else { return self }
    return with(unit: IndicatorWords.sign(of: unit))
  }

  /// The indicator for a sentence that says its unit elsewhere. Nil without a unit, and for one with the sign of a
  /// currency, which stays with each figure.
  package var withoutUnit: Indicator? {
    guard let unit, CurrencySign(of: unit) == nil else { return nil }
    return with(unit: IndicatorWords.sign(of: unit))
  }

  private func with(unit: String?) -> Indicator {
    Indicator(
      name: name, unit: unit, kind: kind, measure: measure, plan: plan, baseline: baseline,
      target: target, interimTargets: interimTargets, observations: observations, series: [], direction: direction,
      details: details, fiscalYear: fiscalYear, owner: owner, seriesName: seriesName)
  }
}

extension ArraySlice<Observation> {
  /// The last observation with a value or a state. A milestone that is done stays done: `done: 2026-02` comes before
  /// `started: 2026`, which is over later.
  var latest: Observation? {
    for index in indices.reversed() where self[index].value != nil || self[index].state != nil {
      guard let state = self[index].state, state != .done else { return self[index] }
      return last { $0.state == .done } ?? self[index]
    }
    return nil
  }
}
