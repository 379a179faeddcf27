/// The key of a field, nearly always a literal: with a number that is compared before any text is, because a page asks
/// for two hundred keys and has thirty.
package struct FieldKey: ExpressibleByStringLiteral, Sendable {
  @usableFromInline enum Word: Sendable {
    case literal(StaticString)
    case text(String)
  }

  @usableFromInline let word: Word
  @usableFromInline let code: UInt64

  @inlinable @inline(__always)
  package init(stringLiteral literal: StaticString) {
    word = .literal(literal)
    code = literal.withUTF8Buffer { FieldKey.code(of: $0) }
  }

  package init(_ text: String) {
    word = .text(text)
    code = FieldKey.code(of: text)
  }

  package var text: String {
    switch word {
    case .literal(let literal): literal.description
    case .text(let text): text
    }
  }

  /// Whether it is the key of an entry, by canonical equivalence as Swift compares texts.
  func isKey(of entry: YAMLEntry) -> Bool {
    // Without a number on either side; such as U+212A, which is equal to K.
    guard code != 0, entry.code != 0 else { return entry.key.value == text }
    guard code == entry.code else { return false }
    return code >> 56 < 8 || entry.key.value == text
  }
}

extension FieldKey {
  /// 0 for a key that is not ASCII, empty or longer than 16 bytes. Two others with one number and a first byte below 8,
  /// their length, are the same; any with different numbers are different.
  @inlinable @inline(__always)
  static func code(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = key.count
    guard count > 0, count <= 16 else { return 0 }
    var first: UInt64 = 0
    var rest: UInt64 = 0
    for index in 0..<count {
      if index < 8 {
        first |= UInt64(key[index]) &<< UInt64(index &* 8)
      } else {
        rest |= UInt64(key[index]) &<< UInt64((index &- 8) &* 8)
      }
    }
    guard (first | rest) & 0x8080_8080_8080_8080 == 0 else { return 0 }
    guard count >= 8 else { return first | UInt64(count) &<< 56 }
    // Any mixing will do: it only has to differ for most keys.
    return (first &+ (rest &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) | 0x8000_0000_0000_0000
  }

  static func code(of key: String) -> UInt64 {
    key.utf8.withContiguousStorageIfAvailable { code(of: $0) } ?? 0
  }
}

extension FieldKey: CustomStringConvertible {
  package var description: String { text }
}
