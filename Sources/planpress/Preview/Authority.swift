/// The host and port of a `Host` header or of an absolute address: `uri-host [ ":" port ]` (RFC 9110 §7.2, RFC 3986 §3.2).
struct Authority: Equatable {
  /// In lower case; an IPv6 address keeps its brackets. Empty if none is given.
  let host: String
  /// 80 if none is given.
  let port: Int

  /// Nil if the text is malformed, or names a user.
  init?(_ text: String) {
    var name = text[...]
    var digits: Substring = ""
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      name = text[...end]
      guard name.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
      let rest = text[text.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      digits = rest.dropFirst()
    } else if let colon = text.firstIndex(of: ":") {
      name = text[..<colon]
      digits = text[text.index(after: colon)...]
    }
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let port = digits.isEmpty ? 80 : Int(digits), port <= 65535,
      text.hasPrefix("[") || name.utf8.allSatisfy(Authority.isAllowed)
    else { return nil }
    self.port = port
    host = name.lowercased()
  }

  /// Whether a byte may be in a name: letters, digits, `-._~!$&'()*+,;=` and `%`.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=%".utf8.contains(byte)
    }
  }
}
