import Foundation
import TestSupport
import Testing

@Suite("A build that is ended from outside", .serialized)
struct InterruptionTests {
  private static let pages = 200
  private let folder = TemporaryFolder([
    "Content/site.yaml": "title: Test\nlanguages: [en]\n",
    "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: {start: 2021, end: 2025}\n---\nText.\n",
  ])

  @Test("Ctrl-C leaves the old site, or the new one, whole; the next build finishes")
  func interrupt() throws {
    write("old")
    #expect(try planpress(["build", folder.path, "--output", "\(folder.path)/old"]).status == 0)
    #expect(try planpress(["build", folder.path]).status == 0)
    write("new")
    #expect(try planpress(["build", folder.path, "--output", "\(folder.path)/new"]).status == 0)
    let (old, new) = (folder.files(in: "old"), folder.files(in: "new"))
    #expect(folder.files(in: "Output") == old)
    for delay in [0.05, 0.2, 0.4, 0.6, 0.9] {
      try end(after: delay) { $0.interrupt() }
      let files = folder.files(in: "Output")
      #expect(files == old || files == new, "after \(delay) s")
    }
    #expect(try planpress(["build", folder.path]).status == 0)
    #expect(folder.files(in: "Output") == new)
  }

  @Test(
    "Killed at any moment, a build leaves a site and a memory from which the next build is right",
    arguments: Edit.allCases)
  func kill(_ edit: Edit) throws {
    write("at first")
    let start = Date()
    #expect(try planpress(["build", folder.path]).status == 0)
    let time = Date().timeIntervalSince(start)
    for round in 1...8 {
      switch edit {
      case .allTexts: write("round \(round)")
      case .oneText: writePage(round, "round \(round)")
      case .settings: folder.write("title: Test \(round)\nlanguages: [en]\n", to: "Content/site.yaml")
      }
      try end(after: time * Double(round) / (edit == .oneText ? 24 : 8)) {
        Foundation.kill($0.processIdentifier, SIGKILL)
      }
      let next = try planpress(["build", folder.path, "--verify"])
      #expect(next.status == 0, "round \(round): \(next.errors)")
      #expect(try planpress(["build", folder.path, "--output", "\(folder.path)/clean-\(round)"]).status == 0)
      #expect(folder.files(in: "Output") == folder.files(in: "clean-\(round)"), "round \(round)")
    }
  }

  enum Edit: CaseIterable {
    case allTexts, oneText, settings
  }

  private func write(_ word: String) {
    for number in 1...Self.pages { writePage(number, word) }
  }

  private func writePage(_ number: Int, _ word: String) {
    folder.write("---\ntitle: Page \(number)\n---\n\(word)\n", to: "Content/\(number)-page-\(number).md")
  }

  private func end(after delay: Double, by means: (Process) -> Void) throws {
    let process = Process()
    process.executableURL = programURL
    process.arguments = ["build", folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: delay)
    means(process)
    process.waitUntilExit()
  }
}
