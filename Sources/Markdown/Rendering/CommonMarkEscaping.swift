import Bytes
import Markup

extension ByteBuffer {
  /// Escapes as CommonMark's examples do: unlike `Markup`, it does not escape `'`.
  mutating func append(commonMark text: UnsafeBufferPointer<UInt8>) {
    appendEscaped(text, escapesApostrophe: false)
  }

  mutating func append(destination text: String) {
    var text = text
    text.withUTF8 { append(destination: $0) }
  }

  /// Appends a destination for `href` or `src`. Bytes that are not allowed in a URL are percent-encoded; `%` is kept.
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
        // A Chinese address is a run of such bytes.
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

/// The characters of RFC 3986 §2, without `[`, `]`, `&` and `'`.
@inline(__always)
private func staysInDestination(_ byte: UInt8) -> Bool {
  guard byte < 0x80 else { return false }
  // A bit for each of `!#$%()*+,-./0-9:;=?` and `@A-Z_a-z~`.
  let bits: UInt64 = byte < 64 ? 0xAFFF_FF3A_0000_0000 : 0x47FF_FFFE_87FF_FFFF
  return bits >> UInt64(byte & 63) & 1 == 1
}
