import SiteEngine
import SiteSources

/// Fetches the data of another planpress site with curl.
struct PlanFetch: Sendable {
  struct Failure: Error {
    /// The message of curl.
    let reason: String
  }

  /// `--disable` ignores the user's own settings; it must be the first argument. `--globoff`: an address is one request.
  private let curl = ExternalProgram(
    name: "curl",
    arguments: [
      "--disable", "--globoff", "--silent", "--show-error", "--fail", "--location", "--max-redirs", "8", "--max-time",
      "120", "--connect-timeout", "10", "--max-filesize", "\(OtherPlanReader.largest)", "--proto", "=http,https",
      "--user-agent", "planpress/\(SiteEngine.version)",
    ])

  /// The bytes at an address. Throws if there is no curl.
  func data(at url: String) throws -> Result<[UInt8], Failure> {
    let run = try curl.run(["--", url])
    guard run.status == 0, run.output.count <= OtherPlanReader.largest else {
      return .failure(Failure(reason: run.message))
    }
    return .success(run.output)
  }
}
