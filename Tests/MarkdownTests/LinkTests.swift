import TestSupport
import Testing

@testable import Markdown

@Suite("Links and raw HTML")
struct LinkTests {
  private static let locations: [(text: String, locations: [String])] = [
    ("[a](b)\n", ["1:1 b"]),
    ("甲乙 [a](b) [a](c)\n", ["1:4 b", "1:11 c"]),
    ("x\n[y] and `[z](q)` [a](b)\n", ["2:18 b"]),
    ("> one\n> two \\[ &amp; **[a](b)**\n> ![i](c.png \"t\")\n", ["2:18 b", "3:3 c.png"]),
    ("- a\n  b [c](d)\n", ["2:5 d"]),
    ("[a](b\n\"t\") [c](d)\n", ["1:1 b", "2:6 d"]),
    ("[![i](j)](k) l <https://m.n> http://o.p\n", ["1:1 k", "1:2 j", "1:17 https://m.n", "1:30 http://o.p"]),
    ("[r]: /u\nx [r] y [t][r]\n", ["2:3 /u", "2:9 /u"]),
    ("| a |\n|---|\n| 甲 [b](c) |\n", ["3:5 c"]),
    ("x[^1]\n\n[^1]: y [a](b)\n    [c](d)\n", ["3:9 b", "4:5 d"]),
    ("a &lt;b [c](d) &copy; [e](f)\n", ["1:9 d", "1:23 f"]),
    ("# a [b](c) {#d}\n", ["1:5 c"]),
  ]

  @Test("Every link has its location", arguments: locations)
  func position(_ text: String, _ locations: [String]) {
    let document = Page(text).document
    let found = zip(document.links, document.linkLocations()).map { "\($1.line):\($1.column) \($0.destination)" }
    #expect(found == locations)
  }

