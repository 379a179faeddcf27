import Files
import Markup

/// The fields of a page that resolving needs, copied when the page is parsed. Headers are contiguous in memory; reading
/// a field from 10,000 scattered pages takes longer than processing it.
package struct PageHeader: Sendable {
  package let folder: String
  package let isIndex: Bool
  package let isDraft: Bool
  package let type: PageFields.PageType?
  package let number: SectionNumber
  /// The page's own part of the sort key; nil for an index page.
  package let part: OrderedPart?
  /// The page's own part of the URL; nil for an index page, and for a name without a letter or digit.
  package let slug: String?
  /// Whether the `slug`, as written, cannot be part of a URL.
  package let hasInvalidSlug: Bool
  package let department: String?
  /// Whether the page names departments that support the one in charge.
  package let namesSupport: Bool
  package let hasAliases: Bool
  /// The number of indicators in the front matter.
  package let indicatorCount: Int
  /// Whether the page is an update: about something, or in a folder `updates`.
  package let isUpdate: Bool
  /// Whether the page is the first of a report.
  package let isReport: Bool
  /// Whether the page shows the figures of a snapshot.
  package let showsSnapshot: Bool
  /// Whether the front matter has updates of the page itself.
  package let hasUpdates: Bool
  /// The number of actions in the front matter and in tables of the text.
  package let actionCount: Int
  /// Whether any indicator of the front matter names a department.
  package let namesDepartments: Bool
  /// Whether the page or an indicator of its front matter accepts findings.
  let hasAcceptances: Bool
  /// Whether the indicators of the front matter have addresses, or links in their texts.
  package internal(set) var hasWrittenAddresses: Bool
  /// Whether neither the front matter nor a heading gives a title.
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
    namesSupport = !page.fields.support.isEmpty
    hasAliases = !page.fields.aliases.isEmpty
    let indicators = page.fields.indicators
    indicatorCount = indicators.count
    namesDepartments = indicators.contains { $0.hasIDOrReferences && ($0.lead != nil || !$0.support.isEmpty) }
    hasAcceptances = !page.fields.acceptances.isEmpty || indicators.contains { !$0.acceptances.isEmpty }
    hasWrittenAddresses = indicators.contains(where: \.hasWrittenAddresses)
    actionCount = page.fields.actions.count
    hasUpdates = !page.fields.updates.isEmpty
    isReport = page.fields.report != nil
    showsSnapshot = isReport || page.fields.snapshot != nil
    isUpdate =
      !page.fields.about.isEmpty || page.fields.type == nil && !file.isIndex && file.folder.lastPart == "updates"
    lacksTitle =
      !page.hasBrokenFields && page.fields.title?.value.isEmpty != false && page.document.leadingTitle == nil
  }
}
