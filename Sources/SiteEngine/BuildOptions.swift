import SiteSources

/// The inputs of a build other than the files of the site.
package struct BuildOptions: Sendable {
  /// The folder that holds `Content/`.
  package var siteDirectory: String
  /// Nil means `Output/` in the site's folder.
  package var outputDirectory: String?
  /// Overrides `base-url` in `site.yaml`.
  package var baseURL: BaseURL?
  package var includesDrafts: Bool
  /// Warnings stop the build as errors do.
  package var isStrict: Bool
  /// The number of threads, at least 1. Does not affect the output.
  package var jobs: Int
  /// Identifies this program, so that it does not reuse the record of another version's build.
  package var program: String
  /// Whether a build that has nothing to do may be skipped.
  package var usesMemory: Bool
  /// Whether the report says why the site was built.
  package var explains = false
  /// Whether other builds are kept out of the output folder when the build is done, so that it can be published.
  package var holdsOutput = false
  /// The path of the snapshot that the site is compared with; nil for the newest.
  package var against: String?
  /// Whether pages without a single byte are overlooked: what a shell leaves of a file that it is about to write.
  package var overlooksEmptyPages = false
  package var watch = BuildWatch()

  package init(
    siteDirectory: String, outputDirectory: String? = nil, baseURL: BaseURL? = nil, includesDrafts: Bool = false,
    isStrict: Bool = false, jobs: Int = 1, program: String = version, usesMemory: Bool = true
  ) {
    self.siteDirectory = siteDirectory
    self.outputDirectory = outputDirectory
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.isStrict = isStrict
    self.jobs = jobs
    self.program = program
    self.usesMemory = usesMemory
  }

  /// Everything other than the files that the output depends on, as one string.
  var setting: String {
    let base = baseURL.map { $0.origin + $0.path } ?? "-"
    return "\(program)\n\(base)\n\(includesDrafts) \(isStrict)"
  }

  /// The path of the output folder.
  var output: String {
    let directory = outputDirectory ?? "\(siteDirectory)/Output"
    return directory.hasPrefix("./") ? String(directory.dropFirst(2)) : directory
  }

  /// The output folder as shown in messages.
  var shownOutput: String { outputDirectory ?? "Output" }
}
