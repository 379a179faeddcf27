import Diagnostics
import Files
import SiteOutput

/// Publishes to a branch for the site alone, such as `gh-pages`. Each publication adds one commit. The work tree and
/// the branch that is checked out are not touched.
///
/// Several processes may publish at once: each has an index of its own, and the branch moves only from the commit that
/// its process read.
struct GitTarget {
  /// The name without `refs/heads/`.
  let branch: String
  /// A remote's name, a URL or a path; nil to publish in this repository only.
  let remote: String?

  /// The contents of the next commit.
  struct Plan {
    let changes: FileChanges
    let tree: String
    let tips: Tips
    /// Whether the branch at the remote has the commit already.
    let isPushed: Bool
  }

  /// The commits that the branch had when they were read; nil where there was no branch.
  struct Tips {
    var here: String?
    var there: String?
    /// The one that the next commit follows.
    var parent: String?
  }

  private let git: ExternalProgram
  private var reference: String { "refs/heads/\(branch)" }

  init(siteDirectory: String, branch: String, remote: String?) throws {
    let here = ExternalProgram(name: "git", arguments: ["-C", siteDirectory])
    let found = try here.run(["rev-parse", "--absolute-git-dir"])
    guard found.status == 0 else {
      throw PublishRefusal(
        "\(siteDirectory) is not in a git repository",
        hint: "create one with 'git init', or publish to a folder with '--to'")
    }
    self.branch = branch.hasPrefix("refs/heads/") ? String(branch.dropFirst("refs/heads/".count)) : branch
    git = ExternalProgram(
      name: "git",
      arguments: [
        "--git-dir", found.line, "-c", "core.quotePath=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
      ])
    guard remote?.hasPrefix("-") != true else {
      throw PublishRefusal("'\(remote ?? "")' is not a valid remote", hint: "use the remote's name or its URL")
    }
    let remotes = String(decoding: try git.runOrThrow(["remote"]).output, as: UTF8.self).split(separator: "\n")
    self.remote = remote ?? (remotes.contains("origin") ? "origin" : nil)
    guard !self.branch.hasPrefix("-"), !self.branch.hasPrefix("refs/"), !["HEAD", "@"].contains(self.branch),
      try git.run(["check-ref-format", reference]).status == 0
    else { throw PublishRefusal("'\(branch)' is not a valid branch name", hint: "use a name such as gh-pages") }
    if let folder = try checkout() {
      throw PublishRefusal(
        "branch '\(self.branch)' is checked out in \(folder)", hint: "publish to a separate branch, such as gh-pages")
    }
  }

  // MARK: Steps

