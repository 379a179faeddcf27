import Markup

/// Escaping exactly as CommonMark's examples have it, which differs from `Markup` in leaving `'` alone.
extension [UInt8] {
  mutating func append(commonMark text: borrowing ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append(commonMark: $0) }
  }

  private mutating func append(commonMark bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<bytes.count where bytes[index] <= UInt8(ascii: ">") {
      let entity: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      append(bytes, start..<index)
      append(markup: entity)
      start = index + 1
    }
    append(bytes, start..<bytes.count)
  }

  /// A destination for `href` and `src`: what no URL may hold is percent-encoded, an existing `%` stays.
  mutating func append(destination text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append(destination: $0) }
  }

  mutating func append(destination text: String) {
    var text = text
    text.withUTF8 { append(destination: $0) }
  }

  private mutating func append(destination bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<bytes.count where !staysInDestination[Int(bytes[index])] {
      append(bytes, start..<index)
      start = index + 1
      switch bytes[index] {
      case UInt8(ascii: "&"): append(markup: "&amp;")
      case UInt8(ascii: "'"): append(markup: "&#x27;")
      case let byte:
        append(UInt8(ascii: "%"))
        append(upperHexDigits[Int(byte >> 4)])
        append(upperHexDigits[Int(byte & 15)])
      }
    }
    append(bytes, start..<bytes.count)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }
}

private let upperHexDigits = Array("0123456789ABCDEF".utf8)

/// RFC 3986's characters, without `[`, `]`, `&` and `'`.
private let staysInDestination: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~".utf8 {
    table[Int(byte)] = true
  }
  return table
}()
