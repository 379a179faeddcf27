import Words

/// The changes of a target, in sentences without a full stop.
extension IndicatorWords {
  /// Each change, the newest first: `20 → 14, changed in March 2026 by the council, because …`.
  package static func changes(of indicator: Indicator, _ language: WordLanguage) -> [String] {
    guard let history = indicator.history else { return [] }
    return history.changes.reversed().map { earlier, next in
      let differences = joined(differences(earlier.terms, next, of: indicator, language), by: .semicolon, language)
      let explained = change(
        differences, until: earlier.until, by: earlier.by, why: earlier.why, isUndeclared: earlier.isUndeclared,
        language)
      return earlier.isUnconfirmed ? language.text(.changedUnconfirmed, [.change: explained]) : explained
    }
  }

  /// The changes after a time in years, the newest first.
  package static func changes(of indicator: Indicator, after start: Double, _ language: WordLanguage) -> [String] {
    guard let history = indicator.history else { return [] }
    func isLater(_ change: EarlierTarget) -> Bool { !change.until.isOver(at: start) }
    guard history.earlier.contains(where: isLater) else { return [] }
    return zip(history.changes.reversed(), changes(of: indicator, language)).compactMap { change, text in
      isLater(change.earlier) ? text : nil
    }
  }

  /// The changes between two times in years that the author declares and the newest snapshot does not contradict, the
  /// newest first: they read the same in every later build.
  package static func declaredChanges(
    of indicator: Indicator, after start: Double, upTo end: Double, _ language: WordLanguage
  ) -> [String] {
    guard let history = indicator.history else { return [] }
    return zip(history.changes.reversed(), changes(of: indicator, language)).compactMap { change, text in
      let time = change.earlier.until.end
      return change.earlier.isDeclared && time.isLater(than: start) && !time.isLater(than: end) ? text : nil
    }
  }

  /// A sentence about a change: the differences, then when, by whom and why. For an undeclared change, `until` is the
  /// time of the snapshot.
  package static func change(
    _ differences: String, until: Period, by: String?, why: String?, isUndeclared: Bool, _ language: WordLanguage
  ) -> String {
    if isUndeclared {
      return language.text(.changedUndeclared, [.changes: differences, .snapshot: until.text(language)])
    }
    let change =
      if let by {
        language.text(.changedBy, period: until, [.changes: differences, .by: by])
      } else {
        language.text(.changed, period: until, [.changes: differences])
      }
    guard let why else { return language.text(.changedWithoutReason, [.change: change]) }
    return language.text(.changedBecause, [.change: change, .why: withoutConjunction(why, language)])
  }

  /// The reason without the word that precedes it anyway: `the subsidy was cut` for *because the subsidy was cut*.
  private static func withoutConjunction(_ why: String, _ language: WordLanguage) -> String {
    let lead = language.text(.changedBecause, [.change: "", .why: ""])
    let word = lead.split { !$0.isLetter }.last.map { $0.lowercased() + " " } ?? ""
    guard word.count > 1, why.lowercased().hasPrefix(word) else { return why }
    return String(why.dropFirst(word.count))
  }

  /// The original target with its period: `20 (2030)`. Nil for a target that was not changed, or not by what is
  /// confirmed.
  package static func originalTarget(of indicator: Indicator, _ language: WordLanguage) -> String? {
    (indicator.history?.original).map { target(of: indicator.under($0), language) }
  }

  /// The original target for a place that states the unit elsewhere, with its unit if that changed. If only the interim
  /// targets changed, those; nil if other facts changed.
  package static func originalTarget(besideUnitOf indicator: Indicator, _ language: WordLanguage) -> String? {
    guard let terms = indicator.history?.original else { return nil }
    let original = indicator.under(terms)
    let isSameUnit = terms.unit == indicator.unit
    let text = target(of: isSameUnit ? original.besideUnit : original, language)
    guard isSameUnit, text == target(of: indicator.besideUnit, language) else { return text }
    let (before, after) = (path(of: original, language), path(of: indicator, language))
    return before == after
      ? nil : language[.interimTargets] + language[.colon] + (before ?? language[.nothing])
  }

  /// The target before each change, for data files: `20 (2030) until 2026-03`; with its baseline where that was changed.
  package static func earlierTargets(of indicator: Indicator, _ language: WordLanguage) -> [String] {
    (indicator.history?.changes ?? []).map { earlier, next in
      let before = indicator.under(earlier.terms)
      let formerBaseline = earlier.terms.baseline == next.baseline ? nil : baseline(of: before, language)
      let texts = [target(of: before, language), formerBaseline.map { language[.baseline] + language[.colon] + $0 }]
      let text = language.text(
        earlier.isUndeclared ? .earlierInSnapshot : .earlierUntil,
        [
          .text: texts.compactMap(\.self).joined(separator: language[.clauseSeparator]),
          .period: earlier.until.description,
        ])
      return earlier.isUnconfirmed ? language.text(.earlierUnconfirmed, [.text: text]) : text
    }
  }

  /// The facts that differ between two versions of a target: `20 → 14`, `baseline 35 → 33`.
  package static func differences(
    from old: TargetTerms, of indicator: Indicator, quote: String?, _ language: WordLanguage
  ) -> [String] {
    differences(old, indicator.terms(quote: quote), of: indicator, language)
  }

