import DataFormats
import Words

/// The calculation of an indicator's progress with its own numbers, so that a reader can repeat it.
extension IndicatorWords {
  /// One sentence without a full stop; nil if no progress was calculated. The shares have as many digits as it takes to see
  /// by them what `rules` made of them: 44.7 % and 40 % are less than 5 points apart, and 45 % and 40 % are not.
  package static func arithmetic(
    of indicator: Indicator, _ assessment: Assessment, by rules: AssessmentRules = AssessmentRules(),
    _ language: WordLanguage
  ) -> String? {
    if assessment.isOfDirection { return trendArithmetic(of: indicator, assessment, language) }
    guard let progress = assessment.progress, let bound = assessment.targetValue, let latest = assessment.latest?.value
    else { return nil }
    let target = bracketed(bound, of: indicator, language)
    let expected = indicator.kind == .rate ? 1 : assessment.expected(of: indicator.kind)
    let digits = SharedDigits(progress, expected, tolerance: rules.tolerance)
    let share = digits.text(progress, language)
    let calculation: String
    switch indicator.kind {
    case .level where indicator.targetRange != nil:
      guard let range = indicator.targetRange, let start = indicator.baseline?.value else { return nil }
      // The ends nearest to the figure and to the baseline.
      let (near, far) = (target, bracketed(range.clamped(start.value), of: indicator, language))
      calculation =
        range.contains(latest.value)
        ? "1 − 0 ÷ |\(bracketed(start, of: indicator, language)) − \(far)| = \(share)"
        : "1 − |\(bracketed(latest, of: indicator, language)) − \(near)| ÷ |\(bracketed(start, of: indicator, language)) − \(far)| = \(share)"
    case .level:
      // Without a baseline the path begins at the first interim target.
      let first = indicator.interimTargets.first.flatMap { target in
        indicator.value(of: target).map { DecimalNumber(value: $0, decimals: indicator.decimals(of: target)) }
      }
      guard let start = indicator.baseline?.value ?? first else { return nil }
      let from = bracketed(start, of: indicator, language)
      calculation = "(\(bracketed(latest, of: indicator, language)) − \(from)) ÷ (\(target) − \(from)) = \(share)"
    case .increase:
      if let begun = indicator.begunTotal.map({ bracketed($0, of: indicator, language) }) {
        calculation = "(\(bracketed(latest, of: indicator, language)) − \(begun)) ÷ (\(target) − \(begun)) = \(share)"
      } else {
        calculation = "\(sum(of: indicator, latest, language)) ÷ \(target) = \(share)"
      }
    case .rate:
      calculation = growth(of: indicator, bound, share, language)
    case .floor, .ceiling, .milestone: return nil
    }
    if let expected = assessment.expectedProgress {
      return language.text(.arithmeticPath, [.calculation: calculation, .expected: digits.text(expected, language)])
    }
    guard let time = assessment.expected(of: indicator.kind) else { return language.leftToRight(calculation) }
    return language.text(.arithmeticTime, [.calculation: calculation, .expected: digits.text(time, language)])
  }

  /// `(17 − 11) ÷ 3 = 2; 2 ÷ 11 = 18%`: the change a year of a direction without a number, and its share.
  private static func trendArithmetic(
    of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage
  ) -> String? {
    let first = indicator.judgedObservations().first { $0.value != nil }
    guard let latest = assessment.latest, let value = latest.value,
      let start = indicator.baseline?.value ?? first?.value,
      let begin = indicator.baseline?.period.end ?? first?.end, latest.end > begin
    else { return nil }
    let years = latest.end - begin
    let change = roundedToTwelveDigits((value.value - start.value) / years)
    let from = bracketed(start, of: indicator, language)
    let yearly = bracketed(NumberFormat.text(change, decimals: decimals(of: change, indicator), language), language)
    let wholeYears = NumberFormat.text(years, decimals: isNear(years, years.rounded()) ? 0 : 2, language)
    var text = "(\(bracketed(value, of: indicator, language)) − \(from)) ÷ \(wholeYears) = \(yearly)"
    if let trend = assessment.trend {
      let base = indicator.limit.map { "|\(bracketed($0, of: indicator, language)) − \(from)|" } ?? from
      text += language[.semicolon] + "\(yearly) ÷ \(base) = \(trendShare(trend, language))"
    }
    return language.leftToRight(text)
  }

  /// The decimals of a change from which the next step of a calculation follows: those of the indicator, or so many more that
  /// rounding is less than a hundredth of it. 0.15 and not 0.2, since 0.2 ÷ 83.1 is another share.
  private static func decimals(of change: Double, _ indicator: Indicator) -> Int {
    let own = indicator.computedDecimals(of: change)
    return (own...own + 4).first { decimals in
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      return abs(NumberFormat.nearest(change * scale) / scale - change) <= abs(change) / 100
    } ?? own + 4
  }

  /// Yearly amounts appear as a sum: `90 + 80`.
  private static func sum(of indicator: Indicator, _ latest: DecimalNumber, _ language: WordLanguage) -> String {
    guard indicator.measure == .annual else {
      if case .change = indicator.target?.goal, let start = indicator.baseline {
        return "(\(bracketed(latest, of: indicator, language)) − \(bracketed(start.value, of: indicator, language)))"
      }
      return bracketed(latest, of: indicator, language)
    }
    let amounts = observed(indicator).map { bracketed($0, of: indicator, language) }
    return amounts.count == 1 ? amounts[0] : "(\(amounts.joined(separator: " + ")))"
  }