  /// Creates the tree of the next commit. Adds objects to the repository, but changes no branch.
  func plan(_ site: BuiltSite) throws -> Plan {
    let tips = try tips()
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    var git = git
    git.environment["GIT_INDEX_FILE"] = "\(directory.path)/index"
    try git.runOrThrow(tips.parent.map { ["read-tree", $0] } ?? ["read-tree", "--empty"])
    let before = try entries(git)
    var published: Set<String> = []
    if let parent = tips.parent {
      let manifest = try git.run(["cat-file", "blob", "\(parent):\(BuiltSite.manifestName)"])
      if manifest.status == 0 {
        published = Set(BuiltSite.paths(inManifest: manifest.output) + [BuiltSite.manifestName])
      }
    }
    let files = site.paths + [BuiltSite.manifestName]
    try refuseForeign(Set(before.keys).subtracting(published), files)
    var blobs = try objects(of: files, in: site)
    if before[".nojekyll"] == nil {
      // Without this file, GitHub Pages skips files whose names begin with '_'.
      blobs[".nojekyll"] = try git.runOrThrow(["hash-object", "-w", "--stdin"]).line
    }
    let none = String(repeating: "0", count: blobs.first?.value.count ?? 40)
    let removed = published.intersection(before.keys).subtracting(blobs.keys).sorted().map { "0 \(none)\t\($0)\0" }
    let added = blobs.sorted { $0.key < $1.key }.map { "100644 \($0.value)\t\($0.key)\0" }
    try git.runOrThrow(["update-index", "-z", "--index-info"], input: Array((removed + added).joined().utf8))
    let after = try entries(git)
    let tree = try git.runOrThrow(["write-tree"]).line
    // Whatever happened to the index: a site that is not whole is not published.
    guard try git.run(["cat-file", "-e", "\(tree):\(BuiltSite.manifestName)"]).status == 0,
      blobs.allSatisfy({ after[$0.key] == "100644 \($0.value) 0" })
    else { throw MachineError("publish to", "branch \(branch)", reason: "git did not take all files; try again") }
    var changes = FileChanges()
    changes.created = after.keys.filter { before[$0] == nil && $0 != BuiltSite.manifestName }.sorted()
    changes.changed = after.keys.filter { before[$0] != nil && before[$0] != after[$0] && $0 != BuiltSite.manifestName }
      .sorted()
    changes.deleted = before.keys.filter { after[$0] == nil }.sorted()
    return Plan(
      changes: changes, tree: tree, tips: tips, isPushed: remote == nil || tips.there == tips.parent)
  }

  /// Creates the commit and moves the branch to it, at the remote first. Refuses if the branch has moved meanwhile.
  /// Without changes the commit is the one that the branch has here.
  func publish(_ plan: Plan) throws {
    let commit: String
    if plan.changes.isEmpty, let parent = plan.tips.parent {
      commit = parent
    } else {
      commit = try self.commit(plan)
    }
    if let remote { try push(commit, to: remote, from: plan.tips.there) }
    // An empty old value says that there must be no such branch.
    let moved = try git.run(
      ["update-ref", "-m", "planpress publish", reference, commit, plan.tips.here ?? ""])
    guard moved.status != 0 else { return }
    let now = try tipHere()
    guard now == plan.tips.here else {
      // Another process may have made the very same commit, in the same second.
      guard now != commit else { return }
      guard remote == nil else {
        return Terminal.error(
          "planpress: branch '\(branch)' in this repository has moved meanwhile, and stays as it is")
      }
      throw hasMoved("in this repository")
    }
    guard let remote else { throw MachineError("update", "branch \(branch)", reason: moved.message) }
    // The site is online. The next publication finds the commit at the remote.
    Terminal.error(
      "planpress: branch '\(branch)' at \(remote) has the site; the one in this repository could not be moved: \(moved.message)"
    )
    Terminal.hint("another git program is at work, or was killed: then remove the file that ends in '.lock'")
  }

  private func commit(_ plan: Plan) throws -> String {
    let from = try git.run(["rev-parse", "--short", "HEAD"])
    let message = "Publish the site" + (from.status == 0 ? " of \(from.line)" : "") + "\n"
    var committing = git
    if try git.run(["config", "user.email"]).line.isEmpty {
      committing.arguments += ["-c", "user.name=planpress", "-c", "user.email=planpress@localhost"]
    }
    return try committing.runOrThrow(
      ["commit-tree", plan.tree] + (plan.tips.parent.map { ["-p", $0] } ?? []), input: Array(message.utf8)
    ).line
  }

  /// The push makes the remote compare its commit with the one that was read; what it replaces is always an ancestor.
  private func push(_ commit: String, to remote: String, from there: String?) throws {
    let pushed = try git.run(
      ["push", "--quiet", "--force-with-lease=\(reference):\(there ?? "")", "--", remote, "\(commit):\(reference)"])
    guard pushed.status != 0 else { return }
    guard try tip(at: remote) == there else { throw hasMoved("at \(remote)") }
    throw MachineError("push to", remote, reason: pushed.message)
  }

