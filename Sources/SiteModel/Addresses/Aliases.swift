import Diagnostics
import Files
import SiteSources

/// Reads the `aliases` of pages: old addresses that redirect to them.
struct Aliases {
  private let pages: PageTable
  private let tree: SectionTree

  init(_ pages: PageTable, _ tree: SectionTree) {
    self.pages = pages
    self.tree = tree
  }

  /// Reports `page.invalid-slug` for an alias that is not a valid address, and warns with `page.outdated-alias` of one
  /// that is redundant.
  func redirects() -> Checked<[SiteRoutes.Redirect]> {
    var redirects: [SiteRoutes.Redirect] = []
    var diagnostics: [Diagnostic] = []
    for ref in pages.indices where pages.headers[ref].hasAliases {
      let page = pages[ref]
      var seen: Set<Route> = []
      for alias in page.fields.aliases {
        let location = page.source.location(of: alias.range)
        guard let route = route(of: alias.value) else {
          diagnostics.append(
            Diagnostic(
              .error, .invalidSlug, "'\(alias.value)' is not a valid alias",
              hint: "write the old address, such as /plan/old-name/", at: location))
          continue
        }
        let isOwn = route.outputPath == tree.nodes[ref].route.outputPath
        if isOwn || !seen.insert(route).inserted {
          diagnostics.append(
            Diagnostic(
              .warning, .outdatedAlias,
              isOwn
                ? "alias '\(alias.value)' is the page's current address" : "alias '\(alias.value)' is listed twice",
              hint: "remove it", at: location))
          continue
        }
        redirects.append(.init(route: route, page: ref, location: location))
      }
    }
    return Checked(redirects, diagnostics)
  }

  private func route(of alias: String) -> Route? {
    let parts = alias.split(separator: "/")
    guard !parts.isEmpty, !parts.contains(".."), !parts.contains("."),
      !alias.contains(where: { "?#\\\n".contains($0) })
    else { return nil }
    let path = parts.joined(separator: "/")
    return path.pathExtension == "html" ? Route(file: path) : Route(page: path)
  }
}
