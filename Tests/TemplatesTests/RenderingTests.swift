import Bytes
import Diagnostics
import Markup
import Templates
import Testing

@Suite("Rendering")
struct RenderingTests {
  @Test("Text is escaped, HTML is printed as it stands in both notations")
  func escaping() {
    #expect(
      rendered(
        ["page": "<h1>{{title}}</h1>{{body}}{{{body}}}{{&body}}"], Views.page(title: "R&D <\"'>", body: "<b>x</b>"))
        == "<h1>R&amp;D &lt;&quot;&#39;&gt;</h1><b>x</b><b>x</b><b>x</b>")
  }

  @Test("Chinese text goes through unchanged, long and short")
  func chinese() {
    let long = String(repeating: "规划", count: 200)
    #expect(rendered(["page": "{{title}}|{{summary}}"], Views.page(title: "人才", summary: long)) == "人才|\(long)")
  }

  @Test("A text, an HTML, a view, a flag and a list are true when there is something")
  func truth() {
    let template = [
      "page":
        "{{#summary}}s{{/summary}}{{^summary}}-{{/summary}}{{#body}}b{{/body}}{{^body}}-{{/body}}"
        + "{{#plan}}p{{/plan}}{{^plan}}-{{/plan}}{{#isDraft}}d{{/isDraft}}{{^isDraft}}-{{/isDraft}}"
        + "{{#nav}}n{{/nav}}{{^nav}}-{{/nav}}"
    ]
    #expect(rendered(template, Views.page(body: "")) == "-----")
    #expect(rendered(template, Views.page(body: "", summary: "")) == "-----")
    let full = Views.page(
      summary: "x", isDraft: true, plan: Views.plan("P"), nav: [Views.link("a"), Views.link("b")])
    #expect(rendered(template, full) == "sbpdnn")
  }

  @Test("An absent value renders as nothing, also behind a dot")
  func absent() {
    #expect(rendered(["page": "[{{summary}}{{plan.name}}]"]) == "[]")
    #expect(rendered(["page": "[{{plan.name}}]"], Views.page(plan: Views.plan("Plan"))) == "[Plan]")
  }

  @Test("A section over a text shows it as '.', and a flag around it changes nothing")
  func itself() {
    #expect(
      rendered(
        ["page": "{{#summary}}{{#isDraft}}<i>{{.}}</i>{{title}}{{/isDraft}}{{/summary}}"],
        Views.page(title: "T", summary: "a<b", isDraft: true)) == "<i>a&lt;b</i>T")
    #expect(rendered(["page": "{{#body}}<div>{{.}}</div>{{/body}}"]) == "<div><p>Text</p></div>")
  }

  @Test("An inner view's name hides the outer one, and the outer one is back behind it")
  func contexts() {
    #expect(
      rendered(
        ["page": "{{#plan}}{{name}} {{title}}{{/plan}} {{#nav}}{{label}}{{title}}{{^children}}.{{/children}}{{/nav}}"],
        Views.page(title: "T", plan: Views.plan("P"), nav: [Views.link("a"), Views.link("b")])) == "P T aT.bT.")
  }

  @Test("A template with CRLF and a byte order mark keeps its lines and drops the mark")
  func lineEndings() {
    #expect(
      rendered(["page": "\u{FEFF}{{#isDraft}}\r\ndraft\r\n{{/isDraft}}\r\n{{title}}\r\n"], Views.page(isDraft: true))
        == "draft\r\nTalent\r\n")
  }

  @Test("A partial's lines are indented, the text that it prints is not")
  func indentation() {
    #expect(
      rendered(
        ["page": "<main>\n  {{>part}}\n</main>\n", "part": "<pre>\n{{title}}</pre>\n{{>inner}}\n", "inner": "<hr>\n"],
        Views.page(title: "one\ntwo")) == "<main>\n  <pre>\n  one\ntwo</pre>\n  <hr>\n</main>\n")
  }

  @Test("One set renders many pages, each from the start")
  func again() throws {
    let set = try #require(compile(["page": "{{#nav}}{{label}}{{/nav}}{{title}};"]).value)
    var output = ByteBuffer()
    set.render("page", Views.page(title: "A", nav: [Views.link("x")]), into: &output)
    set.render("page", Views.page(title: "B"), into: &output)
    #expect(String(decoding: output.array, as: UTF8.self) == "xA;B;")
  }

  @Test("A dynamic name includes the template that a text names, or nothing")
  func dynamicNames() {
    let sources = ["page": "[{{>*layout}}]", "wide": "{{title}}"]
    #expect(rendered(sources, Views.page(layout: "wide")) == "[Talent]")
    #expect(rendered(sources, Views.page(layout: "no such")) == "[]")
  }

  @Test("A dynamic name that includes itself for ever comes to an end")
  func endlessDynamicName() {
    #expect(
      rendered(["page": "{{>*layout}}{{>*layout}}", "wide": ".{{>*layout}}{{>*layout}}"], Views.page(layout: "wide"))
        .count > 100)
  }
}

