import DataFormats
import Diagnostics
import Indicators

/// The site at an earlier time: its targets, its actions, its rules and its addresses.
package struct Snapshot: Sendable {
  /// The version of the format that this program writes; it reads the earlier ones as well. What each added:
  ///
  /// - 2: `details`
  /// - 3: `nature`, `reporting`, `judgement`, `ranges`
  /// - 4: `frequency`, `next-update`, `parts`
  /// - 5: actions
  /// - 6: `statuses` of figures, `steps` of actions
  /// - 7: `category`, `group`, `department`; `progress` and `done` of actions
  /// - 8: `section`, `programme`, `translations`
  package static let version = 8

  package struct Promise: Sendable {
    /// Nil for an indicator without a page of its own.
    package let id: String?
    package let name: String
    /// The path of its plan.
    package let plan: String
    package let facts: [PromiseFact]
    /// Other facts that the status or its meaning depends on: `Indicator.detailFacts`. Nil if the snapshot does not
    /// say.
    package let details: [PromiseFact]?
    /// The keys of details that the version of the snapshot does not have.
    package let unknown: [String]
    package let earlier: [Earlier]
    /// The parts that have targets of their own.
    package let parts: [Part]
    /// When it was given up, its status and the reason of that, as the file has them.
    package let retired, status, reason: String?
    /// Why it was given up.
    package let retiredWhy: String?
    /// Where tables list it, and who answers for it. Nil if the version of the snapshot does not say.
    package let listing: Listing?
    /// The figures with their ranges and statuses, and the states of a milestone, by time.
    package let observations: [Observation]
    /// Whether the version of the snapshot has the ranges of figures.
    package let hasRanges: Bool
    /// Whether it has the publisher's statuses of figures, such as *estimated*.
    let hasFigureStatuses: Bool
    package let range: SourceRange
  }

  /// Where tables list something, and the name of the department in charge.
  package struct Listing: Hashable, Sendable {
    package let category, group, department: String?
    /// Its section and its programme. Nil if the version of the snapshot does not say.
    package let place: Place?
  }

  /// The path of a section, and the id of a programme.
  package struct Place: Hashable, Sendable {
    package let section, programme: String?
  }

  /// A part of an indicator's figures and what it promises.
  package struct Part: Sendable {
    package let cells: [IndicatorFacet.Cell]
    package let facts: [PromiseFact]
    package let earlier: [Earlier]
  }

  /// When an action was to start and to be done. Dates as the file has them.
  package struct Action: Sendable {
    package let id, name: String
    /// The path of its plan.
    package let plan: String
    package let start, due: String?
    package let state: String?
    package let earlier: [EarlierDates]
    /// Nil if the version of the snapshot has none.
    package let steps: [Step]?
    /// When it was done, as the file has it.
    package let done: String?
    /// How much of it was done, 0 to 1, where its department said so.
    package let progress: Double?
    /// Nil if the version of the snapshot does not say.
    package let listing: Listing?
    package let range: SourceRange
  }

  /// A step of an action with its due date.
  package struct Step: Sendable {
    package let name: String
    package let due: String?
    /// Nil if the snapshot does not say.
    package let isDone: Bool?
    package let earlier: [EarlierDates]
  }

  /// An entry of the history of an action's dates; `none` for a date that there was not.
  package struct EarlierDates: Sendable {
    package let until: String
    package let by, why: String?
    package let start, due: String?
  }

  /// An entry of a target's history.
  package struct Earlier: Sendable {
    package let until: String
    package let by: String?
    package let why: String?
    package let facts: [PromiseFact]
  }

  /// The rule of a plan.
  package struct PlanRule: Sendable {
    package let path: String
    package let years: String
    /// In per cent of the way.
    package let tolerance: String
    package let range: SourceRange
  }

  /// The time of the snapshot, such as 2026-03: the name of its file.
  package let name: String
  package let source: SourceText
  package let asOf: String?
  package let littleChange: String?
  package let plans: [PlanRule]
  package let promises: [Promise]
  /// Nil if the version of the snapshot has none.
  package let actions: [Action]?
  package let addresses: [Located<String>]
  /// The names in the site's other languages, by their tags, each by its name in the main language.
  package let translations: [String: [String: String]]
  /// The whole file.
  package let range: SourceRange

  /// The time as a period; nil for a file with another name.
  package var period: Period? { Snapshot.period(of: name) }

  /// The period of a time, or of a name in `snapshots/`.
  package static func period(of name: String) -> Period? {
    let time = SnapshotName(name).time
    return Period(time) ?? CalendarDate(time).map(Period.day)
  }

  /// The beginning of the snapshot's period, in years; nil for a file with another name.
  package var start: Double? { Snapshot.time(of: name).map(\.start) }

  /// The beginning and the end of a time such as 2026-03, 2026-03-15, 2025 or 2025-Q3, in years.
  package static func time(of name: String) -> (start: Double, end: Double)? {
    let name = SnapshotName(name).time
    if let day = AsOf(name), day.day != nil { return (day.time - 1 / 365, day.time) }
    guard let period = Period(name) else { return nil }
    return (2 * period.middle - period.end, period.end)
  }
}

