/// The writing systems that planpress tells apart by their characters. Languages in Latin script cannot be told apart
/// in this way, and have none.
package enum WritingSystem: Sendable {
  case eastAsian, cyrillic, arabic, greek, hebrew, devanagari, thai

  /// The writing system of a text's first letter; nil for Latin and for those that are not listed here.
  package init?(of text: String) {
    guard let letter = text.unicodeScalars.first(where: \.properties.isAlphabetic) else { return nil }
    let systems: [WritingSystem] = [.eastAsian, .cyrillic, .arabic, .greek, .hebrew, .devanagari, .thai]
    guard let system = systems.first(where: { $0.hasLetter(letter) }) else { return nil }
    self = system
  }

  /// Whether a character is a letter, a syllable or an ideograph of this system. Blocks are those of Unicode 16.
  package func hasLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return switch self {
    case .eastAsian:
      0x2E80...0x2FDF ~= value || 0x3005...0x3007 ~= value || 0x3041...0x30FF ~= value || 0x3105...0x31BF ~= value
        || 0x3400...0x9FFF ~= value || 0xAC00...0xD7A3 ~= value || 0xF900...0xFAFF ~= value
        || 0x20000...0x3FFFF ~= value
    case .cyrillic: 0x400...0x52F ~= value
    case .arabic: 0x620...0x64A ~= value || 0x66E...0x6D3 ~= value || 0x750...0x77F ~= value || 0x8A0...0x8C9 ~= value
    case .greek: 0x370...0x3FF ~= value || 0x1F00...0x1FFF ~= value
    case .hebrew: 0x5D0...0x5EA ~= value
    case .devanagari: 0x900...0x963 ~= value || 0x970...0x97F ~= value
    case .thai: 0xE01...0xE3A ~= value || 0xE40...0xE4E ~= value
    }
  }

  /// Whether a character is a mark that only this system has, and that belongs to the letters beside it: `《`, `。`, `（`.
  package func hasMark(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return switch self {
    case .eastAsian:
      0x3001...0x3004 ~= value || 0x3008...0x3020 ~= value || 0xFF01...0xFF65 ~= value || 0xFFE0...0xFFE6 ~= value
    case .arabic: value == 0x60C || value == 0x61B || value == 0x61F || 0x64B...0x66D ~= value
    case .hebrew: 0x591...0x5C7 ~= value
    case .devanagari: value == 0x964 || value == 0x965
    case .cyrillic, .greek, .thai: false
    }
  }

  /// Whether a text has letters of this system, and of no other.
  package func isAlone(in text: String) -> Bool {
    var hasOwn = false
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) { return false }
      } else if hasLetter(scalar) {
        hasOwn = true
      } else if !hasMark(scalar), scalar.properties.isAlphabetic {
        return false
      }
    }
    return hasOwn
  }

  /// Whether a text has a letter of this system.
  package func occurs(in text: String) -> Bool { text.unicodeScalars.contains(where: hasLetter) }
}
