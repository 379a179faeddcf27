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
    let above = siteDirectory == "." ? ".." : siteDirectory.folderPart.isEmpty ? "." : siteDirectory.folderPart
    return Diagnostic(
      .error, .noContent,
      isFile
        ? "'\(siteDirectory)' is a file, and planpress reads whole sites"
        : "there is no folder '\(SourceTree.contentFolder)' in \(siteDirectory)",
      hint: isInside
        ? "you are in it: name the folder above, 'planpress build \(above)'"
        : isFile
          ? "name the folder that contains \(SourceTree.contentFolder): 'planpress build my-site'"
          : "name the folder that contains it: 'planpress build my-site'",
      at: SourceLocation(file: SourceTree.contentFolder))
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
