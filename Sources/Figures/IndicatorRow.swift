import Indicators

/// One indicator as a table shows it: its figures, and where its links lead. A class: rows are looked at cell by cell.
package final class IndicatorRow: Sendable {
  package struct Link: Sendable {
    package let text: String
    /// Nil for text without a link.
    package let url: String?

    package init(text: String, url: String?) {
      self.text = text
      self.url = url
    }
  }

  package let indicator: Indicator
  package let assessment: Assessment
  package let name: Link
  package let department: Link?
  /// The heading that the row stands under; rows of one group stand together.
  package let group: String?
  /// Remarks, numbered under the table.
  package let notes: [String]
  /// What a script may filter the row by: name and value, as `status` and `behind`.
  package let facets: [(name: StaticString, value: String)]

  package init(
    indicator: Indicator, assessment: Assessment, name: Link, department: Link?, group: String?, notes: [String],
    facets: [(name: StaticString, value: String)] = []
  ) {
    self.indicator = indicator
    self.assessment = assessment
    self.name = name
    self.department = department
    self.group = group
    self.notes = notes
    self.facets = facets
  }
}

/// The words of a table, in the page's language.
package struct TableWords: Sendable {
  /// By the place of the column among all columns.
  private let headings: [String]
  /// Names the frame that scrolls.
  package var frame: String
  /// What the dash in an empty cell means.
  package let emptyCell: String
  /// The rule by which a status is judged.
  package var rule: String
  /// Stands between a time progress and a progress, as 时序 60%.
  package let timePrefix: String

  package init(
    headings: [IndicatorColumn: String], frame: String = "", emptyCell: String, rule: String = "", timePrefix: String
  ) {
    self.headings = IndicatorColumn.allCases.map { headings[$0] ?? $0.rawValue }
    self.frame = frame
    self.emptyCell = emptyCell
    self.rule = rule
    self.timePrefix = timePrefix
  }

  func heading(of column: IndicatorColumn) -> String { headings[column.index] }
}
