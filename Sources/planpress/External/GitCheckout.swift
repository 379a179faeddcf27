import Diagnostics
import Files

/// The files of a site at a revision, in a temporary folder. git writes them there; its index, the branch and the
/// working tree do not change.
struct GitCheckout {
  private let temporary: TemporaryDirectory

  /// The folder of the site.
  var path: String { "\(temporary.path)/site" }

  /// Nil if the folder is in no repository, or the repository has no such revision.
  init?(_ revision: String, of site: String) throws {
    guard !revision.hasPrefix("-") else { return nil }
    let git = ExternalProgram(name: "git", arguments: ["-C", site])
    let commit = try git.run(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    guard commit.status == 0, !commit.line.isEmpty else { return nil }
    let top = try git.runOrThrow(["rev-parse", "--show-toplevel"]).line
    var folder = try git.runOrThrow(["rev-parse", "--show-prefix"]).line
    if folder.hasSuffix("/") { folder.removeLast() }
    temporary = try TemporaryDirectory()
    let own = ExternalProgram(
      name: "git", arguments: ["-C", top], environment: ["GIT_INDEX_FILE": "\(temporary.path)/index"])
    do {
      try own.runOrThrow(["read-tree", "\(commit.line):\(folder)"])
      try own.runOrThrow(["checkout-index", "--all", "--prefix=\(temporary.path)/site/"])
    } catch {
      remove()
      throw error
    }
  }

  func remove() { temporary.remove() }
}
