import Markup
import Templates

/// The front page of a site: template `home`.
struct HomeView {
  var frame: FrameView
  var content: HTML
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
    View(
      Self.shape,
      frame.values + [
        .html(content), .list(plans.map(\.view)), .list(statuses.map(\.view)), .text(String(indicatorCount)),
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
  var content: HTML
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
    View(
      Self.shape,
      frame.values + [
        .html(content), .view(plan.view), .html(indicatorTable), .list(programmes.map(\.view)),
      ])
  }
}

/// A section, or a page beside the plans: templates `section` and `page`.
struct SectionPageView {
  var frame: FrameView
  var number: String?
  var content: HTML
  var summary: String?
  var date: DatedLinkView?
  var updated: DatedLinkView?
  var department: LinkView?
  var tags: [String]
  var plan: LinkView?
  var contents: [ContentsView]
  var headings: [HeadingView]
  var children: [ContentsView]
  var indicatorTable: HTML
  var previous: LinkView?
  var next: LinkView?

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
    ])

  var view: View {
    View(
      Self.shape,
      frame.values + [
        number.value, .html(content), summary.value, date.value, updated.value, department.value,
        .list(tags.map { NoteView(text: $0).view }), plan.value, .list(contents.map(\.view)),
        .list(headings.map(\.view)), .list(children.map(\.view)), .html(indicatorTable), previous.value, next.value,
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
  let content: HTML
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
        number.value, .text(title), .text(anchor), .html(heading), .html(content), .html(indicatorTable),
        .flag(level == 2),
      ])
  }

  private var heading: HTML {
    var html = HTML()
    html.bytes.append(verbatim: "<h\(level)")
    html.bytes.append(attribute: "id", anchor)
    html.bytes.append(markup: ">")
    if let number {
      html.bytes.append(markup: "<span class=\"number\">")
      html.bytes.appendEscaped(number)
      html.bytes.append(markup: "</span> ")
    }
    html.bytes.appendEscaped(title)
    html.bytes.append(verbatim: "</h\(level)>")
    return html
  }
}

/// A whole plan on one page: template `full`.
struct FullPageView {
  var frame: FrameView
  var plan: PlanView
  var introduction: HTML
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
    View(
      Self.shape,
      frame.values + [
        .view(plan.view), .html(introduction), .list(contents.map(\.view)), .list(sections.map(\.view)),
        .html(indicatorTable),
      ])
  }
}

/// All indicators: template `indicators`.
struct IndicatorsPageView {
  var frame: FrameView
  var statuses: [StatusCountView]
  var statusBar: HTML
  var alerts: [AlertView]
  var indicatorCount: Int
  var tables: [PlanTableView]
  var downloads: [LinkView]

  static let shape = ViewShape(
    "IndicatorsPage",
    FrameView.fields + [
      .list("statuses", "how many indicators have each status", StatusCountView.shape),
      .html("status-bar", "the same as one bar"),
      .list("alerts", "binding indicators that are missed, breached, reversing or behind", AlertView.shape),
      .text("indicator-count", "how many indicators there are"),
      .list("tables", "a table for each plan that has indicators", PlanTableView.shape),
      .list("downloads", "all figures as files: CSV, JSON, the data package", LinkView.shape),
    ])

  var view: View {
    View(
      Self.shape,
      frame.values + [
        .list(statuses.map(\.view)), .html(statusBar), .list(alerts.map(\.view)), .text(String(indicatorCount)),
        .list(tables.map(\.view)), .list(downloads.map(\.view)),
      ])
  }
}

/// An indicator that needs attention.
struct AlertView {
  let title: String
  let url: String?
  let badge: HTML

  static let shape = ViewShape(
    "Alert",
    [
      .text("title", "the indicator's name"), .text("url", "its address", optional: true),
      .html("badge", "its status: shape, word and colour"),
    ])

  var view: View { View(Self.shape, [.text(title), url.value, .html(badge)]) }
}

/// A plan's table on the page of all indicators.
struct PlanTableView {
  let plan: LinkView
  let table: HTML

  static let shape = ViewShape(
    "PlanTable",
    [.view("plan", "the plan", LinkView.shape), .html("table", "its indicators")])

  var view: View { View(Self.shape, [.view(plan.view), .html(table)]) }
}

/// One indicator: template `indicator`.
struct IndicatorPageView {
  var frame: FrameView
  var indicator: IndicatorView
  var downloads: [LinkView]
  var citation: String
  var dataset: HTML

