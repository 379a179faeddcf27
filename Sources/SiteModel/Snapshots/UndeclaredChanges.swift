import Actions
import DataFormats
import Indicators
import SiteSources
import Words

/// The differences between the newest snapshot and the site's promises that the site itself does not declare.
/// `SnapshotComparison` finds them and warns the author of each; readers see them beside the changes that the author
/// declares.
package struct UndeclaredChanges: Sendable {
  /// The time of the snapshot; nil for a file that is not named after one.
  package let snapshot: Period?
  /// The earlier targets of each indicator.
  private(set) var targets: [IndicatorRef: [EarlierTarget]] = [:]
  /// Entries of histories that the snapshot contradicts, by indicator.
  package internal(set) var unconfirmed: [IndicatorRef: [EarlierTarget]] = [:]
  /// The quotations that entries of histories leave out, by indicator, each with the end of its entry.
  package internal(set) var quotations: [IndicatorRef: (quote: String?, until: Period)] = [:]
  /// The indicators whose targets the snapshot does not have, by plan, in the order of the site.
  package internal(set) var unknown: [PlanRef: [IndicatorRef]] = [:]
  /// The indicators that are gone, by plan, in the order of the snapshot.
  package internal(set) var gone: [PlanRef: [GonePromise]] = [:]
  /// Earlier dates of actions, by id.
  package internal(set) var dates: [String: EarlierDates] = [:]
  /// Earlier due dates of steps, by the action's id, each with its place in the action.
  package internal(set) var stepDates: [String: [(step: Int, dates: EarlierDates)]] = [:]
  /// The actions that are gone, by plan, in the order of the snapshot.
  package internal(set) var goneActions: [PlanRef: [String]] = [:]
  /// Actions that were renamed, and actions or steps that are no longer done.
  package internal(set) var actions: [ActionRef: [ActionChange]] = [:]
  /// The rules and descriptions that are different.
  package internal(set) var rules: [RuleSubject: [RuleChange]] = [:]

  init(snapshot: Period?) {
    self.snapshot = snapshot
  }

  /// Adds the promise of an indicator at the time of the snapshot.
  mutating func add(_ facts: [PromiseFact], of now: CurrentPromise) {
    guard let snapshot else { return }
    add(facts, of: now) { EarlierTarget(terms: $0, until: snapshot, isUndeclared: true) }
  }

  /// An entry that was taken out of an indicator's history: readers see its earlier form.
  mutating func add(_ entry: Snapshot.Earlier, of now: CurrentPromise) {
    guard let until = Period(entry.until) ?? CalendarDate(entry.until).map(Period.day) else { return }
    add(entry.facts, of: now) { EarlierTarget(terms: $0, until: until, by: entry.by, why: entry.why) }
  }

  private mutating func add(_ facts: [PromiseFact], of now: CurrentPromise, _ entry: (TargetTerms) -> EarlierTarget) {
    let indicator = now.resolved.indicator
    guard let terms = TargetTerms(facts, of: indicator, now: now.facts) else { return }
    // An entry with another date takes the place of one that was lost.
    guard !(indicator.history?.earlier ?? []).contains(where: { $0.terms == terms }) else { return }
    targets[now.ref, default: []].append(entry(terms))
  }
}

extension UndeclaredChanges {
  /// The changes as an edition in another language shows them: earlier targets are known in the main language only, and
  /// unchanged texts are in the edition's own words.
  func translated(
    from main: Table<IndicatorTag, ResolvedIndicator>?, to own: Table<IndicatorTag, ResolvedIndicator>
  ) -> UndeclaredChanges {
    guard let main else { return self }
    func translated(_ entries: [IndicatorRef: [EarlierTarget]]) -> [IndicatorRef: [EarlierTarget]] {
      Dictionary(
        uniqueKeysWithValues: entries.map { ref, entries in
          (ref, entries.map { $0.translated(main[ref].terms, as: own[ref].terms) })
        })
    }
    var changes = self
    changes.targets = translated(targets)
    changes.unconfirmed = translated(unconfirmed)
    return changes
  }
}

/// The subject of a rule.
package enum RuleSubject: Hashable, Sendable {
  case site
  case plan(PlanRef)
  case indicator(IndicatorRef)
}

/// A rule of a status, or a description of an indicator, that changed.
package struct RuleChange: Sendable {
  package let rule: StatusRule
  /// Nil for none.
  package let old, new: RuleValue?

  init(rule: StatusRule, old: RuleValue?, new: RuleValue?) {
    self.rule = rule
    self.old = old
    self.new = new
  }

  /// The values as an author writes them.
  init(rule: StatusRule, old: String?, new: String?) {
    let value = rule == .nextUpdate || rule == .asOf ? RuleValue.time : RuleValue.text
    self.init(rule: rule, old: old.map(value), new: new.map(value))
  }
}

/// A promise of a snapshot whose indicator is gone.
package struct GonePromise: Sendable {
  package let name: String
  /// The indicator as it was promised; nil if its target cannot be read.
  package let indicator: Indicator?

  init(_ old: Snapshot.Promise, _ years: PlanPeriod, _ fiscalYear: FiscalYearRule?) {
    name = old.name
    indicator = Indicator(named: old.name, promising: old.facts, in: years, fiscalYear: fiscalYear)
  }
}

extension ResolvedRegisters {
  /// The registers with the undeclared changes in the histories of the targets.
  func adding(_ changes: UndeclaredChanges, _ plans: Plans, _ settings: SiteSettings) -> ResolvedRegisters {
    var registers = self
    for ref in Set(changes.targets.keys).union(changes.unconfirmed.keys).union(changes.quotations.keys) {
      let resolved = indicators[ref]
      registers.indicators[ref] = ResolvedIndicator(
        resolved, adding: changes.targets[ref] ?? [], unconfirmed: changes.unconfirmed[ref] ?? [],
        quotation: changes.quotations[ref], by: settings.rules(tolerance: plans.fields(of: resolved.plan).tolerance))
    }
    for id in Set(changes.dates.keys).union(changes.stepDates.keys) {
      guard let ref = actions.names[id] else { continue }
      registers.actions.actions[ref] = ResolvedAction(
        actions.actions[ref], adding: [changes.dates[id]].compactMap(\.self), ofSteps: changes.stepDates[id] ?? [])
    }
    return registers
  }
}

extension ResolvedSite {
  /// The rules of a subject that are not as the snapshot has them, in sentences. With the name of an indicator if the
  /// sentences are in a list with others.
  package func changedRules(
    of subject: RuleSubject, _ language: WordLanguage, isNamed: Bool = false
  ) -> [String] {
    guard let undeclared, let snapshot = undeclared.snapshot else { return [] }
    return (undeclared.rules[subject] ?? []).map { change in
      let name: String? = if isNamed, case .indicator(let ref) = subject { indicators[ref].indicator.name } else { nil }
      return IndicatorWords.change(of: change.rule, named: name, change.old, change.new, snapshot: snapshot, language)
    }
  }
}
