import Diagnostics
import SiteModel
import SiteOutput
import SiteSources

/// Builds one site again and again in memory, for a preview: files that have not changed are not parsed again, and a
/// page is rendered only when a browser asks for it.
package struct SiteSession: Sendable {
  private let build: SiteBuild
  private var cache = SourceCache(isKept: true)

  package init(_ options: BuildOptions) {
    build = SiteBuild(options)
  }

  /// The result of building the site once more.
  package struct Refresh: Sendable {
    /// Nil where there are errors.
    package let site: SiteInMemory?
    package let diagnostics: [Diagnostic]
    /// The files that were added, edited or removed since the last refresh, as messages show them; sorted.
    package let changed: [String]
  }

  package mutating func refresh() async throws -> Refresh {
    let prepared = try await build.prepare(&cache)
    var site: SiteInMemory?
    if let files = prepared.files { site = try await SiteInMemory(files, jobs: build.options.jobs) }
    return Refresh(site: site, diagnostics: prepared.diagnostics, changed: cache.changed)
  }
}

/// A finished site of which no file is written.
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

  /// The bytes of the file at a path, made now. Nil where the site has none, or an attachment went away meanwhile.
  package func contents(of path: String) throws -> [UInt8]? {
    try files[path]?.bytes()
  }
}
