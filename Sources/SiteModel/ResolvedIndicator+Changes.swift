import Indicators
import Words

extension ResolvedIndicator {
  /// How the target was changed after a time in years, and the status by the target as first set: why a status may be another
  /// one although the figures are not. Nil if it was not changed.
  package func changesOfTarget(after start: Double, _ language: WordLanguage) -> String? {
    var texts = IndicatorWords.changes(of: indicator, after: start, language)
    guard !texts.isEmpty else { return nil }
    if let original = originalAssessment {
      let status = IndicatorWords.word(for: Verdict(original, of: indicator), language)
      texts.append(
        IndicatorWords.insideSentence(language[.originalTarget]) + language[.colon]
          + IndicatorWords.insideSentence(status))
    }
    return texts.joined(separator: language[.semicolon])
  }
}
