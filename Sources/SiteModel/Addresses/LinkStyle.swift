import Markup
import SiteSources

/// How pages name each other: relative paths that work from disk, or paths under the site's base URL.
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

  /// The part of an address behind the prefix. From disk, a browser does not look for `index.html` by itself.
  package func suffix(to route: Route) -> String {
    percentEncoded(path: base == nil && route.isPage ? route.inside + "index.html" : route.inside)
  }

  /// The whole address, for feeds, sitemaps and canonical links; nil without a base URL.
  package func absolute(_ route: Route) -> String? {
    guard let base else { return nil }
    return base.origin + base.path + percentEncoded(path: route.inside)
  }

  /// The address of `route` on the page at `page`.
  package func link(from page: Route, to route: Route) -> String {
    link(from: page, pathFromRoot: pathFromRoot(of: route))
  }

  /// The part of an address that is equal on all pages: all of it with a base URL, else the part behind the prefix.
  package func pathFromRoot(of route: Route) -> String {
    guard let base else { return suffix(to: route) }
    return base.path + suffix(to: route)
  }

  /// The part that differs from page to page, before `pathFromRoot`.
  package func rootPrefix(from page: Route) -> String { base == nil ? prefix(from: page) : "" }

  package func link(from page: Route, pathFromRoot: String) -> String {
    base == nil ? link(prefix(from: page), pathFromRoot) : pathFromRoot
  }

  /// An empty address would name the page itself only by chance of its file's name.
  package func link(_ prefix: String, _ suffix: String) -> String {
    let link = prefix + suffix
    return link.isEmpty ? "./" : link
  }

  /// Pages with equal numbers have equal prefixes.
  package func prefixNumber(of route: Route) -> Int { base == nil ? route.depth : 0 }
}
