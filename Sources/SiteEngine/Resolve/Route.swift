import Markup

/// Where a page or a file stands in the site: starts with `/`; a page ends with `/`. Not percent-encoded.
struct Route: Hashable, Sendable {
  let path: String

  /// `/`, the front page.
  static let root = Route(path: "/")

  private init(path: String) {
    self.path = path
  }

  /// `/a/b/` from `a/b`.
  init(page path: String) {
    self.path = path.isEmpty ? "/" : "/\(path)/"
  }

  /// `/a/b.css` from `a/b.css`.
  init(file path: String) {
    self.path = "/\(path)"
  }

  var isPage: Bool { path.utf8.last == UInt8(ascii: "/") }

  /// Without the `/` at either end: `a/b`.
  var bare: String {
    String(decoding: path.utf8.dropFirst().dropLast(isPage && path.utf8.count > 1 ? 1 : 0), as: UTF8.self)
  }

  /// The file under `Output/`: `a/b/index.html`, `a/b.css`.
  var outputPath: String {
    let inside = String(decoding: path.utf8.dropFirst(), as: UTF8.self)
    return isPage ? inside + "index.html" : inside
  }

  /// How many folders deep the file lies: 0 for the front page, 2 for `/a/b/`.
  var depth: Int {
    path.utf8.dropFirst().reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
  }
}

/// How pages name each other: relative paths that work from disk, or paths under the site's base URL.
struct LinkStyle: Sendable {
  private let base: BaseURL?

  init(base: BaseURL?) {
    self.base = base
  }

  /// What comes before every address on a page at `route`: `../../`, or `/plans/`.
  func prefix(from route: Route) -> String {
    guard let base else { return String(repeating: "../", count: route.depth) }
    return base.path
  }

  /// What comes behind the prefix. From disk, a browser does not look for `index.html` by itself.
  func suffix(to route: Route) -> String {
    let inside = String(decoding: route.path.utf8.dropFirst(), as: UTF8.self)
    return percentEncoded(path: base == nil && route.isPage ? inside + "index.html" : inside)
  }

  /// The whole address, for feeds, sitemaps and canonical links; nil without a base URL.
  func absolute(_ route: Route) -> String? {
    guard let base else { return nil }
    return base.origin + base.path + percentEncoded(path: String(decoding: route.path.utf8.dropFirst(), as: UTF8.self))
  }

  /// The address of `route` on the page at `page`.
  func link(from page: Route, to route: Route) -> String {
    let link = prefix(from: page) + suffix(to: route)
    return link.isEmpty ? "./" : link
  }
}
