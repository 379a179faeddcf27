import Bytes
import Markup

extension ByteBuffer {
  /// Escaping exactly as CommonMark's examples have it, which differs from `Markup` in leaving `'` alone.
  mutating func append(commonMark text: UnsafeBufferPointer<UInt8>) {
    appendEscaped(text, escapesApostrophe: false)
  }

  mutating func append(destination text: String) {
    var text = text
    text.withUTF8 { append(destination: $0) }
  }

  /// A destination for `href` and `src`: what no URL may hold is percent-encoded, an existing `%` stays.
  mutating func append(destination bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if staysInDestination(byte) {
        index += 1
        continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      switch byte {
      case UInt8(ascii: "&"): append(markup: "&amp;")
      case UInt8(ascii: "'"): append(markup: "&#x27;")
      default:
        // A Chinese address is one run of these.
        var end = index + 1
        while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
        appendPercentEncoded(UnsafeBufferPointer(rebasing: bytes[index..<end]))
        index = end - 1
      }
      index += 1
      start = index
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

/// RFC 3986's characters, without `[`, `]`, `&` and `'`.
@inline(__always)
private func staysInDestination(_ byte: UInt8) -> Bool {
  guard byte < 0x80 else { return false }
  // A bit for each of `!#$%()*+,-./0-9:;=?` and `@A-Z_a-z~`.
  let bits: UInt64 = byte < 64 ? 0xAFFF_FF3A_0000_0000 : 0x47FF_FFFE_87FF_FFFF
  return bits >> UInt64(byte & 63) & 1 == 1
}
