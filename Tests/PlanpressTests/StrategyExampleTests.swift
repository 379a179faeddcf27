import Foundation
import TestSupport
import Testing

/// The example of an agency's strategy: `planpress init --example strategy`.
struct StrategyExampleTests {
  private static let expected = "\(packageRoot)/Tests/StrategyExample"

  @Test("It builds and checks without a warning; its evaluation, and a section with actions, are as expected")
  func example() throws {
    let folder = TemporaryFolder()
    let site = "\(folder.path)/agency"
    #expect(try planpress(["init", "--example", "strategy", site]).status == 0)
    let check = try planpress(["check", "--strict", site])
    #expect(check.status == 0, "\(check.errors)")
    #expect(try planpress(["build", "--strict", site]).status == 0)
    for name in ["2024", "2025-mid-term"] { #expect(folder.exists("agency/Content/reports/\(name)/index.md")) }

    let changes = try #require(folder.text("agency/Content/changes.md"))
    #expect(changes.contains("- :ref[losses]: 12% → 14%, changed in June 2025 by the board, because the price"))
    #expect(changes.contains("- :action[village-plans]: new"))
    #expect(
      changes.contains(
        "- :action[stage-three]: due: December 2026 → June 2027, changed in May 2025 by the board, because"))
    // The snapshots know nothing of what was decided later.
    let first = try #require(folder.text("agency/snapshots/2023-12.json"))
    for later in ["the board", "stopped", "delayed", "/updates/2024", "village-plans", "overdue"] {
      #expect(!first.contains(later), "\(later)")
    }
    let actions = try #require(folder.text("agency/Content/strategy/actions.yaml"))
    #expect(actions.split(separator: "\n").count { $0.hasPrefix("- ") } == 40)
    let evaluation = try #require(folder.text("agency/Content/reports/2025-mid-term/1-overview.md"))
    try compare(evaluation, with: "overview.md")
    let page = try #require(folder.text("agency/Output/strategy/river/floods/index.html"))
    let main = try #require(page.firstMatch(of: /<main.*<\/main>/.dotMatchesNewlines())).output
    let text = main.replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "").replacing("<tr>", with: "\n<tr>")
    try compare(String(text) + "\n", with: "floods.html")
  }

  /// `PLANPRESS_UPDATE_GOLDEN=1` rewrites the expected files.
  private func compare(_ text: String, with name: String) throws {
    let path = "\(StrategyExampleTests.expected)/\(name)"
    if ProcessInfo.processInfo.environment["PLANPRESS_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        atPath: StrategyExampleTests.expected, withIntermediateDirectories: true)
      return try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    #expect(text == FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) })
  }
}
