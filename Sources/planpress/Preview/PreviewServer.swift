import Files
import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Listens on one port and answers with a `PreviewResponder`.
struct PreviewServer: Sendable {
  private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private let listener: NIOAsyncChannel<Connection, Never>
  let port: Int

  /// Number of further ports that are tried if the first is in use.
  private static let attempts = 20
  /// A connection without traffic for this long is closed.
  private static let idleTimeout = TimeAmount.seconds(60)

  /// Binds the port, or the next one that is free; 0 binds any free port.
  static func listen(host: String, port: Int) async throws -> PreviewServer {
    var last: (any Error)?
    for candidate in port...min(65535, port + (port == 0 ? 0 : attempts)) {
      do {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
          .serverChannelOption(.backlog, value: 1024)
          .bind(host: host.trimmingBrackets, port: candidate) { configure($0) }
        return PreviewServer(listener: listener, port: listener.channel.localAddress?.port ?? candidate)
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        last = error
      } catch {
        throw MachineError("listen on", "\(host):\(candidate)", reason: "\(error)")
      }
    }
    throw MachineError(
      "listen on", "\(host):\(port)",
      reason: "this port and the next \(attempts) are in use (\(last.map { "\($0)" } ?? ""))")
  }

  private static func configure(_ channel: any Channel) -> EventLoopFuture<Connection> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(IdleStateHandler(allTimeout: idleTimeout))
      try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
      try pipeline.addHandler(IdleConnectionCloser())
      return try Connection(wrappingChannelSynchronously: channel)
    }
  }

  /// Serves connections until the task is cancelled.
  func run(_ responder: PreviewResponder) async throws {
    try await listener.executeThenClose { connections in
      try await withThrowingDiscardingTaskGroup { group in
        for try await connection in connections {
          group.addTask { await PreviewServer.serve(connection, responder) }
        }
      }
    }
  }

  /// Serves the requests of one connection. An error closes this connection only.
  private static func serve(_ connection: Connection, _ responder: PreviewResponder) async {
    try? await connection.executeThenClose { inbound, outbound in
      var request: HTTPRequestHead?
      for try await part in inbound {
        switch part {
        case .head(let head):
          request = head
          guard head.waitsForContinue else { continue }
          // A client that waits sends the body only when told to. A refused request needs no body (RFC 9110 §10.1.1).
          if case .answer(let answer) = await responder.outcome(of: head), answer.status.code >= 400 {
            try await send(answer, to: head, outbound, isLast: true)
            return
          }
          try await outbound.write(.head(HTTPResponseHead(version: head.version, status: .continue)))
        case .body: break
        case .end:
          guard let head = request else { return }
          request = nil
          switch await responder.outcome(of: head) {
          case .events:
            try await LiveReload.sendEvents(of: responder.state, head, to: outbound)
            return
          case .answer(let answer):
            try await send(answer, to: head, outbound, isLast: !head.isKeepAlive)
            guard head.isKeepAlive else { return }
          }
        }
      }
    }
  }

  private static func send(
    _ answer: PreviewResponder.Answer, to request: HTTPRequestHead, _ outbound: LiveReload.Outbound, isLast: Bool
  ) async throws {
    var head = HTTPResponseHead(version: request.version, status: answer.status, headers: answer.headers)
    if answer.status != .notModified {
      head.headers.replaceOrAdd(name: "content-length", value: String(answer.body.count))
    }
    if isLast { head.headers.replaceOrAdd(name: "connection", value: "close") }
    try await outbound.write(.head(head))
    if request.method != .HEAD, !answer.body.isEmpty {
      try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: answer.body))))
    }
    try await outbound.write(.end(nil))
  }
}

/// Closes a connection after `idleTimeout` without traffic.
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

extension HTTPRequestHead {
  /// Whether the client sends the body only after the status 100, as HTTP/1.1 has it.
  fileprivate var waitsForContinue: Bool {
    (version.major, version.minor) >= (1, 1) && headers.first(name: "expect")?.lowercased() == "100-continue"
      && (headers.contains(name: "transfer-encoding")
        || headers.first(name: "content-length").map { $0 != "0" } ?? false)
  }
}

extension String {
  /// URLs write an IPv6 address as `[::1]`; sockets bind it as `::1`.
  fileprivate var trimmingBrackets: String { hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self }
}
