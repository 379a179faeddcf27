import Actions
import DataFormats
import Diagnostics
import Indicators
import SiteSources

// The dates of actions, and actions that are gone.
extension SnapshotComparison {
  func actions(_ changes: inout UndeclaredChanges) -> [Diagnostic] {
    (snapshot.actions ?? []).flatMap { old in
      guard let ref = registers.actions.names[old.id] else { return gone(old, &changes).map { [$0] } ?? [] }
      let now = registers.actions.actions[ref]
      var found: [Diagnostic] = []
      if !isDeclared(old, by: now) {
        found.append(moved(old, now))
        add(old, of: now, to: &changes)
      }
      found += lostHistory(old, now)
      found += otherwise(old, now, ref, &changes)
      found += steps(old, now, ref, &changes)
      return found
    }
  }

  /// Whether the action has the dates of the snapshot today, or says that it had them until a time that is not before
  /// the snapshot's.
  private func isDeclared(_ old: Snapshot.Action, by now: ResolvedAction) -> Bool {
    let facts = now.action.facts
    if facts.currentDates.written == (old.start, old.due) { return true }
    let start = snapshot.start ?? -.infinity
    return facts.dateChanges.contains { $0.entry.until.end >= start && $0.old.written == (old.start, old.due) }
  }

  private func moved(_ old: Snapshot.Action, _ now: ResolvedAction) -> Diagnostic {
    let facts = now.action.facts
    let (start, due) = facts.currentDates.written
    var sentences: [Message] = []
    var entry: [String] = []
    if old.start != start {
      sentences.append(
        "the start of '\(now.action.name)' was \(old.start ?? "none") in the snapshot of \(snapshot.name), and is \(start ?? "none")"
      )
      entry.append(written("start", old.start))
    }
    if old.due != due {
      sentences.append(
        "the due date of '\(now.action.name)' was \(old.due ?? "none") in the snapshot of \(snapshot.name), and is \(due ?? "none")"
      )
      entry.append(written("due", old.due))
    }
    let text = "{\((entry + ["until: \(suggestedTime)", "why: …"]).joined(separator: ", "))}"
    return Diagnostic(
      .warning, .snapshotTarget, sentences.count == 2 ? "\(sentences[0]); \(sentences[1])" : sentences[0],
      hint: facts.earlier.isEmpty
        ? "write 'earlier: [\(text)]' into the action, or put back what it was"
        : "add \(text) to 'earlier' of the action, or put back what it was",
      at: now.location, related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }

  /// The fact as an author writes it.
  private func written(_ key: String, _ value: String?) -> String { [key, value ?? "none"].joined(separator: ": ") }

  private func add(_ old: Snapshot.Action, of now: ResolvedAction, to changes: inout UndeclaredChanges) {
    guard let time = changes.snapshot else { return }
    let facts = now.action.facts
    changes.dates[now.action.id.value] = EarlierDates(
      start: was(old.start, facts.start), due: was(old.due, facts.due), until: time, isUndeclared: true)
  }

  /// A date in the snapshot; nil if it is the same today.
  private func was(_ text: String?, _ current: Period?) -> EarlierDates.Was? {
    guard text != current?.description else { return nil }
    guard let period = text.flatMap(Snapshot.period) else { return EarlierDates.Was.none }
    return .time(settings.fiscalYear.map { period.placed(by: $0) } ?? period)
  }

  // MARK: Names and states

  /// A changed name, and an action that is no longer done.
  private func otherwise(
    _ old: Snapshot.Action, _ now: ResolvedAction, _ ref: ActionRef, _ changes: inout UndeclaredChanges
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let name = now.action.name
    if old.name != name {
      changes.actions[ref, default: []].append(ActionChange(.name(before: old.name)))
      found.append(
        otherwise(
          "the name of action '\(old.id)' was '\(old.name)' in the snapshot of \(snapshot.name), and is '\(name)'",
          hint: "restore the name: it says what was promised, and readers see that it changed", old, now))
    }
    if old.state == ActionState.done.rawValue, now.standing.state != .done {
      let change = ActionChange(.undone(now: now.standing.state), isExplained: isExplained(ref))
      changes.actions[ref, default: []].append(change)
      if !change.isExplained { found.append(undone("'\(name)'", old, now)) }
    }
    if now.standing.state == .stopped, old.state.flatMap(ActionState.init).map({ $0 != .stopped }) ?? false {
      changes.actions[ref, default: []].append(ActionChange(.stopped, isExplained: true))
    }
    return found
  }

  /// Whether an update since the snapshot is about the action, and does not report it as done.
  private func isExplained(_ action: ActionRef) -> Bool {
    guard let start = snapshot.start else { return false }
    return registers.updates.about(.action(action)).contains {
      !Period.day($0.date).isOver(at: start) && $0.status != ReportedState.done.rawValue
    }
  }

  private func undone(_ subject: Message, _ old: Snapshot.Action, _ now: ResolvedAction) -> Diagnostic {
    otherwise(
      "\(subject) was done in the snapshot of \(snapshot.name), but no longer is",
      hint: "put back 'done', or say in a new update of the action why it is open again", old, now)
  }

  private func otherwise(
    _ message: Message, hint: Message, _ old: Snapshot.Action, _ now: ResolvedAction
  ) -> Diagnostic {
    Diagnostic(
      .warning, .snapshotRule, message, hint: hint, at: now.location,
      related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }

  // MARK: Steps

  /// Steps that are gone or no longer done, due dates that changed, and changes that a step's history no longer has. A step
  /// is known by its name.
  private func steps(
    _ old: Snapshot.Action, _ now: ResolvedAction, _ ref: ActionRef, _ changes: inout UndeclaredChanges
  ) -> [Diagnostic] {
    let (id, steps) = (now.action.id.value, now.action.facts.steps)
    var found: [Diagnostic] = []
    for before in old.steps ?? [] {
      let places = steps.indices.filter { steps[$0].name == before.name }
      if places.isEmpty, old.state.flatMap(ActionState.init)?.isClosed != true {
        let change = ActionChange(.gone, ofStep: before.name, isExplained: isExplained(ref))
        changes.actions[ref, default: []].append(change)
        if !change.isExplained {
          found.append(
            otherwise(
              "the step '\(before.name)' of '\(now.action.name)' is in the snapshot of \(snapshot.name), and is gone",
              hint: "restore it under its name, or say in a new update of the action why it is no longer a step",
              old, now))
        }
      }
      guard places.count == 1, let place = places.first else { continue }
      let step = steps[place]
      if before.isDone == true, !step.isDone {
        let state: ActionState = now.action.isOverdue(step, at: settings.asOf?.time) ? .overdue : .planned
        let change = ActionChange(.undone(now: state), ofStep: step.name, isExplained: isExplained(ref))
        changes.actions[ref, default: []].append(change)
        if !change.isExplained { found.append(undone("the step '\(step.name)' of '\(now.action.name)'", old, now)) }
      }
      let start = snapshot.start ?? -.infinity
      let isDeclared =
        step.due?.description == before.due
        || step.dateChanges.contains { $0.entry.until.end >= start && $0.old.due?.description == before.due }
      if !isDeclared {
        found.append(moved(before, step, old, now))
        if let time = changes.snapshot {
          changes.stepDates[id, default: []].append(
            (place, EarlierDates(start: nil, due: was(before.due, step.due), until: time, isUndeclared: true)))
        }
      }
      found += lostHistory(
        before.earlier, step.earlier, of: "the step '\(step.name)' of '\(now.action.name)'", old, now)
    }
    return found
  }

  private func moved(
    _ before: Snapshot.Step, _ step: ActionStep, _ old: Snapshot.Action, _ now: ResolvedAction
  ) -> Diagnostic {
    let text =
      "{\([written("due", before.due), "until: \(suggestedTime)", "why: …"].joined(separator: ", "))}"
    return Diagnostic(
      .warning, .snapshotTarget,
      "the due date of the step '\(step.name)' of '\(now.action.name)' was \(before.due ?? "none") in the snapshot of \(snapshot.name), and is \(step.due?.description ?? "none")",
      hint: step.earlier.isEmpty
        ? "write 'earlier: [\(text)]' into the step, or put back what it was"
        : "add \(text) to 'earlier' of the step, or put back what it was",
      at: now.location, related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }

  // MARK: History

  private func lostHistory(_ old: Snapshot.Action, _ now: ResolvedAction) -> [Diagnostic] {
    lostHistory(old.earlier, now.action.facts.earlier, of: "'\(now.action.name)'", old, now)
  }

  private func lostHistory(
    _ before: [Snapshot.EarlierDates], _ own: [EarlierDates], of subject: Message, _ old: Snapshot.Action,
    _ now: ResolvedAction
  ) -> [Diagnostic] {
    before.compactMap { entry in
      let isKept = own.contains { own in
        own.until.isAsExact(as: entry.until) && own.start.map { $0.time?.description ?? "none" } == entry.start
          && own.due.map { $0.time?.description ?? "none" } == entry.due
      }
      guard !isKept else { return nil }
      let entries = [("start", entry.start), ("due", entry.due), ("until", entry.until), ("why", entry.why ?? "…")]
      let text = entries.compactMap { key, value in value.map { written(key, $0) } }.joined(separator: ", ")
      return Diagnostic(
        .warning, .snapshotHistory,
        "the dates of \(subject) were changed in \(entry.until), and its history no longer records this change, which the snapshot of \(snapshot.name) has",
        hint: "write the entry again under 'earlier': {\(text)}", at: now.location,
        related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
    }
  }

  /// Nil for an action that was closed: a list of what is to be done need not keep what was done or given up.
  private func gone(_ old: Snapshot.Action, _ changes: inout UndeclaredChanges) -> Diagnostic? {
    if old.state.flatMap(ActionState.init)?.isClosed == true { return nil }
    if case .found(let plan) = plans.lookUp(old.plan) { changes.goneActions[plan, default: []].append(old.name) }
    let isDraft = registers.draftActions.contains(old.id)
    return Diagnostic(
      .warning, .snapshotGone,
      "action '\(old.id)' is in the snapshot of \(snapshot.name), and \(isDraft ? "now in a draft, which is not published" : "is gone")",
      hint: "restore its entry; if nobody does it any more, add 'state: stopped' and a note that says why",
      at: snapshot.source.location(of: old.range))
  }
}
