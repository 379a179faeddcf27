import Diagnostics

/// What a check found.
package struct CheckReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// Sorted by address. Empty where errors kept the site from being resolved.
  package let externalLinks: [ExternalLink]
}

extension SiteBuild {
  /// Everything that a build would report, and loose ends that a build does not look for. Writes nothing.
  package func check() async throws -> CheckReport {
    let site = try await prepare()
    guard let tree = site.tree, let parsed = site.parsed else {
      return CheckReport(diagnostics: site.diagnostics, externalLinks: [])
    }
    let endings = try TextEndings(siteDirectory: tree.siteDirectory).diagnostics(of: tree.files)
    guard let renderer = site.renderer else {
      return CheckReport(diagnostics: site.diagnostics + endings, externalLinks: [])
    }
    let pages = renderer.site.parsed
    let looseEnds = try LooseEnds(site: renderer.site, pages: pages, parsed: parsed, tree: tree).diagnostics()
    return CheckReport(
      diagnostics: try site.diagnostics + endings + looseEnds + outputFindings(for: renderer.files()),
      externalLinks: ExternalLink.all(in: pages, parsed.departments))
  }
}
