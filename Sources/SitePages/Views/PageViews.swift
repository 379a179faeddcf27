import Bytes
import Markup
import Templates

/// The front page of a site: template `home`.
struct HomeView {
  var frame: FrameView
  var content: LateHTML
  var plans: [PlanView]
  var statuses: [StatusCountView]
  var indicatorCount: Int
  var updates: [DatedLinkView]

  static let shape = ViewShape(
    "Home",
    FrameView.fields + [
      .html("content", "the page's text"),
      .list("plans", "every plan of the site", PlanView.shape),
      .list("statuses", "how many indicators of the site have each status", StatusCountView.shape),
      .text("indicator-count", "how many indicators the site has"),
      .list("updates", "the newest pages that have a date", DatedLinkView.shape),
    ])

  var view: View {
    frame.view(
      Self.shape,
      [
        .late(content), .list(plans.map(\.view)), .list(statuses.map(\.view)), .text(String(indicatorCount)),
        .list(updates.map(\.view)),
      ])
  }
}

/// A page with its date.
struct DatedLinkView {
  let title: String
  let url: String
  let date: String
  /// ISO 8601.
  let isoDate: String

  static let shape = ViewShape(
    "DatedLink",
    [
      .text("title", "what it leads to"), .text("url", "its address"), .text("date", "its date in words"),
      .text("iso-date", "its date as 2024-03-05"),
    ])

  var view: View { View(Self.shape, [.text(title), .text(url), .text(date), .text(isoDate)]) }
}

/// A plan's home page: template `plan`.
struct PlanPageView {
  var frame: FrameView
  var content: LateHTML
  var plan: PlanView
  var indicatorTable: HTML
  var programmes: [LinkView]

  static let shape = ViewShape(
    "PlanPage",
    FrameView.fields + [
      .html("content", "the page's text"),
      .view("plan", "the plan", PlanView.shape),
      .html("indicator-table", "every indicator of the plan; empty where there is none"),
      .list("programmes", "the programmes of the plan", LinkView.shape),
    ])

  var view: View {
    frame.view(
      Self.shape,
      [
        .late(content), .view(plan.view), .html(indicatorTable), .list(programmes.map(\.view)),
      ])
  }
}

/// A section, or a page beside the plans: templates `section` and `page`.
struct SectionPageView {
  var frame: FrameView
  var number: String?
  var content: LateHTML
  var summary: String?
  var date: DatedLinkView?
  var updated: DatedLinkView?
  var department: LinkView?
  var tags: [String]
  var plan: LinkView?
  var contents: [ContentsView]
  var headings: [View]
  var children: [ContentsView]
  var indicatorTable: HTML
  var previous: LinkView?
  var next: LinkView?
  var indicators: [View]

  static let shape = ViewShape(
    "SectionPage",
    FrameView.fields + [
      .text("number", "the section's number, as 第一章", optional: true),
      .html("content", "the page's text"),
      .text("summary", "its summary", optional: true),
      .view("date", "its date", optional: true, DatedLinkView.shape),
      .view("updated", "the day of its last change", optional: true, DatedLinkView.shape),
      .view("department", "who answers for it", optional: true, LinkView.shape),
      .list("tags", "its tags", NoteView.shape),
      .view("plan", "the plan it belongs to", optional: true, LinkView.shape),
      .list("contents", "the plan's sections, this one open", ContentsView.shape),
      .list("headings", "the page's own headings", HeadingView.shape),
      .list("children", "the sections below this one", ContentsView.shape),
      .html("indicator-table", "the section's own indicators; empty where there is none"),
      .view("previous", "the section before", optional: true, LinkView.shape),
      .view("next", "the section after", optional: true, LinkView.shape),
      .list("indicators", "the section's own indicators, for tables of a theme's own", SectionIndicatorView.shape),
    ])

  var view: View {
    frame.view(
      Self.shape,
      [
        number.value, .late(content), summary.value, date.value, updated.value, department.value,
        .list(tags.map { NoteView(text: $0).view }), plan.value, .list(contents.map(\.view)),
        .list(headings), .list(children.map(\.view)), .html(indicatorTable), previous.value, next.value,
        .list(indicators),
      ])
  }
}

extension Optional where Wrapped == DatedLinkView {
  var value: ViewValue { self.map { .view($0.view) } ?? .absent }
}

/// One section of a plan on the page that holds the whole plan.
struct FullSectionView {
  let number: String?
  let title: String
  let anchor: String
  /// 2 for a chapter, 3 for a section in it … 6.
  let level: Int
  let content: LateHTML
  let indicatorTable: HTML

  static let shape = ViewShape(
    "FullSection",
    [
      .text("number", "the section's number", optional: true),
      .text("title", "its title"),
      .text("anchor", "its id on the page"),
      .html("heading", "its heading, at the level of its depth"),
      .html("content", "its text"),
      .html("indicator-table", "its own indicators; empty where there is none"),
      .flag("is-chapter", "whether it is of the first level"),
    ])

  var view: View {
    View(
      Self.shape,
      [
        number.value, .text(title), .text(anchor), .html(heading), .late(content), .html(indicatorTable),
        .flag(level == 2),
      ])
  }

  private var heading: HTML {
    var html = ByteBuffer()
    html.append(markup: "<h")
    html.append(decimal: level)
    html.append(attribute: "id", anchor)
    html.append(markup: ">")
    if let number {
      html.append(markup: "<span class=\"number\">")
      html.appendEscaped(number)
      html.append(markup: "</span> ")
    }
    html.appendEscaped(title)
    html.append(markup: "</h")
    html.append(decimal: level)
    html.append(markup: ">")
    return HTML(bytes: html.array)
  }
}

/// A whole plan on one page: template `full`.
struct FullPageView {
  var frame: FrameView
  var plan: PlanView
  var introduction: LateHTML
  var sections: [FullSectionView]
  var contents: [ContentsView]
  var indicatorTable: HTML

  static let shape = ViewShape(
    "FullPage",
    FrameView.fields + [
      .view("plan", "the plan", PlanView.shape),
      .html("introduction", "the text of the plan's home page"),
      .list("contents", "the plan's sections, leading to their places on this page", ContentsView.shape),
      .list("sections", "every section in reading order", FullSectionView.shape),
      .html("indicator-table", "every indicator of the plan; empty where there is none"),
    ])

  var view: View {
    frame.view(
      Self.shape,
      [
        .view(plan.view), .late(introduction), .list(contents.map(\.view)), .list(sections.map(\.view)),
        .html(indicatorTable),
      ])
  }
}

/// A page without content of its own: template `not-found`.
struct PlainPageView {
  var frame: FrameView

  static let shape = ViewShape("PlainPage", FrameView.fields)

  var view: View { frame.view(Self.shape, []) }
}

/// A page that sends the reader on: template `redirect`.
struct RedirectView {
  let language: String
  let title: String
  let url: String
  let canonical: String?
  let words: ThemeWords

  static let shape = ViewShape(
    "Redirect",
    [
      .text("language", "the page's language"), .text("title", "the title of the page that it leads to"),
      .text("url", "its address"), .text("canonical", "its whole address; only with base-url", optional: true),
      .view("words", "the theme's words", ThemeWords.shape),
    ])

  var view: View {
    View(Self.shape, [.text(language), .text(title), .text(url), canonical.value, .view(words.view)])
  }
}
