import Foundation
import TestSupport
import Testing

/// Harm that a publication must not do to a branch or a folder, whoever else writes there.
@Suite("planpress publish, with other writers", .serialized)
struct PublishSafetyTests {
  private let site = TemporaryFolder([
    ".gitignore": "/Output/\n",
    "Content/site.yaml": "title: A site\nlanguages: [en]\n",
    "Content/index.md": "---\ntype: plan\ntitle: A plan\nperiod: {start: 2021, end: 2025}\n---\n",
    "Content/1-first.md": "---\ntitle: First\n---\n",
  ])
  private let remote = TemporaryFolder()
  private var bare: GitRepository { GitRepository(path: remote.path) }
  private var repository: GitRepository { GitRepository(path: site.path) }

  init() throws {
    try bare.git("init", "--quiet", "--bare")
    try repository.git("init", "--quiet")
    try repository.git("add", "Content")
    try repository.git("commit", "--quiet", "-m", "Content")
  }

  private func publish(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try planpress(["publish", site.path] + arguments, environment: environment)
  }

  private func write(_ title: String) { site.write("---\ntitle: \(title)\n---\n", to: "Content/1-first.md") }

  // MARK: A branch

  @Test("A remote that has no branch yet gets the site, although this repository has it and nothing has changed")
  func missingThere() throws {
    try repository.git("remote", "add", "origin", bare.path)
    #expect(try publish("--branch", "pages").status == 0)
    try bare.git("update-ref", "-d", "refs/heads/pages")
    let run = try publish("--branch", "pages", "--remote=file://\(bare.path)")
    #expect(run.status == 0 && run.output.contains("finished: no file has changed since the last time"), "\(run)")
    #expect(try bare.git("rev-parse", "pages") == repository.git("rev-parse", "pages"))
    #expect(try bare.git("rev-list", "--count", "pages") == "1\n")
    #expect(try publish("--branch", "pages").output.contains("nothing to publish"))
    #expect(try publish("--branch", "pages", "--remote=").status == 64)
  }

  @Test("A lock that a killed git left over does not make a published site a failure")
  func lockLeftBehind() throws {
    try repository.git("remote", "add", "origin", bare.path)
    #expect(try publish("--branch", "pages").status == 0)
    write("Second")
    site.write("", to: ".git/refs/heads/pages.lock")
    let run = try publish("--branch", "pages")
    #expect(run.status == 0 && run.errors.contains("has the site; the one in this repository could not be moved"))
    #expect(run.errors.contains("'.lock'"))
    let online = try bare.git("rev-parse", "pages")
    try FileManager.default.removeItem(atPath: "\(site.path)/.git/refs/heads/pages.lock")
    write("Third")
    #expect(try publish("--branch", "pages").status == 0)
    #expect(try bare.git("rev-parse", "pages^") == online)
    #expect(try bare.git("rev-parse", "pages") == repository.git("rev-parse", "pages"))
  }

