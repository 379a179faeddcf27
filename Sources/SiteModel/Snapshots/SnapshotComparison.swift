import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// Finds promises of a snapshot that the site no longer makes without saying so in the history of a target, as a
/// retired indicator, or by an alias.
struct SnapshotComparison {
  let snapshot: Snapshot
  let registers: ResolvedRegisters
  let plans: Plans
  let settings: SiteSettings
  let pages: PageTable

  /// The findings on promises and rules, and the changes that pages show to readers.
  func compare() -> (changes: UndeclaredChanges, diagnostics: [Diagnostic]) {
    var promises = CurrentPromises(registers, plans)
    var found: [Diagnostic] = []
    var changes = UndeclaredChanges(snapshot: snapshot.period)
    var known: Set<IndicatorRef> = []
    // Indicators with a target of their own in the snapshot; a predecessor's target is not compared with them.
    let withTarget = Set(snapshot.promises.lazy.filter(\.hasTarget).compactMap(\.id))
    for old in snapshot.promises {
      guard let now = promises.take(old) else {
        found.append(gone(old))
        if old.hasTarget, case .found(let plan) = plans.lookUp(old.plan) {
          changes.gone[plan, default: []].append(GonePromise(old, plans.fields(of: plan).period, settings.fiscalYear))
        }
        continue
      }
      if old.hasTarget { known.insert(now.ref) }
      if old.hasTarget, !isDeclared(old.facts, by: now) {
        found.append(changed(old, now, continuing: nil))
        let unquoted = now.history.entryWithoutQuotation(of: old.facts, now: now.facts).map { now.history[$0] }
        if let entry = unquoted.flatMap({ isAfterSnapshot($0) ? $0 : nil })
          ?? entryWithOtherQuotation(of: now.history, old.facts)
        {
          changes.quotations[now.ref] = (old.facts.quotation, until: entry.earlier.until)
        } else {
          changes.add(old.facts, of: now)
        }
      }
      for entry in lostHistory(old, now) {
        found.append(lost(entry, old, now))
        changes.add(entry, of: now)
      }
      for (entry, facts) in contradictedEntries(old, now) {
        found.append(contradicted(entry, facts, old, now))
        changes.unconfirmed[now.ref, default: []].append(entry)
      }
      if let finding = moved(old, now, &changes) { found.append(finding) }
      found += parts(old, now, &changes)
      found += details(old, now, &changes)
      found += figures(old, now, &changes)
      if let next = now.resolved.indicator.retired?.continuedBy.flatMap({ promises.promise(withID: $0.value) }),
        old.hasTarget, !withTarget.contains(next.resolved.indicator.id?.text ?? "")
      {
        known.insert(next.ref)
        if !isDeclared(old.facts, by: next) {
          found.append(changed(old, next, continuing: now.resolved.indicator.name))
          changes.add(old.facts, of: next)
        }
      }
    }
    found += actions(&changes)
    found += rules(&changes)
    if let finding = unknown(besides: known, &changes) { found.append(finding) }
    return (changes, found)
  }

  /// The time of a change that hints suggest: that of the site, else that of the snapshot.
  var suggestedTime: String { settings.asOf?.written ?? snapshot.period?.description ?? "…" }

  // MARK: Targets

  /// Whether the indicator promises the same today, or says in its history that it did until a time that is not before
  /// the snapshot's.
  private func isDeclared(_ facts: [PromiseFact], by now: CurrentPromise) -> Bool {
    let facts = Set(facts)
    return Set(now.facts) == facts || now.history.contains { isAfterSnapshot($0) && Set($0.facts) == facts }
  }

  /// Whether an entry of a history ends no earlier than the snapshot, so that the snapshot may have its target.
  func isAfterSnapshot(_ entry: (earlier: EarlierTarget, facts: [PromiseFact])) -> Bool {
    entry.earlier.until.end >= snapshot.start ?? -.infinity
  }

  /// The entry of a history that declares a part of a change. What else changed with it is missing there, and so is
  /// taken from the target after it. `promised` are the facts of the snapshot, `now` those of today.
  func incompleteEntry(
    of history: [(earlier: EarlierTarget, facts: [PromiseFact])], _ promised: [PromiseFact], now: [PromiseFact]
  ) -> (earlier: EarlierTarget, facts: [PromiseFact])? {
    let index = history.indices.first { index in
      let entry = history[index]
      let (told, then, next) = (
        Set(entry.facts), Set(promised), index + 1 < history.count ? history[index + 1].facts : now
      )
      // The comparator is ignored: it is derived.
      let missing = told.symmetricDifference(then).filter { $0.key != "comparator" }.map(\.key)
      return isAfterSnapshot(entry) && !told.intersection(then).isSubset(of: next)
        && missing.allSatisfy { key in entry.facts.first { $0.key == key } == next.first { $0.key == key } }
    }
    return index.map { history[$0] } ?? entryWithOtherQuotation(of: history, promised)
  }

