import Diagnostics
import Templates
import Testing

/// Each case: the templates, and all of the printed findings.
struct FindingCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let sources: [String: String]
  let expected: String

  init(_ claim: String, _ sources: [String: String], _ expected: String) {
    testDescription = claim
    self.sources = sources
    self.expected = expected
  }
}

@Suite("Findings")
struct FindingTests {
  @Test(
    "A mistake in a template is reported before anything is rendered", arguments: syntax + names + uses + inclusions)
  func finding(_ check: FindingCase) {
    #expect(findings(check.sources) == check.expected)
  }

  @Test("A template that no page uses is a warning where the site's author wrote it")
  func unused() throws {
    let sources = ["page": "", "paeg": "{{anything}}", "spare": ""]
    #expect(
      findings(sources, siteProvided: ["paeg"]) == """
        Templates/paeg.html: warning: no page uses template 'paeg' [template.unused]
        hint: did you mean 'page'?

        """)
    #expect(compile(sources, siteProvided: ["paeg"]).value != nil)
  }

  @Test("A root without a template is an error")
  func missingRoot() {
    #expect(findings(["other": ""]) == "page: error: template 'page' does not exist [template.missing]\n")
  }

  @Test("A partial is checked wherever it is included, and a wrong name in it is reported once")
  func once() {
    #expect(
      findings(["page": "{{>p}}{{#nav}}{{>p}}{{/nav}}{{#plan}}\n{{>p}}{{/plan}}", "p": "{{title}}{{perid}}"]) == """
        Templates/p.html:1:12: error: name 'perid' does not exist here [template.unknown-name]
            1 | {{title}}{{perid}}
              |            ^~~~~
          Templates/page.html:1:4: 'p' is included here
        hint: 'page' has title, body, summary, isDraft, plan, nav, layout, has-nav

        """)
  }

  @Test(
    "A long run of tags that do not end is reported at its first tag", arguments: ["{{", "{{a", "{{{a}}", "{{=", "{{!"])
  func openTags(_ tag: String) {
    let source = SourceText(path: "p", text: String(repeating: tag, count: 2_000))
    let found = TemplateSet.compile(["page": source], roots: [.init(name: "page", shape: PageView.shape)]).diagnostics
    #expect(found.first?.code == .templateSyntax)
    #expect(found.first?.location.column == 1)
  }

  @Test("A run of tags that close nothing, and one of tags that are not closed, give a thousand findings and no more")
  func manyFindings() {
    for tag in ["{{/title}}\n", "{{#title}}\n"] {
      let source = SourceText(
        path: "p", text: String(repeating: "{{#a}}", count: 50) + String(repeating: tag, count: 5_000))
      let found = TemplateSet.compile(["page": source], roots: [.init(name: "page", shape: PageView.shape)])
      #expect(found.value == nil && found.diagnostics.count == 1000)
    }
  }

  @Test("Templates that include each other twice and so multiply are an error at the one that is too large")
  func multiplying() {
    var sources = ["page": "{{>p0}}", "p40": "x"]
    for level in 0..<40 { sources["p\(level)"] = "{{>p\(level + 1)}}{{>p\(level + 1)}}" }
    #expect(
      findings(sources) == """
        Templates/p19.html:1:4: error: template 'p19' has more than 4 MB with all that it includes [template.too-large]
            1 | {{>p20}}{{>p20}}
              |    ^~~
        hint: include each template once; show it for each item of a list with {{#list}}…{{/list}}

        """)
  }

  @Test("A long chain of templates, each included once, is not a mistake")
  func chain() {
    var sources = ["page": "{{>p0}}", "p2000": "x"]
    for level in 0..<2_000 { sources["p\(level)"] = "{{>p\(level + 1)}}" }
    #expect(findings(sources) == "")
  }

  @Test("Tags nested more than a hundred deep are an error, not an overflow")
  func tooDeep() {
    let levels = 5_000
    let template =
      String(repeating: "{{#isDraft}}\n", count: levels) + String(repeating: "{{/isDraft}}", count: levels)
    #expect(
      findings(["page": template]) == """
        Templates/page.html:101:1: error: tags are nested more than 100 levels deep [template.syntax]
          101 | {{#isDraft}}
              | ^~~~~~~~~~~~

        """)
  }

  static let syntax = [
    FindingCase(
      "a block twice", ["page": "{{$main}}a{{/main}}\n{{#isDraft}}{{$main}}b{{/main}}{{/isDraft}}{{$other}}{{/other}}"],
      """
      Templates/page.html:2:16: error: block 'main' is in this template twice [template.syntax]
          2 | {{#isDraft}}{{$main}}b{{/main}}{{/isDraft}}{{$other}}{{/other}}
            |                ^~~~
        Templates/page.html:1:4: the first one is here
      hint: give one of them another name

      """),
    FindingCase(
      "a block that is filled twice",
      [
        "page": "{{<p}}{{$main}}a{{/main}}{{$main}}b{{/main}}{{/p}}{{<p}}{{$main}}c{{/main}}{{/p}}",
        "p": "{{$main}}{{/main}}",
      ],
      """
      Templates/page.html:1:29: error: block 'main' of 'p' is filled twice [template.syntax]
          1 | {{<p}}{{$main}}a{{/main}}{{$main}}b{{/main}}{{/p}}{{<p}}{{$main}}c{{/main}}{{/p}}
            |                             ^~~~
        Templates/page.html:1:10: the first one is here
      hint: remove one of them

      """),
    FindingCase(
      "unclosed tag", ["page": "规划 {{title\n<p>{{body}}</p>"],
      """
      Templates/page.html:1:4: error: this tag is not closed [template.syntax]
          1 | 规划 {{title
            |      ^~~~~~~
      hint: end it with }}

      """),
    FindingCase(
      "empty tag and logic of other languages", ["page": "{{ }}\n{{#if isDraft}}"],
      """
      Templates/page.html:1:1: error: a tag needs a name [template.syntax]
          1 | {{ }}
            | ^~~~~
      Templates/page.html:2:4: error: 'if isDraft' is not a name: a name has no spaces [template.syntax]
          2 | {{#if isDraft}}
            |    ^~~~~~~~~~
      hint: write {{#name}}…{{/name}} for 'if' and 'each', {{^name}}…{{/name}} for 'else'

      """),
    FindingCase(
      "empty part of a dotted name", ["page": "{{plan..name}}"],
      """
      Templates/page.html:1:3: error: 'plan..name' is not a name: a dot needs a name on both sides [template.syntax]
          1 | {{plan..name}}
            |   ^~~~~~~~~~

      """),
    FindingCase(
      "bad delimiters", ["page": "{{=<%=}}\n{{=<% %>}}"],
      """
      Templates/page.html:1:1: error: a change of delimiters needs two delimiters without '=' [template.syntax]
          1 | {{=<%=}}
            | ^~~~~~~~
      hint: write it like {{=<% %>=}}
      Templates/page.html:2:1: error: a change of delimiters must end with '=' [template.syntax]
          2 | {{=<% %>}}
            | ^~~~~~~~~~
      hint: write it like {{=<% %>=}}

      """),
    FindingCase(
      "section that nothing closes", ["page": "\n  {{#nav}}{{label}}"],
      """
      Templates/page.html:2:3: error: {{#nav}} is not closed [template.unclosed-section]
          2 |   {{#nav}}{{label}}
            |   ^~~~~~~~
      hint: close it with {{/nav}}

      """),
    FindingCase(
      "section that is open when another closes", ["page": "{{#plan}}{{#nav}}\n{{/plan}}"],
      """
      Templates/page.html:1:10: error: {{#nav}} is not closed [template.unclosed-section]
          1 | {{#plan}}{{#nav}}
            |          ^~~~~~~~
        Templates/page.html:2:1: {{/plan}} closes the tag around it
      hint: close it with {{/nav}}

      """),
    FindingCase(
      "stray close", ["page": "{{/nav}}"],
      """
      Templates/page.html:1:1: error: {{/nav}} has no opening tag [template.syntax]
          1 | {{/nav}}
            | ^~~~~~~~
      hint: remove it

      """),
    FindingCase(
      "mismatched close", ["page": "{{#nav}}\n{{/nva}}{{/nav}}"],
      """
      Templates/page.html:2:1: error: {{/nva}} has no opening tag: {{#nav}} is open here [template.syntax]
          2 | {{/nva}}{{/nav}}
            | ^~~~~~~~
        Templates/page.html:1:1: {{#nav}} is opened here
      hint: write {{/nav}}

      """),
    FindingCase(
      "broken template that no page uses", ["page": "", "spare": "{{#a}}"],
      """
      Templates/spare.html:1:1: error: {{#a}} is not closed [template.unclosed-section]
          1 | {{#a}}
            | ^~~~~~
      hint: close it with {{/a}}

      """),
  ]

  static let names = [
    FindingCase(
      "unknown name near a known one", ["page": "<h1>\n  {{titel}}</h1>"],
      """
      Templates/page.html:2:5: error: name 'titel' does not exist here [template.unknown-name]
          2 |   {{titel}}</h1>
            |     ^~~~~
      hint: did you mean 'title'?

      """),
    FindingCase(
      "near a name of an outer view", ["page": "{{#nav}}{{{boddy}}}{{/nav}}"],
      """
      Templates/page.html:1:12: error: name 'boddy' does not exist here [template.unknown-name]
          1 | {{#nav}}{{{boddy}}}{{/nav}}
            |            ^~~~~
      hint: did you mean 'body'?

      """),
    FindingCase(
      "unknown name near nothing", ["page": "{{#nav}}{{wxyz}}{{/nav}}"],
      """
      Templates/page.html:1:11: error: name 'wxyz' does not exist here [template.unknown-name]
          1 | {{#nav}}{{wxyz}}{{/nav}}
            |           ^~~~
      hint: 'link' has label, url, children, has-children

      """),
    FindingCase(
      "inner name used outside", ["page": "{{#nav}}{{/nav}}{{^nav}}{{url}}{{/nav}}"],
      """
      Templates/page.html:1:27: error: name 'url' does not exist here [template.unknown-name]
          1 | {{#nav}}{{/nav}}{{^nav}}{{url}}{{/nav}}
            |                           ^~~
      hint: 'page' has title, body, summary, isDraft, plan, nav, layout, has-nav

      """),
    FindingCase(
      "unknown name behind a dot", ["page": "{{plan.nmae}}"],
      """
      Templates/page.html:1:3: error: 'plan' has no name 'nmae' [template.unknown-name]
          1 | {{plan.nmae}}
            |   ^~~~~~~~~
      hint: did you mean 'name'?

      """),
    FindingCase(
      "else", ["page": "{{#isDraft}}a{{else}}b{{/isDraft}}"],
      """
      Templates/page.html:1:16: error: name 'else' does not exist here [template.unknown-name]
          1 | {{#isDraft}}a{{else}}b{{/isDraft}}
            |                ^~~~
      hint: Mustache has no else: write {{^name}}…{{/name}}

      """),
    FindingCase(
      "filling of a block that is not there",
      ["page": "{{<layout}}{{$mian}}{{/mian}}{{/layout}}", "layout": "{{$main}}{{/main}}"],
      """
      Templates/page.html:1:15: error: 'layout' has no block 'mian' [template.unknown-name]
          1 | {{<layout}}{{$mian}}{{/mian}}{{/layout}}
            |               ^~~~
      hint: did you mean 'main'?

      """),
    FindingCase(
      "unknown name in a filling",
      ["page": "{{<l}}{{$main}}{{title}}{{lable}}{{/main}}{{/l}}", "l": "{{#plan}}{{$main}}{{/main}}{{/plan}}"],
      """
      Templates/page.html:1:27: error: name 'lable' does not exist here [template.unknown-name]
          1 | {{<l}}{{$main}}{{title}}{{lable}}{{/main}}{{/l}}
            |                           ^~~~~
        Templates/l.html:1:13: block 'main' is shown here
      hint: 'plan' has name, period

      """),
  ]

  static let uses = [
    FindingCase(
      "text unescaped", ["page": "{{{title}}}"],
      """
      Templates/page.html:1:4: error: 'title' is text, and text is always escaped [template.wrong-use]
          1 | {{{title}}}
            |    ^~~~~
      hint: write {{title}}

      """),
    FindingCase(
      "list printed", ["page": "{{nav}}"],
      """
      Templates/page.html:1:3: error: 'nav' is a list and cannot be printed [template.wrong-use]
          1 | {{nav}}
            |   ^~~
      hint: repeat a section for each item, {{#nav}}…{{/nav}}

      """),
    FindingCase(
      "view and flag printed", ["page": "{{plan}}\n{{isDraft}}\n{{#plan}}{{.}}{{/plan}}"],
      """
      Templates/page.html:1:3: error: 'plan' is a view and cannot be printed [template.wrong-use]
          1 | {{plan}}
            |   ^~~~
      hint: use it as a section, {{#plan}}…{{/plan}}
      Templates/page.html:2:3: error: 'isDraft' is a flag and cannot be printed [template.wrong-use]
          2 | {{isDraft}}
            |   ^~~~~~~
      hint: use it as a section, {{#isDraft}}…{{/isDraft}}
      Templates/page.html:3:12: error: '.' is a view and cannot be printed [template.wrong-use]
          3 | {{#plan}}{{.}}{{/plan}}
            |            ^
      hint: print one of its names: 'plan' has name, period

      """),
    FindingCase(
      "dots into text and into a list", ["page": "{{title.name}}\n{{nav.label}}"],
      """
      Templates/page.html:1:3: error: 'title' is text and has no names of its own [template.wrong-use]
          1 | {{title.name}}
            |   ^~~~~~~~~~
      Templates/page.html:2:3: error: 'nav' is a list and has no names of its own [template.wrong-use]
          2 | {{nav.label}}
            |   ^~~~~~~~~
      hint: repeat a section for each item, {{#nav}}…{{/nav}}

      """),
    FindingCase(
      "dynamic name that is no text", ["page": "{{>*nav}}"],
      """
      Templates/page.html:1:5: error: 'nav' is a list and cannot name a template [template.wrong-use]
          1 | {{>*nav}}
            |     ^~~
      hint: a dynamic name must be the name of a text

      """),
    FindingCase(
      "tag between fillings", ["page": "{{<l}}text {{title}}{{/l}}", "l": ""],
      """
      Templates/page.html:1:12: error: only blocks are shown between {{<name}} and {{/name}} [template.wrong-use]
          1 | {{<l}}text {{title}}{{/l}}
            |            ^~~~~~~~~
      hint: put it in a block, {{$name}}…{{/name}}

      """),
  ]

  static let inclusions = [
    FindingCase(
      "missing partial", ["page": "{{>partials/nva}}", "partials/nav": ""],
      """
      Templates/page.html:1:4: error: template 'partials/nva' does not exist [template.missing]
          1 | {{>partials/nva}}
            |    ^~~~~~~~~~~~
      hint: did you mean 'partials/nav'?

      """),
    FindingCase(
      "missing parent", ["page": "{{<base}}{{$a}}{{/a}}{{/base}}"],
      """
      Templates/page.html:1:4: error: template 'base' does not exist [template.missing]
          1 | {{<base}}{{$a}}{{/a}}{{/base}}
            |    ^~~~

      """),
  ]
}
