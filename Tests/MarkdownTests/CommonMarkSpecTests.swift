import FoundationEssentials
import Testing

@testable import Markdown

/// One of the 652 examples of CommonMark 0.30.
struct SpecExample: Decodable {
  let example: Int
  let section: String
  let markdown: String
  let html: String
}

@Suite("CommonMark 0.30")
struct CommonMarkSpecTests {
  static let examples: [SpecExample]? = {
    let path = specFolder + "/commonmark-0.30.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      print("SKIPPED: the CommonMark suite is not at '\(path)'; set PLANPRESS_SPEC to its folder")
      return nil
    }
    return try? JSONDecoder().decode([SpecExample].self, from: data)
  }()

  @Test("Every example of the specification renders to its HTML", .enabled(if: examples != nil))
  func specification() throws {
    let examples = try #require(Self.examples)
    #expect(examples.count == 652)
    for example in examples {
      let html = MarkdownDocument.renderPlain(Array(example.markdown.utf8), unsafe: true)
      #expect(
        String(decoding: html, as: UTF8.self) == example.html,
        "example \(example.example), \(example.section): \(example.markdown)")
    }
  }
}

/// `PLANPRESS_SPEC`, or else `../shared/spec` beside the package.
private let specFolder: String = {
  if let folder = ProcessInfo.processInfo.environment["PLANPRESS_SPEC"] { return folder }
  var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast(4)
  return parts.joined(separator: "/") + "/shared/spec"
}()
