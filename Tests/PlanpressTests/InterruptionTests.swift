import Foundation
import TestSupport
import Testing

/// Each test waits until a build has reached a moment that shows in its files, and stops it there. If the build
/// finishes first, the test tries again; if it never stops a build in time, it fails.
@Suite("Interrupted builds", .serialized)
struct InterruptionTests {
  private static let pages = 200
  private let folder = TemporaryFolder([
    "Content/site.yaml": "title: Test\nlanguages: [en]\n",
    "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: {start: 2021, end: 2025}\n---\nText.\n",
  ])

  enum Moment: CaseIterable {
    /// The process was started.
    case started
    /// The manifest is marked as unfinished and lists the files to be written.
    case marked
    /// The temporary file of the first, the middle or the last page exists.
    case firstPage, middlePage, lastPage
    /// The file of the first page has been replaced.
    case replaced
  }

  @Test("Ctrl-C or SIGTERM before the first page is replaced leaves the old site; the next build finishes")
  func interrupt() throws {
    writePages("old")
    #expect(try planpress(["build", folder.path]).status == 0)
    let old = folder.files(in: "Output")
    writePages("new")
    #expect(try planpress(["build", folder.path, "--output", "\(folder.path)/clean"]).status == 0)
    let new = folder.files(in: "clean")
    for (number, moment) in Moment.allCases.enumerated() where moment != .replaced {
      try catchBuild(at: moment, signal: number.isMultiple(of: 2) ? SIGINT : SIGTERM) {
        writePages("old")
        let status = try planpress(["build", folder.path]).status
        #expect(status == 0)
        writePages("new")
      }
      let isOld = folder.files(in: "Output") == old
      #expect(isOld, "\(moment)")
      #expect(try planpress(["build", folder.path]).status == 0)
      let isNew = folder.files(in: "Output") == new
      #expect(isNew, "after \(moment)")
    }
  }

  @Test(
    "After a build is killed at any moment, the next build is correct",
    arguments: Edit.allCases)
  func kill(_ edit: Edit) throws {
    writePages("at first")
    #expect(try planpress(["build", folder.path]).status == 0)
    var round = 0
    for moment in edit.moments {
      try catchBuild(at: moment, signal: SIGKILL) {
        round += 1
        switch edit {
        case .allTexts: writePages("round \(round)")
        case .oneText: writePage(1, "round \(round)")
        case .settings: folder.write("title: Test \(round)\nlanguages: [en]\n", to: "Content/site.yaml")
        }
      }
      let next = try planpress(["build", folder.path])
      #expect(next.status == 0, "\(moment): \(next.errors)")
      #expect(try planpress(["build", folder.path, "--output", "\(folder.path)/clean-\(round)"]).status == 0)
      let isRight = folder.files(in: "Output") == folder.files(in: "clean-\(round)")
      #expect(isRight, "\(moment)")
    }
  }

  enum Edit: CaseIterable {
    case allTexts, oneText, settings

    /// The moments at which a build after this edit can be stopped.
    var moments: [Moment] {
      switch self {
      case .allTexts, .settings: Moment.allCases
      case .oneText: [.started, .marked, .firstPage]
      }
    }
  }

  private func writePages(_ word: String) {
    for number in 1...Self.pages { writePage(number, word) }
  }

  private func writePage(_ number: Int, _ word: String) {
    folder.write("---\ntitle: Page \(number)\n---\n\(word)\n", to: "Content/\(number)-page-\(number).md")
  }
}

// MARK: - Stopping a build

extension InterruptionTests {
  /// Makes an edit and stops the build after it at a moment. Repeats both if the build finishes first.
  private func catchBuild(at moment: Moment, signal: Int32, after edit: () throws -> Void) throws {
    for _ in 0..<20 {
      try edit()
      if try isCaught(at: moment, signal: signal) { return }
    }
    Issue.record("twenty builds were over before they could be ended: \(moment)")
  }

  /// Whether the signal stopped the build, rather than the build finishing first.
  private func isCaught(at moment: Moment, signal: Int32) throws -> Bool {
    let hasCome = try watch(for: moment)
    let process = Process()
    process.executableURL = programURL
    process.environment = englishEnvironment
    process.arguments = ["build", folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 60)
    while process.isRunning, !hasCome() {
      guard Date() < deadline else {
        Issue.record("after a minute, the build has not come to: \(moment)")
        break
      }
      usleep(100)
    }
    Foundation.kill(process.processIdentifier, signal)
    process.waitUntilExit()
    // A build interrupted by Ctrl-C while writing restores the old files and raises the signal itself, or exits with 130.
    return process.terminationReason == .uncaughtSignal || process.terminationStatus == 130
  }

  /// A condition on the folder that holds from the moment on.
  private func watch(for moment: Moment) throws -> () -> Bool {
    let output = "\(folder.path)/Output"
    func isThere(_ page: Int) -> Bool { access("\(output)/page-\(page)/index.html.planpress-new", F_OK) == 0 }
    switch moment {
    case .started: return { true }
    case .marked: return { folder.text("Output/.planpress-manifest")?.contains("\nunfinished\n") == true }
    case .firstPage: return { isThere(1) }
    case .middlePage: return { isThere(Self.pages / 2) }
    case .lastPage: return { isThere(Self.pages) }
    case .replaced:
      let before = inode("\(output)/page-1/index.html")
      return { inode("\(output)/page-1/index.html") != before }
    }
  }

  private func inode(_ path: String) -> UInt64 {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
  }
}
