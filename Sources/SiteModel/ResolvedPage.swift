import DataFormats
import Indicators
import SiteSources

/// A page of `Content/`, resolved. A class, like the other large values that occur thousands of times: passing it around
/// copies one reference instead of the whole value.
package final class ResolvedPage: Sendable {
  package let kind: SectionTree.Kind
  package let title: String
  package let parsed: ParsedPage
  package let route: Route
  /// See `LinkStyle.pathFromRoot(of:)`.
  package let pathFromRoot: String
  package let language: Language
  package let number: String?
  package let parent: PageRef?
  package let children: [PageRef]
  /// The plan that contains the page.
  package let plan: PlanRef?
  /// 0 for a plan's home page, 1 for its chapters.
  package let depth: Int
  /// The place among the parent's children, from 0.
  package let place: Int
  package let previous: PageRef?
  package let next: PageRef?
  package let department: DepartmentRef?
  /// The plan's word for sections like this one, such as Pillar.
  package let level: String?
  /// The report that the page belongs to.
  package let report: ResolvedReport?
  /// Indicators that its front matter declares, or that it promises: the section of their `from`.
  package let ownIndicators: [IndicatorRef]
  /// Parallel to the document's links.
  package let links: [ResolvedLink]
  /// Parallel to the document's directives.
  package let directives: [ResolvedDirective]

  init(
    _ page: ParsedPage, at node: SectionTree.Node, pathFromRoot: String, language: Language, plan: PlanRef?,
    report: ResolvedReport?, level: String?, neighbours: (previous: PageRef?, next: PageRef?),
    department: DepartmentRef?,
    ownIndicators: [IndicatorRef],
    links: [ResolvedLink],
    directives: [ResolvedDirective]
  ) {
    kind = node.kind
    title = page.title
    parsed = page
    route = node.route
    self.pathFromRoot = pathFromRoot
    self.language = language
    number = node.number
    parent = node.parent
    children = node.children
    place = node.place
    self.plan = plan
    depth = node.depth
    (previous, next) = neighbours
    self.department = department
    self.level = level
    self.report = report
    self.ownIndicators = ownIndicators
    self.links = links
    self.directives = directives
  }

  // One field each: a caller in another module would copy all fields to read one.
  package var date: CalendarDate? { parsed.fields.date }
  package var updated: CalendarDate? { parsed.fields.updated }
  /// The day of the last change, as far as the page says.
  package var lastChange: CalendarDate? { parsed.fields.updated ?? parsed.fields.date }
  package var summary: String? { parsed.fields.summary }
  package var tags: [String] { parsed.fields.tags }
  /// The page's summary, or else the beginning of its text.
  package var description: String? { parsed.fields.summary ?? parsed.excerpt }
  package var shortTitle: String { parsed.fields.shortTitle ?? title }

  /// Whether the title comes from the heading at the start of the text.
  package var takesTitleFromText: Bool { parsed.fields.title == nil }

  /// The page's own indicators that are listed below its text: those that no `::indicators{…}` in the text shows.
  package var listedIndicators: [IndicatorRef] {
    guard !ownIndicators.isEmpty else { return [] }
    var shown: Set<IndicatorRef> = []
    for case .indicators(let table, _, _, _) in directives { shown.formUnion(table.lazy.compactMap(\.ref)) }
    return shown.isEmpty ? ownIndicators : ownIndicators.filter { !shown.contains($0) }
  }

  /// The ids of the actions that an `::actions{…}` in the text shows.
  package var actionsInText: Set<String> {
    var shown: Set<String> = []
    for case .actions(let table, _, _, _) in directives { shown.formUnion(table.lazy.map(\.action.id.value)) }
    return shown
  }

  /// 第一章 加强创新平台建设
  package var numberedTitle: String { number.map { "\($0) \(title)" } ?? title }
}

/// A directive and what it refers to. Indicators and actions are those of the site; in a report they are as its
/// snapshot has them.
package enum ResolvedDirective: Sendable {
  case box(title: String?, id: String?)
  case indicators([ResolvedIndicator], caption: String?, columns: [IndicatorColumn], grouping: IndicatorGrouping?)
  case charts([ResolvedIndicator], caption: String?, style: ChartStyle?)
  case target(ResolvedIndicator)
  case value(ResolvedIndicator)
  case status(ResolvedIndicator)
  case section(PageRef)
  case actions([ResolvedAction], caption: String?, grouping: ActionGrouping, isTimeline: Bool)
  /// A table of actions as its author wrote it.
  case actionTable
  case action(ResolvedAction)
  case indicator(ResolvedIndicator)
  case term(TermRef, text: String)
  /// A reference to something that is not published: shown as it is written.
  case unpublished(text: String)
}

/// How the rows of a table are grouped.
package enum IndicatorGrouping: Hashable, Sendable {
  case category, programme, section, department, plan, none
  /// By the sections that a plan calls so, such as Pillar.
  case level(String)

  /// The words that authors write, beside those of their plan's levels.
  package static let words = ["category", "programme", "section", "department", "plan", "none"]

  init?(word: String) {
    switch word {
    case "category": self = .category
    case "programme": self = .programme
    case "section": self = .section
    case "department": self = .department
    case "plan": self = .plan
    case "none": self = .none
    default: return nil
    }
  }
}

/// How actions are grouped in a table or a time line.
package enum ActionGrouping: Hashable, Sendable {
  case none, section, programme, department, year, state, plan
  /// By the sections that a plan calls so, such as Pillar.
  case level(String)

  package static let words = ["section", "programme", "department", "year", "state", "plan", "none"]

  init?(word: String) {
    switch word {
    case "section": self = .section
    case "programme": self = .programme
    case "department": self = .department
    case "year": self = .year
    case "state": self = .state
    case "plan": self = .plan
    case "none": self = .none
    default: return nil
    }
  }
}

/// A way to group rows, which may be by the sections that announce them.
package protocol SectionGrouping {
  /// The plan's word for the sections, if all are of one level.
  var level: String? { get }
  var isBySection: Bool { get }
}

extension IndicatorGrouping: SectionGrouping {
  package var level: String? { if case .level(let level) = self { level } else { nil } }
  package var isBySection: Bool { self == .section || level != nil }
}

extension ActionGrouping: SectionGrouping {
  package var level: String? { if case .level(let level) = self { level } else { nil } }
  package var isBySection: Bool { self == .section || level != nil }
}
