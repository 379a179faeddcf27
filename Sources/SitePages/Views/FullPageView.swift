import Bytes
import Markup
import SiteModel
import Templates

/// The page of a whole plan: template `full`.
struct FullPageView: PageView {
  let frame: Frame
  let ref: PlanRef
  private let text: WholeText

  init(frame: Frame, ref: PlanRef) {
    self.frame = frame
    self.ref = ref
    text = WholeText(frame: frame, readingOrder: frame.renderer.site.plans[ref].readingOrder, homeAnchor: "plan")
  }

  private var renderer: SiteRenderer { frame.renderer }
  private var plan: ResolvedPlan { frame.renderer.site.plans[ref] }

  var template: PageTemplate { .full }

  static let fields = ViewFields<Self>(
    "FullPage", including: { $0.frame },
    [
      .view("plan", "the plan") { $0.renderer.planView($0.ref, in: $0.frame) },
      .optionalView("answer", "how the plan is going; only if it has indicators") {
        AnswerView(of: $0.ref, in: $0.frame, limit: 6)
      },
      .optionalView("action-answer", "what is late, and who answers for it; only if it has actions") {
        ActionAnswerView(ofWhole: $0.ref, in: $0.frame)
      },
      .deferredHTML("introduction", "the text of the plan's home page") { view in
        view.renderer.content(
          of: view.plan.page, on: view.frame.route, anchorPrefix: "\(view.text.anchor(of: view.plan.page))-")
      },
      .list("contents", "the plan's sections, with links to their headings on this page") { $0.text.contents },
      .list("sections", "every section in reading order") { $0.text.sections },
      .html("indicator-table", "every indicator of the plan; empty if there is none") { view in
        view.renderer.table(
          view.plan.indicators, in: view.frame, prefix: "plan",
          frameName: view.renderer.site.pages[view.plan.page].title)
      },
      .list("changed-dates", "its actions whose dates were changed") { view in
        view.renderer.changedDates(view.renderer.moved(view.actions), in: view.frame)
      },
      .optionalText("more-changed-dates", "nothing: all of them are listed") { _ in nil },
      .html("actions", "every action of the plan by chapter; empty if there are none") {
        ActionPlanView(frame: $0.frame, plan: $0.ref, page: nil).table
      },
    ])

  private var actions: [ActionRef] { renderer.site.actionIndex.of(ref) }
}

/// A page and its sections in reading order, on one page.
struct WholeText {
  let frame: Frame
  private let readingOrder: [PageRef]
  private let homeAnchor: String
  /// Sections whose id another section before them has: `a-b` beside `a/b`.
  private let namesakes: Set<PageRef>

  init(frame: Frame, readingOrder: [PageRef], homeAnchor: String) {
    self.frame = frame
    self.readingOrder = readingOrder
    self.homeAnchor = homeAnchor
    let pages = frame.renderer.site.pages
    var known: Set<String> = []
    namesakes = Set(
      readingOrder.filter { section in
        !known.insert(WholeText.dashed(WholeText.path(of: section, below: readingOrder[0], pages))).inserted
      })
  }

  private var renderer: SiteRenderer { frame.renderer }

  /// The sections, with links to their headings on the page.
  var contents: [ContentsView] { renderer.site.pages[readingOrder[0]].children.map(entry) }

  var sections: [FullSectionView] { readingOrder.dropFirst().map { FullSectionView(text: self, section: $0) } }

  private func entry(_ section: PageRef) -> ContentsView {
    ContentsView(
      renderer: renderer, section: section, route: frame.route, url: "#\(anchor(of: section))", showsSummary: false,
      children: renderer.site.pages[section].children.map(entry))
  }

  /// The id of a section on the page: its path relative to the first page, with `-` for `/` unless another section has
  /// that id.
  func anchor(of section: PageRef) -> String {
    let path = WholeText.path(of: section, below: readingOrder[0], renderer.site.pages)
    if path.isEmpty { return homeAnchor }
    return "section-" + (namesakes.contains(section) ? path + "/" : WholeText.dashed(path))
  }

