import Actions
import DataFormats
import Indicators
import SiteModel
import Words

/// Something with a date: a page, an update in YAML, or a status or figure that changed.
struct NewsItem {
  let date: CalendarDate
  let title: String
  let summary: String?
  let route: Route
  /// Its place on that page; nil for the page itself.
  let anchor: String?
  /// The suffix that distinguishes it from items with its address and anchor.
  var identity: String?
  /// The page, if the item is a page.
  let page: PageRef?
  /// The update, if the entry is one.
  let update: ResolvedUpdate?
  var weight = Weight.words
  /// When it was, if nobody says on which day; `date` is the last day of it.
  var time: Period?
  /// The time of the previous snapshot: the change happened between it and `time`.
  var since: Period?

  /// How much a reader learns from it, the most first.
  enum Weight: Int {
    /// Somebody wrote or decided it.
    case words
    /// A status that changed.
    case status
    /// A figure alone.
    case figure
  }
}

extension NewsItem {
  /// `3 March 2025`, `March 2025`, `Between September 2024 and March 2025`.
  func dateText(_ language: WordLanguage) -> String {
    let end = (time ?? .day(date)).text(language)
    return since.map { language.text(.betweenTimes, [.start: $0.text(language), .end: end]) } ?? end
  }
}

extension ResolvedSite {
  /// The newest dated pages, updates and changes of statuses and figures, newest first; of one day, pages come first,
  /// then updates, each in their order.
  func news(_ limit: Int, of scope: FeedScope? = nil) -> [NewsItem] {
    let ofPages = Dictionary(
      updates.all.compactMap { update in update.page.map { ($0, update) } }, uniquingKeysWith: { first, _ in first })
    let dated = datedPages(scope == nil ? limit : .max).lazy.compactMap { ref, date -> NewsItem? in
      let (page, update) = (self.pages[ref], ofPages[ref])
      if let scope, !self.contains(scope, page: ref, update: update) { return nil }
      return NewsItem(
        date: date, title: page.numberedTitle, summary: page.description, route: page.route, anchor: nil, page: ref,
        update: update)
    }
    let own = updates.all.lazy.filter { update in
      update.page == nil && (scope.map { self.contains($0, update: update) } ?? true)
    }.compactMap { update -> NewsItem? in
      guard let subject = update.subjects.first else { return nil }
      let name = self.name(of: subject)
      return NewsItem(
        date: update.date, title: update.title.map { name + self.settings.language.words[.colon] + $0 } ?? name,
        summary: update.text,
        route: self.route(of: subject), anchor: "-update-\(update.number)", page: nil, update: update)
    }
    let changes = history.changes.lazy.filter { change in
      scope.map { self.contains($0, change.indicator) } ?? true
    }.map { self.item(of: $0) }
    let all =
      Array(dated.prefix(limit)) + Array(own.prefix(limit)) + Array(changes.prefix(limit)) + changesOfPromises(scope)
      + undeclaredChanges(scope)
    // On one day, words come first, then statuses, then figures.
    return all.enumerated().sorted {
      let (first, second) = ($0.element, $1.element)
      return (second.date, first.weight.rawValue, $0.offset) < (first.date, second.weight.rawValue, $1.offset)
    }.prefix(limit).map(\.element)
  }

