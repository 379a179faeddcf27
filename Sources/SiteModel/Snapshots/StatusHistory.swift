import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// How the indicators of a site stood at the times of its snapshots.
package struct StatusHistory: Sendable {
  package struct Entry: Sendable {
    package let time: Period
    package let verdict: Verdict
  }

  /// The times of the snapshots that have a status of an indicator that is still there, the oldest first.
  package let times: [Period]
  private let byIndicator: [IndicatorRef: [Entry]]

  /// `snapshots` are sorted by time, the oldest first.
  init(_ snapshots: [SnapshotStatuses], _ registers: ResolvedRegisters, _ plans: Plans) {
    var times: [Period] = []
    var byIndicator: [IndicatorRef: [Entry]] = [:]
    let current = snapshots.isEmpty ? nil : CurrentNames(registers, plans)
    for snapshot in snapshots {
      guard let time = Snapshot.period(of: snapshot.name), var names = current else { continue }
      var isUsed = false
      for entry in snapshot.entries {
        guard let status = IndicatorStatus(rawValue: entry.status),
          let ref = names.take(id: entry.id, name: entry.name, plan: entry.plan)
        else { continue }
        isUsed = true
        let reason = entry.reason.flatMap(StatusReason.init)
        byIndicator[ref, default: []].append(Entry(time: time, verdict: Verdict(status, reason: reason)))
      }
      if isUsed { times.append(time) }
    }
    self.times = times
    self.byIndicator = byIndicator
  }

  /// The statuses that the snapshots have, the oldest first; empty without any.
  package func of(_ indicator: IndicatorRef) -> [Entry] { byIndicator[indicator] ?? [] }
}
