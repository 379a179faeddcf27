import Diagnostics
import Files
import Markup
import SiteSources

/// Reads the `aliases` of pages: old addresses that redirect to them.
struct Aliases {
  private let pages: PageTable
  private let tree: SectionTree
  private let base: BaseURL?

  init(_ pages: PageTable, _ tree: SectionTree, base: BaseURL?) {
    self.pages = pages
    self.tree = tree
    self.base = base
  }

  /// Reports `page.invalid-slug` for an alias that is not a valid address, and warns with `page.outdated-alias` of one
  /// that is redundant.
  func redirects() -> Checked<[SiteRoutes.Redirect]> {
    var redirects: [SiteRoutes.Redirect] = []
    var diagnostics: [Diagnostic] = []
    for ref in pages.indices where pages.headers[ref].hasAliases {
      let page = pages[ref]
      // Read once: there may be many aliases.
      let source = page.source.loaded
      var seen: Set<Route> = []
      for alias in page.fields.aliases {
        let location = source.location(of: alias.range)
        guard let route = route(of: alias.value) else {
          diagnostics.append(
            Diagnostic(
              .error, .invalidSlug,
              URLReference(alias.value) == .path
                ? "'\(alias.value)' is not a valid alias"
                : "alias '\(alias.value)' is not an address of this site",
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

  /// The route of an alias: a path of the site, or a whole address below the base URL. Percent-encoded or not.
  private func route(of alias: String) -> Route? {
    let written: String
    switch URLReference(alias) {
    case .path: written = alias
    case .web:
      guard let path = base?.path(inside: alias) else { return nil }
      written = path
    case .contact, .refused: return nil
    }
    guard !written.contains(where: { "?#".contains($0) }) else { return nil }
    let parts = written.split(separator: "/").map { percentDecoded(String($0)) }
    guard !parts.isEmpty, parts.allSatisfy(Aliases.isPart), parts[0] != ".git" else { return nil }
    var names = parts.compactMap(\.self)
    // The file of a page.
    if names.last == "index.html" {
      names.removeLast()
      return names.isEmpty ? .root : Route(page: names.joined(separator: "/"))
    }
    let path = names.joined(separator: "/")
    return path.pathExtension == "html" ? Route(file: path) : Route(page: path)
  }

  /// Whether a part of an address can be a file's name. Nil is a part whose escapes are not UTF-8.
  private static func isPart(_ part: String?) -> Bool {
    guard let part, FileNameFault(part) == nil, part != ".", part != ".." else { return false }
    return !part.utf8.contains { "?#\\/".utf8.contains($0) }
  }
}
