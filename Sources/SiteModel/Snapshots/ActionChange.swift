import Actions
import Indicators
import Words

/// A fact of an action, other than its dates, that differs from the newest snapshot.
package struct ActionChange: Sendable {
  enum Kind: Sendable {
    case name(before: String)
    /// It was done.
    case undone(now: ActionState)
    /// A step that there is no longer.
    case gone
    /// It was open. Its state shows that to readers, and only the feed has the time.
    case stopped
  }

  let kind: Kind
  /// The name of a step; nil for the action itself.
  let step: String?
  /// Whether an update since the snapshot says why. Readers have that, and need no other sentence.
  package let isExplained: Bool

  /// Whether the action was stopped since the snapshot.
  package var isStop: Bool { if case .stopped = kind { true } else { false } }

  init(_ kind: Kind, ofStep step: String? = nil, isExplained: Bool = false) {
    self.kind = kind
    self.step = step
    self.isExplained = isExplained
  }
}

extension ResolvedSite {
  /// The actions of plans that the newest snapshot has and the site no longer, in sentences.
  package func goneActions(of plans: some Sequence<PlanRef>, _ language: WordLanguage) -> [String] {
    guard let undeclared, let snapshot = undeclared.snapshot else { return [] }
    return plans.flatMap { plan in
      (undeclared.goneActions[plan] ?? []).map { IndicatorWords.gone($0, target: nil, snapshot: snapshot, language) }
    }
  }

  /// The changes of actions that nobody explains, in sentences. With the names of the actions if the sentences are in a
  /// list with others.
  package func unexplainedChanges(
    of refs: some Sequence<ActionRef>, _ language: WordLanguage, isNamed: Bool = true
  ) -> [String] {
    guard let undeclared, let snapshot = undeclared.snapshot else { return [] }
    return refs.flatMap { ref in
      (undeclared.actions[ref] ?? []).filter { !$0.isExplained }.map { change in
        let name = actions[ref].action.name
        let subject = [isNamed ? name : nil, change.step].compactMap(\.self).joined(
          separator: language[.clauseSeparator])
        return switch change.kind {
        case .name(let before):
          IndicatorWords.change(
            of: .name, named: isNamed ? name : nil, .text(before), .text(name), snapshot: snapshot, language)
        case .undone(let state):
          ActionWords.undone(subject.isEmpty ? nil : subject, now: state, snapshot: snapshot, language)
        case .gone, .stopped: IndicatorWords.gone(subject, target: nil, snapshot: snapshot, language)
        }
      }
    }
  }
}
