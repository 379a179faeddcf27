import Markup
import SiteModel
import Templates

/// A section of a plan, or a page outside the plans: templates `section` and `page`.
struct SectionPageView: PageView {
  let frame: Frame
  let ref: PageRef
  /// That of a section of a plan, or of a page outside plans.
  let template: PageTemplate

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
      .list("support-departments", "the departments that support it") { view in
        view.renderer.site.support(of: view.ref).map { view.renderer.link(from: view.frame.route, toDepartment: $0) }
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
        guard let update = site.updates.update(on: view.ref) else { return [] }
        return update.subjects.map {
          LinkView(title: site.name(of: $0), url: site.links.link(from: view.frame.route, to: site.route(of: $0)))
        }
      },
      .html("badge", "the status that an update states; empty on other pages") { view in
        guard let update = view.renderer.site.updates.update(on: view.ref) else { return HTML() }
        return UpdateView.badge(of: update, view.page.language.words)
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

  /// The sections near this page, if there are very many on one level. The plan's page lists all; if each page did, a plan
  /// would grow with the square of its sections.
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
