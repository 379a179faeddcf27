import Diagnostics
import Files
import SiteSources

/// Separates an author's mistakes from their consequences. While a register or a page cannot be read, everything that
/// refers to it looks wrong: one wrong character would be reported forty times.
struct Consequences {
  /// What could not be read. A finding whose code may follow from it is doubtful.
  private var lost: LostParts = []
  private let parsed: ParsedSite

  init(_ parsed: ParsedSite) {
    self.parsed = parsed
    for file in parsed.unreadable + parsed.faulty {
      switch file.role {
      case .page: lostPage(file)
      case .register(.indicators): lost.insert(.indicators)
      case .register(.programmes): lost.insert(.programmes)
      case .register(.departments): lost.insert(.departments)
      case .register(.glossary): lost.insert(.glossary)
      case .register(.actions): lost.insert(.actions)
      case .settings: lost.insert(.settings)
      case .observations, .values, .labels, .attachment, .theme, .snapshot, .otherPlan: break
      }
    }
    // The front matter could not be read, or a part of it.
    for page in parsed.pages where page.hasBrokenFields { lostFields(of: page) }
  }

  /// The findings without those that merely follow from an unreadable file.
  func removed(from findings: [Diagnostic]) -> [Diagnostic] {
    let (missing, folders) = missingPlans(findings)
    if folders.isEmpty {
      if lost.isEmpty { return findings }
      return findings.filter { !isDoubtful($0.code) }
    }
    var other = self
    for folder in folders { other.lostPlan(at: folder) }
    // The entries of its registers belong to no plan.
    func have(_ files: [SourceFile]) -> Bool { files.contains { folders.contains($0.folder) } }
    if have(parsed.indicators.map(\.file)) { other.lost.insert(.indicators) }
    if have(parsed.programmes.map(\.file)) { other.lost.insert(.programmes) }
    if have(parsed.glossary.map(\.file)) { other.lost.formUnion([.glossary, .plansGlossary]) }
    if have(parsed.departments.map(\.file)) { other.lost.insert(.departments) }
    if have(parsed.actions.map(\.file)) { other.lost.insert(.actions) }
    return missing + findings.filter { !other.isDoubtful($0.code) }
  }

  private func isDoubtful(_ code: DiagnosticCode) -> Bool { !code.mayFollow.isDisjoint(with: lost) }

  /// Folders with registers and sections, and without the `index.md` that makes a plan of them: one finding for each.
  private func missingPlans(_ findings: [Diagnostic]) -> (found: [Diagnostic], folders: [String]) {
    let codes = [DiagnosticCode.sectionOutsidePlan, .registerOutsidePlan].filter { !isDoubtful($0) }
    guard findings.contains(where: { codes.contains($0.code) }) else { return ([], []) }
    let content = "\(SourceTree.contentFolder)/"
    var folders: [String] = []
    var count: [String: Int] = [:]
    for finding in findings where codes.contains(finding.code) && finding.location.path.hasPrefix(content) {
      var folder = String(finding.location.path.dropFirst(content.count)).folderPart
      if folder.lastPart == RegisterKind.indicators.rawValue { folder = folder.folderPart }
      guard !folder.isEmpty else { continue }
      if count[folder] == nil { folders.append(folder) }
      count[folder, default: 0] += 1
    }
    let indexes = Set(parsed.pages.lazy.filter(\.isIndex).map(\.file.folder))
    folders = folders.filter { count[$0, default: 0] > 1 && !indexes.contains($0) }
    let found = folders.map { folder in
      Diagnostic(
        .error, .registerOutsidePlan, "the folder '\(folder)' has no index.md, so it is not a plan",
        hint:
          "create \(content)\(folder)/index.md with the lines '---', 'type: plan', 'title: …', 'period: 2021-2025' and '---'",
        at: SourceLocation(file: "\(content)\(folder)/index.md"))
    }
    return (found, folders)
  }

  private mutating func lostPage(_ file: SourceFile) {
    // Its front matter may have declared indicators, or the plan of everything in its folder.
    lost.formUnion([.page, .indicators])
    if file.isIndex { lostPlan(at: file.folder) }
  }

  private mutating func lostFields(of page: ParsedPage) {
    lost.insert(.fields)
    if page.fields.indicators.isEmpty { lost.insert(.indicators) }
    if page.fields.actions.isEmpty { lost.insert(.actions) }
    if page.fields.slug == nil { lost.insert(.slug) }
    if let plan = page.fields.plan, !plan.isPeriodKnown { lost.insert(.planYears) }
    if page.isIndex, page.fields.type == nil { lostPlan(at: page.file.folder) }
  }

  private mutating func lostPlan(at folder: String) {
    lost.insert(.plan)
    if folder.isEmpty { lost.insert(.frontPage) }
  }
}
