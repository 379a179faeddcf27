import SiteModel
import Templates

/// One entry of a table of contents: a section with its subsections.
struct ContentsView: TemplateView {
  let renderer: SiteRenderer
  let section: PageRef
  /// The page that shows the list.
  let route: Route
  /// Overrides the URL of the section's own page.
  var url: String?
  var showsSummary = true
  var isCurrent = false
  /// Whether `children` are shown.
  var isOpen = false
  var children: [ContentsView] = []

  private var page: ResolvedPage { renderer.site.pages[section] }

  static let fields: ViewFields<Self> = ViewFields(
    "ContentsEntry",
    [
      .optionalText("number", "the section's number, such as 第一章") { $0.page.number },
      .text("title", "the section's title") { $0.page.title },
      .optionalText("title-language", "the language of the title, if it is another") {
        $0.renderer.site.language(ofTitleOf: $0.page)
      },
      .text("url", "its address") {
        $0.url ?? $0.renderer.site.links.link(from: $0.route, pathFromRoot: $0.page.pathFromRoot)
      },
      .optionalText("summary", "its summary") { $0.showsSummary ? $0.page.summary : nil },
      .flag("is-current", "whether it is this page") { $0.isCurrent },
      .flag("is-open", "whether this page is it or below it") { $0.isOpen },
      .list("children", "the sections below it") { $0.children },
      .optionalText("department", "the department responsible for it") { entry in
        entry.page.department.map { entry.renderer.registers.departments[$0].name }
      },
      .text("indicator-count", "how many indicators of its own it has") { String($0.page.ownIndicators.count) },
      .list("indicators", "its own indicators") { entry in
        entry.page.ownIndicators.map { IndicatorNameView(entry.renderer.site, $0, from: entry.route) }
      },
    ])
}
