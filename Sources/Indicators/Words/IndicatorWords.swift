import Words

/// Words about indicators in each language.
package enum IndicatorWords {
  package static func word(for status: IndicatorStatus, _ language: WordLanguage) -> String { language[status.word] }

  package static func word(for statusClass: StatusClass, _ language: WordLanguage) -> String {
    language[statusClass.word]
  }

  /// Nil for a reason that the verdict's own word states.
  package static func word(for reason: StatusReason, _ language: WordLanguage) -> String? {
    let word: Word? =
      switch reason {
      case .noFigures, .baselineOnly, .overdue, .givenUp: nil
      case .wrongSide: .reasonWrongSide
      case .phrase: .reasonPhrase
      case .noTarget: .reasonNoTarget
      case .noDistance: .reasonNoDistance
      case .breakInSeries: .reasonBreakInSeries
      case .noBaseline: .reasonNoBaseline
      case .missingPeriod: .reasonMissingPeriod
      case .overlap: .reasonOverlap
      case .doneLate: .doneLate
      case .pastRange: .reasonPastRange
      case .zeroTarget: .reasonZeroTarget
      case .outOfRange: .reasonOutOfRange
      case .withinRange: .reasonWithinRange
      case .periodLength: .reasonPeriodLength
      }
    return word.map { language[$0] }
  }

  package static func word(for kind: IndicatorKind, _ language: WordLanguage) -> String {
    switch kind {
    case .level: language[.indicatorKindLevel]
    case .increase: language[.indicatorKindIncrease]
    case .floor: language[.indicatorKindFloor]
    case .ceiling: language[.indicatorKindCeiling]
    case .rate: language[.indicatorKindRate]
    case .milestone: language[.indicatorKindMilestone]
    }
  }

  package static func word(for nature: Nature, _ language: WordLanguage) -> String {
    switch nature {
    case .binding: language[.natureBinding]
    case .anticipatory: language[.natureAnticipatory]
    }
  }

  package static func word(for state: MilestoneState, _ language: WordLanguage) -> String {
    switch state {
    case .planned: language[.statePlanned]
    case .started: language[.stateStarted]
    case .done: language[.stateDone]
    }
  }

  /// The note on the first value of a redefined series.
  package static func breakMark(_ language: WordLanguage) -> String { language[.breakMark] }

  /// Says that a status was set by hand, by whom and on which day.
  package static func judged(by name: String?, on day: String?, _ language: WordLanguage) -> String {
    switch (name, day) {
    case (nil, nil): language[.judged]
    case (let name?, nil): language.text(.judgedBy, [.by: name])
    case (nil, let day?): language.text(.judgedOn, [.day: day])
    case (let name?, let day?): language.text(.judgedByOn, [.by: name, .day: day])
    }
  }

  /// How the statuses of a plan come about.
  package static func rule(_ rules: AssessmentRules, _ language: WordLanguage) -> String {
    rule(.rule, rules, language)
  }

  /// Whether the status of an indicator comes about by a rule of its kind, and not by the general one of its plan.
  package static func hasRule(_ indicator: Indicator) -> Bool {
    indicator.kind == .milestone || indicator.hasPeriodBounds || indicator.isLimit && indicator.kind == .increase
  }

  /// How the status of an indicator comes about, where it is not by the general rule of its plan.
  package static func rule(
    _ rules: AssessmentRules, of indicator: Indicator, _ language: WordLanguage
  ) -> String? {
    if indicator.kind == .milestone { return language[.milestoneRule] }
    if indicator.hasPeriodBounds { return language[.boundRule] }
    return indicator.isLimit && indicator.kind == .increase ? limitRule(rules, language) : nil
  }

  /// How the status of a total that must stay below a limit comes about.
  package static func limitRule(_ rules: AssessmentRules, _ language: WordLanguage) -> String {
    rule(.limitRule, rules, language)
  }

  private static func rule(_ sentence: Sentence, _ rules: AssessmentRules, _ language: WordLanguage) -> String {
    let points = rules.tolerance * 100
    let decimals = isNear(points, points.rounded()) ? 0 : 1
    return language.text(
      sentence, for: PluralOperands(points, decimals: decimals),
      [.tolerance: NumberFormat.text(points, decimals: decimals, language)])
  }

  /// The change a year of a direction without a number: `+0.25% of the distance to the limit`.
  package static func trend(_ trend: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    language.text(
      indicator.limit == nil ? .trendOfStart : .trendOfDistance, [.share: trendShare(trend, language)])
  }

  /// Without a decimal from 10 % on, else with one; with a second and third where one would round it to another tenth: 0.496 %
  /// is not 0.5 %.
  static func trendShare(_ trend: Double, _ language: WordLanguage) -> String {
    let percent = trend * 100
    func rounded(_ decimals: Int) -> Double {
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      return NumberFormat.nearest(percent * scale) / scale
    }
    func isTenth(_ number: Double) -> Bool { isNear(number * 10, (number * 10).rounded()) }
    let decimals =
      percent == 0 || abs(percent) >= 10
      ? 0
      : abs(percent) >= 1 ? 1 : (1...2).first { isNear(rounded($0), percent) || !isTenth(rounded($0)) } ?? 3
    return (percent > 0 ? "+" : "") + NumberFormat.text(percent, decimals: decimals, language)
      + language.numbers.percent
  }

  /// How the status of a direction without a number comes about, for the pages that show one.
  package static func trendRule(_ rules: AssessmentRules, of indicator: Indicator, _ language: WordLanguage) -> String {
    let share = rules.littleChange * 100
    let limit = NumberFormat.text(share, decimals: isNear(share, share.rounded()) ? 0 : 1, language)
    return language.text(
      indicator.limit == nil ? .trendRule : .trendRuleLimit, [.limit: limit + language.numbers.percent])
  }

  /// Parts of a sentence, or sentences, in sequence.
  static func joined(_ texts: [String], by separator: Word, _ language: WordLanguage) -> String {
    texts.joined(separator: language[separator])
  }
}

extension IndicatorStatus {
  fileprivate var word: Word {
    switch self {
    case .noData: .statusNoData
    case .held: .statusHeld
    case .backWithin: .statusBackWithin
    case .breached: .statusBreached
    case .notAssessable: .statusNotAssessable
    case .achievedEarly: .statusAchievedEarly
    case .achieved: .statusAchieved
    case .missed: .statusMissed
    case .reversing: .statusReversing
    case .ahead: .statusAhead
    case .onTrack: .statusOnTrack
    case .behind: .statusBehind
    case .planned: .statusPlanned
    case .started: .statusStarted
    case .improving: .statusImproving
    case .littleChange: .statusLittleChange
    case .worsening: .statusWorsening
    }
  }
}

extension StatusClass {
  fileprivate var word: Word {
    switch self {
    case .met: .classMet
    case .onCourse: .classOnCourse
    case .atRisk: .classAtRisk
    case .cannotSay: .classCannotSay
    }
  }
}
