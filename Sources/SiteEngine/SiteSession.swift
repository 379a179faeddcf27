import Diagnostics
import SiteModel
import SiteOutput
import SiteSources

/// Rebuilds one site in memory for a preview. Unchanged files are not parsed again, and a page is rendered only when a
/// browser requests it.
package struct SiteSession: Sendable {
  private let build: SiteBuild
  private var cache = SourceCache(isKept: true)

  package init(_ options: BuildOptions) {
    build = SiteBuild(options)
  }

  /// The result of one rebuild.
  package struct Refresh: Sendable {
    /// Nil if there are errors.
    package let site: SiteInMemory?
    package let diagnostics: [Diagnostic]
    /// The files added, edited or removed since the last refresh, as shown in messages; sorted.
    package let changed: [String]
  }

  package mutating func refresh() async throws -> Refresh {
    let prepared = try await build.prepare(&cache)
    var site: SiteInMemory?
    if let files = prepared.files { site = try await SiteInMemory(files, jobs: build.options.jobs) }
    return Refresh(site: site, diagnostics: prepared.diagnostics.withoutNotes, changed: cache.changed)
  }
}

/// A finished site whose files are not written to disk.
package struct SiteInMemory: Sendable {
  package let pages: Int
  package let indicators: Int
  private let files: [String: OutputFile]

  init(_ site: SiteFiles, jobs: Int) async throws {
    let files = try await site.all(jobs: jobs)
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    pages = files.count { $0.path.hasSuffix(".html") }
    indicators = site.site.indicators.count
  }

  /// Whether the site has a file at a path such as `plan/index.html`.
  package func has(_ path: String) -> Bool { files[path] != nil }

  /// The paths of all its files, sorted.
  package var paths: [String] { files.keys.sorted() }

  /// Renders the file at a path. Nil if the site has no such file, or an attachment has since been deleted.
  package func contents(of path: String) throws -> [UInt8]? {
    try files[path]?.bytes()
  }
}
