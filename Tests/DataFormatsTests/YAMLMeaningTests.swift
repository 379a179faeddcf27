import DataFormats
import Diagnostics
import Testing

@Suite("YAML: unsupported data")
struct YAMLMeaningTests {
  static let cases: [Finding] = [
    Finding(
      "a repeated key", "标题: 2\r\na: 1\r\n标题: 3\r\n",
      """
      site.yaml:3:1: error: the key '标题' is already used in this mapping [yaml.duplicate-key]
          3 | 标题: 3
            | ^~~~
        site.yaml:1:1: '标题' is first used here
      hint: keep one of the two

      """),
    Finding(
      "two documents", "a: b\n---\nc: d\n",
      """
      site.yaml:2:1: error: a file can have only one YAML document [yaml.unsupported]
          2 | ---
            | ^~~
      hint: remove the line '---'

      """),
    Finding(
      "an unknown alias", "a: &base 1\nb: *bas\n",
      """
      site.yaml:2:4: error: no earlier value is marked '&bas' [yaml.unknown-alias]
          2 | b: *bas
            |    ^~~~
      hint: did you mean 'base'?

      """),
    Finding(
      "an asterisk before a word", "a: *x\n",
      """
      site.yaml:1:4: error: no earlier value is marked '&x' [yaml.unknown-alias]
          1 | a: *x
            |    ^~
      hint: put a text that begins with '*' in quotes

      """),
    Finding(
      "an alias in its own value", "a: &x [*x]\n",
      """
      site.yaml:1:8: error: '*x' is inside the value that it repeats [yaml.unsupported]
          1 | a: &x [*x]
            |        ^~

      """),
    Finding(
      "a foreign tag", "a: !!binary y\n",
      """
      site.yaml:1:4: error: the YAML tag '!!binary' is not supported [yaml.unsupported]
          1 | a: !!binary y
            |    ^
      hint: remove the tag

      """),
    Finding(
      "a list for a key", "[a]: b\n",
      """
      site.yaml:1:1: error: a key must be text, not a list [yaml.unsupported]
          1 | [a]: b
            | ^
      hint: put a text that begins with '[' or '{' in quotes

      """),
    Finding(
      "braces of a template", "a: {{x}}\n",
      """
      site.yaml:1:5: error: a key must be text, not a mapping [yaml.unsupported]
          1 | a: {{x}}
            |     ^
      hint: put a text that begins with '[' or '{' in quotes

      """),
    Finding(
      "a merged text", "<<: x\n",
      """
      site.yaml:1:5: error: '<<' must be followed by a mapping or a list of mappings [yaml.unsupported]
          1 | <<: x
            |     ^

      """),
  ]

  @Test("Unsupported YAML is explained and located", arguments: cases)
  func finding(_ example: Finding) {
    #expect(findings(inYAML: example.text) == example.findings)
  }
}
