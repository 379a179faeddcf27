import Templates
import Testing

@Suite("Rendering")
struct RenderingTests {
  @Test("Text is escaped, HTML is printed unchanged in both notations")
  func escaping() {
    #expect(
      rendered(
        ["page": "<h1>{{title}}</h1>{{body}}{{{body}}}{{&body}}"], PageView(title: "R&D <\"'>", body: "<b>x</b>"))
        == "<h1>R&amp;D &lt;&quot;&#39;&gt;</h1><b>x</b><b>x</b><b>x</b>")
  }

  @Test("Chinese text is printed unchanged, long and short")
  func chinese() {
    let long = String(repeating: "规划", count: 200)
    #expect(rendered(["page": "{{title}}|{{summary}}"], PageView(title: "人才", summary: long)) == "人才|\(long)")
  }

  @Test("A text, an HTML, a view, a flag and a list are true when there is something")
  func truth() {
    let template = [
      "page":
        "{{#summary}}s{{/summary}}{{^summary}}-{{/summary}}{{#body}}b{{/body}}{{^body}}-{{/body}}"
        + "{{#plan}}p{{/plan}}{{^plan}}-{{/plan}}{{#isDraft}}d{{/isDraft}}{{^isDraft}}-{{/isDraft}}"
        + "{{#nav}}n{{/nav}}{{^nav}}-{{/nav}}"
    ]
    #expect(rendered(template, PageView(body: "")) == "-----")
    #expect(rendered(template, PageView(body: "", summary: "")) == "-----")
    let full = PageView(
      summary: "x", isDraft: true, plan: PlanView("P"), nav: [LinkView("a"), LinkView("b")])
    #expect(rendered(template, full) == "sbpdnn")
  }

  @Test("An absent value renders as nothing, also after a dot")
  func absent() {
    #expect(rendered(["page": "[{{summary}}{{plan.name}}]"]) == "[]")
    #expect(rendered(["page": "[{{plan.name}}]"], PageView(plan: PlanView("Plan"))) == "[Plan]")
  }

  @Test("A section over a text shows it as '.', and a flag around it changes nothing")
  func itself() {
    #expect(
      rendered(
        ["page": "{{#summary}}{{#isDraft}}<i>{{.}}</i>{{title}}{{/isDraft}}{{/summary}}"],
        PageView(title: "T", summary: "a<b", isDraft: true)) == "<i>a&lt;b</i>T")
    #expect(rendered(["page": "{{#body}}<div>{{.}}</div>{{/body}}"]) == "<div><p>Text</p></div>")
  }

  @Test("An inner view's name hides the outer one, which is visible again after it")
  func contexts() {
    #expect(
      rendered(
        ["page": "{{#plan}}{{name}} {{title}}{{/plan}} {{#nav}}{{label}}{{title}}{{^children}}.{{/children}}{{/nav}}"],
        PageView(title: "T", plan: PlanView("P"), nav: [LinkView("a"), LinkView("b")])) == "P T aT.bT.")
  }

  @Test("A template with CRLF and a byte order mark keeps its lines and drops the mark")
  func lineEndings() {
    #expect(
      rendered(["page": "\u{FEFF}{{#isDraft}}\r\ndraft\r\n{{/isDraft}}\r\n{{title}}\r\n"], PageView(isDraft: true))
        == "draft\r\nTalent\r\n")
  }

  @Test("A partial's lines are indented, the text that it prints is not")
  func indentation() {
    #expect(
      rendered(
        ["page": "<main>\n  {{>part}}\n</main>\n", "part": "<pre>\n{{title}}</pre>\n{{>inner}}\n", "inner": "<hr>\n"],
        PageView(title: "one\ntwo")) == "<main>\n  <pre>\n  one\ntwo</pre>\n  <hr>\n</main>\n")
  }

  @Test("One set renders many pages, each from the start")
  func again() throws {
    let set = try #require(compile(["page": "{{#nav}}{{label}}{{/nav}}{{title}};"]).value)
    #expect(set.rendered(PageView(title: "A", nav: [LinkView("x")])) == "xA;")
    #expect(set.rendered(PageView(title: "B")) == "B;")
  }

  @Test("A dynamic name includes the template that a text names, or nothing")
  func dynamicNames() {
    let sources = ["page": "[{{>*layout}}]", "wide": "{{title}}"]
    #expect(rendered(sources, PageView(layout: "wide")) == "[Talent]")
    #expect(rendered(sources, PageView(layout: "no such")) == "[]")
  }

  @Test("A dynamic name that includes itself for ever comes to an end")
  func endlessDynamicName() {
    #expect(
      rendered(["page": "{{>*layout}}{{>*layout}}", "wide": ".{{>*layout}}{{>*layout}}"], PageView(layout: "wide"))
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
        ], PageView(nav: [LinkView("a"), LinkView("b")])) == "a of Talent;b of Talent;")
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
        PageView(nav: [LinkView("a", [LinkView("b", [LinkView("c")]), LinkView("d")])]))
        == "a(b(c())d())")
  }

  @Test("Data a thousand levels deep renders, as the renderer does not recurse")
  func deep() {
    var link = LinkView("x")
    for _ in 0..<1_000 { link = LinkView("x", [link]) }
    #expect(rendered(RecursionTests.tree, PageView(nav: [link])).utf8.count == 1_001 * 3)
  }

  @Test("An inclusion that goes deeper in another view than the innermost ends")
  func throughOuterView() {
    #expect(
      rendered(
        [
          "page": "{{#nav}}{{>item}}{{/nav}}", "item": "{{label}}{{#children}}{{#plan}}{{>item}}{{/plan}}{{/children}}",
        ],
        PageView(plan: PlanView("P"), nav: [LinkView("a", [LinkView("b")])])) == "ab")
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
        hint: include it in a section that goes one level deeper each time, such as {{#children}}…{{/children}}

        """
      ),
      (
        ["page": "{{#isDraft}}{{>a}}{{/isDraft}}", "a": "{{^summary}}{{>b}}{{/summary}}", "b": "\n{{>a}}"],
        """
        Templates/a.html:1:16: error: template 'a' includes itself without end [template.recursion]
            1 | {{^summary}}{{>b}}{{/summary}}
              |                ^
        hint: include it in a section that goes one level deeper each time, such as {{#children}}…{{/children}}

        """
      ),
      (
        ["page": "{{>a}}", "a": "{{#nav}}{{>a}}{{/nav}}"],
        """
        Templates/a.html:1:12: error: template 'a' includes itself without end [template.recursion]
            1 | {{#nav}}{{>a}}{{/nav}}
              |            ^
        hint: include it in a section that goes one level deeper each time, such as {{#children}}…{{/children}}

        """
      ),
      (
        ["page": "{{<page}}{{$a}}x{{/a}}{{/page}}{{$a}}{{/a}}"],
        """
        Templates/page.html:1:4: error: template 'page' includes itself without end [template.recursion]
            1 | {{<page}}{{$a}}x{{/a}}{{/page}}{{$a}}{{/a}}
              |    ^~~~
        hint: include it in a section that goes one level deeper each time, such as {{#children}}…{{/children}}

        """
      ),
    ])
  func endless(_ sources: [String: String], expected: String) {
    #expect(findings(sources) == expected)
  }
}
