import DataFormats
import Diagnostics
import Files
import Indicators
import SiteSources

/// The plans of a site, with the home page and folder of each.
struct Plans: Sendable {
  /// The home page of each plan, in the order of the site.
  let homes: Table<PlanTag, PageRef>
  private let fields: Table<PlanTag, PlanFields>
  private let byHome: [PageRef: PlanRef]
  private let byFolder: [String: PlanRef]
  /// The path of each plan's home page, without leading and trailing slashes; empty if the site itself is the plan.
  private let paths: Table<PlanTag, String>
  private let byPath: [String: PlanRef]
  private let near: NearNames

  init(_ tree: SectionTree, _ pages: PageTable) {
    homes = Table(tree.planHomes)
    fields = homes.mapRows { home in
      guard let fields = pages[home].fields.plan else {
        preconditionFailure("a page of the type 'plan' has a plan's fields")
      }
      return fields
    }
    paths = homes.mapRows { tree.nodes[$0].route.bare }
    let (homes, paths) = (homes, paths)
    byPath = Dictionary(homes.indices.map { (paths[$0], $0) }, uniquingKeysWith: { first, _ in first })
    near = NearNames { Array(paths) }
    byHome = Dictionary(uniqueKeysWithValues: homes.indices.map { (homes[$0], $0) })
    byFolder = Dictionary(
      homes.indices.map { (pages.headers[homes[$0]].folder, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var indices: Range<PlanRef> { homes.startIndex..<homes.endIndex }

  func fields(of plan: PlanRef) -> PlanFields { fields[plan] }
  func path(of plan: PlanRef) -> String { paths[plan] }
  func plan(withHome page: PageRef) -> PlanRef? { byHome[page] }

  /// The plan's word for a section: the page's own `level`, or that of its depth. Nil for a home page, and for a
  /// section without such a word.
  func level(of page: ParsedPage, at node: SectionTree.Node) -> String? {
    guard node.kind == .section, let plan = node.planHome.flatMap({ byHome[$0] }) else { return nil }
    if let level = page.fields.level { return level.value }
    let levels = fields[plan].levels
    return levels.indices.contains(node.depth - 1) ? levels[node.depth - 1].value : nil
  }

  /// The names of the levels of a plan, or of all plans.
  func levels(of plan: PlanRef?) -> [String] {
    guard let plan else { return fields.flatMap { $0.levels.map(\.value) } }
    return fields[plan].levels.map(\.value)
  }

  /// Looks up a plan by path; leading and trailing slashes are ignored.
  func lookUp(_ path: String) -> Lookup<PlanRef> {
    let bare = path.split(separator: "/").joined(separator: "/")
    if let plan = byPath[bare] { return .found(plan) }
    return .unknown(near.nearMiss(bare))
  }

  /// The plan that an entry of a register names. Returns nil and reports `register.unknown-plan` if there is none.
  func find(_ name: Located<String>, in source: SourceText, into found: inout [Diagnostic]) -> PlanRef? {
    switch lookUp(name.value) {
    case .found(let plan): return plan
    case .unknown(let near):
      found.append(
        Diagnostic(
          .error, .unknownPlan, "plan '\(name.value)' does not exist",
          hint: near?.hint ?? "write the name of the plan's folder", at: source.location(of: name.range),
          fix: near?.fix))
      return nil
    }
  }
}

// MARK: - Registers

extension Plans {
  /// The plan that a register file belongs to: the plan of its folder, or the site's only plan. Nil for a register at
  /// the site's root that several plans share.
  func plan(ofRegister file: SourceFile) -> PlanRef? {
    if let plan = byFolder[registerFolder(of: file)] { return plan }
    return homes.count == 1 ? homes.startIndex : nil
  }

  /// Reports `register.outside-plan` for each register that is neither at the site's root nor in a plan's folder.
  func misplacedRegisters(_ parsed: ParsedSite) -> [Diagnostic] {
    let files =
      parsed.departments.map { ($0.file, $0.source) } + parsed.programmes.map { ($0.file, $0.source) }
      + parsed.glossary.map { ($0.file, $0.source) } + parsed.actions.map { ($0.file, $0.source) }
      + parsed.indicators.map { ($0.file, $0.source) }
      + parsed.observations.map { ($0.file, $0.rows.source.text) }
    return files.compactMap { file, source in
      let folder = registerFolder(of: file)
      guard !folder.isEmpty, byFolder[folder] == nil else { return nil }
      return Diagnostic(
        .error, .registerOutsidePlan,
        "a register must be in the site's root or in a plan's folder, and '\(folder)' is neither",
        hint: "move '\(file.name)' up to the folder whose index.md has 'type: plan'", at: source.location(line: 1))
    }
  }

  /// The folder of a register; for a file in `indicators/`, the parent of that folder.
  private func registerFolder(of file: SourceFile) -> String {
    file.folder.lastPart == RegisterKind.indicators.rawValue ? file.folder.folderPart : file.folder
  }
}
