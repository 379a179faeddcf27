import SiteEngine

/// Asks one address of another site whether it is still there.
struct LinkProbe: Sendable {
  enum Answer: Sendable, Equatable {
    case reachable
    /// As HTTP says it, from 400.
    case refused(status: Int)
    /// As curl says it.
    case failed(reason: String)
    /// The other site does not answer programs, or has been asked too often: nothing is known.
    case undecided
  }

  /// Seconds for one request, redirects included.
  private static let patience = 20

  /// `--disable`, which keeps the user's own settings out, counts only as the first word.
  private let curl = ExternalProgram(
    name: "curl",
    arguments: [
      "--disable", "--silent", "--show-error", "--location", "--max-redirs", "8", "--max-time", "\(patience)",
      "--connect-timeout", "10",
      "--proto", "=http,https", "--user-agent", "planpress/\(SiteEngine.version) (link check)", "--output", "/dev/null",
      "--write-out", "%{http_code}",
    ])

  func ask(_ url: String) throws -> Answer {
    let head = try answer(["--head"], url)
    // Many servers answer no HEAD; a byte of the page is the next best.
    if case .refused = head { return try answer(["--range", "0-0"], url) }
    return head
  }

  private func answer(_ options: [String], _ url: String) throws -> Answer {
    let run = try curl.run(options + ["--", url])
    let status = Int(run.line) ?? 0
    // 18: the server sent less than it announced, 23: the page could not be written; both after a good answer.
    guard run.status == 0 || [18, 23, 56].contains(run.status) && status != 0 else {
      let words = run.errors.split(separator: "\n").first.map(String.init) ?? "curl ended with \(run.status)"
      return .failed(reason: words.drop(prefix: "curl: (\(run.status)) "))
    }
    switch status {
    case 200..<400: return .reachable
    // Too early, too many requests, no program, not now.
    case 401, 403, 407, 425, 429, 503, 999: return .undecided
    default: return .refused(status: status)
    }
  }
}

extension String {
  fileprivate func drop(prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
