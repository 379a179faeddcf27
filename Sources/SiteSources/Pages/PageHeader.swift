import Files
import Markup

/// What resolving needs of each page, copied out of it when it is parsed: the headers of all pages are contiguous in
/// memory, while reading one field of 10,000 pages takes longer than what is done with it.
package struct PageHeader: Sendable {
  package let folder: String
  package let isIndex: Bool
  package let isDraft: Bool
  package let type: PageFields.PageType?
  package let number: SectionNumber
  /// Its own part of the order of pages; nil for the page of a folder.
  package let part: OrderedPart?
  /// Its own part of the URL; nil for the page of a folder, and for a name without a letter or digit.
  package let slug: String?
  /// Whether its `slug` cannot be a part of a URL as it is written.
  package let hasInvalidSlug: Bool
  package let department: String?
  package let hasAliases: Bool
  /// How many indicators its front matter has.
  package let indicatorCount: Int
  /// Whether neither the front matter nor a heading gives it a title.
  package let lacksTitle: Bool

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
    indicatorCount = page.fields.indicators.count
    lacksTitle =
      !page.hasBrokenFields && page.fields.title?.value.isEmpty != false && page.document.leadingTitle == nil
  }
}
