import Actions
import Indicators

extension SiteDifference.Entry {
  /// The author's words on the changes of its target or its dates since the earlier state, the oldest first; empty if the
  /// history does not have the facts of the earlier state.
  package var accounts: [SiteDifference.Account] { ofTarget + ofRetirement + ofDates }

  private var ofTarget: [SiteDifference.Account] {
    guard let old, let new, let first = new.firstChange(since: old) else { return [] }
    return new.history[first...].map { change in
      .init(until: change.earlier.until.description, by: change.earlier.by, why: change.earlier.why)
    }
  }

  private var ofRetirement: [SiteDifference.Account] {
    guard facts.contains(where: { $0.key == "retired" }), let retired = new?.retirement else { return [] }
    return [.init(until: retired.on.description, by: nil, why: retired.why)]
  }

  private var ofDates: [SiteDifference.Account] {
    guard let action, let first = firstDateChange else { return [] }
    return action.facts.dateChanges[first...].map { change in
      .init(until: change.entry.until.description, by: change.entry.by, why: change.entry.why)
    }
  }

  /// The first change of an action's dates since the earlier state; nil where the history does not have its dates, and for dates
  /// that are the same.
  var firstDateChange: Int? {
    guard let action, facts.contains(where: { $0.key == "start" || $0.key == "due" }) else { return nil }
    let current = action.facts.currentDates.written
    func old(_ key: String, _ current: String?) -> String? {
      if let fact = facts.first(where: { $0.key == key }) { fact.old } else { current }
    }
    let dates = (start: old("start", current.start), due: old("due", current.due))
    return action.facts.dateChanges.firstIndex { $0.old.written == dates }
  }
}

extension SiteState.Promise {
  /// The first of its changes since an earlier state; nil where the target is the same, and where the history does not have that
  /// of the earlier state. An entry that leaves out the quotation has that of the earlier state.
  func firstChange(since old: SiteState.Promise) -> Int? {
    let facts = Set(old.facts)
    guard facts != Set(self.facts) else { return nil }
    return history.firstIndex { Set($0.facts) == facts }
      ?? history.entryWithoutQuotation(of: old.facts, now: self.facts)
  }

  /// The indicator with its history, in which a quotation that the author left out is that of the earlier state.
  func indicator(since old: SiteState.Promise) -> Indicator? {
    guard let indicator, let entry = history.entryWithoutQuotation(of: old.facts, now: facts) else { return indicator }
    return indicator.quoting(old.facts.quotation, until: history[entry].earlier.until)
  }
}
