import Bytes

/// A path for `href`, `src` and `Location`: percent-encodes every byte that RFC 3986 does not allow in a path. `/`
/// stays; the `%` of an existing `%41` is encoded.
package func percentEncoded(path: String) -> String {
  percentEncoded(path, keeping: isPathByte)
}

/// A value in a query: every character with a meaning there is encoded.
package func percentEncoded(queryValue: String) -> String {
  percentEncoded(queryValue) { isPathByte($0) && !"/&+='".utf8.contains($0) }
}

/// A whole URL for a request: an existing `%41`, a query and a host in brackets stay unchanged. A host in another
/// script is encoded as `asciiHost` says.
package func percentEncoded(url: String) -> String {
  percentEncoded(withASCIIHost(url)) { byte in
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "'"),
      UInt8(ascii: "["),
      UInt8(ascii: "]"):
      true
    default: isPathByte(byte)
    }
  }
}

/// A web address whose host in another script is encoded as `asciiHost` says; anything else stays as it is.
package func withASCIIHost(_ url: String) -> String {
  guard URLReference(url) == .web, let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return url }
  let start = url.utf8.index(colon, offsetBy: 3)
  let end = url.utf8[start...].firstIndex { "/?#".utf8.contains($0) } ?? url.endIndex
  guard url.utf8[start..<end].contains(where: { $0 >= 0x80 }), let host = asciiHost(url[start..<end]) else {
    return url
  }
  return url[..<start] + host + url[end...]
}

@inline(__always)
private func percentEncoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
  text.withBytes { utf8 -> String? in
    let count = utf8.count
    guard let first = utf8.firstIndex(where: { !isKept($0) }) else { return nil }
    return String(unsafeUninitializedCapacity: first + (count - first) * 3) { result in
      _ = UnsafeMutableBufferPointer(rebasing: result[..<first]).initialize(from: utf8[..<first])
      var length = first
      for byte in utf8[first...] {
        if isKept(byte) {
          result[length] = byte
          length += 1
        } else {
          result[length] = UInt8(ascii: "%")
          result[length + 1] = hexDigit(byte >> 4)
          result[length + 2] = hexDigit(byte & 15)
          length += 3
        }
      }
      return length
    }
  } ?? text
}

/// Decodes `%41` to `A`; a `%` without two hexadecimal digits stays unchanged. Nil if the result is not valid UTF-8.
package func percentDecoded(_ text: String) -> String? {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(validating: result, as: UTF8.self)
}

/// `pchar` of RFC 3986 §3.3 and `/`, but not `'`.
private func isPathByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"),
    UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"),
    UInt8(ascii: "/"):
    true
  default: false
  }
}

func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