  private func hasMoved(_ place: Message) -> PublishRefusal {
    PublishRefusal("branch '\(branch)' \(place) has moved meanwhile", hint: "run the command again")
  }

  private func refuseForeign(_ foreign: Set<String>, _ files: [String]) throws {
    // A file also conflicts with a folder of the same name.
    guard !foreign.isEmpty else { return }
    let folders = foldersAbove(foreign)
    let taken = files.first { file in
      var folder = file.folderPart
      while !folder.isEmpty, !foreign.contains(folder) { folder = folder.folderPart }
      return foreign.contains(file) || folders.contains(file) || !folder.isEmpty
    }
    if let taken {
      throw PublishRefusal(
        "'\(taken)' in branch '\(branch)' was not published by planpress",
        hint: "remove the file from the branch, or publish to a separate branch")
    }
  }

  // MARK: Queries

  /// The branch's commits. Refuses if both this repository and the remote have commits that the other has not.
  private func tips() throws -> Tips {
    let here = try tipHere()
    guard let remote else { return Tips(here: here, parent: here) }
    guard let there = try tip(at: remote) else { return Tips(here: here, parent: here) }
    try git.runOrThrow(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, reference])
    guard try git.run(["cat-file", "-e", "\(there)^{commit}"]).status == 0 else { throw hasMoved("at \(remote)") }
    guard let here, here != there, try !isAncestor(here, of: there) else {
      return Tips(here: here, there: there, parent: there)
    }
    guard try isAncestor(there, of: here) else {
      throw PublishRefusal(
        "branch '\(branch)' has commits here that are not at \(remote), and others there",
        hint: "bring the two together, or delete the branch here with 'git branch -D \(branch)'")
    }
    return Tips(here: here, there: there, parent: here)
  }

  private func tipHere() throws -> String? {
    let here = try git.run(["rev-parse", "--quiet", "--verify", "\(reference)^{commit}"])
    return here.status == 0 ? here.line : nil
  }

  /// git also lists references whose names end with the one asked for.
  private func tip(at remote: String) throws -> String? {
    let listed = try git.runOrThrow(["ls-remote", "--", remote, reference])
    for line in String(decoding: listed.output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2, parts[1] == reference { return String(parts[0]) }
    }
    return nil
  }

  private func isAncestor(_ commit: String, of other: String) throws -> Bool {
    try git.run(["merge-base", "--is-ancestor", commit, other]).status == 0
  }

  /// The folder where the branch is checked out, in any work tree of the repository.
  private func checkout() throws -> String? {
    let listed = String(decoding: try git.runOrThrow(["worktree", "list", "--porcelain"]).output, as: UTF8.self)
    for entry in listed.split(separator: "\n\n") {
      let lines = entry.split(separator: "\n")
      // A work tree whose folder is gone is prunable.
      guard lines.contains("branch \(reference)"), !lines.contains(where: { $0.hasPrefix("prunable") }) else {
        continue
      }
      return lines.first.map { String($0.dropFirst("worktree ".count)) }
    }
    return nil
  }

  /// Stores the files as they are, whatever filters the repository sets, and returns the name of each object.
  private func objects(of files: [String], in site: BuiltSite) throws -> [String: String] {
    var git = git
    // Run in the output folder, so that paths are relative to it. With './' git takes no path for a quoted one.
    git.arguments = ["-C", site.directory] + git.arguments
    let paths = files.map { "./\($0)\n" }.joined()
    let stored = try git.runOrThrow(["hash-object", "-w", "--no-filters", "--stdin-paths"], input: Array(paths.utf8))
    let names = String(decoding: stored.output, as: UTF8.self).split(separator: "\n")
    guard names.count == files.count else {
      throw MachineError("publish to", "branch \(branch)", reason: "git did not take all files; try again")
    }
    return Dictionary(uniqueKeysWithValues: zip(files, names.map(String.init)))
  }

  /// The entries of the index: mode, object and stage by path.
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
}
