import DataFormats
import Diagnostics
import Files

/// The sections and plans of a site, by path.
struct SectionNames: Sendable {
  private let sections: [Route: PageRef]
  private let plans: Plans
  private let drafts: DraftNames

  init(_ tree: SectionTree, _ plans: Plans, drafts: DraftNames) {
    var sections: [Route: PageRef] = [:]
    sections.reserveCapacity(tree.nodes.count)
    for page in tree.nodes.indices where tree.nodes[page].kind == .section || tree.nodes[page].kind == .plan {
      sections[tree.nodes[page].route] = page
    }
    self.sections = sections
    self.plans = plans
    self.drafts = drafts
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
    let planPath = plan.map(plans.path(of:)) ?? ""
    let prefix = planPath.isEmpty ? "" : planPath + "/"
    let paths = sections.keys.map(\.bare)
    let inPlan = paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
    return nearMiss(path, among: inPlan)
      ?? inPlan.first { $0.lastPart == path.lastPart }.map { NearMiss($0, isUnambiguous: false) }
      ?? nearMiss(path, among: paths.sorted())
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
          .error, .unknownSection, "section '\(path.value)' does not exist", hint: near?.hint,
          at: source.location(of: path.range), fix: near?.fix))
      return nil
    }
  }
}
