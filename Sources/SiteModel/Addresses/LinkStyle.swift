import Markup
import SiteSources

/// How pages link to each other: relative paths that work from disk, or paths under the site's base URL.
package struct LinkStyle: Sendable {
  private let base: BaseURL?

  init(base: BaseURL?) {
    self.base = base
  }

  /// The prefix of every address on the page at `route`: `../../`, or `/plans/` with a base URL.
  package func prefix(from route: Route) -> String {
    guard let base else { return String(repeating: "../", count: route.depth) }
    return base.path
  }

  /// The part of an address after the prefix. It includes `index.html` for use from disk, where a browser does not add
  /// it.
  package func suffix(to route: Route) -> String {
    percentEncoded(path: base == nil && route.isPage ? route.inside + "index.html" : route.inside)
  }

  /// The absolute URL, for feeds, sitemaps and canonical links; nil without a base URL.
  package func absolute(_ route: Route) -> String? {
    guard let base else { return nil }
    return base.origin + base.path + percentEncoded(path: route.inside)
  }

  /// The address of `route` in a link on the page at `page`.
  package func link(from page: Route, to route: Route) -> String {
    link(from: page, pathFromRoot: pathFromRoot(of: route))
  }

  /// The part of an address that is equal on all pages: all of it with a base URL, else the part after the prefix.
  package func pathFromRoot(of route: Route) -> String {
    guard let base else { return suffix(to: route) }
    return base.path + suffix(to: route)
  }

  /// The part of an address that differs from page to page; it comes before `pathFromRoot`.
  package func rootPrefix(from page: Route) -> String { base == nil ? prefix(from: page) : "" }

  package func link(from page: Route, pathFromRoot: String) -> String {
    base == nil ? link(prefix(from: page), pathFromRoot) : pathFromRoot
  }

  /// Joins prefix and suffix. An empty result becomes `./`, since an empty link resolves to the current file's name.
  package func link(_ prefix: String, _ suffix: String) -> String {
    let link = prefix + suffix
    return link.isEmpty ? "./" : link
  }

  /// A number that is equal for pages with equal prefixes.
  package func prefixNumber(of route: Route) -> Int { base == nil ? route.depth : 0 }
}
