import Actions
import Diagnostics
import Files
import Indicators
import SiteData
import SiteModel
import SiteSources
import Words

/// The contents of a site at one time, as far as two times are compared: from its sources, or from a snapshot, which
/// has targets and the dates of actions.
package struct SiteState: Sendable {
  package struct Section: Sendable {
    /// The address without the slashes at its ends.
    let path: String
    let number: String?
    let title: String
    /// The visible text, a line for each block.
    let text: String

    package init(path: String, number: String? = nil, title: String, text: String) {
      (self.path, self.number, self.title) = (path, number, title)
      self.text = text
    }
  }

  /// An indicator, an action or a plan with its facts, each under the key that authors write.
  package struct Entry: Sendable {
    /// The id; of an indicator without one, its plan and name; of a plan, its path.
    let key: String
    let name: String
    let facts: [(key: String, value: String)]
    /// Keys that this state does not record, so that their absence is not a change.
    let unknown: [String]
    /// The promise of an indicator.
    let promise: Promise?
    /// An action of a site, with the history of its dates.
    let action: Action?
    /// The steps of an action; nil from a snapshot that does not have all of them.
    let steps: [Step]?
    /// The reported state of an action, before dates are considered; nil if a snapshot has only the derived state.
    let reported: ActionState?
    /// The last word on an action: its newest update, or else its note.
    var remark: String?
    /// The facts that other languages of the site have otherwise, each under its key and the tag of the language: `name
    /// (en)`.
    var translated: [(language: String, key: String, value: String)] = []

    package init(
      key: String, name: String, facts: [(key: String, value: String)], unknown: [String] = [],
      promise: Promise? = nil, action: Action? = nil, steps: [Step]? = [], reported: ActionState? = nil
    ) {
      self.reported = reported
      (self.key, self.name) = (key, name)
      self.facts = facts
      self.unknown = unknown
      self.promise = promise
      self.action = action
      self.steps = steps
    }
  }

  /// A step of an action.
  package struct Step: Sendable {
    let name: String
    let due: String?
    let isDone: Bool
  }

  /// The facts from which sentences about a target are made.
  package struct Promise: Sendable {
    /// Nil if a snapshot has no goal.
    let indicator: Indicator?
    let facts: [PromiseFact]
    /// The promise before each change that its author declares.
    let history: [(earlier: EarlierTarget, facts: [PromiseFact])]
    let quote: String?
    /// When and why it was given up.
    let retirement: Retirement?
    /// Whether a page can refer to it.
    let isNamed: Bool
    /// The end of its newest figure, in years; nil without figures.
    let newest: Double?
  }

  /// A snapshot of the time of the site, from which a page keeps its names and figures.
  struct Frozen: Sendable {
    let name: String
    /// The ids of its indicators and of its actions.
    let indicators, actions: Set<String>
  }

  /// Nil from a snapshot.
  let sections: [Section]?
  /// The translated sections by the tag of their language, for each further language of the site.
  var translations: [String: [Section]] = [:]
  /// Nil where none was taken.
  var frozen: Frozen?
  /// Whether a page can refer to the entries of the state.
  package var hasSnapshot: Bool { frozen != nil }
  let targets: [Entry]
  /// Nil from a snapshot of a version without them.
  let actions: [Entry]?
  /// The rules by which the statuses of each plan are judged.
  let plans: [Entry]
  /// The paths of the plans that are there for reference.
  var referencePlans: Set<String> = []
  /// The titles of the sections and programmes that actions name, by path and by id.
  let titles: [String: String]
  /// The language of the site; nil from a snapshot.
  package let language: WordLanguage?
  /// Up to when its figures are known; nil where nobody says.
  var time: Period?

  package init(
    sections: [Section]?, targets: [Entry], actions: [Entry]?, plans: [Entry] = [], titles: [String: String] = [:],
    language: WordLanguage? = nil
  ) {
    self.titles = titles
    (self.sections, self.targets, self.actions) = (sections, targets, actions)
    self.plans = plans
    self.language = language
  }
}

// MARK: - Of a site

extension SiteState {
  /// `editions` are those in the other languages of the site.
  init(_ site: ResolvedSite, editions: [ResolvedSite] = []) {
    let sections = site.plans.flatMap(\.readingOrder).map { ref in
      let page = site.pages[ref]
      return Section(
        path: page.route.bare, number: page.number, title: page.title, text: ComparedText.text(of: page, site))
    }
    self.init(
      sections: sections, targets: site.indicators.indices.map { SiteState.entry(of: $0, site, editions) },
      actions: site.actions.indices.map { SiteState.entry(of: $0, site, editions) },
      plans: site.plans.map { plan in
        SiteState.entry(
          ofPlanAt: site.pages[plan.page].route.bare, title: site.pages[plan.page].title,
          years: "\(plan.fields.period.start)-\(plan.fields.period.end)", tolerance: plan.rules.toleranceText)
      },
      titles: Dictionary(
        site.programmes.map { ($0.programme.id.value, $0.programme.name) }
          + site.indicators.compactMap { resolved in resolved.indicator.id.map { ($0.text, resolved.indicator.name) } }
          + site.actions.compactMap(\.section).map { (site.pages[$0].route.bare, site.pages[$0].numberedTitle) },
        uniquingKeysWith: { _, section in section }), language: site.settings.language.words)
    time = site.settings.asOf?.period
    let own = Set(site.ownPlans)
    referencePlans = Set(
      site.plans.indices.filter { !own.contains($0) }.map { site.pages[site.plans[$0].page].route.bare })
    for edition in editions {
      translations[edition.settings.language.tag] = SiteState.sections(of: edition, besides: site)
    }
  }

