import Diagnostics
import Files
import Markup
import SiteModel
import SiteSources

extension Author {
  /// In bytes: an address that can still be read.
  private static let longestSlug = 120

  /// A name for a new page or folder in `folder`, made from its title, with an address that nothing else there has.
  /// Refuses a title that a page there already has.
  func name(for title: String, in folder: String) throws -> String {
    guard let slug = Slug(title)?.text else {
      throw Refusal("'\(title)' has no letter or digit to make a file name from")
    }
    var taken = reservedNames(in: folder)
    for (page, header) in zip(site.pages, site.headers) {
      guard let name = self.name(of: page, header, in: folder) else { continue }
      if page.title == title {
        throw Refusal(
          "'\(title)' already exists: \(page.file.contentPath); nothing was written", hint: "choose another title")
      }
      taken.insert(name)
    }
    return Author.freeName(slug, taken)
  }

  /// A name that is not taken: the slug, shortened, or with a number.
  static func freeName(_ slug: String, _ taken: Set<String>) -> String {
    let short = shortened(slug)
    if !taken.contains(short) { return short }
    // Bounded by the number of names that are taken.
    return (2...taken.count + 2).lazy.map { "\(short)-\($0)" }.first { !taken.contains($0) } ?? short
  }

  /// The names that a new page or folder in `folder` cannot have.
  func takenNames(in folder: String) -> Set<String> {
    var taken = reservedNames(in: folder)
    for (page, header) in zip(site.pages, site.headers) {
      if let name = name(of: page, header, in: folder) { taken.insert(name) }
    }
    return taken
  }

  /// The page directly in `folder` that has the address that a file or folder of this name would have.
  func page(named name: String, in folder: String) -> ParsedPage? {
    guard let slug = Slug(OrderedName(name).name)?.text else { return nil }
    return zip(site.pages, site.headers).first { self.name(of: $0, $1, in: folder) == slug }?.0
  }

  /// The last part of a page's address, if the page is directly in `folder`.
  private func name(of page: ParsedPage, _ header: PageHeader, in folder: String) -> String? {
    if !page.isIndex { return page.file.folder == folder ? header.slug : nil }
    guard !page.file.folder.isEmpty, page.file.folder.folderPart == folder else { return nil }
    return Slug(page.fields.slug?.value ?? OrderedName(page.file.folder.lastPart).name)?.text
  }

  /// The names of files and folders that planpress itself makes in a folder.
  private func reservedNames(in folder: String) -> Set<String> {
    Author.reservedNames(in: folder, isPlan: planFolders.contains(folder))
  }

  static func reservedNames(in folder: String, isPlan: Bool) -> Set<String> {
    var names: Set<String> = folder.isEmpty ? Set(ListPage.allCases.map(\.rawValue) + ["assets", "data"]) : []
    if isPlan { names.formUnion(["full", "progress-summary"]) }
    return names
  }

  /// The slug of a long title, cut between two words where there are any.
  private static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > Author.longestSlug else { return slug }
    var short = slug[...]
    while short.utf8.count > Author.longestSlug { short.removeLast() }
    if let cut = short.lastIndex(of: "-"), short[..<cut].utf8.count > Author.longestSlug / 2 { short = short[..<cut] }
    while short.hasSuffix("-") { short.removeLast() }
    return String(short)
  }
}
