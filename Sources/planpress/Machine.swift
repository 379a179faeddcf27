import DataFormats
import SiteEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Facts about the machine and this process that are passed to the engine as arguments.
enum Machine {
  /// Number of online processors; at least 1.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Identifies this build of the program: its version with the size and modification time of its file. The version
  /// alone if the system does not reveal the file.
  static var programID: String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 || stat(CommandLine.arguments.first ?? "", &status) == 0 else {
      return SiteEngine.version
    }
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    return "\(SiteEngine.version) \(status.st_size) \(modified.tv_sec).\(modified.tv_nsec)"
  }

  /// Seconds since `startClock()`.
  static func secondsSinceStart() -> Double {
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// Starts the clock of `secondsSinceStart()`. Called first in `main`.
  static func startClock() { _ = start }

  private static let start = ContinuousClock.now

  /// Seconds since 1970, for dates that are stored beyond this run.
  static func secondsSince1970() -> Int { time(nil) }

  /// The day in UTC.
  static var today: CalendarDate? {
    var seconds = time(nil)
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
