import Markup
import Templates

/// A plan's progress on one page: template `progress`.
struct ProgressPageView {
  var frame: FrameView
  var plan: PlanView
  var statusBar: HTML
  var byCategory: HTML
  var byProgramme: HTML
  var since: String?
  var changes: [ChangeView]
  var milestones: HTML
  var charts: [ChartView]
  var rule: String

  static let shape = ViewShape(
    "ProgressPage",
    FrameView.fields + [
      .view("plan", "the plan", PlanView.shape),
      .html("status-bar", "how many indicators have each status, as one bar"),
      .html("by-category", "a table of categories and statuses; empty where there are no categories"),
      .html("by-programme", "a table of programmes and statuses; empty where there are none"),
      .text("since", "the period that changes are counted from", optional: true),
      .list("changes", "indicators whose status is another one than then", ChangeView.shape),
      .html("milestones", "all milestones on one line of years; empty where there are fewer than two"),
      .list("charts", "a small chart for each indicator that has a page", ChartView.shape),
      .text("rule", "the rule by which statuses are judged"),
    ])

  var view: View {
    frame.view(
      Self.shape,
      [
        .view(plan.view), .html(statusBar), .html(byCategory), .html(byProgramme), since.value,
        .list(changes.map(\.view)), .html(milestones), .list(charts.map(\.view)), .text(rule),
      ])
  }
}

/// An indicator with its status then and now.
struct ChangeView {
  let title: String
  let url: String?
  let before: HTML
  let after: HTML

  static let shape = ViewShape(
    "Change",
    [
      .text("title", "the indicator's name"), .text("url", "its address", optional: true),
      .html("before", "its status then"), .html("after", "its status now"),
    ])

  var view: View { View(Self.shape, [.text(title), url.value, .html(before), .html(after)]) }
}

/// A small chart with its title.
struct ChartView {
  let title: String
  let url: String
  let chart: HTML
  let badge: HTML

  static let shape = ViewShape(
    "Chart",
    [
      .text("title", "the indicator's name"), .text("url", "its address"), .html("chart", "its figures as a picture"),
      .html("badge", "its status: shape, word and colour"),
    ])

  var view: View { View(Self.shape, [.text(title), .text(url), .html(chart), .html(badge)]) }
}
