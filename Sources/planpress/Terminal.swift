import Diagnostics
import Files
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error. Text that other people or programs may have written is printed without control
/// characters.
enum Terminal {
  /// The number of the first error of writing; 0 if all was written.
  private static let failure = Atomic<Int32>(0)

  /// Throws if anything could not be written, such as on a full disk. A reader that has gone is not a failure.
  static func finish() throws(MachineError) {
    let number = failure.load(ordering: .relaxed)
    guard number == 0 else { throw MachineError("write", "the output", reason: String(cString: strerror(number))) }
  }

  /// Whether standard error is a terminal that can erase a line.
  static var isErrorInteractive: Bool { isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb" }

  /// Whether somebody can answer a question.
  static var isInputInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether findings are coloured: on a terminal, unless `NO_COLOR` is set (no-color.org).
  static var hasColours: Bool { isErrorInteractive && variable("NO_COLOR")?.isEmpty != false }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Says a message in the chosen language.
  static func output(_ message: Message) { output(message.text(in: CommandLineLanguage.language)) }

  @_disfavoredOverload
  static func output(_ text: String) {
    write(Array((clean(text) + "\n").utf8), to: STDOUT_FILENO)
  }

  static func output(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  /// Says a message in the chosen language.
  static func error(_ message: Message) { error(message.text(in: CommandLineLanguage.language)) }

  /// Reports trouble of the machine, with the reason in the system's words.
  static func say(_ error: MachineError) {
    let action = Message(template: error.action, arguments: [])
    self.error("planpress: cannot \(action) \(error.path): \(error.reason)")
  }

  /// Says what to do about an error. Commands in it name the folder of the site.
  static func hint(_ hint: Message) { error("hint: \(TypedSite.commands.named(in: localized(hint)))") }

  @_disfavoredOverload
  static func error(_ text: String) {
    write(Array((clean(text) + "\n").utf8), to: STDERR_FILENO)
  }

  private static func clean(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n")
  }

  /// Writes text unchanged, without adding a line break.
  static func error(verbatim text: String) {
    write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Reads standard input to its end.
  static func input() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    bytes.withUnsafeBytes { buffer in
      while start < buffer.count {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        #else
          let count = Darwin.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        #endif
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN {
          // The stream is non-blocking, and its reader is slower than this program.
          var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&request, 1, -1)
          continue
        }
        // The reader may have closed the pipe, as in `planpress check | head`; that is not an error.
        guard count > 0 else {
          if errno != EPIPE { failure.store(errno, ordering: .relaxed) }
          return
        }
        start += count
      }
    }
  }
}
