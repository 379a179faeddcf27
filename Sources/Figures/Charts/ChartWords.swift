import Indicators
import Words

/// Words in and below charts.
enum ChartWords {
  /// The word for a target in a chart: a floor or a ceiling where the target holds for every period.
  static func target(of indicator: Indicator, _ language: WordLanguage) -> String {
    if indicator.retired != nil { return language[.chartFormerTarget] }
    guard indicator.hasPeriodBounds, indicator.targetRange == nil else { return language[.chartTarget] }
    return language[indicator.isFloor ? .chartFloor : .chartCeiling]
  }

  static func baseline(_ language: WordLanguage) -> String { language[.chartBaseline] }
  /// The word in a chart for the amount that a target allows or asks for in each of the periods that have figures.
  static func perPeriod(of indicator: Indicator, _ language: WordLanguage) -> String {
    if indicator.retired != nil { return language[.chartFormerTarget] }
    return language[(AmountLength(of: indicator) ?? .year).word(isLimit: indicator.isLimit)]
  }

  static func due(_ language: WordLanguage) -> String { language[.chartDue] }
  static func timelineKey(hasFirstDue: Bool, _ language: WordLanguage) -> String {
    let key = language[.chartTimelineKey]
    return hasFirstDue ? key + language[.betweenSentences] + language[.chartFirstDue] : key
  }

  /// ` (was due June 2024)`: after a due date that was moved.
  static func firstDue(_ due: Period, _ language: WordLanguage) -> String {
    language.text(.inBrackets, [.text: language.text(.actionWasDue, [.due: due.text(language)])])
  }

  /// The remark below a chart whose value axis does not start at zero.
  static func axisStart(_ start: String, isShort: Bool, _ language: WordLanguage) -> String {
    language.text(isShort ? .chartAxisFrom : .chartAxisStart, [.start: start])
  }

  static func hasBreak(_ language: WordLanguage) -> String { language[.chartBreak] }

  /// The meaning of the dotted line.
  static func path(isStraight: Bool, _ language: WordLanguage) -> String {
    isStraight ? language[.chartStraightPath] : language[.chartInterimPath]
  }

  /// The meaning of the dashed line.
  static func pace(_ language: WordLanguage) -> String { language[.chartPace] }

  static func originalTarget(_ language: WordLanguage) -> String { language[.chartOriginalTarget] }

  static func timeMark(_ language: WordLanguage) -> String { language[.chartExpected] }

  static func planYears(_ language: WordLanguage) -> String { language[.chartPlanYears] }

  /// The side of a bound on which it is not kept.
  static func beyond(isFloor: Bool, _ language: WordLanguage) -> String {
    isFloor ? language[.chartBelowFloor] : language[.chartAboveCeiling]
  }

  static func gaps(_ language: WordLanguage) -> String { language[.chartGaps] }

  static func overlaps(_ language: WordLanguage) -> String {
    language[.chartOverlaps]
  }

  static func notFinal(areColumns: Bool, _ language: WordLanguage) -> String {
    areColumns ? language[.chartHollowColumns] : language[.chartHollowMarks]
  }

  static func ranges(_ language: WordLanguage) -> String { language[.chartRanges] }

  static func revised(_ language: WordLanguage) -> String { language[.chartRevised] }

  /// The text alternative of a chart.
  static func description(latest: String?, target: String, status: String, _ language: WordLanguage) -> String {
    guard let latest else { return language.text(.chartDescription, [.target: target, .status: status]) }
    return language.text(.chartDescriptionLatest, [.latest: latest, .target: target, .status: status])
  }
}
