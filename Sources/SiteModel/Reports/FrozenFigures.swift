import Actions
import DataFormats
import Files
import Indicators
import Markup
import SiteSources

/// The indicators and actions of a snapshot: their names, figures, dates and statuses, in the place of those of today.
/// They include those that the site has dropped since.
package final class FrozenFigures: Sendable {
  /// The time of the snapshot; nil for a file that is not named after one.
  package let time: Period?
  private let indicators: [FrozenEntry<ResolvedIndicator, IndicatorRef>]
  private let actions: [FrozenEntry<ResolvedAction, ActionRef>]
  private let indicatorsByID: [String: ResolvedIndicator]
  private let actionsByID: [String: ResolvedAction]
  /// The pages that the site had, as `Route.path` has them.
  private let addresses: Set<String>
  private let translations: [String: [String: String]]

  private init(
    time: Period?, _ indicators: [FrozenEntry<ResolvedIndicator, IndicatorRef>],
    _ actions: [FrozenEntry<ResolvedAction, ActionRef>], addresses: Set<String>,
    translations: [String: [String: String]]
  ) {
    (self.time, self.addresses, self.translations) = (time, addresses, translations)
    (self.indicators, self.actions) = (indicators, actions)
    indicatorsByID = Dictionary(
      indicators.compactMap { entry in entry.id.map { ($0, entry.shown) } }, uniquingKeysWith: { first, _ in first })
    actionsByID = Dictionary(
      actions.compactMap { entry in entry.id.map { ($0, entry.shown) } }, uniquingKeysWith: { first, _ in first })
  }

  convenience init(_ snapshot: Snapshot, _ registers: ResolvedRegisters, _ plans: Plans, _ settings: SiteSettings) {
    let reader = FrozenReader(snapshot, registers, plans, settings)
    self.init(
      time: snapshot.period, reader.indicators(), reader.actions(), addresses: Set(snapshot.addresses.map(\.value)),
      translations: snapshot.translations)
  }

  /// The figures in an edition in another language: names, units and targets in the words of the snapshot, or else in
  /// those of the edition where they are still those of today.
  convenience init(
    _ main: FrozenFigures, from site: ResolvedSite, to registers: ResolvedRegisters, _ language: Language
  ) {
    let words = main.translations[language.tag] ?? [:]
    self.init(
      time: main.time,
      main.indicators.map { entry in
        let pair = entry.ref.map { (now: site.indicators[$0], own: registers.indicators[$0]) }
        return entry.showing(entry.shown.translated(from: pair?.now, to: pair?.own, words))
      },
      main.actions.map { entry in
        let pair = entry.ref.map { (now: site.actions[$0].action, own: registers.actions.actions[$0].action) }
        let name = entry.shown.action.name
        let isKept = name == pair?.now.name
        return (words[name] ?? (isKept ? pair?.own.name : nil)).map { entry.showing(entry.shown.named($0)) } ?? entry
      }, addresses: main.addresses, translations: main.translations)
  }

  /// An indicator as the snapshot has it; nil for one that the snapshot does not have.
  package func indicator(_ id: String) -> ResolvedIndicator? { indicatorsByID[id] }
  package func action(_ id: String) -> ResolvedAction? { actionsByID[id] }

  /// The indicators of a plan, or of all plans, in the order of the snapshot.
  package func indicators(of plan: PlanRef?) -> [ResolvedIndicator] {
    indicators.filter { plan == nil || $0.plan == plan }.map(\.shown)
  }

  package func actions(of plan: PlanRef?) -> [ResolvedAction] {
    actions.filter { plan == nil || $0.plan == plan }.map(\.shown)
  }

  /// Whether the site had a page then.
  func hadPage(_ route: Route) -> Bool { addresses.contains(route.path) }

  /// Whether the site had a section then, named by its path in a plan or in the site.
  func hadSection(_ path: String, in plan: String?) -> Bool {
    let bare = path.split(separator: "/").joined(separator: "/")
    return hadPage(Route(page: bare)) || plan.map { hadPage(Route(page: $0.appending(part: bare))) } == true
  }

  /// Whether the site had the page of a file of `Content/`, whose address follows from its path.
  func hadPage(ofFile path: String) -> Bool {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last, file.pathExtension == "md" else { return false }
    parts[parts.count - 1] = file.withoutPathExtension
    if parts.last == "index" { parts.removeLast() }
    return hadPage(Route(page: parts.map { Slug(OrderedName($0).name)?.text ?? "_" }.joined(separator: "/")))
  }
}

