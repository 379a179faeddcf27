import Diagnostics
import Files
import SiteEngine

/// Rebuilds the previewed site from the current files, and reports the result to the browser and the terminal.
struct PreviewRefresher: Sendable {
  private let state: PreviewState
  private var session: SiteSession
  /// Findings of the previous build, whose warnings are not printed again.
  private var reported: Set<Diagnostic> = []

  init(_ state: PreviewState, _ options: BuildOptions) {
    self.state = state
    session = SiteSession(options)
  }

  /// Rebuilds the site. Returns false if the folder contains no site.
  mutating func refresh() async throws -> Bool {
    let start = Machine.secondsSinceStart()
    let before = await state.snapshot
    do {
      let refresh = try await session.refresh()
      // An editor may save a file without changing it.
      if refresh.changed.isEmpty, before.generation > 0, before.failure == nil { return true }
      await state.show(refresh)
      report(
        refresh, hasSite: refresh.site != nil || before.site != nil,
        milliseconds: Int(((Machine.secondsSinceStart() - start) * 1000).rounded()))
      return !refresh.diagnostics.contains { $0.code == .noContent } || before.site != nil
    } catch let error as MachineError {
      guard before.generation > 0 else { throw error }
      Terminal.say(error)
      await state.show(failure: "\(error)")
      return true
    }
  }

  /// Prints all errors, new warnings, and a closing line.
  private mutating func report(_ refresh: SiteSession.Refresh, hasSite: Bool, milliseconds: Int) {
    let found = Set(refresh.diagnostics)
    FindingReport(format: .text).print(found.filter { $0.severity == .error || !reported.contains($0) })
    reported = found
    if let site = refresh.site {
      let source: Message =
        refresh.changed.count == 1 ? Message(verbatim: refresh.changed[0]) : "\(refresh.changed.count) files"
      Terminal.output("\(source): \(site.pages) pages and \(site.indicators) indicators in \(milliseconds) ms")
    } else {
      let sum = count(refresh.diagnostics)
      Terminal.error(
        hasSite
          ? "planpress: \(sum); the preview shows the last good version until they are fixed"
          : "planpress: \(sum); the preview shows the errors until they are fixed")
    }
  }
}
