import DataFormats
import Diagnostics
import Testing

@Suite("YAML: syntax errors")
struct YAMLSyntaxTests {
  static let cases: [Finding] = [
    Finding(
      "a colon in a value", "title: 第一章: 人才\n",
      """
      site.yaml:1:11: error: an unquoted value cannot contain ': ' [yaml.syntax]
          1 | title: 第一章: 人才
            |              ^
      hint: write 'title: "第一章: 人才"', with the value in quotes

      """),
    Finding(
      "a key indented under a value", "a: 1\n  b: 2\n",
      """
      site.yaml:2:3: error: this key is indented as if it belonged to the value above [yaml.syntax]
          2 |   b: 2
            |   ^
      hint: indent it like the keys around it

      """),
    Finding(
      "a key without a space", "title:abc\nb: 1\n",
      """
      site.yaml:1:1: error: a key must be followed by ': ' [yaml.syntax]
          1 | title:abc
            | ^
      hint: write a space after the ':'

      """),
    Finding(
      "a full-width colon", "名称：人才\n单位: 万人\n",
      """
      site.yaml:1:1: error: a key must be followed by ': ' [yaml.syntax]
          1 | 名称：人才
            | ^~
      hint: write '名称: 人才', with ':' and a space in place of '：'

      """),
    Finding(
      "a full-width colon before a mapping on one line", "name: a\nbaseline：{year: 2020，value: 270}\n",
      """
      site.yaml:2:9: error: '：' is full-width, and YAML wants ': ' [yaml.syntax]
          2 | baseline：{year: 2020，value: 270}
            |         ^~
      hint: write 'baseline: {year: 2020, value: 270}'

      """),
    Finding(
      "a line without a colon", "a: 1\ntitle\nb: 2\n",
      """
      site.yaml:2:1: error: a key must be followed by ': ' [yaml.syntax]
          2 | title
            | ^
      hint: write 'key: value'; indent a line that continues the text above

      """),
    Finding(
      "a tab", "a: 1\n\tb: 2\n",
      """
      site.yaml:2:1: error: YAML cannot be indented with tabs [yaml.syntax]
          2 |  b: 2
            | ^
      hint: indent with spaces

      """),
    Finding(
      "a tab in a block text", "a: |\n\tb\n",
      """
      site.yaml:2:1: error: YAML cannot be indented with tabs [yaml.syntax]
          2 |  b
            | ^
      hint: indent with spaces

      """),
    Finding(
      "a quote to the file's end", "标题: \"人才\nb: 1\n",
      """
      site.yaml:1:5: error: the quote is not closed [yaml.syntax]
          1 | 标题: "人才
            |       ^
      hint: close it with the same quote mark

      """),
    Finding(
      "a quote to the next quote", "a: \"x\nb: \"y\"\n",
      """
      site.yaml:1:4: error: the quote is not closed [yaml.syntax]
          1 | a: "x
            |    ^
      hint: close it with the same quote mark

      """),
    Finding(
      "a quote to a document's end", "a: 'x\n---\nb",
      """
      site.yaml:1:4: error: the quote is not closed [yaml.syntax]
          1 | a: 'x
            |    ^
      hint: close it with the same quote mark

      """),
    Finding(
      "text after a quote", "a: 'it's'\n",
      """
      site.yaml:1:8: error: nothing can follow the end of a value [yaml.syntax]
          1 | a: 'it's'
            |        ^
      hint: put the whole value in one pair of quotes

      """),
    Finding(
      "a bracket too many", "revisions: [{period: 2023}]}\n",
      """
      site.yaml:1:28: error: '}' closes nothing here [yaml.syntax]
          1 | revisions: [{period: 2023}]}
            |                            ^
      hint: remove the '}', or write the '{' that it closes

      """),
    Finding(
      "a bracket too many in a list", "- {id: a}\n- [b]]\n",
      """
      site.yaml:2:6: error: ']' closes nothing here [yaml.syntax]
          2 | - [b]]
            |      ^
      hint: remove the ']', or write the '[' that it closes

      """),
    Finding(
      "too little indentation", "a:\r\n    b: 1\r\n   c: 2\r\n",
      """
      site.yaml:3:4: error: this line is not indented like the lines before it [yaml.syntax]
          3 |    c: 2
            |    ^
      hint: indent all keys of a mapping by the same number of spaces

      """),
    Finding(
      "a key in a list", "- a\nb: 1\n",
      """
      site.yaml:2:1: error: this line is neither an item of the list nor indented as part of one [yaml.syntax]
          2 | b: 1
            | ^
      hint: begin each item with '- ', all at the same indentation

      """),
    Finding(
      "an item among keys", "a: b\n- c\n",
      """
      site.yaml:2:1: error: a list item is not allowed among keys [yaml.syntax]
          2 | - c
            | ^
      hint: put the list under a key of its own

      """),
    Finding(
      "an item after a key", "a: - b\n",
      """
      site.yaml:1:4: error: a list item is not allowed here [yaml.syntax]
          1 | a: - b
            |    ^
      hint: begin the list on the next line, or put a text that begins with '-' in quotes

      """),
    Finding(
      "a key without a name", ": b",
      """
      site.yaml:1:1: error: a key is missing before ':' [yaml.syntax]
          1 | : b
            | ^
      hint: write 'key: value'

      """),
    Finding(
      "an open list", "a: [b, c\nd: 1\n",
      """
      site.yaml:1:4: error: the list '[' is not closed, or a ',' is missing [yaml.syntax]
          1 | a: [b, c
            |    ^
      hint: separate items with ',' and close the list with ']'

      """),
    Finding(
      "an open mapping", "a: {b: c: d}",
      """
      site.yaml:1:4: error: the mapping '{' is not closed, or a ',' is missing [yaml.syntax]
          1 | a: {b: c: d}
            |    ^
      hint: separate entries with ',' and close the mapping with '}'; put a text that begins with '{' in quotes

      """),
    Finding(
      "an open bracket at the end", "a: [\n",
      """
      site.yaml:1:4: error: a bracket '[' or '{' is not closed [yaml.syntax]
          1 | a: [
            |    ^
      hint: close it with ']' or '}'

      """),
    Finding(
      "no value", "a: [b,,c]\n",
      """
      site.yaml:1:7: error: a value is missing here [yaml.syntax]
          1 | a: [b,,c]
            |       ^
      hint: write a value, or remove the ',' or the bracket

      """),
    Finding(
      "an unknown escape", "a: \"C:\\dir\"\n",
      #"""
      site.yaml:1:7: error: unknown escape sequence in double quotes [yaml.syntax]
          1 | a: "C:\dir"
            |       ^
      hint: use single quotes, or write '\\' for a backslash

      """#),
    Finding(
      "a reserved sign", "a: @x\n",
      """
      site.yaml:1:4: error: an unquoted value cannot begin with '@' [yaml.syntax]
          1 | a: @x
            |    ^
      hint: put the value in quotes

      """),
    Finding(
      "an asterisk", "a: **重点**\n",
      """
      site.yaml:1:4: error: an unquoted value cannot begin with '*' [yaml.syntax]
          1 | a: **重点**
            |    ^
      hint: put the value in quotes

      """),
    Finding(
      "an ampersand", "a: & b\n",
      """
      site.yaml:1:4: error: an unquoted value cannot begin with '&' [yaml.syntax]
          1 | a: & b
            |    ^
      hint: put the value in quotes

      """),
    Finding(
      "an exclamation mark", "a: !\"x\n",
      """
      site.yaml:1:4: error: an unquoted value cannot begin with '!' [yaml.syntax]
          1 | a: !"x
            |    ^
      hint: put the value in quotes

      """),
    Finding(
      "a question mark", "a: ? b",
      """
      site.yaml:1:4: error: an unquoted value cannot begin with '? ' [yaml.syntax]
          1 | a: ? b
            |    ^
      hint: put the value in quotes

      """),
    Finding(
      "text after a block indicator", "a: |x\n b\n",
      """
      site.yaml:1:4: error: nothing can follow '|' or '>' on its line [yaml.syntax]
          1 | a: |x
            |    ^
      hint: begin the text on the next line, indented

      """),
    Finding(
      "a directive", "%FOO 1\n---\na: b",
      """
      site.yaml:1:1: error: a line that begins with '%' is a directive, which planpress does not read [yaml.syntax]
          1 | %FOO 1
            | ^
      hint: remove the line, or put the text in quotes

      """),
    Finding(
      "text after a document", "a: b\n...\nc: d\n",
      """
      site.yaml:3:1: error: this text is neither a key nor part of a value [yaml.syntax]
          3 | c: d
            | ^
      hint: write 'key: value', one per line

      """),
    Finding(
      "a control character", "a: x\u{01}\n",
      """
      site.yaml:1:5: error: a control character is not allowed in YAML [yaml.syntax]
          1 | a: x 
            |     ^
      hint: delete the invisible character

      """),
  ]

  @Test("A mistake is explained and located", arguments: cases)
  func finding(_ example: Finding) {
    #expect(findings(inYAML: example.text) == example.findings)
  }

  @Test("Invalid UTF-8 is located")
  func encoding() {
    let source = SourceText(path: "site.yaml", bytes: Array("a: b\n名: ".utf8) + [0xD6, 0xD0, 0x0A])
    #expect(
      printed(YAMLParser.parse(source).diagnostics) == """
        site.yaml:2:4: error: the file is not UTF-8 text [file.not-utf8]
            2 | 名: \u{FFFD}\u{FFFD}
              |     ^
        hint: save it as UTF-8

        """)
  }

  @Test("An open bracket in front matter is located before the closing fence")
  func frontMatter() {
    let source = SourceText(path: "a.md", text: "---\ntags: [\n---\n")
    #expect(
      printed(YAMLParser.parse(source, in: 4..<12).diagnostics) == """
        a.md:2:7: error: a bracket '[' or '{' is not closed [yaml.syntax]
            2 | tags: [
              |       ^
        hint: close it with ']' or '}'

        """)
  }
}
