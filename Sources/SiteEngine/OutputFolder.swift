import Diagnostics
import Files
import SiteSources

/// Checks that a folder to write to does not overlap a folder of the site that planpress or its authors keep.
package struct OutputFolder: Sendable {
  private let options: BuildOptions

  package init(_ options: BuildOptions) {
    self.options = options
  }

  /// Reports `output.inside-input` if the output folder equals, contains or is inside one of the site's folders.
  func overlaps() throws -> [Diagnostic] {
    try overlap(of: options.output, with: OutputFolder.kept).map {
      [
        Diagnostic(
          .error, .outputInsideInput, "the output folder '\(options.shownOutput)' overlaps '\($0)'",
          hint: "choose a separate folder, such as Output", at: SourceLocation(file: options.shownOutput))
      ]
    } ?? []
  }

  /// The site's folder that the folder to publish to equals, contains or is inside; nil if there is none.
  package func overlap(ofTarget target: String) throws -> String? {
    try overlap(of: target, with: OutputFolder.kept)
      ?? (overlap(of: target, withPath: options.output) ? options.shownOutput : nil)
  }

  /// The folders of a site that no website may be written into.
  private static let kept = [SourceTree.contentFolder, SourceTree.templatesFolder, LastBuild.folderName, ".git"]

  private func overlap(of folder: String, with names: [String]) throws -> String? {
    try names.first { try overlap(of: folder, withPath: "\(options.siteDirectory)/\($0)") }
  }

  private func overlap(of folder: String, withPath other: String) throws -> Bool {
    let (folder, other) = (try parts(of: folder), try parts(of: other))
    return folder.starts(with: other) || other.starts(with: folder)
  }

  /// The components of a path from the root of the file system, with symbolic links resolved. The path need not exist.
  private func parts(of path: String) throws -> [Substring] {
    var existing = path
    var missing: [Substring] = []
    while try FileSystem.kind(of: existing) == nil {
      guard let slash = existing.lastIndex(of: "/") else {
        missing.append(Substring(existing))
        existing = "."
        break
      }
      missing.append(existing[existing.index(after: slash)...])
      existing = slash > existing.startIndex ? String(existing[..<slash]) : "/"
    }
    var whole = (try FileSystem.realPath(existing) ?? existing).split(separator: "/")
    for part in missing.reversed() where !part.isEmpty && part != "." {
      if part == ".." { _ = whole.popLast() } else { whole.append(part) }
    }
    return whole
  }
}
