import Bytes
import Diagnostics
import Markup
import Synchronization
import Templates
import Testing

/// Counts how often each field was evaluated.
private final class Evaluations: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func record<Value>(_ name: String, _ value: Value) -> Value {
    counts.withLock { $0[name, default: 0] += 1 }
    return value
  }

  var all: [String: Int] { counts.withLock { $0 } }
}

private struct CountingPage: TemplateView {
  let evaluations: Evaluations

  static let fields = ViewFields<Self>(
    "CountingPage",
    [
      .text("title", "") { $0.evaluations.record("title", "T") },
      .optionalText("summary", "") { $0.evaluations.record("summary", nil) },
      .view("plan", "") { $0.evaluations.record("plan", CountingPlan(evaluations: $0.evaluations)) },
      .list("items", "") { page in
        page.evaluations.record("items", (1...2).map { CountingItem(number: $0, evaluations: page.evaluations) })
      },
    ])
}

private struct CountingPlan: TemplateView {
  let evaluations: Evaluations

  static let fields = ViewFields<Self>(
    "CountingPlan",
    [
      .text("name", "") { $0.evaluations.record("name", "P") },
      .view("office", "") { $0.evaluations.record("office", CountingOffice(evaluations: $0.evaluations)) },
      .list("links", "") { $0.evaluations.record("links", [LinkView("l")]) },
    ])
}

private struct CountingOffice: TemplateView {
  let evaluations: Evaluations

  static let fields = ViewFields<Self>(
    "CountingOffice", [.text("city", "") { $0.evaluations.record("city", "C") }])
}

private struct CountingItem: TemplateView {
  let number: Int
  let evaluations: Evaluations

  static let fields = ViewFields<Self>(
    "CountingItem", [.text("number", "") { $0.evaluations.record("number-\($0.number)", String($0.number)) }])
}

@Suite("Evaluation")
struct EvaluationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let template: String
    let expected: String
    let evaluations: [String: Int]

    init(_ claim: String, _ template: String, _ expected: String, _ evaluations: [String: Int]) {
      testDescription = claim
      self.template = template
      self.expected = expected
      self.evaluations = evaluations
    }
  }

  @Test(
    "A field is evaluated when a template first uses it, and once for each view",
    arguments: [
      Case("unused", "text", "text", [:]),
      Case("used twice", "{{title}}{{title}}{{#title}}!{{/title}}", "TT!", ["title": 1]),
      Case("absent", "{{^summary}}{{summary}}-{{/summary}}", "-", ["summary": 1]),
      Case(
        "a list and its flag", "{{#has-items}}{{#items}}{{number}}{{number}}{{/items}}{{/has-items}}", "1122",
        ["items": 1, "number-1": 1, "number-2": 1]),
      Case(
        "a view that is entered twice", "{{#plan}}{{name}}{{/plan}}{{title}}{{#plan}}{{name}}{{/plan}}", "PTP",
        ["plan": 1, "name": 1, "title": 1]),
      Case(
        "a view that is entered and reached with a dot", "{{plan.name}}{{#plan}}{{name}}{{/plan}}{{plan.name}}", "PPP",
        ["plan": 1, "name": 1]),
      Case(
        "a view in a view", "{{plan.office.city}}{{#plan}}{{#office}}{{city}}{{/office}}{{/plan}}", "CC",
        ["plan": 1, "office": 1, "city": 1]),
      Case(
        "an outer name in an inner view", "{{#items}}{{title}}{{#plan}}{{title}}{{/plan}}{{/items}}", "TTTT",
        ["items": 1, "title": 1, "plan": 1]),
      Case(
        "a view that is left while an item of a list is shown",
        "{{plan.name}}{{#items}}{{#plan}}{{#office}}{{city}}{{/office}}{{/plan}}{{number}}{{/items}}{{plan.office.city}}",
        "PC1C2C", ["plan": 1, "name": 1, "items": 1, "office": 1, "city": 3, "number-1": 1, "number-2": 1]),
      Case(
        "a list of a view behind a dot",
        "{{#plan.has-links}}{{#plan.links}}{{label}}{{/plan.links}}{{/plan.has-links}}",
        "l", ["plan": 1, "links": 1]),
    ])
  func once(_ check: Case) throws {
    let evaluations = Evaluations()
    #expect(rendered(["page": check.template], showing: CountingPage(evaluations: evaluations)) == check.expected)
    #expect(evaluations.all == check.evaluations)
  }
}

// MARK: - Included views

private struct Frame: TemplateView {
  let language: String
  let menu: [LinkView]

  static let fields = ViewFields<Self>(
    "Frame",
    [
      .text("language", "the page's language") { $0.language },
      .list("menu", "the site's parts") { $0.menu },
    ])
}

