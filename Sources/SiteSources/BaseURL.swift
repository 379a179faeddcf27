import Markup

/// The URL of the published site: scheme, host and path. The path ends with `/`.
package struct BaseURL: Hashable, Sendable {
  /// `https://example.org`, without trailing `/`. A host in another script is encoded in ASCII.
  package let origin: String
  /// The host of `origin`, without port.
  package var host: String {
    let authority = origin.utf8.firstIndex(of: UInt8(ascii: ":")).map { origin.utf8[$0...].dropFirst(3) }
    guard let authority else { return origin }
    if authority.first == UInt8(ascii: "[") { return String(Substring(authority)) }
    return String(Substring(authority.prefix { $0 != UInt8(ascii: ":") }))
  }
  /// `/` or `/plans/`, percent-encoded.
  package let path: String

  /// Nil unless the text is an `http` or `https` URL with a host, and without user, query, fragment and `..`.
  package init?(_ text: String) {
    guard URLReference(text) == .web, !text.contains(where: { $0 == "?" || $0 == "#" || $0.isWhitespace }),
      let (scheme, rest) = BaseURL.split(text)
    else { return nil }
    let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let host = parts.first.flatMap({ asciiHost($0) }), BaseURL.hasPossiblePort(host) else { return nil }
    var path = parts.count == 2 ? "/" + parts[1] : "/"
    if !path.hasSuffix("/") { path += "/" }
    // Part by part: `%2F` is not a separator, and `%2e%2e` is `..` to browsers.
    let decoded = path.split(separator: "/", omittingEmptySubsequences: false).map { percentDecoded(String($0)) }
    guard decoded.allSatisfy({ BaseURL.isPart($0) }) else { return nil }
    self.origin = scheme + host
    self.path = percentEncoded(path: decoded.compactMap(\.self).joined(separator: "/"))
  }

  private init(origin: String, path: String) {
    (self.origin, self.path) = (origin, path)
  }

  /// The URL of a folder of the site; `folder` is the tag of a language.
  func appending(folder: String) -> BaseURL { BaseURL(origin: origin, path: path + folder + "/") }

  /// `https://` and the rest.
  private static func split(_ text: String) -> (scheme: String, rest: Substring)? {
    ["https://", "http://"].first { text.lowercased().hasPrefix($0) }.map { ($0, text.dropFirst($0.count)) }
  }

  /// Whether the number after a host's colon, if there is one, is that of a port.
  private static func hasPossiblePort(_ host: String) -> Bool {
    guard let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") else { return true }
    return Int(host[host.index(after: colon)...]).map { (1...65535).contains($0) } ?? false
  }

  /// Nil is a part whose escapes are not UTF-8.
  private static func isPart(_ decoded: String?) -> Bool {
    guard let decoded, decoded != ".", decoded != ".." else { return false }
    return decoded.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
  }

  /// The path inside the site of a whole address, `old/a/` for `https://example.org/plans/old/a/`; still encoded. Nil for
  /// an address outside the site.
  package func path(inside address: String) -> String? {
    guard let (scheme, rest) = BaseURL.split(address) else { return nil }
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    // A site that has moved to https still has its old addresses with http.
    guard let host = asciiHost(rest[..<end]), BaseURL.place(of: scheme + host) == BaseURL.place(of: origin) else {
      return nil
    }
    let (own, parts) = (path.split(separator: "/"), rest[end...].split(separator: "/"))
    guard parts.count >= own.count,
      zip(own, parts).allSatisfy({ percentDecoded(String($0)) == percentDecoded(String($1)) })
    else { return nil }
    return parts.dropFirst(own.count).joined(separator: "/")
  }

  /// The host in lower case, with its port unless that is the one of the scheme.
  private static func place(of origin: String) -> Substring? {
    let lower = origin.lowercased()
    guard let (scheme, host) = split(lower) else { return nil }
    let port = scheme == "https://" ? ":443" : ":80"
    return host.hasSuffix(port) ? host.dropLast(port.count) : host
  }
}
