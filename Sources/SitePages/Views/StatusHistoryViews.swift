import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// The status of an indicator at the time of a snapshot.
struct StatusEntryView: TemplateView {
  let entry: StatusHistory.Entry
  let language: Language

  static let fields = ViewFields<Self>(
    "StatusEntry",
    [
      .text("time", "the time of the snapshot") { $0.entry.time.text($0.language.words) },
      .html("badge", "its status then: shape, word and colour") {
        StatusBadge.html($0.entry.verdict, $0.language.words)
      },
    ])
}

extension SiteRenderer {
  /// How many indicators of a plan were in each class at the times of the snapshots: a table with a row for each. The count
  /// includes those that today's totals count, those given up since, and those that are gone. Empty for fewer than two
  /// times.
  func statusHistory(of plan: PlanRef, _ language: Language) -> HTML {
    guard !site.history.times.isEmpty else { return HTML() }
    var counts: [Period: [StatusClass: Int]] = [:]
    for ref in site.plans[plan].indicators {
      for entry in site.history.of(ref) where site.isCounted(ref, at: entry.time.end) {
        counts[entry.time, default: [:]][entry.verdict.status.statusClass, default: 0] += 1
      }
    }
    for time in site.history.times {
      for (statusClass, count) in site.history.gone(of: plan, at: time) {
        counts[time, default: [:]][statusClass, default: 0] += count
      }
    }
    let rows = site.history.times.compactMap { time in
      counts[time].map { counts in
        StatusMatrix.Row(
          label: time.text(language.words), counts: StatusClass.allCases.map { ($0, counts[$0] ?? 0) })
      }
    }
    guard rows.count > 1 else { return HTML() }
    let words = language.words
    return StatusMatrix(rows, caption: words[.statusHistory], total: words[.total], language: words).html
  }
}
