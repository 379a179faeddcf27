import Indicators
import SiteModel
import Words

// Figures that are missing.
extension ReportText {
  /// The figures that the indicators lack at their own intervals: a list for each period, the report's period first.
  var missing: [String] {
    guard let over = overPeriod else { return [] }
    let lacked = Set(refs.compactMap { site.indicators[$0].indicator.missingPeriod(atEndOf: over) })
    // sorted: reaches output
    let periods = lacked.sorted { $0 == over || $1 != over && $1 < $0 }
    return Array(periods.map { missing(of: $0, atEndOf: over) }.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// The newest period like that of the report which is over at `as-of`: nobody owes a figure of a year that goes on.
  private var overPeriod: Period? {
    guard let now = site.settings.asOf?.time else { return period }
    var over: Period? = period
    while let current = over, !current.isOver(at: now) { over = current.before }
    return over
  }

  private func missing(of period: Period, atEndOf over: Period) -> [String] {
    let own = Set(refs.map { SiteState.key(of: site.indicators[$0], site) })
    let lines = OwedFigures.all(of: site) { $0.missingPeriod(atEndOf: over) == period }.flatMap { owed -> [String] in
      let indicators = owed.indicators.filter { own.contains(SiteState.key(of: $0, site)) }.map(\.indicator)
      guard !indicators.isEmpty else { return [] }
      let department = owed.department.map { escaped($0.department.name) } ?? language[.reportNobody]
      let hasCommas = indicators.contains(where: \.name.hasListComma)
      let names = indicators.map(missing).joined(separator: language[hasCommas ? .semicolon : .listSeparator])
      return ["- \(department)\(language[.colon])\(names)"]
    }
    return lines.isEmpty ? [] : [escaped(language.text(.reportMissingOf, period: period)), ""] + lines
  }

  /// The name of an indicator without a figure, with the time at which one is due, if that is to come.
  private func missing(_ indicator: Indicator) -> String {
    let name = indicator.id.map { ":ref[\($0.text)]" } ?? escaped(indicator.name)
    guard let now = site.settings.asOf?.time, let next = indicator.details?.nextUpdate, !next.isOver(at: now) else {
      return name
    }
    let due = language[.nextUpdate] + language[.colon] + next.text(language)
    return name + escaped(language.text(.inBrackets, [.text: due]))
  }
}

extension Period {
  /// The period of its kind before it; nil for one that has none.
  fileprivate var before: Period? {
    switch self {
    case .year(let year): year > 0 ? .year(year - 1) : nil
    case .half(let year, let half): half > 1 ? .half(year, half: half - 1) : .half(year - 1, half: 2)
    case .quarter(let year, let quarter):
      quarter > 1 ? .quarter(year, quarter: quarter - 1) : .quarter(year - 1, quarter: 4)
    case .month(let year, let month): month > 1 ? .month(year, month: month - 1) : .month(year - 1, month: 12)
    case .fiscalYear, .fiscalPart, .range, .day: nil
    }
  }
}
