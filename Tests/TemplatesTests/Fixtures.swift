import Bytes
import Diagnostics
import Markup
import Templates

/// The views of a small site: a page in a plan, with a tree of links and a table.
enum Shapes {
  static let page = ViewShape(
    "page",
    [
      .text("title", "The page's title"),
      .html("body", "The text"),
      .text("summary", "What it is about", optional: true),
      .flag("isDraft", "Not to be published"),
      .view("plan", "The plan that it belongs to", optional: true, plan),
      .list("nav", "The contents", link),
      .text("layout", "The name of a template"),
    ])
  static let plan = ViewShape("plan", [.text("name", "Its name"), .text("period", "Its years | from and to")])
  static let link: ViewShape = ViewShape(
    "link", [.text("label", "What to show"), .text("url", "Where it leads"), .list("children", "Links below", link)])
}

/// Views of those shapes.
enum Views {
  static func page(
    title: String = "Talent", body: String = "<p>Text</p>", summary: String? = nil, isDraft: Bool = false,
    plan: View? = nil, nav: [View] = [], layout: String = ""
  ) -> View {
    View(
      Shapes.page,
      [
        .text(title), .html(HTML(bytes: Array(body.utf8))), summary.map { .text($0) } ?? .absent,
        .flag(isDraft), plan.map { .view($0) } ?? .absent, .list(nav), .text(layout),
      ])
  }

  static func plan(_ name: String) -> View {
    View(Shapes.plan, [.text(name), .text("2021–2025")])
  }

  static func link(_ label: String, _ children: [View] = []) -> View {
    View(Shapes.link, [.text(label), .text("/\(label)/"), .list(children)])
  }
}

/// Compiles templates for the page view; `page` is the root.
func compile(_ sources: [String: String], siteProvided: Set<String> = []) -> Checked<TemplateSet> {
  TemplateSet.compile(
    sources.reduce(into: [:]) { $0[$1.key] = SourceText(path: "Templates/\($1.key).html", text: $1.value) },
    roots: [.init(name: "page", shape: Shapes.page)], siteProvided: siteProvided)
}

/// What a person reads; empty where nothing is wrong.
func findings(_ sources: [String: String], siteProvided: Set<String> = []) -> String {
  DiagnosticPrinter(format: .text).print(compile(sources, siteProvided: siteProvided).diagnostics)
}

/// The rendered root, or what is wrong.
func rendered(_ sources: [String: String], _ view: View = Views.page()) -> String {
  let result = compile(sources)
  guard let set = result.value else { return findings(sources) }
  var output = ByteBuffer()
  set.render("page", view, into: &output)
  return String(decoding: output.array, as: UTF8.self)
}
