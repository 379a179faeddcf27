/// The characters that no page shows and that XML and HTML do not allow: U+0000 to U+001F without tab and line breaks,
/// U+007F to U+009F, U+FFFE and U+FFFF.
package enum ControlCharacter {
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  package static func removed(from text: String) -> String {
    guard text.unicodeScalars.contains(where: contains) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !contains($0) }))
  }

  @inline(__always)
  static func isASCIIControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  /// Whether one begins at an offset of well-formed UTF-8.
  static func starts(at index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    switch bytes[index] {
    case 0..<0x80: isASCIIControl(bytes[index])
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0
    case 0xEF: index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    default: false
    }
  }

  /// The length in bytes of the one that begins with a byte.
  static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead == 0xC2 ? 2 : 3 }

  /// `U+000C`
  package static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  package static func message(_ scalar: Unicode.Scalar) -> Message {
    "a control character (\(name(scalar))), which no page can show"
  }
}

extension SourceText {
  /// The most control characters of one file that are reported, and the most references to some.
  package static let mostControlCharacters = 100

  /// An error for each run of control characters from an offset on, which `check --fix` removes. The text must be
  /// well-formed UTF-8.
  package func controlCharacters(from start: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    bytes.withUnsafeBytes { bytes in
      var index = start
      while index < bytes.count, found.count < SourceText.mostControlCharacters {
        guard ControlCharacter.starts(at: index, in: bytes) else {
          index += 1
          continue
        }
        let first = index
        while index < bytes.count, ControlCharacter.starts(at: index, in: bytes) {
          index += ControlCharacter.length(bytes[index])
        }
        let scalar = String(decoding: bytes[first..<index], as: UTF8.self).unicodeScalars.first
        found.append(
          Diagnostic(
            .error, .controlCharacter, ControlCharacter.message(scalar ?? "\0"),
            hint: "delete it; 'planpress check --fix' does so",
            at: location(of: SourceRange(start: first, end: index)), fix: .replace(with: "")))
      }
    }
    return found
  }
}
