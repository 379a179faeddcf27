import Markup
import Templates

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
