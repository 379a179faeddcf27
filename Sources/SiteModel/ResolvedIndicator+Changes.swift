import Indicators
import Words

// How a status changed: by the target that was in force at each time. Lists of changes, reports and the feed all say it so.
extension ResolvedIndicator {
  /// Its status at a time in years, by the figures and the target of that time. A target in another unit cannot be compared
  /// with the figures; then it is that of today.
  package func standing(at time: Double, by rules: AssessmentRules) -> (assessment: Assessment, verdict: Verdict) {
    let promised = indicator.asPromised(at: time)
    let shown = promised.unit == indicator.unit ? promised : indicator
    let assessment = assess(shown, by: rules, asOf: time)
    return (assessment, Verdict(assessment, of: shown))
  }

  /// How the target was changed after a time in years, and the status by the target as first set: why a status may be another
  /// one although the figures are not. Nil if it was not changed.
  package func changesOfTarget(after start: Double, _ language: WordLanguage) -> String? {
    sentence(
      of: IndicatorWords.changes(of: indicator, after: start, language), byFirstTarget: originalAssessment, language)
  }

  /// How the target was changed between two entries of the history, and the status at the later one by the target as first
  /// set. Only the author's declarations are used, so that the text is the same in every later build.
  package func changesOfTarget(
    from old: StatusHistory.Entry, to new: StatusHistory.Entry, by rules: AssessmentRules, _ language: WordLanguage
  ) -> String? {
    guard let history = indicator.history, history.wasChanged(after: old.time.end, upTo: new.time.end) else {
      return nil
    }
    let texts = IndicatorWords.declaredChanges(of: indicator, after: old.time.end, upTo: new.time.end, language)
    let original =
      new.latest?.period == indicator.latest?.period
      ? originalAssessment
      : indicator.assessmentByOriginalTarget(by: rules, asOf: new.latest?.period.end ?? new.time.end)
    return sentence(of: texts, byFirstTarget: original, language)
  }

  private func sentence(
    of changes: [String], byFirstTarget original: Assessment?, _ language: WordLanguage
  ) -> String? {
    let declared =
      changes.isEmpty ? [] : [language[.target] + language[.colon] + changes.joined(separator: language[.semicolon])]
    guard let original else { return declared.first }
    let status = IndicatorWords.word(for: Verdict(original, of: indicator.original ?? indicator), language)
    let label = language[.originalTarget]
    let judged =
      (changes.isEmpty ? label : IndicatorWords.insideSentence(label)) + language[.colon]
      + IndicatorWords.insideSentence(status)
    return (declared + [judged]).joined(separator: language[.semicolon])
  }
}
