import Diagnostics

/// A step of an action that was added, dropped or changed.
package struct StepDifference: Sendable {
  package let name: String
  package let change: SiteDifference.Entry.Change
  /// Its name, its due date and whether it is done, as far as they are not as they were.
  package let facts: [SiteDifference.Fact]
  /// The due dates, before and now, of a step that is in both states.
  let dues: (old: String?, new: String?)?
  /// Its place in the new state; nil for one that was dropped.
  let place: Int?

  /// In the new order, then those that are gone; none where a state does not know its steps.
  ///
  /// A step is known by its name. One that is gone and a new one are the same under another name if the two names are nearly
  /// equal, or if they alone have their due date.
  static func all(from old: [SiteState.Step]?, to new: [SiteState.Step]?) -> [StepDifference] {
    guard let old, let new else { return [] }
    var gone = Array(old.indices)
    var pairs: [Int: Int] = [:]
    for place in new.indices {
      if let index = gone.firstIndex(where: { old[$0].name == new[place].name }) {
        pairs[place] = gone.remove(at: index)
      }
    }
    for place in new.indices where pairs[place] == nil {
      if let index = gone.firstIndex(where: { isRenamed(old[$0].name, new[place].name) }) {
        pairs[place] = gone.remove(at: index)
      }
    }
    for place in new.indices where pairs[place] == nil {
      guard let due = new[place].due,
        new.indices.count(where: { pairs[$0] == nil && new[$0].due == due }) == 1,
        gone.count(where: { old[$0].due == due }) == 1,
        let index = gone.firstIndex(where: { old[$0].due == due })
      else { continue }
      pairs[place] = gone.remove(at: index)
    }
    return new.indices.compactMap { StepDifference(pairs[$0].map { old[$0] }, new[$0], at: $0) }
      + gone.compactMap { StepDifference(old[$0], nil, at: nil) }
  }

  /// Whether one name is the other with more words, or with a letter or two that differ.
  private static func isRenamed(_ old: String, _ new: String) -> Bool {
    let (old, new) = (old.lowercased(), new.lowercased())
    return old.contains(new) || new.contains(old) || nearestMatch(to: old, in: [new]) != nil
  }

  /// Nil for a step that did not change.
  private init?(_ old: SiteState.Step?, _ new: SiteState.Step?, at place: Int?) {
    guard let step = new ?? old else { return nil }
    let (before, after) = (old.map(StepDifference.facts), new.map(StepDifference.facts))
    var facts = ["due", "done"].compactMap { key -> SiteDifference.Fact? in
      let (was, now) = (before?[key], after?[key])
      return was == now ? nil : SiteDifference.Fact(key: key, old: was, new: now)
    }
    if let old, let new {
      if old.name != new.name { facts.insert(SiteDifference.Fact(key: "name", old: old.name, new: new.name), at: 0) }
      if facts.isEmpty { return nil }
      dues = (old.due, new.due)
    } else {
      dues = nil
    }
    name = step.name
    change = old == nil ? .added : new == nil ? .removed : .changed
    self.facts = facts
    self.place = place
  }

  private static func facts(of step: SiteState.Step) -> [String: String] {
    var facts = ["done": step.isDone ? "true" : "false"]
    facts["due"] = step.due
    return facts
  }
}
