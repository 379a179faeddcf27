import DataFormats
import Diagnostics
import Indicators
import SiteSources

// Compares names, meanings and categories of indicators, and their figures.
extension SnapshotComparison {
  /// A target that was taken out of a plan that is still there.
  func moved(_ old: Snapshot.Promise, _ now: CurrentPromise, _ changes: inout UndeclaredChanges) -> Diagnostic? {
    guard old.hasTarget, case .found(let plan) = plans.lookUp(old.plan), plan != now.resolved.plan else { return nil }
    let path = plans.path(of: now.resolved.plan)
    changes.gone[plan, default: []].append(GonePromise(old, plans.fields(of: plan).period, settings.fiscalYear))
    changes.rules[.indicator(now.ref), default: []].append(
      RuleChange(rule: .plan, old: "/" + old.plan, new: "/" + path))
    return Diagnostic(
      .warning, .snapshotGone,
      "indicator '\(old.id ?? old.name)' was in the plan '/\(old.plan)' in the snapshot of \(snapshot.name), and is in '/\(path)'",
      hint:
        "put it back; if the plan no longer follows it, keep its entry there with 'retired: {on: \(suggestedTime), why: …, continued-by: …}', and give the one in the other plan a new id",
      at: now.location, related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }

  /// Targets of parts that changed or are gone, unless the history of the part declares it.
  func parts(
    _ old: Snapshot.Promise, _ now: CurrentPromise, _ changes: inout UndeclaredChanges
  ) -> [Diagnostic] {
    let indicator = now.resolved.indicator
    return old.parts.compactMap { part in
      let name = part.cells.map(\.value).joined(separator: ", ")
      let facet = indicator.facets.first { Set($0.cells) == Set(part.cells) }?.indicator
      let facts = facet?.target == nil ? [] : facet?.facts(quote: nil) ?? []
      if Set(facts) == Set(part.facts) || facet.map({ isDeclared(part.facts, byHistoryOf: $0) }) ?? false {
        return facet.flatMap { lostHistory(of: part, named: name, $0, now, &changes) }
      }
      func written(_ facts: [PromiseFact], besides others: [PromiseFact]) -> String? {
        let different = facts.filter { !others.contains($0) }.map(\.written)
        return facts.isEmpty ? nil : ([name] + different).joined(separator: ", ")
      }
      changes.rules[.indicator(now.ref), default: []].append(
        RuleChange(
          rule: .part, old: written(part.facts, besides: facts), new: written(facts, besides: part.facts)))
      let related = [Diagnostic.Related("the snapshot has it here", at: snapshot.source.location(of: old.range))]
      guard let facet, !facts.isEmpty else {
        return Diagnostic(
          .warning, .snapshotGone,
          "the part '\(name)' of '\(indicator.name)' no longer has a target, but had one in the snapshot of \(snapshot.name)",
          hint: "restore it under 'parts': readers see what it was", at: now.location, related: related)
      }
      let incomplete = incompleteEntry(of: facet.promiseHistory, part.facts, now: facts)
      let change = PromiseChange(old: part.facts, new: incomplete?.facts ?? facts)
      return Diagnostic(
        .warning, .snapshotTarget, change.sentence("'\(name)' of '\(indicator.name)'", in: snapshot.name),
        hint: incomplete.map { change.hint(completing: $0.earlier) }
          ?? change.hint(current: facet, until: suggestedTime), at: now.location, related: related)
    }
  }

  /// A change of the target of a part that its history has no longer.
  private func lostHistory(
    of part: Snapshot.Part, named name: String, _ indicator: Indicator, _ now: CurrentPromise,
    _ changes: inout UndeclaredChanges
  ) -> Diagnostic? {
    let lost = part.earlier.first { entry in
      !indicator.promiseHistory.contains {
        $0.earlier.until.isAsExact(as: entry.until) && Set($0.facts) == Set(entry.facts)
      }
    }
    guard let lost else { return nil }
    let written = lost.facts.filter { PromiseFact.ofTarget.contains($0.key) }.map(\.written)
    changes.rules[.indicator(now.ref), default: []].append(
      RuleChange(rule: .part, old: ([name] + written).joined(separator: ", ") + " (\(lost.until))", new: name))
    return Diagnostic(
      .warning, .snapshotHistory,
      "the target of the part '\(name)' of '\(now.resolved.indicator.name)' was changed in \(lost.until), and its history no longer records this change, which the snapshot of \(snapshot.name) has",
      hint:
        "write the entry again under 'earlier': {\((written + ["until: \(lost.until)"]).joined(separator: ", ")), why: …}",
      at: now.location)
  }

  private func isDeclared(_ facts: [PromiseFact], byHistoryOf indicator: Indicator) -> Bool {
    indicator.promiseHistory.contains { isAfterSnapshot($0) && Set($0.facts) == Set(facts) }
  }

  /// Compares the name, the definition and the bounds of an indicator.
  func details(
    _ old: Snapshot.Promise, _ now: CurrentPromise, _ changes: inout UndeclaredChanges
  ) -> [Diagnostic] {
    guard let details = old.details else { return [] }
    let indicator = now.resolved.indicator
    let facts = indicator.detailFacts
    return StatusRule.allCases.compactMap { rule in
      guard rule == .name || !old.unknown.contains(rule.rawValue),
        let (before, after) = difference(of: rule, details, facts),
        rule != .nextUpdate || isPutOff(before, after, old, indicator),
        rule != .frequency || Frequency.isAnother(after, than: before)
      else { return nil }
      // Without a status it is not counted: as if it were retired, and nobody said so.
      let isLost = rule == .reporting && after != nil && old.hasTarget
      if isLost, indicator.retired != nil { return nil }
      changes.rules[.indicator(now.ref), default: []].append(RuleChange(rule: rule, old: before, new: after))
      let (was, isNow): (Message, Message) = rule == .breaks ? ("were", "are") : ("was", "is")
      return Diagnostic(
        .warning, isLost ? .snapshotGone : .snapshotRule,
        "the \(rule.rawValue) of '\(rule == .name ? indicator.id?.text ?? old.name : indicator.name)' \(was) \(before ?? "none") in the snapshot of \(snapshot.name), and \(isNow) \(after ?? "none")",
        hint: isLost
          ? "its target is no longer judged: restore it, or add 'retired: {on: \(suggestedTime), why: …}'"
          : "restore it, or say on a page why it changed: readers see that it did", at: now.location,
        related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
    }
  }

  /// Whether the next figure is put off: to a later time, although none came since the snapshot. A newly stated time is
  /// reported if it is more than a year after the target's.
  private func isPutOff(_ before: String?, _ after: String?, _ old: Snapshot.Promise, _ now: Indicator) -> Bool {
    guard let next = after.flatMap(Snapshot.period) else { return false }
    let newest = figures(of: old, placedAsIn: now).map(\.period.end).max() ?? -.infinity
    if let end = now.latest?.period.end, end.isLater(than: newest) { return false }
    if let first = before.flatMap(Snapshot.period) { return first.end.isEarlier(than: next.end) }
    guard let target = now.target, target.isPeriodKnown else { return false }
    return !next.isOver(at: target.period.end + 1)
  }

  /// A detail before and now; nil if it is the same. A later judgement replaces an earlier one, which is not a
  /// difference.
  private func difference(
    of rule: StatusRule, _ old: [PromiseFact], _ new: [PromiseFact]
  ) -> (before: String?, after: String?)? {
    func value(in facts: [PromiseFact]) -> PromiseValue? { facts.first { $0.key == rule.rawValue }?.value }
    let (before, after) = (value(in: old), value(in: new))
    guard before != after else { return nil }
    guard rule == .judgement else { return (before?.written, after?.written) }
    guard let judged = Judgement.read(before) else { return nil }
    let now = Judgement.read(after)
    guard judged.status != now?.status else { return nil }
    if let day = now?.on, judged.on.map({ $0 < day }) ?? true { return nil }
    return (judged.status, now?.status)
  }

  /// Figures that are not those of the snapshot, and are not said to be revised.
  func figures(
    _ old: Snapshot.Promise, _ now: CurrentPromise, _ changes: inout UndeclaredChanges
  ) -> [Diagnostic] {
    let indicator = now.resolved.indicator
    // In another unit every figure differs, and the change of the unit is already reported.
    guard !old.observations.isEmpty,
      old.facts.first(where: { $0.key == "unit" }) == now.facts.first(where: { $0.key == "unit" })
    else { return [] }
    var known: [Period: Observation] = [:]
    for observation in indicator.observations { known[observation.period] = observation }
    let end = settings.asOf?.time ?? .infinity
    let changed = figures(of: old, placedAsIn: indicator).filter { before in
      guard let value = before.value, before.period.isOver(at: end) else { return false }
      let observation = known[before.period]
      if observation?.value?.value == value.value, !old.hasRanges || observation?.ends == before.ends {
        return false
      }
      return !indicator.revisions.contains { $0.period == before.period && $0.value.value == value.value }
    }
    func isWithheld(_ before: Observation) -> Bool { known[before.period]?.status == .suppressed }
    let withheld = changed.filter(isWithheld)
    var found: [Diagnostic] = []
    if let finding = figures(changed.filter { !isWithheld($0) }, of: old, now, known) { found.append(finding) }
    if let first = withheld.first {
      found.append(
        Diagnostic(
          .warning, .snapshotRule,
          "a figure of '\(indicator.name)' was \(first.figureText) for \(first.period) in the snapshot of \(snapshot.name), and is withheld",
          hint: "if it was withdrawn for a reason, say so on a page: readers see that it was published",
          at: now.location, related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))]))
    }
    if !changed.isEmpty {
      changes.rules[.indicator(now.ref), default: []].append(
        RuleChange(
          rule: .values, old: .figures(changed, of: indicator),
          new: .figures(changed.map { known[$0.period] ?? $0.missing }, of: indicator)))
    }
    return found
  }

  /// The figures of a snapshot, with the months of today's budget years: a snapshot says only how a year is written.
  private func figures(of old: Snapshot.Promise, placedAsIn indicator: Indicator) -> [Observation] {
    indicator.fiscalYear.map { old.observations.placed(by: $0) } ?? old.observations
  }

  private func figures(
    _ changed: [Observation], of old: Snapshot.Promise, _ now: CurrentPromise, _ known: [Period: Observation]
  ) -> Diagnostic? {
    guard let first = changed.first, let value = first.value else { return nil }
    let name = now.resolved.indicator.name
    let differences = changed.prefix(5).map { before -> Message in
      guard let after = known[before.period], after.value != nil else {
        return "\(before.period) was \(before.figureText), and is gone"
      }
      return "\(before.period) was \(before.figureText), and is \(after.figureText)"
    }
    let list: Message = changed.count > 5 ? "\(list: differences) …" : "\(list: differences)"
    return Diagnostic(
      .warning, .snapshotValue,
      changed.count == 1
        ? "a figure of '\(name)' is not as in the snapshot of \(snapshot.name): \(list)"
        : "\(changed.count) figures of '\(name)' are not as in the snapshot of \(snapshot.name): \(list)",
      hint:
        "if it was revised, say so: 'revisions: [{period: \(first.period), value: \(NumberFormat.data(value)), source: …}]'; else put back what it was",
      at: now.location, related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }
}

extension Observation {
  /// `103`, with its range `103 [60, 160]`; a dash where there is no figure.
  fileprivate var figureText: String {
    guard let value else { return "–" }
    guard let range else { return NumberFormat.data(value) }
    return "\(NumberFormat.data(value)) [\(NumberFormat.data(range.low)), \(NumberFormat.data(range.high))]"
  }

  /// The numbers of its range; compared as numbers, since 20 and 20.0 are equal.
  fileprivate var ends: [Double] { range.map { [$0.low.value, $0.high.value] } ?? [] }

  fileprivate var missing: Observation { Observation(period: period, value: nil) }
}
