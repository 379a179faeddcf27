import SiteSources

/// The parsed pages of a site, each with its header.
struct PageTable: Sendable {
  private let pages: Table<PageTag, ParsedPage>
  /// The header of each page.
  let headers: Table<PageTag, PageHeader>

  init(_ pages: [ParsedPage], headers: [PageHeader]) {
    self.pages = Table(pages)
    self.headers = Table(headers)
  }

  var indices: Range<PageRef> { pages.startIndex..<pages.endIndex }
  var count: Int { pages.count }

  subscript(page: PageRef) -> ParsedPage { _read { yield pages[page] } }
}
