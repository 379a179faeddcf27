import Actions
import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// The statuses of a site's indicators at the times of its snapshots.
package struct StatusHistory: Sendable {
  package struct Entry: Sendable {
    package let time: Period
    package let verdict: Verdict
    /// The newest figure that was known then.
    package let latest: (period: Period, value: DecimalNumber)?
  }

  /// A status or a figure that changed since the previous snapshot.
  package struct Change: Sendable {
    package let indicator: IndicatorRef
    package let old: Entry
    package let new: Entry
    /// The last day of the later time.
    package let day: CalendarDate
  }

  /// The times of the snapshots that have a status of an indicator of a plan that is still there, the oldest first.
  package let times: [Period]
  /// How many of the indicators that are gone were in each class then, by plan and time: totals of a time count the
  /// indicators followed then.
  private let gone: [PlanRef: [Period: [StatusClass: Int]]]
  /// Between the snapshots, and from the last one to `as-of`; the newest first, then in the order of the site.
  package let changes: [Change]
  private let byIndicator: [IndicatorRef: [Entry]]

  /// `snapshots` are sorted by time, the oldest first.
  init(_ snapshots: [SnapshotStatuses], _ registers: ResolvedRegisters, _ plans: Plans, asOf: AsOf?) {
    var times: [Period] = []
    var byIndicator: [IndicatorRef: [Entry]] = [:]
    var gone: [PlanRef: [Period: [StatusClass: Int]]] = [:]
    let paths = Dictionary(plans.indices.map { (plans.path(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    let current = snapshots.isEmpty ? nil : CurrentNames(registers, plans)
    for snapshot in snapshots {
      guard let time = Snapshot.period(of: snapshot.name), var names = current else { continue }
      var isUsed = false
      for entry in snapshot.entries {
        guard let status = IndicatorStatus(rawValue: entry.status) else { continue }
        guard let ref = names.take(id: entry.id, name: entry.name, plan: entry.plan) else {
          if entry.wasCounted(as: status, at: time), let plan = paths[entry.plan] {
            isUsed = true
            gone[plan, default: [:]][time, default: [:]][status.statusClass, default: 0] += 1
          }
          continue
        }
        // A retired indicator is no longer followed, even if a later snapshot has it.
        if let retired = registers.indicators[ref].indicator.retired, retired.on.isOver(at: time.end) { continue }
        isUsed = true
        let reason = entry.reason.flatMap(StatusReason.init)
        byIndicator[ref, default: []].append(
          Entry(
            time: time, verdict: Verdict(status, reason: reason, of: registers.indicators[ref].indicator),
            latest: entry.latest.flatMap { StatusHistory.figure($0, registers.indicators[ref].indicator.fiscalYear) }))
      }
      if isUsed { times.append(time) }
    }
    changes = StatusHistory.changes(byIndicator, registers.indicators, at: asOf)
    // One state is not a history.
    self.times = snapshots.count > 1 ? times : []
    self.byIndicator = snapshots.count > 1 ? byIndicator : [:]
    self.gone = snapshots.count > 1 ? gone : [:]
  }

  /// The statuses that the snapshots have, the oldest first; empty where there are fewer than two.
  package func of(_ indicator: IndicatorRef) -> [Entry] { byIndicator[indicator] ?? [] }

  /// How many indicators of a plan that are gone were in each class at the time of a snapshot.
  package func gone(of plan: PlanRef, at time: Period) -> [StatusClass: Int] { gone[plan]?[time] ?? [:] }

  private static func figure(
    _ figure: SnapshotStatuses.Figure, _ rule: FiscalYearRule?
  ) -> (period: Period, value: DecimalNumber)? {
    guard let period = Period(figure.period) ?? CalendarDate(figure.period).map(Period.day),
      let value = DecimalNumber(figure.value)
    else { return nil }
    return (rule.map { period.placed(by: $0) } ?? period, value)
  }

  private static func changes(
    _ byIndicator: [IndicatorRef: [Entry]], _ indicators: Table<IndicatorTag, ResolvedIndicator>, at asOf: AsOf?
  ) -> [Change] {
    var changes: [Change] = []
    for (ref, known) in byIndicator {
      let resolved = indicators[ref]
      var entries = known
      if let asOf, resolved.indicator.retired == nil, let last = known.last, last.time.end.isEarlier(than: asOf.time) {
        let latest = resolved.indicator.latest.flatMap { observation in
          observation.value.map { (period: observation.period, value: $0) }
        }
        entries.append(Entry(time: asOf.period, verdict: resolved.verdict, latest: latest))
      }
      for (old, new) in zip(entries, entries.dropFirst()) where new.differs(from: old) {
        changes.append(Change(indicator: ref, old: old, new: new, day: new.time.lastDay))
      }
    }
    // sorted: reaches output
    return changes.sorted { ($1.day, $0.indicator) < ($0.day, $1.indicator) }
  }
}

extension SnapshotStatuses.Entry {
  /// Whether totals of its time counted it, by the rule of `ResolvedSite.isCounted`.
  fileprivate func wasCounted(as status: IndicatorStatus, at time: Period) -> Bool {
    // The status of a trend without a target.
    if hasNoVerdict || [.improving, .worsening, .littleChange].contains(status) { return false }
    return retired.flatMap(Snapshot.period).map { !$0.isOver(at: time.end) } ?? true
  }
}

extension StatusHistory.Entry {
  /// Whether the status or the newest figure changed.
  fileprivate func differs(from old: StatusHistory.Entry) -> Bool {
    verdict.status != old.verdict.status || figureDiffers(from: old)
  }

  /// A figure that is gone is not news.
  package func figureDiffers(from old: StatusHistory.Entry) -> Bool {
    guard let latest else { return false }
    guard let before = old.latest else { return true }
    return latest.period.description != before.period.description || latest.value.value != before.value.value
  }
}

extension AsOf {
  /// The day, or else the month.
  package var period: Period {
    guard let day, let date = CalendarDate(year: year, month: month, day: day) else {
      return .month(year, month: month)
    }
    return .day(date)
  }
}
