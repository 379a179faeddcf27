/// CLDR's names for the forms that a word takes beside different numbers.
package enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// The properties of a number, as it is shown, that rules of plurals depend on.
/// https://unicode.org/reports/tr35/tr35-numbers.html#Operands
package struct PluralOperands: Hashable, Sendable {
  /// n: the absolute value.
  let value: Double
  /// v and f: the number of decimals, and the decimals as a whole number.
  let decimals: Int
  let fraction: Int

  package init(_ count: Int) {
    value = Double(count.magnitude)
    (decimals, fraction) = (0, 0)
  }

  /// A number shown with `decimals` decimals, 0 to 12.
  package init(_ number: Double, decimals: Int) {
    var power = 1.0
    for _ in 0..<min(max(0, decimals), 12) { power *= 10 }
    let scaled = (abs(number) * power).rounded()
    value = scaled / power
    self.decimals = max(0, decimals)
    let rest = scaled.truncatingRemainder(dividingBy: power)
    fraction = rest.isFinite ? Int(rest) : 0
  }

  fileprivate func value(of operand: Character) -> Double {
    switch operand {
    case "n": return value
    case "i": return value.rounded(.towardZero)
    case "v": return Double(decimals)
    case "f": return Double(fraction)
    case "w", "t":
      var (rest, count) = (fraction, decimals)
      while count > 0, rest.isMultiple(of: 10) {
        rest /= 10
        count -= 1
      }
      return operand == "w" ? Double(count) : Double(rest)
    // c and e: numbers are not shown with exponents.
    default: return 0
    }
  }
}

/// The rules by which a language chooses the form of a word beside a number, as CLDR writes them:
/// `one: "i = 1 and v = 0"`. A number that no rule holds for takes `other`.
package struct PluralRules: Sendable {
  private var rules: [(category: PluralCategory, alternatives: [[Relation]])] = []

  package static let none = PluralRules()

  private struct Relation: Sendable {
    let operand: Character
    let modulus: Double?
    let isEqual: Bool
    let ranges: [ClosedRange<Double>]

    func holds(for number: PluralOperands) -> Bool {
      var value = number.value(of: operand)
      if let modulus { value = value.truncatingRemainder(dividingBy: modulus) }
      let isIn = ranges.contains { range in
        // A range has whole numbers only.
        range.contains(value) && (range.lowerBound == range.upperBound || value == value.rounded())
      }
      return isIn == isEqual
    }
  }

  var categories: [PluralCategory] { rules.map(\.category) }

  func category(of number: PluralOperands) -> PluralCategory {
    rules.first { $0.alternatives.contains { $0.allSatisfy { $0.holds(for: number) } } }?.category ?? .other
  }

  /// Adds the rule of a category. False, and nothing added, if the text is not a rule.
  mutating func add(_ category: PluralCategory, _ text: String) -> Bool {
    // Samples follow an @.
    let rule = text.prefix { $0 != "@" }
    let tokens = PluralRules.tokens(of: rule)
    guard !tokens.isEmpty else { return false }
    var alternatives: [[Relation]] = []
    for alternative in tokens.split(separator: "or", omittingEmptySubsequences: false) {
      var relations: [Relation] = []
      for part in alternative.split(separator: "and", omittingEmptySubsequences: false) {
        guard let relation = PluralRules.relation(Array(part)) else { return false }
        relations.append(relation)
      }
      alternatives.append(relations)
    }
    rules.append((category, alternatives))
    return true
  }

  /// `n % 10 = 2..4` with spaces or without.
  private static func tokens(of text: Substring) -> [String] {
    var spaced = ""
    for character in text {
      switch character {
      case "%", "=", ",": spaced += " \(character) "
      case "!": spaced += " !"
      default: spaced.append(character)
      }
    }
    return spaced.replacing("! =", with: "!=").split { $0.isWhitespace }.map(String.init)
  }

  private static func relation(_ tokens: [String]) -> Relation? {
    var rest = tokens[...]
    guard let operand = rest.popFirst(), operand.count == 1, "niftvwce".contains(operand), let name = operand.first
    else { return nil }
    var modulus: Double?
    if rest.first == "%" {
      rest.removeFirst()
      guard let number = rest.popFirst().flatMap(Double.init), number > 0 else { return nil }
      modulus = number
    }
    guard let sign = rest.popFirst(), sign == "=" || sign == "!=" else { return nil }
    var ranges: [ClosedRange<Double>] = []
    for part in rest.split(separator: ",", omittingEmptySubsequences: false) {
      guard part.count == 1, let text = part.first else { return nil }
      let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Double($0) }
      guard let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2, low <= high else { return nil }
      ranges.append(low...high)
    }
    return Relation(operand: name, modulus: modulus, isEqual: sign == "=", ranges: ranges)
  }
}
