import Diagnostics

/// What a check found.
package struct CheckReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// Sorted by address. None where errors kept the site from being put together.
  package let externalLinks: [ExternalLink]
}

extension SiteBuild {
  /// Everything that a build would find, and the loose ends that a build has no time for. Nothing is written.
  package func check() async throws -> CheckReport {
    let parsed = try await parse()
    guard let sources = parsed.value else { return CheckReport(diagnostics: parsed.diagnostics, externalLinks: []) }
    let endings = try TextEndings(siteDirectory: sources.tree.siteDirectory).diagnostics(of: sources.tree.files)
    let resolved = try await resolve(sources)
    let diagnostics = parsed.diagnostics + resolved.diagnostics + endings
    guard !diagnostics.hasErrors, let renderer = resolved.value else {
      return CheckReport(diagnostics: diagnostics, externalLinks: [])
    }
    let pages = published(sources.site.pages)
    let looseEnds = try LooseEnds(site: renderer.site, pages: pages, parsed: sources.site, tree: sources.tree)
      .diagnostics()
    return CheckReport(
      diagnostics: try diagnostics + looseEnds + findingsOfOutput(renderer.files()),
      externalLinks: ExternalLink.all(in: pages, sources.site.departments))
  }
}
