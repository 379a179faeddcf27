import Indicators
import SiteSources

/// A page of `Content/`, resolved. A class, as are the other large values of which a site has thousands: reading a field
/// costs one reference instead of a copy of the whole value.
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
  /// The plan it belongs to.
  package let plan: PlanRef?
  /// 0 for a plan's home page, 1 for its chapters.
  package let depth: Int
  package let previous: PageRef?
  package let next: PageRef?
  package let department: DepartmentRef?
  /// Indicators from its own front matter.
  package let ownIndicators: [IndicatorRef]
  /// Parallel to the document's links.
  package let links: [ResolvedLink]
  /// Parallel to the document's directives.
  package let directives: [ResolvedDirective]

  init(
    _ page: ParsedPage, at node: SectionTree.Node, pathFromRoot: String, language: Language, plan: PlanRef?,
    neighbours: (previous: PageRef?, next: PageRef?), department: DepartmentRef?, ownIndicators: [IndicatorRef],
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
    self.plan = plan
    depth = node.depth
    (previous, next) = neighbours
    self.department = department
    self.ownIndicators = ownIndicators
    self.links = links
    self.directives = directives
  }

  package var fields: PageFields { _read { yield parsed.fields } }
  /// One sentence about the page: its summary, else the beginning of its text.
  package var description: String? { parsed.fields.summary ?? parsed.excerpt }
  package var shortTitle: String { fields.shortTitle ?? title }

  /// Whether the title is the heading that the text begins with.
  package var takesTitleFromText: Bool { fields.title == nil }

  /// Its own rows stand under its text, unless the text shows them itself.
  package var showsOwnIndicators: Bool { !ownIndicators.isEmpty && !showsThemInText }

  /// Whether the text holds `::indicators{…}` with a row of its own.
  private var showsThemInText: Bool {
    directives.contains { directive in
      guard case .indicators(let shown, _, _, _) = directive else { return false }
      return !Set(shown).isDisjoint(with: ownIndicators)
    }
  }

  /// 第一章 加强创新平台建设
  package var numberedTitle: String { number.map { "\($0) \(title)" } ?? title }
}

/// A directive with what it refers to.
package enum ResolvedDirective: Sendable {
  case box(title: String?, id: String)
  case indicators([IndicatorRef], caption: String?, columns: [IndicatorColumn], grouping: IndicatorGrouping?)
  case charts([IndicatorRef], caption: String?, style: ChartStyle?)
  case target(IndicatorRef)
  case value(IndicatorRef)
  case status(IndicatorRef)
  case section(PageRef)
  case indicator(IndicatorRef)
  case term(TermRef, text: String)
}

/// How the rows of a table are grouped.
package enum IndicatorGrouping: String, CaseIterable, Sendable {
  case category, programme, section, department, plan, none
}
