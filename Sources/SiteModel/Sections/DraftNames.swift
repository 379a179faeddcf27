import Files
import SiteSources

/// The names of everything in drafts. They distinguish a reference to something unpublished from a typing error.
struct DraftNames: Sendable {
  private let pages: Set<Route>
  /// Ids of indicators.
  private(set) var indicators: Set<String>
  /// Ids of actions.
  private(set) var actions: Set<String>

  /// `site` is the whole site, with its drafts.
  init(_ drafts: Drafts, in site: ParsedSite) {
    guard !drafts.isEmpty else {
      (pages, indicators, actions) = ([], [], [])
      return
    }
    let table = PageTable(site.pages, headers: site.headers)
    let tree = SectionTree(table)
    let unpublished = table.indices.filter { drafts.contains(table[$0].file.path) }
    pages = Set(unpublished.map { tree.nodes[$0].route })
    let declared =
      unpublished.flatMap { table[$0].fields.indicators }
      + site.indicators.filter { drafts.contains($0.file.path) }.flatMap(\.entries)
    indicators = Set(declared.compactMap { $0.id?.value })
    let actions =
      unpublished.flatMap { table[$0].fields.actions }
      + site.actions.filter { drafts.contains($0.file.path) }.flatMap(\.entries)
    self.actions = Set(actions.map(\.id.value))
  }

  var isEmpty: Bool { pages.isEmpty }

  /// Whether a path that an author wrote leads to a draft, relative to the plan at `plan` or else to the site.
  func hasPage(at path: String, in plan: String?) -> Bool {
    if isEmpty { return false }
    let bare = path.split(separator: "/").joined(separator: "/")
    return pages.contains(Route(page: bare))
      || plan.map { pages.contains(Route(page: $0.appending(part: bare))) } == true
  }

  /// Adds the indicators that are left out because their section is a draft.
  mutating func leaveOut(_ ids: some Sequence<String>) { indicators.formUnion(ids) }

  /// Adds the actions that are left out because their section or plan is a draft.
  mutating func leaveOut(actions ids: some Sequence<String>) { actions.formUnion(ids) }
}
