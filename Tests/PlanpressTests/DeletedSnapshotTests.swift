import TestSupport
import Testing

/// A snapshot that was deleted cannot be compared with; git remembers that there was one.
struct DeletedSnapshotTests {
  private let site = TemporaryFolder([
    "Content/site.yaml": "title: S\nlanguages: [en]\nas-of: 2023-03\n",
    "Content/index.md": "---\ntype: plan\ntitle: P\nperiod: 2021-2025\n---\nText.\n",
    "Content/indicators.yaml": "- {id: a, name: A, baseline: 0, target: 20, values: {2022: 8}}\n",
  ])

  private func check() throws -> Run { try planpress(["check", site.path]) }

  @Test("'check' and 'publish' name the snapshot that is gone, and how to take it back")
  func deleted() throws {
    let git = GitRepository(path: site.path)
    try git.git("init")
    #expect(try planpress(["snapshot", site.path]).status == 0)
    try git.git("add", ".")
    try git.git("commit", "-m", "Snapshot")
    #expect(!(try check().errors.contains("snapshot")))

    try git.git("rm", "-r", "snapshots")
    try git.git("commit", "-m", "No snapshot")
    let commit = try git.git("rev-parse", "--short", "HEAD").split(separator: "\n").joined()
    let finding = """
      snapshots/2023-03.json: warning: the snapshot of 2023-03 was deleted in commit \(commit), so later changes cannot be detected [snapshot.deleted]
      hint: restore it with 'git checkout \(commit)^ -- snapshots/2023-03.json'

      """
    let said = try check().errors
    #expect(said.contains(finding), "\(said)")
    let web = TemporaryFolder()
    #expect(try planpress(["publish", "--to", web.path, site.path]).errors.contains(finding))

    // An older one may go when there is a newer one.
    site.write("title: S\nlanguages: [en]\nas-of: 2023-06\n", to: "Content/site.yaml")
    #expect(try planpress(["snapshot", site.path]).status == 0)
    #expect(!(try check().errors.contains("deleted")))
  }

  @Test("Outside a repository there is no finding")
  func noRepository() throws { #expect(!(try check().errors.contains("deleted"))) }
}
