import Files
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

#if os(Linux)
  extension SourceWatcher {
    /// Starts to watch, on a thread of its own.
    init(siteDirectory: String) throws {
      let tree = try WatchedTree(root: siteDirectory)
      let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      changes = stream
      let thread = NIOThreadPool(numberOfThreads: 1)
      thread.start()
      thread.submit { _ in
        var tree = tree
        while tree.waitForChange() {
          let start = Machine.secondsSinceStart()
          while (Machine.secondsSinceStart() - start) * 1000 < Self.longestBurst, tree.drain(within: Self.quietTime) {}
          continuation.yield()
        }
        continuation.finish()
      }
    }
  }

  /// One inotify(7) watch per folder. New folders are added as they appear.
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

    /// Each folder is watched before it is listed, so that an entry created in between is not missed.
    private mutating func watchAll(below folder: String) {
      var pending = [folder]
      while let folder = pending.popLast() {
        guard watch(folder), let entries = try? FileSystem.entries(of: folder) else { continue }
        for entry in entries where entry.kind == .directory && !entry.name.hasPrefix(".") {
          pending.append("\(folder)/\(entry.name)")
        }
      }
    }

    /// Blocks until a relevant change; returns false if the watch has ended.
    mutating func waitForChange() -> Bool {
      while true {
        guard isReadable(within: -1) else { return false }
        if readEvents() { return true }
      }
    }

    /// Reads further events for some milliseconds; returns false if there were none.
    mutating func drain(within milliseconds: Int32) -> Bool {
      guard isReadable(within: milliseconds) else { return false }
      _ = readEvents()
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

    /// Reads the pending events; returns whether one of them is relevant.
    private mutating func readEvents() -> Bool {
      var isRelevant = false
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return isRelevant }
        var offset = 0
        while offset + 16 <= count {
          let event = buffer.withUnsafeBytes { bytes in
            (
              watch: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
              mask: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
              length: Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
            )
          }
          let name = String(
            decoding: buffer[offset + 16..<min(count, offset + 16 + event.length)].prefix { $0 != 0 }, as: UTF8.self)
          if handle(event.watch, event.mask, name) { isRelevant = true }
          offset += 16 + event.length
        }
      }
    }

    private mutating func handle(_ watch: Int32, _ mask: UInt32, _ name: String) -> Bool {
      // Events were lost, so folders may have been added.
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
      // `Content` and `Templates` may be symbolic links, which are not folders to inotify.
      if mask & UInt32(IN_ISDIR) != 0 || folder == root, mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
        watchAll(below: "\(folder)/\(name)")
      }
      // SiteReader skips these names: temporary files of editors.
      return !name.hasPrefix(".") && !name.hasSuffix("~")
    }
  }
#endif
