import NIOCore
import NIOHTTP1
import NIOPosix
import SiteEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Listens at one port and answers with a `PreviewResponder`.
struct PreviewServer: Sendable {
  private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private let listener: NIOAsyncChannel<Connection, Never>
  let port: Int

  /// How many ports are tried, from the one that is asked for.
  private static let attempts = 20
  /// A connection that says nothing for so long is closed.
  private static let patience = TimeAmount.seconds(60)
  /// How often the channel of changes says that it is there.
  private static let pulse = Duration.seconds(20)

  /// Takes the port, or the next one that is free; 0 takes any.
  static func listen(host: String, port: Int) async throws -> PreviewServer {
    var last: (any Error)?
    for candidate in port...min(65535, port + (port == 0 ? 0 : attempts)) {
      do {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
          .serverChannelOption(.backlog, value: 1024)
          .bind(host: host.trimmingBrackets, port: candidate) { childConnect($0) }
        return PreviewServer(listener: listener, port: listener.channel.localAddress?.port ?? candidate)
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        last = error
      } catch {
        throw MachineError("listen at", "\(host):\(candidate)", reason: "\(error)")
      }
    }
    throw MachineError(
      "listen at", "\(host):\(port)",
      reason: "this port and the next \(attempts) are in use (\(last.map { "\($0)" } ?? ""))")
  }

  private static func childConnect(_ channel: any Channel) -> EventLoopFuture<Connection> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(IdleStateHandler(allTimeout: patience))
      try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
      try pipeline.addHandler(IdleConnectionCloser())
      return try Connection(wrappingChannelSynchronously: channel)
    }
  }

  /// Answers until the task is cancelled.
  func run(_ responder: PreviewResponder) async throws {
    try await listener.executeThenClose { connections in
      try await withThrowingDiscardingTaskGroup { group in
        for try await connection in connections {
          group.addTask { await PreviewServer.serve(connection, responder) }
        }
      }
    }
  }

  /// One connection, request after request. Whatever goes wrong on it ends it, and nothing else.
  private static func serve(_ connection: Connection, _ responder: PreviewResponder) async {
    try? await connection.executeThenClose { inbound, outbound in
      var request: HTTPRequestHead?
      for try await part in inbound {
        switch part {
        case .head(let head): request = head
        case .body: break
        case .end:
          guard let head = request else { return }
          request = nil
          switch await responder.outcome(of: head) {
          case .events:
            try await tellChanges(of: responder.preview, head, to: outbound)
            return
          case .answer(let answer):
            try await send(answer, to: head, outbound)
            guard head.isKeepAlive else { return }
          }
        }
      }
    }
  }

  private typealias Outbound = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

  private static func send(_ answer: PreviewResponder.Answer, to request: HTTPRequestHead, _ outbound: Outbound)
    async throws
  {
    var head = HTTPResponseHead(version: request.version, status: answer.status, headers: answer.headers)
    if answer.status != .notModified {
      head.headers.replaceOrAdd(name: "content-length", value: String(answer.body.count))
    }
    if !request.isKeepAlive { head.headers.replaceOrAdd(name: "connection", value: "close") }
    try await outbound.write(.head(head))
    if request.method != .HEAD, !answer.body.isEmpty {
      try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: answer.body))))
    }
    try await outbound.write(.end(nil))
  }

  /// Server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html: the state now, then each new
  /// one. Says which state it is, and nothing of what is in it.
  private static func tellChanges(of preview: Preview, _ request: HTTPRequestHead, to outbound: Outbound) async throws {
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
    let states = await preview.states()
    try await withThrowingTaskGroup { group in
      group.addTask {
        for await state in states {
          let data = "{\"generation\":\(state.generation),\"broken\":\(state.isBroken),\"styles\":\(state.isStyleOnly)}"
          try await outbound.write(.body(.byteBuffer(ByteBuffer(string: "event: state\ndata: \(data)\n\n"))))
        }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: pulse)
          try await outbound.write(.body(.byteBuffer(ByteBuffer(string: ": here\n\n"))))
        }
      }
      // A write to who has gone throws, and ends both.
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

/// Closes a connection on which nothing has come or gone for long.
private final class IdleConnectionCloser: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }
}

extension String {
  /// `[::1]` is how an address stands in a URL, `::1` how it is bound.
  fileprivate var trimmingBrackets: String { hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self }
}
