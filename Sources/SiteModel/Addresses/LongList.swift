/// A list of actions that may be too long for one page.
package enum ActionList {
  /// A row of the table and its bar take about two kilobytes with the default theme, and a page should stay below 300
  /// KB.
  package static let rowsPerPage = 100

  /// How many pages the rows take; at least one.
  static func pages(_ rows: Int) -> Int { max(1, (rows + rowsPerPage - 1) / rowsPerPage) }

  /// The rows of a page, counted from 1.
  package static func rows(ofPage page: Int, in count: Int) -> Range<Int> {
    min(count, (page - 1) * rowsPerPage)..<min(count, page * rowsPerPage)
  }
}

/// The list of what is reported and what is not, of all plans.
package enum ReportingList {
  /// A row takes about 200 bytes.
  package static let rowsPerPage = 1000

  static func pages(_ rows: Int) -> Int { (rows + rowsPerPage - 1) / rowsPerPage }
}

/// A list of indicators, or of their charts, that may be too long for one page.
package enum LongList: Hashable, Sendable {
  case plan(PlanRef)
  case department(DepartmentRef)
  case programme(ProgrammeRef)
  /// The charts of a plan's progress summary.
  case charts(PlanRef)

  /// A row takes about a kilobyte with the default theme, and a page should stay below 300 KB.
  package static let rowsPerPage = 150

  /// A chart takes 3 to 4 KB; up to this many fit on the first progress page.
  static let chartsBesideAll = 48
  /// If there are more, the first page has some of them, and the pages after it have nothing else.
  private static let chartsOnFirstPage = 24
  private static let chartsPerPage = 60

  /// How many pages so many rows take; a list without rows has one page.
  package static func pages(_ rows: Int, of size: Int = rowsPerPage) -> Int { max(1, (rows + size - 1) / size) }

  /// The rows of a page, counted from 1.
  package static func rows(ofPage page: Int, in count: Int, of size: Int = rowsPerPage) -> Range<Int> {
    min(count, (page - 1) * size)..<min(count, page * size)
  }

  /// How many pages so many charts take.
  static func pages(ofCharts count: Int) -> Int {
    count <= chartsBesideAll ? 1 : 1 + pages(count - chartsOnFirstPage, of: chartsPerPage)
  }

  /// The charts of a page, counted from 1.
  package static func charts(ofPage page: Int, in count: Int) -> Range<Int> {
    if count <= chartsBesideAll { return 0..<count }
    if page == 1 { return 0..<chartsOnFirstPage }
    let others = rows(ofPage: page - 1, in: count - chartsOnFirstPage, of: chartsPerPage)
    return others.lowerBound + chartsOnFirstPage..<others.upperBound + chartsOnFirstPage
  }
}
