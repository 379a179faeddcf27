import Bytes
import DataFormats
import Diagnostics

/// How the sections of a plan are numbered: one pattern per level; counting restarts under each parent.
package enum Numbering: Hashable, Sendable {
  case none
  /// 1, 1.1, 1.1.1 …
  case decimal
  /// One pattern per level, outermost first; deeper levels have no number.
  case patterns([NumberPattern])

  /// 第一章 · 一、 · （一） · 1. · (1)
  static let chinesePlan = Numbering.patterns([
    NumberPattern(prefix: "第", style: .chinese, suffix: "章"),
    NumberPattern(prefix: "", style: .chinese, suffix: "、"),
    NumberPattern(prefix: "（", style: .chinese, suffix: "）"),
    NumberPattern(prefix: "", style: .arabic, suffix: "."),
    NumberPattern(prefix: "(", style: .arabic, suffix: ")"),
  ])

  /// Whether its numbers or the words around them are Chinese.
  var isChinese: Bool {
    guard case .patterns(let patterns) = self else { return false }
    return patterns.contains {
      $0.style == .chinese || $0.prefix.containsHan || $0.suffix.containsHan
    }
  }

  /// The number of the section at `path`, which holds its 1-based position among the numbered sections on each level.
  /// Nil if the level has no numbers.
  package func number(at path: [Int]) -> String? {
    guard let last = path.last else { return nil }
    switch self {
    case .none: return nil
    case .decimal: return path.map(String.init).joined(separator: ".")
    case .patterns(let patterns):
      guard path.count <= patterns.count else { return nil }
      return patterns[path.count - 1].text(last)
    }
  }
}

/// The text around a number and the number's style, such as `第{一}章`.
package struct NumberPattern: Hashable, Sendable {
  enum Style: String, CaseIterable, Sendable {
    case arabic = "1"
    case chinese = "一"
    case upperLetter = "A"
    case lowerLetter = "a"
    case upperRoman = "I"
    case lowerRoman = "i"
  }

  let prefix: String
  /// Nil for a level without numbers.
  let style: Style?
  let suffix: String

  init(prefix: String, style: Style?, suffix: String) {
    self.prefix = prefix
    self.style = style
    self.suffix = suffix
  }

  /// Parses text with one `{…}` around the first number of a style. Empty text means a level without numbers.
  init?(_ text: String) {
    if text.isEmpty {
      self.init(prefix: "", style: nil, suffix: "")
      return
    }
    let parts = text.split(separator: "{", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
    guard rest.count == 2, let style = Style(rawValue: String(rest[0])) else { return nil }
    self.init(prefix: String(parts[0]), style: style, suffix: String(rest[1]))
  }

  func text(_ number: Int) -> String? {
    guard let style else { return nil }
    let digits =
      switch style {
      case .arabic: String(number)
      case .chinese: chineseNumeral(number)
      case .upperLetter: letters(number, from: "A")
      case .lowerLetter: letters(number, from: "a")
      case .upperRoman: roman(number)
      case .lowerRoman: roman(number).lowercased()
      }
    return prefix + digits + suffix
  }
}

/// 一, 十, 十一, 二十, 一百零一 … up to 9999; Arabic digits above.
func chineseNumeral(_ number: Int) -> String {
  let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let units = ["", "十", "百", "千"]
  guard (1...9999).contains(number) else { return String(number) }
  var result = ""
  var pendingZero = false
  for (power, digit) in String(number).utf8.reversed().enumerated().reversed() {
    let value = Int(digit - UInt8(ascii: "0"))
    guard value > 0 else {
      pendingZero = !result.isEmpty
      continue
    }
    if pendingZero { result += digits[0] }
    pendingZero = false
    result += digits[value] + units[power]
  }
  return (10...19).contains(number) ? String(result.dropFirst()) : result
}

/// A … Z, AA, AB …
private func letters(_ number: Int, from first: Unicode.Scalar) -> String {
  var rest = number
  var scalars: [Unicode.Scalar] = []
  while rest > 0 {
    rest -= 1
    if let scalar = Unicode.Scalar(first.value + UInt32(rest % 26)) { scalars.append(scalar) }
    rest /= 26
  }
  return String(String.UnicodeScalarView(scalars.reversed()))
}

private func roman(_ number: Int) -> String {
  let values = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  guard (1...3999).contains(number) else { return String(number) }
  var rest = number
  var result = ""
  for (value, letters) in values {
    while rest >= value {
      result += letters
      rest -= value
    }
  }
  return result
}

// MARK: - Reading

extension Numbering {
  private static let schemes = ["chinese-plan", "decimal", "none"]

  /// `numbering: chinese-plan | decimal | none`, or a list of patterns, one per level.
  static func read(_ reader: inout FieldReader) -> Numbering? {
    guard let node = reader.node("numbering") else { return nil }
    if let name = node.asScalar?.value {
      switch name {
      case "chinese-plan": return .chinesePlan
      case "decimal": return .decimal
      case "none": return Numbering.none
      default:
        reader.report(
          .invalidNumbering, "'\(name)' is not a numbering",
          hint: didYouMean(name, among: schemes)
            ?? "use chinese-plan, decimal, none, or a list with a pattern for each level, such as [\"第{一}章\", \"{1}.\"]",
          at: node.range)
        return nil
      }
    }
    guard let items = node.asSequence else {
      reader.report(.wrongType, "'numbering' must be chinese-plan, decimal, none or a list of patterns", at: node.range)
      return nil
    }
    var patterns: [NumberPattern] = []
    for item in items {
      guard let text = item.asScalar?.value, let pattern = NumberPattern(text) else {
        reader.report(
          .invalidNumbering, "a numbering pattern must contain one of {1}, {一}, {A}, {a}, {I}, {i}, or be empty",
          hint: "for example \"第{一}章\", \"{1}.\" or \"\" for a level without numbers", at: item.range)
        return nil
      }
      patterns.append(pattern)
    }
    return .patterns(patterns)
  }
}
