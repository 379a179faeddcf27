import Files
import Foundation
import SiteEngine
import TestSupport
import Testing

/// A site still builds after any addition by `planpress new`.
struct AuthorTests {
  private func author(_ folder: TemporaryFolder) async throws -> Author {
    try #require(try await Author.open(folder.path).value)
  }

  private func refusal(_ action: () throws -> String) -> String? {
    do {
      _ = try action()
      return nil
    } catch { return (error as? Author.Refusal)?.reason.english }
  }

  private let indented = """
    # Indicators
      - id: a
        name: A
        target: 5

      - id: b
        name: B
        target: 5

    """

  @Test("A register continues in its own style", arguments: ["\n", "\r\n"])
  func indentation(lineBreak: String) async throws {
    let old = indented.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
    let folder = TemporaryFolder(smallSite.merging(["Content/indicators.yaml": old]) { $1 })
    let added = try await author(folder).addIndicator(
      .init(id: "c", name: "C", unit: "km", kind: .level, target: "5"), plan: nil)
    #expect(added.path == "Content/indicators.yaml" && added.line == 10)
    let new = ["", "  - id: c", "    name: C", "    unit: km", "    kind: level", "    target: 5", ""]
    #expect(folder.text("Content/indicators.yaml") == old + new.joined(separator: lineBreak))
    #expect(try await build(folder).built)
  }

  @Test("A list without indentation, without a last line break, or not there yet is continued too")
  func plainLists() async throws {
    let folder = TemporaryFolder(smallSite.merging(["Content/indicators.yaml": "-\n  id: a\n  name: A"]) { $1 })
    _ = try await author(folder).addIndicator(
      .init(id: "b", name: "B", unit: nil, kind: .level, target: nil), plan: nil)
    #expect(folder.text("Content/indicators.yaml") == "-\n  id: a\n  name: A\n- id: b\n  name: B\n  kind: level\n")
    _ = try await author(folder).addProgramme(id: "p", name: "P", plan: nil)
    #expect(folder.text("Content/programmes.yaml") == "- id: p\n  name: P\n")
  }

  @Test("An id that differs from another by case only, or is too long for a file, is refused")
  func ids() async throws {
    let folder = TemporaryFolder(smallSite.merging(["Content/indicators.yaml": "- {id: PM25, name: A}\n"]) { $1 })
    let author = try await author(folder)
    func add(_ id: String) -> String? {
      refusal {
        try author.addIndicator(.init(id: id, name: "N", unit: nil, kind: .level, target: nil), plan: nil).path
      }
    }
    #expect(add("pm25") == "indicator 'PM25' already exists in Content/indicators.yaml")
    #expect(add(String(repeating: "长", count: 80)) == "the id '\(String(repeating: "长", count: 20))…' is too long")
    #expect(refusal { try author.addProgramme(id: "Roads", name: "R", plan: nil).path } == "'Roads' is not a valid id")
  }

  @Test(
    "A long title gives a short file name, cut between words and never inside a character",
    arguments: [
      (
        String(repeating: "word ", count: 60), "3-" + Array(repeating: "word", count: 24).joined(separator: "-") + ".md"
      ),
      (String(repeating: "长", count: 300), "3-" + String(repeating: "长", count: 40) + ".md"),
      (String(repeating: "x", count: 300), "3-" + String(repeating: "x", count: 120) + ".md"),
    ])
  func longTitle(title: String, name: String) async throws {
    let folder = TemporaryFolder(smallSite)
    #expect(try await author(folder).addSection(title, in: nil) == "Content/\(name)")
    #expect(try await build(folder).built)
    // Another long title with the same beginning gets another address.
    _ = try await author(folder).addSection(title + " and more", in: nil)
    #expect(folder.exists("Content/4-\(name.dropFirst(2).dropLast(3))-2.md"))
    #expect(try await build(folder).built)
  }