  private static func differences(
    _ old: TargetTerms, _ new: TargetTerms, of indicator: Indicator, _ language: WordLanguage
  ) -> [String] {
    let (before, after) = (indicator.under(old), indicator.under(new))
    var texts: [String] = []
    func compare(_ sentence: Sentence, _ old: String?, _ new: String?) {
      guard old != new else { return }
      texts.append(
        language.text(sentence, [.old: old ?? language[.nothing], .new: new ?? language[.nothing]]))
    }
    func compare(_ sentence: Sentence, _ text: (Indicator) -> String?) {
      guard text(before) != text(after) else { return }
      let sides = sides(before, after, text)
      compare(sentence, sides.old, sides.new)
    }
    let isMoved = old.target.period != new.target.period || old.target.isPeriodKnown != new.target.isPeriodKnown
    // A number changes with its unit and its baseline, which have pairs of their own.
    compare(.difference) { isMoved ? target(of: $0, language) : goal(of: $0, language) }
    compare(.differenceBaseline) { baseline(of: $0, language) }
    compare(.differenceKind, word(for: old.kind, language), word(for: new.kind, language))
    if old.kind == .increase || new.kind == .increase {
      compare(.differenceMeasure, word(for: old.measure, language), word(for: new.measure, language))
    }
    compare(.differenceUnit, old.unit, new.unit)
    compare(
      .differenceDirection, old.direction.map { word(for: $0, language) }, new.direction.map { word(for: $0, language) }
    )
    compare(.differenceInterim) { path(of: $0, language, hasUnitAtEnd: true) }
    if old.target.comparator != new.target.comparator, texts.isEmpty {
      compare(.differenceComparator, old.target.comparator.rawValue, new.target.comparator.rawValue)
    }
    compare(
      .differenceQuotation, old.quote.map { language.text(.quoted, [.text: $0]) },
      new.quote.map { language.text(.quoted, [.text: $0]) })
    compare(.differencePhrase, old.target.phrase, new.target.phrase)
    return texts
  }

  /// The two sides of a change that states its unit once, after the present value: `31.25` and `27 households per
  /// 100,000`. Both have their units if these differ, or if there is none after the present value.
  package static func sides(
    _ old: Indicator, _ new: Indicator, _ text: (Indicator) -> String?
  ) -> (old: String?, new: String?) {
    let now = text(new)
    guard old.unit == new.unit, let bareOld = old.withoutUnit, let bareNew = new.withoutUnit, now != text(bareNew)
    else { return (text(old), now) }
    return (text(bareOld), now)
  }

  /// `10 (2023), 15 (2024)`; nil without interim targets. `hasUnitAtEnd`: the last alone has its unit.
  package static func path(
    of indicator: Indicator, _ language: WordLanguage, hasUnitAtEnd: Bool = false
  ) -> String? {
    guard let last = indicator.interimTargets.indices.last else { return nil }
    let bare = hasUnitAtEnd ? indicator.withoutUnit : nil
    let targets = indicator.interimTargets.enumerated().map { index, interim in
      let period = indicator.period(of: interim).text(language)
      return goal(of: index < last ? bare ?? indicator : indicator, interim, language)
        + language.text(.inBrackets, [.text: period])
    }
    return joined(targets, by: .listSeparator, language)
  }

  private static func word(for direction: Direction, _ language: WordLanguage) -> String {
    switch direction {
    case .up: language[.directionUp]
    case .down: language[.directionDown]
    }
  }

  private static func word(for measure: Measure, _ language: WordLanguage) -> String {
    switch measure {
    case .cumulative: language[.measureCumulative]
    case .annual: language[.measureAnnual]
    }
  }

  /// Says that an indicator is no longer followed, and why.
  package static func retired(_ retirement: Retirement, _ language: WordLanguage) -> String {
    guard let why = retirement.why else { return language.text(.retiredWithoutReason, period: retirement.on) }
    return language.text(.retired, period: retirement.on, [.why: why])
  }

  /// An indicator that a snapshot has and the site has no longer: `PM, 20 (2025)`, and that no reason is given. Without
  /// `name`, which is then shown above, the text begins after it.
  package static func gone(_ name: String?, target: String?, snapshot: Period, _ language: WordLanguage) -> String {
    let time = snapshot.text(language)
    func text(_ name: String) -> String {
      guard let target else { return language.text(.gone, [.name: name, .snapshot: time]) }
      return language.text(.goneWithTarget, [.name: name, .snapshot: time, .target: target])
    }
    if let name { return text(name) }
    return String(text("").drop { !$0.isLetter && !$0.isNumber })
  }

  /// The sentence on the comparison of a plan's targets: with which snapshot, whether anything has changed since, and
  /// how many of them could not be compared.
  package static func compared(
    with snapshot: Period, hasChanges: Bool, without count: Int, _ language: WordLanguage
  ) -> String {
    let text = language.text(hasChanges ? .compared : .comparedUnchanged, [.snapshot: snapshot.text(language)])
    return count == 0 ? text : text + language[.betweenSentences] + language.text(.comparedWithout, count: count)
  }
}