@Suite("Blocks")
struct BlockTests {
  @Test("A page fills its layout's blocks, the others keep what they have")
  func layout() {
    #expect(
      rendered([
        "page": """
        {{<layout}}
          {{$head}}<meta>{{/head}}
          {{$main}}
          <h1>{{title}}</h1>
          {{body}}
          {{/main}}
        {{/layout}}

        """,
        "layout": """
        <head>{{$head}}{{/head}}</head>
        <body>
          {{$main}}
          nothing
          {{/main}}
          {{$foot}}<hr>{{/foot}}
        </body>

        """,
      ]) == """
        <head><meta></head>
        <body>
          <h1>Talent</h1>
          <p>Text</p>
          <hr>
        </body>

        """)
  }

  @Test("A filling is shown in the views of the place that it fills")
  func scope() {
    #expect(
      rendered(
        [
          "page": "{{<list}}{{$item}}{{label}} of {{title}};{{/item}}{{/list}}",
          "list": "{{#nav}}{{$item}}{{url}}{{/item}}{{/nav}}",
        ], Views.page(nav: [Views.link("a"), Views.link("b")])) == "a of Talent;b of Talent;")
  }

  @Test("A block inside a filling of the same name is filled from further out only")
  func nestedInItself() {
    #expect(
      rendered(["page": "{{<p}}{{$a}}[{{$a}}own{{/a}}]{{/a}}{{/p}}", "p": "{{$a}}{{/a}}"]) == "[own]")
    #expect(
      rendered([
        "page": "{{<middle}}{{$b}}B{{/b}}{{/middle}}",
        "middle": "{{<p}}{{$a}}[{{$b}}own{{/b}}]{{/a}}{{/p}}", "p": "{{$a}}{{/a}}",
      ]) == "[B]")
  }

  @Test("Blocks of a partial inside the layout are filled as well")
  func throughPartials() {
    #expect(
      rendered([
        "page": "{{<layout}}{{$title}}Mine{{/title}}{{/layout}}", "layout": "<{{>head}}>",
        "head": "{{$title}}{{title}}{{/title}}",
      ]) == "<Mine>")
  }
}

@Suite("Recursion")
struct RecursionTests {
  static let tree = ["page": "{{#nav}}{{>item}}{{/nav}}", "item": "{{label}}({{#children}}{{>item}}{{/children}})"]

