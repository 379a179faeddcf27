// Unicode normalization form C (UAX #15), as far as texts need it: file names of macOS and some keyboards decompose
// accents, voiced kana and Hangul. The standard library compares strings by this form but does not expose it.

/// A text with its accents, voiced kana and Hangul composed: `e` and U+0301 give `é`. Two texts that look the same then
/// have the same bytes.
package func normalized(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }), text.unicodeScalars.contains(where: \.mayCompose) else {
    return text
  }
  var result = String.UnicodeScalarView()
  for character in text { append(composing: character, to: &result) }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether the scalar may combine with the one before it, or has a canonical equivalent.
  package var mayCompose: Bool {
    guard value >= 0x300 else { return false }
    if 0x1100...0x11FF ~= value || 0x1F70...0x1FFF ~= value || 0x2126...0x212B ~= value { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}

private func append(composing character: Character, to result: inout String.UnicodeScalarView) {
  let scalars = Array(character.unicodeScalars)
  if scalars.count == 1, !scalars[0].mayCompose {
    result.append(scalars[0])
  } else if let syllable = hangul(scalars) {
    result.append(syllable)
  } else if let composed = composites[character] {
    result.append(composed)
  } else {
    result.append(contentsOf: composingPairs(scalars))
  }
}

/// Joins the first scalar with each mark that has a composite with it and is not blocked, in canonical order.
private func composingPairs(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
  var result: [Unicode.Scalar] = []
  var starter: Int?
  // Marks of one class keep their order, as `sorted` is stable.
  for scalar in canonicallyOrdered(scalars) {
    let combiningClass = scalar.properties.canonicalCombiningClass
    if let starter, starter == result.count - 1 || blocking(result[result.count - 1]) < combiningClass.rawValue,
      let pair = Character(result[starter], scalar), let composed = composites[pair]
    {
      result[starter] = composed
      continue
    }
    if combiningClass == .notReordered { starter = result.count }
    result.append(scalar)
  }
  return result
}

private func blocking(_ scalar: Unicode.Scalar) -> UInt8 {
  let value = scalar.properties.canonicalCombiningClass.rawValue
  return value == 0 ? .max : value
}

private func canonicallyOrdered(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
  var result: [Unicode.Scalar] = []
  var marks: [Unicode.Scalar] = []
  for scalar in scalars {
    if scalar.properties.canonicalCombiningClass == .notReordered {
      result += marks.sorted { $0.properties.canonicalCombiningClass < $1.properties.canonicalCombiningClass }
      marks = []
      result.append(scalar)
    } else {
      marks.append(scalar)
    }
  }
  return result + marks.sorted { $0.properties.canonicalCombiningClass < $1.properties.canonicalCombiningClass }
}

extension Character {
  fileprivate init?(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
    var text = String(first)
    text.unicodeScalars.append(second)
    guard text.count == 1, let character = text.first else { return nil }
    self = character
  }
}

/// Two or three jamo as a syllable (The Unicode Standard, §3.12); nil for anything else.
private func hangul(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
  guard scalars.count == 2 || scalars.count == 3 else { return nil }
  var values = scalars.map { Int($0.value) }
  if 0x1100...0x1112 ~= values[0], 0x1161...0x1175 ~= values[1] {
    values.replaceSubrange(0...1, with: [0xAC00 + ((values[0] - 0x1100) * 21 + values[1] - 0x1161) * 28])
  }
  if values.count == 2, 0xAC00...0xD7A3 ~= values[0], (values[0] - 0xAC00) % 28 == 0, 0x11A8...0x11C2 ~= values[1] {
    values = [values[0] + values[1] - 0x11A7]
  }
  return values.count == 1 ? Unicode.Scalar(UInt32(values[0])) : nil
}

/// The composed scalars of Latin, Greek, Cyrillic, Arabic, the scripts of India and kana, without those that Unicode
/// excludes from composition. Any form of a character finds its composed scalar, since characters are compared by
/// canonical equivalence. Built when first needed.
private let composites: [Character: Unicode.Scalar] = {
  let ranges: [ClosedRange<UInt32>] = [
    0xC0...0x233, 0x374...0x4F9, 0x622...0x6D3, 0x929...0x934, 0x9CB...0x9CC, 0xB48...0xB4C, 0xB94...0xB94,
    0xBCA...0xBCC, 0xC48...0xC48, 0xCC0...0xCCB, 0xD4A...0xD4C, 0xDDA...0xDDE, 0x1026...0x1026, 0x1B06...0x1B43,
    0x1E00...0x1FFC, 0x2126...0x212B, 0x3041...0x30FE,
  ]
  var composites: [Character: Unicode.Scalar] = [:]
  for value in ranges.joined() {
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
    // The first of two equal scalars is the canonical one.
    let key = Character(scalar)
    if composites[key] == nil { composites[key] = scalar }
  }
  return composites
}()
