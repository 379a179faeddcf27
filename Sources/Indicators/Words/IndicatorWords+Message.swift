import Bytes
import DataFormats
import Words

// The message of a chart: what it shows, as the title over it.
extension IndicatorWords {
  /// `2024年79岁，已高于2025年目标78.3岁`, `79 years in 2024, above the 2025 target of 78.3 years`. Nil without a figure,
  /// for a target without a number, and where figures are too large to compute with.
  package static func message(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    guard indicator.isInRange, let latest = assessment.latest else { return nil }
    if let state = latest.state { return milestone(state, latest.period, of: indicator, language) }
    guard let number = latest.value else { return nil }
    // A target of the sum says nothing of the newest amount.
    let sum = sumSoFar(of: indicator, assessment)
    let now = language.text(
      sum == nil ? .messageNow : .messageTotal, period: latest.period,
      [.value: value(sum ?? number, of: indicator, language)])
    if let retired = indicator.retired { return givenUp(retired, after: now, language) }
    guard let target = indicator.target, assessment.status != .notAssessable else {
      let rest = withoutJudgement(latest, of: indicator, assessment, language)
      return rest.map { joined([now, $0], by: .clauseSeparator, language) } ?? now
    }
    let relation: String? =
      if case .direction = target.goal {
        change(to: latest, of: indicator, language)
      } else if indicator.hasPeriodBounds {
        bound(of: indicator, assessment, language)
      } else if let range = indicator.targetRange {
        self.range(range, number.value, of: indicator, target, language)
      } else {
        switch indicator.kind {
        case .rate: average(of: indicator, assessment, language)
        case .increase: share(of: indicator, assessment, target, language)
        case .level, .floor, .ceiling, .milestone: distance(number.value, of: indicator, target, language)
        }
      }
    guard let relation else { return now }
    return joined([now, relation], by: .clauseSeparator, language)
  }

  /// Compares a figure that is not judged: with the first figure if the target has no number, with the target if there is no
  /// baseline. Of other figures, the reason why they are not judged.
  private static func withoutJudgement(
    _ latest: Observation, of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    switch assessment.reason {
    case .phrase?, .noTarget?, nil: change(to: latest, of: indicator, language)
    case .noBaseline?:
      if indicator.kind == .level, let value = latest.value?.value, let target = indicator.target {
        distance(value, of: indicator, target, language)
      } else {
        nil
      }
    case .breakInSeries?, .missingPeriod?, .overlap?: assessment.reason.flatMap { word(for: $0, language) }
    default: nil
    }
  }

  /// `as in 2022`, `up from 23% in 2022`: how a level compares with its baseline, or with the first figure.
  private static func change(to latest: Observation, of indicator: Indicator, _ language: WordLanguage) -> String? {
    guard indicator.kind == .level, indicator.breaks.isEmpty, let number = latest.value else { return nil }
    let first = indicator.observations.first { $0.value != nil }
    guard let start = indicator.baseline?.value ?? first?.value,
      let period = indicator.baseline?.period ?? first?.period, period < latest.period
    else { return nil }
    let (before, now) = (value(start, of: indicator, language), value(number, of: indicator, language))
    let sentence: Sentence = before == now ? .messageSame : number.value > start.value ? .messageUp : .messageDown
    return language.text(
      sentence, period: period,
      [.value: short(self.number(start, of: indicator, language), nil, of: indicator, language)])
  }

  /// A second number of a sentence: with its scale, and with the unit only if that belongs to the number: a sign, one letter,
  /// a multiple such as `million t`, or a unit in Chinese. Any other is named by the first number alone.
  private static func short(
    _ number: String, _ operands: PluralOperands?, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    let scale = indicator.scale(language)
    if repeatsUnit(of: indicator, language) {
      return figure(
        number, unit: scale?.head(unit: indicator.unit, beside: operands, language) ?? indicator.unit, language)
    }
    if let scale { return language.text(.scaled, [.number: number, .scale: scale.word(beside: operands)]) }
    guard let unit = indicator.unit, let short = sign(of: unit) ?? (unit.count == 1 ? unit : nil) else { return number }
    return figure(number, unit: short, language)
  }

  /// A value as the second number of a sentence.
  static func second(_ value: DecimalNumber, of indicator: Indicator, _ language: WordLanguage) -> String {
    let operands = indicator.scale(language)?.operands(of: value.value, decimals: indicator.writtenDecimals(of: value))
    return short(number(value, of: indicator, language), operands, of: indicator, language)
  }

  private static func repeatsUnit(of indicator: Indicator, _ language: WordLanguage) -> Bool {
    guard let unit = indicator.unit, let first = unit.unicodeScalars.first, !indicator.hasLongUnit else { return false }
    return language.system == .eastAsian || first.value >= 0x2E80 || CurrencySign(of: unit) != nil
      || NumberScale.isMultiple(unit, language)
  }

  /// The number to reach, as `short` has it.
  private static func goal(of indicator: Indicator, _ target: IndicatorTarget, short language: WordLanguage) -> String {
    let operands = indicator.value(of: target).flatMap {
      indicator.scale(language)?.operands(of: $0, decimals: indicator.decimals(of: target))
    }
    let number = short(targetNumber(of: indicator, target, language), operands, of: indicator, language)
    return target.isApproximate ? language.text(.approximately, [.figure: number]) : number
  }