  @Test("A partial may include itself as deep as its data goes")
  func tree() {
    #expect(
      rendered(
        RecursionTests.tree,
        Views.page(nav: [Views.link("a", [Views.link("b", [Views.link("c")]), Views.link("d")])]))
        == "a(b(c())d())")
  }

  @Test("Data a thousand levels deep renders, as the stacks are not the thread's")
  func deep() {
    var link = Views.link("x")
    for _ in 0..<1_000 { link = Views.link("x", [link]) }
    #expect(rendered(RecursionTests.tree, Views.page(nav: [link])).utf8.count == 1_001 * 3)
  }

  @Test("A way down through another section than the innermost still comes to an end")
  func throughOuterView() {
    #expect(
      rendered(
        [
          "page": "{{#nav}}{{>item}}{{/nav}}", "item": "{{label}}{{#children}}{{#plan}}{{>item}}{{/plan}}{{/children}}",
        ],
        Views.page(plan: Views.plan("P"), nav: [Views.link("a", [Views.link("b")])])) == "ab")
  }

  @Test(
    "A template that comes back to itself without going deeper is an error",
    arguments: [
      (
        ["page": "<p>{{>page}}</p>"],
        """
        Templates/page.html:1:7: error: template 'page' includes itself without end [template.recursion]
            1 | <p>{{>page}}</p>
              |       ^~~~
        hint: include it in a section that goes one level deeper each time, as {{#children}}…{{/children}}

        """
      ),
      (
        ["page": "{{#isDraft}}{{>a}}{{/isDraft}}", "a": "{{^summary}}{{>b}}{{/summary}}", "b": "\n{{>a}}"],
        """
        Templates/a.html:1:16: error: template 'a' includes itself without end [template.recursion]
            1 | {{^summary}}{{>b}}{{/summary}}
              |                ^
        hint: include it in a section that goes one level deeper each time, as {{#children}}…{{/children}}

        """
      ),
      (
        ["page": "{{>a}}", "a": "{{#nav}}{{>a}}{{/nav}}"],
        """
        Templates/a.html:1:12: error: template 'a' includes itself without end [template.recursion]
            1 | {{#nav}}{{>a}}{{/nav}}
              |            ^
        hint: include it in a section that goes one level deeper each time, as {{#children}}…{{/children}}

        """
      ),
      (
        ["page": "{{<page}}{{$a}}x{{/a}}{{/page}}{{$a}}{{/a}}"],
        """
        Templates/page.html:1:4: error: template 'page' includes itself without end [template.recursion]
            1 | {{<page}}{{$a}}x{{/a}}{{/page}}{{$a}}{{/a}}
              |    ^~~~
        hint: include it in a section that goes one level deeper each time, as {{#children}}…{{/children}}

        """
      ),
    ])
  func endless(_ sources: [String: String], expected: String) {
    #expect(findings(sources) == expected)
  }
}

@Suite("Marked texts")
struct MarkedTextTests {
  private static let shape = ViewShape("page", [.text("title", "", optional: true)])

  @Test("A marked text prints as any text does, and tells where it stands")
  func places() throws {
    let template = "<a title=\"{{title}}\">\n  {{title}}{{#title}}!{{/title}}{{^title}}none{{/title}}</a>"
    let checked = TemplateSet.compile(
      ["page": SourceText(path: "page.mustache", text: template)], roots: [.init(name: "page", shape: Self.shape)])
    let set = try #require(checked.value)
    let slot = HTMLSlot(source: 7, recipe: [])
    var output = ByteBuffer()
    let slots = set.render("page", View(Self.shape, [.marked("a & b", slot)]), into: &output)
    #expect(String(decoding: output.array, as: UTF8.self) == "<a title=\"a &amp; b\">\n  a &amp; b!</a>")
    let bytes = output.array
    #expect(slots.map { String(decoding: bytes[$0.place], as: UTF8.self) } == ["a &amp; b", "a &amp; b"])
    var plain = ByteBuffer()
    #expect(set.render("page", View(Self.shape, [.text("a & b")]), into: &plain).isEmpty && plain.array == bytes)
  }
}

@Suite("HTML that is written when it is printed")
struct LateHTMLTests {
  private static let shape = ViewShape("page", [.html("text", "")])

  @Test(
    "It prints as any HTML does, as often as it is asked for, and tells where it stands",
    arguments: ["", "<p>a &amp; b</p>\n"])
  func same(_ markup: String) throws {
    let template = "<main>\n  {{{text}}}{{#text}}!{{/text}}{{^text}}none{{/text}}</main>{{{text}}}"
    let checked = TemplateSet.compile(
      ["page": SourceText(path: "page.mustache", text: template)], roots: [.init(name: "page", shape: Self.shape)])
    let set = try #require(checked.value)
    let late = LateHTML(isEmpty: markup.isEmpty, slot: HTMLSlot(source: 7, recipe: [])) { $0.append(text: markup) }
    var output = ByteBuffer()
    let slots = set.render("page", View(Self.shape, [.late(late)]), into: &output)
    var plain = ByteBuffer()
    set.render("page", View(Self.shape, [.html(HTML(bytes: Array(markup.utf8)))]), into: &plain)
    #expect(output.array == plain.array)
    let bytes = output.array
    #expect(slots.map { String(decoding: bytes[$0.place], as: UTF8.self) } == (markup.isEmpty ? [] : [markup, markup]))
  }
}
