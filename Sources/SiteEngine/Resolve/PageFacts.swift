import Markup

/// What putting the pages together asks of each, gathered when it is parsed: ten thousand pages lie far apart in memory,
/// and the look into each takes longer than what is done with it.
struct PageFacts: Sendable {
  let folder: String
  let isIndex: Bool
  let isDraft: Bool
  let type: PageFields.PageType?
  let number: SectionNumber
  /// Its own part of the order of pages; nil for the page of a folder.
  let part: OrderedPart?
  /// Its own part of the URL; nil for the page of a folder, and for a name without a letter or digit.
  let slug: String?
  /// Whether its `slug` cannot be a part of a URL as it is written.
  let hasInvalidSlug: Bool
  let department: String?
  let hasAliases: Bool
  /// Indicators in its front matter.
  let rows: Int
  /// Whether nothing says what it is called.
  let lacksTitle: Bool

  init(_ page: ParsedPage) {
    let file = page.file
    folder = file.folder
    isIndex = file.isIndex
    isDraft = page.fields.isDraft
    type = page.fields.type?.value
    number = page.fields.number
    let given = page.fields.slug?.value
    hasInvalidSlug = given.map { Slug($0)?.text != $0 } ?? false
    if file.isIndex {
      (part, slug) = (nil, nil)
    } else {
      let name = OrderedName(file.name.withoutPathExtension)
      part = OrderedPart(name, order: page.fields.order)
      slug = Slug(given ?? name.name)?.text
    }
    department = page.fields.department.flatMap { $0.value.isEmpty ? nil : $0.value }
    hasAliases = !page.fields.aliases.isEmpty
    rows = page.fields.indicators.count
    lacksTitle = !page.hasBrokenFields && page.fields.title?.value.isEmpty != false && page.document.leadingTitle == nil
  }
}
