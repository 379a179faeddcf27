import Foundation
import SiteEngine
import TestSupport
import Testing

struct CaseClashTests {
  fileprivate static let hasCase: Bool = {
    let folder = TemporaryFolder(["a": ""])
    return !folder.exists("A")
  }()

  @Test("Ids of indicators that differ by case only are one error")
  func ids() async throws {
    let register = "- {id: PM25, name: A, target: 5, from: first}\n- {id: pm25, name: B, target: 5, from: first}\n"
    let found = try await build(TemporaryFolder(smallSite.merging(["Content/indicators.yaml": register]) { $1 }))
      .findings
    #expect(
      found == """
        Content/indicators.yaml:1:8: error: the addresses of the indicator 'A' and the indicator 'B' differ by case only: \
        '/indicators/PM25/' and '/indicators/pm25/' [page.duplicate-url]
            1 | - {id: PM25, name: A, target: 5, from: first}
              |        ^~~~
          Content/indicators.yaml:2:8: the other one
        hint: rename one of them: many computers take the two for one file

        """)
  }

  @Test(
    "Addresses of files, pages and aliases that differ by case only are errors",
    .enabled(if: CaseClashTests.hasCase, "the file system of this computer takes the files of this test for one"),
    arguments: [
      ["Content/Map.png": "a", "Content/map.png": "b"], ["Content/Übung.pdf": "a", "Content/übung.pdf": "b"],
      ["Content/FIRST": "a"], ["Content/First/index.html": "a"],
      ["Content/1-first.md": "---\ntitle: T\naliases: [/Second/]\n---\n## 小标题\n\n文字。\n"],
      ["Content/1-first.md": "---\ntitle: T\naliases: [/Old/, /old/]\n---\n## 小标题\n\n文字。\n"],
      ["Content/Sitemap.xml": "a"], ["Content/a/B.txt": "a", "Content/a/b.txt": "b"],
      ["Content/indicators.yaml": "- {id: a, name: A, target: 5}\n", "Content/indicators/A.json": "a"],
    ])
  func addresses(files: [String: String]) async throws {
    let found = try await build(TemporaryFolder(smallSite.merging(files) { $1 })).findings
    #expect(found.components(separatedBy: "[page.duplicate-url]").count == 2, "\(found)")
    #expect(found.contains(" differ by case only: '") || found.contains("'First/index.html'"), "\(found)")
  }

  @Test("Different capitals alone are not a finding")
  func capitals() async throws {
    let files = [
      "Content/README.txt": "a", "Content/Map.PNG": smallPicture,
      "Content/1-first.md": "---\ntitle: T\naliases: [/OLD/]\n---\n## 小标题\n\n文字。\n",
      "Content/indicators.yaml": "- {id: PM25, name: A, target: 5, from: first}\n",
      "Content/indicators/PM25.csv": "Year,Value\n2022,1\n",
    ]
    #expect(try await build(TemporaryFolder(smallSite.merging(files) { $1 })).findings == "")
  }
}
