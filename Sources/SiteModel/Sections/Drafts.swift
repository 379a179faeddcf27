import SiteSources

/// The unpublished parts of a site: the pages that are drafts, and every file in the folder of a draft index page.
struct Drafts: Sendable {
  private let pages: Set<String>
  /// With everything in them, folders included.
  private let folders: Set<String>

  init(_ site: ParsedSite, arePublished: Bool) {
    let drafts = arePublished ? [] : site.headers.indices.filter { site.headers[$0].isDraft }
    pages = Set(drafts.map { site.pages[$0].file.path })
    // The index page of the site does not make the whole site a draft.
    folders = Set(drafts.filter { site.headers[$0].isIndex }.map { site.headers[$0].folder }).subtracting([""])
  }

  /// Whether a file or folder, by its path under `Content/`, is not published.
  func contains(_ path: String) -> Bool {
    if isEmpty { return false }
    if pages.contains(path) { return true }
    var folder = path
    while !folder.isEmpty {
      if folders.contains(folder) { return true }
      folder = folder.folderPart
    }
    return false
  }

  var isEmpty: Bool { pages.isEmpty }
}

extension ParsedSite {
  /// The part of the site that is published.
  func without(_ drafts: Drafts) -> ParsedSite {
    guard !drafts.isEmpty else { return self }
    let published = pages.indices.filter { !drafts.contains(pages[$0].file.path) }
    var site = self
    site.pages = published.map { pages[$0] }
    site.headers = published.map { headers[$0] }
    func isPublished(_ file: SourceFile) -> Bool { !drafts.contains(file.path) }
    site.indicators = indicators.filter { isPublished($0.file) }
    site.observations = observations.filter { isPublished($0.file) }
    site.actions = actions.filter { isPublished($0.file) }
    site.programmes = programmes.filter { isPublished($0.file) }
    site.departments = departments.filter { isPublished($0.file) }
    site.glossary = glossary.filter { isPublished($0.file) }
    site.attachments = attachments.filter(isPublished)
    return site
  }
}
