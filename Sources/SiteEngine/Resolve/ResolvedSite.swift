import DataFormats
import Diagnostics
import Figures
import Indicators
import Markdown

/// The whole site with every question answered: what stands where, what it is called, what it leads to.
/// Rendering it cannot fail.
struct ResolvedSite: Sendable {
  private let facts: SiteFacts
  /// Parallel to `pages`: the parsed form of each.
  let parsed: [ParsedPage]

  init(
    settings: SiteSettings, links: LinkStyle, pages: [ResolvedPage], parsed: [ParsedPage], plans: [ResolvedPlan],
    freePages: [Int], front: Int?, registers: ResolvedRegisters, statuses: [IndicatorStatus], mentions: [[Int]],
    attachments: [(file: SourceFile, route: Route)], redirects: [Redirect], logo: Route?
  ) {
    facts = SiteFacts(
      settings: settings, links: links, pages: pages, plans: plans, freePages: freePages, front: front,
      registers: registers, statuses: statuses, mentions: mentions, attachments: attachments, redirects: redirects,
      logo: logo)
    self.parsed = parsed
  }

  struct Redirect: Sendable {
    let from: Route
    let page: Int
  }
}

extension ResolvedSite {
  var settings: SiteSettings { _read { yield facts.settings } }
  var links: LinkStyle { _read { yield facts.links } }
  /// Every page of `Content/`; places in this array name pages elsewhere.
  var pages: [ResolvedPage] { _read { yield facts.pages } }
  var plans: [ResolvedPlan] { _read { yield facts.plans } }
  /// Places of the pages beside the plans.
  var freePages: [Int] { _read { yield facts.freePages } }
  /// The place of the front page; nil where the site is itself a plan.
  var front: Int? { facts.front }
  /// By plan, then in the order of the registers.
  var indicators: [ResolvedIndicator] { _read { yield facts.registers.indicators } }
  /// Parallel to `indicators`. They are counted five times over, and lie far apart in the indicators themselves.
  var statuses: [IndicatorStatus] { _read { yield facts.statuses } }
  /// The indicators that have a page of their own.
  var withPage: [Int] { _read { yield facts.registers.withPage } }
  /// Parallel to `indicators`: the pages whose text shows or names each, in the order of the site.
  var mentions: [[Int]] { _read { yield facts.mentions } }
  var programmes: [ResolvedProgramme] { _read { yield facts.registers.programmes } }
  var departments: [ResolvedDepartment] { _read { yield facts.registers.departments } }
  var terms: [ResolvedTerm] { _read { yield facts.registers.terms } }
  var attachments: [(file: SourceFile, route: Route)] { _read { yield facts.attachments } }
  var redirects: [Redirect] { _read { yield facts.redirects } }
  var logo: Route? { facts.logo }

  /// A class: the closures that make pages hold the site by one reference.
  private final class SiteFacts: Sendable {
    let settings: SiteSettings
    let links: LinkStyle
    let pages: [ResolvedPage]
    let plans: [ResolvedPlan]
    let freePages: [Int]
    let front: Int?
    /// All of them, though a finished site asks for no names: to take them apart takes longer than they take room.
    let registers: ResolvedRegisters
    let statuses: [IndicatorStatus]
    let mentions: [[Int]]
    let attachments: [(file: SourceFile, route: Route)]
    let redirects: [Redirect]
    let logo: Route?

    init(
      settings: SiteSettings, links: LinkStyle, pages: [ResolvedPage], plans: [ResolvedPlan], freePages: [Int],
      front: Int?, registers: ResolvedRegisters, statuses: [IndicatorStatus], mentions: [[Int]],
      attachments: [(file: SourceFile, route: Route)], redirects: [Redirect], logo: Route?
    ) {
      self.settings = settings
      self.links = links
      self.pages = pages
      self.plans = plans
      self.freePages = freePages
      self.front = front
      self.registers = registers
      self.statuses = statuses
      self.mentions = mentions
      self.attachments = attachments
      self.redirects = redirects
      self.logo = logo
    }
  }
}

/// A page of `Content/` in its place. A class, as are the other large values of which a site has thousands: they are
/// looked at far more often than made, and a look costs one reference instead of a copy of every field.
final class ResolvedPage: Sendable {
  let kind: SectionTree.Kind
  let title: String
  private let page: ParsedPage
  let route: Route
  /// Of its address, see `LinkStyle.stem`.
  let stem: String
  let language: Language
  let number: String?
  let parent: Int?
  let children: [Int]
  /// The plan it belongs to, by its place among the plans.
  let plan: Int?
  /// 0 for a plan's home page, 1 for its chapters.
  let depth: Int
  let previous: Int?
  let next: Int?
  let department: Int?
  /// Indicators from its own front matter.
  let ownIndicators: [Int]
  /// Parallel to the document's links.
  let links: [ResolvedLink]
  /// Parallel to the document's directives.
  let directives: [ResolvedDirective]

