import Indicators
import SiteSources
import Words

/// The whole site, resolved: routes, numbers, links, indicators, statuses. Rendering it cannot fail.
///
/// A class, so that the closures that render pages capture one reference.
package final class ResolvedSite: Sendable {
  package let settings: SiteSettings
  /// The site's own language, then those of its pages.
  package let languages: [Language]
  package let links: LinkStyle
  package let routes: SiteRoutes
  package let pages: Table<PageTag, ResolvedPage>
  package let plans: Table<PlanTag, ResolvedPlan>
  /// The pages outside plans, in order.
  package let freePages: [PageRef]
  /// The place of each page in the reading order of the plans; the last for pages outside plans.
  private let places: Table<PageTag, Int32>
  /// Nil if the site itself is a plan.
  package let frontPage: PageRef?
  package let indicators: Table<IndicatorTag, ResolvedIndicator>
  /// The indicators that have a page of their own, in order.
  package let indicatorsWithPage: [IndicatorRef]
  /// Ranges with all indicators that have figures of parts, of other units or of other series, or figures that columns
  /// describe. Few sites have any.
  let indicatorsWithParts: [Range<IndicatorRef>]
  /// Stored contiguously because they are counted several times; reading them from 45,000 indicators is slower.
  package let statuses: Table<IndicatorTag, IndicatorStatus>
  /// Indicators that are listed, and not counted: those that are no longer followed, and trends without a target.
  package let uncounted: Set<IndicatorRef>
  /// The pages whose text mentions each indicator, in the order of the site.
  package let mentions: Table<IndicatorTag, [PageRef]>
  /// The facts of the newest snapshot that the site contradicts without saying so; nil without a snapshot.
  package let undeclared: UndeclaredChanges?
  package let actions: Table<ActionTag, ResolvedAction>
  /// The actions, indexed by plan, section, programme, department, indicator and table.
  package let actionIndex: ActionIndex
  /// The updates about indicators, actions, programmes and sections.
  package let updates: UpdateIndex
  /// The pages that are updates, in order.
  package let updatePages: [PageRef]
  package let reports: [ResolvedReport]
  /// The figures of the snapshots that reports and pages name, by name.
  let frozen: [String: FrozenFigures]
  package let continuations: Continuations
  package let alignments: Alignments
  /// The statuses of the indicators at the times of the snapshots.
  package let history: StatusHistory
  package let programmes: Table<ProgrammeTag, ResolvedProgramme>
  package let departments: Table<DepartmentTag, ResolvedDepartment>
  /// The departments that support the one in charge of a page; only of pages that name some.
  private let pageSupport: [PageRef: [DepartmentRef]]
  /// The targets of the addresses of the registers' departments, in order; empty without a register.
  private let websites: [ResolvedLink?]
  package let terms: Table<TermTag, ResolvedTerm>
  package let logo: Route?
  /// The targets of the addresses of the site's owner and of what is said about indicators, by the address as it is
  /// written.
  package let writtenLinks: [String: ResolvedLink]
  private let shareImages: (ofSite: Route?, ofPlans: Table<PlanTag, Route?>)
  private let labels: [Language: DataLabels]
  /// In an edition in another language: the texts that nobody translated, and that are in the main language.
  package let untranslatedTexts: Set<String>
  /// In an edition in another language: the writing system of the main language, if that differs.
  package let foreignSystem: WritingSystem?
  /// The sizes of pictures among the attachments.
  package let pictures: [Route: PictureSize]

  init(
    settings: SiteSettings, pages: Table<PageTag, ResolvedPage>, tree: SectionTree, plans: Plans,
    registers: ResolvedRegisters, reports: [ResolvedReport], frozen: [String: FrozenFigures],
    continuations: Continuations,
    alignments: Alignments, history: StatusHistory, routes: SiteRoutes,
    mentions: Table<IndicatorTag, [PageRef]>,
    undeclared: UndeclaredChanges?, logo: Route?,
    entries: RegisterEntries, websites: [ResolvedLink?], writtenLinks: [String: ResolvedLink],
    shareImages: (ofSite: Route?, ofPlans: Table<PlanTag, Route?>),
    pictures: [Route: PictureSize], labels: [LabelFile], untranslatedTexts: Set<String>
  ) {
    self.settings = settings
    self.untranslatedTexts = untranslatedTexts
    let system = settings.edition > 0 ? settings.languages.first.flatMap { WritingSystem(of: $0.words.name) } : nil
    foreignSystem = system == WritingSystem(of: settings.language.words.name) ? nil : system
    languages = ResolvedSite.languages(of: pages, settings)
    self.labels = Dictionary(
      uniqueKeysWithValues: languages.map { ($0, ResolvedSite.labels(for: $0, among: labels)) })
    links = LinkStyle(base: settings.baseURL)
    self.routes = routes
    self.pages = pages
    var places = Table<PageTag, Int32>(repeating: .max, count: pages.count)
    for (place, page) in tree.readingOrders.joined().enumerated() { places[page] = Int32(place) }
    self.places = places
    freePages = tree.freePages
    frontPage = tree.nodes.firstIndex { $0.kind == .front }
    indicators = registers.indicators
    indicatorsWithPage = registers.indicatorsWithPage
    indicatorsWithParts = registers.withParts
    statuses = registers.statuses
    uncounted = registers.uncounted
    self.mentions = mentions
    self.undeclared = undeclared
    actions = registers.actions.actions
    actionIndex = registers.actions.index
    updates = registers.updates
    updatePages = tree.updates
    self.reports = reports
    self.frozen = frozen
    self.continuations = continuations
    self.alignments = alignments
    self.history = history
    programmes = entries.programmes
    departments = entries.departments
    pageSupport = registers.pageSupport
    self.websites = websites
    terms = registers.glossary.terms
    self.logo = logo
    self.writtenLinks = writtenLinks
    self.shareImages = shareImages
    self.pictures = pictures
    self.plans = ResolvedSite.plans(plans, tree, registers, programmes, routes, settings)
  }

  private static func languages(of pages: Table<PageTag, ResolvedPage>, _ settings: SiteSettings) -> [Language] {
    var languages = [settings.language]
    for page in pages where page.language != settings.language && !languages.contains(page.language) {
      languages.append(page.language)
    }
    return languages
  }

  /// The period of an indicator's status, if its plan has newer figures or the status has none of its own. That a
  /// milestone is overdue follows from the date alone.
  package func statusPeriod(of resolved: ResolvedIndicator) -> Period? {
    guard let latest = resolved.assessment.latest?.period, resolved.assessment.status.statusClass != .cannotSay,
      resolved.assessment.reason != .overdue, latest.end.isEarlier(than: plans[resolved.plan].newest)
    else { return nil }
    return latest
  }

  /// The place of a page in the order in which the plans of the site are read, for lists of sections.
  package func place(of page: PageRef) -> Int { Int(places[page]) }

  /// Sections in the order of their plans, whatever named them first.
  package func inPlanOrder(_ sections: some Sequence<PageRef>) -> [PageRef] {
    sections.sorted { (places[$0], $0) < (places[$1], $1) }
  }

  /// The departments that support the one in charge of a page.
  package func support(of page: PageRef) -> [DepartmentRef] { pageSupport[page] ?? [] }

  /// The target of a department's `url`.
  package func website(of department: DepartmentRef) -> ResolvedLink? {
    websites.indices.contains(department.index) ? websites[department.index] : nil
  }

  /// The picture that a link to a page of a plan, or to another page of the site, is shown with.
  package func shareImage(of plan: PlanRef?) -> Route? {
    plan.flatMap { shareImages.ofPlans[$0] } ?? shareImages.ofSite
  }

  private static func plans(
    _ plans: Plans, _ tree: SectionTree, _ registers: ResolvedRegisters,
    _ programmes: Table<ProgrammeTag, ResolvedProgramme>, _ routes: SiteRoutes, _ settings: SiteSettings
  ) -> Table<PlanTag, ResolvedPlan> {
    var indicators = Table<PlanTag, [IndicatorRef]>(repeating: [], count: plans.homes.count)
    for group in registers.groups.indices { indicators[registers.groups[group].plan] += registers.groups[group].refs }
    var planProgrammes = Table<PlanTag, [ProgrammeRef]>(repeating: [], count: plans.homes.count)
    for ref in programmes.indices {
      if let plan = programmes[ref].plan { planProgrammes[plan].append(ref) }
    }
    let newest = registers.newest(plans)
    return Table(
      plans.indices.map { plan in
        let (home, fields) = (plans.homes[plan], plans.fields(of: plan))
        return ResolvedPlan(
          page: home, fields: fields, readingOrder: tree.readingOrders[plan], chapters: tree.nodes[home].children,
          indicators: indicators[plan], programmes: planProgrammes[plan],
          rules: settings.rules(tolerance: fields.tolerance),
          newest: newest[plan],
          fullRoute: routes.route(of: .wholePlan(plan)),
          progressRoute: indicators[plan].isEmpty ? nil : routes.route(of: .progress(plan)))
      })
  }
}

