import Foundation
import SiteEngine
import TestSupport
import Testing

/// A text that is imported again under another name, and tables in texts.
@Suite struct TextVersionTests {
  private let folder = TemporaryFolder([
    "plan.txt":
      "Town plan 2026-2030\nChapter 1 Green\nWe plant trees.\nChapter 2 Fair\nWe build homes.\nChapter 3 Busy\nWe open shops.\n"
  ])

  private func writeSecond() {
    folder.write(
      "Town plan 2026-2030\nChapter 1 Green\nWe plant 500 trees.\nChapter 2 Fair\nWe build homes.\nChapter 3 Busy\nWe open shops.\n",
      to: "plan-v2.txt")
  }

  @Test("A text with mostly the sections of another is asked about, and replaces it or is added as the answer says")
  func versions() async throws {
    _ = try await importTexts(folder, ["plan.txt"])
    writeSecond()
    let question = try await #require(throws: ImportQuestion.self) { try await importTexts(folder, ["plan-v2.txt"]) }
    #expect(question.text.english == "is 'plan-v2.txt' a new version of 'plan.txt', which was imported before?")
    #expect(question.option == "--version-of" && question.choices == ["plan.txt", "none"])
    var options = ManuscriptOptions()
    options.earlierVersion = "plan.txt"
    let run = try await importTexts(folder, ["plan-v2.txt"], options)
    #expect(
      run.report.filter { !$0.hasPrefix("numbering") } == [
        "'plan-v2.txt' is imported as a new version of 'plan.txt'", "~ Content/1-green.md", "    - We plant trees.",
        "    + We plant 500 trees.",
      ], "\(run.report)")
    #expect(folder.exists("site/imports/plan-v2.txt.json") && !folder.exists("site/imports/plan.txt.json"))
    #expect(folder.files(in: "site/Content").keys.count { $0.hasSuffix(".md") } == 4)
  }

  @Test("An answer that no file has is refused, and 'none' adds the sections")
  func others() async throws {
    _ = try await importTexts(folder, ["plan.txt"])
    writeSecond()
    var options = ManuscriptOptions()
    options.earlierVersion = "plam.txt"
    await #expect(throws: Author.Refusal.self) { try await importTexts(folder, ["plan-v2.txt"], options) }
    options.earlierVersion = "none"
    _ = try await importTexts(folder, ["plan-v2.txt"], options)
    #expect(folder.files(in: "site/Content").keys.count { $0.hasSuffix(".md") } == 7)
  }

  @Test("A text of its own is not asked about")
  func ownText() async throws {
    _ = try await importTexts(folder, ["plan.txt"])
    folder.write("Annex\nChapter 4 Water\nWe clean rivers.\nChapter 5 Air\nWe clean the air.\n", to: "annex.txt")
    _ = try await importTexts(folder, ["annex.txt"])
  }

  @Test("A table of indicators in a text stays a table, and a note says how to make indicators of it")
  func tables() async throws {
    folder.write(
      "# Plan 2026-2030\n\n## Goals\n\n| Indicator | Unit | 2025 | Target 2030 |\n|---|---|---|---|\n| Trees | trees | 10 | 50 |\n| Homes | homes | 1 | 5 |\n\nText.\n",
      to: "tables.md")
    let run = try await importTexts(folder, ["tables.md"])
    #expect(
      run.findings.contains("note: this table names indicators (2), and stays a table of its page [import.table]"),
      "\(run.findings)")
  }
}
