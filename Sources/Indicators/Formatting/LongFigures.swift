import DataFormats
import Words

// Figures of so many digits that a column or a card of the usual width cannot hold one.
extension Indicator {
  /// Whether a figure or a target has ten digits or more and is shown with all of them, not in millions or billions.
  package func hasLongFigures(_ language: WordLanguage) -> Bool {
    guard hasLargeFigures, scale(language) == nil else { return false }
    return isLong(baseline?.value) || observations.contains { isLong($0.value) }
      || interimTargets.contains { isLong($0) } || target.map(isLong) ?? false
  }

  private func isLong(_ number: DecimalNumber?) -> Bool { number.map { abs($0.value) >= Self.longest } ?? false }

  private func isLong(_ target: IndicatorTarget) -> Bool { target.largest(from: baseline) >= Self.longest }

  /// Ten digits with their commas are as wide as a card on a phone.
  private static let longest = 1e9
}
