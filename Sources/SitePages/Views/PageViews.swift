import DataFormats
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// The front page of a site: template `home`.
struct HomeView: TemplateView {
  let frame: Frame
  let page: PageRef

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }

  static let fields = ViewFields<Self>(
    "Home", including: { $0.frame },
    [
      .deferredHTML("content", "the page's text") { $0.renderer.content(of: $0.page) },
      .optionalView("answer", "how the plans are going; only if there are indicators") {
        AnswerView(ofSiteIn: $0.frame, limit: 4)
      },
      .optionalView("action-answer", "what is late, and who answers for it; only if there are actions") { view in
        ActionAnswerView(ofSiteIn: view.frame, limit: 5)
      },
      .list("plans", "every plan of the site") { view in
        view.site.plans.indices.map { view.renderer.planView($0, in: view.frame) }
      },
      .flag("has-many-plans", "whether there are more plans than have an entry with their counts each") {
        $0.site.plans.count > PlanView.mostEntries
      },
      .list("statuses", "how many indicators of the site have each status") {
        $0.renderer.statusCounts($0.site.indicators.indices, language: $0.frame.language)
      },
      .text("indicator-count", "how many indicators the site has that are followed") {
        String($0.renderer.count(of: Array($0.site.indicators.indices)).followed)
      },
      .list("updates", "the newest pages, updates and changes, as in the feed") { $0.updates },
      .optionalText("feed-url", "address of the page of all that is new; only of a site with news") { view in
        !view.site.routes.lists.contains(.feed)
          ? nil : view.site.links.link(from: view.frame.route, to: ListPage.feed.route)
      },
    ])

  private var updates: [DatedLinkView] {
    site.highlights(5).map { item in
      DatedLinkView(
        title: item.title,
        url: site.links.link(from: frame.route, to: item.route) + (item.anchor.map { "#\($0)" } ?? ""),
        date: item.dateText(frame.language.words), isoDate: item.date.description, summary: item.summary)
    }
  }
}

/// A plan's home page: template `plan`.
struct PlanPageView: TemplateView {
  let frame: Frame
  let page: PageRef
  let plan: PlanRef

  private var renderer: SiteRenderer { frame.renderer }
  private var resolved: ResolvedPlan { frame.renderer.site.plans[plan] }

  static let fields = ViewFields<Self>(
    "PlanPage", including: { $0.frame },
    [
      .deferredHTML("content", "the page's text") { $0.renderer.content(of: $0.page) },
      .optionalView("answer", "how the plan is going; only if it has indicators") { view in
        AnswerView(of: view.plan, in: view.frame, limit: 6)
      },
      .optionalView("action-answer", "what is late, and who answers for it; only if it has actions") { view in
        ActionAnswerView(of: view.plan, in: view.frame, limit: 10)
      },
      .view("plan", "the plan") { $0.renderer.planView($0.plan, in: $0.frame) },
      .html("indicator-table", "the indicators of the plan, at most 150; empty if there is none") { view in
        view.renderer.table(
          view.renderer.rows(of: view.resolved.indicators, onPage: 1, in: view.frame), in: view.frame, prefix: "plan",
          frameName: view.frame.title)
      },
      .optionalText("list-url", "address of the list of all, if they are too many for this page") { view in
        let list = LongList.plan(view.plan)
        guard let pages = view.renderer.site.routes.longLists[list], pages > 1 else { return nil }
        let site = view.renderer.site
        return site.links.link(from: view.frame.route, to: site.routes.route(of: .indicatorList(list, page: 1)))
      },
      .text("indicator-count", "how many indicators it has that are followed, and how many were given up") {
        $0.renderer.count(of: $0.resolved.indicators).text($0.frame.language.words)
      },
      .list("updates", "what was said of the plan as a whole, the newest first") { view in
        view.renderer.updates(about: .section(view.page), on: view.frame.route, view.frame.language)
      },
      .optionalText("own-feed", "address of the plan's feed, if it has updates") { view in
        view.renderer.feed(of: .plan(view.plan), from: view.frame.route)
      },
      .list("reports", "the reports on the plan, the newest first") { view in
        view.renderer.reports(on: view.plan, from: view.frame.route)
      },
      .list("changed-dates", "its actions whose dates were changed") { view in
        let actions = view.renderer.site.actionIndex.of(view.plan)
        return view.renderer.changedDates(view.renderer.moved(actions), in: view.frame)
      },
      .optionalText("more-changed-dates", "nothing: all of them are listed") { _ in nil },
      .list("programmes", "the programmes of the plan") { view in
        view.resolved.programmes.map { view.renderer.link(from: view.frame.route, toProgramme: $0) }
      },
    ])
}

