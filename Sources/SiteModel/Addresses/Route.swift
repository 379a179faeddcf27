import Bytes

/// Where a page or a file stands in the site: starts with `/`; a page ends with `/`. Not percent-encoded.
package struct Route: Hashable, Sendable {
  package let path: String

  /// `/`, the front page.
  package static let root = Route(path: "/")

  private init(path: String) {
    self.path = path
  }

  /// `/a/b/` from `a/b`.
  package init(page path: String) {
    self.path = path.isEmpty ? "/" : "/\(path)/"
  }

  /// `/a/b/` from `a` and `b`.
  init(page folder: String, part: String) {
    path = folder.isEmpty ? "/\(part)/" : "/\(folder)/\(part)/"
  }

  /// `/a/b.css` from `a/b.css`.
  package init(file path: String) {
    self.path = "/\(path)"
  }

  package var isPage: Bool { path.utf8.last == UInt8(ascii: "/") }

  /// Without the `/` at either end: `a/b`.
  package var bare: String { withBare { String(wellFormed: $0) } }

  /// The same in UTF-8, for who writes it down at once.
  package func withBare<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    path.withBytes { utf8 in
      let end = utf8.count > 1 && utf8[utf8.count - 1] == UInt8(ascii: "/") ? utf8.count - 1 : utf8.count
      return read(UnsafeBufferPointer(rebasing: utf8[1..<end]))
    }
  }

  /// Without the `/` at the start.
  var inside: String {
    path.withBytes { String(wellFormed: UnsafeBufferPointer(rebasing: $0[1...])) }
  }

  /// The file under `Output/`: `a/b/index.html`, `a/b.css`.
  package var outputPath: String {
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
  package var depth: Int {
    path.utf8.dropFirst().reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
  }
}
