import SiteEngine

/// Requests one URL of another site with curl.
struct LinkProbe: Sendable {
  enum Answer: Sendable, Equatable {
    case reachable
    /// An HTTP status from 400.
    case refused(status: Int)
    /// The message of curl.
    case failed(reason: String)
    /// The site refuses programs, or gets too many requests, so the link may well work in a browser.
    case undecided
  }

  /// Time limit of one request including redirects, in seconds.
  private static let timeout = 20
  /// The largest answer that is read, in bytes. Where a server does not say how large its answer is, curl would read for
  /// as long as it may, so the speed, in bytes a second, is limited too.
  private static let largestAnswer = 1 << 20
  private static let speed = largestAnswer / timeout

  /// `--disable` ignores the user's own settings; it must be the first argument. With `--globoff` an address is one
  /// request: without it curl takes `[1-5000]` and `{a,b}` for lists.
  private let curl = ExternalProgram(
    name: "curl",
    arguments: [
      "--disable", "--globoff", "--silent", "--show-error", "--location", "--max-redirs", "8", "--max-time",
      "\(timeout)",
      "--connect-timeout", "10", "--max-filesize", "\(largestAnswer)", "--limit-rate", "\(speed)",
      "--proto", "=http,https", "--user-agent", "planpress/\(SiteEngine.version) (link check)", "--output", "/dev/null",
      "--write-out", "%{http_code}",
    ])

  func answer(from url: String) throws -> Answer {
    let head = try request(url, ["--head"])
    // Many servers refuse HEAD, so the first byte is requested instead.
    if case .refused = head { return try request(url, ["--range", "0-0"]) }
    return head
  }

  private func request(_ url: String, _ options: [String]) throws -> Answer {
    let run = try curl.run(options + ["--", url])
    let status = Int(run.line) ?? 0
    // 18: transfer closed early, 23: write error, 56: receive error, 63: too large. The status is known, so the page
    // exists.
    guard run.status == 0 || [18, 23, 56, 63].contains(run.status) && status != 0 else {
      return .failed(reason: run.message.drop(prefix: "curl: (\(run.status)) "))
    }
    switch status {
    case 200..<400: return .reachable
    // 401, 403, 407 and 999 refuse programs; 425, 429 and 503 ask to wait.
    case 401, 403, 407, 425, 429, 503, 999: return .undecided
    default: return .refused(status: status)
    }
  }
}

extension String {
  fileprivate func drop(prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