/// A section of a plan, or a page outside the plans: templates `section` and `page`.
struct SectionPageView: TemplateView {
  let frame: Frame
  let ref: PageRef

  private var renderer: SiteRenderer { frame.renderer }
  private var page: ResolvedPage { frame.renderer.site.pages[ref] }

  static let fields = ViewFields<Self>(
    "SectionPage", including: { $0.frame },
    [
      .optionalText("number", "the section's number, such as 第一章") { $0.page.number },
      .deferredHTML("content", "the page's text") { $0.renderer.content(of: $0.ref) },
      .optionalText("summary", "its summary") { $0.page.summary },
      .optionalView("date", "its date") { view in
        view.page.date?.view(title: view.page.title, url: "", in: view.page.language)
      },
      .optionalView("updated", "the day of its last change") { view in
        view.page.updated?.view(title: view.page.title, url: "", in: view.page.language)
      },
      .optionalView("department", "the department responsible for it") { view in
        view.page.department.map { view.renderer.link(from: view.frame.route, toDepartment: $0) }
      },
      .list("tags", "its tags") { $0.page.tags.map(NoteView.init) },
      .optionalView("plan", "the plan it belongs to") { view in
        view.page.plan.map { view.renderer.link(from: view.frame.route, toPage: view.renderer.site.plans[$0].page) }
      },
      .list("contents", "the plan's sections, with this one open") { $0.contents },
      .list("headings", "the page's own headings") { $0.headings },
      .list("children", "the sections below this one") { $0.children },
      .html("indicator-table", "the section's own indicators that its text does not show; empty if there is none") {
        view in
        view.renderer.table(
          view.page.listedIndicators, in: view.frame, prefix: "section", frameName: view.page.title,
          namedAbove: view.page.department)
      },
      .list("updates", "what was said of the section, the newest first") { view in
        view.renderer.updates(about: .section(view.ref), on: view.frame.route, view.frame.language)
      },
      .optionalText("own-feed", "nothing: a section has no feed of its own") { _ in nil },
      .list("subjects", "what the page is an update of") { view -> [LinkView] in
        let site = view.renderer.site
        guard let update = site.updates.all.first(where: { $0.page == view.ref }) else { return [] }
        return update.subjects.map {
          LinkView(title: site.name(of: $0), url: site.links.link(from: view.frame.route, to: site.route(of: $0)))
        }
      },
      .optionalText("level", "what the plan calls sections like this one, such as Pillar") { $0.page.level },
      .html("actions", "the actions of the section that its text does not show; empty if there are none") { view in
        view.renderer.actionTable(
          view.renderer.listedActions(of: view.ref), in: view.frame,
          frameName: view.renderer.frameName(ofActionsOf: view.page.title, view.frame.language),
          namedAbove: view.page.department)
      },
      .optionalView("previous", "the section before") { view in
        view.page.previous.map { view.renderer.link(from: view.frame.route, toPage: $0) }
      },
      .optionalView("next", "the section after") { view in
        view.page.next.map { view.renderer.link(from: view.frame.route, toPage: $0) }
      },
      .list("indicators", "the section's own indicators, for tables of a theme's own") { view in
        view.page.ownIndicators.map {
          SectionIndicatorView(
            site: view.renderer.site, ref: $0, route: view.frame.route, language: view.page.language)
        }
      },
    ])

  /// The plan's sections for the side navigation; only the branch of this page is expanded.
  private var contents: [ContentsView] {
    guard let plan = page.plan else { return [] }
    let site = renderer.site
    var open: Set<PageRef> = [ref]
    var above = page.parent
    while let parent = above {
      open.insert(parent)
      above = site.pages[parent].parent
    }
    func entries(_ sections: [PageRef]) -> [ContentsView] {
      near(sections, open).map { section in
        let isOpen = open.contains(section)
        return ContentsView(
          renderer: renderer, section: section, route: frame.route, isCurrent: section == ref, isOpen: isOpen,
          children: isOpen ? entries(site.pages[section].children) : [])
      }
    }
    return entries(site.plans[plan].chapters)
  }

