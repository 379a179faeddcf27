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

  /// The published pages, and the paths of the drafts. If a folder's index page is a draft, so is everything in the
  /// folder.
  func withoutDrafts() -> (published: PageTable, drafts: Set<String>) {
    guard headers.contains(where: \.isDraft) else { return (self, []) }
    let draftFolders = indices.filter { headers[$0].isDraft && headers[$0].isIndex && !headers[$0].folder.isEmpty }
      .map { headers[$0].folder + "/" }
    var drafts: Set<String> = []
    let published = indices.filter { page in
      let path = pages[page].file.path
      let isDraft = headers[page].isDraft || draftFolders.contains { path.hasPrefix($0) }
      if isDraft { drafts.insert(path) }
      return !isDraft
    }
    return (PageTable(published.map { pages[$0] }, headers: published.map { headers[$0] }), drafts)
  }
}
