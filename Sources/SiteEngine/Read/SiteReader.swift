import Diagnostics

/// Lists what a site folder holds. Hidden files (`.name`) and editors' back-ups (`name~`) are left out; links are
/// not followed, and said.
struct SiteReader {
  let siteDirectory: String

  func sourceTree() throws -> Checked<SourceTree> {
    var diagnostics: [Diagnostic] = []
    let content = "\(siteDirectory)/\(SourceTree.contentFolder)"
    guard try FileSystem.kind(of: content) == .directory else {
      return Checked(failed: [
        Diagnostic(
          .error, .noContent, "there is no folder '\(SourceTree.contentFolder)' in \(siteDirectory)",
          hint: "name the folder that holds it, as in 'planpress build my-site'",
          at: SourceLocation(file: SourceTree.contentFolder))
      ])
    }
    let files = SourceFile.all(
      at: try list(content, shownAs: SourceTree.contentFolder, into: &diagnostics), role: role(of:))
    let templates = SourceFile.all(
      at: try list(
        "\(siteDirectory)/\(SourceTree.templatesFolder)", shownAs: SourceTree.templatesFolder, into: &diagnostics)
    ) { _ in .theme }
    return Checked(SourceTree(siteDirectory: siteDirectory, files: files, templates: templates), diagnostics)
  }

  /// Paths of all files below a folder, sorted by their bytes; none where the folder is missing.
  private func list(_ root: String, shownAs shown: String, into diagnostics: inout [Diagnostic]) throws -> [String] {
    guard try FileSystem.kind(of: root) == .directory else { return [] }
    var paths: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try FileSystem.entries(of: folder.isEmpty ? root : "\(root)/\(folder)") {
        guard !entry.name.hasPrefix("."), !entry.name.hasSuffix("~") else { continue }
        let path = folder.appending(part: entry.name)
        switch entry.kind {
        case .file: paths.append(path)
        case .directory: folders.append(path)
        case .symbolicLink, .other:
          diagnostics.append(
            Diagnostic(
              .warning, .symbolicLink, "'\(entry.name)' is a link or no ordinary file, and is left out",
              hint: "copy the file itself into the folder", at: SourceLocation(file: "\(shown)/\(path)")))
        }
      }
    }
    return paths.sorted { $0.precedes($1) }  // sorted: reaches output
  }

  private func role(of path: String) -> SourceFile.Role {
    let name = path.lastPart
    switch path.pathExtension {
    case "md", "markdown": return .page
    case "yaml", "yml":
      let stem = name.withoutPathExtension
      if path == name, stem == "site" { return .settings }
      if let kind = RegisterKind(rawValue: stem) { return .register(kind) }
      return path.folderPart.lastPart == RegisterKind.indicators.rawValue ? .register(.indicators) : .attachment
    case "csv":
      return path.folderPart.lastPart == RegisterKind.indicators.rawValue ? .observations : .attachment
    default: return .attachment
    }
  }
}
