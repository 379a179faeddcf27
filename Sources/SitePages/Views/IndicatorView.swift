import Markup
import Templates

/// An indicator on its own page, every figure as the reader sees it.
struct IndicatorView {
  var id: String
  var name: String
  var definition: String?
  var unit: String?
  var kind: String
  var nature: String?
  var category: String?
  var plan: LinkView
  var programme: LinkView?
  var department: LinkView?
  var supportDepartments: [LinkView]
  var baseline: String?
  var target: String
  var targetNote: String?
  var latest: String?
  var timeProgress: String?
  var progress: String?
  var margin: String?
  var achievedAverage: String?
  var requiredChange: String?
  var projection: String?
  var arithmetic: String?
  var status: StatusView
  var source: String?
  var promise: LinkView?
  var quote: String?
  var mentions: [LinkView]
  var related: [LinkView]
  var notes: [String]
  var chart: HTML
  var history: HTML
  var rule: String

  static let shape = ViewShape(
    "Indicator",
    [
      .text("id", "its id, as in its address"),
      .text("name", "its name"),
      .text("definition", "what it measures", optional: true),
      .text("unit", "its unit", optional: true),
      .text("kind", "its kind in words"),
      .text("nature", "binding or anticipatory, in words", optional: true),
      .text("category", "its category", optional: true),
      .view("plan", "its plan", LinkView.shape),
      .view("programme", "its programme", optional: true, LinkView.shape),
      .view("department", "who answers for it", optional: true, LinkView.shape),
      .list("support-departments", "who supports the lead department", LinkView.shape),
      .text("baseline", "baseline with unit and year", optional: true),
      .text("target", "target with unit and year, or its phrase"),
      .text("target-note", "how the plan words the target, as 5年内", optional: true),
      .text("latest", "latest value with unit and period", optional: true),
      .text("time-progress", "share of the time that has passed, in per cent", optional: true),
      .text("progress", "share of the way to the target, in per cent", optional: true),
      .text("margin", "distance from a floor or a ceiling", optional: true),
      .text("achieved-average", "mean yearly growth achieved", optional: true),
      .text("required-change", "change needed per year to reach the target", optional: true),
      .text("projection", "value in the target year at the pace so far", optional: true),
      .text("arithmetic", "how its progress was worked out, with its numbers", optional: true),
      .view("status", "its status", StatusView.shape),
      .text("source", "where its figures come from", optional: true),
      .view("promise", "the section in which the plan promises it", optional: true, LinkView.shape),
      .text("quote", "the sentence of the promise", optional: true),
      .list("mentions", "the other pages that show or name it", LinkView.shape),
      .list("related", "other indicators of its programme, or of its category", LinkView.shape),
      .list("notes", "remarks", NoteView.shape),
      .html("chart", "its figures as a picture; empty where there is none"),
      .html("history", "the table of all observations; empty where there is none"),
      .text("rule", "the rule by which the status is judged"),
    ])

  var view: View {
    View(
      Self.shape,
      [
        .text(id), .text(name), definition.value, unit.value, .text(kind), nature.value, category.value,
        .view(plan.view), programme.value, department.value, .list(supportDepartments.map(\.view)), baseline.value,
        .text(target), targetNote.value, latest.value, timeProgress.value, progress.value, margin.value,
        achievedAverage.value, requiredChange.value, projection.value, arithmetic.value, .view(status.view),
        source.value,
        promise.value, quote.value, .list(mentions.map(\.view)), .list(related.map(\.view)),
        .list(notes.map { NoteView(text: $0).view }), .html(chart), .html(history), .text(rule),
      ])
  }
}

/// A status with its reason.
struct StatusView {
  let code: String
  let word: String
  var reason: String?
  let badge: HTML

  static let shape = ViewShape(
    "Status",
    [
      .text("code", "the status, as on-track; for a class name"),
      .text("word", "the status in words"),
      .text("reason", "why it is so, where a rule alone does not say", optional: true),
      .html("badge", "shape, word and colour together"),
    ])

  /// Of a template that shows no status.
  static let unused = StatusView(code: "", word: "", badge: HTML()).view

  var view: View { View(Self.shape, [.text(code), .text(word), reason.value, .html(badge)]) }
}

/// A remark.
struct NoteView {
  let text: String

  static let shape = ViewShape("Note", [.text("text", "the remark")])

  var view: View { View(Self.shape, [.text(text)]) }
}
