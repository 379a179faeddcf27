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

  /// Seconds since some fixed moment.
  static func seconds() -> Double {
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  private static let start = ContinuousClock.now
}
