import Diagnostics
import Testing

@Suite("DiagnosticPrinter")
struct DiagnosticPrinterTests {
  let source = SourceText(path: "Content/规划/a.md", text: "---\ntitle: 第一章\n---\n见 :ref[talnt-1]\n")

  var unknown: Diagnostic {
    Diagnostic(
      .error, .unknownIndicator, "indicator 'talnt-1' does not exist", hint: "did you mean 'talent-1'?",
      at: place(of: "talnt-1"))
  }

  @Test("Text: location, rule, line, caret and hint")
  func text() {
    #expect(
      print([unknown]) == """
        Content/规划/a.md:4:8: error: indicator 'talnt-1' does not exist [reference.unknown-indicator]
            4 | 见 :ref[talnt-1]
              |         ^~~~~~~
        hint: did you mean 'talent-1'?

        """)
  }

  @Test("A wide character moves the caret by two cells and is underlined by two")
  func wide() {
    let wide = Diagnostic(.warning, .invalidValue, "no such chapter", at: place(of: "一章"))
    #expect(
      print([wide]) == """
        Content/规划/a.md:2:9: warning: no such chapter [field.invalid-value]
            2 | title: 第一章
              |          ^~~~

        """)
  }

  @Test("Combining marks take no cell, full-width punctuation two")
  func otherWidths() {
    let source = SourceText(path: "a", text: "e\u{301}：（x）")
    let finding = Diagnostic(.note, .invalidValue, "here", at: source.location(of: SourceRange(start: 9, end: 10)))
    #expect(
      print([finding]) == """
        a:1:5: note: here [field.invalid-value]
            1 | e\u{301}：（x）
              |      ^

        """)
  }

  @Test("A long line is cut around the finding, with the caret below it")
  func longLine() {
    let text = String(repeating: "a", count: 200) + "HERE" + String(repeating: "b", count: 200)
    let source = SourceText(path: "a", text: text)
    let finding = Diagnostic(.error, .invalidValue, "here", at: source.location(of: SourceRange(start: 200, end: 204)))
    let lines = print([finding]).split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("    1 | …aaa"))
    let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let here = lines[1].firstIndex(of: "H").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
    #expect(caret != nil && caret == here)
    #expect(lines[2].hasSuffix(" ^~~~"))
    #expect(lines[1].hasSuffix("HERE" + String(repeating: "b", count: 23) + "…"))
    #expect(lines[1].count <= 8 + 98)
  }

  @Test("A finding about a whole file has no line; related locations follow")
  func wholeFileAndRelated() {
    let finding = Diagnostic(
      .error, .duplicateURL, "two pages are at /a/", at: SourceLocation(file: "b.md"),
      related: [Diagnostic.Related("the other is here", at: source.location(line: 2, byteColumn: 1))])
    #expect(
      print([finding]) == """
        b.md: error: two pages are at /a/ [page.duplicate-url]
          Content/规划/a.md:2:1: the other is here

        """)
  }

  @Test("Control characters and direction marks do not reach a terminal")
  func control() {
    let source = SourceText(path: "a\u{1B}[2J", text: "x\u{1B}[31m\ty\u{202E}z")
    let finding = Diagnostic(
      .error, .invalidValue, "no '\u{7}\u{2066}'", at: source.location(of: SourceRange(start: 0, end: 1)))
    #expect(
      print([finding]) == """
        a [2J:1:1: error: no '  ' [field.invalid-value]
            1 | x [31m y z
              | ^

        """)
  }

  @Test("Findings are sorted by file, without duplicates")
  func order() {
    func at(_ path: String, _ line: Int, _ message: Message) -> Diagnostic {
      Diagnostic(
        .error, .invalidValue, message,
        at: SourceLocation(path: path, line: line, column: 1, length: 1, excerpt: ""))
    }
    let printed = print([at("b", 1, "e"), at("a", 10, "d"), at("a", 2, "c"), at("a", 2, "b"), at("a", 2, "c")])
    #expect(
      printed == """
        a:2:1: error: b [field.invalid-value]
        a:2:1: error: c [field.invalid-value]
        a:10:1: error: d [field.invalid-value]
        b:1:1: error: e [field.invalid-value]

        """)
  }

  @Test("JSON: one object per line")
  func json() {
    let finding = Diagnostic(
      .warning, .invalidValue, "a \"quote\"\n\u{1}", at: SourceLocation(file: "b\\c"),
      related: [Diagnostic.Related("here", at: source.location(line: 2))])
    #expect(
      print([unknown, finding], .json) == #"""
        {"severity":"error","code":"reference.unknown-indicator","message":"indicator 'talnt-1' does not exist","path":"Content/规划/a.md","line":4,"column":8,"length":7,"hint":"did you mean 'talent-1'?"}
        {"severity":"warning","code":"field.invalid-value","message":"a \"quote\"\n\u0001","path":"b\\c","related":[{"message":"here","path":"Content/规划/a.md","line":2,"column":1,"length":1}]}

        """#)
  }

  @Test("GitHub: one workflow command per line, with separators escaped")
  func github() {
    let finding = Diagnostic(.note, .invalidValue, "50% of\nit", hint: "x", at: SourceLocation(file: "a:b,c.md"))
    #expect(
      print([unknown, finding], .github) == """
        ::error file=Content/规划/a.md,line=4,col=8,endColumn=15,title=reference.unknown-indicator::indicator 'talnt-1' does not exist%0Ahint: did you mean 'talent-1'?
        ::notice file=a%3Ab%2Cc.md,title=field.invalid-value::50%25 of%0Ait%0Ahint: x

        """)
  }

  @Test("SARIF: one document, with one rule per code and paths as URLs")
  func sarif() {
    let finding = Diagnostic(
      .note, .duplicateURL, "twice", at: SourceLocation(file: "a b.md"),
      related: [.init("here", at: source.location(line: 2))])
    let printed = DiagnosticPrinter(format: .sarif, version: "1.0", siteFolder: "site").print([
      unknown, finding, unknown,
    ])
    let path = "site/Content/%E8%A7%84%E5%88%92/a.md"
    #expect(
      printed == """
        {"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"unicodeCodePoints",\
        "tool":{"driver":{"name":"planpress","version":"1.0","rules":[{"id":"page.duplicate-url"},{"id":"reference.unknown-indicator"}]}},\
        "results":[{"ruleId":"reference.unknown-indicator","level":"error","message":{"text":"indicator 'talnt-1' does not exist\\nhint: did you mean 'talent-1'?"},\
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"\(path)"},"region":{"startLine":4,"startColumn":8,"endColumn":15}}}]},\
        {"ruleId":"page.duplicate-url","level":"note","message":{"text":"twice"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"site/a%20b.md"}}}],\
        "relatedLocations":[{"message":{"text":"here"},"physicalLocation":{"artifactLocation":{"uri":"\(path)"},"region":{"startLine":2,"startColumn":1,"endColumn":2}}}]}]}]}

        """)
  }

  @Test("Only highlighted words are coloured")
  func colours() {
    let printed = DiagnosticPrinter(format: .text, isColoured: true).print([unknown])
    #expect(printed.contains(": \u{1B}[1;31merror\u{1B}[0m: indicator 'talnt-1' does not exist \u{1B}[2m["))
    let plain = printed.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == print([unknown]))
  }

  private func print(_ diagnostics: [Diagnostic], _ format: DiagnosticPrinter.Format = .text) -> String {
    DiagnosticPrinter(format: format).print(diagnostics)
  }

  private func place(of text: String) -> SourceLocation {
    let wanted = Array(text.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: wanted) } ?? 0
    return source.location(of: SourceRange(start: start, end: start + wanted.count))
  }
}
