import Foundation
import TestSupport
import Testing

@Suite("planpress publish")
struct PublishTests {
  private let site = TemporaryFolder([
    ".gitignore": "/Output/\n",
    "Content/site.yaml": "title: A site\nlanguages: [en]\n",
    "Content/index.md": "---\ntype: plan\ntitle: A plan\nperiod: {start: 2021, end: 2025}\n---\n",
    "Content/1-first.md": "---\ntitle: First\n---\n",
    "Content/2-second.md": "---\ntitle: Second\n---\n",
  ])

  private func publish(_ arguments: String...) throws -> Run { try planpress(["publish", site.path] + arguments) }

  @discardableResult
  private func git(_ folder: String, _ arguments: String...) throws -> String {
    try GitRepository(path: folder).git(arguments)
  }

  @Test("To a folder: changes are listed; other files are neither deleted nor replaced")
  func folder() throws {
    let web = TemporaryFolder(["notes.txt": "mine"])
    let dry = try publish("--to", web.path, "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("+ first/index.html\n") && dry.output.contains("would change"))
    #expect(web.files().keys.sorted() == ["notes.txt"])

    #expect(try publish("--to", web.path).status == 0)
    let output = site.files(in: "Output")
    #expect(web.files().filter { $0.key != "notes.txt" } == output)
    #expect(try publish("--to", web.path).output.hasSuffix("nothing to publish\n"))

    site.delete("Content/2-second.md")
    site.write("---\ntitle: First of all\n---\n", to: "Content/1-first.md")
    let second = try publish("--to", web.path)
    #expect(second.output.contains("~ first/index.html\n") && second.output.contains("- second/index.html\n"))
    #expect(!web.exists("second") && web.text("notes.txt") == "mine")
    #expect(web.text("first/index.html")?.contains("First of all") == true)

    web.write("mine", to: "third/index.html")
    site.write("---\ntitle: Third\n---\n", to: "Content/3-third.md")
    let before = web.files()
    let refused = try publish("--to", web.path)
    #expect(refused.status == 1 && refused.errors.contains("'third/index.html' was not created by planpress"))
    #expect(refused.errors.contains("nothing was published") && web.files() == before)
  }

  @Test("Refused: a site with errors, its own output folder, no target or two targets")
  func refusals() throws {
    let web = TemporaryFolder()
    site.write("---\ntitle: First\n---\n::nope\n", to: "Content/1-first.md")
    let broken = try publish("--to", web.path)
    #expect(broken.status == 1 && broken.errors.contains("nothing was published") && web.files().isEmpty)
    site.write("---\ntitle: First\n---\n", to: "Content/1-first.md")
    #expect(try publish("--to", "\(site.path)/Output").errors.contains("overlaps 'Output' of the site"))
    #expect(try publish().status == 64)
    #expect(try publish("--to", "a", "--branch", "b").status == 64)
    #expect(try publish("--to", "a", "--remote", "b").status == 64)
    #expect(try publish("--to", "").status == 64)
  }

  @Test("To a git branch: one commit is pushed; the work tree and other files in the branch stay")
  func branch() throws {
    let bare = TemporaryFolder()
    try git(bare.path, "init", "--quiet", "--bare")
    #expect(try publish("--branch", "gh-pages").errors.contains("is not in a git repository"))
    try git(site.path, "init", "--quiet")
    try git(site.path, "add", "Content")
    try git(site.path, "commit", "--quiet", "-m", "Content")
    try git(site.path, "remote", "add", "origin", bare.path)
    site.write("work in progress", to: "Content/notes.txt")
    try git(site.path, "add", "Content/notes.txt")
    let status = try git(site.path, "status", "--short")

    #expect(try publish("--branch", "main").errors.contains("branch 'main' is checked out"))
    #expect(try publish("--branch", "no such").errors.contains("is not a valid branch name"))
    #expect(try publish("--branch", "gh-pages", "--dry-run").status == 0)
    #expect(try git(bare.path, "branch") == "")
    let first = try publish("--branch", "gh-pages")
    #expect(first.status == 0 && first.output.contains("+ first/index.html\n"), "\(first.errors)")
    let files = try git(bare.path, "ls-tree", "-r", "--name-only", "gh-pages").split(separator: "\n")
    #expect(files.contains("index.html") && files.contains(".nojekyll") && files.contains("notes.txt"))
    #expect(try git(bare.path, "show", "gh-pages:first/index.html") == site.text("Output/first/index.html"))
    #expect(try git(site.path, "status", "--short") == status)
    #expect(try git(site.path, "rev-parse", "--abbrev-ref", "HEAD") == "main\n")
    #expect(try publish("--branch", "gh-pages").output.hasSuffix("nothing to publish\n"))

    // Someone else adds a file to the branch.
    let other = TemporaryFolder()
    try git(other.path, "clone", "--quiet", "--branch", "gh-pages", bare.path, "clone")
    other.write("plan.example.org", to: "clone/CNAME")
    try git("\(other.path)/clone", "add", "CNAME")
    try git("\(other.path)/clone", "commit", "--quiet", "-m", "Name")
    try git("\(other.path)/clone", "push", "--quiet")
    site.delete("Content/2-second.md")
    let second = try publish("--branch", "gh-pages")
    #expect(second.output.contains("- second/index.html\n") && !second.output.contains("CNAME"))
    #expect(try git(bare.path, "show", "gh-pages:CNAME") == "plan.example.org")
    #expect(try git(bare.path, "rev-list", "--count", "gh-pages") == "3\n")

    // Someone else's file is not replaced.
    try git("\(other.path)/clone", "pull", "--quiet")
    other.write("mine", to: "clone/third")
    try git("\(other.path)/clone", "add", "third")
    try git("\(other.path)/clone", "commit", "--quiet", "-m", "Third")
    try git("\(other.path)/clone", "push", "--quiet")
    site.write("---\ntitle: Third\n---\n", to: "Content/3-third.md")
    let refused = try publish("--branch", "gh-pages")
    #expect(refused.status == 1 && refused.errors.contains("was not published by planpress"))
    #expect(try git(bare.path, "rev-list", "--count", "gh-pages") == "4\n")
  }

  private static let hasRsync = ["/usr/bin/rsync", "/usr/local/bin/rsync", "/opt/homebrew/bin/rsync"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

  @Test("With rsync: other files are neither deleted nor replaced", .enabled(if: hasRsync, "rsync is not installed"))
  func rsync() throws {
    let web = TemporaryFolder(["notes.txt": "mine"])
    #expect(try publish("--rsync", web.path, "--dry-run").output.contains("+ first/index.html\n"))
    #expect(web.files().count == 1)
    #expect(try publish("--rsync", web.path).status == 0)
    #expect(web.files().filter { $0.key != "notes.txt" } == site.files(in: "Output"))
    #expect(try publish("--rsync", web.path).output.hasSuffix("nothing to publish\n"))
    site.delete("Content/2-second.md")
    web.write("mine", to: "second/mine.txt")
    #expect(try publish("--rsync", web.path).output.contains("- second/index.html\n"))
    #expect(!web.exists("second/index.html") && web.text("second/mine.txt") == "mine" && web.exists("notes.txt"))
    web.write("mine", to: "third/index.html")
    site.write("---\ntitle: Third\n---\n", to: "Content/3-third.md")
    let refused = try publish("--rsync", web.path)
    #expect(
      refused.status == 1 && refused.errors.contains("was not published by planpress")
        && web.text("third/index.html") == "mine")
  }
}
