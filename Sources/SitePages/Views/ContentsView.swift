import Bytes
import Markup
import Templates

/// One entry of a contents list: a section with those below it.
struct ContentsView {
  let number: String?
  let title: String
  let url: String
  var summary: String?
  var isCurrent = false
  /// Whether the entries below are shown.
  var isOpen = false
  var children: [ContentsView] = []
  var department: String?
  var indicatorCount = 0
  var indicators: [View] = []

  static let shape: ViewShape = ViewShape(
    "ContentsEntry",
    [
      .text("number", "the section's number, as 第一章", optional: true),
      .text("title", "the section's title"),
      .text("url", "its address"),
      .text("summary", "its summary", optional: true),
      .flag("is-current", "whether it is this page"),
      .flag("is-open", "whether this page is it or below it"),
      .list("children", "the sections below it", ContentsView.shape),
      .text("department", "who answers for it", optional: true),
      .text("indicator-count", "how many indicators of its own it has"),
      .list("indicators", "its own indicators", IndicatorNameView.shape),
    ])

  var view: View {
    View(
      Self.shape,
      [
        number.value, .text(title), .text(url), summary.value, .flag(isCurrent), .flag(isOpen),
        .list(children.map(\.view)), department.value, .text(String(indicatorCount)), .list(indicators),
      ])
  }
}

/// An indicator by its name.
struct IndicatorNameView {
  let name: String
  let url: String?

  static let shape = ViewShape(
    "IndicatorName", [.text("name", "its name"), .text("url", "its address", optional: true)])

  var view: View { View(Self.shape, [.text(name), url.value]) }
}

/// One heading of the page itself.
struct HeadingView {
  let title: ByteSlice
  let url: ByteSlice
  let children: [View]

  static let shape: ViewShape = ViewShape(
    "Heading",
    [
      .html("title", "the heading's text, with its emphasis"),
      .text("url", "its address on the page, as #heading"),
      .list("children", "the headings below it", HeadingView.shape),
    ])

  var view: View {
    View(Self.shape, [.htmlSlice(title), .textSlice(url), .list(children)])
  }
}

/// How many indicators have one status.
struct StatusCountView {
  let code: String
  let word: String
  let count: Int
  let badge: HTML

  static let shape = ViewShape(
    "StatusCount",
    [
      .text("code", "the status, as on-track; for a class name"),
      .text("word", "the status in the page's language"),
      .text("count", "how many indicators have it"),
      .html("badge", "its shape, word and colour together"),
    ])

  var view: View { View(Self.shape, [.text(code), .text(word), .text(String(count)), .html(badge)]) }
}

/// A plan as its own page, the front page and feeds show it.
struct PlanView {
  var title: String
  var shortTitle: String
  var url: String
  var fullURL: String
  var progressURL: String?
  var summary: String?
  var period: String
  var publisher: String?
  var source: String?
  var region: String?
  var adopted: String?
  var sectionCount: Int
  var indicatorCount: Int
  var statuses: [StatusCountView]
  var chapters: [ContentsView]

  static let shape = ViewShape(
    "Plan",
    [
      .text("title", "the plan's title"),
      .text("short-title", "its short title, or its title"),
      .text("url", "address of its home page"),
      .text("full-url", "address of the whole plan on one page"),
      .text("progress-url", "address of its progress on one page; with indicators only", optional: true),
      .text("summary", "its summary", optional: true),
      .text("period", "its years, as 2021–2025"),
      .text("publisher", "who publishes it", optional: true),
      .text("source", "where its text comes from", optional: true),
      .text("region", "where it applies", optional: true),
      .text("adopted", "the day it was adopted", optional: true),
      .text("section-count", "how many sections it has"),
      .text("indicator-count", "how many indicators it has"),
      .flag("has-indicators", "whether it has any"),
      .list("statuses", "how many indicators have each status, where any has", StatusCountView.shape),
      .list("chapters", "its first-level sections with those below", ContentsView.shape),
    ])

  var view: View {
    View(
      Self.shape,
      [
        .text(title), .text(shortTitle), .text(url), .text(fullURL), progressURL.value, summary.value, .text(period),
        publisher.value,
        source.value, region.value, adopted.value, .text(String(sectionCount)), .text(String(indicatorCount)),
        .flag(indicatorCount > 0), .list(statuses.map(\.view)), .list(chapters.map(\.view)),
      ])
  }
}