  @Test("Many publish at once to a new branch: one whole site, and who is late is refused", arguments: [false, true])
  func atOnce(hasRemote: Bool) throws {
    if hasRemote { try repository.git("remote", "add", "origin", bare.path) }
    #expect(try planpress(["build", site.path]).status == 0)
    for round in 0..<4 {
      let branch = "pages-\(round)"
      let processes = try (0..<4).map { _ in
        let process = Process()
        process.executableURL = programURL
        process.environment = englishEnvironment
        process.arguments = ["publish", site.path, "--branch", branch]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }
      for process in processes { process.waitUntilExit() }
      let published = processes.count { $0.terminationStatus == 0 }
      #expect(published >= 1 && processes.allSatisfy { [0, 1, 70].contains($0.terminationStatus) })
      let place = hasRemote ? bare : repository
      #expect(Set(try place.files(branch)) == Set(site.files(in: "Output").keys).union([".nojekyll"]))
      // Nothing changed after the first publication, so there is one commit.
      #expect(try place.git("rev-list", "--count", branch) == "1\n")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(site.path)/.git").allSatisfy { !$0.contains("planpress") })
  }

  @Test("A commit that only this repository has is kept: it is published too, or refused if others have published")
  func unpushed() throws {
    try repository.git("remote", "add", "origin", bare.path)
    #expect(try publish("--branch", "pages").status == 0)
    let other = TemporaryFolder()
    try repository.git("worktree", "add", "--quiet", "\(other.path)/work", "pages")
    other.write("plan.example.org", to: "work/CNAME")
    let work = GitRepository(path: "\(other.path)/work")
    try work.git("add", "CNAME")
    try work.git("commit", "--quiet", "-m", "Name")
    try repository.git("worktree", "remove", "--force", "\(other.path)/work")
    let local = try repository.git("rev-parse", "pages")
    write("Second title")
    #expect(try publish("--branch", "pages").status == 0)
    #expect(try bare.git("show", "pages:CNAME") == "plan.example.org")
    #expect(try bare.git("rev-parse", "pages~1") == local)

    // The remote goes back to its first commit and gets another.
    try bare.git("update-ref", "refs/heads/pages", "pages~2")
    let tree = try bare.git("rev-parse", "pages^{tree}").trimmingCharacters(in: .newlines)
    let apart = try bare.git("commit-tree", "-p", "pages", "-m", "Apart", tree).trimmingCharacters(in: .newlines)
    try bare.git("update-ref", "refs/heads/pages", apart)
    let before = try repository.git("rev-parse", "pages")
    let refused = try publish("--branch", "pages")
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        planpress: branch 'pages' has commits here that are not at origin, and others there; nothing was published
        hint: bring the two together, or delete the branch here with 'git branch -D pages'

        """)
    #expect(try repository.git("rev-parse", "pages") == before)
    #expect(try bare.git("rev-parse", "pages") == apart + "\n")
  }

  @Test("A branch that is checked out in another work tree is not moved under it")
  func workTrees() throws {
    #expect(try publish("--branch", "pages").status == 0)
    let other = TemporaryFolder()
    try repository.git("worktree", "add", "--quiet", "\(other.path)/work", "pages")
    write("Second title")
    let before = try repository.git("rev-parse", "pages")
    let refused = try publish("--branch", "pages")
    #expect(refused.status == 1 && refused.errors.contains("branch 'pages' is checked out in "))
    #expect(refused.errors.contains("/work; nothing was published"))
    #expect(try repository.git("rev-parse", "pages") == before)
    other.delete("work")
    #expect(try publish("--branch", "pages").status == 0)
  }

  @Test("Files of a killed process do not stop the next one")
  func leftovers() throws {
    site.write("", to: ".git/planpress-index")
    site.write("", to: ".git/planpress-index.lock")
    site.write("", to: ".git/index.lock")
    #expect(try publish("--branch", "pages").status == 0)
    #expect(try repository.files("pages").contains("index.html"))
  }

  @Test("A branch moves only from the commit that was read", arguments: [false, true])
  func moved(hasRemote: Bool) throws {
    if hasRemote { try repository.git("remote", "add", "origin", bare.path) }
    #expect(try publish("--branch", "pages").status == 0)
    write("Second title")
    // While git makes the commit, someone else moves the branch.
    let place = hasRemote ? bare : repository
    let real = try Shell.output("command -v git").trimmingCharacters(in: .newlines)
    let programs = try FakePrograms([
      "git": """
      for word in "$@"; do
        if [ "$word" = commit-tree ]; then
          tree=$(\(real) -C '\(place.path)' rev-parse 'refs/heads/pages^{tree}')
          new=$(echo theirs | \(real) -C '\(place.path)' -c user.name=n -c user.email=e commit-tree "$tree" -p refs/heads/pages)
          \(real) -C '\(place.path)' update-ref refs/heads/pages "$new"
        fi
      done
      exec \(real) "$@"
      """
    ])
    let refused = try publish("--branch", "pages", environment: programs.environment)
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        planpress: branch 'pages' \(hasRemote ? "at origin" : "in this repository") has moved meanwhile; nothing was published
        hint: run the command again

        """)
    #expect(try place.git("log", "--format=%s", "-1", "pages") == "theirs\n")
    #expect(try publish("--branch", "pages").status == 0)
  }

  @Test("Names of branches and remotes are names, not options or other references")
  func names() throws {
    #expect(try publish("--branch", "refs/heads/pages").output.contains("branch pages: published"))
    #expect(try repository.files("refs/heads/pages").contains("index.html"))
    #expect(try publish("--branch", "pages").output.hasSuffix("nothing to publish\n"))
    try repository.git("tag", "pages", "main")
    #expect(try publish("--branch", "pages").output.hasSuffix("nothing to publish\n"))
    for branch in ["refs/tags/x", "HEAD", "@", "-x", "@{-1}", "a..b", "x.lock", "refs/heads/"] {
      #expect(try publish("--branch=\(branch)").errors.contains("'\(branch)' is not a valid branch name"), "\(branch)")
    }
    let marker = "\(site.path)/ran"
    for option in ["--upload-pack=touch \(marker);", "--receive-pack=touch \(marker);", "-u"] {
      let refused = try publish("--branch", "pages", "--remote=\(option)")
      #expect(refused.status == 1 && refused.errors.contains("'\(option)' is not a valid remote"), "\(option)")
    }
    for destination in ["-e touch", "-oProxyCommand=touch:/x", "web@-oProxyCommand=touch:/x"] {
      #expect(try publish("--rsync=\(destination)").errors.contains("is not a valid destination"), "\(destination)")
    }
    #expect(!site.exists("ran"))
    // Asked for refs/heads/pages, git also lists refs/heads/refs/heads/pages.
    let commit = try repository.git("rev-parse", "main").trimmingCharacters(in: .newlines)
    try repository.git("push", "--quiet", bare.path, "\(commit):refs/heads/a/refs/heads/new")
    #expect(try publish("--branch", "new", "--remote", bare.path).status == 0)
    #expect(try bare.git("rev-list", "--count", "refs/heads/new") == "1\n")
  }

