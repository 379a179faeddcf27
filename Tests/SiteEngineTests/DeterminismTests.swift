import TestSupport
import Testing

@testable import SiteEngine

struct DeterminismTests {
  @Test("The output does not depend on the site's folder or the number of threads", arguments: [1, 2, 7])
  func sameBytes(jobs: Int) async throws {
    let site = "\(packageRoot)/Tests/GoldenSites/digital-decade"
    let reference = TemporaryFolder()
    let other = TemporaryFolder(filesBelow(site).mapValues { String(decoding: $0, as: UTF8.self) })
    _ = try await SiteBuild(BuildOptions(siteDirectory: site, outputDirectory: "\(reference.path)/a", jobs: 1)).build()
    _ = try await SiteBuild(
      BuildOptions(siteDirectory: other.path, outputDirectory: "\(reference.path)/b", jobs: jobs)
    ).build()
    #expect(reference.files(in: "a").count > 20)
    #expect(reference.files(in: "a") == reference.files(in: "b"))
  }
}
