import Diagnostics
import Files

extension SiteReader {
  /// The first fault in the folders of a site. `Content` must be there; `Content` and `Templates` may be symbolic links
  /// to folders. `snapshots`, which planpress writes, may not: its files would be written elsewhere.
  package static func fault(inFoldersOf siteDirectory: String) throws -> Diagnostic? {
    switch try state(of: SourceTree.contentFolder, in: siteDirectory) {
    case .folder, .link: break
    case .brokenLink: return brokenLink(SourceTree.contentFolder, .noContent)
    case .missing, .other: return try missingContent(in: siteDirectory)
    }
    switch try state(of: SourceTree.templatesFolder, in: siteDirectory) {
    case .folder, .link, .missing: break
    case .brokenLink: return brokenLink(SourceTree.templatesFolder, .symbolicLink)
    case .other: return other(SourceTree.templatesFolder)
    }
    switch try state(of: SourceTree.snapshotsFolder, in: siteDirectory) {
    case .folder, .missing: return nil
    case .link, .brokenLink:
      return Diagnostic(
        .error, .symbolicLink, "'\(SourceTree.snapshotsFolder)' is a symbolic link, and planpress writes through none",
        hint: "delete the link and put the folder itself there", at: SourceLocation(file: SourceTree.snapshotsFolder))
    case .other: return other(SourceTree.snapshotsFolder)
    }
  }

  private enum FolderState {
    case folder, missing
    /// A symbolic link to a folder.
    case link
    case brokenLink
    /// A file, a device or a pipe.
    case other
  }

  private static func state(of folder: String, in siteDirectory: String) throws -> FolderState {
    let path = "\(siteDirectory)/\(folder)"
    switch try FileSystem.kind(of: path) {
    case .directory: return .folder
    case .symbolicLink: return try FileSystem.isFolder(path) ? .link : .brokenLink
    case .file, .other: return .other
    case nil: return .missing
    }
  }

  private static func missingContent(in siteDirectory: String) throws -> Diagnostic {
    let isFile = try FileSystem.kind(of: siteDirectory) == .file
    let isInside = try FileSystem.kind(of: "\(siteDirectory)/site.yaml") == .file
    return Diagnostic(
      .error, .noContent,
      isFile
        ? "'\(siteDirectory)' is a file, and planpress reads whole sites"
        : "there is no folder '\(SourceTree.contentFolder)' in \(siteDirectory)",
      hint: isInside
        ? siteDirectory == "."
          ? "you are in it: go to the folder above with 'cd ..'"
          : "name the folder above it in the command: '\(siteDirectory.folderPart.isEmpty ? "." : siteDirectory.folderPart as String)'"
        : try sites(below: isFile ? siteDirectory.folderPart : siteDirectory)
          ?? "go to the folder that contains \(SourceTree.contentFolder) with 'cd', or name that folder in the command",
      at: SourceLocation(file: SourceTree.contentFolder))
  }

  /// A hint at the sites in a folder; nil if there are none.
  private static func sites(below folder: String) throws -> Message? {
    let folder = folder.isEmpty ? "." : folder
    guard try FileSystem.isFolder(folder) else { return nil }
    let sites = try FileSystem.entries(of: folder).filter {
      try FileSystem.isFolder("\(folder)/\($0.name)/\(SourceTree.contentFolder)")
    }.map { folder == "." ? $0.name : "\(folder)/\($0.name)" }.sorted()
    guard let first = sites.first else { return nil }
    return sites.count == 1
      ? "name the folder of the site in the command: '\(first)'"
      : "name the folder of a site in the command: \(list: sites.prefix(5).map { "'\($0)'" as String })"
  }

  private static func brokenLink(_ folder: String, _ code: DiagnosticCode) -> Diagnostic {
    Diagnostic(
      .error, code, "'\(folder)' is a symbolic link that does not lead to a folder",
      hint: "delete the link and put the folder itself there", at: SourceLocation(file: folder))
  }

  private static func other(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, .symbolicLink, "'\(folder)' is not a folder", hint: "give it another name, or move it elsewhere",
      at: SourceLocation(file: folder))
  }
}
