import Diagnostics
import Files
import SiteSources

/// Separates an author's mistakes from their consequences. While a register or a page cannot be read, everything that
/// refers to it looks wrong: one wrong character would be reported forty times.
struct Consequences {
  /// The codes of findings on entries that may be missing only because another file could not be read.
  private var doubtful: Set<DiagnosticCode> = []
  private let parsed: ParsedSite

  init(_ parsed: ParsedSite) {
    self.parsed = parsed
    for file in parsed.unreadable + parsed.faulty {
      switch file.role {
      case .page: lostPage(file)
      case .register(.indicators): lostIndicators()
      case .register(.programmes): doubtful.formUnion([.unknownProgramme, .unknownReference])
      case .register(.departments): doubtful.insert(.unknownDepartment)
      case .register(.glossary): doubtful.insert(.unknownTerm)
      case .register(.actions): doubtful.formUnion([.unknownAction, .emptyTable])
      case .settings: doubtful.insert(.missingFile)
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
      if doubtful.isEmpty { return findings }
      return findings.filter { !doubtful.contains($0.code) }
    }
    var other = self
    for folder in folders { other.lostPlan(at: folder) }
    // The entries of its registers belong to no plan.
    func have(_ files: [SourceFile]) -> Bool { files.contains { folders.contains($0.folder) } }
    if have(parsed.indicators.map(\.file)) { other.lostIndicators() }
    if have(parsed.programmes.map(\.file)) { other.doubtful.formUnion([.unknownProgramme, .unknownReference]) }
    if have(parsed.glossary.map(\.file)) { other.doubtful.formUnion([.unknownTerm, .unusedTerm]) }
    if have(parsed.departments.map(\.file)) { other.doubtful.insert(.unknownDepartment) }
    if have(parsed.actions.map(\.file)) { other.doubtful.formUnion([.unknownAction, .emptyTable]) }
    return missing + findings.filter { !other.doubtful.contains($0.code) }
  }

  /// Folders with registers and sections, and without the `index.md` that makes a plan of them: one finding for each.
  private func missingPlans(_ findings: [Diagnostic]) -> (found: [Diagnostic], folders: [String]) {
    let codes = Set<DiagnosticCode>([.sectionOutsidePlan, .registerOutsidePlan]).subtracting(doubtful)
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

  private mutating func lostIndicators() {
    doubtful.formUnion([
      .unknownIndicator, .csvUnknownIndicator, .unknownReference, .emptyTable, .auditUnmentioned, .snapshotGone,
      .snapshotAddress, .unusedAcceptance,
    ])
  }

  private mutating func lostPage(_ file: SourceFile) {
    doubtful.formUnion([
      .unknownSection, .missingPage, .missingAnchor, .unknownReference, .snapshotAddress, .unusedTerm,
      .draftReference,
    ])
    doubtful.insert(.unknownAction)
    // Its front matter may have declared indicators, or the plan of everything in its folder.
    lostIndicators()
    if file.isIndex { lostPlan(at: file.folder) }
  }

  private mutating func lostFields(of page: ParsedPage) {
    doubtful.formUnion([.snapshotAddress, .unknownReference])
    if page.fields.indicators.isEmpty { lostIndicators() }
    if page.fields.actions.isEmpty { doubtful.formUnion([.unknownAction, .emptyTable]) }
    if page.fields.slug == nil { doubtful.formUnion([.unknownSection, .missingPage]) }
    if let plan = page.fields.plan, !plan.isPeriodKnown {
      // Findings that depend on the years of the plan.
      doubtful.formUnion([
        .auditLateValue, .auditLoneValue, .auditStale, .auditDirection, .auditNoDistance, .auditWrongSide,
        .auditOverlap,
        .snapshotRule,
      ])
    }
    if page.isIndex, page.fields.type == nil { lostPlan(at: page.file.folder) }
  }

  private mutating func lostPlan(at folder: String) {
    doubtful.formUnion([.sectionOutsidePlan, .registerOutsidePlan, .unknownPlan, .unknownSection])
    if folder.isEmpty { doubtful.insert(.noFrontPage) }
  }
}
