import Diagnostics
import SiteEngine

/// The state of the preview: the last good site, and the findings of the newest build.
actor PreviewState {
  struct Snapshot: Sendable {
    /// The last site without errors; nil if there has been none.
    var site: SiteInMemory?
    /// Findings of the newest build.
    var findings: [Diagnostic] = []
    /// The system error that stopped the newest build, if any.
    var failure: String?
    /// Counts the builds that changed anything.
    var generation = 0
    /// Whether only style sheets changed since the previous generation.
    var isStyleOnly = false

    /// Whether the newest build failed.
    var isBroken: Bool { failure != nil || findings.hasErrors }
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
    snapshot.failure = nil
    publish()
  }

  func show(failure: String) {
    snapshot.failure = failure
    snapshot.isStyleOnly = false
    publish()
  }

  private func publish() {
    snapshot.generation += 1
    for listener in listeners.values { listener.yield(snapshot) }
  }

  /// The current snapshot and all later ones. A slow reader gets the newest only.
  func snapshots() -> AsyncStream<Snapshot> {
    let (stream, continuation) = AsyncStream.makeStream(of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    let id = nextListener
    nextListener += 1
    listeners[id] = continuation
    continuation.yield(snapshot)
    continuation.onTermination = { _ in Task { await self.remove(id) } }
    return stream
  }

  private func remove(_ listener: Int) { listeners[listener] = nil }
}
