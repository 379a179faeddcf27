import Bytes

/// The path of a page or a file in the site. Always starts with `/`; a page's ends with `/`. Not percent-encoded.
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

  /// The path without the `/` at either end: `a/b`.
  package var bare: String { withBare { String(wellFormed: $0) } }

  /// Passes the UTF-8 of `bare` to `read`, without making a string.
  func withBare<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    path.withBytes { utf8 in
      let end = utf8.count > 1 && utf8[utf8.count - 1] == UInt8(ascii: "/") ? utf8.count - 1 : utf8.count
      return read(UnsafeBufferPointer(rebasing: utf8[1..<end]))
    }
  }

  /// The path without the `/` at the start.
  var inside: String {
    path.withBytes { String(wellFormed: UnsafeBufferPointer(rebasing: $0[1...])) }
  }

  /// The path of the file under `Output/`: `a/b/index.html`, `a/b.css`.
  package var outputPath: String {
    isPage ? inside + "index.html" : inside
  }

  /// The page that a file conflicts with: `/a/` for `/a/index.html`, which is the page's own file, and for `/a`, which
  /// has the path of the page's folder. Nil for a page.
  var pageInItsPlace: Route? {
    guard !isPage else { return nil }
    let index = "/index.html"
    return Route(path: path.hasSuffix(index) ? String(path.dropLast(index.utf8.count - 1)) : path + "/")
  }

  /// The route in lower case; nil if it has no capitals.
  var lowercased: Route? {
    // Han characters, U+3000 to U+9FFF, and most of ASCII have no case, and most routes consist of them.
    let mayHaveCapitals = path.utf8.contains { byte in
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || 0xC3...0xE2 ~= byte || byte >= 0xEA
    }
    guard mayHaveCapitals else { return nil }
    let lower = path.lowercased()
    return lower.utf8.elementsEqual(path.utf8) ? nil : Route(path: lower)
  }

  /// This page and those above it, without the front page: `/a/b/`, `/a/`.
  package var selfAndAbove: some Sequence<Route> {
    sequence(first: self) { page in
      let end = page.path.dropLast().utf8.lastIndex(of: UInt8(ascii: "/"))
      guard let end, end > page.path.startIndex else { return nil }
      return Route(path: String(page.path[...end]))
    }
  }

  /// The number of folders above the file: 0 for the front page, 2 for `/a/b/`.
  package var depth: Int {
    path.utf8.dropFirst().reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
  }
}
