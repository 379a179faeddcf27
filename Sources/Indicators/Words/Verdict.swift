/// A status as readers see it. Some statuses have several words, according to reason and kind.
package struct Verdict: Hashable, Sendable {
  package let status: IndicatorStatus
  fileprivate let form: Form

  fileprivate enum Form: Int, CaseIterable {
    case plain, baselineOnly, overdue, belowCeiling, aboveFloor
  }

  /// The verdict of a status alone, for totals.
  package init(_ status: IndicatorStatus) {
    self.status = status
    form = .plain
  }

  package init(_ assessment: Assessment, of indicator: Indicator) {
    status = assessment.status
    form =
      switch (assessment.reason, assessment.status) {
      case (.baselineOnly?, _): .baselineOnly
      case (.overdue?, _): .overdue
      case (_, .backWithin): indicator.isFloor ? .aboveFloor : .belowCeiling
      default: .plain
      }
  }

  private init(_ status: IndicatorStatus, _ form: Form) {
    self.status = status
    self.form = form
  }

  /// Every verdict once; `ordinal` is the position in it.
  package static let all =
    IndicatorStatus.allCases.map { Verdict($0) } + [
      Verdict(.noData, .baselineOnly), Verdict(.noData, .overdue), Verdict(.backWithin, .belowCeiling),
      Verdict(.backWithin, .aboveFloor),
    ]

  package var ordinal: Int {
    switch form {
    case .plain: status.ordinal
    case .baselineOnly, .overdue, .belowCeiling, .aboveFloor: IndicatorStatus.allCases.count + form.rawValue - 1
    }
  }
}

extension IndicatorWords {
  package static func word(for verdict: Verdict, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String)
    switch verdict.form {
    case .plain: return word(for: verdict.status, language)
    case .baselineOnly: words = ("基期后暂无数据", "Baseline only")
    case .overdue: words = ("期满未公布", "Overdue for data")
    case .belowCeiling: words = ("回到上限内", "Back within the limit")
    case .aboveFloor: words = ("回到下限上", "Back above the floor")
    }
    return language == .chinese ? words.chinese : words.english
  }

  /// Why a verdict is what it is, where its word alone does not say: the reason for none, the last status of a target
  /// whose figure is awaited, a change of direction. Nil if there is nothing to add.
  package static func explanation(of assessment: Assessment, _ language: WordLanguage) -> String? {
    if assessment.reason == .overdue {
      let last = assessment.lastStatus.map { word(for: $0, language) }
      switch language {
      case .chinese: return "期满，待公布" + (last.map { "；此前：\($0)" } ?? "")
      case .english: return "time over, figure awaited" + (last.map { "; last status: \($0)" } ?? "")
      }
    }
    if let reason = assessment.reason { return word(for: reason, language) }
    guard assessment.hasTurned else { return nil }
    return language == .chinese ? "最近三期走势相反" : "the last three figures go the other way"
  }
}
