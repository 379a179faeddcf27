import SiteEngine
import Synchronization

/// Tells whoever waits at a terminal what a build is doing, once it takes more than a second.
final class ProgressLine: Sendable {
  private let stage = Mutex("reading")
  /// Whether a line stands in the terminal.
  private let isShown = Mutex(false)

  /// Runs `work` and shows its stages as they are told to `begins`; takes the line away at the end.
  static func around<Result: Sendable>(isShown: Bool, _ work: (ProgressLine) async throws -> Result) async rethrows
    -> Result
  {
    let line = ProgressLine()
    guard isShown, Terminal.isErrorsWatched else { return try await work(line) }
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

  func begins(_ stage: String) {
    self.stage.withLock { $0 = stage }
  }

  private func show() {
    let words = stage.withLock(\.self)
    isShown.withLock { isShown in
      guard !Task.isCancelled else { return }
      isShown = true
      Terminal.error(lines: "\r\u{1B}[K\(words) … \(Int(Machine.seconds())) s")
    }
  }

  private func clear() {
    isShown.withLock { isShown in
      if isShown { Terminal.error(lines: "\r\u{1B}[K") }
      isShown = false
    }
  }
}
