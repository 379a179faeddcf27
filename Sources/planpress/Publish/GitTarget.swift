import SiteEngine

/// A branch that holds nothing but the site, as `gh-pages`. Each publication is one commit; no file of the work tree and
/// no branch that is checked out is touched.
struct GitTarget {
  let siteDirectory: String
  let branch: String
  /// A remote's name, a URL or a path; nil for the repository alone.
  let remote: String?

  /// What a commit would be made of.
  struct Plan {
    let changes: FileChanges
    let tree: String
    let parent: String?
  }

  private let git: ExternalProgram
  private let gitDirectory: String

  init(siteDirectory: String, branch: String, remote: String?) throws {
    self.siteDirectory = siteDirectory
    self.branch = branch
    let here = ExternalProgram(name: "git", arguments: ["-C", siteDirectory])
    let place = try here.run(["rev-parse", "--absolute-git-dir"])
    guard place.status == 0 else {
      throw PublishRefusal(
        "\(siteDirectory) is in no git repository", hint: "make one with 'git init', or publish to a folder")
    }
    gitDirectory = place.line
    guard try here.run(["check-ref-format", "--branch", branch]).status == 0 else {
      throw PublishRefusal("'\(branch)' cannot be the name of a branch", hint: "write one such as gh-pages")
    }
    if try here.run(["symbolic-ref", "--quiet", "HEAD"]).line == "refs/heads/\(branch)" {
      throw PublishRefusal(
        "the branch '\(branch)' is checked out here", hint: "publish to a branch of its own, such as gh-pages")
    }
    git = ExternalProgram(
      name: "git", arguments: ["--git-dir", gitDirectory, "-c", "core.autocrlf=false", "-c", "core.quotePath=false"])
    let remotes = String(decoding: try git.must(["remote"]).output, as: UTF8.self).split(separator: "\n")
    self.remote = remote ?? (remotes.contains("origin") ? "origin" : nil)
  }

  // MARK: Steps

  /// Makes the tree that the branch would have. Objects are added to the repository, and no name.
  func plan(_ site: BuiltSite) throws -> Plan {
    let parent = try tip()
    let index = "\(gitDirectory)/planpress-index"
    try FileSystem.removeFile(index)
    defer { try? FileSystem.removeFile(index) }
    var git = git
    git.environment["GIT_INDEX_FILE"] = index
    try git.must(parent.map { ["read-tree", $0] } ?? ["read-tree", "--empty"])
    let before = try entries(git)
    var own: Set<String> = []
    if let parent {
      let manifest = try git.run(["cat-file", "blob", "\(parent):\(BuiltSite.manifestName)"])
      if manifest.status == 0 { own = Set(BuiltSite.paths(inManifest: manifest.output) + [BuiltSite.manifestName]) }
    }
    let files = site.paths + [BuiltSite.manifestName]
    let foreign = Set(before.keys).subtracting(own)
    // A file where a folder must go is in the way as well.
    if let taken = files.first(where: { file in
      foreign.contains(file) || foreign.contains { file.hasPrefix("\($0)/") || $0.hasPrefix("\(file)/") }
    }) {
      throw PublishRefusal(
        "'\(taken)' in the branch '\(branch)' was not put there by planpress",
        hint: "publish to a branch of its own, or take the file away there")
    }
    try git.must(
      ["update-index", "--force-remove", "-z", "--stdin"], input: list(own.intersection(before.keys).sorted()))
    // From inside the folder, so that its paths are the tree's.
    var inside = git
    inside.arguments = ["-C", site.directory] + git.arguments + ["--work-tree", "."]
    try inside.must(["update-index", "--add", "-z", "--stdin"], input: list(files))
    if before[".nojekyll"] == nil {
      // GitHub would leave files out that begin with '_'.
      let empty = try git.must(["hash-object", "-w", "--stdin"]).line
      try git.must(["update-index", "--add", "--cacheinfo", "100644,\(empty),.nojekyll"])
    }
    let after = try entries(git)
    var changes = FileChanges()
    changes.created = after.keys.filter { before[$0] == nil && $0 != BuiltSite.manifestName }.sorted()
    changes.changed = after.keys.filter { before[$0] != nil && before[$0] != after[$0] && $0 != BuiltSite.manifestName }
      .sorted()
    changes.deleted = before.keys.filter { after[$0] == nil }.sorted()
    return Plan(changes: changes, tree: try git.must(["write-tree"]).line, parent: parent)
  }

  /// Makes the commit and gives the branch to it, here and at the remote.
  func publish(_ plan: Plan) throws {
    let from = try git.run(["rev-parse", "--short", "HEAD"])
    let message = "Publish the site" + (from.status == 0 ? " of \(from.line)" : "") + "\n"
    var committing = git
    if try git.run(["config", "user.email"]).line.isEmpty {
      committing.arguments += ["-c", "user.name=planpress", "-c", "user.email=planpress@localhost"]
    }
    let commit = try committing.must(
      ["commit-tree", plan.tree] + (plan.parent.map { ["-p", $0] } ?? []), input: Array(message.utf8)
    ).line
    // No force: what came to the branch meanwhile is not lost.
    if let remote { try git.must(["push", "--quiet", remote, "\(commit):refs/heads/\(branch)"]) }
    try git.must(["update-ref", "-m", "planpress publish", "refs/heads/\(branch)", commit])
  }

  // MARK: Asking git

  /// The commit that the branch has at the remote, else here.
  private func tip() throws -> String? {
    if let remote {
      let there = try git.must(["ls-remote", remote, "refs/heads/\(branch)"])
      if let commit = there.line.split(separator: "\t").first.map(String.init) {
        try git.must(["fetch", "--quiet", "--no-tags", remote, "refs/heads/\(branch)"])
        return commit
      }
    }
    let here = try git.run(["rev-parse", "--quiet", "--verify", "refs/heads/\(branch)^{commit}"])
    return here.status == 0 ? here.line : nil
  }

  /// What the index holds: path, and mode with object.
  private func entries(_ git: ExternalProgram) throws -> [String: String] {
    let listed = try git.must(["ls-files", "--stage", "-z"]).output
    var entries: [String: String] = [:]
    for entry in listed.split(separator: 0) {
      let parts = String(decoding: entry, as: UTF8.self).split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { continue }
      entries[String(parts[1])] = String(parts[0])
    }
    return entries
  }

  private func list(_ paths: [String]) -> [UInt8] { paths.flatMap { Array($0.utf8) + [0] } }
}