/// A plan, identified by its home page.
package struct ResolvedPlan: Sendable {
  package let page: PageRef
  package let fields: PlanFields
  /// The home page, then the sections in reading order.
  package let readingOrder: [PageRef]
  package let chapters: [PageRef]
  package let indicators: [IndicatorRef]
  package let programmes: [ProgrammeRef]
  package let rules: AssessmentRules
  /// The end of the newest figure, in years; minus infinity without figures.
  package let newest: Double
  package let fullRoute: Route
  /// Nil if the plan has no indicators.
  package let progressRoute: Route?
}

/// The programmes and departments of a site, with what belongs to each.
struct RegisterEntries: Sendable {
  let programmes: Table<ProgrammeTag, ResolvedProgramme>
  let departments: Table<DepartmentTag, ResolvedDepartment>
}

package struct ResolvedProgramme: Sendable {
  package let programme: Programme
  package let plan: PlanRef?
  package let route: Route
  package let section: PageRef?
  package let parent: ProgrammeRef?
  package let department: DepartmentRef?
  /// The departments that support the one in charge.
  package let support: [DepartmentRef]
  package let children: [ProgrammeRef]
  package let indicators: [IndicatorRef]
}

package struct ResolvedDepartment: Sendable {
  package let department: Department
  package let route: Route
  package let sections: [PageRef]
  /// Those that another department is in charge of, or nobody, and that this one supports.
  package let supportedSections: [PageRef]
  package let indicators: [IndicatorRef]
  /// The indicators that this department supports and does not lead.
  package let supportedIndicators: [IndicatorRef]
}

