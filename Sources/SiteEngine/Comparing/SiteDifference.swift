import Actions
import Indicators

/// The differences between two states of a site: targets, sections, actions, and the rules of plans.
package struct SiteDifference: Sendable {
  /// One fact that changed; nil where it was not said.
  package struct Fact: Hashable, Sendable {
    package let key: String
    package let old: String?
    package let new: String?
  }

  package struct Entry: Sendable {
    package enum Change: String, Sendable { case added, removed, changed }

    package let key: String
    package let name: String
    package let change: Change
    package let facts: [Fact]
    /// Before and after; nil where it is not there.
    let old, new: SiteState.Promise?
    /// The action as it is now, with the history of its dates.
    var action: Action?
    /// The steps of an action in both states that are not as they were.
    var steps: [StepDifference] = []
    /// The last word on an action.
    var remark: String?
  }

  /// The author's words on a change.
  package struct Account: Hashable, Sendable {
    package let until: String
    package let by, why: String?
  }

  package let targets: [Entry]
  package let actions: [Entry]
  /// Actions whose only change is a state that is derived from dates: nobody edited them; they became overdue.
  package let actionsByTime: [Entry]
  package let plans: [Entry]
  package let sections: [SectionDifference]
  /// The sections of the other languages of the site, by language.
  package let translations: [SectionDifference]
  /// Whether texts were compared: a snapshot has none.
  package let hasTexts: Bool
  /// Whether actions were compared: an old snapshot has none.
  package let hasActions: Bool
  private let titles: [String: String]

  package init(from old: SiteState, to new: SiteState) {
    // A language that one of the two states lacks shows no change.
    let languages = old.translations.keys.filter { new.translations[$0] != nil }.sorted()
    targets = SiteDifference.entries(old.targets, new.targets, languages)
    plans = SiteDifference.entries(old.plans, new.plans)
    titles = old.titles.merging(new.titles) { $1 }
    var paths: [String: String] = [:]
    if let before = old.sections, let after = new.sections {
      (sections, paths) = SectionDifference.all(from: before, to: after)
      hasTexts = true
    } else {
      (sections, hasTexts) = ([], false)
    }
    translations = languages.flatMap { language in
      SectionDifference.all(from: old.translations[language] ?? [], to: new.translations[language] ?? []).differences
        .map { $0.inLanguage(language) }
    }
    guard let before = old.actions, let after = new.actions else {
      (actions, actionsByTime, hasActions) = ([], [], false)
      return
    }
    let all = SiteDifference.entries(before, after, languages, paths: paths)
    let byTime = SiteDifference.keysByTime(all, before, after)
    (actions, actionsByTime) = (all.filter { !byTime.contains($0.key) }, all.filter { byTime.contains($0.key) })
    hasActions = true
  }

  /// The keys of actions whose state alone changed, by the passing of time: today's state follows from the dates, and
  /// the reported state is the same, as far as it is known. Only a department can report *started*, *done* or
  /// *stopped*.
  private static func keysByTime(
    _ entries: [Entry], _ old: [SiteState.Entry], _ new: [SiteState.Entry]
  ) -> Set<String> {
    func states(_ all: [SiteState.Entry]) -> [String: ActionState] {
      Dictionary(
        all.compactMap { entry in entry.reported.map { (entry.key, $0) } }, uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (states(old), states(new))
    return Set(
      entries.filter { entry in
        guard entry.change == .changed, entry.steps.isEmpty, entry.facts.count == 1, let fact = entry.facts.first,
          fact.key == "state"
        else { return false }
        guard let state = fact.new.flatMap(ActionState.init), state.followsFromDates else { return false }
        guard let one = before[entry.key] else { return true }
        // An action that was done or stopped does not become overdue.
        return after[entry.key].map { $0 == one } ?? !one.isClosed
      }.map(\.key))
  }

  /// A section, a programme or the indicators of an action as readers know them; any other value as it is. Names of
  /// indicators with commas are quoted, so that one does not look like two.
  func shown(_ value: String?, _ key: String, quoted: (String) -> String = { "'\($0)'" }) -> String? {
    guard let value else { return value }
    switch key {
    case "section", "programme": return titles[value] ?? value
    case "indicators":
      return SiteState.list(value.split(separator: ", ").map { titles[String($0)] ?? String($0) }, quoted: quoted)
    default: return value
    }
  }

  package var isEmpty: Bool {
    targets.isEmpty && actions.isEmpty && actionsByTime.isEmpty && plans.isEmpty && sections.isEmpty
      && translations.isEmpty
  }

  /// In the new order, then those that are gone.
  ///
  /// An action that stays in its section is not changed by a move of that section: `paths` has where the sections of the
  /// old state are now.
  private static func entries(
    _ old: [SiteState.Entry], _ new: [SiteState.Entry], _ languages: [String] = [], paths: [String: String] = [:]
  ) -> [Entry] {
    func translated(_ entry: SiteState.Entry) -> [(key: String, value: String)] {
      entry.translated.filter { languages.contains($0.language) }.map { ($0.key, $0.value) }
    }
    let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(new.map(\.key))
    var entries = new.compactMap { entry -> Entry? in
      guard let earlier = before[entry.key] else {
        return Entry(
          key: entry.key, name: entry.name, change: .added,
          facts: entry.facts.map { Fact(key: $0.key, old: nil, new: $0.value) }, old: nil, new: entry.promise)
      }
      var facts: [Fact] = []
      let unknown = earlier.unknown + entry.unknown
      if earlier.name != entry.name, !unknown.contains("name") {
        facts.append(Fact(key: "name", old: earlier.name, new: entry.name))
      }
      facts += differences(earlier.facts, entry.facts, unknown: unknown).filter { fact in
        switch fact.key {
        case "section": fact.old.flatMap { paths[$0] } != fact.new
        // The day of the next figure moves on with each figure that comes.
        case StatusRule.nextUpdate.rawValue: !hasNewFigure(earlier.promise, entry.promise)
        default: true
        }
      }
      facts += rewrittenReasons(earlier.promise, entry.promise)
      facts += differences(translated(earlier), translated(entry), unknown: unknown)
      let steps = StepDifference.all(from: earlier.steps, to: entry.steps)
      guard !facts.isEmpty || !steps.isEmpty else { return nil }
      return Entry(
        key: entry.key, name: entry.name, change: .changed, facts: facts, old: earlier.promise, new: entry.promise,
        action: entry.action, steps: steps, remark: entry.remark)
    }
    entries += old.filter { !keys.contains($0.key) }.map { entry in
      Entry(
        key: entry.key, name: entry.name, change: .removed,
        facts: entry.facts.map { Fact(key: $0.key, old: $0.value, new: nil) }, old: entry.promise, new: nil)
    }
    return entries
  }

  /// The reasons of changes of a target that both states know, and that are not as they were.
  private static func rewrittenReasons(_ old: SiteState.Promise?, _ new: SiteState.Promise?) -> [Fact] {
    guard let old, let new else { return [] }
    return new.history.compactMap { change in
      guard let before = old.history.first(where: { $0.earlier.until == change.earlier.until }),
        before.earlier.why != change.earlier.why
      else { return nil }
      return Fact(key: "why", old: before.earlier.why, new: change.earlier.why)
    }
  }

  private static func hasNewFigure(_ old: SiteState.Promise?, _ new: SiteState.Promise?) -> Bool {
    guard let newest = new?.newest else { return false }
    return newest.isLater(than: old?.newest ?? -.infinity)
  }

  private static func differences(
    _ old: [(key: String, value: String)], _ new: [(key: String, value: String)], unknown: [String]
  ) -> [Fact] {
    var facts: [Fact] = []
    for (key, value) in new where !unknown.contains(key) {
      let earlier = old.first { $0.key == key }?.value
      if earlier != value { facts.append(Fact(key: key, old: earlier, new: value)) }
    }
    for (key, value) in old where !unknown.contains(key) && !new.contains(where: { $0.key == key }) {
      facts.append(Fact(key: key, old: value, new: nil))
    }
    return facts
  }
}
