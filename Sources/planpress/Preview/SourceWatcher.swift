import NIOPosix
import SiteEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Says that something changed below a site's `Content/` or `Templates/`. Not what: a look at the files tells that, and
/// tells the truth also where the system lost events.
struct SourceWatcher: Sendable {
  /// One element for each burst of changes; several that nobody took yet are one.
  let changes: AsyncStream<Void>

  /// How long it must be quiet after a change, in milliseconds: editors write a file in several steps.
  private static let quiet: Int32 = 8
  /// How long a burst is waited out at most, in milliseconds.
  private static let longestBurst = 150.0
}

#if os(Linux)
  extension SourceWatcher {
    /// Watches from now on, on a thread of its own.
    init(siteDirectory: String) throws {
      let tree = try WatchedTree(root: siteDirectory)
      let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      changes = stream
      let thread = NIOThreadPool(numberOfThreads: 1)
      thread.start()
      thread.submit { _ in
        var tree = tree
        while tree.waitForChange() {
          let start = Machine.seconds()
          while (Machine.seconds() - start) * 1000 < Self.longestBurst, tree.drain(within: Self.quiet) {}
          continuation.yield()
        }
        continuation.finish()
      }
    }
  }

  /// inotify(7): one watch a folder, new folders as they come.
  private struct WatchedTree: Sendable {
    private let root: String
    private let descriptor: Int32
    private var folders: [Int32: String] = [:]

    private static let mask =
      UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_MODIFY
      )

    init(root: String) throws {
      self.root = root
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else { throw MachineError("watch", root, reason: String(cString: strerror(errno))) }
      guard watch(root) else { throw MachineError("watch", root, reason: String(cString: strerror(errno))) }
      for name in ["Content", "Templates"] { watchAll(below: "\(root)/\(name)") }
    }

    private mutating func watch(_ folder: String) -> Bool {
      let watch = inotify_add_watch(descriptor, folder, Self.mask | UInt32(IN_ONLYDIR))
      guard watch >= 0 else { return false }
      folders[watch] = folder
      return true
    }

    /// The watch comes first and the look after it: what is made between the two is seen by one of them.
    private mutating func watchAll(below folder: String) {
      var waiting = [folder]
      while let folder = waiting.popLast() {
        guard watch(folder), let entries = try? FileSystem.entries(of: folder) else { continue }
        for entry in entries where entry.kind == .directory && !entry.name.hasPrefix(".") {
          waiting.append("\(folder)/\(entry.name)")
        }
      }
    }

    /// Blocks until something that matters has changed; false where the watch has ended.
    mutating func waitForChange() -> Bool {
      while true {
        guard isReadable(within: -1) else { return false }
        if takeEvents() { return true }
      }
    }

    /// Whether more came within some milliseconds; it is taken.
    mutating func drain(within milliseconds: Int32) -> Bool {
      guard isReadable(within: milliseconds) else { return false }
      _ = takeEvents()
      return true
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while true {
        let count = poll(&request, 1, milliseconds)
        if count < 0, errno == EINTR { continue }
        return count > 0 && request.revents & Int16(POLLIN) != 0
      }
    }

    /// Takes the events that wait; whether one of them matters.
    private mutating func takeEvents() -> Bool {
      var matters = false
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return matters }
        var place = 0
        while place + 16 <= count {
          let event = buffer.withUnsafeBytes { bytes in
            (
              watch: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self),
              mask: bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self),
              length: Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
            )
          }
          let name = String(
            decoding: buffer[place + 16..<min(count, place + 16 + event.length)].prefix { $0 != 0 }, as: UTF8.self)
          if take(event.watch, event.mask, name) { matters = true }
          place += 16 + event.length
        }
      }
    }

    private mutating func take(_ watch: Int32, _ mask: UInt32, _ name: String) -> Bool {
      // Events were lost: the folders may be others now.
      if mask & UInt32(IN_Q_OVERFLOW) != 0 {
        for name in ["Content", "Templates"] { watchAll(below: "\(root)/\(name)") }
        return true
      }
      guard let folder = folders[watch] else { return false }
      if mask & UInt32(IN_IGNORED) != 0 {
        folders[watch] = nil
        return false
      }
      if folder == root { guard name == "Content" || name == "Templates" else { return false } }
      if mask & UInt32(IN_ISDIR) != 0, mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
        watchAll(below: "\(folder)/\(name)")
      }
      // What the reader leaves out changes nothing: editors' own files.
      return !name.hasPrefix(".") && !name.hasSuffix("~")
    }
  }
#elseif canImport(CoreServices)
  import CoreServices
  import Dispatch

  extension SourceWatcher {
    /// Watches from now on: File System Events, which tell of whole trees.
    init(siteDirectory: String) throws {
      let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      changes = stream
      let told = Unmanaged.passRetained(Told(continuation))
      var context = FSEventStreamContext(
        version: 0, info: told.toOpaque(), retain: nil, release: nil, copyDescription: nil)
      let paths = ["\(siteDirectory)/Content", "\(siteDirectory)/Templates"] as CFArray
      let flags = UInt32(kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagNoDefer)
      guard
        let events = FSEventStreamCreate(
          nil,
          { _, info, _, _, _, _ in
            info.map { Unmanaged<Told>.fromOpaque($0).takeUnretainedValue().continuation.yield() }
          },
          &context, paths, FSEventStreamEventId(kFSEventStreamEventIdSinceNow), Double(Self.quiet) / 1000, flags)
      else { throw MachineError("watch", siteDirectory, reason: "the system gives no events") }
      FSEventStreamSetDispatchQueue(events, DispatchQueue(label: "planpress.watch"))
      guard FSEventStreamStart(events) else {
        throw MachineError("watch", siteDirectory, reason: "the system gives no events")
      }
    }

    private final class Told: Sendable {
      let continuation: AsyncStream<Void>.Continuation

      init(_ continuation: AsyncStream<Void>.Continuation) { self.continuation = continuation }
    }
  }
#endif