  /// At most `limit` items of the year before the newest: texts before statuses, and statuses before figures, so that a
  /// snapshot with many figures hides nothing. The newest first.
  func highlights(_ limit: Int) -> [NewsItem] {
    let all = news(ResolvedSite.mostNews)
    guard let newest = all.first.map({ Period.day($0.date).end }) else { return [] }
    let recent = all.filter { !Period.day($0.date).end.isEarlier(than: newest - 1) }
    let chosen = recent.enumerated().sorted {
      ($0.element.weight.rawValue, $0.offset) < ($1.element.weight.rawValue, $1.offset)
    }.prefix(limit)
    return chosen.sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// The most items on the page of all news.
  static let mostNews = 150

  /// When something was changed last, as its author says: the newest day of a page or an update, and the newest time of a
  /// target that was changed, of a date that was moved, of what was given up or done. A snapshot does not count: it shows
  /// that something changed, but not when. `pages` are those that belong to the scope, besides updates.
  func lastChange(of scope: FeedScope?, pages: [PageRef]) -> Period? {
    let update = updates.all.first { update in scope.map { self.contains($0, update: update) } ?? true }
    let own = [
      pages.lazy.compactMap { self.pages[$0].lastChange }.max(),
      update.map { max($0.date, $0.page.flatMap { self.pages[$0].lastChange } ?? $0.date) },
    ].compactMap { $0.map(Period.day) }
    let indicators = indicators(of: scope).lazy.flatMap { ref -> [Period] in
      let indicator = self.indicators[ref].indicator
      return [indicator.retired?.on].compactMap(\.self)
        + (indicator.history?.earlier ?? []).filter(\.isDeclared).map(\.until)
    }
    let actions = actions(of: scope).lazy.flatMap { ref in
      let resolved = self.actions[ref]
      return resolved.action.facts.allDateChanges.filter { !$0.change.entry.isUndeclared }.map(\.change.entry.until)
        + [self.timeDone(resolved)].compactMap(\.self)
    }
    return (own + [indicators.max(), actions.max()].compactMap(\.self)).max()
  }

  /// `Behind → On track; 40 (2024) → 45 (2025)`. Says only what later builds will say too, because feed readers keep
  /// old entries.
  private func item(of change: StatusHistory.Change) -> NewsItem {
    let (resolved, words) = (indicators[change.indicator], settings.language.words)
    let (old, new) = (change.old.verdict, change.new.verdict)
    let isOther = old.status != new.status
    let target =
      isOther
      ? resolved.changesOfTarget(from: change.old, to: change.new, by: plans[resolved.plan].rules, words) : nil
    let summary = [
      isOther
        ? words.text(
          .difference, [.old: IndicatorWords.word(for: old, words), .new: IndicatorWords.word(for: new, words)]) : nil,
      change.new.figureDiffers(from: change.old) ? figures(of: change, words) : nil,
      target,
    ].compactMap(\.self)
    return NewsItem(
      date: change.day, title: resolved.indicator.name, summary: summary.joined(separator: words[.semicolon]),
      route: route(of: .indicator(change.indicator)),
      anchor: history.of(change.indicator).count > 1 ? "-status-history" : nil,
      identity: "-status-\(change.new.time)", page: nil, update: nil, weight: isOther ? .status : .figure,
      time: change.new.time, since: change.old.time)
  }

  /// `40 (2024) → 45 (2025)`, each with its unit where that was changed. A figure that was revised is not progress: `2024:
  /// 40 revised to 42`, and a new one is shown beside the newest of the period before.
  private func figures(of change: StatusHistory.Change, _ words: WordLanguage) -> String? {
    let (old, new, indicator) = (change.old, change.new, indicators[change.indicator].indicator)
    let (before, after) = (indicator.asPromised(at: old.time.end), indicator.asPromised(at: new.time.end))
    guard let latest = new.latest else { return nil }
    func figure(_ entry: (period: Period, value: DecimalNumber), of indicator: Indicator) -> String {
      IndicatorWords.value(entry.value, of: indicator, words)
        + words.text(.inBrackets, [.text: entry.period.text(words)])
    }
    guard let first = old.latest else { return figure(latest, of: after) }
    // A shared unit is written once, after the newer figure.
    let isSameUnit = before.unit == after.unit
    let bare = isSameUnit ? before.withoutUnit ?? before : before
    func revised(to value: DecimalNumber) -> String {
      words.text(
        .revisedFigure, period: first.period,
        [
          .old: IndicatorWords.value(first.value, of: bare, words),
          .new: IndicatorWords.value(value, of: after, words),
        ])
    }
    // A snapshot does not know when a budget year begins.
    func isOfFirst(_ period: Period) -> Bool { period.description == first.period.description }
    if isSameUnit, isOfFirst(latest.period) { return revised(to: latest.value) }
    let known = indicator.observations.first { isOfFirst($0.period) }?.value
    let newest = isSameUnit && first.period < latest.period ? known : nil
    let (start, end) = (figure((first.period, newest ?? first.value), of: bare), figure(latest, of: after))
    // A smaller amount of another year is not a fall of their sum.
    let isAmount = indicator.kind == .increase && indicator.measure == .annual
    let difference =
      isAmount ? start + words[.listSeparator] + end : words.text(.difference, [.old: start, .new: end])
    guard let newest, newest.value != first.value.value else { return difference }
    return difference + words[.semicolon] + revised(to: newest)
  }

  /// Targets that were changed, measures that were given up, dates of actions that were moved, and actions that were
  /// done, as their authors declare. Stopped actions are not among them, because `state: stopped` has no day: they are
  /// news through an update, or through `undeclaredChanges`.
  private func changesOfPromises(_ scope: FeedScope?) -> [NewsItem] {
    let words = settings.language.words
    var items: [NewsItem] = []
    for ref in indicators(of: scope) {
      let indicator = indicators[ref].indicator
      func add(_ time: Period, _ summary: String, _ kind: String) {
        items.append(
          NewsItem(
            date: time.lastDay, title: indicator.name, summary: summary, route: route(of: .indicator(ref)), anchor: nil,
            identity: "-\(kind)-\(time)", page: nil, update: nil, time: time))
      }
      if let history = indicator.history {
        for (change, text) in zip(history.changes.reversed(), IndicatorWords.changes(of: indicator, words))
        where change.earlier.isDeclared {
          add(change.earlier.until, words[.target] + words[.colon] + text, "target")
        }
      }
      if let retired = indicator.retired {
        add(retired.on, IndicatorWords.retired(retired, words), "retired")
      }
    }
    for ref in actions(of: scope) {
      let resolved = actions[ref]
      for ((step, change), text) in zip(
        resolved.action.facts.allDateChanges.reversed(), ActionWords.changes(of: resolved.action, words))
      where !change.entry.isUndeclared {
        let ofStep = step.map { "-\($0 + 1)" } ?? ""
        items.append(
          NewsItem(
            date: change.entry.until.lastDay, title: resolved.action.name, summary: text, route: resolved.route,
            anchor: nil, identity: "-dates-\(change.entry.until)\(ofStep)", page: nil, update: nil,
            time: change.entry.until))
      }
      // An update that says so is an entry of its own.
      let isSaid = updates.about(.action(ref)).contains { $0.status == ReportedState.done.rawValue }
      if !isSaid, let time = timeDone(resolved) {
        items.append(
          NewsItem(
            date: time.lastDay, title: resolved.action.name,
            summary: ActionWords.word(for: .done, words)
              + (ActionWords.remark(on: resolved.standing, words).map { words[.clauseSeparator] + $0 } ?? ""),
            route: resolved.route, anchor: nil, identity: "-done", page: nil, update: nil, time: time))
      }
    }
    return items
  }

  /// The time in which an action was done, not after `as-of`; nil for one that is not done, and without a time.
  private func timeDone(_ resolved: ResolvedAction) -> Period? {
    guard resolved.standing.state == .done, let done = resolved.action.facts.done?.value else { return nil }
    guard let now = settings.asOf?.period, now.end.isEarlier(than: done.end) else { return done }
    return now
  }

  func indicators(of scope: FeedScope?) -> [IndicatorRef] {
    switch scope {
    case nil: Array(indicators.indices)
    case .plan(let ref): plans[ref].indicators
    case .department(let ref): departments[ref].indicators
    case .indicator(let ref): [ref]
    }
  }

  func actions(of scope: FeedScope?) -> [ActionRef] {
    switch scope {
    case nil: Array(actions.indices)
    case .plan(let ref): actionIndex.of(ref)
    case .department(let ref): actionIndex.of(ref).led
    case .indicator: []
    }
  }

  private func contains(_ scope: FeedScope, _ indicator: IndicatorRef) -> Bool {
    switch scope {
    case .plan(let plan): indicators[indicator].plan == plan
    case .department(let department): indicators[indicator].lead == department
    case .indicator(let ref): ref == indicator
    }
  }

  private func contains(_ scope: FeedScope, page: PageRef, update: ResolvedUpdate?) -> Bool {
    if let update, contains(scope, update: update) { return true }
    switch scope {
    case .plan(let plan): return pages[page].plan == plan
    case .department(let department): return pages[page].department == department
    case .indicator: return false
    }
  }

  func name(of subject: UpdateSubject) -> String {
    switch subject {
    case .action(let ref): actions[ref].action.name
    case .indicator(let ref): indicators[ref].indicator.name
    case .programme(let ref): programmes[ref].programme.name
    case .section(let ref): pages[ref].numberedTitle
    }
  }

  /// The page that shows an update about something.
  func route(of subject: UpdateSubject) -> Route {
    switch subject {
    case .action(let ref): actions[ref].route
    case .indicator(let ref):
      indicators[ref].route ?? pages[indicators[ref].section ?? plans[indicators[ref].plan].page].route
    case .programme(let ref): programmes[ref].route
    case .section(let ref): pages[ref].route
    }
  }
}

extension ResolvedSite {
  /// The newest dated pages, newest first, each with the later of its dates. Pages of one day keep their order.
  func datedPages(_ limit: Int) -> [(page: PageRef, date: CalendarDate)] {
    func date(of page: PageRef) -> CalendarDate? { pages[page].lastChange }
    // Sorted as numbers, greatest first, since all pages are sorted and few are shown.
    let days: [UInt64] = pages.indices.compactMap { page in
      date(of: page).map { UInt64(($0.year << 4 | $0.month) << 5 | $0.day) << 32 | UInt64(~UInt32(page.index)) }
    }
    return days.sorted(by: >).prefix(limit).compactMap { day in
      let page = PageRef(Int(~UInt32(truncatingIfNeeded: day)))
      return date(of: page).map { (page, $0) }
    }
  }
}
