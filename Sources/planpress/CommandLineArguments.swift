#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command line. Swift reads it from `/proc` on Linux, which a bare chroot does not have; there it is read from the
/// process's initial stack.
enum CommandLineArguments {
  /// The arguments without the program's name.
  static var all: [String] {
    let arguments = CommandLine.arguments
    guard arguments.isEmpty else { return Array(arguments.dropFirst()) }
    #if os(Linux)
      return Array(argumentsBeforeEnvironment().dropFirst())
    #else
      return []
    #endif
  }

  #if os(Linux)
    /// The System V ABI fixes the layout on every processor: the argument count, a pointer to each argument, a null
    /// pointer, a pointer to each environment variable. No variable has been set yet, so `environ` still points into
    /// this block. Walking down from it, the first word that equals the number of pointers passed is the count.
    private static func argumentsBeforeEnvironment() -> [String] {
      var count = 0
      var word = environ - 2
      while UInt(bitPattern: word.pointee) != UInt(count) {
        count += 1
        word -= 1
      }
      return (0..<count).compactMap { word[$0 + 1].map { String(cString: $0) } }
    }
  #endif
}