  private static func milestone(
    _ state: MilestoneState, _ period: Period, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    let word = word(for: state, language)
    let now = language.text(.messageMilestone, period: period, [.state: word])
    if let retired = indicator.retired { return givenUp(retired, after: now, language) }
    guard let due = indicator.target?.period.text(language) else { return now }
    return language.text(.messageMilestoneDue, period: period, [.state: word, .due: due])
  }

  /// `17% in 2022, given up in March 2023`.
  private static func givenUp(_ retired: Retirement, after now: String, _ language: WordLanguage) -> String {
    joined([now, language.text(.messageRetired, period: retired.on)], by: .clauseSeparator, language)
  }

  /// `2025年目标78.3岁`, `the 2025 target of 78.3 years`.
  private static func named(_ target: IndicatorTarget, of indicator: Indicator, _ language: WordLanguage) -> String {
    let number = goal(of: indicator, target, short: language)
    let isLimit = indicator.kind == .increase && indicator.isLimit
    guard target.isPeriodKnown else { return language.text(isLimit ? .theLimit : .theTarget, [.number: number]) }
    return language.text(
      isLimit ? .theLimitOfPeriod : .theTargetOfPeriod, period: target.period, [.number: number])
  }

  /// How a figure compares with the number to reach.
  private static func distance(
    _ value: Double, of indicator: Indicator, _ target: IndicatorTarget, _ language: WordLanguage
  ) -> String? {
    guard let bound = indicator.targetValue else { return nil }
    let name = named(target, of: indicator, language)
    if isNear(value, bound) { return language.text(.messageEqual, [.target: name]) }
    let isDown = indicator.baseline.map { bound < $0.value.value } ?? false
    let wantsMore = target.isComparatorWritten || indicator.direction != nil || !isDown ? indicator.wantsMore : false
    if (value > bound) == wantsMore {
      return language.text(wantsMore ? .messageAbove : .messageBelow, [.target: name])
    }
    let gap = gap(abs(bound - value), of: indicator, language)
    return language.text(wantsMore ? .messageShort : .messageOver, [.target: name, .gap: gap])
  }

  private static func gap(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    if indicator.isShare { return difference(value, of: indicator, language) }
    let scale = indicator.scale(language)
    let scaled = value / (scale?.factor ?? 1)
    let decimals = indicator.computedDecimals(of: value, in: scale, from: indicator.ends)
    return short(
      NumberFormat.text(scaled, decimals: decimals, language), PluralOperands(scaled, decimals: decimals),
      of: indicator, language)
  }

  private static func range(
    _ range: ClosedRange<Double>, _ value: Double, of indicator: Indicator, _ target: IndicatorTarget,
    _ language: WordLanguage
  ) -> String {
    let name = named(target, of: indicator, language)
    let sentence: Sentence =
      value < range.lowerBound ? .messageBelowRange : value > range.upperBound ? .messageAboveRange : .messageWithin
    return language.text(sentence, [.target: name])
  }

  /// Whether a bound is kept.
  private static func bound(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let latest = assessment.latest, let target = indicator.target(at: latest.period) else { return nil }
    let isFloor = indicator.isFloor
    let sentence: Sentence
    switch assessment.status {
    case .held: sentence = isFloor ? .messageHeldFloor : .messageHeldCeiling
    case .backWithin: sentence = isFloor ? .messageBackFloor : .messageBackCeiling
    case .breached where !indicator.isBroken(latest): sentence = isFloor ? .messageBackFloor : .messageBackCeiling
    case .breached: sentence = isFloor ? .messageBreachedFloor : .messageBreachedCeiling
    default: return nil
    }
    return language.text(sentence, [.number: goal(of: indicator, target, short: language)])
  }

  /// The average growth beside the growth that the plan requires.
  private static func average(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let average = assessment.achievedAverage, let target = indicator.target, let bound = indicator.targetValue
    else { return nil }
    // `2.5% a year on average`, not `2.5% a year a year`.
    let shown = indicator.hasUnitOfPeriod ? indicator.besideUnit : indicator
    // 4.99997 reads as 5.0, which is neither above nor below 5.
    let isSame = NumberFormat.isSame(average, bound, decimals: indicator.computedDecimals(of: average))
    let sentence: Sentence = isSame ? .averageEqual : average > bound ? .averageAbove : .averageBelow
    return language.text(
      sentence,
      [
        .number: computed(average, of: shown, language), .goal: goal(of: shown, target, short: language),
      ])
  }

  /// How much of an amount is reached.
  private static func share(
    of indicator: Indicator, _ assessment: Assessment, _ target: IndicatorTarget, _ language: WordLanguage
  ) -> String? {
    guard let progress = assessment.progress else { return nil }
    return language.text(
      indicator.isLimit ? .shareOfLimit : .shareOfTarget,
      [.target: named(target, of: indicator, language), .share: NumberFormat.percent(progress, language)])
  }
}