  static let shape = ViewShape(
    "IndicatorPage",
    FrameView.fields + [
      .view("indicator", "the indicator", IndicatorView.shape),
      .list("downloads", "its figures as files: CSV, JSON", LinkView.shape),
      .text("citation", "how to cite it"),
      .html("dataset", "the page as a schema.org Dataset, for its head"),
    ])

  var view: View {
    View(
      Self.shape,
      frame.values + [.view(indicator.view), .list(downloads.map(\.view)), .text(citation), .html(dataset)])
  }
}

/// A programme or a department: templates `programme` and `department`.
struct RegisterEntryPageView {
  var frame: FrameView
  var summary: String?
  var plan: LinkView?
  var promise: LinkView?
  var parent: LinkView?
  var website: String?
  var aliases: [String]
  var department: LinkView?
  var children: [LinkView]
  var sections: [LinkView]
  var indicatorTable: HTML

  static let shape = ViewShape(
    "RegisterEntryPage",
    FrameView.fields + [
      .text("summary", "what it is", optional: true),
      .view("plan", "a programme's plan", optional: true, LinkView.shape),
      .view("promise", "the section that announces a programme", optional: true, LinkView.shape),
      .view("parent", "the programme that this one is part of", optional: true, LinkView.shape),
      .text("website", "a department's own site", optional: true),
      .list("aliases", "other names", NoteView.shape),
      .view("department", "who answers for a programme", optional: true, LinkView.shape),
      .list("children", "the programmes that are part of this one", LinkView.shape),
      .list("sections", "the sections a department answers for", LinkView.shape),
      .html("indicator-table", "its indicators; empty where there is none"),
    ])

  var view: View {
    View(
      Self.shape,
      frame.values + [
        summary.value, plan.value, promise.value, parent.value, website.value,
        .list(aliases.map { NoteView(text: $0).view }), department.value, .list(children.map(\.view)),
        .list(sections.map(\.view)), .html(indicatorTable),
      ])
  }
}

/// A list of programmes or departments: templates `programmes` and `departments`.
struct RegisterPageView {
  var frame: FrameView
  var groups: [RegisterGroupView]

  static let shape = ViewShape(
    "RegisterPage",
    FrameView.fields + [.list("groups", "the entries, by plan", RegisterGroupView.shape)])

  var view: View { View(Self.shape, frame.values + [.list(groups.map(\.view))]) }
}

/// The entries of one plan.
struct RegisterGroupView {
  let plan: LinkView?
  let entries: [RegisterEntryView]

  static let shape = ViewShape(
    "RegisterGroup",
    [
      .view("plan", "the plan", optional: true, LinkView.shape),
      .list("entries", "its programmes or departments", RegisterEntryView.shape),
    ])

  var view: View { View(Self.shape, [plan.value, .list(entries.map(\.view))]) }
}

/// A programme or a department in a list.
struct RegisterEntryView {
  let name: String
  let url: String
  let summary: String?
  let indicatorCount: Int
  let children: [LinkView]

  static let shape = ViewShape(
    "RegisterEntry",
    [
      .text("name", "its name"), .text("url", "its address"), .text("summary", "what it is", optional: true),
      .text("indicator-count", "how many indicators it has"), .flag("has-indicators", "whether it has any"),
      .list("children", "the programmes that are part of it", LinkView.shape),
    ])

  var view: View {
    View(
      Self.shape,
      [
        .text(name), .text(url), summary.value, .text(String(indicatorCount)), .flag(indicatorCount > 0),
        .list(children.map(\.view)),
      ])
  }
}

/// The terms: template `glossary`.
struct GlossaryPageView {
  var frame: FrameView
  var terms: [TermView]

  static let shape = ViewShape(
    "GlossaryPage", FrameView.fields + [.list("terms", "every term", TermView.shape)])

  var view: View { View(Self.shape, frame.values + [.list(terms.map(\.view))]) }
}

/// One term.
struct TermView {
  let term: String
  let anchor: String
  let definition: String
  let english: String?
  let aliases: [String]

  static let shape = ViewShape(
    "Term",
    [
      .text("term", "the term"), .text("anchor", "its id on the page"), .text("definition", "what it means"),
      .text("english", "the term in English", optional: true), .list("aliases", "other words for it", NoteView.shape),
    ])

  var view: View {
    View(
      Self.shape,
      [
        .text(term), .text(anchor), .text(definition), english.value,
        .list(aliases.map { NoteView(text: $0).view }),
      ])
  }
}

/// A page without content of its own: template `not-found`.
struct PlainPageView {
  var frame: FrameView

  static let shape = ViewShape("PlainPage", FrameView.fields)

  var view: View { View(Self.shape, frame.values) }
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