private struct FramedPage: TemplateView {
  let frame: Frame
  let title: String
  let tags: [LinkView]

  static let fields = ViewFields<Self>(
    "FramedPage", including: \.frame,
    [
      .text("title", "the title") { $0.title },
      .list("tags", "its tags") { $0.tags },
    ])
}

@Suite("Included views")
struct IncludedViewTests {
  @Test("The fields of an included view are fields of the page")
  func included() {
    let page = FramedPage(frame: Frame(language: "en", menu: [LinkView("a")]), title: "T", tags: [])
    #expect(
      rendered(
        [
          "page":
            "{{language}} {{title}} {{#has-menu}}{{#menu}}{{label}}{{/menu}}{{/has-menu}}{{^has-tags}}-{{/has-tags}}"
        ],
        showing: page) == "en T a-")
  }

  @Test("The reference lists the fields of an included view first, and the flags of all lists last")
  func reference() {
    let names = FramedPage.shape.fields.map(\.name)
    #expect(names == ["language", "menu", "title", "tags", "has-menu", "has-tags"])
  }
}

// MARK: - Evaluated views

private struct SharedPage: TemplateView {
  let words: EvaluatedView<CountingOffice>
  let menu: EvaluatedList<CountingItem>

  static let fields = ViewFields<Self>(
    "SharedPage",
    [
      .evaluatedView("words", "") { $0.words },
      .evaluatedList("menu", "") { $0.menu },
    ])
}

@Suite("Evaluated views")
struct EvaluatedViewTests {
  @Test("Pages on all threads share views that were evaluated once")
  func shared() async throws {
    let evaluations = Evaluations()
    let page = SharedPage(
      words: EvaluatedView(CountingOffice(evaluations: evaluations)),
      menu: EvaluatedList((1...3).map { CountingItem(number: $0, evaluations: evaluations) }))
    let template = "{{words.city}}{{#words}}{{city}}{{/words}}{{#menu}}{{number}}{{/menu}}{{#has-menu}}!{{/has-menu}}"
    let set = try #require(compile(["page": template], for: SharedPage.self).value)
    let outputs = await withTaskGroup(of: Set<String>.self) { group in
      for _ in 0..<8 {
        group.addTask { Set((0..<200).map { _ in set.rendered(page) }) }
      }
      return await group.reduce(into: Set<String>()) { $0.formUnion($1) }
    }
    #expect(outputs == ["CC123!"])
    #expect(evaluations.all == ["city": 1, "number-1": 1, "number-2": 1, "number-3": 1])
  }
}

// MARK: - Kinds of values

private struct KindsPage: TemplateView {
  let text: String
  let slice: ByteSlice
  let writes: Evaluations

  init(_ text: String, writes: Evaluations = Evaluations()) {
    self.text = text
    slice = ByteSlice(of: Array("..\(text)..".utf8), 2..<(2 + text.utf8.count))
    self.writes = writes
  }

  static let fields = ViewFields<Self>(
    "KindsPage",
    [
      .text("text", "") { $0.text },
      .textSlice("text-slice", "") { $0.slice },
      .html("html", "") { HTML(bytes: Array($0.text.utf8)) },
      .htmlSlice("html-slice", "") { $0.slice },
      .deferredHTML("deferred", "") { page in
        DeferredHTML(isEmpty: page.text.isEmpty) { $0.append(text: page.writes.record("write", page.text)) }
      },
    ])
}

@Suite("Kinds of values")
struct KindTests {
  private static func template(_ name: String) -> String {
    "<main>\n  {{\(name)}}{{#\(name)}}!{{/\(name)}}{{^\(name)}}none{{/\(name)}}</main>{{\(name)}}"
  }

  @Test("A slice prints as the whole value does", arguments: ["", "<p>a & b</p>\n"])
  func slices(_ text: String) {
    let page = KindsPage(text)
    for (slice, whole) in [("text-slice", "text"), ("html-slice", "html")] {
      let expected = rendered(["page": Self.template(whole)], showing: page)
      #expect(rendered(["page": Self.template(slice)], showing: page) == expected)
    }
  }

  @Test(
    "Deferred HTML prints as HTML does, and is written each time that it is printed", arguments: ["", "<p>a</p>\n"])
  func deferred(_ text: String) {
    let writes = Evaluations()
    let page = KindsPage(text, writes: writes)
    let expected = rendered(["page": Self.template("html")], showing: page)
    #expect(rendered(["page": Self.template("deferred")], showing: page) == expected)
    #expect(writes.all == (text.isEmpty ? [:] : ["write": 2]))
  }
}
