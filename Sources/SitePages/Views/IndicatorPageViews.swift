import Markup
import Templates

/// All indicators: template `indicators`.
struct IndicatorsPageView {
  var frame: FrameView
  var statuses: [StatusCountView]
  var statusBar: HTML
  var alerts: [AlertView]
  var filters: [FilterView]
  var filterScript: String
  var indicatorCount: Int
  var tables: [PlanTableView]
  var downloads: [LinkView]

  static let shape = ViewShape(
    "IndicatorsPage",
    FrameView.fields + [
      .list("statuses", "how many indicators have each status", StatusCountView.shape),
      .html("status-bar", "the same as one bar"),
      .list("alerts", "binding indicators that are missed, breached, reversing or behind", AlertView.shape),
      .list("filters", "what the tables can be filtered by, where a script does so", FilterView.shape),
      .text("filter-script", "address of the script that filters the tables"),
      .text("indicator-count", "how many indicators there are"),
      .list("tables", "a table for each plan that has indicators", PlanTableView.shape),
      .list("downloads", "all figures as files: CSV, JSON, the data package", LinkView.shape),
    ])

  var view: View {
    frame.view(
      Self.shape,
      [
        .list(statuses.map(\.view)), .html(statusBar), .list(alerts.map(\.view)),
        .list(filters.map(\.view)), .text(filterScript), .text(String(indicatorCount)),
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

/// One thing that tables can be filtered by.
struct FilterView {
  let name: String
  let label: String
  let options: [FilterOptionView]

  static let shape = ViewShape(
    "Filter",
    [
      .text("name", "plan, category, nature, status or department: rows have it as data-…"),
      .text("label", "the same in words"),
      .list("options", "the values that rows have", FilterOptionView.shape),
    ])

  var view: View { View(Self.shape, [.text(name), .text(label), .list(options.map(\.view))]) }
}

/// One value of a filter.
struct FilterOptionView: Hashable {
  let value: String
  let title: String

  static let shape = ViewShape(
    "FilterOption", [.text("value", "what a row's data-… says"), .text("title", "the same in words")])

  var view: View { View(Self.shape, [.text(value), .text(title)]) }
}

/// A plan's table on the page of all indicators.
struct PlanTableView {
  let key: String
  let plan: LinkView
  let table: HTML

  static let shape = ViewShape(
    "PlanTable",
    [
      .text("key", "the plan's value in the filters"), .view("plan", "the plan", LinkView.shape),
      .html("table", "its indicators"),
    ])

  var view: View { View(Self.shape, [.text(key), .view(plan.view), .html(table)]) }
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
    frame.view(
      Self.shape,
      [.view(indicator.view), .list(downloads.map(\.view)), .text(citation), .html(dataset)])
  }
}
