import Markup
import Templates

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
    frame.view(
      Self.shape,
      [
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

  var view: View { frame.view(Self.shape, [.list(groups.map(\.view))]) }
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

  var view: View { frame.view(Self.shape, [.list(terms.map(\.view))]) }
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
