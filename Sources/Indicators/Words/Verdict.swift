import Words

/// A status as readers see it. Some statuses have several words, according to reason and kind.
package struct Verdict: Hashable, Sendable {
  package let status: IndicatorStatus
  fileprivate let form: Form

  fileprivate enum Form: Int, CaseIterable {
    case plain, baselineOnly, overdue, belowCeiling, aboveFloor, overdueMilestone, givenUp
  }

  /// The verdict of a status alone, for totals.
  package init(_ status: IndicatorStatus) {
    self.status = status
    form = .plain
  }

  package init(_ assessment: Assessment, of indicator: Indicator) {
    self.init(assessment.status, reason: assessment.reason, of: indicator)
  }

  /// The verdict of a status with its reason.
  package init(_ status: IndicatorStatus, reason: StatusReason?, of indicator: Indicator) {
    self.status = status
    form =
      switch (reason, status) {
      case (.baselineOnly?, _): .baselineOnly
      case (.givenUp?, _): .givenUp
      case (.overdue?, .missed): .overdueMilestone
      case (.overdue?, _): .overdue
      case (_, .backWithin): indicator.isFloor ? .aboveFloor : .belowCeiling
      default: .plain
      }
  }

  /// Whether nothing is promised any more.
  package var isGivenUp: Bool { form == .givenUp }

  /// Whether it is the verdict of an overdue milestone; readers see the word for overdue actions.
  package var isOverdueMilestone: Bool { form == .overdueMilestone }

  private init(_ status: IndicatorStatus, _ form: Form) {
    self.status = status
    self.form = form
  }

  /// Every verdict once; `ordinal` is the position in it.
  package static let all =
    IndicatorStatus.allCases.map { Verdict($0) } + [
      Verdict(.noData, .baselineOnly), Verdict(.noData, .overdue), Verdict(.backWithin, .belowCeiling),
      Verdict(.backWithin, .aboveFloor), Verdict(.missed, .overdueMilestone), Verdict(.notAssessable, .givenUp),
    ]

  /// Its place in a list: by status, in the order of the classes.
  package var order: Int { status.ordinal * Form.allCases.count + form.rawValue }

  package var ordinal: Int {
    switch form {
    case .plain: status.ordinal
    case .baselineOnly, .overdue, .belowCeiling, .aboveFloor, .overdueMilestone, .givenUp:
      IndicatorStatus.allCases.count + form.rawValue - 1
    }
  }
}

extension IndicatorWords {
  package static func word(for verdict: Verdict, _ language: WordLanguage) -> String {
    switch verdict.form {
    case .plain: word(for: verdict.status, language)
    case .baselineOnly: language[.statusBaselineOnly]
    case .overdue: language[.statusOverdue]
    case .belowCeiling: language[.statusBelowCeiling]
    case .aboveFloor: language[.statusAboveFloor]
    case .overdueMilestone: language[.statusOverdueMilestone]
    case .givenUp: language[.statusGivenUp]
    }
  }

  /// A word inside of a sentence: `on track`. One that begins with several capitals keeps them.
  package static func insideSentence(_ word: String) -> String {
    guard let first = word.first, word.dropFirst().first?.isUppercase != true else { return word }
    return first.lowercased() + word.dropFirst()
  }

  /// The reason for a verdict, if its word alone does not show it: the reason for none, the last status of a target whose
  /// figure is awaited, in how many periods a bound was kept, a change of direction. Nil if there is nothing to add.
  package static func explanation(
    of assessment: Assessment, _ indicator: Indicator, _ language: WordLanguage
  ) -> String? {
    if assessment.reason == .overdue {
      // A promise in words is done or not done, like a milestone.
      if indicator.kind == .milestone || indicator.hasGoalInWords { return language[.overdueMilestone] }
      guard let last = assessment.lastStatus else { return language[.overdue] }
      return language.text(.overdueLast, [.status: word(for: last, language)])
    }
    if assessment.reason == .baselineOnly, let latest = assessment.latest, latest.end > indicator.baselineTime {
      return language[.beforePlan]
    }
    if let reason = assessment.reason { return word(for: reason, language) }
    if assessment.status == .backWithin || assessment.status == .breached {
      return keptPeriods(of: indicator, language)
    }
    let texts = [
      assessment.hasTurned ? language[.turned] : nil, missedInterim(of: indicator, assessment, language),
    ].compactMap(\.self)
    return texts.isEmpty ? nil : joined(texts, by: .semicolon, language)
  }
}
