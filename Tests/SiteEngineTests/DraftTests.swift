import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// The contents of a draft's folder are not published, and do not have to be complete.
struct DraftTests {
  private let site = [
    "Content/site.yaml": "title: Site\nlanguages: [en]\n",
    "Content/index.md": "---\ntitle: Start\n---\n[A](plan/a.md)\n",
    "Content/plan/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
    "Content/plan/a.md": "---\ntitle: A\n---\n![](map.png)\n",
    "Content/plan/map.png": smallPicture,
    "Content/plan/d/index.md": "---\ntitle: D\ndraft: true\n---\n",
    "Content/plan/d/secret.png": smallPicture,
    "Content/plan/d/deep/secret.pdf": "secret",
    "Content/plan/d/deep/e.md": "---\ntitle: E\n---\n",
    "Content/plan/draft.md": "---\ntitle: F\ndraft: true\n---\n![](map.png)\n",
    "Content/p2/index.md":
      "---\ntype: plan\ntitle: P2\nperiod: 2026-2030\ndraft: true\n---\n::indicators{}\n\n[Budget](budget.xlsx)\n",
    "Content/p2/indicators.yaml": "- {id: z, name: Z, unit: km, target: 5, programme: roads, department: works}\n",
    "Content/p2/indicators/z.csv": "Year,Value\n2026,1\n",
    "Content/p2/programmes.yaml": "- {id: roads, name: Roads}\n",
    "Content/p2/departments.yaml": "- {id: works, name: Works}\n",
    "Content/p2/glossary.yaml": "- {term: road, definition: A road.}\n",
    "Content/p2/budget.xlsx": "secret",
    // The name of the folder begins like a draft's name, but is not a draft.
    "Content/p20/open.txt": "open",
  ]

  @Test("Neither pages nor files nor registers of a draft's folder are published")
  func nothingLeaks() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    let output = folder.files(in: "Output")
    #expect(output["plan/map.png"] == Data(smallPicture.utf8))
    #expect(output["p20/open.txt"] == Data("open".utf8))
    #expect(output.keys.filter { $0.hasPrefix("p2/") || $0.hasPrefix("plan/d") } == [])
    #expect(!output.contains { $0.key.contains("secret") || $0.value == Data("secret".utf8) })
    #expect(output.keys.filter { $0.contains("indicators/z") || $0.contains("roads") } == [])
  }

  @Test("With --drafts the same files are published")
  func drafts() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder, drafts: true).findings == "")
    for path in ["plan/d/secret.png", "plan/d/deep/secret.pdf", "p2/budget.xlsx", "indicators/z/index.html"] {
      #expect(folder.exists("Output/\(path)"), "\(path)")
    }
  }

  @Test("A file that was published and is in a draft's folder now is removed")
  func unpublished() async throws {
    var before = site
    before["Content/plan/d/index.md"] = "---\ntitle: D\n---\n"
    let folder = TemporaryFolder(before)
    _ = try await build(folder)
    #expect(folder.exists("Output/plan/d/secret.png"))
    folder.write("---\ntitle: D\ndraft: true\n---\n", to: "Content/plan/d/index.md")
    _ = try await build(folder)
    #expect(!folder.exists("Output/plan/d/secret.png"))
  }

  @Test("A check neither counts the terms of a draft's register nor asks for its addresses")
  func loose() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntitle: Start\n---\nA :term[road].\n",
      "Content/d/index.md": "---\ntitle: D\ndraft: true\n---\n![](m.png) [a](https://a.example/)\n",
      "Content/d/m.png": smallPicture,
      "Content/d/departments.yaml": "- {name: W, url: 'https://b.example/'}\n",
      "Content/d/glossary.yaml": "- {term: secret, definition: S.}\n- {term: other, definition: O.}\n",
      "Content/glossary.yaml": "- {term: road, definition: A road.}\n- {term: path, definition: A path.}\n",
    ])
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    #expect(report.diagnostics.map(\.message) == ["no page uses term 'path'"])
    #expect(report.externalLinks.isEmpty)
  }

  @Test("A link into a draft's folder is an error that says so")
  func link() async throws {
    var linked = site
    linked["Content/plan/a.md"] = "---\ntitle: A\n---\n[b](../p2/budget.xlsx) [c](d/deep/e.md)\n"
    linked["Content/site.yaml"] = "title: Site\nlanguages: [en]\ntheme: {logo: plan/d/secret.png}\n"
    let findings = try await build(TemporaryFolder(linked)).findings
    #expect(
      findings.contains(
        "'../p2/budget.xlsx' leads into the folder of a draft, which is not published [link.missing-file]"))
    #expect(findings.contains("'d/deep/e.md' leads to a draft, which is not published [reference.draft]"))
    #expect(findings.contains("'plan/d/secret.png' is in the folder of a draft, which is not published"))
  }

  @Test("Loose ends are those of the published site")
  func looseEnds() async throws {
    // The draft's glossary comes first: its terms are neither unused nor counted.
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: Site\nlanguages: [en]\n",
      "Content/index.md": "---\ntitle: Start\n---\n[B](b/index.md)\n",
      "Content/a/index.md": "---\ntype: plan\ntitle: A\nperiod: 2021-2025\ndraft: true\n---\n",
      "Content/a/glossary.yaml": "- {term: one, definition: One.}\n- {term: two, definition: Two.}\n",
      "Content/b/index.md": "---\ntype: plan\ntitle: B\nperiod: 2021-2025\n---\n:term[road]\n",
      "Content/b/glossary.yaml": "- {term: road, definition: A road.}\n- {term: lane, definition: A lane.}\n",
    ])
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let terms = report.diagnostics.filter { $0.code == .unusedTerm }
    #expect(terms.map(\.message) == ["no page uses term 'lane'"])
  }
}
