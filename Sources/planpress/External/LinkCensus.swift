import DataFormats
import Diagnostics
import SiteEngine

/// Asks all addresses of other sites, one after the other on each host, and remembers for a week which were there.
struct LinkCensus: Sendable {
  /// Seconds that a good answer holds: a week.
  private static let validity = 7 * 24 * 3600
  /// Between two requests to one host.
  private static let pause = Duration.seconds(1)
  /// Hosts asked at the same time.
  private static let hosts = 4

  private let directory: String
  /// When each address was there, in seconds since 1970.
  private let known: [String: Int]

  init(directory: String) throws {
    self.directory = directory
    let bytes = try FileSystem.contents(of: "\(directory)/\(LinkCensus.fileName)") ?? []
    // Whatever else the file may be, it is not used.
    let members = (try? JSONValue(parsing: bytes))?["reachable"]?.asObject ?? []
    let oldest = Machine.date() - LinkCensus.validity
    known = Dictionary(
      members.compactMap { member in member.value.asInteger.map { (member.key, $0) } }, uniquingKeysWith: { $1 }
    )
    .filter { $0.value > oldest && $0.value <= Machine.date() }
  }

  private static let fileName = "external-links.json"

  func findings(_ links: [ExternalLink]) async throws -> [Diagnostic] {
    let open = links.filter { known[$0.url] == nil }
    let queues = Dictionary(grouping: open) { host(of: $0.url) }.sorted { $0.key < $1.key }.map(\.value)
    var answers: [String: LinkProbe.Answer] = [:]
    try await withThrowingTaskGroup(of: [(String, LinkProbe.Answer)].self) { group in
      var next = 0
      func start() {
        guard next < queues.count else { return }
        let queue = queues[next]
        next += 1
        group.addTask { try await ask(queue) }
      }
      for _ in 0..<LinkCensus.hosts { start() }
      while let part = try await group.next() {
        answers.merge(part) { $1 }
        start()
      }
    }
    try remember(links, answers)
    return open.flatMap { link in findings(link, answers[link.url]) }
  }

  private func ask(_ queue: [ExternalLink]) async throws -> [(String, LinkProbe.Answer)] {
    var answers: [(String, LinkProbe.Answer)] = []
    for link in queue {
      if !answers.isEmpty { try await Task.sleep(for: LinkCensus.pause) }
      answers.append((link.url, try LinkProbe().ask(link.url)))
    }
    return answers
  }

  private func findings(_ link: ExternalLink, _ answer: LinkProbe.Answer?) -> [Diagnostic] {
    let reason: String
    switch answer {
    case .refused(let status):
      reason = status == 404 || status == 410 ? "there is no such page (\(status))" : "the answer is \(status)"
    case .failed(let words): reason = words
    case .reachable, .undecided, nil: return []
    }
    return link.places.map {
      Diagnostic(
        .warning, .linkUnreachable, "\(link.url) cannot be reached: \(reason)",
        hint: "look for its new address, or for a copy in a web archive", at: $0)
    }
  }

  /// Only the good answers: a bad one is asked again.
  private func remember(_ links: [ExternalLink], _ answers: [String: LinkProbe.Answer]) throws {
    var json = JSONWriter(.compact)
    json.object {
      $0.object("reachable") {
        for link in links {
          if let date = answers[link.url] == .reachable ? Machine.date() : known[link.url] {
            $0.member(named: link.url, date)
          }
        }
      }
    }
    try FileSystem.createDirectory(directory)
    try FileSystem.write(Array("*\n".utf8), to: "\(directory)/.gitignore")
    try FileSystem.replace("\(directory)/\(LinkCensus.fileName)", with: json.bytes)
  }

  private func host(of url: String) -> String {
    let rest = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first ?? ""
    return rest.split(whereSeparator: { "/?".contains($0) }).first?.lowercased() ?? ""
  }
}