  /// The entry of a history that says all that was promised, with another quotation.
  private func entryWithOtherQuotation(
    of history: [(earlier: EarlierTarget, facts: [PromiseFact])], _ promised: [PromiseFact]
  ) -> (earlier: EarlierTarget, facts: [PromiseFact])? {
    let facts = promised.withoutQuotation
    return history.first {
      isAfterSnapshot($0) && $0.facts.withoutQuotation == facts && $0.facts.quotation != promised.quotation
    }
  }

  private func changed(_ old: Snapshot.Promise, _ now: CurrentPromise, continuing name: String?) -> Diagnostic {
    let incomplete = incompleteEntry(of: now.history, old.facts, now: now.facts)
    let change = PromiseChange(old: old.facts, new: incomplete?.facts ?? now.facts)
    return Diagnostic(
      .warning, .snapshotTarget,
      change.sentence(
        name.map { "'\(now.resolved.indicator.name)', which continues '\($0)'," } ?? "'\(now.resolved.indicator.name)'",
        in: snapshot.name),
      hint: incomplete.map { change.hint(completing: $0.earlier) }
        ?? change.hint(current: now.resolved.indicator, until: suggestedTime), at: now.location,
      related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }

  /// Entries of a history that the snapshot has and the site has no longer. A more exact date may take the place of the one
  /// that the snapshot has.
  private func lostHistory(_ old: Snapshot.Promise, _ now: CurrentPromise) -> [Snapshot.Earlier] {
    old.earlier.filter { entry in
      !now.history.contains { $0.earlier.until.isAsExact(as: entry.until) && Set($0.facts) == Set(entry.facts) }
    }
  }

  private func lost(_ entry: Snapshot.Earlier, _ old: Snapshot.Promise, _ now: CurrentPromise) -> Diagnostic {
    let facts =
      (entry.facts.filter { PromiseFact.ofTarget.contains($0.key) }.map(\.written) + ["until: \(entry.until)"])
      .joined(separator: ", ")
    return Diagnostic(
      .warning, .snapshotHistory,
      "the target of '\(now.resolved.indicator.name)' was changed in \(entry.until), and its history no longer records this change, which the snapshot of \(snapshot.name) has",
      hint: moved(entry, now).map {
        "write 'until: \(entry.until)' in place of 'until: \($0)': after a snapshot only a more exact date may take its place"
      } ?? "write the entry again under 'earlier': {\(facts), why: …}", at: now.location,
      related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }

  /// The time of an entry that says what the snapshot's does, at another time.
  private func moved(_ entry: Snapshot.Earlier, _ now: CurrentPromise) -> String? {
    now.history.first { Set($0.facts) == Set(entry.facts) }?.earlier.until.description
  }

  /// Entries of a history that the snapshot contradicts: changes before its time that it does not have, and targets
  /// that would have been in force at its time in place of its own. An entry that the snapshot has with other facts
  /// or at another time is reported by `lostHistory`.
  private func contradictedEntries(
    _ old: Snapshot.Promise, _ now: CurrentPromise
  ) -> [(earlier: EarlierTarget, facts: [PromiseFact])] {
    guard old.hasTarget, let start = snapshot.start, !now.history.isEmpty else { return [] }
    let (times, lost) = (Set(old.earlier.map(\.until)), Set(lostHistory(old, now).map { Set($0.facts) }))
    let unknown = now.history.filter { own in
      let facts = Set(own.facts)
      return !times.contains(own.earlier.until.description) && !lost.contains(facts)
        && !old.earlier.contains { own.earlier.until.isAsExact(as: $0.until) && Set($0.facts) == facts }
    }
    let count = unknown.count { $0.earlier.until.end.isEarlier(than: start) }
    let facts = Set(old.facts)
    let own = unknown.dropFirst(count).firstIndex { Set($0.facts) == facts }
    let end = own ?? (Set(now.facts) == facts ? unknown.count : count)
    // An entry with the snapshot's facts and another date is not a contradiction.
    return unknown[..<end].filter { Set($0.facts) != facts }
  }

  private func contradicted(
    _ entry: EarlierTarget, _ facts: [PromiseFact], _ old: Snapshot.Promise, _ now: CurrentPromise
  ) -> Diagnostic {
    let written = facts.filter { PromiseFact.ofTarget.contains($0.key) }.map(\.written).joined(separator: ", ")
    return Diagnostic(
      .warning, .snapshotHistory,
      "the history of '\(now.resolved.indicator.name)' has a target until \(entry.until.description) that the snapshot of \(snapshot.name) does not have: \(written)",
      hint:
        "remove the entry: the history cannot reach back before the first snapshot; describe older changes in a text, with their source",
      at: now.location, related: [.init("the snapshot has it here", at: snapshot.source.location(of: old.range))])
  }

  /// A note on the targets that are not in the snapshot, so that no change of them can be found.
  private func unknown(besides known: Set<IndicatorRef>, _ changes: inout UndeclaredChanges) -> Diagnostic? {
    var names: [String] = []
    for ref in registers.indicators.indices where !known.contains(ref) {
      let resolved = registers.indicators[ref]
      guard resolved.indicator.target != nil, resolved.indicator.retired == nil else { continue }
      changes.unknown[resolved.plan, default: []].append(ref)
      names.append("'\(resolved.indicator.name)'")
    }
    guard !names.isEmpty else { return nil }
    let list: Message = names.count > 5 ? "\(list: names.prefix(5)) …" : "\(list: names)"
    return Diagnostic(
      .note, .snapshotUnknown,
      names.count == 1
        ? "a target is not in the snapshot of \(snapshot.name): \(list)"
        : "\(names.count) targets are not in the snapshot of \(snapshot.name): \(list)",
      hint: "until there is a newer one, changes to it are not detected: 'planpress snapshot' makes one",
      at: snapshot.source.location(line: 1))
  }

  private func gone(_ old: Snapshot.Promise) -> Diagnostic {
    let isDraft = old.id.map(registers.draftIndicators.contains) ?? false
    let key = old.id.map { "'\($0)'" } ?? "'\(old.name)'"
    return Diagnostic(
      .warning, .snapshotGone,
      "indicator \(key) is in the snapshot of \(snapshot.name), and \(isDraft ? "now in a draft, which is not published" : "is gone")",
      hint:
        "put its entry back and add 'retired: {on: \(suggestedTime), why: …}'; if another indicator takes its place, add 'continued-by: …' with that one's id",
      at: snapshot.source.location(of: old.range))
  }

  // MARK: Rules

  private func rules(_ changes: inout UndeclaredChanges) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func compare(
      _ what: Message, _ rule: StatusRule, of subject: RuleSubject, _ old: String, _ new: String,
      at location: SourceLocation
    ) {
      guard old != new else { return }
      changes.rules[subject, default: []].append(
        RuleChange(rule: rule, old: RuleValue(percent: old), new: RuleValue(percent: new)))
      found.append(
        Diagnostic(
          .warning, .snapshotRule, "\(what) was \(old) in the snapshot of \(snapshot.name), and is \(new)",
          hint: "a status may change although nothing else did: restore it, or say on a page why it changed",
          at: location))
    }
    for plan in snapshot.plans {
      guard case .found(let ref) = plans.lookUp(plan.path) else { continue }
      let fields = plans.fields(of: ref)
      let subject: Message = plan.path.isEmpty ? "of the plan" : "of plan '\(plan.path)'"
      let location = snapshot.source.location(of: plan.range)
      compare(
        "the period \(subject)", .period, of: .plan(ref), plan.years, "\(fields.period.start)-\(fields.period.end)",
        at: location)
      compare(
        "the tolerance \(subject)", .tolerance, of: .plan(ref), plan.tolerance,
        settings.rules(tolerance: fields.tolerance).toleranceText,
        at: location)
    }
    let site = settings.source.location(line: 1)
    if let little = snapshot.littleChange {
      compare(
        "'little-change' of trends", .littleChange, of: .site, little,
        settings.rules(tolerance: nil).littleChangeText, at: site)
    }
    if let old = snapshot.asOf, let time = AsOf(old)?.time, settings.asOf.map({ $0.time.isEarlier(than: time) }) ?? true
    {
      changes.rules[.site, default: []].append(RuleChange(rule: .asOf, old: old, new: settings.asOf?.written))
      found.append(
        Diagnostic(
          .warning, .snapshotRule,
          "'as-of' was \(old) in the snapshot of \(snapshot.name), and is \(settings.asOf?.written ?? "not set")",
          hint: "set 'as-of' to \(old) or later: without it nothing is overdue", at: site))
    }
    return found
  }

  // MARK: Addresses

  /// Whether it is a plan's list of indicators or a further page of a list: they come and go with the number of rows.
  private func isPartOfList(_ path: String) -> Bool {
    guard let last = path.split(separator: "/").last else { return false }
    return path.hasSuffix("/indicators/") || last.allSatisfy(\.isNumber)
  }

  /// The addresses that are gone, besides those of indicators that are.
  func addresses(_ routes: SiteRoutes) -> [Diagnostic] {
    let ids = Set(registers.indicators.lazy.compactMap(\.indicator.id?.text))
    let known = Set(
      snapshot.promises.compactMap(\.id).filter { !ids.contains($0) }.map { Route(page: "indicators/\($0)").path })
    // Pages that planpress makes, and leaves out where they would be empty.
    let lists = Set(ListPage.allCases.map(\.route.path))
    let now = Set(routes.pagePaths)
    let gone = snapshot.addresses.filter { old in
      !now.contains(old.value) && !known.contains(old.value) && !lists.contains(old.value)
        && !old.value.hasSuffix("/progress-summary/") && !old.value.hasSuffix("/full/") && !isPartOfList(old.value)
    }
    guard !gone.isEmpty else { return [] }
    let successors = SuccessorPages(gone.map(\.value), before: Set(snapshot.addresses.map(\.value)), routes)
    return gone.map { old in
      let place = snapshot.source.location(of: old.range)
      let message: Message = "the address \(old.value) of the snapshot of \(snapshot.name) is gone"
      guard let ref = successors[old.value], pages[ref].fields.title != nil else {
        return Diagnostic(
          .warning, .snapshotAddress, message,
          hint: "add 'aliases: [\(old.value)]' to the front matter of the page that took its place", at: place)
      }
      let edit = successors.isSure(old.value, pages[ref].start.path) ? pages[ref].edit(addingAlias: old.value) : nil
      let hint: Message =
        pages[ref].fields.aliases.isEmpty
        ? "if this page took its place, add 'aliases: [\(old.value)]' to its front matter"
        : "if this page took its place, add \(old.value) to its 'aliases'"
      return Diagnostic(
        .warning, .snapshotAddress, message,
        hint: edit == nil ? hint : "\(hint); 'planpress check --fix' does it",
        at: pages[ref].start, related: [.init("the snapshot has it here", at: place)],
        fix: edit.map { .edits([$0], description: "added \(old.value) to 'aliases'") })
    }
  }
}

/// The page that took the place of one that is gone: the only new page beside it, or the only new one of its name.
private struct SuccessorPages {
  private var pages: [String: PageRef] = [:]
  /// The addresses whose page has the old name elsewhere.
  private var named: Set<String> = []

