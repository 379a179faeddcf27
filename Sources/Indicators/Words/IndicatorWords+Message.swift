import Bytes
import DataFormats

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
    let value = value(number, of: indicator, language)
    let now =
      language == .chinese ? latest.period.text(language) + value : "\(value) in \(latest.period.text(language))"
    guard let target = indicator.target else { return now }
    let relation: String? =
      if indicator.hasPeriodBounds {
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
    return language == .chinese ? "\(now)，\(relation)" : "\(now), \(relation)"
  }

  /// A second number of a sentence: with its scale, and with the unit only if that is a sign or one letter, since the first
  /// number names it.
  private static func short(_ number: String, of indicator: Indicator, _ language: WordLanguage) -> String {
    if let scale = indicator.scale(language) {
      return number + (language == .chinese ? "" : " ") + scale.head(unit: nil, language)
    }
    guard let unit = indicator.unit, isSign(unit: unit) || unit.count == 1 else { return number }
    return figure(number, unit: unit)
  }

  /// The number to reach, as `short` has it.
  private static func goal(of indicator: Indicator, _ target: IndicatorTarget, short language: WordLanguage) -> String {
    let number = short(targetNumber(of: indicator, language), of: indicator, language)
    guard target.isApproximate else { return number }
    return language == .chinese ? number + "左右" : "about " + number
  }

  private static func milestone(
    _ state: MilestoneState, _ period: Period, of indicator: Indicator, _ language: WordLanguage
  ) -> String {
    let word = word(for: state, language)
    let due = indicator.target.map { $0.period.text(language) }
    switch language {
    case .chinese: return period.text(language) + word + (due.map { "，期限\($0)" } ?? "")
    case .english: return "\(word) in \(period.text(language))" + (due.map { ", due \($0)" } ?? "")
    }
  }

  /// `2025年目标78.3岁`, `the 2025 target of 78.3 years`.
  private static func named(_ target: IndicatorTarget, of indicator: Indicator, _ language: WordLanguage) -> String {
    let number = goal(of: indicator, target, short: language)
    let period = target.isPeriodKnown ? target.period.text(language) : nil
    switch language {
    case .chinese: return (period ?? "") + "目标" + number
    case .english: return "the \(period.map { $0 + " " } ?? "")target of \(number)"
    }
  }

  /// How a figure stands to the number to reach.
  private static func distance(
    _ value: Double, of indicator: Indicator, _ target: IndicatorTarget, _ language: WordLanguage
  ) -> String? {
    guard let bound = indicator.targetValue else { return nil }
    let name = named(target, of: indicator, language)
    if isNear(value, bound) { return language == .chinese ? "已达到\(name)" : "equal to \(name)" }
    let isDown = indicator.baseline.map { bound < $0.value.value } ?? false
    let wantsMore = target.isComparatorWritten || indicator.direction != nil || !isDown ? indicator.wantsMore : false
    if (value > bound) == wantsMore {
      switch language {
      case .chinese: return (wantsMore ? "已高于" : "已低于") + name
      case .english: return (wantsMore ? "above " : "below ") + name
      }
    }
    let gap = gap(abs(bound - value), of: indicator, language)
    switch language {
    case .chinese: return wantsMore ? "距\(name)还差\(gap)" : "比\(name)高\(gap)"
    case .english: return wantsMore ? "\(gap) short of \(name)" : "\(gap) above \(name)"
    }
  }

  private static func gap(_ value: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    if indicator.isShare { return difference(value, of: indicator, language) }
    let scale = indicator.scale(language)
    let number = NumberFormat.text(
      value / (scale?.factor ?? 1), decimals: indicator.computedDecimals(of: value, in: scale), language)
    return short(number, of: indicator, language)
  }

  private static func range(
    _ range: ClosedRange<Double>, _ value: Double, of indicator: Indicator, _ target: IndicatorTarget,
    _ language: WordLanguage
  ) -> String {
    let name = named(target, of: indicator, language)
    switch language {
    case .chinese: return value < range.lowerBound ? "低于\(name)" : value > range.upperBound ? "高于\(name)" : "在\(name)之内"
    case .english: return (value < range.lowerBound ? "below " : value > range.upperBound ? "above " : "within ") + name
    }
  }

  /// Whether a bound is kept.
  private static func bound(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let target = indicator.target else { return nil }
    let number = goal(of: indicator, target, short: language)
    let isFloor = indicator.isFloor
    switch (assessment.status, language) {
    case (.held, .chinese): return (isFloor ? "守住下限" : "守住上限") + number
    case (.held, .english): return (isFloor ? "kept above the floor of " : "kept below the ceiling of ") + number
    case (.backWithin, .chinese): return isFloor ? "回到下限\(number)之上" : "回到上限\(number)之内"
    case (.backWithin, .english): return (isFloor ? "back above the floor of " : "back below the ceiling of ") + number
    case (.breached, .chinese): return (isFloor ? "低于下限" : "超过上限") + number
    case (.breached, .english): return (isFloor ? "below the floor of " : "above the ceiling of ") + number
    default: return nil
    }
  }

  /// The average growth beside the growth that the plan wants.
  private static func average(of indicator: Indicator, _ assessment: Assessment, _ language: WordLanguage) -> String? {
    guard let average = assessment.achievedAverage, let target = indicator.target, let bound = indicator.targetValue
    else { return nil }
    let number = computed(average, of: indicator, language)
    let goal = goal(of: indicator, target, short: language)
    let isEqual = isNear(average, bound)
    switch language {
    case .chinese: return "年均\(number)，" + (isEqual ? "等于" : average > bound ? "高于" : "低于") + "目标\(goal)"
    case .english:
      return "\(number) a year on average, " + (isEqual ? "equal to" : average > bound ? "above" : "below")
        + " the target of \(goal)"
    }
  }

  /// How much of an amount is reached.
  private static func share(
    of indicator: Indicator, _ assessment: Assessment, _ target: IndicatorTarget, _ language: WordLanguage
  ) -> String? {
    guard let progress = assessment.progress else { return nil }
    let name = named(target, of: indicator, language)
    switch (language, indicator.measure) {
    case (.chinese, .annual): return "累计完成\(name)的\(percent(progress))"
    case (.chinese, .cumulative): return "完成\(name)的\(percent(progress))"
    case (.english, .annual): return "in total \(percent(progress)) of \(name)"
    case (.english, .cumulative): return "\(percent(progress)) of \(name)"
    }
  }
}
