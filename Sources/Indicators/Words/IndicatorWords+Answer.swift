import Words

/// The words of the answer to "how is the plan going?".
extension IndicatorWords {
  /// The words after a count in a sentence: `11项已实现或守住`, `11 met or held`.
  package static func phrase(for statusClass: StatusClass, count: Int, _ language: WordLanguage) -> String {
    let sentence: Sentence =
      switch statusClass {
      case .met: .answerMet
      case .onCourse: .answerOnCourse
      case .atRisk: .answerAtRisk
      case .cannotSay: .answerCannotSay
      }
    return language.text(sentence, count: count)
  }

  /// The sentence on indicators that totals leave open: `3 of 20 cannot be judged`.
  package static func notJudged(_ count: Int, of total: Int, _ language: WordLanguage) -> String {
    language.text(.notJudged, count: count, [.total: String(total)])
  }

  /// The sentence on indicators that totals leave out; nil for none. Indicators without a verdict are named, with the
  /// reason: the tables show them among those that are counted.
  package static func notCounted(
    retired: Int, trends: Int, withoutVerdict: [Indicator] = [], ofPlansWithoutFigures silent: Int = 0,
    ofReferencePlans reference: Int = 0, _ language: WordLanguage
  ) -> String? {
    var parts: [String] = []
    if reference > 0 { parts.append(language.text(.notCountedReference, count: reference)) }
    if silent > 0 { parts.append(language.text(.notCountedPlans, count: silent)) }
    if retired > 0 { parts.append(language.text(.notCountedRetired, count: retired)) }
    if trends > 0 { parts.append(language.text(.notCountedTrends, count: trends)) }
    if !withoutVerdict.isEmpty {
      var names = withoutVerdict.prefix(5).map { indicator in
        let why = indicator.isNonStatistical ? language[.reportingNonStatistical] : reporting(of: indicator, language)
        return joined([indicator.name, why].compactMap(\.self), by: .clauseSeparator, language)
      }
      if withoutVerdict.count > 5 { names.append(andMore(withoutVerdict.count - 5, language)) }
      parts.append(
        language.text(
          .notCountedWithoutVerdict, count: withoutVerdict.count, [.list: joined(names, by: .semicolon, language)]))
    }
    return parts.isEmpty ? nil : language.text(.notCounted, [.list: joined(parts, by: .clauseSeparator, language)])
  }

  /// Why an indicator is at risk, in a few words and with its numbers. Nil if the word of its status says all, and for
  /// an indicator that is not at risk.
  package static func shortfall(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    switch assessment.status {
    // Progress past the far end of a range is measured backwards: the reason says more.
    case .behind where assessment.reason == .pastRange: return nil
    case .behind, .reversing: return way(of: indicator, assessment, language)
    case .missed where assessment.reason == .overdue: return language[.overdueMilestone]
    case .missed:
      guard let progress = assessment.progress else { return language[.shortfallMissed] }
      if progress < 0 { return language[.wayBackMissed] }
      return language.text(
        indicator.isLimit ? .shortfallMissedLimit : .shortfallMissedAt,
        [.share: NumberFormat.percent(progress, language)])
    case .breached:
      guard let margin = assessment.margin else { return nil }
      // Kept in the newest period, and not in all before it.
      guard assessment.latest.map(indicator.isBroken) ?? true else { return keptPeriods(of: indicator, language) }
      return language.text(
        indicator.isFloor ? .shortfallFloor : .shortfallCeiling,
        [.amount: difference(abs(margin), of: indicator, language)])
    case .backWithin: return keptPeriods(of: indicator, language)
    case .achieved, .achievedEarly, .held, .ahead, .onTrack, .started, .improving, .worsening,
      .littleChange, .noData, .notAssessable, .planned:
      return nil
    }
  }

