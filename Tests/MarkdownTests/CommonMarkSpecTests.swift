import FoundationEssentials
import TestSupport
import Testing

@testable import Markdown

/// One of the 652 examples of CommonMark 0.30.
struct SpecExample: Decodable {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  static func all() throws -> [SpecExample] {
    let data = try #require(FileManager.default.contents(atPath: Specification.commonMark.path))
    return try JSONDecoder().decode([SpecExample].self, from: data)
  }
}

@Suite("CommonMark 0.30")
struct CommonMarkSpecTests {
  @Test("Every example of the specification renders as it says", .needs(.commonMark))
  func specification() throws {
    let examples = try SpecExample.all()
    #expect(examples.count == 652)
    for example in examples {
      let html = MarkdownDocument.renderPlain(Array(example.markdown.utf8), unsafe: true)
      #expect(
        String(decoding: html, as: UTF8.self) == example.html,
        "example \(example.example), \(example.section): \(example.markdown)")
    }
  }
}