  /// `gone` and `before`: the addresses that were lost, and all that there were.
  init(_ gone: [String], before: Set<String>, _ routes: SiteRoutes) {
    var new: [(path: String, page: PageRef)] = []
    for case .page(.content(let ref, _)) in routes.addresses {
      let path = routes.route(of: PageAddress.content(ref, .section)).path
      if !before.contains(path) { new.append((path, ref)) }
    }
    guard !new.isEmpty else { return }
    let besides = Dictionary(grouping: new) { SuccessorPages.folder(of: $0.path) }
    let named = Dictionary(grouping: new) { SuccessorPages.name(of: $0.path) }
    let lost = Dictionary(grouping: gone, by: SuccessorPages.folder)
    for path in gone {
      let folder = SuccessorPages.folder(of: path)
      if let page = named[SuccessorPages.name(of: path)], page.count == 1 {
        pages[path] = page[0].page
        self.named.insert(path)
      } else if lost[folder]?.count == 1, let page = besides[folder], page.count == 1 {
        pages[path] = page[0].page
      }
    }
  }

  subscript(path: String) -> PageRef? { pages[path] }

  /// Whether the page is certainly the old one: its file or its address still has the name, or one that differs by a
  /// letter or two. Being the only new page in the folder is not enough: it may be a coincidence.
  func isSure(_ old: String, _ file: String) -> Bool {
    let name = SuccessorPages.name(of: old)
    if named.contains(old) { return true }
    let bare = file.lastPart.withoutPathExtension
    let slug = bare.drop { $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
    return slug == name || name.count > 2 && nearestMatch(to: name, in: [String(slug)]) != nil
  }

  private static func parts(of path: String) -> [Substring] { path.split(separator: "/") }
  private static func folder(of path: String) -> String { parts(of: path).dropLast().joined(separator: "/") }
  private static func name(of path: String) -> String { parts(of: path).last.map(String.init) ?? "" }
}

extension Snapshot.Promise {
  /// Whether it promised anything: an indicator may only be followed.
  var hasTarget: Bool { facts.contains { PromiseFact.ofTarget.contains($0.key) } }
}

extension AssessmentRules {
  /// In per cent of the way, as snapshots write it.
  package var toleranceText: String { percent(tolerance) }
  /// In per cent a year.
  package var littleChangeText: String { percent(littleChange) }

  /// With at most three decimals.
  private func percent(_ share: Double) -> String { jsonText((share * 1e5).rounded() / 1e3) + "%" }
}

extension SiteRoutes {
  /// The paths of all pages, redirects included, in the order of the site.
  package var pagePaths: [String] {
    addresses.compactMap { address in
      switch address {
      // Which parts have a page of their own depends on how many there are.
      case .page(.notFound), .page(.parts), .page(.embed), .file, .data, .feed, .attachment, .chart: nil
      case .page(let page): route(of: page).path
      }
    }
  }
}
