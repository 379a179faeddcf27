import SiteEngine

/// pandoc, which reads Word files and web pages. It is told to open nothing (`--sandbox`), and how much memory and time it
/// may take.
enum Pandoc {
  /// In seconds: it takes about ten for a thousand pages.
  private static let longest = 120.0
  private static let largestHeap = "1G"

  /// The document as pandoc's JSON. Throws a `ConversionFailure` if pandoc is missing, too old, or cannot read the file.
  static func convert(_ format: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let pandoc = ExternalProgram(name: "pandoc")
    guard let version = try? pandoc.run(["--version"]) else { throw ConversionFailure.missing }
    let number = version.line.split(separator: " ").last.map { $0.split(separator: ".").compactMap { Int($0) } } ?? []
    guard number.count >= 2, (number[0], number[1]) >= (2, 17) else {
      throw ConversionFailure.tooOld(version.line)
    }
    let run = try pandoc.run(
      ["+RTS", "-M\(largestHeap)", "-RTS", "--sandbox", "--from", format, "--to", "json"], input: bytes,
      seconds: longest)
    if run.isStopped { throw ConversionFailure.tooSlow(seconds: Int(longest)) }
    // 251 is the exit code of a heap overflow.
    if run.status == 251 { throw ConversionFailure.tooLarge(memory: largestHeap) }
    guard run.status == 0 else { throw ConversionFailure.failed(run.message) }
    return run.output
  }
}
