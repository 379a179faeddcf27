import Diagnostics
import SiteEngine

/// What the preview shows at this moment: the last good site, and what is wrong with the newest one.
actor Preview {
  /// One state of the preview.
  struct Snapshot: Sendable {
    /// The last site without errors; nil where there has been none.
    var site: SiteInMemory?
    /// Of the newest look at the sources.
    var findings: [Diagnostic] = []
    /// Trouble of the machine at the newest look.
    var trouble: String?
    /// Counts the looks that changed anything.
    var generation = 0
    /// Whether nothing but style sheets changed since the state before.
    var isStyleOnly = false

    /// Whether the newest sources make no site.
    var isBroken: Bool { trouble != nil || findings.hasErrors }
  }

  private(set) var snapshot = Snapshot()
  private var listeners: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  private var nextListener = 0

  func show(_ refresh: SiteSession.Refresh) {
    let wasBroken = snapshot.isBroken
    snapshot.isStyleOnly =
      !wasBroken && refresh.site != nil && snapshot.site != nil
      && refresh.changed.allSatisfy { $0.hasPrefix("Templates/") && $0.hasSuffix(".css") }
    if let site = refresh.site { snapshot.site = site }
    snapshot.findings = refresh.diagnostics
    snapshot.trouble = nil
    tell()
  }

  func show(trouble: String) {
    snapshot.trouble = trouble
    snapshot.isStyleOnly = false
    tell()
  }

  private func tell() {
    snapshot.generation += 1
    for listener in listeners.values { listener.yield(snapshot) }
  }

  /// The state now, and every later one. Who is slow sees the newest alone.
  func states() -> AsyncStream<Snapshot> {
    let (stream, continuation) = AsyncStream.makeStream(of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    let number = nextListener
    nextListener += 1
    listeners[number] = continuation
    continuation.yield(snapshot)
    continuation.onTermination = { _ in Task { await self.forget(number) } }
    return stream
  }

  private func forget(_ listener: Int) { listeners[listener] = nil }
}
