import Diagnostics

/// Lists what a site folder holds. Hidden files (`.name`) and editors' back-ups (`name~`) are left out; links are
/// not followed, and said.
struct SiteReader {
  let siteDirectory: String
  /// Threads; at least 1.
  let jobs: Int

  func sourceTree() async throws -> Checked<SourceTree> {
    let content = "\(siteDirectory)/\(SourceTree.contentFolder)"
    guard try FileSystem.kind(of: content) == .directory else {
      return Checked(failed: [
        Diagnostic(
          .error, .noContent, "there is no folder '\(SourceTree.contentFolder)' in \(siteDirectory)",
          hint: "name the folder that holds it, as in 'planpress build my-site'",
          at: SourceLocation(file: SourceTree.contentFolder))
      ])
    }
    var files = try await list(content) { role(of: $0, in: $1) }
    let templates = try await list("\(siteDirectory)/\(SourceTree.templatesFolder)") { _, _ in .theme }
    let diagnostics = findings(files.links, in: SourceTree.contentFolder) + findings(templates.links, in: SourceTree.templatesFolder)
    files.stamp.add(templates.stamp)
    let tree = SourceTree(
      siteDirectory: siteDirectory, files: files.files.map(\.file), templates: templates.files.map(\.file),
      stamps: files.files.map(\.stamp) + templates.files.map(\.stamp), stamp: files.stamp)
    return Checked(tree, diagnostics)
  }

  /// What stands below a folder.
  fileprivate struct Listing: Sendable {
    var files: [(file: SourceFile, stamp: FileStamp)] = []
    /// Links and what else is no ordinary file.
    var links: [String] = []
    var stamp = TreeStamp()
  }

  fileprivate typealias Role = @Sendable (_ name: String, _ folder: String) -> SourceFile.Role

  /// All files below a folder, sorted by the bytes of their paths; none where the folder is missing.
  private func list(_ root: String, role: @escaping Role) async throws -> Listing {
    guard try FileSystem.kind(of: root) == .directory else { return Listing() }
    var whole = Listing()
    let folders = try whole.add("", in: root, role)
    let parts = try await concurrentMap(folders, jobs: jobs) { folder in
      var part = Listing()
      var folders = [folder]
      while let folder = folders.popLast() { folders += try part.add(folder, in: root, role) }
      return part
    }
    for part in parts {
      whole.files += part.files
      whole.links += part.links
      whole.stamp.add(part.stamp)
    }
    whole.files.sort { $0.file.path.precedes($1.file.path) }  // sorted: reaches output
    whole.links.sort { $0.precedes($1) }  // sorted: reaches output
    return whole
  }

  private func findings(_ links: [String], in folder: String) -> [Diagnostic] {
    links.map { link in
      Diagnostic(
        .warning, .symbolicLink, "'\(link.lastPart)' is a link or no ordinary file, and is left out",
        hint: "copy the file itself into the folder", at: SourceLocation(file: "\(folder)/\(link)"))
    }
  }

  private func role(of name: String, in folder: String) -> SourceFile.Role {
    switch name.pathExtension {
    case "md", "markdown": return .page
    case "yaml", "yml":
      let stem = name.withoutPathExtension
      if folder.isEmpty, stem == "site" { return .settings }
      if let kind = RegisterKind(rawValue: stem) { return .register(kind) }
      return folder.lastPart == RegisterKind.indicators.rawValue ? .register(.indicators) : .attachment
    case "csv":
      return folder.lastPart == RegisterKind.indicators.rawValue ? .observations : .attachment
    default: return .attachment
    }
  }
}

extension SiteReader.Listing {
  /// Adds the files of one folder; returns the folders in it.
  fileprivate mutating func add(_ folder: String, in root: String, _ role: SiteReader.Role) throws -> [String] {
    let path = folder.isEmpty ? root : "\(root)/\(folder)"
    let folderName = TreeStamp.name(of: path)
    var folders: [String] = []
    let isThere = try FileSystem.look(into: path, folders: &folders) { bytes, kind, stamp in
      self.stamp.add(stamp, named: bytes, in: folderName)
      let name = String(decoding: bytes, as: UTF8.self)
      if kind == .file {
        files.append((SourceFile(name: name, in: folder, role: role(name, folder)), stamp))
      } else {
        links.append(folder.appending(part: name))
      }
    }
    guard isThere else { throw FileSystem.failure("list", path) }
    return folders.map { folder.appending(part: $0) }
  }
}
