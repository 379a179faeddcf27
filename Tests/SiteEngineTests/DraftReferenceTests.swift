import Foundation
import SiteEngine
import TestSupport
import Testing

/// Findings on references from a published page to a draft.
struct DraftReferenceTests {
  private let site = [
    "Content/site.yaml": "title: Site\nlanguages: [en]\n",
    "Content/index.md": "---\ntitle: Start\n---\n",
    "Content/plan/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
    "Content/plan/a.md": "---\ntitle: A\n---\nText.\n",
    "Content/plan/d.md":
      "---\ntitle: Secret\ndraft: true\nindicators: [{id: own, name: Own, target: 5}]\n---\nText.\n",
    "Content/plan/indicators.yaml":
      "- {id: x, name: X, target: 5, from: {section: d}}\n- {id: y, name: Y, target: 5, from: a}\n",
    "Content/plan/indicators/x.csv": "Year,Value\n2022,1\n",
    "Content/p2/index.md": "---\ntype: plan\ntitle: P2\nperiod: 2026-2030\ndraft: true\n---\n",
  ]

  private func check(_ text: String, drafts: Bool = false, _ more: [String: String] = [:]) async throws -> String {
    let page = ["Content/plan/a.md": "---\ntitle: A\n---\n\(text)\n"]
    let folder = TemporaryFolder(site.merging(page) { $1 }.merging(more) { $1 })
    return try await build(folder, drafts: drafts).findings
  }

  @Test("A reference to a draft is a warning that says so, and is shown without a link")
  func reference() async throws {
    #expect(
      try await check("See :ref[d].") == """
        Content/plan/a.md:4:10: warning: 'd' is a draft or belongs to one, which is not published [reference.draft]
            4 | See :ref[d].
              |          ^
        hint: the text shows 'd' without a link until you remove 'draft: true' from that page

        """)
    let folder = TemporaryFolder(
      site.merging(["Content/plan/a.md": "---\ntitle: A\n---\nSee :ref[d] & :ref[/p2/].\n"]) { $1 })
    _ = try await build(folder)
    #expect(folder.text("Output/plan/a/index.html")?.contains("<p>See d &amp; /p2/.</p>") == true)
    #expect(!folder.files(in: "Output").values.contains { String(decoding: $0, as: UTF8.self).contains("Secret") })
  }

  @Test("With --drafts the reference is a link, and the indicator is published")
  func drafts() async throws {
    #expect(try await check("See :ref[d] and :target[x].", drafts: true) == "")
  }

  @Test("An indicator whose section or plan is a draft is left out; only check says so, with a note")
  func leftOut() async throws {
    var files = site
    files["Content/indicators.yaml"] = "- {id: z, name: Z, plan: p2, target: 5}\n"
    let folder = TemporaryFolder(files)
    #expect(try await build(folder).findings == "")
    let output = folder.files(in: "Output")
    #expect(output["indicators/y/index.html"] != nil)
    #expect(output.keys.filter { $0.contains("indicators/x") || $0.contains("indicators/z") } == [])
    let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
    let notes = report.diagnostics.filter { $0.severity == .note }
    #expect(
      notes.map(\.message) == [
        "indicator 'Z' is left out: its plan 'p2' is a draft, which is not published",
        "indicator 'X' is left out: its section 'd' is a draft, which is not published",
      ])
    #expect(notes.map(\.location.path) == ["Content/indicators.yaml", "Content/plan/indicators.yaml"])
  }

  @Test(
    "What shows the indicators of a draft leaves them out, with a warning",
    arguments: [
      ("::indicators{ids=x,y}", "indicator 'x' belongs to a draft, which is not published, and is left out"),
      ("::indicators{ids=own}", "indicator 'own' belongs to a draft, which is not published, and is left out"),
      ("::chart{id=x}", "indicator 'x' belongs to a draft, which is not published, and is left out"),
      ("::indicators{section=d}", "section 'd' is a draft, which is not published"),
      ("::indicators{plan=p2}", "plan 'p2' is a draft, which is not published"),
      (":ref[x]", "'x' is a draft or belongs to one, which is not published"),
    ])
  func tables(text: String, message: String) async throws {
    let found = try await check(text)
    #expect(found.hasPrefix("Content/plan/a.md:4:"), "\(found)")
    #expect(found.contains(": warning: \(message) [reference.draft]\n"), "\(found)")
    #expect(!found.contains("empty-table") && !found.contains("error"), "\(found)")
  }

  @Test("A figure of a draft in the text is an error, since nothing can replace it")
  func figure() async throws {
    for name in ["target", "value", "status"] {
      let found = try await check("The target is :\(name)[x].")
      #expect(
        found.contains("error: indicator 'x' belongs to a draft, which is not published [reference.unknown-indicator]"),
        "\(found)")
    }
  }

  @Test("A programme that a draft announces keeps its page")
  func programme() async throws {
    let found = try await check("Text.", ["Content/plan/programmes.yaml": "- {id: p, name: P, section: d}\n"])
    #expect(
      found
        == """
        Content/plan/programmes.yaml:1:29: warning: section 'd' is a draft, which is not published [reference.draft]
            1 | - {id: p, name: P, section: d}
              |                             ^
        hint: the page shows no section until you remove 'draft: true' from it

        """)
  }

  @Test("A mistake beside drafts is still a mistake")
  func mistake() async throws {
    #expect(try await check(":ref[dd]").contains("there is no section or indicator 'dd'"))
    #expect(try await check("::indicators{ids=xx}").contains("indicator 'xx' does not exist"))
  }
}