  private static func growth(
    of indicator: Indicator, _ bound: Double, _ share: String, _ language: WordLanguage
  ) -> String {
    let rates = observed(indicator)
    let achieved = rates.map { "(1 + \(bracketed($0, of: indicator, language))\(language.numbers.percent))" }.joined(
      separator: " × ")
    let required = requiredRates(of: indicator, bound).map { rate, count in
      "(1 + \(bracketed(rate, of: indicator, language))\(language.numbers.percent))" + (count == 1 ? "" : "^\(count)")
    }.joined(separator: " × ")
    return "[\(achieved) − 1] ÷ [\(required) − 1] = \(share)"
  }

  /// The rate that the plan requires in each observed period, equal neighbours once: that of the interim target which the
  /// period leads up to, else that of the target.
  private static func requiredRates(of indicator: Indicator, _ bound: Double) -> [(rate: DecimalNumber, count: Int)] {
    let start = indicator.baselineTime
    var rates: [(rate: DecimalNumber, count: Int)] = []
    for observation in indicator.judgedObservations()
    where observation.value != nil && !isAtLeast(start, observation.end) {
      let interim = indicator.interimTargets.first { isAtLeast($0.period.end, observation.end) }
      let rate = DecimalNumber(
        value: interim.flatMap(indicator.value) ?? bound, decimals: indicator.decimals(of: interim ?? indicator.target))
      if rates.last?.rate == rate { rates[rates.count - 1].count += 1 } else { rates.append((rate, 1)) }
    }
    return rates
  }

  /// The sum of the yearly amounts by which a status is judged. Nil unless it is judged by more than one.
  package static func sumSoFar(of indicator: Indicator, _ assessment: Assessment) -> DecimalNumber? {
    guard indicator.kind == .increase, indicator.measure == .annual, assessment.progress != nil else { return nil }
    let amounts = observed(indicator)
    guard amounts.count > 1 else { return nil }
    return DecimalNumber(
      value: roundedToTwelveDigits(amounts.reduce(0) { $0 + $1.value }),
      decimals: amounts.reduce(0) { max($0, indicator.writtenDecimals(of: $1)) })
  }

  /// The newest of the amounts of a sum: `of which 29 in 2025`; where one is below zero, `29 in 2025`. For tables, which say the
  /// unit elsewhere; in a sentence it is a second number.
  package static func lastPart(
    of indicator: Indicator, _ assessment: Assessment, isInSentence: Bool = false, _ language: WordLanguage
  ) -> String? {
    guard let latest = assessment.latest, let number = latest.value else { return nil }
    // 310 in one year is not a part of 275, a total that includes a year below zero.
    let isPart = observed(indicator).allSatisfy { $0.value >= 0 }
    let value =
      isInSentence ? second(number, of: indicator, language) : shortValue(number, of: indicator, language)
    return language.text(isPart ? .sumPart : .sumNewest, period: latest.period, [.value: value])
  }

  private static func observed(_ indicator: Indicator) -> [DecimalNumber] {
    let start = indicator.baselineTime
    return indicator.judgedObservations().compactMap { observation in
      observation.end > start && !isNear(observation.end, start) ? observation.value : nil
    }
  }

  /// A number without its unit. Negative numbers are in brackets, so that no two signs meet.
  private static func bracketed(
    _ number: DecimalNumber, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    bracketed(self.number(number, of: indicator, language), language)
  }

  private static func bracketed(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    bracketed(targetNumber(value, of: indicator, language), language)
  }

  private static func bracketed(_ text: String, _ language: WordLanguage) -> String {
    text.hasPrefix(language.numbers.minus) ? "(\(text))" : text
  }
}

/// The digits that a share and the share expected have in common, so that both agree with the status.
private struct SharedDigits {
  /// Decimals of a per cent, 0 to 2.
  private let decimals: Int

  init(_ share: Double, _ expected: Double?, tolerance: Double) {
    func side(_ difference: Double) -> Int {
      isAtLeast(difference, tolerance) ? 1 : isAtLeast(-tolerance, difference) ? -1 : 0
    }
    func rounded(_ share: Double, _ decimals: Int) -> Double {
      if decimals == 0 { return NumberFormat.nearestPercent(share) / 100 }
      let scale: Double = decimals == 1 ? 1e3 : 1e4
      return NumberFormat.nearest(share * scale) / scale
    }
    // The result of a calculation is a number: −0.3 %, not "more than −1 %"; and 99.6 % is not 100 %.
    func isFaithful(_ decimals: Int) -> Bool {
      (rounded(share, decimals) == 0) == (share == 0) && (rounded(share, decimals) >= 1) == isAtLeast(share, 1)
    }
    guard abs(share) < 1e6 else {
      decimals = 0
      return
    }
    let difference = share - (expected ?? 0)
    decimals =
      (0...1).first { decimals in
        let shown = rounded(share, decimals) - rounded(expected ?? 0, decimals)
        // 9.5 % and 10 % are different figures.
        let isApart = expected == nil || isNear(difference, 0) || shown != 0
        return isFaithful(decimals) && isApart && (expected == nil || side(shown) == side(difference))
      } ?? 2
  }

  func text(_ share: Double, _ language: WordLanguage) -> String {
    if decimals == 0 { return NumberFormat.percent(share, language) }
    // With two decimals 99.9996 % is still no 100 %.
    let shown = !isAtLeast(share, 1) && share > 0.99995 ? 0.9999 : share
    return NumberFormat.text(shown * 100, decimals: decimals, language) + language.numbers.percent
  }
}
