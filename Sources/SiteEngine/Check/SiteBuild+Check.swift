import Diagnostics
import SiteModel
import SiteSources

/// The result of a check.
package struct CheckReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// Sorted by address. Empty if the site has errors that prevent resolving it.
  package let externalLinks: [ExternalLink]
}

extension SiteBuild {
  /// Reports everything that a build would, and loose ends that a build does not search for. Writes nothing.
  package func check() async throws -> CheckReport {
    let site = try await prepare()
    guard let tree = site.tree, let parsed = site.parsed else {
      return CheckReport(diagnostics: site.diagnostics, externalLinks: [])
    }
    let endings = try TextEndings(siteDirectory: tree.siteDirectory).diagnostics(of: tree.files)
    guard let files = site.files else {
      return CheckReport(diagnostics: site.diagnostics + endings, externalLinks: [])
    }
    let pages = files.site.pages.map(\.parsed)
    let looseEnds = try LooseEnds(site: files.site, parsed: parsed, tree: tree).diagnostics()
    return CheckReport(
      diagnostics: try await site.diagnostics + endings + looseEnds
        + outputFindings(for: files.all(jobs: options.jobs)),
      externalLinks: ExternalLink.all(in: pages, parsed.departments))
  }
}
