/// Words about indicators in each language.
package enum IndicatorWords {
  package static func word(for status: IndicatorStatus, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch status {
      case .noData: ("待数据", "No data yet")
      case .held: ("守住", "Held")
      case .backWithin: ("回到界内", "Back within the limit")
      case .breached: ("未守住", "Breached")
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
      case .improving: ("向好", "Improving")
      case .littleChange: ("基本持平", "Little change")
      case .worsening: ("变差", "Worsening")
      }
    return language == .chinese ? words.chinese : words.english
  }

  package static func word(for statusClass: StatusClass, _ language: WordLanguage) -> String {
    let words: (chinese: String, english: String) =
      switch statusClass {
      case .met: ("已实现或守住", "Met or held")
      case .onCourse: ("进展正常", "On course")
      case .atRisk: ("有风险", "At risk")
      case .cannotSay: ("暂难判断", "Cannot say")
      }
    return language == .chinese ? words.chinese : words.english
  }

  /// Nil for a reason that the verdict's own word states.
  package static func word(for reason: StatusReason, _ language: WordLanguage) -> String? {
    let words: (chinese: String, english: String)? =
      switch reason {
      case .noFigures, .baselineOnly, .overdue: nil
      case .wrongSide: ("目标方向与基期相反", "the target is on the worse side of the baseline")
      case .phrase: ("目标未定量", "the target is not a number")
      case .noTarget: ("未设目标", "there is no target")
      case .noDistance: ("基期值与目标值相同", "baseline and target are the same")
      case .breakInSeries: ("统计口径有变化", "the series was redefined in between")
      case .noBaseline: ("缺基期值", "there is no baseline")
      case .missingPeriod: ("中间年份缺数据", "a year in between is missing")
      case .overlap: ("各期有重叠，数量会重复计算", "periods overlap, so that amounts would count twice")
      case .pastRange: ("已越过目标区间", "the value is past the range")
      case .zeroTarget: ("目标值为零", "the target is zero")
      case .outOfRange: ("数值过大", "a figure is too large to compute with")
      case .withinRange: ("差异在数据误差范围内", "the difference is within the range of the figures")
      }
    guard let words else { return nil }
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

  /// How the statuses of a plan come about.
  package static func rule(_ rules: AssessmentRules, _ language: WordLanguage) -> String {
    let points = rules.tolerance * 100
    let delta = NumberFormat.text(points, decimals: isNear(points, points.rounded()) ? 0 : 1, language)
    switch language {
    case .chinese:
      return "状态按完成进度与时序进度（有年度目标的，与其路径）之差判定：领先\(delta)个百分点及以上为快于预期，落后\(delta)个百分点及以上为滞后，其间为基本符合预期；"
        + "增速按已实现与所需累计增幅之比与100%比较；标“左右”“约”的目标，与目标值相差5%以内即视为实现。"
    case .english:
      return
        "The status compares progress with the time elapsed, or with the path of the interim targets where a plan sets them: ahead by \(delta) percentage points or more, behind by "
        + "\(delta) or more, on track in between. A growth rate compares the growth achieved with the growth required. "
        + "An approximate target counts as met within 5% of it."
    }
  }
}

extension IndicatorWords {
  /// The change a year of a direction without a number: `0.25% of the distance to the limit`. With a second and third decimal
  /// where one would round it to another tenth: 0.496 % is not 0.5 %.
  package static func trend(_ trend: Double, of indicator: Indicator, _ language: WordLanguage) -> String {
    let percent = trend * 100
    func rounded(_ decimals: Int) -> Double {
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      return NumberFormat.nearest(percent * scale) / scale
    }
    func isTenth(_ number: Double) -> Bool { isNear(number * 10, (number * 10).rounded()) }
    let decimals = (1...2).first { isNear(rounded($0), percent) || !isTenth(rounded($0)) } ?? 3
    let number = NumberFormat.text(percent, decimals: decimals, language) + "%"
    switch language {
    case .chinese: return (indicator.limit == nil ? "起始值的" : "起始值与限值之差的") + number
    case .english: return number + (indicator.limit == nil ? " of the first value" : " of the distance to the limit")
    }
  }

  /// How the status of a direction without a number comes about, for the pages that show one.
  package static func trendRule(_ rules: AssessmentRules, of indicator: Indicator, _ language: WordLanguage) -> String {
    let share = rules.littleChange * 100
    let limit = NumberFormat.text(share, decimals: isNear(share, share.rounded()) ? 0 : 1, language)
    switch language {
    case .chinese:
      let scale = indicator.limit == nil ? "起始值" : "起始值与限值之差"
      return "未定量的方向目标按年均变化判定：年均变化不足\(scale)的\(limit)%为基本持平，否则按方向为向好或变差。"
    case .english:
      let scale = indicator.limit == nil ? "the first value" : "the distance from the first value to the limit"
      return
        "A direction without a number is judged by the change a year: less than \(limit)% of \(scale) is little change, more is improving or worsening."
    }
  }
}