/// An indicator or an action of a snapshot.
struct FrozenEntry<Shown: Sendable, Ref: Sendable>: Sendable {
  let id: String?
  /// Nil for one that the site no longer has.
  let ref: Ref?
  /// Nil if the site no longer has its plan.
  let plan: PlanRef?
  let shown: Shown

  func showing(_ shown: Shown) -> FrozenEntry { FrozenEntry(id: id, ref: ref, plan: plan, shown: shown) }
}

// MARK: - Reading

/// Makes the entries that a report shows from its snapshot.
private struct FrozenReader {
  let snapshot: Snapshot
  let registers: ResolvedRegisters
  let plans: Plans
  let settings: SiteSettings
  private let rules: [String: Snapshot.PlanRule]

  init(_ snapshot: Snapshot, _ registers: ResolvedRegisters, _ plans: Plans, _ settings: SiteSettings) {
    (self.snapshot, self.registers) = (snapshot, registers)
    (self.plans, self.settings) = (plans, settings)
    rules = Dictionary(snapshot.plans.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The plan that something which is gone is shown with.
  private func plan(_ path: String) -> (own: PlanRef?, shown: PlanRef)? {
    let own = plans.lookUp(path).found
    guard let shown = own ?? plans.indices.first else { return nil }
    return (own, shown)
  }

  /// The department in charge then; its name alone if the site no longer has it. Today's value if the snapshot does not
  /// have one.
  private func owner(_ listing: Snapshot.Listing?, now: DepartmentRef?) -> (lead: DepartmentRef?, former: String?) {
    guard let listing else { return (now, nil) }
    guard let name = listing.department else { return (nil, nil) }
    if let now, registers.departments.entries[now].department.name == name { return (now, nil) }
    guard let found = registers.departments.names.lookUp(word: name).found else { return (nil, name) }
    return registers.departments.entries[found].department.name == name ? (found, nil) : (found, name)
  }

  /// The section and the programme then: those of today if the snapshot does not have them, or if the site no longer has
  /// any of that path or id.
  private func place(
    _ listing: Snapshot.Listing?, _ section: PageRef?, _ programme: ProgrammeRef?
  ) -> (section: PageRef?, programme: ProgrammeRef?) {
    guard let place = listing?.place else { return (section, programme) }
    return (
      place.section.flatMap { registers.sections.lookUp($0, in: nil).found ?? section },
      place.programme.flatMap { registers.programmes.names[$0] ?? programme }
    )
  }

  // MARK: Indicators

  func indicators() -> [FrozenEntry<ResolvedIndicator, IndicatorRef>] {
    var current = CurrentPromises(registers, plans)
    return snapshot.promises.compactMap { promise in
      let now = current.take(promise)
      guard let plan = now.map({ (own: $0.resolved.plan, shown: $0.resolved.plan) }) ?? plan(promise.plan) else {
        return nil
      }
      let indicator = indicator(promise, now, years(promise.plan, plan.shown))
      let assessment = assess(indicator, by: rules(promise.plan)).withRecordedStatus(
        promise.status, reason: promise.reason)
      let owner = owner(promise.listing, now: now?.resolved.lead)
      let place = place(promise.listing, now?.resolved.section, now?.resolved.programme)
      let shown =
        now.map {
          ResolvedIndicator(
            $0.resolved, showing: indicator, assessment, lead: owner.lead, formerLead: owner.former,
            section: place.section, programme: place.programme)
        }
        ?? ResolvedIndicator(gone: indicator, assessment, plan: plan.shown, lead: owner.lead, formerLead: owner.former)
      return FrozenEntry(id: promise.id, ref: now?.ref, plan: plan.own, shown: shown)
    }
  }

  private func rules(_ plan: String) -> AssessmentRules {
    var own = settings.rules(tolerance: rules[plan].flatMap { RuleValue.share($0.tolerance) })
    own.knownUntil = snapshot.asOf.flatMap { AsOf($0)?.time }
    own.littleChange = snapshot.littleChange.flatMap(RuleValue.share) ?? own.littleChange
    return own
  }

  private func years(_ path: String, _ plan: PlanRef) -> PlanPeriod {
    rules[path].flatMap { PlanPeriod(snapshot: $0.years) } ?? plans.fields(of: plan).period
  }

  private func indicator(_ promise: Snapshot.Promise, _ now: CurrentPromise?, _ years: PlanPeriod) -> Indicator {
    let base = now?.resolved.indicator ?? Indicator(gone: promise.name, in: years, fiscalYear: settings.fiscalYear)
    let facts = now?.facts ?? []
    return base.asPromised(promise.facts, now: facts, figures: promise.observations)
      .changed(promise.history(of: base, now: facts).map(\.earlier), quote: now?.resolved.quote)
      .described(as: promise.name, details(promise, now: now?.resolved.indicator))
  }

  private func details(_ promise: Snapshot.Promise, now: Indicator?) -> IndicatorDetails.Promised {
    let listing = promise.listing
    let details: [PromiseFact] = promise.details ?? []
    let isNatureKnown = promise.details != nil && !promise.unknown.contains("nature")
    let written = details.first { $0.key == "nature" }?.value
    let nature: Nature? = if case .text(let text)? = written { Nature(rawValue: text) } else { nil }
    return IndicatorDetails.Promised(
      category: listing.map(\.category) ?? now?.category, group: listing.map(\.group) ?? now?.group,
      nature: isNatureKnown ? nature : now?.nature, retired: promise.retirement(now: now?.retired))
  }

  // MARK: Actions

  func actions() -> [FrozenEntry<ResolvedAction, ActionRef>] {
    (snapshot.actions ?? []).compactMap { old in
      let ref = registers.actions.names[old.id]
      let now = ref.map { registers.actions.actions[$0] }
      guard let plan = now.map({ (own: $0.plan, shown: $0.plan) }) ?? plan(old.plan) else { return nil }
      let action = old.action(now: now?.action, settings.fiscalYear)
      let state = old.state.flatMap(ActionState.init)
      let standing = action.standing(at: snapshot.period?.end).withRecordedState(state)
      let owner = owner(old.listing, now: now?.lead)
      let shown = ResolvedAction(
        action, standing, as: now, plan: plan.shown, lead: owner.lead, formerLead: owner.former,
        place: place(old.listing, now?.section, now?.programme), location: snapshot.source.location(of: old.range))
      return FrozenEntry(id: old.id, ref: ref, plan: plan.own, shown: shown)
    }
  }
}

extension ResolvedIndicator {
  /// A frozen indicator in an edition in another language. `words` are the translations in the snapshot. A text that
  /// they lack comes from `own`, today's indicator in that language, if it is unchanged in `now`, today's indicator in
  /// the main language. Both are nil for an indicator that the site no longer has.
  fileprivate func translated(
    from now: ResolvedIndicator?, to own: ResolvedIndicator?, _ words: [String: String]
  ) -> ResolvedIndicator {
    func text(_ frozen: String?, _ text: (Indicator) -> String?) -> String? {
      if let said = frozen.flatMap({ words[$0] }) { return said }
      guard let now, let own else { return frozen }
      return frozen == text(now.indicator) ? text(own.indicator) : frozen
    }
    let details = IndicatorDetails.Promised(
      category: text(indicator.category, \.category), group: text(indicator.group, \.group), nature: indicator.nature,
      retired: indicator.retired.map { frozen in
        Retirement(on: frozen.on, why: text(frozen.why, \.retired?.why), continuedBy: frozen.continuedBy)
      })
    let name = text(indicator.name, \.name) ?? indicator.name
    guard let now, let own else {
      return ResolvedIndicator(
        gone: indicator.described(as: name, details), assessment, plan: plan, lead: lead, formerLead: formerLead)
    }
    func translated(_ terms: TargetTerms) -> TargetTerms {
      var terms = terms.translated(now.terms, as: own.terms)
      if let unit = terms.unit.flatMap({ words[$0] }) { terms.unit = unit }
      return terms
    }
    let shown = own.indicator.under(translated(terms), hasTarget: indicator.target != nil)
      .with(observations: indicator.observations)
      .changed(
        (indicator.history?.earlier ?? []).map { entry in
          EarlierTarget(terms: translated(entry.terms), until: entry.until, by: entry.by, why: entry.why)
        }, quote: own.quote
      )
      .described(as: name, details)
    return ResolvedIndicator(
      own, showing: shown, assessment, lead: lead, formerLead: formerLead, section: section, programme: programme)
  }
}
