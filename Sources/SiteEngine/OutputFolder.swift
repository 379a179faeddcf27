import Diagnostics
import Files
import SiteSources

/// Checks that the output folder does not overlap a folder that authors edit.
struct OutputFolder {
  private let options: BuildOptions

  init(_ options: BuildOptions) {
    self.options = options
  }

  /// Reports `site.output-inside-input` if the output folder equals, contains or is inside an input folder.
  func overlaps() throws -> [Diagnostic] {
    let output = try parts(of: options.output)
    for folder in [SourceTree.contentFolder, SourceTree.templatesFolder] {
      let input = try parts(of: "\(options.siteDirectory)/\(folder)")
      if output.starts(with: input) || input.starts(with: output) {
        return [
          Diagnostic(
            .error, .outputInsideInput, "the output folder '\(options.shownOutput)' overlaps '\(folder)'",
            hint: "choose a separate folder, such as Output", at: SourceLocation(file: options.shownOutput))
        ]
      }
    }
    return []
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
