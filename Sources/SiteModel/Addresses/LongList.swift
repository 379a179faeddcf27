/// A list of indicators that may be too long for one page.
package enum LongList: Hashable, Sendable {
  case plan(PlanRef)
  case department(DepartmentRef)
  case programme(ProgrammeRef)

  /// A row takes about a kilobyte with the default theme, and a page should stay below 300 KB.
  package static let rowsPerPage = 150

  /// How many pages so many rows take; a list without rows has one page.
  static func pages(_ rows: Int) -> Int { max(1, (rows + rowsPerPage - 1) / rowsPerPage) }

  /// The rows of a page, counted from 1.
  package static func rows(ofPage page: Int, in count: Int) -> Range<Int> {
    min(count, (page - 1) * rowsPerPage)..<min(count, page * rowsPerPage)
  }
}
