import Files
import Indicators
import SiteEngine
import SiteSources

/// The example that `planpress init --example strategy` writes: an agency's plan that was revised half-way. Its snapshots
/// and reports are made by planpress itself, in a temporary folder, from the plan of each year.
extension StarterSite {
  static func strategy() async throws -> [File] {
    let folder = try TemporaryDirectory()
    defer { folder.remove() }
    let options = BuildOptions(siteDirectory: folder.path, usesMemory: false)
    func write(_ changed: [File]) throws {
      for file in changed { try FileSystem.replace("\(folder.path)/\(file.path)", with: Array(file.text.utf8)) }
    }
    func state() async throws -> SiteState {
      guard let state = try await SiteState.read(folder: folder.path, jobs: 1).value else {
        preconditionFailure("the example has no errors")
      }
      return state
    }
    /// The site as it was known at the end of a month.
    func write(at month: String, isRevised: Bool = false) throws {
      try write(strategyPages.filter { !isLater($0, than: month) })
      try write([
        measures(isRevised: isRevised), floods(isRevised: isRevised),
        strategyActions(at: month, isRevised: isRevised), strategySettings(asOf: month),
      ])
    }
    let before = [
      measures(isRevised: false), floods(isRevised: false), strategyActions(at: "2023-12", isRevised: false),
    ]
    try write([strategyReadMe, ignored, workflow, planPage(link: nil)])
    try write(at: "2023-12")
    let first = try await SiteBuild(options).takeSnapshot()
    try write(at: "2024-12")
    let yearly = try await SiteBuild(options).writeReport(report(on: 2024, .yearly))
    try write(at: "2025-12")
    let old = try await state()
    try write(at: "2025-12", isRevised: true)
    // The page refers to what a snapshot has; the evaluation takes it again, with the address of the page.
    _ = try await SiteBuild(options).takeSnapshot()
    let changes = ChangesPage(from: old, to: try await state()).text(
      title: "What changed in the mid-term revision (example)")
    try write([("Content/changes.md", changes), planPage(link: "../changes.md")])
    let evaluation = try await SiteBuild(options).writeReport(report(on: 2025, .midTerm))
    let written =
      strategyPages.map(\.path) + before.map(\.path)
      + [strategyReadMe.path, ignored.path, workflow.path, planPage(link: nil).path, strategySettings(asOf: "").path]
      + ["Content/changes.md"] + [first.path].compactMap(\.self) + yearly.paths + evaluation.paths
    return try written.map { path in
      guard let bytes = try FileSystem.contents(of: "\(folder.path)/\(path)") else {
        preconditionFailure("the example has its reports")
      }
      return (path, String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Whether the page is an update of a later day, as its name says.
  private static func isLater(_ page: File, than month: String) -> Bool {
    page.path.firstMatch(of: /updates\/([0-9]{4}-[0-9]{2})/).map { $0.output.1 > month } ?? false
  }

  private static func report(on year: Int, _ stage: ReportFields.Stage) -> ReportRequest {
    ReportRequest(period: .year(year), stage: stage, plan: nil)
  }

  private static func strategySettings(asOf: String) -> File {
    (
      "Content/site.yaml",
      """
      title: Harrow Valley Water Agency (example)
      languages: [en]
      # What is known then; without it no date is over.
      as-of: \(asOf)
      # The address where the site will be published. Without it, the pages also open from disk.
      # base-url: https://example.org/plan/

      """
    )
  }

  private static let strategyReadMe: File = (
    "README.md",
    """
    # Example of a strategic plan

    Everything in it is made up. `Content/strategy/` contains the plan: goals and strategies in Markdown, `indicators.yaml` and
    `actions.yaml`. `Content/reports/` contains two reports, `snapshots/` what the plan said each year.

        planpress serve --open                         preview the site while you write
        planpress check                                find errors, with file and line
        planpress diff snapshots/2024-12.json .        what the revision changed
        planpress report --period 2026                 write the next report

    """
  )
}
