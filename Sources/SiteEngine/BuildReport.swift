import Files
import SiteOutput

/// The result of a build.
package struct BuildReport: Sendable {
  package let outputDirectory: String
  package let pages: Int
  package let indicators: Int
  package var files = FileChanges()
  /// Nil unless `BuildOptions.explains`.
  package var cause: BuildCause?
  /// Whether the build was skipped: no source and no file of the website changed since the last one.
  package var isSkipped = false
  /// Keeps other builds out of the output folder; nil unless `BuildOptions.holdsOutput`.
  package var lock: OutputLock?

  init(outputDirectory: String, pages: Int, indicators: Int) {
    self.outputDirectory = outputDirectory
    self.pages = pages
    self.indicators = indicators
  }
}

/// Why the whole site was built, or not.
package enum BuildCause: Hashable, Sendable {
  /// Nothing changed since the last build, so nothing was built.
  case nothingChanged
  /// No earlier build of this output folder is on record.
  case firstBuild
  /// Another version of planpress, or other options, made the last build.
  case otherSettings
  /// Sources differ from those of the last build.
  case sources([SourceChange])
  /// The sources are unchanged, but a file of the website was changed or deleted.
  case output
}

/// One source that differs from the last build.
package struct SourceChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case added, edited, removed
  }

  /// The path as shown in messages, such as `Content/plan/index.md`.
  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
