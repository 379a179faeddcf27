import Bytes
import DataFormats

// Figures without their units and years, for tables that say those elsewhere.
extension IndicatorWords {
  package static func number(_ number: DecimalNumber, of indicator: Indicator) -> String {
    NumberFormat.text(number, precision: indicator.precision)
  }

  /// A milestone's state in words; nil for a figure that is known to be missing.
  package static func number(_ observation: Observation, of indicator: Indicator, _ language: WordLanguage) -> String? {
    observation.state.map { word(for: $0, language) } ?? observation.value.map { number($0, of: indicator) }
  }

  /// All observed values in their order, as `54.6 → 55.3`.
  package static func numbers(of indicator: Indicator, _ language: WordLanguage) -> String {
    let precision = indicator.precision
    return ByteBuffer.text { bytes in
      for place in indicator.observations.indices {
        let observation = indicator.observations[place]
        guard observation.state != nil || observation.value != nil else { continue }
        if !bytes.isEmpty { bytes.append(literal: " → ") }
        if let state = observation.state {
          bytes.append(text: word(for: state, language))
        } else if let value = observation.value {
          bytes.append(figure: value, precision: precision)
        }
      }
    }
  }

  /// The number to reach; words where there is none.
  package static func targetNumber(of indicator: Indicator, _ language: WordLanguage) -> String {
    indicator.targetValue.map { toReach($0, of: indicator) } ?? goal(of: indicator, language)
  }

  /// The target as it was written; a change added to its baseline has the digits of both.
  static func toReach(_ value: Double, of indicator: Indicator) -> String {
    switch indicator.target?.goal {
    case .value(let written): number(written, of: indicator)
    case .change(let change):
      NumberFormat.text(value, decimals: max(change.decimals, indicator.baseline?.value.decimals ?? 0))
    case .phrase, .done, nil: NumberFormat.text(value, decimals: 0)
    }
  }
}
