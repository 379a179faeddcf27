import Markup

/// The target of a request (RFC 9112 §3.2).
struct RequestTarget {
  /// Host and port of an absolute address, `http://127.0.0.1:8080/first/`; nil if the request gives only a path.
  let authority: String?
  /// The decoded path without its first `/`; nil if it is malformed. It is only compared with the paths of the site's
  /// files, so it cannot reach any other file.
  let path: String?

  /// Nil if the text is an absolute address of another kind than `http`.
  init?(_ text: String) {
    let target = text.prefix { $0 != "?" && $0 != "#" }
    if !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") {
      guard target[..<scheme.lowerBound].lowercased() == "http" else { return nil }
      let rest = target[scheme.upperBound...]
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<end])
      path = RequestTarget.decoded(end == rest.endIndex ? "/" : rest[end...])
    } else {
      authority = nil
      path = RequestTarget.decoded(target)
    }
  }

  private static func decoded(_ path: Substring) -> String? {
    guard path.hasPrefix("/"), let decoded = percentDecoded(String(path.dropFirst())) else { return nil }
    return decoded.utf8.contains(0) ? nil : decoded
  }
}
