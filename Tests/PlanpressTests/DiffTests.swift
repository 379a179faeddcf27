import TestSupport
import Testing

/// `planpress diff` on revisions, and what it cannot compare.
struct DiffTests {
  @Test("Revisions of git are compared, and nothing of the repository is touched")
  func revisions() throws {
    let site = TemporaryFolder([
      "s/Content/site.yaml": "title: S\nlanguages: [en]\n",
      "s/Content/index.md": "---\ntype: plan\ntitle: P\nperiod: 2021-2025\n---\nOld text.\n", "other.txt": "x\n",
    ])
    let git = GitRepository(path: site.path)
    try git.git("init")
    try git.git("add", ".")
    try git.git("commit", "-m", "One")
    site.write("---\ntype: plan\ntitle: P\nperiod: 2021-2025\n---\nNew text.\n", to: "s/Content/index.md")
    let run = try planpress(["diff", "HEAD", "s", "--site", "s"], in: site.path)
    #expect(
      run.output == "Sections\n  ~ P\n      words removed: 1, added: 1\n      [-Old-]{+New+} text.\n", "\(run.errors)")
    #expect(run.errors == "planpress: changed: 1 section\n")
    #expect(try git.git("status", "--short") == " M s/Content/index.md\n")
    let written = try planpress(
      ["diff", "HEAD", "s", "--site", "s", "--format", "page", "--output", "s/Content/changes.md"], in: site.path)
    #expect(written.status == 0 && written.output == "", "\(written.errors)")
    #expect(site.text("s/Content/changes.md")?.hasSuffix("> ~~Old~~ **New** text.\n") == true)
    let unknown = try planpress(["diff", "nothing", "s", "--site", "s"], in: site.path)
    #expect(unknown.status == 1)
    #expect(unknown.errors.hasPrefix("planpress: 'nothing' is neither the folder of a site"))
  }
}
