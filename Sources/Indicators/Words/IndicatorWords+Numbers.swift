import Bytes
import DataFormats

// Figures without units and years, for tables that state those elsewhere.
extension IndicatorWords {
  package static func number(_ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage) -> String {
    NumberFormat.text(number, precision: indicator.shownDecimals(of: number), language)
  }

  /// The value of an observation, or a milestone's state in words. Nil for a figure that is known to be missing.
  package static func number(_ observation: Observation, of indicator: Indicator, _ language: WordLanguage) -> String? {
    observation.state.map { word(for: $0, language) } ?? observation.value.map { number($0, of: indicator, language) }
  }

  /// All observed values by period: `54.6 → 55.3`.
  package static func numbers(of indicator: Indicator, _ language: WordLanguage) -> String {
    return ByteBuffer.text { bytes in
      for index in indicator.observations.indices {
        let observation = indicator.observations[index]
        guard observation.state != nil || observation.value != nil else { continue }
        if !bytes.isEmpty { bytes.append(literal: " → ") }
        if let state = observation.state {
          bytes.append(text: word(for: state, language))
        } else if let value = observation.value {
          bytes.append(figure: value, precision: indicator.shownDecimals(of: value), language)
        }
      }
    }
  }

  /// The number to reach, or the ends of a range; for a target without a number its words.
  package static func targetNumber(of indicator: Indicator, _ language: WordLanguage) -> String {
    if case .between(let low, let high)? = indicator.target?.goal {
      return [low, high].map { number($0, of: indicator, language) }.joined(
        separator: language == .chinese ? "至" : " to ")
    }
    return indicator.targetValue.map { targetNumber($0, of: indicator, language) } ?? goal(of: indicator, language)
  }

  /// The number to reach, with the decimals of `Indicator.decimals(of:)`.
  static func targetNumber(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    switch indicator.target?.goal {
    case .value(let written): number(written, of: indicator, language)
    default: NumberFormat.text(value, decimals: indicator.decimals(of: indicator.target), language)
    }
  }
}