  init(
    _ page: ParsedPage, at node: SectionTree.Node, stem: String, language: Language, plan: Int?,
    neighbours: (previous: Int?, next: Int?), department: Int?, ownIndicators: [Int], links: [ResolvedLink],
    directives: [ResolvedDirective]
  ) {
    kind = node.kind
    title = page.title
    self.page = page
    route = node.route
    self.stem = stem
    self.language = language
    number = node.number
    parent = node.parent
    children = node.children
    self.plan = plan
    depth = node.depth
    (previous, next) = neighbours
    self.department = department
    self.ownIndicators = ownIndicators
    self.links = links
    self.directives = directives
  }

  var fields: PageFields { _read { yield page.fields } }
  /// One sentence about the page: its summary, else the beginning of its text.
  var description: String? { page.fields.summary ?? page.beginning }
  var shortTitle: String { fields.shortTitle ?? title }

  /// Whether the title is the heading that the text begins with.
  var takesTitleFromText: Bool { fields.title == nil }

  /// Its own rows stand under its text, unless the text shows them itself.
  var showsOwnIndicators: Bool { !ownIndicators.isEmpty && !showsThemInText }

  /// Whether the text holds `::indicators{…}` with a row of its own.
  private var showsThemInText: Bool {
    directives.contains { directive in
      guard case .indicators(let shown, _, _, _) = directive else { return false }
      return !Set(shown).isDisjoint(with: ownIndicators)
    }
  }

  /// 第一章 加强创新平台建设
  var numberedTitle: String { number.map { "\($0) \(title)" } ?? title }
}

/// A plan, by its home page.
struct ResolvedPlan: Sendable {
  let page: Int
  let fields: PlanFields
  /// The home page first.
  let readingOrder: [Int]
  let chapters: [Int]
  let indicators: [Int]
  let programmes: [Int]
  let tolerance: Double
  let fullRoute: Route
  /// Nil where it has no indicators.
  let progressRoute: Route?
}

/// An indicator, judged, in its place. What few of them have stands apart, and places are short: with both in full, those
/// of 10,000 pages would take five megabytes more.
final class ResolvedIndicator: Sendable {
  let indicator: Indicator
  let assessment: Assessment
  private let planPlace, sectionPlace, leadPlace: Int32
  private let names: Names?

  private final class Names: Sendable {
    let quote: String?
    let programme: Int?
    let support: [Int]
    let route: Route?

    init(quote: String?, programme: Int?, support: [Int], route: Route?) {
      self.quote = quote
      self.programme = programme
      self.support = support
      self.route = route
    }
  }

  init(
    _ indicator: Indicator, _ assessment: Assessment, plan: Int, section: Int?, quote: String? = nil,
    programme: Int? = nil,
    lead: Int?, support: [Int] = [], route: Route? = nil
  ) {
    self.indicator = indicator
    self.assessment = assessment
    planPlace = Int32(plan)
    sectionPlace = section.map { Int32($0) } ?? -1
    leadPlace = lead.map { Int32($0) } ?? -1
    names =
      quote == nil && programme == nil && support.isEmpty && route == nil
      ? nil : Names(quote: quote, programme: programme, support: support, route: route)
  }

  /// Its place among the plans.
  var plan: Int { Int(planPlace) }
  /// The section that promises it, by its place among the pages.
  var section: Int? { sectionPlace < 0 ? nil : Int(sectionPlace) }
  var lead: Int? { leadPlace < 0 ? nil : Int(leadPlace) }
  /// The sentence of the promise.
  var quote: String? { names?.quote }
  var programme: Int? { names?.programme }
  var support: [Int] { names?.support ?? [] }
  /// Only an indicator with an id has a page.
  var route: Route? { names?.route }
}

struct ResolvedProgramme: Sendable {
  let programme: Programme
  let plan: Int?
  let route: Route
  let section: Int?
  var parent: Int?
  let department: Int?
  var children: [Int]
  var indicators: [Int]
}

struct ResolvedDepartment: Sendable {
  let department: Department
  let route: Route
  var sections: [Int]
  var indicators: [Int]
}

struct ResolvedTerm: Sendable {
  let term: GlossaryTerm
  /// On the glossary's page.
  let anchor: String
}

/// What a directive stands for.
enum ResolvedDirective: Sendable {
  case box(title: String?, id: String)
  case indicators([Int], caption: String?, columns: [IndicatorColumn], grouping: IndicatorGrouping?)
  case charts([Int], caption: String?, style: IndicatorChart.Style?)
  case target(Int)
  case value(Int)
  case status(Int)
  case section(Int)
  case indicator(Int)
  case term(Int, text: String)
  /// Reported as an error; never rendered.
  case invalid
}

/// What the rows of a table stand together by.
enum IndicatorGrouping: String, CaseIterable, Sendable {
  case category, programme, section, department, plan, none
}
