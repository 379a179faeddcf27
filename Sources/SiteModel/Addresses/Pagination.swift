/// The rows of a list that is spread over pages, which are counted from 1.
package struct Pagination: Sendable {
  private let rowCount: Int
  private let rowsPerPage: Int
  private let rowsOnFirstPage: Int

  /// `rowsOnFirstPage` is for a first page that has less room for rows than the next ones, or more.
  package init(of rowCount: Int, perPage rowsPerPage: Int, onFirstPage rowsOnFirstPage: Int? = nil) {
    self.rowCount = rowCount
    self.rowsPerPage = rowsPerPage
    self.rowsOnFirstPage = rowsOnFirstPage ?? rowsPerPage
  }

  /// How many pages the rows take; a list without rows has one page.
  package var pageCount: Int {
    rowCount <= rowsOnFirstPage ? 1 : 1 + (rowCount - rowsOnFirstPage + rowsPerPage - 1) / rowsPerPage
  }

  /// The 0-based indices of the rows on a page; empty for a page after the last.
  package func rows(ofPage page: Int) -> Range<Int> {
    if page == 1 { return 0..<min(rowCount, rowsOnFirstPage) }
    let start = rowsOnFirstPage + (page - 2) * rowsPerPage
    return min(rowCount, start)..<min(rowCount, start + rowsPerPage)
  }
}
