import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The attributes that choose the rows of a table.
struct DirectiveFilterTests {
  @Test(
    "Tables of indicators and of actions say in the same words what an attribute names that does not exist",
    arguments: ["indicators", "actions"], ["programme", "department", "section", "plan"])
  func unknownName(directive: String, key: String) async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n::\(directive){\(key)=nowhere}\n",
    ])
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["\(key) 'nowhere' does not exist"])
    #expect(errors.map(\.hint) == ["name a \(key) that exists, or remove '\(key)='"])
  }
}
