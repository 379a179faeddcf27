import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Handles Ctrl-C and `kill`. While a site is being written, the signal requests a rollback; at any other time nothing
/// is half done, and the program exits at once. A second signal always exits.
enum Interrupt {
  private static let isWriting = Atomic<Bool>(false)
  private static let requested = Atomic<Bool>(false)

  /// Installs the signal handlers.
  static func install() {
    // A handler may use only atomics and async-signal-safe calls, see signal-safety(7).
    let handler: @convention(c) (Int32) -> Void = { number in
      if Interrupt.isWriting.load(ordering: .relaxed), !Interrupt.requested.exchange(true, ordering: .relaxed) {
        return
      }
      signal(number, SIG_DFL)
      raise(number)
    }
    // Static properties are initialised on first use, which must not happen in a signal handler.
    isWriting.store(false, ordering: .relaxed)
    requested.store(false, ordering: .relaxed)
    signal(SIGINT, handler)
    signal(SIGTERM, handler)
  }

  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  static func writingBegins() { isWriting.store(true, ordering: .relaxed) }

  static func writingEnds() { isWriting.store(false, ordering: .relaxed) }

  static func whileWriting<Result>(_ work: () async throws -> Result) async rethrows -> Result {
    writingBegins()
    defer { writingEnds() }
    return try await work()
  }
}
