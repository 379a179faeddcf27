import Actions
import SiteSources

extension ResolvedRegisters {
  /// Whether the feed has an entry: a dated page, an update, or a status, a figure, a target or a date that was changed.
  func hasNews(_ pages: PageTable, _ history: StatusHistory) -> Bool {
    !updates.isEmpty || !history.changes.isEmpty
      || indicators.contains { $0.indicator.history != nil || $0.indicator.retired != nil }
      || actions.actions.contains { $0.action.facts.isMoved || $0.action.facts.done != nil }
      || pages.indices.contains { pages[$0].fields.date != nil || pages[$0].fields.updated != nil }
  }
}
