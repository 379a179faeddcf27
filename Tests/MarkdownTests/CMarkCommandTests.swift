import Foundation
import TestSupport
import Testing

@testable import Markdown

/// `planpress markdown --plain` against the program `cmark`, where it is installed: libcmark's own parser and renderer,
/// without our arena and our renderer.
struct CMarkCommandTests {
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/cmark" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "Random texts give the HTML of cmark", .randomInput,
    .enabled(if: program != nil, "the program cmark is not installed"))
  func randomTexts() throws {
    let program = try #require(CMarkCommandTests.program)
    let input = RandomInput(seed: 37, rounds: 60, cost: 25)
    var texts = RandomMarkdown(generator: input.generator)
    let folder = TemporaryFolder()
    for _ in 0..<input.rounds {
      let text = texts.broken(texts.blocks())
      folder.write(Data(text), to: "a.md")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = ["--unsafe", "\(folder.path)/a.md"]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let expected = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let html = Data(MarkdownDocument.renderPlain(text, unsafe: true))
      #expect(html == expected, "\(String(reflecting: String(decoding: text, as: UTF8.self)))")
    }
  }
}
