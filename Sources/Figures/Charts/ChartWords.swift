import Indicators

/// Words in and below charts.
enum ChartWords {
  static func target(_ language: WordLanguage) -> String { language == .chinese ? "目标" : "Target" }
  static func baseline(_ language: WordLanguage) -> String { language == .chinese ? "基期" : "Baseline" }
  static func perYear(_ language: WordLanguage) -> String { language == .chinese ? "年均所需" : "Needed a year" }
  static func due(_ language: WordLanguage) -> String { language == .chinese ? "期限" : "Due" }

  static func timelineKey(_ language: WordLanguage) -> String {
    language == .chinese ? "菱形：期限；空心圆：已启动；实心圆：已完成。" : "Diamond: due. Ring: started. Dot: done."
  }

  static func limit(isFloor: Bool, _ language: WordLanguage) -> String {
    switch language {
    case .chinese: isFloor ? "下限" : "上限"
    case .english: isFloor ? "Floor" : "Ceiling"
    }
  }

  /// The remark below a chart whose value axis does not start at zero.
  static func axisStart(_ start: String, _ language: WordLanguage) -> String {
    language == .chinese ? "纵轴自\(start)起，不从零开始。" : "The axis starts at \(start), not at zero."
  }

  static func hasBreak(_ language: WordLanguage) -> String {
    language == .chinese
      ? "竖虚线处统计口径有变化，前后不相连。" : "At the dashed upright the series was redefined; the two parts are not joined."
  }

  /// What the dotted line is.
  static func path(isStraight: Bool, _ language: WordLanguage) -> String {
    switch language {
    case .chinese: isStraight ? "基期到目标的直线" : "经各年度目标的规划路径"
    case .english: isStraight ? "Straight line from baseline to target" : "The plan's path through its interim targets"
    }
  }

  /// What the dashed line is.
  static func pace(_ language: WordLanguage) -> String {
    language == .chinese ? "按现有趋势推算" : "Where the pace so far would lead"
  }

  static func originalTarget(_ language: WordLanguage) -> String {
    language == .chinese ? "最初的目标" : "The target as first set"
  }

  static func timeMark(_ language: WordLanguage) -> String {
    language == .chinese ? "应到进度" : "Expected by now"
  }

  static func planYears(_ language: WordLanguage) -> String { language == .chinese ? "规划期" : "Years of the plan" }

  /// The side of a bound on which it is not kept.
  static func beyond(isFloor: Bool, _ language: WordLanguage) -> String {
    switch language {
    case .chinese: isFloor ? "低于下限" : "超过上限"
    case .english: isFloor ? "Below the floor" : "Above the ceiling"
    }
  }

  static func gaps(_ language: WordLanguage) -> String {
    language == .chinese ? "缺数据的年份不连线。" : "Years without figures are not bridged."
  }

  static func overlaps(_ language: WordLanguage) -> String {
    language == .chinese ? "时期互相重叠，各点不连线。" : "The periods overlap, so the points are not joined."
  }

  static func notFinal(areColumns: Bool, _ language: WordLanguage) -> String {
    switch language {
    case .chinese: areColumns ? "空心柱为初步或估计数。" : "空心圆为初步或估计数。"
    case .english:
      areColumns ? "Hollow columns are provisional or estimated." : "Hollow marks are provisional or estimated."
    }
  }

  static func ranges(_ language: WordLanguage) -> String {
    language == .chinese ? "竖线为数据区间。" : "Upright bars show the range of a figure."
  }

  static func revised(_ language: WordLanguage) -> String {
    language == .chinese ? "叉号为修订前公布的数。" : "Crosses are figures published before a revision."
  }

  /// The text alternative of a chart.
  static func description(latest: String?, target: String, status: String, _ language: WordLanguage) -> String {
    switch language {
    case .chinese: "\(latest.map { "最新值\($0)；" } ?? "")目标\(target)；状态：\(status)。图中数值见下方数据表。"
    case .english:
      "\(latest.map { "Latest: \($0). " } ?? "")Target: \(target). Status: \(status). The figures are in the table."
    }
  }
}