  /// Says why an indicator is at risk, and warns the reader where its figure is uncertain or covers another length of time than
  /// the target.
  package static func fault(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    let shortfall = shortfall(of: indicator, assessment, language)
    guard shortfall == nil || assessment.reason == .periodLength || assessment.reason == .withinRange else {
      return shortfall
    }
    let parts = [shortfall, explanation(of: assessment, indicator, language)].compactMap(\.self)
    return parts.isEmpty ? nil : joined(parts, by: .semicolon, language)
  }

  /// Ends a list that leaves some out.
  package static func andMore(_ count: Int, _ language: WordLanguage) -> String {
    language.text(.andMore, count: count)
  }

  /// How far an indicator is, and how far it should be, in a few words. Nil where the word of its status says all.
  package static func standing(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    switch assessment.status {
    case .ahead, .onTrack, .achievedEarly: way(of: indicator, assessment, language)
    // `explanation` says it.
    case .backWithin: nil
    case .breached where assessment.latest.map(indicator.isBroken) == false: nil
    default: shortfall(of: indicator, assessment, language)
    }
  }

  /// The share of the way to the target; beyond it only that it is, since 668% says little to most readers. Of a rate, the
  /// share of the growth required so far, and of a limit how much of it is used up. Nil if no progress was calculated.
  package static func progress(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard let progress = assessment.progress else { return nil }
    if let text = shareOfAnother(progress, of: indicator, language) { return text }
    if isOverTarget(progress) { return language[.overTarget] }
    return shares(progress, assessment.expectedProgress, language).share
  }

  /// The share of the way that the interim targets expect; nil without them.
  package static func expectedProgress(_ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let progress = assessment.progress else {
      return assessment.expectedProgress.map { NumberFormat.percent($0, language) }
    }
    return shares(progress, assessment.expectedProgress, language).expected
  }

  /// Progress that is not a share of a distance: `105% of the growth required so far`, `48% of the limit used`. Nil for any
  /// other.
  package static func shareOfAnother(
    _ progress: Double, of indicator: Indicator, _ language: WordLanguage
  ) -> String? {
    guard indicator.kind == .rate || indicator.kind == .increase else { return nil }
    let share = NumberFormat.percent(progress, language)
    if indicator.kind == .rate {
      return language.text(indicator.isLimit ? .wayGrowthAllowed : .wayGrowth, [.share: share])
    }
    return indicator.isLimit ? language.text(.limitUsed, [.share: share]) : nil
  }

  /// A progress and the progress expected, with as many decimals, at most two, as it takes to see that they differ.
  package static func shares(
    _ progress: Double, _ expected: Double?, _ language: WordLanguage
  ) -> (share: String, expected: String?) {
    let texts = (NumberFormat.percent(progress, language), expected.map { NumberFormat.percent($0, language) })
    guard let expected, texts.0 == texts.1, !isNear(progress, expected) else { return texts }
    for decimals in 1...2 where !NumberFormat.isSame(progress * 100, expected * 100, decimals: decimals) {
      func text(_ share: Double) -> String {
        NumberFormat.text(share * 100, decimals: decimals, language) + language.numbers.percent
      }
      return (text(progress), text(expected))
    }
    return texts
  }

  /// Whether a progress reads as more than 100%.
  package static func isOverTarget(_ progress: Double) -> Bool { progress >= 1.005 }

  private static func way(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard let progress = assessment.progress else { return nil }
    // Shares below 0 and above 1 say little to most readers; a plan's path may begin with the first.
    if progress < 0, assessment.expected(of: indicator.kind) ?? 0 >= 0 { return language[.wayBack] }
    if indicator.kind == .rate { return shareOfAnother(progress, of: indicator, language) }
    if isOverTarget(progress), !indicator.isLimit { return language[.overTarget] }
    let (share, expected) = shares(progress, assessment.expected(of: indicator.kind), language)
    guard let expected else { return share }
    return language.text(indicator.isLimit ? .wayOfLimit : .way, [.share: share, .expected: expected])
  }
}
