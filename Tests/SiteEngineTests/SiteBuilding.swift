import Diagnostics
import SiteEngine
import TestSupport

/// A small plan that builds without findings, for tests to change.
let smallSite: [String: String] = [
  "Content/site.yaml": "title: 测试站\nlanguages: [zh-CN]\n",
  "Content/index.md": """
  ---
  type: plan
  title: 示例规划
  period: {start: 2021, end: 2025}
  numbering: chinese-plan
  ---
  正文。

  """,
  "Content/1-first.md": "---\ntitle: 第一部分\n---\n## 小标题\n\n文字。\n",
  "Content/2-second.md": "---\ntitle: 第二部分\n---\n见[第一部分](1-first.md#小标题)。\n",
]

/// A GIF of one pixel by one, as far as its size is read.
let smallPicture = "GIF89a\u{1}\u{0}\u{1}\u{0}"

/// Builds a folder and returns the findings as printed.
func build(_ folder: TemporaryFolder, jobs: Int = 2, drafts: Bool = false) async throws -> (
  built: Bool, findings: String
) {
  let options = BuildOptions(siteDirectory: folder.path, includesDrafts: drafts, jobs: jobs)
  let result = try await SiteBuild(options).build()
  return (result.report != nil, DiagnosticPrinter(format: .text).print(result.diagnostics))
}

/// The findings of the small site with some files changed; an empty text deletes a file.
func findings(changing changes: [String: String]) async throws -> String {
  let files = smallSite.merging(changes) { _, new in new }.filter { !$0.value.isEmpty }
  let folder = TemporaryFolder(files)
  let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
  return DiagnosticPrinter(format: .text).print(report.diagnostics)
}
