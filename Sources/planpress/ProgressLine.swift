import Synchronization

/// Shows on a terminal what a build is doing, once it takes more than a second.
final class ProgressLine: Sendable {
  private let stage = Mutex("reading")
  /// Whether the line is on the screen.
  private let isShown = Mutex(false)

  /// Runs `work`, shows the stages that it passes to `begin(_:)`, and erases the line at the end.
  static func run<Result: Sendable>(isEnabled: Bool, _ work: (ProgressLine) async throws -> Result) async rethrows
    -> Result
  {
    let line = ProgressLine()
    guard isEnabled, Terminal.isErrorInteractive else { return try await work(line) }
    let ticker = Task {
      try await Task.sleep(for: .seconds(1))
      while true {
        line.show()
        try await Task.sleep(for: .milliseconds(200))
      }
    }
    defer {
      ticker.cancel()
      line.clear()
    }
    return try await work(line)
  }

  func begin(_ stage: String) {
    self.stage.withLock { $0 = stage }
  }

  private func show() {
    let description = stage.withLock(\.self)
    isShown.withLock { isShown in
      guard !Task.isCancelled else { return }
      isShown = true
      Terminal.error(verbatim: "\r\u{1B}[K\(description) … \(Int(Machine.secondsSinceStart())) s")
    }
  }

  private func clear() {
    isShown.withLock { isShown in
      if isShown { Terminal.error(verbatim: "\r\u{1B}[K") }
      isShown = false
    }
  }
}
