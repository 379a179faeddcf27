import Testing

@testable import Markdown

@Suite("Inline markup")
struct InlineTests {
  private static func link(_ destination: String, _ text: String? = nil) -> String {
    "<a href=\"\(destination)\">\(text ?? destination)</a>"
  }

  private static let strikethrough = [
    Case("two tildes", "~~a~~\n", "<p><del>a</del></p>\n"),
    Case("over other markup", "~~a **b** c~~\n", "<p><del>a <strong>b</strong> c</del></p>\n"),
    Case("inside other markup", "**~~a~~ b**\n", "<p><strong><del>a</del> b</strong></p>\n"),
    Case("one tilde is a range", "5~10，3~5\n", "<p>5~10，3~5</p>\n"),
    Case("three are text", "~ ~~~a~~~ b\n", "<p>~ ~~~a~~~ b</p>\n"),
    Case("beside blanks they are text", "a ~~ b ~~ c\n", "<p>a ~~ b ~~ c</p>\n"),
    Case("alone they are text", "a ~~b\n", "<p>a ~~b</p>\n"),
    Case("escaped", "\\~~a\\~~\n", "<p>~~a~~</p>\n"),
    Case("in code", "`~~a~~`\n", "<p><code>~~a~~</code></p>\n"),
  ]

  private static let tasks = [
    Case(
      "open and done", "- [ ] a\n- [x] b\n- [~] c\n",
      "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"To do\" /> a</li>\n"
        + "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\" /> b</li>\n"
        + "<li>[~] c</li>\n</ul>\n"),
    Case(
      "before a tab, and empty", "- [x]\tg\n- [ ] \n- [ ]\n  h\n",
      "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\" />\tg</li>\n"
        + "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"To do\" /></li>\n"
        + "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"To do\" />\nh</li>\n</ul>\n"),
    Case("not outside a list", "[ ] a\n", "<p>[ ] a</p>\n"),
  ]

  private static let bareLinks = [
    Case("www", "www.example.org/a\n", "<p>" + link("http://www.example.org/a", "www.example.org/a") + "</p>\n"),
    Case("https, at the end of a sentence", "See https://a.org/b.\n", "<p>See " + link("https://a.org/b") + ".</p>\n"),
    Case("balanced parentheses", "(http://a.org/b(c))\n", "<p>(" + link("http://a.org/b(c)") + ")</p>\n"),
    Case("like a character reference", "http://a.org/?q=1&hl;\n", "<p>" + link("http://a.org/?q=1") + "&amp;hl;</p>\n"),
    Case("before a semicolon", "http://a.org/b; c\n", "<p>" + link("http://a.org/b") + "; c</p>\n"),
    Case(
      "in brackets", "[https://a.org/x] {www.a.org} https://a.org/[b] https://a.org/c| https://a.org/d\\ e\n",
      "<p>[" + link("https://a.org/x") + "] {www.a.org} "
        + link("https://a.org/%5Bb%5D", "https://a.org/[b]") + " " + link("https://a.org/c") + "| "
        + link("https://a.org/d") + "\\ e</p>\n"),
    Case("www alone", "www. www.. x www.\n", "<p>www. www.. x www.</p>\n"),
    Case("an address", "a.b+c@d-e.org.\n", "<p>" + link("mailto:a.b+c@d-e.org", "a.b+c@d-e.org") + ".</p>\n"),
    Case("no address", "a@b a@b.c- @c.d\n", "<p>a@b a@b.c- @c.d</p>\n"),
    Case("underscores in a path", "http://a.org/b_c_d\n", "<p>" + link("http://a.org/b_c_d") + "</p>\n"),
    Case("underscores in a domain", "http://a_b.org\n", "<p>http://a_b.org</p>\n"),
    Case("not in a link", "[http://a.org x](b)\n", "<p>" + link("b", "http://a.org x") + "</p>\n"),
    Case("not in code", "`www.a.org`\n", "<p><code>www.a.org</code></p>\n"),
    Case(
      "before Chinese punctuation", "见https://a.org/规划。（www.a.org）\n",
      "<p>见" + link("https://a.org/%E8%A7%84%E5%88%92", "https://a.org/规划") + "。（"
        + link("http://www.a.org", "www.a.org") + "）</p>\n"),
    Case("escaped", "www\\.a.org a\\@b.org http\\://c.org\n", "<p>www.a.org a@b.org http://c.org</p>\n"),
  ]

  private static let lineBreaks = [
    Case("between Han", "规划\n纲要\n", "<p>规划纲要</p>\n"),
    Case("between Latin", "a\nb\n", "<p>a\nb</p>\n"),
    Case("between Han and Latin", "规划\nGDP\n增长\n", "<p>规划\nGDP\n增长</p>\n"),
    Case("across strong", "**规划**\n纲要\n", "<p><strong>规划</strong>纲要</p>\n"),
    Case("into a link", "规划\n[纲要](a)\n", "<p>规划<a href=\"a\">纲要</a></p>\n"),
    Case("inside strong", "**规\n划**\n", "<p><strong>规划</strong></p>\n"),
    Case("beside full-width punctuation", "增长，\nGDP\n", "<p>增长，GDP</p>\n"),
    Case("kana", "カナ\nかな\n", "<p>カナかな</p>\n"),
    Case("Hangul", "계획\n목표\n", "<p>계획\n목표</p>\n"),
    Case("before a quotation mark", "提出\n“规划”\n", "<p>提出“规划”</p>\n"),
    Case("a hard break stays", "规划\\\n纲要\n", "<p>规划<br />\n纲要</p>\n"),
    Case("in a quotation", "> 规划\n> 纲要\n", "<blockquote>\n<p>规划纲要</p>\n</blockquote>\n"),
  ]

  private static let escapes = [
    Case("in text", "\\: \\| \\~ \\{ \\[ \\@ \\. \\] \\}\n", "<p>: | ~ { [ @ . ] }</p>\n"),
    Case("in code", "`\\: \\| \\[^1]`\n", "<p><code>\\: \\| \\[^1]</code></p>\n"),
    Case("in a destination", "[a](/b\\:c \"d\\|e\")\n", "<p><a href=\"/b:c\" title=\"d|e\">a</a></p>\n"),
    Case("two backslashes", "\\\\: `\\\\:`\n", "<p>\\: <code>\\\\:</code></p>\n"),
    Case("in a code block", "```a\\:b\n\\:c\n```\n", "<pre><code class=\"language-a:b\">\\:c\n</code></pre>\n"),
    Case("Syriac stays", "\u{700}\\:\u{70D}\n", "<p>\u{700}:\u{70D}</p>\n"),
    Case("control characters go", "a\u{80}b\\:\n", "<p>a\u{FFFD}b:</p>\n"),
    Case("NUL", "a\0b\n", "<p>a\u{FFFD}b</p>\n"),
  ]

  @Test("Strikethrough", arguments: strikethrough) func checkStrikethrough(_ example: Case) { example.check() }
  @Test("Task lists", arguments: tasks) func checkTasks(_ example: Case) { example.check() }
  @Test("Bare links", arguments: bareLinks) func checkBareLinks(_ example: Case) { example.check() }
  @Test("Line breaks", arguments: lineBreaks) func checkLineBreaks(_ example: Case) { example.check() }
  @Test("Escapes", arguments: escapes) func checkEscapes(_ example: Case) { example.check() }
}
