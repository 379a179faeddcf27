extension Indicator {
  /// Whether the figures count or weigh something, so that parts add up to the whole. Rates, shares, means and indices do
  /// not; they are known by the kind, the unit, or a word of the name.
  var isCount: Bool {
    if kind == .rate || kind == .milestone || isShare { return false }
    if let unit, Self.isRatio(unit: unit.lowercased()) { return false }
    let name = name.lowercased()
    if Self.chineseRatios.contains(where: { name.contains($0) }) { return false }
    return !name.split(whereSeparator: { !$0.isLetter }).contains { Self.englishRatios.contains($0) }
  }

  /// `%`, `‰`, `per 100,000`, `元/人`, `points`, `年` of a mean age.
  private static func isRatio(unit: String) -> Bool {
    if unit.contains(where: { "%％‰/／℃°".contains($0) }) { return true }
    if unit.contains("每") || unit.contains("指数") || unit == "岁" || unit == "分" || unit == "倍" { return true }
    return unit.split(separator: " ").contains { ratioUnits.contains($0) }
  }

  private static let ratioUnits: Set<Substring> = ["per", "percent", "percentage", "index", "ratio", "score", "points"]
  private static let chineseRatios = ["率", "比重", "占比", "比例", "平均", "人均", "年均", "均值", "指数", "中位数"]
  private static let englishRatios: Set<Substring> = [
    "rate", "rates", "ratio", "share", "proportion", "percentage", "average", "mean", "median", "index", "capita",
    "density", "intensity", "expectancy", "score",
  ]
}
