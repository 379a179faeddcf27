import DataFormats
import Diagnostics
import Files

/// The sections and plans of a site, by path.
struct SectionNames: Sendable {
  private let sections: [Route: PageRef]
  private let plans: Plans
  private let drafts: DraftNames
  private let near: NearPaths
  /// The paths in each plan, relative to it.
  private let nearInPlan: Table<PlanTag, NearPaths>
  private let namesInPlan: Table<PlanTag, PathsByName>
  private let children: @Sendable (PageRef) -> [PageRef]

  init(_ pages: PageTable, _ tree: SectionTree, _ plans: Plans, drafts: DraftNames) {
    var sections: [Route: PageRef] = [:]
    sections.reserveCapacity(tree.nodes.count)
    for page in tree.nodes.indices where tree.nodes[page].kind == .section || tree.nodes[page].kind == .plan {
      sections[tree.nodes[page].route] = page
    }
    self.sections = sections
    let nodes = tree.nodes
    children = { nodes[$0].children }
    self.plans = plans
    self.drafts = drafts
    let routes = sections
    near = NearPaths { routes.keys.map(\.bare) }
    namesInPlan = Table(
      plans.homes.indices.map { plan in
        let prefix = plans.path(of: plan).isEmpty ? "" : plans.path(of: plan) + "/"
        return PathsByName { SectionNames.names(of: routes, in: pages, below: prefix) }
      })
    nearInPlan = Table(
      plans.homes.indices.map { plan in
        let prefix = plans.path(of: plan).isEmpty ? "" : plans.path(of: plan) + "/"
        return NearPaths {
          routes.keys.map(\.bare).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        }
      })
  }

  /// A section by its title, or by the name of its file with its number: `1-air`, `1-air.md`.
  private static func names(
    of routes: [Route: PageRef], in pages: PageTable, below prefix: String
  ) -> [(name: String, path: String)] {
    routes.filter { $0.key.bare.hasPrefix(prefix) }.sorted { $0.value < $1.value }.flatMap { route, page in
      let path = String(route.bare.dropFirst(prefix.count))
      let file = pages[page].file
      let name = file.isIndex ? file.folder.lastPart : file.name.withoutPathExtension
      return [(pages[page].title, path), (name, path), (file.name, path)].filter { !$0.1.isEmpty }
    }
  }

  /// A section and all below it.
  func all(in section: PageRef) -> [PageRef] {
    var all: [PageRef] = []
    var open = [section]
    while let next = open.popLast() {
      all.append(next)
      open += children(next)
    }
    return all
  }

  var hasDrafts: Bool { !drafts.isEmpty }

  /// Whether a path leads to a draft, relative to the plan or else to the site.
  func isDraft(_ path: String, in plan: PlanRef?) -> Bool {
    drafts.hasPage(at: path, in: plan.map(plans.path(of:)))
  }

  /// Looks up a section by its path relative to the plan, or else to the site.
  func lookUp(_ path: String, in plan: PlanRef?) -> Lookup<PageRef> {
    let bare = path.split(separator: "/").joined(separator: "/")
    if let plan, let page = sections[Route(page: plans.path(of: plan).appending(part: bare))] { return .found(page) }
    if let page = sections[Route(page: bare)] { return .found(page) }
    return .unknown(nearest(to: bare, in: plan))
  }

  /// The most similar path, relative to the plan as an author would write it.
  func nearest(to path: String, in plan: PlanRef?) -> NearMiss? {
    let inPlan = plan.map { nearInPlan[$0] } ?? near
    if let plan, let named = namesInPlan[plan].path(of: path.lastPart) ?? namesInPlan[plan].path(of: path) {
      return NearMiss(named, isUnambiguous: true)
    }
    return inPlan.nearMiss(path)
      ?? inPlan.path(named: path).map { NearMiss($0, isUnambiguous: false) }
      ?? near.nearMiss(path)
  }
}

extension SectionNames {
  /// The section at a path. Returns nil and reports `reference.unknown-section` if there is none, and warns with
  /// `reference.draft` of a draft.
  func find(
    _ path: Located<String>?, in plan: PlanRef?, _ source: SourceText, into found: inout [Diagnostic]
  ) -> PageRef? {
    guard let path else { return nil }
    switch lookUp(path.value, in: plan) {
    case .found(let section): return section
    case .unknown where isDraft(path.value, in: plan):
      found.append(
        Diagnostic(
          .warning, .draftReference, "section '\(path.value)' is a draft, which is not published",
          hint: "the page shows no section until you remove 'draft: true' from it",
          at: source.location(of: path.range)))
      return nil
    case .unknown(let near):
      found.append(
        Diagnostic(
          .error, .unknownSection, "section '\(path.value)' does not exist",
          hint: near?.hint ?? "write the name of its file without number and ending, such as 'air' for 1-air.md",
          at: source.location(of: path.range), fix: near?.fix))
      return nil
    }
  }
}