extension Snapshot {
  /// Whether two snapshots say the same of every indicator and action: targets, figures, dates and statuses. Their
  /// titles and addresses may differ.
  package func hasFigures(of other: Snapshot) -> Bool {
    asOf == other.asOf && littleChange == other.littleChange && plans.count == other.plans.count
      && zip(plans, other.plans).allSatisfy { ($0.path, $0.years, $0.tolerance) == ($1.path, $1.years, $1.tolerance) }
      && promises.count == other.promises.count
      && zip(promises, other.promises).allSatisfy { $0.isEqual(to: $1) } && hasActions(of: other)
  }

  private func hasActions(of other: Snapshot) -> Bool {
    guard let own = actions, let others = other.actions else { return true }
    return own.count == others.count
      && zip(own, others).allSatisfy { one, other in
        (one.id, one.name, one.plan) == (other.id, other.name, other.plan)
          && (one.start, one.due, one.state) == (other.start, other.due, other.state)
      }
  }

  /// A message that there is no snapshot, or that the newest is older than `as-of`; nil if the newest is new enough.
  package static func advice(_ files: [SourceFile], asOf: AsOf?) -> Message? {
    let names = files.map { SnapshotName($0.name.withoutPathExtension) }.filter { time(of: $0.text) != nil }
    guard let newest = names.max()?.time else {
      return "there is no snapshot of the targets yet"
    }
    guard let asOf, let end = time(of: newest)?.end, end.isEarlier(than: asOf.time) else { return nil }
    return "the newest snapshot of the targets is of \(newest), and the site of \(asOf.written)"
  }
}

extension Snapshot.Promise {
  /// The figures as far as both have them.
  private func figures(besides other: Snapshot.Promise) -> [Observation] {
    guard !hasFigureStatuses || !other.hasFigureStatuses else { return observations }
    return observations.filter { $0.value != nil || $0.state != nil }.map {
      Observation(period: $0.period, value: $0.value, state: $0.state, range: $0.range)
    }
  }

  /// Whether it says the same, at any position in its file.
  fileprivate func isEqual(to other: Snapshot.Promise) -> Bool {
    (id, name, plan, retired, status, reason)
      == (other.id, other.name, other.plan, other.retired, other.status, other.reason)
      && facts == other.facts && details == other.details && figures(besides: other) == other.figures(besides: self)
      && earlier.count == other.earlier.count
      && zip(earlier, other.earlier).allSatisfy {
        ($0.until, $0.by, $0.why) == ($1.until, $1.by, $1.why) && $0.facts == $1.facts
      }
  }
}

extension PlanPeriod {
  /// `2021-2025`, as snapshots have it.
  package init?(snapshot text: String) {
    let years = text.split(separator: "-").compactMap { Int($0) }
    guard years.count == 2, years[0] <= years[1] else { return nil }
    self.init(start: years[0], end: years[1])
  }
}
