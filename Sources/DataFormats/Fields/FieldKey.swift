import Bytes

/// The key of a field as a reader asks for it, with a number that is compared before any text is: a page asks for two
/// hundred keys and has thirty.
///
/// What makes the number is public, where all else is `package`: the compiler puts only what is public into other targets'
/// code, and there a key is a constant.
public struct FieldKey: ExpressibleByStringLiteral, Sendable {
  @usableFromInline let literal: StaticString
  @usableFromInline let code: UInt64

  @inlinable
  public init(stringLiteral literal: StaticString) {
    self.literal = literal
    code = FieldKey.code(of: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  package var text: String { literal.description }

  /// Whether it is the key of an entry, by canonical equivalence as Swift compares texts.
  func isKey(of entry: YAMLEntry) -> Bool {
    if code != 0, entry.code != 0 {
      guard code == entry.code else { return false }
      if FieldKey.isExact(code) { return true }
      // Both are ASCII.
      return entry.key.value.withBytes {
        $0.elementsEqual(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
      }
    }
    return entry.key.value == text
  }
}

extension FieldKey: CustomStringConvertible {
  public var description: String { text }
}

// MARK: - Numbers

extension FieldKey {
  /// 0 for a key that is not ASCII (U+212A is equal to K), empty or longer than 16 bytes. Any two with other numbers
  /// differ.
  @inlinable
  static func code(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = key.count
    guard count > 0, count <= 16 else { return 0 }
    let bytes = UnsafeRawBufferPointer(key)
    let high: UInt64 = 0x8080_8080_8080_8080
    if count >= 8 {
      // The two overlap unless there are 16 bytes, and both lie inside.
      let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      let last = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      guard (first | last) & high == 0 else { return 0 }
      // Any mixing will do: it only has to tell most keys apart.
      return (first &+ (last &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) | 0x8000_0000_0000_0000
    }
    let packed: UInt64
    if count >= 4 {
      // The two overlap unless there are 8 bytes; where they do, they set the same bits.
      let last = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
      let first = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)))
      packed = first | last &<< UInt64((count &- 4) &* 8)
    } else {
      let (middle, last) = (count / 2, count &- 1)
      packed = UInt64(key[0]) | UInt64(key[middle]) &<< UInt64(middle &* 8) | UInt64(key[last]) &<< UInt64(last &* 8)
    }
    return packed & high == 0 ? packed | UInt64(count) &<< 56 : 0
  }

  static func code(of key: String) -> UInt64 {
    var key = key
    return key.withUTF8 { code(of: $0) }
  }

  /// Whether only one key has the number: one of up to 7 bytes, which are in it with their count.
  static func isExact(_ code: UInt64) -> Bool { code != 0 && code >> 56 < 8 }

  /// The key that such a number says, the first byte lowest.
  static func text(of code: UInt64) -> String {
    withUnsafeBytes(of: code.littleEndian) { String(decoding: $0.prefix(Int(code >> 56)), as: UTF8.self) }
  }

  /// One of 64 bits that the number sets; all for 0.
  @inline(__always)
  static func bit(_ code: UInt64) -> UInt64 {
    code == 0 ? .max : 1 &<< ((code &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }
}