  @Test("Each of many links has its location, also after directives, footnotes and tables")
  func broken() {
    let text = """
      # 题 [一](a.md) {#t}

      :::box{title="甲 [no](no)"}
      文 :value[x]{id=y} [二](b.md)[^n] `[no](no)`

      | 甲 | 乙 [三](c.md) |
      |---|---|
      | x \\| y | ![四](d.png) [五](javascript:x) |
      :::

      ::chart{id=x}

      > 引 &amp; \\[no] [六](e.md "t")

      [^n]: 注 [七](f.md)

          :ref[z] [八](g.md#h)

      末 [九](h.md)

      """
    let page = Page(text)
    let locations = zip(page.document.links, page.document.linkLocations()).map {
      "\($1.line):\($1.column) \($1.length) \($0.destination)"
    }
    #expect(
      locations == [
        "1:5 9 a.md", "4:19 9 b.md", "6:9 9 c.md", "8:12 11 d.png", "8:24 17 javascript:x", "13:17 13 e.md",
        "19:3 9 h.md",
        "15:9 9 f.md", "17:13 11 g.md#h",
      ])
    #expect(
      page.report == """
        page.md:8:24: error: 'javascript:x' is not a safe link destination [markdown.unsafe-link]
            8 | | x \\| y | ![四](d.png) [五](javascript:x) |
              |                         ^~~~~~~~~~~~~~~~~~
        hint: use a page of this site, or a URL that starts with 'https://'

        """)
  }

  /// Blocks with links. Each `@` is replaced by a link, `%` by a number of the block.
  private static let blocks = [
    "甲 **乙 @** *丙*\n@ 丁\n", "- 一 @\n- 二\n  @\n", "> 引 &amp; @\n> \\[x](y) `[x](y)` @\n", "## 题 @ {#t%}\n", "题 @\n---\n",
    "| 甲 | @ |\n|---|---|\n| a \\| b | @ |\n| @ | `[x](y)` @ |\n", ":::box{title=\"[x](y)\"}\n@ 文\n:::\n",
    "::::a\n:::b[c]\n| @ |\n|---|\n| @ |\n:::\n- @\n\n::::\n", ":value[x]{id=y} @ :ref[z]\n@\n", "::chart{id=x}\n\n@\n",
    "- [ ] 事 @\n- [x] @\n",
    "文字\n| 甲 |\n|---|\n| @ |\n", "~~去 @~~ https://example.org/ @\n", "```\n[x](y)\n```\n@\n", "文 <!-- [x](y) --> @\n",
  ]

  private static let notes = [
    "[^%]: 说 @\n    @\n", "[^%]:\n    @\n", "[^%]: - @\n    - 二 @\n", "[^%]: | @ |\n    |---|\n    | @ |\n",
    "[^%]: :x[y] @\n\n    > @\n",
  ]

  @Test("On random pages, every link has the location that it was written at", .randomInput, arguments: 1...4)
  func randomPages(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 60)
    var random = input.generator
    for _ in 0..<input.rounds {
      var (text, ofBody, ofNotes): (String, [String], [String]) = ("", [], [])
      var (line, column, link) = (1, 1, 0)
      func write(_ block: String, number: Int, to locations: inout [String]) {
        for character in block {
          let piece: String
          switch character {
          case "@":
            link += 1
            let name = ["链", "**b** c", "`d`", "e \\] f"].randomElement(using: &random)!
            piece = "\(Bool.random(using: &random) ? "!" : "")[\(name)](p\(link).md)"
            locations.append("\(line):\(column) \(piece.unicodeScalars.count) p\(link).md")
          case "%": piece = "\(number)"
          default: piece = String(character)
          }
          text += piece
          if character == "\n" { (line, column) = (line + 1, 1) } else { column += piece.unicodeScalars.count }
        }
      }
      for number in 0..<Int.random(in: 1...8, using: &random) {
        write(Self.blocks.randomElement(using: &random)!, number: number, to: &ofBody)
        write("\n", number: number, to: &ofBody)
        if Bool.random(using: &random) {
          write("注[^%] @\n\n", number: number, to: &ofBody)
          write(Self.notes.randomElement(using: &random)! + "\n段。\n\n", number: number, to: &ofNotes)
        }
      }
      let document = Page(text).document
      let locations = zip(document.links, document.linkLocations()).filter { !$0.0.isAutolink }
        .map { "\($1.line):\($1.column) \($1.length) \($0.destination)" }
      if locations != ofBody + ofNotes { Issue.record("\(text)\n\(locations)\ninstead of\n\(ofBody + ofNotes)") }
    }
  }

  @Test("Line numbers count from the start of the file")
  func frontMatter() throws {
    let text = "---\ntitle: x\n---\n# a\n\nb [c](d) :e[f]\n"
    let checked = MarkdownDocument.parse(
      .init(path: "p.md", text: text), from: 17, firstLine: 4, options: .site)
    let document = try #require(checked.value)
    #expect(document.headings.map(\.line) == [4])
    #expect(document.linkLocations().map(\.line) == [6])
    #expect(document.directives.map(\.line) == [6])
  }

  @Test(
    "Nothing that a browser might run survives",
    arguments: [
      "javascript:x", "JaVaScRiPt:x", "java&#x0A;script:x", "<java&#9;script:x>", "&#1;javascript:x", "vbscript:x",
      "data:text/html,x", "file:///etc/passwd", "data:image/svg+xml,x",
    ])
  func unsafe(_ destination: String) {
    let text = "a [b](\(destination)) ![c](\(destination))"
    let page = Page(text)
    #expect(page.html() == "<p>a b c</p>\n")
    #expect(page.diagnostics.map(\.code).filter { $0 != .controlCharacter } == [.unsafeLink, .unsafeLink])
    #expect(
      String(decoding: MarkdownDocument.renderPlain(Array(text.utf8), unsafe: false), as: UTF8.self) == "<p>a b c</p>\n"
    )
  }

  @Test(
    "A destination is http, https, mailto, tel or a path of the site; any other is an error",
    arguments: [
      ("ftp://a.org/b", "begins with 'ftp:'"), ("f&#116;p://a.org", "begins with 'ftp:'"),
      ("C:/a.pdf", "begins with 'c:'"), ("a.md:3", "begins with 'a.md:'"), ("//a.org/", "begins with '//'"),
      ("https:a.org", "names no host"), ("http://", "names no host"), ("/a&#9;b", "contains a control character"),
    ])
  func refused(destination: String, reason: String) {
    for text in ["甲 [b](\(destination))", "甲 ![b](\(destination))", "甲 [b]\n\n[b]: \(destination)"] {
      let report = Page(text).report
      #expect(report.hasPrefix("page.md:1:3: error: '"), "\(report)")
      #expect(report.contains("' cannot be a destination: it \(reason) [markdown.unsafe-link]\n"), "\(report)")
    }
  }

  @Test("Allowed destinations, and autolinks of them, are not a finding")
  func allowed() {
    for text in [
      "[a](HTTPS://a.org:8080/b?c:d#e)", "[a](mailto:a@b.org)", "[a](tel:+86-10)", "[a](/b:c)", "[a](b/c:d.md)",
      "[a](#b:c)",
      "[a](备注:b)", "<https://a.org>", "<a@b.org>", "https://a.org, www.a.org and a@b.org", "![a](https://a.org/b.png)",
    ] {
      #expect(Page(text).report == "", "\(text)")
    }
    #expect(Page("<irc://a.org>").report.contains("it begins with 'irc:' [markdown.unsafe-link]"))
    #expect(Page("![a](tel:1)").report.contains("an image cannot come from a mail or telephone address"))
  }

  @Test("Images of common types can be data URLs")
  func data() {
    #expect(Page("![a](data:image/png;base64,x)\n").html().contains("src=\"data:image/png;base64,x\""))
    #expect(!Page("[a](data:image/png;base64,x)\n").html().contains("href"))
  }

  @Test("An unsafe link is reported at its location")
  func report() {
    #expect(
      Page("甲 [b](javascript:x)\n").report == """
        page.md:1:3: error: 'javascript:x' is not a safe link destination [markdown.unsafe-link]
            1 | 甲 [b](javascript:x)
              |    ^~~~~~~~~~~~~~~~~
        hint: use a page of this site, or a URL that starts with 'https://'

        """)
  }

  @Test("Raw HTML is shown as text, comments are removed")
  func rawHTML() {
    let page = Page("<!-- n -->\n\n<div>\na\n</div>\n\nb\nc <i>d <!-- n -->\n")
    #expect(page.html() == "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>\n<p>b\nc &lt;i&gt;d </p>\n")
    #expect(
      page.report == """
        page.md:3:1: warning: raw HTML is not allowed here and is shown as text [markdown.raw-html]
            3 | <div>
              | ^~~~~
        hint: use Markdown, write '\\<' for the character, or allow HTML in site.yaml
        page.md:8:3: warning: raw HTML is not allowed here and is shown as text [markdown.raw-html]
            8 | c <i>d <!-- n -->
              |   ^~~
        hint: use Markdown, write '\\<' for the character, or allow HTML in site.yaml

        """)
    let allowed = Page("<div>\n\na <i>b</i>\n", options: MarkdownOptions(allowsRawHTML: true))
    #expect(allowed.html() == "<div>\n<p>a <i>b</i></p>\n")
    #expect(allowed.report == "")
  }
}
