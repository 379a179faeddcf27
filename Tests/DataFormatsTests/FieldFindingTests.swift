import DataFormats
import Diagnostics
import Testing

@Suite("FieldReader: findings")
struct FieldFindingTests {
  enum Kind: String, CaseIterable { case level, increase, floor }

  @Test("An unknown key gets the nearest known key as a hint, or all keys")
  func unknownKeys() throws {
    let found = try findings("tittle: x\n颜色: y\n") {
      _ = $0.string("title")
      _ = $0.string("order")
      $0.finish()
    }
    #expect(
      found == """
        a.yaml:1:1: error: unknown key 'tittle' in a section [field.unknown-key]
            1 | tittle: x
              | ^~~~~~
        hint: did you mean 'title'?
        a.yaml:2:1: error: unknown key '颜色' in a section [field.unknown-key]
            2 | 颜色: y
              | ^~~~
        hint: the keys of a section are title, order

        """)
  }

  @Test("A key that is read later is known, and a second finish reports nothing")
  func finish() throws {
    let found = try findings("a: 1\nb: 2\n") {
      _ = $0.node("b")
      _ = $0.node("a")
      $0.finish()
      $0.finish()
    }
    #expect(found == "")
  }

  @Test("A required text that is missing, empty or not text")
  func required() throws {
    let found = try findings("a:\nb: ''\nc: [x]\n") {
      for key in ["a", "b", "c", "d"] as [FieldKey] { _ = $0.requiredString(key) }
    }
    #expect(
      found == """
        a.yaml:1:1: error: 'a' is empty [field.missing-key]
            1 | a:
              | ^
        hint: write its text after 'a:'
        a.yaml:1:1: error: a section needs 'd' [field.missing-key]
            1 | a:
              | ^~
        hint: add a line 'd: …'
        a.yaml:2:1: error: 'b' is empty [field.missing-key]
            2 | b: ''
              | ^
        hint: write its text after 'b:'
        a.yaml:3:4: error: 'c' must be text, not a list [field.wrong-type]
            3 | c: [x]
              |    ^~~
        hint: write 'c: x'

        """)
  }

  @Test("Whole numbers and their bounds")
  func integers() throws {
    let found = try findings("a: 1,000\nb: 12\nc: 1.5\nd: -1\ne: {}\n") {
      for key in ["a", "b", "c", "e"] as [FieldKey] { _ = $0.integer(key, in: 0...10) }
      _ = $0.integer("d", in: 0...Int.max)
    }
    #expect(
      found == """
        a.yaml:1:4: error: 'a' must be a whole number, not '1,000' [field.wrong-type]
            1 | a: 1,000
              |    ^~~~~
        hint: write 1000
        a.yaml:2:4: error: 'b' must be between 0 and 10, not 12 [field.invalid-value]
            2 | b: 12
              |    ^~
        a.yaml:3:4: error: 'c' must be a whole number, not '1.5' [field.wrong-type]
            3 | c: 1.5
              |    ^~~
        a.yaml:4:4: error: 'd' must be 0 or more, not -1 [field.invalid-value]
            4 | d: -1
              |    ^~
        a.yaml:5:4: error: 'e' must be a whole number, not a mapping [field.wrong-type]
            5 | e: {}
              |    ^~

        """)
  }

  @Test("Numbers, true and false, dates")
  func otherScalars() throws {
    let found = try findings("number: 约1.5万人\nrate: 15%\nflag: yes\nday: 2023-02-29\ndate: 2023/1/2\n") {
      _ = $0.number("number")
      _ = $0.number("rate")
      _ = $0.flag("flag")
      _ = $0.date("day")
      _ = $0.date("date")
    }
    #expect(
      found == """
        a.yaml:1:9: error: 'number' must be a number, not '约1.5万人' [field.wrong-type]
            1 | number: 约1.5万人
              |         ^~~~~~~~~
        a.yaml:2:7: error: 'rate' must be a number, not '15%' [field.wrong-type]
            2 | rate: 15%
              |       ^~~
        hint: write the number without '%', which belongs in the unit
        a.yaml:3:7: error: 'flag' must be true or false, not 'yes' [field.wrong-type]
            3 | flag: yes
              |       ^~~
        hint: write true
        a.yaml:4:6: error: 'day' is '2023-02-29', a day that does not exist [field.invalid-value]
            4 | day: 2023-02-29
              |      ^~~~~~~~~~
        a.yaml:5:7: error: 'date' must be a date, not '2023/1/2' [field.wrong-type]
            5 | date: 2023/1/2
              |       ^~~~~~~~
        hint: write 2023-01-02

        """)
  }

  @Test("A word that is not one of the choices")
  func choices() throws {
    let found = try findings("a: levle\nb: 约束性\nc: [level]\n") {
      for key in ["a", "b", "c"] as [FieldKey] { _ = $0.choice(key, of: Kind.self) }
    }
    #expect(
      found == """
        a.yaml:1:4: error: 'a' must be 'level', 'increase' or 'floor', not 'levle' [field.invalid-value]
            1 | a: levle
              |    ^~~~~
        hint: did you mean 'level'?
        a.yaml:2:4: error: 'b' must be 'level', 'increase' or 'floor', not '约束性' [field.invalid-value]
            2 | b: 约束性
              |    ^~~~~~
        a.yaml:3:4: error: 'c' must be 'level', 'increase' or 'floor', not a list [field.wrong-type]
            3 | c: [level]
              |    ^~~~~~~

        """)
  }

  @Test("Lists of texts, mappings and lists of mappings")
  func collections() throws {
    let found = try findings("a: [x, ~, y: z]\nb: {c: d}\nperiod: [1]\ne: {f: g}\nh: [i, {titel: j}]\n") {
      #expect($0.strings("a").map(\.value) == ["x"])
      #expect($0.strings("b").isEmpty)
      #expect($0.mapping("period", describing: "a period") == nil)
      #expect($0.mappings("e", describing: "a programme").isEmpty)
      for var item in $0.mappings("h", describing: "a programme") {
        _ = item.string("title")
        item.finish()
      }
    }
    #expect(
      found == """
        a.yaml:1:8: error: an item of 'a' is empty [field.wrong-type]
            1 | a: [x, ~, y: z]
              |        ^
        hint: write its text, or remove it
        a.yaml:1:11: error: an item of 'a' must be text, not a mapping [field.wrong-type]
            1 | a: [x, ~, y: z]
              |           ^~~~
        hint: put a text that contains ': ' in quotes
        a.yaml:2:4: error: 'b' must be text or a list of texts, not a mapping [field.wrong-type]
            2 | b: {c: d}
              |    ^~~~~~
        a.yaml:3:9: error: 'period' must be a mapping, not a list [field.wrong-type]
            3 | period: [1]
              |         ^~~
        a.yaml:4:4: error: 'e' must be a list of mappings, not a mapping [field.wrong-type]
            4 | e: {f: g}
              |    ^~~~~~
        hint: begin each entry with '- '
        a.yaml:5:5: error: a programme must be lines of 'key: value', not text [field.wrong-type]
            5 | h: [i, {titel: j}]
              |     ^
        hint: put ': ' between each key and its value
        a.yaml:5:9: error: unknown key 'titel' in a programme [field.unknown-key]
            5 | h: [i, {titel: j}]
              |         ^~~~~
        hint: did you mean 'title'?

        """)
  }

  @Test("A register must be a list; an empty file is an empty one")
  func register() throws {
    func items(_ text: String) throws -> (count: Int, findings: String) {
      let source = SourceText(path: "indicators.yaml", text: text)
      let sink = DiagnosticSink()
      let items = FieldReader.items(
        of: try #require(YAMLParser.parse(source).value), in: source, describing: "an indicator", reportingTo: sink)
      return (items.count, printed(sink.diagnostics))
    }
    #expect(try items("- id: a\n- id: b\n") == (2, ""))
    #expect(try items("# none yet\n") == (0, ""))
    #expect(
      try items("id: a\n") == (
        0,
        """
        indicators.yaml:1:1: error: the file must be a list of mappings, not a mapping [field.wrong-type]
            1 | id: a
              | ^~~~~
        hint: begin each entry with '- '

        """
      ))
  }

  @Test("A list instead of a mapping")
  func noMapping() throws {
    let source = SourceText(path: "site.yaml", text: "- a\n")
    let sink = DiagnosticSink()
    let node = try #require(YAMLParser.parse(source).value)
    #expect(FieldReader(node, in: source, describing: "a site", reportingTo: sink) == nil)
    #expect(
      printed(sink.diagnostics) == """
        site.yaml:1:1: error: a site must be lines of 'key: value', not a list [field.wrong-type]
            1 | - a
              | ^~~
        hint: put ': ' between each key and its value

        """)
  }

  private func findings(_ text: String, _ read: (inout FieldReader) -> Void) throws -> String {
    var (reader, sink) = try DataFormatsTests.read(text)
    read(&reader)
    return printed(sink.diagnostics)
  }
}
