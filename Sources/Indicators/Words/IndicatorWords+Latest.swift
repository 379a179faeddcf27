import Bytes
import Words

// The latest figure of an indicator, and the one that its status is for.
extension IndicatorWords {
  /// The latest figure with its period; nil without figures.
  package static func latest(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let latest = ByteBuffer.text { append(latest: indicator.latest, of: indicator, language, to: &$0) }
    return latest.isEmpty ? nil : latest
  }

  /// The latest figure with its period; of yearly amounts their sum so far, to which the target applies, with the newest of them.
  /// Nil without figures.
  package static func latest(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    sumWithNewest(of: indicator, assessment, language) ?? latest(of: indicator, language)
  }

  /// The latest figure with its period, without what its publisher says of it; that is `caveat`. Nil without figures.
  package static func plainLatest(of indicator: Indicator, _ language: WordLanguage) -> String? {
    guard let latest = indicator.latest else { return nil }
    return latest.value.map { value in
      ByteBuffer.text { bytes in
        append(value: value, of: indicator, .whole, language, to: &bytes)
        append(date: latest.period, .whole, language, to: &bytes)
      }
    } ?? self.latest(of: indicator, language)
  }

  /// The figure that a status is for, with its period; nil without one. It is the latest one, unless that is for a later time
  /// than the target's.
  ///
  /// Of yearly amounts, that is their sum so far, with the newest of them.
  package static func judged(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let judged = assessment.latest else { return latest(of: indicator, language) }
    if let sum = sumWithNewest(of: indicator, assessment, language) { return sum }
    return ByteBuffer.text { append(latest: judged, of: indicator, language, to: &$0) }
  }

  /// `1,805 homes so far, of which 655 in 2025`. Nil unless a status is judged by several yearly amounts.
  private static func sumWithNewest(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard let sum = sumSoFar(of: indicator, assessment),
      let part = lastPart(of: indicator, assessment, isInSentence: true, language)
    else {
      return nil
    }
    let total = language.text(.sumSoFar, [.value: value(sum, of: indicator, language)])
    return joined([total, part], by: .clauseSeparator, language)
  }
}
