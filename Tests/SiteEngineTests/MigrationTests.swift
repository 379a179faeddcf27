import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// The changes that `planpress migrate` makes to a site of planpress 0.1.
struct MigrationTests {
  private static let old = [
    "Content/site.yaml": "title: City\nlanguages: [en]\n# Colours come later.\ntheme:\n  logo:\n  footer: City Hall\n",
    "Content/index.md": "---\ntitle: City\ntype: plan\nperiod: 2021-2025\nregion: ~\n---\nA plan.\n",
    "Content/2024-03-05-report.md": "---\ntitle: Report\ntype: page\n---\nText.\n",
    "Content/2023-12-05-news.md": "---\ntitle: News\ntype: page\naliases: [/old/]\n---\nText.\n",
    "Content/1-air.md": "---\ntitle: Air\nsummary:\n---\nText.\n",
    "Content/indicators.yaml":
      "- id: pm25\n  name: PM2.5   # fine dust\n  unit:\n  note:   # none yet\n  target: 25\n  from: air\n",
  ]

  @Test("Keys without a value are removed, old addresses stay, and nothing else changes")
  func migrates() async throws {
    var content = MigrationTests.old
    content["Content/indicators.yaml"] = content["Content/indicators.yaml"]?.replacing(
      "  note:   # none yet\n", with: "")
    let folder = TemporaryFolder(content)
    let changes = try await migrate(folder)
    #expect(
      changes.sorted() == [
        "Content/1-air.md:3: removed 'summary:'", "Content/2023-12-05-news.md:2: added /12-05-news/ to 'aliases'",
        "Content/2024-03-05-report.md:2: added /03-05-report/ to 'aliases'", "Content/index.md:5: removed 'region: ~'",
        "Content/indicators.yaml:3: removed 'unit:'", "Content/site.yaml:5: removed 'logo:'",
      ])
    #expect(
      folder.text("Content/site.yaml")
        == "title: City\nlanguages: [en]\n# Colours come later.\ntheme:\n  footer: City Hall\n")
    #expect(
      folder.text("Content/indicators.yaml")
        == "- id: pm25\n  name: PM2.5   # fine dust\n  target: 25\n  from: air\n")
    #expect(
      folder.text("Content/2024-03-05-report.md")
        == "---\naliases: [/03-05-report/]\ntitle: Report\ntype: page\n---\nText.\n")
    #expect(folder.text("Content/2023-12-05-news.md")?.contains("aliases: [/old/, /12-05-news/]\n") == true)
    #expect(try await migrate(folder) == [])
  }

  @Test("A line with more than its key is left to the author")
  func refuses() async throws {
    let folder = TemporaryFolder(MigrationTests.old)
    _ = try await migrate(folder)
    let left = try await build(folder).migration()
    #expect(left.changes.isEmpty)
    #expect(
      DiagnosticPrinter(format: .text).print(left.errors) == """
        Content/indicators.yaml:3:3: error: 'note' is empty [field.missing-key]
            3 |   note:   # none yet
              |   ^~~~
        hint: write its value after 'note:', or remove the line

        """)
    #expect(folder.text("Content/indicators.yaml")?.contains("  note:   # none yet\n") == true)
  }

  @Test("The first item of an entry is not removed: the dash begins the entry")
  func firstKey() async throws {
    var content = MigrationTests.old
    content["Content/indicators.yaml"] = "- unit:\n  id: pm25\n  name: PM2.5\n  target: 25\n  from: air\n"
    let folder = TemporaryFolder(content)
    _ = try await migrate(folder)
    #expect(folder.text("Content/indicators.yaml")?.hasPrefix("- unit:\n") == true)
  }

  @Test("A site of today has nothing to change")
  func today() async throws {
    let migration = try await SiteBuild(
      BuildOptions(siteDirectory: "\(packageRoot)/Tests/GoldenSites/audit", usesMemory: false)
    ).migration()
    #expect(migration.changes.isEmpty)
  }

  private func build(_ folder: TemporaryFolder) -> SiteBuild {
    SiteBuild(BuildOptions(siteDirectory: folder.path, includesDrafts: true, usesMemory: false))
  }

  private func migrate(_ folder: TemporaryFolder) async throws -> [String] {
    var lines: [String] = []
    for _ in 0..<8 {
      let made = try FixApplier(siteDirectory: folder.path).apply(try await build(folder).migration().changes)
      if made.isEmpty { break }
      lines += made.map { "\($0.location.path):\($0.location.line): \($0.description)" }
    }
    return lines
  }
}
