import NIOCore
import NIOHTTP1

/// Reloads open pages when a file is saved: `SourceWatcher` notices the change, `PreviewRefresher` rebuilds the site and
/// updates `PreviewState`, an event is sent to each open page, and the page's script (`preview.js`) reloads it.
enum LiveReload {
  /// The folder of the preview's own files, which are not part of the site.
  static let folder = "-planpress"
  static let eventsPath = "\(folder)/events"

  typealias Outbound = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

  /// How often a comment is sent, so that the connection is not closed as idle.
  private static let keepAliveInterval = Duration.seconds(20)

  /// The script element of a page. `page` is the entity tag of the page without the script; empty for the list of
  /// findings.
  static func script(_ snapshot: PreviewState.Snapshot, page: String) -> String {
    """
    <script src="/\(folder)/preview.js" data-generation="\(snapshot.generation)" data-broken="\(snapshot.isBroken)" \
    data-page="\(page)" defer></script>

    """
  }

  /// Sends the current state and every later one as server-sent events
  /// (https://html.spec.whatwg.org/multipage/server-sent-events.html), until the connection is closed. Events carry no
  /// content of the site.
  static func sendEvents(of state: PreviewState, _ request: HTTPRequestHead, to outbound: Outbound) async throws {
    var head = HTTPResponseHead(version: request.version, status: .ok)
    head.headers.add(name: "content-type", value: "text/event-stream; charset=utf-8")
    head.headers.add(name: "cache-control", value: "no-store")
    head.headers.add(name: "x-content-type-options", value: "nosniff")
    head.headers.add(name: "cross-origin-resource-policy", value: "same-origin")
    try await outbound.write(.head(head))
    if request.method == .HEAD {
      try await outbound.write(.end(nil))
      return
    }
    let snapshots = await state.snapshots()
    try await withThrowingTaskGroup { group in
      group.addTask {
        for await snapshot in snapshots { try await outbound.write(body(event(snapshot))) }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: keepAliveInterval)
          try await outbound.write(body(": keep-alive\n\n"))
        }
      }
      // Writing to a closed connection throws, which ends both tasks.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func event(_ snapshot: PreviewState.Snapshot) -> String {
    """
    event: state
    data: {"generation":\(snapshot.generation),"broken":\(snapshot.isBroken),"styles":\(snapshot.isStyleOnly)}


    """
  }

  private static func body(_ text: String) -> HTTPServerResponsePart {
    .body(.byteBuffer(ByteBuffer(string: text)))
  }
}
