import Actions

/// What differs between two states of a site: targets, sections, actions, and the rules of plans.
package struct SiteDifference: Sendable {
  /// One fact that is not as it was; nil where it was not said.
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
    /// As it is now, with the history of its dates.
    var action: Action?
    /// The steps of an action in both states that are not as they were.
    var steps: [StepDifference] = []
  }

  package let targets: [Entry]
  package let actions: [Entry]
  package let plans: [Entry]
  package let sections: [SectionDifference]
  /// Whether texts were compared: a snapshot has none.
  package let hasTexts: Bool
  /// Whether actions were compared: an old snapshot has none.
  package let hasActions: Bool

  package init(from old: SiteState, to new: SiteState) {
    targets = SiteDifference.entries(old.targets, new.targets)
    plans = SiteDifference.entries(old.plans, new.plans)
    if let before = old.actions, let after = new.actions {
      actions = SiteDifference.entries(before, after)
      hasActions = true
    } else {
      (actions, hasActions) = ([], false)
    }
    guard let before = old.sections, let after = new.sections else {
      (sections, hasTexts) = ([], false)
      return
    }
    sections = SectionDifference.all(from: before, to: after)
    hasTexts = true
  }

  package var isEmpty: Bool { targets.isEmpty && actions.isEmpty && plans.isEmpty && sections.isEmpty }

  /// In the new order, then those that are gone.
  private static func entries(_ old: [SiteState.Entry], _ new: [SiteState.Entry]) -> [Entry] {
    let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(new.map(\.key))
    var entries = new.compactMap { entry -> Entry? in
      guard let earlier = before[entry.key] else {
        return Entry(
          key: entry.key, name: entry.name, change: .added,
          facts: entry.facts.map { Fact(key: $0.key, old: nil, new: $0.value) }, old: nil, new: entry.promise)
      }
      var facts: [Fact] = []
      if earlier.name != entry.name { facts.append(Fact(key: "name", old: earlier.name, new: entry.name)) }
      facts += differences(earlier.facts, entry.facts, unknown: earlier.unknown + entry.unknown)
      let steps = StepDifference.all(from: earlier.steps, to: entry.steps)
      guard !facts.isEmpty || !steps.isEmpty else { return nil }
      return Entry(
        key: entry.key, name: entry.name, change: .changed, facts: facts, old: earlier.promise, new: entry.promise,
        action: entry.action, steps: steps)
    }
    entries += old.filter { !keys.contains($0.key) }.map { entry in
      Entry(
        key: entry.key, name: entry.name, change: .removed,
        facts: entry.facts.map { Fact(key: $0.key, old: $0.value, new: nil) }, old: entry.promise, new: nil)
    }
    return entries
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
