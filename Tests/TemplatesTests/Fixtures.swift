import Bytes
import Diagnostics
import Markup
import Templates

/// The views of a small site: a page in a plan, with a tree of links.
struct PageView: TemplateView {
  var title = "Talent"
  var body = "<p>Text</p>"
  var summary: String?
  var isDraft = false
  var plan: PlanView?
  var nav: [LinkView] = []
  var layout = ""

  static let fields = ViewFields<Self>(
    "page",
    [
      .text("title", "The page's title") { $0.title },
      .html("body", "The text") { HTML(bytes: Array($0.body.utf8)) },
      .optionalText("summary", "What it is about") { $0.summary },
      .flag("isDraft", "Not to be published") { $0.isDraft },
      .optionalView("plan", "The plan that it belongs to") { $0.plan },
      .list("nav", "The contents") { $0.nav },
      .text("layout", "The name of a template") { $0.layout },
    ])
}

struct PlanView: TemplateView {
  let name: String

  init(_ name: String) { self.name = name }

  static let fields = ViewFields<Self>(
    "plan",
    [
      .text("name", "Its name") { $0.name },
      .text("period", "Its years | from and to") { _ in "2021–2025" },
    ])
}

struct LinkView: TemplateView {
  let label: String
  var children: [LinkView]

  init(_ label: String, _ children: [LinkView] = []) {
    self.label = label
    self.children = children
  }

  static let fields: ViewFields<Self> = ViewFields(
    "link",
    [
      .text("label", "What to show") { $0.label },
      .text("url", "Where it leads") { "/\($0.label)/" },
      .list("children", "Links below") { $0.children },
    ])
}

/// Compiles templates for the page view; `page` is the root.
func compile(_ sources: [String: String], siteProvided: Set<String> = []) -> Checked<TemplateSet> {
  compile(sources, for: PageView.self, siteProvided: siteProvided)
}

/// Compiles templates for any view; `page` is the root.
func compile<Model: TemplateView>(
  _ sources: [String: String], for view: Model.Type, siteProvided: Set<String> = []
) -> Checked<TemplateSet> {
  TemplateSet.compile(
    sources.reduce(into: [:]) { $0[$1.key] = SourceText(path: "Templates/\($1.key).html", text: $1.value) },
    roots: [.init(name: "page", shape: Model.shape)], siteProvided: siteProvided)
}

/// The printed findings; empty if there are none.
func findings(_ sources: [String: String], siteProvided: Set<String> = []) -> String {
  DiagnosticPrinter(format: .text).print(compile(sources, siteProvided: siteProvided).diagnostics)
}

/// The rendered root, or the findings.
func rendered(_ sources: [String: String], _ page: PageView = PageView()) -> String {
  rendered(sources, showing: page)
}

func rendered<Model: TemplateView>(_ sources: [String: String], showing view: Model) -> String {
  let result = compile(sources, for: Model.self)
  guard let set = result.value else { return DiagnosticPrinter(format: .text).print(result.diagnostics) }
  return set.rendered(view)
}

extension TemplateSet {
  /// The root `page`, shown with a view.
  func rendered<Model: TemplateView>(_ view: Model) -> String {
    var output = ByteBuffer()
    render("page", View(view), into: &output)
    return String(decoding: output.array, as: UTF8.self)
  }
}
