#if canImport(CoreServices)
  import CoreServices
  import Dispatch
  import SiteEngine

  extension SourceWatcher {
    /// Starts to watch with File System Events, which cover whole folder trees.
    init(siteDirectory: String) throws {
      let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      changes = stream
      let receiver = Unmanaged.passRetained(Receiver(continuation))
      var context = FSEventStreamContext(
        version: 0, info: receiver.toOpaque(), retain: nil, release: nil, copyDescription: nil)
      let paths = ["\(siteDirectory)/Content", "\(siteDirectory)/Templates"] as CFArray
      let flags = UInt32(kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagNoDefer)
      guard
        let events = FSEventStreamCreate(
          nil,
          { _, info, _, _, _, _ in
            info.map { Unmanaged<Receiver>.fromOpaque($0).takeUnretainedValue().continuation.yield() }
          },
          &context, paths, FSEventStreamEventId(kFSEventStreamEventIdSinceNow), Double(Self.quietTime) / 1000, flags)
      else { throw MachineError("watch", siteDirectory, reason: "the system does not report changes") }
      FSEventStreamSetDispatchQueue(events, DispatchQueue(label: "planpress.watch"))
      guard FSEventStreamStart(events) else {
        throw MachineError("watch", siteDirectory, reason: "the system does not report changes")
      }
    }

    private final class Receiver: Sendable {
      let continuation: AsyncStream<Void>.Continuation

      init(_ continuation: AsyncStream<Void>.Continuation) { self.continuation = continuation }
    }
  }
#endif