  @Test("A title that is there already is refused, and another title with its address gets a number")
  func twice() async throws {
    let folder = TemporaryFolder(smallSite)
    #expect(try await author(folder).addSection("Clean air", in: nil) == "Content/3-clean-air.md")
    let author = try await author(folder)
    #expect(
      refusal { try author.addSection("Clean air", in: nil) }
        == "'Clean air' already exists: Content/3-clean-air.md; nothing was written")
    #expect(try author.addSection("Clean air!", in: nil) == "Content/4-clean-air-2.md")
    #expect(try await build(folder).built)
  }

  @Test("A plan in a folder with the address of another page is refused")
  func planFolder() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: T\nlanguages: [en]\n", "Content/index.md": "---\ntitle: T\n---\n",
      "Content/1-city.md": "---\ntitle: Old\ntype: page\n---\n",
    ])
    let author = try await author(folder)
    #expect(
      refusal { try author.addPlan("New", years: 2026...2030, folder: "city") }
        == "'city' would have the address of Content/1-city.md; nothing was written")
    #expect(try author.addPlan("City", years: 2026...2030, folder: nil) == "Content/city-2/index.md")
    #expect(try await build(folder).built)
  }

  @Test(
    "A name that planpress uses itself, or that a folder or a 'slug' has, is not taken",
    arguments: [
      ("Full", "full-2"), ("Indicators", "indicators-2"), ("Progress summary", "progress-summary-2"),
      ("Parts", "parts-2"),
      ("Given", "given-2"),
    ])
  func reserved(title: String, name: String) async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/indicators.yaml": "- {id: a, name: A, target: 5}\n",
        "Content/3-parts/index.md": "---\ntitle: P\n---\nText.\n",
        "Content/4-other.md": "---\ntitle: O\nslug: given\n---\nText.\n",
      ]) { $1 })
    #expect(try await author(folder).addSection(title, in: nil) == "Content/5-\(name).md")
    #expect(try await build(folder).built)
  }

  @Test("Where an entry at the end would not belong to the list, nothing is written; an empty list is filled")
  func otherForms() async throws {
    for text in ["[{id: a, name: A}]\n", "---\n- {id: a, name: A}\n...\n"] {
      let folder = TemporaryFolder(smallSite.merging(["Content/indicators.yaml": text]) { $1 })
      let author = try await author(folder)
      #expect(
        refusal {
          try author.addIndicator(.init(id: "b", name: "B", unit: nil, kind: .level, target: nil), plan: nil).path
        } == "an entry at the end of Content/indicators.yaml would not belong to its list, so nothing was written")
      #expect(folder.text("Content/indicators.yaml") == text)
    }
    let folder = TemporaryFolder(smallSite.merging(["Content/indicators.yaml": "[]\n"]) { $1 })
    let author = try await author(folder)
    _ = try author.addIndicator(.init(id: "b", name: "B", unit: nil, kind: .level, target: nil), plan: nil)
    #expect(folder.text("Content/indicators.yaml") == "- id: b\n  name: B\n  kind: level\n")
  }

  @Test("Control characters and pipes are refused")
  func hostile() async throws {
    let folder = TemporaryFolder(smallSite)
    let author = try await author(folder)
    let name = "a\u{1B}b"
    let reasons = [
      refusal {
        try author.addIndicator(.init(id: "b", name: name, unit: nil, kind: .level, target: nil), plan: nil).path
      },
      refusal {
        try author.addIndicator(.init(id: "b", name: "B", unit: name, kind: .level, target: nil), plan: nil).path
      }, refusal { try author.addProgramme(id: "b", name: name, plan: nil).path },
      refusal { try author.addSection(name, in: nil) },
    ]
    let ends = ["name", "unit", "name", "title"]
    #expect(reasons == ends.map { "the \($0) has a control character (U+001B), which no page can show" })
    #expect(mkfifo("\(folder.path)/Content/indicators.yaml", 0o644) == 0)
    #expect(throws: MachineError.self) {
      try author.addIndicator(.init(id: "b", name: "B", unit: nil, kind: .level, target: nil), plan: nil)
    }
  }
}