  private static func entry(of ref: IndicatorRef, _ site: ResolvedSite, _ editions: [ResolvedSite]) -> Entry {
    let resolved = site.indicators[ref]
    let indicator = resolved.indicator
    let facts = indicator.detailFacts.dropFirst() + resolved.promiseFacts
    let support = SiteState.names(of: resolved.support, site)
    let others: [(key: String, value: String?)] = [
      ("department", resolved.lead.map { site.departments[$0].department.name }),
      ("support", support.isEmpty ? nil : support), ("retired", indicator.retired?.on.description),
    ]
    var entry = Entry(
      key: key(of: resolved, site), name: indicator.name,
      facts: facts.map { ($0.key, $0.value.written) } + texts(of: indicator)
        + others.compactMap { fact in fact.value.map { (fact.key, $0) } },
      promise: Promise(
        indicator: indicator, facts: resolved.promiseFacts, history: resolved.promiseHistory, quote: resolved.quote,
        retirement: indicator.retired, isNamed: indicator.id != nil, newest: indicator.latest?.period.end))
    entry.translated = editions.flatMap {
      translated(translatableFacts(of: resolved), translatableFacts(of: $0.indicators[ref]), $0)
    }
    return entry
  }

  private static func entry(of ref: ActionRef, _ site: ResolvedSite, _ editions: [ResolvedSite]) -> Entry {
    let resolved = site.actions[ref]
    let facts = resolved.action.facts
    let served = resolved.indicators.compactMap { site.indicators[$0].indicator.id?.text }.joined(separator: ", ")
    let support = SiteState.names(of: resolved.support, site)
    let all: [(key: String, value: String?)] = [
      ("section", resolved.section.map { site.pages[$0].route.bare }),
      ("programme", resolved.programme.map { site.programmes[$0].programme.id.value }),
      ("lead", resolved.lead.map { site.departments[$0].department.name }),
      ("support", support.isEmpty ? nil : support),
      ("start", facts.start?.description), ("due", facts.due?.description),
      ("state", resolved.standing.state.rawValue),
      ("progress", resolved.standing.progress.map { NumberFormat.percent($0, .english) }),
      ("budget", total(facts.budget)), ("spent", total(facts.spent)),
      ("indicators", served.isEmpty ? nil : served), ("note", note(of: resolved)),
    ]
    var entry = Entry(
      key: resolved.action.id.value, name: resolved.action.name,
      facts: all.compactMap { fact in fact.value.map { (fact.key, $0) } }, action: resolved.action,
      steps: facts.steps.map { Step(name: $0.name, due: $0.due?.description, isDone: $0.isDone) },
      reported: resolved.standing.state.followsFromDates
        ? resolved.standing.reported.map { ActionState($0) } ?? .planned : resolved.standing.state)
    entry.remark =
      site.updates.about(.action(ref)).first.map { update in
        update.date.text(site.settings.language.words) + site.settings.language.words[.colon] + update.text
      } ?? note(of: resolved)
    entry.translated = editions.flatMap {
      translated(translatableFacts(of: resolved), translatableFacts(of: $0.actions[ref]), $0)
    }
    return entry
  }

  private static func names(of departments: [DepartmentRef], _ site: ResolvedSite) -> String {
    list(departments.map { site.departments[$0].department.name }) {
      site.settings.language.words.text(.quoted, [.text: $0])
    }
  }

