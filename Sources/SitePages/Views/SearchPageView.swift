import Actions
import Indicators
import SearchIndex
import SiteModel
import SiteSources
import Templates
import Words

/// The search page: template `search`. Without a script it is a list of everything that the site holds.
struct SearchPageView: PageView {
  let frame: Frame

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }
  private var words: WordLanguage { frame.language.words }

  var template: PageTemplate { .search }

  static let fields = ViewFields<Self>(
    "SearchPage", including: { $0.frame },
    [
      .text("search-script", "address of the script that searches") {
        $0.site.links.link(from: $0.frame.route, to: $0.renderer.theme.asset("search.js").route)
      },
      .text("index", "address of the folder of the search index") {
        $0.frame.shared.root + SearchIndex.folder(of: $0.frame.language)
      },
      .text("found-forms", "how many results there are, in the forms for each number, for the script") {
        $0.forms(of: .searchFound)
      },
      .text("most-forms", "how many results there are at most, in these forms") { $0.forms(of: .searchMost) },
      .text("asked", "what people call the classes of statuses, and what the index calls those, for the script") {
        StatusFilter.asked($0.statuses, $0.words)
      },
      .text("states", "what each status is called, and what the index calls it, for the script") {
        StatusFilter.states($0.statuses, $0.words)
      },
      .list("filters", "the filters of the results, for the script") { $0.filters },
      .list("groups", "everything that the site holds, by plan and kind") { $0.groups },
    ])

  /// `one={count} result|other={count} results`
  private func forms(of sentence: Sentence) -> String {
    words.forms(of: sentence).map { "\($0.category.rawValue)=\($0.text)" }.joined(separator: "|")
  }

  private var filters: [FilterView] {
    let kinds = Set(site.routes.addresses.compactMap(SearchPageView.kind))
    return [
      FilterView(
        "kind", label: words[.searchKind],
        SearchKind.allCases.filter(kinds.contains).map {
          FilterOptionView(value: $0.rawValue, title: words[$0.word])
        }),
      FilterView("plan", label: words[.plan], [], listed: site.plans.count),
      FilterView("status", label: words[.status], statuses.flatMap { $0.options(words) }),
      FilterView(
        "department", label: words[.department],
        site.departments.indices.map {
          let department = site.departments[$0].department
          return FilterOptionView(
            value: department.id.value, title: department.name, term: SearchFilter.department($0),
            language: site.language(ofText: department.name))
        }),
    ].compactMap(\.self)
  }

  /// The statuses of indicators and the states of actions that the site has, by class.
  private var statuses: [StatusFilter] {
    let counted = site.indicators.indices.lazy.filter { !site.uncounted.contains($0) }
    return StatusFilter.all(Set(counted.map { site.indicators[$0].verdict }), Set(site.actions.map(\.standing.state)))
  }

  private static func kind(_ address: SiteAddress) -> SearchKind? {
    if case .page(let page) = address { page.searchKind } else { nil }
  }

  // MARK: - Everything

  /// The most entries that are listed one by one. A larger site lists its plans, whose pages list their sections.
  private static let mostEntries = 600

  private var groups: [SearchGroupView] {
    let count =
      site.pages.count + site.indicators.count + site.programmes.count + site.terms.count
      + site.actions.count
    let isShort = count <= SearchPageView.mostEntries
    var groups = site.plans.indices.map { ref in
      let plan = site.plans[ref]
      return SearchGroupView(
        link: link(toPage: plan.page), entries: isShort ? plan.readingOrder.dropFirst().map(link(toPage:)) : [],
        parts: isShort ? parts(of: ref) : [])
    }
    if !site.freePages.isEmpty {
      groups.append(
        SearchGroupView(
          link: LinkView(title: words[.otherPages], url: ""), entries: site.freePages.map(link(toPage:))))
    }
    groups += site.routes.lists.map { list in
      SearchGroupView(
        link: LinkView(title: words[list.word], url: site.links.link(from: frame.route, to: list.route)),
        entries: isShort ? entries(of: list) : [])
    }
    return groups
  }

  /// The entries of a plan beside its sections.
  private func parts(of plan: PlanRef) -> [SearchPartView] {
    let programmes = site.programmes.indices.filter { site.programmes[$0].plan == plan }
    return [
      SearchPartView(title: words[.indicators], entries: site.plans[plan].indicators.compactMap { link($0) }),
      SearchPartView(title: words[.actions], entries: links(toActionsOf: plan)),
      SearchPartView(
        title: words[.programmes], entries: programmes.map { renderer.link(from: frame.route, toProgramme: $0) }),
    ].filter { !$0.entries.isEmpty }
  }

  private func links(toActionsOf plan: PlanRef) -> [LinkView] {
    site.actions.filter { $0.plan == plan }.map {
      LinkView(
        title: $0.action.name, url: site.links.link(from: frame.route, to: $0.route), number: $0.action.facts.code,
        language: site.language(ofText: $0.action.name))
    }
  }

  /// The entries of no plan.
  private func entries(of list: ListPage) -> [LinkView] {
    switch list {
    // Each is listed below its plan.
    case .indicators, .actions, .alignment, .feed: []
    case .programmes:
      site.programmes.indices.filter { site.programmes[$0].plan == nil }.map {
        renderer.link(from: frame.route, toProgramme: $0)
      }
    case .departments: site.departments.indices.map { renderer.link(from: frame.route, toDepartment: $0) }
    case .glossary:
      site.terms.map { term in
        LinkView(
          title: term.term.term.value, url: site.links.link(from: frame.route, to: list.route) + "#\(term.anchor)",
          language: site.language(ofText: term.term.term.value))
      }
    }
  }

  private func link(toPage page: PageRef) -> LinkView { renderer.link(from: frame.route, toPage: page) }

  private func link(_ ref: IndicatorRef) -> LinkView? {
    site.indicators[ref].route.map {
      let name = site.indicators[ref].indicator.name
      return LinkView(
        title: name, url: site.links.link(from: frame.route, to: $0), language: site.language(ofText: name))
    }
  }
}

/// A plan or a list, with its contents.
struct SearchGroupView: TemplateView {
  let link: LinkView
  let entries: [LinkView]
  var parts: [SearchPartView] = []

  static let fields = ViewFields<Self>(
    "SearchGroup",
    [
      .text("title", "a plan, or a list of the site") { $0.link.title },
      .optionalText("url", "its address; a group without a page has none") { $0.link.url.isEmpty ? nil : $0.link.url },
      .optionalText("title-language", "the language of the title, if it is another") { $0.link.language },
      .list("entries", "a plan's sections, or what a list holds that belongs to no plan; empty on a large site") {
        $0.entries
      },
      .list("parts", "what else a plan holds: indicators, actions, programmes; empty on a large site") { $0.parts },
    ])
}

/// The entries of one kind in a plan.
struct SearchPartView: TemplateView {
  let title: String
  let entries: [LinkView]

  static let fields = ViewFields<Self>(
    "SearchPart",
    [
      .text("title", "what its entries are, such as indicators") { $0.title },
      .list("entries", "what the plan holds of it") { $0.entries },
    ])
}