  @Test("The bytes of the site are published, whatever filters the repository sets")
  func filters() throws {
    site.write("* text=auto eol=crlf\n*.bin filter=double\n", to: ".git/info/attributes")
    try repository.git("config", "filter.double.clean", "sed p")
    site.write("one\r\ntwo\r\n", to: "Content/file.txt")
    site.write("line\n", to: "Content/file.bin")
    site.write("quoted", to: "Content/\"quoted\".txt")
    #expect(try publish("--branch", "pages").status == 0)
    #expect(try repository.git("show", "pages:file.txt") == "one\r\ntwo\r\n")
    #expect(try repository.git("show", "pages:file.bin") == "line\n")
  }

  @Test("The output of git reaches the terminal without control characters")
  func cleaned() throws {
    let programs = try FakePrograms([
      "rsync": "printf 'a\\033]0;title\\007b\\nc\\302\\2332J\\r' >&2; exit 12"
    ])
    let run = try publish("--rsync", "web@example.org:/x", environment: programs.environment)
    #expect(run.status == 70)
    #expect(run.errors == "planpress: cannot reach web@example.org:/x/: a ]0;title b; c 2J\n", "\(run.errors)")
  }

  // MARK: A folder

  @Test("A folder of the site, or one that holds it, is refused")
  func overlaps() throws {
    #expect(try publish("--to", "\(site.path)/public").status == 0)
    for target in [
      "Content", "Content/x", "Templates/x", ".planpress", ".planpress/x", ".", "Output", "Output/x", ".git/x",
    ] {
      for option in ["--to", "--rsync"] {
        let refused = try publish(option, "\(site.path)/\(target)")
        #expect(refused.status == 1 && refused.errors.contains("of the site; nothing was published"), "\(target)")
      }
    }
    #expect(!site.exists("Content/x"))
    #expect(try publish("--to", "\(site.path)/Output/../Content").errors.contains("overlaps 'Content' of the site"))
  }

  @Test("A publication to a folder that was killed before its end is finished by the next one")
  func unfinished() throws {
    let web = TemporaryFolder()
    #expect(try publish("--to", web.path).status == 0)
    let whole = web.files()
    let manifest = try #require(web.text(".planpress-manifest"))
    let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // All files are in place, and an old one is deleted; only the manifest and one temporary file remain.
    web.write(
      ([lines[0], "unfinished", "gone/index.html"] + lines[1...]).joined(separator: "\n"), to: ".planpress-manifest")
    web.write("half", to: "index.html.planpress-new")
    let ahead = try publish("--to", web.path, "--dry-run").output
    #expect(ahead.hasSuffix("would be finished: no file has changed since the last time\n"), "\(ahead)")
    #expect(web.exists("index.html.planpress-new"))
    #expect(try publish("--to", web.path).status == 0)
    #expect(web.files() == whole)
  }

  @Test("Nothing of the site's folder that is a link is published, and nothing is written through one")
  func links() throws {
    let (web, outside) = (TemporaryFolder(), TemporaryFolder(["index.html": "theirs", "secret.txt": "secret"]))
    #expect(try publish("--to", web.path).status == 0)
    web.delete("first")
    try FileManager.default.createSymbolicLink(atPath: "\(web.path)/first", withDestinationPath: outside.path)
    let refused = try publish("--to", web.path)
    #expect(refused.status == 1 && refused.errors.contains("'first' is a symbolic link where a folder must be"))
    site.delete("Content/1-first.md")
    #expect(try publish("--to", web.path).status == 0)
    #expect(outside.text("index.html") == "theirs")
  }

  @Test("SIGTERM ends a publication that waits for another program")
  func terminated() throws {
    let programs = try FakePrograms(["rsync": "echo $$ > \"$0.pid\"; exec sleep 30"])
    // The shell waits for planpress alone, and then ends the program that it has left.
    let script = """
      '\(programURL.path)' publish '\(site.path)' --rsync web@example.org:/x &
      until [ -s '\(programs.folder.path)/rsync.pid' ]; do sleep 0.05; done
      start=$(date +%s)
      kill -TERM $!
      code=0
      wait $! || code=$?
      [ $(($(date +%s) - start)) -lt 10 ] || code=1
      kill $(cat '\(programs.folder.path)/rsync.pid')
      exit $code
      """
    #expect(try Shell.run(script, in: "/", programs.environment) == 128 + SIGTERM)
  }
}
