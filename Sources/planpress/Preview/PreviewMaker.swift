import Diagnostics
import SiteEngine

/// Makes the site of a preview from what the files say, and says in the terminal what came of it.
struct PreviewMaker: Sendable {
  private let preview: Preview
  private var session: SiteSession
  /// What the terminal shows already.
  private var told: Set<Diagnostic> = []

  init(_ preview: Preview, _ options: BuildOptions) {
    self.preview = preview
    session = SiteSession(options)
  }

  /// Looks at the files and shows what they give now. False where there is no site at all to look at.
  mutating func look() async throws -> Bool {
    let start = Machine.seconds()
    let before = await preview.snapshot
    do {
      let refresh = try await session.refresh()
      // An editor touched a file and changed nothing.
      if refresh.changed.isEmpty, before.generation > 0, before.trouble == nil { return true }
      await preview.show(refresh)
      tell(
        refresh, hasSite: refresh.site != nil || before.site != nil,
        milliseconds: Int(((Machine.seconds() - start) * 1000).rounded()))
      return !refresh.diagnostics.contains { $0.code == .noContent } || before.site != nil
    } catch let error as MachineError {
      guard before.generation > 0 else { throw error }
      Terminal.error("planpress: \(error)")
      await preview.show(trouble: "\(error)")
      return true
    }
  }

  /// Errors each time, warnings when they are new.
  private mutating func tell(_ refresh: SiteSession.Refresh, hasSite: Bool, milliseconds: Int) {
    let found = Set(refresh.diagnostics)
    FindingReport(format: .text).print(found.filter { $0.severity == .error || !told.contains($0) })
    told = found
    if let site = refresh.site {
      let what = refresh.changed.count == 1 ? refresh.changed[0] : "\(refresh.changed.count) files"
      Terminal.output("\(what): \(site.pages) pages and \(site.indicators) indicators in \(milliseconds) ms")
    } else {
      Terminal.error(
        "planpress: \(count(refresh.diagnostics)); the preview shows \(hasSite ? "what was there before" : "them, until they are mended")"
      )
    }
  }
}