extension ResolvedSite {
  /// The words for columns and cells of data files.
  package func labels(_ language: Language) -> DataLabels { labels[language] ?? .none }

  /// The language of a text that is not in that of this edition: one that nobody translated, or one that has letters of
  /// the main language's writing system alone. Nil for all others.
  package func language(ofText text: String) -> String? {
    guard settings.edition > 0, let main = settings.languages.first else { return nil }
    if untranslatedTexts.contains(text) { return main.tag }
    return foreignSystem?.isAlone(in: text) == true ? main.tag : nil
  }

  /// The language of an indicator's name on a page in `page`; nil if it is the same.
  package func language(ofNameOf indicator: ResolvedIndicator, on page: Language) -> String? {
    if languages.count > 1 {
      let own = pages[plans[indicator.plan].page].language
      if own != page { return own.tag }
    }
    return language(ofText: indicator.indicator.name)
  }

  /// The language of a page's title. Nil on a site whose pages all have the same, unless nobody translated the title.
  package func language(ofTitleOf page: ResolvedPage) -> String? {
    page.parsed.titleLanguage?.tag ?? (languages.count > 1 ? page.language.tag : nil)
  }

  /// The labels of all files of the language; files for its region come last, and so prevail.
  private static func labels(for language: Language, among files: [LabelFile]) -> DataLabels {
    let tag = language.tag.lowercased()
    let primary = tag.prefix { $0 != "-" }
    let own = files.filter { $0.tag.lowercased() == tag }
    let related = files.filter { $0.tag.lowercased() != tag && $0.tag.lowercased().prefix { $0 != "-" } == primary }
    return DataLabels((related + own).reduce(into: [:]) { $0.merge($1.words) { _, last in last } })
  }
}
