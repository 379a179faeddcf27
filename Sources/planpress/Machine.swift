import SiteEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the engine is told about the machine.
enum Machine {
  /// Processors at work; at least 1.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The words after the program's name. Swift takes them from `/proc`, which a bare chroot does not have; there they are
  /// taken from where the kernel put them.
  static var arguments: [String] {
    let arguments = CommandLine.arguments
    guard arguments.isEmpty else { return Array(arguments.dropFirst()) }
    #if os(Linux)
      return Array(argumentsBeforeEnvironment().dropFirst())
    #else
      return []
    #endif
  }

  #if os(Linux)
    /// The System V ABI has one layout for every processor: the number of the arguments, a pointer to each, a null
    /// pointer, a pointer to each variable of the environment. Nothing has set a variable yet, so `environ` still
    /// points there, and walking down from it ends at the number at the latest when all pointers are counted.
    private static func argumentsBeforeEnvironment() -> [String] {
      var count = 0
      var place = environ - 2
      while UInt(bitPattern: place.pointee) != UInt(count) {
        count += 1
        place -= 1
      }
      return (0..<count).compactMap { place[$0 + 1].map { String(cString: $0) } }
    }
  #endif

  /// Tells this build of the program from another of the same version: the size and time of its file. Where the
  /// system does not say which file that is, the version alone.
  static var program: String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 || stat(CommandLine.arguments.first ?? "", &status) == 0 else {
      return SiteEngine.version
    }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    return "\(SiteEngine.version) \(status.st_size) \(changed.tv_sec).\(changed.tv_nsec)"
  }

  /// Seconds since the program started.
  static func seconds() -> Double {
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The first thing that the program does.
  static func startClock() { _ = start }

  private static let start = ContinuousClock.now

  /// Seconds since 1970, for what is remembered beyond this run.
  static func date() -> Int { time(nil) }
}
