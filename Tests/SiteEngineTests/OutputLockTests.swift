import Files
import SiteEngine
import TestSupport
import Testing

@Suite("Two builds into one folder")
struct OutputLockTests {
  @Test("While another build writes, a build fails, says why, and changes no file; afterwards it succeeds")
  func second() async throws {
    let folder = TemporaryFolder(smallSite)
    #expect(try await build(folder).built)
    let before = folder.files(in: "Output")
    folder.write("---\ntitle: 新的\n---\n## 小标题\n\n文字。\n", to: "Content/1-first.md")
    try await whileLocked(folder) {
      let error = await #expect(throws: MachineError.self) { try await build(folder) }
      #expect(error?.path == "\(folder.path)/Output")
      #expect(error?.reason.contains("another planpress build") == true, "\(String(describing: error))")
      #expect(folder.files(in: "Output") == before)
    }
    #expect(try await build(folder).built)
    #expect(folder.text("Output/first/index.html")?.contains("新的") == true)
  }

  @Test("Many builds at once leave the output of one build; those that fail name the other build")
  func atOnce() async throws {
    let folder = TemporaryFolder(smallSite)
    let clean = TemporaryFolder(smallSite)
    #expect(try await build(clean).built)
    let built = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          do {
            return try await build(folder).built
          } catch let error as MachineError {
            #expect(error.reason.contains("another planpress build"), "\(error)")
          } catch {
            Issue.record(error)
          }
          return false
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(built > 0)
    #expect(folder.files(in: "Output") == clean.files(in: "Output"))
  }

  private func whileLocked(_ folder: TemporaryFolder, _ work: () async throws -> Void) async throws {
    let lock = try HeldLock(on: "\(folder.path)/Output")
    try await work()
    _ = consume lock
  }
}
