import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Nobody reads ten thousand findings of one file, and they must not take a minute.
@Suite struct ManyFindingsTests {
  @Test("Of one page or register a little more than a thousand errors are searched for")
  func limits() async throws {
    let attributes = (0..<3000).map { "key\($0)=x" }.joined(separator: " ")
    let terms = (0..<3000).map { ":term[wort \($0)]\n\n" }.joined()
    let keys = (0..<3000).map { "titel\($0): x\n" }.joined()
    for text in [
      "---\ntitle: A\n---\n::indicators{\(attributes)}\n", "---\ntitle: A\n---\n\(terms)",
      "---\ntitle: A\n\(keys)---\nText.\n",
    ] {
      let folder = TemporaryFolder(smallSite.merging(["Content/1-first.md": text]) { _, new in new })
      let found = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).build().diagnostics
      #expect((FindingList.limit...FindingList.limit + 20).contains(found.count))
    }
  }
}
