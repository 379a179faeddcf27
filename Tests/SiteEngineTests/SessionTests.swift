import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// A session always gives the same result as a new session.
struct SessionTests {
  private func session(_ folder: TemporaryFolder) -> SiteSession {
    SiteSession(BuildOptions(siteDirectory: folder.path, jobs: 2))
  }

  private func expectSame(_ refresh: SiteSession.Refresh, as fresh: SiteSession.Refresh, after edit: String) throws {
    #expect(refresh.diagnostics.sorted() == fresh.diagnostics.sorted(), "\(edit)")
    #expect(refresh.site?.paths == fresh.site?.paths, "\(edit)")
    for path in fresh.site?.paths ?? [] {
      let isSame = try refresh.site?.contents(of: path) == fresh.site?.contents(of: path)
      #expect(isSame, "\(edit): \(path)")
    }
  }

  @Test(
    "After any edit, a session gives the files and findings of a new session", .randomInput,
    arguments: ["digital-decade", "numbering", "markdown"], [1, 2])
  func randomEdits(_ site: String, _ seed: UInt64) async throws {
    let folder = TemporaryFolder()
    for (path, data) in filesBelow("\(packageRoot)/Tests/GoldenSites/\(site)/Content") {
      folder.write(data, to: "Content/\(path)")
    }
    let input = RandomInput(seed: seed, rounds: 14, cost: 50)
    var editor = RandomEditor(folder, input)
    var remembering = session(folder)
    _ = try await remembering.refresh()
    var broken = 0
    for _ in 0..<input.rounds {
      let edit = editor.edit()
      let refresh = try await remembering.refresh()
      var other = session(folder)
      try expectSame(refresh, as: try await other.refresh(), after: edit)
      // Leave the site broken for two edits, then repair it.
      broken = refresh.site == nil ? broken + 1 : 0
      if broken > 1 { editor.restoreAll() }
    }
  }

  @Test("Renaming a heading that another page links to reports the broken link")
  func brokenLink() async throws {
    let folder = TemporaryFolder(smallSite)
    var remembering = session(folder)
    #expect(try await remembering.refresh().changed.count == smallSite.count)
    folder.write("---\ntitle: 第一部分\n---\n## 大标题\n\n文字。\n", to: "Content/1-first.md")
    let broken = try await remembering.refresh()
    #expect(broken.changed == ["Content/1-first.md"])
    #expect(broken.site == nil && broken.diagnostics.map(\.code) == [.missingAnchor])
  }

  @Test("A refresh names only the files that changed")
  func changes() async throws {
    let folder = TemporaryFolder(smallSite)
    var remembering = session(folder)
    _ = try await remembering.refresh()
    #expect(try await remembering.refresh().changed == [])
    folder.write("p { color: red }", to: "Templates/site.css")
    let refresh = try await remembering.refresh()
    #expect(refresh.changed == ["Templates/site.css"] && refresh.site != nil)
  }
}
