import Diagnostics

/// Why a file or folder cannot have its name: it would break lists of files, messages and addresses.
package enum FileNameFault: Sendable {
  case notUTF8
  case lineBreak
  case controlCharacter
  case invisibleCharacter

  /// Nil for a valid name. `name` is nil if its bytes are not UTF-8.
  package init?(_ name: String?) {
    guard let name else {
      self = .notUTF8
      return
    }
    guard let scalar = name.unicodeScalars.first(where: \.isForbiddenInName) else { return nil }
    self = scalar.isLineBreak ? .lineBreak : scalar.isInvisible ? .invisibleCharacter : .controlCharacter
  }

  /// Completes a sentence about the name.
  var reason: Message {
    switch self {
    case .notUTF8: "is not encoded in UTF-8"
    case .lineBreak: "contains a line break"
    case .controlCharacter: "contains a control character"
    case .invisibleCharacter: "contains an invisible character"
    }
  }

  /// The name with `�` for everything that cannot be shown.
  static func shown(_ name: UnsafeRawBufferPointer) -> String {
    let scalars = String(decoding: name, as: UTF8.self).unicodeScalars.map { $0.isForbiddenInName ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension Unicode.Scalar {
  fileprivate var isForbiddenInName: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029: true
    // Not characters, Unicode §23.7.
    case 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE || isInvisible
    }
  }

  /// Without width, or a mark that turns the writing direction: two files would look the same, or like another kind.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  fileprivate var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028...0x2029: true
    default: false
    }
  }
}
