import Files

/// Where the files of a site are. `Content` and `Templates` may be symbolic links: they are resolved once, so that a link that
/// is changed during a build cannot mix the files of two sites.
package struct SiteFolders: Sendable {
  /// The path of the site folder in the file system.
  package let siteDirectory: String
  /// By the names of the folders that are links.
  private var resolved: [(prefix: String, path: String)] = []

  /// Without resolving anything.
  package init(unresolved siteDirectory: String) {
    self.siteDirectory = siteDirectory
  }

  package init(_ siteDirectory: String) throws {
    self.siteDirectory = siteDirectory
    for folder in [SourceTree.contentFolder, SourceTree.templatesFolder] {
      let path = "\(siteDirectory)/\(folder)"
      if try FileSystem.kind(of: path) == .symbolicLink, let real = try FileSystem.realPath(path) {
        resolved.append(("\(folder)/", "\(real)/"))
      }
    }
  }

  /// The path in the file system of a folder, or of a file as messages show it: relative to the site folder.
  package func path(of shown: String) -> String {
    for (prefix, path) in resolved {
      if shown.hasPrefix(prefix) { return path + shown.dropFirst(prefix.count) }
      if shown.utf8.elementsEqual(prefix.utf8.dropLast()) { return String(path.dropLast()) }
    }
    return siteDirectory.appending(part: shown)
  }
}