  private static func note(of resolved: ResolvedAction) -> String? {
    let notes = resolved.action.facts.notes
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  /// A list of names, each in quotes if one of them has a comma.
  static func list(_ names: [String], quoted: (String) -> String) -> String {
    (names.contains(where: \.hasListComma) ? names.map(quoted) : names).joined(separator: ", ")
  }

  private static func total(_ amounts: [ActionAmount]) -> String? {
    let totals = ActionAmount.totals(amounts).map { total in
      NumberFormat.data(total.value) + (total.unit.map { " \($0)" } ?? "")
    }
    return totals.isEmpty ? nil : totals.joined(separator: " + ")
  }

  /// A snapshot does not have the title of a plan.
  private static func entry(ofPlanAt path: String, title: String?, years: String, tolerance: String) -> Entry {
    Entry(
      key: path, name: title ?? path, facts: [("period", years), ("tolerance", tolerance)],
      unknown: title == nil ? ["name"] : [])
  }

  /// The key that identifies an indicator in all states.
  static func key(of resolved: ResolvedIndicator, _ site: ResolvedSite) -> String {
    key(
      resolved.indicator.id?.text, resolved.indicator.name, site.pages[site.plans[resolved.plan].page].route.bare)
  }

  static func key(_ id: String?, _ name: String, _ plan: String) -> String { id ?? "\(plan): \(name)" }
}

// MARK: - Of a snapshot

extension SiteState {
  init(_ snapshot: Snapshot) {
    let years = Dictionary(
      snapshot.plans.compactMap { plan in PlanPeriod(snapshot: plan.years).map { (plan.path, $0) } },
      uniquingKeysWith: { first, _ in first })
    let targets = snapshot.promises.map { promise in
      let details = (promise.details ?? []).filter { $0.key != "name" }
      let others: [(key: String, value: String?)] = [
        ("department", promise.listing?.department), ("retired", promise.retired),
      ]
      let unknown = ["support"] + SiteState.textKeys + (promise.listing == nil ? ["department"] : [])
      let indicator = years[promise.plan].flatMap { promise.indicator(in: $0) }
      return Entry(
        key: SiteState.key(promise.id, promise.name, promise.plan), name: promise.name,
        facts: (details + promise.facts).map { ($0.key, $0.value.written) }
          + others.compactMap { fact in fact.value.map { (fact.key, $0) } },
        unknown: promise.unknown + unknown,
        promise: Promise(
          indicator: indicator, facts: promise.facts,
          history: indicator.map { promise.history(of: $0, now: promise.facts) } ?? [],
          quote: promise.facts.quotation, retirement: promise.retirement(), isNamed: false,
          newest: promise.observations.filter { $0.value != nil || $0.state != nil }.map(\.period.end).max()))
    }
    let plans = snapshot.plans.map { plan in
      SiteState.entry(ofPlanAt: plan.path, title: nil, years: plan.years, tolerance: plan.tolerance)
    }
    // A snapshot has the dates, the state and the department in charge of an action, an old one without the department.
    let others = ["section", "programme", "support", "progress", "budget", "spent", "indicators", "note"]
    let actions = snapshot.actions?.map { action in
      let facts: [(key: String, value: String?)] = [
        ("lead", action.listing?.department), ("start", action.start), ("due", action.due), ("state", action.state),
      ]
      return Entry(
        key: action.id, name: action.name, facts: facts.compactMap { fact in fact.value.map { (fact.key, $0) } },
        unknown: others + (action.listing == nil ? ["lead"] : []), action: action.action(),
        steps: SiteState.steps(of: action),
        reported: action.state.flatMap(ActionState.init).flatMap { $0.followsFromDates ? nil : $0 })
    }
    self.init(sections: nil, targets: targets, actions: actions, plans: plans)
    time = snapshot.period
  }

  /// Nil where the snapshot does not say which are done.
  private static func steps(of action: Snapshot.Action) -> [Step]? {
    guard let steps = action.steps else { return nil }
    let known = steps.compactMap { step in
      step.isDone.map { Step(name: step.name, due: step.due, isDone: $0) }
    }
    return known.count == steps.count ? known : nil
  }

}

// MARK: - Reading

extension SiteState {
  /// The state of a folder or a snapshot. Nil for a site with errors, and for a snapshot that cannot be read. Ignores
  /// an empty page, such as the one that the difference is about to be written into.
  package static func read(folder: String, jobs: Int) async throws -> Checked<SiteState> {
    var options = BuildOptions(siteDirectory: folder, jobs: jobs)
    options.overlooksEmptyPages = true
    let prepared = try await SiteBuild(options).prepare()
    guard let site = prepared.files?.site else { return Checked(failed: prepared.diagnostics.withoutNotes) }
    var state = SiteState(site, editions: prepared.files?.editionSites ?? [])
    if let name = SnapshotFile.name(of: site) { state.frozen = try frozen(name, of: folder) }
    return Checked(state)
  }

  /// Nil where there is no snapshot of the name.
  private static func frozen(_ name: String, of folder: String) throws -> Frozen? {
    let path = "\(SourceTree.snapshotsFolder)/\(name).json"
    guard try FileSystem.kind(of: "\(folder)/\(path)") != nil,
      let snapshot = try SnapshotReader(siteDirectory: folder).read(path).value ?? nil
    else { return nil }
    return Frozen(
      name: name, indicators: Set(snapshot.promises.compactMap(\.id)), actions: Set((snapshot.actions ?? []).map(\.id)))
  }

  package static func read(snapshot path: String) throws -> Checked<SiteState> {
    let read = try SnapshotReader(siteDirectory: "").read(path)
    guard let snapshot = read.value ?? nil else { return Checked(failed: read.diagnostics) }
    return Checked(SiteState(snapshot))
  }
}
