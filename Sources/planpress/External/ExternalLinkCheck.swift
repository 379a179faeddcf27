import DataFormats
import Diagnostics
import Files
import SiteEngine

/// Checks links to other sites for `check --external`. Links to one host are requested one after the other, and links
/// that were reachable are not requested again for a week.
struct ExternalLinkCheck: Sendable {
  /// How long a good answer stays valid, in seconds: a week.
  private static let validity = 7 * 24 * 3600
  /// Pause between two requests to one host.
  private static let pause = Duration.seconds(1)
  /// Number of hosts that are requested at the same time.
  private static let parallelHosts = 4
  private static let cacheName = "external-links.json"

  private let cache: Folder
  /// When each URL was last reachable, in seconds since 1970; only dates that are still valid.
  private let lastReachable: [String: Int]

  /// Reads the cache in a folder. A file that is not ours, or cannot be parsed, counts as empty.
  init(cacheDirectory: String) throws {
    cache = try Folder(creating: cacheDirectory, isOwn: true)
    let bytes = try cache.contents(of: ExternalLinkCheck.cacheName) ?? []
    let members = (try? JSONValue(parsing: bytes))?["reachable"]?.asObject ?? []
    let now = Machine.secondsSince1970()
    lastReachable = Dictionary(
      members.compactMap { member in member.value.asInteger.map { (member.key, $0) } }, uniquingKeysWith: { $1 }
    )
    .filter { $0.value > now - ExternalLinkCheck.validity && $0.value <= now }
  }

  func findings(_ links: [ExternalLink]) async throws -> [Diagnostic] {
    let pending = links.filter { lastReachable[$0.url] == nil }
    let queues = Dictionary(grouping: pending) { host(of: $0.url) }.sorted { $0.key < $1.key }.map(\.value)
    var answers: [String: LinkProbe.Answer] = [:]
    try await withThrowingTaskGroup(of: [(String, LinkProbe.Answer)].self) { group in
      var next = 0
      func start() {
        guard next < queues.count else { return }
        let queue = queues[next]
        next += 1
        group.addTask { try await probe(queue) }
      }
      for _ in 0..<ExternalLinkCheck.parallelHosts { start() }
      while let part = try await group.next() {
        answers.merge(part) { $1 }
        start()
      }
    }
    try saveCache(links, answers)
    return pending.flatMap { link in findings(link, answers[link.url]) }
  }

  private func probe(_ queue: [ExternalLink]) async throws -> [(String, LinkProbe.Answer)] {
    var answers: [(String, LinkProbe.Answer)] = []
    for link in queue {
      if !answers.isEmpty { try await Task.sleep(for: ExternalLinkCheck.pause) }
      answers.append((link.url, try LinkProbe().answer(from: link.url)))
    }
    return answers
  }

  private func findings(_ link: ExternalLink, _ answer: LinkProbe.Answer?) -> [Diagnostic] {
    let reason: Message
    switch answer {
    case .refused(let status):
      reason = status == 404 || status == 410 ? "page not found (\(status))" : "the server answered \(status)"
    case .failed(let words): reason = Message(verbatim: words)
    case .reachable, .undecided, nil: return []
    }
    return link.locations.map {
      Diagnostic(
        .warning, .linkUnreachable, "cannot reach \(link.url): \(reason)",
        hint: "link to its new address, or to a copy in a web archive", at: $0)
    }
  }

  /// Stores good answers only, so that a bad one is requested again next time.
  private func saveCache(_ links: [ExternalLink], _ answers: [String: LinkProbe.Answer]) throws {
    var json = JSONWriter(.compact)
    json.object {
      $0.object("reachable") {
        for link in links {
          if let date = answers[link.url] == .reachable ? Machine.secondsSince1970() : lastReachable[link.url] {
            $0.member(named: link.url, date)
          }
        }
      }
    }
    _ = try cache.overwrite(".gitignore", with: Array("*\n".utf8))
    try cache.replace(ExternalLinkCheck.cacheName, with: json.bytes)
  }

  private func host(of url: String) -> String {
    let rest = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first ?? ""
    return rest.split(whereSeparator: { "/?".contains($0) }).first?.lowercased() ?? ""
  }
}
