import Bytes
import DataFormats
import Words

// Figures without units and years, for tables that state those elsewhere: in the scale of `Indicator.shownUnit`.
extension IndicatorWords {
  package static func number(_ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage) -> String {
    self.number(number, of: indicator, in: indicator.scale(language), language)
  }

  /// A figure in a scale that is not that of the indicator, such as the axis's; nil for none.
  package static func number(
    _ number: DecimalNumber, of indicator: Indicator, in scale: NumberScale?, _ language: WordLanguage
  ) -> String {
    ByteBuffer.text { append(figure: number, of: indicator, scale, language, to: &$0) }
  }

  /// The value of an observation, or a milestone's state in words. Nil for a figure that is known to be missing.
  package static func number(_ observation: Observation, of indicator: Indicator, _ language: WordLanguage) -> String? {
    observation.state.map { word(for: $0, language) } ?? observation.value.map { number($0, of: indicator, language) }
  }

  /// All observed values by period: `54.6 → 55.3`.
  package static func numbers(of indicator: Indicator, _ language: WordLanguage) -> String {
    let scale = indicator.scale(language)
    return ByteBuffer.text { bytes in
      for index in indicator.observations.indices {
        let observation = indicator.observations[index]
        guard observation.state != nil || observation.value != nil else { continue }
        if !bytes.isEmpty {
          bytes.append(UInt8(ascii: " "))
          bytes.append(.arrow, language)
          bytes.append(UInt8(ascii: " "))
        }
        if let state = observation.state {
          bytes.append(text: word(for: state, language))
        } else if let value = observation.value {
          append(figure: value, of: indicator, scale, language, to: &bytes)
        }
      }
    }
  }

  /// The number to reach, or the ends of a range; for a target without a number its words.
  package static func targetNumber(of indicator: Indicator, _ language: WordLanguage) -> String {
    indicator.target.map { targetNumber(of: indicator, $0, language) } ?? goal(of: indicator, language)
  }

  static func targetNumber(
    of indicator: Indicator, _ target: IndicatorTarget, _ language: WordLanguage
  ) -> String {
    if case .between(let low, let high) = target.goal {
      return language.text(
        .between, [.low: number(low, of: indicator, language), .high: number(high, of: indicator, language)])
    }
    return indicator.value(of: target).map { targetNumber($0, of: indicator, target, language) }
      ?? goal(of: indicator, target, language)
  }

  /// The number to reach, with the decimals of `Indicator.decimals(of:)`.
  static func targetNumber(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    targetNumber(value, of: indicator, indicator.target, language)
  }

  private static func targetNumber(
    _ value: Double, of indicator: Indicator, _ target: IndicatorTarget?, _ language: WordLanguage
  ) -> String {
    if case .value(let written)? = target?.goal { return number(written, of: indicator, language) }
    return ByteBuffer.text {
      append(
        figure: value, decimals: indicator.decimals(of: target), indicator.scale(language), language, to: &$0)
    }
  }
}
