/// Words about indicators in each language.
package enum IndicatorWords {
  package static func word(for status: IndicatorStatus, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch status {
      case .noData: ("待数据", "No data yet")
      case .held: ("保持", "Held")
      case .breached: ("突破", "Breached")
      case .notAssessable: ("不可评", "Not assessable")
      case .achievedEarly: ("提前实现", "Achieved early")
      case .achieved: ("已实现", "Achieved")
      case .missed: ("未实现", "Missed")
      case .reversing: ("逆向", "Reversing")
      case .ahead: ("快于预期", "Ahead")
      case .onTrack: ("基本符合预期", "On track")
      case .behind: ("滞后", "Behind")
      case .planned: ("计划中", "Planned")
      case .started: ("进行中", "Started")
      }
    return language == .chinese ? words.chinese : words.english
  }

  package static func word(for reason: NotAssessableReason, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch reason {
      case .phrase: ("目标未定量", "the target is not a number")
      case .noTarget: ("未设目标", "there is no target")
      case .noDistance: ("基期值与目标值相同", "baseline and target are the same")
      case .breakInSeries: ("统计口径有变化", "the series was redefined in between")
      case .noBaseline: ("缺基期值", "there is no baseline")
      case .missingPeriod: ("中间年份缺数据", "a year in between is missing")
      }
    return language == .chinese ? words.chinese : words.english
  }

  package static func word(for kind: IndicatorKind, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch kind {
      case .level: ("水平", "Level")
      case .increase: ("增量", "Increase")
      case .floor: ("下限", "Floor")
      case .ceiling: ("上限", "Ceiling")
      case .rate: ("增速", "Growth rate")
      case .milestone: ("事项", "Milestone")
      }
    return language == .chinese ? words.chinese : words.english
  }

  package static func word(for nature: Nature, _ language: WordLanguage) -> String {
    switch (nature, language) {
    case (.binding, .chinese): "约束性"
    case (.anticipatory, .chinese): "预期性"
    case (.binding, .english): "Binding"
    case (.anticipatory, .english): "Anticipatory"
    }
  }

  package static func word(for state: MilestoneState, _ language: WordLanguage) -> String {
    switch (state, language) {
    case (.planned, .chinese): "计划中"
    case (.started, .chinese): "进行中"
    case (.done, .chinese): "已完成"
    case (.planned, .english): "Planned"
    case (.started, .english): "Started"
    case (.done, .english): "Done"
    }
  }

  /// The note on the first value of a redefined series.
  package static func breakMark(_ language: WordLanguage) -> String {
    language == .chinese ? "口径自本期起有变化。" : "The series was redefined from this period on."
  }

  /// Says that a status was set by hand, by whom and on which day.
  package static func judged(by name: String?, on day: String?, _ language: WordLanguage) -> String {
    switch language {
    case .chinese: "人工判断" + ([name, day].compactMap(\.self).map { "，\($0)" }.joined())
    case .english: "Judged by hand" + (name.map { ", by \($0)" } ?? "") + (day.map { ", on \($0)" } ?? "")
    }
  }

  package static func percent(_ share: Double) -> String { NumberFormat.percent(share) }

  /// The rule that determines a status; `tolerance` is δ, a fraction (0.05 is 5 percentage points).
  package static func rule(tolerance: Double, _ language: WordLanguage) -> String {
    let points = tolerance * 100
    let delta = NumberFormat.text(points, decimals: isNear(points, points.rounded()) ? 0 : 1)
    switch language {
    case .chinese:
      return "状态按完成进度与时序进度之差判定：领先\(delta)个百分点及以上为快于预期，落后\(delta)个百分点及以上为滞后，其间为基本符合预期；"
        + "增速按已实现与所需累计增幅之比与100%比较；标“左右”“约”的目标，与目标值相差5%以内即视为实现。"
    case .english:
      return
        "The status compares progress with the time elapsed: ahead by \(delta) percentage points or more, behind by "
        + "\(delta) or more, on track in between. A growth rate compares the growth achieved with the growth required. "
        + "An approximate target counts as met within 5% of it."
    }
  }
}
