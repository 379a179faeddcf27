import Bytes
import Diagnostics

/// The target of an address in content.
///
/// One rule for every address, in texts, registers and settings: `http`, `https`, `mailto`, `tel`, or a path of the
/// site.
package enum URLReference: Hashable, Sendable {
  /// `http` or `https`, with a host.
  case web
  /// `mailto` or `tel`.
  case contact
  /// Neither scheme nor host: a path of this site, a query or a fragment.
  case path
  case refused(Fault)

  package enum Fault: Hashable, Sendable {
    /// Another scheme, in lower case, without the colon.
    case scheme(String)
    case noHost
    /// `//host/path`, which takes the scheme of its page, and so has none on a page opened from disk.
    case noScheme
    /// Browsers skip some control characters, so that what follows may be another scheme.
    case controlCharacter
  }

  package init(_ text: String) { self = text.withBytes { URLReference($0) } }

  /// `text` is UTF-8, without HTML entities or backslash escapes. Leading spaces are ignored, as browsers ignore them.
  package init(_ written: UnsafeBufferPointer<UInt8>) {
    let spaces = written.prefix { $0 == UInt8(ascii: " ") }.count
    let text = UnsafeBufferPointer(rebasing: written[spaces...])
    var colon: Int?
    var isHead = true
    for (index, byte) in text.enumerated() {
      if byte < 0x20 || byte == 0x7F {
        self = .refused(.controlCharacter)
        return
      }
      guard isHead else { continue }
      switch byte {
      case UInt8(ascii: ":"): (colon, isHead) = (index, false)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): isHead = false
      default: break
      }
    }
    guard let colon, URLReference.isScheme(text[..<colon]) else {
      self =
        text.count > 1 && URLReference.isSlash(text[0]) && URLReference.isSlash(text[1]) ? .refused(.noScheme) : .path
      return
    }
    let rest = text[(colon + 1)...]
    switch String(decoding: text[..<colon], as: UTF8.self).lowercased() {
    case "http", "https":
      // The part before an '@' is a user name.
      let authority = rest.dropFirst(2).prefix { !"/?#\\".utf8.contains($0) }
      let host = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last?.first
      let hasHost = rest.starts(with: "//".utf8) && host.map { $0 != UInt8(ascii: ":") } == true
      self = hasHost ? .web : .refused(.noHost)
    case "mailto", "tel": self = .contact
    case let scheme: self = .refused(.scheme(scheme))
    }
  }

  /// RFC 3986 §3.1: a letter, then letters, digits, `+`, `-` and `.`.
  private static func isScheme(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = text.first, first.isASCIILetter else { return false }
    return text.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0)
    }
  }

  /// Browsers read `\` as `/`, URL Standard, relative slash state.
  private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
}

extension URLReference.Fault {
  /// Completes a sentence about the address: `begins with 'ftp:'`.
  package var reason: Message {
    switch self {
    case .scheme(let scheme): "begins with '\(scheme):'"
    case .noHost: "names no host"
    case .noScheme: "begins with '//'"
    case .controlCharacter: "contains a control character"
    }
  }

  package var hint: Message {
    switch self {
    // A drive of Windows.
    case .scheme(let scheme) where scheme.utf8.count == 1:
      "it is a place on one computer: copy the file into Content/ beside the page, and write its name, such as 'map.png'"
    case .scheme: "begin it with https://, http://, mailto: or tel:, or write a path of this site, such as /plan/"
    case .noHost: "write the full address, such as https://example.org/"
    case .noScheme: "write 'https:' before it"
    case .controlCharacter: "type the address again"
    }
  }
}
