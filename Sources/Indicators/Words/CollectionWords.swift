import DataFormats
import Words

/// The words of a workbook in which a department reports its figures.
package struct CollectionWords: Sendable {
  package let language: WordLanguage

  package init(_ language: WordLanguage) {
    self.language = language
  }

  package var sheet: String { language[.collectSheet] }
  package func title(_ site: String, _ period: Period, department: String) -> String {
    let time = language.text(period.isYear ? .collectYear : .collectPeriod, [.period: period.description])
    return "\(site) · \(time) · \(department)"
  }
  package var instructions: String { language[.collectInstructions] }
  package var reportedBy: String { language[.collectReportedBy] }
  package var reportedOn: String { language[.collectReportedOn] }
  package var noDepartment: String { language[.collectNoDepartment] }

  /// The headings of the columns, in order.
  package func heads(_ period: Period) -> [String] {
    let first: [Word] = [
      .collectId, .collectIndicator, .collectUnitHead, .collectLastPeriod, .collectLastValue, .collectTargetPeriod,
      .collectTarget, .collectExpected,
    ]
    return first.map { language[$0] } + [
      language.text(period.isYear ? .collectValueOfYear : .collectValue, [.period: period.description]),
      language[.collectSource], language[.collectNote],
    ]
  }

  /// The meaning of an indicator's value, so that two people who report it mean the same number.
  package func expectation(_ indicator: Indicator) -> String {
    func inUnit(_ text: String) -> String {
      indicator.unit.map { language.text(.collectInUnit, [.text: text, .unit: $0]) } ?? text
    }
    switch indicator.kind {
    case .increase where indicator.measure == .cumulative:
      return inUnit(language.text(.collectTotal, [.year: String(indicator.plan.start)]))
    case .increase: return inUnit(language[.collectAdded])
    case .rate: return language[.collectGrowth]
    case .level, .floor, .ceiling, .milestone:
      return indicator.isShare ? language[.collectShare] : inUnit(language[.collectLevel])
    }
  }

  /// The headings of a new table of values.
  package var tableHeads: [String] {
    [.collectId, .collectYearHead, .collectValueHead, .collectSource, .collectNote].map { (word: Word) in language[word]
    }
  }
}

extension Period {
  package var isYear: Bool { if case .year = self { true } else { false } }
}