  /// The sections near this page, if there are very many on one level. The plan's page lists all; if each page did, a
  /// plan would grow with the square of its sections.
  private func near(_ sections: [PageRef], _ open: Set<PageRef>) -> ArraySlice<PageRef> {
    guard sections.count > SectionPageView.longLevel else { return sections[...] }
    // The one that is open is an ancestor of this page, or this page.
    let place =
      open.lazy.filter { renderer.site.pages[$0].parent == renderer.site.pages[sections[0]].parent }
      .map { renderer.site.pages[$0].place }.first ?? 0
    let start = min(max(0, place - SectionPageView.longLevel / 2), sections.count - SectionPageView.longLevel)
    return sections[start..<start + SectionPageView.longLevel]
  }

  private static let longLevel = 60

  private var children: [ContentsView] {
    let site = renderer.site
    return page.children.map { child in
      ContentsView(
        renderer: renderer, section: child, route: frame.route,
        children: site.pages[child].children.map {
          ContentsView(renderer: renderer, section: $0, route: frame.route)
        })
    }
  }

  /// The level 2 headings with their level 3 headings; empty if there is only one heading.
  private var headings: [HeadingView] {
    let all = page.parsed.document.body.headings
    let range = (page.takesTitleFromText ? 1 : 0)..<all.endIndex
    guard range.count > 1 else { return [] }
    var views: [HeadingView] = []
    views.reserveCapacity(range.count)
    /// The current level 2 heading; `children` collects the headings below it.
    var open: Int?
    var children: [HeadingView] = []
    func view(of index: Int, _ children: [HeadingView]) -> HeadingView {
      HeadingView(title: all.html(index), url: all.link(index), children: children)
    }
    func close() {
      guard let heading = open else { return }
      views.append(view(of: heading, children))
      children = []
    }
    for index in range where all.isTopLevel(index) {
      let level = all.level(index)
      if level <= 2 || open == nil {
        close()
        open = index
      } else if level == 3 {
        children.append(view(of: index, []))
      }
    }
    close()
    return views
  }
}

/// The page that a host shows for an address that does not exist: template `not-found`. It cannot know in which
/// language its reader came, so it speaks all languages of the site.
struct NotFoundPageView: TemplateView {
  let frame: Frame

  static let fields = ViewFields<Self>(
    "NotFoundPage", including: { $0.frame },
    [
      .list("other-languages", "the same words in the other languages of the site") { view in
        let settings = view.frame.renderer.site.settings
        return settings.languages.indices.filter { $0 != settings.edition }.map {
          NotFoundWordsView(frame: view.frame, number: $0)
        }
      }
    ])
}

/// The texts of the page for an address that does not exist, in another language of the site.
struct NotFoundWordsView: TemplateView {
  let frame: Frame
  /// The number of the language.
  let number: Int

  private var language: Language { frame.renderer.site.settings.languages[number] }

  static let fields = ViewFields<Self>(
    "NotFoundWords",
    [
      .text("tag", "the language, such as zh-CN") { $0.language.tag },
      .text("direction", "rtl for a language written from right to left, else ltr") {
        $0.language.words.direction.rawValue
      },
      .text("title", "that there is no such page") { $0.language.words[.notFound] },
      .text("text", "what to do") { $0.language.words[.notFoundText] },
      .text("home-title", "the words of the link to the front page") { $0.language.words[.notFoundHome] },
      .text("home", "address of the front page in the language") {
        $0.frame.renderer.site.link(from: $0.frame.route, to: .root, inEdition: $0.number)
      },
    ])
}

/// A page that redirects to another: template `redirect`.
struct RedirectView: TemplateView {
  let renderer: SiteRenderer
  let ref: RedirectRef

  private var site: ResolvedSite { renderer.site }
  private var target: ResolvedPage { site.pages[site.routes.redirects[ref].page] }

  static let fields = ViewFields<Self>(
    "Redirect",
    [
      .text("language", "the page's language") { $0.target.language.tag },
      .optionalText("direction", "rtl for a language written from right to left") {
        $0.target.language.words.direction == .rightToLeft ? "rtl" : nil
      },
      .text("title", "the title of the page that it leads to") { $0.target.title },
      .text("url", "its address") {
        $0.site.links.link(from: $0.site.routes.redirects[$0.ref].route, to: $0.target.route)
      },
      .optionalText("canonical", "its full address; only with base-url") {
        $0.site.links.absolute($0.target.route)
      },
      .evaluatedView("words", "the theme's words") { $0.renderer.frames.view($0.target.language) },
    ])
}

extension CalendarDate {
  func view(title: String, url: String, in language: Language) -> DatedLinkView {
    DatedLinkView(title: title, url: url, date: text(language.words), isoDate: description, summary: nil)
  }
}
