import Files
import SiteOutput

/// Publishes to a branch for the site alone, such as `gh-pages`. Each publication adds one commit. The work tree and the
/// branch that is checked out are not touched.
struct GitTarget {
  let siteDirectory: String
  let branch: String
  /// A remote's name, a URL or a path; nil to publish in this repository only.
  let remote: String?

  /// The contents of the next commit.
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
    let found = try here.run(["rev-parse", "--absolute-git-dir"])
    guard found.status == 0 else {
      throw PublishRefusal(
        "\(siteDirectory) is not in a git repository",
        hint: "create one with 'git init', or publish to a folder with '--to'")
    }
    gitDirectory = found.line
    guard try here.run(["check-ref-format", "--branch", branch]).status == 0 else {
      throw PublishRefusal("'\(branch)' is not a valid branch name", hint: "use a name such as gh-pages")
    }
    if try here.run(["symbolic-ref", "--quiet", "HEAD"]).line == "refs/heads/\(branch)" {
      throw PublishRefusal(
        "branch '\(branch)' is checked out", hint: "publish to a separate branch, such as gh-pages")
    }
    git = ExternalProgram(
      name: "git", arguments: ["--git-dir", gitDirectory, "-c", "core.autocrlf=false", "-c", "core.quotePath=false"])
    let remotes = String(decoding: try git.runOrThrow(["remote"]).output, as: UTF8.self).split(separator: "\n")
    self.remote = remote ?? (remotes.contains("origin") ? "origin" : nil)
  }

  // MARK: Steps

  /// Creates the tree of the next commit. Adds objects to the repository, but changes no branch.
  func plan(_ site: BuiltSite) throws -> Plan {
    let parent = try tip()
    let index = "\(gitDirectory)/planpress-index"
    try FileSystem.removeFile(index)
    defer { try? FileSystem.removeFile(index) }
    var git = git
    git.environment["GIT_INDEX_FILE"] = index
    try git.runOrThrow(parent.map { ["read-tree", $0] } ?? ["read-tree", "--empty"])
    let before = try entries(git)
    var published: Set<String> = []
    if let parent {
      let manifest = try git.run(["cat-file", "blob", "\(parent):\(BuiltSite.manifestName)"])
      if manifest.status == 0 {
        published = Set(BuiltSite.paths(inManifest: manifest.output) + [BuiltSite.manifestName])
      }
    }
    let files = site.paths + [BuiltSite.manifestName]
    let foreign = Set(before.keys).subtracting(published)
    // A file also conflicts with a folder of the same name.
    if let taken = files.first(where: { file in
      foreign.contains(file) || foreign.contains { file.hasPrefix("\($0)/") || $0.hasPrefix("\(file)/") }
    }) {
      throw PublishRefusal(
        "'\(taken)' in branch '\(branch)' was not published by planpress",
        hint: "remove the file from the branch, or publish to a separate branch")
    }
    try git.runOrThrow(
      ["update-index", "--force-remove", "-z", "--stdin"], input: list(published.intersection(before.keys).sorted()))
    // Run in the output folder, so that paths are relative to it.
    var inside = git
    inside.arguments = ["-C", site.directory] + git.arguments + ["--work-tree", "."]
    try inside.runOrThrow(["update-index", "--add", "-z", "--stdin"], input: list(files))
    if before[".nojekyll"] == nil {
      // Without this file, GitHub Pages skips files whose names begin with '_'.
      let empty = try git.runOrThrow(["hash-object", "-w", "--stdin"]).line
      try git.runOrThrow(["update-index", "--add", "--cacheinfo", "100644,\(empty),.nojekyll"])
    }
    let after = try entries(git)
    var changes = FileChanges()
    changes.created = after.keys.filter { before[$0] == nil && $0 != BuiltSite.manifestName }.sorted()
    changes.changed = after.keys.filter { before[$0] != nil && before[$0] != after[$0] && $0 != BuiltSite.manifestName }
      .sorted()
    changes.deleted = before.keys.filter { after[$0] == nil }.sorted()
    return Plan(changes: changes, tree: try git.runOrThrow(["write-tree"]).line, parent: parent)
  }

  /// Creates the commit and moves the branch to it, at the remote first.
  func publish(_ plan: Plan) throws {
    let from = try git.run(["rev-parse", "--short", "HEAD"])
    let message = "Publish the site" + (from.status == 0 ? " of \(from.line)" : "") + "\n"
    var committing = git
    if try git.run(["config", "user.email"]).line.isEmpty {
      committing.arguments += ["-c", "user.name=planpress", "-c", "user.email=planpress@localhost"]
    }
    let commit = try committing.runOrThrow(
      ["commit-tree", plan.tree] + (plan.parent.map { ["-p", $0] } ?? []), input: Array(message.utf8)
    ).line
    // Not forced, so that commits pushed in the meantime are not lost.
    if let remote { try git.runOrThrow(["push", "--quiet", remote, "\(commit):refs/heads/\(branch)"]) }
    try git.runOrThrow(["update-ref", "-m", "planpress publish", "refs/heads/\(branch)", commit])
  }

  // MARK: Queries

  /// The branch's commit at the remote, or else in this repository.
  private func tip() throws -> String? {
    if let remote {
      let there = try git.runOrThrow(["ls-remote", remote, "refs/heads/\(branch)"])
      if let commit = there.line.split(separator: "\t").first.map(String.init) {
        try git.runOrThrow(["fetch", "--quiet", "--no-tags", remote, "refs/heads/\(branch)"])
        return commit
      }
    }
    let here = try git.run(["rev-parse", "--quiet", "--verify", "refs/heads/\(branch)^{commit}"])
    return here.status == 0 ? here.line : nil
  }

  /// The entries of the index: mode and object by path.
  private func entries(_ git: ExternalProgram) throws -> [String: String] {
    let listed = try git.runOrThrow(["ls-files", "--stage", "-z"]).output
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
