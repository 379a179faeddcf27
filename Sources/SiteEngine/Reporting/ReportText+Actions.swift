import Actions
import Indicators
import Manuscripts
import SiteModel
import SiteSources
import Words

extension ReportText {
  var actionLines: [String] {
    guard !actions.isEmpty else { return [] }
    var lines = [row([language[.state], language[.reportCount]]), row(["---", "---:"])]
    for state in ActionState.allCases {
      let count = actions.count { site.actions[$0].standing.state == state }
      if count > 0 { lines.append(row([ActionWords.word(for: state, language), String(count)])) }
    }
    let late = actions.filter { site.actions[$0].standing.state.isLate }
    let done = actions.filter { ref in
      let done = site.actions[ref].action.facts.done?.value
      return site.actions[ref].standing.state == .done
        && (stage != .yearly || done.map { $0.end > period.end - 1 } ?? true)
    }
    if !late.isEmpty { lines += ["", "## \(language[.reportLate])", ""] + actionTable(late, .state, lateness) }
    if !done.isEmpty { lines += ["", "## \(language[.reportDone])", ""] + actionTable(done, .doneOn, doneOn) }
    let (stopped, dropped) = (actions.filter(isNewlyStopped), droppedActions)
    if !stopped.isEmpty || !dropped.isEmpty {
      lines += ["", "## \(language[.reportStopped])", ""]
      if !stopped.isEmpty { lines += actionTable(stopped) }
      if !dropped.isEmpty { lines += (stopped.isEmpty ? [] : [""]) + dropped }
    }
    let moved = actions.flatMap(movedDates)
    if !moved.isEmpty { lines += ["", "## \(language[.changedDates])", ""] + moved }
    let unexplained = site.unexplainedChanges(of: actions, language)
    if !unexplained.isEmpty {
      lines += ["", "## \(language[.undeclaredChanges])", ""]
      lines += unexplained.map { "- \(sentence($0))" }
    }
    return lines
  }

  /// Whether it was stopped since the earlier snapshot; without one that knows it, at any time.
  private func isNewlyStopped(_ ref: ActionRef) -> Bool {
    let resolved = site.actions[ref]
    guard resolved.standing.state == .stopped else { return false }
    let before = (earlier?.actions ?? []).first { $0.id == resolved.action.id.value }
    return before?.state != ActionState.stopped.rawValue
  }

  /// The actions that are open in the earlier snapshot and no longer exist on the site.
  private var droppedActions: [String] {
    let known = Set(site.actions.map(\.action.id.value))
    return (earlier?.actions ?? []).filter { old in
      old.state.flatMap(ActionState.init)?.isClosed != true && isOfPlan(old.plan) && !known.contains(old.id)
    }.map { droppedLine($0.name) }
  }

  /// The changes of an action's dates, the newest first.
  private func movedDates(_ ref: ActionRef) -> [String] {
    let action = site.actions[ref].action
    return zip(action.facts.allDateChanges.reversed(), ActionWords.changes(of: action, isInSentence: true, language))
      .filter { entry, _ in
        isReported(entry.change.entry.until)
      }.map { _, text in
        "- \(link(to: ref))\(language[.colon])\(sentence(text))"
      }
  }

  /// Whether the report includes a change of that time.
  func isReported(_ change: Period) -> Bool {
    stage != .yearly || !change.end.isEarlier(than: earlier?.period?.end ?? period.end - 1)
  }

  /// The newest update with its date, however old if the action is late or stopped; or else the remarks, labelled as such,
  /// because their date is not known; that no reason is given for an action that is late or stopped.
  private func said(of ref: ActionRef) -> String {
    let (resolved, updates) = (site.actions[ref], site.updates.about(.action(ref)))
    let state = resolved.standing.state
    let needsReason = state.isLate || state == .stopped
    if let update = updates.first(where: { needsReason || isInPeriod($0.date) }) { return dated(update) }
    if needsReason, let note = resolved.action.facts.notes.first { return language[.note] + language[.colon] + note }
    return needsReason ? language[.noReason] : "—"
  }

  private func link(to ref: ActionRef) -> String {
    let resolved = site.actions[ref]
    return MarkdownEscaping.link(onOneLine(resolved.action.name), to: resolved.route.path)
      + planInBrackets(resolved.plan)
  }

  func dated(_ update: ResolvedUpdate) -> String { update.date.text(language) + language[.colon] + update.text }

  private func lateness(of ref: ActionRef) -> String {
    let resolved = site.actions[ref]
    return ActionWords.lateness(
      of: resolved.action, resolved.standing.state, at: site.settings.asOf?.time, language)
  }

  /// When it was done, as far as anybody says so, and whether that was late.
  private func doneOn(_ ref: ActionRef) -> String {
    let resolved = site.actions[ref]
    let date = resolved.action.facts.done?.value.text(language) ?? "—"
    return resolved.standing.wasLate ? date + language.text(.inBrackets, [.text: language[.doneLate]]) : date
  }

  /// A row for each action. `fact` fills a column of its own, which `head` names.
  private func actionTable(
    _ refs: [ActionRef], _ head: Word? = nil, _ fact: ((ActionRef) -> String)? = nil
  ) -> [String] {
    let lines = refs.map { ref -> String in
      let resolved = site.actions[ref]
      return row([
        link(to: ref),
        escaped(resolved.action.facts.due?.text(language) ?? ""),
        fact.map { escaped($0(ref)) },
        escaped(resolved.lead.map { site.departments[$0].department }.map { $0.shortName ?? $0.name } ?? "—"),
        escaped(said(of: ref)),
      ])
    }
    return [
      row([
        language[.action], language[.due], head.map { language[$0] }, language[.leadDepartment],
        language[.reportUpdate],
      ]),
      row(["---", "---", head == nil ? nil : "---", "---", "---"]),
    ] + lines
  }
}
