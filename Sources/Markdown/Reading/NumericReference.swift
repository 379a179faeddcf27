/// `&#252;` or `&#xFC;`
struct NumericReference {
  let scalar: Unicode.Scalar
  /// The index after the `;`.
  let end: Int

  /// Nil if none starts at an `&`, or it names no character. At most seven decimal or six hexadecimal digits (CommonMark
  /// 0.30 §2.5).
  init?(_ bytes: [UInt8], at ampersand: Int) {
    guard ampersand + 2 < bytes.count, bytes[ampersand + 1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = bytes[ampersand + 2] | 0x20 == UInt8(ascii: "x")
    let first = ampersand + (isHexadecimal ? 3 : 2)
    let digits = bytes[min(first, bytes.count)...].prefix(isHexadecimal ? 6 : 7).prefix(while: isAlphanumeric)
    guard !digits.isEmpty, digits.endIndex < bytes.count, bytes[digits.endIndex] == UInt8(ascii: ";"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    self.scalar = scalar
    end = digits.endIndex + 1
  }
}
