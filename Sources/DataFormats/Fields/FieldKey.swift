import Bytes

/// The key that a reader looks up, with a code that is compared before the text. A page has about thirty keys and looks
/// up two hundred; nearly all comparisons end with the codes.
///
/// `init` and `code(of:)` are public or inlinable, so that the code of a literal is a constant in other targets.
public struct FieldKey: ExpressibleByStringLiteral, Sendable {
  @usableFromInline let literal: StaticString
  @usableFromInline let code: UInt64

  /// The key as readers write it, with its code.
  @inlinable
  public init(stringLiteral literal: StaticString) {
    self.literal = literal
    code = FieldKey.code(of: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  package var text: String { literal.description }

  /// Whether this is the key with a code, by canonical equivalence like `String`. Takes code and key, not the entry,
  /// which would be copied.
  func isKey(_ code: UInt64, _ key: String) -> Bool {
    guard self.code != 0, code != 0 else { return key == text }
    guard self.code == code else { return false }
    // Both are ASCII.
    return key.withBytes {
      haveEqualBytes($0, UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }
  }
}

extension FieldKey: CustomStringConvertible {
  /// The text of the key, for messages.
  public var description: String { text }
}

// MARK: - Codes

extension FieldKey {
  /// A hash of a key. Keys with different codes differ, unless one of them is 0: the code of a key that is empty,
  /// longer than 16 bytes or not ASCII (U+212A is equivalent to K).
  @inlinable
  static func code(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = key.count
    guard count > 0, count <= 16 else { return 0 }
    let bytes = UnsafeRawBufferPointer(key)
    // Covers all bytes of the key, some of them twice.
    let first: UInt64
    let last: UInt64
    if count >= 8 {
      (first, last) = (bytes.word(at: 0).bits, bytes.word(at: count &- 8).bits)
    } else if count >= 4 {
      (first, last) = (bytes.wordOfEnds.bits, 0)
    } else {
      (first, last) = (UInt64(key[0]) | UInt64(key[count / 2]) &<< 8 | UInt64(key[count &- 1]) &<< 16, 0)
    }
    guard ByteWord(first | last).isASCII else { return 0 }
    // Any mixing that tells most keys apart will do.
    return (first &+ (last &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) | 0x8000_0000_0000_0000
  }

  static func code(of key: String) -> UInt64 {
    key.withBytes { code(of: $0) }
  }

  /// The bit of a code in a Bloom filter of 64 bits; all bits for 0.
  @inline(__always)
  static func bit(_ code: UInt64) -> UInt64 {
    code == 0 ? .max : 1 &<< ((code &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }
}
