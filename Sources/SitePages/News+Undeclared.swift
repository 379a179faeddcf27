import Actions
import DataFormats
import Indicators
import Markup
import SiteModel
import Words

extension ResolvedSite {
  /// News of all that is not as the newest snapshot has it, and no author says since when: between it and `as-of`, without which
  /// nothing has a time. Targets, rules, dates and names, what is gone, and actions that were stopped without an update.
  func undeclaredChanges(_ scope: FeedScope?) -> [NewsItem] {
    guard let undeclared, let snapshot = undeclared.snapshot, let now = settings.asOf?.period else { return [] }
    let words = settings.language.words
    var items: [NewsItem] = []
    func add(_ title: String, _ texts: [String], _ route: Route, _ kind: String, anchor: String? = nil) {
      guard !texts.isEmpty else { return }
      items.append(
        NewsItem(
          date: now.lastDay, title: title, summary: texts.joined(separator: words[.semicolon]), route: route,
          anchor: anchor,
          identity: "-\(kind)-\(snapshot)", page: nil, update: nil, time: now, since: snapshot))
    }
    for ref in indicators(of: scope) {
      let indicator = indicators[ref].indicator
      let targets = zip(indicator.history?.changes.reversed() ?? [], IndicatorWords.changes(of: indicator, words))
        .filter { $0.0.earlier.isUndeclared }.map { words[.target] + words[.colon] + $0.1 }
      add(
        indicator.name, targets + changedRules(of: .indicator(ref), words), route(of: .indicator(ref)), "undeclared")
    }
    for ref in actions(of: scope) {
      let resolved = actions[ref]
      let dates = zip(resolved.action.facts.allDateChanges.reversed(), ActionWords.changes(of: resolved.action, words))
        .filter { $0.0.change.entry.isUndeclared }.map(\.1)
      let texts = dates + unexplainedChanges(of: [ref], words, isNamed: false) + [stopped(ref)].compactMap(\.self)
      add(resolved.action.name, texts, resolved.route, "undeclared")
    }
    for plan in plans(of: scope) {
      let route = pages[plans[plan].page].route
      for gone in undeclared.gone[plan] ?? [] {
        let target = gone.indicator.map { IndicatorWords.target(of: $0, words) }
        add(
          gone.name, [IndicatorWords.gone(nil, target: target, snapshot: snapshot, words)], route,
          "gone-\(Slug(gone.name)?.text ?? "_")", anchor: "-undeclared-changes")
      }
      for name in undeclared.goneActions[plan] ?? [] {
        add(
          name, [IndicatorWords.gone(nil, target: nil, snapshot: snapshot, words)], route,
          "gone-\(Slug(name)?.text ?? "_")", anchor: "-undeclared-changes")
      }
    }
    return items
  }

  /// `Stopped: merged into the other project`; nil for an action that was stopped before the snapshot, and for one whose update
  /// says so.
  private func stopped(_ ref: ActionRef) -> String? {
    guard undeclared?.actions[ref]?.contains(where: \.isStop) == true else { return nil }
    guard !updates.about(.action(ref)).contains(where: { $0.status == ReportedState.stopped.rawValue }) else {
      return nil
    }
    let words = settings.language.words
    let note = actions[ref].action.facts.notes.first
    return ActionWords.word(for: .stopped, words) + (note.map { words[.colon] + $0 } ?? "")
  }

  private func plans(of scope: FeedScope?) -> [PlanRef] {
    switch scope {
    case nil: Array(plans.indices)
    case .plan(let ref): [ref]
    case .department, .indicator: []
    }
  }
}
