import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Parts of messages that are single words, which `CatalogueTests` cannot see in the sources.
struct ChineseFindingsTests {
  @Test(
    "Every part of the golden sites' findings has its Chinese", arguments: ["invalid", "invalid-templates", "audit"])
  func words(_ name: String) async throws {
    let output = TemporaryFolder()
    let result = try await SiteBuild(
      BuildOptions(
        siteDirectory: "\(packageRoot)/Tests/GoldenSites/\(name)", outputDirectory: "\(output.path)/Output", jobs: 2,
        usesMemory: false)
    ).build()
    #expect(!result.diagnostics.isEmpty)
    let said = result.diagnostics.flatMap {
      [$0.words, $0.hintWords].compactMap(\.self) + $0.related.map(\.words)
    }
    #expect(Set(said.flatMap { $0.untranslated(in: .chinese) }).sorted() == [])
  }

  @Test("A finding is Chinese with its values, its caret and its hint")
  func whole() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: 规划\n", "Content/index.md": "---\ntitle: 首页\ntilte: 首页\n---\n",
    ])
    let result = try await SiteBuild(
      BuildOptions(siteDirectory: folder.path, outputDirectory: "\(folder.path)/Output", usesMemory: false)
    ).build()
    #expect(
      DiagnosticPrinter(format: .text, language: .chinese).print(result.diagnostics) == """
        Content/index.md:3:1: 错误: 页面中没有“tilte”这个键 [field.unknown-key]
            3 | tilte: 首页
              | ^~~~~
        建议: 是不是想写“title”？

        """)
  }
}
