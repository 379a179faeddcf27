import DataFormats
import Words

// In which scale figures are stated.
extension NumberScale {
  /// The scale of an axis whose largest number is `largest`; nil below 100,000, and for a unit that is a share or that
  /// names a multiple itself, such as 万元 or `million t`.
  package static func axis(to largest: Double, unit: String?, _ language: WordLanguage) -> NumberScale? {
    guard largest >= 1e5, !isMultiple(unit, language) else { return nil }
    return language.scales.first { largest >= $0.factor }
  }

  /// The largest scale in which every figure keeps all its digits and is shorter than without it, with at most as many
  /// decimals as the language wants: four in Chinese (14.1178亿), three in English. The largest figure keeps at least
  /// two digits before the point.
  ///
  /// Figures of eight digits or fewer are in a scale only in a language that has it so (`WordLanguage.scaleFrom`), and
  /// with at most two decimals. Nil if all figures are smaller than that, for the units for which an axis has none, and
  /// if no scale holds the digits: figures are then shown as they are. A figure's `decimals` are those that are shown.
  package static func exact(
    for figures: [(value: Double, decimals: Int)], unit: String?, _ language: WordLanguage
  ) -> NumberScale? {
    let largest = figures.reduce(0) { max($0, abs($1.value)) }
    guard largest >= min(Double(language.scaleFrom), smallest), largest < DecimalNumber.limit,
      !isMultiple(unit, language)
    else { return nil }
    // 125万, and not 125.0321万.
    let mostDecimals = largest < smallest ? min(language.scaleDecimals, 2) : language.scaleDecimals
    return language.scales.first { scale in
      let most = min(mostDecimals, scale.exponent - 1)
      return largest >= 10 * scale.factor
        && figures.allSatisfy { scale.decimals(of: $0.value, decimals: $0.decimals) <= most }
    }
  }

  /// Figures below this size are shown as they are, except in a language that states smaller ones in its scales, too.
  static let smallest = 1e8
  /// The smallest that any language states in a scale.
  static let smallestOfAll = 1e5

  /// `万吨`, `million t`; the word alone without a unit. `number` is the number beside it, in this scale.
  package func head(unit: String?, beside number: PluralOperands? = nil, _ language: WordLanguage) -> String {
    let word = word(beside: number)
    guard let unit, let first = unit.first else { return word }
    if language.numbers.currency == .before, let currency = CurrencySign(of: unit) {
      // `$ million per person`
      return ["\(currency.sign)", word, currency.rest].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let sentence: Sentence =
      if !first.isLetter {
        .scaleOfSign
      } else if "aeiouhàâäæéèêëîïôöœùûü".contains(first.lowercased()) {
        .scaleOfVowel
      } else {
        .scaleOfUnit
      }
    return language.text(sentence, [.scale: word, .unit: unit])
  }

  /// The operands that choose the form of the word beside a value that is shown with all its digits in this scale.
  package func operands(of value: Double, decimals: Int) -> PluralOperands {
    PluralOperands(value / factor, decimals: self.decimals(of: value, decimals: decimals))
  }

  /// The decimals that a number takes in this scale to keep all its digits. Zeros at the end are not among them.
  package func decimals(of value: Double, decimals: Int) -> Int {
    guard let (digits, decimals) = NumberFormat.scaled(value, decimals) else { return exponent + decimals }
    return NumberFormat.withoutZeros(digits, decimals: decimals + exponent).decimals
  }

  /// Whether a unit is a share or names a multiple itself.
  static func isMultiple(_ unit: String?, _ language: WordLanguage) -> Bool {
    guard let unit, let first = unit.first else { return false }
    if "十百千万亿%％‰°℃0123456789'’".contains(first) { return true }
    let lowercased = unit.lowercased()
    return ["hundred", "thousand", "million", "billion", "trillion", "тысяч", "миллион", "миллиард"].contains {
      lowercased.contains($0)
    } || language.scales.contains { $0.words.contains { unit.hasPrefix($0) } }
  }
}

extension NumberScale {
  /// The fewest decimals that tell the numbers of an axis apart in this scale.
  package func exactDecimals(of ticks: [Double]) -> Int {
    var decimals = 0
    while decimals < exponent,
      !ticks.allSatisfy({ NumberFormat.isSame($0 / factor, decimals: decimals, min(exponent, 12)) })
    { decimals += 1 }
    return decimals
  }
}
