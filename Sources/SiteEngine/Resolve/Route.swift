import Bytes
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

  /// `/a/b/` from `a` and `b`.
  init(page folder: String, part: String) {
    path = folder.isEmpty ? "/\(part)/" : "/\(folder)/\(part)/"
  }

  /// `/a/b.css` from `a/b.css`.
  init(file path: String) {
    self.path = "/\(path)"
  }

  var isPage: Bool { path.utf8.last == UInt8(ascii: "/") }

  /// Without the `/` at either end: `a/b`.
  var bare: String { withBare { String(wellFormed: $0) } }

  /// The same in UTF-8, for who writes it down at once.
  func withBare<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    path.withBytes { utf8 in
      let end = utf8.count > 1 && utf8[utf8.count - 1] == UInt8(ascii: "/") ? utf8.count - 1 : utf8.count
      return read(UnsafeBufferPointer(rebasing: utf8[1..<end]))
    }
  }

  /// Without the `/` at the start.
  fileprivate var inside: String {
    path.withBytes { String(wellFormed: UnsafeBufferPointer(rebasing: $0[1...])) }
  }

  /// The file under `Output/`: `a/b/index.html`, `a/b.css`.
  var outputPath: String {
    isPage ? inside + "index.html" : inside
  }

  /// Of a file: the page whose own file it would be, as `/a/index.html` of `/a/`, or in whose folder's place it stands, as
  /// `/a` of `/a/`. Nil for a page.
  var pageInItsPlace: Route? {
    guard !isPage else { return nil }
    let index = "/index.html"
    return Route(path: path.hasSuffix(index) ? String(path.dropLast(index.utf8.count - 1)) : path + "/")
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
    percentEncoded(path: base == nil && route.isPage ? route.inside + "index.html" : route.inside)
  }

  /// The whole address, for feeds, sitemaps and canonical links; nil without a base URL.
  func absolute(_ route: Route) -> String? {
    guard let base else { return nil }
    return base.origin + base.path + percentEncoded(path: route.inside)
  }

  /// The address of `route` on the page at `page`.
  func link(from page: Route, to route: Route) -> String { link(from: page, stem: stem(of: route)) }

  /// What is the same on all pages of an address: the whole of it with a base URL, else what comes behind the prefix.
  func stem(of route: Route) -> String {
    guard let base else { return suffix(to: route) }
    return base.path + suffix(to: route)
  }

  /// What comes before every stem on a page.
  func beforeStem(from page: Route) -> String { base == nil ? prefix(from: page) : "" }

  func link(from page: Route, stem: String) -> String {
    base == nil ? link(prefix(from: page), stem) : stem
  }

  /// An empty address would name the page itself only by chance of its file's name.
  func link(_ prefix: String, _ suffix: String) -> String {
    let link = prefix + suffix
    return link.isEmpty ? "./" : link
  }

  /// Pages of one number have one prefix.
  func prefixNumber(of route: Route) -> Int { base == nil ? route.depth : 0 }
}