  private static func dashed(_ path: String) -> String {
    String(decoding: path.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }

  private static func path(of section: PageRef, below home: PageRef, _ pages: Table<PageTag, ResolvedPage>) -> String {
    let home = pages[home].route.bare
    return String(
      decoding: pages[section].route.bare.utf8.dropFirst(home.isEmpty ? 0 : home.utf8.count + 1), as: UTF8.self)
  }

  /// The prefix of the ids in a section's text. Two dashes if with one of them an id would be that of a section inside, or of
  /// something in its text: heading `Water` of `ecology` beside section `ecology/water`.
  fileprivate func idPrefix(of section: PageRef) -> String {
    let page = renderer.site.pages[section]
    let anchor = anchor(of: section)
    guard !page.children.isEmpty else { return "\(anchor)-" }
    let inside = Set(page.children.map { self.anchor(of: $0) })
    let document = page.parsed.document
    let ids = document.headings.lazy.map(\.anchor) + document.ids.map(\.value)
    let meets = ids.contains { id in
      var name = anchor
      return id.split(separator: "-", omittingEmptySubsequences: false).contains { part in
        name += "-\(part)"
        return inside.contains(name)
      }
    }
    return meets ? "\(anchor)--" : "\(anchor)-"
  }
}

/// One section on the page of a whole plan or report.
struct FullSectionView: TemplateView {
  let text: WholeText
  let section: PageRef

  private var renderer: SiteRenderer { text.frame.renderer }
  private var resolved: ResolvedPage { text.frame.renderer.site.pages[section] }
  private var anchor: String { text.anchor(of: section) }
  /// The heading level: 2 for a chapter, 3 for a section in it, up to 6.
  private var level: Int { min(resolved.depth + 1, 6) }

  static let fields = ViewFields<Self>(
    "FullSection",
    [
      .optionalText("number", "the section's number") { $0.resolved.number },
      .text("title", "its title") { $0.resolved.title },
      .optionalText("text-language", "the language of its text, if it is another") {
        $0.resolved.parsed.untranslated?.tag
      },
      .optionalText("text-direction", "the direction of its text, if it is another: ltr or rtl") { view in
        view.resolved.parsed.untranslated.flatMap { text in
          text.words.direction == view.text.frame.language.words.direction ? nil : text.words.direction.rawValue
        }
      },
      .text("anchor", "its id on the page") { $0.anchor },
      .html("heading", "its heading, at the level of its depth") { $0.heading },
      .deferredHTML("content", "its text") { view in
        view.renderer.content(
          of: view.section, on: view.text.frame.route, headingShift: view.resolved.depth,
          anchorPrefix: view.text.idPrefix(of: view.section))
      },
      .html("indicator-table", "its own indicators that its text does not show; empty if there is none") { view in
        view.renderer.table(
          view.resolved.listedIndicators.map { view.renderer.site.indicators[$0] }, of: view.text.frame.route,
          language: view.resolved.language, prefix: view.anchor, frameName: view.resolved.title)
      },
      .html("actions", "its actions that its text does not show; empty if there are none") { view in
        view.renderer.actionTable(
          view.renderer.listedActions(of: view.section), on: view.text.frame.route, view.resolved.language,
          frameName: view.renderer.frameName(ofActionsOf: view.resolved.title, view.resolved.language))
      },
      .flag("is-chapter", "whether it is a first-level section") { $0.level == 2 },
    ])

  private var heading: HTML {
    var html = ByteBuffer()
    html.append(markup: "<h")
    html.append(decimal: level)
    html.append(attribute: "id", anchor)
    html.append(markup: ">")
    if let number = resolved.number {
      html.append(markup: "<span class=\"number\">")
      html.appendEscaped(number)
      html.append(markup: "</span> ")
    }
    html.appendEscaped(resolved.title)
    html.append(markup: "</h")
    html.append(decimal: level)
    html.append(markup: ">")
    return HTML(bytes: html.array)
  }
}
