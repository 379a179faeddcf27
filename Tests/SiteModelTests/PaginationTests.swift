import SiteModel
import Testing

/// How the rows of a list are spread over pages.
struct PaginationTests {
  @Test(
    "Every row is on one page, and the last page is not empty",
    arguments: [
      (rows: 0, pages: [0..<0]), (1, [0..<1]), (10, [0..<10]), (11, [0..<10, 10..<11]), (20, [0..<10, 10..<20]),
      (21, [0..<10, 10..<20, 20..<21]),
    ])
  func pages(rows: Int, pages: [Range<Int>]) {
    let pagination = Pagination(of: rows, perPage: 10)
    #expect(pagination.pageCount == pages.count)
    #expect((1...pages.count).map(pagination.rows) == pages)
    #expect(pagination.rows(ofPage: pages.count + 1).isEmpty)
  }

  @Test("A first page may have room for fewer rows than the next ones")
  func firstPage() {
    let pagination = Pagination(of: 30, perPage: 10, onFirstPage: 4)
    #expect(pagination.pageCount == 4)
    #expect((1...4).map(pagination.rows) == [0..<4, 4..<14, 14..<24, 24..<30])
    #expect(Pagination(of: 4, perPage: 10, onFirstPage: 4).pageCount == 1)
  }
}
