import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What Ctrl-C does. While a site is written, the build is asked to put everything back; at any other time nothing is
/// half done, and the program ends at once. A second Ctrl-C ends it in any case.
enum Interrupt {
  private static let isWriting = Atomic<Bool>(false)
  private static let isAsked = Atomic<Bool>(false)

  /// From now on Ctrl-C and `kill` find the program prepared.
  static func prepare() {
    // Only atomics and signal-safe calls: what this function may do, signal-safety(7) says.
    let handler: @convention(c) (Int32) -> Void = { number in
      if Interrupt.isWriting.load(ordering: .relaxed), !Interrupt.isAsked.exchange(true, ordering: .relaxed) { return }
      signal(number, SIG_DFL)
      raise(number)
    }
    // A first look makes both, which is no work for a signal handler.
    isWriting.store(false, ordering: .relaxed)
    isAsked.store(false, ordering: .relaxed)
    signal(SIGINT, handler)
    signal(SIGTERM, handler)
  }

  static var isRequested: Bool { isAsked.load(ordering: .relaxed) }

  static func writingBegins() { isWriting.store(true, ordering: .relaxed) }
}
