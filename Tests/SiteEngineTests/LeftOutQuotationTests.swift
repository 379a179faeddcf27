import SiteEngine
import TestSupport
import Testing

/// A target was changed, its history says so, and leaves out the quotation or the year that changed with it.
@Suite("Histories that leave something out")
struct LeftOutQuotationTests {
  private func site(_ number: Int, _ year: Int, _ earlier: String = "") -> [String: String] {
    [
      "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: \(earlier.isEmpty ? "2025-06" : "2026-06")\n",
      "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2036\n---\nText.\n",
      "Content/p/1-homes.md": "---\ntitle: Homes\n---\nWe build \(number) homes.\n",
      "Content/p/indicators.yaml": """
      - id: homes
        name: Homes
        kind: increase
        from: {section: homes, quote: We build \(number) homes}
        target: {value: \(number), year: \(year)\(earlier)}

      """,
    ]
  }

  private let earlier = ", earlier: [{value: 48, until: 2026-01, by: the council, why: costs rose}]"

  /// A site with a snapshot of 48 homes, and then with another target.
  private func changed(to site: [String: String]) async throws -> TemporaryFolder {
    let folder = TemporaryFolder(self.site(48, 2030))
    _ = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).takeSnapshot()
    for (path, text) in site { folder.write(text, to: path) }
    return folder
  }

  @Test("The hint completes the entry of the change, and readers see one change [snapshot.target]")
  func quotation() async throws {
    let folder = try await changed(to: site(42, 2030, earlier))
    let found = try await build(folder).findings
    #expect(
      found.contains(
        "warning: the quotation of 'Homes' was We build 48 homes in the snapshot of 2025-06, and is We build 42 homes [snapshot.target]"
      ), "\(found)")
    #expect(
      found.contains("hint: write 'quote: We build 48 homes' into the entry of 'earlier' that ends in 2026-01\n"),
      "\(found)")
    let told =
      "48 → 42; quotation “We build 48 homes” → “We build 42 homes”, changed in January 2026 by the council, because costs rose"
    let page = try #require(folder.text("Output/indicators/homes/index.html"))
    #expect(page.contains("<li>\(told)</li>") && !page.contains("the site does not say when"), "\(page)")
    // With the line of the hint, there is no finding.
    let complete = earlier.replacing("value: 48", with: "value: 48, quote: We build 48 homes")
    for (path, text) in site(42, 2030, complete) { folder.write(text, to: path) }
    #expect(try await !build(folder).findings.contains("[snapshot."))
    #expect(try #require(folder.text("Output/indicators/homes/index.html")).contains("<li>\(told)</li>"))
  }

  @Test("A page of changes has it in one sentence, whether there is a snapshot or not")
  func difference() async throws {
    let before = TemporaryFolder(site(48, 2030))
    let old = try #require(try await SiteState.read(folder: before.path, jobs: 2).value)
    let told =
      "- Homes: 48 → 42; quotation “We build 48 homes” → “We build 42 homes”, changed in January 2026 by the council, because costs rose\n"
    for folder in [TemporaryFolder(site(42, 2030, earlier)), try await changed(to: site(42, 2030, earlier))] {
      let new = try #require(try await SiteState.read(folder: folder.path, jobs: 2).value)
      let page = ChangesPage(from: old, to: new).text(title: nil)
      #expect(page.contains(told), "\(page)")
      #expect(
        SiteDifference(from: old, to: new).lines.map(\.english).contains(
          "      until: 2026-01; by: the council; why: costs rose"))
    }
  }

  @Test("A year that moved with the number is for its author to declare, and readers see it")
  func year() async throws {
    let folder = try await changed(to: site(42, 2035, earlier))
    let found = try await build(folder).findings
    #expect(
      found.contains(
        "hint: write 'year: 2030, quote: We build 48 homes' into the entry of 'earlier' that ends in 2026-01\n"),
      "\(found)")
    let page = try #require(folder.text("Output/indicators/homes/index.html"))
    #expect(page.contains("the site does not say when, by whom or why it was changed"))
  }

  @Test("An entry that another snapshot would need is not a part of an undeclared change")
  func undeclared() async throws {
    let folder = try await changed(to: site(42, 2030, ", earlier: [{value: 45, until: 2026-01}]"))
    let found = try await build(folder).findings
    #expect(
      found.contains("hint: add {value: 48, quote: We build 48 homes, until: 2026-06, why: …} to 'earlier'"), "\(found)"
    )
  }
}
